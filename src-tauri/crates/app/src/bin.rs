//! Deleting a case, and the bin that it lies in before it is gone for good.

use crate::context::Context;
use crate::effect::{Effect, Store};
use crate::intent::BinIntent;
use crate::model::{InMemory, Moved, MovedTo, Open, Pending, Saved};
use crate::navigation;
use crate::route::{BinPage, ROWS, Route};
use domain::bin::{Binned, kept_until, stands_in_the_way};
use domain::case::{CaseId, Event, Stage};
use domain::day_in_denmark;
use domain::problem::Problem;
use domain::summary::organisation_name;
use jiff::civil::Date;

/// Puts a case into the bin, when nothing is under way with it, and when the person has said that they
/// know of what is to be kept longer.
pub(crate) fn delete(
    open: &mut Open,
    context: &Context<'_>,
    id: &CaseId,
    despite_keeping: bool,
) -> Vec<Effect> {
    let today = context.now.today;
    let Some(held) = open.cases.get(id) else { return vec![] };
    if held.case.is_untouched() {
        return vec![Store::Delete(id.clone()).into()];
    }
    let is_kept = kept_until(papers(held), open.retention(), today).is_some();
    let refused =
        in_the_way(open, held).or((is_kept && !despite_keeping).then_some(Problem::DeleteKept));
    if let Some(problem) = refused {
        open.tell(problem);
        return vec![];
    }
    // What is only in memory would be missing when it is put back.
    if let Saved::Failed(problem) = held.saved {
        open.tell(problem);
        return open.save_again();
    }
    vec![Store::Bin(id.clone()).into()]
}

/// Why a case cannot be deleted now.
pub fn in_the_way(open: &Open, held: &InMemory) -> Option<Problem> {
    let logs_in = open.login.as_ref().is_some_and(|login| login.case == held.case.id);
    stands_in_the_way(&held.case).or(logs_in.then_some(Problem::DeleteLogin))
}

/// The day of the newest receipt or record of a case.
pub fn papers(held: &InMemory) -> Option<Date> {
    let approved = match &held.case.stage {
        Stage::Approved(approved) => Some(approved.evidence.approved_at),
        _ => None,
    };
    let recorded = held.record.as_ref().map(|record| record.made);
    approved.into_iter().chain(recorded).map(day_in_denmark).max()
}

/// The bin.
pub(crate) fn to_bin(open: &mut Open) -> Vec<Effect> {
    open.go(Route::Bin(BinPage::default()));
    vec![Store::ListBin(0).into()]
}

pub(crate) fn intent(open: &mut Open, context: &Context<'_>, intent: BinIntent) -> Vec<Effect> {
    open.notice.problem = None;
    match intent {
        BinIntent::List(from) => match &mut open.route {
            Route::Bin(page) => {
                page.from = from;
                vec![Store::ListBin(from).into()]
            }
            _ => vec![],
        },
        BinIntent::PutBack(id) => vec![Store::PutBack(id).into()],
        BinIntent::Empty { case, despite_keeping } => {
            let Route::Bin(page) = &open.route else { return vec![] };
            let Some(row) = page.binned.rows.iter().find(|row| row.id == case) else {
                return vec![];
            };
            let kept = kept_until(row.papers, open.retention(), context.now.today);
            if kept.is_some() && !despite_keeping {
                open.tell(Problem::DeleteKept);
                return vec![];
            }
            vec![Store::Empty(case).into()]
        }
    }
}

/// The case lies in the bin, or not.
pub(crate) fn binned(open: &mut Open, id: &CaseId, outcome: Result<(), Problem>) -> Vec<Effect> {
    let name = open.case(id).and_then(organisation_name);
    let is_done = outcome.is_ok();
    let effects = crate::case::deleted(open, id, outcome);
    if is_done {
        open.notice.moved = Some(Moved { case: id.clone(), name, to: MovedTo::Bin });
    }
    effects
}

/// It is back, or not; `resumes` says that it has something to take up again.
pub(crate) fn put_back(
    open: &mut Open,
    context: &mut Context<'_>,
    id: &CaseId,
    outcome: Result<bool, Problem>,
) -> Vec<Effect> {
    let name = name_of(open, id);
    let mut effects: Vec<Effect> = navigation::refresh(open).into_iter().collect();
    match outcome {
        Ok(resumes) => {
            open.total = open.total.saturating_add(1);
            open.notice.moved = Some(Moved { case: id.clone(), name, to: MovedTo::Back });
            if resumes {
                let again = Pending::Event(Box::new(Event::Restored));
                effects.extend(open.with_case(context, id, again));
            }
        }
        Err(problem) => open.tell(problem),
    }
    effects
}

/// It is gone for good, or not.
pub(crate) fn emptied(open: &mut Open, id: &CaseId, outcome: Result<(), Problem>) -> Vec<Effect> {
    let name = name_of(open, id);
    match outcome {
        Ok(()) => open.notice.moved = Some(Moved { case: id.clone(), name, to: MovedTo::Nowhere }),
        Err(problem) => open.tell(problem),
    }
    navigation::refresh(open).into_iter().collect()
}

pub(crate) fn listed(open: &mut Open, outcome: Result<Binned, Problem>) -> Vec<Effect> {
    let Route::Bin(page) = &mut open.route else { return vec![] };
    match outcome {
        // The last row of a later window has gone.
        Ok(binned) if binned.rows.is_empty() && page.from > 0 => {
            page.from = page.from.saturating_sub(ROWS);
            return vec![Store::ListBin(page.from).into()];
        }
        Ok(binned) => page.binned = binned,
        Err(problem) => open.tell(problem),
    }
    vec![]
}

/// What the page says of a case that is in no list of cases.
fn name_of(open: &Open, id: &CaseId) -> Option<String> {
    let of_row = match &open.route {
        Route::Bin(page) => page.binned.rows.iter().find(|row| row.id == *id),
        _ => None,
    };
    let of_notice = open.notice.moved.as_ref().filter(|moved| moved.case == *id);
    of_row.and_then(|row| row.name.clone()).or(of_notice.and_then(|moved| moved.name.clone()))
}
