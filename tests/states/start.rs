//! Opening the program, the list of cases, and the pages that need no case.

use super::draft::{documented_draft, not_needed_draft};
use super::fixture::{
    BackupAt, CaseList, Closed, Damaged, DamagedStep, Fixture, FolderAdvice, Older, Phase, Query,
    QueryId, Restores, Route, Services, SyncedBy, Unlocking, UnreadableCase, Ways,
};
use super::sample::{
    self, after, approved, association, begun_draft, case_of, delivered, organisation,
    reporter_draft, taken, whole_draft,
};
use domain::Environment;
use domain::case::{Case, CaseId, DeliveryOutcome, Event, ScreenId};
use domain::draft::Draft;
use domain::lookup::Lookup;
use domain::organisation::Organisation;
use domain::outcome::ScreenNote;
use domain::problem::Problem;
use domain::profile::{PartInForce, PartReading, ProfileSource, Profiles, ServicePart};
use domain::rollback::{Missing, Rollback};
use domain::salvage::{MissingDocuments, Salvage};
use domain::summary::{CaseState, Direction, SortBy};

/// Cases that need nothing more.
const ENDED: [CaseState; 2] = [CaseState::NotNeeded, CaseState::Delivered];

/// The last attempt to unlock failed.
fn failed(problem: Problem) -> Unlocking {
    Unlocking { query: None, problem: Some(problem) }
}

/// Of two cases: one from before the time was kept.
fn notes() -> Vec<ScreenNote> {
    let note = |screen: &str, text: &str, days: i64| ScreenNote {
        screen: ScreenId(screen.into()),
        text: text.into(),
        at: Some(sample::ago(days * 24 * 60)),
        guide: Some(jiff::civil::date(2026, 11, 22)),
    };
    let earlier = ScreenNote { at: None, guide: None, ..note("role", "Der er tre valg", 0) };
    vec![
        note("organisation", "Der står »Find din virksomhed«, og feltet hedder CVR eller navn.", 1),
        note("terms", "[…] stod øverst, og vilkårene var i to dele", 3),
        earlier,
    ]
}

/// What lies here is not what was here last.
fn older(kind: Rollback, receipts: Option<(u64, u64)>, opening: Option<Restores>) -> Fixture {
    let (is_gone, is_told) = (kind == Rollback::Gone, receipts.is_some());
    let missing = Missing {
        kind,
        was: (!is_gone || is_told).then(|| sample::ago(60 * 3)),
        is: (!is_gone).then(|| sample::ago(60 * 24 * 12)),
        changes: match kind {
            Rollback::Older if receipts == Some((8, 8)) => 1,
            Rollback::Older => 23,
            _ => 0,
        },
        receipts,
    };
    Fixture::not_open(Phase::Older(Older { missing, opening }))
}

/// The database is damaged.
fn damaged(step: DamagedStep, backup: Option<BackupAt>, is_looking: bool) -> Fixture {
    Fixture::not_open(Phase::Damaged(Damaged { step, backup, is_looking }))
}

fn backup() -> Option<BackupAt> {
    Some(BackupAt { made: sample::ago(60 * 26), cases: 14 })
}

/// Something of everything is missing.
fn salvage() -> Salvage {
    Salvage {
        pages: 1290,
        damaged: 17,
        cases: 11,
        unreadable: unreadable(),
        receipts: 6,
        missing_receipts: vec![3..=3, 7..=9],
        documents: 23,
        missing_documents: vec![
            MissingDocuments { name: Some("Nordlys Regnskab ApS".into()), missing: 1 },
            MissingDocuments { name: None, missing: 2 },
        ],
    }
}

/// The first page was damaged, and nothing else.
fn whole_salvage() -> Salvage {
    Salvage { pages: 312, cases: 14, receipts: 9, documents: 23, ..Salvage::default() }
}

/// Nobody knows what was in the pages that are damaged.
fn unnamed_salvage() -> Salvage {
    Salvage { damaged: 2, ..whole_salvage() }
}

/// The file is gone.
fn no_salvage() -> Salvage {
    Salvage { missing_receipts: vec![1..=9], ..Salvage::default() }
}

