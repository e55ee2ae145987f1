//! Evidence for years: the broker's long-lived token under an anchored authority, the status of its
//! certificate, and time-stamps.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod fixtures;

use domain::case::Level;
use evidence::{
    Authority, AuthorityForm, AuthorityPlace, CheckId, ClaimPlace, Downgrade, Outcome, Reason,
    Time, TrustAnchors, Verdict,
};
use fixtures::authority::{
    BROKER, BrokerKey, STAMP, Stamp, WHOLE, Whole, anchor, anchors, b64_standard, file, stamped,
    x5c,
};
use fixtures::{Edit, Forgery, HONEST, IAT, at, jcs, verify, without};
use serde_json::json;
use sha2::{Digest as _, Sha256};

fn found(verdict: &Verdict, id: CheckId) -> (Option<bool>, &str) {
    verdict
        .checks
        .iter()
        .find(|check| check.id == id)
        .map(|check| (check.passed, check.detail.as_str()))
        .unwrap()
}

#[test]
fn a_long_lived_token_under_an_anchored_authority_is_level_a_and_every_check_holds() {
    for (key, certificates, status) in [
        (BrokerKey::Ec, &["broker-ec", "issuing"][..], Some("good")),
        (BrokerKey::Ec, &["broker-ec", "issuing", "root"], Some("good-itself")),
        (BrokerKey::Ec, &["broker-ec-p384", "deep", "issuing-p384"], None),
        (BrokerKey::Rsa, &["broker-rsa", "issuing"], None),
    ] {
        let verdict = Whole { key, certificates, status, ..WHOLE }.verdict();
        assert_eq!(verdict.outcome, Outcome::Level(Level::A), "{certificates:?}");
        assert_eq!(verdict.time, Time::Trusted(stamped()));
        for check in &verdict.checks {
            let absent = check.id == CheckId::CertificateStatus && status.is_none();
            assert_eq!(check.passed, (!absent).then_some(true), "{:?}", check.id);
        }
        assert_eq!(
            verdict.checks.iter().map(|check| check.id).collect::<Vec<_>>(),
            CheckId::ALL[..11]
        );
        assert_eq!(verdict.approver.as_deref(), Some("Signe Holm"));
        assert_eq!(verdict.uuid.as_deref(), Some("a7ae4a1c-2b64-4f52-a0f0-1a3cbb4cf1f0"));
    }
}

#[test]
fn the_certificate_may_be_in_the_header_of_the_token() {
    let last: Edit = |whole| {
        without(&mut whole["jwks"]["keys"][1], "x5c");
        let claims = fixtures::transaction_claims(whole);
        let header =
            json!({ "alg": "ES256", "kid": "lasting", "x5c": x5c(&["broker-ec", "issuing"]) });
        whole["transactionToken"] = json!(BrokerKey::Ec.token_with(&header, &claims));
    };
    assert_eq!(Whole { last, ..WHOLE }.verdict().outcome, Outcome::Level(Level::A));
    let without_key: Edit = |whole| {
        whole["jwks"]["keys"].as_array_mut().unwrap().pop();
        let claims = fixtures::transaction_claims(whole);
        let header =
            json!({ "alg": "ES256", "kid": "lasting", "x5c": x5c(&["broker-ec", "issuing"]) });
        whole["transactionToken"] = json!(BrokerKey::Ec.token_with(&header, &claims));
    };
    assert_eq!(Whole { last: without_key, ..WHOLE }.verdict().outcome, Outcome::Level(Level::A));
}

