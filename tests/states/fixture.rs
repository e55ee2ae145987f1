//! What a named state is made of, apart from how the program holds it: the one file that knows how
//! it does.

pub use app::CasePage;
pub use app::model::Notify;
pub use app::model::{
    BackupAt, Backups, BrokerState, ChosenBackup, Closed, Copied, CopiedValue, Damaged,
    DamagedStep, FoundBackup, LastBackup, LogPage, LogRead, Login, LoginReason, Moved, MovedTo,
    Notice, Older, Phase, QueryId, Recorded, RegisterState, Restores, Services, Unlocking, Update,
    Ways,
};
pub use app::route::{
    BackupsPage, BinPage, CameFrom, CaseList, Export, FileBytes, FollowUp, GuidePage, HistoryPage,
    Listing, MailPage, Offered, OpenHandOver, OrganisationPage, OtherCase, ROWS, Receipts, Restore,
    RestoreStep, Route, SameOrganisation, Search, SearchHit, ServicesPage, SettingsPage, ShownMail,
    Verify,
};
pub use domain::folder::{FolderAdvice, SyncedBy};
pub use domain::keys::{BrokerKey, KeyWay, RegisterKey};
pub use domain::summary::{Query, UnreadableCase};

use super::sample::{self, CASE};
use app::input::{CloseInput, Input, Listed, ListedReceipts, Opened, Stored, VaultInput};
use app::model::{InMemory, Saved};
use app::route::ReceiptRow;
use app::{App, Open};
use domain::case::{Case, CaseId, Delivery, Mail, Stage};
use domain::chain::Link;
use domain::draft::ReporterAnswers;
use domain::organisation::Source;
use domain::parts::Part;
use domain::problem::{FieldProblem, Problem};
use domain::retention::Retention;
use domain::summary::{
    CaseDeadline, CaseSummary, Direction, DueDeadline, Paper, Row, Rows, SortBy, search_terms,
    search_text, sort_key,
};
use domain::verification::Verification;
use domain::{Environment, day_in_denmark};
use std::collections::BTreeMap;

/// A state of the program: what is on the machine, which page is open, and what that page knows.
#[derive(Clone)]
pub struct Fixture {
    /// What the program is while its cases are not open; none when they are.
    pub closed: Option<Phase>,
    /// How the key was found.
    pub by: KeyWay,
    /// The other ways to it.
    pub ways: Ways,
    /// The cases. Those that are approved have receipts, numbered in this order.
    pub cases: Vec<Case>,
    /// The cases in the bin.
    pub binned: Vec<Case>,
    /// The page that is open. What it lists comes from the cases.
    pub route: Route,
    /// What the page says beside its content.
    pub notice: Notice,
    /// A case that could not be saved, and why.
    pub unsaved: Option<(CaseId, Problem)>,
    /// The login in progress.
    pub login: Option<Login>,
    /// The code with which the broker ended a login of the case.
    pub login_code: Option<String>,
    /// The reporter who is remembered.
    pub reporter: Option<ReporterAnswers>,
    /// What the system may show.
    pub notify: Notify,
    /// The folder of copies.
    pub copy_folder: Option<String>,
    /// What became of the copies.
    pub copies: BTreeMap<CaseId, Result<Copied, Problem>>,
    /// The newest record of a case.
    pub records: BTreeMap<CaseId, Recorded>,
    /// The value that lies in the clipboard.
    pub copied: Option<CopiedValue>,
    /// The services that are asked.
    pub services: Services,
    /// Practice or live.
    pub environment: Environment,
    /// The window is about to close.
    pub closing: bool,
    /// How the backups stand.
    pub backups: Backups,
    /// Pages of the database are damaged.
    pub has_damaged_pages: bool,
    /// What is to be known of the folder of the cases.
    pub folder_advice: Option<FolderAdvice>,
    /// The page of the log, when it lies over the one that is open.
    pub log: Option<LogPage>,
}

