//! Which services live uses, as a person chooses them: a profile file is looked at, its services
//! are asked, it is kept and used. A file, a network and a key store may all take their time, so
//! all of it runs beside the window, and what changes runs in the order in which it was asked for.

use crate::engine::Engine;
use crate::kept_profile::{self, Kept};
use crate::wiring::World;
use crate::{dialogs, live_profile};
use app::effect::ServicesChange;
use app::input::{Input, ServicesInput};
use app::model::QueryId;
use domain::problem::Problem;
use domain::profile::{ProfileReading, ServicePart};
use domain::{Language, Secret};
use std::path::Path;
use vault::Vault;

/// The endings that the dialog shows; what a file is, its text says.
const ENDINGS: &[&str] = &["toml"];

/// Asks for a profile file.
pub fn choose(engine: &Engine, language: Language) {
    let question = dialogs::question(language, String::new(), "file-profile", ENDINGS);
    if let Some(path) = engine.desktop().choose_file(question) {
        engine.notify(Input::Services(ServicesInput::File(path)));
    }
}

/// Reads a profile file, to be looked at before anything of it is used.
pub fn read(engine: &Engine, query: QueryId, path: &Path) {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let read = looked_at(path, &name);
    engine.notify(Input::Services(ServicesInput::Read(query, read)));
}

fn looked_at(
    path: &Path,
    name: &str,
) -> Result<(ProfileReading, Secret), (Problem, Option<usize>)> {
    let (text, profile) = live_profile::read(path).map_err(|why| (why.problem(), why.line()))?;
    if profile.is_empty() {
        return Err((Problem::ProfileEmpty, None));
    }
    Ok((profile.reading(name), Secret::new(text)))
}

/// Asks the services of a profile whether they are there.
pub async fn ask(engine: &Engine, world: &World, query: QueryId, text: &Secret) {
    let mut answers = Vec::new();
    if let Ok(profile) = profile::read(text.expose().as_bytes()) {
        for part in ServicePart::ALL {
            if let Some(answer) = profile::ask(&profile, part, world).await {
                answers.push((part, answer));
            }
        }
    }
    engine.notify(Input::Services(ServicesInput::Asked(query, answers)));
}

/// Keeps another choice of services, and uses them from now on.
pub fn change(engine: &Engine, world: &World, query: QueryId, change: &ServicesChange) {
    let kept = engine.ask_vault(|vault| {
        match change {
            ServicesChange::Take { file, text, parts } => {
                kept_profile::take(vault, file, text, parts, world.now())
            }
            ServicesChange::PutAway(part) => kept_profile::put_away(vault, *part),
            ServicesChange::Allow(contact) => kept_profile::keep_contact(vault, Some(contact)),
            ServicesChange::Withdraw => kept_profile::keep_contact(vault, None),
        }?;
        Ok(Kept::read(vault))
    });
    let services = kept.map(|kept| {
        use_kept(engine, world, &kept);
        Box::new(world.services())
    });
    engine.notify(Input::Services(ServicesInput::Changed(query, services)));
}

/// Uses what an open vault keeps, where it keeps anything or was locked before.
pub fn use_what_is_kept(engine: &Engine, world: &World, vault: &Vault) {
    let kept = Kept::read(vault);
    if !kept.is_empty() || world.parts().is_locked {
        world.use_kept(&kept);
        let services = Box::new(world.services());
        engine.notify(Input::Services(ServicesInput::Known(services)));
    }
    world.parts().register.resume_from(vault);
}

/// The key store is asked in between, so the vault is not held.
fn use_kept(engine: &Engine, world: &World, kept: &Kept) {
    world.use_kept(kept);
    let resumed = engine.with_vault(|vault| world.parts().register.resume_from(vault));
    if resumed.is_none() {
        // It was locked in the meantime.
        world.lock();
    }
}
