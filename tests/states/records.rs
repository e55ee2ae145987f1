//! What is kept: receipts, the administrators of an organisation over time, and checking a file.

use super::fixture::{
    Copied, Export, Fixture, FollowUp, QueryId, ROWS, Receipts, Route, Verify,
    receipts_page as first_page, verified,
};
use super::sample::{self, ago, approved, case_of, delivered, organisation, taken, whole_draft};
use domain::approval::{Level, Purpose};
use domain::case::{
    Belonging, Case, CaseId, DeliveryOutcome, Found, KeyName, Listing, MailSignature, Outcome,
    OutcomeKind, Reason, SeenKey, Stage, Stated,
};
use domain::control_code::ControlCode;
use domain::draft::{Draft, Role};
use domain::lookup::Lookup;
use domain::organisation::Organisation;
use domain::problem::Problem;
use domain::verification::{
    BundleSummary, CheckResult, Conclusion, FileKind, KeyAnswer, KeyToday, Pages, PagesDoubt,
    RecordApproval, RecordMail, RecordSummary, Refused, SummaryAdministrator, Verification,
};
use domain::{Environment, Timestamp};
use jiff::civil::date;
use std::collections::BTreeMap;

/// Approved cases of several organisations, and three of the same one.
fn receipts() -> Vec<Case> {
    [
        ("Planteskolen Nordlys", "95018238"),
        ("Strandparkens Køkken & Bad ApS", "94205360"),
        ("Andelsboligforeningen Savværksvej 12-48", "99420863"),
        ("Foreningen Nordlysets Venner i Tranekær og omegn", "99889500"),
    ]
    .into_iter()
    .zip(1u8..)
    .map(|((name, number), n)| of_organisation(n, name, number))
    .chain(same_organisation())
    .collect()
}

fn of_organisation(n: u8, name: &str, number: &str) -> Case {
    let organisation =
        Organisation { name: name.into(), cvr: sample::cvr(number), ..organisation() };
    let draft = Draft {
        cvr: number.into(),
        lookup: Lookup::Found(Box::new(organisation)),
        ..whole_draft()
    };
    delivered(&approved(&case_of(&format!("{n:032x}"), draft, 60)), taken())
}

fn same_organisation() -> Vec<Case> {
    [DeliveryOutcome::Unknown, DeliveryOutcome::Refused("Forkert referat.".into()), taken()]
        .into_iter()
        .zip(7u8..)
        .map(|(outcome, n)| {
            delivered(&approved(&case_of(&format!("{n:032x}"), whole_draft(), 60)), outcome)
        })
        .collect()
}

fn receipts_page() -> Fixture {
    Fixture { cases: receipts(), ..Fixture::at(first_page()) }
}

/// Approved today, some weeks ago, and so long ago that the set-up link has expired.
fn follow_up() -> Fixture {
    let approved_ago = |(mut case, days): (Case, i64)| {
        let Stage::Approved(approved) = &mut case.stage else { panic!("approved") };
        approved.evidence.approved_at = ago(days * 24 * 60);
        if days == 9 || days == 20 {
            approved.connection.enclosed = super::approval::enclosed();
        }
        case
    };
    let cases = receipts().into_iter().zip([0, 61, 50, 47, 20, 9, 3]).map(approved_ago).collect();
    Fixture { cases, ..Fixture::at(Route::FollowUp(FollowUp::default())) }
}

/// The second page of three.
fn many_receipts() -> Fixture {
    let cases = (1..=130u8)
        .map(|n| of_organisation(n, &format!("Ejerforeningen Strandparken {n}"), "96273118"));
    Fixture {
        cases: cases.collect(),
        ..Fixture::at(Route::Receipts(Receipts { from: ROWS, ..Receipts::default() }))
    }
}

fn exporting(done: u32, of: Option<u32>) -> Fixture {
    let export = Some(Export {
        query: QueryId(1),
        period: (date(2026, 1, 1), date(2026, 12, 31)),
        done,
        of,
    });
    Fixture {
        cases: receipts(),
        ..Fixture::at(Route::Receipts(Receipts { export, ..Receipts::default() }))
    }
}

fn verify() -> Fixture {
    Fixture::at(Route::Verify(Verify::default()))
}

