//! What the core wants of the desktop itself: the official pages in the browser, a notification,
//! the shape of the window.

use crate::engine::Engine;
use crate::wiring::World;
use app::Input;
use app::effect::Notification;
use app::intent::Site;
use domain::case::{CaseId, Event};
use domain::problem::Problem;
use domain::{Environment, Language};

/// Gives the window the shape that it is to have now, whatever was asked for before: of two that
/// come at once the last one stands.
pub fn shape_window(engine: &Engine) {
    let desktop = engine.desktop();
    engine.in_turn(|| desktop.shape_window(engine.read(|app| app.common.window)));
}

/// Shows a notification, unless the cases were locked meanwhile: it may name one.
pub fn notify(engine: &Engine, notification: &Notification) {
    if !engine.read(|app| app.open().is_some()) {
        return;
    }
    let Notification { title, text, day } = notification;
    let shown = engine.desktop().notify(title, text).map_err(|_| Problem::NotificationNotShown);
    engine.notify(Input::Notified(*day, shown));
}

/// Opens a page of the official site, or that of practice which stands in for it.
pub fn open_site(engine: &Engine, world: &World, site: Site, language: Language) {
    let address = match (site, world.environment) {
        (Site::Connection, Environment::Live) => world.official.connection.clone(),
        (Site::Connection, Environment::Practice) => {
            let tag = match language {
                Language::Danish => "da",
                Language::English => "en",
            };
            format!("{}?lang={tag}", world.official.connection)
        }
        (Site::Register(Some(cvr)), _) => {
            format!("https://datacvr.virk.dk/enhed/virksomhed/{cvr}")
        }
        (Site::Register(None), _) => "https://datacvr.virk.dk/".to_owned(),
    };
    let opened = engine.desktop().open_link(&address).map_err(|_| Problem::BrowserNotOpened);
    engine.notify(Input::Shown(opened));
}

/// Opens the official text of the terms. Only a link that the browser took is noted as opened.
pub fn open_terms(engine: &Engine, world: &World, case: CaseId) {
    let address = world.official.terms.clone();
    match engine.desktop().open_link(&address) {
        Ok(()) => engine.notify_case(case, Event::TermsOpened { address }),
        Err(_) => engine.notify(Input::Shown(Err(Problem::BrowserNotOpened))),
    }
}
