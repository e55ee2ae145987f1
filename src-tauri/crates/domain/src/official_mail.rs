//! The official mail about a case: the receipt, or what else MitID Erhverv writes. A person takes
//! it in as a file; its bytes are kept beside the case like a document.
//!
//! Whose organisation it speaks of and what its signature is worth are two answers that are never
//! merged. Both are told by the crate `mail`, which reads the bytes; kept here is what they came to
//! when they were last asked, and every key as the DNS showed it, so that the signature can be
//! checked again years later.

mod reading;

pub use reading::{
    Alignment, Field, MailReading, Mark, Oddity, Reason, SignatureReading, TextFrom,
};

use crate::Timestamp;

/// An official mail that is kept with a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialMail {
    /// SHA-256 of the file. Names it.
    pub sha256: [u8; 32],
    /// The name of the file as the person had it, without its folder.
    pub name: String,
    /// Its size, in bytes.
    pub size: u64,
    /// What kind of file it is.
    pub format: MailFormat,
    /// When it says that it was sent.
    pub sent: Option<Timestamp>,
    /// When it was taken in.
    pub taken: Timestamp,
    /// Whether it belongs to the case's organisation.
    pub belonging: Belonging,
    /// What its signature is worth.
    pub signature: MailSignature,
    /// The keys of its signatures as they were seen, each name once.
    pub keys: Vec<SeenKey>,
    /// When it was taken out of the case again, and its bytes forgotten.
    pub removed: Option<Timestamp>,
}

/// The file that a mail came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MailFormat {
    /// As it was sent (RFC 5322), with its signatures.
    Eml,
    /// Outlook's own (MS-OXMSG): the bytes that were signed are not in it.
    Msg,
    /// Printed or saved as PDF: nothing of its signatures is left, and nobody reads it here.
    Pdf,
}

/// Whether a mail belongs to an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Belonging {
    /// Its number or its name stands in the mail, and no word against it.
    Belongs,
    /// Another organisation's number stands in it, and this one's does not.
    Another,
    /// Nothing in it says whose it is.
    Silent,
}

/// What the signature of a mail is worth; of several, the best.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailSignature {
    /// A domain signed it, and it is as it was signed.
    Signed {
        /// The domain, in small letters.
        domain: String,
        /// What is known of that domain.
        listing: Listing,
    },
    /// It is not as it was signed.
    Changed,
    /// Nobody signed it.
    Missing,
    /// The key is not there any more.
    KeyGone,
    /// The time that the signature was given had run out when the key was seen.
    Expired,
    /// Nobody has asked for the key yet.
    NotChecked,
    /// It cannot be judged: the file does not hold what was signed, or the signature proves
    /// nothing.
    CannotBeJudged,
}

/// Whether a domain counts as MitID Erhverv's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Listing {
    /// It does, and a genuine mail of it has been seen.
    Confirmed,
    /// It is taken to, and nobody has confirmed it.
    Unconfirmed,
    /// It does not, as far as is known.
    Unlisted,
}

/// The name of a key in the DNS: `SELECTOR._domainkey.DOMAIN` (RFC 6376 §3.6.2.1).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyName {
    /// The domain that signs, in small letters.
    pub domain: String,
    /// Which of its keys, in small letters.
    pub selector: String,
}

impl KeyName {
    /// The name; case says nothing in the DNS.
    pub fn new(domain: &str, selector: &str) -> Self {
        Self { domain: domain.to_ascii_lowercase(), selector: selector.to_ascii_lowercase() }
    }

    /// The name that the DNS is asked for.
    pub fn in_the_dns(&self) -> String {
        format!("{}._domainkey.{}", self.selector, self.domain)
    }
}

/// What the DNS said of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// The record, as it stands there.
    Record(String),
    /// There is none.
    Gone,
}

/// A key as it was seen: kept with a mail, so that it can be judged again without the DNS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenKey {
    /// Which.
    pub name: KeyName,
    /// When the DNS was asked. A signature is expired when it had run out by then.
    pub at: Timestamp,
    /// What it said.
    pub found: Found,
    /// Whether the name server said that it had checked the answer by DNSSEC. Its own word, over a
    /// connection that nobody has secured.
    pub authenticated: bool,
}

impl OfficialMail {
    /// It proves that the mail of a case came: it belongs to it, and a domain that counts as MitID
    /// Erhverv's signed it.
    pub fn is_proof(&self) -> bool {
        let is_signed = matches!(
            &self.signature,
            MailSignature::Signed { listing: Listing::Confirmed | Listing::Unconfirmed, .. }
        );
        self.removed.is_none() && self.belonging == Belonging::Belongs && is_signed
    }
}

impl MailFormat {
    /// The ending of such a file.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Eml => "eml",
            Self::Msg => "msg",
            Self::Pdf => "pdf",
        }
    }
}
