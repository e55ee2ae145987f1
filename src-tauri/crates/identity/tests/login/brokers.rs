//! Each profile that is shipped, against a broker that speaks as its own does: text shown, name and
//! level read from the right token.

use super::*;
use crate::person::log_in_as;
use evidence::{CertificateAnchor, CheckId};
use identity::{Client, ClientProof, Credential, Host, Pushed, Userinfo};
use practice::{BrokerFlavour, Status};
use std::collections::HashMap;

pub const IDURA: &str = include_str!("../../profiles/idura.toml");
pub const NETS_EID: &str = include_str!("../../profiles/nets-eid-broker.toml");
pub const SIGNICAT: &str = include_str!("../../profiles/signicat.toml");
pub const PLAIN: &str = include_str!("../../profiles/plain.toml");

/// A key that can sign and that the broker does not know.
const ANOTHER_KEY: &str = include_str!("../../../practice/keys/es256.pem");

/// A shipped profile, with everything filled in that the organisation fills in: here for the
/// pretended broker.
pub fn filled(shipped: &str, issuer: &str) -> BrokerProfile {
    let mut file: toml::Table = shipped.parse().unwrap();
    let broker = file["broker"].as_table_mut().unwrap();
    let thumbprints: Vec<toml::Value> =
        keys().iter().map(|key| key["kid"].as_str().unwrap().into()).collect();
    for (name, value) in [
        ("environment", "practice".into()),
        ("issuer", issuer.into()),
        ("client-id", practice::CLIENT_ID.into()),
        ("ports", "any".into()),
        ("keys", toml::Value::Array(thumbprints)),
    ] {
        broker.insert(name.to_owned(), value);
    }
    BrokerProfile::read(&file.to_string()).unwrap()
}

pub fn nets_eid(issuer: &str) -> BrokerProfile {
    filled(NETS_EID, issuer)
}

pub fn key() -> Credential {
    Credential::key(practice::CLIENT_KEY, Some("tilslut".to_owned())).unwrap()
}

async fn approval_of(
    profile: &BrokerProfile,
    credential: Option<&Credential>,
    person: &'static str,
) -> Result<Approval, Error> {
    let browser = Playing::new(move |link| async move {
        come_back(log_in_as(&link, person, "approve").await).await
    });
    let client = Client { profile, credential };
    approve(client, commitment(), Language::Danish, &At(now()), &browser, |_| {}, pending(), LONG)
        .await
}

fn bundle(approval: &Approval) -> Value {
    serde_json::from_slice(&approval.bundle).unwrap()
}

/// With either algorithm: Mette's answer is signed with RS256, Signe's with ES256.
const PEOPLE: [(&str, &str); 2] =
    [("mette", "Mette Lindegaard Krogh"), ("signe", "Signe Dalgas Munch")];

#[tokio::test]
async fn idura_says_everything_in_the_id_token() {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    for (person, name) in PEOPLE {
        let approval = approval_of(&filled(IDURA, &broker.issuer), None, person).await.unwrap();
        assert_eq!(
            (approval.verdict.level(), approval.verdict.approver.as_deref()),
            (Some(Level::B), Some(name))
        );
        assert!(approval.verdict.uuid.is_some());
    }
}

#[tokio::test]
async fn nets_eid_says_name_and_text_in_tokens_of_their_own() {
    let broker = Broker::start(
        FaultInjection { flavour: BrokerFlavour::NetsEid, ..FaultInjection::default() },
        now(),
    )
    .await;
    for (person, name) in PEOPLE {
        let approval = approval_of(&nets_eid(&broker.issuer), None, person).await.unwrap();
        assert!(
            approval.verdict.level() == Some(Level::B)
                || approval.verdict.level() == Some(Level::A),
            "{approval:?}"
        );
        assert_eq!(approval.verdict.approver.as_deref(), Some(name));
        let bundle = bundle(&approval);
        assert!(bundle["userinfoToken"].is_string() && bundle["transactionToken"].is_string());
        assert_eq!(
            bundle["jwks"]["keys"].as_array().unwrap().len(),
            2,
            "each key that was used, once"
        );
        let asked = broker.seen().authorize;
        assert_eq!(
            (asked["idp_values"].as_str(), asked["prompt"].as_str(), asked["language"].as_str()),
            ("mitid", "login", "da")
        );
        assert_eq!(asked["scope"], "openid mitid transaction_token");
    }
}

