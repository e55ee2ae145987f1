//! What the pretended broker does otherwise than an honest one: for tests, which must see that a
//! client survives it.
//!
//! The app has no way here: it starts the honest broker, whose persons show a few faults openly. A
//! test changes one thing of an answer, everything else stays as it is, and [`Seen`] tells
//! afterwards what the broker was asked.

use crate::client::ClientProof;
use crate::clock;
use crate::flavour::BrokerFlavour;
use crate::keys::Signed;
use crate::status::Status;
use jiff::Timestamp;
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A change of one part of an answer.
pub type Change<T> = Box<dyn Fn(&mut T) + Send + Sync>;

/// A change of the key set at its n-th fetch, from 0.
pub type ChangeAt = Box<dyn Fn(usize, &mut Vec<Value>) + Send + Sync>;

/// What the broker does. The default is honest and of Idura's kind.
pub struct FaultInjection {
    /// Which real broker it speaks like.
    pub flavour: BrokerFlavour,
    /// What the client has to prove.
    pub proof: ClientProof,
    /// The broker's clock.
    pub clock: Box<dyn Fn() -> Timestamp + Send + Sync>,
    /// Changes the header `Date` of every answer.
    pub date: Change<String>,
    /// How long a code holds, in seconds.
    pub code_seconds: i64,
    /// How the ID token is signed.
    pub signed: Signed,
    /// Changes the metadata.
    pub metadata: Change<Value>,
    /// Changes the key set.
    pub keys: ChangeAt,
    /// Changes the parameters that an approved login comes back with.
    pub callback: Change<Vec<(String, String)>>,
    /// Changes the header of the ID token.
    pub header: Change<Map<String, Value>>,
    /// Changes the claims of the ID token.
    pub claims: Change<Map<String, Value>>,
    /// Changes the payload of the ID token as text, e.g. to double a member.
    pub payload: Change<String>,
    /// Changes the claims of the signed answer about the person.
    pub userinfo: Change<Map<String, Value>>,
    /// Changes the claims of the long-lived token.
    pub transaction: Change<Map<String, Value>>,
    /// What is said about the certificate of the long-lived token.
    pub status: Status,
    /// Changes status and body of the token endpoint's answer.
    pub tokens: Change<(u16, String)>,
    /// What the broker was asked, where a test wants to know. The app keeps nothing.
    pub seen: Option<Arc<Mutex<Seen>>>,
}

/// What the broker was asked, and what it gave that nobody else may see.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// The parameters of the last authorization request, unpacked.
    pub authorize: HashMap<String, String>,
    /// The query of the last authorization request as the browser brought it.
    pub query: String,
    /// The form of the last exchange of a code.
    pub exchange: HashMap<String, String>,
    /// How often the metadata were fetched.
    pub discoveries: usize,
    /// How often the keys were fetched.
    pub key_fetches: usize,
    /// How often a code was exchanged.
    pub exchanges: usize,
    /// How often a request was pushed.
    pub pushes: usize,
    /// Codes, tokens, states, verifiers: everything that must not be seen outside.
    pub secrets: Vec<String>,
}

impl Default for FaultInjection {
    fn default() -> Self {
        Self {
            flavour: BrokerFlavour::Idura,
            proof: ClientProof::Public,
            clock: Box::new(clock::now),
            date: Box::new(|_| {}),
            code_seconds: 60,
            signed: Signed::AsPersonShows,
            metadata: Box::new(|_| {}),
            keys: Box::new(|_, _| {}),
            callback: Box::new(|_| {}),
            header: Box::new(|_| {}),
            claims: Box::new(|_| {}),
            payload: Box::new(|_| {}),
            userinfo: Box::new(|_| {}),
            transaction: Box::new(|_| {}),
            status: Status::Good,
            tokens: Box::new(|_| {}),
            seen: None,
        }
    }
}

impl FaultInjection {
    /// Writes down what was asked, where somebody wants to know.
    pub(crate) fn note(&self, note: impl FnOnce(&mut Seen)) {
        if let Some(seen) = &self.seen {
            note(&mut lock(seen));
        }
    }

    /// How often the keys were fetched before this time.
    pub(crate) fn key_fetch(&self) -> usize {
        self.seen.as_ref().map_or(0, |seen| {
            let mut seen = lock(seen);
            seen.key_fetches += 1;
            seen.key_fetches - 1
        })
    }
}

fn lock(seen: &Mutex<Seen>) -> MutexGuard<'_, Seen> {
    seen.lock().unwrap_or_else(PoisonError::into_inner)
}
