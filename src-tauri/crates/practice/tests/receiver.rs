//! The practice receiver takes sound evidence once, says the same thing however often it is asked,
//! and refuses the rest.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod login;

use domain::case::{CaseId, Level};
use domain::connection::{Administrator, Connection, Reporter, Representative};
use domain::cvr::CvrNumber;
use domain::organisation::{Organisation, Origins, Source, Status};
use domain::person::{BirthDate, EmailAddress, PersonName};
use domain::terms::{CURRENT, OfficialText, TermsShown};
use domain::{Environment, Timestamp};
use evidence::{ApprovalRequest, Commitment, Login};
use jiff::civil::date;
use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use login::{client, jwks, tokens};
use practice::Practice;
use serde_json::{Value, json};

fn connection(cvr: &str) -> Connection {
    let administrator = |name: &str, email: &str, is_representative| Administrator {
        name: PersonName::parse(name).unwrap(),
        email: EmailAddress::parse(email).unwrap(),
        born: BirthDate::from_date(date(1981, 3, 14), date(2026, 1, 1)).unwrap(),
        is_representative,
    };
    Connection {
        organisation: Organisation {
            cvr: CvrNumber::parse(cvr).unwrap(),
            name: "Nordlys Tømrer & Snedker ApS".into(),
            address: vec!["Savværksvej 7".into(), "8300 Odder".into()],
            form_code: 80,
            form: "Anpartsselskab".into(),
            status: Status::Active,
            status_text: "NORMAL".into(),
            candidates: vec![],
            signing_rule: None,
            looked_up: "2026-11-24T13:05:00Z".parse().unwrap(),
            origins: Origins::all(Source::Virk),
            left_out: vec![],
        },
        representative: Representative {
            name: PersonName::parse("Mette Lindegaard Krogh").unwrap(),
            title: "direktør".into(),
            email: EmailAddress::parse("mette@nordlystomrer.example").unwrap(),
        },
        administrators: vec![
            administrator("Mette Lindegaard Krogh", "mette@nordlystomrer.example", true),
            administrator("Søren Thorup Winther", "soren@nordlystomrer.example", false),
        ],
        terms: TermsShown {
            title: CURRENT.title.into(),
            published: CURRENT.published,
            summary_shown: None,
            official: Some(OfficialText {
                opened: "2026-11-24T13:10:00Z".parse().unwrap(),
                address: CURRENT.address.into(),
            }),
        },
        reporter: Some(Reporter {
            name: PersonName::parse("Jens Aagaard Holm").unwrap(),
            organisation: None,
            email: EmailAddress::parse("jens@holmbjerre.example").unwrap(),
        }),
        enclosed: vec![],
    }
}

/// Evidence of an approval by a practice person, made through the practice broker.
async fn bundle(practice: &Practice, cvr: &str, environment: Environment, person: &str) -> Vec<u8> {
    let request = ApprovalRequest::of(&connection(cvr), environment, &CaseId("0".repeat(32)));
    let commitment = Commitment::generate(request).unwrap();
    let tokens = tokens(practice, person, commitment.nonce(), commitment.reference_text()).await;
    let id_token = tokens["id_token"].as_str().unwrap().to_owned();
    let kid = jsonwebtoken::decode_header(&id_token).unwrap().kid.unwrap();
    let keys = jwks(practice).await;
    let key: Vec<&Value> =
        keys["keys"].as_array().unwrap().iter().filter(|key| key["kid"] == kid.as_str()).collect();
    commitment.seal(logged_in(id_token, json!({ "keys": key }), practice.issuer())).to_bytes()
}

fn logged_in(id_token: String, jwks: Value, issuer: &str) -> Login {
    Login {
        id_token,
        userinfo_token: None,
        transaction_token: None,
        transaction_ocsp: None,
        jwks,
        issuer: issuer.to_owned(),
        jwks_uri: format!("{issuer}/jwks"),
        fetched_at: Timestamp::from_second(1_700_000_000).unwrap(),
        profile_id: "practice".into(),
        profile_version: 1,
        clock_offset: None,
    }
}

async fn send(
    practice: &Practice,
    id: &str,
    bundle: &[u8],
    language: &str,
) -> reqwest::Result<(u16, Value)> {
    let request = client()
        .post(practice.receiver())
        .header("content-type", "application/json")
        .header("idempotency-key", id)
        .header("accept-language", language)
        .body(bundle.to_vec());
    let answer = request.send().await?;
    Ok((answer.status().as_u16(), answer.json().await?))
}

async fn mailbox(practice: &Practice) -> Vec<Value> {
    client().get(practice.mailbox()).send().await.unwrap().json().await.unwrap()
}

