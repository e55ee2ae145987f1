//! An engine without a disk: says the core's words to a store in memory, which fails when it is
//! told to, and keeps the other effects for the test to look at and to answer.

#![allow(dead_code, reason = "each test file uses its own part of this")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../../../domain/tests/drafts/mod.rs"]
pub mod drafts;
pub mod steps;

use app::effect::{Setting, Store, StoredCase};
use app::input::{CaseInput, Listed, ListedReceipts, Opened, Stored, VaultInput};
use app::intent::{CaseIntent, Intent, VaultIntent};
use app::model::{Notify, Services, Ways};
use app::route::{CaseList, FollowUp, SameOrganisation};
use app::{App, Effect, Input, Open, Route, update};
use domain::Environment;
use domain::approver::{Authority, LoginName};
use domain::bin::{Binned, BinnedCase, Rest};
use domain::case::{Case, CaseId, Delivery, Event, Evidence, Level, Now, Stage, Token};
use domain::chain::Link;
use domain::control_code::ControlCode;
use domain::keys::KeyWay;
use domain::problem::Problem;
use domain::summary::{CaseDeadline, CaseSummary, DueDeadline, Query, Row, Rows};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The program over a store in memory.
pub struct Engine {
    pub app: App,
    pub stored: BTreeMap<CaseId, Case>,
    pub links: BTreeMap<CaseId, Link>,
    /// The cases in the bin.
    pub binned: BTreeMap<CaseId, Case>,
    /// The cases that are gone for good.
    pub gone: BTreeSet<CaseId>,
    /// The next words to the store fail with this.
    pub fails: Option<Problem>,
    /// Effects that run beside the window and were not answered yet.
    pub effects: Vec<Effect>,
    /// Counts ids and moments.
    pub count: u32,
}

impl Engine {
    /// A program whose cases are open; there are these.
    pub fn open(cases: impl IntoIterator<Item = Case>) -> Self {
        let stored: BTreeMap<CaseId, Case> =
            cases.into_iter().map(|case| (case.id.clone(), case)).collect();
        let mut engine = Self {
            app: App::new(Environment::Practice),
            stored,
            links: BTreeMap::new(),
            binned: BTreeMap::new(),
            gone: BTreeSet::new(),
            fails: None,
            effects: Vec::new(),
            count: 0,
        };
        let mut services = Services::default();
        services.broker.lists_organisations = true;
        services.register.searches = true;
        services.approves = true;
        engine.input(Input::Wired(Ok(Box::new(services))));
        engine.unlock();
        engine
    }

    /// The key store opens the cases.
    pub fn unlock(&mut self) {
        if !matches!(self.app.phase, app::Phase::Opening(_)) {
            self.intent(Intent::Vault(VaultIntent::TryKeyStore));
        }
        self.effects.clear();
        let resume =
            self.stored.values().filter(|case| CaseSummary::of(case, self.now().today).resumes);
        let opened = Opened {
            by: KeyWay::KeyStore,
            ways: Ways { key_store: true, passphrase: false, recovery: true },
            total: u32::try_from(self.stored.len()).unwrap(),
            language: None,
            theme: None,
            retention: None,
            copy_folder: None,
            reporter: None,
            notify: Notify::Off,
            notified: None,
            lock_after: app::model::LockAfter::default(),
            backups: app::model::Backups::default(),
            has_damaged_pages: false,
            taken: None,
            resume: resume.map(|case| case.id.clone()).collect(),
        };
        self.input(Input::Vault(VaultInput::Opened(Box::new(opened))));
    }

    pub fn now(&self) -> Now {
        let now = drafts::later();
        Now { at: now.at + std::time::Duration::from_secs(u64::from(self.count)), ..now }
    }

    pub fn fresh(&mut self) -> Token {
        self.count += 1;
        Token(format!("{:032x}", self.count))
    }

    /// Something happens: decided, saved, and the effects kept.
    pub fn input(&mut self, input: Input) {
        self.count += 1;
        let mut inputs = vec![input];
        let mut effects: Vec<Effect> = Vec::new();
        while let Some(input) = inputs.pop() {
            let now = self.now();
            effects.extend(update(&mut self.app, input, now).into_iter().rev());
            while let Some(effect) = effects.pop() {
                match effect {
                    Effect::Store(word) => {
                        inputs.push(Input::Stored(self.store(word)));
                        break;
                    }
                    effect => {
                        self.was_saved_first(&effect);
                        self.effects.push(effect);
                    }
                }
            }
        }
    }

