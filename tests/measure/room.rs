//! The vault with 100, 10,000 and 100,000 cases, as many approved as drafts, without a window: what
//! a person waits for must not grow with the cases. A hundred cases are the floor of the same run.
//! Opening a case and typing into it are timed as the window has them: from what it sends until it
//! has what the page shows, with the case safe on the disk.

use crate::row::{Row, Samples};
use crate::support::{Installation, Tilslut};
use contract::answers::{Answers, Representative};
use contract::{Navigation, PartName, View};
use domain::Environment;
use domain::case::{Case, CaseId, Stage};
use domain::draft::Draft;
use domain::lookup::Lookup;
use domain::summary::Query;
use jiff::SignedDuration;
use shell::numbering;
use std::path::Path;
use std::time::{Duration, Instant};
use vault::{KeyStore, Opening, Vault};

const SIZES: [usize; 3] = [100, 10_000, 100_000];
const TIMES: usize = 100;
/// How many times a hundred cases' time opening may take with a hundred thousand.
const OPENING: f64 = 1.3;
/// How many times that opening a case and typing into it may take.
const ONE_CASE: f64 = 1.5;
/// How many keys are pressed in each case.
const KEYS: usize = 10;

/// A vault with so many cases, and what is asked of it.
struct Filled {
    machine: Installation,
    vault: Option<Vault>,
    cases: usize,
}

/// Measures with this approved case as the pattern.
pub fn measure(folder: &Path, case: &Case) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut floor = Filled::new(&folder.join("room-100"), case, SIZES[0]);
    for cases in &SIZES[1..] {
        let mut filled = Filled::new(&folder.join(format!("room-{cases}")), case, *cases);
        floor.reopen();
        for (what, bar, ask) in ASKED {
            let in_turns = |turn| [ask(&mut filled, turn), ask(&mut floor, turn)];
            rows.push(row(what, *cases, bar, in_turns));
        }
        let [ours, beside] = [&mut filled, &mut floor].map(Filled::start);
        for (what, ask) in SEEN {
            let in_turns = |turn| [ask(&ours, *cases, turn), ask(&beside, SIZES[0], turn)];
            rows.push(row(what, *cases, Some(ONE_CASE), in_turns));
        }
        ours.close();
        beside.close();
    }
    rows
}

/// A row of what is asked in turns of the larger vault and of that with a hundred cases.
fn row(
    what: &str,
    cases: usize,
    bar: Option<f64>,
    mut ask: impl FnMut(usize) -> [Duration; 2],
) -> Row {
    let (mut ours, mut beside) = (Samples::default(), Samples::default());
    for turn in 0..TIMES + 5 {
        let [one, other] = ask(turn);
        if turn >= 5 {
            ours.time(one);
            beside.time(other);
        }
    }
    let what = format!("{what}, {cases} cases in the vault");
    Row { what, unit: "ms", samples: ours, beside: Some(("the same with 100 cases", beside)), bar }
}

type Ask = fn(&mut Filled, usize) -> Duration;

const ASKED: [(&str, Option<f64>, Ask); 5] = [
    ("Open the vault", Some(OPENING), open),
    ("First page: 100 rows", None, |it, _| it.list(Query::default())),
    ("A page in the middle of the list", None, |it, _| {
        let from = u32::try_from(it.cases / 2).expect("a few");
        it.list(Query { from, ..Query::default() })
    }),
    ("Search that finds one case in a thousand", None, |it, turn| {
        it.list(Query { words: format!("{:03} nord", turn % 1000), ..Query::default() })
    }),
    ("Search that finds every case", None, |it, _| {
        it.list(Query { words: "n".into(), ..Query::default() })
    }),
];

/// What the window asks of the program, with so many cases.
type See = fn(&Tilslut, usize, usize) -> Duration;

