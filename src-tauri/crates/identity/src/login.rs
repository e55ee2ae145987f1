//! One login, from the bound port to the verified evidence, or to the organisations that the person
//! may represent.
//!
//! Each stage owns what exists in it and is consumed by the next, so a code cannot be exchanged
//! twice and nothing can be sealed that was not validated: [`Attempt`] → [`Prepared`] → [`Asking`]
//! → [`Open`] here, then [`Answered`] → `Validated` → [`Approval`] in `exchange`.

use crate::Error;
use crate::attempt::{Asked, Attempt};
use crate::broker::Broker;
use crate::callback::{Answer, Expected};
use crate::client::Client;
use crate::clock::{Clock, Stopwatch, TELL};
use crate::exchange::{Answered, Approval, Validated};
use crate::listener::{Listener, Notice, OpenListener};
use crate::page::Pages;
use crate::progress::{ClockOff, GoOn, Progress, Waiting};
use crate::response::Policy;
use crate::secret::random;
use domain::Language;
use domain::Secret;
use domain::organisation::Represented;
use evidence::Commitment;
use openidconnect::core::{CoreAuthPrompt, CoreAuthenticationFlow, CoreClient, CoreJsonWebKeySet};
use openidconnect::{
    AuthUrl, ClientId, CsrfToken, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, Scope,
};
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

/// Leads one login in the system browser to verified evidence.
///
/// `on_progress` is called with [`Progress::ClockOff`] when the computer's clock is wrong, and then
/// the login waits for the word to go on; with [`Progress::Waiting`] when the browser has been
/// opened or could not be; and then with what else comes to the port until the answer of this login
/// is there. `cancelled` ends the login at any moment; `patience` bounds each wait for the person.
/// The listener is gone and its port is free when this returns, and nothing of the login is left
/// behind when its future is dropped. A profile is enough for a public client; a [`Client`] has a
/// credential too. Must run within a Tokio runtime.
///
/// # Errors
/// Every [`Error`]; none of them means that anything was approved.
#[expect(
    clippy::too_many_arguments,
    reason = "each is another thing that only the caller has, and there is one caller"
)]
pub async fn approve<'a>(
    client: impl Into<Client<'a>>,
    commitment: Commitment,
    language: Language,
    clock: &dyn Clock,
    browser: &dyn Browser,
    on_progress: impl FnMut(Progress) + Send,
    cancelled: impl Future<Output = ()> + Send,
    patience: Duration,
) -> Result<Approval, Error> {
    let (nonce, text) = (commitment.nonce().to_owned(), commitment.reference_text().to_owned());
    let asked = Asked { nonce, text, is_kept: true };
    log_in(client.into(), asked, language, clock, browser, on_progress, cancelled, patience)
        .await?
        .seal(commitment)
}

/// Leads one login in the system browser to the organisations that the broker says the person may
/// represent (`oidc.md` §3). Nothing is approved by it, no text is shown, and nothing of its tokens
/// is kept. Everything else is as [`approve`].
///
/// # Errors
/// As [`approve`]; [`Error::Nonsense`] when the profile does not say how such organisations are
/// told.
pub async fn organisations<'a>(
    client: impl Into<Client<'a>>,
    language: Language,
    clock: &dyn Clock,
    browser: &dyn Browser,
    on_progress: impl FnMut(Progress) + Send,
    cancelled: impl Future<Output = ()> + Send,
    patience: Duration,
) -> Result<Vec<Represented>, Error> {
    let client = client.into();
    let (profile, places) = client.profile.for_organisations().ok_or(Error::Nonsense)?;
    let client = Client { profile: &profile, ..client };
    let asked = Asked { nonce: random()?.expose().to_owned(), text: String::new(), is_kept: false };
    log_in(client, asked, language, clock, browser, on_progress, cancelled, patience)
        .await?
        .organisations(&places)
}

#[expect(clippy::too_many_arguments, reason = "what its two callers are given, passed on")]
async fn log_in<'a>(
    client: Client<'a>,
    asked: Asked,
    language: Language,
    clock: &'a dyn Clock,
    browser: &dyn Browser,
    mut on_progress: impl FnMut(Progress) + Send,
    cancelled: impl Future<Output = ()> + Send,
    patience: Duration,
) -> Result<Validated<'a>, Error> {
    let login = async move {
        let attempt = Attempt {
            client,
            asked,
            clock,
            started: clock.now(),
            watch: Stopwatch::start(),
            offset: None,
        };
        let prepared = attempt.prepare().await?;
        if let Some(off) = prepared.clock_off() {
            on_progress(Progress::ClockOff(off.clone()));
            tokio::time::timeout(patience, off.go_on.confirmed())
                .await
                .map_err(|_| Error::TimedOut)?;
        }
        let (open, waiting) =
            prepared.authorization_request(language).await?.open(browser, language, patience);
        on_progress(Progress::Waiting(waiting));
        let heard = |notice| {
            on_progress(if notice == Notice::Https {
                Progress::Https
            } else {
                Progress::OtherAnswer
            })
        };
        open.wait(patience, heard).await?.exchange().await
    };
    tokio::select! {
        biased;
        () = cancelled => Err(Error::Cancelled),
        ended = login => ended,
    }
}

