//! What a receipt and the sheets beside it must hold: every meant word in order and legible, in
//! both languages, whatever people and registers write; PRØVE on every practice page and on no live
//! one; the same bytes from the same case.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod administrators;
mod approval_sheet;
mod board;
mod case;
mod case_list;
mod changed;
mod checklist;
mod forged;
mod guided;
mod hand_over;
mod inside;
mod layout;
mod letters;
mod proof;
mod reading;
mod record;
mod record_approved;
mod record_since;
mod set_up;
mod timeline;
mod validators;

use case::{Case, at, many, samples};
use domain::{Environment, Language};
use reading::{assert_in_order, pages, text};
use receipt::file_name;
use std::process::{Command, Stdio};

const ENVIRONMENTS: [Environment; 2] = [Environment::Practice, Environment::Live];
const LANGUAGES: [Language; 2] = [Language::Danish, Language::English];

#[test]
fn the_danish_practice_receipt_says_everything_in_order() {
    let case = Case::usual(Environment::Practice, Language::Danish);
    let code = case.evidence.control_code.to_string();
    let shown = text(&case.pdf());
    assert_in_order(
        &shown,
        &[
            "PRØVE",
            "Uden virkning. Lavet i prøvemiljøet, intet er sendt til MitID Erhverv.",
            "Tilslut",
            "CVR 13 74 81 36 · kontrolkode",
            &code,
            "Kvittering for godkendelse af tilslutning",
            "Mette Lindegaard Krogh godkendte tirsdag 24. november 2026 kl. 14.47 med prøve-MitID, at Nordlys Tømrer & Snedker ApS \
             tilsluttes MitID Erhverv med 2 organisationsadministratorer.",
            "Det er godkendt",
            "Organisation",
            "Nordlys Tømrer & Snedker ApS, anpartsselskab",
            "CVR-nummer",
            "13 74 81 36",
            "Adresse",
            "Ærøvej 12, 2. th., 8700 Horsens",
            "Ledelsesrepræsentant",
            "Mette Lindegaard Krogh, direktør (står i prøveregistret 24. november 2026)",
            "Forberedt af",
            "Jens Holm, Revision Holm ApS, jens@revisionholm.example",
            "Vilkår",
            "Vilkår for Brugerorganisationer i MitID Erhverv, udgave af 17. april 2024.",
            "Prøvens tekst blev åbnet i browseren 24. november 2026 kl. 14.40.",
            "Godkendelsen i prøven omfatter dem; hos MitID Erhverv er intet accepteret.",
            "Kontrolkode",
            &code,
            "Bevis",
            "Niveau B",
            "Leveret",
            "Til prøvemodtageren 24. november 2026 kl. 14.48, sag 2026-004711",
            "Organisationsadministratorer",
            "Mette Lindegaard Krogh",
            "mette@nordlystomrer.example",
            "Også ledelsesrepræsentant",
            "14. marts 1981",
            "Ja, begge oplyst",
            "24. november 2026 kl. 14.48",
            "Søren Thorup Winther",
            "30. november 1987",
            "Det sker nu",
            "Det var en prøve: Nordlys Tømrer & Snedker ApS er ikke tilsluttet MitID Erhverv.",
            "Prøvemodtageren har lavet 2 e-mails med link. Intet er sendt ud.",
            "Senest 23. januar 2027",
            "60 dage",
            "Mindst til og med 2031",
            "Side 1 af 2",
            "Bevis og kontrol",
            "I Tilslut: Brug »Kontrollér en fil« eller »tilslut-cli verify«. Uden Tilslut:",
            "Tag »tilslut-evidence.json« ud af PDF-filen",
            &code,
            "Prøvemiljøets nøgler er offentlige.",
            "Bevisniveau B: login og tekst hænger sammen",
            "I orden",
            "Svarene er dem, der blev godkendt",
            "Login kommer fra en kendt broker",
            "http://127.0.0.1:43117/mitid",
            "Teksten i MitID er den samme",
            &case.verdict.request.as_ref().unwrap().reference_text(),
            "Sikringsniveau",
            "Engangsnøglen har underskrevet login",
            "Bevisfilen er uændret",
            "Oplyst",
            "24. november 2026 kl. 14.47.09, oplyst af brokeren, ikke tidsstemplet af andre",
            "Tekniske oplysninger",
            "Bevisfilen, SHA-256",
            "Svarene, SHA-256",
            &case.verdict.checks[0].detail,
            "2026-11-24T13:47:09Z",
            "24. november 2026 kl. 14.21, status: Normal",
            "Prøvens tekst åbnet 24. november 2026 kl. 14.40: http://127.0.0.1:43117/vilkaar",
            "Tilsluts resumé vist 24. november 2026 kl. 14.35",
            "Selskabet tegnes af en direktør alene.",
            "PRØVE-9f3c0a6b5d7e41f2a8c4b6d2e0f19375",
            "Nr. 12 på den computer, hvor den blev lavet, 24. november 2026 kl. 14.49.00",
            "Aftryk af den forrige",
            "5a5a5a5a 5a5a5a5a",
            "PROEVE1:9F3C0A6B5D7E41F2A8C4B6D2E0F19375:",
            "tilslut-evidence.json: PRØVE: login og underskrift",
            "tilslut-case.json, tilslut-receipt.json: PRØVE: svar og øvrige oplysninger",
            "Side 2 af 2",
        ],
    );
}

