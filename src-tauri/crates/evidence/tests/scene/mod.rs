//! A whole connection, practice and strange issuers, and a forger who can break every link of the
//! chain by itself. It makes bundles from the written-down format alone, so it is a check of the
//! format too.

#![allow(dead_code, reason = "each test file uses its own part")]

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::case::CaseId;
use domain::connection::{Administrator, Connection, Reporter, Representative};
use domain::cvr::CvrNumber;
use domain::organisation::{
    Candidate, HeldRole, Organisation, Origins, ParticipantKind, Source, Status,
};
use domain::person::{BirthDate, EmailAddress, PersonName};
use domain::terms::{CURRENT, OfficialText, TermsShown};
use domain::{Environment, Timestamp};
use evidence::{ApprovalRequest, Purpose, TrustAnchors, Verdict};
use jiff::civil::date;
use jsonwebtoken::jwk::{Jwk, ThumbprintHash};
use jsonwebtoken::{Algorithm, EncodingKey};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use sha3::Sha3_256;

pub mod authority;

pub const IAT: i64 = 1_795_000_000;

pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

pub fn administrator(name: &str, is_representative: bool) -> Administrator {
    Administrator {
        name: PersonName::parse(name).unwrap(),
        email: EmailAddress::parse("signe@nordlystomrer.example").unwrap(),
        born: BirthDate::from_date(date(1987, 11, 30), date(2026, 11, 24)).unwrap(),
        is_representative,
    }
}

pub fn connection() -> Connection {
    Connection {
        organisation: Organisation {
            cvr: CvrNumber::parse("13748136").unwrap(),
            name: "Nordlys Tømrer & Søn ApS \"Østerå\" <1>".into(),
            address: vec!["Havnegade 3, 1. th".into(), "9000 Aalborg".into()],
            form_code: 80,
            form: "Anpartsselskab".into(),
            status: Status::Active,
            status_text: "NORMAL".into(),
            candidates: vec![
                Candidate {
                    unit: 4_000_123_456,
                    name: "Signe Holm".into(),
                    roles: vec![HeldRole::new("LEDELSESORGAN", "Direktion", "DIREKTØR")],
                    kind: ParticipantKind::Person,
                },
                Candidate {
                    unit: u64::MAX,
                    name: "Holding A/S".into(),
                    roles: vec![HeldRole {
                        since: Some(date(2019, 6, 1)),
                        ..HeldRole::new("STIFTERE", "Stiftere", "STIFTER")
                    }],
                    kind: ParticipantKind::Organisation,
                },
            ],
            signing_rule: Some("Selskabet tegnes af en direktør.\n".into()),
            looked_up: at(IAT - 9000),
            origins: Origins::all(Source::Virk),
            left_out: vec![],
        },
        representative: Representative {
            name: PersonName::parse("Signe Holm").unwrap(),
            title: "Direktør".into(),
            email: EmailAddress::parse("signe@nordlystomrer.example").unwrap(),
        },
        administrators: vec![administrator("Signe Holm", true), administrator("Jens Åkær", false)],
        terms: TermsShown {
            title: CURRENT.title.into(),
            published: CURRENT.published,
            summary_shown: Some(at(IAT - 700)),
            official: Some(OfficialText {
                opened: at(IAT - 600),
                address: "http://127.0.0.1:41873/vilkaar".into(),
            }),
        },
        reporter: Some(Reporter {
            name: PersonName::parse("Jens Åkær").unwrap(),
            organisation: Some("Bogholderiet".into()),
            email: EmailAddress::parse("jens@bogholderiet.example").unwrap(),
        }),
        enclosed: vec![],
    }
}

