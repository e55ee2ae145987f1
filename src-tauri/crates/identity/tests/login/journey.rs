//! What a person sees of a login, and what the broker is asked for.

use super::*;
use crate::tokens::token_lies;

#[tokio::test]
async fn an_honest_login_becomes_evidence_with_either_algorithm() {
    for (signed, pem) in [(Signed::Rs256, RS256), (Signed::Es256, ES256)] {
        let (ended, pages, broker) = with(Conduct { signed, ..Conduct::default() }).await;
        let approval = ended.outcome.unwrap();
        assert_eq!(approval.verdict.outcome, Outcome::Level(Level::B));
        assert_eq!(approval.verdict.approver.as_deref(), Some("Søren Thorup Winther"));
        let bundle: Value = serde_json::from_slice(&approval.bundle).unwrap();
        assert_eq!(bundle["jwks"], json!({ "keys": [key(pem)] }), "only the key that was used, as it came");
        assert_eq!((broker.seen().exchanges, broker.seen().key_fetches), (1, 1));

        let told = ended.told.unwrap();
        assert_eq!((told.host.as_str(), told.browser_failed), ("127.0.0.1", false));
        assert_eq!(told.until, now() + LONG);
        assert_eq!(pages.last().map(|page| page.status), Some(200));
    }
}

#[tokio::test]
async fn the_broker_is_asked_for_a_fresh_login_that_shows_the_text() {
    let (ended, _, broker) = with(Conduct::default()).await;
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
    assert!(get("redirect_uri").starts_with("http://127.0.0.1:") && get("redirect_uri").ends_with("/callback"));
    assert!(get("login_hint").starts_with("message:") && get("login_hint").ends_with(" action:approve"));
    assert_eq!(level(&ended), Some(Level::B));
}

#[tokio::test]
async fn the_result_page_is_finished_and_leaves_nothing_behind() {
    let (_, pages, _) = with(Conduct::default()).await;
    let [first, last] = &pages[..] else { panic!("two answers") };
    assert_eq!((first.status, first.header("location"), first.body.as_str()), (303, Some("/done"), ""));
    assert!(last.body.contains("MitID har svaret") && last.body.contains("PRØVE") && !last.body.contains("<script"));
    for page in &pages {
        assert_eq!(page.header("cache-control"), Some("no-store"));
        assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
        let policy = page.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-") && !policy.contains("unsafe"), "{policy}");
        assert!(!page.body.contains(CODE));
    }
}

#[tokio::test]
async fn a_refusal_is_believed_without_an_issuer() {
    let refused = |description: &'static str| Conduct {
        callback: Box::new(move |query| {
            let state = query[1].clone();
            *query = vec![("error".into(), "access_denied".into()), ("error_description".into(), description.into()), state];
        }),
        ..Conduct::default()
    };
    for (description, trouble, page) in [
        ("mitid_user_aborted", Trouble::Refused, "afvist eller afbrudt"),
        ("", Trouble::Refused, "afvist eller afbrudt"),
        ("mitid_timeout", Trouble::TimedOut, "ikke kan bruge"),
    ] {
        let (ended, pages, broker) = with(refused(description)).await;
        assert_eq!(ended.outcome.err(), Some(trouble), "{description}");
        assert!(pages[1].body.contains(page), "{}", pages[1].body);
        assert_eq!(broker.seen().exchanges, 0);
    }
}

#[tokio::test]
async fn a_code_from_nobody_or_from_another_issuer_is_not_exchanged() {
    for iss in [None, Some("http://127.0.0.1:1/mitid"), Some("")] {
        let conduct = Conduct {
            callback: Box::new(move |query| {
                query.truncate(2);
                query.extend(iss.map(|iss| ("iss".to_owned(), iss.to_owned())));
            }),
            ..Conduct::default()
        };
        let (ended, pages, broker) = with(conduct).await;
        assert_eq!(ended.outcome.err(), Some(Trouble::NotTrusted), "{iss:?}");
        assert!(pages[1].body.contains("Intet er godkendt"));
        assert_eq!(broker.seen().exchanges, 0);
    }
}

#[tokio::test]
async fn a_broker_that_does_not_promise_its_issuer_may_leave_it_out() {
    let conduct = Conduct {
        metadata: Box::new(|metadata| metadata["authorization_response_iss_parameter_supported"] = json!(false)),
        callback: Box::new(|query| query.truncate(2)),
        ..Conduct::default()
    };
    assert_eq!(level(&with(conduct).await.0), Some(Level::B));
}

#[tokio::test]
async fn a_redirect_uri_may_have_no_path() {
    let broker = Broker::start(Conduct::default(), now()).await;
    let profile = BrokerProfile { redirect_path: String::new(), ..profile(&broker.issuer) };
    assert_eq!(level(&login(&profile, &Playing::new(straight)).await), Some(Level::B));
    let redirect = &broker.seen().authorize["redirect_uri"];
    assert!(redirect.rsplit(':').next().unwrap().bytes().all(|b| b.is_ascii_digit()), "{redirect}");
}

#[tokio::test]
async fn nothing_that_comes_out_shows_a_secret() {
    let lies = token_lies().into_iter().map(|(_, conduct)| conduct);
    for conduct in [Conduct::default()].into_iter().chain(lies.take(3)) {
        let (ended, pages, broker) = with(conduct).await;
        let asked = broker.seen().authorize;
        let mut seen = format!("{:?} {:#?} {:?}", ended.outcome, ended.outcome, ended.told.as_ref());
        if let Err(trouble) = &ended.outcome {
            seen += &format!("{trouble} {:?}", Problem::from(*trouble));
        }
        seen += &pages.iter().map(|page| format!("{page:?}")).collect::<String>();
        let token = ended.outcome.ok().map(|approval| {
            let bundle: Value = serde_json::from_slice(&approval.bundle).unwrap();
            bundle["idToken"].as_str().unwrap().to_owned()
        });
        let parts = token.iter().flat_map(|token| token.split('.'));
        let secrets = [CODE, ACCESS_TOKEN, &asked["state"], &asked["nonce"], &asked["code_challenge"], "Winther"];
        for secret in secrets.into_iter().chain(parts) {
            assert!(!seen.contains(secret), "{secret}");
        }
        let debug = format!("{:?}", ended.told.unwrap());
        assert!(!debug.contains("http") && debug.contains('…'), "{debug}");
    }
}

#[test]
fn every_trouble_is_a_problem_of_its_own() {
    for (trouble, problem) in [
        (Trouble::LoopbackNotOpened, Problem::LoopbackNotOpened),
        (Trouble::Down, Problem::BrokerDown),
        (Trouble::Nonsense, Problem::BrokerNonsense),
        (Trouble::Refused, Problem::LoginRefused),
        (Trouble::Cancelled, Problem::LoginCancelled),
        (Trouble::TimedOut, Problem::LoginTimedOut),
        (Trouble::NotTrusted, Problem::LoginNotTrusted),
        (Trouble::EvidenceInvalid, Problem::EvidenceInvalid),
    ] {
        assert_eq!(Problem::from(trouble), problem);
    }
}
