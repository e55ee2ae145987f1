//! Every stage of a case has its page, whatever page is asked for, a window that is not open shows
//! no case, and every page has a named state for the gate that opens them all.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod states;

use app::input::{Input, Opened, VaultInput};
use app::model::{Closed, Damaged, DamagedStep, InMemory, Older, Saved, Unlocking, Ways};
use app::route::{CaseList, SettingsPage};
use app::{App, CasePage, Phase, Route};
use contract::pages::{CaseState, NextName};
use contract::{Page, Shown, View};
use domain::case::{Case, Delivery, Now, OutcomeKind, Stage};
use domain::keys::KeyWay;
use domain::mail_draft::{MailTo, Recipient};
use domain::parts::Part;
use domain::problem::Problem;
use domain::rollback::{Missing, Rollback};
use domain::summary::{CaseSummary, Row, Rows};
use domain::{Environment, Language, Secret, Timestamp};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 24);

fn open(cases: Vec<Case>, route: Route) -> App {
    let opened = Opened {
        by: KeyWay::KeyStore,
        ways: Ways::NONE,
        total: u32::try_from(cases.len()).unwrap(),
        language: None,
        theme: None,
        retention: None,
        reporter: None,
        copy_folder: None,
        notify: app::model::Notify::Off,
        notified: None,
        lock_after: app::model::LockAfter::default(),
        backups: app::model::Backups::default(),
        has_damaged_pages: false,
        taken: None,
        resume: Vec::new(),
    };
    let mut app = App::new(Environment::Practice);
    app::update(
        &mut app,
        Input::Vault(VaultInput::Opened(Box::new(opened))),
        Now { at: Timestamp::UNIX_EPOCH, today: TODAY },
    );
    let Phase::Open(open) = &mut app.phase else { panic!("closed") };
    open.route = route;
    let held = |case: Case| InMemory {
        saved: Saved::At(case.changed),
        case,
        link: None,
        copied: None,
        record: None,
    };
    open.cases = cases.into_iter().map(|case| (case.id.clone(), held(case))).collect();
    app
}

fn view(app: &App) -> View {
    contract::view(app, Shown { revision: 1, version: "0.0.0", today: TODAY, to_sign: None })
}

fn samples() -> Vec<Case> {
    let cases = vault::testing::cases();
    let has = |wanted: fn(&Stage) -> bool| cases.iter().any(|case| wanted(&case.stage));
    assert!(
        has(|s| matches!(s, Stage::Drafting(_)))
            && has(|s| matches!(s, Stage::HandedOver(_)))
            && has(|s| matches!(s, Stage::Reviewing(_)))
    );
    assert!(
        has(|s| matches!(s, Stage::Approving(_)))
            && has(|s| matches!(s, Stage::Confirming(_)))
            && has(|s| matches!(s, Stage::Guided(_)))
            && has(|s| matches!(s, Stage::Approved(_)))
    );
    cases
}

/// Every page that belongs to a case.
fn routes(case: &Case) -> Vec<Route> {
    let parts = Part::ALL.into_iter().map(|part| Route::part(case.id.clone(), part));
    let others = [
        CasePage::Tasks,
        CasePage::Organisation(Box::default()),
        CasePage::Check,
        CasePage::Rules,
        CasePage::HandOver,
        CasePage::Review,
        CasePage::Approve,
        CasePage::Guide(app::route::GuidePage::default()),
        CasePage::Outcome,
        CasePage::Stated,
        CasePage::Done,
        CasePage::History(Box::default()),
        CasePage::MailDraft(MailTo { to: Recipient::Administrator(0), reminder: false }),
        CasePage::MailDraft(MailTo { to: Recipient::Representative, reminder: true }),
    ];
    others.into_iter().map(|page| Route::Case { id: case.id.clone(), page }).chain(parts).collect()
}

