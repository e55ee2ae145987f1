//! `kill -9`: a child at work is ended at a moment that chance chooses, and what it called done must be
//! there. What the child had handed to the system stays, so a kill proves the order of the writes
//! within the program, and nothing about the disk: that is `cuts`.

use crate::chance::Chance;
use crate::child::{CHILD, Manner};
use crate::deed::{Deed, KINDS};
use crate::place::in_memory;
use crate::plan::Planner;
use crate::state::State;
use crate::tally::Tally;
use crate::templates::{Begun, Templates, clear};
use crate::verdict::{Expected, Verdict, judge};
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a life of a vault is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Cases, documents, receipts and backups.
    Cases,
    /// What opens the cases.
    Keys,
    /// A vault that is made.
    Beginning,
    /// A vault of an earlier layout.
    Layout(u32),
    /// The backup of another vault.
    Restore,
}

impl About {
    /// One for each number, so that all are met.
    pub fn of(number: usize) -> Self {
        match number % 10 {
            0 | 2 | 5 | 6 | 8 => Self::Cases,
            1 | 7 => Self::Keys,
            3 => Self::Restore,
            4 => Self::Layout(u32::try_from(1 + number / 10 % 7).unwrap()),
            _ => Self::Beginning,
        }
    }

    /// The same vault is killed again and again; others are found by a kill only once.
    fn goes_on(self) -> bool {
        matches!(self, Self::Cases | Self::Keys)
    }

    /// A script for it.
    pub fn deeds(self, planner: &mut Planner, state: &State) -> Vec<Deed> {
        match self {
            Self::Cases => planner.of_cases(state.clone(), 10),
            Self::Keys => planner.of_keys(state.clone(), 3),
            Self::Restore => [vec![Deed::TakeIn], planner.of_cases(State::default(), 1)].concat(),
            Self::Beginning | Self::Layout(_) => planner.of_cases(state.clone(), 2),
        }
    }

    /// What opening its cases is in the tables.
    pub fn kind_of_opening(self) -> usize {
        match self {
            Self::Beginning => 0,
            Self::Layout(_) => 2,
            _ => 1,
        }
    }
}

/// What a child said.
#[derive(Clone)]
pub struct Said {
    /// It has opened the cases.
    pub is_open: bool,
    /// So many deeds were called done.
    pub done: usize,
    /// One more had begun.
    is_at_work: bool,
    /// The recovery codes of which one opens the cases: one, unless a kill left two.
    kept: Vec<String>,
    /// The one that was shown and not kept.
    made: Option<String>,
    /// Something that it must never say.
    pub trouble: Option<String>,
}

impl Said {
    /// Nothing yet; these codes open the cases.
    pub fn new(kept: Vec<String>) -> Self {
        Self { is_open: false, done: 0, is_at_work: false, kept, made: None, trouble: None }
    }

    /// One more line of a child that does these.
    pub fn hear(&mut self, line: &str, deeds: &[Deed]) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "opened" => self.is_open = true,
            "begin" => self.is_at_work = true,
            "done" => {
                if deeds[self.done] == Deed::Code {
                    self.kept = self.made.take().into_iter().collect();
                }
                (self.done, self.is_at_work) = (self.done + 1, false);
            }
            "code" => self.made = Some(rest.to_owned()),
            "refused" | "not" => self.trouble = Some(line.to_owned()),
            _ => {}
        }
    }

    /// What was under way of these deeds.
    pub fn under_way(&self, deeds: &[Deed]) -> Option<Deed> {
        deeds.get(self.done).copied().filter(|_| self.is_at_work)
    }

    /// The codes of which one must open the cases. Where none was kept before, nothing is promised of
    /// one that is being made.
    pub fn codes(&self) -> Vec<String> {
        let made = self.made.iter().filter(|_| !self.kept.is_empty());
        made.chain(&self.kept).cloned().collect()
    }
}

