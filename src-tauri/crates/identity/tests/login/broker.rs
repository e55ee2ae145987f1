//! A broker that can lie: it speaks as the practice broker does, unless a test changes one thing.

use axum::Router;
use axum::extract::{Form, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use domain::Timestamp;
use jsonwebtoken::jwk::{Jwk, ThumbprintHash};
use jsonwebtoken::{Algorithm, EncodingKey};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// What must never be seen outside.
pub const CODE: &str = "canary-code";
pub const ACCESS_TOKEN: &str = "canary-access-token";

pub const RS256: &str = include_str!("keys/rs256.pem");
pub const RS256_PUBLIC: &str = include_str!("keys/rs256.pub.pem");
pub const ES256: &str = include_str!("keys/es256.pem");
pub const STRANGER: &str = include_str!("keys/stranger.pem");

pub type Change<T> = Box<dyn Fn(&mut T) + Send + Sync>;
pub type Query_ = Vec<(String, String)>;

/// How the token is signed.
#[derive(Clone, Copy, PartialEq)]
pub enum Signed {
    Rs256,
    Es256,
    /// With a key that is not in the key set, under the name of one that is.
    ByStranger,
    None,
    /// With the public key as the shared secret.
    Hs256WithPublicKey,
}

/// What the broker does otherwise than it should. The default is an honest broker.
pub struct Conduct {
    pub signed: Signed,
    pub metadata: Change<Value>,
    pub callback: Change<Query_>,
    pub header: Change<Map<String, Value>>,
    pub claims: Change<Map<String, Value>>,
    /// Changes the payload as text, e.g. to double a member.
    pub payload: Change<String>,
    /// Changes the answer of the token endpoint.
    pub tokens: Change<(u16, String)>,
    /// The key set at the n-th fetch, from 0.
    pub keys: Box<dyn Fn(usize) -> Vec<Value> + Send + Sync>,
}

impl Default for Conduct {
    fn default() -> Self {
        Self {
            signed: Signed::Rs256,
            metadata: Box::new(|_| {}),
            callback: Box::new(|_| {}),
            header: Box::new(|_| {}),
            claims: Box::new(|_| {}),
            payload: Box::new(|_| {}),
            tokens: Box::new(|_| {}),
            keys: Box::new(|_| vec![key(RS256), key(ES256)]),
        }
    }
}

/// A running broker.
pub struct Broker {
    pub issuer: String,
    shared: Arc<Shared>,
}

struct Shared {
    issuer: String,
    conduct: Conduct,
    now: Timestamp,
    seen: Mutex<Seen>,
}

/// What the broker was asked.
#[derive(Default, Clone)]
pub struct Seen {
    pub authorize: HashMap<String, String>,
    pub key_fetches: usize,
    pub exchanges: usize,
}

impl Broker {
    pub async fn start(conduct: Conduct, now: Timestamp) -> Self {
        let socket = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}/mitid", socket.local_addr().unwrap());
        let shared = Arc::new(Shared { issuer: issuer.clone(), conduct, now, seen: Mutex::default() });
        let app = Router::new()
            .route("/mitid/.well-known/openid-configuration", get(metadata))
            .route("/mitid/jwks", get(keys))
            .route("/mitid/authorize", get(authorize))
            .route("/mitid/token", post(token))
            .with_state(Arc::clone(&shared));
        tokio::spawn(async move { axum::serve(socket, app).await });
        Self { issuer, shared }
    }

    pub fn seen(&self) -> Seen {
        self.shared.seen.lock().unwrap().clone()
    }
}

/// The public half of a key, as the key set has it.
pub fn key(pem: &str) -> Value {
    let (jwk, kid) = public(pem);
    let mut key = serde_json::to_value(jwk).unwrap();
    key["kid"] = json!(kid);
    key["use"] = json!("sig");
    // Members that are not understood are kept in the evidence all the same.
    key["x-note"] = json!("as it came");
    key
}

/// RFC 7638.
pub fn thumbprint(pem: &str) -> String {
    public(pem).0.thumbprint(ThumbprintHash::SHA256).unwrap()
}

fn public(pem: &str) -> (Jwk, &'static str) {
    let (private, algorithm, kid) = if pem == RS256 {
        (EncodingKey::from_rsa_pem(pem.as_bytes()), Algorithm::RS256, "r")
    } else {
        (EncodingKey::from_ec_pem(pem.as_bytes()), Algorithm::ES256, if pem == ES256 { "e" } else { "s" })
    };
    (Jwk::from_encoding_key(&private.unwrap(), algorithm).unwrap(), kid)
}

async fn metadata(State(broker): State<Arc<Shared>>) -> Response {
    let issuer = &broker.issuer;
    let mut metadata = json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/jwks"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256", "ES256"],
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": true,
    });
    (broker.conduct.metadata)(&mut metadata);
    axum::Json(metadata).into_response()
}