pub fn request() -> ApprovalRequest {
    ApprovalRequest::of(&connection(), Environment::Practice, &CaseId("sag-1".into()))
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Issuer {
    #[default]
    Rs256,
    Es256,
    /// Signs well, but is not anchored.
    Stranger,
}

impl Issuer {
    fn key(self) -> (Algorithm, EncodingKey) {
        match self {
            Self::Rs256 => (
                Algorithm::RS256,
                EncodingKey::from_rsa_pem(include_bytes!("../../../practice/keys/rs256.pem"))
                    .unwrap(),
            ),
            Self::Es256 => (
                Algorithm::ES256,
                EncodingKey::from_ec_pem(include_bytes!("../../../practice/keys/es256.pem"))
                    .unwrap(),
            ),
            Self::Stranger => unreachable!("signs with its own key"),
        }
    }

    pub fn alg(self) -> &'static str {
        if self == Self::Rs256 { "RS256" } else { "ES256" }
    }

    pub fn thumbprint(self) -> String {
        let (algorithm, key) = self.key();
        Jwk::from_encoding_key(&key, algorithm).unwrap().thumbprint(ThumbprintHash::SHA256).unwrap()
    }

    pub fn jwks(self) -> Value {
        let mut jwk = match self {
            Self::Stranger => public_jwk(&stranger()),
            _ => {
                let (algorithm, key) = self.key();
                serde_json::to_value(Jwk::from_encoding_key(&key, algorithm).unwrap()).unwrap()
            }
        };
        jwk["kid"] = json!("key-1");
        jwk["use"] = json!("sig");
        json!({ "keys": [jwk] })
    }

    pub fn sign(self, message: &str) -> String {
        match self {
            Self::Stranger => sign(&stranger(), message),
            _ => {
                let (algorithm, key) = self.key();
                jsonwebtoken::crypto::sign(message.as_bytes(), &key, algorithm).unwrap()
            }
        }
    }
}

/// An ID token as the practice broker makes it.
pub fn claims(nonce: &str, text: &str) -> Value {
    json!({
        "iss": "http://127.0.0.1:41873/mitid", "aud": "tilslut-practice", "sub": "{1}", "nonce": nonce,
        "iat": IAT, "nbf": IAT, "exp": IAT + 300, "auth_time": IAT - 1,
        "acr": "urn:grn:authn:dk:mitid:substantial", "name": "Signe Holm", "refTextBody": text,
    })
}

pub fn token(issuer: Issuer, header: &str, payload: &str) -> String {
    let input = format!("{}.{}", b64(header), b64(payload));
    format!("{input}.{}", issuer.sign(&input))
}

/// A signed userinfo answer that belongs to the login of a bundle.
pub fn userinfo(whole: &mut Value, issuer: Issuer, edit: Edit) {
    let mut claims = json!({ "iss": "http://127.0.0.1:41873/mitid", "sub": "{1}", "mitid.identity_name": "Signe Holm", "iat": IAT });
    edit(&mut claims);
    let header = json!({ "alg": issuer.alg(), "kid": "key-1", "typ": "at+jwt" });
    whole["userinfoToken"] = json!(token(issuer, &header.to_string(), &claims.to_string()));
}

/// The claims of a transaction token that belongs to the login of a bundle.
pub fn transaction_claims(whole: &Value) -> Value {
    use base64::engine::general_purpose::STANDARD;
    let text = STANDARD.encode(whole["referenceText"].as_str().unwrap());
    json!({
        "iss": "http://127.0.0.1:41873/mitid", "aud": "tilslut-practice", "nonce": b64(Sha3_256::digest(jcs(&whole["cic"]))),
        "iat": IAT, "exp": IAT + 189_388_800, "mitid.uuid": "a7ae4a1c-2b64-4f52-a0f0-1a3cbb4cf1f0",
        "mitid.identity_name": "Signe Holm", "mitid.reference_text": text,
    })
}

/// A transaction token signed as the ID token is.
pub fn transaction(whole: &mut Value, issuer: Issuer, edit: Edit) {
    let mut claims = transaction_claims(whole);
    edit(&mut claims);
    let header = json!({ "alg": issuer.alg(), "kid": "key-1", "typ": "JWT" });
    whole["transactionToken"] = json!(token(issuer, &header.to_string(), &claims.to_string()));
}

