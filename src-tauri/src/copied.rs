//! What is copied beside the official site: into the clipboard, and out of it again.
//!
//! A value is taken out after a minute, and when the cases are closed or the program ends, but only
//! while it still lies there: what somebody else has copied since is theirs.

use crate::engine::Engine;
use app::Input;
use app::input::GuideInput;
use app::model::QueryId;
use domain::Secret;
use domain::problem::Problem;
use std::io;

/// Copies a value, and takes it out again when its time is over.
pub fn copy(engine: &Engine, query: QueryId, text: Secret) {
    let mut copied = Ok(());
    // One after the other, and none that another has taken the place of.
    engine.in_turn(|| {
        if is_last(engine, query) {
            copied = engine.desktop().copy_text(text.expose()).map_err(|_| Problem::NotCopied);
            engine.set_copied(copied.is_ok().then_some(text));
        }
    });
    let is_copied = copied.is_ok();
    engine.notify(Input::Guide(GuideInput::Copied(query, copied)));
    if is_copied {
        let (worker, time) = (engine.clone(), engine.desktop().clipboard_time());
        engine.spawn(async move {
            tokio::time::sleep(time).await;
            let waiting = worker.clone();
            worker.spawn_blocking(move || clear_after(&waiting, query));
        });
    }
}

/// The time of a value is over. Of one that was copied since, the time is still running.
fn clear_after(engine: &Engine, query: QueryId) {
    if is_last(engine, query) {
        let cleared = clear(engine).map_err(|_| Problem::NotCleared);
        engine.notify(Input::Guide(GuideInput::Cleared(query, cleared)));
    }
}

fn is_last(engine: &Engine, query: QueryId) -> bool {
    engine.read(|app| {
        app.open().and_then(|open| open.copied.as_ref()).is_some_and(|it| it.query == query)
    })
}

/// Takes the value that was copied last out of the clipboard, when it still lies there.
pub fn clear(engine: &Engine) -> io::Result<()> {
    match engine.set_copied(None) {
        Some(text) => engine.desktop().clear_text(text.expose()),
        None => Ok(()),
    }
}
