//! What a board overview must hold: every member in order with room to sign, empty rows where
//! nothing was typed, what it is and what it is not, and one page for a usual board.

use crate::case::at;
use crate::reading::{assert_in_order, pages, squeezed, text};
use crate::{ENVIRONMENTS, LANGUAGES};
use domain::cvr::CvrNumber;
use domain::documents::BoardMember;
use domain::organisation::{Organisation, Origins, Source, Status};
use domain::{Environment, Language};
use jiff::civil::date;
use receipt::{BoardOverview, board_overview, board_overview_file_name};

/// Everything that a board overview borrows.
pub struct Board {
    environment: Environment,
    language: Language,
    organisation: Organisation,
    members: Vec<BoardMember>,
}

impl Board {
    fn of(environment: Environment, language: Language, members: Vec<BoardMember>) -> Self {
        let organisation = Organisation {
            cvr: CvrNumber::parse("12345674").unwrap(),
            name: "Foreningen Klitrosen".into(),
            address: vec!["Ærøvej 12, 2. th.".into(), "8700 Horsens".into()],
            form_code: 115,
            form: "Frivillig forening".into(),
            status: Status::Active,
            status_text: "NORMAL".into(),
            candidates: vec![],
            signing_rule: None,
            looked_up: at("2026-11-22T09:00:00Z"),
            origins: Origins::all(Source::Virk),
            left_out: vec![],
        };
        Self { environment, language, organisation, members }
    }

    fn overview(&self) -> BoardOverview<'_> {
        BoardOverview {
            environment: self.environment,
            language: self.language,
            organisation: &self.organisation,
            members: &self.members,
            on: date(2026, 11, 22),
        }
    }

    pub fn pdf(&self) -> Vec<u8> {
        board_overview(&self.overview()).unwrap()
    }

    fn text(&self) -> String {
        text(&self.pdf())
    }
}

fn member(name: &str, function: &str) -> BoardMember {
    BoardMember { name: name.into(), function: function.into() }
}

fn usual() -> Vec<BoardMember> {
    vec![
        member("Åse Højgaard Ørsted", "Formand"),
        member("Bjørn Dam Lærke", "Næstformand"),
        member("Karen-Margrethe Sønderby", "Kasserer"),
        member("Ali Reza Hosseini", "Bestyrelsesmedlem"),
        member("Zoë Łukasz-Grün", "Bestyrelsesmedlem"),
    ]
}

fn many(count: usize) -> Vec<BoardMember> {
    (1..=count)
        .map(|n| member(&format!("Medlem Nummer {n} Sørensen"), "Bestyrelsesmedlem"))
        .collect()
}

/// 120 letters, as names are at their longest.
fn long_name() -> String {
    "Wolfeschlegelsteinhausenbergerdorff-Ægidiussen ".repeat(3).chars().take(120).collect()
}

/// The overviews that are looked at, by name.
pub fn samples() -> Vec<(String, Board)> {
    use Environment::{Live, Practice};
    use Language::{Danish, English};
    let mut hostile = Board::of(
        Practice,
        Danish,
        vec![member("שלום 株式 \u{202e}navn", &"x".repeat(10_000)), member("Bo Dam", "Formand")],
    );
    hostile.organisation.name = "Å ".repeat(2_000);
    let mut unknown = Board::of(Live, Danish, vec![]);
    (unknown.organisation.form, unknown.organisation.address) = (String::new(), vec![]);
    let partly = vec![member("Åse Højgaard Ørsted", ""), member(" ", "Kasserer"), member("", "")];
    [
        ("practice-danish", Board::of(Practice, Danish, usual())),
        ("practice-english", Board::of(Practice, English, usual())),
        ("live-danish", Board::of(Live, Danish, usual())),
        ("live-english", Board::of(Live, English, usual())),
        ("one", Board::of(Live, Danish, many(1))),
        ("eight", Board::of(Live, Danish, many(8))),
        ("eleven", Board::of(Live, Danish, many(11))),
        ("forty", Board::of(Practice, English, many(40))),
        (
            "long",
            Board::of(
                Practice,
                Danish,
                vec![
                    member(&long_name(), &"bestyrelsesformand og økonomiansvarlig ".repeat(3));
                    8
                ],
            ),
        ),
        ("partly", Board::of(Practice, Danish, partly)),
        ("nobody", Board::of(Live, English, vec![])),
        ("unknown", unknown),
        ("hostile", hostile),
    ]
    .map(|(name, board)| (format!("board-{name}"), board))
    .into()
}