#[test]
fn the_english_live_receipt_says_everything_in_order() {
    let case = Case::usual(Environment::Live, Language::English);
    let code = case.evidence.control_code.to_string();
    assert_in_order(
        &text(&case.pdf()),
        &[
            "Tilslut",
            "CVR 13 74 81 36 · control code",
            &code,
            "Receipt for the approval of a connection",
            "On Tuesday 24 November 2026 at 14:47, Mette Lindegaard Krogh approved with MitID that Nordlys Tømrer & Snedker ApS be \
             connected to MitID Erhverv with 2 organisation administrators.",
            "What was approved",
            "Mette Lindegaard Krogh, direktør (listed in CVR on 24 November 2026)",
            "Prepared by",
            "The official text was opened in the browser",
            "at MitID Erhverv they are accepted only when the agreement is concluded there.",
            "Control code",
            &code,
            "Level B",
            "To the receiver on 24 November 2026 at 14:48, case 2026-004711",
            "Organisation administrators",
            "14 March 1981",
            "Yes, both stated",
            "30 November 1987",
            "What happens next",
            "is connected only when MitID Erhverv has confirmed it",
            "The receiver states that 2 e-mails with a set-up link have been sent.",
            "By 23 January 2027",
            "At least through 2031",
            "Not the official receipt",
            "Page 1 of 2",
            "Evidence and checking",
            "In Tilslut: use “Check a file” or “tilslut-cli verify”. Without Tilslut:",
            "Evidence level B: login and text belong together",
            "In order",
            "24 November 2026 at 14:47:09, stated by the broker, not time-stamped by anyone else",
            "Technical details",
            "9f3c0a6b5d7e41f2a8c4b6d2e0f19375",
            "Page 2 of 2",
        ],
    );
}

#[test]
fn practice_is_on_every_practice_page_and_on_no_live_one() {
    for environment in ENVIRONMENTS {
        for language in LANGUAGES {
            for administrators in [2, 40] {
                let case = Case::usual(environment, language)
                    .about(|connection| connection.administrators = many(administrators));
                let shown = text(&case.pdf());
                let pages = pages(&shown);
                assert_eq!(
                    pages.len(),
                    if administrators == 2 { 2 } else { 4 },
                    "{environment:?} {language:?}: the proof has one page"
                );
                for page in &pages {
                    assert_eq!(
                        page.contains("PRØVE"),
                        environment == Environment::Practice,
                        "{page}"
                    );
                }
                if environment == Environment::Live {
                    let lower = shown.to_lowercase();
                    assert!(!lower.contains("prøve") && !lower.contains("practice"), "{shown}");
                }
            }
        }
    }
}

#[test]
fn nothing_is_promised_that_is_not_there() {
    for environment in ENVIRONMENTS {
        for language in LANGUAGES {
            let shown = text(&Case::usual(environment, language).pdf()).to_lowercase();
            for absent in [
                "skan",
                "scan",
                "digitalt underskrevet",
                "digitally signed",
                "træk denne pdf",
                "{",
                "receipt-",
            ] {
                assert!(!shown.contains(absent), "{absent}: {shown}");
            }
        }
    }
}

