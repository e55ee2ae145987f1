//! The practice register finds organisations by name, and in pages, as the real one does.

use crate::asking::{FAULTS, list, registered, send, text};
use practice::{Practice, organisations};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const FIELD: &str = "Vrvirksomhed.virksomhedMetadata.nyesteNavn.navn";

fn by_name(name: &str) -> Value {
    json!({ "query": { "match": { FIELD: { "query": name, "operator": "and" } } } })
}

/// Twenty at a time, best first, and told apart by the number: the way to turn pages.
fn in_pages(name: &str) -> Value {
    let mut body = by_name(name);
    body["size"] = json!(20);
    body["sort"] = json!([{ "_score": "desc" }, { "Vrvirksomhed.cvrNummer": "asc" }]);
    body
}

async fn hits(practice: &Practice, body: &Value) -> Value {
    let answer = send(practice, &body.to_string()).await.unwrap();
    assert_eq!(answer.status(), 200, "{body}");
    let mut answer: Value = answer.json().await.unwrap();
    answer["hits"].take()
}

async fn found(practice: &Practice, name: &str) -> Vec<String> {
    list(&hits(practice, &by_name(name)).await["hits"])
        .iter()
        .map(|hit| text(&hit["_id"]))
        .collect()
}

#[tokio::test]
async fn every_word_must_be_in_the_name_whatever_its_case_and_accents() {
    let practice = Practice::start().await.unwrap();
    let nordlys = ["13748136"];
    for asked in [
        "Nordlys",
        "NORDLYS tømrer",
        "snedker nordlys",
        "tomrer",
        "To\u{308}mrer & Snedker",
        "  nordlys,  APS  ",
    ] {
        assert_eq!(found(&practice, asked).await, nordlys, "{asked}");
    }
    for (asked, cvr) in [
        ("aeroe", None),
        ("menighedsrad", Some("95951422")),
        ("MOBEL gmbh", Some("98083367")),
        ("nordly", None),
    ] {
        assert_eq!(found(&practice, asked).await, Vec::from_iter(cvr), "{asked}");
    }
    for nobody in ["nordlys bageri", "", " & ", "Torben Elles Blik & Rør"] {
        assert_eq!(
            hits(&practice, &by_name(nobody)).await,
            json!({ "total": 0, "max_score": null, "hits": [] }),
            "{nobody:?}"
        );
    }
}

#[tokio::test]
async fn the_short_form_asks_the_same() {
    let practice = Practice::start().await.unwrap();
    let short = json!({ "query": { "match": { FIELD: "bageri havnegadens" } } });
    assert_eq!(
        hits(&practice, &short).await,
        hits(&practice, &by_name("bageri havnegadens")).await
    );
    assert_eq!(list(&hits(&practice, &short).await["hits"])[0]["_id"], "95504183");
}

#[tokio::test]
async fn everybody_in_the_register_is_found_by_name_first_of_all() {
    let practice = Practice::start().await.unwrap();
    for organisation in registered() {
        assert_eq!(
            found(&practice, organisation.name).await.first().map(String::as_str),
            Some(organisation.cvr),
            "{}",
            organisation.name
        );
    }
    for fault in organisations().iter().filter(|organisation| FAULTS.contains(&organisation.cvr)) {
        assert_eq!(
            found(&practice, fault.name).await,
            Vec::<String>::new(),
            "the register has nothing to tell of {}",
            fault.name
        );
    }
}

#[tokio::test]
async fn a_common_word_is_answered_in_pages_to_the_end_without_repeats() {
    let practice = Practice::start().await.unwrap();
    let mut body = in_pages("prøve");
    let mut seen: Vec<(f64, u64)> = Vec::new();
    let total = loop {
        let page = hits(&practice, &body).await;
        let Some(last) = list(&page["hits"]).last() else { break page["total"].as_u64().unwrap() };
        assert!(list(&page["hits"]).len() <= 20);
        seen.extend(list(&page["hits"]).iter().map(|hit| {
            assert_eq!(
                (&hit["sort"][0], &hit["sort"][1]),
                (&hit["_score"], &hit["_source"]["Vrvirksomhed"]["cvrNummer"])
            );
            (hit["_score"].as_f64().unwrap(), hit["sort"][1].as_u64().unwrap())
        }));
        body["search_after"] = last["sort"].clone();
    };
    assert!(total > 20, "one page would do");
    assert_eq!(seen.len() as u64, total);
    assert_eq!(seen.iter().map(|(_, number)| *number).collect::<BTreeSet<_>>().len(), seen.len());
    assert!(seen.is_sorted_by(|a, b| a.0 > b.0 || (a.0 == b.0 && a.1 < b.1)), "{seen:?}");
    assert!(seen.first().unwrap().0 > seen.last().unwrap().0, "some names answer better");
}

#[tokio::test]
async fn ten_are_answered_when_nobody_says_how_many() {
    let practice = Practice::start().await.unwrap();
    let answer = hits(&practice, &by_name("prøve")).await;
    assert_eq!(list(&answer["hits"]).len(), 10);
    assert!(answer["total"].as_u64().unwrap() > 20);
    assert_eq!(answer["max_score"], answer["hits"][0]["_score"]);
    assert!(
        list(&answer["hits"]).iter().all(|hit| hit.get("sort").is_none()),
        "only who sorts is told by what"
    );
    let none = hits(&practice, &json!({ "query": by_name("prøve")["query"], "size": 0 })).await;
    assert_eq!((list(&none["hits"]).len(), &none["total"]), (0, &answer["total"]));
}

