//! A live profile is taken only whole, and says everything that it lacks; the practice profile has the practice anchor.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment;
use domain::profile::ProfileIncomplete;
use identity::{BrokerProfile, ErrorMeaning, IssPolicy, Ports};

const WHOLE: &str = r#"
[register]
url = "somebody else's"

[broker]
id = "idura-acme"
version = 3
issuer = "https://acme.idura.broker"
client-id = "urn:acme:tilslut"
redirect-path = "/callback"
ports = [31411, 31412, 31413]
scopes = ["openid"]
iss = "required"
keys = ["2AOOwCf5zVmoj2FIIE0BJvqaGGcvXmMmAuYCLd5OjgM"]

[broker.authorize]
acr_values = "urn:grn:authn:dk:mitid:substantial"
login_hint = "message:{text-base64} action:approve"

[broker.claims]
text = "refTextBody"
level = "authenticationtype"
levels = ["urn:grn:authn:dk:mitid:substantial", "urn:grn:authn:dk:mitid:high"]
name = "name"
time = "authenticationinstant"
required = { identityscheme = "dkmitid" }

[broker.errors]
mitid_user_aborted = "refused"
mitid_timeout = "timed-out"
"#;

#[test]
fn a_whole_profile_is_read() {
    let profile = BrokerProfile::from_toml(WHOLE).unwrap();
    assert_eq!(profile.environment, Environment::Live);
    assert_eq!((profile.id.as_str(), profile.version, profile.iss), ("idura-acme", 3, IssPolicy::Required));
    assert_eq!(profile.ports, Ports::List(vec![31411, 31412, 31413]));
    assert_eq!(profile.errors["mitid_timeout"], ErrorMeaning::TimedOut);
    assert_eq!(profile.claims.time, "authenticationinstant");

    let anchors = profile.anchors();
    assert_eq!((anchors.environment, anchors.anchors.len()), (Environment::Live, 1));
    let anchor = &anchors.anchors[0];
    assert_eq!((anchor.issuer.as_str(), anchor.any_loopback_port), ("https://acme.idura.broker", false));
    assert_eq!((anchor.level.claim.as_str(), anchor.keys.len()), ("authenticationtype", 1));
}

#[test]
fn what_may_be_left_out_has_a_value() {
    let text = WHOLE
        .replace("iss = \"required\"\n", "")
        .replace("time = \"authenticationinstant\"\n", "")
        .replace("[31411, 31412, 31413]", "\"any\"");
    let profile = BrokerProfile::from_toml(&text).unwrap();
    assert_eq!((profile.iss, profile.claims.time.as_str(), profile.ports), (IssPolicy::AsAdvertised, "auth_time", Ports::Any));
}

#[test]
fn everything_that_is_missing_is_named_at_once() {
    let all = [
        "broker.id",
        "broker.version",
        "broker.issuer",
        "broker.client-id",
        "broker.redirect-path",
        "broker.ports",
        "broker.scopes",
        "broker.authorize {text}",
        "broker.claims.text",
        "broker.claims.level",
        "broker.claims.levels",
        "broker.claims.name",
        "broker.keys",
    ];
    for empty in ["", "[broker]", "[register]\nurl = \"x\""] {
        let Err(ProfileIncomplete::Fields { missing, unusable }) = BrokerProfile::from_toml(empty) else { panic!("{empty}") };
        assert_eq!((missing, unusable), (all.map(str::to_owned).to_vec(), vec![]), "{empty}");
    }
}

#[test]
fn each_missing_field_is_named_alone() {
    for (line, field) in [
        ("client-id = \"urn:acme:tilslut\"", "broker.client-id"),
        ("keys = [\"2AOOwCf5zVmoj2FIIE0BJvqaGGcvXmMmAuYCLd5OjgM\"]", "broker.keys"),
        ("login_hint = \"message:{text-base64} action:approve\"", "broker.authorize {text}"),
        ("text = \"refTextBody\"", "broker.claims.text"),
    ] {
        let text = WHOLE.replace(line, "");
        assert_ne!(text, WHOLE, "{line}");
        assert_eq!(
            BrokerProfile::from_toml(&text),
            Err(ProfileIncomplete::Fields { missing: vec![field.to_owned()], unusable: vec![] }),
            "{line}"
        );
    }
}

#[test]
fn a_value_that_cannot_be_used_is_named() {
    for (good, bad, field) in [
        ("https://acme.idura.broker", "http://acme.idura.broker", "broker.issuer"),
        ("https://acme.idura.broker", "https://acme.idura.broker?x", "broker.issuer"),
        ("\"/callback\"", "\"callback\"", "broker.redirect-path"),
        ("\"/callback\"", "\"/done\"", "broker.redirect-path"),
        ("\"/callback\"", "\"/a?b\"", "broker.redirect-path"),
        ("[31411, 31412, 31413]", "[]", "broker.ports"),
        ("[31411, 31412, 31413]", "[80]", "broker.ports"),
        ("acr_values =", "state =", "broker.authorize.state"),
        ("acr_values =", "prompt =", "broker.authorize.prompt"),
        ("2AOOwCf5zVmoj2FIIE0BJvqaGGcvXmMmAuYCLd5OjgM", "2AOOwCf5", "broker.keys"),
    ] {
        let text = WHOLE.replace(good, bad);
        assert_ne!(text, WHOLE, "{good}");
        let wrong = BrokerProfile::from_toml(&text);
        assert_eq!(wrong, Err(ProfileIncomplete::Fields { missing: vec![], unusable: vec![field.to_owned()] }), "{bad}");
    }
}

#[test]
fn a_text_that_is_no_profile_is_told_by_its_line() {
    for (text, line) in [("[broker]\nid = ", 2), ("[broker]\nid = 7", 2), ("[broker]\n\n\nclientid = \"x\"", 4), ("x = \"", 1)] {
        assert_eq!(BrokerProfile::from_toml(text), Err(ProfileIncomplete::Unreadable { line }), "{text}");
    }
}

#[test]
fn the_practice_profile_has_the_practice_anchor_at_any_port() {
    let profile = BrokerProfile::practice("http://127.0.0.1:49152/mitid");
    let (ours, published) = (profile.anchors(), evidence::anchors::practice());
    let expected = evidence::Anchor { issuer: "http://127.0.0.1:49152/mitid".to_owned(), ..published.anchors[0].clone() };
    assert_eq!((ours.environment, ours.anchors), (published.environment, vec![expected]));
}
