//! The history of a case as a file, for other programs.

use crate::dialogs;
use crate::engine::Engine;
use app::Input;
use domain::case::CaseId;
use domain::problem::Problem;
use domain::{Environment, Language};
use texts::Texts;

/// Asks where, and writes the history of a case as it is kept.
pub fn save(engine: &Engine, id: &CaseId, language: Language) {
    let kept = engine.ask_vault(|vault| {
        let case = vault.case(id)?.ok_or(Problem::NotAllowedHere)?;
        let log = vault.history(id)?;
        Ok((case, log))
    });
    let (case, log) = match kept {
        Ok(kept) => kept,
        Err(problem) => return engine.notify(Input::Written(Err(problem))),
    };
    let name = Texts::new(language).get(match case.environment {
        Environment::Practice => "history-file-practice",
        Environment::Live => "history-file",
    });
    let question = dialogs::question(language, name, "file-history", &["json"]);
    match casefile::history::json(&case, &log) {
        Ok(json) => dialogs::save_as(engine, question, json.as_bytes()),
        Err(_) => engine.notify(Input::Written(Err(Problem::FileNotWritten))),
    }
}
