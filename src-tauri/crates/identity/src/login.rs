//! One login, from the bound port to the verified evidence, or to the organisations that the person may represent.
//!
//! Each stage owns what exists in it and is consumed by the next, so a code cannot be exchanged twice and nothing can be
//! sealed that was not validated: [`Begun`] → [`Prepared`] → [`Open`] here, then [`Answered`] → `Validated` → [`Approval`] in
//! `exchange`.

use crate::Trouble;
use crate::broker::Broker;
use crate::callback::{Answer, Expected};
use crate::client::Client;
use crate::exchange::{Answered, Protocol, Validated};
use crate::listener::{Listener, OpenListener};
use crate::page::Pages;
use crate::response::Policy;
use crate::secret::{Secret, random};
use domain::organisation::Represented;
use domain::{Language, Timestamp};
use evidence::{Commitment, Verdict};
use openidconnect::core::{CoreAuthPrompt, CoreAuthenticationFlow, CoreJsonWebKeySet};
use openidconnect::{AuthUrl, ClientId, ClientSecret, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenUrl};
use std::fmt;
use std::future::Future;
use std::time::Duration;

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
/// login is left behind when its future is dropped. A profile is enough for a public client; a [`Client`] has a credential too. Must run
/// within a Tokio runtime.
///
/// # Errors
/// Every [`Trouble`]; none of them means that anything was approved.
#[expect(clippy::too_many_arguments, reason = "each is another thing that only the caller has, and there is one caller")]
pub async fn approve<'a>(
    client: impl Into<Client<'a>>,
    commitment: Commitment,
    language: Language,
    clock: &dyn Clock,
    browser: &dyn Browser,
    told: impl FnMut(Progress) + Send,
    cancelled: impl Future<Output = ()> + Send,
    patience: Duration,
) -> Result<Approval, Trouble> {
    let asked = Asked { nonce: commitment.nonce().to_owned(), text: commitment.reference_text().to_owned() };
    log_in(client.into(), asked, language, clock, browser, told, cancelled, patience).await?.seal(commitment)
}

/// Leads one login in the system browser to the organisations that the broker says the person may represent (`oidc.md` §3). Nothing is
/// approved by it, no text is shown, and nothing of its tokens is kept. Everything else is as [`approve`].
///
/// # Errors
/// As [`approve`]; [`Trouble::Nonsense`] when the profile does not say how such organisations are told.
pub async fn organisations<'a>(
    client: impl Into<Client<'a>>,
    language: Language,
    clock: &dyn Clock,
    browser: &dyn Browser,
    told: impl FnMut(Progress) + Send,
    cancelled: impl Future<Output = ()> + Send,
    patience: Duration,
) -> Result<Vec<Represented>, Trouble> {
    let client = client.into();
    let (profile, places) = client.profile.for_organisations().ok_or(Trouble::Nonsense)?;
    let client = Client { profile: &profile, ..client };
    let asked = Asked { nonce: random()?.expose().to_owned(), text: String::new() };
    log_in(client, asked, language, clock, browser, told, cancelled, patience).await?.organisations(&places)
}

#[expect(clippy::too_many_arguments, reason = "what its two callers are given, passed on")]
async fn log_in<'a>(
    client: Client<'a>,
    asked: Asked,
    language: Language,
    clock: &'a dyn Clock,
    browser: &dyn Browser,
    mut told: impl FnMut(Progress) + Send,
    cancelled: impl Future<Output = ()> + Send,
    patience: Duration,
) -> Result<Validated<'a>, Trouble> {
    let login = async move {
        let begun = Begun { client, asked, clock, started: clock.now() };
        let (open, waiting) = begun.prepare(language).await?.open(browser, language, patience);
        told(Progress::Waiting(waiting));
        open.wait(patience, || told(Progress::OtherAnswer)).await?.exchange().await
    };
    tokio::select! {
        biased;
        () = cancelled => Err(Trouble::Cancelled),
        ended = login => ended,
    }
}

/// What the login must come back with.
pub(crate) struct Asked {
    pub(crate) nonce: String,
    /// The reference text; empty when none is shown.
    pub(crate) text: String,
}

/// What is asked for, and of whom.
pub(crate) struct Begun<'a> {
    pub(crate) client: Client<'a>,
    pub(crate) asked: Asked,
    pub(crate) clock: &'a dyn Clock,
    pub(crate) started: Timestamp,
}

