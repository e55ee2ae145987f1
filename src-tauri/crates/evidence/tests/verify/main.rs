//! What a bundle proves: each level, each way of proving nothing, and that no change whatever goes
//! unnoticed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod broken;
#[path = "../fixtures/mod.rs"]
mod fixtures;

use domain::Environment;
use domain::case::Level;
use evidence::{
    Anchor, AnchoredKey, Bundle, CheckId, Commitment, Downgrade, Login, Outcome, Reason, Time,
    TrustAnchors, Verdict,
};
use fixtures::{Edit, Forgery, HONEST, IAT, Issuer, at, practice, request, verify, without};
use serde_json::{Value, json};
use std::collections::HashSet;

fn passed(verdict: &Verdict) -> Vec<Option<bool>> {
    verdict.checks.iter().map(|check| check.passed).collect()
}

fn approve(issuer: Issuer, edit: impl FnOnce(&mut Value)) -> Bundle {
    let commitment = Commitment::generate(request()).unwrap();
    let mut claims = fixtures::claims(commitment.nonce(), commitment.reference_text());
    edit(&mut claims);
    let header = json!({ "alg": issuer.alg(), "kid": "key-1", "typ": "JWT" });
    commitment.seal(Login {
        id_token: fixtures::token(issuer, &header.to_string(), &claims.to_string()),
        userinfo_token: None,
        transaction_token: None,
        transaction_ocsp: None,
        jwks: issuer.jwks(),
        issuer: "http://127.0.0.1:41873/mitid".into(),
        jwks_uri: "http://127.0.0.1:41873/mitid/jwks".into(),
        fetched_at: at(IAT),
        profile_id: "practice".into(),
        profile_version: 1,
        clock_offset: None,
    })
}

#[test]
fn an_approval_is_level_b_and_every_check_holds() {
    for issuer in [Issuer::Rs256, Issuer::Es256] {
        let bundle = approve(issuer, |_| {});
        let verdict = verify(&bundle.to_bytes(), &practice(), at(IAT + 10));
        assert_eq!(verdict.outcome, Outcome::Level(Level::B), "{issuer:?}");
        assert_eq!(passed(&verdict), [Some(true); 7]);
        assert_eq!(
            verdict.checks.iter().map(|check| check.id).collect::<Vec<_>>(),
            CheckId::ALL[..7]
        );
        assert_eq!(verdict.approver.as_deref(), Some("Signe Holm"));
        assert_eq!(verdict.approved_at, Some(at(IAT)));
        assert_eq!(verdict.time, Time::Claimed);
        assert!(verdict.request == Some(request()));
        assert_eq!(verdict.checks[2].detail, request().reference_text());
        assert_eq!(verdict.checks[6].detail, at(IAT).to_string());
    }
}

/// What a broker may write in more than one way does not cost an approval; `verify` asks both
/// verifiers.
#[test]
fn another_spelling_of_the_same_proves_the_same() {
    let spelled: [(&str, Edit); 6] = [
        ("the client in a list", |claims| claims["aud"] = json!([claims["aud"]])),
        ("the client twice", |claims| claims["aud"] = json!([claims["aud"], claims["aud"]])),
        ("issued in a fraction", |claims| claims["iat"] = json!(IAT as f64 + 0.25)),
        ("ends in a fraction", |claims| claims["exp"] = json!(IAT as f64 + 600.5)),
        ("begins in a fraction", |claims| claims["nbf"] = json!(IAT as f64 - 0.5)),
        ("holds for a hundred years", |claims| claims["exp"] = json!(IAT + 3_155_760_000)),
    ];
    for (what, edit) in spelled {
        let bundle = approve(Issuer::Rs256, edit).to_bytes();
        let verdict = verify(&bundle, &practice(), at(IAT + 10));
        assert_eq!(verdict.outcome, Outcome::Level(Level::B), "{what}");
    }
}

