//! The practice broker with a clock of its own, and what it was asked.

use domain::Timestamp;
use practice::{Conduct, Practice, Seen};
use serde_json::Value;
use std::sync::{Arc, Mutex};

/// A running broker.
pub struct Broker {
    pub issuer: String,
    seen: Arc<Mutex<Seen>>,
    _practice: Practice,
}

impl Broker {
    /// Its clock stands still.
    pub async fn start(conduct: Conduct, now: Timestamp) -> Self {
        Self::begin(Conduct { clock: Box::new(move || now), ..conduct }).await
    }

    /// With the clock that it has.
    pub async fn begin(conduct: Conduct) -> Self {
        let seen = Arc::new(Mutex::new(Seen::default()));
        let practice = Practice::start_with(Conduct { seen: Some(Arc::clone(&seen)), ..conduct }).await.unwrap();
        Self { issuer: practice.issuer().to_owned(), seen, _practice: practice }
    }

    pub fn seen(&self) -> Seen {
        self.seen.lock().unwrap().clone()
    }
}

/// The broker's keys: RS256, ES256 and the one of long-lived tokens.
pub fn keys() -> Vec<Value> {
    practice::published_keys().unwrap()
}

/// A key that the broker does not know.
pub fn stranger() -> Value {
    practice::stranger_key().unwrap()
}
