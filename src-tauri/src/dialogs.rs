//! What happens beside the window: the person is asked where a file is or should be, and a file is
//! shown in its own program. Every call blocks until the person has answered.

use crate::desktop::FileQuestion;
use crate::engine::Engine;
use crate::files;
use app::Input;
use app::effect::Output;
use domain::Language;
use domain::problem::Problem;
use std::ffi::OsStr;
use std::path::PathBuf;
use texts::Texts;

/// A question about a file of this kind (a key of the catalogue). `name` is the suggestion for a
/// new file.
pub fn question(
    language: Language,
    name: String,
    kind: &str,
    endings: &'static [&'static str],
) -> FileQuestion {
    FileQuestion { name, kind: Texts::new(language).get(kind), endings }
}

/// Shows a PDF that was made in another program, or asks where and saves it. `kind` is a key of the
/// catalogue.
pub fn give_out(
    engine: &Engine,
    output: Output,
    made: Result<(String, Vec<u8>), Problem>,
    kind: &str,
    language: Language,
) {
    match (made, output) {
        (Ok((name, pdf)), Output::Show) => engine.notify(Input::Shown(show(engine, &name, &pdf))),
        (Ok((name, pdf)), Output::Save) => {
            save_as(engine, question(language, name, kind, &["pdf"]), &pdf)
        }
        (Err(problem), _) => engine.notify(Input::Shown(Err(problem))),
    }
}

/// Asks where, and writes the file there.
pub fn save_as(engine: &Engine, question: FileQuestion, bytes: &[u8]) {
    let ending = question.endings.first().copied().unwrap_or_default();
    let Some(path) = engine.desktop().choose_new_file(question) else { return };
    let written = write(path, ending, bytes).map(|path| path.to_string_lossy().into_owned());
    engine.notify(Input::Written(written));
}

/// The dialog has asked before a file of the chosen name is replaced. When the ending is added here
/// it has not, and nothing is replaced.
pub fn write(chosen: PathBuf, ending: &str, bytes: &[u8]) -> Result<PathBuf, Problem> {
    let path = files::with_ending(chosen.clone(), ending);
    match (path == chosen, path.parent(), path.file_name().and_then(OsStr::to_str)) {
        (false, Some(folder), Some(name)) => files::write_new(folder, name, bytes),
        _ => files::write(&path, bytes).map(|()| path),
    }
}

/// Opens these bytes under this name in the program that the system has for them.
pub fn show(engine: &Engine, name: &str, bytes: &[u8]) -> Result<(), Problem> {
    let world = engine.world().ok_or(Problem::FileNotOpened)?;
    let path = world.opened.write(name, bytes)?;
    engine.desktop().open_file(&path).map_err(|_| Problem::FileNotOpened)
}
