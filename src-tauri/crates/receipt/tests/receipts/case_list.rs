//! What a list of cases must hold: every case once, sorted, with its state in the window's words,
//! totals that add up, and no person's name.

use crate::case::{Case as Prepared, at};
use crate::reading::{
    assert_in_order, assert_marked, assert_numbered, pages, squeezed, text, told,
};
use crate::{ENVIRONMENTS, LANGUAGES};
use domain::approver::Approver;
use domain::case::{
    Accepted, Approved, Approving, Basis, Case, CaseId, Delivery, HandOverFile, HandedOver,
    Received, Stage, Token,
};
use domain::cvr::CvrNumber;
use domain::draft::Draft;
use domain::need::{Kind, NeedAnswers, People};
use domain::{Environment, Language};
use jiff::civil::date;
use receipt::{CaseList, ListedCase, case_list, case_list_file_name};

fn case(environment: Environment, id: u32, stage: Stage) -> Case {
    let id = CaseId(format!("{id:032x}"));
    Case {
        id,
        environment,
        created: at("2026-11-01T08:00:00Z"),
        changed: at("2026-11-22T08:00:00Z"),
        stage,
        problem: None,
        discarded_approvals: vec![],
        history: domain::case::History::default(),
    }
}

fn prepared(name: &str) -> Prepared {
    Prepared::usual(Environment::Live, Language::Danish)
        .about(|connection| connection.organisation.name = name.into())
}

fn approved(name: &str, delivery: Delivery) -> Stage {
    let prepared = prepared(name);
    let approver = Approver::of(&prepared.evidence, &prepared.connection);
    Stage::Approved(Box::new(Approved {
        connection: prepared.connection,
        evidence: prepared.evidence,
        approver,
        delivery,
        visit: None,
    }))
}

fn token() -> Token {
    Token("d1".into())
}

fn accepted() -> Delivery {
    Delivery::Accepted(Accepted {
        id: token(),
        case_number: "2026-004711".into(),
        at: at("2026-11-24T13:48:30Z"),
        mails: vec![],
    })
}

/// A case in each state there is.
fn each(environment: Environment) -> Vec<Case> {
    let draft = |name: &str| Draft::of(&prepared(name).connection);
    let not_needed = NeedAnswers {
        people: Some(People::One),
        kind: Some(Kind::SoleProprietor),
        signs_alone: None,
        connected: None,
    };
    let handed = |name: &str| HandedOver {
        draft: draft(name),
        connection: prepared(name).connection,
        at: at("2026-11-20T08:00:00Z"),
        file: HandOverFile { path: "/home/jens/x.tilslut".into(), words: vec![] },
        login: None,
    };
    let received =
        |name: &str| Received::new(prepared(name).connection, at("2026-11-20T08:00:00Z"), None);
    let approving = |name: &str| Approving {
        connection: prepared(name).connection,
        attempt: token(),
        since: at("2026-11-22T08:00:00Z"),
        basis: Basis::Own(Box::new(draft(name))),
        hand_over: None,
    };
    let stages = [
        Stage::Drafting(Box::new(draft("Ærø Kabel"))),
        Stage::Drafting(Box::default()),
        Stage::Drafting(Box::new(Draft { need: not_needed, ..Draft::default() })),
        Stage::HandedOver(Box::new(handed("Åse Vin"))),
        Stage::Reviewing(Box::new(received("Østerbro VVS"))),
        Stage::Approving(Box::new(approving("zoologisk Have"))),
        approved("Bakken A/S", Delivery::Sending { id: token(), unknown_since: None }),
        approved("anker ApS", Delivery::NotSent { id: token() }),
        approved(
            "Citron I/S",
            Delivery::Unknown { id: token(), since: at("2026-11-24T13:48:30Z") },
        ),
        approved("Dal K/S", Delivery::Refused { id: token(), reason: "Nej".into() }),
        approved("Eg ApS", accepted()),
    ];
    (1..).zip(stages).map(|(id, stage)| case(environment, id, stage)).collect()
}

