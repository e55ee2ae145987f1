//! What goes wrong at the register, and what it tells that stops a connection.

use crate::support::{Installation, found, organisation};
use contract::answers::{Answers, RoleName};
use contract::pages::{Lookup, StatusName};
use contract::{CaseIntent, CasesIntent, Intent, Navigation, Page, PartName};
use domain::problem::Problem;

#[test]
fn the_register_may_be_down_slow_or_talk_nonsense() {
    let tilslut = Installation::new().start();
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Organisation });
    for (cvr, meant) in [
        ("24256790", Problem::CvrUnknown),
        ("97015392", Problem::RegisterDown),
        ("95836712", Problem::RegisterNonsense),
        ("96640285", Problem::RegisterSlow),
    ] {
        tilslut.answer(
            &case,
            Answers::Organisation(organisation(cvr, Some(RoleName::Representative))),
        );
        let view = tilslut.wait(cvr, |view| {
            matches!(&view.page, Page::Organisation { lookup: Lookup::Failed { .. }, .. })
        });
        let Page::Organisation { answers, lookup: Lookup::Failed { code, .. }, .. } = view.page
        else {
            panic!("organisation")
        };
        assert_eq!((answers.cvr.as_str(), code.as_str()), (cvr, meant.code()));
    }
    // The register being away does not stop the preparation; an unknown number does.
    tilslut.proceed(&case, PartName::Organisation);
    assert!(matches!(tilslut.view().page, Page::Representative { .. }));
}

#[test]
fn an_organisation_that_is_being_dissolved_or_has_ceased_is_stopped_early() {
    let tilslut = Installation::new().start();
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Organisation });
    for (cvr, status, code) in [
        ("94205360", StatusName::Dissolving, "organisation-dissolving"),
        ("95018238", StatusName::Ceased, "organisation-ceased"),
    ] {
        tilslut.answer(
            &case,
            Answers::Organisation(organisation(cvr, Some(RoleName::Representative))),
        );
        let view = tilslut.wait(cvr, |view| found(view).is_some());
        assert_eq!(found(&view).unwrap().status, status);
        tilslut.send(Intent::Case {
            case: case.clone(),
            intent: CaseIntent::Continue { part: PartName::Organisation },
        });
        assert_eq!(tilslut.problem_at("cvr").as_deref(), Some(code));
    }
}
