//! What the sheet for the representative must hold: what to do in its order, with a box each; what
//! was prepared, to be compared; who said that it was sent; and that it is not official.

use crate::case::Case;
use crate::reading::{assert_in_order, text};
use crate::{ENVIRONMENTS, LANGUAGES};
use domain::connection::Reporter;
use domain::person::{EmailAddress, PersonName};
use domain::{Environment, Language};
use jiff::civil::{Date, date};
use receipt::{ApprovalSheet, approval_sheet, approval_sheet_file_name};

const ON: Date = date(2026, 11, 24);

fn case(environment: Environment, language: Language) -> Case {
    let mut case = Case::usual(environment, language);
    case.connection.reporter = Some(Reporter {
        name: PersonName::parse("Jens Aagaard Holm").unwrap(),
        organisation: Some("Holm & Bjerre Revision ApS".into()),
        email: EmailAddress::parse("jens@revision.example").unwrap(),
    });
    case
}

fn of(case: &Case) -> ApprovalSheet<'_> {
    ApprovalSheet {
        environment: case.environment,
        language: case.language,
        connection: &case.connection,
        sent: date(2026, 11, 20),
        on: ON,
    }
}

/// Samples for the validators.
pub fn samples() -> Vec<(String, Vec<u8>)> {
    let mut samples = Vec::new();
    for environment in ENVIRONMENTS {
        for language in LANGUAGES {
            let name = format!("approval-sheet-{}-{language:?}", environment.word());
            samples.push((name, approval_sheet(&of(&case(environment, language))).unwrap()));
        }
    }
    let mut many = case(Environment::Live, Language::Danish);
    many.connection.administrators = crate::case::many(40);
    many.connection.organisation.name = "株式会社 Ærø <b>&amp;</b>".into();
    samples.push(("approval-sheet-many".into(), approval_sheet(&of(&many)).unwrap()));
    samples
}

#[test]
fn the_danish_live_sheet_says_everything_in_order() {
    let case = case(Environment::Live, Language::Danish);
    assert_in_order(
        &text(&approval_sheet(&of(&case)).unwrap()),
        &[
            "Godkend tilslutningen til MitID Erhverv",
            "Jens Aagaard Holm har oplyst, at tilslutningen af Nordlys Tømrer & Snedker ApS blev \
             sendt til Mette Lindegaard Krogh 20. november 2026.",
            "Kun ledelsesrepræsentanten kan godkende den.",
            "Det skal du gøre",
            "Gå til mitid-erhverv.dk/tilslutning",
            "Find tilslutningen af Nordlys Tømrer & Snedker ApS",
            "er ikke bekræftet",
            "Læs vilkårene",
            "Se, om det er det samme",
            "Godkend og bekræft",
            "Gem kvitteringen",
            "Det, der er forberedt",
            "Organisation",
            "13 74 81 36",
            "Mette Lindegaard Krogh",
            "Administrator 2",
            "Søren Thorup Winther",
            "Ikke fra MitID Erhverv",
        ],
    );
    let name = approval_sheet_file_name(&of(&case));
    assert_eq!(name, "2026-11-24 Nordlys Tømrer & Snedker ApS CVR 13748136 til godkendelse.pdf");
}

#[test]
fn practice_says_so_and_no_key_is_shown_in_any_language() {
    for environment in ENVIRONMENTS {
        for language in LANGUAGES {
            let case = case(environment, language);
            let shown = text(&approval_sheet(&of(&case)).unwrap());
            crate::reading::assert_marked(&shown, environment);
            assert!(!shown.contains("documents-approval"), "{shown}");
            assert!(approval_sheet(&of(&case)) == approval_sheet(&of(&case)), "the same bytes");
        }
    }
}

/// A case of before there was a reporter's name in it.
#[test]
fn a_reporter_without_a_name_is_the_reporter() {
    let mut case = case(Environment::Live, Language::English);
    case.connection.reporter = None;
    let shown = text(&approval_sheet(&of(&case)).unwrap());
    assert_in_order(&shown, &["Approve the connection", "The reporter stated that"]);
}
