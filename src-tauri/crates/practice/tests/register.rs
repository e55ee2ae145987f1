//! The practice register answers in the shape of the real one, and misbehaves where it says so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use practice::{Practice, organisations};
use reqwest::{Client, RequestBuilder, Response};
use serde_json::{Value, json};
use std::time::Duration;

/// The three whose register entry is a fault.
const FAULTS: [&str; 3] = ["95836712", "96640285", "97015392"];

async fn ask(practice: &Practice, number: u64) -> reqwest::Result<Response> {
    let query = json!({ "query": { "term": { "Vrvirksomhed.cvrNummer": number } } });
    send(practice, &query.to_string()).await
}

async fn send(practice: &Practice, body: &str) -> reqwest::Result<Response> {
    question(practice, body).send().await
}

fn question(practice: &Practice, body: &str) -> RequestBuilder {
    let address = format!("{}/cvr-permanent/virksomhed/_search", practice.register());
    let client = Client::builder().no_proxy().build().unwrap();
    client.post(address).header("content-type", "application/json").body(body.to_owned())
}

async fn entry(practice: &Practice, cvr: &str) -> Value {
    let answer: Value = ask(practice, cvr.parse().unwrap()).await.unwrap().json().await.unwrap();
    assert_eq!(answer["hits"]["total"], json!(1), "{cvr}");
    answer["hits"]["hits"][0]["_source"]["Vrvirksomhed"].clone()
}

/// Every role: participant, kind, `hovedtype`, function, and whether it is over.
fn roles(entry: &Value) -> Vec<[String; 5]> {
    let list = |value: &Value| value.as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut roles = Vec::new();
    for relation in list(&entry["deltagerRelation"]) {
        let who = &relation["deltager"];
        for body in list(&relation["organisationer"]) {
            for attribute in list(&body["medlemsData"][0]["attributter"]) {
                for value in list(&attribute["vaerdier"]) {
                    assert!(value["periode"]["gyldigFra"].is_string());
                    let over = if value["periode"]["gyldigTil"].is_null() { "open" } else { "closed" };
                    let kind = text(&who["enhedstype"]);
                    roles.push([text(&who["navne"][0]["navn"]), kind, text(&body["hovedtype"]), text(&value["vaerdi"]), over.into()]);
                }
            }
        }
    }
    roles
}

#[tokio::test]
async fn every_organisation_answers_in_the_shape_of_the_real_register() {
    let practice = Practice::start().await.unwrap();
    for organisation in organisations().iter().filter(|organisation| !FAULTS.contains(&organisation.cvr)) {
        let entry = entry(&practice, organisation.cvr).await;
        assert_eq!(entry["cvrNummer"], organisation.cvr.parse::<u32>().unwrap());
        assert_eq!(entry["enhedstype"], "VIRKSOMHED");
        let metadata = &entry["virksomhedMetadata"];
        assert_eq!(metadata["nyesteNavn"]["navn"], organisation.name);
        assert!(metadata["nyesteVirksomhedsform"]["virksomhedsformkode"].is_u64());
        assert!(metadata["nyesteVirksomhedsform"]["langBeskrivelse"].is_string());
        assert!(metadata["nyesteBeliggenhedsadresse"]["postnummer"].is_u64());
        assert!(metadata["sammensatStatus"].is_string());
        for many in ["navne", "beliggenhedsadresse", "virksomhedsform", "virksomhedsstatus", "livsforloeb", "obligatoriskEmail"] {
            for value in entry[many].as_array().unwrap() {
                assert!(value["periode"]["gyldigFra"].is_string(), "{many}");
            }
        }
        let current = entry["navne"].as_array().unwrap().last().unwrap();
        assert_eq!((&current["navn"], &current["periode"]["gyldigTil"]), (&json!(organisation.name), &Value::Null));
        let emails = entry["obligatoriskEmail"].as_array().unwrap();
        assert!(emails.iter().all(|email| email["kontaktoplysning"].as_str().unwrap().ends_with(".example")));
        roles(&entry);
    }
}

