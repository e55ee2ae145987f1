//! What the checklist of the set-up must hold: every task of the rule book in its order with a box,
//! how sure it is and where it was read; the one administrator's dates and nothing of the others.

use crate::case::Case;
use crate::reading::{assert_in_order, pages, text};
use crate::{ENVIRONMENTS, LANGUAGES};
use domain::mail_draft::Since;
use domain::rules::{SetUpPart, book};
use domain::{Environment, Language};
use jiff::civil::{Date, date};
use receipt::{SetUpChecklist, set_up_checklist, set_up_checklist_file_name};

const ON: Date = date(2026, 11, 24);
const UNTIL: Date = date(2027, 1, 23);

fn of<'a>(case: &'a Case, since: Since) -> SetUpChecklist<'a> {
    SetUpChecklist {
        environment: case.environment,
        language: case.language,
        organisation: &case.connection.organisation,
        administrator: &case.connection.administrators[1],
        since,
        until: UNTIL,
        on: ON,
    }
}

fn shown(environment: Environment, language: Language) -> String {
    let case = Case::usual(environment, language);
    text(&set_up_checklist(&of(&case, Since::Concluded(ON))).unwrap())
}

/// Samples for the validators.
pub fn samples() -> Vec<(String, Vec<u8>)> {
    let case = Case::usual(Environment::Live, Language::Danish);
    let practice = Case::usual(Environment::Practice, Language::English);
    vec![
        ("set-up".into(), set_up_checklist(&of(&case, Since::Concluded(ON))).unwrap()),
        ("set-up-practice".into(), set_up_checklist(&of(&practice, Since::Approved(ON))).unwrap()),
    ]
}

#[test]
fn the_danish_live_checklist_says_everything_in_order() {
    assert_in_order(
        &shown(Environment::Live, Language::Danish),
        &[
            "Tjekliste til opsætningen i MitID Erhverv",
            "Søren Thorup Winther skal gøre opsætningen af Nordlys Tømrer & Snedker ApS færdig senest 23. januar 2027.",
            "Det er oplyst, at aftalen blev indgået 24. november 2026.",
            "Sæt selv kryds undervejs.",
            "Hav dette klar",
            "Du har dansk CPR-nummer",
            "Beskrevet af MitID Erhverv. Kilde 1, 2",
            "Trin 3: Opsætningen",
            "Find e-mailen fra MitID Erhverv",
            "soren@nordlystomrer.example",
            "Trin 4: Brugerne",
            "En brugeradministrator opretter brugerne.",
            "Kilder",
            "Lavet med Tilslut. Ikke fra MitID Erhverv",
        ],
    );
}

#[test]
fn every_task_is_there_with_its_box_and_its_sources() {
    for language in LANGUAGES {
        let shown = shown(Environment::Live, language);
        let boxes = shown.matches("[\u{a0}\u{a0}\u{a0}]").count() + shown.matches("[ ]").count();
        let spaced = shown.matches("[   ]").count();
        assert_eq!(boxes.max(spaced), book().set_up.tasks.len(), "{shown}");
        for part in SetUpPart::ALL {
            assert!(book().set_up.tasks_of(part).count() > 0, "{part:?}");
        }
        assert!(!shown.contains('{') && !shown.contains("documents-set-up"), "{shown}");
    }
}

#[test]
fn nothing_of_the_other_administrators_stands_on_it() {
    for environment in ENVIRONMENTS {
        for language in LANGUAGES {
            let case = Case::usual(environment, language);
            let shown = shown(environment, language);
            let other = &case.connection.administrators[0];
            assert!(!shown.contains(other.name.as_str()), "{shown}");
            assert!(!shown.contains(other.email.as_str()), "{shown}");
            for page in pages(&shown) {
                assert_eq!(page.contains("PRØVE"), environment == Environment::Practice, "{page}");
            }
        }
    }
}

#[test]
fn it_is_found_again_by_its_name() {
    let case = Case::usual(Environment::Practice, Language::Danish);
    let name = set_up_checklist_file_name(&of(&case, Since::Approved(ON)));
    assert_eq!(name, "PRØVE 2026-11-24 Nordlys Tømrer & Snedker ApS CVR 13748136 opsætning.pdf");
}
