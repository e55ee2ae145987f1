//! A token with one thing wrong is not trusted, whoever vouches for the rest.

use super::*;
use base64::Engine;

/// A change of one part of the token, under the name of what is wrong with it then.
pub fn token_lies() -> Vec<(&'static str, Conduct)> {
    let claim = |name: &'static str, value: Value| Conduct {
        claims: Box::new(move |claims| {
            claims.insert(name.to_owned(), value.clone());
        }),
        ..Conduct::default()
    };
    let without = |name: &'static str| Conduct {
        claims: Box::new(move |claims| {
            claims.remove(name).expect("the claim was there");
        }),
        ..Conduct::default()
    };
    let header = |name: &'static str, value: Value| Conduct {
        header: Box::new(move |header| {
            header.insert(name.to_owned(), value.clone());
        }),
        ..Conduct::default()
    };
    let signed = |signed| Conduct { signed, ..Conduct::default() };
    let at = |seconds: i64| json!(now().as_second() + seconds);
    vec![
        ("nonce of another request", claim("nonce", json!("fsTLlOIUqtJHomMB2t6HymoAqJi-wORIFtg3y8c65VY"))),
        ("no nonce", without("nonce")),
        ("audience of another client", claim("aud", json!("stranger"))),
        ("a stranger in the audience", claim("aud", json!(["tilslut-practice", "stranger"]))),
        ("no audience", without("aud")),
        ("another issuer", claim("iss", json!("http://127.0.0.1:1/mitid"))),
        ("authorised party is another client", claim("azp", json!("stranger"))),
        ("hash of another access token", claim("at_hash", json!("AAAAAAAAAAAAAAAAAAAAAA"))),
        ("expired", claim("exp", at(-61))),
        ("issued before the login began", claim("iat", at(-61))),
        ("issued in the future", claim("iat", at(61))),
        ("logged in before the login began", claim("auth_time", at(-61))),
        ("logged in in the future", claim("auth_time", at(61))),
        ("no time of the login", without("auth_time")),
        ("level low", claim("acr", json!("urn:grn:authn:dk:mitid:low"))),
        ("no level", without("acr")),
        ("another text was shown", claim("refTextBody", json!("Godkend overførsel af 100 kr."))),
        ("an empty text was shown", claim("refTextBody", json!(""))),
        ("a text that is no text was shown", claim("refTextBody", Value::Null)),
        ("no name", without("name")),
        ("not MitID", claim("identityscheme", json!("sebankid"))),
        ("no algorithm", signed(Signed::None)),
        ("the public key as a shared secret", signed(Signed::Hs256WithPublicKey)),
        ("signed by a stranger", signed(Signed::ByStranger)),
        ("algorithm and key do not fit", header("alg", json!("ES256"))),
        ("an algorithm that is not accepted", header("alg", json!("RS512"))),
        ("another type", header("typ", json!("at+jwt"))),
        ("a nested type", header("cty", json!("JWT"))),
        ("a critical header", header("crit", json!(["exp"]))),
        ("an empty critical header", header("crit", Value::Null)),
        (
            "a doubled member",
            Conduct {
                payload: Box::new(|payload| *payload = payload.replacen('{', r#"{"acr":"urn:grn:authn:dk:mitid:low","#, 1)),
                ..Conduct::default()
            },
        ),
        ("not JSON", Conduct { payload: Box::new(|payload| payload.push('}')), ..Conduct::default() }),
    ]
}

#[tokio::test]
async fn a_token_with_one_thing_wrong_is_not_trusted() {
    for (what, conduct) in token_lies() {
        let (ended, _, broker) = with(conduct).await;
        assert_eq!(ended.outcome.err(), Some(Trouble::NotTrusted), "{what}");
        assert_eq!(broker.seen().exchanges, 1, "{what}");
    }
}

#[tokio::test]
async fn what_a_token_may_leave_out_or_say_otherwise_does_no_harm() {
    let claims = |change: fn(&mut serde_json::Map<String, Value>)| Conduct { claims: Box::new(change), ..Conduct::default() };
    for (what, conduct) in [
        ("no at_hash", claims(|c| drop(c.remove("at_hash")))),
        ("azp is ours", claims(|c| drop(c.insert("azp".into(), json!("tilslut-practice"))))),
        ("audience as a list", claims(|c| drop(c.insert("aud".into(), json!(["tilslut-practice"]))))),
        ("level high", claims(|c| drop(c.insert("acr".into(), json!("urn:grn:authn:dk:mitid:high"))))),
        ("clocks a minute apart", claims(|c| drop(c.insert("auth_time".into(), json!(now().as_second() - 60))))),
        ("no type", Conduct { header: Box::new(|header| drop(header.remove("typ"))), ..Conduct::default() }),
    ] {
        assert_eq!(level(&with(conduct).await.0), Some(Level::B), "{what}");
    }
}

#[tokio::test]
async fn without_an_echo_the_evidence_says_that_the_text_is_not_proven() {
    let conduct = Conduct { claims: Box::new(|claims| drop(claims.remove("refTextBody"))), ..Conduct::default() };
    assert_eq!(level(&with(conduct).await.0), Some(Level::C));
}

#[tokio::test]
async fn an_echo_in_base64_is_read_as_such() {
    for (echo, level) in [("base64", Some(Level::B)), ("plain", None)] {
        let conduct = Conduct {
            claims: Box::new(move |claims| {
                let text = claims["refTextBody"].as_str().unwrap().to_owned();
                if echo == "base64" {
                    claims.insert("refTextBody".into(), json!(base64::engine::general_purpose::STANDARD.encode(text)));
                }
            }),
            ..Conduct::default()
        };
        let broker = Broker::start(conduct, now()).await;
        let mut profile = profile(&broker.issuer);
        profile.claims.text_base64 = true;
        assert_eq!(super::level(&login(&profile, &Playing::new(straight)).await), level, "{echo}");
    }
}

#[tokio::test]
async fn keys_are_fetched_again_exactly_once() {
    let rotated = Conduct { keys: Box::new(|fetch| if fetch == 0 { vec![key(STRANGER)] } else { vec![key(RS256)] }), ..Conduct::default() };
    let (ended, _, broker) = with(rotated).await;
    assert_eq!((level(&ended), broker.seen().key_fetches), (Some(Level::B), 2));

    let unknown = Conduct { keys: Box::new(|_| vec![key(STRANGER)]), ..Conduct::default() };
    let (ended, _, broker) = with(unknown).await;
    assert_eq!((ended.outcome.err(), broker.seen().key_fetches), (Some(Trouble::NotTrusted), 2));

    let twice = Conduct { keys: Box::new(|_| vec![key(RS256), key(RS256)]), ..Conduct::default() };
    assert_eq!(with(twice).await.0.outcome.err(), Some(Trouble::NotTrusted));
}

#[tokio::test]
async fn a_key_that_is_not_anchored_is_said_to_be_so() {
    let broker = Broker::start(Conduct::default(), now()).await;
    let profile = BrokerProfile { keys: vec![thumbprint(ES256)], ..profile(&broker.issuer) };
    let ended = login(&profile, &Playing::new(straight)).await;
    assert_eq!(level(&ended), Some(Level::D));
}

#[tokio::test]
async fn an_answer_of_the_token_endpoint_is_read_with_care() {
    let answer = |status: u16, body: &'static str| Conduct {
        tokens: Box::new(move |answer| *answer = (status, body.to_owned())),
        ..Conduct::default()
    };
    for (status, body, trouble) in [
        (400, r#"{"error":"invalid_grant"}"#, Trouble::NotTrusted),
        (400, r#"{"error":"invalid_client"}"#, Trouble::Nonsense),
        (400, "no", Trouble::Nonsense),
        (503, "<h1>down</h1>", Trouble::Down),
        (302, "", Trouble::Nonsense),
        (200, "", Trouble::Nonsense),
        (200, "<h1>hello</h1>", Trouble::Nonsense),
        (200, r#"{"access_token":"canary-access-token","token_type":"Bearer"}"#, Trouble::Nonsense),
        (200, r#"{"access_token":"canary-access-token","token_type":"Bearer","id_token":"x.y.z"}"#, Trouble::NotTrusted),
    ] {
        let (ended, _, _) = with(answer(status, body)).await;
        assert_eq!(ended.outcome.err(), Some(trouble), "{status} {body}");
    }
}
