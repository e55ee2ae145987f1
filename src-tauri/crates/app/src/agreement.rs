//! What a person states of an agreement after it was concluded.

use crate::context::Context;
use crate::effect::Effect;
use crate::model::Open;
use domain::agreement::TypedEvent;
use domain::case::{Case, CaseId, Event};
use domain::problem::Problem;

/// What was typed is checked first; then it is an event of the case.
pub(crate) fn state(
    open: &mut Open,
    context: &Context<'_>,
    id: &CaseId,
    typed: &TypedEvent,
) -> Vec<Effect> {
    open.notice.problem = None;
    let Some(standing) = open.case(id).and_then(Case::standing) else {
        open.tell(Problem::NotAllowedHere);
        return vec![];
    };
    match typed.parse(&standing, context.now.today) {
        Ok(event) => {
            open.notice.field_problems.clear();
            let effects = open.apply(context, id, [Event::AgreementStated(event)]);
            if effects.is_empty() {
                open.tell(Problem::NotAllowedHere);
            }
            effects
        }
        Err(problems) => {
            open.notice.field_problems = problems;
            vec![]
        }
    }
}