#[test]
fn the_danish_practice_overview_says_everything_in_order() {
    let board = Board::of(Environment::Practice, Language::Danish, usual());
    assert_in_order(
        &board.text(),
        &[
            "PRØVE",
            "Uden virkning.",
            "Tilslut",
            "CVR 12 34 56 74 · bestyrelsesoversigt",
            "Bestyrelsesoversigt",
            "Det er en prøve. I en rigtig sag udfylder organisationen selv oversigten",
            "MitID Erhverv har sin egen skabelon. Beder de om den, så brug den.",
            "Organisation",
            "Navn",
            "Foreningen Klitrosen",
            "CVR-nummer",
            "12 34 56 74",
            "Virksomhedsform",
            "Frivillig forening",
            "Adresse",
            "Ærøvej 12, 2. th., 8700 Horsens",
            "Oversigtens dato",
            "22. november 2026",
            "Bestyrelsens medlemmer",
            "Nr.",
            "Fulde navn",
            "Funktion",
            "Underskrift",
            "1",
            "Åse Højgaard Ørsted",
            "Formand",
            "2",
            "Bjørn Dam Lærke",
            "Næstformand",
            "3",
            "Karen-Margrethe Sønderby",
            "Kasserer",
            "4",
            "Ali Reza Hosseini",
            "Bestyrelsesmedlem",
            "5",
            "Zoë Łukasz-Grün",
            "Bestyrelsesmedlem",
            "Bestyrelsen består af de medlemmer, der står i oversigten.",
            "Sted og dato",
            "Formandens underskrift",
            "Ikke MitID Erhvervs egen skabelon",
            "Side 1 af 1",
        ],
    );
}

#[test]
fn the_english_live_overview_says_everything_in_order() {
    let board = Board::of(Environment::Live, Language::English, usual());
    assert_in_order(
        &board.text(),
        &[
            "Tilslut",
            "CVR 12 34 56 74 · board overview",
            "Board overview",
            "The organisation itself filled in this overview. It is to be enclosed when the organisation is connected to MitID Erhverv.",
            "MitID Erhverv has a template of its own. If they ask for it, use that one.",
            "Name",
            "Foreningen Klitrosen",
            "Form of organisation",
            "Frivillig forening",
            "Date of the overview",
            "22 November 2026",
            "Members of the board",
            "No.",
            "Full name",
            "Function",
            "Signature",
            "1",
            "Åse Højgaard Ørsted",
            "Formand",
            "5",
            "Zoë Łukasz-Grün",
            "The board consists of the members listed in this overview.",
            "Place and date",
            "Signature of the chair",
            "Not MitID Erhverv’s own template",
            "Page 1 of 1",
        ],
    );
}

#[test]
fn practice_is_on_every_practice_page_and_on_no_live_one() {
    for environment in ENVIRONMENTS {
        for language in LANGUAGES {
            for count in [0, 1, 8, 40] {
                let shown = Board::of(environment, language, many(count)).text();
                assert_eq!(pages(&shown).len() > 1, count == 40, "{count} members");
                for page in pages(&shown) {
                    assert_eq!(
                        page.contains("PRØVE"),
                        environment == Environment::Practice,
                        "{page}"
                    );
                }
                let lower = shown.to_lowercase();
                if environment == Environment::Live {
                    assert!(!lower.contains("prøve") && !lower.contains("practice"), "{shown}");
                }
                assert!(!lower.contains('{') && !lower.contains("receipt-"), "{shown}");
            }
        }
    }
}

