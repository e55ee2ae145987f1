//! What a person sees of a login, and what the broker is asked for.

use super::*;

#[tokio::test]
async fn an_honest_login_becomes_evidence_with_either_algorithm() {
    for (signed, used) in [(Signed::Rs256, 0), (Signed::Es256, 1)] {
        // Members that are not understood are kept in the evidence all the same.
        let noted = |_, keys: &mut Vec<Value>| {
            keys.iter_mut().for_each(|key| key["x-note"] = json!("as it came"))
        };
        let (ended, pages, broker) =
            with(FaultInjection { signed, keys: Box::new(noted), ..FaultInjection::default() })
                .await;
        let approval = ended.outcome.unwrap();
        assert_eq!(approval.verdict.outcome, Outcome::Level(Level::B));
        assert_eq!(approval.verdict.approver.as_deref(), Some("Mette Lindegaard Krogh"));
        let bundle: Value = serde_json::from_slice(&approval.bundle).unwrap();
        assert_eq!(
            bundle["jwks"],
            json!({ "keys": [with_note(&keys()[used])] }),
            "only the key that was used, as it came"
        );
        assert_eq!((broker.seen().exchanges, broker.seen().key_fetches), (1, 1));

        let told = ended.told.unwrap();
        assert_eq!((told.host.as_str(), told.browser_failed), ("127.0.0.1", false));
        assert_eq!(told.until, now() + LONG);
        assert_eq!(pages.last().map(|page| page.status), Some(200));
    }
}

fn with_note(key: &Value) -> Value {
    let mut key = key.clone();
    key["x-note"] = json!("as it came");
    key
}

#[tokio::test]
async fn the_broker_is_asked_for_a_fresh_login_that_shows_the_text() {
    let (ended, _, broker) = with(FaultInjection::default()).await;
    let asked = broker.seen().authorize;
    let get = |name: &str| asked.get(name).map_or("", String::as_str);
    for (name, value) in [
        ("response_type", "code"),
        ("client_id", "tilslut-practice"),
        ("scope", "openid"),
        ("prompt", "login"),
        ("code_challenge_method", "S256"),
        ("acr_values", "urn:grn:authn:dk:mitid:substantial"),
        ("ui_locales", "da"),
    ] {
        assert_eq!(get(name), value, "{name}");
    }
    assert_eq!((get("state").len(), get("nonce").len(), get("code_challenge").len()), (43, 43, 43));
    assert!(
        get("redirect_uri").starts_with("http://127.0.0.1:")
            && get("redirect_uri").ends_with("/callback")
    );
    assert!(
        get("login_hint").starts_with("message:") && get("login_hint").ends_with(" action:approve")
    );
    assert_eq!(level(&ended), Some(Level::B));
}

#[tokio::test]
async fn the_result_page_is_finished_and_leaves_nothing_behind() {
    let (_, pages, broker) = with(FaultInjection::default()).await;
    let secrets = broker.seen().secrets;
    let [first, last] = &pages[..] else { panic!("two answers") };
    assert_eq!(
        (first.status, first.header("location"), first.body.as_str()),
        (303, Some("/done"), "")
    );
    assert!(
        last.body.contains("MitID har svaret")
            && last.body.contains("PRØVE")
            && !last.body.contains("<script")
    );
    for page in &pages {
        assert_eq!(page.header("cache-control"), Some("no-store"));
        assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
        let policy = page.header("content-security-policy").unwrap();
        assert!(
            policy.starts_with("default-src 'none'; style-src 'sha256-")
                && !policy.contains("unsafe"),
            "{policy}"
        );
        assert!(secrets.iter().all(|secret| !page.body.contains(secret.as_str())));
    }
}

#[tokio::test]
async fn the_page_in_the_browser_says_how_it_ended() {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    for (act, page) in [
        ("refuse", "afvist eller afbrudt"),
        ("abort", "afvist eller afbrudt"),
        ("approve", "MitID har svaret"),
    ] {
        let browser = Playing::new(move |link| async move {
            come_back(log_in_as(&link, "bente", act).await).await
        });
        login(&profile(&broker.issuer), &browser).await;
        assert!(browser.got().await[1].body.contains(page), "{act}");
    }
}

#[tokio::test]
async fn a_redirect_uri_may_have_no_path() {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    let profile = BrokerProfile { redirect_path: String::new(), ..profile(&broker.issuer) };
    assert_eq!(level(&login(&profile, &Playing::new(straight)).await), Some(Level::B));
    let redirect = &broker.seen().authorize["redirect_uri"];
    assert!(redirect.rsplit(':').next().unwrap().bytes().all(|b| b.is_ascii_digit()), "{redirect}");
}

#[test]
fn every_trouble_is_a_problem_of_its_own() {
    for (trouble, problem) in [
        (Error::LoopbackNotOpened { ports: vec![] }, Problem::LoopbackNotOpened),
        (Error::CredentialMissing, Problem::CredentialMissing),
        (Error::CredentialRefused, Problem::CredentialRefused),
        (Error::Down, Problem::BrokerDown),
        (Error::Nonsense, Problem::BrokerNonsense),
        (Error::Refused, Problem::LoginRefused),
        (Error::Cancelled, Problem::LoginCancelled),
        (Error::TimedOut, Problem::LoginTimedOut),
        (Error::NotTrusted, Problem::LoginNotTrusted),
        (Error::EvidenceInvalid, Problem::EvidenceInvalid),
    ] {
        assert_eq!(Problem::from(trouble), problem);
    }
}