impl Fixture {
    /// An open program with this page.
    pub fn at(route: Route) -> Self {
        let register = RegisterState { searches: true, ..RegisterState::default() };
        Self {
            closed: None,
            by: KeyWay::KeyStore,
            ways: Ways { key_store: true, passphrase: false, recovery: true },
            cases: Vec::new(),
            binned: Vec::new(),
            route,
            notice: Notice::default(),
            unsaved: None,
            login: None,
            login_code: None,
            reporter: None,
            notify: Notify::Off,
            copy_folder: None,
            copies: BTreeMap::new(),
            records: BTreeMap::new(),
            copied: None,
            services: Services { register, approves: true, ..Services::default() },
            environment: Environment::Practice,
            closing: false,
            backups: Backups::default(),
            has_damaged_pages: false,
            folder_advice: None,
            log: None,
        }
    }

    /// The same in live, where no service was set up.
    pub fn live(self) -> Self {
        let register = RegisterState { source: Source::Typed, ..RegisterState::default() };
        let services = Services { register, ..Services::default() };
        Self { services, environment: Environment::Live, ..self }
    }

    /// A program that is not open.
    pub fn not_open(phase: Phase) -> Self {
        Self { closed: Some(phase), ..Self::at(Route::Cases(CaseList::default())) }
    }

    /// The page of a part of this draft.
    pub fn part(case: Case, part: Part) -> Self {
        let route = Route::part(case.id.clone(), part);
        Self { cases: vec![case], ..Self::at(route) }
    }

    /// A page of this case.
    pub fn of(page: CasePage, case: Case) -> Self {
        let route = Route::Case { id: case.id.clone(), page };
        Self { cases: vec![case], ..Self::at(route) }
    }

    /// With something wrong that belongs to no field.
    pub fn wrong(self, problem: Problem) -> Self {
        let notice = Notice { problem: Some(problem), ..self.notice };
        Self { notice, ..self }
    }

    /// With something wrong at fields.
    pub fn wrong_at(self, problems: &[(&str, Problem)]) -> Self {
        let field_problems =
            problems.iter().map(|(field, problem)| FieldProblem::at(*field, *problem)).collect();
        let notice = Notice { field_problems, ..self.notice };
        Self { notice, ..self }
    }

    /// With a file that was written.
    pub fn wrote(self, path: &str) -> Self {
        let notice = Notice { written: Some(path.to_owned()), ..self.notice };
        Self { notice, ..self }
    }

    /// The links of the receipts, in the order of the cases.
    pub fn links(&self) -> Vec<Link> {
        let mut links: Vec<Link> = Vec::new();
        for case in self.cases.iter().filter(|case| matches!(case.stage, Stage::Approved(_))) {
            links.push(Link::after(links.last(), case.id.clone(), [0x5A; 32], |_| [0xA5; 32]));
        }
        links
    }

    /// As the program holds it: opened as it opens, and told what the database would answer.
    pub fn app(&self) -> App {
        let mut app = App::new(self.environment);
        let now = sample::at(sample::now());
        app.common.services = self.services.clone();
        if let Some(phase) = &self.closed {
            app.phase = phase.clone();
            app.common.log = self.log.clone();
            return app;
        }
        let opened = Opened {
            by: self.by,
            ways: self.ways,
            total: u32::try_from(self.cases.len()).expect("a few"),
            language: None,
            theme: None,
            retention: None,
            reporter: self.reporter.clone(),
            copy_folder: self.copy_folder.clone(),
            notify: self.notify,
            // Nothing is near in a state that is looked at.
            notified: Some(now.today),
            lock_after: app::model::LockAfter::default(),
            resume: Vec::new(),
            backups: self.backups.clone(),
            has_damaged_pages: self.has_damaged_pages,
            taken: None,
        };
        app::update(&mut app, Input::Vault(VaultInput::Opened(Box::new(opened))), now);
        let Phase::Open(open) = &mut app.phase else { panic!("it is open") };
        self.fill(open);
        if let Some(answer) = self.listed() {
            app::update(&mut app, Input::Stored(answer), now);
        }
        if let Some(advice) = self.folder_advice {
            app::update(&mut app, Input::Vault(VaultInput::FolderAdvised(advice)), now);
        }
        app.common.log = self.log.clone();
        if self.closing {
            app::update(&mut app, Input::Close(CloseInput::Requested), now);
        }
        app
    }

