//! A token with one thing wrong is not trusted, whoever vouches for the rest.

use super::*;

fn claim(name: &'static str, value: Value) -> FaultInjection {
    let change = move |claims: &mut serde_json::Map<String, Value>| {
        drop(claims.insert(name.to_owned(), value.clone()))
    };
    FaultInjection { claims: Box::new(change), ..FaultInjection::default() }
}

fn without(name: &'static str) -> FaultInjection {
    FaultInjection {
        claims: Box::new(move |claims| drop(claims.remove(name).expect("the claim was there"))),
        ..FaultInjection::default()
    }
}

fn header(name: &'static str, value: Value) -> FaultInjection {
    FaultInjection {
        header: Box::new(move |header| drop(header.insert(name.to_owned(), value.clone()))),
        ..FaultInjection::default()
    }
}

fn signed(signed: Signed) -> FaultInjection {
    FaultInjection { signed, ..FaultInjection::default() }
}

fn payload(change: fn(&mut String)) -> FaultInjection {
    FaultInjection { payload: Box::new(change), ..FaultInjection::default() }
}

fn at(seconds: i64) -> Value {
    json!(now().as_second() + seconds)
}

/// Another login has used its time, and this one has been asked for its code only once.
async fn refetched(faults: FaultInjection) -> Ended {
    let (ended, _, broker) = with(faults).await;
    assert_eq!(broker.seen().key_fetches, 2, "once before the login, once for the unknown key");
    ended
}

fn keys_at(fetch: usize, then: fn() -> Vec<Value>) -> FaultInjection {
    let change = move |n: usize, keys: &mut Vec<Value>| {
        if n <= fetch {
            *keys = then();
        }
    };
    FaultInjection { keys: Box::new(change), ..FaultInjection::default() }
}

