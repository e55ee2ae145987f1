//! The bridge that lets an ordinary browser speak with the real core: what it answers, and to whom.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "bridge/room.rs"]
mod room;
#[path = "bridge/server.rs"]
mod server;
mod states;

use reqwest::{Client, StatusCode};
use serde_json::{Value, json};
use std::future::Future;

/// The bridge with one page and one script.
fn with_bridge<F: Future<Output = ()>>(test: impl FnOnce(String, Client) -> F) {
    let pages = tempfile::tempdir().unwrap();
    std::fs::write(pages.path().join("index.html"), "<title>Tilslut</title>").unwrap();
    std::fs::create_dir(pages.path().join("assets")).unwrap();
    std::fs::write(pages.path().join("assets/main.js"), "1").unwrap();
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let bridge = server::start(pages.path()).await.unwrap();
        test(bridge.address, Client::new()).await;
    });
}

async fn get(browser: &Client, address: &str) -> (StatusCode, String) {
    let answer = browser.get(address).send().await.unwrap();
    (answer.status(), answer.text().await.unwrap())
}

async fn send(browser: &Client, room: &str, intent: Value) -> Value {
    let address = format!("{room}send");
    let body = intent.to_string();
    let answer = browser
        .post(address)
        .header("content-type", "application/json")
        .body(body)
        .send()
        .await
        .unwrap();
    serde_json::from_str(&answer.text().await.unwrap()).unwrap()
}

/// What comes as an event, until one that is wanted.
async fn next_view(
    events: &mut reqwest::Response,
    text: &mut String,
    wanted: impl Fn(&Value) -> bool,
) -> Value {
    loop {
        while let Some((event, rest)) = text.split_once("\n\n") {
            let view: Value = serde_json::from_str(event.trim_start_matches("data: ")).unwrap();
            *text = rest.to_owned();
            if wanted(&view) {
                return view;
            }
        }
        let more = events.chunk().await.unwrap().expect("the events go on");
        text.push_str(std::str::from_utf8(&more).unwrap());
    }
}

#[test]
fn only_who_knows_the_word_of_this_run_gets_an_answer() {
    with_bridge(|address, browser| async move {
        let (origin, word) = address.trim_end_matches('/').rsplit_once('/').unwrap();
        assert!(origin.starts_with("http://127.0.0.1:"), "{origin}");
        assert_eq!(word.len(), 32);
        let other = "0".repeat(32);
        for path in [
            "",
            "core/",
            "core/view",
            &format!("{other}/core/view"),
            &format!("{}/core/view", &word[1..]),
        ] {
            assert_eq!(
                get(&browser, &format!("{origin}/{path}")).await.0,
                StatusCode::NOT_FOUND,
                "{path}"
            );
        }
        assert_eq!(get(&browser, &format!("{address}core/view")).await.0, StatusCode::OK);
    });
}

#[test]
fn the_pages_are_served_under_the_programs_own_policy_and_nothing_else_is() {
    with_bridge(|address, browser| async move {
        let page = browser.get(format!("{address}core/")).send().await.unwrap();
        let policy = page.headers()["content-security-policy"].to_str().unwrap().to_owned();
        assert!(
            policy.contains("default-src 'self'") && policy.contains("connect-src 'self'"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe"), "{policy}");
        assert!(page.text().await.unwrap().contains("Tilslut"));
        assert_eq!(
            get(&browser, &format!("{address}core/assets/main.js")).await,
            (StatusCode::OK, "1".to_owned())
        );
        for outside in
            ["core/assets/..%2f..%2fCargo.toml", "core/%2fetc%2fpasswd", "core/document/1"]
        {
            assert_eq!(
                get(&browser, &format!("{address}{outside}")).await.0,
                StatusCode::NOT_FOUND,
                "{outside}"
            );
        }
    });
}

#[test]
fn an_intent_reaches_the_real_core_and_what_comes_later_is_an_event() {
    with_bridge(|address, browser| async move {
        let room = format!("{address}core/");
        let mut events = browser.get(format!("{room}views")).send().await.unwrap();
        let begun =
            send(&browser, &room, json!({ "is": "cases", "intent": { "is": "begin" } })).await;
        let case = begun["case"]["id"].as_str().unwrap().to_owned();
        let part = json!({ "is": "part", "case": case, "part": "organisation" });
        send(&browser, &room, json!({ "is": "navigation", "intent": part })).await;
        let answers = json!({
            "of": "organisation", "cvr": "13748136", "byHand": false, "typedName": "", "typedForm": null, "typedStatus": "",
            "role": "representative", "reporterName": "", "reporterOrganisation": "", "reporterEmail": "",
        });
        send(
            &browser,
            &room,
            json!({ "is": "case", "case": case, "intent": { "is": "answer", "answers": answers } }),
        )
        .await;
        let found = |view: &Value| view["page"]["lookup"]["is"] == "found";
        let view = next_view(&mut events, &mut String::new(), found).await;
        assert_eq!(view["page"]["lookup"]["organisation"]["name"], "Nordlys Tømrer & Snedker ApS");
    });
}

#[test]
fn a_named_state_is_shown_by_the_core_and_goes_on_from_there() {
    with_bridge(|address, browser| async move {
        let room = format!("{address}check/");
        let (status, page) = get(&browser, &room).await;
        assert!(status.is_success() && page.contains("Tilslut"));
        let view: Value =
            serde_json::from_str(&get(&browser, &format!("{room}view")).await.1).unwrap();
        assert_eq!((&view["page"]["is"], &view["language"]), (&json!("check"), &json!("danish")));
        assert!(
            view["page"]["preview"]["code"].is_array(),
            "what would be signed is made by the core"
        );
        let show = browser.post(format!("{room}show?state=settings&language=english&theme=dark"));
        let shown: Value =
            serde_json::from_str(&show.send().await.unwrap().text().await.unwrap()).unwrap();
        assert_eq!((&shown["page"]["is"], &shown["theme"]), (&json!("settings"), &json!("dark")));
        let view =
            send(&browser, &room, json!({ "is": "navigation", "intent": { "is": "cases" } })).await;
        assert_eq!((&view["page"]["is"], &view["caseCount"]), (&json!("cases"), &json!(0)));
        let unknown = browser.post(format!("{room}show?state=nothing&language=english&theme=dark"));
        assert_eq!(unknown.send().await.unwrap().status(), StatusCode::NOT_FOUND);
    });
}

#[test]
fn a_named_list_of_cases_is_what_the_vault_answers_to_the_same_question() {
    with_bridge(|address, browser| async move {
        let mut lists = 0;
        for state in states::all()
            .into_iter()
            .filter(|it| it.name.starts_with("cases") && !it.name.ends_with("unreadable"))
        {
            let room = format!("{address}{}/", state.name);
            get(&browser, &room).await;
            let shown: Value =
                serde_json::from_str(&get(&browser, &format!("{room}view")).await.1).unwrap();
            let list = json!({ "is": "list", "query": shown["page"]["query"] });
            let answered = send(&browser, &room, json!({ "is": "cases", "intent": list })).await;
            assert_eq!(answered["page"], shown["page"], "{}", state.name);
            lists += 1;
        }
        assert!(lists > 5, "{lists}");
    });
}