/// An honest bundle with more claims in its ID token.
pub fn with_claims(more: &Value) -> Vec<u8> {
    HONEST.made(
        |claims| claims.as_object_mut().unwrap().extend(more.as_object().unwrap().clone()),
        |_| {},
    )
}

/// What the product's verifier says, after the second one has said the same: so every test of a
/// bundle is a test of both.
pub fn verify(bundle: &[u8], anchors: &TrustAnchors, now: Timestamp) -> Verdict {
    verify_for(Purpose::Approval, bundle, anchors, now)
}

/// The same for a login with another purpose.
pub fn verify_for(
    purpose: Purpose,
    bundle: &[u8],
    anchors: &TrustAnchors,
    now: Timestamp,
) -> Verdict {
    let verdict = evidence::verify_for(purpose, bundle, anchors, now);
    let second = evidence::reference_verifier::level_for(purpose, bundle, anchors, now);
    assert_eq!(
        second,
        verdict.level(),
        "{:?}: {}",
        verdict.outcome,
        String::from_utf8_lossy(bundle)
    );
    verdict
}

/// A change to a JSON value.
pub type Edit = fn(&mut Value);

/// What the forger does differently at each link of the chain; by default nothing, which gives a
/// valid bundle.
#[derive(Clone, Copy)]
pub struct Forgery {
    pub issuer: Issuer,
    /// The request, before it is hashed.
    pub request: Edit,
    /// The claim, before the nonce is made of it.
    pub claim: Edit,
    /// The header of the ID token.
    pub header: Edit,
    /// The header of the ID token, as text.
    pub header_text: fn(String) -> String,
    /// The claims of the ID token.
    pub claims: Edit,
    /// The claims of the ID token, as text.
    pub claims_text: fn(String) -> String,
    /// A byte of the signed ID token, and the bits that are turned over in it.
    pub token_flip: Option<(usize, u8)>,
    /// A userinfo token, with its claims changed.
    pub userinfo: Option<Edit>,
    /// A transaction token, with its claims changed.
    pub transaction: Option<Edit>,
    /// Everything, before it is sealed.
    pub rest: Edit,
    pub seal_header: &'static str,
    /// Everything, after it was sealed.
    pub whole: Edit,
    /// The bundle, as text.
    pub text: fn(String) -> String,
}

pub const HONEST: Forgery = Forgery {
    issuer: Issuer::Rs256,
    request: |_| {},
    claim: |_| {},
    header: |_| {},
    header_text: |text| text,
    claims: |_| {},
    claims_text: |text| text,
    token_flip: None,
    userinfo: None,
    transaction: None,
    rest: |_| {},
    seal_header: r#"{"alg":"ES256","typ":"osm"}"#,
    whole: |_| {},
    text: |text| text,
};

/// A bundle of the second version, which tells how far the broker's clock was ahead of the
/// computer's.
pub const SECOND: Forgery = Forgery {
    rest: |bundle| {
        bundle["type"] = json!("tilslut/evidence/v2");
        bundle["discovery"]["clockOffset"] = json!(-90);
    },
    ..HONEST
};

impl Forgery {
    pub fn bundle(&self) -> Vec<u8> {
        self.made(|_| {}, |_| {})
    }

    /// The bundle with something more done to it before it is sealed.
    pub fn with(&self, rest: impl FnOnce(&mut Value)) -> Vec<u8> {
        self.made(|_| {}, rest)
    }

