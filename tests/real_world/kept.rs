//! The rule for the whole kind: once a person has approved in MitID, nothing that a register, a
//! name or a clock does throws that approval away, and its receipt is made; and without the right
//! issuer, signature, nonce, level and text there is no approval.

use crate::registers::{about, any_answer, now};
use crate::support::at_the_broker;
use domain::approver::{Explanation, LoginName};
use domain::case::{Approving, Basis, Case, CaseId, Effect, Event, Now, Stage, Token, step};
use domain::cvr::CvrNumber;
use domain::draft::Draft;
use domain::problem::Problem;
use domain::{Environment, Language, Timestamp};
use evidence::{ApprovalRequest, Commitment};
use identity::{Approval, BrokerProfile, Browser, Clock, Progress, approve};
use jiff::civil::date;
use practice::{FaultInjection, Practice, Signed};
use proptest::prelude::*;
use receipt::{Delivered, Link, Made, Receipt};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use std::sync::Mutex;
use std::thread::JoinHandle;
use std::time::Duration;

/// A login that takes longer has failed.
const PATIENCE: Duration = Duration::from_secs(60);

/// The computer's clock.
struct At(Timestamp);

impl Clock for At {
    fn now(&self) -> Timestamp {
        self.0
    }
}

/// A person at a browser who approves what is asked.
#[derive(Default)]
struct Person(Mutex<Vec<JoinHandle<()>>>);

impl Browser for Person {
    fn open(&self, link: &str) -> std::io::Result<()> {
        let link = link.to_owned();
        self.0
            .lock()
            .unwrap()
            .push(std::thread::spawn(move || drop(at_the_broker(&link, "mette", "approve"))));
        Ok(())
    }
}

/// What is wrong with a login that is none.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Wrong {
    Issuer,
    Signature,
    Nonce,
    Level,
    Text,
}

/// What a broker tells of the name.
#[derive(Debug, Clone)]
enum NameClaim {
    Name(Value),
    Nothing,
    Protected,
}

fn any_name() -> impl Strategy<Value = NameClaim> {
    prop_oneof![
        3 => prop_oneof![
            Just(json!("Mette Prøve Krogh")),
            Just(json!("Karl Ravn Thestrup")),
            Just(json!("010190-1234")),
            Just(json!("\u{202e}hgorK etteM\u{202c} \u{200b}\u{0}")),
            Just(json!("محمد 李小龍 👩‍👩‍👧 Z̸͓͝")),
            Just(json!("M".repeat(20_000))),
            ".{0,60}".prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            Just(Value::Null),
            Just(json!({ "given": "Mette" })),
        ].prop_map(NameClaim::Name),
        1 => Just(NameClaim::Nothing),
        1 => Just(NameClaim::Protected),
    ]
}

/// A broker whose answers tell this name, with one thing wrong or none.
fn faults(name: NameClaim, wrong: Option<Wrong>) -> FaultInjection {
    let claims = move |claims: &mut Map<String, Value>| {
        match &name {
            NameClaim::Name(name) => drop(claims.insert("name".to_owned(), name.clone())),
            NameClaim::Nothing => drop(claims.remove("name")),
            NameClaim::Protected => {
                claims.remove("name");
                claims.insert("nameAndAddressProtection".to_owned(), json!("true"));
            }
        }
        let spoiled = match wrong {
            Some(Wrong::Issuer) => Some("iss"),
            Some(Wrong::Nonce) => Some("nonce"),
            Some(Wrong::Level) => Some("acr"),
            Some(Wrong::Text) => Some("refTextBody"),
            Some(Wrong::Signature) | None => None,
        };
        if let Some(claim) = spoiled {
            claims.insert(claim.to_owned(), json!("another"));
        }
    };
    let signed =
        if wrong == Some(Wrong::Signature) { Signed::ByStranger } else { Signed::AsPersonShows };
    FaultInjection {
        clock: Box::new(now),
        claims: Box::new(claims),
        signed,
        ..FaultInjection::default()
    }
}

/// The case that waits for its login.
fn approving(connection: &domain::connection::Connection) -> Case {
    let id = CaseId("9f3c0a6b5d7e41f2a8c4b6d2e0f19375".to_owned());
    let stage = Approving {
        connection: connection.clone(),
        attempt: Token("login".to_owned()),
        since: now(),
        basis: Basis::Own(Box::new(Draft::of(connection))),
        hand_over: None,
    };
    Case {
        stage: Stage::Approving(Box::new(stage)),
        ..Case::begin(id, Environment::Practice, today())
    }
}

fn today() -> Now {
    Now { at: now(), today: date(2026, 11, 24) }
}

