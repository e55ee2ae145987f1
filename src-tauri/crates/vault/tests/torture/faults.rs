//! The disk says no: from some call on every write of a child fails, as on a full disk, over a quota, on
//! a disk that breaks or can only be read. What a person is told must be the problem that it is, and
//! nothing that was there before may be gone.

use crate::chance::Chance;
use crate::child::Manner;
use crate::deed::Deed;
use crate::kills::{About, Said};
use crate::place::in_memory;
use crate::recording::{Event, record, traced};
use crate::templates::{Begun, Templates};
use crate::verdict::{Expected, Verdict, judge};
use std::fs;
use std::ops::Range;
use std::path::Path;

/// How a disk says no, in which calls, and what a person may be told.
struct Refusal {
    error: &'static str,
    calls: &'static [&'static str],
    told: &'static [&'static str],
}

const FULL: [&str; 3] = ["write", "pwrite64", "mkdir"];
const BROKEN: [&str; 8] =
    ["write", "pwrite64", "mkdir", "ftruncate", "fsync", "fdatasync", "rename", "renameat"];
const FAILED: [&str; 3] = ["NotSaved", "BackupUnsound", "BackupUnreadable"];

const REFUSALS: [Refusal; 4] = [
    Refusal { error: "ENOSPC", calls: &FULL, told: &["DiskFull"] },
    Refusal { error: "EDQUOT", calls: &FULL, told: &["DiskFull"] },
    Refusal { error: "EIO", calls: &BROKEN, told: &FAILED },
    Refusal { error: "EROFS", calls: &BROKEN, told: &FAILED },
];

/// What is done on such a disk, and what was done before on a good one.
const DEEDS: [(About, &[Deed], Option<Deed>); 14] = {
    const HERE: Deed = Deed::HandOver { case: 1, look: 3, document: 2, size: 20_000 };
    const SET: Deed = Deed::Passphrase { now: None, new: 1 };
    [
        (About::Cases, &[], Some(Deed::Save { case: 1, look: 5 })),
        (About::Cases, &[HERE], Some(Deed::Attach { case: 1, document: 3, size: 200_000 })),
        (About::Cases, &[], Some(HERE)),
        (About::Cases, &[HERE], Some(Deed::Approve { case: 1 })),
        (About::Cases, &[HERE], Some(Deed::Record { case: 1 })),
        (About::Cases, &[HERE], Some(Deed::Bin { case: 1 })),
        (About::Cases, &[HERE, Deed::Bin { case: 1 }], Some(Deed::Empty { case: 1 })),
        (About::Cases, &[], Some(Deed::BackUp { number: 1 })),
        (About::Restore, &[], Some(Deed::TakeIn)),
        (About::Keys, &[], Some(Deed::Code)),
        (About::Keys, &[], Some(SET)),
        (About::Keys, &[SET], Some(Deed::Passphrase { now: Some(1), new: 2 })),
        (About::Keys, &[SET], Some(Deed::Unset { now: 1 })),
        (About::Layout(1), &[], None),
    ]
};

/// What broke the promise, and how often the disk said no. Each deed meets each way of it so many times.
pub fn faults(templates: &Templates, seed: u64, times: usize) -> (Vec<String>, usize) {
    let (mut broken, mut count) = (Vec::new(), 0);
    for (number, (about, before, deed)) in DEEDS.into_iter().enumerate() {
        let mut chance = Chance::of(seed, "faults", number as u64);
        let work = Work::new(templates, about, before, deed);
        for refusal in &REFUSALS {
            for _ in 0..times {
                count += 1;
                let found = work.fault(refusal, &mut chance);
                let told = |what| format!("{deed:?} ({about:?}), {}: {what}", refusal.error);
                broken.extend(found.map(told));
            }
        }
    }
    (broken, count)
}

/// What is done, and which calls it takes.
struct Work<'a> {
    templates: &'a Templates,
    about: About,
    deeds: Vec<Deed>,
    calls: Vec<(String, usize)>,
    /// The events between which it is the deed that is met.
    met: Range<usize>,
}

impl<'a> Work<'a> {
    /// Which calls it takes is seen on a good disk.
    fn new(templates: &'a Templates, about: About, before: &[Deed], deed: Option<Deed>) -> Self {
        let deeds = before.iter().copied().chain(deed).collect();
        let (calls, met) = (Vec::new(), 0..0);
        let mut work = Self { templates, about, deeds, calls, met };
        let folder = in_memory();
        let begun = work.begun(folder.path());
        let recording = record(&begun.place, begun.state.passphrase, Manner::Careful);
        let at = |line: &str| {
            let is_it = |event: &Event| matches!(event, Event::Said(said) if said == line);
            recording.events.iter().position(is_it).unwrap()
        };
        work.met = match deed {
            Some(_) => at(&format!("begin {}", before.len()))..at("closing"),
            None => at("opening")..at("opened"),
        };
        work.calls = recording.calls;
        work
    }

    fn begun(&self, root: &Path) -> Begun {
        let begun = self.templates.begin(self.about, &root.join("place"));
        let script: String = self.deeds.iter().map(|deed| format!("{deed}\n")).collect();
        fs::write(begun.place.script(), script).unwrap();
        begun
    }

    /// Does it on a disk that says no from some call of the deed on.
    fn fault(&self, refusal: &Refusal, chance: &mut Chance) -> Option<String> {
        let (folder, work) = (in_memory(), in_memory());
        let is_met = |(_, (name, events)): &(usize, &(String, usize))| {
            refusal.calls.contains(&name.as_str()) && self.met.contains(events)
        };
        let met: Vec<usize> =
            self.calls.iter().enumerate().filter(is_met).map(|(number, _)| number).collect();
        let met = *chance.of_these(&met);
        let failing: Vec<String> = refusal
            .calls
            .iter()
            .map(|call| {
                let before = self.calls[..met].iter().filter(|(name, _)| name == call).count();
                format!("inject={call}:error={}:when={}+", refusal.error, before + 1)
            })
            .collect();
        let Begun { place, mut state, codes } = self.begun(folder.path());
        let nowhere = Path::new("/dev/null");
        let child = traced(&place, state.passphrase, Manner::Careful, nowhere, &failing);
        if !child.status.success() {
            return Some(format!("the child ended: {}", String::from_utf8_lossy(&child.stderr)));
        }
        let mut said = Said::new(codes);
        for line in String::from_utf8(child.stdout).unwrap().lines() {
            said.hear(line, &self.deeds);
        }
        let told = said.trouble.as_ref().map(|line| line.rsplit(' ').next().unwrap());
        // What the key store is told is its own.
        let is_of_store = told == Some("KeyStoreUnreachable")
            && matches!(self.deeds.last(), Some(Deed::Unset { .. }));
        let at = format!("{} and on, told {told:?}", self.calls[met].0);
        if told.is_some_and(|told| !is_of_store && !refusal.told.contains(&told)) {
            return Some(at);
        }
        for deed in &self.deeds[..said.done] {
            state = state.after(deed);
        }
        let (under_way, codes) = (said.under_way(&self.deeds), said.codes());
        let expected = Expected { before: &state, under_way, codes, with_keys: false };
        match judge(&place, &expected, work.path()) {
            Verdict::Holds(_) => None,
            Verdict::Lost(what) => Some(format!("{at}: lost: {what}")),
            Verdict::Unreadable(what) => Some(format!("{at}: unreadable: {what}")),
        }
    }
}
