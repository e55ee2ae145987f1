//! What can be a CPR number is left out and named, wherever it stands.

use casefile::error::Position;
use casefile::{Unreadable, read};
use jiff::Timestamp;
use serde_json::json;

#[test]
fn what_looks_like_a_cpr_number_is_left_out_and_named_and_the_rest_is_read() {
    let case = r#"{"type":"tilslut/case/v1","reference":"010190-1234","organisation":{"cvr":1001901234,"name":"Selskabet af 010190-1234 ApS"},
        "administrators":[{"name":"Bo \u0022Bo\" 010190-1234 \\","email":"bo@x.dk"},{"name":"Ida"},{"email":"0101901234@x.dk"}],
        "board":[{"name":"Lis","function":"01 01 90-1234"}],"representative":{"born":{"day":"010190-1234"}}}"#;
    let mut written = casefile::Written::of(case.as_bytes()).unwrap();
    let draft = written.read().unwrap().into_draft(Timestamp::UNIX_EPOCH);
    let named = [
        "reference",
        "organisation.cvr",
        "administrators[0].name",
        "administrators[2].email",
        "board[0].function",
    ];
    assert_eq!(written.left_out(), [&named[..], &["representative.born.day"]].concat());
    assert_eq!(
        draft.organisation().map(|it| it.name.as_str()),
        Some("Selskabet af 010190-1234 ApS")
    );
    assert_eq!(
        (draft.administrators[0].email.as_str(), draft.administrators[1].name.as_str()),
        ("bo@x.dk", "Ida")
    );
    assert_eq!((draft.board[0].name.as_str(), draft.board[0].function.as_str()), ("Lis", ""));
    // Read a second time, it is the same.
    assert_eq!(written.read().unwrap().into_draft(Timestamp::UNIX_EPOCH), draft);
    assert_eq!(written.left_out().len(), 6);
    // What is wrong otherwise is still said, where it is.
    let case = "{\"type\":\"tilslut/case/v1\",\"reference\":\"010190-1234\",\n \"role\":\"x\"}";
    let why = casefile::Written::of(case.as_bytes()).unwrap().read().map(|_| ()).unwrap_err();
    assert!(
        matches!(&why, Unreadable::NotACase { member, place: Position { line: 2, .. }, .. } if member == "role"),
        "{why}"
    );
    // A name of a member, and more than any case has by mistake, are refused.
    let many =
        json!({ "type": "tilslut/case/v1", "board": vec![json!({ "name": "010190-1234" }); 101] })
            .to_string();
    for refused in [r#"{"type":"tilslut/case/v1","010190-1234":1}"#, &many] {
        assert!(casefile::Written::of(refused.as_bytes()).unwrap().read().is_err());
    }
}

#[test]
fn a_name_of_a_member_that_is_a_cpr_number_is_not_repeated() {
    let error = read(br#"{"type":"tilslut/case/v1","010190-1234":"x"}"#).unwrap_err();
    assert!(!error.to_string().contains("0101"), "{error}");
}