/// Some copied, some not yet, one failed.
fn copied() -> Fixture {
    let copies: BTreeMap<CaseId, Result<Copied, Problem>> = receipts()
        .iter()
        .enumerate()
        .filter_map(|(i, case)| match i % 3 {
            0 => Some((
                case.id.clone(),
                Ok(Copied { path: format!("/home/mette/Kvitteringer/{i}.pdf"), accepted: true }),
            )),
            1 => Some((case.id.clone(), Err(Problem::CopyNotMade))),
            _ => None,
        })
        .collect();
    let copy_folder = Some("/home/mette/Dokumenter/Bogføring/Kvitteringer".to_owned());
    Fixture { copies, copy_folder, ..receipts_page() }
}

const CHECKS: [&str; 10] = [
    "receipt-whole",
    "receipt-pages",
    "receipt-case",
    "request-unchanged",
    "issuer-known",
    "text-shown",
    "level-substantial",
    "one-time-key",
    "seal",
    "time",
];

/// Every check holds, but these.
fn checks(other: &[(&str, Option<bool>)]) -> Vec<CheckResult> {
    CHECKS
        .into_iter()
        .map(|check| {
            let passed = other
                .iter()
                .find(|(name, _)| *name == check)
                .map_or(Some(true), |(_, passed)| *passed);
            CheckResult {
                check,
                passed,
                detail: "9f2c4e0b7d1a86355f0e9c21d47b8ae6130fd58c92e7b4a1650cf3d2987e4b10".into(),
            }
        })
        .collect()
}

fn told(level: Option<Level>) -> BundleSummary {
    let known = |moment: Timestamp| level.map(|_| moment);
    BundleSummary {
        purpose: Purpose::Approval,
        environment: Environment::Practice,
        case: CaseId(sample::CASE.into()),
        organisation: "Nordlys Tømrer & Snedker ApS".into(),
        cvr: sample::cvr("13748136"),
        representative: "Mette Lindegaard Krogh".into(),
        administrators: [
            ("Mette Lindegaard Krogh", "mette@nordlystomrer.example", date(1981, 3, 14)),
            ("Søren Thorup Winther", "soren@nordlystomrer.example", date(1987, 11, 30)),
        ]
        .map(|(name, email, born)| SummaryAdministrator {
            name: name.into(),
            email: email.into(),
            born,
        })
        .into(),
        terms: domain::terms::CURRENT.title.into(),
        terms_published: domain::terms::CURRENT.published,
        code: ControlCode::from_hash(&[0b0011_1010; 32]),
        approver: level.map(|_| "Mette Lindegaard Krogh".into()),
        approved_at: known(ago(60 * 26)),
        level,
        number: Some(7),
    }
}

fn checked(conclusion: Conclusion, told: BundleSummary, checks: Vec<CheckResult>) -> Fixture {
    let file = "PRØVE 2026-11-22 Nordlys Tømrer & Snedker ApS CVR 13748136 kvittering.pdf".into();
    let kind = Some(FileKind::Receipt);
    let (told, bundle_sha256) = (Some(told), Some([9; 32]));
    let pages = Some(if conclusion.is_whole() || conclusion == Conclusion::NotAnchored {
        Pages::AsMade
    } else {
        Pages::CannotJudge(PagesDoubt::NoEvidence)
    });
    shown(Verification {
        file,
        kind,
        conclusion,
        pages,
        refused: None,
        told,
        record: None,
        checks,
        bundle_sha256,
        away: None,
        at: ago(0),
    })
}

/// Genuine evidence, and this of the pages.
fn pages(pages: Pages, other: &[(&str, Option<bool>)]) -> Fixture {
    let file = "PRØVE 2026-11-22 Nordlys Tømrer & Snedker ApS CVR 13748136 kvittering.pdf".into();
    shown(Verification {
        file,
        kind: Some(FileKind::Receipt),
        conclusion: Conclusion::Genuine,
        pages: Some(pages),
        refused: None,
        told: Some(told(Some(Level::B))),
        record: None,
        checks: checks(other),
        bundle_sha256: Some([9; 32]),
        away: None,
        at: ago(0),
    })
}

