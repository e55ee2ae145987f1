//! The pages that show many rows: what a row says, and that a window of them stays small whatever
//! is in it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use app::input::{Input, Opened, VaultInput};
use app::model::{Copied, Ways};
use app::route::{CaseList, Export, ROWS, ReceiptRow, Receipts};
use app::{App, Phase, Route};
use contract::follow_up::rows;
use contract::pages::{DeadlineName, MailTo, Remind, RowDeadline, SetUpCount};
use contract::{Page, Shown, View, pages};
use domain::case::{Case, CaseId, Now};
use domain::cvr::CvrNumber;
use domain::keys::KeyWay;
use domain::problem::Problem;
use domain::summary::{
    ApprovalSummary, CaseDeadline, CaseSummary, DeadlineKind, Direction, DueDeadline, NextStep,
    Paper, Query, Row, Rows, SortBy, UnreadableCase,
};
use domain::{Environment, Timestamp};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 24);
/// The window takes this much for one page of the list.
const LARGEST: usize = 64 * 1024;

fn at() -> Timestamp {
    "2026-11-23T09:30:00Z".parse().unwrap()
}

fn open(total: u32, route: Route) -> App {
    let opened = Opened {
        by: KeyWay::KeyStore,
        ways: Ways::NONE,
        total,
        language: None,
        theme: None,
        retention: None,
        copy_folder: None,
        reporter: None,
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
        Now { at: at(), today: TODAY },
    );
    let Phase::Open(open) = &mut app.phase else { panic!("closed") };
    open.route = route;
    app
}

fn view(app: &App) -> View {
    contract::view(app, Shown { revision: 1, version: "0.0.0", today: TODAY, to_sign: None })
}

fn summary(n: u32) -> CaseSummary {
    let case = Case::begin(
        CaseId(format!("{n:032x}")),
        Environment::Practice,
        Now { at: at(), today: TODAY },
    );
    CaseSummary::of(&case, TODAY)
}

fn approved(n: u32) -> CaseSummary {
    let approval = ApprovalSummary {
        at: at(),
        on: date(2020, 3, 1),
        by: "Mette Bager Holm".into(),
        control_code: "ABCD EFGH JKLM".into(),
        case_number: None,
    };
    let cvr = CvrNumber::parse("13748136").ok();
    CaseSummary { approval: Some(approval), name: Some("Bager Holm ApS".into()), cvr, ..summary(n) }
}

fn list(rows: Vec<CaseSummary>, matching: u32, total: u32) -> CaseList {
    let rows = rows.into_iter().map(|summary| Row { summary, receipt: None }).collect();
    CaseList { rows: Rows { rows, matching, total }, ..CaseList::default() }
}

#[test]
fn a_window_of_a_hundred_thousand_cases_is_small_whatever_their_names() {
    let name = "Foreningen af Østjyske Æblehaver og Åbne Gårdbutikker ".repeat(40);
    let deadline =
        CaseDeadline { kind: DeadlineKind::RegisterSnapshot, day: TODAY, settled: false };
    let rows = (0..ROWS)
        .map(|n| CaseSummary {
            name: Some(name.clone()),
            representative: Some(name.clone()),
            administrators: vec![name.clone(); 100],
            cvr: CvrNumber::parse("13748136").ok(),
            next: NextStep::WaitForRepresentative,
            problem: Some(Problem::HandoverUnreadable),
            deadlines: vec![deadline],
            ..summary(n)
        })
        .collect();
    let shown = view(&open(100_000, Route::Cases(list(rows, 100_000, 100_000))));
    let Page::Cases { rows, matching, total, step, .. } = &shown.page else { panic!("cases") };
    assert_eq!((rows.len(), *matching, *total, *step), (60, 100_000, 100_000, ROWS));
    let shortened = rows[0].name.clone().unwrap();
    assert!(
        shortened.ends_with('…') && name.starts_with(shortened.trim_end_matches('…')),
        "{shortened}"
    );
    let size = serde_json::to_string(&shown).unwrap().len();
    assert!(size < LARGEST, "{size} bytes");
}

/// Whatever is asked for, and wherever the list is.
#[test]
fn the_front_page_names_the_first_cases_that_need_attention_and_says_how_many_do() {
    let query = Query { words: "nothing".into(), from: 60, ..Query::default() };
    let waiting = |n| CaseSummary {
        needs_attention: true,
        problem: Some(Problem::ReceiverDown),
        ..summary(n)
    };
    let attention = list((1..=5).map(waiting).collect(), 7, 200).rows;
    let shown =
        view(&open(200, Route::Cases(CaseList { query, attention, ..list(vec![], 0, 200) })));
    let Page::Cases { rows, attention, attention_total, .. } = shown.page else { panic!("cases") };
    assert_eq!((rows.len(), attention.len(), attention_total), (0, 5, 7));
    assert!(attention.iter().all(|row| row.needs_attention && row.problem.is_some()));
}