/// A vault and its kills.
pub fn life(templates: &Templates, seed: u64, number: usize, kills: usize) -> Tally {
    let about = About::of(number);
    let mut planner = Planner::new(Chance::of(seed, "life", number as u64));
    let mut tally = Tally::default();
    // A kill does not reach what the system was handed, so it is the same on a disk and in memory but
    // for the time that each write takes. Both are met.
    let is_on_disk = number.is_multiple_of(3);
    let folder = if is_on_disk { tempfile::tempdir().unwrap() } else { in_memory() };
    let work = in_memory();
    let mut pace = Pace::new();
    let mut fresh = 0;
    let mut begun = templates.begin(about, &folder.path().join("0"));
    for round in 0..kills {
        if !about.goes_on() && round > 0 {
            fresh += 1;
            begun = templates.begin(about, &folder.path().join(fresh.to_string()));
        }
        let deeds = about.deeds(&mut planner, &begun.state);
        let said = killed(about, &begun, &deeds, &mut planner, &mut pace);
        let (place, state) = (&begun.place, &mut begun.state);
        for deed in &deeds[..said.done] {
            tally.of(deed.kind()).acknowledged += 1;
            *state = state.after(deed);
        }
        let under_way = said.under_way(&deeds);
        let kind = match under_way {
            Some(deed) => deed.kind(),
            None if said.is_open => KINDS.len() - 1,
            None => about.kind_of_opening(),
        };
        tally.of(kind).kills += 1;
        let expected =
            Expected { before: state, under_way, codes: said.codes(), with_keys: round % 10 == 9 };
        let at = format!("seed {seed}, life {number} ({about:?}), kill {round}, {}", KINDS[kind]);
        match (judge(place, &expected, work.path()), said.trouble) {
            (_, Some(trouble)) => {
                tally.broken.push(format!("{at}: the child was told {trouble}"));
                return tally;
            }
            (Verdict::Holds(found), None) => {
                begun.codes = expected.codes;
                *state = *found;
                state.forget_backups();
                clear(&place.backups());
            }
            (Verdict::Lost(what), None) => {
                tally.of(kind).lost += 1;
                tally.broken.push(format!("{at}: lost: {what}"));
                return tally;
            }
            (Verdict::Unreadable(what), None) => {
                tally.of(kind).unreadable += 1;
                tally.broken.push(format!("{at}: unreadable: {what}"));
                return tally;
            }
        }
    }
    tally
}

/// How long each operation takes here, so that a kill falls into it.
struct Pace([Duration; KINDS.len()]);

impl Pace {
    fn new() -> Self {
        Self([Duration::from_millis(10); KINDS.len()])
    }

    fn heard(&mut self, kind: usize, took: Duration) {
        self.0[kind] = (self.0[kind] * 3 + took) / 4;
    }
}

/// Lets a child work and kills it, and returns what it said.
fn killed(
    about: About,
    begun: &Begun,
    deeds: &[Deed],
    planner: &mut Planner,
    pace: &mut Pace,
) -> Said {
    let place = &begun.place;
    let script: String = deeds.iter().map(|deed| format!("{deed}\n")).collect();
    std::fs::write(place.script(), script).unwrap();
    let how = begun.state.passphrase.map_or("key-store".to_owned(), |number| number.to_string());
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([CHILD, place.0.to_str().unwrap(), &how, Manner::Careful.word()])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    // Where it is met: while it opens or closes the cases, or at one of the deeds.
    let opens = if about.goes_on() { 1 } else { 2 * deeds.len() };
    let mut met = planner.chance().below(deeds.len() + opens + 1);
    // Saves are in every script: what is rarer is met more often.
    if let Some(rare) = deeds.iter().rposition(|deed| deed.kind() > Deed::COMMON)
        && planner.chance().is_of_hundred(60)
    {
        met = opens + rare;
    }
    let (line, kind) = match met.checked_sub(opens) {
        None => ("opening".to_owned(), about.kind_of_opening()),
        Some(number) if number == deeds.len() => ("closing".to_owned(), KINDS.len() - 1),
        Some(number) => (format!("begin {number}"), deeds[number].kind()),
    };
    let mut heard = Said::new(begun.codes.clone());
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut since = (about.kind_of_opening(), Instant::now());
    for said in lines.by_ref() {
        heard.hear(&said, deeds);
        match said.split_once(' ') {
            Some(("begin", number)) => {
                since = (deeds[number.parse::<usize>().unwrap()].kind(), Instant::now());
            }
            Some(("done", _)) => pace.heard(since.0, since.1.elapsed()),
            None if said == "opened" => pace.heard(since.0, since.1.elapsed()),
            _ => {}
        }
        if said == line {
            break;
        }
    }
    // Within the operation, or a little after it.
    let part = u32::try_from(planner.chance().below(1_100)).unwrap();
    std::thread::sleep(pace.0[kind] * part / 1_000);
    child.kill().unwrap();
    child.wait().unwrap();
    lines.for_each(|line| heard.hear(&line, deeds));
    heard
}