impl<'a> Attempt<'a> {
    /// Binds the port and asks the broker where its parts are, and what time it is. No browser is
    /// opened before both are there.
    async fn prepare(mut self) -> Result<Prepared<'a>, Error> {
        let profile = self.client.profile;
        self.client.is_complete()?;
        let listener = Listener::bind(profile.host, &profile.ports).await?;
        let broker = Broker::discover(profile, self.clock).await?;
        self.offset = broker.offset;
        Ok(Prepared { login: self, broker, listener })
    }
}

/// Everything is there, and nothing has been asked of a person.
struct Prepared<'a> {
    login: Attempt<'a>,
    broker: Broker,
    listener: Listener,
}

impl<'a> Prepared<'a> {
    /// What the person has to know of the clock before the login begins.
    fn clock_off(&self) -> Option<ClockOff> {
        let offset =
            self.login.offset.filter(|offset| self.login.asked.is_kept && offset.abs() > TELL)?;
        Some(ClockOff { offset: offset.as_secs(), go_on: GoOn::default() })
    }

    /// The authorization request: the address that the browser is to open.
    async fn authorization_request(self, language: Language) -> Result<Asking<'a>, Error> {
        let Self { login, broker, listener } = self;
        let profile = login.client.profile;
        let redirect =
            format!("http://{}:{}{}", profile.host.name(), listener.port(), profile.redirect_path);
        let state = random()?;
        let (csrf, nonce) =
            (CsrfToken::new(state.expose().clone()), Nonce::new(login.asked.nonce.clone()));
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let issuer = IssuerUrl::new(profile.issuer.clone()).map_err(|_| Error::Nonsense)?;
        // The keys stay with `token`, which chooses the one that the token names.
        let protocol = CoreClient::new(
            ClientId::new(profile.client_id.clone()),
            issuer,
            CoreJsonWebKeySet::new(Vec::new()),
        )
        .set_auth_uri(AuthUrl::from_url(broker.metadata.authorization_endpoint.clone()))
        .set_redirect_uri(RedirectUrl::new(redirect.clone()).map_err(|_| Error::Nonsense)?);
        let mut request = protocol
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || csrf, move || nonce)
            .set_pkce_challenge(challenge)
            // Without it a broker may reuse a session, and then nothing is shown (`oidc.md` §1.1,
            // "forcing real interaction").
            .add_prompt(CoreAuthPrompt::Login);
        for scope in profile.scopes.iter().filter(|scope| *scope != "openid") {
            request = request.add_scope(Scope::new(scope.clone()));
        }
        for (name, value) in profile.parameters(&login.asked.text, language) {
            request = request.add_extra_param(name, value);
        }
        let (plain, _, _) = request.url();
        let parameters = plain.query_pairs().into_owned().collect();
        let link = broker.address(&login.client, parameters, login.corrected()).await?.into();
        Ok(Asking { login, broker, redirect, listener, link, state, verifier })
    }
}

/// The link is ready and nobody has seen it.
struct Asking<'a> {
    login: Attempt<'a>,
    broker: Broker,
    redirect: String,
    listener: Listener,
    link: String,
    state: Secret,
    verifier: PkceCodeVerifier,
}

impl<'a> Asking<'a> {
    fn open(
        self,
        browser: &dyn Browser,
        language: Language,
        patience: Duration,
    ) -> (Open<'a>, Waiting) {
        let Self { login, broker, redirect, listener, link, state, verifier } = self;
        let profile = login.client.profile;
        let path = if profile.redirect_path.is_empty() {
            "/".to_owned()
        } else {
            profile.redirect_path.clone()
        };
        let expected = Expected {
            path,
            authority: format!("{}:{}", profile.host.name(), listener.port()),
            state,
        };
        let policy = Policy::new(profile, broker.metadata.sends_iss);
        let pages = Pages::new(language, profile.environment);
        let listener = listener.open(expected, policy.clone(), pages);
        let now = login.clock.now();
        let waiting = Waiting {
            browser_failed: browser.open(&link).is_err(),
            link,
            host: broker.metadata.authorization_endpoint.host_str().unwrap_or_default().to_owned(),
            reference_text: login.asked.text.clone(),
            until: jiff::SignedDuration::try_from(patience)
                .ok()
                .and_then(|wait| now.checked_add(wait).ok())
                .unwrap_or(now),
        };
        (Open { login, broker, redirect, verifier, listener, policy }, waiting)
    }
}

/// The browser has been opened, or the person has the link.
struct Open<'a> {
    login: Attempt<'a>,
    broker: Broker,
    redirect: String,
    verifier: PkceCodeVerifier,
    listener: OpenListener,
    policy: Policy,
}

impl<'a> Open<'a> {
    async fn wait(
        self,
        patience: Duration,
        heard: impl FnMut(Notice),
    ) -> Result<Answered<'a>, Error> {
        let answered = tokio::time::timeout(patience, self.listener.answered(heard)).await;
        let (answer, closing) = answered.map_err(|_| Error::TimedOut)??;
        match (self.policy.refusal(&answer), answer) {
            (None, Answer::Code { code, .. }) => {
                let Self { login, broker, redirect, verifier, .. } = self;
                Ok(Answered { login, broker, redirect, verifier, code, closing })
            }
            (trouble, _) => {
                closing.closed().await;
                Err(trouble.unwrap_or(Error::NotTrusted))
            }
        }
    }
}
