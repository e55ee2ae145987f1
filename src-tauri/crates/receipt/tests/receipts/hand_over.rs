//! What a hand-over sheet must hold: who hands over what to whom, how the file is opened and where
//! the words are told, what MitID will ask; and never the words, an administrator's address or date
//! of birth, or the folder of the file.

use crate::case::{Case, at, email, many, name};
use crate::reading::{
    assert_in_order, assert_marked, assert_numbered, pages, squeezed, text, told,
};
use crate::{ENVIRONMENTS, LANGUAGES};
use domain::documents::Enclosed;
use domain::{Environment, Language};
use jiff::civil::date;
use receipt::{HandOverSheet, hand_over_sheet, hand_over_sheet_file_name};

fn of(case: &Case) -> HandOverSheet<'_> {
    HandOverSheet {
        environment: case.environment,
        language: case.language,
        connection: &case.connection,
        reporter: case.connection.reporter.as_ref().unwrap(),
        file: Some("/home/jens.holm/Hemmeligt/Nordlys Tømrer.tilslut"),
        written: Some(at("2026-11-24T13:12:00Z")),
        on: date(2026, 11, 24),
    }
}

fn shown(case: &Case) -> String {
    text(&hand_over_sheet(&of(case)).unwrap())
}

/// 120 letters, as names are at their longest.
fn long_name() -> String {
    "Wolfeschlegelsteinhausenbergerdorff-Ægidiussen ".repeat(3).chars().take(120).collect()
}

fn shortest(environment: Environment, language: Language) -> Case {
    Case::usual(environment, language).about(|connection| {
        connection.administrators.truncate(1);
        connection.reporter.as_mut().unwrap().organisation = None;
    })
}

fn largest(environment: Environment, language: Language) -> Case {
    Case::usual(environment, language).about(|connection| {
        connection.organisation.name = "Å ".repeat(60);
        connection.representative.name = name(&long_name());
        connection.representative.title =
            "bestyrelsesformand og administrerende direktør ".repeat(3).chars().take(120).collect();
        connection.reporter.as_mut().unwrap().name = name("株式会社 Ægir");
        connection.reporter.as_mut().unwrap().organisation = Some("Revision ".repeat(13));
        connection.reporter.as_mut().unwrap().email =
            email(&format!("{0}@{1}.{1}.example", "lang".repeat(15), "domæne".repeat(10)));
        connection.administrators = many(40);
        let enclosed = |n: u8| Enclosed {
            kind: "identity".into(),
            name: format!("pas nummer {n} af tyve.pdf"),
            sha256: [n; 32],
        };
        connection.enclosed = (1..=20).map(enclosed).collect();
    })
}

/// The sheets that are looked at, by name.
pub fn samples() -> Vec<(String, Vec<u8>)> {
    use Environment::{Live, Practice};
    use Language::{Danish, English};
    let mut samples: Vec<_> = [
        ("practice-danish", Case::usual(Practice, Danish)),
        ("practice-english", Case::usual(Practice, English)),
        ("live-danish", Case::usual(Live, Danish)),
        ("live-english", Case::usual(Live, English)),
        ("shortest", shortest(Live, Danish)),
        ("largest", largest(Practice, Danish)),
    ]
    .map(|(name, case)| (format!("hand-over-{name}"), hand_over_sheet(&of(&case)).unwrap()))
    .into();
    let case = shortest(Live, Danish);
    let unwritten = HandOverSheet { file: None, written: None, ..of(&case) };
    samples.push(("hand-over-unwritten".into(), hand_over_sheet(&unwritten).unwrap()));
    samples
}

#[test]
fn the_danish_live_sheet_says_everything_in_order_on_one_page() {
    let shown = shown(&Case::usual(Environment::Live, Language::Danish));
    assert_in_order(
        &shown,
        &[
            "Tilslut",
            "CVR 13 74 81 36 · overdragelsesblad",
            "Overdragelsesblad",
            "Jens Holm har forberedt, at Nordlys Tømrer & Snedker ApS, CVR 13 74 81 36, tilsluttes MitID Erhverv, og overdrager sagen til Mette \
             Lindegaard Krogh, som skal gennemgå og godkende den.",
            "Intet er godkendt eller sendt endnu.",
            "Hvad der overdrages",
            "Fra Jens Holm, Revision Holm ApS, jens@revisionholm.example",
            "Til Mette Lindegaard Krogh, direktør, mette@nordlystomrer.example",
            "Administratorer Mette Lindegaard Krogh, Søren Thorup Winther",
            "Filen Nordlys Tømrer.tilslut, lavet 24. november 2026 kl. 14.12",
            "Sådan åbner og godkender du sagen",
            "De seks ord, der åbner filen, får du i telefonen af Jens Holm.",
            "1 Gem filen",
            "2 Åbn Tilslut, vælg »Åbn overdragelsesfil«",
            "og skriv de seks ord",
            "3 Gennemgå svarene",
            "ring til Jens Holm",
            "4 Læs vilkårene",
            "5 Vælg »Godkend alle valg«",
            "Det bliver du bedt om i MitID",
            "Login Dit private MitID på niveau Betydelig",
            "Teksten Den nævner CVR 13748136, 2 administratorer og kontrolkoden.",
            "Kontrolkode Tre gange fire tegn.",
            "Passer det ikke? Afvis i MitID",
            "Skriv aldrig ordene her.",
            "Filen afleveret, dato og hvordan",
            "Ordene fortalt, dato og klokkeslæt",
            "Bladet åbner intet",
            "Side 1 af 1",
        ],
    );
}

