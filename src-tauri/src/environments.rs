//! Going into an environment: its world is wired beside the window, and its cases are opened.

use crate::engine::Engine;
use crate::remembered;
use crate::wiring::{StartupError, Wiring, World};
use app::Input;
use domain::Environment;
use domain::problem::Problem;
use std::path::PathBuf;

/// Wires the world beside the window, so that the window is there at once, and opens the cases. At
/// the very first start nothing is wired: the person chooses an environment first.
pub fn start(engine: &Engine, wiring: Wiring, environment: Option<Environment>) {
    engine.set_wiring(wiring);
    if let Some(environment) = environment {
        wire(engine.of_this_environment(), environment);
    }
}

/// Wires the world of the other environment in the place of this one, and remembers it.
pub fn use_environment(engine: &Engine, environment: Environment) {
    wire(engine.of_next_environment(), environment);
}

/// Wires live anew, with this profile file in the place of the one that was named at the start.
pub fn use_profile(engine: &Engine, file: PathBuf) {
    if let Some(wiring) = engine.wiring() {
        wiring.name_profile(file);
    }
    use_environment(engine, Environment::Live);
}

fn wire(engine: Engine, environment: Environment) {
    let Some(wiring) = engine.wiring() else { return };
    std::thread::spawn(move || {
        let wired = wiring.world(environment, engine.desktop(), engine.runtime());
        if let Ok(world) = &wired {
            // What is not remembered is asked for again at the next start.
            remembered::remember(&world.folder, environment).ok();
        }
        begin(&engine, wired);
    });
}

/// Takes a world into use and opens the cases.
pub fn begin(engine: &Engine, wired: Result<World, StartupError>) {
    let services = match wired {
        Ok(world) => {
            let services = world.services();
            engine.set_world(world);
            Ok(Box::new(services))
        }
        Err(StartupError::Machine(_)) => Err(Problem::LoopbackNotOpened),
    };
    engine.notify(Input::Wired(services));
}
