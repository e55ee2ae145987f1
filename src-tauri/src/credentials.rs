//! What opens the services of others, as the person gives and forgets it: at the register, and at the broker. Nothing of it crosses to the window.

use crate::engine::{Engine, State};
use crate::wiring::World;
use crate::{dialogs, files};
use domain::problem::{FieldProblem, Problem};
use vault::Secret;

/// More than any private key, its certificates beside it.
const LARGEST_KEY: u64 = 64 * 1024;

/// The endings that the dialog shows; whether it is a key, its text says.
const ENDINGS: &[&str] = &["pem", "key"];

/// The field that says what is wrong with what was given to the broker.
const BROKER_FIELD: &str = "broker.secret";

/// Keeps what opens the register, or forgets it.
pub fn change_register(state: &mut State, change: impl FnOnce(&World) -> Result<(), Problem>) {
    let Some(world) = state.world.clone() else { return };
    state.desk.problem = change(&world).err();
    state.desk.register = world.register.state();
}

/// Keeps what the organisation proves itself with at the broker, or forgets it. What cannot be used is said where it was given.
pub fn change_broker(state: &mut State, change: impl FnOnce(&World) -> Result<(), Problem>) {
    let Some(world) = state.world.clone() else { return };
    state.desk.field_problems.clear();
    state.desk.problem = None;
    match change(&world) {
        Ok(()) => {}
        Err(Problem::CredentialUnusable) => {
            state.desk.field_problems = vec![FieldProblem::at(BROKER_FIELD, Problem::CredentialUnusable)];
        }
        Err(problem) => state.desk.problem = Some(problem),
    }
    state.desk.broker = world.broker.state();
}

/// Asks for the file of a private key and keeps what is in it, under the name by which the broker knows it. The window never sees it.
pub fn choose_key(engine: &Engine, state: &State, id: String) {
    let question = dialogs::question(state, String::new(), "file-private-key", ENDINGS);
    let task = engine.clone();
    engine.spawn_blocking(move || {
        let Some(path) = task.desktop().choose_file(question) else { return };
        let read = files::read(&path, LARGEST_KEY).map(Secret::from).map_err(|_| Problem::CredentialUnusable);
        task.happened(|state| change_broker(state, |world| world.broker.keep(&id, &read?, world.key_store.as_ref())));
    });
}
