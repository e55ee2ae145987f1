//! Time-stamps (RFC 3161): a third party that says when it saw the bundle. Read with the structures
//! of CMS (RFC 5652), signed over its attributes, by a certificate that is for time-stamps only.

use crate::certificate::{self, CertificateAnchor, Purpose, X509};
use crate::signature::{self, Sha2};
use crate::verdict::Downgrade;
use cms::cert::CertificateChoices;
use cms::content_info::ContentInfo;
use cms::signed_data::{SignedData, SignerIdentifier, SignerInfo};
use domain::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use x509_cert::attr::Attribute;
use x509_cert::der::asn1::{Any, AnyRef, ObjectIdentifier, OctetString};
use x509_cert::der::{Decode as _, Encode as _, Reader as _, SliceReader, Tag, Tagged as _};
use x509_cert::ext::pkix::SubjectKeyIdentifier;

const fn oid(dotted: &str) -> ObjectIdentifier {
    ObjectIdentifier::new_unwrap(dotted)
}

const SIGNED_DATA: ObjectIdentifier = oid("1.2.840.113549.1.7.2");
const TST_INFO: ObjectIdentifier = oid("1.2.840.113549.1.9.16.1.4");
const CONTENT_TYPE: ObjectIdentifier = oid("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = oid("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE: ObjectIdentifier = oid("1.2.840.113549.1.9.16.2.12");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = oid("1.2.840.113549.1.9.16.2.47");

/// When an anchored authority saw what has this SHA-256.
pub(crate) fn attested_time(
    token: &[u8],
    imprint: &[u8; 32],
    anchors: &[CertificateAnchor],
) -> Result<Timestamp, Downgrade> {
    let token = Token::read(token).ok_or(Downgrade::TimeStampUnreadable)?;
    let stamped = Stamped::read(&token.content).ok_or(Downgrade::TimeStampUnreadable)?;
    if stamped.imprint != imprint {
        return Err(Downgrade::TimeStampOther);
    }
    let signer = token.signer().ok_or(Downgrade::TimeStampForged)?;
    match certificate::issuer(
        signer,
        &token.certificates,
        anchors,
        Purpose::TimeStamping,
        stamped.time,
    ) {
        Ok(_) => Ok(stamped.time),
        Err(_) => Err(Downgrade::TimeStampNotAnchored),
    }
}

/// A time-stamp token: who signed, and what.
struct Token {
    info: SignerInfo,
    certificates: Vec<X509>,
    /// The encoded `TSTInfo`.
    content: Vec<u8>,
}

impl Token {
    fn read(der: &[u8]) -> Option<Self> {
        let content = ContentInfo::from_der(der)
            .ok()
            .filter(|content| content.content_type == SIGNED_DATA)?;
        let data: SignedData = content.content.decode_as().ok()?;
        let inner = data.encap_content_info;
        let content = inner
            .econtent
            .filter(|_| inner.econtent_type == TST_INFO)?
            .decode_as::<OctetString>()
            .ok()?
            .into_bytes();
        let [info] = <[SignerInfo; 1]>::try_from(data.signer_infos.0.into_vec()).ok()?;
        let certificates =
            data.certificates.map(|set| set.0.into_vec()).unwrap_or_default().into_iter();
        let certificates = certificates.filter_map(|choice| match choice {
            CertificateChoices::Certificate(certificate) => X509::read(&certificate.to_der().ok()?),
            CertificateChoices::Other(_) => None,
        });
        Some(Self { info, certificates: certificates.collect(), content })
    }

    /// The certificate that the token is signed with, when its signature fits, covers the content
    /// and names that certificate.
    fn signer(&self) -> Option<&X509> {
        let attributes = self.info.signed_attrs.as_ref()?;
        let digest = Sha2::named(self.info.digest_alg.oid)?;
        let one = |name| {
            let mut named = attributes.iter().filter(|attribute| attribute.oid == name);
            named.next().filter(|_| named.next().is_none()).and_then(only)
        };
        if one(CONTENT_TYPE)?.decode_as::<ObjectIdentifier>() != Ok(TST_INFO)
            || one(MESSAGE_DIGEST)?.decode_as::<OctetString>().ok()?.as_bytes()
                != digest.hash(&self.content)
        {
            return None;
        }
        let signer = self.certificates.iter().find(|certificate| self.names(certificate))?;
        let hash = match (one(SIGNING_CERTIFICATE_V2), one(SIGNING_CERTIFICATE)) {
            (Some(named), _) => hash_in(named, true)?,
            (None, Some(named)) => hash_in(named, false)?,
            (None, None) => return None,
        };
        let key = &signer.certificate.tbs_certificate.subject_public_key_info;
        let message = attributes.to_der().ok()?;
        let signed = signature::verifies(
            key,
            &self.info.signature_algorithm,
            Some(digest),
            &message,
            self.info.signature.as_bytes(),
        );
        (signed && hash.is_of(signer.der())).then_some(signer)
    }

    fn names(&self, certificate: &X509) -> bool {
        let tbs = &certificate.certificate.tbs_certificate;
        match &self.info.sid {
            SignerIdentifier::IssuerAndSerialNumber(named) => {
                named.issuer == tbs.issuer && named.serial_number == tbs.serial_number
            }
            SignerIdentifier::SubjectKeyIdentifier(named) => tbs
                .get::<SubjectKeyIdentifier>()
                .is_ok_and(|own| own.is_some_and(|(_, own)| own == *named)),
        }
    }
}

fn only(attribute: &Attribute) -> Option<&Any> {
    attribute.values.get(0).filter(|_| attribute.values.len() == 1)
}

/// The hash of the signer's certificate that the token itself names, so that no other certificate
/// of the same key can take its place.
enum CertificateHash {
    Sha1(Vec<u8>),
    Sha2(Sha2, Vec<u8>),
}

impl CertificateHash {
    fn is_of(&self, der: &[u8]) -> bool {
        use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
        match self {
            // The signature is over a hash of its own; this one only chooses among certificates of
            // the signing key.
            Self::Sha1(hash) => digest(&SHA1_FOR_LEGACY_USE_ONLY, der).as_ref() == hash,
            Self::Sha2(algorithm, hash) => algorithm.hash(der) == *hash,
        }
    }
}

/// `SigningCertificate` (RFC 2634 §5.4) or `SigningCertificateV2` (RFC 5035 §3): the first of its
/// certificates is the signer's.
fn hash_in(attribute: &Any, second_version: bool) -> Option<CertificateHash> {
    let all = elements(attribute.to_der().ok()?.as_slice())?;
    let first = elements(all.first()?)?.into_iter().next()?;
    let members = elements(&first)?;
    let octets = |der: &Vec<u8>| OctetString::from_der(der).ok().map(OctetString::into_bytes);
    match (members.as_slice(), second_version) {
        ([hash, ..], false) => Some(CertificateHash::Sha1(octets(hash)?)),
        ([algorithm, hash, ..], true)
            if AnyRef::from_der(algorithm).ok()?.tag() == Tag::Sequence =>
        {
            let name = ObjectIdentifier::from_der(elements(algorithm)?.first()?).ok()?;
            Some(CertificateHash::Sha2(Sha2::named(name)?, octets(hash)?))
        }
        // SHA-256 when no algorithm is named.
        ([hash, ..], true) => Some(CertificateHash::Sha2(Sha2::S256, octets(hash)?)),
        ([], _) => None,
    }
}

/// What an authority says that it saw, and when.
struct Stamped {
    imprint: Vec<u8>,
    time: Timestamp,
}

impl Stamped {
    /// Reads `TSTInfo` (RFC 3161 §2.4.2): version, policy, imprint, serial number and time; what
    /// may follow says nothing that is needed.
    fn read(der: &[u8]) -> Option<Self> {
        let members = elements(der)?;
        let [version, _policy, imprint, _serial, time, ..] = members.as_slice() else {
            return None;
        };
        let [algorithm, hash] = <[Vec<u8>; 2]>::try_from(elements(imprint)?).ok()?;
        let name = ObjectIdentifier::from_der(elements(&algorithm)?.first()?).ok()?;
        let sha256 = u8::from_der(version) == Ok(1) && Sha2::named(name) == Some(Sha2::S256);
        let imprint = OctetString::from_der(&hash).ok()?.into_bytes();
        let time = AnyRef::from_der(time).ok().filter(|time| time.tag() == Tag::GeneralizedTime)?;
        sha256.then_some(Self { imprint, time: moment(time.value())? })
    }
}

/// `YYYYMMDDhhmmss[.f…]Z`: unlike in certificates, a fraction of a second may be there.
fn moment(text: &[u8]) -> Option<Timestamp> {
    let text = std::str::from_utf8(text).ok()?.strip_suffix('Z')?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 14 || !digits(whole) || !digits(fraction) || fraction.is_empty() {
        return None;
    }
    let civil = DateTime::strptime("%Y%m%d%H%M%S", whole).ok()?;
    civil.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

/// The elements of a sequence, each as it stands there.
fn elements(der: &[u8]) -> Option<Vec<Vec<u8>>> {
    let body = AnyRef::from_der(der).ok().filter(|any| any.tag() == Tag::Sequence)?.value();
    let mut reader = SliceReader::new(body).ok()?;
    let mut found = Vec::new();
    while !reader.is_finished() {
        found.push(reader.tlv_bytes().ok()?.to_vec());
    }
    Some(found)
}