    pub fn intent(&mut self, intent: Intent) {
        let fresh = self.fresh();
        self.input(Input::Intent { intent, fresh });
    }

    pub fn of_case(&mut self, case: &CaseId, intent: CaseIntent) {
        self.intent(Intent::Case(case.clone(), intent));
    }

    pub fn event(&mut self, case: &CaseId, event: Event) {
        self.input(Input::Case(case.clone(), CaseInput::Event(Box::new(event))));
    }

    pub fn state(&self) -> &Open {
        self.app.open().expect("the cases are open")
    }

    pub fn route(&self) -> &Route {
        &self.state().route
    }

    /// The effects since the last look.
    pub fn take(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// The case as a restart would find it.
    pub fn kept(&self, id: &CaseId) -> &Stage {
        &self.stored[id].stage
    }

    /// What acts in the world was saved before: after a crash it can be taken up again.
    fn was_saved_first(&self, effect: &Effect) {
        let stage = |id: &CaseId| self.stored.get(id).map(|case| &case.stage);
        let saved = match effect {
            Effect::LookUp(case, query, _) => match stage(case) {
                Some(Stage::Drafting(draft)) => {
                    matches!(draft.lookup, domain::lookup::Lookup::Asked { ask, .. } if ask == query.0)
                }
                _ => false,
            },
            Effect::LogIn { case, attempt, .. } => {
                matches!(stage(case), Some(Stage::Approving(approving)) if approving.attempt == *attempt)
            }
            Effect::Deliver(case, id, bundle, _) => match stage(case) {
                Some(Stage::Approved(approved)) => {
                    matches!(&approved.delivery, Delivery::Sending { id: sent, .. } if sent == id)
                        && approved.evidence.bundle == *bundle
                }
                _ => false,
            },
            _ => true,
        };
        assert!(saved, "{effect:?} came before its save");
    }

    fn store(&mut self, word: Store) -> Stored {
        let fails = self.fails;
        let or = |problem: Option<Problem>| problem.map_or(Ok(()), Err);
        match word {
            Store::Save(case) => {
                let saved = or(fails).map(|()| {
                    self.stored.insert(case.id.clone(), (*case).clone());
                    matches!(case.stage, Stage::Approved(_)).then(|| self.link(&case.id))
                });
                Stored::Saved(case.id, saved)
            }
            Store::SaveCopy { copy, of } => {
                let id = copy.id.clone();
                let saved = or(fails).map(|()| {
                    self.stored.insert(of.id.clone(), *of);
                    self.stored.insert(id.clone(), *copy);
                    None
                });
                Stored::Saved(id, saved)
            }
            Store::SaveReceived(case, _) => {
                let saved = or(fails).map(|()| {
                    self.stored.insert(case.id.clone(), (*case).clone());
                    None
                });
                Stored::Saved(case.id, saved)
            }
            Store::Read(id) => {
                let read = or(fails).map(|()| {
                    let case = self.stored.get(&id).cloned()?;
                    Some(Box::new(StoredCase {
                        case,
                        link: self.links.get(&id).cloned(),
                        copied: None,
                        record: None,
                    }))
                });
                let read =
                    if self.binned.contains_key(&id) { Err(Problem::CaseInBin) } else { read };
                Stored::Read(id, read)
            }
            Store::ReadHistory(id) => {
                Stored::History(id, or(fails).map(|()| domain::history::Log::default()))
            }
            Store::Delete(id) => {
                let deleted = or(fails).map(|()| {
                    self.stored.remove(&id);
                });
                Stored::Deleted(id, deleted)
            }
            Store::Bin(id) => {
                let binned = or(fails).map(|()| {
                    self.binned.extend(self.stored.remove_entry(&id));
                });
                Stored::Binned(id, binned)
            }
            Store::PutBack(id) => {
                let back = or(fails).map(|()| {
                    self.stored.extend(self.binned.remove_entry(&id));
                    false
                });
                Stored::PutBack(id, back)
            }
            Store::Empty(id) => {
                let gone = or(fails).map(|()| {
                    self.gone.extend(self.binned.remove_entry(&id).map(|(id, _)| id));
                });
                Stored::Emptied(id, gone)
            }
            Store::ListBin(from) => {
                let row = |case: &Case| BinnedCase {
                    id: case.id.clone(),
                    rest: Rest::from(drafts::later().today),
                    state: None,
                    name: None,
                    cvr: None,
                    papers: None,
                };
                let rows = self.binned.values().map(row).skip(from as usize).collect();
                let total = u32::try_from(self.binned.len()).unwrap();
                Stored::BinListed(or(fails).map(|()| Binned { rows, total }))
            }
            Store::List(query) => {
                let row = |case: &Case| Row {
                    summary: CaseSummary::of(case, drafts::later().today),
                    receipt: None,
                };
                let found: Vec<Row> = self.stored.values().map(row).collect();
                let total = u32::try_from(self.stored.len()).unwrap();
                let window = |query: &Query| {
                    let found = found
                        .iter()
                        .filter(|row| !query.needs_attention || row.summary.needs_attention);
                    let rows: Vec<Row> = found.cloned().collect();
                    let matching = u32::try_from(rows.len()).unwrap();
                    Rows {
                        rows: rows
                            .into_iter()
                            .skip(query.from as usize)
                            .take(query.limit as usize)
                            .collect(),
                        matching,
                        total,
                    }
                };
                let listed = Listed {
                    rows: window(&query),
                    attention: window(&CaseList::attention_query()),
                    unreadable: vec![],
                    binned: u32::try_from(self.binned.len()).unwrap(),
                };
                Stored::Listed(or(fails).map(|()| Box::new(listed)))
            }
            Store::ListReceipts(_) => {
                Stored::ReceiptsListed(or(fails).map(|()| ListedReceipts::default()))
            }
            Store::FindOthers(id, cvr) => {
                let is_other = |case: &&Case| case.id != id;
                let of = |case: &Case| {
                    let CaseSummary { id, state, changed, cvr: of, .. } =
                        CaseSummary::of(case, drafts::later().today);
                    (of == Some(cvr)).then_some(SameOrganisation { case: id, state, changed })
                };
                let others = self.stored.values().filter(is_other).filter_map(of).collect();
                Stored::OthersFound(id, cvr, or(fails).map(|()| others))
            }
            Store::ReadTimeline(_) => Stored::Timeline(or(fails).map(|()| vec![])),
            Store::ListDates => Stored::Dates(or(fails).map(|()| FollowUp::default())),
            Store::ReadNotes => Stored::Notes(
                or(fails).map(|()| self.stored.values().flat_map(domain::notes::told).collect()),
            ),
            Store::ListNear(until) => Stored::Near(or(fails).map(|()| self.near(until))),
            Store::ReadMails => Stored::Mails(or(fails).map(|()| vec![])),
            Store::CountUncopied => Stored::Uncopied(or(fails).map(|()| 0)),
            Store::KeepReporter(_) => Stored::SettingKept(Setting::Reporter, or(fails)),
            Store::KeepSetting(setting, _) => Stored::SettingKept(setting, or(fails)),
        }
    }

    /// The dates until a day that are followed up, of every case.
    fn near(&self, until: Date) -> Vec<DueDeadline> {
        let of = |case: &Case| {
            let summary = CaseSummary::of(case, drafts::later().today);
            let near =
                |it: &&CaseDeadline| !it.settled && it.day <= until && it.kind.is_followed_up();
            let due = |it: &CaseDeadline| DueDeadline {
                case: summary.id.clone(),
                name: summary.name.clone(),
                cvr: summary.cvr,
                kind: it.kind,
                day: it.day,
                representative: summary.representative.clone(),
                administrators: summary.administrators.clone(),
                set_up: summary.set_up.clone(),
                paper: None,
            };
            summary.deadlines.iter().filter(near).map(due).collect::<Vec<_>>()
        };
        self.stored.values().flat_map(of).collect()
    }

    fn link(&mut self, id: &CaseId) -> Link {
        let newest = self.links.values().max_by_key(|link| link.number).cloned();
        let link = || Link::after(newest.as_ref(), id.clone(), [7; 32], |_| [1; 32]);
        self.links.entry(id.clone()).or_insert_with(link).clone()
    }
}

pub fn token(text: &str) -> Token {
    Token(text.into())
}

pub fn evidence() -> Box<Evidence> {
    Box::new(Evidence {
        bundle: b"{}".to_vec(),
        level: Level::B,
        approver: LoginName::Given("Mette Lindegaard Krogh".into()),
        approved_at: drafts::now().at,
        control_code: ControlCode::from_hash(&[7; 32]),
        authority: Authority::Untold,
        clock_offset: None,
    })
}
