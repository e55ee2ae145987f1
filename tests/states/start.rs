//! Opening the program, the list of cases, and the pages that need no case.

use super::draft::{documented_draft, not_needed_draft};
use super::fixture::{Access, Fixture, KeyWay, Route};
use super::sample::{
    self, after, approved, association, begun_draft, case_of, delivered, organisation, reporter_draft, taken, whole_draft,
};
use domain::case::{Case, DeliveryOutcome, Event};
use domain::draft::Draft;
use domain::lookup::Lookup;
use domain::organisation::Organisation;
use domain::problem::Problem;

fn closed(problem: Problem, passphrase: bool, recovery: bool) -> Fixture {
    Fixture::not_open(Access::Closed { problem, passphrase, recovery })
}

fn wrong_at_once(problem: Problem, passphrase: bool, recovery: bool, said: Problem) -> Fixture {
    closed(problem, passphrase, recovery).wrong(said)
}

/// One case of each kind, of organisations with names of every length.
pub fn every_kind_of_case() -> Vec<Case> {
    let named = |draft: Draft, name: &str, number: &str| {
        let organisation = Organisation { name: name.into(), cvr: sample::cvr(number), ..organisation() };
        Draft { cvr: number.into(), lookup: Lookup::Found(Box::new(organisation)), ..draft }
    };
    let id = |n: u8| format!("{n:032x}");
    let of = |n: u8, draft: Draft, minutes: i64| case_of(&id(n), draft, minutes);
    let whole = |n: u8, name: &str, number: &str| of(n, named(whole_draft(), name, number), 300);
    let handed = of(3, named(reporter_draft(), "Havnegadens Bageri I/S", "95504183"), 60 * 80);
    let refused = DeliveryOutcome::Refused("Referatet viser ikke formandens titel.".into());
    let login_refused = Case { problem: Some(Problem::LoginRefused), ..whole(6, "Skovly Friskole", "93681509") };
    vec![
        of(1, begun_draft(), 3),
        delivered(&approved(&whole(2, "Kystvejens Vandværk A.m.b.a.", "98361278")), refused),
        handed_over(&handed),
        delivered(&approved(&whole(4, "Bakkegårdens Maskinstation ApS", "99420863")), DeliveryOutcome::Unknown),
        delivered(&approved(&whole(5, "Ejerforeningen Fjordbakken", "96273118")), taken()),
        login_refused,
        of(7, not_needed_draft(), 60 * 24 * 400),
        of(8, Draft { lookup: Lookup::Found(Box::new(association())), ..documented_draft() }, 60 * 24 * 60),
        of(9, sample::empty_draft(), 1),
        of(10, named(whole_draft(), "Lyng Andersen Murerforretning", "94817021"), 60),
    ]
}

/// The hand-over file is written.
pub fn handed_over(case: &Case) -> Case {
    let connection = match &case.stage {
        domain::case::Stage::Drafting(draft) => {
            domain::connection::Connection::parse(draft, domain::day_in_denmark(sample::now())).expect("a whole draft")
        }
        _ => panic!("only a draft is handed over"),
    };
    let event = Event::HandOverEnded { file: sample::file(), login: None, outcome: Ok(Box::new(connection)) };
    after(case, event, 2)
}

/// The states of these pages.
pub fn states() -> Vec<(&'static str, Fixture)> {
    let cases = || Fixture { cases: every_kind_of_case(), ..Fixture::at(Route::Cases) };
    let no_recovery = Access::Open { by: KeyWay::KeyStore, recovery: false };
    let unsaved = every_kind_of_case().first().map(|case| (case.id.clone(), Problem::DiskFull));
    let stopped = |problem, detail: Option<&str>| Fixture::not_open(Access::Stopped { problem, detail: detail.map(str::to_owned) });
    vec![
        ("opening", Fixture::not_open(Access::Opening)),
        ("choose-passphrase", Fixture::not_open(Access::ChoosePassphrase)),
        ("choose-passphrase-short", Fixture::not_open(Access::ChoosePassphrase).wrong(Problem::PassphraseShort)),
        ("closed-key-missing", closed(Problem::KeyMissing, false, true)),
        ("closed-locked", closed(Problem::Locked, false, true)),
        ("closed-key-store-unreachable", closed(Problem::KeyStoreUnreachable, false, false)),
        ("closed-key-store-locked", closed(Problem::KeyStoreLocked, true, true)),
        ("closed-every-day", closed(Problem::KeyStoreUnreachable, true, false)),
        ("closed-passphrase-wrong", wrong_at_once(Problem::Locked, true, true, Problem::PassphraseWrong)),
        ("closed-recovery-code-wrong", wrong_at_once(Problem::KeyWrong, false, true, Problem::RecoveryCodeWrong)),
        ("stopped-newer", stopped(Problem::VaultNewer, None)),
        ("stopped-in-use", stopped(Problem::VaultInUse, None)),
        ("stopped-damaged", stopped(Problem::VaultDamaged, None)),
        ("stopped-profile", stopped(Problem::ProfileIncomplete, Some("broker.issuer, register.url, delivery.url"))),
        ("cases-none", Fixture::at(Route::Cases)),
        ("cases", cases()),
        ("cases-no-recovery", Fixture { access: no_recovery, ..cases() }),
        ("cases-unsaved", Fixture { unsaved, ..cases() }.wrong(Problem::DiskFull)),
        ("about-practice", Fixture::at(Route::AboutPractice)),
        ("help", Fixture::at(Route::Help)),
        ("mailbox", Fixture { cases: every_kind_of_case(), ..Fixture::at(Route::Mailbox) }),
        ("mailbox-empty", Fixture::at(Route::Mailbox)),
    ]
}