/// As Nets eID Broker, with the authority behind its transaction tokens anchored.
pub fn certified(issuer: &str) -> BrokerProfile {
    let (part, text) = practice::CERTIFIED;
    let anchor = CertificateAnchor::from_pem(
        practice::AUTHORITY,
        [(part.to_owned(), text.to_owned())].into(),
    )
    .unwrap();
    BrokerProfile { certificates: vec![anchor], ..nets_eid(issuer) }
}

#[tokio::test]
async fn nets_eid_s_transaction_token_proves_for_years_unless_its_certificate_is_in_doubt() {
    for (status, level, holds, doubt) in [
        (Status::Good, Level::A, Some(true), ""),
        (Status::Absent, Level::A, None, "status-absent"),
        (Status::Unknown, Level::B, None, "status-unknown"),
        (Status::Old, Level::B, Some(false), "status-old"),
    ] {
        let broker = Broker::start(
            FaultInjection { flavour: BrokerFlavour::NetsEid, status, ..FaultInjection::default() },
            now(),
        )
        .await;
        let approval = approval_of(&certified(&broker.issuer), None, "mette").await.unwrap();
        assert_eq!(approval.verdict.level(), Some(level), "{status:?}");
        let said = approval
            .verdict
            .checks
            .iter()
            .find(|check| check.id == CheckId::CertificateStatus)
            .unwrap();
        assert_eq!((said.passed, said.detail.as_str()), (holds, doubt), "{status:?}");
        assert_eq!(bundle(&approval).get("transactionOcsp").is_some(), status != Status::Absent);
        let leaf = &bundle(&approval)["jwks"]["keys"][1]["x5c"];
        assert_eq!(
            leaf.as_array().map(Vec::len),
            Some(1),
            "the certificate stays with the evidence"
        );
    }
}

#[tokio::test]
async fn nets_eid_may_want_a_secret_and_a_pushed_request() {
    for (proof, client, credential) in [
        (
            practice::ClientProof::Secret,
            ClientProof::Secret,
            Credential::secret(practice::CLIENT_SECRET.to_owned()),
        ),
        (practice::ClientProof::PrivateKey, ClientProof::PrivateKey, key()),
    ] {
        let broker = Broker::start(
            FaultInjection { flavour: BrokerFlavour::NetsEid, proof, ..FaultInjection::default() },
            now(),
        )
        .await;
        let profile =
            BrokerProfile { client, pushed: Pushed::Authenticated, ..nets_eid(&broker.issuer) };
        assert!(approval_of(&profile, Some(&credential), "mette").await.is_ok(), "{client:?}");
        let seen = broker.seen();
        assert_eq!(seen.pushes, 1);
        let query: HashMap<String, String> =
            url::form_urlencoded::parse(seen.query.as_bytes()).into_owned().collect();
        assert_eq!(
            query.len(),
            2,
            "the browser carries the client and the name of the request, nothing else: {query:?}"
        );
        assert!(query["request_uri"].starts_with("urn:ietf:params:oauth:request_uri:"));

        assert_eq!(
            approval_of(&profile, None, "mette").await.err(),
            Some(Error::CredentialMissing)
        );
        let wrong = match client {
            ClientProof::Secret => Credential::secret("another secret".to_owned()),
            _ => Credential::key(ANOTHER_KEY, None).unwrap(),
        };
        for pushed in [Pushed::Authenticated, Pushed::None] {
            let profile = BrokerProfile { pushed, ..profile.clone() };
            assert_eq!(
                approval_of(&profile, Some(&wrong), "mette").await.err(),
                Some(Error::CredentialRefused),
                "{client:?} {pushed:?}"
            );
        }
    }
}

