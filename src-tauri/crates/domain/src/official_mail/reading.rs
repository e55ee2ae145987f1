//! What was read of an official mail, to be shown: safe texts, what was found in them, and what is
//! to be said of the signature. The crate `mail` reads it; nothing here is taken from bytes.

use super::{Belonging, KeyName, MailFormat, MailSignature};
use crate::Timestamp;
use crate::cvr::CvrNumber;
use std::fmt;
use std::ops::Range;

/// What was read of a mail.
#[derive(Clone, PartialEq, Eq)]
pub struct MailReading {
    /// The file that it came in.
    pub format: MailFormat,
    /// Who it says that it is from, `Name <address>` each.
    pub from: Vec<String>,
    /// The subject; empty where there is none.
    pub subject: String,
    /// When it says that it was sent.
    pub sent: Option<Timestamp>,
    /// The text; empty of a PDF, which nobody reads here.
    pub text: String,
    /// Where the text was taken from.
    pub text_from: TextFrom,
    /// The names of the files that hang on it, where they have one. None was opened.
    pub attachments: Vec<Option<String>>,
    /// What a person must be told of how it is made.
    pub oddities: Vec<Oddity>,
    /// What the mails inside it are called that can be looked at by themselves; empty where one
    /// says nothing of itself.
    pub inside: Vec<String>,
    /// What was found in the text: in its order, none over another.
    pub marks: Vec<Mark>,
    /// The organisation's CVR number stands in it.
    pub number_found: bool,
    /// The organisation's name stands in it.
    pub name_found: bool,
    /// Other organisations' numbers, each once.
    pub others: Vec<CvrNumber>,
    /// What that comes to.
    pub belonging: Belonging,
    /// What is said of its signature.
    pub signature: SignatureReading,
}

/// A mail is somebody's letter: a log or a panic shows its measure and nothing of it.
impl fmt::Debug for MailReading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MailReading")
            .field("format", &self.format)
            .field("belonging", &self.belonging)
            .field("signature", &self.signature)
            .finish_non_exhaustive()
    }
}

/// A place in the text where a name or a number was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the text, on the borders of characters.
    pub bytes: Range<usize>,
    /// The organisation's own; else another's.
    pub is_own: bool,
}

/// What is said of the signature of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureReading {
    /// What it is worth.
    pub signature: MailSignature,
    /// The key that it is, or would be, judged with.
    pub key: Option<KeyName>,
    /// When that key was seen.
    pub seen: Option<Timestamp>,
    /// The name server said that it had checked the key by DNSSEC.
    pub authenticated: bool,
    /// How the domain that signed stands to the one in the sender's address.
    pub alignment: Option<Alignment>,
    /// Of one that is changed: what was signed is genuine, and only the text was changed.
    pub only_text_changed: bool,
    /// Why it cannot be judged.
    pub reason: Option<Reason>,
    /// Fields that stand in the mail and that the signature does not cover.
    pub unsigned: Vec<Field>,
    /// The key is shorter than signers are asked to make it, or the domain is only trying it.
    pub is_weak: bool,
    /// Something in the mail says that it was passed on.
    pub is_forwarded: bool,
    /// The keys that nobody has asked for yet.
    pub missing: Vec<KeyName>,
}

impl SignatureReading {
    /// What is worth this, and nothing else is known of it.
    pub fn of(signature: MailSignature) -> Self {
        Self {
            signature,
            key: None,
            seen: None,
            authenticated: false,
            alignment: None,
            only_text_changed: false,
            reason: None,
            unsigned: Vec::new(),
            is_weak: false,
            is_forwarded: false,
            missing: Vec::new(),
        }
    }
}

/// How the domain that signed stands to the one in the sender's address. A mail service that signs
/// for others has another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alignment {
    /// They are the same.
    Same,
    /// One is below the other.
    Related,
    /// Neither: the sender's address is not vouched for by its own domain.
    Other,
}

/// Where the text of a mail was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFrom {
    /// From the plain text in it.
    Plain,
    /// From the words of the HTML page in it: there is no plain text.
    Html,
    /// There is neither.
    Nothing,
}

/// What a person must be told of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Oddity {
    /// It names no sender.
    NoSender,
    /// It names several senders, and mail programs differ in which they show.
    SeveralSenders,
    /// The name of the sender holds an address of another domain than the sender's.
    NameHoldsAnotherAddress,
    /// A header that there is one of stands there twice, and mail programs differ in which they
    /// show.
    HeaderTwice,
    /// The structure is broken: parts of the text may be missing.
    BrokenStructure,
    /// The text is longer than what is kept of it.
    TextCut,
    /// The text is kept in a form that is not read (encrypted, or only as formatted text).
    TextNotRead,
    /// It carries another mail inside.
    MailInside,
}

/// A field of a mail that is shown, or that decides what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Who it is from.
    From,
    /// Whom it is to.
    To,
    /// Its subject.
    Subject,
    /// When it says that it was sent.
    Date,
    /// Its id.
    MessageId,
    /// How the body is divided.
    ContentType,
    /// How the body is written.
    ContentTransferEncoding,
}

impl Field {
    /// Every one.
    pub const ALL: [Self; 7] = [
        Self::From,
        Self::To,
        Self::Subject,
        Self::Date,
        Self::MessageId,
        Self::ContentType,
        Self::ContentTransferEncoding,
    ];

    /// As it stands in the mail.
    pub fn name(self) -> &'static str {
        match self {
            Self::From => "From",
            Self::To => "To",
            Self::Subject => "Subject",
            Self::Date => "Date",
            Self::MessageId => "Message-ID",
            Self::ContentType => "Content-Type",
            Self::ContentTransferEncoding => "Content-Transfer-Encoding",
        }
    }
}

/// Why a signature cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// An Outlook message: the bytes that were signed are not in it.
    OutlookMessage,
    /// The file holds several kinds of line ends: which were sent cannot be told.
    MixedLineEnds,
    /// The signature is not written as one.
    Malformed,
    /// An algorithm that is unknown, or that proves nothing any more (SHA-1).
    Algorithm,
    /// The signature leaves out who the mail is from, or names beyond all measure.
    SenderNotSigned,
    /// The mail has no sender or several, so what was signed is not what is shown.
    SeveralSenders,
    /// Only a part of the body is signed (`l=`): anybody may have put more behind it.
    PartOfTheBody,
    /// The key cannot be read.
    KeyUnreadable,
    /// The key is for something else than mail.
    KeyNotForMail,
    /// The key is of another kind than the signature.
    KeyOfAnotherKind,
    /// The key is so short that anybody may have made the signature; so many bits.
    KeyTooShort(usize),
}
