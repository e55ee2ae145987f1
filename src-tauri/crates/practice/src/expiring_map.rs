//! Things that are handed out under a name nobody can guess and that hold only for a while: logins
//! under way, and codes.

use base64::Engine as _;
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;

/// What has been handed out and not come back.
pub(crate) struct ExpiringMap<T> {
    lasts: SignedDuration,
    kept: HashMap<String, Kept<T>>,
}

struct Kept<T> {
    until: Timestamp,
    item: T,
}

impl<T> ExpiringMap<T> {
    /// An empty map whose entries hold for `seconds`.
    pub(crate) fn lasting(seconds: i64) -> Self {
        Self { lasts: SignedDuration::from_secs(seconds), kept: HashMap::new() }
    }

    /// Writes an entry under a name that nobody can guess.
    pub(crate) fn insert(&mut self, name: String, item: T, now: Timestamp) {
        self.kept.retain(|_, kept| now < kept.until);
        let until = now.saturating_add(self.lasts).unwrap_or(Timestamp::MAX);
        self.kept.insert(name, Kept { until, item });
    }

    /// Looks at an entry that still holds.
    pub(crate) fn get_mut(&mut self, name: &str, now: Timestamp) -> Option<&mut T> {
        self.kept.get_mut(name).filter(|kept| now < kept.until).map(|kept| &mut kept.item)
    }

    /// Takes an entry out for good; it comes back only when it still holds.
    pub(crate) fn take(&mut self, name: &str, now: Timestamp) -> Option<T> {
        self.kept.remove(name).filter(|kept| now < kept.until).map(|kept| kept.item)
    }
}

/// 256 random bits in base64url.
pub(crate) fn random_name() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    Ok(base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    fn with_a_code() -> ExpiringMap<&'static str> {
        let mut ledger = ExpiringMap::lasting(60);
        ledger.insert("name".into(), "code", at(0));
        ledger
    }

    #[test]
    fn an_entry_is_taken_once() {
        let mut ledger = with_a_code();
        assert_eq!(ledger.take("other", at(1)), None);
        assert_eq!(ledger.take("name", at(1)), Some("code"));
        assert_eq!(ledger.take("name", at(1)), None);
    }

    #[test]
    fn an_entry_holds_to_its_last_second_and_no_longer() {
        for (second, holds) in [(0, true), (59, true), (60, false), (3600, false)] {
            assert_eq!(with_a_code().get_mut("name", at(second)).is_some(), holds, "{second}");
            assert_eq!(with_a_code().take("name", at(second)).is_some(), holds, "{second}");
        }
    }

    #[test]
    fn what_has_run_out_is_forgotten() {
        let mut ledger = with_a_code();
        ledger.insert("later".into(), "b", at(61));
        assert_eq!(ledger.kept.len(), 1);
    }

    #[test]
    fn names_differ() {
        assert_ne!(random_name().unwrap(), random_name().unwrap());
    }
}
