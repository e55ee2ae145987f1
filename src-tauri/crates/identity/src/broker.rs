//! Talking to the broker: its metadata (OpenID Connect Discovery 1.0 §4), its keys, its token
//! endpoint.
//!
//! The keys are kept as they came, because the one that was used goes into the evidence as it came.
//! In practice only loopback is spoken to, live only HTTPS; redirects are never followed and
//! answers never grow without bound.

use crate::Error;
use crate::client::{Client, Proof};
use crate::clock::{self, Clock};
use crate::profile::{BrokerProfile, ClientProof, Pushed, Userinfo};
use crate::token::Unverified;
use domain::{Environment, Timestamp};
use evidence::json;
use jiff::SignedDuration;
use openidconnect::{HttpRequest, HttpResponse, http};
use outbound::Unread;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::time::Duration;
use url::{Host, Url, form_urlencoded};

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
    /// How far its clock is ahead of the computer's, where it tells.
    pub(crate) offset: Option<SignedDuration>,
    /// The keys were read again: not once more in this login.
    asked_again: bool,
}

/// What is used of the metadata (OpenID Connect Discovery 1.0 §3, RFC 9207 §3, RFC 8414 §2).
#[derive(Deserialize)]
pub(crate) struct Metadata {
    /// The issuer that the metadata name.
    pub(crate) issuer: String,
    /// Where the browser goes.
    pub(crate) authorization_endpoint: Url,
    /// Where the code is exchanged.
    pub(crate) token_endpoint: Url,
    /// Where the keys are.
    pub(crate) jwks_uri: Url,
    /// Where a signed answer about the person is.
    pub(crate) userinfo_endpoint: Option<Url>,
    /// Where requests are pushed (RFC 9126 §5).
    #[serde(rename = "pushed_authorization_request_endpoint")]
    pub(crate) pushed_endpoint: Option<Url>,
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

/// The answer to a pushed request (RFC 9126 §2.2).
#[derive(Deserialize)]
struct PushedAnswer {
    request_uri: String,
}

/// Why a request was refused (RFC 6749 §5.2).
#[derive(Deserialize)]
struct Refusal {
    error: String,
}

/// A key set as it is sent.
#[derive(Deserialize)]
pub(crate) struct KeySet {
    pub(crate) keys: Vec<Value>,
}

impl Broker {
    /// Reads metadata and keys, so that a broker that does not work, and a clock that is wrong, are
    /// found before a person logs in.
    pub(crate) async fn discover(
        profile: &BrokerProfile,
        clock: &dyn Clock,
    ) -> Result<Self, Error> {
        let asked = clock.now();
        let (client, response) = read_metadata(profile).await?;
        let first = clock::offset(response.headers(), asked, clock.now());
        let metadata: Metadata = read(response.body()).ok_or(Error::Nonsense)?;
        metadata.check(profile)?;
        let asked = clock.now();
        let response = fetch(&client, &metadata.jwks_uri, profile.environment).await?;
        let second = clock::offset(response.headers(), asked, clock.now());
        let set: KeySet = read(response.body()).ok_or(Error::Nonsense)?;
        let keys = Keys { keys: set.keys, fetched_at: clock.now() };
        // An answer that was kept somewhere on the way has a date of the past: the later one is
        // nearer to the truth.
        Ok(Self { client, metadata, keys, offset: first.max(second), asked_again: false })
    }

    /// The key that a token names, as it came. When it is not known the keys are read again, for
    /// the broker may have changed them during the login: once in a login, whatever its tokens
    /// name, so that made-up names cannot make us ask for ever.
    pub(crate) async fn key_of(
        &mut self,
        token: &Unverified,
        environment: Environment,
        now: Timestamp,
    ) -> Result<Value, Error> {
        if token.key(&self.keys.keys).is_none() && !self.asked_again {
            self.asked_again = true;
            self.keys =
                Keys::fetch(&self.client, &self.metadata.jwks_uri, environment, now).await?;
        }
        token.key(&self.keys.keys).cloned().ok_or(Error::NotTrusted)
    }

    /// Where the browser goes with this request: to the broker with all of it, or with the name
    /// under which it was pushed.
    pub(crate) async fn address(
        &self,
        client: &Client<'_>,
        parameters: Vec<(String, String)>,
        now: Timestamp,
    ) -> Result<Url, Error> {
        let travelling = client.travelling(parameters, now)?;
        let mut address = self.metadata.authorization_endpoint.clone();
        if client.profile.pushed == Pushed::None {
            address.query_pairs_mut().extend_pairs(travelling);
        } else {
            let request_uri = self.push(client, travelling, now).await?;
            address
                .query_pairs_mut()
                .append_pair("client_id", &client.profile.client_id)
                .append_pair("request_uri", &request_uri);
        }
        Ok(address)
    }

