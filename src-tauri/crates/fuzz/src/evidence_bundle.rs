//! What is read years later: evidence bundles.

use domain::Timestamp;
use evidence::{Bundle, anchors, verify};
use serde_json::Value;
use std::sync::OnceLock;

/// Later than every kept bundle.
const NOW: Timestamp = Timestamp::constant(4_000_000_000, 0);

/// The bundles that were sealed, as the corpus keeps them.
pub(crate) fn genuine() -> Vec<Value> {
    let kept = crate::corpus("bundle").into_iter().filter(|(name, _)| name.starts_with("genuine"));
    kept.filter_map(|(_, bytes)| serde_json::from_slice(&bytes).ok()).collect()
}

/// Nothing is proven by a bundle but by the genuine ones, whatever their spelling.
pub(crate) fn bundle(bytes: &[u8]) {
    static GENUINE: OnceLock<Vec<Value>> = OnceLock::new();
    let genuine = GENUINE.get_or_init(genuine);
    let verdict = verify(bytes, &anchors::practice(), NOW);
    if verdict.level().is_some() {
        let read: Option<Value> = serde_json::from_slice(bytes).ok();
        assert!(read.is_some_and(|read| genuine.contains(&read)), "a bundle that nobody sealed was believed");
        assert!(Bundle::parse(bytes).is_ok(), "proven, and not readable");
    }
    if let Ok(bundle) = Bundle::parse(bytes) {
        let again = Bundle::parse(&bundle.to_bytes());
        assert!(again.is_ok_and(|again| again == bundle), "a bundle is not read back as it was written");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Otherwise the promise above would be kept by believing nothing.
    #[test]
    fn the_genuine_bundles_prove_something() {
        let kept: Vec<_> = crate::corpus("bundle").into_iter().filter(|(name, _)| name.starts_with("genuine")).collect();
        assert!(!kept.is_empty());
        for (name, bytes) in kept {
            assert!(verify(&bytes, &anchors::practice(), NOW).level().is_some(), "{name}");
        }
    }
}
