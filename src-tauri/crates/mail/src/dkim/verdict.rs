//! What is said of the signatures of a mail.

use domain::Timestamp;
pub use domain::official_mail::{Alignment, Field, Found, KeyName, Reason, SeenKey};

/// What a signature, and of several the best, is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The domain signed it, and it is as it was signed.
    SignedAndUnchanged(Box<Signed>),
    /// It is not as it was signed, or was signed with another key.
    Changed(Change),
    /// Nobody signed it.
    NoSignature,
    /// The key is not there any more, or its domain has taken it back.
    KeyGone(KeyName),
    /// It is as it was signed, and the time that the signature was given had run out when the key
    /// was seen.
    Expired(KeyName),
    /// Nobody has asked for the key yet.
    NotChecked(KeyName),
    /// It cannot be judged.
    Unsupported(Reason),
}

impl Verdict {
    /// What is told when there are several: the best proof; then what may still become one; then
    /// what is known for certain.
    fn rank(&self) -> (u8, u8) {
        match self {
            Self::SignedAndUnchanged(signed) => (0, rank(signed.alignment)),
            Self::NotChecked(_) => (1, 0),
            Self::Changed(_) => (2, 0),
            Self::Expired(_) => (3, 0),
            Self::KeyGone(_) => (4, 0),
            Self::Unsupported(_) => (5, 0),
            Self::NoSignature => (6, 0),
        }
    }
}

/// A signature that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// The domain that signed, and with which of its keys.
    pub name: KeyName,
    /// How the domain stands to the one that the mail says it is from.
    pub alignment: Alignment,
    /// The kind of key.
    pub key: KeyKind,
    /// The key is shorter than signers are asked to make it.
    pub is_weak: bool,
    /// The domain says that it is only trying its signatures.
    pub is_test: bool,
    /// Fields that stand in the mail and that the signature does not cover.
    pub unsigned: Vec<Field>,
    /// When the key was seen.
    pub seen_at: Timestamp,
    /// See [`SeenKey::authenticated`].
    pub authenticated: bool,
}

/// How a domain that signs stands to the one in the sender's address.
pub(super) fn alignment(signing: &str, from: Option<&str>) -> Alignment {
    match from {
        Some(from) if from == signing => Alignment::Same,
        Some(from) if super::is_within(from, signing) || super::is_within(signing, from) => {
            Alignment::Related
        }
        _ => Alignment::Other,
    }
}

fn rank(alignment: Alignment) -> u8 {
    match alignment {
        Alignment::Same => 0,
        Alignment::Related => 1,
        Alignment::Other => 2,
    }
}

/// The kind of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyKind {
    /// RSA with so many bits.
    Rsa(usize),
    /// Ed25519.
    Ed25519,
}

/// What holds of a mail that is not as it was signed. With a header that holds, what was signed is
/// genuine and the text was changed afterwards, as lists and forwarding servers do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The key made the signature, and the fields that it covers are as they were.
    pub header_holds: bool,
    /// The body has the hash that the signature names.
    pub body_holds: bool,
}

/// What says that a mail was passed on. It does not say by whom, nor whether that changed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forwarding {
    /// A mailing list.
    List,
    /// Sent on as it was (RFC 5322 §3.6.6).
    Resent,
    /// A rule of a mailbox sent it on.
    Rule,
    /// Its subject begins as that of a mail that a person sent on.
    Subject,
}

/// One signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The key that it names, when it can be read that far.
    pub key: Option<KeyName>,
    /// When it says that it was made.
    pub signed_at: Option<Timestamp>,
    /// When it says that it runs out.
    pub expires: Option<Timestamp>,
    /// What it is worth.
    pub verdict: Verdict,
}

impl Judged {
    pub(super) fn unreadable(reason: Reason) -> Self {
        Self { key: None, signed_at: None, expires: None, verdict: Verdict::Unsupported(reason) }
    }
}

/// What is said of a whole mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The best that can be said.
    pub verdict: Verdict,
    /// Each signature, in the order of the mail.
    pub signatures: Vec<Judged>,
    /// Signatures beyond the number that is judged.
    pub more: usize,
    /// What says that it was passed on.
    pub forwarding: Vec<Forwarding>,
}

impl Checked {
    pub(super) fn of_the_file(verdict: Verdict) -> Self {
        Self { verdict, signatures: Vec::new(), more: 0, forwarding: Vec::new() }
    }

    pub(super) fn of_signatures(
        signatures: Vec<Judged>,
        more: usize,
        forwarding: Vec<Forwarding>,
    ) -> Self {
        let best = signatures.iter().map(|judged| &judged.verdict).min_by_key(|v| v.rank());
        let verdict = best.cloned().unwrap_or(Verdict::NoSignature);
        Self { verdict, signatures, more, forwarding }
    }
}
