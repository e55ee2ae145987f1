//! What is advised fits whoever reads it, and what has been answered.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod drafts;

use domain::Answer;
use domain::case::Event;
use domain::connection::Connection;
use domain::draft::{Draft, Role};
use domain::lookup::{Lookup, TypedOrganisation};
use domain::organisation::{Organisation, Origins, Source, Status};
use domain::preflight::{Facts, Verdict, documents_needed, outlook, preflight};
use domain::rules::{Automatic, book};
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
            status: String::new(),
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

/// What the rules conclude of an organisation that was typed by hand, with the answers that nobody
/// but the person can give.
fn by_hand(form_code: u16, status: &str, in_cvr: Option<Answer>) -> (Verdict, Vec<String>) {
    let mut answered = whole(Role::Representative);
    answered.typed = TypedOrganisation {
        counts: true,
        name: "Nordlys".into(),
        form_code: Some(form_code),
        form: book().forms.find(form_code).name.da.clone(),
        status: status.into(),
    };
    let (case, _) = go(&drafting(Draft::default()), Event::Answered(Box::new(answered)));
    let mut answered = draft_of(&case).clone();
    answered.representative.in_cvr = in_cvr;
    let draft = draft_of(&go(&case, Event::Answered(Box::new(answered))).0).clone();
    let facts = Facts::of(&draft);
    let found = preflight(&draft, &facts, now().today);
    let verdict = outlook(&draft, &facts, now().today, &found).verdict;
    let documents = documents_needed(&draft, &facts, now().today);
    let required = documents.into_iter().filter(|need| need.required);
    (verdict, required.map(|need| need.document.id.clone()).collect())
}

#[test]
fn by_hand_the_answers_of_the_person_settle_what_a_register_would_have() {
    let registered = [Automatic::Yes, Automatic::Usually, Automatic::IfRegistered];
    let mut settled = 0;
    for form in book().forms.all.iter().filter(|form| registered.contains(&form.automatic)) {
        let verdict = |status, in_cvr| by_hand(form.code, status, in_cvr).0;
        let name = &form.name.da;
        assert_eq!(verdict("AKTIV", None), Verdict::Open, "{name}: not said whether in CVR");
        assert_eq!(verdict("AKTIV", Some(Answer::Unknown)), Verdict::Open, "{name}");
        assert_eq!(verdict("", Some(Answer::Yes)), Verdict::Open, "{name}: status not said");
        let (not_in_cvr, documents) = by_hand(form.code, "AKTIV", Some(Answer::No));
        assert_eq!(not_in_cvr, Verdict::Documents, "{name}");
        assert!(!documents.is_empty(), "{name}: nothing to attach");
        assert_eq!(verdict("UNDERKONKURS", Some(Answer::Yes)), Verdict::Impossible, "{name}");
        assert_eq!(verdict("AKTIV", Some(Answer::Yes)), Verdict::Automatic, "{name}");
        settled += 1;
    }
    assert!(settled > 10, "{settled} forms");
}

#[test]
fn an_answer_of_the_register_counts_before_what_was_said() {
    let mut draft = whole(Role::Representative);
    draft.typed.status = "UNDERKONKURS".into();
    draft.representative.in_cvr = Some(Answer::No);
    let after =
        draft_of(&go(&drafting(whole(Role::Representative)), Event::Answered(Box::new(draft))).0)
            .clone();
    assert_eq!(after.organisation().map(|known| known.status), Some(Status::Active));
    let not_listed = found(&after).into_iter().filter(|rule| rule.contains("not-in-cvr")).count();
    assert_eq!(not_listed, 0, "the register names the representative");
}

#[test]
fn what_was_said_of_one_organisation_is_not_said_of_the_next() {
    let mut draft = whole(Role::Representative);
    draft.lookup = Lookup::Found(Box::new(Organisation {
        status: Status::Uncertain,
        status_text: String::new(),
        candidates: vec![],
        origins: Origins { status: None, candidates: None, ..Origins::all(Source::Cvrapi) },
        ..draft.organisation().unwrap().clone()
    }));
    let case = drafting(draft.clone());
    draft.typed.status = "AKTIV".into();
    draft.representative.in_cvr = Some(Answer::Yes);
    let (case, _) = go(&case, Event::Answered(Box::new(draft.clone())));
    let known = draft_of(&case).organisation().unwrap();
    assert_eq!((known.status, known.origins.status), (Status::Active, Some(Source::Typed)));
    let (case, _) = go(&case, Event::Answered(Box::new(Draft { cvr: "24256790".into(), ..draft })));
    let after = draft_of(&case);
    assert_eq!((after.typed.status.as_str(), after.representative.in_cvr), ("", None));
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
