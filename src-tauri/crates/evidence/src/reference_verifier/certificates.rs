//! The certificates of long-lived tokens and their status, followed by `rustls-webpki` with `ring`,
//! where the product's verifier has its own path and aws-lc.

use super::key::Public;
use crate::anchors::Anchor;
use rsa::sha2::{Digest as _, Sha256};
use rustls_pki_types::{CertificateDer, UnixTime};
use std::collections::BTreeMap;
use std::time::Duration;
use webpki::{EndEntityCert, anchor_from_trusted_cert, ring};
use x509_cert::Certificate;
use x509_cert::der::asn1::{PrintableStringRef, Utf8StringRef};
use x509_cert::der::{Decode as _, Encode as _};
use x509_ocsp::{BasicOcspResponse, CertStatus, OcspResponse};

/// What is known about revocation.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Revocation {
    Not,
    Revoked,
    Unsure,
}

/// True when the chain leads to an anchored authority. `rustls-webpki` does not ask whether the
/// anchor itself was valid.
pub(super) fn certified(chain: &[Vec<u8>], key: &Public, anchor: &Anchor, at: i64) -> bool {
    let Some((leaf, others)) = chain.split_first() else { return false };
    if chain.iter().any(|der| Certificate::from_der(der).is_err()) {
        return false;
    }
    let (der, others) = (
        CertificateDer::from_slice(leaf),
        others.iter().map(|der| CertificateDer::from_slice(der)),
    );
    let others: Vec<_> = others.collect();
    let Ok(end) = EndEntityCert::try_from(&der) else { return false };
    let Ok(leaf) = Certificate::from_der(leaf) else { return false };
    let time = UnixTime::since_unix_epoch(Duration::from_secs(at.unsigned_abs()));
    let algorithms = [
        ring::RSA_PKCS1_2048_8192_SHA256,
        ring::RSA_PKCS1_2048_8192_SHA384,
        ring::RSA_PKCS1_2048_8192_SHA512,
        ring::RSA_PSS_2048_8192_SHA256_LEGACY_KEY,
        ring::RSA_PSS_2048_8192_SHA384_LEGACY_KEY,
        ring::RSA_PSS_2048_8192_SHA512_LEGACY_KEY,
        ring::ECDSA_P256_SHA256,
        ring::ECDSA_P256_SHA384,
        ring::ECDSA_P384_SHA256,
        ring::ECDSA_P384_SHA384,
    ];
    let usage = leaf.tbs_certificate.get::<x509_cert::ext::pkix::KeyUsage>();
    let signs = usage.is_ok_and(|usage| {
        usage.is_none_or(|(_, usage)| usage.digital_signature() || usage.non_repudiation())
    });
    let said_of = |wanted: &BTreeMap<String, String>| {
        let parts: Vec<_> =
            leaf.tbs_certificate.subject.0.iter().flat_map(|part| part.0.iter()).collect();
        wanted.iter().all(|(part, text)| {
            let of_kind: Vec<_> = parts.iter().filter(|given| given.oid.to_string() == number(part)).collect();
            let utf8 = Utf8StringRef::new(text).and_then(|text| text.to_der());
            let printable = PrintableStringRef::new(text).and_then(|text| text.to_der());
            matches!(of_kind.as_slice(), [one] if one.value.to_der().is_ok_and(|der| utf8 == Ok(der.clone()) || printable == Ok(der)))
        })
    };
    signs
        && Public::of_certificate(&leaf).is_some_and(|own| own == *key)
        && anchor.certificates.iter().any(|authority| {
            let root = CertificateDer::from_slice(authority.der());
            let path = |root| {
                end.verify_for_usage(&algorithms, &[root], &others, time, AnyUse, None, None)
                    .is_ok()
            };
            anchor_from_trusted_cert(&root).is_ok_and(path) && said_of(authority.subject())
        })
}

/// What the kept status says of the leaf, whose issuer is the certificate in the bundle or the
/// anchor that has its issuer's name and whose key fits.
pub(super) fn revocation(
    response: Option<&[u8]>,
    chain: &[Vec<u8>],
    anchor: &Anchor,
    at: i64,
) -> Revocation {
    let Some(response) = response else { return Revocation::Not };
    read_status(response, chain, anchor, at).unwrap_or(Revocation::Unsure)
}

