//! The power cut between any two writes: a child's work is put on record, and at moments that chance
//! chooses the disk is put together as the cut may have left it, and looked at.

use crate::chance::Chance;
use crate::child::Manner;
use crate::deed::{Deed, KINDS};
use crate::disk::{self, Rest};
use crate::kills::{About, Said};
use crate::place::{Place, in_memory};
use crate::plan::Planner;
use crate::recording::{Event, Recording, record};
use crate::state::State;
use crate::tally::Tally;
use crate::templates::Templates;
use crate::verdict::{Expected, Verdict, judge};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What is done wrongly on purpose: a run that does not notice it has proven nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// Nothing.
    None,
    /// The database waits for no disk (`synchronous = OFF`).
    Database,
    /// The files of the key slots get their names before the disk has their bytes.
    KeySlots,
}

impl Control {
    fn about(self, number: usize) -> About {
        match self {
            Self::None => About::of(number),
            Self::Database => About::Cases,
            Self::KeySlots => About::Keys,
        }
    }
}

/// A child's work on record, and what it did.
struct Scene {
    recording: Recording,
    about: About,
    deeds: Vec<Deed>,
    /// As it was before the first of them.
    begun: State,
    codes: Vec<String>,
}

/// Puts one child on record, and cuts the power so many times.
pub fn scene(
    templates: &Templates,
    seed: u64,
    number: usize,
    cuts: usize,
    control: Control,
) -> Tally {
    let mut chance = Chance::of(seed, &format!("cuts {control:?}"), number as u64);
    let (folder, mut tally) = (tempfile::tempdir().unwrap(), Tally::default());
    let scene = Scene::new(templates, chance.clone(), number, control, folder.path());
    scene.deeds.iter().for_each(|deed| tally.of(deed.kind()).acknowledged += 1);
    for cut in 0..cuts {
        let at = 1 + chance.below(scene.recording.events.len());
        let rest = Rest::any(&mut chance, at);
        let (kind, verdict) = scene.cut(at, rest, &mut chance);
        tally.of(kind).cuts += 1;
        let broken = match verdict {
            Verdict::Holds(_) => continue,
            Verdict::Lost(what) => {
                tally.of(kind).lost += 1;
                format!("lost: {what}")
            }
            Verdict::Unreadable(what) => {
                tally.of(kind).unreadable += 1;
                format!("unreadable: {what}")
            }
        };
        let about = scene.about;
        tally.broken.push(format!(
            "seed {seed}, recording {number} ({about:?}), cut {cut} after {at} events, {rest:?}, {}: {broken}",
            KINDS[kind]
        ));
    }
    tally
}

impl Scene {
    fn new(
        templates: &Templates,
        chance: Chance,
        number: usize,
        control: Control,
        folder: &Path,
    ) -> Self {
        let about = control.about(number);
        let mut begun = templates.begin(about, &folder.join("place"));
        let mut planner = Planner::new(chance);
        // Every other one begins with the log that a kill has left.
        if about == About::Cases && number.is_multiple_of(2) {
            let deeds = about.deeds(&mut planner, &begun.state);
            record_deeds(&begun.place, &begun.state, &deeds, Manner::Abrupt);
            begun.state = deeds.iter().fold(begun.state, |state, deed| state.after(deed));
        }
        let deeds = about.deeds(&mut planner, &begun.state);
        let manner = if control == Control::Database { Manner::Careless } else { Manner::Careful };
        let mut recording = record_deeds(&begun.place, &begun.state, &deeds, manner);
        let all = recording.events.len();
        recording.prove(&disk::after(&recording, all, Rest::All, planner.chance()));
        if control == Control::KeySlots {
            recording.events = unsynced(recording.events);
        }
        let (begun, codes) = (begun.state, begun.codes);
        Self { recording, about, deeds, begun, codes }
    }

    /// Cuts the power after so many events; what was under way, and what is found.
    fn cut(&self, at: usize, rest: Rest, chance: &mut Chance) -> (usize, Verdict) {
        let mut said = Said::new(self.codes.clone());
        for event in &self.recording.events[..at] {
            if let Event::Said(line) = event {
                said.hear(line, &self.deeds);
            }
        }
        let under_way = said.under_way(&self.deeds);
        let kind = match under_way {
            Some(deed) => deed.kind(),
            None if said.is_open => KINDS.len() - 1,
            None => self.about.kind_of_opening(),
        };
        let (folder, work) = (in_memory(), in_memory());
        let place = Place::new(folder.path());
        lay_out(&place, disk::after(&self.recording, at, rest, chance), chance);
        let done = self.deeds[..said.done].iter();
        let before = done.fold(self.begun.clone(), |state, deed| state.after(deed));
        let with_keys = self.about == About::Keys && chance.is_of_hundred(30);
        let codes = said.codes();
        let expected = Expected { before: &before, under_way, codes, with_keys };
        (kind, judge(&place, &expected, work.path()))
    }
}

fn record_deeds(place: &Place, state: &State, deeds: &[Deed], manner: Manner) -> Recording {
    let script: String = deeds.iter().map(|deed| format!("{deed}\n")).collect();
    fs::write(place.script(), script).unwrap();
    let recording = record(place, state.passphrase, manner);
    let done = recording
        .events
        .iter()
        .filter(|event| matches!(event, Event::Said(line) if line.starts_with("done ")));
    assert_eq!(done.count(), deeds.len(), "the child did all of it");
    recording
}

/// The same without the waits for the files of the key slots.
fn unsynced(events: Vec<Event>) -> Vec<Event> {
    let is_of_slots = |name: &Path| name.to_str().unwrap().contains("keyslots");
    let slots: Vec<usize> = events
        .iter()
        .filter_map(|event| match event {
            Event::Renamed { node, to, .. } if is_of_slots(to) => Some(*node),
            _ => None,
        })
        .collect();
    let is_wait = |event: &Event| matches!(event, Event::Synced { node } if slots.contains(node));
    events.into_iter().filter(|event| !is_wait(event)).collect()
}

/// Writes a disk out. The index of the log is memory: anything may be there, or nothing.
fn lay_out(place: &Place, files: BTreeMap<PathBuf, Vec<u8>>, chance: &mut Chance) {
    for (name, bytes) in files {
        let path = place.0.join(&name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let is_index = name.to_str().unwrap().ends_with("-shm");
        match chance.below(3) {
            0 if is_index => {}
            1 if is_index => fs::write(path, chance.bytes(bytes.len())).unwrap(),
            _ => fs::write(path, bytes).unwrap(),
        }
    }
}
