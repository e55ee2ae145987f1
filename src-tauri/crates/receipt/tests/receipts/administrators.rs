//! What the documents about the appointed administrators must hold: everybody once in the overview,
//! with what to do by when and by which approval; a page for each that says nothing of the others;
//! nothing at all for evidence of another connection.

use crate::case::{Case, administrator, many};
use crate::reading::{
    assert_in_order, assert_marked, assert_numbered, pages, squeezed, text, told,
};
use crate::{ENVIRONMENTS, LANGUAGES};
use domain::case::Level;
use domain::{Environment, Language};
use jiff::civil::date;
use receipt::{
    Administrators, Error, administrator_sheet, administrator_sheet_file_name, administrators,
    administrators_file_name,
};

fn of(case: &Case) -> Administrators<'_> {
    let receipt = case.receipt();
    Administrators {
        environment: receipt.environment,
        language: receipt.language,
        case: receipt.case,
        connection: receipt.connection,
        evidence: receipt.evidence,
        accepted: case.accepted.as_ref(),
        made: receipt.made,
    }
}

fn all(case: &Case) -> String {
    text(&administrators(&of(case)).unwrap())
}

fn one(case: &Case, index: usize) -> String {
    text(&administrator_sheet(&of(case), index).unwrap().unwrap())
}

/// 120 letters, as names are at their longest.
fn long_name() -> String {
    "Wolfeschlegelsteinhausenbergerdorff-Ægidiussen ".repeat(3).chars().take(120).collect()
}

fn largest(environment: Environment, language: Language) -> Case {
    Case::usual(environment, language).about(|connection| {
        connection.organisation.name = "Å ".repeat(60);
        connection.administrators = many(40);
        connection.administrators[6].name = crate::case::name(&long_name());
        connection.administrators[7].name = crate::case::name("שלום 株式 Łukasz");
    })
}

fn waiting(environment: Environment, language: Language) -> Case {
    let mut case =
        Case::usual(environment, language).about(|connection| connection.administrators = many(1));
    case.accepted = None;
    case
}

/// The documents that are looked at, by name.
pub fn samples() -> Vec<(String, Vec<u8>)> {
    use Environment::{Live, Practice};
    use Language::{Danish, English};
    let cases = [
        ("practice-danish", Case::usual(Practice, Danish)),
        ("practice-english", Case::usual(Practice, English)),
        ("live-danish", Case::usual(Live, Danish)),
        ("live-english", Case::usual(Live, English)),
        ("one", waiting(Live, Danish)),
        ("forty", largest(Practice, Danish)),
    ];
    let sheet = |case: &Case| administrator_sheet(&of(case), 0).unwrap().unwrap();
    let whole = cases
        .iter()
        .map(|(name, case)| (format!("administrators-{name}"), administrators(&of(case)).unwrap()));
    let alone = cases.iter().map(|(name, case)| (format!("administrator-{name}"), sheet(case)));
    whole.chain(alone).collect()
}

#[test]
fn the_danish_practice_overview_says_everything_in_order() {
    let case = Case::usual(Environment::Practice, Language::Danish);
    let code = case.evidence.control_code.to_string();
    let shown = all(&case);
    assert_in_order(
        &shown,
        &[
            "PRØVE",
            "Uden virkning.",
            "Tilslut",
            &format!("CVR 13 74 81 36 · kontrolkode {code}"),
            "Oversigt over udpegede administratorer",
            "Mette Lindegaard Krogh godkendte tirsdag 24. november 2026 kl. 14.47 med prøve-MitID, at 2 organisationsadministratorer \
             udpeges for Nordlys Tømrer & Snedker ApS.",
            "Det var en prøve: ingen er udpeget hos MitID Erhverv.",
            "Hvad administratorerne skal gøre",
            "Først",
            "en e-mail med et personligt link til opsætning",
            "Senest 23. januar 2027",
            "Opsætningen skal være færdig. Linket gælder 60 dage fra aftalen",
            "Efter fristen Linket virker ikke længere. Kontakt MitID Erhverv",
            "Organisationsadministratorer",
            "Nr. Navn og e-mail Født Rolle",
            "1 Mette Lindegaard Krogh",
            "mette@nordlystomrer.example",
            "14. marts 1981 Organisationsadministrator og ledelsesrepræsentant",
            "2 Søren Thorup Winther",
            "soren@nordlystomrer.example",
            "30. november 1987 Organisationsadministrator",
            "Hvilken godkendelse det bygger på",
            "Organisation Nordlys Tømrer & Snedker ApS, CVR 13 74 81 36",
            "Ledelsesrepræsentant Mette Lindegaard Krogh, direktør",
            &format!("Kontrolkode {code}"),
            "Sagsnummer 2026-004711 hos prøvemodtageren",
            "Giv hver administrator sin egen side.",
            "Side 1 af 3",
            "Du er udpeget som organisationsadministrator",
            "Side 2 af 3",
            "Du er udpeget som organisationsadministrator",
            "Side 3 af 3",
        ],
    );
}

