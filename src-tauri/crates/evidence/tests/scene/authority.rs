//! The authority that `tests/authority/make.py` made with OpenSSL: certificates, statuses, and a
//! time-stamping service whose key is here.

use super::{Edit, Forgery, HONEST, IAT, Issuer, at, b64, jcs, verify};
use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo};
use domain::Timestamp;
use evidence::{Anchor, CertificateAnchor, ClaimPlace, Claims, TrustAnchors, Verdict};
use jsonwebtoken::{Algorithm, EncodingKey};
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use x509_cert::Certificate;
use x509_cert::attr::Attribute;
use x509_cert::der::asn1::{Any, GeneralizedTime, ObjectIdentifier, OctetString, SetOfVec};
use x509_cert::der::{DateTime, Decode as _, Encode, Tag};
use x509_cert::spki::AlgorithmIdentifierOwned;

/// A file of `tests/authority`.
pub fn file(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/authority/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The rule for the broker's subject.
pub const BROKER: [(&str, &str); 2] =
    [("O", "Prøvebroker A/S"), ("organizationIdentifier", "NTRDK-13748136")];
pub const STAMPER: [(&str, &str); 1] = [("CN", "Prøvestempel")];

pub fn anchor(certificate: &str, subject: &[(&str, &str)]) -> CertificateAnchor {
    let subject =
        subject.iter().map(|(part, text)| ((*part).to_owned(), (*text).to_owned())).collect();
    CertificateAnchor::from_der(&file(&format!("{certificate}.der")), subject).unwrap()
}

/// Anchors as for Nets eID Broker: the text in the transaction token in base64, the name in the
/// userinfo token.
pub fn anchors() -> TrustAnchors {
    let practice = super::practice();
    let broker = Anchor {
        certificates: vec![anchor("root", &BROKER)],
        claims: Claims {
            text: ClaimPlace::transaction("mitid.reference_text"),
            text_base64: true,
            name: ClaimPlace::userinfo("mitid.identity_name"),
            uuid: Some(ClaimPlace::transaction("mitid.uuid")),
            ..practice.anchors[0].claims.clone()
        },
        ..practice.anchors[0].clone()
    };
    TrustAnchors { anchors: vec![broker], time_stamps: vec![anchor("root", &STAMPER)], ..practice }
}

/// A key of the broker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrokerKey {
    Ec,
    Rsa,
}

impl BrokerKey {
    pub fn alg(self) -> &'static str {
        if self == Self::Ec { "ES256" } else { "RS256" }
    }

    /// A token of this key.
    pub fn token(self, claims: &Value) -> String {
        self.token_with(&json!({ "alg": self.alg(), "kid": "lasting", "typ": "JWT" }), claims)
    }

    pub fn token_with(self, header: &Value, claims: &Value) -> String {
        let input = format!("{}.{}", b64(header.to_string()), b64(claims.to_string()));
        format!("{input}.{}", self.sign(&input))
    }

    fn sign(self, message: &str) -> String {
        match self {
            Self::Ec => {
                let key = EncodingKey::from_ec_pem(&file("broker-ec.pem")).unwrap();
                jsonwebtoken::crypto::sign(message.as_bytes(), &key, Algorithm::ES256).unwrap()
            }
            Self::Rsa => {
                let key = EncodingKey::from_rsa_pem(&file("broker-rsa.pem")).unwrap();
                jsonwebtoken::crypto::sign(message.as_bytes(), &key, Algorithm::RS256).unwrap()
            }
        }
    }

    /// Its JWK with these certificates.
    pub fn jwk(self, certificates: &[&str]) -> Value {
        let (algorithm, key) = match self {
            Self::Ec => {
                (Algorithm::ES256, EncodingKey::from_ec_pem(&file("broker-ec.pem")).unwrap())
            }
            Self::Rsa => {
                (Algorithm::RS256, EncodingKey::from_rsa_pem(&file("broker-rsa.pem")).unwrap())
            }
        };
        let mut jwk = serde_json::to_value(
            jsonwebtoken::jwk::Jwk::from_encoding_key(&key, algorithm).unwrap(),
        )
        .unwrap();
        jwk["kid"] = json!("lasting");
        if !certificates.is_empty() {
            jwk["x5c"] = x5c(certificates);
        }
        jwk
    }
}