/// An attempt to unlock is under way.
fn unlocking() -> Unlocking {
    Unlocking { query: Some(QueryId(1)), problem: None }
}

fn choose(unlocking: Unlocking) -> Fixture {
    Fixture::not_open(Phase::ChoosePassphrase(unlocking))
}

fn closed_while(
    problem: Problem,
    key_store: bool,
    passphrase: bool,
    recovery: bool,
    unlocking: Unlocking,
) -> Fixture {
    Fixture::not_open(Phase::Closed(Closed {
        problem,
        ways: Ways { key_store, passphrase, recovery },
        unlocking,
    }))
}

fn closed(problem: Problem, passphrase: bool, recovery: bool) -> Fixture {
    closed_while(problem, !passphrase, passphrase, recovery, Unlocking::default())
}

fn cases_of(cases: Vec<Case>, list: CaseList) -> Fixture {
    Fixture { cases, ..Fixture::at(Route::Cases(list)) }
}

/// The list when this is asked for.
fn asked(query: Query) -> Fixture {
    let mut cases = every_kind_of_case();
    cases.extend(many_cases());
    cases_of(
        cases,
        CaseList {
            query: Query { limit: CaseList::default().query.limit, ..query },
            ..CaseList::default()
        },
    )
}

/// More cases than come at once.
fn many_cases() -> Vec<Case> {
    let organisation =
        |n: u8| Organisation { name: format!("Ejerforeningen Strandparken {n}"), ..organisation() };
    let draft = |n: u8| Draft { lookup: Lookup::Found(Box::new(organisation(n))), ..begun_draft() };
    (20..=90u8).map(|n| case_of(&format!("{n:032x}"), draft(n), 60 * 24 * i64::from(n))).collect()
}

/// Cases that are kept and cannot be read: one of which all is known, and one of which nothing is.
fn unreadable() -> Vec<UnreadableCase> {
    let known = UnreadableCase {
        id: CaseId(format!("{:032x}", 11)),
        problem: Problem::CaseDamaged,
        name: Some("Foreningen Nordlysets Venner i Tranekær og omegn".into()),
        cvr: Some(sample::cvr("99889500")),
        representative: Some("Mette Lindegaard Krogh".into()),
        changed: sample::ago(60 * 24 * 90),
    };
    let (name, cvr, representative) = (None, None, None);
    let newer = UnreadableCase {
        id: CaseId(format!("{:032x}", 12)),
        problem: Problem::CaseNewer,
        name,
        cvr,
        representative,
        changed: sample::ago(60 * 5),
    };
    vec![known, newer]
}

/// One case of each kind, of organisations with names of every length.
pub fn every_kind_of_case() -> Vec<Case> {
    let named = |draft: Draft, name: &str, number: &str| {
        let organisation =
            Organisation { name: name.into(), cvr: sample::cvr(number), ..organisation() };
        Draft { cvr: number.into(), lookup: Lookup::Found(Box::new(organisation)), ..draft }
    };
    let id = |n: u8| format!("{n:032x}");
    let of = |n: u8, draft: Draft, minutes: i64| case_of(&id(n), draft, minutes);
    let whole = |n: u8, name: &str, number: &str| of(n, named(whole_draft(), name, number), 300);
    let handed = of(3, named(reporter_draft(), "Havnegadens Bageri I/S", "95504183"), 60 * 80);
    let refused = DeliveryOutcome::Refused("Referatet viser ikke formandens titel.".into());
    let login_refused =
        Case { problem: Some(Problem::LoginRefused), ..whole(6, "Skovly Friskole", "93681509") };
    vec![
        of(1, begun_draft(), 3),
        delivered(&approved(&whole(2, "Kystvejens Vandværk A.m.b.a.", "98361278")), refused),
        handed_over(&handed),
        delivered(
            &approved(&whole(4, "Bakkegårdens Maskinstation ApS", "99420863")),
            DeliveryOutcome::Unknown,
        ),
        delivered(&approved(&whole(5, "Ejerforeningen Fjordbakken", "96273118")), taken()),
        login_refused,
        of(7, not_needed_draft(), 60 * 24 * 400),
        of(
            8,
            Draft { lookup: Lookup::Found(Box::new(association())), ..documented_draft() },
            60 * 24 * 60,
        ),
        of(9, sample::empty_draft(), 1),
        of(10, named(whole_draft(), "Lyng Andersen Murerforretning", "94817021"), 60),
    ]
}