#[test]
fn a_token_without_the_echo_is_level_c() {
    let verdict = verify(
        &approve(Issuer::Rs256, |claims| without(claims, "refTextBody")).to_bytes(),
        &practice(),
        at(IAT + 10),
    );
    assert_eq!(verdict.outcome, Outcome::Level(Level::C));
    assert_eq!(
        passed(&verdict),
        [Some(true), Some(true), None, Some(true), Some(true), Some(true), Some(true)]
    );
}

#[test]
fn a_key_that_is_not_anchored_is_level_d_with_or_without_the_echo() {
    for (edit, text) in
        [((|_| {}) as Edit, Some(true)), (|claims| without(claims, "refTextBody"), None)]
    {
        let verdict =
            verify(&approve(Issuer::Stranger, edit).to_bytes(), &practice(), at(IAT + 10));
        assert_eq!(verdict.outcome, Outcome::Level(Level::D));
        assert_eq!(
            passed(&verdict),
            [Some(true), None, text, Some(true), Some(true), Some(true), Some(true)]
        );
    }
}

#[test]
fn a_bundle_comes_back_from_its_bytes_and_each_commitment_is_its_own() {
    let (one, other) = (approve(Issuer::Es256, |_| {}), approve(Issuer::Es256, |_| {}));
    let read = Bundle::parse(&one.to_bytes()).unwrap();
    assert!(read == one && read.request() == &request());
    let member = |bundle: &Bundle, path: &str| {
        serde_json::from_slice::<Value>(&bundle.to_bytes()).unwrap().pointer(path).unwrap().clone()
    };
    for path in ["/cic/rz", "/cic/upk/x", "/seal"] {
        assert_ne!(member(&one, path), member(&other, path), "{path}");
    }
    assert_eq!(member(&one, "/cic/att"), member(&other, "/cic/att"));
    assert_eq!(format!("{one:?}"), "Bundle(…)");
    assert_eq!(format!("{:?}", Commitment::generate(request()).unwrap()), "Commitment(…)");
}

