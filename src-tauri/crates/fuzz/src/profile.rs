//! A live profile, which a person writes by hand.

use domain::Environment;
use domain::profile::ServicePart;
use identity::BrokerProfile;

/// A profile that is taken belongs to live, speaks HTTPS, and leaves alone what the flow itself
/// sets.
pub(crate) fn profile(file: &[u8]) {
    if let Ok(read) = ::profile::read(file) {
        assert!(!read.is_of_practice(), "live took a profile of practice");
        for part in ServicePart::ALL {
            let kept = std::str::from_utf8(file).ok().and_then(|text| ::profile::only(text, part));
            let is_whole = |kept: String| {
                ::profile::read(kept.as_bytes()).map(|kept| kept.part(part).is_whole())
            };
            let stays = kept.is_none_or(|kept| is_whole(kept) == Ok(read.part(part).is_whole()));
            assert!(stays, "a part that is kept by itself is another");
        }
    }
    let Ok(text) = std::str::from_utf8(file) else { return };
    if let Ok(profile) = BrokerProfile::from_toml(text) {
        assert_eq!(profile.environment, Environment::Live);
        assert!(
            profile.issuer.trim().to_ascii_lowercase().starts_with("https:"),
            "{}",
            profile.issuer
        );
        let undone = [
            "state",
            "nonce",
            "prompt",
            "code_challenge",
            "redirect_uri",
            "client_id",
            "response_type",
        ];
        assert!(
            !profile.authorize.keys().any(|name| undone.contains(&name.as_str())),
            "a profile undoes what protects the login"
        );
        assert_eq!(profile.anchors().environment, Environment::Live);
    }
}
