//! Newer versions of Tilslut: looked for when the person asks, put in place when the person has
//! seen which it is.

use crate::engine::Engine;
use crate::wiring::World;
use app::input::{Input, SettingsInput};

/// Asks the source for a newer version.
pub fn check(engine: &Engine, world: &World) {
    let parts = world.parts();
    let Some(source) = &parts.update else { return };
    let found = engine.desktop().newer_version(source).map_err(|_| ());
    engine.notify(Input::Settings(SettingsInput::UpdateFound(found)));
}

/// Fetches it, puts it in place and starts it.
pub fn install(engine: &Engine, world: &World) {
    let parts = world.parts();
    let Some(source) = &parts.update else { return };
    if engine.desktop().install_newer(source).is_err() {
        engine.notify(Input::Settings(SettingsInput::UpdateFailed));
    }
}
