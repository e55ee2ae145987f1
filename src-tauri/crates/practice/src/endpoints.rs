//! The broker's endpoints but for the login itself: its metadata and keys, pushed requests, tokens,
//! and the answer about the person.

use crate::broker::{Broker, PUSHED, PUSHED_SECONDS, Refused};
use crate::client::{Form, is_proven};
use crate::expiring_map::random_name;
use crate::faults::FaultInjection;
use crate::flavour::BrokerFlavour;
use crate::login::{authorize, press};
use axum::extract::rejection::FormRejection;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use jsonwebtoken::errors::Error;
use serde_json::{Value, json};
use std::sync::Arc;
use url::form_urlencoded;

/// The broker's endpoints, to be nested under the path of its issuer.
pub(crate) fn routes(issuer: &str, faults: FaultInjection) -> Result<Router, Error> {
    let broker = Arc::new(Broker::new(issuer, faults)?);
    Ok(Router::new()
        .route("/.well-known/openid-configuration", get(discovery))
        .route("/jwks", get(jwks))
        .route("/par", post(push))
        .route("/authorize", get(authorize))
        .route("/login/{name}", post(press))
        .route("/token", post(token))
        .route("/userinfo", get(userinfo))
        .layer(middleware::from_fn_with_state(Arc::clone(&broker), dated))
        .with_state(broker))
}

/// Every answer says what time it is at the broker (RFC 9110 §6.6.1), which need not be what it is
/// here.
async fn dated(State(broker): State<Arc<Broker>>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let mut date = broker.now().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    (broker.faults().date)(&mut date);
    // What is no date is left empty: the server would fill in its own.
    let date = header::HeaderValue::from_str(&date).unwrap_or(header::HeaderValue::from_static(""));
    response.headers_mut().insert(header::DATE, date);
    response
}

async fn discovery(State(broker): State<Arc<Broker>>) -> Json<Value> {
    let issuer = broker.issuer();
    let mut metadata = json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/jwks"),
        "pushed_authorization_request_endpoint": format!("{issuer}/par"),
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256", "ES256"],
        "token_endpoint_auth_methods_supported": ["none", "client_secret_basic", "private_key_jwt"],
        "code_challenge_methods_supported": ["S256"],
        "prompt_values_supported": ["login"],
        "authorization_response_iss_parameter_supported": true,
    });
    let own = broker.faults().flavour.metadata(issuer);
    if let (Some(members), Value::Object(own)) = (metadata.as_object_mut(), own) {
        members.extend(own);
    }
    broker.faults().note(|seen| seen.discoveries += 1);
    (broker.faults().metadata)(&mut metadata);
    Json(metadata)
}

async fn jwks(State(broker): State<Arc<Broker>>) -> Response {
    match broker.keys().published(broker.faults().flavour == BrokerFlavour::NetsEid) {
        Ok(mut keys) => {
            (broker.faults().keys)(broker.faults().key_fetch(), &mut keys);
            Json(json!({ "keys": keys })).into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// RFC 9126: the request comes straight from the client, and the browser brings only its name.
async fn push(
    State(broker): State<Arc<Broker>>,
    head: HeaderMap,
    form: Result<axum::Form<Form>, FormRejection>,
) -> Response {
    broker.faults().note(|seen| seen.pushes += 1);
    let pushed = form.map_err(|_| Refused::InvalidRequest).and_then(|axum::Form(form)| {
        if !is_proven(broker.faults().proof, &head, &form, broker.issuer(), broker.now()) {
            return Err(Refused::InvalidClient);
        }
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(&form).finish();
        let name = random_name().map_err(|_| Refused::ServerError)?;
        broker.pushed().insert(name.clone(), query, broker.now());
        Ok(json!({ "request_uri": format!("{PUSHED}{name}"), "expires_in": PUSHED_SECONDS }))
    });
    match pushed {
        Ok(answer) => (StatusCode::CREATED, Json(answer)).into_response(),
        Err(refused) => {
            (refused.status(), Json(json!({ "error": refused.code() }))).into_response()
        }
    }
}

async fn token(
    State(broker): State<Arc<Broker>>,
    head: HeaderMap,
    form: Result<axum::Form<Form>, FormRejection>,
) -> Response {
    let outcome = form
        .map_err(|_| Refused::InvalidRequest)
        .and_then(|axum::Form(form)| broker.redeem(&head, &form));
    let (status, body) = match outcome {
        Ok(tokens) => (StatusCode::OK, tokens),
        Err(refused) => (refused.status(), json!({ "error": refused.code() })),
    };
    let mut answer = (status.as_u16(), body.to_string());
    (broker.faults().tokens)(&mut answer);
    let status = StatusCode::from_u16(answer.0).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut head = HeaderMap::new();
    head.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
    head.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    // A redirect that a client must not follow leads back to where it would get its tokens.
    if let (true, Ok(here)) = (
        status.is_redirection(),
        header::HeaderValue::from_str(&format!("{}/token", broker.issuer())),
    ) {
        head.insert(header::LOCATION, here);
    }
    (status, head, answer.1).into_response()
}

/// The signed answer about the person (OpenID Connect Core §5.3.2).
async fn userinfo(State(broker): State<Arc<Broker>>, head: HeaderMap) -> Response {
    let opened = head
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "));
    match opened.and_then(|token| broker.persons().take(token, broker.now())) {
        Some(signed) => ([(header::CONTENT_TYPE, "application/jwt")], signed).into_response(),
        None => (
            StatusCode::UNAUTHORIZED,
            [(header::WWW_AUTHENTICATE, "Bearer realm=\"IdentityServer\",error=\"invalid_token\"")],
        )
            .into_response(),
    }
}