async fn keys(State(broker): State<Arc<Shared>>) -> Response {
    let mut seen = broker.seen.lock().unwrap();
    let keys = (broker.conduct.keys)(seen.key_fetches);
    seen.key_fetches += 1;
    axum::Json(json!({ "keys": keys })).into_response()
}

async fn authorize(State(broker): State<Arc<Shared>>, Query(query): Query<HashMap<String, String>>) -> Redirect {
    let mut callback =
        vec![("code".to_owned(), CODE.to_owned()), ("state".to_owned(), query["state"].clone()), ("iss".to_owned(), broker.issuer.clone())];
    (broker.conduct.callback)(&mut callback);
    let mut target = url::Url::parse(&query["redirect_uri"]).unwrap();
    target.query_pairs_mut().extend_pairs(callback);
    broker.seen.lock().unwrap().authorize = query;
    Redirect::to(target.as_str())
}

async fn token(State(broker): State<Arc<Shared>>, Form(form): Form<HashMap<String, String>>) -> Response {
    let asked = {
        let mut seen = broker.seen.lock().unwrap();
        seen.exchanges += 1;
        seen.authorize.clone()
    };
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(&form["code_verifier"]));
    let right = form["grant_type"] == "authorization_code"
        && form["code"] == CODE
        && form["client_id"] == asked["client_id"]
        && form["redirect_uri"] == asked["redirect_uri"]
        && challenge == asked["code_challenge"]
        && !form.contains_key("client_secret");
    let mut answer = if right {
        (
            200,
            json!({ "access_token": ACCESS_TOKEN, "token_type": "Bearer", "expires_in": 300, "id_token": broker.id_token(&asked) })
                .to_string(),
        )
    } else {
        (400, json!({ "error": "invalid_grant" }).to_string())
    };
    (broker.conduct.tokens)(&mut answer);
    (
        StatusCode::from_u16(answer.0).unwrap(),
        [(header::CONTENT_TYPE, "application/json"), (header::LOCATION, "/mitid/elsewhere")],
        answer.1,
    )
        .into_response()
}

impl Shared {
    fn id_token(&self, asked: &HashMap<String, String>) -> String {
        let now = self.now.as_second();
        let mut header = Map::new();
        let (alg, kid) = match self.conduct.signed {
            Signed::Rs256 => ("RS256", "r"),
            Signed::Es256 | Signed::ByStranger => ("ES256", "e"),
            Signed::None => ("none", "r"),
            Signed::Hs256WithPublicKey => ("HS256", "r"),
        };
        header.insert("alg".to_owned(), json!(alg));
        header.insert("kid".to_owned(), json!(kid));
        header.insert("typ".to_owned(), json!("JWT"));
        (self.conduct.header)(&mut header);

        let message = asked["login_hint"].split(' ').find_map(|hint| hint.strip_prefix("message:")).unwrap();
        let at_hash = URL_SAFE_NO_PAD.encode(&Sha256::digest(ACCESS_TOKEN)[..16]);
        let Value::Object(mut claims) = json!({
            "iss": self.issuer,
            "aud": asked["client_id"],
            "sub": "{7c1f6f6a-7f0e-4d4e-9d4c-0a3f5b1c2d3e}",
            "iat": now,
            "nbf": now,
            "exp": now + 300,
            "auth_time": now,
            "nonce": asked["nonce"],
            "at_hash": at_hash,
            "acr": asked["acr_values"],
            "identityscheme": "dkmitid",
            "name": "Søren Thorup Winther",
            "uuid": "b9a7c1c2-0d1e-4f3a-8b5c-6d7e8f901234",
            "refTextBody": String::from_utf8(STANDARD.decode(message).unwrap()).unwrap(),
        }) else {
            unreachable!()
        };
        (self.conduct.claims)(&mut claims);
        let mut payload = Value::Object(claims).to_string();
        (self.conduct.payload)(&mut payload);

        let input = format!("{}.{}", URL_SAFE_NO_PAD.encode(Value::Object(header).to_string()), URL_SAFE_NO_PAD.encode(payload));
        let signature = match self.conduct.signed {
            Signed::Rs256 => sign(&input, EncodingKey::from_rsa_pem(RS256.as_bytes()).unwrap(), Algorithm::RS256),
            Signed::Es256 => sign(&input, EncodingKey::from_ec_pem(ES256.as_bytes()).unwrap(), Algorithm::ES256),
            Signed::ByStranger => sign(&input, EncodingKey::from_ec_pem(STRANGER.as_bytes()).unwrap(), Algorithm::ES256),
            Signed::None => String::new(),
            Signed::Hs256WithPublicKey => sign(&input, EncodingKey::from_secret(RS256_PUBLIC.as_bytes()), Algorithm::HS256),
        };
        format!("{input}.{signature}")
    }
}

fn sign(input: &str, key: EncodingKey, algorithm: Algorithm) -> String {
    jsonwebtoken::crypto::sign(input.as_bytes(), &key, algorithm).unwrap()
}
