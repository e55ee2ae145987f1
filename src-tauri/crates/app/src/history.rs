//! The history of a case: read when its page opens and when the case is saved while it is open, and
//! saved as a file.

use crate::effect::Effect;
use crate::intent::HistoryIntent;
use crate::model::Open;
use crate::route::{CasePage, HistoryPage, Route};
use domain::case::CaseId;
use domain::history::Log;
use domain::problem::Problem;

pub(crate) fn intent(open: &mut Open, id: &CaseId, intent: HistoryIntent) -> Vec<Effect> {
    open.notice.problem = None;
    match intent {
        HistoryIntent::List(from) => {
            if let Some(page) = page(open, id) {
                page.from = from;
            }
            vec![]
        }
        HistoryIntent::Save => vec![Effect::SaveHistory(id.clone())],
    }
}

/// The database has read it, or could not.
pub(crate) fn read(open: &mut Open, id: &CaseId, outcome: Result<Log, Problem>) -> Vec<Effect> {
    let Some(page) = page(open, id) else { return vec![] };
    match outcome {
        Ok(log) => page.log = log,
        Err(problem) => open.tell(problem),
    }
    vec![]
}

fn page<'a>(open: &'a mut Open, case: &CaseId) -> Option<&'a mut HistoryPage> {
    match &mut open.route {
        Route::Case { id, page: CasePage::History(page) } if id == case => Some(page),
        _ => None,
    }
}
