//! The status of a certificate (OCSP, RFC 6960) as it was got with the login: that the certificate
//! was good then, said by the authority that issued it or by one whom it lets answer.

use crate::certificate::{Purpose, X509, first_of};
use crate::signature;
use crate::verdict::Downgrade;
use aws_lc_rs::digest::{self, SHA1_FOR_LEGACY_USE_ONLY, SHA256};
use domain::Timestamp;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::{Decode as _, Encode as _};
use x509_ocsp::{
    BasicOcspResponse, CertId, CertStatus, OcspGeneralizedTime, OcspResponse, OcspResponseStatus,
    SingleResponse,
};

/// How old a status may be when the token is issued, in seconds. Brokers fetch it ahead (`oidc.md`
/// §2: minutes).
const OLDEST: i64 = 86_400;

/// What a status says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// Not revoked.
    Good,
    /// Revoked before the token was issued.
    Revoked,
}

/// What a response says about a certificate under its issuer as of when a token was issued.
pub(crate) fn status(
    response: &[u8],
    leaf: &X509,
    issuer: &X509,
    at: Timestamp,
) -> Result<Status, Downgrade> {
    let response = OcspResponse::from_der(response).map_err(|_| Downgrade::StatusUnreadable)?;
    let bytes = response
        .response_bytes
        .filter(|_| response.response_status == OcspResponseStatus::Successful);
    let bytes = bytes.ok_or(Downgrade::StatusUnreadable)?;
    let basic = BasicOcspResponse::from_der(bytes.response.as_bytes())
        .map_err(|_| Downgrade::StatusUnreadable)?;
    let single = basic
        .tbs_response_data
        .responses
        .iter()
        .find(|single| is_about(&single.cert_id, leaf, issuer));
    let single = single.ok_or(Downgrade::StatusOther)?;
    if !is_signed(&basic, bytes.response.as_bytes(), issuer) {
        return Err(Downgrade::StatusForged);
    }
    match &single.cert_status {
        CertStatus::Revoked(since) if second(&since.revocation_time) <= at.as_second() => {
            Ok(Status::Revoked)
        }
        CertStatus::Good(_) | CertStatus::Revoked(_) if is_fresh(single, at) => Ok(Status::Good),
        CertStatus::Good(_) | CertStatus::Revoked(_) => Err(Downgrade::StatusOld),
        CertStatus::Unknown(_) => Err(Downgrade::StatusUnknown),
    }
}

/// True when a response is about this certificate. The hash only names the issuer, so SHA-1 is no
/// weakness here (RFC 6960 §4.3).
fn is_about(id: &CertId, leaf: &X509, issuer: &X509) -> bool {
    const SHA1_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.26");
    const SHA256_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
    let algorithm = match id.hash_algorithm.oid {
        SHA1_NAME => &SHA1_FOR_LEGACY_USE_ONLY,
        SHA256_NAME => &SHA256,
        _ => return false,
    };
    let tbs = &issuer.certificate.tbs_certificate;
    let Ok(name) = tbs.subject.to_der() else { return false };
    id.serial_number == leaf.certificate.tbs_certificate.serial_number
        && digest::digest(algorithm, &name).as_ref() == id.issuer_name_hash.as_bytes()
        && digest::digest(algorithm, tbs.subject_public_key_info.subject_public_key.raw_bytes())
            .as_ref()
            == id.issuer_key_hash.as_bytes()
}

/// True when the issuer signed the response, or a responder that the issuer certified for it, valid
/// when the response was made.
fn is_signed(basic: &BasicOcspResponse, der: &[u8], issuer: &X509) -> bool {
    let Some(signed) = first_of(der) else { return false };
    let fits = |by: &X509| {
        let key = &by.certificate.tbs_certificate.subject_public_key_info;
        signature::verifies(
            key,
            &basic.signature_algorithm,
            None,
            signed,
            basic.signature.raw_bytes(),
        )
    };
    let Ok(made) = Timestamp::from_second(second(&basic.tbs_response_data.produced_at)) else {
        return false;
    };
    let delegated = |responder: &X509| {
        responder.is_for(Purpose::Status)
            && responder.valid_at(made)
            && issuer.certifies(responder, 0)
            && fits(responder)
    };
    let mut responders = basic
        .certs
        .iter()
        .flatten()
        .filter_map(|certificate| X509::read(&certificate.to_der().ok()?));
    fits(issuer) || responders.any(|responder| delegated(&responder))
}

/// True when the status was known from at most a day before the token was issued, and had not run
/// out.
fn is_fresh(single: &SingleResponse, at: Timestamp) -> bool {
    let until = single.next_update.as_ref().is_none_or(|until| second(until) >= at.as_second());
    until && second(&single.this_update) >= at.as_second().saturating_sub(OLDEST)
}

fn second(time: &OcspGeneralizedTime) -> i64 {
    i64::try_from(time.0.to_unix_duration().as_secs()).unwrap_or(i64::MAX)
}