cases! {
    nonce_of_another_request: "login-not-trusted", ends(claim("nonce", json!("fsTLlOIUqtJHomMB2t6HymoAqJi-wORIFtg3y8c65VY")));
    no_nonce: "login-not-trusted", ends(without("nonce"));
    audience_of_another_client: "login-not-trusted", ends(claim("aud", json!("stranger")));
    a_stranger_in_the_audience: "login-not-trusted", ends(claim("aud", json!(["tilslut-practice", "stranger"])));
    no_audience: "login-not-trusted", ends(without("aud"));
    another_issuer: "login-not-trusted", ends(claim("iss", json!("http://127.0.0.1:1/mitid")));
    the_issuer_with_a_slash_more: "login-not-trusted", ends(FaultInjection {
        claims: Box::new(|claims| drop(claims.insert("iss".to_owned(), json!(format!("{}/", claims["iss"].as_str().unwrap()))))),
        ..FaultInjection::default()
    });
    the_client_twice_in_the_audience: "level B", ends(claim("aud", json!(["tilslut-practice", "tilslut-practice"])));
    no_subject: "login-not-trusted", ends(without("sub"));
    an_empty_subject: "login-not-trusted", ends(claim("sub", json!("")));
    a_subject_that_is_longer_than_any: "login-not-trusted", ends(claim("sub", json!("s".repeat(256))));
    authorised_party_is_another_client: "login-not-trusted", ends(claim("azp", json!("stranger")));
    hash_of_another_access_token: "login-not-trusted", ends(claim("at_hash", json!("AAAAAAAAAAAAAAAAAAAAAA")));
    expired: "login-not-trusted", ends(claim("exp", at(-61)));
    no_expiry: "login-not-trusted", ends(without("exp"));
    issued_before_the_login_began: "login-not-trusted", ends(claim("iat", at(-61)));
    issued_in_the_future: "login-not-trusted", ends(claim("iat", at(61)));
    logged_in_before_the_login_began: "login-not-trusted", ends(claim("auth_time", at(-61)));
    logged_in_in_the_future: "login-not-trusted", ends(claim("auth_time", at(61)));
    no_time_of_the_login: "level B", ends(without("auth_time"));
    level_low: "login-level-low", ends(claim("acr", json!("urn:grn:authn:dk:mitid:low")));
    a_level_that_only_begins_right: "login-not-trusted", ends(claim("acr", json!("urn:grn:authn:dk:mitid:substantial ")));
    no_level: "login-not-trusted", ends(without("acr"));
    another_text_was_shown: "login-not-trusted", ends(claim("refTextBody", json!("Godkend overførsel af 100 kr.")));
    an_empty_text_was_shown: "login-not-trusted", ends(claim("refTextBody", json!("")));
    a_text_that_is_no_text_was_shown: "login-not-trusted", ends(claim("refTextBody", Value::Null));
    no_text_is_echoed: "level C", ends(without("refTextBody"));
    no_name: "level B", ends(without("name"));
    a_blank_name: "level B", ends(claim("name", json!(" ")));
    not_mitid: "login-not-trusted", ends(claim("identityscheme", json!("sebankid")));
    an_identity_from_work: "login-not-private", ends(claim("identityscheme", json!("dkmitid-business")));
    an_identity_from_work_signed_by_a_stranger: "login-not-trusted", ends(FaultInjection {
        signed: Signed::ByStranger,
        ..claim("identityscheme", json!("dkmitid-business"))
    });
    no_algorithm: "login-not-trusted", ends(signed(Signed::No));
    the_public_key_as_a_shared_secret: "login-not-trusted", ends(signed(Signed::WithPublicKeyAsSecret));
    signed_by_a_stranger: "login-not-trusted", ends(signed(Signed::ByStranger));
    algorithm_and_key_do_not_fit: "login-not-trusted", ends(header("alg", json!("ES256")));
    an_algorithm_that_is_not_accepted: "login-not-trusted", ends(header("alg", json!("RS512")));
    another_type: "login-not-trusted", ends(header("typ", json!("at+jwt")));
    a_nested_token: "login-not-trusted", ends(header("cty", json!("JWT")));
    a_critical_header: "login-not-trusted", ends(header("crit", json!(["exp"])));
    an_empty_critical_header: "login-not-trusted", ends(header("crit", Value::Null));
    a_doubled_member: "login-not-trusted", ends(payload(|payload| {
        *payload = payload.replacen('{', r#"{"acr":"urn:grn:authn:dk:mitid:low","#, 1);
    }));
    a_doubled_member_spelled_otherwise: "login-not-trusted", ends(payload(|payload| {
        *payload = payload.replacen('{', r#"{"\u0061cr":"urn:grn:authn:dk:mitid:low","#, 1);
    }));
    a_payload_that_is_not_json: "login-not-trusted", ends(payload(|payload| payload.push('}')));
    a_key_that_nobody_knows: "login-not-trusted", refetched(keys_at(usize::MAX, || vec![stranger()]));
    a_key_that_is_changed_during_the_login: "level B", refetched(keys_at(0, || vec![stranger()]));
    two_keys_under_one_name: "login-not-trusted", refetched(keys_at(usize::MAX, || vec![keys()[0].clone(), keys()[0].clone()]));
    a_key_that_is_not_for_signatures: "login-not-trusted", refetched(keys_at(usize::MAX, || {
        let mut key = keys()[0].clone();
        key["use"] = json!("enc");
        vec![key]
    }));
    a_key_that_is_not_anchored: "level D", async {
        let broker = Broker::start(FaultInjection::default(), now()).await;
        let anchored = keys()[1]["kid"].as_str().unwrap().to_owned();
        login(&BrokerProfile { keys: vec![anchored], ..profile(&broker.issuer) }, &Playing::new(straight)).await
    };
}

#[tokio::test]
async fn what_a_token_may_leave_out_or_say_otherwise_does_no_harm() {
    for (what, faults) in [
        ("no at_hash", without("at_hash")),
        ("azp is ours", claim("azp", json!("tilslut-practice"))),
        ("audience as a list", claim("aud", json!(["tilslut-practice"]))),
        ("level high", claim("acr", json!("urn:grn:authn:dk:mitid:high"))),
        ("clocks a minute apart", claim("auth_time", at(-60))),
        (
            "no type",
            FaultInjection {
                header: Box::new(|header| drop(header.remove("typ"))),
                ..FaultInjection::default()
            },
        ),
        ("the type in small letters", header("typ", json!("jwt"))),
        (
            "no name of the key",
            FaultInjection {
                header: Box::new(|header| drop(header.remove("kid"))),
                ..FaultInjection::default()
            },
        ),
        (
            "a key that says its algorithm",
            FaultInjection {
                keys: Box::new(|_, keys| keys[0]["alg"] = json!("RS256")),
                ..FaultInjection::default()
            },
        ),
    ] {
        assert_eq!(level(&ends(faults).await), Some(Level::B), "{what}");
    }
}

#[tokio::test]
async fn an_echo_in_base64_is_read_as_such() {
    use base64::Engine as _;
    use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
    type Spelling = fn(&str) -> String;
    for (spelled, level) in [
        ((|text| STANDARD.encode(text)) as Spelling, Some(Level::B)),
        (|text| URL_SAFE_NO_PAD.encode(text), Some(Level::B)),
        (str::to_owned, None),
    ] {
        let echo = move |claims: &mut serde_json::Map<String, Value>| {
            let text = claims["refTextBody"].as_str().unwrap().to_owned();
            claims.insert("refTextBody".into(), json!(spelled(&text)));
        };
        let broker = Broker::start(
            FaultInjection { claims: Box::new(echo), ..FaultInjection::default() },
            now(),
        )
        .await;
        let mut profile = profile(&broker.issuer);
        profile.claims.text_base64 = true;
        assert_eq!(super::level(&login(&profile, &Playing::new(straight)).await), level);
    }
}