#[test]
fn the_english_live_page_of_one_administrator_says_everything_in_order() {
    let case = Case::usual(Environment::Live, Language::English);
    let code = case.evidence.control_code.to_string();
    assert_in_order(
        &one(&case, 1),
        &[
            "Tilslut",
            "You are appointed organisation administrator",
            "Søren Thorup Winther is appointed for Nordlys Tømrer & Snedker ApS. Mette Lindegaard Krogh approved it on \
             Tuesday 24 November 2026 at 14:47 with MitID.",
            "takes effect when MitID Erhverv has confirmed the connection",
            "What to do by 23 January 2027",
            "1 Find the e-mail",
            "The receiver says that it was sent to soren@nordlystomrer.example on 24 November 2026 at 14:48.",
            "2 Open the link, and log in with your own private MitID.",
            "3 Agree with the organisation, and answer",
            "4 Choose what you yourself will log in with.",
            "5 Give roles",
            "Good to know",
            "After that day The link is valid for 60 days from the agreement",
            "Unable to? You must have a Danish CPR number",
            "Is anything wrong?",
            "tell Mette Lindegaard Krogh before you begin.",
            "Your appointment",
            "E-mail soren@nordlystomrer.example",
            "Born 30 November 1987",
            "Role Organisation administrator",
            &format!("Control code {code}"),
            "Case number 2026-004711 at the receiver",
            "not a message from MitID Erhverv",
            "Page 1 of 1",
        ],
    );
}

#[test]
fn a_page_says_nothing_of_the_others() {
    for environment in ENVIRONMENTS {
        for language in LANGUAGES {
            let case = Case::usual(environment, language);
            let (mette, soren) = (one(&case, 0), one(&case, 1));
            for theirs in ["Winther", "soren@", "1987", "jens@", "Holm"] {
                assert!(!mette.contains(theirs), "{theirs}: {mette}");
            }
            for theirs in ["mette@", "1981", "jens@", "Holm"] {
                assert!(!soren.contains(theirs), "{theirs}: {soren}");
            }
            // The same inside the document that holds them all.
            let shown = all(&case);
            let pages = pages(&shown);
            assert!(!pages[1].contains("soren@") && !pages[1].contains("1987"));
            assert!(!pages[2].contains("mette@") && !pages[2].contains("1981"));
        }
    }
}

#[test]
fn nothing_of_the_others_is_hidden_in_the_file_of_one() {
    let case = Case::usual(Environment::Live, Language::Danish);
    let mut file =
        lopdf::Document::load_mem(&administrator_sheet(&of(&case), 1).unwrap().unwrap()).unwrap();
    file.decompress();
    let mut plain = Vec::new();
    file.save_to(&mut plain).unwrap();
    for theirs in ["mette@", "1981", "jens@"] {
        assert!(!plain.windows(theirs.len()).any(|bytes| bytes == theirs.as_bytes()), "{theirs}");
    }
}

#[test]
fn each_administrator_has_one_page_and_stands_in_the_overview_once() {
    for count in [1, 2, 9, 40] {
        let case = Case::usual(Environment::Live, Language::Danish)
            .about(|connection| connection.administrators = many(count));
        let shown = all(&case);
        let pages = pages(&shown);
        let overview = pages.iter().take_while(|page| !page.contains("Du er udpeget")).count();
        assert_eq!(pages.len(), overview + count);
        let first = pages[..overview].concat();
        let unbroken = squeezed(&first);
        for n in 1..=count {
            let email = format!("admin{n}@boligforening.example");
            assert_eq!(
                unbroken.matches(&format!("{n}AdministratorNummer{n}Sørensen")).count(),
                1,
                "{n}: {first}"
            );
            assert!(pages[overview + n - 1].contains(&email), "{n}");
            assert_eq!(unbroken.matches(&format!("Sørensen{email}")).count(), 1, "{n}: {first}");
        }
        for page in &pages[..overview] {
            assert_eq!(page.contains("Navn og e-mail"), page.contains("@boligforening"), "{page}");
        }
        assert!(
            first.contains("Senest 23. januar 2027") && pages[0].contains("Senest 23. januar 2027")
        );
    }
}