#[test]
fn a_case_is_shown_where_it_is_whatever_was_asked_for() {
    for case in samples() {
        for route in routes(&case) {
            let page = view(&open(vec![case.clone()], route.clone())).page;
            let is_history = matches!(route, Route::Case { page: CasePage::History(_), .. });
            let fits = match &case.stage {
                // Whatever it is, something happened to it.
                _ if is_history => matches!(page, Page::History { .. }),
                Stage::Drafting(_) => !matches!(
                    page,
                    Page::Review { .. }
                        | Page::Approve { .. }
                        | Page::Guide { .. }
                        | Page::Outcome { .. }
                        | Page::Stated { .. }
                        | Page::Done { .. }
                        | Page::Cases { .. }
                ),
                _ if matches!(page, Page::MailDraft { .. }) => {
                    let Route::Case { page: CasePage::MailDraft(mail), .. } = &route else {
                        panic!("a draft that nobody asked for")
                    };
                    case.mail_content(*mail).is_some()
                }
                Stage::HandedOver(_) => matches!(page, Page::HandOver { written: Some(_), .. }),
                Stage::Reviewing(_) => matches!(page, Page::Review { .. }),
                Stage::Approving(_) => matches!(page, Page::Approve { .. }),
                Stage::Confirming(_) => matches!(page, Page::Confirm { .. }),
                // The companion only where it is asked for; an outcome only where one was stated.
                Stage::Guided(_) => match (&route, case.outcome()) {
                    (Route::Case { page: CasePage::Guide(_), .. }, _) => {
                        matches!(page, Page::Guide { .. })
                    }
                    (Route::Case { page: CasePage::Outcome, .. }, _) | (_, None) => {
                        matches!(page, Page::Outcome { .. })
                    }
                    (_, Some(_)) => matches!(page, Page::Stated { .. }),
                },
                // What became of it since says more than the approval, whose page is there still.
                Stage::Approved(_) => match (&route, case.outcome()) {
                    (Route::Case { page: CasePage::Guide(_), .. }, _)
                        if case.visitor().is_some() =>
                    {
                        matches!(page, Page::Guide { .. })
                    }
                    (Route::Case { page: CasePage::Outcome, .. }, _) if case.states().is_some() => {
                        matches!(page, Page::Outcome { .. })
                    }
                    (Route::Case { page: CasePage::Done, .. }, _) | (_, None) => {
                        matches!(page, Page::Done { .. })
                    }
                    (_, Some(_)) => matches!(page, Page::Stated { .. }),
                },
            };
            assert!(fits, "{route:?} of {:?} shows {page:?}", std::mem::discriminant(&case.stage));
        }
    }
}

#[test]
fn a_page_of_a_case_that_is_gone_is_the_list_of_cases() {
    for case in samples() {
        for route in routes(&case) {
            let view = view(&open(vec![], route));
            assert!(matches!(view.page, Page::Cases { .. }) && view.case.is_none());
        }
    }
}

#[test]
fn what_is_closed_shows_no_case() {
    let ways = Ways { key_store: false, passphrase: true, recovery: true };
    let unlocking = Unlocking { query: None, problem: Some(Problem::PassphraseWrong) };
    for (phase, problem) in [
        (Phase::Opening(None), None),
        (Phase::ChoosePassphrase(Unlocking::default()), None),
        (
            Phase::Closed(Closed {
                problem: Problem::KeyMissing,
                ways,
                unlocking: Unlocking::default(),
            }),
            Some("key-missing"),
        ),
        (
            Phase::Closed(Closed { problem: Problem::KeyMissing, ways, unlocking }),
            Some("passphrase-wrong"),
        ),
        (
            Phase::Older(Older { missing: Missing::all(Rollback::Gone, None, &[]), opening: None }),
            None,
        ),
        (
            Phase::Damaged(Damaged {
                step: DamagedStep::Found(None),
                backup: None,
                is_looking: true,
            }),
            None,
        ),
        (Phase::Stopped(Problem::VaultInUse), Some("vault-in-use")),
    ] {
        let view = view(&App { phase: phase.clone(), ..App::new(Environment::Practice) });
        assert_eq!(
            (view.case, view.case_count, view.problem.as_deref()),
            (None, 0, problem),
            "{phase:?}"
        );
        assert!(matches!(
            view.page,
            Page::Opening
                | Page::ChoosePassphrase { .. }
                | Page::Closed { .. }
                | Page::Older { .. }
                | Page::Damaged { .. }
                | Page::Stopped
        ));
    }
}

