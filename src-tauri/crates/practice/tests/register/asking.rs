//! Asks the practice register over a real socket, and reads who holds which role from its answer.

use practice::{Organisation, Practice, organisations};
use reqwest::{Client, RequestBuilder, Response};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// The three whose register entry is a fault.
pub const FAULTS: [&str; 3] = ["95836712", "96640285", "97015392"];

/// Everyone else: those about whom the register has something to say.
pub fn registered() -> impl Iterator<Item = &'static Organisation> {
    organisations().iter().filter(|organisation| !FAULTS.contains(&organisation.cvr))
}

/// Keeps no connection open, because every test has its own runtime.
static CLIENT: LazyLock<Client> =
    LazyLock::new(|| Client::builder().no_proxy().pool_max_idle_per_host(0).build().unwrap());

pub fn question(practice: &Practice, body: &str) -> RequestBuilder {
    let address = format!("{}/cvr-permanent/virksomhed/_search", practice.register());
    CLIENT.post(address).header("content-type", "application/json").body(body.to_owned())
}

pub async fn send(practice: &Practice, body: &str) -> reqwest::Result<Response> {
    question(practice, body).send().await
}

pub async fn ask(practice: &Practice, number: u64) -> reqwest::Result<Response> {
    let query = json!({ "query": { "term": { "Vrvirksomhed.cvrNummer": number } } });
    send(practice, &query.to_string()).await
}

pub async fn entry(practice: &Practice, cvr: &str) -> Value {
    let answer: Value = ask(practice, cvr.parse().unwrap()).await.unwrap().json().await.unwrap();
    assert_eq!(answer["hits"]["total"], json!(1), "{cvr}");
    answer["hits"]["hits"][0]["_source"]["Vrvirksomhed"].clone()
}

/// What somebody is or was in a body of the organisation.
#[derive(Debug)]
pub struct Role {
    pub name: String,
    pub kind: String,
    pub main: String,
    pub body: String,
    pub function: String,
    pub from: String,
    pub until: Option<String>,
}

pub fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// Every role of everybody, former and coming ones too.
pub fn roles(entry: &Value) -> Vec<Role> {
    let mut roles = Vec::new();
    for relation in list(&entry["deltagerRelation"]) {
        let who = &relation["deltager"];
        for body in list(&relation["organisationer"]) {
            for attribute in list(&body["medlemsData"][0]["attributter"]) {
                roles.extend(list(&attribute["vaerdier"]).iter().map(|value| Role {
                    name: text(&who["navne"][0]["navn"]),
                    kind: text(&who["enhedstype"]),
                    main: text(&body["hovedtype"]),
                    body: text(&body["organisationsNavn"][0]["navn"]),
                    function: text(&value["vaerdi"]),
                    from: text(&value["periode"]["gyldigFra"]),
                    until: value["periode"]["gyldigTil"].as_str().map(str::to_owned),
                }));
            }
        }
    }
    roles
}
