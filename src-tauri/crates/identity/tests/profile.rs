//! A live profile is taken only whole, and says everything that it lacks; the practice profile has
//! the practice anchor.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Environment;
use domain::profile::ProfileIncomplete;
use identity::{
    BrokerProfile, ClientProof, ErrorMeaning, Host, IssPolicy, Ports, Pushed, RequestForm,
};

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
    assert_eq!(
        (profile.id.as_str(), profile.version, profile.iss),
        ("idura-acme", 3, IssPolicy::Required)
    );
    assert_eq!(profile.ports, Ports::List(vec![31411, 31412, 31413]));
    assert_eq!(profile.errors["mitid_timeout"], ErrorMeaning::TimedOut);
    assert_eq!(profile.login_time, "authenticationinstant");

    let anchors = profile.anchors();
    assert_eq!((anchors.environment, anchors.anchors.len()), (Environment::Live, 1));
    let anchor = &anchors.anchors[0];
    assert_eq!(
        (anchor.issuer.as_str(), anchor.any_loopback_port),
        ("https://acme.idura.broker", false)
    );
    assert_eq!((anchor.claims.level.claim.as_str(), anchor.keys.len()), ("authenticationtype", 1));
}

#[test]
fn what_may_be_left_out_has_a_value() {
    let text = WHOLE
        .replace("iss = \"required\"\n", "")
        .replace("time = \"authenticationinstant\"\n", "")
        .replace("[31411, 31412, 31413]", "\"any\"");
    let profile = BrokerProfile::from_toml(&text).unwrap();
    assert_eq!(
        (profile.iss, profile.login_time.as_str(), profile.ports),
        (IssPolicy::AsAdvertised, "auth_time", Ports::Any)
    );
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
        let Err(ProfileIncomplete::Fields { missing, unusable }) = BrokerProfile::from_toml(empty)
        else {
            panic!("{empty}")
        };
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
        ("[31411, 31412, 31413]", "[80]", "broker.ports"),
        ("acr_values =", "state =", "broker.authorize.state"),
        ("acr_values =", "prompt =", "broker.authorize.prompt"),
        ("2AOOwCf5zVmoj2FIIE0BJvqaGGcvXmMmAuYCLd5OjgM", "2AOOwCf5", "broker.keys"),
    ] {
        let text = WHOLE.replace(good, bad);
        assert_ne!(text, WHOLE, "{good}");
        let wrong = BrokerProfile::from_toml(&text);
        assert_eq!(
            wrong,
            Err(ProfileIncomplete::Fields { missing: vec![], unusable: vec![field.to_owned()] }),
            "{bad}"
        );
    }
}

#[test]
fn a_text_that_is_no_profile_is_told_by_its_line() {
    for (text, line) in [
        ("[broker]\nid = ", 2),
        ("[broker]\nid = 7", 2),
        ("[broker]\n\n\nclientid = \"x\"", 4),
        ("x = \"", 1),
    ] {
        assert_eq!(
            BrokerProfile::from_toml(text),
            Err(ProfileIncomplete::Unreadable { line }),
            "{text}"
        );
    }
}

#[test]
fn the_practice_profile_has_the_practice_anchor_at_any_port() {
    let profile = BrokerProfile::practice("http://127.0.0.1:49152/mitid");
    let (ours, published) = (profile.anchors(), evidence::anchors::practice());
    let expected = evidence::Anchor {
        issuer: "http://127.0.0.1:49152/mitid".to_owned(),
        ..published.anchors[0].clone()
    };
    assert_eq!((ours.environment, ours.anchors), (published.environment, vec![expected]));
}

/// What each shipped profile leaves to the organisation; everything else in it is whole.
const SHIPPED: [(&str, &str, &[&str]); 5] = [
    (
        "idura",
        include_str!("../profiles/idura.toml"),
        &["broker.issuer", "broker.client-id", "broker.ports", "broker.keys"],
    ),
    (
        "nets-eid-broker",
        include_str!("../profiles/nets-eid-broker.toml"),
        &["broker.client-id", "broker.ports", "broker.keys"],
    ),
    (
        "signicat",
        include_str!("../profiles/signicat.toml"),
        &["broker.issuer", "broker.client-id", "broker.ports", "broker.keys"],
    ),
    ("practice", include_str!("../profiles/practice.toml"), &["broker.issuer"]),
    (
        "plain",
        include_str!("../profiles/plain.toml"),
        &["broker.issuer", "broker.client-id", "broker.claims.levels", "broker.keys"],
    ),
];

#[test]
fn a_shipped_profile_lacks_what_the_organisation_must_fill_in_and_nothing_else() {
    for (name, text, fields) in SHIPPED {
        let Err(ProfileIncomplete::Fields { missing, unusable }) = BrokerProfile::read(text) else {
            panic!("{name}")
        };
        assert_eq!(
            (missing, unusable),
            (fields.iter().map(|field| (*field).to_owned()).collect(), vec![]),
            "{name}"
        );
    }
}

