//! What a timeline must hold: every approval with who approved it and its code, every person with
//! all appointments, and nobody's address or date of birth.

use crate::case::{Case as Prepared, administrator, at, many, name};
use crate::reading::{
    assert_in_order, assert_marked, assert_numbered, pages, squeezed, text, told,
};
use crate::{ENVIRONMENTS, LANGUAGES};
use domain::approver::Approver;
use domain::case::{Accepted, Approved, Case, CaseId, Delivery, Stage, Token};
use domain::connection::Administrator;
use domain::{Environment, Language};
use jiff::civil::date;
use receipt::{Timeline, timeline, timeline_file_name};

fn case(
    environment: Environment,
    id: u32,
    when: &str,
    people: Vec<Administrator>,
    delivery: Delivery,
) -> Case {
    let prepared = Prepared::usual(environment, Language::Danish)
        .about(|connection| connection.administrators = people);
    let mut evidence = prepared.evidence;
    evidence.approved_at = at(when);
    let approver = Approver::of(&evidence, &prepared.connection);
    let stage = Stage::Approved(Box::new(Approved {
        connection: prepared.connection,
        evidence,
        approver,
        delivery,
        visit: None,
    }));
    let id = CaseId(format!("{id:032x}"));
    Case {
        id,
        environment,
        created: at(when),
        changed: at(when),
        stage,
        problem: None,
        discarded_approvals: vec![],
        history: domain::case::History::default(),
    }
}

fn accepted() -> Delivery {
    let id = Token("d1".into());
    Delivery::Accepted(Accepted {
        id,
        case_number: "2026-004711".into(),
        at: at("2026-11-24T13:48:30Z"),
        mails: vec![],
    })
}

fn usual(environment: Environment) -> Vec<Case> {
    let anna = || administrator("Anna Østergaard", "anna@nordlystomrer.example", date(1981, 3, 14));
    let bo = || administrator("Bo Lund", "bo@nordlystomrer.example", date(1975, 5, 5));
    let mut mette =
        administrator("Mette Lindegaard Krogh", "mette@nordlystomrer.example", date(1969, 1, 9));
    mette.is_representative = true;
    let refused = Delivery::Refused { id: Token("d2".into()), reason: "Nej".into() };
    let unsent = Delivery::NotSent { id: Token("d3".into()) };
    vec![
        case(environment, 1, "2024-03-01T10:00:00Z", vec![anna(), bo()], accepted()),
        case(environment, 2, "2025-06-15T12:30:00Z", vec![bo()], refused),
        case(environment, 3, "2026-11-24T13:47:09Z", vec![mette, anna()], unsent),
    ]
}

fn largest(environment: Environment) -> Vec<Case> {
    let mut people = many(40);
    people[6].name = name(
        &"Wolfeschlegelsteinhausenbergerdorff-Ægidiussen "
            .repeat(3)
            .chars()
            .take(120)
            .collect::<String>(),
    );
    people[7].name = name("株式 Ægir");
    (1..=3)
        .map(|id| {
            case(environment, id, &format!("202{id}-03-01T10:00:00Z"), people.clone(), accepted())
        })
        .collect()
}

fn pdf(environment: Environment, language: Language, cases: &[Case]) -> Vec<u8> {
    with(environment, language, cases, |list| timeline(list).unwrap())
}

