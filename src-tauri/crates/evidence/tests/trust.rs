//! The trust file: the documented one is read, each field means what `docs/trust.md` says, and
//! everything wrong is named.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod fixtures;

use domain::Environment;
use domain::case::Level;
use evidence::{
    AnchoredKey, AuthorityForm, AuthorityPlace, ClaimPlace, NotTrust, Outcome, Reason, TrustAnchors,
};
use fixtures::authority::{BROKER, STAMPER, anchor, b64_standard, file};
use fixtures::{Edit, Forgery, HONEST, IAT, at, practice, verify};
use jiff::civil::date;
use serde_json::json;

/// The file of `docs/trust.md`, with a certificate where it says so.
fn documented() -> String {
    let document =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../docs/trust.md"))
            .unwrap();
    let (_, after) = document.split_once("```toml\n").unwrap();
    after
        .split_once("```")
        .unwrap()
        .0
        .replace("CERTIFICATE\n-----END", &format!("{}\n-----END", root()))
}

fn root() -> String {
    b64_standard(&file("root.der"))
        .as_bytes()
        .chunks(64)
        .map(|line| std::str::from_utf8(line).unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}

/// A practice file that means the same as the built-in anchors.
const PRACTICE: &str = r#"
type = "tilslut/trust/v1"
environment = "practice"

[[issuer]]
issuer = "http://127.0.0.1/mitid"
client-id = "tilslut-practice"
keys = ["2AOOwCf5zVmoj2FIIE0BJvqaGGcvXmMmAuYCLd5OjgM", "vQq5wv_0bv2zTHAnygSTY6JAs-CUkcJMyrsxhbDwDU4"]
text = { token = "id", claim = "refTextBody" }
level = { token = "id", claim = "acr", accepted = ["urn:grn:authn:dk:mitid:substantial", "urn:grn:authn:dk:mitid:high"] }
name = { token = "id", claim = "name" }
"#;

/// Where the practice broker says whom a person may represent.
const PRACTICE_AUTHORITY: &str =
    r#"{ token = "id", claim = "companySignatory", yes = ["true"], cvr = "cvrNumberIdentifier" }"#;

fn with_authority(authority: &str) -> Result<TrustAnchors, NotTrust> {
    TrustAnchors::from_toml(&format!("{PRACTICE}authority = {authority}\n"))
}

#[test]
fn the_documented_file_is_read_field_by_field() {
    let trust = TrustAnchors::from_toml(&documented()).unwrap();
    assert_eq!((trust.environment, trust.anchors.len()), (Environment::Live, 1));
    assert_eq!(trust.time_stamps, [anchor("root", &STAMPER)]);
    let broker = &trust.anchors[0];
    assert_eq!(
        (broker.issuer.as_str(), broker.any_loopback_port),
        ("https://broker.example/op", false)
    );
    assert_eq!(broker.client_id, "0a775a87-878c-4b83-abe3-ee29c720c3e7");
    let dated = AnchoredKey {
        from: Some(date(2021, 5, 4)),
        until: Some(date(2026, 5, 3)),
        ..AnchoredKey::always("m4QbT8kUyV2sFh0dWc1eGx6jKz3pLn5rXo7aIq9uBtE")
    };
    assert_eq!(
        broker.keys,
        [AnchoredKey::always("Yw0wXbWqNk3vPq1zSg7cE5hRr8tLmAo2uJf6iDx9nZQ"), dated]
    );
    assert_eq!(
        (&broker.claims.text, broker.claims.text_base64),
        (&ClaimPlace::transaction("mitid.reference_text"), true)
    );
    assert_eq!((&broker.claims.level, broker.claims.levels.len()), (&ClaimPlace::id("loa"), 2));
    assert_eq!(broker.claims.name, ClaimPlace::userinfo("mitid.identity_name"));
    assert_eq!(broker.claims.uuid, Some(ClaimPlace::userinfo("mitid.uuid")));
    assert_eq!(
        (&broker.claims.authority, broker.certificates.as_slice()),
        (&None, &[anchor("root", &BROKER)][..])
    );
}

#[test]
fn a_practice_file_may_say_what_is_built_in_and_lifts_nothing_live() {
    let trust = with_authority(PRACTICE_AUTHORITY).unwrap();
    // What is built in also says how a protected name is told.
    let mut without = practice();
    without.anchors.iter_mut().for_each(|anchor| anchor.claims.protection = None);
    assert_eq!(trust, without);
    let protection =
        "protection = { token = \"id\", claim = \"nameAndAddressProtection\", yes = [\"true\"] }\n";
    let authority = format!("{PRACTICE_AUTHORITY}\n{protection}");
    assert_eq!(with_authority(&authority).unwrap(), practice());
    assert_eq!(verify(&HONEST.bundle(), &trust, at(IAT)).outcome, Outcome::Level(Level::B));
    for (from, to, field) in [
        (
            "\"practice\"",
            "\"live\"",
            &["issuer[1].issuer", "issuer[1].keys[1]", "issuer[1].keys[2]"][..],
        ),
        ("http://127.0.0.1/mitid", "https://broker.example/op", &["issuer[1].issuer"]),
    ] {
        assert_eq!(
            TrustAnchors::from_toml(&PRACTICE.replacen(from, to, 1)),
            wrong(&[], field),
            "{to}"
        );
    }
}

#[test]
fn authority_is_a_number_or_a_yes_with_a_number() {
    let place = |claim| ClaimPlace::id(claim);
    let number =
        AuthorityPlace { place: place("authorized_to_represent"), written: AuthorityForm::Cvr };
    assert_eq!(
        with_authority(r#"{ token = "id", claim = "authorized_to_represent" }"#).unwrap().anchors
            [0]
        .claims
        .authority,
        Some(number)
    );
    let written =
        AuthorityForm::Yes { values: vec!["true".into()], cvr: "cvrNumberIdentifier".into() };
    let yes = AuthorityPlace { place: place("companySignatory"), written };
    assert_eq!(with_authority(PRACTICE_AUTHORITY).unwrap().anchors[0].claims.authority, Some(yes));
    assert_eq!(
        with_authority(r#"{ token = "id", claim = "x", yes = ["true"] }"#),
        wrong(&["issuer[1].authority.cvr"], &[])
    );
    assert_eq!(
        with_authority(r#"{ token = "id", claim = "x", cvr = "y" }"#),
        wrong(&["issuer[1].authority.yes"], &[])
    );
}

fn wrong(missing: &[&str], unusable: &[&str]) -> Result<TrustAnchors, NotTrust> {
    let owned = |fields: &[&str]| fields.iter().map(|field| (*field).to_owned()).collect();
    Err(NotTrust::Fields { missing: owned(missing), unusable: owned(unusable) })
}

#[test]
fn every_field_that_is_wrong_is_named() {
    let whole = documented();
    let broker = anchor("root", &BROKER);
    assert!(format!("{broker:?}").contains("Prøvebroker"));
    let leaf = b64_standard(&file("broker-ec.der"));
    for (from, to, missing, unusable) in [
        ("type = \"tilslut/trust/v1\"\n", "", &["type"][..], &[][..]),
        ("tilslut/trust/v1", "tilslut/trust/v2", &[], &["type"]),
        ("environment = \"live\"\n", "", &["environment"], &[]),
        ("\"live\"", "\"test\"", &[], &["environment"]),
        ("issuer = \"https://broker.example/op\"\n", "", &["issuer[1].issuer"], &[]),
        ("https://broker.example/op", "http://broker.example/op", &[], &["issuer[1].issuer"]),
        (
            "client-id = \"0a775a87-878c-4b83-abe3-ee29c720c3e7\"\n",
            "",
            &["issuer[1].client-id"],
            &[],
        ),
        (
            "Yw0wXbWqNk3vPq1zSg7cE5hRr8tLmAo2uJf6iDx9nZQ",
            "353E2FE9191CDEC22C8B52D2B7A82A2DAA50642E",
            &[],
            &["issuer[1].keys[1]"],
        ),
        (
            "Yw0wXbWqNk3vPq1zSg7cE5hRr8tLmAo2uJf6iDx9nZQ",
            "2AOOwCf5zVmoj2FIIE0BJvqaGGcvXmMmAuYCLd5OjgM",
            &[],
            &["issuer[1].keys[1]"],
        ),
        (
            "thumbprint = \"m4QbT8kUyV2sFh0dWc1eGx6jKz3pLn5rXo7aIq9uBtE\", ",
            "",
            &["issuer[1].keys[2].thumbprint"],
            &[],
        ),
        ("from = 2021-05-04", "from = 2027-01-01", &[], &["issuer[1].keys[2].until"]),
        ("from = 2021-05-04", "from = 2021-05-04T10:00:00Z", &[], &["issuer[1].keys[2].from"]),
        ("token = \"transaction\"", "token = \"access\"", &[], &["issuer[1].text.token"]),
        ("token = \"transaction\", ", "", &["issuer[1].text.token"], &[]),
        ("claim = \"loa\", ", "", &["issuer[1].level.claim"], &[]),
        (
            "name = { token = \"userinfo\", claim = \"mitid.identity_name\" }\n",
            "",
            &["issuer[1].name.token", "issuer[1].name.claim"],
            &[],
        ),
        ("subject = { CN = \"Prøvestempel\" }\n", "", &["time-stamp[1].subject"], &[]),
        ("CN = \"Prøvestempel\"", "E = \"x@y.example\"", &[], &["time-stamp[1].subject.E"]),
        (root().as_str(), leaf.as_str(), &[], &["issuer[1].certificate[1].pem"]),
        (root().as_str(), "AAAA", &[], &["issuer[1].certificate[1].pem"]),
    ] {
        let text = whole.replacen(from, to, 1);
        assert_ne!(text, whole, "{from}");
        assert_eq!(TrustAnchors::from_toml(&text), wrong(missing, unusable), "{to}");
    }
    let nothing = r#"type = "tilslut/trust/v1"
environment = "live""#;
    assert_eq!(TrustAnchors::from_toml(nothing), wrong(&["issuer"], &[]));
    let bare = format!("{nothing}\n[[issuer]]\n");
    let missing =
        ["issuer", "client-id", "keys", "level.token", "level.claim", "name.token", "name.claim"];
    let missing: Vec<String> = missing
        .iter()
        .chain(&["level.accepted"])
        .map(|field| format!("issuer[1].{field}"))
        .collect();
    assert_eq!(TrustAnchors::from_toml(&bare), Err(NotTrust::Fields { missing, unusable: vec![] }));
    let (_, issuer) = PRACTICE.split_once("[[issuer]]").unwrap();
    let twice = format!("{PRACTICE}\n[[issuer]]{issuer}");
    assert_eq!(TrustAnchors::from_toml(&twice), wrong(&[], &["issuer[2].client-id"]));
}

#[test]
fn a_text_that_is_no_trust_file_is_told_by_its_line() {
    for (text, line) in [
        ("type = ", 1),
        ("type = \"tilslut/trust/v1\"\n\nissuers = []\n", 3),
        ("type = \"tilslut/trust/v1\"\n[[issuer]]\n\nkey = []\n", 4),
        ("environment = 1", 1),
    ] {
        assert_eq!(TrustAnchors::from_toml(text), Err(NotTrust::Unreadable { line }), "{text}");
    }
}

/// A provider at a port of this machine that shows nobody a text.
#[test]
fn an_issuer_may_stand_at_a_bare_port_and_show_no_text() {
    let text = "text = { token = \"id\", claim = \"refTextBody\" }\n";
    let plain = |issuer: &str| {
        TrustAnchors::from_toml(
            &PRACTICE.replace(text, "").replace("http://127.0.0.1/mitid", issuer),
        )
    };
    let from = |claims: Edit| {
        verify(
            &Forgery { claims, ..HONEST }.bundle(),
            &plain("http://127.0.0.1:4700").unwrap(),
            at(IAT),
        )
        .outcome
    };
    assert_eq!(
        from(|claims| claims["iss"] = json!("http://127.0.0.1:4711")),
        Outcome::Level(Level::C)
    );
    let with_slash = from(|claims| claims["iss"] = json!("http://127.0.0.1:4711/"));
    assert_eq!(
        with_slash,
        Outcome::Invalid(Reason::IssuerUnknown),
        "letter by letter but for the port"
    );
    assert_eq!(
        verify(&HONEST.bundle(), &plain("http://127.0.0.1/mitid").unwrap(), at(IAT)).outcome,
        Outcome::Level(Level::C)
    );
    for issuer in [
        "http://127.0.0.1.example",
        "http://127.0.0.1:",
        "http://127.0.0.1:70000",
        "http://localhost:4711",
        "http://127.0.0.1:4711?",
    ] {
        assert_eq!(plain(issuer), wrong(&[], &["issuer[1].issuer"]), "{issuer}");
    }
}