#[tokio::test]
async fn each_organisation_shows_what_it_says() {
    let practice = Practice::start().await.unwrap();
    for (cvr, name, kind, main, function, over) in [
        ("13748136", "Mette Lindegaard Krogh", "PERSON", "LEDELSESORGAN", "DIREKTØR", "open"),
        ("13748136", "Holm & Bjerre Revision ApS", "VIRKSOMHED", "REVISION", "REVISOR", "open"),
        ("95504183", "Bente Rask Olesen", "PERSON", "FULDT_ANSVARLIG_DELTAGERE", "INTERESSENTER", "open"),
        ("95504183", "Malene Rask Holm", "PERSON", "FULDT_ANSVARLIG_DELTAGERE", "INTERESSENTER", "open"),
        ("91203049", "Ingrid Solheim Aasen", "ANDEN_DELTAGER", "LEDELSESORGAN", "BESTYRELSESMEDLEM", "open"),
        ("94817021", "Frode Lyng Andersen", "PERSON", "FULDT_ANSVARLIG_DELTAGERE", "INDEHAVER", "open"),
        ("96273118", "Amalie Fjord Brandt", "PERSON", "REPRÆSENTANTER", "FORENINGSREPRÆSENTANT", "open"),
        ("92650197", "Elin Norrsken Ekström", "ANDEN_DELTAGER", "LEDELSESORGAN", "FILIALBESTYRER", "open"),
        ("93117727", "Søndre Kaj Komplementar ApS", "VIRKSOMHED", "FULDT_ANSVARLIG_DELTAGERE", "KOMPLEMENTAR", "open"),
        ("91714531", "Torben Elle", "PERSON", "LEDELSESORGAN", "DIREKTØR", "closed"),
        ("91714531", "Viggo Lauge Thorsen", "PERSON", "LEDELSESORGAN", "DIREKTØR", "open"),
    ] {
        let expected = [name, kind, main, function, over].map(str::to_owned);
        assert!(roles(&entry(&practice, cvr).await).contains(&expected), "{cvr} {name}");
    }
    for (cvr, status) in [("94205360", "UNDERKONKURS"), ("95018238", "OPHØRT"), ("13748136", "NORMAL"), ("96273118", "Aktiv")] {
        assert_eq!(entry(&practice, cvr).await["virksomhedMetadata"]["sammensatStatus"], status);
    }
    assert_eq!(entry(&practice, "93681509").await["deltagerRelation"], json!([]));
    assert!(!entry(&practice, "95018238").await["livsforloeb"][0]["periode"]["gyldigTil"].is_null());
    let moved = entry(&practice, "95504183").await;
    assert_eq!(moved["beliggenhedsadresse"].as_array().unwrap().len(), 2);
    assert_eq!(moved["virksomhedMetadata"]["nyesteBeliggenhedsadresse"]["husnummerFra"], 22);
    let company = entry(&practice, "93117727").await;
    assert_eq!(company["deltagerRelation"][0]["deltager"]["forretningsnoegle"], "98170421");
    let rule = entry(&practice, "91203049").await["attributter"].to_string();
    assert!(rule.contains("TEGNINGSREGEL") && rule.contains("i forening"));
}

#[tokio::test]
async fn an_unknown_number_is_an_empty_answer_and_a_bad_question_an_error() {
    let practice = Practice::start().await.unwrap();
    for unknown in [10_000_003, 0] {
        let answer = ask(&practice, unknown).await.unwrap();
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.json::<Value>().await.unwrap()["hits"], json!({ "total": 0, "max_score": null, "hits": [] }));
    }
    for bad in ["", "{}", "not json", r#"{"query":{"term":{"Vrvirksomhed.cvrNummer":"13748136"}}}"#] {
        let answer = send(&practice, bad).await.unwrap();
        assert_eq!(answer.status(), 400, "{bad}");
        assert_eq!(answer.json::<Value>().await.unwrap()["status"], 400);
    }
}

#[tokio::test]
async fn the_three_faults_are_faults() {
    let practice = Practice::start().await.unwrap();
    let [nonsense, slow, cut] = FAULTS.map(|cvr| cvr.parse::<u64>().unwrap());
    let answer = ask(&practice, nonsense).await.unwrap();
    assert_eq!(answer.status(), 200);
    assert!(serde_json::from_str::<Value>(&answer.text().await.unwrap()).is_err());
    let lost = ask(&practice, cut).await.unwrap_err();
    assert!(!lost.is_timeout() && !lost.is_connect(), "the connection was there and was closed");
    assert!(tokio::time::timeout(Duration::from_millis(300), ask(&practice, slow)).await.is_err());
    assert_eq!(entry(&practice, "13748136").await["cvrNummer"], 13_748_136, "the others are answered meanwhile");
}

#[tokio::test]
async fn who_waits_is_let_go_when_the_practice_world_stops() {
    let practice = Practice::start().await.unwrap();
    let question = question(&practice, r#"{"query":{"term":{"Vrvirksomhed.cvrNummer":96640285}}}"#);
    let mut waiting = tokio::spawn(question.send());
    assert!(tokio::time::timeout(Duration::from_millis(300), &mut waiting).await.is_err(), "it waits");
    drop(practice);
    let ended = waiting.await.unwrap();
    assert!(ended.is_err() || ended.is_ok_and(|answer| answer.status() == 503));
}
