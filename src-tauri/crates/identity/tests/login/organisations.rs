//! Whom a person may represent, as the broker says: from a login that approves nothing and of which
//! nothing is kept.

use super::*;
use domain::organisation::Represented;
use identity::organisations;
use person::act_for;
use serde_json::Map;

async fn listed(faults: FaultInjection) -> (Result<Vec<Represented>, Error>, Broker) {
    let broker = Broker::start(faults, now()).await;
    let browser = Playing::new(|link: String| async move {
        come_back(act_for(&link, "mette", "13748136").await).await
    });
    let profile = profile(&broker.issuer);
    let clock = At(now());
    let found = sendable(organisations(
        &profile,
        Language::Danish,
        &clock,
        &browser,
        |_| {},
        pending(),
        LONG,
    ))
    .await;
    browser.got().await;
    (found, broker)
}

fn saying(claims: fn(&mut Map<String, Value>)) -> FaultInjection {
    FaultInjection { claims: Box::new(claims), ..FaultInjection::default() }
}

fn nordlys(name: Option<&str>) -> Represented {
    Represented { cvr: CvrNumber::parse("13748136").unwrap(), name: name.map(str::to_owned) }
}

#[tokio::test]
async fn the_organisation_that_was_chosen_at_the_broker_is_told() {
    let (found, broker) = listed(FaultInjection::default()).await;
    assert_eq!(found, Ok(vec![nordlys(Some("Nordlys Tømrer & Snedker ApS"))]));
    let asked = broker.seen().authorize;
    let get = |name: &str| asked.get(name).map_or("", String::as_str);
    assert_eq!(
        (get("acr_values"), get("prompt"), get("login_hint")),
        ("urn:grn:authn:dk:mitid:business", "login", "")
    );
    assert_eq!((get("state").len(), get("nonce").len(), get("code_challenge").len()), (43, 43, 43));
}

#[tokio::test]
async fn a_list_is_told_whole_and_what_is_no_number_is_none() {
    let several = |claims: &mut Map<String, Value>| {
        claims.insert(
            "cvrNumberIdentifier".to_owned(),
            json!(["DK13748136", "95504183", "12345678", 13_748_136, null]),
        );
    };
    let other = Represented { cvr: CvrNumber::parse("95504183").unwrap(), name: None };
    assert_eq!(listed(saying(several)).await.0, Ok(vec![nordlys(None), other]));
}

#[tokio::test]
async fn nobody_may_represent_what_the_broker_does_not_say_yes_to() {
    for (claim, value) in [
        ("companySignatory", json!("false")),
        ("companySignatory", Value::Null),
        ("cvrNumberIdentifier", json!("")),
    ] {
        let faults = FaultInjection {
            claims: Box::new(move |claims| {
                claims.insert(claim.to_owned(), value.clone());
            }),
            ..FaultInjection::default()
        };
        assert_eq!(listed(faults).await.0, Ok(vec![]), "{claim}");
    }
}

#[tokio::test]
async fn an_answer_that_is_not_of_this_login_is_not_believed() {
    let forged: [(&str, FaultInjection); 5] = [
        (
            "another nonce",
            saying(|claims| drop(claims.insert("nonce".to_owned(), json!("another")))),
        ),
        (
            "another client",
            saying(|claims| drop(claims.insert("aud".to_owned(), json!("another")))),
        ),
        (
            "another issuer",
            saying(|claims| {
                drop(claims.insert("iss".to_owned(), json!("http://127.0.0.1:1/mitid")))
            }),
        ),
        (
            "an old session",
            saying(|claims| drop(claims.insert("auth_time".to_owned(), json!(1_000_000_000)))),
        ),
        ("another key", FaultInjection { signed: Signed::ByStranger, ..FaultInjection::default() }),
    ];
    for (what, faults) in forged {
        assert_eq!(listed(faults).await.0, Err(Error::NotTrusted), "{what}");
    }
}

#[tokio::test]
async fn a_broker_that_does_not_tell_is_not_asked() {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    let profile = BrokerProfile { organisations: None, ..profile(&broker.issuer) };
    let found =
        organisations(&profile, Language::Danish, &At(now()), &NoBrowser, |_| {}, pending(), LONG)
            .await;
    assert_eq!(found, Err(Error::Nonsense));
    assert!(broker.seen().authorize.is_empty());
}