#[test]
fn the_english_practice_sheet_asks_for_no_real_mitid() {
    let shown = shown(&Case::usual(Environment::Practice, Language::English));
    assert_in_order(
        &shown,
        &[
            "PRØVE",
            "Hand-over sheet",
            "Jens Holm has prepared the connection of Nordlys Tømrer & Snedker ApS, CVR 13 74 81 36, to MitID Erhverv",
            "This is practice",
            "Jens Holm tells you by phone the six words that open the file.",
            "4 Read the terms: open the practice text in your browser, and tick the box. Nothing is accepted at MitID Erhverv.",
            "5 Choose “Approve all choices”.",
            "What practice MitID will ask you",
            "Do not use your real MitID.",
            "In Danish. It names CVR 13748136, 2 administrators and the control code.",
            "Page 1 of 1",
        ],
    );
    assert_eq!(pages(&shown).len(), 1);
}

#[test]
fn what_is_not_for_paper_is_not_on_it() {
    for environment in ENVIRONMENTS {
        for language in LANGUAGES {
            let case = Case::usual(environment, language);
            let shown = shown(&case);
            for hidden in [
                "soren@",
                "1987",
                "1981",
                "Hemmeligt",
                "jens.holm",
                &case.evidence.control_code.to_string(),
            ] {
                assert!(!shown.contains(hidden), "{hidden}: {shown}");
            }
        }
    }
}

#[test]
fn smallest_and_largest_are_whole_in_both_languages_and_worlds() {
    for environment in ENVIRONMENTS {
        for language in LANGUAGES {
            let small = shown(&shortest(environment, language));
            assert_marked(&small, environment);
            assert_numbered(&small, language);
            assert_eq!(pages(&small).len(), 1);
            let case = largest(environment, language);
            let large = shown(&case);
            assert_marked(&large, environment);
            assert_numbered(&large, language);
            let mut wanted = vec![
                "[U+682A][U+5F0F][U+4F1A][U+793E] Ægir".to_owned(),
                long_name(),
                format!("{0}.{0}", "domæne".repeat(10)),
            ];
            wanted.extend((1..=40).map(|n| format!("Administrator Nummer {n} Sørensen")));
            wanted.extend((1..=20).map(|n| format!("pas nummer {n} af tyve.pdf")));
            wanted.push(".tilslut".into());
            assert_in_order(
                &squeezed(&large),
                &wanted.iter().map(String::as_str).collect::<Vec<_>>(),
            );
        }
    }
}

#[test]
fn a_file_that_is_not_written_yet_is_not_told_of() {
    let case = shortest(Environment::Live, Language::Danish);
    let shown =
        text(&hand_over_sheet(&HandOverSheet { file: None, written: None, ..of(&case) }).unwrap());
    assert!(!shown.contains("lavet 24") && !squeezed(&shown).contains("FilenSådan"), "{shown}");
    for (path, wanted) in
        [("C:\\Users\\Jens\\x.tilslut", "Filen x.tilslut"), ("y.tilslut", "Filen y.tilslut")]
    {
        let shown =
            text(&hand_over_sheet(&HandOverSheet { file: Some(path), ..of(&case) }).unwrap());
        assert_in_order(&shown, &[wanted, "lavet"]);
        assert!(!shown.contains("Users"));
    }
}

#[test]
fn the_file_is_named_as_the_receipt_is() {
    let case = Case::usual(Environment::Practice, Language::Danish);
    let wanted = "PRØVE 2026-11-24 Nordlys Tømrer & Snedker ApS CVR 13748136 overdragelsesblad";
    assert_eq!(hand_over_sheet_file_name(&of(&case)), format!("{wanted}.pdf"));
    let pdf = hand_over_sheet(&of(&case)).unwrap();
    assert_eq!(
        (told(&pdf, "Title").as_str(), told(&pdf, "Subject").as_str()),
        (wanted, "PRØVE: overdragelse uden virkning")
    );
    assert!(
        hand_over_sheet_file_name(&of(&largest(Environment::Practice, Language::English))).len()
            <= 143
    );
}