/// The text stands only in the long-lived token, so a token that nobody vouches for proves no text:
/// level C.
#[test]
fn a_certificate_that_proves_nothing_lowers_the_level_and_says_why() {
    for (certificates, doubt) in [
        (&[][..], Downgrade::CertificateMissing),
        (&["broker-ec"], Downgrade::CertificateNotAnchored),
        (&["broker-ec", "other-root"], Downgrade::CertificateNotAnchored),
        (&["by-broker", "broker-ec", "issuing"], Downgrade::CertificateNotAnchored),
        (&["by-deep", "deep", "issuing"], Downgrade::CertificateNotAnchored),
        (&["broker-rsa", "issuing"], Downgrade::CertificateOfOtherKey),
        (&["issuing", "broker-ec"], Downgrade::CertificateOfOtherKey),
        (&["another", "issuing"], Downgrade::SubjectOther),
        (&["over", "issuing"], Downgrade::CertificateNotValidThen),
        (&["encipher", "issuing"], Downgrade::CertificateForOther),
        (&["strange", "issuing"], Downgrade::CertificateUnreadable),
        (&["broker-ec", "status-good"], Downgrade::CertificateUnreadable),
    ] {
        let verdict = Whole { certificates, ..WHOLE }.verdict();
        assert_eq!(verdict.outcome, Outcome::Level(Level::C), "{certificates:?}");
        let absent =
            matches!(doubt, Downgrade::CertificateMissing | Downgrade::CertificateNotAnchored);
        assert_eq!(
            found(&verdict, CheckId::TransactionToken),
            ((!absent).then_some(false), doubt.code()),
            "{certificates:?}"
        );
        assert_eq!(found(&verdict, CheckId::CertificateStatus), (None, ""), "{certificates:?}");
        assert_eq!(found(&verdict, CheckId::TextShown).0, None, "{certificates:?}");
        assert_eq!(
            (verdict.approver.as_deref(), verdict.uuid.as_deref()),
            (Some("Signe Holm"), None)
        );
    }
}

#[test]
fn an_authority_of_the_same_name_is_another() {
    let mut anchors = anchors();
    anchors.anchors[0].certificates = vec![anchor("other-root", &BROKER)];
    assert_eq!(verify(&WHOLE.bundle(), &anchors, at(IAT + 10)).outcome, Outcome::Level(Level::C));
    anchors.anchors[0].certificates.push(anchor("issuing", &BROKER));
    assert_eq!(verify(&WHOLE.bundle(), &anchors, at(IAT + 10)).outcome, Outcome::Level(Level::A));
    anchors.anchors[0].certificates =
        vec![anchor("root", &[("O", "Prøvebroker")]), anchor("root", &[("OU", "Prøvebroker A/S")])];
    assert_eq!(verify(&WHOLE.bundle(), &anchors, at(IAT + 10)).outcome, Outcome::Level(Level::C));
}

#[test]
fn a_listed_key_proves_the_text_but_not_for_years() {
    let mut anchors = anchors();
    let key = evidence::AnchoredKey::always(&fixtures::authority::thumbprint(BrokerKey::Ec));
    anchors.anchors[0].keys.push(key);
    let verdict = verify(&Whole { certificates: &[], ..WHOLE }.bundle(), &anchors, at(IAT + 10));
    assert_eq!(verdict.outcome, Outcome::Level(Level::B));
    assert!(verdict.uuid.is_some());
}

#[test]
fn the_status_is_checked_when_it_is_there() {
    for (status, level, (passed, detail)) in [
        (Some("good"), Level::A, (Some(true), "")),
        (Some("good-itself"), Level::A, (Some(true), "")),
        (Some("revoked-later"), Level::A, (Some(true), "")),
        (None, Level::A, (None, "status-absent")),
        (Some("unknown"), Level::B, (None, "status-unknown")),
        (Some("other"), Level::B, (Some(false), "status-other")),
        (Some("self-made"), Level::B, (Some(false), "status-forged")),
        (Some("not-allowed"), Level::B, (Some(false), "status-forged")),
        (Some("retired"), Level::B, (Some(false), "status-forged")),
        (Some("changed"), Level::B, (Some(false), "status-forged")),
        (Some("old"), Level::B, (Some(false), "status-old")),
        (Some("ran-out"), Level::B, (Some(false), "status-old")),
        (Some("later"), Level::B, (Some(false), "status-unreadable")),
    ] {
        let verdict = Whole { status, ..WHOLE }.verdict();
        assert_eq!(verdict.outcome, Outcome::Level(level), "{status:?}");
        assert_eq!(found(&verdict, CheckId::CertificateStatus), (passed, detail), "{status:?}");
    }
    let revoked = Whole { status: Some("revoked"), ..WHOLE }.verdict();
    assert_eq!(revoked.outcome, Outcome::Invalid(Reason::CertificateRevoked));
    assert_eq!(found(&revoked, CheckId::CertificateStatus), (Some(false), ""));
}