const SEEN: [(&str, See); 2] = [
    ("Open a case: from the click to what its page shows", |it, cases, turn| {
        let case = id((turn * 7919) % cases).0;
        let took = timed(|| it.go(Navigation::Case { case }));
        it.go(Navigation::Help);
        took
    }),
    ("One keystroke in a draft, until it is saved", |it, cases, turn| {
        let number = (turn / KEYS * 2 * 7919) % cases;
        let case = id(number - number % 2).0;
        if turn % KEYS == 0 {
            it.go(Navigation::Part { case: case.clone(), part: PartName::Representative });
        }
        let typed = Representative {
            name: "Mette Lindegaard Krogh".into(),
            title: format!("direktør{}", "x".repeat(turn % KEYS)),
            email: "mette@nordlystomrer.example".into(),
            has_mitid: None,
            in_cvr: None,
        };
        timed(|| it.answer(&case, Answers::Representative(typed)))
    }),
];

/// Until the window has it, as it crosses to the window.
fn timed(ask: impl FnOnce() -> View) -> Duration {
    let began = Instant::now();
    let view = ask();
    let crossed = serde_json::to_string(&view).expect("a view is JSON");
    let took = began.elapsed();
    assert!(view.case.is_some() && view.problem.is_none(), "{crossed}");
    took
}

impl Filled {
    fn new(folder: &Path, pattern: &Case, cases: usize) -> Self {
        let machine = Installation::at(folder.to_owned());
        fill(&machine.folder, machine.store.as_ref(), pattern, cases);
        let mut filled = Self { machine, vault: None, cases };
        filled.reopen();
        filled
    }

    fn reopen(&mut self) {
        self.vault = None;
        let opened =
            Vault::open(&self.machine.folder, Environment::Practice, self.machine.store.as_ref());
        let Opening::Open(vault) = opened else { panic!("it opens") };
        self.vault = Some(vault);
    }

    /// The whole program with these cases, but for its window.
    fn start(&mut self) -> Tilslut {
        self.vault = None;
        self.machine.start()
    }

    fn list(&mut self, query: Query) -> Duration {
        let vault = self.vault.as_mut().expect("it is open");
        let began = Instant::now();
        assert!(vault.list(&query).expect("it can be listed").total > 0);
        began.elapsed()
    }
}

/// Makes a vault with so many cases.
pub fn fill(folder: &Path, store: &dyn KeyStore, pattern: &Case, cases: usize) {
    let Opening::Open(mut vault) = Vault::open(folder, Environment::Practice, store) else {
        panic!("a new vault")
    };
    // Filling is not what is measured: every save waiting for the disk would take an hour.
    vault::testing::execute(&vault, "PRAGMA synchronous = OFF");
    for number in 0..cases {
        // With its receipt number, as every approved case has: giving it one takes its first start.
        numbering::save(&mut vault, &made(pattern, number)).expect("it can be saved");
    }
}

fn open(filled: &mut Filled, _: usize) -> Duration {
    filled.vault = None;
    let began = Instant::now();
    filled.reopen();
    began.elapsed()
}

fn id(number: usize) -> CaseId {
    // Not in the order of their making, as ids made at random are not.
    CaseId(format!(
        "{:032x}",
        (number as u128).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)
    ))
}

/// A case like the pattern: drafts and approved ones in turns, each about an organisation of its
/// own name.
fn made(pattern: &Case, number: usize) -> Case {
    let Stage::Approved(approved) = &pattern.stage else { panic!("the pattern is approved") };
    let name = format!("Nordlys Tømrer {:03} {:06} ApS", number % 1000, number);
    let mut approved = approved.clone();
    approved.connection.organisation.name = name;
    let stage = if number.is_multiple_of(2) {
        let organisation = Box::new(approved.connection.organisation.clone());
        Stage::Drafting(Box::new(Draft {
            lookup: Lookup::Found(organisation),
            ..Draft::of(&approved.connection)
        }))
    } else {
        Stage::Approved(approved)
    };
    let changed =
        pattern.created + SignedDuration::from_secs(i64::try_from(number).expect("a few"));
    Case { id: id(number), stage, changed, ..pattern.clone() }
}
