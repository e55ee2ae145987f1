//! The folder that always gets a copy of every receipt, when the person has chosen one: made when the receipt is first
//! made, and again when it can tell of the receiver's answer. Another file is never replaced.

use crate::engine::Engine;
use crate::files;
use crate::receipts::Stored;
use app::effect::Due;
use app::input::{Input, ReceiptsInput};
use app::model::Copied;
use app::saving::is_copy_due;
use domain::Language;
use domain::case::{CaseId, Delivery};
use domain::problem::Problem;
use std::path::Path;

/// Asks for the folder.
pub fn choose_folder(engine: &Engine) {
    let Some(folder) = engine.desktop().choose_folder() else { return };
    // The folder is kept as text; one that is not text is rare enough to be refused.
    let folder = folder.into_os_string().into_string().map_err(|_| Problem::FileNotWritten);
    engine.notify(Input::Receipts(ReceiptsInput::FolderChosen(folder)));
}

/// Copies receipts one after the other: there may be many, and the folder may lie on a network.
pub fn make(engine: &Engine, folder: &str, due: Due, language: Language) {
    let cases = match due {
        Due::One(case) => vec![case],
        // When it cannot be told which are due, it is told at the next start.
        Due::All => engine.ask_vault(|vault| vault.copies_due(folder)).unwrap_or_default(),
    };
    for case in cases {
        // Locked, or another folder was chosen meanwhile: then it is not ours to do any more.
        let is_wanted = engine.read(|app| app.open().is_some_and(|open| open.copy_folder.as_deref() == Some(folder)));
        if !is_wanted {
            return;
        }
        if let Some(outcome) = copy(engine, folder, &case, language).transpose() {
            engine.notify(Input::Receipts(ReceiptsInput::Copied(folder.to_owned(), case, outcome)));
        }
    }
}

/// Copies one, when it is due: one that was asked for twice is made once.
fn copy(engine: &Engine, folder: &str, case: &CaseId, language: Language) -> Result<Option<Copied>, Problem> {
    let stored = Stored::read(engine, case)?;
    let delivery = &stored.approved()?.delivery;
    let noted = engine.ask_vault(|vault| vault.copy(case))?;
    let noted = noted.filter(|(_, path)| Path::new(path).parent() == Some(Path::new(folder)));
    let noted = noted.map(|(accepted, path)| Copied { path, accepted });
    if !is_copy_due(delivery, noted.as_ref()) {
        return Ok(noted);
    }
    let (name, pdf) = stored.make(engine, language)?;
    let path = files::write_new(Path::new(folder), &name, &pdf).map_err(|problem| match problem {
        Problem::DiskFull => problem,
        _ => Problem::CopyNotMade,
    })?;
    let copied = Copied { path: path.to_string_lossy().into_owned(), accepted: matches!(delivery, Delivery::Accepted(_)) };
    engine.ask_vault(|vault| vault.note_copy(case, copied.accepted, &copied.path))?;
    Ok(Some(copied))
}