#[test]
fn a_long_lived_token_without_the_text_does_not_prove_it() {
    let bare =
        Whole { claims: |claims| without(claims, "mitid.reference_text"), ..WHOLE }.verdict();
    assert_eq!(bare.outcome, Outcome::Level(Level::C));
    let other =
        Whole { claims: |claims| claims["mitid.reference_text"] = json!("TG9nIHDDpQ=="), ..WHOLE }
            .verdict();
    assert_eq!(other.outcome, Outcome::Invalid(Reason::TextOther));
    // Where the broker echoes the text in the ID token, the long-lived token adds nothing to it.
    let mut anchors = anchors();
    (anchors.anchors[0].claims.text, anchors.anchors[0].claims.text_base64) =
        (ClaimPlace::id("refTextBody"), false);
    assert_eq!(verify(&WHOLE.bundle(), &anchors, at(IAT + 10)).outcome, Outcome::Level(Level::B));
}

#[test]
fn a_key_counts_only_on_the_days_for_which_it_is_anchored() {
    let day = at(IAT).to_zoned(jiff::tz::TimeZone::UTC).date();
    let (before, after) = (day.yesterday().unwrap(), day.tomorrow().unwrap());
    for (from, until, level) in [
        (None, None, Level::B),
        (Some(day), Some(day), Level::B),
        (Some(before), Some(after), Level::B),
        (Some(after), None, Level::D),
        (None, Some(before), Level::D),
    ] {
        let mut anchors = fixtures::practice();
        for key in &mut anchors.anchors[0].keys {
            (key.from, key.until) = (from, until);
        }
        assert_eq!(
            verify(&HONEST.bundle(), &anchors, at(IAT + 10)).outcome,
            Outcome::Level(level),
            "{from:?} {until:?}"
        );
    }
}

#[test]
fn a_token_that_holds_for_a_hundred_years_says_no_more_of_the_time_than_one_of_a_day() {
    let hundred_years = Forgery { claims: |c| c["exp"] = json!(IAT + 3_155_760_000), ..HONEST };
    for (second, trusted) in [(IAT + 23 * 3600, true), (IAT + 25 * 3600, false)] {
        let stamps = &*Box::leak(Box::new([Stamp { second, ..STAMP }]));
        let bundle = Whole { stamps, ..WHOLE }.bundle_of(&hundred_years);
        let verdict = verify(&bundle, &anchors(), at(second + 10));
        assert_eq!(verdict.outcome, Outcome::Level(Level::A));
        assert_eq!(verdict.time == Time::Trusted(at(second)), trusted, "{second}");
    }
}

