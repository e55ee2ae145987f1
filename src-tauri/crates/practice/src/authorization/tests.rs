//! What a request for a login must hold, and what is said of one that does not.

use super::*;
use crate::flavour::BrokerFlavour;

fn query(change: &[(&str, Option<&str>)]) -> String {
    let sound = [
        ("response_type", "code"),
        ("client_id", "tilslut-practice"),
        ("redirect_uri", "http://127.0.0.1:50123/callback"),
        ("scope", "openid"),
        ("state", "s"),
        ("nonce", "n"),
        ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
        ("code_challenge_method", "S256"),
        ("acr_values", "urn:grn:authn:dk:mitid:substantial"),
        ("prompt", "login"),
        ("login_hint", "message:R29ka2VuZA== action:approve"),
    ];
    let kept = sound.iter().filter(|(name, _)| change.iter().all(|(changed, _)| changed != name));
    let added = change.iter().filter_map(|(name, value)| value.map(|value| (*name, value)));
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(kept.copied().chain(added))
        .finish()
}

fn parse(change: &[(&str, Option<&str>)]) -> Result<Authorization, Malformed> {
    let flavour = BrokerFlavour::Idura;
    let hosts = flavour.redirect_hosts();
    Sent::read(&query(change))
        .and_then(|sent| Authorization::parse(&sent, hosts, |sent| flavour.prompt(sent)))
}

fn fault(change: &[(&str, Option<&str>)]) -> Option<String> {
    parse(change).err().map(|malformed| malformed.to_string())
}

#[test]
fn a_sound_request_is_read() {
    let asked = parse(&[]).ok().unwrap();
    assert_eq!(asked.prompt.text.as_deref(), Some("Godkend"));
    assert_eq!(asked.prompt.action, Action::Approve);
    assert_eq!(asked.back_with(&[("code", "a&b")]), "http://127.0.0.1:50123/callback?code=a%26b");
}

#[test]
fn everything_needed_is_asked_for_by_name() {
    for name in [
        "response_type",
        "client_id",
        "redirect_uri",
        "scope",
        "state",
        "nonce",
        "code_challenge",
        "code_challenge_method",
        "acr_values",
    ] {
        assert_eq!(fault(&[(name, None)]), Some(format!("{name}: missing")));
        assert_eq!(fault(&[(name, Some(""))]), Some(format!("{name}: wrong")));
        assert_eq!(
            fault(&[(name, Some("x")), (name, Some("x"))]),
            Some(format!("{name}: repeated"))
        );
    }
}

#[test]
fn wrong_values_are_named() {
    for (name, value) in [
        ("response_type", "token"),
        ("response_mode", "fragment"),
        ("client_id", "someone-else"),
        ("scope", "profile"),
        ("code_challenge_method", "plain"),
        ("code_challenge", "too-short"),
        ("acr_values", "urn:grn:authn:dk:mitid:unknown"),
        ("prompt", "none"),
        ("login_hint", "message:%%%"),
        ("login_hint", "message:R29ka2VuZA== message:R29ka2VuZA=="),
        ("login_hint", "action:destroy"),
        ("login_hint", "sub:0101901234"),
    ] {
        assert_eq!(fault(&[(name, Some(value))]), Some(format!("{name}: wrong")), "{value}");
    }
}

#[test]
fn only_the_loopback_address_in_digits_is_returned_to() {
    for address in [
        "http://localhost:50123/callback",
        "http://127.0.0.1.example:80/",
        "http://127.0.0.1:50123@evil.example/",
        "http://127.0.0.1:user@127.0.0.1:1/",
        "http://127.1:50123/callback",
        "https://127.0.0.1:50123/callback",
        "http://127.0.0.1:50123/callback?x=1",
        "http://127.0.0.1:50123/callback#x",
        "http://127.0.0.1:99999/",
        "/callback",
    ] {
        assert_eq!(
            fault(&[("redirect_uri", Some(address))]).as_deref(),
            Some("redirect_uri: wrong"),
            "{address}"
        );
    }
    for address in
        ["http://127.0.0.1:1/", "http://127.0.0.1:65535/any/path", "http://127.0.0.1:50123"]
    {
        assert_eq!(fault(&[("redirect_uri", Some(address))]), None, "{address}");
    }
}

#[test]
fn the_text_is_at_most_130_characters_in_any_base64() {
    let encode =
        |text: &str| format!("message:{}", base64::engine::general_purpose::STANDARD.encode(text));
    assert_eq!(fault(&[("login_hint", Some(&encode(&"æ".repeat(130))))]), None);
    for text in ["æ".repeat(131), String::new(), "to\nlinjer".into()] {
        assert_eq!(
            fault(&[("login_hint", Some(&encode(&text)))]).as_deref(),
            Some("login_hint: wrong")
        );
    }
    for encoded in ["w7jDuMO4Pw==", "w7jDuMO4Pw", "fn5-fn4_", "fn5+fn4/"] {
        assert!(text(encoded).is_some(), "{encoded}");
    }
    assert_eq!(text("/w=="), None, "not UTF-8");
}

#[test]
fn the_first_known_language_is_spoken() {
    for (locales, language) in [
        ("en", Language::English),
        ("en-GB da", Language::English),
        ("kl en", Language::English),
        ("da en", Language::Danish),
        ("de", Language::Danish),
        ("", Language::Danish),
    ] {
        assert_eq!(
            super::language(&query(&[("ui_locales", Some(locales))])),
            language,
            "{locales}"
        );
    }
}
