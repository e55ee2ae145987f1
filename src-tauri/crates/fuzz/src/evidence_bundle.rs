//! What is read years later: evidence bundles, and the trust file they are measured with.

use domain::{Environment, Timestamp};
use evidence::{Bundle, TrustAnchors, anchors, verify};
use serde_json::Value;
use std::sync::OnceLock;

/// Later than every kept bundle.
const NOW: Timestamp = Timestamp::constant(4_000_000_000, 0);

/// The bundles that were sealed, as the corpus keeps them.
pub(crate) fn genuine() -> Vec<Value> {
    let kept = crate::corpus("bundle").into_iter().filter(|(name, _)| name.starts_with("genuine"));
    kept.filter_map(|(_, bytes)| serde_json::from_slice(&bytes).ok()).collect()
}

/// Anchors with an authority for long-lived tokens and time-stamps: the corpus of trust files has
/// them.
fn authority() -> &'static TrustAnchors {
    static AUTHORITY: OnceLock<TrustAnchors> = OnceLock::new();
    let read = || {
        let (_, file) =
            crate::corpus("trust").into_iter().find(|(name, _)| name == "practice.toml")?;
        TrustAnchors::from_toml(std::str::from_utf8(&file).ok()?).ok()
    };
    AUTHORITY.get_or_init(|| read().unwrap_or_else(anchors::practice))
}

/// Nothing is proven by a bundle but by the genuine ones, whatever their spelling.
pub(crate) fn bundle(bytes: &[u8]) {
    static GENUINE: OnceLock<Vec<Value>> = OnceLock::new();
    let genuine = GENUINE.get_or_init(genuine);
    let proven = [&anchors::practice(), authority()]
        .iter()
        .any(|trusted| verify(bytes, trusted, NOW).level().is_some());
    if proven {
        let read: Option<Value> = serde_json::from_slice(bytes).ok();
        assert!(
            read.is_some_and(|read| genuine.contains(&read)),
            "a bundle that nobody sealed was believed"
        );
        assert!(Bundle::parse(bytes).is_ok(), "proven, and not readable");
    }
    if let Ok(bundle) = Bundle::parse(bytes) {
        let again = Bundle::parse(&bundle.to_bytes());
        assert!(
            again.is_ok_and(|again| again == bundle),
            "a bundle is not read back as it was written"
        );
    }
}

/// A trust file that is taken for live never lifts what the practice broker sealed.
pub(crate) fn trust(file: &[u8]) {
    static GENUINE: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    let Some(trusted) =
        std::str::from_utf8(file).ok().and_then(|text| TrustAnchors::from_toml(text).ok())
    else {
        return;
    };
    assert!(!trusted.anchors.is_empty(), "trust in nobody");
    if trusted.environment == Environment::Live {
        let genuine = GENUINE.get_or_init(|| {
            genuine().iter().map(|bundle| bundle.to_string().into_bytes()).collect()
        });
        assert!(
            genuine.iter().all(|bundle| verify(bundle, &trusted, NOW).level().is_none()),
            "practice was lifted into live"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::case::Level;

    /// Otherwise the promise above would be kept by believing nothing.
    #[test]
    fn the_genuine_bundles_prove_something() {
        let kept: Vec<_> = crate::corpus("bundle")
            .into_iter()
            .filter(|(name, _)| name.starts_with("genuine"))
            .collect();
        assert!(!kept.is_empty());
        for (name, bytes) in kept {
            let everything = name.ends_with("with-everything");
            let trusted = if everything { authority().clone() } else { anchors::practice() };
            assert_eq!(
                verify(&bytes, &trusted, NOW).level(),
                Some(if everything { Level::A } else { Level::B }),
                "{name}"
            );
        }
    }
}
