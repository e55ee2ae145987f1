//! What a verification says: how much a bundle proves, or why it proves nothing, and each check by
//! itself so that the receipt can show them one by one.

use crate::request::ApprovalRequest;
use domain::Timestamp;
pub use domain::approver::{Authority, LoginName};
use domain::case::Level;
use std::fmt;

/// The result of a verification.
#[derive(Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How much the bundle proves.
    pub outcome: Outcome,
    /// Every check that the bundle and the anchors give occasion for, in the order of
    /// [`CheckId::ALL`].
    pub checks: Vec<Check>,
    /// Who logged in, as the token says. Only when the outcome is a level; at level D nobody
    /// vouches for it. None when no name is told: MitID tells none of a person with name and
    /// address protection.
    pub approver: Option<String>,
    /// The broker says that the person's name and address are protected.
    pub protected: bool,
    /// How many seconds the broker's clock was ahead of the computer's when the login began, as the
    /// computer noted; negative where the computer's was ahead. None when that is not known. The
    /// time of the approval is the broker's, so this changes nothing of it.
    pub clock_offset: Option<i64>,
    /// MitID's own number for the person, when the anchor says where it is told. Only when the
    /// outcome is a level.
    pub uuid: Option<String>,
    /// Whether the broker says that the person may represent the organisation. It never decides
    /// about the level.
    pub authority: Authority,
    /// When, as the token says (`iat`). Only when the outcome is a level.
    pub approved_at: Option<Timestamp>,
    /// The request, when it can be read. When the outcome is invalid it is what the bundle holds,
    /// not what was approved.
    pub request: Option<ApprovalRequest>,
    /// What is known about the time.
    pub time: Time,
}

/// How much a bundle proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It is whole, and proves this much.
    Level(Level),
    /// It proves nothing.
    Invalid(Reason),
}

/// What stands behind the time of the approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Time {
    /// The issuer's word (`iat`) only: there is no time-stamp of an anchored third party that
    /// holds.
    Claimed,
    /// An anchored time-stamping authority saw the bundle at this time, while the ID token was
    /// valid.
    Trusted(Timestamp),
}

/// One thing that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What.
    pub id: CheckId,
    /// It holds; it does not; or nothing can be said, because what it needs is absent or an earlier
    /// check failed.
    pub passed: Option<bool>,
    /// The technical value that was looked at, such as a hash or an issuer: never a name. Empty
    /// when there is none.
    pub detail: String,
}

macro_rules! coded {
    ($(#[doc = $about:literal])+ $type:ident { $( $(#[doc = $doc:literal])+ $name:ident = $code:literal, )+ }) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $type { $( $(#[doc = $doc])+ $name, )+ }

        impl $type {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[ $( Self::$name, )+ ];

            /// The stable code, in kebab case.
            pub fn code(self) -> &'static str {
                match self { $( Self::$name => $code, )+ }
            }
        }
    };
}

coded! {
    /// What is checked, in the order of the receipt.
    CheckId {
        /// The request is the one that the login committed to. Detail: its SHA-256 in hexadecimal.
        RequestUnchanged = "request-unchanged",
        /// The ID token is signed with a key that is anchored for its issuer. Detail: the issuer.
        IssuerKnown = "issuer-known",
        /// The signed token echoes the reference text that follows from the request. Detail: that
        /// text.
        TextShown = "text-shown",
        /// The login was at level Substantial or higher. Detail: the level as the issuer spells it.
        LevelSubstantial = "level-substantial",
        /// The one-time key that the login committed to signed the login. Detail: the key's RFC
        /// 7638 thumbprint.
        OneTimeKey = "one-time-key",
        /// The same key sealed everything in the bundle.
        Seal = "seal",
        /// The times in the token agree with each other. Detail: the time of the approval (RFC
        /// 3339).
        Time = "time",
        /// The signed userinfo answer belongs to the login. Only when the bundle has one.
        UserinfoToken = "userinfo-token",
        /// The broker's long-lived token belongs to the login, and its certificate stands under an
        /// anchored authority. Only when the bundle has one. Detail: the certificate's serial
        /// number in hexadecimal, or the code of a [`Downgrade`].
        TransactionToken = "transaction-token",
        /// That certificate was not revoked. Only when the bundle has a long-lived token. Detail:
        /// the code of a [`Downgrade`], when there is one.
        CertificateStatus = "certificate-status",
        /// A third party saw the bundle when it was made. Only when the bundle has a time-stamp.
        /// Detail: the time (RFC 3339), or the code of a [`Downgrade`].
        TimeStamp = "time-stamp",
        /// The broker says that the person may represent the organisation. Only when the anchor
        /// says where. It never decides about the level.
        Authority = "authority",
    }
}

