//! One login, from the bound port to the verified evidence.
//!
//! Each stage owns what exists in it and is consumed by the next, so a code cannot be exchanged twice and nothing can be
//! sealed that was not validated: [`Begun`] → [`Prepared`] → [`Open`] → [`Answered`] → [`Validated`] → [`Approval`].

use crate::Trouble;
use crate::broker::Broker;
use crate::callback::{Answer, Expected};
use crate::listener::{Closing, Listener, OpenListener};
use crate::page::Pages;
use crate::profile::BrokerProfile;
use crate::response::Policy;
use crate::secret::Secret;
use crate::token::{self, Unverified};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::{Language, Timestamp};
use evidence::{Commitment, Login, Outcome, Verdict};
use openidconnect::core::{CoreAuthPrompt, CoreAuthenticationFlow, CoreClient, CoreErrorResponseType, CoreIdToken, CoreJsonWebKeySet};
use openidconnect::{
    AccessToken, AuthUrl, ClientId, EndpointNotSet, EndpointSet, IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, StandardErrorResponse, TokenResponse, TokenUrl,
};
use serde_json::json;
use std::fmt;
use std::future::Future;
use std::time::Duration;
use zeroize::Zeroizing;

/// Opens links in the system browser.
pub trait Browser: Send + Sync {
    /// Opens the link, and comes back without waiting for the browser to end.
    ///
    /// # Errors
    /// When no browser could be started. The login goes on: the person can copy the link.
    fn open(&self, link: &str) -> std::io::Result<()>;
}

/// Says what time it is.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// What a person is told while the login is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// The browser has been opened, or could not be: the login waits for the person. Told once, and first.
    Waiting(Waiting),
    /// An answer came that belongs to another login; it was turned away in the browser, and this login still waits. Told
    /// each time, but for those of a flood. Any program on the machine can cause it, so it says nothing about the login, and nothing that was sent.
    OtherAnswer,
}

/// A login that waits for the person.
#[derive(Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The address of the login, to copy into another browser. It belongs to this login only and is not to be kept.
    pub link: String,
    /// The host that the browser goes to.
    pub host: String,
    /// The text that the MitID app shows.
    pub reference_text: String,
    /// When the login is given up.
    pub until: Timestamp,
    /// The browser could not be opened: the link must be copied.
    pub browser_failed: bool,
}

/// The link holds `state`, so it is not printed.
impl fmt::Debug for Waiting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Waiting")
            .field("link", &"…")
            .field("host", &self.host)
            .field("until", &self.until)
            .field("browser_failed", &self.browser_failed)
            .finish_non_exhaustive()
    }
}

/// An approval with its evidence, already verified.
#[derive(Clone)]
pub struct Approval {
    /// The evidence bundle, byte for byte.
    pub bundle: Vec<u8>,
    /// What the verification said.
    pub verdict: Verdict,
}

/// The bundle holds the ID token and the verdict names a person, so only the outcome is printed.
impl fmt::Debug for Approval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Approval").field("bundle", &"…").field("outcome", &self.verdict.outcome).finish_non_exhaustive()
    }
}

/// Leads one login in the system browser to verified evidence.
///
/// `told` is called with [`Progress::Waiting`] when the browser has been opened or could not be, and then with each
/// [`Progress::OtherAnswer`] until the answer of this login is there. `cancelled` ends the login at any moment;
/// `patience` bounds the wait for the person. The listener is gone and its port is free when this returns, and nothing of the
/// login is left behind when its future is dropped. Must run within a Tokio runtime.
///
/// # Errors
/// Every [`Trouble`]; none of them means that anything was approved.
#[expect(clippy::too_many_arguments, reason = "each is another thing that only the caller has, and there is one caller")]
pub async fn approve(
    profile: &BrokerProfile,
    commitment: Commitment,
    language: Language,
    clock: &dyn Clock,
    browser: &dyn Browser,
    mut told: impl FnMut(Progress) + Send,
    cancelled: impl Future<Output = ()> + Send,
    patience: Duration,
) -> Result<Approval, Trouble> {
    let login = async move {
        let begun = Begun { profile, commitment, clock, started: clock.now() };
        let (open, waiting) = begun.prepare(language).await?.open(browser, language, patience);
        told(Progress::Waiting(waiting));
        open.wait(patience, || told(Progress::OtherAnswer)).await?.exchange().await?.seal()
    };
    tokio::select! {
        biased;
        () = cancelled => Err(Trouble::Cancelled),
        ended = login => ended,
    }
}