pub fn thumbprint(key: BrokerKey) -> String {
    let jwk: jsonwebtoken::jwk::Jwk = serde_json::from_value(key.jwk(&[])).unwrap();
    jwk.thumbprint(jsonwebtoken::jwk::ThumbprintHash::SHA256).unwrap()
}

pub fn x5c(certificates: &[&str]) -> Value {
    certificates.iter().map(|name| b64_standard(&file(&format!("{name}.der")))).collect()
}

pub fn b64_standard(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

/// How a time-stamp is made.
#[derive(Clone, Copy)]
pub struct Stamp {
    pub certificate: &'static str,
    pub second: i64,
    /// The hash algorithm that the imprint is said to be of.
    pub algorithm: &'static str,
    /// What is changed after the content was hashed.
    pub content: fn(&mut Vec<u8>),
    /// The certificate that the signature names.
    pub named: &'static str,
    pub fraction: &'static str,
}

pub const STAMP: Stamp = Stamp {
    certificate: "stamper",
    second: IAT + 5,
    algorithm: "2.16.840.1.101.3.4.2.1",
    content: |_| {},
    named: "stamper",
    fraction: "",
};

impl Stamp {
    /// An RFC 3161 token over this hash.
    pub fn token(&self, imprint: &[u8]) -> Vec<u8> {
        let certificate =
            Certificate::from_der(&file(&format!("{}.der", self.certificate))).unwrap();
        let key: SigningKey = p256_key(&file("stamper.pem"));
        let mut content = self.info(imprint);
        let digest = Sha256::digest(&content);
        (self.content)(&mut content);

        let named = file(&format!("{}.der", self.named));
        let certificate_hash = sequence(&[sequence(&[sequence(&[OctetString::new(
            Sha256::digest(named).as_slice(),
        )
        .unwrap()
        .to_der()
        .unwrap()])])]);
        let attributes = [
            attribute("1.2.840.113549.1.9.3", &oid("1.2.840.113549.1.9.16.1.4").to_der().unwrap()),
            attribute(
                "1.2.840.113549.1.9.4",
                &OctetString::new(digest.as_slice()).unwrap().to_der().unwrap(),
            ),
            attribute("1.2.840.113549.1.9.16.2.47", &certificate_hash),
        ];
        let attributes = SetOfVec::try_from(attributes.to_vec()).unwrap();
        let signature: Signature = key.sign(&attributes.to_der().unwrap());
        let info = SignerInfo {
            version: CmsVersion::V1,
            sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
                issuer: certificate.tbs_certificate.issuer.clone(),
                serial_number: certificate.tbs_certificate.serial_number.clone(),
            }),
            digest_alg: algorithm("2.16.840.1.101.3.4.2.1"),
            signed_attrs: Some(attributes),
            signature_algorithm: algorithm("1.2.840.10045.4.3.2"),
            signature: OctetString::new(signature.to_der().as_bytes()).unwrap(),
            unsigned_attrs: None,
        };
        let issuing = Certificate::from_der(&file("issuing.der")).unwrap();
        let certificates = vec![
            CertificateChoices::Certificate(certificate),
            CertificateChoices::Certificate(issuing),
        ];
        let data = SignedData {
            version: CmsVersion::V3,
            digest_algorithms: SetOfVec::try_from(vec![algorithm("2.16.840.1.101.3.4.2.1")])
                .unwrap(),
            encap_content_info: EncapsulatedContentInfo {
                econtent_type: oid("1.2.840.113549.1.9.16.1.4"),
                econtent: Some(Any::encode_from(&OctetString::new(content).unwrap()).unwrap()),
            },
            certificates: Some(certificates.try_into().unwrap()),
            crls: None,
            signer_infos: vec![info].try_into().unwrap(),
        };
        let content = ContentInfo {
            content_type: oid("1.2.840.113549.1.7.2"),
            content: Any::encode_from(&data).unwrap(),
        };
        content.to_der().unwrap()
    }

    fn info(&self, imprint: &[u8]) -> Vec<u8> {
        let zoned = at(self.second).to_zoned(jiff::tz::TimeZone::UTC);
        let time = if self.fraction.is_empty() {
            let (date, time) = (zoned.date(), zoned.time());
            let [month, day, hour, minute, second] =
                [date.month(), date.day(), time.hour(), time.minute(), time.second()]
                    .map(|part| u8::try_from(part).unwrap());
            let civil = DateTime::new(
                u16::try_from(date.year()).unwrap(),
                month,
                day,
                hour,
                minute,
                second,
            )
            .unwrap();
            GeneralizedTime::from_date_time(civil).to_der().unwrap()
        } else {
            Any::new(
                Tag::GeneralizedTime,
                zoned.strftime(&format!("%Y%m%d%H%M%S{}Z", self.fraction)).to_string().into_bytes(),
            )
            .unwrap()
            .to_der()
            .unwrap()
        };
        sequence(&[
            1u8.to_der().unwrap(),
            oid("1.2.3.4.1").to_der().unwrap(),
            sequence(&[
                algorithm(self.algorithm).to_der().unwrap(),
                OctetString::new(imprint).unwrap().to_der().unwrap(),
            ]),
            7u8.to_der().unwrap(),
            time,
        ])
    }
}

