//! A key as it stands in the DNS (RFC 6376 §3.6.1): read strictly, since a key that is read
//! wrongly makes a genuine mail look changed.

use super::tags::Tags;
use super::verdict::KeyKind;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mail_auth::common::crypto::Algorithm;
use mail_auth::common::parse::TxtRecordParser as _;
use mail_auth::common::verify::DomainKey;

/// Shorter RSA keys prove nothing (RFC 8301 §3.2).
const RSA_LEAST: usize = 1024;
/// From this on an RSA key is as strong as signers are asked to make it (RFC 8301 §3.2).
const RSA_STRONG: usize = 2048;
/// The length of an Ed25519 key (RFC 8463 §4), in bytes.
const ED25519_LENGTH: usize = 32;

/// A key that can verify.
pub(super) struct KeyRecord {
    key: DomainKey,
    pub(super) kind: KeyKind,
    /// The domain says that it is only trying (`t=y`).
    pub(super) is_test: bool,
    /// The identity must be of this very domain (`t=s`).
    pub(super) exact_domain: bool,
}

/// Why there is no key that can verify.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyError {
    /// The domain has taken it back: an empty `p=`.
    Revoked,
    /// Not a key that can be read.
    Unreadable,
    /// The domain says that it signs something else than mail, or not with SHA-256.
    NotForMail,
    /// Too short to prove anything; so many bits.
    TooShort(usize),
}

impl KeyRecord {
    pub(super) fn parse(text: &str) -> Result<Self, KeyError> {
        let tags = Tags::parse(text.as_bytes()).ok_or(KeyError::Unreadable)?;
        if let Some(version) = tags.get("v")
            && (version != b"DKIM1" || tags.first() != Some(b"v"))
        {
            return Err(KeyError::Unreadable);
        }
        let key = tags.text("p").ok_or(KeyError::Unreadable)?;
        if key.is_empty() {
            return Err(KeyError::Revoked);
        }
        let allows = |tag, wanted: &[&str]| {
            tags.list(tag).is_none_or(|list| list.iter().any(|one| wanted.contains(&&**one)))
        };
        if !allows("s", &["*", "email"]) || !allows("h", &["sha256"]) {
            return Err(KeyError::NotForMail);
        }
        let decoded = STANDARD.decode(&key).map_err(|_| KeyError::Unreadable)?;
        let kind = tags.text("k").unwrap_or_else(|| "rsa".to_owned()).to_ascii_lowercase();
        let domain_key = DomainKey::parse(text.as_bytes()).map_err(|_| KeyError::Unreadable)?;
        let kind = match kind.as_str() {
            "rsa" => match domain_key.p.public_key_bits() {
                0 => return Err(KeyError::Unreadable),
                bits if bits < RSA_LEAST => return Err(KeyError::TooShort(bits)),
                bits => KeyKind::Rsa(bits),
            },
            "ed25519" if decoded.len() == ED25519_LENGTH => KeyKind::Ed25519,
            _ => return Err(KeyError::Unreadable),
        };
        let flags = tags.list("t").unwrap_or_default();
        let has = |flag: &str| flags.iter().any(|known| known == flag);
        Ok(Self { key: domain_key, kind, is_test: has("y"), exact_domain: has("s") })
    }

    /// Whether a signature by this algorithm is made with such a key.
    pub(super) fn fits(&self, algorithm: Algorithm) -> bool {
        matches!(
            (self.kind, algorithm),
            (KeyKind::Rsa(_), Algorithm::RsaSha256) | (KeyKind::Ed25519, Algorithm::Ed25519Sha256)
        )
    }

    pub(super) fn is_weak(&self) -> bool {
        matches!(self.kind, KeyKind::Rsa(bits) if bits < RSA_STRONG)
    }

    pub(super) fn verifies(&self, signed: &[u8], signature: &[u8], algorithm: Algorithm) -> bool {
        self.key.p.verify_bytes(signed, signature, algorithm).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The example of RFC 8463 appendix A.2.
    const ED25519: &str = "p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    #[test]
    fn what_a_domain_says_of_its_key_is_kept_to() {
        for (record, trouble) in [
            ("v=DKIM1; p=", KeyError::Revoked),
            ("p= ;", KeyError::Revoked),
            ("v=DKIM1; k=rsa", KeyError::Unreadable),
            ("v=spf1 -all", KeyError::Unreadable),
            ("", KeyError::Unreadable),
            (
                "k=ed25519; v=DKIM1; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
                KeyError::Unreadable,
            ),
            ("v=DKIM2; p=AAAA", KeyError::Unreadable),
            ("k=ed25519; p=AAAA", KeyError::Unreadable),
            ("k=rsa; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", KeyError::Unreadable),
            ("k=dsa; p=AAAA", KeyError::Unreadable),
            ("p=not base64", KeyError::Unreadable),
            (
                "k=ed25519; s=xmpp; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
                KeyError::NotForMail,
            ),
            (
                "k=ed25519; h=sha1; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
                KeyError::NotForMail,
            ),
        ] {
            assert_eq!(KeyRecord::parse(record).err(), Some(trouble), "{record}");
        }
        let record =
            KeyRecord::parse(&format!("k=ed25519; t=y:s; s=email; h=sha1:sha256; {ED25519}"));
        let record = record.ok().unwrap();
        assert_eq!(
            (record.kind, record.is_test, record.exact_domain),
            (KeyKind::Ed25519, true, true)
        );
    }

    const LIKE_A_KEY: &str = "(v=DKIM1|k=(rsa|ed25519)|[pts]=[A-Za-z0-9+/=]{0,12}|;| ){0,12}";

    proptest! {
        #[test]
        fn any_text_is_a_key_or_not(text in LIKE_A_KEY) {
            let _ = KeyRecord::parse(&text);
        }
    }
}