/// The client of `openidconnect`, with the endpoints that the flow needs.
type Client = CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet, EndpointNotSet>;

/// What is being approved, and against what.
struct Begun<'a> {
    profile: &'a BrokerProfile,
    commitment: Commitment,
    clock: &'a dyn Clock,
    started: Timestamp,
}

impl<'a> Begun<'a> {
    /// Binds the port and asks the broker where its parts are. No browser is opened before both are there.
    async fn prepare(self, language: Language) -> Result<Prepared<'a>, Trouble> {
        let listener = Listener::bind(&self.profile.ports).await?;
        let broker = Broker::discover(self.profile, self.clock.now()).await?;
        let client = self.client(&broker, listener.port())?;
        let state = state()?;
        let (csrf, nonce) = (state.as_state(), Nonce::new(self.commitment.nonce().to_owned()));
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let mut request = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || csrf, move || nonce)
            .set_pkce_challenge(challenge)
            // Without it a broker may reuse a session, and then nothing is shown (`oidc.md` §1.1, "forcing real interaction").
            .add_prompt(CoreAuthPrompt::Login);
        for scope in self.profile.scopes.iter().filter(|scope| *scope != "openid") {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        for (name, value) in self.profile.parameters(self.commitment.reference_text(), language) {
            request = request.add_extra_param(name, value);
        }
        let (link, _, _) = request.url();
        Ok(Prepared { login: self, broker, client, listener, link: link.into(), state, verifier })
    }

    fn client(&self, broker: &Broker, port: u16) -> Result<Client, Trouble> {
        let issuer = IssuerUrl::new(self.profile.issuer.clone()).map_err(|_| Trouble::Nonsense)?;
        let redirect = format!("http://127.0.0.1:{port}{}", self.profile.redirect_path);
        let redirect = RedirectUrl::new(redirect).map_err(|_| Trouble::Nonsense)?;
        // The keys stay with `token`, which chooses the one that the token names.
        Ok(CoreClient::new(ClientId::new(self.profile.client_id.clone()), issuer, CoreJsonWebKeySet::new(Vec::new()))
            .set_auth_uri(AuthUrl::from_url(broker.metadata.authorization_endpoint.clone()))
            .set_token_uri(TokenUrl::from_url(broker.metadata.token_endpoint.clone()))
            .set_redirect_uri(redirect))
    }
}

/// Everything is ready and nobody has seen it.
struct Prepared<'a> {
    login: Begun<'a>,
    broker: Broker,
    client: Client,
    listener: Listener,
    link: String,
    state: Secret,
    verifier: PkceCodeVerifier,
}

impl<'a> Prepared<'a> {
    fn open(self, browser: &dyn Browser, language: Language, patience: Duration) -> (Open<'a>, Waiting) {
        let Self { login, broker, client, listener, link, state, verifier } = self;
        let path = if login.profile.redirect_path.is_empty() { "/".to_owned() } else { login.profile.redirect_path.clone() };
        let expected = Expected { path, port: listener.port(), state };
        let policy = Policy::new(login.profile, broker.metadata.sends_iss);
        let pages = Pages::new(language, login.profile.environment);
        let listener = listener.open(expected, policy.clone(), pages);
        let now = login.clock.now();
        let waiting = Waiting {
            browser_failed: browser.open(&link).is_err(),
            link,
            host: broker.metadata.authorization_endpoint.host_str().unwrap_or_default().to_owned(),
            reference_text: login.commitment.reference_text().to_owned(),
            until: jiff::SignedDuration::try_from(patience).ok().and_then(|wait| now.checked_add(wait).ok()).unwrap_or(now),
        };
        (Open { login, broker, client, verifier, listener, policy }, waiting)
    }
}

/// The browser has been opened, or the person has the link.
struct Open<'a> {
    login: Begun<'a>,
    broker: Broker,
    client: Client,
    verifier: PkceCodeVerifier,
    listener: OpenListener,
    policy: Policy,
}

impl<'a> Open<'a> {
    async fn wait(self, patience: Duration, other: impl FnMut()) -> Result<Answered<'a>, Trouble> {
        let answered = tokio::time::timeout(patience, self.listener.answered(other)).await;
        let (answer, closing) = answered.map_err(|_| Trouble::TimedOut)??;
        match (self.policy.trouble(&answer), answer) {
            (None, Answer::Code { code, .. }) => {
                Ok(Answered { login: self.login, broker: self.broker, client: self.client, verifier: self.verifier, code, closing })
            }
            (trouble, _) => {
                closing.closed().await;
                Err(trouble.unwrap_or(Trouble::NotTrusted))
            }
        }
    }
}

