//! Deleting: the bin, what is said when a case goes into it or comes out, and what stands in the way.

use super::fixture::{
    Backups, BinPage, CaseList, CasePage, Fixture, Moved, MovedTo, Notice, Receipts, Route, case_id,
};
use super::sample::{self, approved, case_of, delivered, taken, whole_draft};
use domain::bin::{Away, AwayPaper, Binned, BinnedCase, Rest};
use domain::case::{Case, CaseId, DeliveryOutcome};
use domain::problem::Problem;
use domain::summary::CaseState;
use jiff::civil::{Date, date};

fn row(number: u32, name: Option<&str>, state: CaseState, deleted: Date) -> BinnedCase {
    let is_concluded = matches!(state, CaseState::Delivered | CaseState::Concluded);
    BinnedCase {
        id: CaseId(format!("{number:032x}")),
        rest: Rest::from(deleted),
        state: Some(state),
        name: name.map(str::to_owned),
        cvr: name.map(|_| sample::cvr("13748136")),
        papers: is_concluded.then_some(date(2026, 11, 20)),
    }
}

fn rows() -> Vec<BinnedCase> {
    let last_week = BinnedCase {
        rest: Rest { deleted: date(2026, 10, 28), last_week: Some(date(2026, 11, 20)) },
        ..row(4, Some("Strandparkens Køkken & Bad ApS"), CaseState::Rejected, date(2026, 10, 28))
    };
    vec![
        row(1, Some("Nordlys Tømrer & Snedker ApS"), CaseState::Draft, date(2026, 11, 24)),
        row(2, None, CaseState::Draft, date(2026, 11, 23)),
        row(3, Some("Planteskolen Nordlys"), CaseState::Delivered, date(2026, 11, 12)),
        last_week,
        BinnedCase {
            state: None,
            ..row(
                5,
                Some("Andelsboligforeningen Savværksvej 12-48"),
                CaseState::Draft,
                date(2026, 9, 1),
            )
        },
    ]
}

fn bin(rows: Vec<BinnedCase>, total: u32) -> Fixture {
    let page = BinPage { from: 0, binned: Binned { rows, total } };
    let backups = Backups { stored: 12, ..Backups::default() };
    Fixture { backups, ..Fixture::at(Route::Bin(page)) }
}

fn moved(name: Option<&str>, to: MovedTo) -> Notice {
    let name = name.map(str::to_owned);
    Notice { moved: Some(Moved { case: case_id(), name, to }), ..Notice::default() }
}

fn cases(cases: Vec<Case>, binned: Vec<Case>) -> Fixture {
    Fixture { cases, binned, ..Fixture::at(Route::Cases(CaseList::default())) }
}

fn draft() -> Case {
    case_of(&format!("{:032x}", 9), whole_draft(), 60)
}

fn deleted() -> Case {
    sample::case(whole_draft())
}

pub fn states() -> Vec<(&'static str, Fixture)> {
    let nordlys = Some("Nordlys Tømrer & Snedker ApS");
    let many: Vec<BinnedCase> = (1..=60)
        .map(|number| {
            let name = format!("Ejerforeningen Havnegade {number}");
            row(number, Some(&name), CaseState::Draft, date(2026, 11, 24))
        })
        .collect();
    let after_deleting =
        Fixture { notice: moved(nordlys, MovedTo::Bin), ..cases(vec![draft()], vec![deleted()]) };
    let last_one = Fixture { notice: moved(None, MovedTo::Bin), ..cases(vec![], vec![deleted()]) };
    let put_back = Fixture { notice: moved(nordlys, MovedTo::Back), ..bin(rows(), 5) };
    let emptied = Fixture { notice: moved(nordlys, MovedTo::Nowhere), ..bin(vec![], 0) };
    let done = |outcome| {
        let case = delivered(&approved(&sample::case(whole_draft())), outcome);
        Fixture::of(CasePage::Done, case)
    };
    let away = vec![
        AwayPaper { number: 2, why: Away::Deleted(date(2026, 10, 3)) },
        AwayPaper { number: 5, why: Away::InBin },
    ];
    let receipts = Receipts { away: away.clone(), ..Receipts::default() };
    vec![
        ("bin", bin(rows(), 5)),
        ("bin-live", bin(rows(), 5).live()),
        ("bin-none", bin(vec![], 0)),
        ("bin-many", bin(many, 130)),
        ("bin-kept", bin(rows(), 5).wrong(Problem::DeleteKept)),
        ("bin-put-back", put_back),
        ("bin-emptied", emptied),
        ("cases-deleted", after_deleting),
        ("cases-deleted-last", last_one),
        ("done-delete-blocked", done(DeliveryOutcome::Unknown).wrong(Problem::DeleteDelivery)),
        ("done-delete-kept", done(taken()).wrong(Problem::DeleteKept)),
        (
            "receipts-deleted",
            Fixture {
                cases: vec![delivered(&approved(&draft()), taken())],
                ..Fixture::at(Route::Receipts(receipts.clone()))
            },
        ),
        ("receipts-none-deleted", Fixture::at(Route::Receipts(receipts))),
    ]
}
