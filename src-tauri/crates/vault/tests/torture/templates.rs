//! Vaults to begin with: made once, and copied for each life.

use crate::child::by_key_store;
use crate::deed::Deed;
use crate::kills::About;
use crate::place::Place;
use crate::state::{FOREIGN, State, WORDS, case};
use domain::Environment::Practice;
use domain::Timestamp;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use vault::Vault;
use vault::testing::{earlier_layout, execute};

/// The layouts that earlier programs left.
pub const LAYOUTS: std::ops::Range<u32> = 1..9;
/// So many cases are in a vault at the beginning.
const CASES: u32 = 30;

/// A vault in a place, what is in it, and the recovery codes of which one opens it.
pub struct Begun {
    pub place: Place,
    pub state: State,
    pub codes: Vec<String>,
}

/// The vaults to begin with.
pub struct Templates {
    folder: TempDir,
    state: State,
    code: String,
    layouts: BTreeMap<u32, Place>,
}

impl Templates {
    /// Makes all of them.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::new(&folder.path().join("now"));
        let mut vault = by_key_store(&place).unwrap();
        let mut state = State::default();
        let mut code = String::new();
        let saves = (1..=CASES).map(|number| Deed::Save { case: 1_000_000 + number, look: number });
        for deed in saves.chain([Deed::Code]) {
            deed.carry_out(&mut vault, &place, &mut |made| code = made.to_owned()).unwrap();
            state = state.after(&deed);
        }
        drop(vault);
        foreign(&place.foreign());
        let layouts = LAYOUTS.map(|layout| (layout, earlier(&place, &folder, layout))).collect();
        Self { folder, state, code, layouts }
    }

    /// A vault of its own.
    pub fn begin(&self, about: About, root: &Path) -> Begun {
        let now = self.folder.path().join("now");
        let (place, state, codes) = match about {
            About::Beginning => (Place::new(root), State::default(), Vec::new()),
            About::Layout(layout) => {
                let place = self.layouts[&layout].copied_to(root);
                (place, self.state.clone(), vec![self.code.clone()])
            }
            About::Cases | About::Keys | About::Restore => {
                let place = Place(now.clone()).copied_to(root);
                (place, self.state.clone(), vec![self.code.clone()])
            }
        };
        if about == About::Restore {
            fs::copy(Place(now).foreign(), place.foreign()).unwrap();
        }
        Begun { place, state, codes }
    }
}

/// A backup of another vault.
fn foreign(to: &Path) {
    let folder = tempfile::tempdir().unwrap();
    let passphrase = "en lang adgangskode".into();
    let mut vault = Vault::create_with_passphrase(folder.path(), Practice, &passphrase).unwrap();
    FOREIGN.for_each(|number| vault.save(&case(number, number)).unwrap());
    let job = vault.backup_for_move(WORDS.into());
    job.run(to, Timestamp::UNIX_EPOCH, &mut |_| true).unwrap();
}

/// The same vault as an earlier program left it: its tables, and the key slots in one file of
/// format 1.
fn earlier(now: &Place, folder: &TempDir, layout: u32) -> Place {
    let place = now.copied_to(&folder.path().join(format!("layout-{layout}")));
    let vault = by_key_store(&place).unwrap();
    execute(&vault, &earlier_layout(layout));
    drop(vault);
    let names = ["keyslots.json", "keyslots-copy.json", "mark"]
        .map(|name| place.cases().join(format!("tilslut-practice.{name}")));
    let mut slots: Map<String, Value> =
        serde_json::from_slice(&fs::read(&names[0]).unwrap()).unwrap();
    slots.insert("format".to_owned(), 1.into());
    ["generation", "seal", "check"].iter().for_each(|member| drop(slots.remove(*member)));
    for slot in slots["slots"].as_array_mut().unwrap() {
        slot.as_object_mut().unwrap().remove("check");
    }
    fs::write(&names[0], serde_json::to_vec_pretty(&slots).unwrap()).unwrap();
    fs::remove_file(&names[1]).unwrap();
    // It counted nothing.
    fs::remove_file(&names[2]).unwrap();
    place
}

/// Takes everything out of a folder.
pub fn clear(folder: &Path) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap()
        } else {
            fs::remove_file(path).unwrap()
        }
    }
}
