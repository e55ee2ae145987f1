//! The high-water mark of the cases in the key store (docs/vault.md): after each receipt or record that
//! got a number, and at the end. The key store is slow and may ask the person, so nobody waits for it
//! with the vault in their hands; and where it does not take the mark, nothing is wrong with what was
//! saved.

use crate::engine::Engine;
use std::sync::atomic::Ordering;

/// A number was given, or may have been: the key store remembers it, beside the window.
pub fn after_numbering(engine: &Engine) {
    engine.in_order(|engine| keep(engine, true));
}

/// The program ends, or goes on with cases that were not here last.
pub fn keep_now(engine: &Engine) {
    keep(engine, false);
}

fn keep(engine: &Engine, only_newer: bool) {
    let Some(world) = engine.world() else { return };
    let Some(Some(mark)) = engine.with_vault(|vault| vault.mark_to_keep()) else { return };
    let remembered = world.remembered.load(Ordering::Acquire);
    if only_newer && mark.number() <= remembered {
        return;
    }
    if mark.keep_in(world.key_store.as_ref()).is_ok() {
        world.remembered.fetch_max(mark.number(), Ordering::AcqRel);
    }
}
