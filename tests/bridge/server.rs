//! What `ui/src/backend/bridge.ts` speaks to: the two commands and the event of the window, over
//! HTTP on 127.0.0.1.
//!
//! Everything lies under a random word, new with every run, so that no other page or program of
//! this machine finds it:
//!
//! - `/WORD/` lists the rooms that can be opened.
//! - `/WORD/ROOM/` is the window. A room that has a named state's name begins with that state, any
//!   other with a fresh installation; each has a core and a vault of its own. Below it lie the
//!   pages' files.
//! - `/WORD/ROOM/view`, `send` and `views` are the contract; `document/ID` is a picture; `show`
//!   puts a named state in.

use crate::room::Room;
use crate::states::{self, Named};
use axum::Router;
use axum::body::Body;
use axum::extract::{Path as Segments, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::sse::{Event, Sse};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, serve};
use contract::{Intent, LanguageName, ThemeName, View};
use domain::Language;
use futures_util::{Stream, stream};
use serde::Deserialize;
use std::collections::HashMap;
use std::convert::Infallible;
use std::io;
use std::path::Path;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::Mutex;

/// Where the bridge listens.
pub struct Bridge {
    /// The list of rooms, with the random word.
    pub address: String,
}

struct Shared {
    files: HashMap<String, Vec<u8>>,
    policy: HeaderValue,
    rooms: Mutex<HashMap<String, Arc<Room>>>,
}

/// What `show` takes: which named state, and how.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    state: String,
    language: LanguageName,
    theme: ThemeName,
}

/// Serves the pages in this folder until the runtime ends.
pub async fn start(pages: &Path) -> io::Result<Bridge> {
    let mut files = HashMap::new();
    read(pages, "", &mut files)?;
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    let word = base16ct::lower::encode_string(&bytes);
    let shared = Arc::new(Shared { files, policy: policy(), rooms: Mutex::default() });
    let inside = Router::new()
        .route("/", get(list))
        .route("/{room}/", get(window))
        .route("/{room}/view", get(view))
        .route("/{room}/send", post(send))
        .route("/{room}/views", get(views))
        .route("/{room}/show", post(show))
        .route("/{room}/document/{id}", get(document))
        .route("/{room}/{*file}", get(file))
        .with_state(shared);
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = format!("http://{}/{word}/", listener.local_addr()?);
    let app = Router::new().nest(&format!("/{word}/"), inside);
    tokio::spawn(async move { serve(listener, app).await });
    Ok(Bridge { address })
}

/// The files are read once: what is not among them cannot be asked for.
fn read(folder: &Path, under: &str, files: &mut HashMap<String, Vec<u8>>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{under}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, std::fs::read(entry.path())?);
        }
    }
    Ok(())
}

/// The program's own policy; only the core's address is another.
fn policy() -> HeaderValue {
    let config: serde_json::Value =
        serde_json::from_str(include_str!("../../tauri.conf.json")).expect("JSON");
    let policy = config["app"]["security"]["csp"].as_str().expect("a policy").to_owned();
    let here = policy.replace("connect-src ipc: http://ipc.localhost", "connect-src 'self'");
    assert_ne!(policy, here, "the policy names the core's address");
    HeaderValue::from_str(&here).expect("a header")
}

impl Shared {
    async fn room(&self, name: &str) -> Arc<Room> {
        let mut rooms = self.rooms.lock().await;
        if let Some(room) = rooms.get(name) {
            return Arc::clone(room);
        }
        let named = named(name);
        let room = Arc::new(Room::open(name != "core").await);
        if let Some(state) = named {
            room.show(&state.fixture, Language::Danish, ThemeName::System);
        }
        rooms.insert(name.to_owned(), Arc::clone(&room));
        room
    }
}

fn named(name: &str) -> Option<Named> {
    states::all().into_iter().find(|state| state.name == name)
}

async fn list() -> Html<String> {
    let rooms = std::iter::once("core").chain(states::all().into_iter().map(|state| state.name));
    let rows: String = rooms.map(|name| format!("<li><a href=\"{name}/\">{name}</a>\n")).collect();
    Html(format!(
        "<!doctype html><html lang=\"en\"><title>Pages</title><h1>Pages</h1><ul>\n{rows}</ul>"
    ))
}

async fn window(State(shared): State<Arc<Shared>>, Segments(room): Segments<String>) -> Response {
    shared.room(&room).await;
    served(&shared, "index.html")
}

async fn file(
    State(shared): State<Arc<Shared>>,
    Segments((_, file)): Segments<(String, String)>,
) -> Response {
    served(&shared, &file)
}

fn served(shared: &Shared, file: &str) -> Response {
    let Some(bytes) = shared.files.get(file) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = match file.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    };
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CONTENT_SECURITY_POLICY, shared.policy.clone());
    (headers, Body::from(bytes.clone())).into_response()
}

async fn view(State(shared): State<Arc<Shared>>, Segments(room): Segments<String>) -> Json<View> {
    Json(shared.room(&room).await.view())
}

/// An intent may block, so it does not run where requests are answered.
async fn send(
    State(shared): State<Arc<Shared>>,
    Segments(room): Segments<String>,
    Json(intent): Json<Intent>,
) -> Result<Json<View>, StatusCode> {
    let room = shared.room(&room).await;
    let sent = tokio::task::spawn_blocking(move || room.send(intent)).await;
    sent.map(Json).map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)
}

async fn views(
    State(shared): State<Arc<Shared>>,
    Segments(room): Segments<String>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut views = shared.room(&room).await.views();
    views.mark_unchanged();
    Sse::new(stream::unfold(views, |mut views| async move {
        views.changed().await.ok()?;
        let view = views.borrow_and_update().clone()?;
        let event = Event::default().json_data(&view).ok()?;
        Some((Ok(event), views))
    }))
}

async fn show(
    State(shared): State<Arc<Shared>>,
    Segments(room): Segments<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Json<View>, StatusCode> {
    let state = named(&wanted.state).ok_or(StatusCode::NOT_FOUND)?;
    let room = shared.room(&room).await;
    room.show(&state.fixture, wanted.language.into(), wanted.theme);
    room.views().borrow().clone().map(Json).ok_or(StatusCode::INTERNAL_SERVER_ERROR)
}

async fn document(
    State(shared): State<Arc<Shared>>,
    Segments((room, id)): Segments<(String, String)>,
) -> Result<impl IntoResponse, StatusCode> {
    let png = shared.room(&room).await.picture(&id).ok_or(StatusCode::NOT_FOUND)?;
    Ok(([(header::CONTENT_TYPE, "image/png")], png))
}
