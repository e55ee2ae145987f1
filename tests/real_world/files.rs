//! What people type, paste and bring in files: each case with its right value, through the same
//! functions as window and command line use.

use domain::cpr::looks_like_cpr;
use domain::cvr::CvrNumber;
use domain::draft::{Draft, Role};
use domain::parts::{Part, problems_in};
use domain::person::EmailAddress;
use domain::problem::Problem;
use jiff::civil::date;
use receipt::ShortProof;
use serde_json::{Value, json};

fn case(name: &str) -> Value {
    let path = format!("{}/tests/real_world/cases/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn text<'a>(case: &'a Value, member: &str) -> &'a str {
    case[member].as_str().unwrap()
}

/// Row 15.
#[test]
fn an_address_is_what_was_meant_or_is_refused() {
    for file in ["15-invisible-in-email.json", "15-emails.json"] {
        for row in case(file).as_array().unwrap() {
            let (typed, expect) = (text(row, "typed"), text(row, "expect"));
            let read = EmailAddress::parse(typed);
            let read = read.as_ref().map_or("refused", EmailAddress::as_str);
            assert_eq!(read, expect, "{file}: {typed:?}");
        }
    }
}

/// Row 15, in the fields that are no address: what is kept has nothing in it that cannot be seen.
#[test]
fn every_text_of_a_case_loses_what_cannot_be_seen() {
    let hidden = |text: &str| format!("\u{feff}{}\u{200b}", text.replace('d', "d\u{ad}"));
    let json = json!({ "type": "tilslut/case/v1", "organisation": { "cvr": hidden("13748136"), "name": hidden("Nordlys") },
        "representative": { "name": hidden("Bo Lund"), "title": hidden("direktør") }, "board": [{ "name": hidden("Ida") }] });
    let bytes = json.to_string().into_bytes();
    let draft = casefile::Written::of(&bytes)
        .unwrap()
        .read()
        .unwrap()
        .into_draft(domain::Timestamp::UNIX_EPOCH);
    let read = [
        &draft.cvr,
        &draft.organisation().unwrap().name,
        &draft.representative.name,
        &draft.representative.title,
        &draft.board[0].name,
    ];
    assert_eq!(read, ["13748136", "Nordlys", "Bo Lund", "direktør", "Ida"]);
}

/// Row 18.
#[test]
fn only_what_can_be_a_cpr_number_is_taken_for_one() {
    for row in case("18-ten-digits.json").as_array().unwrap() {
        let text = text(row, "text");
        assert_eq!(looks_like_cpr(text), row["cpr"].as_bool().unwrap(), "{text}");
    }
}

/// Row 18: the name of an organisation is never looked through, whoever typed it.
#[test]
fn an_organisation_may_be_called_after_anything() {
    let mut draft = Draft { role: Some(Role::Reporter), ..Draft::default() };
    draft.reporter.organisation = "Selskabet af 010190-1234 ApS".into();
    let problems = problems_in(&draft, Part::Organisation, date(2026, 11, 24));
    assert!(problems.iter().all(|problem| problem.problem != Problem::CprTyped), "{problems:?}");
    draft.representative.title = "010190-1234".into();
    let problems = problems_in(&draft, Part::Representative, date(2026, 11, 24));
    assert!(problems.iter().any(|problem| problem.problem == Problem::CprTyped), "{problems:?}");
}

/// Row 18: the member is named, and the case goes on.
#[test]
fn a_case_is_read_without_the_member_that_can_be_a_cpr_number() {
    let json = json!({ "type": "tilslut/case/v1", "representative": { "name": "Bo Lund", "title": "010190-1234" } }).to_string();
    let mut written = casefile::Written::of(json.as_bytes()).unwrap();
    let draft = written.read().unwrap().into_draft(domain::Timestamp::UNIX_EPOCH);
    assert_eq!(
        (draft.representative.name.as_str(), draft.representative.title.as_str()),
        ("Bo Lund", "")
    );
    assert_eq!(written.left_out(), ["representative.title"]);
}

/// Row 16.
#[test]
fn a_file_is_read_in_the_encoding_that_it_was_saved_in() {
    let json = r#"{"type":"tilslut/case/v1","representative":{"name":"Søren Ærø"}}"#;
    let wide = |big: bool, mark: bool| -> Vec<u8> {
        let units = mark.then_some(0xFEFF).into_iter().chain(json.encode_utf16());
        units
            .flat_map(|unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    };
    let latin: Vec<u8> = json.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let marked = [b"\xEF\xBB\xBF", json.as_bytes()].concat();
    for bytes in [
        json.as_bytes().to_vec(),
        marked,
        wide(false, false),
        wide(false, true),
        wide(true, false),
        wide(true, true),
        latin,
    ] {
        let mut written = casefile::Written::of(&bytes).unwrap();
        assert_eq!(written.read().unwrap().representative.name.as_str(), "Søren Ærø");
    }
}

/// Row 19.
#[test]
fn a_cvr_number_is_read_as_it_stands_on_letters() {
    for typed in case("19-cvr-numbers.json").as_array().unwrap() {
        let typed = typed.as_str().unwrap();
        assert_eq!(CvrNumber::parse(typed).map(CvrNumber::as_u32), Ok(13_748_136), "{typed:?}");
    }
}

/// Row 20.
#[test]
fn a_short_proof_is_read_as_it_was_typed() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/real_world/cases/20-bundle.json");
    let bundle = std::fs::read(path).unwrap();
    let given = case("20-short-proof.json");
    let codes = given.as_array().unwrap().iter().map(|row| text(row, "code").to_owned());
    let first = text(&given[0], "code");
    let own = [
        first.replace(':', " :\r\n"),
        first.replace("GR8T", "GR-8T\u{2011}"),
        first.replace(':', "：").to_lowercase(),
    ];
    for code in codes.chain(own) {
        let proof = ShortProof::parse(&code).unwrap_or_else(|why| panic!("{code}: {why}"));
        assert!(proof.is_of(&bundle), "{code}");
    }
    for other in [
        first.replace("N2K6", "N2K7"),
        first.replace("3B26", "4B26"),
        first.replace(":1", ""),
        first.replace("5W9H", "5W9G"),
    ] {
        assert!(
            !ShortProof::parse(&other)
                .is_ok_and(|proof| proof == ShortProof::parse(first).unwrap()),
            "{other}"
        );
    }
}

/// Row 21: told for a PDF wherever its header stands within a kilobyte. `receipt` has the test that
/// reads a whole one.
#[test]
fn a_pdf_may_have_something_before_it() {
    for before in ["", "\u{feff}", "\r\n", "Content-Type: application/pdf\r\n\r\n"] {
        assert!(receipt::is_pdf(format!("{before}%PDF-1.7\n").as_bytes()), "{before:?}");
    }
    assert!(
        !receipt::is_pdf(format!("{}%PDF-1.7", " ".repeat(1020)).as_bytes())
            && !receipt::is_pdf(b"PDF-1.7")
    );
}