#[test]
fn forty_administrators_flow_over_pages_with_the_head_repeated() {
    let case = Case::usual(Environment::Practice, Language::Danish)
        .about(|connection| connection.administrators = many(40));
    let shown = text(&case.pdf());
    let pages = pages(&shown);
    for (index, page) in pages.iter().enumerate() {
        assert_in_order(page, &["Tilslut", &format!("Side {} af {}", index + 1, pages.len())]);
        assert_eq!(page.contains("Navn og e-mail"), page.contains("Ja, begge oplyst"), "{page}");
        assert_ne!(
            page.matches("Administrator Nummer").count(),
            1,
            "nobody stands alone under the head: {page}"
        );
    }
    let names: Vec<_> = (1..=40)
        .flat_map(|n| {
            [
                format!("Administrator Nummer {n} Sørensen"),
                format!("admin{n}@boligforening.example"),
            ]
        })
        .collect();
    assert_in_order(&shown, &names.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(pages[0].contains("Det sker nu"), "what happens next is on the first page");
    assert_eq!(pages.len(), 4, "no page for what the others have room for");
    assert!(pages.last().unwrap().contains("Bevis og kontrol"));
}

#[test]
fn no_heading_stands_alone_at_the_foot_of_a_page() {
    let usual = Case::usual(Environment::Practice, Language::Danish);
    for letters in (0..6_000).step_by(375) {
        let case = usual.about(|connection| connection.organisation.name = "Å ".repeat(letters));
        let shown = text(&case.pdf());
        for page in pages(&shown) {
            let body = letters::without_page_chrome(page, &case);
            for heading in [
                "Hvadergodkendt",
                "Organisationsadministratorer",
                "Detskernu",
                "Tekniskeoplysninger",
            ] {
                assert!(!body.ends_with(heading), "{letters} letters: {page}");
            }
            assert!(!body.ends_with("Prøvelinklavet"), "{letters} letters: {page}");
        }
    }
}

#[test]
fn the_deadline_counts_sixty_danish_days() {
    let mut case = Case::usual(Environment::Live, Language::Danish);
    // 31 December in UTC is 1 January in Denmark.
    case.verdict.approved_at = Some(at("2026-12-31T23:30:00Z"));
    assert_in_order(
        &text(&case.pdf()),
        &["fredag 1. januar 2027 kl. 00.30", "Senest 2. marts 2027", "Mindst til og med 2032"],
    );
}

#[test]
fn the_file_is_named_for_people_and_every_system() {
    let mut case = Case::usual(Environment::Practice, Language::Danish);
    assert_eq!(
        file_name(&case.receipt()),
        "PRØVE 2026-11-24 Nordlys Tømrer & Snedker ApS CVR 13748136 kvittering.pdf"
    );
    case.language = Language::English;
    case.environment = Environment::Live;
    assert_eq!(
        file_name(&case.receipt()),
        "2026-11-24 Nordlys Tømrer & Snedker ApS CVR 13748136 receipt.pdf"
    );
    for hostile in [
        "x".repeat(10_000),
        "æ".repeat(10_000),
        "../..\\C:\0\n\"<>|?*".repeat(9),
        String::new(),
        "CON".into(),
        "\u{202e}".into(),
    ] {
        case.connection.organisation.name = hostile;
        let name = file_name(&case.receipt());
        assert!(name.len() <= 143 && name.ends_with(" CVR 13748136 receipt.pdf"), "{name}");
        assert!(
            !name.chars().any(|c| c.is_control() || "<>:\"/\\|?*\u{202e}".contains(c)),
            "{name}"
        );
    }
}

#[test]
fn the_file_says_what_it_is() {
    let case = Case::usual(Environment::Practice, Language::Danish);
    let file = lopdf::Document::load_mem(&case.pdf()).unwrap();
    assert_eq!(file.version, "1.7");
    let catalog = file.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"da-DK");
    let place = file.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let about = file.get_dictionary(place).unwrap();
    let title = lopdf::decode_text_string(about.get(b"Title").unwrap()).unwrap();
    assert_eq!(title, "PRØVE 2026-11-24 Nordlys Tømrer & Snedker ApS CVR 13748136 kvittering");
    assert_eq!(about.get(b"CreationDate").unwrap().as_str().unwrap(), b"D:20261124134900Z");
    assert!(!about.has(b"GTS_PDFXVersion"));
}

#[test]
fn the_same_receipt_is_the_same_file() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    for (folder, first) in folders.iter().zip(["usual", "hostile"]) {
        let status = Command::new(std::env::current_exe().unwrap())
            .args(["write_samples", "--exact", "--ignored"])
            .env("RECEIPT_SAMPLES", folder.path())
            .env("RECEIPT_FIRST", first)
            .stdout(Stdio::null())
            .status()
            .unwrap();
        assert!(status.success());
    }
    for ((name, here), (_, again)) in pdfs().into_iter().zip(pdfs()) {
        assert!(here == again, "{name}: twice in one process");
        for folder in &folders {
            assert!(
                here == std::fs::read(folder.path().join(format!("{name}.pdf"))).unwrap(),
                "{name}: in another process"
            );
        }
    }
    assert!(samples()[0].1.pdf() != samples()[1].1.pdf(), "different receipts are different files");
}

/// Every sample of every document, by name.
fn pdfs() -> Vec<(String, Vec<u8>)> {
    let receipts = samples().into_iter().map(|(name, case)| (name.to_owned(), case.pdf()));
    let boards = board::samples().into_iter().map(|(name, board)| (name, board.pdf()));
    let administrators = administrators::samples();
    receipts
        .chain(boards)
        .chain(administrators)
        .chain(hand_over::samples())
        .chain(checklist::samples())
        .chain(set_up::samples())
        .chain(approval_sheet::samples())
        .chain(case_list::samples())
        .chain(timeline::samples())
        .chain(record::samples().into_iter().map(|(name, case)| (name, case.pdf())))
        .chain(record_approved::samples().into_iter().map(|(name, case)| (name, case.pdf())))
        .collect()
}

/// Run by the test above in processes of its own, and by people who want to look:
/// `RECEIPT_SAMPLES=folder cargo test -p receipt -- --ignored write_samples`.
#[test]
#[ignore = "writes files where RECEIPT_SAMPLES says"]
fn write_samples() {
    let folder = std::path::PathBuf::from(
        std::env::var_os("RECEIPT_SAMPLES").expect("RECEIPT_SAMPLES names a folder"),
    );
    // Nothing that a process has made before may show in what it makes next.
    let first = std::env::var("RECEIPT_FIRST").unwrap_or_default();
    samples().into_iter().filter(|(name, _)| *name == first).for_each(|(_, case)| drop(case.pdf()));
    for (name, pdf) in pdfs() {
        std::fs::write(folder.join(format!("{name}.pdf")), pdf).unwrap();
    }
}