#[tokio::test]
async fn sound_evidence_is_taken_and_the_mails_are_written() {
    let practice = Practice::start().await.unwrap();
    let bundle = bundle(&practice, "13748136", Environment::Practice, "mette").await;
    let (status, answer) = send(&practice, "delivery-1", &bundle, "da").await.unwrap();
    assert_eq!(status, 201);
    assert_eq!(
        (&answer["type"], &answer["id"]),
        (&json!("tilslut/delivery-answer/v1"), &json!("delivery-1"))
    );
    let at: Timestamp = answer["at"].as_str().unwrap().parse().unwrap();
    let number = answer["caseNumber"].as_str().unwrap();
    // Denmark is an hour ahead of UTC at every turn of the year.
    let year = (at + jiff::SignedDuration::from_hours(1)).to_string()[..4].to_owned();
    let serial = number.strip_prefix(&format!("PRØVE-{year}-")).unwrap();
    assert!(serial.len() == 6 && serial.bytes().all(|byte| byte.is_ascii_digit()), "{number}");

    let mails = answer["mails"].as_array().unwrap();
    let kinds: Vec<_> = mails
        .iter()
        .map(|mail| (mail["kind"].as_str().unwrap(), mail["to"].as_str().unwrap()))
        .collect();
    assert_eq!(
        kinds,
        [
            ("receipt", "mette@nordlystomrer.example"),
            ("setUpLink", "mette@nordlystomrer.example"),
            ("setUpLink", "soren@nordlystomrer.example"),
        ]
    );
    for mail in mails {
        let (subject, body) = (mail["subject"].as_str().unwrap(), mail["body"].as_str().unwrap());
        assert!(subject.starts_with("PRØVE") && body.starts_with("PRØVE"), "{subject}");
        assert!(subject.contains("Nordlys Tømrer & Snedker ApS") && body.contains(number));
        assert!(!subject.contains('{') && !body.contains('{'), "every variable is filled in");
    }
    assert_eq!(mailbox(&practice).await, *mails);
}

#[tokio::test]
async fn the_mails_are_in_the_language_that_is_asked_for() {
    let practice = Practice::start().await.unwrap();
    let bundle = bundle(&practice, "13748136", Environment::Practice, "mette").await;
    for (language, word) in
        [("en-GB,da;q=0.5", "Receipt"), ("da", "Kvittering"), ("", "Kvittering")]
    {
        let (_, answer) =
            send(&practice, &format!("delivery-{language}"), &bundle, language).await.unwrap();
        assert!(answer["mails"][0]["subject"].as_str().unwrap().contains(word), "{language}");
    }
}

#[tokio::test]
async fn asking_again_says_the_same_even_after_a_restart() {
    let practice = Practice::start().await.unwrap();
    let bundle = bundle(&practice, "13748136", Environment::Practice, "signe").await;
    let (first, answer) = send(&practice, "delivery-1", &bundle, "da").await.unwrap();
    assert_eq!(first, 201);
    assert_eq!(send(&practice, "delivery-1", &bundle, "da").await.unwrap(), (200, answer.clone()));
    assert_eq!(mailbox(&practice).await.len(), 3, "nothing is written twice");
    drop(practice);

    let restarted = Practice::start().await.unwrap();
    assert_eq!(send(&restarted, "delivery-1", &bundle, "da").await.unwrap(), (201, answer.clone()));
    let (_, other) = send(&restarted, "delivery-2", &bundle, "da").await.unwrap();
    assert_ne!(other["caseNumber"], answer["caseNumber"]);
}

#[tokio::test]
async fn an_id_belongs_to_one_body() {
    let practice = Practice::start().await.unwrap();
    let one = bundle(&practice, "13748136", Environment::Practice, "mette").await;
    let two = bundle(&practice, "13748136", Environment::Practice, "mette").await;
    let (_, answer) = send(&practice, "delivery-1", &one, "da").await.unwrap();
    assert_eq!(send(&practice, "delivery-1", &two, "da").await.unwrap().0, 409);
    assert_eq!(send(&practice, "delivery-1", &one, "da").await.unwrap(), (200, answer));
}

#[tokio::test]
async fn a_lost_answer_is_settled_by_asking_again() {
    let practice = Practice::start().await.unwrap();
    let bundle = bundle(&practice, "99420863", Environment::Practice, "poul").await;
    let lost = send(&practice, "delivery-1", &bundle, "da").await.unwrap_err();
    assert!(!lost.is_connect() && !lost.is_timeout());
    assert_eq!(mailbox(&practice).await.len(), 3, "it was taken all the same");
    let (status, answer) = send(&practice, "delivery-1", &bundle, "da").await.unwrap();
    assert_eq!((status, answer["type"].as_str()), (200, Some("tilslut/delivery-answer/v1")));
    assert_eq!(mailbox(&practice).await.len(), 3);
}