coded! {
    /// Why a bundle proves nothing. The first that was found.
    Reason {
        /// Not a bundle: not JSON, a member named twice, missing, unknown or of the wrong kind.
        BundleUnreadable = "bundle-unreadable",
        /// The request is not one that this version can read.
        RequestUnreadable = "request-unreadable",
        /// The login was made for something else than what is asked about: a hand-over is no
        /// approval.
        OtherPurpose = "other-purpose",
        /// The request belongs to the other environment than the anchors.
        OtherEnvironment = "other-environment",
        /// The client instance claim has not exactly its members, or one has the wrong value.
        ClaimUnreadable = "claim-unreadable",
        /// The claim is about another request.
        RequestChanged = "request-changed",
        /// The bundle's reference text does not follow from the request.
        ReferenceTextChanged = "reference-text-changed",
        /// The ID token is not a plain signed token: parts, header, payload or a member named
        /// twice.
        TokenUnreadable = "token-unreadable",
        /// The token's algorithm is neither RS256 nor ES256.
        AlgorithmRefused = "algorithm-refused",
        /// The bundle does not hold the key that the token names, or it does not fit the algorithm.
        KeyMissing = "key-missing",
        /// The token's signature does not fit its key.
        TokenForged = "token-forged",
        /// No anchor names the token's issuer.
        IssuerUnknown = "issuer-unknown",
        /// The token was made for another client.
        AudienceOther = "audience-other",
        /// The token's nonce is not the hash of the claim.
        NonceOther = "nonce-other",
        /// The token's times contradict each other, or lie in the future.
        TimesWrong = "times-wrong",
        /// The login was below level Substantial, or does not tell its level.
        LevelTooLow = "level-too-low",
        /// The signed token echoes another text than the one that follows from the request.
        TextOther = "text-other",
        /// The userinfo token is not one of this login: another issuer, subject or transaction.
        UserinfoOther = "userinfo-other",
        /// The transaction token is not one of this login: another issuer, audience, nonce,
        /// transaction or times of its own that contradict each other.
        TransactionOther = "transaction-other",
        /// The certificate of the transaction token was revoked before the token was issued.
        CertificateRevoked = "certificate-revoked",
        /// The one-time key did not sign the login.
        LoginNotSigned = "login-not-signed",
        /// The seal does not fit the rest of the bundle.
        SealBroken = "seal-broken",
    }
}

coded! {
    /// Why something that could have proven more proves nothing. It lowers the level or leaves the
    /// time claimed, but does not make a bundle invalid.
    Downgrade {
        /// Neither the key nor the token carries a certificate.
        CertificateMissing = "certificate-missing",
        /// A certificate cannot be read, or has a critical extension that is not understood.
        CertificateUnreadable = "certificate-unreadable",
        /// The certificate is of another key than the one that signed.
        CertificateOfOtherKey = "certificate-of-other-key",
        /// No path of certificates leads to an anchored authority.
        CertificateNotAnchored = "certificate-not-anchored",
        /// The certificate is not for signing.
        CertificateForOther = "certificate-for-other",
        /// The subject of the certificate is not the one that the anchor demands.
        SubjectOther = "subject-other",
        /// The certificate, or one above it, was not valid when the token was issued.
        CertificateNotValidThen = "certificate-not-valid-then",
        /// The bundle has no status of the certificate.
        StatusAbsent = "status-absent",
        /// The status is not a response that can be read.
        StatusUnreadable = "status-unreadable",
        /// The status is about another certificate.
        StatusOther = "status-other",
        /// Neither the issuer of the certificate nor one whom it lets answer signed the status.
        StatusForged = "status-forged",
        /// The status is more than a day older than the token, or had run out.
        StatusOld = "status-old",
        /// The issuer does not know the certificate.
        StatusUnknown = "status-unknown",
        /// The time-stamp cannot be read.
        TimeStampUnreadable = "time-stamp-unreadable",
        /// The time-stamp is over something else.
        TimeStampOther = "time-stamp-other",
        /// The signature of the time-stamp does not fit.
        TimeStampForged = "time-stamp-forged",
        /// The time-stamping authority is not anchored.
        TimeStampNotAnchored = "time-stamp-not-anchored",
        /// The time-stamp is older than the login, or younger than the ID token lived.
        TimeStampOutside = "time-stamp-outside",
    }
}

impl Downgrade {
    /// True when what would be needed is not there, false when it is there and does not hold.
    pub(crate) fn is_absence(self) -> bool {
        use Downgrade::{
            CertificateMissing, CertificateNotAnchored, StatusAbsent, StatusUnknown,
            TimeStampNotAnchored,
        };
        matches!(
            self,
            CertificateMissing
                | CertificateNotAnchored
                | StatusAbsent
                | StatusUnknown
                | TimeStampNotAnchored
        )
    }
}

impl Reason {
    /// The check that it fails; none when there is nothing to check.
    pub fn check(self) -> Option<CheckId> {
        match self {
            Self::BundleUnreadable | Self::RequestUnreadable | Self::OtherPurpose => None,
            Self::RequestChanged | Self::NonceOther => Some(CheckId::RequestUnchanged),
            Self::OtherEnvironment
            | Self::TokenUnreadable
            | Self::AlgorithmRefused
            | Self::KeyMissing
            | Self::TokenForged
            | Self::IssuerUnknown
            | Self::AudienceOther => Some(CheckId::IssuerKnown),
            Self::ReferenceTextChanged | Self::TextOther => Some(CheckId::TextShown),
            Self::LevelTooLow => Some(CheckId::LevelSubstantial),
            Self::ClaimUnreadable | Self::LoginNotSigned => Some(CheckId::OneTimeKey),
            Self::UserinfoOther => Some(CheckId::UserinfoToken),
            Self::TransactionOther => Some(CheckId::TransactionToken),
            Self::CertificateRevoked => Some(CheckId::CertificateStatus),
            Self::SealBroken => Some(CheckId::Seal),
            Self::TimesWrong => Some(CheckId::Time),
        }
    }
}

impl Verdict {
    /// Who logged in, as far as the broker tells.
    pub fn login_name(&self) -> LoginName {
        match &self.approver {
            Some(name) => LoginName::Given(name.clone()),
            None if self.protected => LoginName::Protected,
            None => LoginName::NotGiven,
        }
    }

    /// The level, when the bundle proves anything.
    pub fn level(&self) -> Option<Level> {
        match self.outcome {
            Outcome::Level(level) => Some(level),
            Outcome::Invalid(_) => None,
        }
    }
}

/// Shows the outcome and nothing personal.
impl fmt::Debug for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verdict").field("outcome", &self.outcome).finish_non_exhaustive()
    }
}
