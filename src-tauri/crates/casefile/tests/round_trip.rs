//! What is written is read back as it was, and no CPR number gets through either way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod drafts;

use casefile::CaseFile;
use domain::Environment;
use domain::cpr::looks_like_cpr;
use domain::documents::{Attached, DocumentId};
use domain::draft::Draft;
use domain::lookup::Lookup;
use domain::person::TypedDate;
use domain::typed::visible;
use jiff::Timestamp;
use proptest::prelude::*;
use std::sync::LazyLock;

static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    jsonschema::validator_for(&serde_json::from_str(&casefile::schema::schema()).unwrap()).unwrap()
});

/// Whatever a person may have typed, but no CPR number.
fn draft() -> impl Strategy<Value = Draft> {
    drafts::draft_of(text)
}

fn text() -> BoxedStrategy<String> {
    prop_oneof![".{0,20}", "[a-zæøå ]{1,30}", Just(String::new())]
        .prop_map(|text| visible(&text).into_owned())
        .prop_filter("no CPR number", |text| !looks_like_cpr(text))
        .boxed()
}

/// What a file keeps of a draft: no question to the register that waits or failed, no name of a
/// document on one machine.
fn kept(draft: &Draft) -> Draft {
    let lookup = match draft.organisation() {
        Some(organisation) => Lookup::Found(Box::new(organisation.clone())),
        None => Lookup::NotYet,
    };
    let named = |(place, document): (u64, &Attached)| Attached {
        id: DocumentId(format!("{place:032x}")),
        ..document.clone()
    };
    Draft { lookup, documents: (1..).zip(&draft.documents).map(named).collect(), ..draft.clone() }
}

fn there_and_back(draft: &Draft) -> Draft {
    let json = CaseFile::of(draft, Environment::Practice).to_json().unwrap();
    casefile::read(json.as_bytes()).unwrap().into_draft(Timestamp::UNIX_EPOCH)
}

proptest! {
    #[test]
    fn a_draft_comes_back_as_it_was(draft in draft()) {
        prop_assert_eq!(there_and_back(&draft), kept(&draft));
    }

    #[test]
    fn what_is_written_fits_the_schema(draft in draft()) {
        let json = CaseFile::of(&draft, Environment::Live).to_json().unwrap();
        let value = serde_json::from_str(&json).unwrap();
        let wrong: Vec<String> = SCHEMA.iter_errors(&value).map(|error| error.to_string()).collect();
        prop_assert!(wrong.is_empty(), "{:?}\n{}", wrong, json);
    }

    #[test]
    fn a_cpr_number_is_neither_written_nor_read(day in 1..=28u8, month in 1..=12u8, rest in 0..1_000_000u32, between in "[- .]?") {
        prop_assume!(!((37..58).contains(&(rest / 10_000)) && (5_000..9_000).contains(&(rest % 10_000))), "nobody is born then yet");
        let cpr = format!("{day:02}{month:02}{:02}{between}{:04}", rest / 10_000, rest % 10_000);
        prop_assert!(looks_like_cpr(&cpr), "{}", cpr);
        let mut draft = Draft::default();
        draft.administrators.push(domain::draft::AdministratorAnswers { name: format!("Ole {cpr}"), ..Default::default() });
        let refused = CaseFile::of(&draft, Environment::Live).to_json().unwrap_err();
        prop_assert_eq!(&refused.member, "administrators[0].name");
        let json = serde_json::json!({ "type": "tilslut/case/v1", "representative": { "title": cpr, "name": "Bo" } }).to_string();
        let refused = casefile::read(json.as_bytes()).unwrap_err();
        prop_assert_eq!((refused.code(), refused.member()), ("cpr", "representative.title"));
        prop_assert!(!refused.to_string().contains(&cpr));
        let mut written = casefile::Written::of(json.as_bytes()).unwrap();
        let draft = written.read().unwrap().into_draft(Timestamp::UNIX_EPOCH);
        prop_assert_eq!((draft.representative.title.as_str(), draft.representative.name.as_str()), ("", "Bo"));
        prop_assert_eq!(written.left_out(), ["representative.title"]);
    }
}

#[test]
fn a_date_of_birth_is_written_as_a_date_only_when_it_was_typed_as_one() {
    for (day, month, year, written) in [
        ("30", "11", "1987", r#""1987-11-30""#),
        ("1", "2", "1987", r#""1987-02-01""#),
        ("31", "2", "1987", r#""1987-02-31""#),
        ("01", "2", "1987", r#"{"day":"01","month":"2","year":"1987"}"#),
        ("1", "2", "87", r#"{"day":"1","month":"2","year":"87"}"#),
        ("3", "", "", r#"{"day":"3"}"#),
        ("1.", "maj", "1987", r#"{"day":"1.","month":"maj","year":"1987"}"#),
    ] {
        let mut draft = Draft::default();
        draft.representative.born =
            TypedDate { day: day.into(), month: month.into(), year: year.into() };
        let file = CaseFile::of(&draft, Environment::Live);
        let json = serde_json::to_value(&file).unwrap();
        assert_eq!(
            json["representative"]["born"],
            serde_json::from_str::<serde_json::Value>(written).unwrap()
        );
        assert_eq!(there_and_back(&draft), draft);
    }
}
