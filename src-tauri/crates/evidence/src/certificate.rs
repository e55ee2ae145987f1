//! Certificates (RFC 5280) of those who sign for many years: a broker's long-lived token, a
//! time-stamp. Which leaf signs changes every few years, so an anchor is the authority above it and
//! what the leaf's subject must say (`oidc.md` §1.1, rotation).
//!
//! A path is followed from the leaf through what came with it to an anchor, and judged as of one
//! moment in the past. A critical extension that is not understood makes a certificate unreadable
//! (RFC 5280 §4.2).
//!
//! The library for paths, `rustls-webpki`, follows them in the reference verifier and not here. It
//! says that a path fails and not in which of the ways that a reader of the evidence is told apart
//! ([`Downgrade`]); it does not ask whether the anchor itself was valid then, nor what a leaf's key
//! may be used for, nor that time-stamping is critical and alone; and two verifiers with one
//! library would have its faults in common. Structures and signatures are libraries': `x509-cert`,
//! aws-lc.

use crate::signature;
use crate::verdict::Downgrade;
use domain::Timestamp;
use std::collections::BTreeMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use x509_cert::Certificate;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::{Decode as _, DecodePem as _, Encode as _, Reader as _, SliceReader};
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage};
use x509_cert::name::Name;

/// A path from leaf to anchor has at most so many certificates above the leaf.
const LONGEST: usize = 5;

/// An authority that may certify a signing key: a root, or an issuing authority under one.
#[derive(Clone)]
pub struct CertificateAnchor {
    authority: X509,
    subject: BTreeMap<String, String>,
}

/// The bytes are not a certificate of an authority, or the rule for the subject is empty or names a
/// part that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a certificate of an authority with a rule for the subject")]
pub struct NotAnAnchor;

/// The parts of a subject that a rule may name: their short names (RFC 4519, X.520) and
/// identifiers.
const SUBJECT_PARTS: [(&str, ObjectIdentifier); 6] = [
    ("C", ObjectIdentifier::new_unwrap("2.5.4.6")),
    ("CN", ObjectIdentifier::new_unwrap("2.5.4.3")),
    ("O", ObjectIdentifier::new_unwrap("2.5.4.10")),
    ("OU", ObjectIdentifier::new_unwrap("2.5.4.11")),
    ("organizationIdentifier", ObjectIdentifier::new_unwrap("2.5.4.97")),
    ("serialNumber", ObjectIdentifier::new_unwrap("2.5.4.5")),
];

impl CertificateAnchor {
    /// An authority's certificate (DER), and what the subject of the certificates under it must
    /// say: `C`, `CN`, `O`, `OU`, `organizationIdentifier` or `serialNumber`, each with its exact
    /// text. At least one, for an authority certifies others too.
    pub fn from_der(der: &[u8], subject: BTreeMap<String, String>) -> Result<Self, NotAnAnchor> {
        let authority =
            X509::read(der).filter(|authority| authority.is_authority(0)).ok_or(NotAnAnchor)?;
        let known = subject.keys().all(|part| Self::knows_part(part));
        (known && !subject.is_empty()).then_some(Self { authority, subject }).ok_or(NotAnAnchor)
    }

    /// The same from PEM.
    pub fn from_pem(pem: &str, subject: BTreeMap<String, String>) -> Result<Self, NotAnAnchor> {
        let der = Certificate::from_pem(pem)
            .and_then(|certificate| certificate.to_der())
            .map_err(|_| NotAnAnchor)?;
        Self::from_der(&der, subject)
    }

    /// The authority's certificate, and the rule.
    #[cfg(feature = "second")]
    pub(crate) fn der(&self) -> &[u8] {
        self.authority.der()
    }

    #[cfg(feature = "second")]
    pub(crate) fn subject(&self) -> &BTreeMap<String, String> {
        &self.subject
    }

    /// True when a rule may name this part of a subject.
    pub(crate) fn knows_part(part: &str) -> bool {
        SUBJECT_PARTS.iter().any(|(name, _)| *name == part)
    }

    /// True when a subject says what the rule demands, each part once.
    fn matches_subject(&self, subject: &Name) -> bool {
        self.subject.iter().all(|(part, wanted)| {
            let name = SUBJECT_PARTS.iter().find(|(name, _)| name == part).map(|(_, oid)| *oid);
            let mut values = subject
                .0
                .iter()
                .flat_map(|parts| parts.0.iter())
                .filter(|value| Some(value.oid) == name);
            let said = values.next().is_some_and(|value| {
                std::str::from_utf8(value.value.value()) == Ok(wanted.as_str())
            });
            said && values.next().is_none()
        })
    }
}

/// What a leaf's certificate must be for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Signing documents.
    Signing,
    /// Nothing but time-stamps (RFC 3161 §2.3).
    TimeStamping,
    /// Answering for an authority about its certificates (RFC 6960 §4.2.2.2).
    Status,
}

/// A certificate that was read.
#[derive(Clone)]
pub(crate) struct X509 {
    der: Vec<u8>,
    /// What its signature is over, as it stands there.
    signed: Vec<u8>,
    pub(crate) certificate: Certificate,
}

