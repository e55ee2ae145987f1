//! What is found after a crash, held against what must be there: everything that was called done, and
//! of what was under way all or nothing.

use crate::child::{by_code, by_key_store, by_passphrase};
use crate::deed::Deed;
use crate::place::Place;
use crate::state::State;
use std::fs;
use std::path::Path;
use vault::{Integrity, Vault};

/// What must be there.
pub struct Expected<'a> {
    /// As it was when the last thing was called done.
    pub before: &'a State,
    /// What was under way.
    pub under_way: Option<Deed>,
    /// The recovery codes of which one must open the cases.
    pub codes: Vec<String>,
    /// What opens the cases is tried, too, although nothing of it was under way.
    pub with_keys: bool,
}

/// What was found.
pub enum Verdict {
    /// This, as it must be.
    Holds(Box<State>),
    /// The cases open, and something of what was called done is not there.
    Lost(String),
    /// They do not open, or cannot be read.
    Unreadable(String),
}

/// Opens the cases and looks at everything. `work` is a folder for copies of backups.
pub fn judge(place: &Place, expected: &Expected<'_>, work: &Path) -> Verdict {
    let after = expected.under_way.map(|deed| expected.before.after(&deed));
    // The older way first: it opens the cases until the newer one has taken its place.
    let candidates: Vec<&State> = [expected.before].into_iter().chain(&after).collect();
    let (mut vault, way) = match opened(place, &candidates) {
        Ok(opened) => opened,
        Err(why) => return Verdict::Unreadable(why),
    };
    let mut found = None;
    let mut missed = String::new();
    for state in candidates.iter().filter(|state| state.passphrase == way) {
        match state.missed(&mut vault) {
            Ok(None) => {
                found = Some(*state);
                break;
            }
            Ok(Some(what)) => missed = what,
            Err(problem) => return Verdict::Unreadable(format!("{problem:?}")),
        }
    }
    let Some(state) = found else { return Verdict::Lost(missed) };
    match vault.integrity_check().run() {
        Ok(Integrity::Sound) => {}
        other => return Verdict::Unreadable(format!("the pages: {other:?}")),
    }
    if let Some(missed) = expected.before.missed_backup(&vault, place, work) {
        return Verdict::Lost(missed);
    }
    drop(vault);
    if let Some(name) = left_behind(place) {
        return Verdict::Lost(format!("{name} was left behind"));
    }
    let is_of_keys = expected.under_way.is_some_and(|deed| deed.is_of_keys());
    if (expected.with_keys || is_of_keys)
        && let Some(missed) = missed_way(place, state, expected)
    {
        return Verdict::Lost(missed);
    }
    Verdict::Holds(Box::new(state.clone()))
}

/// A file that is none of a vault's once it was opened and closed again: what a crash left of key slots
/// could hold one that was dropped since, and what it left of a restore is as large as the backup.
fn left_behind(place: &Place) -> Option<String> {
    const ITS_OWN: [&str; 7] =
        ["db", "db-wal", "db-shm", "keyslots.json", "keyslots-copy.json", "mark", "lock"];
    let names = fs::read_dir(place.cases()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names = names.map(|name| name.into_string().unwrap());
    names.find(|name| {
        let own = name.strip_prefix("tilslut-practice.");
        !own.is_some_and(|own| ITS_OWN.contains(&own))
    })
}

/// The vault by the first way that opens it, and which that is.
fn opened(place: &Place, candidates: &[&State]) -> Result<(Vault, Option<u32>), String> {
    let mut whys = Vec::new();
    for state in candidates {
        let opened = match state.passphrase {
            Some(number) => by_passphrase(place, number),
            None => by_key_store(place),
        };
        match opened {
            Ok(vault) => return Ok((vault, state.passphrase)),
            Err(why) => whys.push(why),
        }
    }
    Err(whys.join(", "))
}

/// A way to the cases that must be there and is not, or the other way round.
fn missed_way(place: &Place, state: &State, expected: &Expected<'_>) -> Option<String> {
    if state.passphrase.is_some() && by_key_store(place).is_ok() {
        return Some("the key store opens what is under a passphrase".to_owned());
    }
    let whys: Vec<String> =
        expected.codes.iter().map_while(|code| by_code(place, code).err()).collect();
    let is_none = !whys.is_empty() && whys.len() == expected.codes.len();
    is_none.then(|| format!("no recovery code: {}", whys.join(", ")))
}
