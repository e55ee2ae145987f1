//! The register over the network: one question, one answer, bounded in time and size.

use crate::{Trouble, read};
use domain::Timestamp;
use domain::cvr::CvrNumber;
use domain::organisation::Organisation;
use outbound::Unread;
use reqwest::{Client, Response, StatusCode, Url};
use std::fmt;
use std::time::Duration;

/// How long a look-up may take, from the first byte out to the last byte in.
const PATIENCE: Duration = Duration::from_secs(10);

/// The most that is read of an answer, in bytes. A company with hundreds of participants is a few hundred kilobytes.
const ANSWER_MAX: usize = 5 * 1024 * 1024;

/// Erhvervsstyrelsen's system-to-system access to CVR, or anything that answers like it (`domain.md` §6.1).
#[derive(Clone)]
pub struct Virk {
    search: Url,
    client: Client,
}

/// The address cannot be used: it is not `http` or `https` with a host, or it carries a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the address of a register")]
pub struct Unconfigured;

impl Virk {
    /// A register at an address such as `https://register.example`, without the path of the search.
    ///
    /// Plain `http` is taken because the real register has nothing else (`domain.md` §6.1). A user name and password in the
    /// address become HTTP Basic authentication.
    pub fn new(base_url: &str) -> Result<Self, Unconfigured> {
        Self::with_patience(base_url, PATIENCE)
    }

    /// As [`Virk::new`], with another limit than ten seconds for a whole look-up.
    pub fn with_patience(base_url: &str, patience: Duration) -> Result<Self, Unconfigured> {
        let base = Url::parse(base_url).map_err(|_| Unconfigured)?;
        if !matches!(base.scheme(), "http" | "https") || !base.has_host() || base.query().is_some() || base.fragment().is_some() {
            return Err(Unconfigured);
        }
        let path = format!("{}/cvr-permanent/virksomhed/_search", base.path().trim_end_matches('/'));
        let mut search = base;
        search.set_path(&path);
        let client = outbound::client(&search, patience).build().map_err(|_| Unconfigured)?;
        Ok(Self { search, client })
    }

    /// Asks for the organisation with the number. `now` is kept as the time of the look-up.
    pub async fn look_up(&self, cvr: CvrNumber, now: Timestamp) -> Result<Organisation, Trouble> {
        let question = serde_json::json!({ "query": { "term": { "Vrvirksomhed.cvrNummer": cvr.as_u32() } } });
        let response = self.client.post(self.search.clone()).json(&question).send().await.map_err(without_answer)?;
        match response.status() {
            StatusCode::OK => {}
            StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => return Err(Trouble::Slow),
            busy if busy.is_server_error() || busy == StatusCode::TOO_MANY_REQUESTS => return Err(Trouble::Down),
            _ => return Err(Trouble::Nonsense),
        }
        read(&body(response).await?, cvr, now)
    }
}

/// Nothing of the address: it may carry a password.
impl fmt::Debug for Virk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Virk(…)")
    }
}

async fn body(response: Response) -> Result<Vec<u8>, Trouble> {
    outbound::body(response, ANSWER_MAX).await.map_err(|why| match why {
        Unread::Slow => Trouble::Slow,
        Unread::Broken => Trouble::Down,
        Unread::TooLarge => Trouble::Nonsense,
    })
}

fn without_answer(error: reqwest::Error) -> Trouble {
    if error.is_timeout() { Trouble::Slow } else { Trouble::Down }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_or_refused() {
        for sound in ["http://distribution.virk.dk", "https://a.example/prefix/", "http://user:secret@a.example", "http://[::1]:8080"] {
            assert!(Virk::new(sound).is_ok(), "{sound}");
        }
        for wrong in
            ["", "distribution.virk.dk", "ftp://a.example", "file:///etc/hosts", "http://a.example/?q=1", "http://a.example/#x", "http://"]
        {
            assert_eq!(Virk::new(wrong).err(), Some(Unconfigured), "{wrong}");
        }
    }

    #[test]
    fn the_path_of_the_search_is_appended_once() {
        for (base, search) in [
            ("http://a.example", "http://a.example/cvr-permanent/virksomhed/_search"),
            ("http://a.example/b/", "http://a.example/b/cvr-permanent/virksomhed/_search"),
        ] {
            assert_eq!(Virk::new(base).unwrap().search.as_str(), search);
        }
    }

    #[test]
    fn debug_shows_no_password() {
        assert_eq!(format!("{:?}", Virk::new("http://user:secret@a.example").unwrap()), "Virk(…)");
    }
}