#[test]
fn however_many_members_each_stands_once_under_a_head_and_the_chair_never_signs_alone() {
    for count in [1, 8, 9, 10, 11, 12, 13, 14, 26, 27, 28, 29, 30, 40] {
        let shown = Board::of(Environment::Live, Language::Danish, many(count)).text();
        let names: Vec<_> = (1..=count)
            .map(|n| format!("{n} Medlem Nummer {n} Sørensen Bestyrelsesmedlem"))
            .collect();
        assert_in_order(&shown, &names.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(squeezed(&shown).matches("Sørensen").count(), count);
        for page in pages(&shown) {
            assert_eq!(
                page.contains("Fulde navn"),
                page.contains("Medlem Nummer"),
                "{count} members: {page}"
            );
        }
        assert_in_order(
            pages(&shown).last().unwrap(),
            &["Fulde navn", "Medlem Nummer", "Sted og dato", "Formandens underskrift"],
        );
    }
}

#[test]
fn what_was_not_typed_is_left_to_be_filled_in_by_hand() {
    for (members, numbers, by_hand) in [
        (vec![], "12345678", true),
        (vec![member("", "")], "1", true),
        (vec![member(" \t", "Formand")], "1Formand", true),
        (vec![member("Bo Dam", "")], "1BoDam", true),
        (vec![member("Bo Dam", "Formand")], "1BoDamFormand", false),
    ] {
        let shown = squeezed(&Board::of(Environment::Live, Language::Danish, members).text());
        let wanted = format!("NavnFunktionUnderskrift{numbers}Bestyrelsenbestår")
            .replace("Navn", "Fuldenavn");
        assert!(shown.contains(&wanted), "{wanted}: {shown}");
        assert_eq!(shown.contains("Udfylddetommefelter"), by_hand, "{shown}");
    }
}

#[test]
fn long_names_are_shown_whole() {
    let name = long_name();
    let shown =
        Board::of(Environment::Practice, Language::Danish, vec![member(&name, &name); 8]).text();
    let unbroken = squeezed(&shown);
    assert_eq!(unbroken.matches("1Wolfe").count(), 1);
    // Name and function stand beside each other, so that their lines may alternate.
    assert_eq!(unbroken.matches("Wolfeschlegelsteinhausen").count(), 8 * 2 * 3, "{shown}");
}

#[test]
fn hostile_text_in_any_field_is_shown_and_harms_nothing() {
    let long = "ø".repeat(10_000);
    for (hostile, wanted) in [
        (
            "<b>(x)</b> &amp; {$name} { receipt-title }",
            "<b>(x)</b> &amp; {$name} { receipt-title }",
        ),
        ("Klitrosen \u{202e}SpA\u{202c}", "Klitrosen [U+202E]SpA[U+202C]"),
        ("株式", "[U+682A][U+5F0F]"),
        ("a\u{1}b\u{2}c\0", "a[U+0001]b[U+0002]c[U+0000]"),
        (&long, "øøøøøøøøøø"),
    ] {
        let mut board = Board::of(
            Environment::Practice,
            Language::Danish,
            vec![member(hostile, "Formand"), member("Bo Dam", hostile)],
        );
        board.organisation.name = hostile.into();
        board.organisation.form = hostile.into();
        board.organisation.address = vec![hostile.into()];
        let shown = board.text();
        assert!(
            squeezed(&shown).matches(&squeezed(wanted)).count() >= 5,
            "{wanted}: {shown:.2000}"
        );
        assert_eq!(shown.contains("Nogle tegn kan ikke trykkes"), wanted.contains("[U+"));
        for page in pages(&shown) {
            assert_in_order(page, &["PRØVE", "Tilslut", "Side", "af"]);
        }
        assert_in_order(pages(&shown).last().unwrap(), &["Formandens underskrift"]);
    }
}

#[test]
fn the_file_is_named_for_people_and_every_system() {
    let mut board = Board::of(Environment::Practice, Language::Danish, vec![]);
    assert_eq!(
        board_overview_file_name(&board.overview()),
        "PRØVE 2026-11-22 Foreningen Klitrosen CVR 12345674 bestyrelsesoversigt.pdf"
    );
    board.organisation.name = "æ/".repeat(10_000);
    let name = board_overview_file_name(&board.overview());
    assert!(
        name.len() <= 143
            && !name.contains('/')
            && name.ends_with(" CVR 12345674 bestyrelsesoversigt.pdf"),
        "{name}"
    );
    let live = Board::of(Environment::Live, Language::English, vec![]);
    assert_eq!(
        board_overview_file_name(&live.overview()),
        "2026-11-22 Foreningen Klitrosen CVR 12345674 board overview.pdf"
    );
}

#[test]
fn the_file_says_what_it_is_and_the_day_it_was_made() {
    let board = Board::of(Environment::Practice, Language::Danish, usual());
    let file = lopdf::Document::load_mem(&board.pdf()).unwrap();
    assert_eq!(file.catalog().unwrap().get(b"Lang").unwrap().as_str().unwrap(), b"da-DK");
    let place = file.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let about = file.get_dictionary(place).unwrap();
    let told = |key: &[u8]| lopdf::decode_text_string(about.get(key).unwrap()).unwrap();
    assert_eq!(
        told(b"Title"),
        "PRØVE 2026-11-22 Foreningen Klitrosen CVR 12345674 bestyrelsesoversigt"
    );
    assert_eq!(told(b"Subject"), "PRØVE: bestyrelsesoversigt uden virkning");
    assert_eq!(told(b"CreationDate"), "D:20261122");
}
