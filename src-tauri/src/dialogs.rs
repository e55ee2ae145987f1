//! Asks the person where a file is or should be, beside the window.

use crate::desktop::FileQuestion;
use crate::engine::{Engine, State};
use crate::files;
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
        let path = files::with_ending(path, ending);
        let written = files::write(&path, &bytes);
        task.happened(|state| match written {
            Ok(()) => {
                state.desk.written = Some(path.to_string_lossy().into_owned());
                state.desk.problem = None;
            }
            Err(problem) => state.desk.problem = Some(problem),
        });
    });
}
