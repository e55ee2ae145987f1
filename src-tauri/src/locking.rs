//! Locks the open cases when nobody is at the window, and when the system locks the screen, goes to
//! sleep or shows somebody else's session. What must not be lost holds it up ([`app`] decides), so
//! it is said again until it is done.

use crate::engine::{Engine, WeakEngine};
use app::App;
use app::input::{Input, VaultInput};
use app::locking::Watch;
use app::model::LockedCases;
use std::time::{Duration, Instant};

/// How often it is looked at at most: a wake-up that nobody notices.
const LOOK: Duration = Duration::from_secs(10);

/// How long a machine that goes to sleep is held up at most: less than what it allows.
const PATIENCE: Duration = Duration::from_secs(4);

/// Begins to look after the cases that were just opened; it ends when they are closed.
pub fn begin(engine: &Engine) {
    let opened = engine.presence().begin();
    let weak = engine.downgrade();
    watch_session(engine);
    engine.spawn(async move {
        loop {
            let Some(worker) = weak.upgrade() else { return };
            let (presence, desktop) = (worker.presence(), worker.desktop());
            let time = match worker.read(Watch::of) {
                Watch::Open(after) if presence.is_last(opened) => desktop.lock_time(after),
                Watch::Pausing if presence.is_last(opened) => None,
                Watch::Open(_) | Watch::Pausing | Watch::Over => return,
            };
            let look = time.map_or(LOOK, |time| (time / 4).min(LOOK));
            if presence.is_away() || time.is_some_and(|time| presence.idle_time() >= time) {
                worker.notify(Input::Vault(VaultInput::LockDue));
            }
            drop(worker);
            tokio::time::sleep(look).await;
        }
    });
}

/// Asks the system to tell when it goes away: once, and not while the program starts, since the
/// buses of the system cost time and memory.
fn watch_session(engine: &Engine) {
    if !engine.presence().watch() {
        return;
    }
    let (weak, desktop) = (engine.of_every_environment().downgrade(), engine.desktop());
    engine.spawn(async move {
        tokio::time::sleep(desktop.session_watch_delay()).await;
        desktop.watch_session(Box::new(move || went_away(&weak)));
    });
}

/// Starts the program anew in its locked state, and says whether it is there. That is heard whatever
/// the person does meanwhile: the other one must not be forgotten.
pub fn start_anew(engine: &Engine, cases: &LockedCases) {
    let profile = engine.wiring().and_then(|wiring| wiring.named());
    let is_there = engine.desktop().start_anew(cases, profile.as_deref()).is_ok();
    let started = Input::Vault(VaultInput::StartedAnew(is_there));
    engine.of_every_environment().notify(started);
}

/// The system goes away from the person. It waits until the cases are locked and nothing of them is
/// in memory, within bounds: a machine that goes to sleep waits for this.
fn went_away(engine: &WeakEngine) {
    let Some(engine) = engine.upgrade() else { return };
    engine.presence().set_away(true);
    engine.notify(Input::Vault(VaultInput::LockDue));
    let until = Instant::now() + PATIENCE;
    let is_locking = |app: &App| {
        app.open().is_some_and(|open| open.locking.is_some() || open.closing.is_some())
            || app.common.starts_anew
    };
    while engine.read(is_locking) && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(20));
    }
}