    async fn push(
        &self,
        client: &Client<'_>,
        parameters: Vec<(String, String)>,
        now: Timestamp,
    ) -> Result<String, Error> {
        let endpoint = self.metadata.pushed_endpoint.as_ref().ok_or(Error::Nonsense)?;
        let proof = client.proof(self.metadata.token_endpoint.as_str(), now)?;
        let response = self.post(endpoint, parameters, proof).await?;
        if !response.status().is_success() {
            // RFC 9126 §2.3: refused as at the token endpoint.
            let refused = read::<Refusal>(response.body())
                .is_some_and(|refusal| refusal.error == "invalid_client");
            let proves = client.profile.pushed == Pushed::Authenticated;
            return Err(if refused && proves { Error::CredentialRefused } else { Error::Nonsense });
        }
        read(response.body()).map(|PushedAnswer { request_uri }| request_uri).ok_or(Error::Nonsense)
    }

    /// Exchanges a code (RFC 6749 §4.1.3, RFC 7636 §4.5). The answer is the token endpoint's
    /// object, as it came: what is not needed of it is not read, so that nothing of it can spoil an
    /// approval.
    pub(crate) async fn exchange(
        &self,
        client: &Client<'_>,
        grant: Vec<(String, String)>,
        now: Timestamp,
    ) -> Result<Answer, Error> {
        let endpoint = &self.metadata.token_endpoint;
        let response =
            self.post(endpoint, grant, client.proof_of_exchange(endpoint.as_str(), now)?).await?;
        if response.status() == http::StatusCode::OK {
            return json::object(response.body()).map(Answer).ok_or(Error::Nonsense);
        }
        let refusal =
            read::<Refusal>(response.body()).map(|refusal| refusal.error).unwrap_or_default();
        Err(match refusal.as_str() {
            "invalid_client" if client.profile.client != ClientProof::Public => {
                Error::CredentialRefused
            }
            // The code was not one of this login.
            "invalid_grant" => Error::NotTrusted,
            _ => Error::Nonsense,
        })
    }

