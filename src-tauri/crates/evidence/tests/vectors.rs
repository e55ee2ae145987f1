//! The bundles of `tests/vectors`, for whoever writes another verifier: one of each kind, the trust
//! files to verify them against, and what must come out. `REWRITE=1 cargo test -p evidence --test
//! vectors` makes them again, when the format changes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod fixtures;

use domain::Environment;
use domain::case::Level;
use domain::terms::CURRENT;
use evidence::{Outcome, Reason, Time, TrustAnchors};
use fixtures::authority::{BrokerKey, WHOLE, Whole, b64_standard, file, stamped};
use fixtures::{Forgery, HONEST, IAT, Issuer, SECOND, at, practice, verify, without};
use serde_json::json;

/// Name, how it is made, trust file, outcome.
type Vector = (&'static str, fn() -> Vec<u8>, &'static str, Outcome);

const LIVE: Forgery = Forgery {
    issuer: Issuer::Stranger,
    request: |request| {
        request["environment"] = json!("live");
        request["terms"]["officialText"]["address"] = json!(CURRENT.address);
    },
    claims: |claims| claims["iss"] = json!("https://broker.example/op"),
    ..HONEST
};

const HAND_OVER: Forgery = Forgery {
    request: |request| {
        request["type"] = json!("tilslut/hand-over-request/v2");
        request["caseId"] = json!("0123456789abcdef0123456789abcdef");
    },
    claim: |claim| claim["ctx"] = json!("tilslut/handover/v1"),
    ..HONEST
};

const VECTORS: &[Vector] = &[
    ("level-a-es256", || WHOLE.bundle(), "practice-lasting.toml", Outcome::Level(Level::A)),
    ("level-a-rs256", || RSA.bundle(), "practice-lasting.toml", Outcome::Level(Level::A)),
    ("level-b-rs256", || HONEST.bundle(), "practice.toml", Outcome::Level(Level::B)),
    (
        "level-b-es256",
        || Forgery { issuer: Issuer::Es256, ..HONEST }.bundle(),
        "practice.toml",
        Outcome::Level(Level::B),
    ),
    ("level-b-clock", || SECOND.bundle(), "practice.toml", Outcome::Level(Level::B)),
    ("level-b-live", || LIVE.bundle(), "live.toml", Outcome::Level(Level::B)),
    (
        "level-c",
        || Forgery { claims: |claims| without(claims, "refTextBody"), ..HONEST }.bundle(),
        "practice.toml",
        Outcome::Level(Level::C),
    ),
    (
        "level-d",
        || Forgery { issuer: Issuer::Stranger, ..HONEST }.bundle(),
        "practice.toml",
        Outcome::Level(Level::D),
    ),
    ("hand-over", || HAND_OVER.bundle(), "practice.toml", Outcome::Invalid(Reason::OtherPurpose)),
    (
        "changed",
        || Forgery { whole: |whole| whole["profile"]["version"] = json!(2), ..HONEST }.bundle(),
        "practice.toml",
        Outcome::Invalid(Reason::SealBroken),
    ),
];

const RSA: Whole = Whole {
    key: BrokerKey::Rsa,
    certificates: &["broker-rsa", "issuing"],
    status: None,
    stamps: &[],
    ..WHOLE
};

