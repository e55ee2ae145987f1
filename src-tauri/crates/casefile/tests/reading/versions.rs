//! Cases of earlier versions are read as what they meant.

use crate::draft;
use crate::schema::SCHEMA;
use casefile::read;
use domain::Answer;
use jiff::Timestamp;
use jiff::civil::date;
use serde_json::{Value, json};

#[test]
fn what_the_first_version_calls_opened_was_tilsluts_own_summary() {
    let frozen = include_bytes!("../case-v1.json");
    let terms = read(frozen).unwrap().into_draft(Timestamp::UNIX_EPOCH).terms;
    assert_eq!(terms.summary_shown, Some("2026-11-23T09:40:00Z".parse().unwrap()));
    assert_eq!((terms.official.clone(), terms.edition), (None, Some(date(2024, 4, 17))));
    assert!(!terms.is_opened(), "nobody is known to have opened the official text");
    assert!(SCHEMA.is_valid(&serde_json::from_slice(frozen).unwrap()));

    let text = json!({ "opened": "2026-11-23T09:40:00Z", "address": "https://www.mitid-erhverv.dk/info/vilkar/" });
    let terms = draft(json!({ "terms": { "summaryShown": "2026-11-23T09:39:00Z", "officialText": text, "edition": "2024-04-17" } })).terms;
    assert!(terms.is_opened() && terms.summary_shown.is_some());
    let old = draft(
        json!({ "terms": { "officialText": text, "edition": "1999-01-01", "accepted": true } }),
    )
    .terms;
    assert!(!old.is_opened(), "an edition that is not known does not count");
}

/// The third version did not know the question whether CVR names the representative.
#[test]
fn a_case_of_the_third_version_left_open_whether_cvr_names_the_representative() {
    let frozen = include_bytes!("../case-v3.json");
    let draft = read(frozen).unwrap().into_draft(Timestamp::UNIX_EPOCH);
    assert_eq!((draft.representative.in_cvr, draft.need.connected), (None, Some(Answer::No)));
    assert_eq!(draft.representative.has_mitid, Some(Answer::Yes));
    assert!(SCHEMA.is_valid(&serde_json::from_slice(frozen).unwrap()));
}

/// Before the need check asked for it, that an organisation is connected was told beside the
/// answers.
#[test]
fn what_the_second_version_tells_of_an_organisation_that_is_connected_is_still_heard() {
    let frozen = include_bytes!("../case-v2.json");
    let connected = |bytes: &[u8]| {
        let file = read(bytes).unwrap();
        let (progress, draft) = (file.progress, file.into_draft(Timestamp::UNIX_EPOCH));
        (draft.need.connected, progress.facts(&draft).connected)
    };
    assert_eq!(connected(frozen), (None, Some(true)));
    assert!(SCHEMA.is_valid(&serde_json::from_slice(frozen).unwrap()));
    let mut both: Value = serde_json::from_slice(frozen).unwrap();
    for (answer, kept, told) in [
        ("no", Answer::No, Some(false)),
        ("yes", Answer::Yes, Some(true)),
        ("unknown", Answer::Unknown, Some(true)),
    ] {
        both["need"]["connected"] = json!(answer);
        assert_eq!(connected(both.to_string().as_bytes()), (Some(kept), told), "{answer}");
    }
}
