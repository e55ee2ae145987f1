//! The readers of this crate by themselves, for fuzzing: what they take, and whether it was
//! believed.

use crate::broker::{self, KeySet, Metadata};
use crate::callback::{self, Expected, Meaning};
use crate::clock::Clocks;
use crate::profile::BrokerProfile;
use crate::token::{self, Unverified};
use domain::Secret;
use domain::Timestamp;
use jiff::SignedDuration;
use openidconnect::AccessToken;
use serde_json::Value;
use std::time::Duration;

/// What a request to the loopback port was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// The answer of the login.
    Answer,
    /// The question for the result page.
    Done,
    /// The answer of another login.
    OtherLogin,
    /// Nothing that could be the answer.
    NotHere,
    /// The beginning of an encrypted connection.
    Https,
    /// Not readable, or saying two things.
    Malformed,
}

/// A request to port 4711, path `/callback`, for the login with the state `right`. `None`: not
/// whole yet.
pub fn callback(head: &[u8]) -> Option<Heard> {
    let expected = Expected {
        path: "/callback".to_owned(),
        authority: "127.0.0.1:4711".to_owned(),
        state: Secret::new("right".to_owned()),
    };
    callback::read(head, &expected).map(|meaning| match meaning {
        Meaning::Callback(_) => Heard::Answer,
        Meaning::Done => Heard::Done,
        Meaning::OtherLogin => Heard::OtherLogin,
        Meaning::NotHere => Heard::NotHere,
        Meaning::Https => Heard::Https,
        Meaning::Malformed => Heard::Malformed,
    })
}

/// True when metadata are taken for those of the practice broker at `issuer`.
pub fn discovery(metadata: &[u8], issuer: &str) -> bool {
    let profile = BrokerProfile::practice(issuer);
    broker::read::<Metadata>(metadata).is_some_and(|metadata| metadata.check(&profile).is_ok())
}

/// The keys of a set, when it can be read.
pub fn key_set(set: &[u8]) -> Option<Vec<Value>> {
    broker::read::<KeySet>(set).map(|set| set.keys)
}

/// What the login of a token had asked of the practice broker.
pub struct Asked<'a> {
    /// Whom.
    pub issuer: &'a str,
    /// With which nonce.
    pub nonce: &'a str,
    /// To show what.
    pub text: &'a str,
    /// When.
    pub at: Timestamp,
}

/// True when a token is believed under these keys.
pub fn id_token(compact: &str, keys: &[Value], asked: &Asked<'_>) -> bool {
    let Ok(unverified) = Unverified::read(compact, &["JWT"]) else { return false };
    let Some(key) = unverified.key(keys).cloned() else { return false };
    let profile = BrokerProfile::practice(asked.issuer);
    let clocks = Clocks {
        started: asked.at,
        now: asked.at,
        passed: Duration::ZERO,
        offset: Some(SignedDuration::ZERO),
    };
    let expected =
        token::Expected { profile: &profile, nonce: asked.nonce, text: asked.text, clocks };
    unverified.is_id_token(&key, Some(&AccessToken::new("unused".to_owned())), &expected).is_ok()
}
