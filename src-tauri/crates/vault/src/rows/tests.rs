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
            Stage::Drafting(_) | Stage::HandedOver(_) | Stage::Reviewing(_) | Stage::Guided(_) => {}
        }
    }
    assert_eq!(
        (stages.len(), bases.len(), deliveries.len(), found.len()),
        (7, 2, 6, 6),
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
fn who_logged_in_comes_back_named_or_not() {
    let approved = cases().pop().expect("a case");
    for nameless in [LoginName::NotGiven, LoginName::Protected] {
        let mut case = approved.clone();
        let Stage::Approved(stage) = &mut case.stage else { panic!("approved") };
        stage.evidence.approver = nameless;
        assert_eq!(read(VERSION, &write(&case).expect("written")).as_ref(), Ok(&case));
    }
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

/// Before version 4 nothing was told of what was left out of a register's answer, or of the clock,
/// and whoever logged in had a name.
#[test]
fn what_came_with_the_fourth_version_is_left_open_in_a_case_of_the_third() {
    for body in THIRD_VERSION.lines() {
        let case = read(3, body.as_bytes()).expect("readable");
        if let Stage::Approved(stage) = &case.stage {
            assert_eq!(stage.connection.organisation.left_out, []);
            assert_eq!(stage.evidence.approver, LoginName::Given("Kanariefugl Winther".into()));
            assert_eq!(stage.evidence.clock_offset, None);
        }
    }
}

/// A case in a file may leave these out, and a reader then puts something in their place; what is
/// stored has them, and nothing is made up in their place.
#[test]
fn what_a_file_may_leave_out_is_missed_in_what_is_stored() {
    let draft = cases().swap_remove(1);
    let sound = write(&draft).expect("written");
    let snapshot = "/stage/drafting/case/organisation";
    let document = "/stage/drafting/case/documents/0";
    for (parent, member) in [
        (snapshot, "lookedUp"),
        (snapshot, "standing"),
        (snapshot, "origins"),
        (snapshot, "formCode"),
        (document, "sha256"),
        (document, "size"),
        (document, "media"),
        (document, "at"),
        ("/stage/drafting/lookup/found", "cvr"),
        ("/stage/drafting", "documentIds"),
    ] {
        let mut body: serde_json::Value = serde_json::from_slice(&sound).expect("JSON");
        let object = body.pointer_mut(parent).and_then(|it| it.as_object_mut()).expect(parent);
        assert!(object.remove(member).is_some(), "{parent}/{member} is in the sample");
        assert_eq!(
            read(VERSION, body.to_string().as_bytes()),
            Err(Problem::CaseDamaged),
            "{parent}/{member}"
        );
    }
    let mut body: serde_json::Value = serde_json::from_slice(&sound).expect("JSON");
    body["stage"]["drafting"]["documentIds"] = serde_json::json!([]);
    assert_eq!(read(VERSION, body.to_string().as_bytes()), Err(Problem::CaseDamaged));
}

/// An earlier shape is read strictly too: what no writer wrote is damage.
#[test]
fn what_no_earlier_version_wrote_is_damage() {
    let fourth = include_str!("frozen/4.jsonl");
    let sound = fourth.lines().nth(1).expect("a draft");
    assert!(read(4, sound.as_bytes()).is_ok());
    for (from, to) in [
        ("\"earlier\":", "\"more\":1,\"earlier\":"),
        ("\"statusText\":\"NORMAL\",", ""),
        ("\"representativeIsAdministrator\":true,", ""),
        ("\"sha256\":\"", "\"sha256\":\"*"),
        ("\"lookup\":{", "\"lookup\":{\"notYet\":null,"),
        ("\"stage\":{\"drafting\":", "\"stage\":{\"draft\":"),
        ("\"13748136\"", "\"13748137\""),
    ] {
        assert!(sound.contains(from), "{from} is in the sample");
        let broken = sound.replace(from, to);
        assert_eq!(read(4, broken.as_bytes()), Err(Problem::CaseDamaged), "{to}");
    }
    assert_eq!(read(VERSION, sound.as_bytes()), Err(Problem::CaseDamaged), "not of this version");
    assert_eq!(read(0, b"{}"), Err(Problem::CaseDamaged));
}
