//! What a record says of an official mail: the file, and what was found of its signature.

use super::words::{BelongingWord, FormatWord, Hash, ListingWord};
use domain::Timestamp;
use domain::case::{Found, KeyName, SeenKey};
use serde::{Deserialize, Serialize};

/// An official mail in the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MailStated {
    /// The name of the file inside the record.
    pub file: String,
    /// The name of the file as the person had it.
    pub name: String,
    /// SHA-256 of the file.
    pub sha256: Hash,
    /// Its size, in bytes.
    pub size: u32,
    /// What kind of file it is.
    pub format: FormatWord,
    /// When it says that it was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Timestamp>,
    /// When it was taken in.
    pub taken: Timestamp,
    /// Whether it belongs to the organisation, as was found.
    pub belonging: BelongingWord,
    /// What its signature is worth, as was found.
    pub signature: SignatureStated,
    /// The keys of its signatures as the DNS showed them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<KeyStated>,
}

/// What a signature is worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case", deny_unknown_fields)]
pub enum SignatureStated {
    /// A domain signed it, and it is as it was signed.
    Signed {
        /// The domain.
        domain: String,
        /// Whether the domain counts as MitID Erhverv's.
        listing: ListingWord,
    },
    /// It is not as it was signed.
    Changed {},
    /// Nobody signed it.
    Missing {},
    /// The key was not there any more.
    KeyGone {},
    /// The time of the signature had run out when the key was seen.
    Expired {},
    /// Nobody had asked for the key.
    NotChecked {},
    /// It cannot be judged.
    CannotBeJudged {},
}

/// A key as it was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyStated {
    /// The domain that signs.
    pub domain: String,
    /// Which of its keys.
    pub selector: String,
    /// When the DNS was asked.
    pub seen: Timestamp,
    /// What stands there; none where there was no key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
    /// Whether the name server said that DNSSEC vouches for it.
    pub dnssec: bool,
}

impl MailStated {
    /// What the file of the mail with this number is called inside a record.
    pub fn file_at(&self, number: usize) -> String {
        format!("tilslut-mail-{number}.{}", domain::case::MailFormat::from(self.format).ending())
    }

    /// Its keys, as they are judged with.
    pub fn seen_keys(&self) -> Vec<SeenKey> {
        let key = |key: &KeyStated| SeenKey {
            name: KeyName { domain: key.domain.clone(), selector: key.selector.clone() },
            at: key.seen,
            found: key.record.clone().map_or(Found::Gone, Found::Record),
            authenticated: key.dnssec,
        };
        self.keys.iter().map(key).collect()
    }
}