/// The time of a stamp.
pub fn stamped() -> Timestamp {
    at(STAMP.second)
}

fn p256_key(pem: &[u8]) -> SigningKey {
    // The private key is the first octet string of 32 bytes (RFC 5915 §3), 36 bytes into PKCS #8.
    let body: String =
        String::from_utf8_lossy(pem).lines().filter(|line| !line.starts_with('-')).collect();
    use base64::Engine as _;
    let der = base64::engine::general_purpose::STANDARD.decode(body).unwrap();
    SigningKey::from_slice(&der[36..68]).unwrap()
}

fn oid(name: &str) -> ObjectIdentifier {
    ObjectIdentifier::new(name).unwrap()
}

fn algorithm(name: &str) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid: oid(name), parameters: None }
}

fn attribute(name: &str, value: &[u8]) -> Attribute {
    Attribute {
        oid: oid(name),
        values: SetOfVec::try_from(vec![Any::from_der(value).unwrap()]).unwrap(),
    }
}

fn sequence(elements: &[Vec<u8>]) -> Vec<u8> {
    Any::new(Tag::Sequence, elements.concat()).unwrap().to_der().unwrap()
}

/// A bundle with every optional member.
#[derive(Clone, Copy)]
pub struct Whole {
    pub key: BrokerKey,
    pub certificates: &'static [&'static str],
    pub status: Option<&'static str>,
    pub claims: Edit,
    pub stamps: &'static [Stamp],
    pub last: Edit,
}

pub const WHOLE: Whole = Whole {
    key: BrokerKey::Ec,
    certificates: &["broker-ec", "issuing"],
    status: Some("good"),
    claims: |_| {},
    stamps: &[STAMP],
    last: |_| {},
};

impl Whole {
    pub fn bundle(self) -> Vec<u8> {
        self.bundle_of(&HONEST)
    }

    /// The same about what a forger made.
    pub fn bundle_of(self, forgery: &Forgery) -> Vec<u8> {
        forgery.with(|whole| {
            whole["jwks"]["keys"].as_array_mut().unwrap().push(self.key.jwk(self.certificates));
            super::userinfo(whole, Issuer::Rs256, |_| {});
            let mut claims = super::transaction_claims(whole);
            (self.claims)(&mut claims);
            whole["transactionToken"] = json!(self.key.token(&claims));
            if let Some(status) = self.status {
                whole["transactionOcsp"] =
                    json!(b64_standard(&file(&format!("status-{status}.der"))));
            }
            (self.last)(whole);
            let imprint = Sha256::digest(jcs(whole));
            let stamps: Vec<Value> = self
                .stamps
                .iter()
                .map(|stamp| json!(b64_standard(&stamp.token(&imprint))))
                .collect();
            if !stamps.is_empty() {
                whole["timestamps"] = json!(stamps);
            }
        })
    }

    pub fn verdict(self) -> Verdict {
        verify(&self.bundle(), &anchors(), at(IAT + 10))
    }
}
