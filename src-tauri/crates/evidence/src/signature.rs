//! Signatures as certificates, their status and time-stamps carry them: the algorithm is named by
//! an object identifier (RFC 5280 §4.1.1.2). Only what authorities use today is taken; SHA-1 and
//! keys under 2048 bits are not.

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P256_SHA384_ASN1, ECDSA_P384_SHA256_ASN1, ECDSA_P384_SHA384_ASN1,
    ECDSA_P384_SHA512_ASN1, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384,
    RSA_PKCS1_2048_8192_SHA512, RSA_PSS_2048_8192_SHA256, RSA_PSS_2048_8192_SHA384,
    RSA_PSS_2048_8192_SHA512, UnparsedPublicKey, VerificationAlgorithm,
};
use pkcs1::RsaPssParams;
use sha2::{Digest as _, Sha256, Sha384, Sha512};
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::{Decode as _, Encode as _};
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};

const fn oid(dotted: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(dotted)
}

/// `rsaEncryption` as a key, and in CMS as a signature whose digest is named beside it (RFC 8017,
/// RFC 5754 §3.2).
const RSA: ObjectIdentifier = oid("1.2.840.113549.1.1.1");
const RSA_PSS: ObjectIdentifier = oid("1.2.840.113549.1.1.10");
const RSA_SHA256: ObjectIdentifier = oid("1.2.840.113549.1.1.11");
const RSA_SHA384: ObjectIdentifier = oid("1.2.840.113549.1.1.12");
const RSA_SHA512: ObjectIdentifier = oid("1.2.840.113549.1.1.13");
const EC: ObjectIdentifier = oid("1.2.840.10045.2.1");
const P256: ObjectIdentifier = oid("1.2.840.10045.3.1.7");
const P384: ObjectIdentifier = oid("1.3.132.0.34");
const ECDSA_SHA256: ObjectIdentifier = oid("1.2.840.10045.4.3.2");
const ECDSA_SHA384: ObjectIdentifier = oid("1.2.840.10045.4.3.3");
const ECDSA_SHA512: ObjectIdentifier = oid("1.2.840.10045.4.3.4");

/// The SHA-2 hashes that are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sha2 {
    S256,
    S384,
    S512,
}

impl Sha2 {
    /// The hash that an object identifier names (RFC 5754 §2).
    pub(crate) fn named(name: ObjectIdentifier) -> Option<Self> {
        const S256: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.1");
        const S384: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.2");
        const S512: ObjectIdentifier = oid("2.16.840.1.101.3.4.2.3");
        match name {
            S256 => Some(Self::S256),
            S384 => Some(Self::S384),
            S512 => Some(Self::S512),
            _ => None,
        }
    }

    pub(crate) fn hash(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::S256 => Sha256::digest(bytes).to_vec(),
            Self::S384 => Sha384::digest(bytes).to_vec(),
            Self::S512 => Sha512::digest(bytes).to_vec(),
        }
    }
}

/// True when a signature over a message is that of a key. `digest` is what CMS names beside the
/// signature's algorithm.
pub(crate) fn verifies(
    key: &SubjectPublicKeyInfoOwned,
    algorithm: &AlgorithmIdentifierOwned,
    digest: Option<Sha2>,
    message: &[u8],
    signature: &[u8],
) -> bool {
    chosen(key, algorithm, digest).is_some_and(|verification| {
        UnparsedPublicKey::new(verification, key.subject_public_key.raw_bytes())
            .verify(message, signature)
            .is_ok()
    })
}

fn chosen(
    key: &SubjectPublicKeyInfoOwned,
    algorithm: &AlgorithmIdentifierOwned,
    digest: Option<Sha2>,
) -> Option<&'static dyn VerificationAlgorithm> {
    let kind = key.algorithm.oid;
    if kind == EC {
        let curve = key.algorithm.parameters.as_ref()?.decode_as::<ObjectIdentifier>().ok()?;
        return match (curve, algorithm.oid) {
            (P256, ECDSA_SHA256) => Some(&ECDSA_P256_SHA256_ASN1),
            (P256, ECDSA_SHA384) => Some(&ECDSA_P256_SHA384_ASN1),
            (P384, ECDSA_SHA256) => Some(&ECDSA_P384_SHA256_ASN1),
            (P384, ECDSA_SHA384) => Some(&ECDSA_P384_SHA384_ASN1),
            (P384, ECDSA_SHA512) => Some(&ECDSA_P384_SHA512_ASN1),
            _ => None,
        };
    }
    let pkcs1 = |hash| -> &'static dyn VerificationAlgorithm {
        match hash {
            Sha2::S256 => &RSA_PKCS1_2048_8192_SHA256,
            Sha2::S384 => &RSA_PKCS1_2048_8192_SHA384,
            Sha2::S512 => &RSA_PKCS1_2048_8192_SHA512,
        }
    };
    match (kind, algorithm.oid) {
        (RSA, RSA_SHA256) => Some(pkcs1(Sha2::S256)),
        (RSA, RSA_SHA384) => Some(pkcs1(Sha2::S384)),
        (RSA, RSA_SHA512) => Some(pkcs1(Sha2::S512)),
        (RSA, RSA) => digest.map(pkcs1),
        (RSA | RSA_PSS, RSA_PSS) => pss(algorithm),
        _ => None,
    }
}

/// The library takes the salt to be as long as the hash and the mask to be made with the same one,
/// as everybody does.
fn pss(algorithm: &AlgorithmIdentifierOwned) -> Option<&'static dyn VerificationAlgorithm> {
    let der = algorithm.parameters.as_ref()?.to_der().ok()?;
    match Sha2::named(RsaPssParams::from_der(&der).ok()?.hash.oid)? {
        Sha2::S256 => Some(&RSA_PSS_2048_8192_SHA256),
        Sha2::S384 => Some(&RSA_PSS_2048_8192_SHA384),
        Sha2::S512 => Some(&RSA_PSS_2048_8192_SHA512),
    }
}