#[test]
fn what_is_unconfirmed_in_a_shipped_profile_is_a_field_of_it() {
    let document = include_str!("../../../../docs/live-profile.md");
    for (name, text, _) in SHIPPED {
        let file: toml::Table = text.parse().unwrap();
        let facts = file["broker"]
            .get("unconfirmed")
            .and_then(toml::Value::as_array)
            .cloned()
            .unwrap_or_default();
        assert!(!facts.is_empty() || name == "practice", "{name}");
        for fact in facts {
            let field = fact["field"].as_str().unwrap();
            assert!(
                document.contains(&format!("| `{field}` |")),
                "{name}: {field} is explained nowhere"
            );
            assert!(fact["why"].as_str().unwrap().ends_with('.'), "{name}: {field}");
        }
    }
}

#[test]
fn every_field_of_a_shipped_profile_is_explained() {
    let document = include_str!("../../../../docs/live-profile.md");
    for (name, text, _) in SHIPPED {
        let file: toml::Table = text.parse().unwrap();
        for (field, value) in file["broker"].as_table().unwrap() {
            let inner = value
                .as_table()
                .filter(|_| field == "claims")
                .map(|claims| claims.keys().map(|key| format!("claims.{key}")).collect());
            for field in inner.unwrap_or_else(|| vec![field.clone()]) {
                assert!(document.contains(&format!("| `{field}` |")), "{name}: {field}");
            }
        }
    }
}

#[test]
fn the_practice_file_is_the_profile_that_the_app_uses() {
    let issuer = "http://127.0.0.1:49152/mitid";
    let text = SHIPPED[3].1.replacen("issuer = \"\"", &format!("issuer = \"{issuer}\""), 1);
    assert_eq!(BrokerProfile::read(&text), Ok(BrokerProfile::practice(issuer)));
    let unusable = vec!["broker.environment".to_owned()];
    assert_eq!(
        BrokerProfile::from_toml(&text),
        Err(ProfileIncomplete::Fields { missing: vec![], unusable }),
        "it is not a live profile"
    );
}

#[test]
fn fields_that_do_not_fit_together_are_named() {
    for (good, bad, field) in [
        (
            "name = \"name\"",
            "name = { token = \"transaction\", claim = \"mitid.identity_name\" }",
            "broker.claims.name",
        ),
        (
            "name = \"name\"",
            "name = { token = \"userinfo\", claim = \"name\" }",
            "broker.claims.name",
        ),
        ("iss = \"required\"", "request = \"signed\"\nclient = \"secret\"", "broker.request"),
        ("iss = \"required\"", "pushed = \"authenticated\"", "broker.pushed"),
        (
            "name = \"name\"",
            "name = \"name\"\nauthority = { place = \"companySignatory\", yes = [\"true\"] }",
            "broker.claims.authority",
        ),
        (
            "scopes = [\"openid\"]",
            "scopes = [\"openid\"]\ncertificates = [{ pem = \"x\", subject = { CN = \"y\" } }]",
            "broker.certificates",
        ),
        ("https://acme.idura.broker", "http://127.0.0.1:4711/mitid", "broker.issuer"),
        (
            "scopes = [\"openid\"]",
            "scopes = [\"openid\"]\nenvironment = \"practice\"",
            "broker.issuer",
        ),
        ("acr_values =", "request_uri =", "broker.authorize.request_uri"),
    ] {
        let text = WHOLE.replace(good, bad);
        assert_ne!(text, WHOLE, "{good}");
        let wrong = BrokerProfile::from_toml(&text);
        assert_eq!(
            wrong,
            Err(ProfileIncomplete::Fields { missing: vec![], unusable: vec![field.to_owned()] }),
            "{bad}"
        );
    }
}

#[test]
fn the_addresses_to_register_are_those_that_are_asked_with() {
    let profile = BrokerProfile::from_toml(WHOLE).unwrap();
    assert_eq!(
        profile.redirect_uris(),
        [
            "http://127.0.0.1:31411/callback",
            "http://127.0.0.1:31412/callback",
            "http://127.0.0.1:31413/callback"
        ]
    );
    let any = BrokerProfile {
        ports: Ports::Any,
        host: Host::V6,
        redirect_path: String::new(),
        ..profile.clone()
    };
    assert_eq!(any.redirect_uris(), ["http://[::1]:PORT"]);
    assert_eq!(
        (profile.client, profile.request, profile.pushed, profile.needs_key()),
        (ClientProof::Public, RequestForm::Query, Pushed::None, false)
    );
}
