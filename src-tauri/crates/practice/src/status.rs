//! What the pretended authority says about the certificate of the long-lived token (OCSP, RFC
//! 6960), as Nets eID Broker sends it beside the token: from a responder that the authority
//! certified for it, got some minutes ahead (`oidc.md` §2).

use crate::keys::{Keys, TRANSACTION_CERTIFICATE};
use jiff::Timestamp;
use p256::ecdsa::Signature;
use sha2::{Digest as _, Sha256};
use std::time::Duration;
use x509_cert::Certificate;
use x509_cert::der::asn1::{BitString, GeneralizedTime, ObjectIdentifier, OctetString};
use x509_cert::der::{DecodePem as _, Encode as _, Error, ErrorKind, Tag};
use x509_cert::spki::AlgorithmIdentifierOwned;
use x509_ocsp::{
    BasicOcspResponse, CertId, CertStatus, OcspGeneralizedTime, OcspResponse, ResponderId,
    ResponseData, RevokedInfo, SingleResponse, Version,
};

const AUTHORITY: &str = include_str!("../keys/authority.crt.pem");
const RESPONDER: &str = include_str!("../keys/responder.crt.pem");

const SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const ECDSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");

/// How long ahead the answer was got, in seconds.
const AHEAD: i64 = 180;
/// How long before the login a revoked certificate was revoked, in seconds.
const REVOKED_BEFORE: i64 = 3_600;
/// How old an old answer is, in seconds.
const OLD: i64 = 2 * 86_400;

/// What the authority says about the certificate of the long-lived token.
#[cfg_attr(
    not(feature = "fault-injection"),
    allow(dead_code, reason = "the app starts the honest broker only")
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// It is good, three minutes ago.
    #[default]
    Good,
    /// It was good, two days ago.
    Old,
    /// It was revoked an hour before the login.
    Revoked,
    /// It is not known.
    Unknown,
    /// Nothing is sent.
    Absent,
}

/// The response (DER); none where none is sent.
pub(crate) fn response(
    status: Status,
    keys: &Keys,
    now: Timestamp,
) -> Result<Option<Vec<u8>>, Error> {
    let made = now.as_second() - if status == Status::Old { OLD } else { AHEAD };
    let said = match status {
        Status::Absent => return Ok(None),
        Status::Good | Status::Old => CertStatus::good(),
        Status::Unknown => CertStatus::unknown(),
        Status::Revoked => CertStatus::Revoked(RevokedInfo {
            revocation_time: time(now.as_second() - REVOKED_BEFORE)?,
            revocation_reason: None,
        }),
    };
    let (authority, responder) =
        (Certificate::from_pem(AUTHORITY)?, Certificate::from_pem(RESPONDER)?);
    let data = ResponseData {
        version: Version::V1,
        responder_id: ResponderId::ByName(responder.tbs_certificate.subject.clone()),
        produced_at: time(made)?,
        responses: vec![SingleResponse {
            cert_id: id(&authority, &Certificate::from_pem(TRANSACTION_CERTIFICATE)?)?,
            cert_status: said,
            this_update: time(made)?,
            next_update: Some(responder.tbs_certificate.validity.not_after.into()),
            single_extensions: None,
        }],
        response_extensions: None,
    };
    let signature = keys
        .sign_status(&data.to_der()?)
        .and_then(|raw| Signature::from_slice(&raw).ok())
        .ok_or(ErrorKind::Failed)?;
    let basic = BasicOcspResponse {
        tbs_response_data: data,
        signature_algorithm: algorithm(ECDSA_WITH_SHA256),
        signature: BitString::from_bytes(signature.to_der().as_bytes())?,
        certs: Some(vec![responder]),
    };
    OcspResponse::successful(basic)?.to_der().map(Some)
}

fn id(issuer: &Certificate, certificate: &Certificate) -> Result<CertId, Error> {
    let issuer = &issuer.tbs_certificate;
    let hash = |bytes: &[u8]| OctetString::new(Sha256::digest(bytes).to_vec());
    Ok(CertId {
        hash_algorithm: algorithm(SHA256),
        issuer_name_hash: hash(&issuer.subject.to_der()?)?,
        issuer_key_hash: hash(issuer.subject_public_key_info.subject_public_key.raw_bytes())?,
        serial_number: certificate.tbs_certificate.serial_number.clone(),
    })
}

fn algorithm(oid: ObjectIdentifier) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid, parameters: None }
}

fn time(second: i64) -> Result<OcspGeneralizedTime, Error> {
    let since =
        u64::try_from(second).map_err(|_| ErrorKind::Value { tag: Tag::GeneralizedTime })?;
    GeneralizedTime::from_unix_duration(Duration::from_secs(since)).map(OcspGeneralizedTime)
}
