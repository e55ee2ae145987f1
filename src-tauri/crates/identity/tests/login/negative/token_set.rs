//! Tokens beside the ID token, as Nets eID Broker sends them: one that belongs to another login
//! spoils the whole.

use super::*;
use crate::brokers::{certified, nets_eid};
use practice::{BrokerFlavour, Status};

type Claims = serde_json::Map<String, Value>;

fn neb() -> FaultInjection {
    FaultInjection { flavour: BrokerFlavour::NetsEid, ..FaultInjection::default() }
}

fn person(change: impl Fn(&mut Claims) + Send + Sync + 'static) -> FaultInjection {
    FaultInjection { userinfo: Box::new(change), ..neb() }
}

fn transaction(change: impl Fn(&mut Claims) + Send + Sync + 'static) -> FaultInjection {
    FaultInjection { transaction: Box::new(change), ..neb() }
}

fn set(name: &'static str, value: Value) -> impl Fn(&mut Claims) + Send + Sync {
    move |claims| drop(claims.insert(name.to_owned(), value.clone()))
}

fn drop_claim(name: &'static str) -> impl Fn(&mut Claims) + Send + Sync {
    move |claims| drop(claims.remove(name).expect("the claim was there"))
}

fn answer(change: fn(&mut Value)) -> FaultInjection {
    let tokens = move |answer: &mut (u16, String)| {
        let mut body: Value = serde_json::from_str(&answer.1).unwrap();
        change(&mut body);
        answer.1 = body.to_string();
    };
    FaultInjection { tokens: Box::new(tokens), ..neb() }
}

async fn at_neb(faults: FaultInjection) -> Ended {
    let broker = Broker::start(faults, now()).await;
    login(&nets_eid(&broker.issuer), &Playing::new(straight)).await
}

/// The authority behind the transaction token is anchored, and says this of its certificate.
async fn at_certified(status: Status) -> Ended {
    let broker = Broker::start(FaultInjection { status, ..neb() }, now()).await;
    login(&certified(&broker.issuer), &Playing::new(straight)).await
}

/// The key set has none of the keys, at no time.
async fn no_keys() -> Ended {
    let broker = Broker::start(
        FaultInjection { keys: Box::new(|_, keys| *keys = vec![keys.remove(0)]), ..neb() },
        now(),
    )
    .await;
    let ended = login(&nets_eid(&broker.issuer), &Playing::new(straight)).await;
    assert_eq!(broker.seen().key_fetches, 2, "once more for the whole login");
    ended
}

cases! {
    a_person_with_another_subject: "login-not-trusted", at_neb(person(set("sub", json!("{somebody-else}"))));
    a_person_without_subject: "login-not-trusted", at_neb(person(drop_claim("sub")));
    a_person_of_another_transaction: "login-not-trusted", at_neb(person(set("transaction_id", json!("another"))));
    a_person_of_another_client: "login-not-trusted", at_neb(person(set("aud", json!("stranger"))));
    a_person_of_another_issuer: "login-not-trusted", at_neb(person(set("iss", json!("https://pp.netseidbroker.dk/op"))));
    a_person_who_logged_in_before: "login-not-trusted", at_neb(person(set("auth_time", json!((now().as_second() - 61).to_string()))));
    an_answer_about_the_person_that_is_over: "login-not-trusted", at_neb(person(set("exp", json!(now().as_second() - 61))));
    no_answer_about_the_person: "level B", at_neb(answer(|body| drop(body.as_object_mut().unwrap().remove("userinfo_token"))));
    an_answer_about_the_person_that_is_not_signed: "login-not-trusted", at_neb(answer(|body| {
        let signed = body["userinfo_token"].as_str().unwrap().to_owned();
        body["userinfo_token"] = json!(format!("{}.", signed.rsplit_once('.').unwrap().0));
    }));
    a_transaction_with_another_nonce: "login-not-trusted", at_neb(transaction(set("nonce", json!("another"))));
    a_transaction_without_nonce: "login-not-trusted", at_neb(transaction(drop_claim("nonce")));
    a_transaction_of_another_client: "login-not-trusted", at_neb(transaction(set("aud", json!("stranger"))));
    a_transaction_of_another_login: "login-not-trusted", at_neb(transaction(set("transaction_id", json!("another"))));
    a_transaction_without_a_login: "login-not-trusted", at_neb(transaction(set("transaction_actions", json!(["mitid.cpr_match"]))));
    a_transaction_with_another_text: "login-not-trusted", at_neb(transaction(set("mitid.reference_text", json!("R29ka2VuZA=="))));
    a_transaction_without_a_text: "level C", at_neb(transaction(drop_claim("mitid.reference_text")));
    a_transaction_without_a_name: "level B", at_neb(transaction(drop_claim("mitid.identity_name")));
    no_transaction: "level C", at_neb(answer(|body| drop(body.as_object_mut().unwrap().remove("transaction_token"))));
    a_transaction_under_a_revoked_certificate: "evidence-invalid", at_certified(Status::Revoked);
    the_id_token_in_place_of_the_transaction: "level C", at_neb(answer(|body| body["transaction_token"] = body["id_token"].clone()));
    keys_of_which_one_is_missing: "login-not-trusted", no_keys();
}
