//! The official site, pretended: what is concluded on mitid-erhverv.dk can be rehearsed here, screen
//! by screen, as reporter and as representative, with documents, every published reason for a
//! rejection, an answer that never comes, and the e-mail that follows. It says PRØVE on every page
//! and looks like no official page.

mod letter;
mod screens;
mod visit;

use crate::clock::now;
use crate::expiring_map::{ExpiringMap, random_name};
use crate::mail::danish_day;
use axum::Router;
use axum::extract::{Form, Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::Language;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use visit::{Fields, Visit};

/// The path on this host.
pub(crate) const PATH: &str = "/tilslutning";

/// How long a visit can be gone on with: a working day.
const VISIT_SECONDS: i64 = 8 * 60 * 60;

/// The visits under way.
#[derive(Clone)]
struct Site(Arc<Mutex<ExpiringMap<Visit>>>);

/// Where things of a visit are.
struct Served {
    mail: String,
}

/// The site, to be merged into the routes of this host.
pub(crate) fn routes() -> Router {
    let visits = Site(Arc::new(Mutex::new(ExpiringMap::lasting(VISIT_SECONDS))));
    Router::new()
        .route(PATH, get(start).post(begin))
        .route(&format!("{PATH}/{{visit}}"), get(show).post(answer))
        .route(&format!("{PATH}/{{visit}}/e-mail"), get(mail))
        .with_state(visits)
}

impl Site {
    fn visits(&self) -> MutexGuard<'_, ExpiringMap<Visit>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Served {
    fn of(visit: &str) -> Self {
        Self { mail: format!("{PATH}/{visit}/e-mail") }
    }
}

/// `?lang=en` is English; everything else, Danish.
fn language(fields: &HashMap<String, String>) -> Language {
    match fields.get("lang").map(String::as_str) {
        Some("en") => Language::English,
        _ => Language::Danish,
    }
}

async fn start(Query(query): Query<Fields>) -> Response {
    screens::start(language(&query))
}

async fn begin(State(site): State<Site>, Form(fields): Form<Fields>) -> Response {
    let Ok(name) = random_name() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    site.visits().insert(name.clone(), Visit::new(language(&fields)), now());
    Redirect::to(&format!("{PATH}/{name}")).into_response()
}

async fn show(State(site): State<Site>, Path(name): Path<String>) -> Response {
    match site.visits().get_mut(&name, now()) {
        Some(visit) => screens::screen(visit, &Served::of(&name), None, &Fields::new()),
        None => screens::over(Language::Danish, PATH),
    }
}

/// An answer to a screen that the visit has left is no answer: the person sees where it is now.
async fn answer(
    State(site): State<Site>,
    Path(name): Path<String>,
    Form(fields): Form<Fields>,
) -> Response {
    let now = now();
    let mut visits = site.visits();
    let Some(visit) = visits.get_mut(&name, now) else {
        return screens::over(Language::Danish, PATH);
    };
    let here = Redirect::to(&format!("{PATH}/{name}")).into_response();
    if fields.get("screen").map(String::as_str) != Some(visit.screen().id()) {
        return here;
    }
    if fields.get("act").is_some_and(|act| act == "back") {
        visit.back();
        return here;
    }
    match visit.answer(&fields, danish_day(now)) {
        Ok(()) => here,
        Err(wrong) => screens::screen(visit, &Served::of(&name), Some(wrong), &fields),
    }
}

/// The e-mail that follows, as a file: a receipt, or a rejection with its reason.
async fn mail(State(site): State<Site>, Path(name): Path<String>) -> Response {
    let now = now();
    let letter = site.visits().get_mut(&name, now).and_then(|visit| letter::of(visit, now));
    match letter {
        Some(letter) => (
            [
                (header::CONTENT_TYPE, "message/rfc822".to_owned()),
                (
                    header::CONTENT_DISPOSITION,
                    format!("attachment; filename=\"{}\"", letter.file_name),
                ),
                (header::CACHE_CONTROL, "no-store".to_owned()),
            ],
            letter.bytes,
        )
            .into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