fn nothing_inside(file: &str, kind: Option<FileKind>, refused: Option<Refused>) -> Fixture {
    let (told, checks) = (None, Vec::new());
    let conclusion = if refused.is_some() { Conclusion::NotOurs } else { Conclusion::Sealed };
    shown(Verification {
        file: file.into(),
        kind,
        conclusion,
        pages: None,
        refused,
        told,
        record: None,
        checks,
        bundle_sha256: None,
        away: None,
        at: ago(1),
    })
}

/// A live record with one mail, which holds or not; what the DNS said when it was asked again.
fn record(holds: bool, answer: Option<KeyAnswer>, is_own: bool) -> Fixture {
    let name = KeyName::new("mitid-erhverv.dk", "k2026a");
    let key = SeenKey {
        name: name.clone(),
        at: ago(80),
        found: Found::Record("v=DKIM1; k=rsa; p=AAAA".into()),
        authenticated: false,
    };
    let domain = "mitid-erhverv.dk".into();
    let signed = MailSignature::Signed { domain, listing: Listing::Unconfirmed };
    let mail = RecordMail {
        file: "tilslut-mail-1.eml".into(),
        name: "Kvittering.eml".into(),
        holds,
        belonging: Some(Belonging::Belongs),
        signature: Some(if holds { signed } else { MailSignature::Changed }),
        keys: vec![key],
        asked: answer.map(|answer| KeyToday { name, answer, at: ago(0) }).into_iter().collect(),
    };
    let of = told(None);
    let told = RecordSummary {
        environment: Environment::Live,
        case: of.case,
        number: 12,
        earlier: vec![9],
        made: ago(70),
        organisation: of.organisation,
        cvr: of.cvr,
        representative: of.representative,
        administrators: of.administrators,
        approved: None,
        terms: of.terms,
        terms_published: of.terms_published,
        outcome: OutcomeKind::Concluded,
        on: Some(date(2026, 11, 24)),
        stated: ago(90),
        by: Role::Representative,
        mails: vec![mail],
        is_own,
    };
    let check = |check, passed, detail: &str| CheckResult { check, passed, detail: detail.into() };
    shown(Verification {
        file: "2026-11-24 Nordlys Tømrer & Snedker ApS CVR 13748136 optegnelse nr. 12.pdf".into(),
        kind: Some(FileKind::Record),
        conclusion: if holds { Conclusion::OwnRecord } else { Conclusion::Changed },
        pages: Some(if holds { Pages::AsMade } else { Pages::Changed }),
        refused: None,
        told: None,
        record: Some(told),
        checks: vec![
            check("receipt-whole", Some(holds), ""),
            check("receipt-pages", Some(holds), ""),
            check("record-data", Some(true), "9f3c0a6b5d7e41f2a8c4b6d2e0f19375"),
            check("record-mail", Some(holds), "tilslut-mail-1.eml"),
        ],
        bundle_sha256: None,
        away: None,
        at: ago(0),
    })
}

/// A record that names an approval in Tilslut.
fn record_of_approved() -> Fixture {
    let mut fixture = record(true, None, true);
    if let Route::Verify(Verify { verification: Some(it), .. }) = &mut fixture.route
        && let Some(record) = &mut it.record
    {
        record.approved = Some(RecordApproval { receipt: 11, at: ago(95), level: Level::B });
    }
    fixture
}

/// Of an organisation whose last approval was concluded on the official site, and the one before
/// rejected there.
fn concluded_elsewhere() -> Vec<Case> {
    let reason = Reason { rule: None, words: "Referatet mangler".into() };
    let outcomes = [
        Outcome::Concluded { on: date(2026, 11, 24) },
        Outcome::Rejected { on: date(2026, 11, 20), reason },
    ];
    let mut cases = same_organisation();
    for (case, outcome) in cases.iter_mut().zip(outcomes) {
        let by = Role::Representative;
        case.history.stated.push(Stated { outcome, at: ago(30), by });
    }
    cases
}

fn shown(verification: Verification) -> Fixture {
    Fixture::at(verified(verification))
}

