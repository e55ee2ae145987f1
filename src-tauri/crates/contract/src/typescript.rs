//! The TypeScript of the contract. Behind a feature, so that nothing of the generator ships.

use crate::{Intent, View};
use ts_rs::{Config, TS};

/// The text of `ui/src/backend/contract.gen.ts`.
pub fn typescript() -> String {
    let config = Config::default().with_large_int("number");
    let mut text = String::from(
        "// Generated from src-tauri/crates/contract by `cargo xtask gen`. Do not edit.\n\n",
    );
    let mut declarations = std::collections::BTreeMap::new();
    collect::<Intent>(&config, &mut declarations);
    collect::<View>(&config, &mut declarations);
    for declaration in declarations.values() {
        text.push_str(&format!("export {declaration}\n\n"));
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn collect<T: TS + 'static>(
    config: &Config,
    into: &mut std::collections::BTreeMap<String, String>,
) {
    struct Visit<'a> {
        config: &'a Config,
        into: &'a mut std::collections::BTreeMap<String, String>,
    }
    impl ts_rs::TypeVisitor for Visit<'_> {
        fn visit<T: TS + 'static + ?Sized>(&mut self) {
            if T::output_path().is_none() || self.into.contains_key(&T::ident(self.config)) {
                return;
            }
            self.into.insert(T::ident(self.config), T::decl(self.config));
            T::visit_dependencies(self);
        }
    }
    let mut visit = Visit { config, into };
    ts_rs::TypeVisitor::visit::<T>(&mut visit);
}
