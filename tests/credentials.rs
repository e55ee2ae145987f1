//! A broker that wants a credential of the organisation's own: Tilslut says so before any browser
//! opens, takes it once, and never tells it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::answers::RoleName;
use contract::broker::{Broker, BrokerKeyName};
use contract::{CaseIntent, Intent, Navigation, Page, SettingsIntent, View};
use identity::{BrokerProfile, ClientProof, RequestForm};
use practice::{CLIENT_KEY, CLIENT_SECRET, FaultInjection, Practice, Seen};
use std::sync::{Arc, Mutex};
use support::{Installation, METTE, NORDLYS, Tilslut, at_the_broker};
use tokio::runtime::Runtime;

/// A practice broker with its own port that wants this proof.
struct Demanding {
    practice: Practice,
    seen: Arc<Mutex<Seen>>,
    _runtime: Runtime,
}

impl Demanding {
    fn start(proof: practice::ClientProof) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let faults =
            FaultInjection { proof, seen: Some(Arc::clone(&seen)), ..FaultInjection::default() };
        let practice = runtime.block_on(Practice::start_with(faults)).unwrap();
        Self { practice, seen, _runtime: runtime }
    }

    fn profile(&self, client: ClientProof) -> BrokerProfile {
        BrokerProfile { client, ..BrokerProfile::practice(self.practice.issuer()) }
    }
}

fn services(tilslut: &Tilslut) -> Broker {
    broker(&tilslut.go(Navigation::Services)).clone()
}

fn broker(view: &View) -> &Broker {
    match &view.page {
        Page::Services { services, .. } => &services.broker,
        page => panic!("not the services: {page:?}"),
    }
}

/// Wants to approve, and reads on the page with every answer that it cannot be for want of the
/// credential.
fn is_missing(tilslut: &Tilslut, case: &str) {
    tilslut.go(Navigation::Check { case: case.into() });
    let before = tilslut.view().page;
    tilslut.send(Intent::Case { case: case.into(), intent: CaseIntent::Approve });
    let view = tilslut
        .wait("what is missing", |view| view.problem.as_deref() == Some("credential-missing"));
    assert_eq!(view.page, before, "every answer is kept");
    assert!(tilslut.desktop.links.lock().unwrap().is_empty(), "no browser was opened");
}

fn keep(tilslut: &Tilslut, secret: &str) -> View {
    tilslut.go(Navigation::Services);
    let before = tilslut.view().revision;
    tilslut.send(Intent::Settings {
        intent: SettingsIntent::KeepBrokerKey { id: String::new(), secret: secret.into() },
    });
    tilslut.wait("the key store", |view| view.revision > before + 1)
}

/// Approves a new case in this installation.
fn approves(tilslut: &Tilslut) {
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.approve_as(&case, "mette");
    tilslut.delivered();
}

/// Neither the window was told nor any file in the case folder holds any of these.
fn is_nowhere(canaries: &[&str], machine: &Installation, told: &str) {
    let disk = machine.bytes_on_disk();
    for canary in canaries {
        assert!(!told.contains(canary), "in a view: {canary}");
        assert!(
            !disk.windows(canary.len()).any(|bytes| bytes == canary.as_bytes()),
            "in the folder: {canary}"
        );
    }
}