/// The states of these pages.
pub fn states() -> Vec<(&'static str, Fixture)> {
    let live = BundleSummary { environment: Environment::Live, ..told(None) };
    let other_environment =
        [("request-unchanged", None), ("issuer-known", Some(false)), ("text-shown", None)];
    vec![
        ("follow-up", follow_up()),
        ("follow-up-none", Fixture::at(Route::FollowUp(FollowUp::default()))),
        ("receipts", receipts_page()),
        ("receipts-copied", copied()),
        ("receipts-period", receipts_page().wrong_at(&[("to", Problem::PeriodBackwards)])),
        ("receipts-none", Fixture::at(first_page())),
        ("receipts-second-page", many_receipts()),
        ("receipts-export-begun", exporting(0, None)),
        ("receipts-exporting", exporting(3, Some(7))),
        (
            "receipts-exported",
            receipts_page()
                .wrote("/home/mette/Dokumenter/PRØVE Kvitteringer 2026-01-01 til 2026-12-31.zip"),
        ),
        ("receipts-export-empty", receipts_page().wrong_at(&[("to", Problem::PeriodEmpty)])),
        ("receipts-print-opened", receipts_page().wrong(Problem::PrintOpened)),
        (
            "timeline",
            Fixture {
                cases: same_organisation(),
                ..Fixture::at(Route::Timeline { cvr: organisation().cvr, cases: Vec::new() })
            },
        ),
        (
            "timeline-stated",
            Fixture {
                cases: concluded_elsewhere(),
                ..Fixture::at(Route::Timeline { cvr: organisation().cvr, cases: Vec::new() })
            },
        ),
        ("verify-record-approved", record_of_approved()),
        ("verify", verify()),
        (
            "verify-dragging",
            Fixture::at(Route::Verify(Verify { dragging: true, ..Verify::default() })),
        ),
        (
            "verify-checking",
            Fixture::at(Route::Verify(Verify { query: Some(QueryId(1)), ..Verify::default() })),
        ),
        ("verify-unreadable", verify().wrong(Problem::CheckUnreadable)),
        ("verify-paper", verify().wrong_at(&[("code", Problem::ProofWithoutFile)])),
        ("verify-genuine", checked(Conclusion::Genuine, told(Some(Level::B)), checks(&[]))),
        (
            "verify-text-not-proven",
            checked(
                Conclusion::TextNotProven,
                told(Some(Level::C)),
                checks(&[("text-shown", None)]),
            ),
        ),
        (
            "verify-not-anchored",
            checked(
                Conclusion::NotAnchored,
                told(Some(Level::D)),
                checks(&[("issuer-known", None)]),
            ),
        ),
        (
            "verify-changed",
            checked(
                Conclusion::Changed,
                told(None),
                checks(&[("seal", Some(false)), ("one-time-key", None)]),
            ),
        ),
        (
            "verify-not-proven",
            checked(
                Conclusion::NotProven,
                told(None),
                checks(&[("level-substantial", Some(false))]),
            ),
        ),
        ("verify-cannot-judge", checked(Conclusion::CannotJudge, live, checks(&other_environment))),
        (
            "verify-pages-changed",
            pages(
                Pages::Changed,
                &[("receipt-whole", Some(false)), ("receipt-pages", Some(false))],
            ),
        ),
        ("verify-pages-re-saved", pages(Pages::ReSaved, &[("receipt-whole", Some(false))])),
        (
            "verify-pages-other-edition",
            pages(Pages::CannotJudge(PagesDoubt::OtherEdition), &[("receipt-pages", None)]),
        ),
        ("verify-record", record(true, None, true)),
        (
            "verify-record-asked",
            record(true, Some(KeyAnswer::Same { authenticated: false }), false),
        ),
        ("verify-record-gone", record(true, Some(KeyAnswer::Gone), false)),
        (
            "verify-record-not-asked",
            record(true, Some(KeyAnswer::Unknown(Problem::MailKeyDown)), false),
        ),
        ("verify-record-changed", record(false, None, false)),
        ("verify-not-ours", nothing_inside("Scan 2026-11-24.pdf", None, Some(Refused::Picture))),
        ("verify-cut-off", nothing_inside("kvittering.pdf", None, Some(Refused::CutOff))),
        (
            "verify-sealed",
            nothing_inside(
                "PRØVE Nordlys Tømrer & Snedker ApS CVR 13748136.tilslut",
                Some(FileKind::HandOver),
                None,
            ),
        ),
    ]
}