#[test]
fn the_smallest_and_the_largest_are_whole_in_both_languages_and_worlds() {
    for environment in ENVIRONMENTS {
        for language in LANGUAGES {
            for case in [
                waiting(environment, language),
                Case::usual(environment, language),
                largest(environment, language),
            ] {
                let shown = all(&case);
                assert_marked(&shown, environment);
                assert_numbered(&shown, language);
                let alone = one(&case, 0);
                assert_marked(&alone, environment);
                assert_numbered(&alone, language);
                assert_eq!(pages(&alone).len(), 1);
            }
        }
    }
    let case = largest(Environment::Practice, Language::Danish);
    let long = one(&case, 6);
    assert_in_order(&long, &[&long_name()]);
    assert_eq!(pages(&long).len(), 1, "the longest name still fits a page");
    let hebrew = one(&case, 7);
    assert_in_order(
        &hebrew,
        &[
            "[U+05E9][U+05DC][U+05D5][U+05DD] [U+682A][U+5F0F] Łukasz",
            "Nogle tegn kan ikke trykkes",
        ],
    );
    assert!(!one(&case, 0).contains("U+"), "another's name is not told by its characters either");
}

#[test]
fn without_an_answer_nothing_is_said_to_be_sent() {
    let danish = one(&waiting(Environment::Live, Language::Danish), 0);
    assert_in_order(
        &danish,
        &[
            "Den kommer til admin1@boligforening.example, når tilslutningen er bekræftet",
            "Sagsnummer",
            "Intet endnu",
        ],
    );
    let english = one(&waiting(Environment::Practice, Language::English), 0);
    assert_in_order(
        &english,
        &[
            "It is sent to admin1@boligforening.example when",
            "None yet: delivery was not confirmed",
        ],
    );
}

#[test]
fn a_weak_proof_says_what_it_does_not_prove() {
    let mut case = Case::usual(Environment::Live, Language::Danish);
    for (level, wanted) in [
        (Level::C, "Hvad der blev vist i MitID, er ikke bevist."),
        (Level::D, "Hvem der loggede ind, er ikke bevist."),
    ] {
        case.evidence.level = level;
        assert_in_order(&all(&case), &["Oversigt", wanted, "Du er udpeget", wanted]);
    }
    case.evidence.approver = domain::approver::LoginName::NotGiven;
    assert_in_order(&one(&case, 1), &["Den, der loggede ind, godkendte det"]);
}

#[test]
fn there_is_no_document_for_evidence_of_another_connection() {
    let mut case = Case::usual(Environment::Practice, Language::Danish);
    case.connection.administrators.push(administrator(
        "Eva Ny",
        "eva@nordlystomrer.example",
        date(1990, 1, 1),
    ));
    assert_eq!(administrators(&of(&case)), Err(Error::Unproven));
    assert_eq!(administrator_sheet(&of(&case), 0), Err(Error::Unproven));
    let mut live = Case::usual(Environment::Practice, Language::Danish);
    live.environment = Environment::Live;
    assert_eq!(administrators(&of(&live)), Err(Error::Unproven));
    assert_eq!(
        administrator_sheet(&of(&Case::usual(Environment::Live, Language::Danish)), 2),
        Ok(None)
    );
}

#[test]
fn the_files_are_named_as_the_receipt_is() {
    let mut case = Case::usual(Environment::Practice, Language::Danish);
    let name = "PRØVE 2026-11-24 Nordlys Tømrer & Snedker ApS CVR 13748136";
    assert_eq!(administrators_file_name(&of(&case)), format!("{name} administratorer.pdf"));
    assert_eq!(administrator_sheet_file_name(&of(&case), 1), format!("{name} administrator 2.pdf"));
    assert_eq!(
        told(&administrators(&of(&case)).unwrap(), "Title"),
        format!("{name} administratorer")
    );
    assert_eq!(
        told(&administrators(&of(&case)).unwrap(), "Subject"),
        "PRØVE: udpegede administratorer, uden virkning"
    );
    case.connection.organisation.name = "æ/".repeat(10_000);
    let long = administrator_sheet_file_name(&of(&case), usize::MAX - 1);
    assert!(long.len() <= 143 && !long.contains('/'), "{long}");
    case.environment = Environment::Live;
    case.language = Language::English;
    assert!(administrators_file_name(&of(&case)).ends_with(" CVR 13748136 administrators.pdf"));
}