#[test]
fn a_bundle_is_read_strictly() {
    let honest = String::from_utf8(HONEST.bundle()).unwrap();
    assert!(Bundle::parse(honest.as_bytes()).is_ok());
    for text in [
        honest.replacen('{', r#"{"seal":"x","#, 1),
        honest.replacen('{', r#"{"extra":1,"#, 1),
        honest.replace(r#""kid":"key-1""#, r#""kid":"key-1","kid":"key-1""#),
        honest.replace("tilslut/evidence/v1", "tilslut/evidence/v3"),
        "[]".into(),
    ] {
        assert!(Bundle::parse(text.as_bytes()).is_err());
    }
}

/// The forger's bundle is made from the written-down format with other code: that it verifies pins
/// the format.
#[test]
fn the_format_is_the_written_one() {
    assert_eq!(HONEST.verdict().outcome, Outcome::Level(Level::B));
}

#[test]
fn the_practice_keys_are_the_anchored_ones() {
    let keys =
        [Issuer::Rs256, Issuer::Es256].map(|issuer| AnchoredKey::always(&issuer.thumbprint()));
    assert_eq!(practice().anchors[0].keys, keys);
}

#[test]
fn the_same_is_proven_in_thirty_years_and_never_before_it_happened() {
    let bundle = HONEST.bundle();
    for (now, outcome) in [
        (IAT + 30 * 365 * 86_400, Outcome::Level(Level::B)),
        (IAT, Outcome::Level(Level::B)),
        (IAT - 300, Outcome::Level(Level::B)),
        (IAT - 301, Outcome::Invalid(Reason::TimesWrong)),
    ] {
        assert_eq!(verify(&bundle, &practice(), at(now)).outcome, outcome, "{now}");
    }
}

#[test]
fn what_brokers_do_differently_is_taken() {
    let variants: &[(&str, Edit, Edit)] = &[
        ("no type in the header", |h| without(h, "typ"), |_| {}),
        ("no kid", |h| without(h, "kid"), |_| {}),
        ("a certificate's thumbprint", |h| h["x5t"] = json!("abc"), |_| {}),
        ("an audience of one", |_| {}, |c| c["aud"] = json!(["tilslut-practice"])),
        ("an authorised party", |_| {}, |c| c["azp"] = json!("tilslut-practice")),
        ("valid for an instant", |_| {}, |c| c["exp"] = json!(IAT)),
        ("no beginning", |_| {}, |c| without(c, "nbf")),
        ("level high", |_| {}, |c| c["acr"] = json!("urn:grn:authn:dk:mitid:high")),
    ];
    for (what, header, claims) in variants {
        let verdict = Forgery { header: *header, claims: *claims, ..HONEST }.verdict();
        assert_eq!(verdict.outcome, Outcome::Level(Level::B), "{what}");
    }
    let nameless = Forgery { claims: |c| without(c, "name"), ..HONEST }.verdict();
    assert_eq!((nameless.outcome, nameless.approver), (Outcome::Level(Level::B), None));
}

#[test]
fn an_echo_in_base64_is_compared_as_text() {
    use base64::Engine as _;
    use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE};
    let mut anchor = practice().anchors.remove(0);
    anchor.claims.text_base64 = true;
    let anchors = TrustAnchors { anchors: vec![anchor], ..practice() };
    let text = request().reference_text();
    for (echo, outcome) in [
        (STANDARD.encode(&text), Outcome::Level(Level::B)),
        (STANDARD_NO_PAD.encode(&text), Outcome::Level(Level::B)),
        (URL_SAFE.encode(&text), Outcome::Level(Level::B)),
        (STANDARD.encode("Log på"), Outcome::Invalid(Reason::TextOther)),
        (text, Outcome::Invalid(Reason::TextOther)),
    ] {
        let bundle = approve(Issuer::Es256, |claims| claims["refTextBody"] = json!(echo));
        assert_eq!(verify(&bundle.to_bytes(), &anchors, at(IAT + 10)).outcome, outcome, "{echo}");
    }
}

#[test]
fn an_issuer_may_have_two_clients() {
    let practice = practice();
    let other = Anchor { client_id: "another".into(), ..practice.anchors[0].clone() };
    let anchors = TrustAnchors { anchors: vec![other, practice.anchors[0].clone()], ..practice };
    assert_eq!(verify(&HONEST.bundle(), &anchors, at(IAT)).outcome, Outcome::Level(Level::B));
}

#[test]
fn the_two_environments_never_meet() {
    let live = TrustAnchors { environment: Environment::Live, ..practice() };
    assert_eq!(
        verify(&HONEST.bundle(), &live, at(IAT)).outcome,
        Outcome::Invalid(Reason::OtherEnvironment)
    );
    let forged = Forgery { request: |r| r["environment"] = json!("live"), ..HONEST };
    assert_eq!(forged.verdict().outcome, Outcome::Invalid(Reason::OtherEnvironment));
    assert_eq!(verify(&forged.bundle(), &live, at(IAT)).outcome, Outcome::Level(Level::B));
}

/// The holder of the one-time key can sign and seal what they like, but not change what the issuer
/// signed.
#[test]
fn no_byte_of_the_token_can_be_changed_by_the_holder_of_the_one_time_key() {
    let honest: Value = serde_json::from_slice(&HONEST.bundle()).unwrap();
    let length = honest["idToken"].as_str().unwrap().len();
    for place in 0..length {
        let outcome = Forgery { token_flip: Some((place, 1)), ..HONEST }.verdict().outcome;
        assert!(matches!(outcome, Outcome::Invalid(_)), "byte {place}: {outcome:?}");
    }
}

#[test]
fn spelling_that_means_the_same_is_taken() {
    let honest: Value = serde_json::from_slice(&HONEST.bundle()).unwrap();
    let spaced = serde_json::to_vec_pretty(&honest).unwrap();
    let escaped =
        String::from_utf8(HONEST.bundle()).unwrap().replacen("practice", "\\u0070ractice", 1);
    for same in [spaced, escaped.into_bytes()] {
        assert_eq!(verify(&same, &practice(), at(IAT)).outcome, Outcome::Level(Level::B));
    }
}

#[test]
fn codes_are_unique_and_in_kebab_case() {
    let codes: Vec<&str> = CheckId::ALL
        .iter()
        .map(|id| id.code())
        .chain(Reason::ALL.iter().map(|reason| reason.code()))
        .chain(Downgrade::ALL.iter().map(|doubt| doubt.code()))
        .collect();
    assert_eq!(codes.iter().collect::<HashSet<_>>().len(), codes.len());
    assert!(
        codes.iter().all(|code| code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
    );
}

/// Evidence of the first version is read for ever, and says nothing of a clock.
#[test]
fn the_second_version_tells_how_wrong_the_clock_was_and_the_first_cannot() {
    let first = HONEST.verdict();
    assert_eq!((first.outcome, first.clock_offset), (Outcome::Level(Level::B), None));
    let second = fixtures::SECOND.verdict();
    assert_eq!(
        (second.outcome, second.clock_offset, second.time),
        (Outcome::Level(Level::B), Some(-90), Time::Claimed)
    );
    let untold = Forgery { rest: |b| b["type"] = json!("tilslut/evidence/v2"), ..HONEST }.verdict();
    assert_eq!((untold.outcome, untold.clock_offset), (Outcome::Level(Level::B), None));
    for (what, rest) in [
        (
            "in the first version",
            (|b| b["discovery"]["clockOffset"] = json!(-90)) as fixtures::Edit,
        ),
        ("as text", |b| {
            b["type"] = json!("tilslut/evidence/v2");
            b["discovery"]["clockOffset"] = json!("-90");
        }),
        ("null", |b| {
            b["type"] = json!("tilslut/evidence/v2");
            b["discovery"]["clockOffset"] = Value::Null;
        }),
        ("with a fraction", |b| {
            b["type"] = json!("tilslut/evidence/v2");
            b["discovery"]["clockOffset"] = json!(0.5);
        }),
        ("of a version that is not known", |b| b["type"] = json!("tilslut/evidence/v3")),
    ] {
        let verdict = Forgery { rest, ..HONEST }.verdict();
        assert_eq!(verdict.outcome, Outcome::Invalid(Reason::BundleUnreadable), "{what}");
    }
}

/// Whoever approved, approved: a name that is missing, empty, of another kind or endless changes
/// nothing of the level.
#[test]
fn a_name_costs_nothing_and_a_protected_one_is_told_as_such() {
    use domain::approver::LoginName;
    let protected: fixtures::Edit = |c| {
        without(c, "name");
        c["nameAndAddressProtection"] = json!("true");
    };
    let told: &[(&str, fixtures::Edit, LoginName)] = &[
        ("protected", protected, LoginName::Protected),
        ("none", |c| without(c, "name"), LoginName::NotGiven),
        ("empty", |c| c["name"] = json!(""), LoginName::NotGiven),
        ("white space", |c| c["name"] = json!(" \n\t"), LoginName::NotGiven),
        ("null", |c| c["name"] = Value::Null, LoginName::NotGiven),
        ("a number", |c| c["name"] = json!(1), LoginName::NotGiven),
        ("an object", |c| c["name"] = json!({ "first": "Signe" }), LoginName::NotGiven),
        ("controls", |c| c["name"] = json!("Signe\u{0}\u{202e} Holm"), "Signe Holm".into()),
        (
            "the claim says no",
            |c| c["nameAndAddressProtection"] = json!("false"),
            "Signe Holm".into(),
        ),
    ];
    for (what, claims, name) in told {
        let verdict = Forgery { claims: *claims, ..HONEST }.verdict();
        assert_eq!(
            (verdict.outcome, &verdict.login_name()),
            (Outcome::Level(Level::B), name),
            "{what}"
        );
    }
}
