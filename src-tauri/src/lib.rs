//! The shell around the pure core: it draws the window, carries out effects and keeps what must be
//! kept.
//!
//! # Flow
//! The window sends an `Intent` to [`commands`], which hands it to [`engine`]. The engine lets
//! [`app::update`] decide, says the words to the database at once ([`store`]), and carries out the
//! other effects beside the window ([`effects`], one adapter an arm). What comes of them is another
//! input. After each, the window gets a new `View`.
//!
//! In reading order: [`commands`], [`engine`], [`holds`], [`in_order`], [`store`], [`numbering`],
//! [`effects`]; its adapters [`opening`], [`upkeep`], [`backups`] with [`backup_state`],
//! [`locking`] with [`anew`], [`locked`], [`presence`] and [`session_events`], [`search`], [`login`], [`handover_file`],
//! [`documents`], [`receipts`], [`copies`], [`bookkeeping`], [`timeline`], [`calendar`],
//! [`verification`], [`credentials`], [`services`], [`on_desktop`], [`copied`], [`updates`],
//! [`dialogs`]; what they use: [`environments`], [`wiring`] with [`live_profile`],
//! [`kept_profile`] and [`managed`], [`register_access`], [`broker_access`], [`key_account`],
//! [`desktop`], [`clipboard`], [`companion`], [`printing`], [`files`], [`web_process`];
//! [`log`]; [`options`], and on Linux [`rendering`] before all of them. The adapters know the engine, and it
//! knows none of them ([`engine::Adapters`]).

pub mod anew;
pub mod backup_state;
pub mod backups;
pub mod bookkeeping;
pub mod broker_access;
pub mod calendar;
pub mod clipboard;
pub mod commands;
pub mod companion;
pub mod copied;
pub mod copies;
#[cfg(unix)]
pub mod core_dumps;
pub mod credentials;
pub mod desktop;
pub mod dialogs;
pub mod documents;
pub mod effects;
pub mod engine;
pub mod environments;
pub mod files;
pub mod handover_file;
pub mod history;
pub mod holds;
pub mod in_order;
pub mod kept_profile;
pub mod key_account;
pub mod live_profile;
pub mod locked;
pub mod locking;
pub mod log;
pub mod login;
pub mod mail_drafts;
pub mod managed;
pub mod marks;
pub mod mutex;
pub mod name_servers;
pub mod navigation;
pub mod notifying;
pub mod numbering;
pub mod official_mail;
pub mod on_desktop;
pub mod opening;
pub mod options;
pub mod presence;
pub mod preview;
pub mod printing;
pub mod receipts;
pub mod records;
pub mod register_access;
pub mod remembered;
#[cfg(target_os = "linux")]
pub mod rendering;
pub mod salvaging;
pub mod search;
pub mod services;
pub mod session_events;
#[cfg(unix)]
pub mod size_limit;
pub mod store;
pub mod timeline;
pub mod updates;
pub mod upkeep;
pub mod verification;
pub mod web_process;
pub mod wiring;

pub use options::Options;

use anew::Place;
use desktop::{Desktop, TauriDesktop};
use diagnostics::{Before, Event};
use engine::Engine;
use live_profile::Places;
use log::Log;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, DragDropEvent, Emitter, Manager, RunEvent, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder, WindowEvent,
};
use wiring::{Wiring, WorldDeps};