#[tokio::test]
async fn signicat_takes_the_text_in_a_signed_request_only() {
    let faults = || FaultInjection {
        flavour: BrokerFlavour::Signicat,
        proof: practice::ClientProof::PrivateKey,
        ..FaultInjection::default()
    };
    let broker = Broker::start(faults(), now()).await;
    let profile = filled(SIGNICAT, &broker.issuer);
    assert_eq!(profile.host, Host::Localhost);
    for (person, name) in PEOPLE {
        let approval = approval_of(&profile, Some(&key()), person).await.unwrap();
        assert_eq!(
            (approval.verdict.level(), approval.verdict.approver.as_deref()),
            (Some(Level::B), Some(name))
        );
        let seen = broker.seen();
        assert!(
            !seen.query.contains("mitid_reference_text") && seen.query.contains("request="),
            "{}",
            seen.query
        );
        assert!(seen.authorize["redirect_uri"].starts_with("http://localhost:"));
    }
    // Asked in the open, the broker ignores the text without a sound, and the evidence says so.
    let open = BrokerProfile { request: identity::RequestForm::Query, ..profile };
    assert_eq!(
        approval_of(&open, Some(&key()), "mette").await.unwrap().verdict.level(),
        Some(Level::C)
    );
}

#[tokio::test]
async fn a_signed_answer_of_the_userinfo_endpoint_is_kept_and_read() {
    let bare = |claims: &mut serde_json::Map<String, Value>| {
        ["name", "refTextBody", "uuid"].iter().for_each(|name| drop(claims.remove(*name)))
    };
    let broker = Broker::start(
        FaultInjection { claims: Box::new(bare), ..FaultInjection::default() },
        now(),
    )
    .await;
    let mut profile = BrokerProfile { userinfo: Userinfo::Signed, ..filled(IDURA, &broker.issuer) };
    profile.claims.name = evidence::ClaimPlace::userinfo("name");
    profile.claims.text = evidence::ClaimPlace::userinfo("refTextBody");
    profile.claims.uuid = Some(evidence::ClaimPlace::userinfo("uuid"));
    for (person, name) in PEOPLE {
        let approval = approval_of(&profile, None, person).await.unwrap();
        assert_eq!(
            (approval.verdict.level(), approval.verdict.approver.as_deref()),
            (Some(Level::B), Some(name))
        );
        assert!(bundle(&approval)["userinfoToken"].is_string());
    }
}

#[tokio::test]
async fn a_request_may_be_pushed_by_a_public_client() {
    let broker = Broker::start(FaultInjection::default(), now()).await;
    let profile = BrokerProfile { pushed: Pushed::Anonymous, ..filled(IDURA, &broker.issuer) };
    assert!(approval_of(&profile, None, "mette").await.is_ok());
    assert_eq!(broker.seen().pushes, 1);
}

#[tokio::test]
async fn a_provider_that_shows_no_text_gives_evidence_that_says_so() {
    let quiet = |claims: &mut serde_json::Map<String, Value>| drop(claims.remove("refTextBody"));
    let broker = Broker::start(
        FaultInjection { claims: Box::new(quiet), ..FaultInjection::default() },
        now(),
    )
    .await;
    let plain = PLAIN
        .replace("levels = []", "levels = [\"urn:grn:authn:dk:mitid:substantial\"]")
        .replace("ui_locales", "acr_values = \"urn:grn:authn:dk:mitid:substantial\"\nui_locales");
    let approval = approval_of(&filled(&plain, &broker.issuer), None, "mette").await.unwrap();
    assert_eq!(approval.verdict.level(), Some(Level::C));
}