#[test]
fn the_front_page_says_what_was_asked_for() {
    let query = Query {
        words: "holm".into(),
        sort: SortBy::Name,
        direction: Direction::Ascending,
        from: 60,
        ..Query::default()
    };
    let shown =
        view(&open(200, Route::Cases(CaseList { query, ..list(vec![summary(1)], 61, 200) })));
    let Page::Cases { query, matching, total, .. } = shown.page else { panic!("cases") };
    let as_json = serde_json::to_value(&query).unwrap();
    let meant = serde_json::json!({
        "words": "holm", "states": [], "needsAttention": false, "sort": "name", "direction": "ascending", "from": 60,
    });
    assert_eq!((as_json, matching, total, shown.case_count), (meant, 61, 200, 200));
}

#[test]
fn a_row_tells_of_the_nearest_deadline_that_is_not_settled() {
    let deadline = |kind, day, settled| CaseDeadline { kind, day, settled };
    let day = |days: i8| date(2026, 11, days);
    for (deadlines, meant) in [
        (vec![], None),
        (vec![deadline(DeadlineKind::SetUpLink, day(1), true)], None),
        (
            vec![
                deadline(DeadlineKind::SetUpLink, day(30), false),
                deadline(DeadlineKind::SetUpReminder, day(26), false),
            ],
            Some((DeadlineName::SetUpReminder, "2026-11-26", false)),
        ),
        (
            vec![deadline(DeadlineKind::SetUpLink, day(23), false)],
            Some((DeadlineName::SetUpLink, "2026-11-23", true)),
        ),
        // What the register said can be asked again at any time: it asks for nothing.
        (
            vec![deadline(DeadlineKind::RegisterSnapshot, day(1), false)],
            Some((DeadlineName::RegisterSnapshot, "2026-11-01", false)),
        ),
    ] {
        let rows = vec![CaseSummary { deadlines, ..summary(1) }];
        let Page::Cases { rows, .. } = view(&open(1, Route::Cases(list(rows, 1, 1)))).page else {
            panic!("cases")
        };
        let meant = meant.map(|(kind, day, past)| RowDeadline { kind, day: day.to_owned(), past });
        assert_eq!(rows[0].deadline, meant);
    }
}

#[test]
fn a_case_that_cannot_be_read_is_named_with_what_is_known_of_it() {
    let known = UnreadableCase {
        id: CaseId("c1".into()),
        problem: Problem::CaseDamaged,
        name: Some("Bager Holm ApS".into()),
        cvr: CvrNumber::parse("13748136").ok(),
        representative: None,
        changed: at(),
    };
    let unknown =
        UnreadableCase { id: CaseId("c2".into()), name: None, cvr: None, ..known.clone() };
    let list = CaseList { unreadable: vec![known, unknown], ..list(vec![], 0, 0) };
    let Page::Cases { unreadable, recovery_missing, .. } = view(&open(0, Route::Cases(list))).page
    else {
        panic!("cases")
    };
    assert_eq!(
        (unreadable[0].name.as_deref(), unreadable[0].cvr.as_deref()),
        (Some("Bager Holm ApS"), Some("13 74 81 36"))
    );
    assert_eq!(
        (unreadable[1].name.as_deref(), unreadable[1].code.as_str()),
        (None, Problem::CaseDamaged.code())
    );
    assert!(!recovery_missing, "there is nothing that opens with it");
}

#[test]
fn the_receipts_say_where_in_the_list_they_are_and_how_far_an_export_is() {
    let copied = Copied { path: "/kopier/1.pdf".into(), accepted: true };
    let row = |n: u32, copied| ReceiptRow {
        paper: Paper {
            row: Row { summary: approved(n), receipt: Some(n.into()) },
            number: Some(n.into()),
            day: date(2020, 3, 1),
            is_record: false,
        },
        copied,
    };
    let period = (date(2026, 1, 1), date(2026, 12, 31));
    let export = Export { query: app::model::QueryId(7), period, done: 12, of: Some(400) };
    let page = Receipts {
        from: 60,
        rows: vec![row(61, Some(copied.clone())), row(62, Some(copied))],
        away: vec![],
        total: 62,
        export: Some(export),
    };
    let mut app = open(62, Route::Receipts(page));
    let Phase::Open(state) = &mut app.phase else { panic!("open") };
    state.copy_failures.insert(approved(62).id, Problem::CopyNotMade);
    let Page::Receipts { rows, from, total, step, period, export, .. } = view(&app).page else {
        panic!("receipts")
    };
    assert_eq!((from, total, step), (60, 62, ROWS));
    assert_eq!(
        (period.from.as_str(), period.to.as_str()),
        ("2026-01-01", "2026-12-31"),
        "the year that today lies in"
    );
    assert_eq!(export.map(|it| (it.done, it.of)), Some((12, Some(400))));
    assert_eq!(
        (rows[0].number, rows[0].approved.as_str(), rows[0].cvr.as_str()),
        (Some(61), "2020-03-01", "13 74 81 36")
    );
    assert_eq!((rows[0].keep_until.as_str(), rows[0].may_go), ("2025-12-31", true));
    assert!(matches!(rows[0].copied, Some(pages::Copied::At { .. })));
    assert!(
        matches!(rows[1].copied, Some(pages::Copied::Failed { .. })),
        "what went wrong last is told before what went well"
    );
}