    fn fill(&self, open: &mut Open) {
        let links = self.links();
        let is_held = |case: &&Case| {
            self.route.case() == Some(&case.id)
                || self.unsaved.as_ref().is_some_and(|(id, _)| *id == case.id)
        };
        let held = |case: &Case| {
            let failed = self.unsaved.as_ref().filter(|(id, _)| *id == case.id);
            let saved =
                failed.map_or(Saved::At(case.changed), |(_, problem)| Saved::Failed(*problem));
            let link = links.iter().find(|link| link.case == case.id).cloned();
            (
                case.id.clone(),
                InMemory {
                    case: case.clone(),
                    saved,
                    link,
                    copied: self.copied(&case.id),
                    record: self.records.get(&case.id).cloned(),
                },
            )
        };
        open.cases = self.cases.iter().filter(is_held).map(held).collect();
        open.route = self.route.clone();
        open.notice = self.notice.clone();
        open.login = self.login.clone();
        open.copied = self.copied.clone();
        open.login_code = self
            .login_code
            .clone()
            .zip(self.route.case().cloned())
            .map(|(code, case)| (case, code));
        open.copy_failures = self
            .copies
            .iter()
            .filter_map(|(id, outcome)| Some((id.clone(), *outcome.as_ref().err()?)))
            .collect();
    }

    /// What the database answers for the page that is open, when it lists something.
    fn listed(&self) -> Option<Stored> {
        match &self.route {
            Route::Cases(list) => {
                let (rows, total) =
                    (self.rows(&list.query), u32::try_from(self.cases.len()).expect("a few"));
                let matching = u32::try_from(rows.len()).expect("a few");
                let rows = Rows { rows: window(rows, list.query.from), matching, total };
                let mut attention = self.rows(&CaseList::attention_query());
                let matching = u32::try_from(attention.len()).expect("a few");
                attention
                    .truncate(usize::try_from(CaseList::attention_query().limit).expect("a few"));
                let attention = Rows { rows: attention, matching, total };
                Some(Stored::Listed(Ok(Box::new(Listed {
                    rows,
                    attention,
                    unreadable: list.unreadable.clone(),
                    binned: u32::try_from(self.binned.len()).expect("a few"),
                }))))
            }
            Route::Receipts(page) => {
                let listed: Vec<ReceiptRow> = self
                    .papers()
                    .into_iter()
                    .map(|paper| ReceiptRow { copied: self.copied(&paper.row.summary.id), paper })
                    .collect();
                let total = u32::try_from(listed.len()).expect("a few");
                let (rows, away) = (window(listed, page.from), page.away.clone());
                Some(Stored::ReceiptsListed(Ok(ListedReceipts { rows, total, away })))
            }
            Route::FollowUp(_) => Some(Stored::Dates(Ok(self.dates()))),
            Route::Timeline { .. } => Some(Stored::Timeline(Ok(self.cases.clone()))),
            Route::Mailbox(_) => Some(Stored::Mails(Ok(self.mails()))),
            _ => None,
        }
    }

    /// The rows that a query finds, in its order.
    fn rows(&self, query: &Query) -> Vec<Row> {
        let terms = search_terms(&query.words);
        let mut rows = self.summaries();
        rows.retain(|row| {
            let text = search_text(&row.summary.words().collect::<Vec<_>>().join(" "));
            (query.states.is_empty() || query.states.contains(&row.summary.state))
                && (!query.needs_attention || row.summary.needs_attention)
                && terms.iter().all(|ways| {
                    ways.iter().any(|words| words.iter().all(|word| begins_a_word(&text, word)))
                })
        });
        match query.sort {
            SortBy::Changed => rows.sort_by_key(|row| row.summary.changed),
            SortBy::Name => rows.sort_by_key(|row| {
                (row.summary.name.is_none(), row.summary.name.as_deref().map(sort_key))
            }),
            SortBy::Deadline => {
                rows.sort_by_key(|row| {
                    row.summary
                        .next_deadline(sample::at(sample::now()).today)
                        .map_or(jiff::civil::Date::MAX, |deadline| deadline.day)
                });
            }
        }
        if query.direction == Direction::Descending {
            rows.reverse();
        }
        rows
    }

