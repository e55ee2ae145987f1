//! `tilslut-cli profile check`: offline from the file, online against the pretended broker.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod program;

use practice::{FaultInjection, Practice};
use program::{Answer, run, run_with};
use serde_json::{Value, json};
use tokio::runtime::Runtime;

const IDURA: &str = include_str!("../../identity/profiles/idura.toml");
const PRACTICE: &str = include_str!("../../identity/profiles/practice.toml");

fn check(profile: &str, more: &[&str]) -> Answer {
    run_with(&[&["profile", "check", "-"], more].concat(), profile.as_bytes())
}

fn practice_profile(issuer: &str) -> String {
    PRACTICE.replacen("issuer = \"\"", &format!("issuer = \"{issuer}\""), 1)
}

#[test]
fn a_shipped_profile_says_what_to_fill_in_and_what_to_ask() {
    let answer = check(IDURA, &["--json", "--lang", "en"]);
    assert_eq!((answer.code, answer.err.as_str()), (Some(1), ""));
    let told = answer.json();
    let fields = |name: &str| {
        told[name]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["field"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        fields("missing"),
        ["broker.issuer", "broker.client-id", "broker.ports", "broker.keys"]
    );
    assert_eq!((fields("unusable"), &told["redirectUris"]), (vec![], &json!([])));
    assert!(fields("unconfirmed").contains(&"ports".to_owned()));
    assert!(
        told["missing"]
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["remedy"].as_str().unwrap().len() > 20)
    );
}

#[test]
fn a_whole_profile_shows_what_to_register() {
    let whole = IDURA
        .replacen("issuer = \"\"", "issuer = \"https://example.idura.broker\"", 1)
        .replacen("client-id = \"\"", "client-id = \"urn:example:tilslut\"", 1)
        .replacen("ports = []", "ports = [31411, 31412]", 1)
        .replacen("keys = []", "keys = [\"2AOOwCf5zVmoj2FIIE0BJvqaGGcvXmMmAuYCLd5OjgM\"]", 1);
    let answer = check(&whole, &[]);
    assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "{}", answer.out);
    for said in [
        "Profilen er fuldstændig.",
        "http://127.0.0.1:31411/callback",
        "http://127.0.0.1:31412/callback",
        "Ikke bekræftet",
    ] {
        assert!(answer.out.contains(said), "{said}: {}", answer.out);
    }
}

#[test]
fn every_value_that_cannot_be_used_is_named() {
    let wrong = practice_profile("https://mitid.example").replacen("\"/callback\"", "\"/done\"", 1);
    let answer = check(&wrong, &["--json"]);
    let fields: Vec<Value> = answer.json()["unusable"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["field"].clone())
        .collect();
    assert_eq!(
        (answer.code, fields),
        (Some(1), vec![json!("broker.issuer"), json!("broker.redirect-path")])
    );
}

#[test]
fn what_is_no_profile_cannot_be_read() {
    for (text, line) in [("[broker]\nid = ", "2"), ("[broker]\n\nclientid = \"x\"", "3")] {
        let answer = check(text, &[]);
        assert_eq!((answer.code, answer.out.as_str()), (Some(3), ""));
        assert!(answer.err.contains(line), "{}", answer.err);
    }
    assert_eq!(run(&["profile", "check", "nowhere.toml"]).code, Some(3));
    assert_eq!(run(&["profile"]).code, Some(2));
}

#[test]
fn every_part_of_a_profile_is_checked_by_itself() {
    let text = "[register]\nkind = \"datafordeler\"\n[delivery]\nurl = \"http://a.example\"\n\
        [update]\nurl = \"https://a.example\"\n[leverring]\n";
    let answer = check(text, &["--json", "--lang", "en"]);
    let told = answer.json();
    assert_eq!((answer.code, &told["type"]), (Some(1), &json!("tilslut/profile/v2")));
    assert_eq!(
        told["services"],
        json!([
            { "service": "register", "whole": true, "host": "graphql.datafordeler.dk" },
            { "service": "delivery", "whole": false },
            { "service": "update", "whole": false },
        ])
    );
    let fields = |name: &str| told[name].as_array().unwrap().clone();
    assert_eq!(fields("missing").len(), 1);
    assert_eq!(told["missing"][0]["field"], json!("update.key"));
    assert_eq!(told["unusable"][0]["field"], json!("delivery.url"));
    assert_eq!((&told["unknown"], &told["id"]), (&json!(["leverring"]), &Value::Null));

    let shown = check(text, &["--lang", "en"]).out;
    for said in ["register: graphql.datafordeler.dk", "update.key", "delivery.url", "leverring"] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    let whole = check("[register]\nkind = \"datafordeler\"\n", &[]);
    assert_eq!(whole.code, Some(0), "a part works alone: {}", whole.out);
    assert_eq!(check("# nothing", &[]).code, Some(1), "it names no service");
}