    async fn post(
        &self,
        endpoint: &Url,
        form: Vec<(String, String)>,
        proof: Proof,
    ) -> Result<HttpResponse, Error> {
        let form = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .extend_pairs(proof.fields)
            .finish();
        let mut request = http::Request::post(endpoint.as_str())
            .header(http::header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(http::header::ACCEPT, "application/json");
        if let Some(authorization) = proof.authorization {
            request = request.header(http::header::AUTHORIZATION, authorization.expose());
        }
        let request = request.body(form.into_bytes()).map_err(|_| Error::Nonsense)?;
        send(&self.client, request).await
    }

    /// The signed answer about the person: a token in its compact form. An answer that is not
    /// signed is found when it is read.
    pub(crate) async fn userinfo(&self, access_token: &str) -> Result<String, Error> {
        let endpoint = self.metadata.userinfo_endpoint.as_ref().ok_or(Error::Nonsense)?;
        let request = http::Request::get(endpoint.as_str())
            .header(http::header::ACCEPT, "application/jwt")
            .header(http::header::AUTHORIZATION, format!("Bearer {access_token}"))
            .body(Vec::new())
            .map_err(|_| Error::Nonsense)?;
        let response = send(&self.client, request).await?;
        if response.status() != http::StatusCode::OK {
            return Err(Error::Nonsense);
        }
        String::from_utf8(response.into_body())
            .map(|body| body.trim().to_owned())
            .map_err(|_| Error::Nonsense)
    }
}

/// The answer of the token endpoint.
pub(crate) struct Answer(Map<String, Value>);

impl Answer {
    /// A member that is a text.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(Value::as_str)
    }
}

impl Metadata {
    /// They are the issuer's own, know PKCE, and lie where the environment may go.
    pub(crate) fn check(&self, profile: &BrokerProfile) -> Result<(), Error> {
        let used = [
            Some(&self.authorization_endpoint),
            Some(&self.token_endpoint),
            Some(&self.jwks_uri),
            self.userinfo_endpoint.as_ref().filter(|_| profile.userinfo == Userinfo::Signed),
            self.pushed_endpoint.as_ref().filter(|_| profile.pushed != Pushed::None),
        ];
        let s256 = self
            .code_challenge_methods_supported
            .as_ref()
            .is_none_or(|methods| methods.iter().any(|method| method == "S256"));
        let there = (profile.userinfo != Userinfo::Signed || self.userinfo_endpoint.is_some())
            && (profile.pushed == Pushed::None || self.pushed_endpoint.is_some());
        let sound = self.issuer == profile.issuer
            && s256
            && there
            && used.into_iter().flatten().all(|place| may_call(place, profile.environment));
        if sound { Ok(()) } else { Err(Error::Nonsense) }
    }
}

impl Keys {
    async fn fetch(
        client: &reqwest::Client,
        address: &Url,
        environment: Environment,
        now: Timestamp,
    ) -> Result<Self, Error> {
        let set: KeySet = get(client, address, environment).await?;
        Ok(Self { keys: set.keys, fetched_at: now })
    }
}

/// The metadata as they came, and the client that goes on from there.
pub(crate) async fn read_metadata(
    profile: &BrokerProfile,
) -> Result<(reqwest::Client, HttpResponse), Error> {
    let address =
        format!("{}/.well-known/openid-configuration", profile.issuer.trim_end_matches('/'));
    let address = Url::parse(&address).map_err(|_| Error::Nonsense)?;
    let client = client(&address, profile.environment)?;
    let response = fetch(&client, &address, profile.environment).await?;
    Ok((client, response))
}

/// The keys as they came.
pub(crate) async fn read_keys(
    client: &reqwest::Client,
    metadata: &Metadata,
    profile: &BrokerProfile,
) -> Result<Vec<Value>, Error> {
    get::<KeySet>(client, &metadata.jwks_uri, profile.environment).await.map(|set| set.keys)
}

/// Practice never leaves the machine, and live never goes unencrypted.
pub(crate) fn may_call(address: &Url, environment: Environment) -> bool {
    match environment {
        Environment::Practice => {
            address.scheme() == "http"
                && address.host() == Some(Host::Ipv4(std::net::Ipv4Addr::LOCALHOST))
        }
        Environment::Live => address.scheme() == "https",
    }
}

fn client(issuer: &Url, environment: Environment) -> Result<reqwest::Client, Error> {
    let encrypted = environment == Environment::Live;
    outbound::client(issuer, PATIENCE).https_only(encrypted).build().map_err(|_| Error::Down)
}

async fn get<T: serde::de::DeserializeOwned>(
    client: &reqwest::Client,
    address: &Url,
    environment: Environment,
) -> Result<T, Error> {
    let response = fetch(client, address, environment).await?;
    read(response.body()).ok_or(Error::Nonsense)
}

/// Reads an answer of the broker. What another reader could take for something else is refused
/// whole, even in members that nobody asked for: a member named twice, letters that are none.
pub(crate) fn read<T: serde::de::DeserializeOwned>(body: &[u8]) -> Option<T> {
    serde_json::from_value(Value::Object(json::object(body)?)).ok()
}

async fn fetch(
    client: &reqwest::Client,
    address: &Url,
    environment: Environment,
) -> Result<HttpResponse, Error> {
    if !may_call(address, environment) {
        return Err(Error::Nonsense);
    }
    let request = http::Request::get(address.as_str())
        .header(http::header::ACCEPT, "application/json")
        .body(Vec::new());
    let response = send(client, request.map_err(|_| Error::Nonsense)?).await?;
    if response.status() == http::StatusCode::OK { Ok(response) } else { Err(Error::Nonsense) }
}

async fn send(client: &reqwest::Client, request: HttpRequest) -> Result<HttpResponse, Error> {
    let request = request.try_into().map_err(|_| Error::Nonsense)?;
    let answer = client.execute(request).await.map_err(|_| Error::Down)?;
    if answer.status().is_server_error() {
        return Err(Error::Down);
    }
    let mut response = http::Response::new(Vec::new());
    *response.status_mut() = answer.status();
    *response.headers_mut() = answer.headers().clone();
    *response.body_mut() = outbound::body(answer, LARGEST).await.map_err(|why| match why {
        Unread::TooLarge => Error::Nonsense,
        Unread::Slow | Unread::Broken => Error::Down,
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
            assert_eq!(
                (may_call(&url, Environment::Practice), may_call(&url, Environment::Live)),
                (practice, live),
                "{address}"
            );
        }
    }
}
