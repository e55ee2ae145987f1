//! What a draft learns while it is prepared: of its organisation, by the register or by hand, and
//! of its documents.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod drafts;

use domain::case::{Case, Effect, Event, HandOverFile, Received, Refusal, Token, step};
use domain::connection::Connection;
use domain::cvr::CvrNumber;
use domain::documents::{DocumentId, Enclosed};
use domain::draft::{Draft, Role};
use domain::lookup::{Lookup, TypedOrganisation};
use domain::organisation::{HeldRole, Organisation, Source, Status};
use domain::preflight::{Facts, preflight};
use domain::problem::Problem;
use domain::rules::Severity;
use domain::{Answer, Environment, Language};
use drafts::{CVR, attached, born, draft_of, drafting, go, later, now, organisation, whole};

#[test]
fn another_number_forgets_the_register_and_another_spelling_does_not() {
    let with = |cvr: &str| {
        let draft = Draft { cvr: cvr.into(), ..whole(Role::Representative) };
        go(&drafting(whole(Role::Representative)), Event::Answered(Box::new(draft))).0
    };
    assert!(matches!(draft_of(&with("13-74-81-36")).lookup, Lookup::Found(_)));
    assert_eq!(draft_of(&with("24256790")).lookup, Lookup::NotYet);
    assert_eq!(draft_of(&with("1374813")).lookup, Lookup::NotYet);
}

#[test]
fn a_look_up_is_asked_and_only_its_own_answer_counts() {
    let draft = Draft { lookup: Lookup::NotYet, ..whole(Role::Representative) };
    let (asked, effects) = go(&drafting(draft.clone()), Event::LookUpAsked { ask: 2 });
    assert_eq!(effects, vec![Effect::LookUp { ask: 2, cvr: CvrNumber::parse(CVR).unwrap() }]);
    let late = go(&asked, Event::LookedUp { ask: 1, outcome: Err(Problem::RegisterDown) }).0;
    assert_eq!(draft_of(&late).lookup, Lookup::Asked { ask: 2, known: None });
    let found =
        go(&asked, Event::LookedUp { ask: 2, outcome: Ok(Box::new(organisation(Status::Active))) })
            .0;
    assert!(matches!(draft_of(&found).lookup, Lookup::Found(_)));
    let failed = go(&asked, Event::LookedUp { ask: 2, outcome: Err(Problem::RegisterSlow) }).0;
    assert_eq!(
        draft_of(&failed).lookup,
        Lookup::Failed { problem: Problem::RegisterSlow, at: later().at }
    );
    assert_eq!(draft_of(&failed).cvr, draft.cvr, "the number is kept");

    let again = go(&found, Event::LookUpAsked { ask: 3 }).0;
    assert!(
        draft_of(&again).organisation().is_some(),
        "what is known stands while the register is asked again"
    );
    let kept = go(&again, Event::LookedUp { ask: 3, outcome: Err(Problem::RegisterDown) }).0;
    assert!(matches!(draft_of(&kept).lookup, Lookup::Found(_)));
    assert_eq!(kept.problem, Some(Problem::RegisterDown));
    let gone = go(&again, Event::LookedUp { ask: 3, outcome: Err(Problem::CvrUnknown) }).0;
    assert!(
        matches!(draft_of(&gone).lookup, Lookup::Failed { problem: Problem::CvrUnknown, .. }),
        "that it is gone is an answer"
    );

    let unsound = drafting(Draft { cvr: "1".into(), ..Draft::default() });
    assert_eq!(step(&unsound, Event::LookUpAsked { ask: 1 }, now()), Err(Refusal::NotAllowedHere));
}

