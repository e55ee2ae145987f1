//! What a case loses on its way to the disk and back: nothing.

use super::*;
use crate::testing::{CANARIES, cases};
use domain::approver::{LoginName, NameMatch};
use domain::case::{Basis, Delivery, Stage};
use domain::draft::TermsAnswers;
use jiff::civil::date;
use std::collections::HashSet;
use std::mem::discriminant;

#[test]
fn every_stage_basis_and_delivery_comes_back_as_it_was() {
    let cases = cases();
    for case in &cases {
        let body = write(case).expect("a case can be written");
        assert_eq!(read(VERSION, &body).as_ref(), Ok(case));
    }
    let stages: HashSet<_> = cases.iter().map(|case| discriminant(&case.stage)).collect();
    let (mut bases, mut deliveries, mut found) = (HashSet::new(), HashSet::new(), HashSet::new());
    for case in &cases {
        match &case.stage {
            Stage::Approving(approving) => {
                _ = bases.insert(discriminant::<Basis>(&approving.basis))
            }
            Stage::Confirming(confirming) => {
                _ = found.insert(discriminant::<NameMatch>(&confirming.approver.found))
            }
            Stage::Approved(approved) => {
                deliveries.insert(discriminant::<Delivery>(&approved.delivery));
                found.insert(discriminant::<NameMatch>(&approved.approver.found));
            }
            Stage::Drafting(_) | Stage::HandedOver(_) | Stage::Reviewing(_) => {}
        }
    }
    assert_eq!(
        (stages.len(), bases.len(), deliveries.len(), found.len()),
        (6, 2, 5, 6),
        "the samples visit them all"
    );
    let bodies: Vec<String> = cases
        .iter()
        .map(|case| String::from_utf8(write(case).expect("written")).expect("JSON"))
        .collect();
    assert!(
        CANARIES.iter().all(|canary| bodies.iter().any(|body| body.contains(canary))),
        "what must not be on the disk is in here"
    );
}

#[test]
fn who_logged_in_comes_back_named_or_not_and_a_case_of_the_third_version_is_read() {
    let approved = cases().pop().expect("a case");
    let body = write(&approved).expect("written");
    for nameless in [LoginName::NotGiven, LoginName::Protected] {
        let mut case = approved.clone();
        let Stage::Approved(stage) = &mut case.stage else { panic!("approved") };
        stage.evidence.approver = nameless;
        assert_eq!(read(VERSION, &write(&case).expect("written")).as_ref(), Ok(&case));
    }
    let mut third: serde_json::Value = serde_json::from_slice(&body).expect("JSON");
    let evidence = third
        .pointer_mut("/stage/approved/evidence")
        .and_then(|it| it.as_object_mut())
        .expect("an object");
    evidence.remove("clockOffset").expect("since version 4");
    assert_eq!(
        evidence.get("approver").and_then(|name| name.as_str()),
        Some("Kanariefugl Winther"),
        "a name is written as before"
    );
    let mut before = approved;
    let Stage::Approved(stage) = &mut before.stage else { panic!("approved") };
    stage.evidence.clock_offset = None;
    assert_eq!(read(3, third.to_string().as_bytes()), Ok(before));
}

/// What lies on people's disks since version 3: the samples of that time as its own writer wrote
/// them, one body a line.
const THIRD_VERSION: &str = include_str!("frozen/3.jsonl");

/// What version 3 called "opened" was the showing of Tilslut's own summary, in a draft as in what
/// was approved.
#[test]
fn a_case_of_the_third_version_is_read_and_nobody_is_said_to_have_opened_the_official_text() {
    let shown = "2026-11-24T06:02:00.123456789Z".parse().ok();
    let (mut stages, mut drafts, mut connections) = (HashSet::new(), 0, 0);
    for body in THIRD_VERSION.lines() {
        let case = read(3, body.as_bytes()).expect("readable");
        stages.insert(discriminant(&case.stage));
        if let Stage::Drafting(draft) = &case.stage
            && draft.terms.edition.is_some()
        {
            let terms = TermsAnswers {
                summary_shown: shown,
                official: None,
                edition: draft.terms.edition,
                accepted: false,
            };
            assert_eq!(draft.terms, terms, "the tick is asked for again");
            drafts += 1;
        }
        if let Some(connection) = case.connection() {
            assert_eq!(
                (connection.terms.summary_shown, &connection.terms.official),
                (shown, &None)
            );
            let edition = (connection.terms.title.as_str(), connection.terms.published);
            assert_eq!(
                edition,
                ("Vilkår for Brugerorganisationer i MitID Erhverv", date(2024, 4, 17))
            );
            connections += 1;
        }
        let now = write(&case).expect("a case can be written");
        assert_eq!(read(VERSION, &now), Ok(case), "nothing more is lost when it is stored anew");
    }
    assert_eq!(stages.len(), 6, "the bodies visit every stage");
    assert!(drafts > 0 && connections > 0, "{drafts}, {connections}");
}

#[test]
fn every_problem_comes_back() {
    for problem in Problem::ALL {
        assert!(
            Problem::try_from(ProblemRow::from(*problem)).is_ok_and(|back| back == *problem),
            "{}",
            problem.code()
        );
    }
}

#[test]
fn what_the_domain_does_not_take_is_damage_and_not_left_out() {
    let text = |case: &Case| String::from_utf8(write(case).expect("written")).expect("JSON");
    let approved = cases().pop().expect("a case");
    let sound = text(&approved);
    for (from, to) in [
        ("\"13748136\"", "\"13748137\""),
        ("\"Kanariefugl Winther\",\"email\"", "\"\",\"email\""),
        ("\"kanarie@nordlystomrer.example\"", "\"kanarie\""),
        ("\"1987-11-30\"", "\"1887-11-30\""),
        ("\"1987-11-30\"", "\"1987-11-31\""),
        ("\"practice\"", "\"staging\""),
        ("\"caseNumber\"", "\"caseNo\""),
        ("\"accepted\":{", "\"accepted\":{\"more\":1,"),
        ("\"controlCode\":\"", "\"controlCode\":\"U"),
        ("\"bundle\":\"", "\"bundle\":\"*"),
        ("{\"id\"", "\"id\""),
    ] {
        assert!(sound.contains(from), "{from} is in the sample");
        let broken = sound.replace(from, to);
        assert_eq!(read(VERSION, broken.as_bytes()), Err(Problem::CaseDamaged), "{to}");
    }
    assert_eq!(read(VERSION, b""), Err(Problem::CaseDamaged));
    assert_eq!(read(VERSION + 1, b"anything"), Err(Problem::CaseNewer));
}

/// Before version 4 nothing was told of what was left out of a register's answer.
#[test]
fn a_case_of_the_third_version_is_read() {
    let approved = cases().pop().expect("a case");
    let mut body: serde_json::Value =
        serde_json::from_slice(&write(&approved).expect("written")).expect("JSON");
    let organisation = body
        .pointer_mut("/stage/approved/connection/organisation")
        .and_then(|it| it.as_object_mut())
        .expect("an object");
    organisation.remove("leftOut").expect("the member is there");
    let back = read(3, body.to_string().as_bytes()).expect("readable");
    let Stage::Approved(stage) = &back.stage else { panic!("approved") };
    assert_eq!(stage.connection.organisation.left_out, []);
}