/// A code came, with the right `state` and issuer.
struct Answered<'a> {
    login: Begun<'a>,
    broker: Broker,
    client: Client,
    verifier: PkceCodeVerifier,
    code: Secret,
    closing: Closing,
}

impl<'a> Answered<'a> {
    /// Exchanges the code at once, while the browser fetches the result page, and validates the ID token.
    async fn exchange(self) -> Result<Validated<'a>, Trouble> {
        let Self { login, mut broker, client, verifier, code, closing } = self;
        let exchange = async {
            let (token, access) = exchanged(&broker, &client, &code, verifier).await?;
            validated(&login, &mut broker, &token, &access).await
        };
        let (sealed_by, ()) = tokio::join!(exchange, closing.closed());
        let proof = sealed_by?;
        Ok(Validated { login, proof })
    }
}

async fn exchanged(
    broker: &Broker,
    client: &Client,
    code: &Secret,
    verifier: PkceCodeVerifier,
) -> Result<(CoreIdToken, AccessToken), Trouble> {
    let http = broker.http();
    let answer = client.exchange_code(code.as_code()).set_pkce_verifier(verifier).request_async(&http).await;
    let tokens = answer.map_err(|refusal| trouble(&refusal))?;
    let token = tokens.id_token().ok_or(Trouble::Nonsense)?;
    Ok((token.clone(), tokens.access_token().clone()))
}

/// A refused code and a token that cannot be read are distrust; anything else that cannot be read is nonsense.
fn trouble(refusal: &RequestTokenError<Trouble, StandardErrorResponse<CoreErrorResponseType>>) -> Trouble {
    match refusal {
        RequestTokenError::Request(trouble) => *trouble,
        RequestTokenError::ServerResponse(response) if *response.error() == CoreErrorResponseType::InvalidGrant => Trouble::NotTrusted,
        RequestTokenError::Parse(_, body) if crate::unique::object(body).is_some_and(|answer| answer.contains_key("id_token")) => {
            Trouble::NotTrusted
        }
        RequestTokenError::ServerResponse(_) | RequestTokenError::Parse(..) | RequestTokenError::Other(_) => Trouble::Nonsense,
    }
}

async fn validated(login: &Begun<'_>, broker: &mut Broker, token: &CoreIdToken, access: &AccessToken) -> Result<Login, Trouble> {
    let profile = login.profile;
    let unverified = Unverified::read(token)?;
    if unverified.key(&broker.keys.keys).is_none() {
        // Once only: a token with a made-up key must not make us ask for ever.
        broker.fetch_keys(profile.environment, login.clock.now()).await?;
    }
    let key = unverified.key(&broker.keys.keys).ok_or(Trouble::NotTrusted)?.clone();
    let expected = token::Expected {
        profile,
        nonce: login.commitment.nonce(),
        text: login.commitment.reference_text(),
        started: login.started,
        now: login.clock.now(),
    };
    let id_token = unverified.verified(&key, access, &expected)?;
    Ok(Login {
        id_token,
        userinfo_token: None,
        transaction_token: None,
        transaction_ocsp: None,
        jwks: json!({ "keys": [key] }),
        issuer: profile.issuer.clone(),
        jwks_uri: broker.metadata.jwks_uri.as_str().to_owned(),
        fetched_at: broker.keys.fetched_at,
        profile_id: profile.id.clone(),
        profile_version: profile.version,
    })
}

/// The ID token holds.
struct Validated<'a> {
    login: Begun<'a>,
    proof: Login,
}

impl Validated<'_> {
    /// Seals the commitment, and believes it only when the second code path does.
    fn seal(self) -> Result<Approval, Trouble> {
        let Self { login, proof } = self;
        let bundle = login.commitment.seal(proof).to_bytes();
        let verdict = evidence::verify(&bundle, &login.profile.anchors(), login.clock.now());
        match verdict.outcome {
            Outcome::Level(_) => Ok(Approval { bundle, verdict }),
            Outcome::Invalid(_) => Err(Trouble::EvidenceInvalid),
        }
    }
}

/// 256 bits that only the broker is told.
fn state() -> Result<Secret, Trouble> {
    let mut bits = Zeroizing::new([0; 32]);
    // Without randomness no login can be protected, so no port is opened for one.
    getrandom::fill(bits.as_mut()).map_err(|_| Trouble::LoopbackNotOpened)?;
    Ok(Secret::new(URL_SAFE_NO_PAD.encode(bits.as_ref())))
}
