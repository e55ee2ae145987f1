//! The log of the program: read in every phase, since it is most wanted when the cases do not open.
//! Its page lies over the one that it was opened from.

use crate::effect::Effect;
use crate::input::{CloseInput, Input, LogInput};
use crate::intent::{Intent, LogIntent, Navigation, SettingsIntent, VaultIntent};
use crate::model::{App, LogPage};
use domain::case::Now;

pub(crate) fn intent(app: &mut App, intent: LogIntent, now: Now) -> Vec<Effect> {
    if intent == LogIntent::Open {
        app.common.log = Some(LogPage::default());
    }
    let query = app.common.next_query_id(now.at);
    let Some(page) = &mut app.common.log else { return vec![] };
    (page.problem, page.written) = (None, None);
    match intent {
        LogIntent::Open => ask(page, query, Effect::ReadLog(query, 0)),
        LogIntent::List(from) => ask(page, query, Effect::ReadLog(query, from)),
        LogIntent::Report => ask(page, query, Effect::MakeReport(query)),
        LogIntent::PutReportAway => {
            page.report = None;
            vec![]
        }
        // The very text that is shown.
        LogIntent::SaveReport => page.report.clone().map(Effect::SaveReport).into_iter().collect(),
        LogIntent::Empty => {
            page.report = None;
            ask(page, query, Effect::EmptyLog(query))
        }
        LogIntent::Leave => {
            app.common.log = None;
            vec![]
        }
    }
}

fn ask(page: &mut LogPage, query: crate::model::QueryId, effect: Effect) -> Vec<Effect> {
    page.query = Some(query);
    vec![effect]
}

/// The log answered, or the report was saved; nothing when the page was left meanwhile.
pub(crate) fn input(app: &mut App, input: LogInput) -> Vec<Effect> {
    let Some(page) = &mut app.common.log else { return vec![] };
    match input {
        LogInput::Read(query, read) if page.query == Some(query) => {
            (page.query, page.read) = (None, *read);
        }
        LogInput::ReportMade(query, text) if page.query == Some(query) => {
            (page.query, page.report) = (None, Some(text));
        }
        LogInput::NotEmptied(query, problem) if page.query == Some(query) => {
            (page.query, page.problem) = (None, Some(problem));
        }
        LogInput::Saved(Ok(path)) => (page.written, page.problem) = (Some(path), None),
        LogInput::Saved(Err(problem)) => page.problem = Some(problem),
        LogInput::Read(..) | LogInput::ReportMade(..) | LogInput::NotEmptied(..) => {}
    }
    vec![]
}

/// Puts the page away when the person wants something of another, or is about to go. What went wrong
/// on it is read on it.
pub(crate) fn leave_for(app: &mut App, input: &Input) {
    let stays = match input {
        Input::Intent { intent, .. } => matches!(
            intent,
            Intent::Log(_)
                | Intent::Vault(VaultIntent::Stay | VaultIntent::Lock)
                | Intent::Settings(SettingsIntent::SetLanguage(_) | SettingsIntent::SetTheme(_))
                | Intent::Navigation(
                    Navigation::CloseWindow | Navigation::ReadProblem(_) | Navigation::OpenSite(_)
                )
        ),
        Input::Close(CloseInput::Requested) => false,
        _ => true,
    };
    if !stays {
        app.common.log = None;
    }
    if let (
        Input::Intent { intent: Intent::Navigation(Navigation::ReadProblem(_)), .. },
        Some(page),
    ) = (input, &mut app.common.log)
    {
        page.problem = None;
    }
}
