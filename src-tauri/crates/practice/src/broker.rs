//! The practice MitID broker: a real OpenID Provider with pretended people.
//!
//! It behaves as the real brokers are known to behave (`oidc.md` §1), Idura first: what a request lacks ends on a page
//! of its own, a refusal comes back without `iss`, and the reference text is echoed in the signed ID token.

use crate::CLIENT_ID;
use crate::clock;
use crate::keys::Keys;
use crate::ledger::{Ledger, random_name};
use crate::login::{Grant, Login, authorize, press};
use crate::persons::{Level, Person};
use crate::words::Words;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Language;
use jiff::Timestamp;
use jsonwebtoken::errors::Error;
use jsonwebtoken::jwk::JwkSet;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The path of the issuer on this host.
pub(crate) const PATH: &str = "/mitid";

/// How long a person may take at the broker: twice what MitID gives.
const LOGIN_SECONDS: i64 = 10 * 60;
/// How long a code holds.
const CODE_SECONDS: i64 = 60;
/// How long an ID token holds: NEB's five minutes, the shorter of the known ones.
const TOKEN_SECONDS: i64 = 5 * 60;

/// The broker.
pub(crate) struct Broker {
    issuer: String,
    keys: Keys,
    logins: Mutex<Ledger<Login>>,
    codes: Mutex<Ledger<Grant>>,
}

/// The broker's endpoints, to be nested under the path of its issuer.
pub(crate) fn routes(issuer: &str) -> Result<Router, Error> {
    let broker = Broker {
        issuer: issuer.to_owned(),
        keys: Keys::read()?,
        logins: Mutex::new(Ledger::lasting(LOGIN_SECONDS)),
        codes: Mutex::new(Ledger::lasting(CODE_SECONDS)),
    };
    Ok(Router::new()
        .route("/.well-known/openid-configuration", get(discovery))
        .route("/jwks", get(jwks))
        .route("/authorize", get(authorize))
        .route("/login/{name}", post(press))
        .route("/token", post(token))
        .with_state(Arc::new(broker)))
}

async fn discovery(State(broker): State<Arc<Broker>>) -> Json<Value> {
    let issuer = broker.issuer();
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/jwks"),
        "scopes_supported": ["openid"],
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code"],
        "acr_values_supported": Level::ALL.map(Level::acr),
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256", "ES256"],
        "token_endpoint_auth_methods_supported": ["none"],
        "code_challenge_methods_supported": ["S256"],
        "prompt_values_supported": ["login"],
        "ui_locales_supported": ["da", "en"],
        "authorization_response_iss_parameter_supported": true,
    }))
}

async fn jwks(State(broker): State<Arc<Broker>>) -> Json<JwkSet> {
    Json(broker.keys.published())
}

/// The form of RFC 6749 §4.1.3 with the verifier of RFC 7636 §4.5.
#[derive(Deserialize)]
struct Exchange {
    grant_type: String,
    code: String,
    redirect_uri: String,
    client_id: String,
    code_verifier: String,
}

async fn token(State(broker): State<Arc<Broker>>, exchange: Result<Form<Exchange>, FormRejection>) -> Response {
    let outcome = exchange.map_err(|_| Refused::InvalidRequest).and_then(|Form(exchange)| broker.redeem(&exchange));
    let no_store = [(header::CACHE_CONTROL, "no-store")];
    match outcome {
        Ok(tokens) => (no_store, Json(tokens)).into_response(),
        Err(refused) => (refused.status(), no_store, Json(json!({ "error": refused.code() }))).into_response(),
    }
}

impl Broker {
    pub(crate) fn issuer(&self) -> &str {
        &self.issuer
    }

    /// Where the pages of a login post to, from the root of this host. The language goes along for the page that follows
    /// when the login is no longer known.
    pub(crate) fn path_of(&self, login: &str, language: Language) -> String {
        let tag = Words::new("da", "en").in_language(language);
        format!("{PATH}/login/{login}?ui_locales={tag}")
    }

