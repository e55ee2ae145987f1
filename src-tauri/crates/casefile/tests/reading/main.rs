//! What is taken, what is refused and with which words; the committed schema says the same.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod any;
mod cpr_numbers;
mod encoding;
mod refused;
mod schema;
mod versions;

use casefile::read;
use domain::Answer;
use domain::draft::Draft;
use domain::lookup::Lookup;
use domain::organisation::{Organisation, Origins, Source, Status};
use domain::person::TypedDate;
use jiff::Timestamp;
use schema::SCHEMA;
use serde_json::{Value, json};

#[test]
fn a_case_of_nothing_is_an_empty_draft() {
    assert_eq!(draft(json!({})), Draft::default());
    let nulls = json!({
        "environment": null, "need": null, "organisation": null, "role": null, "reporter": null, "representative": null,
        "administrators": null, "documents": null, "board": null, "terms": null, "reference": null,
    });
    assert_eq!(draft(nulls), Draft::default());
}

#[test]
fn the_number_alone_is_no_look_up() {
    for cvr in [json!("13748136"), json!(13_748_136)] {
        let draft = draft(json!({ "organisation": { "cvr": cvr } }));
        assert_eq!((draft.cvr.as_str(), draft.lookup), ("13748136", Lookup::NotYet));
    }
}

#[test]
fn what_is_said_of_the_organisation_is_typed_unless_a_source_is_named() {
    let few = organisation(json!({ "cvr": "13748136", "formCode": 80, "status": "Under konkurs" }));
    assert_eq!(
        (few.form_code, few.status, few.status_text.as_str()),
        (80, Status::Dissolving, "Under konkurs")
    );
    let typed = Some(Source::Typed);
    assert_eq!(few.origins, Origins { form: typed, status: typed, ..Origins::default() });
    assert_eq!(few.looked_up, Timestamp::UNIX_EPOCH);

    let told = organisation(json!({ "cvr": "13748136", "source": "virk", "candidates": [] }));
    assert_eq!(told.origins, Origins { candidates: Some(Source::Virk), ..Origins::default() });

    let mixed = json!({ "cvr": "13748136", "name": "Nordlys ApS", "source": "virk", "origins": { "name": "cvrapi" } });
    assert_eq!(
        organisation(mixed).origins,
        Origins { name: Some(Source::Cvrapi), ..Origins::default() }
    );
}

#[test]
fn a_wrong_number_is_kept_for_the_check_and_hides_nothing_else() {
    for cvr in ["12345678", ""] {
        let draft = draft(json!({ "organisation": { "cvr": cvr, "formCode": 110 } }));
        assert_eq!(draft.cvr, cvr);
        assert_eq!(draft.organisation().map(|organisation| organisation.form_code), Some(110));
    }
}

#[test]
fn answers_are_words_or_truths() {
    for (written, answer) in [
        (json!("yes"), Some(Answer::Yes)),
        (json!(true), Some(Answer::Yes)),
        (json!("no"), Some(Answer::No)),
        (json!(false), Some(Answer::No)),
        (json!("unknown"), Some(Answer::Unknown)),
        (json!(null), None),
    ] {
        assert_eq!(
            draft(json!({ "representative": { "hasMitid": written } })).representative.has_mitid,
            answer
        );
    }
}

#[test]
fn a_date_of_birth_is_what_a_person_would_have_typed() {
    for (written, day, month, year) in [
        (json!("1987-11-30"), "30", "11", "1987"),
        (json!("1987-02-01"), "1", "2", "1987"),
        (json!("1987-02-31"), "31", "2", "1987"),
        (json!({ "day": "3" }), "3", "", ""),
        (json!(null), "", "", ""),
    ] {
        let born = draft(json!({ "representative": { "born": written } })).representative.born;
        assert_eq!(born, TypedDate { day: day.into(), month: month.into(), year: year.into() });
    }
}

/// A case with this beside its type.
fn case(mut more: Value) -> Value {
    more["type"] = json!("tilslut/case/v4");
    more
}

fn draft(more: Value) -> Draft {
    let case = case(more);
    assert!(SCHEMA.is_valid(&case), "the schema refuses {case}");
    read(case.to_string().as_bytes())
        .unwrap_or_else(|error| panic!("{case}: {error}"))
        .into_draft(Timestamp::UNIX_EPOCH)
}

fn organisation(known: Value) -> Organisation {
    match draft(json!({ "organisation": known })).lookup {
        Lookup::Found(organisation) => *organisation,
        other => panic!("{other:?}"),
    }
}
