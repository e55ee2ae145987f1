//! The practice CVR register: answers as Erhvervsstyrelsen's system-to-system access does
//! (`domain.md` §6.1), in the envelope of Elasticsearch 6, where `hits.total` is a plain number.

mod answer;
mod name;
mod question;
mod source;

use crate::organisations::{Registered, organisations};
use crate::severable::SeverableConnection;
use crate::stopped::Stopped;
use answer::Hit;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use question::{Asked, Question};
use serde_json::json;

/// The register's endpoint, to be nested under its base address.
pub(crate) fn routes(stopped: Stopped) -> Router {
    Router::new().route("/cvr-permanent/virksomhed/_search", post(search)).with_state(stopped)
}

async fn search(
    State(stopped): State<Stopped>,
    ConnectInfo(line): ConnectInfo<SeverableConnection>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let kind =
        headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("application/json") {
        return refusal(StatusCode::NOT_ACCEPTABLE, "media_type_header_exception");
    }
    let Some(question) = Question::read(&body) else {
        return refusal(StatusCode::BAD_REQUEST, "parsing_exception");
    };
    let number = match &question.asked {
        Asked::Name(words) => return Json(answer::to(&question, by_name(words))).into_response(),
        Asked::Number(number) => *number,
    };
    let Some(organisation) =
        organisations().iter().find(|organisation| organisation.cvr.parse() == Ok(number))
    else {
        return Json(answer::to(&question, vec![])).into_response();
    };
    match organisation.registered {
        Registered::As(entry) => {
            Json(answer::to(&question, vec![Hit { organisation, entry, score: 1.0 }]))
                .into_response()
        }
        // What a proxy in front of a real register answers while it is being looked after: a page,
        // and status 200.
        Registered::Nonsense => {
            Html("<html><body><h1>PRØVE: siden er under vedligeholdelse</h1></body></html>")
                .into_response()
        }
        Registered::Never => {
            // Whoever asks goes away first, which drops this future, or the whole practice world
            // stops.
            stopped.wait().await;
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
        Registered::HangsUp => {
            line.cut();
            StatusCode::BAD_GATEWAY.into_response()
        }
    }
}

/// Everyone whose name has all the words. Those about whom the register has nothing to say are
/// found by number only.
fn by_name(words: &[String]) -> Vec<Hit> {
    let all = organisations().iter();
    all.filter_map(|organisation| match organisation.registered {
        Registered::As(entry) => {
            name::score(words, organisation.name).map(|score| Hit { organisation, entry, score })
        }
        Registered::Nonsense | Registered::Never | Registered::HangsUp => None,
    })
    .collect()
}

fn refusal(status: StatusCode, kind: &str) -> Response {
    let cause = json!({ "type": kind, "reason": "PRØVE" });
    let body = json!({ "error": { "root_cause": [cause], "type": kind, "reason": "PRØVE" }, "status": status.as_u16() });
    (status, Json(body)).into_response()
}
