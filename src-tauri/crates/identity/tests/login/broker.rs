//! The practice broker with a clock of its own, and what it was asked.

use domain::Timestamp;
use practice::{FaultInjection, Practice, Seen};
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
    pub async fn start(faults: FaultInjection, now: Timestamp) -> Self {
        Self::begin(FaultInjection { clock: Box::new(move || now), ..faults }).await
    }

    /// With the clock that it has.
    pub async fn begin(faults: FaultInjection) -> Self {
        let seen = Arc::new(Mutex::new(Seen::default()));
        let practice =
            Practice::start_with(FaultInjection { seen: Some(Arc::clone(&seen)), ..faults })
                .await
                .unwrap();
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
    practice::unknown_key().unwrap()
}