#[test]
fn each_row_says_where_the_case_is_and_what_comes_next() {
    let cases = samples();
    let rows: Vec<Row> = cases
        .iter()
        .map(|case| Row { summary: CaseSummary::of(case, TODAY), receipt: None })
        .collect();
    let count = u32::try_from(rows.len()).unwrap();
    let list =
        CaseList { rows: Rows { rows, matching: count, total: count }, ..CaseList::default() };
    let page = view(&open(cases.clone(), Route::Cases(list))).page;
    let Page::Cases { rows, recovery_missing, matching, total, .. } = page else { panic!("cases") };
    assert!(recovery_missing, "a recovery code is asked for as soon as there is something to lose");
    assert_eq!((matching, total), (count, count));
    let kind = |case: &Case| case.outcome().map(|stated| stated.outcome.kind());
    for case in cases {
        let row = rows.iter().find(|row| row.id == case.id.0).unwrap();
        let expected = match &case.stage {
            Stage::Drafting(_) => continue,
            Stage::HandedOver(_) => (CaseState::HandedOver, NextName::WaitForRepresentative),
            Stage::Reviewing(_) => (CaseState::Received, NextName::Review),
            Stage::Approving(_) => (CaseState::Approving, NextName::FinishLogin),
            Stage::Confirming(_) => (CaseState::Confirming, NextName::ExplainApprover),
            Stage::Approved(approved) if case.outcome().is_none() => match &approved.delivery {
                Delivery::Sending { .. } => (CaseState::Approved, NextName::WaitForReceiver),
                Delivery::NotSent { .. } => (CaseState::Approved, NextName::SendAgain),
                Delivery::NoReceiver { .. } => (CaseState::Approved, NextName::Conclude),
                Delivery::Unknown { .. } => (CaseState::Unknown, NextName::AskReceiver),
                Delivery::Refused { .. } => (CaseState::Refused, NextName::ReadRefusal),
                Delivery::Accepted(_) => (CaseState::Delivered, NextName::SetUp),
            },
            Stage::Guided(_) | Stage::Approved(_) => match kind(&case) {
                None => (CaseState::Guided, NextName::StateOutcome),
                // What was stated before it, and that it was used again, keep it as it is.
                Some(OutcomeKind::Stopped) => (CaseState::Stopped, NextName::Correct),
                Some(OutcomeKind::SentToRepresentative) => {
                    (CaseState::AwaitingRepresentative, NextName::WaitForRepresentative)
                }
                Some(OutcomeKind::SentWithDocuments) => {
                    (CaseState::UnderReview, NextName::WaitForAnswer)
                }
                Some(OutcomeKind::Concluded) => {
                    let is_proven = case.is_proven();
                    let next = if case.is_set_up(TODAY) { NextName::Over } else { NextName::SetUp };
                    match is_proven {
                        true => (CaseState::Concluded, next),
                        false => (CaseState::StatedConcluded, next),
                    }
                }
                Some(OutcomeKind::Rejected) => (CaseState::Rejected, NextName::Over),
                Some(OutcomeKind::Withdrawn) => (CaseState::Withdrawn, NextName::Over),
            },
        };
        assert_eq!((row.state, row.next), expected);
    }
}

#[test]
fn what_only_the_person_may_see_cannot_be_printed() {
    let page =
        SettingsPage { code: Some(Secret::new("KANARIE".into())), ..SettingsPage::default() };
    let app = open(samples(), Route::Settings(page));
    let shown = view(&app);
    assert!(serde_json::to_string(&shown).unwrap().contains("KANARIE"), "the window gets it");
    assert!(!format!("{shown:?} {app:?}").contains("KANARIE"), "nothing else does");
    assert!(
        !format!("{:?}", vault::testing::cases()).contains("kanarieordet"),
        "nor the words of a hand-over file"
    );
}

