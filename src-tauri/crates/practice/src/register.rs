//! The practice CVR register: answers as Erhvervsstyrelsen's system-to-system access does (`domain.md` §6.1), in the
//! envelope of Elasticsearch 6, where `hits.total` is a plain number.

use crate::Stopped;
use crate::entry;
use crate::line::Line;
use crate::organisations::{Organisation, Registered, organisations};
use axum::body::Bytes;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use serde_json::{Value, json};

/// The register's endpoint, to be nested under its base address.
pub(crate) fn routes(stopped: Stopped) -> Router {
    Router::new().route("/cvr-permanent/virksomhed/_search", post(search)).with_state(stopped)
}

async fn search(State(stopped): State<Stopped>, ConnectInfo(line): ConnectInfo<Line>, headers: HeaderMap, body: Bytes) -> Response {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("application/json") {
        return refusal(StatusCode::NOT_ACCEPTABLE, "media_type_header_exception");
    }
    let Some(wanted) = wanted_number(&body) else {
        return refusal(StatusCode::BAD_REQUEST, "parsing_exception");
    };
    let found = organisations().iter().find(|organisation| organisation.cvr.parse() == Ok(wanted));
    match found.map(|organisation| (organisation, &organisation.registered)) {
        None => Json(envelope(None)).into_response(),
        Some((organisation, Registered::As(registered))) => {
            Json(envelope(Some((organisation, entry::source(organisation, registered))))).into_response()
        }
        // What a proxy in front of a real register answers while it is being looked after: a page, and status 200.
        Some((_, Registered::Nonsense)) => Html("<html><body><h1>PRØVE: siden er under vedligeholdelse</h1></body></html>").into_response(),
        Some((_, Registered::Never)) => {
            // Whoever asks goes away first, which drops this future, or the whole practice world stops.
            stopped.comes().await;
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
        Some((_, Registered::HangsUp)) => {
            line.cut();
            StatusCode::BAD_GATEWAY.into_response()
        }
    }
}

/// The number in `{"query":{"term":{"Vrvirksomhed.cvrNummer":41774037}}}`, also in the long form `{"value":41774037}`.
fn wanted_number(body: &[u8]) -> Option<u64> {
    let query: Value = serde_json::from_slice(body).ok()?;
    let term = query.pointer("/query/term/Vrvirksomhed.cvrNummer")?;
    term.as_u64().or_else(|| term.get("value")?.as_u64())
}

fn envelope(found: Option<(&Organisation, Value)>) -> Value {
    let hits: Vec<Value> = found
        .into_iter()
        .map(|(organisation, source)| {
            json!({ "_index": "cvr-v-20220630", "_type": "_doc", "_id": organisation.cvr, "_score": 1.0, "_source": source })
        })
        .collect();
    json!({
        "took": 1,
        "timed_out": false,
        "_shards": { "total": 6, "successful": 6, "skipped": 0, "failed": 0 },
        "hits": { "total": hits.len(), "max_score": if hits.is_empty() { Value::Null } else { json!(1.0) }, "hits": hits },
    })
}

fn refusal(status: StatusCode, kind: &str) -> Response {
    let cause = json!({ "type": kind, "reason": "PRØVE" });
    let body = json!({ "error": { "root_cause": [cause], "type": kind, "reason": "PRØVE" }, "status": status.as_u16() });
    (status, Json(body)).into_response()
}
