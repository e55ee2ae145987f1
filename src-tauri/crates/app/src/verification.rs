//! Checking a file: a receipt, an evidence bundle or a hand-over file, dropped on the window or
//! chosen. The newest file counts: what is said of an earlier one, later, is dropped.

use crate::context::Context;
use crate::effect::Effect;
use crate::input::VerificationInput;
use crate::intent::VerificationIntent;
use crate::model::Open;
use crate::route::{Route, Verify};
use domain::problem::{FieldProblem, Problem};

pub(crate) fn intent(open: &mut Open, intent: VerificationIntent) -> Vec<Effect> {
    match (intent, &mut open.route) {
        (VerificationIntent::AskKeys, Route::Verify(page)) => match &page.verification {
            Some(checked) if checked.record.is_some() && !page.asking => {
                page.asking = true;
                vec![Effect::AskKeys(checked.clone())]
            }
            _ => vec![],
        },
        (VerificationIntent::AskKeys, _) => vec![],
        (VerificationIntent::Choose, _) => vec![Effect::ChooseToCheck],
        (
            VerificationIntent::CompareCode(typed),
            Route::Verify(Verify { verification: Some(checked), .. }),
        ) => {
            vec![Effect::CompareCode(checked.clone(), typed)]
        }
        (VerificationIntent::CompareCode(_), _) => {
            open.notice.field_problems = vec![FieldProblem::at("code", Problem::ProofWithoutFile)];
            vec![]
        }
    }
}

pub(crate) fn input(
    open: &mut Open,
    context: &mut Context<'_>,
    input: VerificationInput,
) -> Vec<Effect> {
    match input {
        VerificationInput::File(path) => {
            let query = context.common.next_query_id(context.now.at);
            open.go(Route::Verify(Verify { query: Some(query), ..Verify::default() }));
            return vec![Effect::Check(query, path)];
        }
        VerificationInput::Dragged(over) => {
            if let Route::Verify(page) = &mut open.route {
                page.dragging = over;
            }
        }
        VerificationInput::Checked(query, outcome) => {
            let Route::Verify(page) = &mut open.route else { return vec![] };
            if page.query != Some(query) {
                return vec![];
            }
            page.query = None;
            match outcome {
                Ok(verification) => page.verification = Some(verification),
                Err(problem) => open.tell(problem),
            }
        }
        VerificationInput::Compared(outcome) => {
            let Route::Verify(page) = &mut open.route else { return vec![] };
            page.asking = false;
            match (outcome, &mut page.verification) {
                (Ok(compared), Some(shown))
                    if shown.file == compared.file && shown.at == compared.at =>
                {
                    *shown = compared;
                    open.notice.field_problems.clear();
                }
                (Ok(_), _) => {}
                (Err(problem), _) => {
                    open.notice.field_problems = vec![FieldProblem::at("code", problem)]
                }
            }
        }
    }
    vec![]
}