#[test]
fn a_document_is_attached_confirmed_enclosed_and_taken_away() {
    let case = drafting(whole(Role::Representative));
    let (case, effects) =
        step(&case, Event::DocumentAttached(Box::new(attached())), now()).unwrap();
    assert!(effects.is_empty(), "its bytes are kept before");
    assert_eq!(case.documents(), [[7; 32]]);
    let confirm =
        |holds| Event::DocumentConfirmed { document: attached().id, point: "valid".into(), holds };
    let (case, _) = step(&case, confirm(true), now()).unwrap();
    let (case, _) = step(&case, confirm(true), now()).unwrap();
    assert_eq!(draft_of(&case).documents[0].confirmed, ["valid"], "once");
    let (typed, _) =
        step(&case, Event::Answered(Box::new(whole(Role::Representative))), now()).unwrap();
    assert_eq!(draft_of(&typed).documents.len(), 1, "an answer of a page takes nothing away");
    let (approving, _) =
        step(&case, Event::ApprovalAsked { attempt: Token("one".into()) }, now()).unwrap();
    assert_eq!(approving.connection().unwrap().enclosed, [Enclosed::from(&attached())]);
    assert!(approving.documents().contains(&[7; 32]));
    let (case, effects) = step(&case, Event::DocumentRemoved(attached().id), now()).unwrap();
    assert_eq!((effects, case.documents()), (vec![Effect::ForgetDocuments], vec![]));
    assert_eq!(
        step(&case, Event::DocumentRemoved(attached().id), now()).err(),
        Some(Refusal::NotAllowedHere)
    );
}

#[test]
fn a_document_goes_by_its_own_name_in_a_draft_and_by_its_hash_from_then_on() {
    let (own, enclosed) = (attached().id, Enclosed::from(&attached()).id());
    assert_eq!(enclosed.0, "07".repeat(32));
    let (case, _) = step(
        &drafting(whole(Role::Reporter)),
        Event::DocumentAttached(Box::new(attached())),
        now(),
    )
    .unwrap();
    assert_eq!((case.document(&own), case.document(&enclosed)), (Some([7; 32]), None));
    let connection = Connection::parse(draft_of(&case), now().today).unwrap();
    let ended = Event::HandOverEnded {
        file: HandOverFile { path: "x".into(), words: vec![] },
        login: None,
        outcome: Ok(Box::new(connection.clone())),
    };
    let (handed_over, _) = step(&case, ended, now()).unwrap();
    let received = Case::received(
        case.id.received(),
        Environment::Practice,
        Received::new(connection, now().at, None),
        now(),
    );
    for case in [handed_over, received] {
        assert_eq!((case.document(&own), case.document(&enclosed)), (None, Some([7; 32])));
        assert_eq!(case.document(&DocumentId(String::new())), None);
    }
}

#[test]
fn what_is_typed_counts_until_a_register_answers() {
    let typed = |name: &str| {
        let mut draft = Draft { lookup: Lookup::NotYet, ..whole(Role::Representative) };
        draft.typed = TypedOrganisation {
            counts: true,
            name: name.into(),
            form_code: Some(80),
            form: "Anpartsselskab".into(),
            status: String::new(),
        };
        draft
    };
    let (case, _) = step(
        &drafting(Draft { lookup: Lookup::NotYet, ..whole(Role::Representative) }),
        Event::Answered(Box::new(typed(" Nordlys  ApS "))),
        now(),
    )
    .unwrap();
    let organisation = draft_of(&case).organisation().unwrap().clone();
    assert_eq!(
        (organisation.name.as_str(), organisation.form_code, organisation.status),
        ("Nordlys ApS", 80, Status::Uncertain)
    );
    assert_eq!(
        (organisation.origins.name, organisation.origins.candidates),
        (Some(Source::Typed), None)
    );
    assert!(Connection::parse(draft_of(&case), now().today).is_ok());
    let (again, _) =
        step(&case, Event::Answered(Box::new(draft_of(&case).clone())), later()).unwrap();
    assert_eq!(draft_of(&again).organisation().unwrap().looked_up, now().at, "typed then, not now");

    let (nameless, _) = step(&case, Event::Answered(Box::new(typed(" "))), now()).unwrap();
    let wrong = Connection::parse(draft_of(&nameless), now().today).unwrap_err();
    assert_eq!(wrong.iter().map(|p| p.field.as_str()).collect::<Vec<_>>(), ["typed.name"]);

    let (asked, _) = step(&case, Event::LookUpAsked { ask: 1 }, now()).unwrap();
    let (down, _) =
        step(&asked, Event::LookedUp { ask: 1, outcome: Err(Problem::RegisterDown) }, now())
            .unwrap();
    assert!(
        matches!(draft_of(&down).lookup, Lookup::Typed(_))
            && down.problem == Some(Problem::RegisterDown)
    );
    let (found, _) =
        step(&asked, Event::LookedUp { ask: 1, outcome: Ok(Box::new(organisation)) }, now())
            .unwrap();
    let draft = draft_of(&found);
    assert!(
        matches!(draft.lookup, Lookup::Found(_))
            && !draft.typed.counts
            && draft.typed.name == " Nordlys  ApS "
            && draft.earlier.is_empty()
    );

    let mut no_longer = typed("Nordlys");
    no_longer.typed.counts = false;
    let (back, _) = step(&case, Event::Answered(Box::new(no_longer)), now()).unwrap();
    assert_eq!(draft_of(&back).lookup, Lookup::NotYet);
}