#[test]
fn a_client_secret_is_asked_for_given_once_and_found_again() {
    let broker = Demanding::start(practice::ClientProof::Secret);
    let profile = || broker.profile(ClientProof::Secret);
    let machine = Installation::new();
    let tilslut = machine.start_at(profile());
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    is_missing(&tilslut, &case);
    assert_eq!(broker.seen.lock().unwrap().discoveries, 0, "not even the broker was asked");
    assert_eq!(
        services(&tilslut),
        Broker { host: None, wants: Some(BrokerKeyName::Secret), has_key: false }
    );

    const WRONG: &str = "kanarie-forkert-hemmelighed";
    assert!(self::broker(&keep(&tilslut, WRONG)).has_key);
    tilslut.go(Navigation::Check { case: case.clone() });
    let login = tilslut.approve(&case);
    at_the_broker(login.link.read(), "mette", "approve");
    tilslut.wait("the refusal", |view| view.problem.as_deref() == Some("credential-refused"));
    tilslut.go(Navigation::Services);
    tilslut.send(Intent::Settings { intent: SettingsIntent::ForgetBrokerKey });
    let view = tilslut.wait("the key store", |view| !self::broker(view).has_key);
    assert!(!self::broker(&view).has_key && view.problem.is_none());

    assert!(self::broker(&keep(&tilslut, CLIENT_SECRET)).has_key);
    tilslut.go(Navigation::Check { case: case.clone() });
    tilslut.approve_as(&case, "mette");
    tilslut.delivered();
    let first = tilslut.told();
    tilslut.close();

    let again = machine.start_at(profile());
    assert!(services(&again).has_key, "found again after a restart");
    approves(&again);
    is_nowhere(&[CLIENT_SECRET, WRONG], &machine, &(first + &again.told()));

    again.go(Navigation::Services);
    again.send(Intent::Settings { intent: SettingsIntent::ForgetBrokerKey });
    again.wait("the key store", |view| !self::broker(view).has_key);
    again.close();
    let forgotten = machine.start_at(profile());
    let case = forgotten.prepare(NORDLYS, METTE, RoleName::Representative);
    is_missing(&forgotten, &case);
}

#[test]
fn a_private_key_comes_from_a_file_or_is_pasted_and_signs_request_and_proof() {
    let broker = Demanding::start(practice::ClientProof::PrivateKey);
    let profile = || BrokerProfile {
        request: RequestForm::Signed,
        ..broker.profile(ClientProof::PrivateKey)
    };
    let machine = Installation::new();
    let tilslut = machine.start_at(profile());
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    is_missing(&tilslut, &case);
    assert_eq!(services(&tilslut).wants, Some(BrokerKeyName::PrivateKey));

    const NO_KEY: &str = "-----BEGIN PRIVATE KEY-----\nkanariekanarie\n-----END PRIVATE KEY-----\n";
    let view = keep(&tilslut, NO_KEY);
    assert!(!self::broker(&view).has_key && view.problem.is_none());
    assert_eq!(
        tilslut.problem_at("broker.secret").as_deref(),
        Some("credential-unusable"),
        "said where it was given"
    );

    let folder = tempfile::tempdir().unwrap();
    let (wrong, file) = (folder.path().join("wrong.pem"), folder.path().join("client.pem"));
    std::fs::write(&wrong, NO_KEY).unwrap();
    std::fs::write(&file, CLIENT_KEY).unwrap();
    tilslut.go(Navigation::Services);
    for (chosen, kept) in [(wrong, false), (file, true)] {
        tilslut.will_choose(chosen);
        tilslut.send(Intent::Settings {
            intent: SettingsIntent::ChooseBrokerKey { id: "nøgle-1".into() },
        });
        let said = |view: &View| {
            self::broker(view).has_key == kept && view.field_problems.is_empty() == kept
        };
        tilslut.wait("what the file holds", said);
    }
    assert_eq!(
        tilslut.desktop.questions.lock().unwrap().len(),
        2,
        "a file was asked for, and nothing else"
    );
    tilslut.go(Navigation::Check { case: case.clone() });
    tilslut.approve_as(&case, "mette");
    tilslut.delivered();
    assert!(broker.seen.lock().unwrap().query.contains("request="), "the request was signed");
    let first = tilslut.told();
    tilslut.close();

    let again = machine.start_at(profile());
    assert!(services(&again).has_key);
    again.send(Intent::Settings { intent: SettingsIntent::ForgetBrokerKey });
    again.wait("forgotten", |view| !self::broker(view).has_key);
    assert!(self::broker(&keep(&again, CLIENT_KEY)).has_key, "pasted");
    approves(&again);
    let line = CLIENT_KEY.lines().nth(1).unwrap();
    is_nowhere(&[line, "kanariekanarie"], &machine, &(first + &again.told()));
}