    pub(crate) fn logins(&self) -> MutexGuard<'_, Ledger<Login>> {
        self.logins.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn codes(&self) -> MutexGuard<'_, Ledger<Grant>> {
        self.codes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the code first: one wrong verifier or address, and it is spent.
    fn redeem(&self, exchange: &Exchange) -> Result<Value, Refused> {
        if exchange.grant_type != "authorization_code" {
            return Err(Refused::UnsupportedGrantType);
        }
        if exchange.client_id != CLIENT_ID {
            return Err(Refused::InvalidClient);
        }
        let now = clock::now();
        let grant = self.codes().take(&exchange.code, now).ok_or(Refused::InvalidGrant)?;
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(&exchange.code_verifier));
        // RFC 7636 §4.1: a verifier has 43 to 128 characters.
        let sound = (43..=128).contains(&exchange.code_verifier.len());
        if !sound || challenge != grant.asked.challenge || exchange.redirect_uri != grant.asked.redirect_uri {
            return Err(Refused::InvalidGrant);
        }
        let access_token = random_name().map_err(|_| Refused::ServerError)?;
        let claims = self.claims(&grant, &access_token, now);
        let id_token = self.keys.sign(grant.person.signs, &claims).map_err(|_| Refused::ServerError)?;
        Ok(json!({
            "access_token": access_token,
            "token_type": "Bearer",
            "expires_in": TOKEN_SECONDS,
            "scope": "openid",
            "id_token": id_token,
        }))
    }

    /// The claims as Idura names them (`oidc.md` §1.2).
    fn claims(&self, grant: &Grant, access_token: &str, now: Timestamp) -> Value {
        let Person { name, born, uuid, subject, level, echo, .. } = *grant.person;
        let mut claims = json!({
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "sub": subject,
            "iat": now.as_second(),
            "nbf": now.as_second(),
            "exp": now.as_second() + TOKEN_SECONDS,
            "auth_time": grant.authenticated.as_second(),
            "nonce": grant.asked.nonce,
            "at_hash": half_hash(access_token),
            "acr": level.acr(),
            "identityscheme": "dkmitid",
            "loA": level.word(),
            "uuid": uuid,
            "name": name,
            "birthdate": born,
            "dateofbirth": born,
            "country": "DK",
        });
        if let (Some(text), true, Some(members)) = (&grant.asked.prompt.text, echo, claims.as_object_mut()) {
            members.insert("refTextBody".to_owned(), text.as_str().into());
        }
        claims
    }
}

/// `at_hash` of OpenID Connect Core §3.1.3.6 for RS256 and ES256: the left half of SHA-256.
fn half_hash(access_token: &str) -> String {
    let hash = Sha256::digest(access_token);
    URL_SAFE_NO_PAD.encode(hash.get(..16).unwrap_or_default())
}

/// Why no token is given (RFC 6749 §5.2). Bare codes, as NEB answers.
#[derive(Clone, Copy)]
enum Refused {
    InvalidRequest,
    InvalidClient,
    InvalidGrant,
    UnsupportedGrantType,
    ServerError,
}

impl Refused {
    fn code(self) -> &'static str {
        match self {
            Self::InvalidRequest => "invalid_request",
            Self::InvalidClient => "invalid_client",
            Self::InvalidGrant => "invalid_grant",
            Self::UnsupportedGrantType => "unsupported_grant_type",
            Self::ServerError => "server_error",
        }
    }

    fn status(self) -> StatusCode {
        match self {
            Self::InvalidClient => StatusCode::UNAUTHORIZED,
            Self::ServerError => StatusCode::INTERNAL_SERVER_ERROR,
            Self::InvalidRequest | Self::InvalidGrant | Self::UnsupportedGrantType => StatusCode::BAD_REQUEST,
        }
    }
}