#[test]
fn a_record_among_the_receipts_is_told_as_one_by_its_own_day() {
    let row = Row { summary: summary(1), receipt: Some(9) };
    let paper = Paper { row, number: Some(8), day: date(2026, 11, 24), is_record: true };
    let page = Receipts { rows: vec![ReceiptRow { paper, copied: None }], ..Receipts::default() };
    let Page::Receipts { rows, .. } = view(&open(1, Route::Receipts(page))).page else {
        panic!("receipts")
    };
    let [row] = &rows[..] else { panic!("one") };
    assert!(row.is_record);
    assert_eq!((row.number, row.approved.as_str()), (Some(8), "2026-11-24"));
    assert_eq!((row.keep_until.as_str(), &row.copied), ("2031-12-31", &None));
}

/// A date of the set-up of a case with two administrators.
fn due(kind: DeadlineKind, day: Date, set_up: [bool; 2]) -> DueDeadline {
    DueDeadline {
        case: CaseId("c1".into()),
        name: Some("Nordlys".into()),
        cvr: None,
        kind,
        day,
        representative: Some("Mette Krogh".into()),
        administrators: vec!["Mette Krogh".into(), "Søren Winther".into()],
        set_up: set_up.map(Some).into(),
        paper: None,
    }
}

#[test]
fn the_follow_up_counts_who_is_set_up_and_names_the_one_who_misses() {
    let link = DeadlineKind::SetUpLink;
    for (set_up, done, remind) in [
        ([true, false], 1, Some(("Søren Winther", 1))),
        ([false, true], 1, Some(("Mette Krogh", 0))),
        ([false, false], 0, None),
    ] {
        let rows = rows(&[due(link, TODAY, set_up)], TODAY);
        assert_eq!(rows[0].set_up, Some(SetUpCount { done, of: 2 }));
        let remind = remind.map(|(name, index)| Remind {
            name: name.to_owned(),
            to: MailTo::Administrator { index, reminder: true },
        });
        assert_eq!((&rows[0].remind, rows[0].own), (&remind, false));
    }
    let reminder = due(DeadlineKind::RepresentativeReminder, TODAY, [false, false]);
    let row = rows(&[reminder], TODAY).remove(0);
    assert_eq!((row.set_up, row.own), (None, true));
    assert_eq!(row.remind.map(|it| it.to), Some(MailTo::Representative { reminder: true }));
}

#[test]
fn a_reminder_that_another_has_taken_the_place_of_is_not_shown() {
    use DeadlineKind::{SetUpLastReminder, SetUpLink, SetUpReminder};
    let before = |days: i64| TODAY.saturating_sub(days.days());
    let of = |first: i64, last: i64, link: i64| {
        let days = [(SetUpReminder, first), (SetUpLastReminder, last), (SetUpLink, link)];
        let all = days.map(|(kind, ago)| due(kind, before(ago), [false, false]));
        rows(&all, TODAY).into_iter().map(|row| row.kind).collect::<Vec<_>>()
    };
    let [first, last, link] = [SetUpReminder, SetUpLastReminder, SetUpLink].map(Into::into);
    assert_eq!(of(0, -7, -14), [first, last, link]);
    assert_eq!(of(1, -6, -13), [first, last, link]);
    assert_eq!(of(8, 1, -6), [last, link]);
    assert_eq!(of(15, 8, 1), [link]);
}

#[test]
fn whoever_has_left_is_neither_counted_nor_reminded() {
    let mut left = due(DeadlineKind::SetUpLink, TODAY, [false, false]);
    left.set_up = vec![None, Some(false)];
    let row = rows(&[left], TODAY).remove(0);
    assert_eq!(row.set_up, Some(SetUpCount { done: 0, of: 1 }));
    let to = MailTo::Administrator { index: 1, reminder: true };
    assert_eq!(row.remind.map(|it| it.to), Some(to));
}

/// Messages and files call a kind of date by one word.
#[test]
fn a_kind_of_date_has_one_name() {
    for kind in DeadlineKind::ALL {
        let name = serde_json::to_value(DeadlineName::from(kind)).unwrap();
        assert_eq!(name, kind.name());
    }
}
