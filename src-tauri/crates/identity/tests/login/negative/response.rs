//! What comes back from the broker, or does not: metadata, the answer in the browser, the token
//! endpoint.

use super::*;
use std::sync::atomic::{AtomicI64, Ordering};

fn metadata(change: fn(&mut Value)) -> FaultInjection {
    FaultInjection { metadata: Box::new(change), ..FaultInjection::default() }
}

/// A broker whose metadata cannot be used is found before a browser is opened.
async fn unopened(faults: FaultInjection) -> Ended {
    let broker = Broker::start(faults, now()).await;
    let browser = Playing::new(straight);
    let ended = login(&profile(&broker.issuer), &browser).await;
    assert!(!browser.was_opened() && ended.told.is_none());
    ended
}

/// An answer in the browser that is not exchanged for anything.
async fn unexchanged(
    callback: impl Fn(&mut Vec<(String, String)>) + Send + Sync + 'static,
) -> Ended {
    let (ended, pages, broker) =
        with(FaultInjection { callback: Box::new(callback), ..FaultInjection::default() }).await;
    assert!(pages[1].body.contains("Intet er godkendt"), "{}", pages[1].body);
    assert_eq!(broker.seen().exchanges, 0);
    ended
}

fn iss(value: Option<&'static str>) -> impl Fn(&mut Vec<(String, String)>) + Send + Sync {
    move |query| {
        query.truncate(2);
        query.extend(value.map(|iss| ("iss".to_owned(), iss.to_owned())));
    }
}

/// An error without `iss`, as Nets eID Broker sends it although it promises otherwise.
fn error(
    code: &'static str,
    description: &'static str,
) -> impl Fn(&mut Vec<(String, String)>) + Send + Sync {
    move |query| {
        let state = query[1].clone();
        *query = vec![
            ("error".into(), code.into()),
            ("error_description".into(), description.into()),
            state,
        ];
    }
}

fn answer(status: u16, body: &'static str) -> FaultInjection {
    FaultInjection {
        tokens: Box::new(move |answer| *answer = (status, body.to_owned())),
        ..FaultInjection::default()
    }
}

async fn once(faults: FaultInjection) -> Ended {
    let (ended, _, broker) = with(faults).await;
    assert_eq!(
        broker.seen().exchanges,
        1,
        "a code is exchanged once, and a redirect is not followed"
    );
    ended
}

/// The broker's clock goes on by this much between the code and its exchange.
async fn exchanged_after(seconds: i64) -> Ended {
    let passed = std::sync::Arc::new(AtomicI64::new(0));
    let (clock, goes) = (std::sync::Arc::clone(&passed), passed);
    let broker = Broker::begin(FaultInjection {
        code_seconds: 15,
        clock: Box::new(move || {
            now() + jiff::SignedDuration::from_secs(clock.load(Ordering::SeqCst))
        }),
        ..FaultInjection::default()
    })
    .await;
    let browser = Playing::new(move |link| {
        let goes = std::sync::Arc::clone(&goes);
        async move {
            let callback = log_in(&link).await;
            goes.store(seconds, Ordering::SeqCst);
            come_back(callback).await
        }
    });
    login(&profile(&broker.issuer), &browser).await
}

