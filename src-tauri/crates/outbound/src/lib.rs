//! The one way out: what every HTTP call of Tilslut has in common, so that no adapter is more
//! trusting than another, and the one question to the DNS ([`dns`]).
//!
//! No redirect is followed, nothing is kept between calls, every call ends in time, and an answer
//! is read only up to a limit. A proxy of the office is used, but not for this machine's own
//! loopback, where it could not reach anything.

pub mod dns;

use reqwest::{Client, ClientBuilder, Response, Url, redirect};
use std::net::IpAddr;
use std::time::Duration;

/// Why an answer could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// It did not come in time.
    #[error("the answer did not come in time")]
    Slow,
    /// The connection broke.
    #[error("the connection broke")]
    Broken,
    /// It is larger than it may be.
    #[error("the answer is too large")]
    TooLarge,
}

/// A client for one address. `patience` bounds a whole call, from connecting to the last byte of
/// the answer.
pub fn client(address: &Url, patience: Duration) -> ClientBuilder {
    let client = Client::builder()
        .user_agent(concat!("Tilslut/", env!("CARGO_PKG_VERSION")))
        .redirect(redirect::Policy::none())
        .timeout(patience)
        // A kept connection that died tells nothing about the request, so each call connects anew.
        .pool_max_idle_per_host(0);
    let client = if is_loopback(address) { client.no_proxy() } else { client };
    // Where nothing is encrypted, and nothing can be redirected to where it is, no certificate is
    // ever judged: the system's hundred and more are not read for it.
    if address.scheme() == "http" { client.tls_certs_only([]) } else { client }
}

/// The body of an answer, at most `most` bytes of it.
pub async fn body(mut response: Response, most: usize) -> Result<Vec<u8>, Unread> {
    let broken =
        |error: reqwest::Error| if error.is_timeout() { Unread::Slow } else { Unread::Broken };
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(broken)? {
        if body.len() + chunk.len() > most {
            return Err(Unread::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// How long a host is waited for that is asked for nothing but an answer.
const ANSWER_PATIENCE: Duration = Duration::from_secs(10);

/// Whether anybody answers at the host of an address, whatever the answer is. Of the address only
/// scheme, host and port are used: what stands behind them, or a credential in it, is not sent.
pub async fn is_answering(address: &Url) -> bool {
    let mut host = address.clone();
    host.set_path("/");
    host.set_query(None);
    host.set_fragment(None);
    if host.set_username("").is_err() || host.set_password(None).is_err() {
        return false;
    }
    match client(&host, ANSWER_PATIENCE).build() {
        Ok(client) => client.head(host).send().await.is_ok(),
        Err(_) => false,
    }
}

/// True when the address is this machine's own loopback, in any spelling.
pub fn is_loopback(address: &Url) -> bool {
    let host = address.host_str().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loopback_is_known_in_every_spelling() {
        for (address, loopback) in [
            ("http://127.0.0.1:1", true),
            ("http://127.9.9.9", true),
            ("http://localhost:1", true),
            ("http://[::1]:1", true),
            ("http://localhost.example", false),
            ("http://127.0.0.1.example", false),
        ] {
            assert_eq!(is_loopback(&Url::parse(address).unwrap()), loopback, "{address}");
        }
    }
}