/// The case after the login has ended, with what had to be explained explained.
fn after(
    case: &Case,
    outcome: Result<Box<domain::case::Evidence>, Problem>,
) -> (Case, Vec<Effect>) {
    let ended = Event::LoginEnded {
        attempt: Token("login".to_owned()),
        outcome,
        delivery: Token("delivery".to_owned()),
    };
    let (case, effects) = step(case, ended, today()).unwrap();
    if matches!(case.stage, Stage::Confirming(_)) {
        return step(&case, Event::ApproverExplained(Some(Explanation::SamePerson)), today())
            .unwrap();
    }
    (case, effects)
}

proptest! {
    // Each case is a whole login over loopback and a whole receipt.
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_genuine_approval_is_kept_and_has_its_receipt_and_no_other_is_one(
        answer in any_answer(),
        name in any_name(),
        ahead in -86_400_i64..=86_400,
        wrong in prop_oneof![
            3 => Just(None),
            1 => prop::sample::select(vec![Wrong::Issuer, Wrong::Signature, Wrong::Nonce, Wrong::Level, Wrong::Text]).prop_map(Some),
        ],
        language in prop::sample::select(vec![Language::Danish, Language::English]),
    ) {
        let organisation = register::read(answer.to_string().as_bytes(), CvrNumber::parse("13748136").unwrap(), now());
        let connection = about(organisation.map_err(|why| TestCaseError::fail(format!("{why}: {answer}")))?);
        let case = approving(&connection);
        let commitment = Commitment::generate(ApprovalRequest::of(&connection, Environment::Practice, &case.id)).unwrap();

        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let practice = runtime.block_on(Practice::start_with(faults(name.clone(), wrong))).unwrap();
        let profile = BrokerProfile::practice(practice.issuer());
        let (clock, person) = (At(now() + jiff::SignedDuration::from_secs(ahead)), Person::default());
        let told = |progress| if let Progress::ClockOff(off) = progress { off.go_on.anyway() };
        let login = approve(&profile, commitment, language, &clock, &person, told, std::future::pending(), PATIENCE);
        let outcome = runtime.block_on(login);
        person.0.into_inner().unwrap().into_iter().for_each(|browser| browser.join().unwrap());

        let Approval { bundle, verdict } = match (outcome, wrong) {
            (Ok(approval), None) => approval,
            (Err(trouble), Some(_)) => {
                let (case, effects) = after(&case, Err(trouble.into()));
                prop_assert!(matches!(case.stage, Stage::Drafting(_)) && effects.is_empty() && case.problem.is_some());
                return Ok(());
            }
            (outcome, wrong) => return Err(TestCaseError::fail(format!("{wrong:?}: {outcome:?}"))),
        };
        match name {
            NameClaim::Nothing => prop_assert_eq!(verdict.login_name(), LoginName::NotGiven),
            NameClaim::Protected => prop_assert_eq!(verdict.login_name(), LoginName::Protected),
            NameClaim::Name(_) => {}
        }
        let evidence = shell::login::evidence_of(bundle.clone(), verdict).ok_or_else(|| TestCaseError::fail("no evidence"))?;
        let (case, effects) = after(&case, Ok(Box::new(evidence)));
        let Stage::Approved(approved) = &case.stage else { return Err(TestCaseError::fail(format!("{:?}", case.stage))) };
        let is_sent = matches!(&effects[..], [Effect::Deliver { bundle: sent, .. }] if *sent == bundle);
        prop_assert!(is_sent, "{:?}", effects);
        prop_assert_eq!(&approved.evidence.bundle, &bundle);

        let case_json = casefile::approved(&approved.connection, Environment::Practice);
        let case_json = case_json.map_err(|why| TestCaseError::fail(format!("{why:?}: {answer}")))?;
        let verdict = evidence::verify(&bundle, &profile.anchors(), clock.0.max(approved.evidence.approved_at));
        let link = Link { number: 1, previous: None, case: case.id.clone(), bundle_sha256: Sha256::digest(&bundle).into() };
        let pdf = receipt::pdf(&Receipt {
            environment: Environment::Practice,
            language,
            case: &case.id,
            connection: &approved.connection,
            evidence: &approved.evidence,
            approver: Some(&approved.approver),
            discarded_approvals: &case.discarded_approvals,
            verdict: &verdict,
            delivery: Delivered::NotConfirmed,
            made: Made::At(approved.evidence.approved_at),
            bundle: &bundle,
            case_json: case_json.as_bytes(),
            link: Some(&link),
        });
        prop_assert!(pdf.as_ref().is_ok_and(|pdf| receipt::is_pdf(pdf)), "{:?}: {:?}", pdf.err(), verdict);
    }
}