#[tokio::test]
async fn hits_ordered_by_number_have_no_score() {
    let practice = Practice::start().await.unwrap();
    let mut body = in_pages("aps");
    body["sort"] = json!([{ "Vrvirksomhed.cvrNummer": { "order": "desc" } }]);
    let answer = hits(&practice, &body).await;
    let numbers: Vec<u64> =
        list(&answer["hits"]).iter().map(|hit| hit["sort"][0].as_u64().unwrap()).collect();
    assert!(numbers.len() > 1 && numbers.is_sorted_by(|a, b| a > b), "{numbers:?}");
    assert_eq!((&answer["max_score"], &answer["hits"][0]["_score"]), (&Value::Null, &Value::Null));
}

#[tokio::test]
async fn only_what_is_wanted_of_the_source_is_told() {
    let practice = Practice::start().await.unwrap();
    for (wanted, told) in [
        (json!(["Vrvirksomhed.cvrNummer"]), json!({ "Vrvirksomhed": { "cvrNummer": 91_714_531 } })),
        (
            json!([FIELD, "Vrvirksomhed.virksomhedMetadata.sammensatStatus"]),
            json!({ "Vrvirksomhed": { "virksomhedMetadata": {
                "nyesteNavn": { "navn": "Ellebækkens VVS ApS" },
                "sammensatStatus": "NORMAL",
            } } }),
        ),
        (
            json!("Vrvirksomhed.navne.navn"),
            json!({ "Vrvirksomhed": { "navne": [{ "navn": "Torben Elles Blik & Rør ApS" }, { "navn": "Ellebækkens VVS ApS" }] } }),
        ),
        (json!(["Vrvirksomhed.findesIkke", "Vrvirksomhed.cvrNummer.dybere"]), json!({})),
    ] {
        let mut body = by_name("ellebækkens");
        body["_source"] = wanted;
        assert_eq!(hits(&practice, &body).await["hits"][0]["_source"], told, "{body}");
    }
    let mut body = by_name("ellebækkens");
    body["_source"] = json!(false);
    assert!(hits(&practice, &body).await["hits"][0].get("_source").is_none());
    body["_source"] = json!(true);
    assert_eq!(hits(&practice, &body).await, hits(&practice, &by_name("ellebækkens")).await);
}

#[tokio::test]
async fn a_number_is_asked_for_with_the_same_order_and_filter() {
    let practice = Practice::start().await.unwrap();
    let mut body = json!({
        "query": { "term": { "Vrvirksomhed.cvrNummer": { "value": 13_748_136 } } },
        "sort": ["Vrvirksomhed.cvrNummer"],
        "_source": FIELD,
    });
    let answer = hits(&practice, &body).await;
    assert_eq!(answer["hits"][0]["sort"], json!([13_748_136]));
    assert_eq!(
        answer["hits"][0]["_source"]["Vrvirksomhed"]["virksomhedMetadata"]["nyesteNavn"]["navn"],
        "Nordlys Tømrer & Snedker ApS"
    );
    body["search_after"] = json!([13_748_136]);
    let after = hits(&practice, &body).await;
    assert_eq!((&after["total"], list(&after["hits"]).len()), (&json!(1), 0));
}

#[tokio::test]
async fn a_question_that_is_not_known_is_refused() {
    let practice = Practice::start().await.unwrap();
    let with = |name: &str, value: Value| {
        let mut body = in_pages("prøve");
        body[name] = value;
        body
    };
    let matching = |query: Value| json!({ "query": { "match": query } });
    for body in [
        json!({ "query": {} }),
        json!({ "query": { "match_all": {} } }),
        json!({ "query": { "bool": { "must": [] } } }),
        json!([]),
        matching(json!({})),
        matching(json!({ "Vrvirksomhed.navne.navn": "prøve" })),
        matching(json!({ FIELD: 7 })),
        matching(json!({ FIELD: { "operator": "and" } })),
        matching(json!({ FIELD: { "query": "prøve", "operator": "or" } })),
        matching(json!({ FIELD: { "query": "prøve", "fuzziness": 2 } })),
        matching(json!({ FIELD: "prøve", "Vrvirksomhed.cvrNummer": 1 })),
        with("from", json!(20)),
        with("size", json!(-1)),
        with("size", json!(10_001)),
        with("size", json!("20")),
        with("sort", json!(["Vrvirksomhed.enhedsNummer"])),
        with("sort", json!([{ "_score": "down" }])),
        with("search_after", json!([0.5])),
        with("search_after", json!(["x", 1])),
        with("_source", json!("Vrvirksomhed.*")),
        with("_source", json!([""])),
        json!({ "query": by_name("prøve")["query"], "search_after": [] }),
    ] {
        let answer = send(&practice, &body.to_string()).await.unwrap();
        assert_eq!(answer.status(), 400, "{body}");
        let refusal: Value = answer.json().await.unwrap();
        assert_eq!(
            (&refusal["status"], &refusal["error"]["type"]),
            (&json!(400), &json!("parsing_exception"))
        );
    }
}
