//! What a service is asked and told: nothing before a person said so, and then no more than the
//! question.

use crate::support::{Installation, NORDLYS, Tilslut, found, organisation};
use crate::{choose, file, in_use, is_settled, live, offered, send, source};
use axum::Router;
use axum::http::{HeaderMap, StatusCode, Uri};
use contract::answers::{Answers, RoleName};
use contract::pages::{Answered, Lookup};
use contract::{CasesIntent, Intent, Navigation, Page, PartName, ServicesIntent};
use shell::live_profile::Places;
use std::sync::{Arc, Mutex};
use tokio::runtime::Runtime;

#[test]
fn cvrapi_is_asked_once_it_is_allowed_and_no_more_when_that_is_taken_back() {
    let cvrapi = Cvrapi::start();
    let machine = Installation::new();
    let places = || Places { cvrapi: Some(cvrapi.address.clone()), ..Places::default() };
    let tilslut = machine.start_at_places(places());
    type_number(&tilslut);
    assert!(cvrapi.asked().is_empty(), "nobody is asked before it is allowed");

    tilslut.go(Navigation::Services);
    let view = send(&tilslut, allow("Sørens Smedje", "it"));
    let told: Vec<(&str, &str)> = view
        .field_problems
        .iter()
        .map(|wrong| (wrong.field.as_str(), wrong.code.as_str()))
        .collect();
    assert_eq!(told, [("contact.who", "contact-characters"), ("contact.email", "email-at")]);
    send(&tilslut, allow("Kanariefugl ApS", "it@kanariefugl.example"));
    let view = tilslut.wait("the change", |view| is_settled(view) && source(view) == "cvrapi");
    assert!(view.field_problems.is_empty());
    assert!(cvrapi.asked().is_empty(), "allowing asks nobody yet");
    let goes_back =
        matches!(&view.page, Page::Services { from: Some(from), .. } if from.organisation);
    assert!(goes_back, "to the page from which the person came");
    type_number(&tilslut);
    let view = tilslut.wait("the register", |view| found(view).is_some());
    assert_eq!(found(&view).unwrap().name, "Nordlys Tømrer ApS");
    let [(address, agent)] = cvrapi.asked().try_into().unwrap();
    assert_eq!(agent, "Tilslut - Kanariefugl ApS - it@kanariefugl.example");
    assert_eq!(address, format!("/api?vat={NORDLYS}&country=dk"));
    tilslut.close();

    let disk = machine.bytes_on_disk();
    assert!(!disk.windows(11).any(|bytes| bytes == b"kanariefugl"), "the contact is encrypted");
    let again = machine.start_at_places(places());
    let view = again.go(Navigation::Services);
    assert_eq!(in_use(&view).contact.as_ref().unwrap().email, "it@kanariefugl.example");
    send(&again, ServicesIntent::WithdrawCvrapi);
    again.wait("the change", |view| is_settled(view) && source(view) == "typed");
    let case = type_number(&again);
    let part = PartName::Organisation;
    let view = again.go(Navigation::Part { case, part });
    let Page::Organisation { lookup, .. } = view.page else { panic!("organisation") };
    assert!(matches!(lookup, Lookup::NotYet), "{lookup:?}");
    assert_eq!(cvrapi.asked().len(), 1);
}

#[test]
fn services_are_asked_when_the_person_says_so_and_told_nothing() {
    let there = Cvrapi::start();
    let gone = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    let text =
        format!("[register]\nurl = \"{}\"\n[delivery]\nurl = \"{gone}/hemmelig\"\n", there.address);
    let machine = Installation::new();
    let tilslut = live(&machine);
    choose(&tilslut, &file(&machine, "a.toml", text));
    assert!(there.asked().is_empty(), "looking at it asks nobody");
    send(&tilslut, ServicesIntent::Ask);
    let view = tilslut.wait("the answers", |view| offered(view).is_some_and(|seen| seen.asked));
    let answers = &offered(&view).unwrap().services;
    assert_eq!(answers[0].answer, Some(Answered::Answers));
    assert_eq!((&answers[1].answer, &answers[2].answer), (&None, &Some(Answered::Silent)));
    let [(address, agent)] = there.asked().try_into().unwrap();
    assert_eq!(address, "/", "of the address only the host");
    assert!(agent.starts_with("Tilslut/"));
}

/// cvrapi, pretended: what it was asked, and by whom.
struct Cvrapi {
    address: String,
    asked: Arc<Mutex<Vec<(String, String)>>>,
    _runtime: Runtime,
}

impl Cvrapi {
    fn start() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let asked: Arc<Mutex<Vec<(String, String)>>> = Arc::default();
        let seen = Arc::clone(&asked);
        let answer = move |uri: Uri, headers: HeaderMap| {
            let agent = headers.get("user-agent").unwrap().to_str().unwrap().to_owned();
            seen.lock().unwrap().push((uri.to_string(), agent));
            let body = format!(
                r#"{{"vat":{NORDLYS},"name":"Nordlys Tømrer ApS","address":"Havnegade 1","zipcode":"8000","city":"Aarhus C","companycode":80,"companydesc":"Anpartsselskab"}}"#
            );
            std::future::ready((StatusCode::OK, body))
        };
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = format!("http://{}/api", listener.local_addr().unwrap());
        let router = Router::new().fallback(answer);
        runtime.spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { address, asked, _runtime: runtime }
    }

    fn asked(&self) -> Vec<(String, String)> {
        self.asked.lock().unwrap().clone()
    }
}

pub(crate) fn allow(who: &str, email: &str) -> ServicesIntent {
    ServicesIntent::AllowCvrapi { who: who.into(), email: email.into() }
}

/// A case whose CVR number is typed.
fn type_number(tilslut: &Tilslut) -> String {
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let case = tilslut.case();
    let part = PartName::Organisation;
    tilslut.go(Navigation::Part { case: case.clone(), part });
    let organisation = organisation(NORDLYS, Some(RoleName::Representative));
    tilslut.answer(&case, Answers::Organisation(organisation));
    case
}
