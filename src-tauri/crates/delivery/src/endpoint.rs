//! The receiver over the network: what is certain about a delivery, and what is not.

use crate::answer;
use domain::Language;
use domain::case::{DeliveryOutcome, Token};
use reqwest::header::{ACCEPT, ACCEPT_LANGUAGE, CONTENT_TYPE};
use reqwest::{Client, Response, StatusCode, Url};
use std::fmt;
use std::time::Duration;

/// How long a delivery may take, from connecting to the last byte of the answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// The most that is read of an answer, in bytes.
const ANSWER_MAX: usize = 5 * 1024 * 1024;

/// A receiver that an organisation has configured, or the one of practice.
#[derive(Clone)]
pub struct Endpoint {
    address: Url,
    client: Client,
}

/// The address cannot be used: it is neither `https` nor plain `http` on this machine itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the address of a receiver")]
pub struct Unconfigured;

impl Endpoint {
    /// A receiver at an address. Evidence names people, so plain `http` is taken on loopback only.
    pub fn new(url: &str) -> Result<Self, Unconfigured> {
        Self::with_patience(url, PATIENCE)
    }

    /// As [`Endpoint::new`], with another limit than thirty seconds for a whole delivery.
    pub fn with_patience(url: &str, patience: Duration) -> Result<Self, Unconfigured> {
        let address = Url::parse(url).map_err(|_| Unconfigured)?;
        if !(address.scheme() == "https" && address.has_host()
            || address.scheme() == "http" && outbound::is_loopback(&address))
        {
            return Err(Unconfigured);
        }
        let client = outbound::client(&address, patience)
            // Shorter than the whole, so that a receiver which never takes the connection is known
            // not to have been reached.
            .connect_timeout(patience / 3)
            .build()
            .map_err(|_| Unconfigured)?;
        Ok(Self { address, client })
    }

    /// Sends a bundle once. `id` names the delivery: the receiver answers the same id the same way,
    /// however often it is sent.
    ///
    /// [`DeliveryOutcome::NotSent`] is said only when there was no connection. After that anything
    /// but a readable answer is [`DeliveryOutcome::Unknown`]. `language` is the one in which the
    /// receiver is asked to write.
    pub async fn deliver(&self, id: &Token, bundle: &[u8], language: Language) -> DeliveryOutcome {
        let language = match language {
            Language::Danish => "da",
            Language::English => "en",
        };
        let request = self
            .client
            .post(self.address.clone())
            .header(CONTENT_TYPE, "application/json")
            .header(ACCEPT, "application/json")
            .header(ACCEPT_LANGUAGE, language)
            .header("Idempotency-Key", &id.0)
            .body(bundle.to_vec());
        let response = match request.send().await {
            Ok(response) => response,
            Err(error) if error.is_connect() || error.is_builder() => {
                return DeliveryOutcome::NotSent;
            }
            Err(_) => return DeliveryOutcome::Unknown,
        };
        outcome(response, id).await.unwrap_or(DeliveryOutcome::Unknown)
    }
}

/// Nothing of the address: it may carry a password.
impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Endpoint(…)")
    }
}

async fn outcome(response: Response, id: &Token) -> Option<DeliveryOutcome> {
    match response.status() {
        StatusCode::OK | StatusCode::CREATED => {
            answer::accepted(&body(response).await?, id).map(DeliveryOutcome::Accepted)
        }
        StatusCode::UNPROCESSABLE_ENTITY => {
            answer::refused(&body(response).await?).map(DeliveryOutcome::Refused)
        }
        _ => None,
    }
}

async fn body(response: Response) -> Option<Vec<u8>> {
    outbound::body(response, ANSWER_MAX).await.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_taken_on_this_machine_only() {
        for sound in [
            "https://receiver.example/cases",
            "http://127.0.0.1:4711/deliver",
            "http://localhost:1",
            "http://[::1]:1/x",
        ] {
            assert!(Endpoint::new(sound).is_ok(), "{sound}");
        }
        for wrong in [
            "",
            "receiver.example",
            "http://receiver.example",
            "http://127.0.0.1.example",
            "ftp://127.0.0.1",
            "file:///tmp/x",
            "https://",
        ] {
            assert_eq!(Endpoint::new(wrong).err(), Some(Unconfigured), "{wrong}");
        }
    }

    #[test]
    fn debug_shows_no_password() {
        assert_eq!(
            format!("{:?}", Endpoint::new("https://user:secret@receiver.example").unwrap()),
            "Endpoint(…)"
        );
    }
}
