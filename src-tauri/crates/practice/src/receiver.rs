//! The practice receiver: takes deliveries of approved cases, and lists the e-mails it would have
//! sent.
//!
//! It keeps nothing over a restart, and yet answers the same delivery the same way: case number,
//! time and e-mails follow from the id of the delivery and from the evidence alone. So "we do not
//! know whether it arrived" can always be settled by asking again.

use crate::mail::{self, Mail};
use crate::organisations::{Delivery, organisations};
use crate::severable::SeverableConnection;
use crate::words::Words;
use crate::{clock, persons};
use axum::body::Bytes;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use domain::case::Level;
use domain::{Language, Timestamp};
use evidence::{ApprovalRequest, Outcome, anchors, verify};
use jiff::SignedDuration;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use texts::Texts;

/// The receiver's two endpoints.
pub(crate) fn routes() -> Router {
    Router::new()
        .route("/receiver", post(deliver))
        .route("/mailbox", get(mailbox))
        .with_state(Arc::new(Receiver::default()))
}

#[derive(Default)]
struct Receiver {
    taken: Mutex<Taken>,
}

#[derive(Default)]
struct Taken {
    deliveries: HashMap<String, Settled>,
    mails: Vec<Mail>,
}

/// What was said to a delivery, and to which bytes.
struct Settled {
    hash: [u8; 32],
    said: Said,
}

#[derive(Clone)]
enum Said {
    Accepted(Answer),
    Refused(&'static str),
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    r#type: &'static str,
    id: String,
    case_number: String,
    at: String,
    mails: Vec<Mail>,
}

#[derive(Serialize)]
struct Refusal {
    r#type: &'static str,
    reason: &'static str,
}

const NOT_JSON: Words =
    Words::new("PRØVE: En levering skal være JSON.", "PRØVE: A delivery must be JSON.");
const NO_ID: Words = Words::new(
    "PRØVE: Leveringen har intet id (Idempotency-Key) på højst 200 tegn.",
    "PRØVE: The delivery has no id (Idempotency-Key) of at most 200 characters.",
);
const OTHER_BODY: Words = Words::new(
    "PRØVE: Id'et er brugt til et andet bevis.",
    "PRØVE: The id has been used for other evidence.",
);
const INVALID: Words = Words::new(
    "PRØVE: Beviset for godkendelsen holder ikke.",
    "PRØVE: The evidence of the approval does not hold.",
);
const NOT_ANCHORED: Words = Words::new(
    "PRØVE: Beviset er ikke underskrevet af prøvens egen MitID-tjeneste.",
    "PRØVE: The evidence is not signed by the practice MitID service.",
);

async fn deliver(
    State(receiver): State<Arc<Receiver>>,
    ConnectInfo(line): ConnectInfo<SeverableConnection>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let language = language(&headers);
    // Demanding JSON also keeps a page in some browser from posting here: it would have to ask
    // first, and is not answered.
    if !header_of(&headers, "content-type").is_some_and(|kind| kind.starts_with("application/json"))
    {
        return refusal(StatusCode::UNSUPPORTED_MEDIA_TYPE, NOT_JSON.in_language(language));
    }
    let Some(id) =
        header_of(&headers, "idempotency-key").filter(|id| (1..=200).contains(&id.len()))
    else {
        return refusal(StatusCode::BAD_REQUEST, NO_ID.in_language(language));
    };
    let hash = Sha256::digest(&body).into();
    let mut taken = receiver.taken();
    if let Some(settled) = taken.deliveries.get(id) {
        return if settled.hash == hash {
            settled.said.clone().respond(StatusCode::OK)
        } else {
            refusal(StatusCode::CONFLICT, OTHER_BODY.in_language(language))
        };
    }
    let judged = judge(id, &body, language);
    if let Said::Accepted(answer) = &judged.said {
        taken.mails.extend(answer.mails.iter().cloned());
    }
    taken.deliveries.insert(id.to_owned(), Settled { hash, said: judged.said.clone() });
    if judged.answer_is_lost {
        line.cut();
    }
    judged.said.respond(StatusCode::CREATED)
}

async fn mailbox(State(receiver): State<Arc<Receiver>>) -> Json<Vec<Mail>> {
    Json(receiver.taken().mails.clone())
}

impl Receiver {
    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Said {
    fn respond(self, accepted: StatusCode) -> Response {
        match self {
            Self::Accepted(answer) => (accepted, Json(answer)).into_response(),
            Self::Refused(reason) => refusal(StatusCode::UNPROCESSABLE_ENTITY, reason),
        }
    }
}

/// A first judgement of a delivery.
struct Judged {
    said: Said,
    answer_is_lost: bool,
}

fn judge(id: &str, bundle: &[u8], language: Language) -> Judged {
    let refused = |words: Words| Judged {
        said: Said::Refused(words.in_language(language)),
        answer_is_lost: false,
    };
    // A bundle of the live environment fails here too: its request does not belong to these
    // anchors. A person of practice sets the broker's clock ahead; what was approved by it is none
    // of the future here.
    let ahead = SignedDuration::from_secs(persons::furthest_ahead());
    let now = clock::now().saturating_add(ahead).unwrap_or(Timestamp::MAX);
    let verdict = verify(bundle, &anchors::practice(), now);
    match verdict.outcome {
        Outcome::Level(Level::A | Level::B | Level::C) => {}
        Outcome::Level(Level::D) => return refused(NOT_ANCHORED),
        Outcome::Invalid(_) => return refused(INVALID),
    }
    let (Some(request), Some(at)) = (verdict.request, verdict.approved_at) else {
        return refused(INVALID);
    };
    let delivery = way_of(&request);
    if let Delivery::Refused(reason) = delivery {
        return refused(reason);
    }
    let Ok(connection) = request.connection() else {
        return refused(INVALID);
    };
    let case_number = case_number(id, at);
    let mails = mail::written(&Texts::new(language), &connection, &case_number, at);
    let answer = Answer {
        r#type: "tilslut/delivery-answer/v1",
        id: id.to_owned(),
        case_number,
        at: at.to_string(),
        mails,
    };
    Judged {
        said: Said::Accepted(answer),
        answer_is_lost: matches!(delivery, Delivery::FirstAnswerLost),
    }
}

fn way_of(request: &ApprovalRequest) -> Delivery {
    let cvr = request.cvr().to_string();
    organisations()
        .iter()
        .find(|organisation| organisation.cvr == cvr)
        .map_or(Delivery::Taken, |organisation| organisation.delivery)
}

/// `PRØVE-2026-014732`: the Danish year of the approval and six digits from the id of the delivery,
/// so that a restarted receiver finds the same one.
fn case_number(id: &str, at: Timestamp) -> String {
    let number =
        Sha256::digest(id).iter().take(8).fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte))
            % 1_000_000;
    format!("PRØVE-{}-{number:06}", mail::danish_day(at).year())
}

/// English when the sender asks for it first (RFC 9110 §12.5.4), else Danish.
fn language(headers: &HeaderMap) -> Language {
    match header_of(headers, header::ACCEPT_LANGUAGE.as_str()) {
        Some(wanted) if wanted.trim_start().to_ascii_lowercase().starts_with("en") => {
            Language::English
        }
        _ => Language::Danish,
    }
}

fn header_of<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn refusal(status: StatusCode, reason: &'static str) -> Response {
    (status, Json(Refusal { r#type: "tilslut/delivery-refusal/v1", reason })).into_response()
}
