//! The official mail of a case: looked at before it is kept, and as it is kept.

use crate::names;
use domain::official_mail as of;
use serde::Serialize;

names! {
    /// The file that a mail came in.
    MailFormatName = of::MailFormat { Eml, Msg, Pdf }
}
names! {
    /// Whether a mail belongs to the case's organisation.
    BelongingName = of::Belonging { Belongs, Another, Silent }
}
names! {
    /// Whether a domain counts as MitID Erhverv's.
    ListingName = of::Listing { Confirmed, Unconfirmed, Unlisted }
}
names! {
    /// Where the text of a mail was taken from.
    TextFromName = of::TextFrom { Plain, Html, Nothing }
}
names! {
    /// What a person must be told of a mail.
    OddityName = of::Oddity {
        NoSender, SeveralSenders, NameHoldsAnotherAddress, HeaderTwice, BrokenStructure, TextCut, TextNotRead,
        MailInside,
    }
}
names! {
    /// How the domain that signed stands to the one of the sender's address.
    AlignmentName = of::Alignment { Same, Related, Other }
}
names! {
    /// A field of a mail.
    MailFieldName = of::Field { From, To, Subject, Date, MessageId, ContentType, ContentTransferEncoding }
}

/// What the signature of a mail is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "each variant is the one of the same name in `domain`")]
pub enum SignatureName {
    Signed,
    Changed,
    Missing,
    KeyGone,
    Expired,
    NotChecked,
    CannotBeJudged,
}

/// Why a signature cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "each variant is the one of the same name in `domain`")]
pub enum SignatureReasonName {
    OutlookMessage,
    MixedLineEnds,
    Malformed,
    Algorithm,
    SenderNotSigned,
    SeveralSenders,
    PartOfTheBody,
    KeyUnreadable,
    KeyNotForMail,
    KeyOfAnotherKind,
    KeyTooShort,
}

/// A mail that is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ShownMail {
    /// SHA-256 of the file: names it among those that are kept.
    pub sha256: String,
    /// The name of the file.
    pub file: String,
    /// Its size, in bytes.
    pub size: u32,
    /// What kind of file it is.
    pub format: MailFormatName,
    /// When it was taken into the case; none while it is only looked at.
    pub taken: Option<String>,
    /// Who it says that it is from.
    pub from: Vec<String>,
    /// The subject.
    pub subject: String,
    /// When it says that it was sent.
    pub sent: Option<String>,
    /// The text, in pieces.
    pub text: Vec<TextPiece>,
    /// There is more text than is shown.
    pub cut: bool,
    /// Where the text was taken from.
    pub text_from: TextFromName,
    /// The names of the files that hang on it; empty where one has none.
    pub attachments: Vec<String>,
    /// What a person must be told of it.
    pub oddities: Vec<OddityName>,
    /// What the mails inside it are called that can be looked at; empty where one says nothing.
    pub inside: Vec<String>,
    /// Whose it is.
    pub belonging: BelongingName,
    /// The organisation's CVR number stands in it.
    pub number_found: bool,
    /// The organisation's name stands in it.
    pub name_found: bool,
    /// Other organisations' CVR numbers, in pairs.
    pub others: Vec<String>,
    /// The organisation that it speaks of instead has a case here: its name.
    pub elsewhere: Option<String>,
    /// What is said of the signature.
    pub signature: ShownSignature,
}

/// A piece of the text of a mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TextPiece {
    /// The piece.
    pub text: String,
    /// It is the organisation's own name or number, or (false) the number of another.
    pub own: Option<bool>,
}

/// What is said of the signature of a mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ShownSignature {
    /// What it is worth.
    pub worth: SignatureName,
    /// The domain that signed, or that it says signed.
    pub domain: Option<String>,
    /// Which of its keys.
    pub selector: Option<String>,
    /// What is known of the domain that signed.
    pub listing: Option<ListingName>,
    /// When the key was seen.
    pub seen: Option<String>,
    /// The name server said that it had checked the key by DNSSEC.
    pub authenticated: bool,
    /// How the domain stands to that of the sender.
    pub alignment: Option<AlignmentName>,
    /// What was signed is genuine, and only the text was changed.
    pub only_text_changed: bool,
    /// Why it cannot be judged.
    pub reason: Option<SignatureReasonName>,
    /// Fields that it does not cover.
    pub unsigned: Vec<MailFieldName>,
    /// The key is weak, or only tried.
    pub weak: bool,
    /// The mail was passed on.
    pub forwarded: bool,
    /// There is a key to ask for.
    pub can_be_checked: bool,
    /// It is being asked for.
    pub asking: bool,
}

/// A mail that is kept with a case, in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KeptMail {
    /// SHA-256 of the file: names it.
    pub sha256: String,
    /// The name of the file.
    pub file: String,
    /// When it was taken in.
    pub taken: String,
    /// Whose it is.
    pub belonging: BelongingName,
    /// What its signature is worth.
    pub worth: SignatureName,
    /// The domain that signed.
    pub domain: Option<String>,
    /// What is known of that domain.
    pub listing: Option<ListingName>,
    /// It proves that the mail of this case came.
    pub is_proof: bool,
}

impl From<&of::MailSignature> for SignatureName {
    fn from(signature: &of::MailSignature) -> Self {
        match signature {
            of::MailSignature::Signed { .. } => Self::Signed,
            of::MailSignature::Changed => Self::Changed,
            of::MailSignature::Missing => Self::Missing,
            of::MailSignature::KeyGone => Self::KeyGone,
            of::MailSignature::Expired => Self::Expired,
            of::MailSignature::NotChecked => Self::NotChecked,
            of::MailSignature::CannotBeJudged => Self::CannotBeJudged,
        }
    }
}

impl From<of::Reason> for SignatureReasonName {
    fn from(reason: of::Reason) -> Self {
        match reason {
            of::Reason::OutlookMessage => Self::OutlookMessage,
            of::Reason::MixedLineEnds => Self::MixedLineEnds,
            of::Reason::Malformed => Self::Malformed,
            of::Reason::Algorithm => Self::Algorithm,
            of::Reason::SenderNotSigned => Self::SenderNotSigned,
            of::Reason::SeveralSenders => Self::SeveralSenders,
            of::Reason::PartOfTheBody => Self::PartOfTheBody,
            of::Reason::KeyUnreadable => Self::KeyUnreadable,
            of::Reason::KeyNotForMail => Self::KeyNotForMail,
            of::Reason::KeyOfAnotherKind => Self::KeyOfAnotherKind,
            of::Reason::KeyTooShort(_) => Self::KeyTooShort,
        }
    }
}