impl X509 {
    /// Reads a certificate; none when it has a critical extension that is not understood.
    pub(crate) fn read(der: &[u8]) -> Option<Self> {
        let certificate = Certificate::from_der(der).ok()?;
        let understood = certificate.tbs_certificate.extensions.iter().flatten().all(|extension| {
            // Key usage, alternative names, basic constraints, policies, extended key usage.
            let known = ["2.5.29.15", "2.5.29.17", "2.5.29.19", "2.5.29.32", "2.5.29.37"];
            !extension.critical
                || known.iter().any(|name| extension.extn_id == ObjectIdentifier::new_unwrap(name))
        });
        let one_algorithm =
            certificate.signature_algorithm == certificate.tbs_certificate.signature;
        let signed = first_of(der)?.to_vec();
        (understood && one_algorithm).then(|| Self { der: der.to_vec(), signed, certificate })
    }

    pub(crate) fn der(&self) -> &[u8] {
        &self.der
    }

    /// The serial number in hexadecimal.
    pub(crate) fn serial(&self) -> String {
        base16ct::lower::encode_string(self.certificate.tbs_certificate.serial_number.as_bytes())
    }

    pub(crate) fn valid_at(&self, at: Timestamp) -> bool {
        let validity = &self.certificate.tbs_certificate.validity;
        let second = |time: &x509_cert::time::Time| {
            i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX)
        };
        (second(&validity.not_before)..=second(&validity.not_after)).contains(&at.as_second())
    }

    /// True when it may certify, with so many authorities between it and the leaf.
    fn is_authority(&self, between: usize) -> bool {
        let tbs = &self.certificate.tbs_certificate;
        let constraints = tbs.get::<BasicConstraints>().ok().flatten();
        let usage = tbs.get::<KeyUsage>();
        let deep_enough =
            |longest: Option<u8>| longest.is_none_or(|longest| between <= usize::from(longest));
        constraints.is_some_and(|(_, constraints)| {
            constraints.ca && deep_enough(constraints.path_len_constraint)
        }) && usage.is_ok_and(|usage| usage.is_none_or(|(_, usage)| usage.key_cert_sign()))
    }

    /// True when this authority signed that certificate.
    pub(crate) fn certifies(&self, other: &Self, between: usize) -> bool {
        self.certificate.tbs_certificate.subject == other.certificate.tbs_certificate.issuer
            && self.is_authority(between)
            && signature::verifies(
                &self.certificate.tbs_certificate.subject_public_key_info,
                &other.certificate.signature_algorithm,
                None,
                &other.signed,
                other.certificate.signature.raw_bytes(),
            )
    }

    /// True when the certificate is for this.
    pub(crate) fn is_for(&self, purpose: Purpose) -> bool {
        const TIME_STAMPING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.8");
        const STATUS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.9");
        let tbs = &self.certificate.tbs_certificate;
        let signs = tbs.get::<KeyUsage>().is_ok_and(|usage| {
            usage.is_none_or(|(_, usage)| usage.digital_signature() || usage.non_repudiation())
        });
        let Ok(extended) = tbs.get::<ExtendedKeyUsage>() else { return false };
        signs
            && match purpose {
                Purpose::Signing => true,
                Purpose::TimeStamping => {
                    extended.is_some_and(|(critical, usage)| critical && usage.0 == [TIME_STAMPING])
                }
                Purpose::Status => extended.is_some_and(|(_, usage)| usage.0.contains(&STATUS)),
            }
    }
}

/// The first element of a sequence, as it stands there: what the signature of such a structure is
/// over.
pub(crate) fn first_of(der: &[u8]) -> Option<&[u8]> {
    let mut reader = SliceReader::new(der).ok()?;
    let header = x509_cert::der::Header::decode(&mut reader).ok()?;
    let body = reader.read_slice(header.length).ok()?;
    SliceReader::new(body).ok()?.tlv_bytes().ok()
}

/// The authority right above a leaf, when a path of certificates that were valid then leads from
/// the leaf to an anchor whose rule its subject fits.
pub(crate) fn issuer<'a>(
    leaf: &X509,
    others: &'a [X509],
    anchors: &'a [CertificateAnchor],
    purpose: Purpose,
    at: Timestamp,
) -> Result<&'a X509, Downgrade> {
    let mut doubt = Downgrade::CertificateNotAnchored;
    for anchor in anchors {
        let Some(path) = path(leaf, others, &anchor.authority) else { continue };
        if !leaf.is_for(purpose) {
            doubt = Downgrade::CertificateForOther;
        } else if !anchor.matches_subject(&leaf.certificate.tbs_certificate.subject) {
            doubt = Downgrade::SubjectOther;
        } else if !leaf.valid_at(at) || !path.iter().all(|authority| authority.valid_at(at)) {
            doubt = Downgrade::CertificateNotValidThen;
        } else if let Some(issuer) = path.first() {
            return Ok(issuer);
        }
    }
    Err(doubt)
}

fn path<'a>(leaf: &X509, others: &'a [X509], anchor: &'a X509) -> Option<Vec<&'a X509>> {
    let mut path: Vec<&X509> = Vec::new();
    while path.len() < LONGEST {
        let last = path.last().copied().unwrap_or(leaf);
        if anchor.certifies(last, path.len()) {
            path.push(anchor);
            return Some(path);
        }
        path.push(others.iter().find(|other| other.certifies(last, path.len()))?);
    }
    None
}

impl PartialEq for CertificateAnchor {
    fn eq(&self, other: &Self) -> bool {
        self.authority.der == other.authority.der && self.subject == other.subject
    }
}

impl Eq for CertificateAnchor {}

impl Hash for CertificateAnchor {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.authority.der.hash(state);
        self.subject.hash(state);
    }
}

/// Shows the rule only.
impl fmt::Debug for CertificateAnchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CertificateAnchor").field("subject", &self.subject).finish_non_exhaustive()
    }
}