fn read_status(response: &[u8], chain: &[Vec<u8>], anchor: &Anchor, at: i64) -> Option<Revocation> {
    let leaf = Certificate::from_der(chain.first()?).ok()?;
    let authorities = chain
        .iter()
        .skip(1)
        .map(Vec::as_slice)
        .chain(anchor.certificates.iter().map(|anchor| anchor.der()));
    let issuer = authorities.filter_map(|der| Certificate::from_der(der).ok()).find(|issuer| {
        let end = leaf.to_der().ok().map(CertificateDer::from);
        let der = issuer.to_der().ok().map(CertificateDer::from);
        let time = UnixTime::since_unix_epoch(Duration::from_secs(at.unsigned_abs()));
        let all = webpki::ALL_VERIFICATION_ALGS;
        end.zip(der).is_some_and(|(end, der)| {
            let (Ok(end), Ok(root)) =
                (EndEntityCert::try_from(&end), anchor_from_trusted_cert(&der))
            else {
                return false;
            };
            end.verify_for_usage(all, &[root], &[], time, AnyUse, None, None).is_ok()
        })
    })?;
    let bytes = OcspResponse::from_der(response).ok()?.response_bytes?;
    let basic = BasicOcspResponse::from_der(bytes.response.as_bytes()).ok()?;
    let key =
        issuer.tbs_certificate.subject_public_key_info.subject_public_key.raw_bytes().to_vec();
    let names = [sha1(&key), Sha256::digest(&key).to_vec()];
    let serial = &leaf.tbs_certificate.serial_number;
    let about = |id: &x509_ocsp::CertId| {
        id.serial_number == *serial
            && names.iter().any(|hash| hash == id.issuer_key_hash.as_bytes())
    };
    let single = basic.tbs_response_data.responses.iter().find(|single| about(&single.cert_id))?;
    let signed = basic.tbs_response_data.to_der().ok()?;
    let fits = |by: &Certificate| {
        Public::of_certificate(by)
            .is_some_and(|key| key.verifies_der(&signed, basic.signature.raw_bytes()))
    };
    let second = |time: &x509_ocsp::OcspGeneralizedTime| {
        i64::try_from(time.0.to_unix_duration().as_secs()).unwrap_or(i64::MAX)
    };
    let made = UnixTime::since_unix_epoch(basic.tbs_response_data.produced_at.0.to_unix_duration());
    let delegated = basic.certs.iter().flatten().any(|responder| {
        let (Ok(der), Ok(root)) = (responder.to_der(), issuer.to_der()) else { return false };
        let (der, root) = (CertificateDer::from(der), CertificateDer::from(root));
        let (Ok(end), Ok(root)) = (EndEntityCert::try_from(&der), anchor_from_trusted_cert(&root))
        else {
            return false;
        };
        // id-kp-OCSPSigning
        let usage = webpki::KeyUsage::required(&[43, 6, 1, 5, 5, 7, 3, 9]);
        fits(responder)
            && end
                .verify_for_usage(
                    webpki::ALL_VERIFICATION_ALGS,
                    &[root],
                    &[],
                    made,
                    usage,
                    None,
                    None,
                )
                .is_ok()
    });
    if !delegated && !fits(&issuer) {
        return None;
    }
    let fresh = second(&single.this_update) >= at - 86_400
        && single.next_update.as_ref().is_none_or(|until| second(until) >= at);
    match &single.cert_status {
        CertStatus::Revoked(since) if second(&since.revocation_time) <= at => {
            Some(Revocation::Revoked)
        }
        CertStatus::Unknown(_) => None,
        CertStatus::Good(_) | CertStatus::Revoked(_) => fresh.then_some(Revocation::Not),
    }
}

/// Brokers' certificates are for many things; what the leaf may sign is asked by its key usage.
struct AnyUse;

impl webpki::ExtendedKeyUsageValidator for AnyUse {
    fn validate(&self, _: webpki::KeyPurposeIdIter<'_, '_>) -> Result<(), webpki::Error> {
        Ok(())
    }
}

/// The object identifier of a part of a subject (X.520).
fn number(part: &str) -> &'static str {
    match part {
        "CN" => "2.5.4.3",
        "serialNumber" => "2.5.4.5",
        "C" => "2.5.4.6",
        "O" => "2.5.4.10",
        "OU" => "2.5.4.11",
        "organizationIdentifier" => "2.5.4.97",
        _ => "",
    }
}

fn sha1(bytes: &[u8]) -> Vec<u8> {
    aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA1_FOR_LEGACY_USE_ONLY, bytes).as_ref().to_vec()
}