/// The hand-over file is written.
pub fn handed_over(case: &Case) -> Case {
    let connection = match &case.stage {
        domain::case::Stage::Drafting(draft) => {
            domain::connection::Connection::parse(draft, domain::day_in_denmark(sample::now()))
                .expect("a whole draft")
        }
        _ => panic!("only a draft is handed over"),
    };
    let event = Event::HandOverEnded {
        file: sample::file(),
        login: None,
        outcome: Ok(Box::new(connection)),
    };
    after(case, event, 2)
}

/// Two parts of the profile cannot be used.
fn unusable(fixture: Fixture) -> Fixture {
    let part = |unusable: &str| PartInForce {
        by: Some((ProfileSource::Named, "live.toml".to_owned())),
        reading: PartReading::Lacks { missing: vec![], unusable: vec![unusable.to_owned()] },
        overruled: vec![],
    };
    let parts = [
        (ServicePart::Broker, part("broker.issuer")),
        (ServicePart::Delivery, part("delivery.url")),
    ];
    let profiles = Profiles { parts: parts.into(), unread: vec![] };
    Fixture { services: Services { profiles, ..fixture.services }, ..fixture }
}

/// The states of these pages.
pub fn states() -> Vec<(&'static str, Fixture)> {
    let cases = || cases_of(every_kind_of_case(), CaseList::default());
    let with_unreadable =
        |cases| cases_of(cases, CaseList { unreadable: unreadable(), ..CaseList::default() });
    let unsaved = every_kind_of_case().first().map(|case| (case.id.clone(), Problem::DiskFull));
    let moved = unsaved.clone().map(|(case, _)| (case, Problem::VaultMoved));
    let advised = |advice| Fixture { folder_advice: Some(advice), ..cases() };
    let stopped = |problem| Fixture::not_open(Phase::Stopped(problem));
    vec![
        ("opening", Fixture::not_open(Phase::Opening(None))),
        ("opening-asked", Fixture::not_open(Phase::Opening(Some(Problem::EnvironmentOpening)))),
        ("choose-passphrase", choose(Unlocking::default())),
        ("choose-passphrase-short", choose(failed(Problem::PassphraseShort))),
        ("choose-passphrase-unlocking", choose(unlocking())),
        ("closed-key-missing", closed(Problem::KeyMissing, false, true)),
        ("closed-locked", closed(Problem::Locked, false, true)),
        ("closed-locked-itself", closed(Problem::LockedItself, false, true)),
        ("closed-key-store-unreachable", closed(Problem::KeyStoreUnreachable, false, false)),
        ("closed-key-store-locked", closed(Problem::KeyStoreLocked, false, true)),
        ("closed-every-day", closed(Problem::KeyMissing, true, false)),
        (
            "closed-passphrase-wrong",
            closed_while(Problem::Locked, false, true, true, failed(Problem::PassphraseWrong)),
        ),
        (
            "closed-recovery-code-wrong",
            closed_while(Problem::KeyWrong, true, false, true, failed(Problem::RecoveryCodeWrong)),
        ),
        ("closed-unlocking", closed_while(Problem::Locked, false, true, true, unlocking())),
        (
            "closed-slots-lost",
            closed_while(Problem::KeySlotsLost, false, false, false, Unlocking::default()),
        ),
        (
            "closed-slots-lost-wrong",
            closed_while(
                Problem::KeySlotsLost,
                false,
                false,
                false,
                failed(Problem::BackupOtherEnvironment),
            ),
        ),
        (
            "choose-environment",
            Fixture {
                environment: Environment::Live,
                ..Fixture::not_open(Phase::ChooseEnvironment)
            },
        ),
        ("older", older(Rollback::Older, Some((8, 10)), None)),
        ("older-one", older(Rollback::Older, Some((8, 8)), None)),
        ("older-no-receipt", older(Rollback::Older, None, None).live()),
        ("older-parted", older(Rollback::Parted, Some((8, 9)), None)),
        ("older-other", older(Rollback::Other, Some((1, 41)), None)),
        ("older-gone", older(Rollback::Gone, Some((1, 9)), None)),
        ("older-gone-unknown", older(Rollback::Gone, None, None).live()),
        ("older-opening", older(Rollback::Older, Some((8, 10)), Some(Restores::No))),
        ("damaged-looking", damaged(DamagedStep::Found(None), None, true)),
        ("damaged", damaged(DamagedStep::Found(None), backup(), false)),
        ("damaged-live", damaged(DamagedStep::Found(None), None, false).live()),
        ("damaged-full", damaged(DamagedStep::Found(Some(Problem::DiskFull)), backup(), false)),
        ("damaged-reading", damaged(DamagedStep::Reading, backup(), false)),
        ("damaged-read", damaged(DamagedStep::Read(salvage().into()), backup(), false)),
        ("damaged-read-whole", damaged(DamagedStep::Read(whole_salvage().into()), None, false)),
        ("damaged-read-unnamed", damaged(DamagedStep::Read(unnamed_salvage().into()), None, false)),
        ("damaged-read-nothing", damaged(DamagedStep::Read(no_salvage().into()), backup(), false)),
        (
            "damaged-opening",
            damaged(DamagedStep::Opening(salvage().into(), Restores::Yes), backup(), false),
        ),
        ("stopped-newer", stopped(Problem::VaultNewer)),
        ("stopped-in-use", stopped(Problem::VaultInUse)),
        ("stopped-folder-read-only", stopped(Problem::FolderReadOnly)),
        ("stopped-folder-of-another", stopped(Problem::FolderOfAnother)),
        ("stopped-folder-not-there", stopped(Problem::FolderNotThere)),
        ("stopped-folder-path-too-long", stopped(Problem::FolderPathTooLong)),
        ("cases-folder-synced", advised(FolderAdvice::Synced(SyncedBy::OneDrive))),
        ("cases-folder-synced-other", advised(FolderAdvice::Synced(SyncedBy::Other))),
        ("cases-folder-network", advised(FolderAdvice::Network)),
        ("stopped-damaged", stopped(Problem::VaultDamaged)),
        ("cases-none", cases_of(Vec::new(), CaseList::default())),
        ("cases-none-live", cases_of(Vec::new(), CaseList::default()).live()),
        ("cases-live", cases().live()),
        ("cases-live-unusable", unusable(cases().live())),
        ("cases-login-in-progress", cases().wrong(Problem::EnvironmentLogin)),
        ("cases", cases()),
        ("cases-no-recovery", Fixture { ways: Ways::NONE, ..cases() }),
        ("cases-backup-place", Fixture { backups: super::backups::backups(), ..cases() }),
        ("cases-unsaved", Fixture { unsaved, ..cases() }.wrong(Problem::DiskFull)),
        ("cases-moved", Fixture { unsaved: moved, ..cases() }.wrong(Problem::VaultMoved)),
        ("cases-many", asked(Query::default())),
        ("cases-search", asked(Query { words: "strandparken 41".into(), ..Query::default() })),
        ("cases-search-none", asked(Query { words: "Vestergade".into(), ..Query::default() })),
        ("cases-filter", asked(Query { needs_attention: true, ..Query::default() })),
        (
            "cases-by-deadline",
            asked(Query {
                sort: SortBy::Deadline,
                direction: Direction::Ascending,
                states: ENDED.to_vec(),
                ..Query::default()
            }),
        ),
        ("cases-unreadable", with_unreadable(every_kind_of_case())),
        ("cases-only-unreadable", with_unreadable(Vec::new())),
        ("about-practice", Fixture::at(Route::AboutPractice)),
        ("help", Fixture::at(Route::Help(Vec::new()))),
        ("help-notes", Fixture::at(Route::Help(notes()))),
        (
            "mailbox",
            Fixture { cases: every_kind_of_case(), ..Fixture::at(Route::Mailbox(Vec::new())) },
        ),
        ("mailbox-empty", Fixture::at(Route::Mailbox(Vec::new()))),
    ]
}