fn listed(cases: &[Case]) -> Vec<ListedCase<'_>> {
    cases.iter().map(|case| ListedCase { case, receipt: None, kept_until: None }).collect()
}

fn with_receipts(cases: &[Case]) -> Vec<ListedCase<'_>> {
    let kept_until = Some(date(2031, 12, 31));
    let number = |case: &Case| matches!(case.stage, Stage::Approved(_)).then_some(14);
    cases
        .iter()
        .map(|case| ListedCase {
            case,
            receipt: number(case),
            kept_until: number(case).and(kept_until),
        })
        .collect()
}

fn largest(environment: Environment) -> Vec<Case> {
    let name = |n: u32| match n {
        3 => {
            "Wolfeschlegelsteinhausenbergerdorff-Ægidiussen ".repeat(3).chars().take(120).collect()
        }
        4 => "株式会社 \u{202e}Ærø".into(),
        n => format!("Boligforening Nummer {n:03}"),
    };
    (1..=90).map(|n| case(environment, n, approved(&name(n), accepted()))).collect()
}

fn of<'a>(
    environment: Environment,
    language: Language,
    cases: &'a [ListedCase<'a>],
) -> CaseList<'a> {
    CaseList { environment, language, cases, on: date(2026, 11, 25) }
}

fn shown(environment: Environment, language: Language, cases: &[ListedCase<'_>]) -> String {
    text(&case_list(&of(environment, language, cases)).unwrap())
}

/// The lists that are looked at, by name.
pub fn samples() -> Vec<(String, Vec<u8>)> {
    use Environment::{Live, Practice};
    use Language::{Danish, English};
    let pdf = |environment, language, cases: &[ListedCase<'_>]| {
        case_list(&of(environment, language, cases)).unwrap()
    };
    [
        ("each", pdf(Live, Danish, &with_receipts(&each(Live)))),
        ("each-english", pdf(Practice, English, &with_receipts(&each(Practice)))),
        ("without-receipts", pdf(Practice, Danish, &listed(&each(Practice)))),
        ("empty", pdf(Live, Danish, &[])),
        ("largest", pdf(Practice, Danish, &with_receipts(&largest(Practice)))),
    ]
    .map(|(name, pdf)| (format!("case-list-{name}"), pdf))
    .into()
}

#[test]
fn the_danish_list_says_everything_in_order() {
    let cases = each(Environment::Live);
    assert_in_order(
        &shown(Environment::Live, Language::Danish, &with_receipts(&cases)),
        &[
            "Tilslut",
            "Sagsliste",
            "11 sager i Tilslut på denne computer 25. november 2026.",
            "I alt",
            "Kladde 2",
            "Behøver ikke tilslutning 1",
            "Overdraget 1",
            "Til godkendelse 1",
            "Login i gang 1",
            "Godkendt 2",
            "Udfald ukendt 1",
            "Afvist af modtageren 1",
            "Leveret 1",
            "Organisation Status Ændret Godkendt Kvittering",
            "anker ApS CVR 13 74 81 36 Godkendt 22.11.2026 24.11.2026 Nr. 14 Gem til 31.12.2031",
            "Bakken A/S CVR 13 74 81 36 Godkendt",
            "Citron I/S CVR 13 74 81 36 Udfald ukendt",
            "Dal K/S CVR 13 74 81 36 Afvist af modtageren",
            "Eg ApS CVR 13 74 81 36 Leveret",
            "zoologisk Have CVR 13 74 81 36 Login i gang 22.11.2026",
            "Ærø Kabel CVR 13 74 81 36 Kladde",
            "Østerbro VVS CVR 13 74 81 36 Til godkendelse",
            "Åse Vin CVR 13 74 81 36 Overdraget",
            "Organisation ikke oplyst Kladde",
            "Organisation ikke oplyst Behøver ikke tilslutning",
            "Side 1 af 1",
        ],
    );
}

#[test]
fn the_english_list_speaks_english() {
    let cases = each(Environment::Practice);
    assert_in_order(
        &shown(Environment::Practice, Language::English, &with_receipts(&cases)),
        &[
            "PRØVE",
            "List of cases",
            "11 cases in Tilslut",
            "In all",
            "Draft",
            "Organisation Status Changed Approved Receipt",
            "2026-11-22 2026-11-24 No. 14 Keep to 2031-12-31",
        ],
    );
}

#[test]
fn no_person_is_named() {
    for environment in ENVIRONMENTS {
        for language in LANGUAGES {
            let shown = shown(environment, language, &with_receipts(&each(environment)));
            for hidden in
                ["Mette", "Krogh", "Søren", "Winther", "Jens", "@", "1981", "1987", "/home"]
            {
                assert!(!shown.contains(hidden), "{hidden}: {shown}");
            }
        }
    }
}

#[test]
fn receipts_have_a_column_only_when_something_is_known_of_them() {
    let cases = each(Environment::Live);
    assert!(!shown(Environment::Live, Language::Danish, &listed(&cases)).contains("Kvittering"));
    let mut one = listed(&cases);
    one[6].kept_until = Some(date(2031, 12, 31));
    assert_in_order(
        &shown(Environment::Live, Language::Danish, &one),
        &["Kvittering", "Gem til 31.12.2031"],
    );
}

#[test]
fn cases_of_the_other_world_are_no_part_of_it() {
    let mut cases = each(Environment::Live);
    cases.truncate(1);
    let mut practice = each(Environment::Practice);
    practice.truncate(3);
    cases.extend(practice);
    let shown = shown(Environment::Live, Language::Danish, &listed(&cases));
    assert_in_order(&shown, &["1 sag i Tilslut", "Kladde 1", "Ærø Kabel"]);
    assert_marked(&shown, Environment::Live);
}

#[test]
fn none_and_ninety_are_whole_in_both_languages_and_worlds() {
    for environment in ENVIRONMENTS {
        for language in LANGUAGES {
            let none = shown(environment, language, &[]);
            assert_marked(&none, environment);
            assert_numbered(&none, language);
            let cases = largest(environment);
            let many = shown(environment, language, &with_receipts(&cases));
            assert_marked(&many, environment);
            assert_numbered(&many, language);
            let unbroken = squeezed(&many);
            for n in (1..=90).filter(|n| ![3, 4].contains(n)) {
                assert_eq!(unbroken.matches(&format!("Nummer{n:03}")).count(), 1, "{n}");
            }
            assert!(unbroken.contains("[U+682A][U+5F0F][U+4F1A][U+793E]"), "{many}");
            let head = if language == Language::Danish { "Ændret" } else { "Changed" };
            for page in pages(&many) {
                assert_eq!(page.contains(head), page.contains("CVR 13"), "{page}");
            }
        }
    }
}

#[test]
fn cases_of_one_name_are_sorted_by_number() {
    let mut cases = each(Environment::Live);
    cases.truncate(1);
    let mut other = cases[0].clone();
    if let Stage::Drafting(draft) = &mut other.stage {
        draft.cvr = CvrNumber::parse("12345674").unwrap().to_string();
    }
    cases.push(other);
    assert_in_order(
        &shown(Environment::Live, Language::Danish, &listed(&cases)),
        &["Ærø Kabel", "CVR 12 34 56 74", "Ærø Kabel", "CVR 13"],
    );
}

#[test]
fn the_file_is_named_by_its_day() {
    assert_eq!(
        case_list_file_name(&of(Environment::Practice, Language::Danish, &[])),
        "PRØVE 2026-11-25 sagsliste.pdf"
    );
    assert_eq!(
        case_list_file_name(&of(Environment::Live, Language::English, &[])),
        "2026-11-25 list of cases.pdf"
    );
    let pdf = case_list(&of(Environment::Practice, Language::Danish, &[])).unwrap();
    assert_eq!(told(&pdf, "Subject"), "PRØVE: liste over prøvesager");
    assert_eq!(told(&pdf, "Title"), "PRØVE 2026-11-25 sagsliste");
}
