//! Talking to the broker: its metadata (OpenID Connect Discovery 1.0 §4), its keys, its token endpoint.
//!
//! The keys are kept as they came, because the one that was used goes into the evidence as it came. In practice only
//! loopback is spoken to, live only HTTPS; redirects are never followed and answers never grow without bound.

use crate::Trouble;
use crate::profile::BrokerProfile;
use crate::unique;
use domain::{Environment, Timestamp};
use openidconnect::{HttpRequest, HttpResponse, http};
use outbound::Unread;
use serde::Deserialize;
use serde_json::Value;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;
use url::{Host, Url};

/// How long one call may take. A code may live for 15 seconds only (`oidc.md` §0, fact 9).
const PATIENCE: Duration = Duration::from_secs(10);
/// More than any metadata, key set or token.
const LARGEST: usize = 1024 * 1024;

/// A broker whose metadata and keys have been read.
pub(crate) struct Broker {
    client: reqwest::Client,
    /// Where its parts are.
    pub(crate) metadata: Metadata,
    /// Its keys when they were last read.
    pub(crate) keys: Keys,
}

/// What is used of the metadata (OpenID Connect Discovery 1.0 §3, RFC 9207 §3, RFC 8414 §2).
#[derive(Deserialize)]
pub(crate) struct Metadata {
    issuer: String,
    /// Where the browser goes.
    pub(crate) authorization_endpoint: Url,
    /// Where the code is exchanged.
    pub(crate) token_endpoint: Url,
    /// Where the keys are.
    pub(crate) jwks_uri: Url,
    /// The broker names itself in its responses.
    #[serde(default, rename = "authorization_response_iss_parameter_supported")]
    pub(crate) sends_iss: bool,
    code_challenge_methods_supported: Option<Vec<String>>,
}

/// A key set as it came (RFC 7517 §5).
pub(crate) struct Keys {
    /// The keys, each as it came.
    pub(crate) keys: Vec<Value>,
    /// When it came.
    pub(crate) fetched_at: Timestamp,
}

/// One call that is under way.
type Call = Pin<Box<dyn Future<Output = Result<HttpResponse, Trouble>> + Send>>;

/// A key set as it is sent.
#[derive(Deserialize)]
pub(crate) struct KeySet {
    pub(crate) keys: Vec<Value>,
}

impl Broker {
    /// Reads metadata and keys, so that a broker that does not work is found before a person logs in.
    pub(crate) async fn discover(profile: &BrokerProfile, now: Timestamp) -> Result<Self, Trouble> {
        let address = format!("{}/.well-known/openid-configuration", profile.issuer.trim_end_matches('/'));
        let address = Url::parse(&address).map_err(|_| Trouble::Nonsense)?;
        let client = client(&address, profile.environment)?;
        let metadata: Metadata = get(&client, &address, profile.environment).await?;
        metadata.check(profile)?;
        let keys = Keys::fetch(&client, &metadata.jwks_uri, profile.environment, now).await?;
        Ok(Self { client, metadata, keys })
    }

    /// Reads the keys again: the broker may have changed them during the login.
    pub(crate) async fn fetch_keys(&mut self, environment: Environment, now: Timestamp) -> Result<(), Trouble> {
        self.keys = Keys::fetch(&self.client, &self.metadata.jwks_uri, environment, now).await?;
        Ok(())
    }

    /// Makes calls as `openidconnect` wants them made. Each call owns its client, because a future that borrows it is
    /// not seen to be `Send` by the compiler.
    pub(crate) fn http(&self) -> impl Fn(HttpRequest) -> Call + use<> {
        let client = self.client.clone();
        move |request| {
            let client = client.clone();
            Box::pin(async move { send(&client, request).await })
        }
    }
}

impl Metadata {
    /// They are the issuer's own, know PKCE, and lie where the environment may go.
    pub(crate) fn check(&self, profile: &BrokerProfile) -> Result<(), Trouble> {
        let places = [&self.authorization_endpoint, &self.token_endpoint, &self.jwks_uri];
        let s256 = self.code_challenge_methods_supported.as_ref().is_none_or(|methods| methods.iter().any(|method| method == "S256"));
        let sound = self.issuer == profile.issuer && s256 && places.iter().all(|place| may_call(place, profile.environment));
        if sound { Ok(()) } else { Err(Trouble::Nonsense) }
    }
}

impl Keys {
    async fn fetch(client: &reqwest::Client, address: &Url, environment: Environment, now: Timestamp) -> Result<Self, Trouble> {
        let set: KeySet = get(client, address, environment).await?;
        Ok(Self { keys: set.keys, fetched_at: now })
    }
}

/// Practice never leaves the machine, and live never goes unencrypted.
fn may_call(address: &Url, environment: Environment) -> bool {
    match environment {
        Environment::Practice => address.scheme() == "http" && address.host() == Some(Host::Ipv4(std::net::Ipv4Addr::LOCALHOST)),
        Environment::Live => address.scheme() == "https",
    }
}

fn client(issuer: &Url, environment: Environment) -> Result<reqwest::Client, Trouble> {
    let encrypted = environment == Environment::Live;
    outbound::client(issuer, PATIENCE).https_only(encrypted).build().map_err(|_| Trouble::Down)
}

async fn get<T: serde::de::DeserializeOwned>(client: &reqwest::Client, address: &Url, environment: Environment) -> Result<T, Trouble> {
    if !may_call(address, environment) {
        return Err(Trouble::Nonsense);
    }
    let request = http::Request::get(address.as_str()).header(http::header::ACCEPT, "application/json").body(Vec::new());
    let response = send(client, request.map_err(|_| Trouble::Nonsense)?).await?;
    if response.status() != http::StatusCode::OK {
        return Err(Trouble::Nonsense);
    }
    read(response.body()).ok_or(Trouble::Nonsense)
}

/// Reads an answer of the broker. What another reader could take for something else is refused whole, even in members that
/// nobody asked for: a member named twice, letters that are none.
pub(crate) fn read<T: serde::de::DeserializeOwned>(body: &[u8]) -> Option<T> {
    serde_json::from_value(Value::Object(unique::object(body)?)).ok()
}

async fn send(client: &reqwest::Client, request: HttpRequest) -> Result<HttpResponse, Trouble> {
    let request = request.try_into().map_err(|_| Trouble::Nonsense)?;
    let answer = client.execute(request).await.map_err(|_| Trouble::Down)?;
    if answer.status().is_server_error() {
        return Err(Trouble::Down);
    }
    let mut response = http::Response::new(Vec::new());
    *response.status_mut() = answer.status();
    *response.headers_mut() = answer.headers().clone();
    *response.body_mut() = outbound::body(answer, LARGEST).await.map_err(|why| match why {
        Unread::TooLarge => Trouble::Nonsense,
        Unread::Slow | Unread::Broken => Trouble::Down,
    })?;
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn practice_stays_on_loopback_and_live_on_https() {
        for (address, practice, live) in [
            ("http://127.0.0.1:4711/token", true, false),
            ("http://localhost:4711/token", false, false),
            ("http://127.0.0.1.example/token", false, false),
            ("https://mitid.example/token", false, true),
            ("http://mitid.example/token", false, false),
            ("file:///etc/passwd", false, false),
        ] {
            let url = Url::parse(address).unwrap_or_else(|wrong| panic!("{address}: {wrong}"));
            assert_eq!((may_call(&url, Environment::Practice), may_call(&url, Environment::Live)), (practice, live), "{address}");
        }
    }
}
