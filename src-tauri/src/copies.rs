//! The folder that always gets a copy of every receipt, when the person has chosen one: made when the receipt is first made, and again
//! when it can tell of the receiver's answer. Another file is never replaced.

use crate::engine::{Engine, State};
use crate::{files, intents, receipts};
use domain::case::{CaseId, Delivery, Stage};
use domain::desk::Copied;
use domain::problem::Problem;
use std::path::{Path, PathBuf};
use vault::Vault;

/// The setting that names the folder; empty when there is none.
const FOLDER: &str = "receipts-folder";

/// The cases have been opened: finds the folder and what lies in it.
pub fn open(state: &mut State, vault: &Vault) -> Result<(), Problem> {
    state.desk.copy_folder = vault.setting(FOLDER).filter(|folder| !folder.is_empty());
    let Some(folder) = state.desk.copy_folder.as_deref() else { return Ok(()) };
    let noted = vault.copies()?.into_iter().filter(|(_, _, path)| Path::new(path).parent() == Some(Path::new(folder)));
    state.desk.copies = noted.map(|(id, accepted, path)| (id, Copied::At { path, accepted })).collect();
    Ok(())
}

/// Asks for the folder, and puts every receipt into it.
pub fn choose_folder(engine: &Engine, state: &State) {
    if state.vault.is_none() {
        return;
    }
    let task = engine.clone();
    engine.spawn_blocking(move || {
        let Some(folder) = task.desktop().choose_folder() else { return };
        // The folder is kept as text; one that is not text is rare enough to be refused.
        let folder = folder.into_os_string().into_string();
        task.happened(|state| match folder {
            Ok(folder) if state.vault.is_some() => {
                intents::keep(state, FOLDER, &folder);
                state.desk.copies.clear();
                state.desk.copy_folder = Some(folder);
                make_all(&task, state);
            }
            Ok(_) => {}
            Err(_) => state.desk.problem = Some(Problem::FileNotWritten),
        });
    });
}

/// No more copies. Those that were made stay where they are.
pub fn forget_folder(state: &mut State) {
    intents::keep(state, FOLDER, "");
    state.desk.copies.clear();
    state.desk.copy_folder = None;
}

/// A case was saved: copies its receipt, if it is time.
pub fn follow(engine: &Engine, state: &State, id: &CaseId) {
    if is_due(state, id) {
        make(engine, state, vec![id.clone()]);
    }
}

/// Copies every receipt whose copy is due.
pub fn make_all(engine: &Engine, state: &State) {
    let due = state.desk.cases.keys().filter(|id| is_due(state, id)).cloned().collect();
    make(engine, state, due);
}

fn is_due(state: &State, id: &CaseId) -> bool {
    let Some(Stage::Approved(approved)) = state.desk.cases.get(id).map(|case| &case.stage) else { return false };
    match (&approved.delivery, state.desk.copies.get(id)) {
        // The answer is on its way, and the receipt will tell of it.
        (Delivery::Sending { .. }, _) => false,
        (Delivery::Accepted(_), Some(Copied::At { accepted, .. })) => !accepted,
        (_, Some(Copied::At { .. })) => false,
        (_, Some(Copied::Failed(_)) | None) => true,
    }
}

/// Copies receipts one after the other, beside the window: there may be many, and the folder may lie on a network.
fn make(engine: &Engine, state: &State, cases: Vec<CaseId>) {
    let Some(folder) = state.desk.copy_folder.clone().filter(|_| !cases.is_empty()) else { return };
    let task = engine.clone();
    engine.spawn_blocking(move || {
        for id in cases {
            let wanted = |state: &State| state.desk.copy_folder.as_ref() == Some(&folder) && is_due(state, &id);
            let made = task.look(|state| wanted(state).then(|| (tells_of_answer(state, &id), receipts::make(state, &id))));
            // Locked, or another folder was chosen meanwhile: then it is not ours to do any more.
            let Some((accepted, made)) = made else { continue };
            let written = made.and_then(|(name, pdf)| files::write_new(&PathBuf::from(&folder), &name, &pdf).map_err(told));
            task.happened(|state| {
                if !wanted(state) {
                    return;
                }
                let noted = written.and_then(|path| {
                    let path = path.to_string_lossy().into_owned();
                    state.vault.as_mut().ok_or(Problem::NotSaved)?.note_copy(&id, accepted, &path)?;
                    Ok(Copied::At { path, accepted })
                });
                state.desk.copies.insert(id.clone(), noted.unwrap_or_else(Copied::Failed));
            });
        }
    });
}

fn tells_of_answer(state: &State, id: &CaseId) -> bool {
    receipts::approved(state, id).is_some_and(|approved| matches!(approved.delivery, Delivery::Accepted(_)))
}

fn told(problem: Problem) -> Problem {
    if problem == Problem::DiskFull { problem } else { Problem::CopyNotMade }
}