#[tokio::test]
async fn the_organisation_that_is_refused_is_refused_with_a_reason() {
    let practice = Practice::start().await.unwrap();
    let bundle = bundle(&practice, "98361278", Environment::Practice, "inger").await;
    for _ in 0..2 {
        let (status, answer) = send(&practice, "delivery-1", &bundle, "da").await.unwrap();
        assert_eq!((status, answer["type"].as_str()), (422, Some("tilslut/delivery-refusal/v1")));
        assert!(answer["reason"].as_str().unwrap().contains("formandens titel"));
    }
    assert_eq!(mailbox(&practice).await, Vec::<Value>::new());
}

#[tokio::test]
async fn a_text_that_was_not_echoed_is_enough_but_less_is_not() {
    let practice = Practice::start().await.unwrap();
    let level_c = bundle(&practice, "13748136", Environment::Practice, "karl").await;
    assert_eq!(send(&practice, "c", &level_c, "da").await.unwrap().0, 201);

    let low = bundle(&practice, "13748136", Environment::Practice, "viggo").await;
    let live = bundle(&practice, "13748136", Environment::Live, "mette").await;
    let mut changed: Value = serde_json::from_slice(&level_c).unwrap();
    changed["request"]["representative"]["title"] = json!("formand");
    let changed = changed.to_string().into_bytes();
    for (name, bundle) in [
        ("low", low),
        ("live", live),
        ("changed", changed),
        ("not anchored", not_anchored()),
        ("nothing", b"{}".to_vec()),
    ] {
        let (status, answer) = send(&practice, name, &bundle, "da").await.unwrap();
        assert_eq!(
            (status, answer["type"].as_str()),
            (422, Some("tilslut/delivery-refusal/v1")),
            "{name}"
        );
        assert!(answer["reason"].as_str().unwrap().starts_with("PRØVE"), "{name}");
    }
    assert_eq!(mailbox(&practice).await.len(), 3, "only the sound one");
}

/// Sound evidence whose ID token is signed with a key that no anchor names (level D).
fn not_anchored() -> Vec<u8> {
    const STRANGER: &[u8] = b"-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgUaP+JYKPhGu4XdG8
gEIpuWQhupYFPERKic5f27b+/1qhRANCAATMtbOmM8gVYYFePmCHpo/GV17RrspK
U1Rwp/75YgdQriV3mbkYg4pPZp39MEikuaTXMNll//zlxieXqf2eXhtA
-----END PRIVATE KEY-----
";
    let request = ApprovalRequest::of(
        &connection("13748136"),
        Environment::Practice,
        &CaseId("0".repeat(32)),
    );
    let commitment = Commitment::generate(request).unwrap();
    let key = EncodingKey::from_ec_pem(STRANGER).unwrap();
    let issuer = "http://127.0.0.1:1/mitid";
    let claims = json!({
        "iss": issuer,
        "aud": practice::CLIENT_ID,
        "iat": 1_700_000_000,
        "exp": 1_700_000_300,
        "nonce": commitment.nonce(),
        "acr": "urn:grn:authn:dk:mitid:high",
        "name": "Mette Lindegaard Krogh",
        "refTextBody": commitment.reference_text(),
    });
    let mut jwk = Jwk::from_encoding_key(&key, Algorithm::ES256).unwrap();
    jwk.common.key_id = Some("stranger".into());
    let header = Header { kid: Some("stranger".into()), ..Header::new(Algorithm::ES256) };
    let id_token = jsonwebtoken::encode(&header, &claims, &key).unwrap();
    let bundle = commitment.seal(logged_in(id_token, json!({ "keys": [jwk] }), issuer)).to_bytes();
    let verdict = evidence::verify(
        &bundle,
        &evidence::anchors::practice(),
        Timestamp::from_second(1_700_000_100).unwrap(),
    );
    assert_eq!(verdict.level(), Some(Level::D));
    bundle
}

#[tokio::test]
async fn what_is_no_delivery_is_told_so() {
    let practice = Practice::start().await.unwrap();
    let post = || client().post(practice.receiver()).body("{}");
    let long = "x".repeat(201);
    for (request, status) in [
        (post().header("idempotency-key", "a"), 415),
        (post().header("idempotency-key", "a").header("content-type", "text/plain"), 415),
        (post().header("content-type", "application/json"), 400),
        (post().header("content-type", "application/json").header("idempotency-key", ""), 400),
        (post().header("content-type", "application/json").header("idempotency-key", &long), 400),
    ] {
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), status);
        assert_eq!(answer.json::<Value>().await.unwrap()["type"], "tilslut/delivery-refusal/v1");
    }
    assert_eq!(client().get(practice.receiver()).send().await.unwrap().status(), 405);
}