    fn made(&self, more_claims: impl FnOnce(&mut Value), more: impl FnOnce(&mut Value)) -> Vec<u8> {
        let honest = request();
        let mut request: Value = serde_json::from_slice(&honest.canonical()).unwrap();
        (self.request)(&mut request);
        let reference_text =
            ApprovalRequest::parse(&jcs(&request)).unwrap_or(honest).reference_text();

        let key = one_time_key();
        let mut claim = json!({
            "alg": "ES256", "att": hex(&Sha256::digest(jcs(&request))), "ctx": "tilslut/approval/v1",
            "rz": "5a".repeat(32), "typ": "CIC", "upk": public_jwk(&key),
        });
        (self.claim)(&mut claim);
        let nonce = b64(Sha3_256::digest(jcs(&claim)));

        let mut header = json!({ "alg": self.issuer.alg(), "kid": "key-1", "typ": "JWT" });
        (self.header)(&mut header);
        let mut claims = claims(&nonce, &reference_text);
        (self.claims)(&mut claims);
        more_claims(&mut claims);
        let mut token = token(
            self.issuer,
            &(self.header_text)(header.to_string()),
            &(self.claims_text)(claims.to_string()),
        )
        .into_bytes();
        if let Some((place, bits)) = self.token_flip {
            token[place] ^= bits;
        }
        let token = String::from_utf8(token).unwrap();

        let payload = token.split('.').nth(1).unwrap_or_default();
        let mut whole = json!({
            "type": "tilslut/evidence/v1",
            "request": request,
            "cicSignature": sign(&key, &format!("{}.{payload}", b64(jcs(&claim)))),
            "cic": claim,
            "idToken": token,
            "jwks": self.issuer.jwks(),
            "discovery": { "issuer": "http://127.0.0.1:41873/mitid", "jwksUri": "http://127.0.0.1:41873/mitid/jwks", "fetchedAt": at(IAT).to_string() },
            "referenceText": reference_text,
            "profile": { "id": "practice", "version": 1 },
        });
        if let Some(edit) = self.userinfo {
            userinfo(&mut whole, self.issuer, edit);
        }
        if let Some(edit) = self.transaction {
            transaction(&mut whole, self.issuer, edit);
        }
        (self.rest)(&mut whole);
        more(&mut whole);
        let header = b64(self.seal_header);
        let signature = sign(&key, &format!("{header}.{}", b64(jcs(&whole))));
        whole["seal"] = json!(format!("{header}..{signature}"));
        (self.whole)(&mut whole);
        (self.text)(whole.to_string()).into_bytes()
    }

    pub fn verdict(&self) -> Verdict {
        verify(&self.bundle(), &practice(), at(IAT + 10))
    }
}

pub fn practice() -> TrustAnchors {
    evidence::anchors::practice()
}

pub fn b64(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub fn jcs(value: &Value) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(value).unwrap()
}

pub fn without(value: &mut Value, member: &str) {
    value.as_object_mut().unwrap().remove(member).unwrap();
}

fn one_time_key() -> SigningKey {
    SigningKey::from_slice(&[7; 32]).unwrap()
}

fn stranger() -> SigningKey {
    SigningKey::from_slice(&[9; 32]).unwrap()
}

/// The RFC 7638 thumbprint of the stranger's key.
pub fn stranger_thumbprint() -> String {
    let jwk = public_jwk(&stranger());
    b64(Sha256::digest(jcs(
        &json!({ "crv": jwk["crv"], "kty": jwk["kty"], "x": jwk["x"], "y": jwk["y"] }),
    )))
}

fn public_jwk(key: &SigningKey) -> Value {
    let point = key.verifying_key().to_sec1_point(false);
    let (x, y) = point.as_bytes()[1..].split_at(32);
    json!({ "alg": "ES256", "crv": "P-256", "kty": "EC", "x": b64(x), "y": b64(y) })
}

fn sign(key: &SigningKey, message: &str) -> String {
    let signature: Signature = key.sign(message.as_bytes());
    b64(signature.to_bytes())
}

fn hex(bytes: &[u8]) -> String {
    base16ct::lower::encode_string(bytes)
}

pub fn unb64(text: &str) -> String {
    String::from_utf8(URL_SAFE_NO_PAD.decode(text).unwrap()).unwrap()
}
