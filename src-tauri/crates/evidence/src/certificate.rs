//! Certificates (RFC 5280) of those who sign for many years: a broker's long-lived token, a time-stamp. Which leaf signs changes
//! every few years, so an anchor is the authority above it and what the leaf's subject must say (`oidc.md` §1.1, rotation).

use std::collections::BTreeMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use x509_cert::Certificate;
use x509_cert::der::{Decode as _, DecodePem as _, Encode as _};

/// An authority that may certify a signing key: a root, or an issuing authority under one.
#[derive(Clone)]
pub struct CertificateAnchor {
    der: Vec<u8>,
    subject: BTreeMap<String, String>,
}

/// The bytes are not a certificate of an authority, or a part of the subject has a name that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a certificate of an authority with a rule for the subject")]
pub struct NotAnAnchor;

/// The parts of a subject that a rule may name: their short names (RFC 4519, ETSI EN 319 412-1) and identifiers.
pub(crate) const SUBJECT_PARTS: [(&str, &str); 6] = [
    ("C", "2.5.4.6"),
    ("CN", "2.5.4.3"),
    ("O", "2.5.4.10"),
    ("OU", "2.5.4.11"),
    ("organizationIdentifier", "2.5.4.97"),
    ("serialNumber", "2.5.4.5"),
];

impl CertificateAnchor {
    /// An authority's certificate (DER), and what the subject of the certificates under it must say: `C`, `CN`, `O`, `OU`,
    /// `organizationIdentifier` or `serialNumber`, each with its exact text. At least one, for an authority certifies others too.
    pub fn from_der(der: &[u8], subject: BTreeMap<String, String>) -> Result<Self, NotAnAnchor> {
        Certificate::from_der(der).map_err(|_| NotAnAnchor)?;
        let known = subject.keys().all(|part| SUBJECT_PARTS.iter().any(|(name, _)| name == part));
        (known && !subject.is_empty()).then(|| Self { der: der.to_vec(), subject }).ok_or(NotAnAnchor)
    }

    /// The same from PEM.
    pub fn from_pem(pem: &str, subject: BTreeMap<String, String>) -> Result<Self, NotAnAnchor> {
        let der = Certificate::from_pem(pem).and_then(|certificate| certificate.to_der()).map_err(|_| NotAnAnchor)?;
        Self::from_der(&der, subject)
    }
}

impl PartialEq for CertificateAnchor {
    fn eq(&self, other: &Self) -> bool {
        self.der == other.der && self.subject == other.subject
    }
}

impl Eq for CertificateAnchor {}

impl Hash for CertificateAnchor {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.der.hash(state);
        self.subject.hash(state);
    }
}

/// Shows the rule only.
impl fmt::Debug for CertificateAnchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CertificateAnchor").field("subject", &self.subject).finish_non_exhaustive()
    }
}