#[test]
fn a_time_stamp_makes_the_time_trusted_or_says_why_not() {
    let cases: &[(&str, &'static [Stamp], Result<i64, Downgrade>)] = &[
        ("one", &[STAMP], Ok(IAT + 5)),
        ("with a fraction", &[Stamp { fraction: ".25", ..STAMP }], Ok(IAT + 5)),
        ("the earliest of two", &[Stamp { second: IAT + 9, ..STAMP }, STAMP], Ok(IAT + 5)),
        ("one of two that holds", &[Stamp { second: IAT - 9999, ..STAMP }, STAMP], Ok(IAT + 5)),
        ("at the edge", &[Stamp { second: IAT + 600, ..STAMP }], Ok(IAT + 600)),
        (
            "after the token ran out",
            &[Stamp { second: IAT + 601, ..STAMP }],
            Err(Downgrade::TimeStampOutside),
        ),
        (
            "before the login",
            &[Stamp { second: IAT - 301, ..STAMP }],
            Err(Downgrade::TimeStampOutside),
        ),
        (
            "of another hash",
            &[Stamp { algorithm: "2.16.840.1.101.3.4.2.2", ..STAMP }],
            Err(Downgrade::TimeStampUnreadable),
        ),
        (
            "changed",
            &[Stamp { content: |c| *c.last_mut().unwrap() ^= 1, ..STAMP }],
            Err(Downgrade::TimeStampUnreadable),
        ),
        (
            "changed in its seconds",
            &[Stamp {
                content: |c| {
                    let at = c.len() - 2;
                    c[at] ^= 1;
                },
                ..STAMP
            }],
            Err(Downgrade::TimeStampForged),
        ),
        (
            "by another certificate",
            &[Stamp { named: "stamper-for-all", ..STAMP }],
            Err(Downgrade::TimeStampForged),
        ),
        (
            "by no time-stamper",
            &[Stamp { certificate: "stamper-for-all", named: "stamper-for-all", ..STAMP }],
            Err(Downgrade::TimeStampNotAnchored),
        ),
        (
            "not only for it",
            &[Stamp { certificate: "stamper-and-more", named: "stamper-and-more", ..STAMP }],
            Err(Downgrade::TimeStampNotAnchored),
        ),
        (
            "not surely for it",
            &[Stamp {
                certificate: "stamper-not-critical",
                named: "stamper-not-critical",
                ..STAMP
            }],
            Err(Downgrade::TimeStampNotAnchored),
        ),
    ];
    for (what, stamps, expected) in cases {
        let verdict = Whole { stamps, ..WHOLE }.verdict();
        assert_eq!(verdict.outcome, Outcome::Level(Level::A), "{what}");
        let (passed, detail) = found(&verdict, CheckId::TimeStamp);
        match expected {
            Ok(second) => {
                assert_eq!(
                    (verdict.time, passed),
                    (Time::Trusted(at(*second)), Some(true)),
                    "{what}"
                );
                assert_eq!(detail, at(*second).to_string());
            }
            Err(doubt) => {
                assert_eq!((verdict.time, detail), (Time::Claimed, doubt.code()), "{what}");
                assert_ne!(passed, Some(true), "{what}");
            }
        }
    }
    let mut strangers = anchors();
    strangers.time_stamps = vec![anchor("other-root", &[("CN", "Prøvestempel")])];
    assert_eq!(verify(&WHOLE.bundle(), &strangers, at(IAT + 10)).time, Time::Claimed);
    strangers.time_stamps = vec![anchor("root", &[("CN", "Et andet stempel")])];
    assert_eq!(verify(&WHOLE.bundle(), &strangers, at(IAT + 10)).time, Time::Claimed);
    let none = Whole { stamps: &[], ..WHOLE }.verdict();
    assert_eq!(none.time, Time::Claimed);
    assert!(none.checks.iter().all(|check| check.id != CheckId::TimeStamp));
}

#[test]
fn a_time_stamp_over_something_else_and_what_is_none_are_told_apart() {
    for (make, doubt) in [
        ((|_| STAMP.token(&[1; 32])) as fn(&[u8]) -> Vec<u8>, Downgrade::TimeStampOther),
        (|_| b"no time-stamp".to_vec(), Downgrade::TimeStampUnreadable),
        (|imprint| STAMP.token(&imprint[..31]), Downgrade::TimeStampOther),
    ] {
        let bundle = HONEST.with(|whole| {
            let imprint = Sha256::digest(jcs(whole));
            whole["timestamps"] = json!([b64_standard(&make(&imprint))]);
        });
        let anchors = TrustAnchors { time_stamps: anchors().time_stamps, ..fixtures::practice() };
        let verdict = verify(&bundle, &anchors, at(IAT + 10));
        assert_eq!((verdict.outcome, verdict.time), (Outcome::Level(Level::B), Time::Claimed));
        assert_eq!(found(&verdict, CheckId::TimeStamp), (Some(false), doubt.code()));
    }
}

/// Whom the person may represent is told and never decides.
#[test]
fn what_the_broker_says_about_authority_is_told() {
    let yes = || AuthorityForm::Yes { values: vec!["true".into()], cvr: "cvr".into() };
    for (written, claims, said) in [
        (AuthorityForm::Cvr, json!({ "who": "13748136" }), Authority::Confirmed),
        (AuthorityForm::Cvr, json!({ "who": ["10150817", "DK13748136"] }), Authority::Confirmed),
        (AuthorityForm::Cvr, json!({ "who": "10150817" }), Authority::Other),
        (AuthorityForm::Cvr, json!({ "who": [] }), Authority::Other),
        (AuthorityForm::Cvr, json!({ "who": 13_748_136 }), Authority::Other),
        (AuthorityForm::Cvr, json!({}), Authority::Untold),
        (yes(), json!({ "who": "true", "cvr": "13748136" }), Authority::Confirmed),
        (yes(), json!({ "who": true, "cvr": "13748136" }), Authority::Confirmed),
        (yes(), json!({ "who": "false", "cvr": "13748136" }), Authority::Other),
        (yes(), json!({ "who": "true", "cvr": "10150817" }), Authority::Other),
        (yes(), json!({ "who": "true" }), Authority::Other),
        (yes(), json!({ "cvr": "13748136" }), Authority::Untold),
    ] {
        let bundle = fixtures::with_claims(&claims);
        let mut anchors = fixtures::practice();
        anchors.anchors[0].claims.authority =
            Some(AuthorityPlace { place: ClaimPlace::id("who"), written });
        let verdict = verify(&bundle, &anchors, at(IAT + 10));
        assert_eq!(
            (verdict.outcome, verdict.authority),
            (Outcome::Level(Level::B), said),
            "{claims}"
        );
        let passed = match said {
            Authority::Confirmed => Some(true),
            Authority::Other => Some(false),
            Authority::Untold => None,
        };
        let check = verdict.checks.iter().find(|check| check.id == CheckId::Authority);
        assert_eq!(
            check.map(|check| check.passed),
            passed.map(Some),
            "silence is no check: {claims}"
        );
    }
    let untold = HONEST.verdict();
    assert!(untold.authority == Authority::Untold && untold.checks.len() == 7);
}

#[test]
fn an_anchor_needs_an_authority_and_a_rule() {
    use evidence::CertificateAnchor;
    let rule = |part: &str| [(part.to_owned(), "x".to_owned())].into();
    assert!(CertificateAnchor::from_der(&file("root.der"), rule("O")).is_ok());
    assert!(CertificateAnchor::from_der(&file("root.der"), rule("o")).is_err());
    assert!(CertificateAnchor::from_der(&file("root.der"), [].into()).is_err());
    assert!(CertificateAnchor::from_der(&file("broker-ec.der"), rule("O")).is_err());
    assert!(CertificateAnchor::from_der(&file("status-good.der"), rule("O")).is_err());
    let pem = format!(
        "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
        wrapped(&b64_standard(&file("root.der")))
    );
    assert_eq!(
        CertificateAnchor::from_pem(&pem, rule("O")),
        CertificateAnchor::from_der(&file("root.der"), rule("O"))
    );
    assert!(CertificateAnchor::from_pem("PEM", rule("O")).is_err());
    let shown = format!("{:?}", anchor("root", &BROKER));
    assert!(shown.contains("NTRDK-13748136") && shown.len() < 200, "{shown}");
}

fn wrapped(text: &str) -> String {
    text.as_bytes()
        .chunks(64)
        .map(|line| std::str::from_utf8(line).unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}
