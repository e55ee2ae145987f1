//! What is advised fits whoever reads it, and what has been answered.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod drafts;

use domain::case::Event;
use domain::connection::Connection;
use domain::draft::{Draft, Role};
use domain::lookup::TypedOrganisation;
use domain::preflight::{Facts, preflight};
use drafts::{CVR, draft_of, drafting, go, now, whole};

fn found(draft: &Draft) -> Vec<String> {
    preflight(draft, &Facts::of(draft), now().today)
        .into_iter()
        .map(|finding| finding.rule.id.clone())
        .collect()
}

#[test]
fn a_form_that_was_not_chosen_yet_is_no_unknown_form() {
    let typed = |form_code: Option<u16>, form: &str| {
        let typed = TypedOrganisation {
            counts: true,
            name: "Nordlys".into(),
            form_code,
            form: form.into(),
        };
        let answered = Draft { cvr: CVR.into(), typed, ..Draft::default() };
        found(draft_of(&go(&drafting(Draft::default()), Event::Answered(Box::new(answered))).0))
    };
    let about_the_form = |found: Vec<String>| {
        found.into_iter().filter(|rule| rule.contains("form")).collect::<Vec<_>>()
    };
    assert_eq!(about_the_form(typed(None, "")), Vec::<String>::new());
    assert_eq!(
        about_the_form(typed(Some(990), "Uoplyst virksomhedsform")).len(),
        1,
        "one that was chosen is judged"
    );
    assert_eq!(about_the_form(typed(Some(80), "Anpartsselskab (ApS)")), Vec::<String>::new());
}

#[test]
fn a_representative_is_not_advised_as_the_reporter_is() {
    let connection = Connection::parse(&whole(Role::Reporter), now().today).unwrap();
    let reporters = ["reporter-cannot-conclude", "terms-await-representative"];
    let to_prepare = found(&whole(Role::Reporter));
    assert!(
        reporters.iter().all(|rule| to_prepare.iter().any(|found| found == rule)),
        "{to_prepare:?}"
    );
    let to_review = found(&Draft::to_review(&connection));
    assert!(
        reporters.iter().all(|rule| to_review.iter().all(|found| found != rule)),
        "{to_review:?}"
    );
}