    fn summaries(&self) -> Vec<Row> {
        let (links, today) = (self.links(), sample::at(sample::now()).today);
        let row = |case: &Case| Row {
            summary: CaseSummary::of(case, today),
            receipt: links.iter().find(|link| link.case == case.id).map(|link| link.number),
        };
        self.cases.iter().map(row).collect()
    }

    /// The dates of all cases, the earliest first.
    fn dates(&self) -> FollowUp {
        let of = |row: Row| {
            let summary = row.summary;
            let due = move |deadline: &CaseDeadline| DueDeadline {
                case: summary.id.clone(),
                name: summary.name.clone(),
                cvr: summary.cvr,
                kind: deadline.kind,
                day: deadline.day,
                representative: summary.representative.clone(),
                administrators: summary.administrators.clone(),
                set_up: summary.set_up.clone(),
                paper: None,
            };
            let followed = |it: &&CaseDeadline| !it.settled && it.kind.is_followed_up();
            summary.deadlines.clone().iter().filter(followed).map(due).collect::<Vec<_>>()
        };
        let mut due: Vec<_> = self.summaries().into_iter().flat_map(of).collect();
        let kept = |paper| DueDeadline::retention(paper, Retention::default());
        due.extend(self.papers().into_iter().map(kept));
        due.sort_by_key(|one| one.day);
        FollowUp { due, more: false }
    }

    /// Receipts and records, the newest case first.
    fn papers(&self) -> Vec<Paper> {
        let paper = |row: Row| {
            let is = |(id, _): &(&CaseId, &Recorded)| **id == row.summary.id;
            let record = self.records.iter().find(is).map(|(_, record)| record);
            let approved = row.summary.approval.as_ref().map(|it| it.on);
            let made = record.map(|record| day_in_denmark(record.made));
            Some(Paper {
                number: record.map(|record| record.number).or(row.receipt),
                day: approved.or(made)?,
                is_record: approved.is_none(),
                row,
            })
        };
        self.summaries().into_iter().rev().filter_map(paper).collect()
    }

    fn mails(&self) -> Vec<(CaseId, Mail)> {
        let of = |case: &Case| match &case.stage {
            Stage::Approved(approved) => match &approved.delivery {
                Delivery::Accepted(accepted) => {
                    accepted.mails.iter().map(|mail| (case.id.clone(), mail.clone())).collect()
                }
                _ => Vec::new(),
            },
            _ => Vec::new(),
        };
        self.cases.iter().flat_map(of).collect()
    }

    fn copied(&self, case: &CaseId) -> Option<Copied> {
        self.copies.get(case).and_then(|outcome| outcome.clone().ok())
    }
}

fn begins_a_word(text: &str, start: &str) -> bool {
    text.split(' ').any(|word| word.starts_with(start))
}

fn window<T>(rows: Vec<T>, from: u32) -> Vec<T> {
    let [from, step] = [from, ROWS].map(|number| usize::try_from(number).expect("a few"));
    rows.into_iter().skip(from).take(step).collect()
}

/// The list of receipts from its first row on.
pub fn receipts_page() -> Route {
    Route::Receipts(Receipts::default())
}

/// What came of checking a file.
pub fn verified(verification: Verification) -> Route {
    Route::Verify(Verify { verification: Some(Box::new(verification)), ..Verify::default() })
}

/// The id of the case that most states are about.
pub fn case_id() -> CaseId {
    CaseId(CASE.to_owned())
}
