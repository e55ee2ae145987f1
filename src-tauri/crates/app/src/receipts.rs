//! The receipts of approved cases: listed, saved, shown, printed, copied into a folder, exported
//! for the bookkeeping; and the timeline of an organisation's administrators.

use crate::context::Context;
use crate::effect::{Due, Effect, Output, Setting, Store};
use crate::input::{ListedReceipts, ReceiptsInput};
use crate::intent::ReceiptsIntent;
use crate::model::{Open, Saved};
use crate::navigation;
use crate::route::{Export, Route};
use domain::case::{Case, CaseId};
use domain::problem::{FieldProblem, Problem};
use domain::retention::Retention;
use jiff::civil::Date;

pub(crate) fn intent(
    open: &mut Open,
    context: &mut Context<'_>,
    intent: ReceiptsIntent,
) -> Vec<Effect> {
    match intent {
        ReceiptsIntent::List { from } => match &mut open.route {
            Route::Receipts(receipts) => {
                receipts.from = from;
                vec![Store::ListReceipts(from).into()]
            }
            _ => vec![],
        },
        ReceiptsIntent::Save(case) => vec![Effect::Receipt(Output::Save, case)],
        ReceiptsIntent::Show(case) => vec![Effect::Receipt(Output::Show, case)],
        ReceiptsIntent::SaveEvidence(case) => vec![Effect::SaveEvidence(case)],
        ReceiptsIntent::SaveRecord(case) => record(open, Output::Save, case),
        ReceiptsIntent::ShowRecord(case) => record(open, Output::Show, case),
        ReceiptsIntent::SaveNumberedRecord(number) => {
            vec![Effect::NumberedRecord(Output::Save, number)]
        }
        ReceiptsIntent::ShowNumberedRecord(number) => {
            vec![Effect::NumberedRecord(Output::Show, number)]
        }
        ReceiptsIntent::Print(papers) => {
            open.notice.problem = None;
            vec![Effect::Print(papers)]
        }
        ReceiptsIntent::Export { from, to } => export(open, context, &from, &to),
        ReceiptsIntent::CancelExport => match &open.route {
            Route::Receipts(receipts) => {
                receipts.export.map(|it| Effect::CancelExport(it.query)).into_iter().collect()
            }
            _ => vec![],
        },
        ReceiptsIntent::ChooseFolder => vec![Effect::ChooseCopyFolder],
        // Those that were made stay where they are.
        ReceiptsIntent::ForgetFolder => set_folder(open, None),
        ReceiptsIntent::Copy => open.copy_all().into_iter().collect(),
        ReceiptsIntent::SetRetention { years, year_ends } => set_retention(open, years, year_ends),
        ReceiptsIntent::ShowTimeline => timeline_document(open, Output::Show),
        ReceiptsIntent::SaveTimeline => timeline_document(open, Output::Save),
    }
}

pub(crate) fn input(
    open: &mut Open,
    _context: &mut Context<'_>,
    input: ReceiptsInput,
) -> Vec<Effect> {
    match input {
        ReceiptsInput::FolderChosen(Ok(folder)) => set_folder(open, Some(folder)),
        ReceiptsInput::FolderChosen(Err(problem)) => {
            open.tell(problem);
            vec![]
        }
        ReceiptsInput::Copied(folder, outcomes) => {
            // Another folder may have been chosen since.
            if open.copy_folder.as_ref() != Some(&folder) {
                return vec![];
            }
            for (case, outcome) in outcomes {
                match outcome {
                    Ok(copied) => {
                        open.copy_failures.remove(&case);
                        if let Some(held) = open.cases.get_mut(&case) {
                            held.copied = Some(copied);
                        }
                    }
                    Err(problem) => {
                        open.copy_failures.insert(case, problem);
                    }
                }
            }
            navigation::refresh(open).into_iter().chain(count_uncopied(open)).collect()
        }
        ReceiptsInput::Exporting(query, done, of) => {
            if let Some(export) = running(open, query) {
                export.done = done;
                export.of = Some(of);
            }
            vec![]
        }
        ReceiptsInput::Exported(query, _, outcome) => {
            if running(open, query).is_some() {
                if let Route::Receipts(receipts) = &mut open.route {
                    receipts.export = None;
                }
                match outcome {
                    Ok(Some(path)) => open.notice.written = Some(path),
                    Ok(None) => {}
                    Err(Problem::PeriodEmpty) => {
                        open.notice.field_problems =
                            vec![FieldProblem::at("to", Problem::PeriodEmpty)];
                    }
                    Err(problem) => open.tell(problem),
                }
            }
            vec![]
        }
        ReceiptsInput::Recorded(case, record) => {
            if let Some(held) = open.cases.get_mut(&case) {
                held.record = record;
            }
            vec![]
        }
        ReceiptsInput::Printed(outcome) => {
            open.notice.problem = outcome.err();
            vec![]
        }
    }
}