/// Builds the window and runs until it is closed.
pub fn run(options: Options, context: tauri::Context) -> ExitCode {
    // Without it a limit ends the program in the middle of a save, and nothing else is amiss.
    #[cfg(unix)]
    size_limit::outlive().ok();
    #[cfg(all(unix, not(debug_assertions)))]
    core_dumps::leave_none().ok();
    let builder = tauri::Builder::default();
    #[cfg(not(target_os = "linux"))]
    let builder = builder.plugin(tauri_plugin_notification::init());
    let built = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_updater::Builder::new().build())
        .register_asynchronous_uri_scheme_protocol("document", |context, request, answer| {
            let engine = context.app_handle().state::<Engine>().inner().clone();
            let beside = engine.clone();
            engine
                .spawn_blocking(move || answer.respond(commands::document(&beside, request.uri())));
        })
        .invoke_handler(tauri::generate_handler![commands::view, commands::send])
        .setup(move |app| {
            let folder = app.path().app_local_data_dir()?;
            let version = app.package_info().version.to_string();
            let desktop: Arc<dyn Desktop> = Arc::new(TauriDesktop::new(app.handle().clone()));
            let handle = app.handle().clone();
            let began = version.clone();
            // Without a log the program is the same.
            let is_after_lock = options.locked.is_some();
            let before = move |found| if is_after_lock { Before::Locked } else { found };
            let log = Log::start(&folder, move |found| log::began(&began, before(found))).ok();
            if let Some(log) = &log {
                log::listen(log.clone());
            }
            let environment = options.environment().or_else(|| remembered::environment(&folder));
            // Who locked them may have been told by another program, which this one comes after.
            let noted = || locked::noted(&folder, environment?);
            let state = match (options.locked.or_else(noted), environment) {
                (Some(cases), _) => ::app::App::locked(cases),
                (None, Some(environment)) => ::app::App::new(environment),
                (None, None) => ::app::App::first_start(),
            };
            let engine = Engine::new(state, version, desktop, effects::ADAPTERS, move |view| {
                // The window may be closing: then there is nobody left to tell.
                handle.emit("view", view).ok();
            })?;
            if let Some(log) = log {
                engine.set_log(log, environment);
            }
            app.manage(engine.clone());
            app.manage(Comes { after_another: AtomicBool::new(options.locked.is_some()) });
            // Before the window, so that the cases are opened while WebKit starts.
            let places = Places {
                managed: Some(managed::place()),
                named: options.live.flatten(),
                cvrapi: None,
            };
            let deps = move |environment| WorldDeps::of_this_machine(&folder, environment);
            let wiring = Wiring::new(places, deps);
            environments::start(&engine, wiring, environment);
            // Without another one before it nobody would show a window that waits.
            window(app, options.place.filter(|_| options.locked.is_some()))?;
            Ok(())
        })
        .build(context);
    match built {
        Ok(app) => {
            app.run(move |handle, event| match event {
                RunEvent::WindowEvent {
                    event: WindowEvent::CloseRequested { api, .. }, ..
                } => {
                    api.prevent_close();
                    handle.state::<Engine>().close_requested();
                }
                RunEvent::WindowEvent { event: WindowEvent::DragDrop(event), .. } => {
                    dragged(handle, event)
                }
                // The person is here: the mark that asked for them goes away, which not every
                // system does by itself.
                RunEvent::WindowEvent { event: WindowEvent::Focused(true), .. } => {
                    if let Some(window) = handle.get_webview_window("main") {
                        window.request_user_attention(None).ok();
                    }
                }
                RunEvent::Exit => effects::end(&handle.state::<Engine>()),
                _ => {}
            });
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("tilslut: the window could not be opened: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Whether the program that was here before still waits for this one.
struct Comes {
    after_another: AtomicBool,
}

/// A page is drawn. The first one that says something is what the program before this one waits for.
fn drawn(window: &WebviewWindow) {
    let is_opening = |app: &::app::App| matches!(app.phase, ::app::Phase::Opening(_));
    let comes = window.state::<Comes>();
    if !window.state::<Engine>().read(is_opening)
        && comes.after_another.swap(false, Ordering::AcqRel)
    {
        // Where it cannot be shown, the one before ends this one and stays.
        if window.show().is_ok() {
            anew::say_shown();
        }
    }
}

/// A file over the window is for the core: the window hears only what came of it.
fn dragged(app: &AppHandle, event: DragDropEvent) {
    let engine = app.state::<Engine>();
    match event {
        DragDropEvent::Enter { .. } => engine.dragged(true),
        DragDropEvent::Leave => engine.dragged(false),
        DragDropEvent::Drop { paths, .. } => match paths.into_iter().next() {
            Some(file) => engine.dropped(file),
            None => engine.dragged(false),
        },
        _ => {}
    }
}

/// The one window. Its title is the page's, so that the task bar says what a screen reader says. It
/// shows the program's own pages; what they link to is opened by the system, at the core's word.
fn window(app: &tauri::App, place: Option<Place>) -> tauri::Result<()> {
    let builder = WebviewWindowBuilder::new(app, "main", WebviewUrl::default());
    let builder = match place {
        Some(Place { position, size, maximised, focused, .. }) => builder
            .position(position.x, position.y)
            .inner_size(size.width, size.height)
            .maximized(maximised)
            .focused(focused)
            // It is shown once there is something in it: the one before stands there as long.
            .visible(false),
        None => builder.inner_size(1120.0, 760.0),
    };
    let window = builder
        .title("Tilslut")
        .min_inner_size(companion::SMALLEST.width, companion::SMALLEST.height)
        .on_navigation(navigation::is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_document_title_changed(|window, title| {
            // A title that cannot be set leaves the old one; nothing else depends on it.
            window.set_title(&title).ok();
            drawn(&window);
        })
        .build()?;
    if place.is_some_and(|place| place.minimised) {
        window.minimize()?;
    }
    let log = app.state::<Engine>().log();
    web_process::watch(&window, move |after| {
        if let Some(log) = &log {
            log.note(Event::PageCrashed { after });
        }
    })
}
