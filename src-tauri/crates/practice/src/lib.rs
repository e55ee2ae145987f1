//! The outside world, pretended, on loopback: a MitID broker, the CVR register, a receiver with a
//! mailbox, and a site on which an agreement is concluded.
//!
//! In the practice environment every step runs for real, against these instead of the real ones
//! (DESIGN §1). What they do depends only on which organisation or person is chosen, and
//! [`organisations`] and [`persons`] say so to people: there is no hidden switch. Whoever holds the
//! published keys can make practice evidence, so it proves nothing.
//!
//! In reading order, each knowing only those before it: `words`, `entry`, `organisations`, `keys`
//! (with `status`), `persons`; of the broker `authorization`, `grant`, `claims`, `flavour`,
//! `client`, `faults` for tests, `broker`, `pages`, `login`, `endpoints`; then `register`,
//! `receiver` (with `mail`) and `site` (with `signed_mail`).

mod authorization;
mod broker;
mod claims;
mod client;
mod clock;
mod endpoints;
mod entry;
mod expiring_map;
#[cfg_attr(
    not(feature = "fault-injection"),
    allow(dead_code, reason = "the app starts the honest broker only")
)]
mod faults;
#[cfg_attr(
    not(feature = "fault-injection"),
    allow(dead_code, reason = "the app's broker has one flavour")
)]
mod flavour;
mod grant;
mod keys;
mod login;
mod mail;
mod organisations;
mod pages;
mod persons;
mod receiver;
mod register;
mod severable;
mod signed_mail;
mod site;
mod status;
mod stopped;
mod terms;
mod words;

use crate::severable::SeverableListener;
use crate::stopped::Stopped;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use std::io;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

pub use client::CLIENT_ID;
#[cfg(feature = "fault-injection")]
pub use client::ClientProof;
#[cfg(feature = "fault-injection")]
pub use faults::{Change, ChangeAt, FaultInjection, Seen};
#[cfg(feature = "fault-injection")]
pub use flavour::BrokerFlavour;
#[cfg(feature = "fault-injection")]
pub use keys::Signed;
pub use organisations::{Organisation, organisations};
pub use persons::{Person, persons};
pub use signed_mail::{MAIL_DOMAIN, MAIL_KEY_RECORD, MAIL_SELECTOR, signed_mail};
#[cfg(feature = "fault-injection")]
pub use status::Status;
pub use words::Words;

/// What the practice client proves itself with where a test wants a secret. Published with the
/// source, so no secret at all.
#[cfg(feature = "fault-injection")]
pub const CLIENT_SECRET: &str = client::SECRET;

/// The private key that the practice client signs with where a test wants one (PKCS #8, P-256).
/// Published, as above.
#[cfg(feature = "fault-injection")]
pub const CLIENT_KEY: &str = include_str!("../keys/client.pem");

/// Who certifies the key of long-lived tokens (PEM), and answers about the certificate: the anchor
/// that a test gives a verifier.
#[cfg(feature = "fault-injection")]
pub const AUTHORITY: &str = include_str!("../keys/authority.crt.pem");

/// What the subject of that certificate says, as an anchor's rule.
#[cfg(feature = "fault-injection")]
pub const CERTIFIED: (&str, &str) = ("organizationIdentifier", "NTRDK-13748136");

/// The broker's public keys, as it publishes them: RS256, ES256 and the one of long-lived tokens.
///
/// # Errors
/// When the published keys cannot be read.
#[cfg(feature = "fault-injection")]
pub fn published_keys() -> io::Result<Vec<serde_json::Value>> {
    keys::Keys::read().map_err(io::Error::other)?.published(true).map_err(io::Error::other)
}

/// A public key that the broker does not know.
///
/// # Errors
/// When it cannot be read.
#[cfg(feature = "fault-injection")]
pub fn unknown_key() -> io::Result<serde_json::Value> {
    keys::Keys::read().map_err(io::Error::other)?.stranger().map_err(io::Error::other)
}

/// The pretended outside world, running. Dropping it stops everything.
pub struct Practice {
    issuer: String,
    register: String,
    receiver: String,
    mailbox: String,
    terms: String,
    site: String,
    serving: JoinHandle<()>,
    /// Never sent on: dropping it is the signal.
    _running: watch::Sender<()>,
}

impl Practice {
    /// Starts everything on one free port of 127.0.0.1. Needs a running Tokio runtime.
    ///
    /// # Errors
    /// When no loopback port can be opened.
    pub async fn start() -> io::Result<Self> {
        Self::begin(faults::FaultInjection::default()).await
    }

    /// Starts everything with a broker that does otherwise than it should. For tests.
    ///
    /// # Errors
    /// As [`Practice::start`].
    #[cfg(feature = "fault-injection")]
    pub async fn start_with(faults: FaultInjection) -> io::Result<Self> {
        Self::begin(faults).await
    }

    async fn begin(faults: faults::FaultInjection) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let authority = listener.local_addr()?.to_string();
        let origin = format!("http://{authority}");
        let (running, stopped) = watch::channel(());
        let issuer = format!("{origin}{}", broker::PATH);
        let broker = issuer.clone();
        let serving = tokio::spawn(async move {
            let mut listener = SeverableListener::new(listener);
            // Whoever only prepares asks nobody: keys and pages are made for the first who comes.
            listener.wait().await;
            // The keys are this crate's own, and a test reads them.
            let Ok(mitid) = endpoints::routes(&broker, faults) else { return };
            let router = Router::new()
                .nest(broker::PATH, mitid)
                .nest("/register", register::routes(Stopped::when(stopped.clone())))
                .merge(receiver::routes())
                .merge(terms::routes())
                .merge(site::routes())
                .layer(middleware::from_fn_with_state(Arc::from(authority), only_this_host));
            let service =
                router.into_make_service_with_connect_info::<severable::SeverableConnection>();
            let server = axum::serve(listener, service)
                .with_graceful_shutdown(async move { Stopped::when(stopped).wait().await });
            // Serving ends only by the signal above; axum itself goes on after every error of a
            // connection.
            let _ = server.await;
        });
        Ok(Self {
            issuer,
            register: format!("{origin}/register"),
            receiver: format!("{origin}/receiver"),
            mailbox: format!("{origin}/mailbox"),
            terms: format!("{origin}{}", terms::PATH),
            site: format!("{origin}{}", site::PATH),
            serving,
            _running: running,
        })
    }

    /// The issuer of the practice broker: `http://127.0.0.1:PORT/mitid`.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// The base address of the register; questions go to `{base}/cvr-permanent/virksomhed/_search`.
    pub fn register(&self) -> &str {
        &self.register
    }

    /// The address that deliveries are posted to.
    pub fn receiver(&self) -> &str {
        &self.receiver
    }

    /// The address of the text that stands in for the official text of the terms.
    pub fn terms(&self) -> &str {
        &self.terms
    }

    /// The address of the site that stands in for the official one, where an agreement is concluded.
    pub fn site(&self) -> &str {
        &self.site
    }

    /// The address that lists every e-mail the receiver says it has sent, as JSON.
    pub fn mailbox(&self) -> &str {
        &self.mailbox
    }
}

impl Drop for Practice {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

/// A page elsewhere could let its own name point here and read the mailbox; a foreign `Host` gives
/// it away.
async fn only_this_host(
    State(authority): State<Arc<str>>,
    request: Request,
    next: Next,
) -> Response {
    let host = request.headers().get(header::HOST).and_then(|value| value.to_str().ok());
    if host == Some(&*authority) {
        next.run(request).await
    } else {
        StatusCode::MISDIRECTED_REQUEST.into_response()
    }
}