/// The named state as the window shows it, without what only a running program adds.
fn shown(fixture: &states::Fixture, language: Language) -> View {
    let mut app = fixture.app();
    app.common.language = language;
    view(&app)
}

fn page_name(view: &View) -> String {
    serde_json::to_value(&view.page).unwrap()["is"].as_str().unwrap().to_owned()
}

fn hyphened(page: &str) -> String {
    page.chars()
        .flat_map(|c| c.is_uppercase().then_some('-').into_iter().chain(c.to_lowercase()))
        .collect()
}

/// The tags of the window's `Page`, from the generated file that `tests/contract.rs` holds to be up
/// to date.
fn every_page() -> Vec<String> {
    let generated = include_str!("../ui/src/backend/contract.gen.ts");
    let page = generated
        .lines()
        .find_map(|line| line.strip_prefix("export type Page = "))
        .expect("the type of a page");
    let tags =
        page.split("\"is\": \"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    let tags: Vec<String> = tags.collect();
    assert!(tags.len() > 20 && tags.contains(&"cases".to_owned()), "{tags:?}");
    tags
}

#[test]
fn every_page_has_a_named_state() {
    let named: Vec<String> =
        states::all().iter().map(|it| page_name(&shown(&it.fixture, Language::Danish))).collect();
    for page in every_page() {
        assert!(named.contains(&page), "no state in tests/states shows the page `{page}`");
    }
}

#[test]
fn a_named_state_shows_the_page_that_it_is_named_after() {
    for states::Named { name, fixture } in states::all() {
        let page = hyphened(&page_name(&shown(&fixture, Language::Danish)));
        assert!(name == page || name.starts_with(&format!("{page}-")), "{name} shows {page}");
    }
}

#[test]
fn no_two_named_states_have_one_name_or_show_the_same() {
    let all = states::all();
    let views: Vec<(&str, View)> =
        all.iter().map(|it| (it.name, shown(&it.fixture, Language::Danish))).collect();
    for (i, (name, view)) in views.iter().enumerate() {
        for (other, same) in &views[..i] {
            assert!(name != other, "{name} is there twice");
            assert!(view != same, "{name} and {other} show the same");
        }
    }
}

#[test]
fn a_named_state_that_asks_for_documents_lists_them() {
    for states::Named { name, fixture } in states::all() {
        if let Page::Documents { needed, .. } = shown(&fixture, Language::English).page {
            assert_eq!(needed.is_empty(), name == "documents-none", "{name}");
            assert_eq!(needed.iter().any(|it| it.board), name != "documents-none", "{name}");
            assert!(name != "documents-ready" || needed.iter().all(|it| it.done), "{name}");
        }
    }
}

#[test]
fn every_moment_that_the_window_is_told_is_danish() {
    /// What looks like a moment and has no distance from UTC, or Greenwich's.
    fn foreign(value: &serde_json::Value) -> Vec<&str> {
        match value {
            serde_json::Value::String(text) => {
                let is_moment = text.get(10..11) == Some("T")
                    && text.get(..10).is_some_and(|day| day.parse::<Date>().is_ok());
                let is_danish = text.ends_with("+01:00") || text.ends_with("+02:00");
                (is_moment && !is_danish).then_some(text.as_str()).into_iter().collect()
            }
            serde_json::Value::Array(items) => items.iter().flat_map(foreign).collect(),
            serde_json::Value::Object(members) => members.values().flat_map(foreign).collect(),
            _ => vec![],
        }
    }
    let stated = serde_json::json!(["2026-11-24", { "at": "2026-11-24T13:15:00Z" }]);
    assert_eq!(foreign(&stated), ["2026-11-24T13:15:00Z"]);
    for states::Named { name, fixture } in states::all() {
        let view = serde_json::to_value(shown(&fixture, Language::Danish)).unwrap();
        assert_eq!(foreign(&view), [""; 0], "{name}");
    }
}
