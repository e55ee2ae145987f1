//! The vault with 100, 10,000 and 100,000 cases, as many approved as drafts, without a window: what
//! a person waits for must not grow with the cases. A hundred cases are the floor of the same run.

use crate::row::{Row, Samples};
use domain::Environment;
use domain::case::{Case, CaseId, Stage};
use domain::draft::Draft;
use domain::lookup::Lookup;
use domain::summary::Query;
use jiff::SignedDuration;
use std::path::Path;
use std::time::Instant;
use vault::testing::MemoryKeyStore;
use vault::{Opening, Vault};

const SIZES: [usize; 3] = [100, 10_000, 100_000];
const TIMES: usize = 100;
/// How many times a hundred cases' time opening may take with a hundred thousand.
const OPENING: f64 = 1.3;
/// How many times that opening and saving one case may take.
const ONE_CASE: f64 = 1.5;

/// A vault with so many cases, and what is asked of it.
struct Filled {
    home: std::path::PathBuf,
    store: MemoryKeyStore,
    vault: Option<Vault>,
    cases: usize,
}

/// Measures with this approved case as the pattern.
pub fn measure(folder: &Path, case: &Case) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut floor = Filled::new(folder, case, SIZES[0]);
    for cases in &SIZES[1..] {
        let mut filled = Filled::new(folder, case, *cases);
        for (what, bar, ask) in ASKED {
            let (mut ours, mut beside) = (Samples::default(), Samples::default());
            for turn in 0..TIMES + 5 {
                for (vault, samples) in [(&mut filled, &mut ours), (&mut floor, &mut beside)] {
                    let took = ask(vault, turn, case);
                    if turn >= 5 {
                        samples.time(took);
                    }
                }
            }
            let what = format!("{what}, {cases} cases in the vault");
            rows.push(Row {
                what,
                unit: "ms",
                samples: ours,
                beside: Some(("the same with 100 cases", beside)),
                bar,
            });
        }
    }
    rows
}

type Ask = fn(&mut Filled, usize, &Case) -> std::time::Duration;

const ASKED: [(&str, Option<f64>, Ask); 7] = [
    ("Open the vault", Some(OPENING), open),
    ("First page: 100 rows", None, |it, _, _| it.list(Query::default())),
    ("A page in the middle of the list", None, |it, _, _| {
        let from = u32::try_from(it.cases / 2).expect("a few");
        it.list(Query { from, ..Query::default() })
    }),
    ("Search that finds one case in a thousand", None, |it, turn, _| {
        it.list(Query { words: format!("{:03} nord", turn % 1000), ..Query::default() })
    }),
    ("Search that finds every case", None, |it, _, _| {
        it.list(Query { words: "n".into(), ..Query::default() })
    }),
    ("Open one case", Some(ONE_CASE), |it, turn, _| {
        let id = it.id(turn);
        it.timed(|vault| assert!(vault.case(&id).expect("it can be read").is_some()))
    }),
    ("Save one draft, durably, after a keystroke", Some(ONE_CASE), |it, turn, pattern| {
        let number = (turn * 2 * 7919) % it.cases;
        let mut case = made(pattern, number - number % 2);
        let Stage::Drafting(draft) = &mut case.stage else { panic!("the even ones are drafts") };
        draft.representative.title.push_str(&"x".repeat(turn));
        case.changed += SignedDuration::from_hours(24)
            + SignedDuration::from_secs(i64::try_from(turn).expect("a few"));
        it.timed(|vault| vault.save(&case).expect("it can be saved"))
    }),
];

impl Filled {
    fn new(folder: &Path, pattern: &Case, cases: usize) -> Self {
        let (home, store) = (
            folder.join(format!("room-{cases}-{}", folder.read_dir().map_or(0, Iterator::count))),
            MemoryKeyStore::new(),
        );
        let Opening::Open(mut vault) = Vault::open(&home, Environment::Practice, &store) else {
            panic!("a new vault")
        };
        // Filling is not what is measured: every save waiting for the disk would take an hour.
        vault::testing::execute(&vault, "PRAGMA synchronous = OFF");
        (0..cases).for_each(|number| vault.save(&made(pattern, number)).expect("it can be saved"));
        drop(vault);
        let mut filled = Self { home, store, vault: None, cases };
        filled.reopen();
        filled
    }

    fn reopen(&mut self) {
        self.vault = None;
        let Opening::Open(vault) = Vault::open(&self.home, Environment::Practice, &self.store)
        else {
            panic!("it opens")
        };
        self.vault = Some(vault);
    }

    fn id(&self, turn: usize) -> CaseId {
        id((turn * 7919) % self.cases)
    }

    fn list(&mut self, query: Query) -> std::time::Duration {
        self.timed(|vault| assert!(vault.list(&query).expect("it can be listed").total > 0))
    }

    fn timed(&mut self, ask: impl FnOnce(&mut Vault)) -> std::time::Duration {
        let vault = self.vault.as_mut().expect("it is open");
        let began = Instant::now();
        ask(vault);
        began.elapsed()
    }
}

fn open(filled: &mut Filled, _: usize, _: &Case) -> std::time::Duration {
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