impl<'a> Begun<'a> {
    /// Binds the port and asks the broker where its parts are. No browser is opened before both are there.
    async fn prepare(self, language: Language) -> Result<Prepared<'a>, Trouble> {
        let profile = self.client.profile;
        self.client.is_complete()?;
        let listener = Listener::bind(profile.host, &profile.ports).await?;
        let broker = Broker::discover(profile, self.clock.now()).await?;
        let protocol = self.protocol(&broker, listener.port())?;
        let state = random()?;
        let (csrf, nonce) = (state.as_state(), Nonce::new(self.asked.nonce.clone()));
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let mut request = protocol
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || csrf, move || nonce)
            .set_pkce_challenge(challenge)
            // Without it a broker may reuse a session, and then nothing is shown (`oidc.md` §1.1, "forcing real interaction").
            .add_prompt(CoreAuthPrompt::Login);
        for scope in profile.scopes.iter().filter(|scope| *scope != "openid") {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        for (name, value) in profile.parameters(&self.asked.text, language) {
            request = request.add_extra_param(name, value);
        }
        let (plain, _, _) = request.url();
        let parameters = plain.query_pairs().into_owned().collect();
        let link = broker.address(&self.client, parameters, self.clock.now()).await?.into();
        Ok(Prepared { login: self, broker, protocol, listener, link, state, verifier })
    }

    fn protocol(&self, broker: &Broker, port: u16) -> Result<Protocol, Trouble> {
        let profile = self.client.profile;
        let issuer = IssuerUrl::new(profile.issuer.clone()).map_err(|_| Trouble::Nonsense)?;
        let redirect = format!("http://{}:{port}{}", profile.host.name(), profile.redirect_path);
        let redirect = RedirectUrl::new(redirect).map_err(|_| Trouble::Nonsense)?;
        // The keys stay with `token`, which chooses the one that the token names.
        let protocol = Protocol::new(ClientId::new(profile.client_id.clone()), issuer, CoreJsonWebKeySet::new(Vec::new()));
        let protocol = match self.client.client_secret() {
            Some(secret) => protocol.set_client_secret(ClientSecret::new(secret.expose().to_owned())),
            None => protocol,
        };
        Ok(protocol
            .set_auth_uri(AuthUrl::from_url(broker.metadata.authorization_endpoint.clone()))
            .set_token_uri(TokenUrl::from_url(broker.metadata.token_endpoint.clone()))
            .set_redirect_uri(redirect))
    }
}

/// Everything is ready and nobody has seen it.
struct Prepared<'a> {
    login: Begun<'a>,
    broker: Broker,
    protocol: Protocol,
    listener: Listener,
    link: String,
    state: Secret,
    verifier: PkceCodeVerifier,
}

impl<'a> Prepared<'a> {
    fn open(self, browser: &dyn Browser, language: Language, patience: Duration) -> (Open<'a>, Waiting) {
        let Self { login, broker, protocol, listener, link, state, verifier } = self;
        let profile = login.client.profile;
        let path = if profile.redirect_path.is_empty() { "/".to_owned() } else { profile.redirect_path.clone() };
        let expected = Expected { path, authority: format!("{}:{}", profile.host.name(), listener.port()), state };
        let policy = Policy::new(profile, broker.metadata.sends_iss);
        let pages = Pages::new(language, profile.environment);
        let listener = listener.open(expected, policy.clone(), pages);
        let now = login.clock.now();
        let waiting = Waiting {
            browser_failed: browser.open(&link).is_err(),
            link,
            host: broker.metadata.authorization_endpoint.host_str().unwrap_or_default().to_owned(),
            reference_text: login.asked.text.clone(),
            until: jiff::SignedDuration::try_from(patience).ok().and_then(|wait| now.checked_add(wait).ok()).unwrap_or(now),
        };
        (Open { login, broker, protocol, verifier, listener, policy }, waiting)
    }
}

/// The browser has been opened, or the person has the link.
struct Open<'a> {
    login: Begun<'a>,
    broker: Broker,
    protocol: Protocol,
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
                let Self { login, broker, protocol, verifier, .. } = self;
                Ok(Answered { login, broker, protocol, verifier, code, closing })
            }
            (trouble, _) => {
                closing.closed().await;
                Err(trouble.unwrap_or(Trouble::NotTrusted))
            }
        }
    }
}
