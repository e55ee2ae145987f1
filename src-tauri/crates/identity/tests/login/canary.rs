//! No code, token, state, verifier, key or person is in anything that a login lets out: results,
//! progress, errors, pages, notes of a panic. A recording broker knows what must not be seen.

use super::*;
use crate::brokers::nets_eid;
use practice::BrokerFlavour;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Everything that a login let out, and everything that it must not have.
async fn let_out(faults: FaultInjection, act: &'static str) -> (String, Vec<String>) {
    let neb = faults.flavour == BrokerFlavour::NetsEid;
    let broker = Broker::start(faults, now()).await;
    let profile = if neb { nets_eid(&broker.issuer) } else { profile(&broker.issuer) };
    let browser =
        Playing::new(
            move |link| async move { come_back(log_in_as(&link, "mette", act).await).await },
        );
    let mut out = String::new();
    let clock = At(now());
    let tell = |progress: Progress| out += &format!("{progress:?} {progress:#?}");
    let outcome =
        approve(&profile, commitment(), Language::Danish, &clock, &browser, tell, pending(), LONG)
            .await;
    out += &format!("{outcome:?} {outcome:#?}");
    if let Err(trouble) = &outcome {
        out += &format!("{trouble} {:?}", Problem::from(trouble.clone()));
    }
    // What a careless caller would print as it falls.
    let fallen = catch_unwind(AssertUnwindSafe(|| {
        panic!("{:?} {:?}", outcome.as_ref().map(|_| ()), outcome)
    }))
    .unwrap_err();
    out += fallen.downcast_ref::<String>().unwrap();
    out += &browser.got().await.iter().map(|page| format!("{page:?}")).collect::<String>();
    let seen = broker.seen();
    let mut secrets = seen.secrets;
    secrets.extend(
        ["code_challenge", "client_id"]
            .iter()
            .filter_map(|name| seen.authorize.get(*name).cloned()),
    );
    secrets.extend(
        seen.exchange
            .into_iter()
            .filter(|(name, _)| ["code", "code_verifier"].contains(&name.as_str()))
            .map(|(_, value)| value),
    );
    let parts: Vec<String> = secrets
        .iter()
        .flat_map(|secret| secret.split('.'))
        .filter(|part| part.len() > 20)
        .map(str::to_owned)
        .collect();
    secrets.extend(parts);
    secrets.extend(["Lindegaard", "1981-03-14", "0d1f3c52"].map(str::to_owned));
    secrets.retain(|secret| secret != practice::CLIENT_ID);
    assert!(secrets.len() > 5, "the broker recorded nothing");
    (out, secrets)
}

#[tokio::test]
async fn nothing_that_comes_out_shows_a_secret() {
    let wrong = |name: &'static str, value: Value| FaultInjection {
        claims: Box::new(move |claims| drop(claims.insert(name.to_owned(), value.clone()))),
        ..FaultInjection::default()
    };
    let answer = |status: u16, body: &'static str| FaultInjection {
        tokens: Box::new(move |answer| *answer = (status, body.to_owned())),
        ..FaultInjection::default()
    };
    for (faults, act) in [
        (FaultInjection::default(), "approve"),
        (
            FaultInjection { flavour: BrokerFlavour::NetsEid, ..FaultInjection::default() },
            "approve",
        ),
        (FaultInjection::default(), "refuse"),
        (wrong("nonce", json!("another")), "approve"),
        (wrong("acr", json!("low")), "approve"),
        (wrong("aud", json!(7)), "approve"),
        (answer(400, r#"{"error":"invalid_grant"}"#), "approve"),
        (answer(200, "nonsense"), "approve"),
        (FaultInjection { signed: Signed::ByStranger, ..FaultInjection::default() }, "approve"),
        (
            FaultInjection {
                payload: Box::new(|payload| payload.push('}')),
                ..FaultInjection::default()
            },
            "approve",
        ),
        (
            FaultInjection {
                tokens: Box::new(|answer| answer.1.push('}')),
                ..FaultInjection::default()
            },
            "approve",
        ),
    ] {
        let (out, secrets) = let_out(faults, act).await;
        for secret in secrets {
            assert!(!out.contains(&secret), "{secret} is in {out}");
        }
    }
}