fn path(name: &str) -> String {
    format!("{}/tests/vectors/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn trust(name: &str) -> String {
    let keys = [Issuer::Rs256, Issuer::Es256]
        .map(|issuer| format!("{:?}", issuer.thumbprint()))
        .join(", ");
    let practice = format!(
        "environment = \"practice\"\n\n[[issuer]]\nissuer = \"http://127.0.0.1/mitid\"\nclient-id = \"tilslut-practice\"\nkeys = [{keys}]\n"
    );
    let level =
        "{ token = \"id\", claim = \"acr\", accepted = [\"urn:grn:authn:dk:mitid:substantial\"] }";
    let plain = format!(
        "text = {{ token = \"id\", claim = \"refTextBody\" }}\nlevel = {level}\nname = {{ token = \"id\", claim = \"name\" }}\n"
    );
    let pem = || {
        let body = b64_standard(&file("root.der"));
        let lines: Vec<&str> =
            body.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap()).collect();
        format!(
            "pem = \"\"\"\n-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n\"\"\"\n",
            lines.join("\n")
        )
    };
    let body = match name {
        "practice.toml" => format!("{practice}{plain}"),
        "live.toml" => {
            let key = fixtures::stranger_thumbprint();
            format!(
                "environment = \"live\"\n\n[[issuer]]\nissuer = \"https://broker.example/op\"\nclient-id = \"tilslut-practice\"\nkeys = [{key:?}]\n{plain}"
            )
        }
        _ => format!(
            "{practice}text = {{ token = \"transaction\", claim = \"mitid.reference_text\", base64 = true }}\nlevel = {level}\n\
             name = {{ token = \"userinfo\", claim = \"mitid.identity_name\" }}\nuuid = {{ token = \"transaction\", claim = \"mitid.uuid\" }}\n\n\
             [[issuer.certificate]]\nsubject = {{ O = \"Prøvebroker A/S\", organizationIdentifier = \"NTRDK-13748136\" }}\n{}\n\
             [[time-stamp]]\nsubject = {{ CN = \"Prøvestempel\" }}\n{}",
            pem(),
            pem()
        ),
    };
    format!("type = \"tilslut/trust/v1\"\n{body}")
}

#[test]
fn each_vector_proves_what_it_should() {
    let rewrite = std::env::var_os("REWRITE").is_some();
    for (name, make, trust_file, outcome) in VECTORS {
        let (bundle_path, trust_path) = (path(&format!("{name}.json")), path(trust_file));
        if rewrite {
            let value: serde_json::Value = serde_json::from_slice(&make()).unwrap();
            std::fs::write(&bundle_path, fixtures::jcs(&value)).unwrap();
            std::fs::write(&trust_path, trust(trust_file)).unwrap();
        }
        let trust =
            TrustAnchors::from_toml(&std::fs::read_to_string(&trust_path).unwrap()).unwrap();
        let verdict = verify(&std::fs::read(&bundle_path).unwrap(), &trust, at(IAT + 10));
        assert_eq!(verdict.outcome, *outcome, "{name}");
        let stamped_one = *name == "level-a-es256";
        assert_eq!(
            verdict.time,
            if stamped_one { Time::Trusted(stamped()) } else { Time::Claimed },
            "{name}"
        );
        assert_eq!(trust.environment == Environment::Live, *name == "level-b-live");
    }
}

/// Those of `tests/vectors/v1` hold requests of the first version, and are never made again: they
/// prove today what they proved then.
#[test]
fn evidence_with_a_request_of_the_first_version_verifies_for_ever() {
    // The offset of a clock came with the second version of the evidence.
    for (name, _, trust_file, outcome) in
        VECTORS.iter().filter(|(name, ..)| *name != "level-b-clock")
    {
        let trust =
            TrustAnchors::from_toml(&std::fs::read_to_string(path(trust_file)).unwrap()).unwrap();
        let bundle = std::fs::read(path(&format!("v1/{name}.json"))).unwrap();
        let verdict = verify(&bundle, &trust, at(IAT + 10));
        assert_eq!(verdict.outcome, *outcome, "{name}");
        if let Some(request) = verdict.request {
            let terms = request.connection().unwrap().terms;
            assert_eq!(
                (terms.summary_shown, terms.official),
                (Some(at(IAT - 600)), None),
                "{name}: no word of the official text"
            );
        }
    }
}

/// What is written today is what the vectors are: a change of the format that forgets them fails
/// here.
#[test]
fn the_vectors_are_of_todays_format() {
    for (name, make, ..) in VECTORS {
        let members = |bundle: &[u8]| {
            let value: serde_json::Value = serde_json::from_slice(bundle).unwrap();
            value.as_object().unwrap().keys().cloned().collect::<Vec<_>>()
        };
        assert_eq!(
            members(&std::fs::read(path(&format!("{name}.json"))).unwrap()),
            members(&make()),
            "{name}"
        );
    }
    let rs256 = std::fs::read(path("level-b-rs256.json")).unwrap();
    // RS256 and deterministic ES256 (RFC 6979): the very same bytes.
    assert_eq!(rs256, fixtures::jcs(&serde_json::from_slice(&HONEST.bundle()).unwrap()));
    assert_eq!(
        TrustAnchors::from_toml(&trust("practice.toml")).unwrap().anchors[0].keys,
        practice().anchors[0].keys
    );
}