fn with<T>(
    environment: Environment,
    language: Language,
    cases: &[Case],
    act: impl FnOnce(&Timeline<'_>) -> T,
) -> T {
    let organisation = Prepared::usual(environment, language).connection.organisation;
    let appointments = domain::timeline::timeline(cases, environment, organisation.cvr);
    act(&Timeline {
        environment,
        language,
        organisation: &organisation,
        appointments: &appointments,
        on: date(2026, 11, 25),
    })
}

/// The timelines that are looked at, by name.
pub fn samples() -> Vec<(String, Vec<u8>)> {
    use Environment::{Live, Practice};
    use Language::{Danish, English};
    [
        ("usual", pdf(Live, Danish, &usual(Live))),
        ("usual-english", pdf(Practice, English, &usual(Practice))),
        ("empty", pdf(Live, Danish, &[])),
        ("largest", pdf(Practice, Danish, &largest(Practice))),
    ]
    .map(|(name, pdf)| (format!("timeline-{name}"), pdf))
    .into()
}

#[test]
fn the_danish_timeline_says_everything_in_order() {
    let cases = usual(Environment::Live);
    let code = |case: &Case| match &case.stage {
        Stage::Approved(approved) => approved.evidence.control_code.to_string(),
        other => panic!("not approved: {other:?}"),
    };
    let codes: Vec<_> = cases.iter().map(code).collect();
    assert_in_order(
        &text(&pdf(Environment::Live, Language::Danish, &cases)),
        &[
            "Tilslut",
            "CVR 13 74 81 36 · tidslinje",
            "Administratorer over tid",
            "Hvem der er udpeget for Nordlys Tømrer & Snedker ApS, hvornår, og ved hvilken godkendelse. 25. november 2026 er der \
             3 godkendelser.",
            "Nyeste godkendelse står først.",
            "Tirsdag 24. november 2026 kl. 14.47",
            &format!(
                "Godkendt af Mette Lindegaard Krogh. Kontrolkode {}. Leveringen er ikke bekræftet.",
                codes[2]
            ),
            "Navn Rolle Udpeget før",
            "Mette Lindegaard Krogh Organisationsadministrator og ledelsesrepræsentant Første gang i Tilslut",
            "Anna Østergaard Organisationsadministrator Ja, senest 1. marts 2024",
            "Søndag 15. juni 2025 kl. 14.30",
            &format!("Kontrolkode {}. Modtageren afviste sagen, så ingen blev udpeget.", codes[1]),
            "Bo Lund Organisationsadministrator Ja, senest 1. marts 2024",
            "Fredag 1. marts 2024 kl. 11.00",
            &format!("Kontrolkode {}. Sagsnummer 2026-004711 hos modtageren.", codes[0]),
            "Anna Østergaard Organisationsadministrator Første gang i Tilslut",
            "Bo Lund Organisationsadministrator Første gang i Tilslut",
            "Person for person",
            "Mette Lindegaard Krogh",
            "Anna Østergaard",
            &format!("24. november 2026, kontrolkode {}", codes[2]),
            &format!("1. marts 2024, kontrolkode {}", codes[0]),
            "Bo Lund",
            &format!("15. juni 2025, kontrolkode {}: afvist", codes[1]),
            "Side 1 af",
        ],
    );
}

#[test]
fn the_english_practice_timeline_speaks_english() {
    assert_in_order(
        &text(&pdf(Environment::Practice, Language::English, &usual(Environment::Practice))),
        &[
            "PRØVE",
            "Administrators over time",
            "On 25 November 2026 there are 3 approvals.",
            "This is practice: nobody is appointed",
            "Tuesday 24 November 2026 at 14:47",
            "Delivery is not confirmed.",
            "Yes, last on 1 March 2024",
            "The receiver refused the case, so nobody was appointed.",
            "Person by person",
        ],
    );
}

#[test]
fn no_address_and_no_date_of_birth_is_on_it() {
    for environment in ENVIRONMENTS {
        for language in LANGUAGES {
            let shown = text(&pdf(environment, language, &usual(environment)));
            for hidden in ["@", "1981", "1975", "1969"] {
                assert!(!shown.contains(hidden), "{hidden}: {shown}");
            }
        }
    }
}

#[test]
fn none_and_a_hundred_and_twenty_are_whole_in_both_languages_and_worlds() {
    for environment in ENVIRONMENTS {
        for language in LANGUAGES {
            let none = text(&pdf(environment, language, &[]));
            assert_marked(&none, environment);
            assert_eq!(pages(&none).len(), 1);
            let all = text(&pdf(environment, language, &largest(environment)));
            assert_marked(&all, environment);
            assert_numbered(&all, language);
            let unbroken = squeezed(&all);
            for n in (1..=40).filter(|n| ![7, 8].contains(n)) {
                // Once in each approval, and once among the persons.
                assert_eq!(
                    unbroken.matches(&format!("AdministratorNummer{n}Sørensen")).count(),
                    4,
                    "{n}"
                );
            }
            assert_eq!(unbroken.matches("[U+682A][U+5F0F]Ægir").count(), 4);
        }
    }
}

#[test]
fn the_file_is_named_as_the_receipt_is() {
    let named = with(Environment::Practice, Language::Danish, &[], timeline_file_name);
    assert_eq!(named, "PRØVE 2026-11-25 Nordlys Tømrer & Snedker ApS CVR 13748136 tidslinje.pdf");
    let pdf = pdf(Environment::Practice, Language::Danish, &[]);
    assert_eq!(format!("{}.pdf", told(&pdf, "Title")), named);
    assert_eq!(told(&pdf, "Subject"), "PRØVE: administratorer over tid, uden virkning");
}
