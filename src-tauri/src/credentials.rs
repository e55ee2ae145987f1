//! What opens the services of others, as the person gives and forgets it: at the register, and at
//! the broker. A key store may take seconds, so all of it runs beside the window, in the order in
//! which it was asked for. Nothing of it crosses to the window.

use crate::broker_access::BrokerAccess;
use crate::engine::Engine;
use crate::live_profile::Parts;
use crate::wiring::World;
use crate::{dialogs, files};
use app::input::{Input, SettingsInput};
use domain::problem::Problem;
use domain::{Language, Secret};
use std::sync::Arc;

/// More than any private key, its certificates beside it.
const LARGEST_KEY: u64 = 64 * 1024;

/// The endings that the dialog shows; whether it is a key, its text says.
const ENDINGS: &[&str] = &["pem", "key"];

/// Keeps what opens the register.
pub fn keep_register_key(
    engine: &Engine,
    world: &World,
    user: &str,
    secret: Secret,
    in_the_open: bool,
) {
    let parts = world.parts();
    let kept = parts.register.keep(user, &secret, in_the_open, world.key_store.as_ref());
    register_changed(engine, &parts, kept);
}

/// Forgets what opens the register.
pub fn forget_register_key(engine: &Engine, world: &World) {
    let parts = world.parts();
    register_changed(engine, &parts, parts.register.forget(world.key_store.as_ref()));
}

/// Keeps what the organisation proves itself with at the broker, under the name by which the broker
/// knows it.
pub fn keep_broker_key(engine: &Engine, world: &World, id: &str, secret: Secret) {
    let parts = world.parts();
    let kept =
        broker(&parts).and_then(|broker| broker.keep(id, &secret.into(), world.key_store.as_ref()));
    broker_changed(engine, world, kept);
}

/// Forgets what the organisation proves itself with.
pub fn forget_broker_key(engine: &Engine, world: &World) {
    let parts = world.parts();
    let forgotten = broker(&parts).and_then(|broker| broker.forget(world.key_store.as_ref()));
    broker_changed(engine, world, forgotten);
}

/// Asks for the file of a private key and keeps what is in it. The window never sees it.
pub fn choose_broker_key(engine: &Engine, world: &Arc<World>, id: &str, language: Language) {
    let question = dialogs::question(language, String::new(), "file-private-key", ENDINGS);
    let Some(path) = engine.desktop().choose_file(question) else { return };
    let read = files::read(&path, LARGEST_KEY)
        .map(Secret::<Vec<u8>>::from)
        .map_err(|_| Problem::CredentialUnusable);
    let (world, id) = (Arc::clone(world), id.to_owned());
    engine.in_order(move |engine| {
        let parts = world.parts();
        let kept = read.and_then(|read| broker(&parts)?.keep(&id, &read, world.key_store.as_ref()));
        broker_changed(engine, &world, kept);
    });
}

fn broker(parts: &Parts) -> Result<&BrokerAccess, Problem> {
    parts.broker.as_ref().ok_or(Problem::NotAllowedHere)
}

fn register_changed(engine: &Engine, parts: &Parts, outcome: Result<(), Problem>) {
    engine.notify(Input::Settings(SettingsInput::Register(parts.register.state(), outcome)));
}

fn broker_changed(engine: &Engine, world: &World, outcome: Result<(), Problem>) {
    engine.notify(Input::Settings(SettingsInput::Broker(world.services().broker, outcome)));
}
