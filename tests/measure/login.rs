//! What an approval takes of a person's time apart from MitID itself: until the browser is told,
//! and from the answer in the browser to evidence that is kept. The broker is practice's, on
//! loopback, so nearly nothing of it is the network.

use crate::row::{Row, Samples};
use domain::case::{Approved, Case, Stage};
use domain::{Environment, Language, Timestamp};
use evidence::{ApprovalRequest, Commitment};
use identity::{BrokerProfile, Browser, Clock, Progress};
use jsonwebtoken::{Algorithm, EncodingKey, crypto};
use practice::Practice;
use std::fs::OpenOptions;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};
use tokio::sync::oneshot;
use vault::testing::MemoryKeyStore;
use vault::{Opening, Vault};

const LOGINS: usize = 60;
const SEALS: usize = 300;

/// Measures logins for this approved case, and the sealing of one.
pub fn measure(folder: &Path, case: &Case) -> Vec<Row> {
    let Stage::Approved(approved) = &case.stage else { panic!("the case is approved") };
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let mut rows = runtime.block_on(logins(folder, case, approved));
    rows.push(seal(case, approved));
    rows
}

struct Now;

impl Clock for Now {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// Takes the link, and notes when it came.
struct LinkRecorder(Mutex<Option<oneshot::Sender<(Instant, String)>>>);

impl Browser for LinkRecorder {
    fn open(&self, link: &str) -> std::io::Result<()> {
        if let Some(sender) = self.0.lock().expect("nobody panics with it").take() {
            let _unwanted = sender.send((Instant::now(), link.to_owned()));
        }
        Ok(())
    }
}

async fn logins(folder: &Path, case: &Case, approved: &Approved) -> Vec<Row> {
    let practice = Practice::start().await.expect("the practice services start");
    let profile = BrokerProfile::practice(practice.issuer());
    let Opening::Open(mut vault) =
        Vault::open(&folder.join("login"), Environment::Practice, &MemoryKeyStore::new())
    else {
        panic!("a new vault")
    };
    let mut file = OpenOptions::new()
        .create_new(true)
        .append(true)
        .open(folder.join("login-floor"))
        .expect("the floor's file is new");
    let (mut told, mut asked, mut kept, mut floor) =
        (Samples::default(), Samples::default(), Samples::default(), Samples::default());
    for turn in 0..LOGINS + 5 {
        let commitment = Commitment::generate(ApprovalRequest::of(
            &approved.connection,
            Environment::Practice,
            &case.id,
        ))
        .expect("randomness");
        let (sender, opened) = oneshot::channel();
        let browser = LinkRecorder(Mutex::new(Some(sender)));
        let began = Instant::now();
        let login = identity::approve(
            &profile,
            commitment,
            Language::Danish,
            &Now,
            &browser,
            |_: Progress| {},
            std::future::pending(),
            Duration::from_secs(60),
        );
        let person = async {
            let (at, link) = opened.await.expect("the browser is told");
            let callback = at_the_broker(&link).await;
            let answered = Instant::now();
            reqwest::get(callback).await.expect("the result page");
            (at, answered)
        };
        let (approval, (at, answered)) = tokio::join!(login, person);
        let bundle = approval.expect("the login holds").bundle;
        let evidence = domain::case::Evidence { bundle, ..approved.evidence.clone() };
        let case = Case {
            changed: Timestamp::now(),
            stage: Stage::Approved(Box::new(Approved { evidence, ..approved.clone() })),
            ..case.clone()
        };
        vault.save(&case).expect("saved");
        let saved = answered.elapsed();

        let begun = Instant::now();
        let client = reqwest::Client::new();
        for part in ["/.well-known/openid-configuration", "/jwks"] {
            let answer =
                client.get(format!("{}{part}", practice.issuer())).send().await.expect("an answer");
            black_box(answer.bytes().await.expect("a body"));
        }
        let looked = begun.elapsed();
        let begun = Instant::now();
        let refused = client
            .post(format!("{}/token", practice.issuer()))
            .form(&[("grant_type", "authorization_code")])
            .send()
            .await;
        black_box(refused.expect("an answer").bytes().await.expect("a body"));
        file.write_all(&approved.evidence.bundle)
            .and_then(|()| file.sync_data())
            .expect("the floor can be made durable");
        let exchanged = begun.elapsed();
        if turn >= 5 {
            told.time(at - began);
            asked.time(looked);
            kept.time(saved);
            floor.time(exchanged);
        }
    }
    vec![
        Row {
            what: "Approve: from pressing the button until the system browser is told, the port bound and the broker asked where its parts are".to_owned(),
            unit: "ms",
            samples: told,
            beside: Some(("the two calls to the broker alone", asked)),
            bar: None,
        },
        Row {
            what: "Approve: from the answer in the browser until the evidence is verified and durable".to_owned(),
            unit: "ms",
            samples: kept,
            beside: Some(("one call to the broker's token endpoint, and the evidence appended to a file with `fdatasync`", floor)),
            bar: None,
        },
    ]
}

/// Logs in as a practice person and approves; answers with the address that the browser is sent
/// back to.
async fn at_the_broker(link: &str) -> String {
    let browser = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .expect("a client");
    let list = browser.get(link).send().await.expect("the broker's page");
    let origin = list.url().clone();
    let next = |page: &str| {
        let action = page
            .split_once("action=\"")
            .and_then(|(_, rest)| rest.split_once('"'))
            .expect("the page has a form")
            .0;
        origin.join(action).expect("an address")
    };
    let action = next(&list.text().await.expect("a page"));
    let text = browser
        .post(action)
        .form(&[("person", "mette")])
        .send()
        .await
        .expect("an answer")
        .text()
        .await
        .expect("a page");
    let back =
        browser.post(next(&text)).form(&[("act", "approve")]).send().await.expect("an answer");
    back.headers()["location"].to_str().expect("an address").to_owned()
}

/// A fresh key and claim, and the two signatures of an approval; the answer of the broker is there.
fn seal(case: &Case, approved: &Approved) -> Row {
    let members: serde_json::Value =
        serde_json::from_slice(&approved.evidence.bundle).expect("a bundle is JSON");
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    let login = || evidence::Login {
        id_token: text(&members["idToken"]),
        userinfo_token: None,
        transaction_token: None,
        transaction_ocsp: None,
        jwks: members["jwks"].clone(),
        issuer: text(&members["discovery"]["issuer"]),
        jwks_uri: text(&members["discovery"]["jwksUri"]),
        fetched_at: approved.evidence.approved_at,
        profile_id: text(&members["profile"]["id"]),
        profile_version: 1,
        clock_offset: None,
    };
    let ours = || {
        let request = ApprovalRequest::of(&approved.connection, Environment::Practice, &case.id);
        let commitment = Commitment::generate(request).expect("randomness");
        assert!(!black_box(commitment.seal(login()).to_bytes()).is_empty());
    };
    let key =
        EncodingKey::from_ec_pem(include_bytes!("../../src-tauri/crates/practice/keys/es256.pem"))
            .expect("a P-256 key");
    let floor = || {
        for _ in 0..2 {
            black_box(
                crypto::sign(&approved.evidence.bundle, &key, Algorithm::ES256)
                    .expect("a signature"),
            );
        }
    };
    let (samples, floor) = crate::inside::in_turns(SEALS, ours, floor);
    Row {
        what: "Approve: the request, a fresh key and claim, both signatures and the bundle"
            .to_owned(),
        unit: "ms",
        samples,
        beside: Some(("two P-256 signatures over the bundle, by another library", floor)),
        bar: None,
    }
}