#[test]
fn a_service_that_is_no_broker_is_asked_whether_it_is_there() {
    let runtime = Runtime::new().unwrap();
    let practice = runtime.block_on(Practice::start()).unwrap();
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let text = format!(
        "[register]\nurl = \"{}\"\n[delivery]\nurl = \"http://{gone}/a\"\n",
        practice.register()
    );
    let (code, points) = online(&text);
    assert_eq!(
        (code, points),
        (
            Some(1),
            vec![("register".to_owned(), json!(true)), ("delivery".to_owned(), json!(false))]
        )
    );
}

/// Each point with its outcome.
fn online(profile: &str) -> (Option<i32>, Vec<(String, Value)>) {
    let answer = check(profile, &["--online", "--json"]);
    let told = answer.json();
    let points = told["online"].as_array().unwrap_or_else(|| panic!("{told}")).iter();
    (
        answer.code,
        points
            .map(|one| (one["point"].as_str().unwrap().to_owned(), one["holds"].clone()))
            .collect(),
    )
}

#[test]
fn an_honest_broker_holds_at_every_point() {
    let runtime = Runtime::new().unwrap();
    let practice = runtime.block_on(Practice::start()).unwrap();
    let (code, points) = online(&practice_profile(practice.issuer()));
    assert_eq!(code, Some(0), "{points:?}");
    let named: Vec<&str> = points.iter().map(|(point, _)| point.as_str()).collect();
    assert_eq!(
        named,
        [
            "clock",
            "metadata",
            "issuer",
            "endpoints",
            "pkce",
            "algorithms",
            "issuer-named",
            "keys",
            "anchored"
        ]
    );
    assert!(points.iter().all(|(_, holds)| *holds == json!(true)), "{points:?}");
}

#[test]
fn each_thing_that_does_not_hold_is_told_by_its_point() {
    let runtime = Runtime::new().unwrap();
    let metadata = |change: fn(&mut Value)| FaultInjection {
        metadata: Box::new(change),
        ..FaultInjection::default()
    };
    for (faults, point) in [
        (metadata(|m| m["issuer"] = json!("http://127.0.0.1:1/mitid")), "issuer"),
        (metadata(|m| m["token_endpoint"] = json!("https://mitid.example/token")), "endpoints"),
        (metadata(|m| m["code_challenge_methods_supported"] = json!(["plain"])), "pkce"),
        (metadata(|m| m["id_token_signing_alg_values_supported"] = json!(["PS512"])), "algorithms"),
        (
            FaultInjection { keys: Box::new(|_, keys| keys.clear()), ..FaultInjection::default() },
            "keys",
        ),
        (
            FaultInjection {
                keys: Box::new(|_, keys| keys.push(practice::unknown_key().unwrap())),
                ..FaultInjection::default()
            },
            "anchored",
        ),
    ] {
        let practice = runtime.block_on(Practice::start_with(faults)).unwrap();
        let (code, points) = online(&practice_profile(practice.issuer()));
        let failed: Vec<&str> = points
            .iter()
            .filter(|(_, holds)| *holds == json!(false))
            .map(|(point, _)| point.as_str())
            .collect();
        assert_eq!((code, failed), (Some(1), vec![point]));
    }
    let gone = {
        let practice = runtime.block_on(Practice::start()).unwrap();
        practice.issuer().to_owned()
    };
    assert_eq!(
        online(&practice_profile(&gone)),
        (Some(1), vec![("metadata".to_owned(), json!(false))])
    );
}

#[test]
fn it_answers_in_both_languages() {
    for language in ["da", "en"] {
        let answer = check(IDURA, &["--lang", language]);
        assert_eq!((answer.code, answer.err.as_str()), (Some(1), ""));
        insta::assert_snapshot!(format!("profile-{language}"), answer.out);
    }
}
