//! A login ends in an approval only when every part of the broker's answer holds, whatever else
//! happens on the loopback port; and nothing that comes out of a login shows its secrets.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod broker;
mod brokers;
mod canary;
mod endings;
mod journey;
mod negative;
mod organisations;
mod person;
mod port;
mod real;

use broker::{Broker, keys, stranger};
use domain::case::{CaseId, Level};
use domain::connection::{Administrator, Connection, Representative};
use domain::cvr::CvrNumber;
use domain::organisation::{Organisation, Origins, Source, Status};
use domain::person::{BirthDate, EmailAddress, PersonName};
use domain::problem::Problem;
use domain::terms::{CURRENT, OfficialText, TermsShown};
use domain::{Environment, Language, Timestamp};
use evidence::{ApprovalRequest, Commitment, Outcome};
use identity::{Approval, BrokerProfile, Browser, Clock, Error, Ports, Progress, Waiting, approve};
use jiff::civil::date;
use person::{Got, NoBrowser, Playing, come_back, get, got, log_in, log_in_as, straight};
use practice::{FaultInjection, Signed};
use serde_json::{Value, json};
use std::future::pending;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use url::Url;

/// Longer than any test takes.
const LONG: Duration = Duration::from_secs(300);

struct At(Timestamp);

impl Clock for At {
    fn now(&self) -> Timestamp {
        self.0
    }
}

fn now() -> Timestamp {
    "2026-11-24T10:00:00Z".parse().unwrap()
}

fn commitment() -> Commitment {
    commitment_in(Environment::Practice)
}

fn commitment_in(environment: Environment) -> Commitment {
    let name = PersonName::parse("Søren Thorup Winther").unwrap();
    let email = EmailAddress::parse("soren@nordlystomrer.example").unwrap();
    let connection = Connection {
        organisation: Organisation {
            cvr: CvrNumber::parse("13748136").unwrap(),
            name: "Nordlys Tømrer ApS".to_owned(),
            address: vec!["Havnegade 1".to_owned(), "9000 Aalborg".to_owned()],
            form_code: 80,
            form: "Anpartsselskab".to_owned(),
            status: Status::Active,
            status_text: "NORMAL".to_owned(),
            candidates: vec![],
            signing_rule: None,
            looked_up: now(),
            origins: Origins::all(Source::Virk),
            left_out: vec![],
        },
        representative: Representative {
            name: name.clone(),
            title: "Direktør".to_owned(),
            email: email.clone(),
        },
        administrators: vec![Administrator {
            name,
            email,
            born: BirthDate::from_date(date(1979, 3, 14), date(2026, 11, 24)).unwrap(),
            is_representative: true,
        }],
        terms: TermsShown {
            title: CURRENT.title.into(),
            published: CURRENT.published,
            summary_shown: None,
            official: Some(OfficialText { opened: now(), address: CURRENT.address.into() }),
        },
        reporter: None,
        enclosed: vec![],
    };
    let request = ApprovalRequest::of(
        &connection,
        environment,
        &CaseId("00112233445566778899aabbccddeeff".to_owned()),
    );
    Commitment::generate(request).unwrap()
}

fn profile(issuer: &str) -> BrokerProfile {
    BrokerProfile::practice(issuer)
}

/// What came of a login, and what the person was told.
struct Ended {
    outcome: Result<Approval, Error>,
    told: Option<Waiting>,
    /// How many answers of other logins were told, all after the waiting.
    others: usize,
}

async fn login(profile: &BrokerProfile, browser: &dyn Browser) -> Ended {
    log_in_for(commitment(), profile, browser).await
}

async fn log_in_for(
    commitment: Commitment,
    profile: &BrokerProfile,
    browser: &dyn Browser,
) -> Ended {
    let (mut told, mut others) = (None, 0);
    let clock = At(now());
    let tell = |progress| match progress {
        Progress::Waiting(waiting) => {
            assert!(told.replace(waiting).is_none() && others == 0, "told once, and first")
        }
        Progress::OtherAnswer => others += 1,
        Progress::ClockOff(_) | Progress::Https => panic!("{progress:?}"),
    };
    let outcome = sendable(approve(
        profile,
        commitment,
        Language::Danish,
        &clock,
        browser,
        tell,
        pending(),
        LONG,
    ))
    .await;
    Ended { outcome, told, others }
}

/// An honest person logs in at this broker.
async fn with(faults: FaultInjection) -> (Ended, Vec<Got>, Broker) {
    let broker = Broker::start(faults, now()).await;
    let browser = Playing::new(straight);
    let ended = login(&profile(&broker.issuer), &browser).await;
    (ended, browser.got().await, broker)
}

fn level(ended: &Ended) -> Option<Level> {
    ended.outcome.as_ref().ok().and_then(|approval| approval.verdict.level())
}

/// Hands the waiting on.
fn hand_on(told: tokio::sync::oneshot::Sender<Waiting>) -> impl FnMut(Progress) + Send {
    let mut told = Some(told);
    move |progress| match progress {
        Progress::Waiting(waiting) => told.take().unwrap().send(waiting).unwrap(),
        Progress::OtherAnswer | Progress::ClockOff(_) | Progress::Https => {
            panic!("nothing else came")
        }
    }
}

/// The shell runs a login on any of its threads.
fn sendable<F: Future + Send>(future: F) -> F {
    future
}
