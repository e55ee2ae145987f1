//! What is typed wrong is told where it is typed, and stays until the person has put it right.

use crate::support::{Installation, METTE, NORDLYS, administrators, born, organisation};
use contract::answers::{Administrators, AnswerName, Answers, Born, RoleName};
use contract::{CaseIntent, CasesIntent, Intent, Navigation, Page, PartName};

#[test]
fn the_number_is_told_apart_where_it_is_typed() {
    let tilslut = Installation::new().start();
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Organisation });
    for (typed, code) in [
        ("", "cvr-missing"),
        ("1234567", "cvr-length"),
        ("1374813x", "cvr-characters"),
        ("12345678", "cvr-check-digit"),
    ] {
        tilslut.answer(
            &case,
            Answers::Organisation(organisation(typed, Some(RoleName::Representative))),
        );
        tilslut.send(Intent::Case { case: case.clone(), intent: CaseIntent::LookUp });
        assert_eq!(
            tilslut.problem_at("cvr").as_deref(),
            Some(code),
            "looking up »{typed}« says why it cannot"
        );
        tilslut.send(Intent::Case {
            case: case.clone(),
            intent: CaseIntent::Continue { part: PartName::Organisation },
        });
        assert_eq!(tilslut.problem_at("cvr").as_deref(), Some(code), "{typed}");
        let Page::Organisation { answers, .. } = tilslut.view().page else { panic!("still here") };
        assert_eq!(answers.cvr, typed, "what was typed stays");
    }
}

#[test]
fn an_administrator_must_be_whole() {
    let tilslut = Installation::new().start();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Administrators });
    let none = Administrators { representative_too: false, others: vec![], ..administrators() };
    tilslut.answer(&case, Answers::Administrators(none));
    tilslut.send(Intent::Case {
        case: case.clone(),
        intent: CaseIntent::Continue { part: PartName::Administrators },
    });
    assert_eq!(tilslut.problem_at("administrators").as_deref(), Some("administrator-missing"));

    let mut wrong = administrators();
    wrong.representative_too = false;
    wrong.others[0].email = "soren@kanariefugl".into();
    wrong.others[0].born = Born { month: "11".into(), ..born(31, 11, 1987) };
    tilslut.answer(&case, Answers::Administrators(wrong.clone()));
    tilslut.send(Intent::Case {
        case: case.clone(),
        intent: CaseIntent::Continue { part: PartName::Administrators },
    });
    assert_eq!(tilslut.problem_at("administrators.0.email").as_deref(), Some("email-ending"));
    assert_eq!(tilslut.problem_at("administrators.0.born").as_deref(), Some("born-no-such-day"));

    wrong.others[0].email = "soren@kanariefugl.example".into();
    tilslut.answer(&case, Answers::Administrators(wrong.clone()));
    assert_eq!(
        tilslut.problem_at("administrators.0.email"),
        None,
        "what has been put right is no longer said"
    );
    wrong.others[0].born = born(30, 11, 1987);
    wrong.others[0].has_mitid = Some(AnswerName::Unknown);
    tilslut.answer(&case, Answers::Administrators(wrong));
    tilslut.proceed(&case, PartName::Administrators);
    tilslut.send(Intent::Case { case, intent: CaseIntent::Approve });
    assert_eq!(
        tilslut.problem_at("administrators.0.hasMitid").as_deref(),
        Some("administrator-unknown"),
        "unknown is asked for before the approval"
    );
}