#[test]
fn an_answer_that_says_something_else_keeps_the_one_before() {
    let ask = |case: &Case, ask, organisation| {
        let (asked, _) = step(case, Event::LookUpAsked { ask }, now()).unwrap();
        step(&asked, Event::LookedUp { ask, outcome: Ok(Box::new(organisation)) }, later())
            .unwrap()
            .0
    };
    let first = drafting(whole(Role::Representative));
    let same =
        ask(&first, 1, Organisation { looked_up: later().at, ..organisation(Status::Active) });
    assert!(draft_of(&same).earlier.is_empty());
    let mut other = same;
    for n in 2..9 {
        other = ask(
            &other,
            n,
            Organisation { name: format!("Nordlys {n}"), ..organisation(Status::Active) },
        );
    }
    let names: Vec<_> = draft_of(&other).earlier.iter().map(|o| o.name.as_str()).collect();
    assert_eq!(names, ["Nordlys 3", "Nordlys 4", "Nordlys 5", "Nordlys 6", "Nordlys 7"]);
    let mut number = draft_of(&other).clone();
    number.cvr = "24256790".into();
    let (number, _) = step(&other, Event::Answered(Box::new(number)), now()).unwrap();
    assert!(draft_of(&number).earlier.is_empty());
}

#[test]
fn whoever_runs_the_dissolution_may_let_the_organisation_in_again() {
    let bankrupt = |title: &str, function: &str| {
        let mut draft = whole(Role::Representative);
        let mut organisation = organisation(Status::Dissolving);
        organisation.status_text = "UNDERKONKURS".into();
        organisation.candidates[0].roles = vec![HeldRole::new("LEDELSESORGAN", "", function)];
        draft.representative.title = title.into();
        draft.lookup = Lookup::Found(Box::new(organisation));
        Connection::parse(&draft, now().today).map(|_| ()).map_err(|wrong| wrong[0].problem)
    };
    assert_eq!(bankrupt("direktør", "DIREKTØR"), Err(Problem::OrganisationDissolving));
    assert_eq!(bankrupt("Kurator", "DIREKTØR"), Ok(()));
    assert_eq!(bankrupt("advokat", "KURATOR"), Ok(()));
}

/// CVR appends the state to the name of an organisation that is being dissolved.
#[test]
fn a_state_that_stands_in_the_name_is_not_said_twice() {
    let mut bankrupt = organisation(Status::Dissolving);
    bankrupt.name = "Nordlys ApS under konkurs".into();
    bankrupt.status_text = "UNDERKONKURS".into();
    let draft = Draft { lookup: Lookup::Found(Box::new(bankrupt)), ..whole(Role::Representative) };
    let findings = preflight(&draft, &Facts::of(&draft), now().today);
    let said: Vec<String> =
        findings.iter().map(|finding| finding.wrong(Language::Danish)).collect();
    assert!(said.iter().any(|text| text.contains("Nordlys ApS er under konkurs")), "{said:?}");
}

#[test]
fn what_came_in_a_hand_over_file_is_asked_about_as_it_was_prepared() {
    let mut draft = whole(Role::Reporter).with_document(attached());
    draft.representative_is_administrator = true;
    draft.representative.born = born();
    draft.representative.has_cpr = Some(Answer::Yes);
    let connection = Connection::parse(&draft, now().today).unwrap();
    let again = Draft::of(&connection);
    assert_eq!(Connection::parse(&again, now().today), Ok(connection));
    let stops = |draft: &Draft| {
        let findings = preflight(draft, &Facts::of(draft), now().today);
        findings
            .iter()
            .filter(|finding| finding.rule.severity == Severity::Stops)
            .map(|finding| finding.rule.id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(stops(&again), stops(&draft));
}