/// What is only in memory can be in no record.
fn record(open: &mut Open, output: Output, case: CaseId) -> Vec<Effect> {
    open.notice.problem = None;
    match open.cases.get(&case).map(|held| held.saved) {
        Some(Saved::Failed(problem)) => {
            open.tell(problem);
            vec![]
        }
        _ => vec![Effect::Record(output, case)],
    }
}

pub(crate) fn listed(open: &mut Open, outcome: Result<ListedReceipts, Problem>) -> Vec<Effect> {
    let Route::Receipts(receipts) = &mut open.route else { return vec![] };
    match outcome {
        Ok(ListedReceipts { rows, total, away }) => {
            receipts.rows = rows;
            receipts.total = total;
            receipts.away = away;
        }
        Err(problem) => open.tell(problem),
    }
    vec![]
}

pub(crate) fn timeline(open: &mut Open, outcome: Result<Vec<Case>, Problem>) -> Vec<Effect> {
    let Route::Timeline { cases, .. } = &mut open.route else { return vec![] };
    match outcome {
        Ok(read) => *cases = read,
        Err(problem) => open.tell(problem),
    }
    vec![]
}

pub(crate) fn uncopied(open: &mut Open, outcome: Result<u32, Problem>) -> Vec<Effect> {
    if let (Route::Settings(page), Ok(uncopied)) = (&mut open.route, outcome) {
        page.uncopied = uncopied;
    }
    vec![]
}

fn count_uncopied(open: &Open) -> Option<Effect> {
    matches!(open.route, Route::Settings(_)).then(|| Store::CountUncopied.into())
}

/// True while receipts are exported.
pub(crate) fn is_exporting(open: &Open) -> bool {
    matches!(&open.route, Route::Receipts(receipts) if receipts.export.is_some())
}

fn running(open: &mut Open, query: crate::model::QueryId) -> Option<&mut Export> {
    match &mut open.route {
        Route::Receipts(receipts) => {
            receipts.export.as_mut().filter(|export| export.query == query)
        }
        _ => None,
    }
}

fn export(open: &mut Open, context: &mut Context<'_>, from: &str, to: &str) -> Vec<Effect> {
    let Route::Receipts(receipts) = &mut open.route else { return vec![] };
    if receipts.export.is_some() {
        return vec![];
    }
    match period(from, to) {
        Ok(period) => {
            let query = context.common.next_query_id(context.now.at);
            receipts.export = Some(Export { query, period, done: 0, of: None });
            open.notice.field_problems.clear();
            vec![Effect::Export(query, period)]
        }
        Err(problem) => {
            open.notice.field_problems = vec![problem];
            vec![]
        }
    }
}

fn period(from: &str, to: &str) -> Result<(Date, Date), FieldProblem> {
    let day = |text: &str, field: &str| {
        text.parse::<Date>().map_err(|_| FieldProblem::at(field, Problem::PeriodDay))
    };
    let (from, to) = (day(from, "from")?, day(to, "to")?);
    if from <= to { Ok((from, to)) } else { Err(FieldProblem::at("to", Problem::PeriodBackwards)) }
}

/// Another folder, or none: what lies in the old one stays there and does not count any more.
fn set_folder(open: &mut Open, folder: Option<String>) -> Vec<Effect> {
    open.copy_folder = folder.clone();
    open.copy_failures.clear();
    open.cases.values_mut().for_each(|held| held.copied = None);
    let mut effects =
        vec![Store::KeepSetting(Setting::CopyFolder, folder.unwrap_or_default()).into()];
    effects.extend(open.copy_all());
    effects.extend(count_uncopied(open));
    effects
}

fn set_retention(open: &mut Open, years: u16, year_ends: i8) -> Vec<Effect> {
    match Retention::new(years, year_ends) {
        Some(retention) => {
            open.notice.field_problems.clear();
            open.retention_set = Some(retention);
            vec![Store::KeepSetting(Setting::Retention, format!("{years} {year_ends}")).into()]
        }
        None => {
            open.notice.field_problems = vec![FieldProblem::at("years", Problem::RetentionYears)];
            vec![]
        }
    }
}

fn timeline_document(open: &Open, output: Output) -> Vec<Effect> {
    match &open.route {
        Route::Timeline { cvr, .. } => vec![Effect::Timeline(output, *cvr)],
        _ => vec![],
    }
}

impl Open {
    /// Copies every receipt whose copy is due, when there is a folder.
    pub(crate) fn copy_all(&self) -> Option<Effect> {
        self.copy_folder.clone().map(|folder| Effect::CopyReceipts(folder, Due::All))
    }
}
