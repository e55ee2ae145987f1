//! What happens beside the window: the person is asked where a file is or should be, and a file is shown in its own program.

use crate::desktop::FileQuestion;
use crate::engine::{Engine, State};
use crate::files;
use domain::problem::Problem;
use std::ffi::OsStr;
use std::path::PathBuf;
use texts::Texts;

/// A question about a file of this kind (a key of the catalogue). `name` is the suggestion for a new file.
pub fn question(state: &State, name: String, kind: &str, endings: &'static [&'static str]) -> FileQuestion {
    FileQuestion { name, kind: Texts::new(state.desk.language).get(kind), endings }
}

/// Asks where, and writes the file there.
pub fn save_as(engine: &Engine, question: FileQuestion, bytes: Vec<u8>) {
    let task = engine.clone();
    engine.spawn_blocking(move || {
        let ending = question.endings.first().copied().unwrap_or_default();
        let Some(path) = task.desktop().choose_new_file(question) else { return };
        let written = write(path, ending, &bytes);
        task.happened(|state| match written {
            Ok(path) => {
                state.desk.written = Some(path.to_string_lossy().into_owned());
                state.desk.problem = None;
            }
            Err(problem) => state.desk.problem = Some(problem),
        });
    });
}

/// The dialog has asked before a file of the chosen name is replaced. When the ending is added here it has not, and nothing is replaced.
fn write(chosen: PathBuf, ending: &str, bytes: &[u8]) -> Result<PathBuf, Problem> {
    let path = files::with_ending(chosen.clone(), ending);
    match (path == chosen, path.parent(), path.file_name().and_then(OsStr::to_str)) {
        (false, Some(folder), Some(name)) => files::write_new(folder, name, bytes),
        _ => files::write(&path, bytes).map(|()| path),
    }
}

/// Opens these bytes under this name in the program that the system has for them.
pub fn show(engine: &Engine, state: &State, name: &str, bytes: &[u8]) -> Result<(), Problem> {
    let world = state.world.as_ref().ok_or(Problem::FileNotOpened)?;
    let path = world.opened.write(name, bytes)?;
    engine.desktop().open_file(&path).map_err(|_| Problem::FileNotOpened)
}