/// The person sees a page of the broker's own and is never sent back; time passes by itself from
/// then on.
async fn never_back(faults: FaultInjection, authorize: &[(&str, &str)], status: u16) -> Ended {
    let broker = Broker::start(faults, now()).await;
    let mut profile = profile(&broker.issuer);
    profile
        .authorize
        .extend(authorize.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let browser = Playing::new(move |link| async move {
        let page = get(Url::parse(&link).unwrap()).await;
        assert_eq!(page.status, status);
        tokio::time::pause();
        vec![page]
    });
    let ended = login(&profile, &browser).await;
    assert_eq!(broker.seen().exchanges, 0);
    ended
}

async fn silent() -> Ended {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    let browser = Playing::new(|link| async move {
        person::press_silent(&link).await;
        tokio::time::pause();
        Vec::new()
    });
    login(&profile(&broker.issuer), &browser).await
}

async fn gone() -> Ended {
    let gone = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let issuer = format!("http://{}/mitid", gone.local_addr().unwrap());
    drop(gone);
    let browser = Playing::new(straight);
    let ended = login(&profile(&issuer), &browser).await;
    assert!(!browser.was_opened() && ended.told.is_none());
    ended
}

cases! {
    no_broker: "broker-down", gone();
    metadata_that_are_no_object: "broker-nonsense", unopened(metadata(|m| *m = json!([])));
    metadata_of_another_issuer: "broker-nonsense", unopened(metadata(|m| m["issuer"] = json!(format!("{}/", m["issuer"].as_str().unwrap()))));
    metadata_without_a_token_endpoint: "broker-nonsense", unopened(metadata(|m| drop(m.as_object_mut().unwrap().remove("token_endpoint"))));
    an_endpoint_outside: "broker-nonsense", unopened(metadata(|m| m["authorization_endpoint"] = json!("https://mitid.example/authorize")));
    a_key_set_outside: "broker-nonsense", unopened(metadata(|m| m["jwks_uri"] = json!("http://localhost/jwks")));
    an_endpoint_that_is_no_address: "broker-nonsense", unopened(metadata(|m| m["token_endpoint"] = json!("token")));
    no_s256: "broker-nonsense", unopened(metadata(|m| m["code_challenge_methods_supported"] = json!(["plain"])));
    a_code_without_issuer: "login-not-trusted", unexchanged(iss(None));
    a_code_of_another_issuer: "login-not-trusted", unexchanged(iss(Some("http://127.0.0.1:1/mitid")));
    a_code_of_an_empty_issuer: "login-not-trusted", unexchanged(iss(Some("")));
    a_code_without_an_issuer_that_nobody_promised: "level B", ends(FaultInjection {
        metadata: Box::new(|metadata| metadata["authorization_response_iss_parameter_supported"] = json!(false)),
        callback: Box::new(iss(None)),
        ..FaultInjection::default()
    });
    an_abort_without_issuer: "login-refused", unexchanged(error("access_denied", "mitid_user_aborted"));
    a_refusal_without_a_word: "login-refused", unexchanged(error("access_denied", ""));
    a_refusal_that_is_a_timeout: "login-timed-out", unexchanged(error("access_denied", "mitid_timeout"));
    the_broker_cannot_work_now: "broker-down", unexchanged(error("temporarily_unavailable", ""));
    an_error_that_nobody_knows: "login-not-made", unexchanged(error("invalid_scope", "neb_unknown"));
    a_code_of_fifteen_seconds_after_fourteen: "level B", exchanged_after(14);
    a_code_of_fifteen_seconds_after_fifteen: "login-not-trusted", exchanged_after(15);
    an_error_page_of_the_broker: "login-timed-out", never_back(FaultInjection::default(), &[("login_hint", "message:%%% {text-base64}")], 400);
    a_login_that_is_not_answered: "login-timed-out", silent();
    a_redirect_of_the_token_endpoint: "broker-nonsense", once(answer(307, ""));
    a_redirect_after_a_post: "broker-nonsense", once(answer(302, ""));
    a_refused_code: "login-not-trusted", once(answer(400, r#"{"error":"invalid_grant"}"#));
    a_refused_client: "broker-nonsense", once(answer(400, r#"{"error":"invalid_client"}"#));
    a_token_endpoint_that_is_down: "broker-down", once(answer(503, "<h1>down</h1>"));
    an_empty_answer: "broker-nonsense", once(answer(200, ""));
    an_answer_that_is_a_page: "broker-nonsense", once(answer(200, "<h1>hello</h1>"));
    an_answer_without_id_token: "broker-nonsense", once(answer(200, r#"{"access_token":"a","token_type":"Bearer"}"#));
    an_id_token_that_is_none: "login-not-trusted", once(answer(200, r#"{"access_token":"a","token_type":"Bearer","id_token":"x.y.z"}"#));
    an_answer_without_end: "broker-nonsense", once(FaultInjection {
        tokens: Box::new(|answer| answer.1 = " ".repeat(1024 * 1024 + 1)),
        ..FaultInjection::default()
    });
}
