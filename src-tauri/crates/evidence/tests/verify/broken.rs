//! Each way of proving nothing, one row each, with the reason that must be told for it.

use crate::fixtures::{self, Forgery, HONEST, IAT, Issuer, b64, without};
use evidence::{Outcome, Reason};
use serde_json::{Value, json};
use std::collections::HashSet;

#[test]
fn every_broken_link_is_found_and_named() {
    let f = HONEST;
    let broken: &[(&str, Forgery, Reason)] = &[
        ("no JSON", Forgery { text: |_| "PDF".into(), ..f }, Reason::BundleUnreadable),
        (
            "a member twice",
            Forgery { text: |t| t.replacen('{', r#"{"seal":"x","#, 1), ..f },
            Reason::BundleUnreadable,
        ),
        (
            "a member twice below",
            Forgery {
                text: |t| t.replace(r#""alg":"RS256""#, r#""alg":"RS256","alg":"RS256""#),
                ..f
            },
            Reason::BundleUnreadable,
        ),
        (
            "another type",
            Forgery { rest: |b| b["type"] = json!("tilslut/evidence/v3"), ..f },
            Reason::BundleUnreadable,
        ),
        (
            "one more member",
            Forgery { rest: |b| b["extra"] = json!(1), ..f },
            Reason::BundleUnreadable,
        ),
        (
            "discovery with more",
            Forgery { rest: |b| b["discovery"]["extra"] = json!(1), ..f },
            Reason::BundleUnreadable,
        ),
        (
            "a token that is no text",
            Forgery { rest: |b| b["idToken"] = json!(1), ..f },
            Reason::BundleUnreadable,
        ),
        (
            "a claim that is no object",
            Forgery { rest: |b| b["cic"] = json!([]), ..f },
            Reason::BundleUnreadable,
        ),
        (
            "request with more",
            Forgery { request: |r| r["extra"] = json!("x"), ..f },
            Reason::RequestUnreadable,
        ),
        (
            "request with null",
            Forgery { request: |r| r["reporter"] = Value::Null, ..f },
            Reason::RequestUnreadable,
        ),
        (
            "attestation denied",
            Forgery { request: |r| r["administrators"][0]["hasMitid"] = json!(false), ..f },
            Reason::RequestUnreadable,
        ),
        (
            "other environment",
            Forgery { request: |r| r["environment"] = json!("live"), ..f },
            Reason::OtherEnvironment,
        ),
        (
            "claim with more",
            Forgery { claim: |c| c["extra"] = json!(1), ..f },
            Reason::ClaimUnreadable,
        ),
        ("claim with less", Forgery { claim: |c| without(c, "rz"), ..f }, Reason::ClaimUnreadable),
        (
            "claim of another protocol",
            Forgery { claim: |c| c["ctx"] = json!("other/v1"), ..f },
            Reason::ClaimUnreadable,
        ),
        (
            "claim of another type",
            Forgery { claim: |c| c["typ"] = json!("JWT"), ..f },
            Reason::ClaimUnreadable,
        ),
        (
            "claim of another algorithm",
            Forgery { claim: |c| c["alg"] = json!("none"), ..f },
            Reason::ClaimUnreadable,
        ),
        (
            "claim with little chance",
            Forgery { claim: |c| c["rz"] = json!("5a"), ..f },
            Reason::ClaimUnreadable,
        ),
        (
            "claim with chance in capitals",
            Forgery { claim: |c| c["rz"] = json!("5A".repeat(32)), ..f },
            Reason::ClaimUnreadable,
        ),
        (
            "key of another algorithm",
            Forgery { claim: |c| c["upk"]["alg"] = json!("RS256"), ..f },
            Reason::ClaimUnreadable,
        ),
        (
            "key with its private part",
            Forgery { claim: |c| c["upk"]["d"] = json!("AA"), ..f },
            Reason::ClaimUnreadable,
        ),
        (
            "key on another curve",
            Forgery { claim: |c| c["upk"]["crv"] = json!("P-384"), ..f },
            Reason::ClaimUnreadable,
        ),
        (
            "claim for another request",
            Forgery { claim: |c| c["att"] = json!("00".repeat(32)), ..f },
            Reason::RequestChanged,
        ),
        (
            "request changed later",
            Forgery { rest: |b| b["request"]["organisation"]["name"] = json!("Andet ApS"), ..f },
            Reason::RequestChanged,
        ),
        (
            "other reference text",
            Forgery { rest: |b| b["referenceText"] = json!("Log på"), ..f },
            Reason::ReferenceTextChanged,
        ),
        (
            "token of two parts",
            Forgery { rest: |b| b["idToken"] = json!("e30.e30"), ..f },
            Reason::TokenUnreadable,
        ),
        (
            "token of four parts",
            Forgery {
                rest: |b| b["idToken"] = json!(format!("{}.", b["idToken"].as_str().unwrap())),
                ..f
            },
            Reason::TokenUnreadable,
        ),
        (
            "critical extension",
            Forgery { header: |h| h["crit"] = json!(["exp"]), ..f },
            Reason::TokenUnreadable,
        ),
        (
            "nested token",
            Forgery { header: |h| h["cty"] = json!("JWT"), ..f },
            Reason::TokenUnreadable,
        ),
        (
            "access token",
            Forgery { header: |h| h["typ"] = json!("at+jwt"), ..f },
            Reason::TokenUnreadable,
        ),
        (
            "kid that is no text",
            Forgery { header: |h| h["kid"] = json!(1), ..f },
            Reason::TokenUnreadable,
        ),
        (
            "header member twice",
            Forgery { header_text: |t| t.replacen('{', r#"{"alg":"RS256","#, 1), ..f },
            Reason::TokenUnreadable,
        ),
        (
            "claim of token twice",
            Forgery { claims_text: |t| t.replacen('{', r#"{"name":"Anden","#, 1), ..f },
            Reason::TokenUnreadable,
        ),
        (
            "claim twice, escaped",
            Forgery { claims_text: |t| t.replacen('{', r#"{"\u006eame":"Anden","#, 1), ..f },
            Reason::TokenUnreadable,
        ),
        (
            "no algorithm",
            Forgery { header: |h| h["alg"] = json!("none"), ..f },
            Reason::AlgorithmRefused,
        ),
        (
            "shared secret",
            Forgery { header: |h| h["alg"] = json!("HS256"), ..f },
            Reason::AlgorithmRefused,
        ),
        (
            "algorithm missing",
            Forgery { header: |h| without(h, "alg"), ..f },
            Reason::AlgorithmRefused,
        ),
        (
            "other RSA algorithm",
            Forgery { header: |h| h["alg"] = json!("RS512"), ..f },
            Reason::AlgorithmRefused,
        ),
        ("unknown kid", Forgery { header: |h| h["kid"] = json!("key-2"), ..f }, Reason::KeyMissing),
        (
            "no keys",
            Forgery { rest: |b| b["jwks"] = json!({ "keys": [] }), ..f },
            Reason::KeyMissing,
        ),
        (
            "keys of another kind",
            Forgery { rest: |b| b["jwks"] = Issuer::Es256.jwks(), ..f },
            Reason::KeyMissing,
        ),
        (
            "key for encryption",
            Forgery { rest: |b| b["jwks"]["keys"][0]["use"] = json!("enc"), ..f },
            Reason::KeyMissing,
        ),
        (
            "key for another algorithm",
            Forgery { rest: |b| b["jwks"]["keys"][0]["alg"] = json!("RS512"), ..f },
            Reason::KeyMissing,
        ),
        (
            "two keys of one name",
            Forgery {
                rest: |b| b["jwks"]["keys"] = json!([b["jwks"]["keys"][0], b["jwks"]["keys"][0]]),
                ..f
            },
            Reason::KeyMissing,
        ),
        (
            "algorithms mixed",
            Forgery { header: |h| h["alg"] = json!("ES256"), ..f },
            Reason::KeyMissing,
        ),
        (
            "other claims, old signature",
            Forgery {
                rest: |b| b["idToken"] = json!(other_name(b["idToken"].as_str().unwrap())),
                ..f
            },
            Reason::TokenForged,
        ),
        (
            "signature taken off",
            Forgery {
                rest: |b| b["idToken"] = json!(unsigned(b["idToken"].as_str().unwrap())),
                ..f
            },
            Reason::TokenForged,
        ),
        (
            "another's key",
            Forgery { issuer: Issuer::Stranger, rest: |b| b["jwks"] = Issuer::Es256.jwks(), ..f },
            Reason::TokenForged,
        ),
        (
            "another issuer",
            Forgery { claims: |c| c["iss"] = json!("https://evil.example/mitid"), ..f },
            Reason::IssuerUnknown,
        ),
        (
            "another path",
            Forgery { claims: |c| c["iss"] = json!("http://127.0.0.1:1/other"), ..f },
            Reason::IssuerUnknown,
        ),
        ("no issuer", Forgery { claims: |c| without(c, "iss"), ..f }, Reason::IssuerUnknown),
        (
            "another client",
            Forgery { claims: |c| c["aud"] = json!("another"), ..f },
            Reason::AudienceOther,
        ),
        (
            "one client more",
            Forgery { claims: |c| c["aud"] = json!(["tilslut-practice", "another"]), ..f },
            Reason::AudienceOther,
        ),
        ("no client", Forgery { claims: |c| without(c, "aud"), ..f }, Reason::AudienceOther),
        (
            "another authorised party",
            Forgery { claims: |c| c["azp"] = json!("another"), ..f },
            Reason::AudienceOther,
        ),
        (
            "another nonce",
            Forgery { claims: |c| c["nonce"] = json!(b64([0; 32])), ..f },
            Reason::NonceOther,
        ),
        ("no nonce", Forgery { claims: |c| without(c, "nonce"), ..f }, Reason::NonceOther),
        (
            "ended before it began",
            Forgery { claims: |c| c["exp"] = json!(IAT - 1), ..f },
            Reason::TimesWrong,
        ),
        ("without end", Forgery { claims: |c| without(c, "exp"), ..f }, Reason::TimesWrong),
        ("without beginning", Forgery { claims: |c| without(c, "iat"), ..f }, Reason::TimesWrong),
        (
            "time as text",
            Forgery { claims: |c| c["iat"] = json!(IAT.to_string()), ..f },
            Reason::TimesWrong,
        ),
        (
            "not valid yet",
            Forgery { claims: |c| c["nbf"] = json!(IAT + 1), ..f },
            Reason::TimesWrong,
        ),
        (
            "time out of reach",
            Forgery {
                claims: |c| {
                    c["iat"] = json!(i64::MIN);
                    c["nbf"] = json!(i64::MIN);
                },
                ..f
            },
            Reason::TimesWrong,
        ),
        (
            "in the future",
            Forgery {
                claims: |c| {
                    c["iat"] = json!(IAT + 9999);
                    c["exp"] = json!(IAT + 9999);
                },
                ..f
            },
            Reason::TimesWrong,
        ),
        (
            "level low",
            Forgery { claims: |c| c["acr"] = json!("urn:grn:authn:dk:mitid:low"), ..f },
            Reason::LevelTooLow,
        ),
        ("no level", Forgery { claims: |c| without(c, "acr"), ..f }, Reason::LevelTooLow),
        (
            "level in an array",
            Forgery { claims: |c| c["acr"] = json!([c["acr"]]), ..f },
            Reason::LevelTooLow,
        ),
        (
            "another text",
            Forgery { claims: |c| c["refTextBody"] = json!("Log på"), ..f },
            Reason::TextOther,
        ),
        (
            "a text with more",
            Forgery {
                claims: |c| {
                    c["refTextBody"] = json!(format!("{} ", c["refTextBody"].as_str().unwrap()))
                },
                ..f
            },
            Reason::TextOther,
        ),
        (
            "an empty text",
            Forgery { claims: |c| c["refTextBody"] = json!(""), ..f },
            Reason::TextOther,
        ),
        (
            "a text that is none",
            Forgery { claims: |c| c["refTextBody"] = Value::Null, ..f },
            Reason::TextOther,
        ),
        (
            "another text under a strange key",
            Forgery {
                issuer: Issuer::Stranger,
                claims: |c| c["refTextBody"] = json!("Log på"),
                ..f
            },
            Reason::TextOther,
        ),
        (
            "userinfo of another",
            Forgery { userinfo: Some(|c| c["sub"] = json!("{2}")), ..f },
            Reason::UserinfoOther,
        ),
        (
            "userinfo of nobody",
            Forgery { userinfo: Some(|c| without(c, "sub")), ..f },
            Reason::UserinfoOther,
        ),
        (
            "userinfo of another issuer",
            Forgery { userinfo: Some(|c| c["iss"] = json!("https://evil.example/mitid")), ..f },
            Reason::UserinfoOther,
        ),
        (
            "userinfo that is no token",
            Forgery { rest: |b| b["userinfoToken"] = json!("e30.e30"), ..f },
            Reason::UserinfoOther,
        ),
        (
            "userinfo signed by another",
            Forgery { rest: |b| fixtures::userinfo(b, Issuer::Es256, |_| {}), ..f },
            Reason::UserinfoOther,
        ),
        (
            "userinfo signed by a stranger",
            Forgery {
                rest: |b| {
                    b["jwks"]["keys"]
                        .as_array_mut()
                        .unwrap()
                        .push(Issuer::Stranger.jwks()["keys"][0].clone());
                    b["jwks"]["keys"][1]["kid"] = json!("key-2");
                    fixtures::userinfo(b, Issuer::Stranger, |_| {});
                },
                ..f
            },
            Reason::UserinfoOther,
        ),
        (
            "userinfo of another transaction",
            Forgery {
                claims: |c| c["transaction_id"] = json!("1"),
                rest: |b| {
                    fixtures::userinfo(b, Issuer::Rs256, |c| c["transaction_id"] = json!("2"))
                },
                ..f
            },
            Reason::UserinfoOther,
        ),
        (
            "transaction of another issuer",
            Forgery { transaction: Some(|c| c["iss"] = json!("https://evil.example/mitid")), ..f },
            Reason::TransactionOther,
        ),
        (
            "transaction of another client",
            Forgery { transaction: Some(|c| c["aud"] = json!("another")), ..f },
            Reason::TransactionOther,
        ),
        (
            "transaction of another nonce",
            Forgery { transaction: Some(|c| c["nonce"] = json!(b64([0; 32]))), ..f },
            Reason::TransactionOther,
        ),
        (
            "transaction without nonce",
            Forgery { transaction: Some(|c| without(c, "nonce")), ..f },
            Reason::TransactionOther,
        ),
        (
            "transaction in the future",
            Forgery { transaction: Some(|c| c["iat"] = json!(IAT + 9999)), ..f },
            Reason::TransactionOther,
        ),
        (
            "transaction without end",
            Forgery { transaction: Some(|c| without(c, "exp")), ..f },
            Reason::TransactionOther,
        ),
        (
            "transaction that is no token",
            Forgery { rest: |b| b["transactionToken"] = json!("e30.e30"), ..f },
            Reason::TransactionOther,
        ),
        (
            "status of nothing",
            Forgery { rest: |b| b["transactionOcsp"] = json!("AAAA"), ..f },
            Reason::BundleUnreadable,
        ),
        (
            "status in another spelling",
            Forgery {
                rest: |b| {
                    fixtures::transaction(b, Issuer::Rs256, |_| {});
                    b["transactionOcsp"] = json!("AAA");
                },
                ..f
            },
            Reason::BundleUnreadable,
        ),
        (
            "time-stamps that are none",
            Forgery { rest: |b| b["timestamps"] = json!([]), ..f },
            Reason::BundleUnreadable,
        ),
        (
            "time-stamps in no list",
            Forgery { rest: |b| b["timestamps"] = json!("AAAA"), ..f },
            Reason::BundleUnreadable,
        ),
        (
            "login not signed",
            Forgery { rest: |b| b["cicSignature"] = json!(b64([1; 64])), ..f },
            Reason::LoginNotSigned,
        ),
        (
            "login signed with nothing",
            Forgery { rest: |b| b["cicSignature"] = json!(""), ..f },
            Reason::LoginNotSigned,
        ),
        (
            "seal of another type",
            Forgery { seal_header: r#"{"alg":"ES256","typ":"JWT"}"#, ..f },
            Reason::SealBroken,
        ),
        (
            "seal with more in its header",
            Forgery { seal_header: r#"{"alg":"ES256","b64":false,"typ":"osm"}"#, ..f },
            Reason::SealBroken,
        ),
        (
            "seal without algorithm",
            Forgery { seal_header: r#"{"alg":"none","typ":"osm"}"#, ..f },
            Reason::SealBroken,
        ),
        (
            "keys changed after sealing",
            Forgery { whole: |b| b["jwks"]["keys"][0]["x5c"] = json!(["AA"]), ..f },
            Reason::SealBroken,
        ),
        (
            "profile changed after sealing",
            Forgery { whole: |b| b["profile"]["version"] = json!(2), ..f },
            Reason::SealBroken,
        ),
        (
            "seal that is not detached",
            Forgery {
                whole: |b| b["seal"] = json!(b["seal"].as_str().unwrap().replace("..", ".e30.")),
                ..f
            },
            Reason::SealBroken,
        ),
        ("no seal at all", Forgery { whole: |b| b["seal"] = json!(""), ..f }, Reason::SealBroken),
    ];
    for (what, forgery, reason) in broken {
        let verdict = forgery.verdict();
        assert_eq!(verdict.outcome, Outcome::Invalid(*reason), "{what}");
        assert_eq!((verdict.approver.clone(), verdict.approved_at), (None, None), "{what}");
        let failed: Vec<_> = verdict
            .checks
            .iter()
            .filter(|check| check.passed == Some(false))
            .map(|check| check.id)
            .collect();
        assert_eq!(failed, Vec::from_iter(reason.check()), "{what}");
    }
    // A revoked certificate has its tests in `lasting.rs`, another purpose in `hand_over.rs`.
    let met: HashSet<_> = broken
        .iter()
        .map(|(_, _, reason)| *reason)
        .chain([Reason::CertificateRevoked, Reason::OtherPurpose])
        .collect();
    assert!(
        Reason::ALL.iter().all(|reason| met.contains(reason)),
        "a reason that no forgery meets"
    );
}

fn other_name(token: &str) -> String {
    let parts: Vec<&str> = token.split('.').collect();
    let payload = fixtures::unb64(parts[1]).replace("Signe Holm", "Jens Åkær");
    [parts[0], &b64(payload), parts[2]].join(".")
}

fn unsigned(token: &str) -> String {
    format!("{}.", token.rsplit_once('.').unwrap().0)
}
