//! What a receipt states beside its evidence, as a file inside it: the delivery, who explained
//! what, when it was made, and the verification that its pages tell of. With it and the evidence
//! the pages can be made again, which is how a changed page is found out. It proves nothing:
//! whoever changes the pages can change it as well, and then another receipt of the same evidence
//! comes out.

use crate::content::{Delivered, Made, Receipt};
use domain::Timestamp;
use domain::approver::{Approver, Authority, DiscardedApproval, Explanation, LoginName, NameMatch};
use domain::case::{Accepted, Mail, MailKind, Token};
use domain::control_code::ControlCode;
use evidence::{Time, Verdict};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The edition of the pages: raised whenever the same case gives other pages, because pages of
/// another edition cannot be told from changed ones. A test keeps it true.
pub(crate) const EDITION: u32 = 1;

/// What the file says it is.
const TYPE: &str = "tilslut/receipt-statement/v1";

/// The statement of a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Statement {
    r#type: String,
    /// The edition of the pages.
    pub(crate) edition: u32,
    /// What the verification found of which the pages tell.
    pub(crate) verified: Vec<String>,
    made: String,
    delivery: Delivery,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    approver: Option<ApproverStated>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    not_used: Vec<NotUsed>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case", deny_unknown_fields)]
enum Delivery {
    #[serde(rename_all = "camelCase")]
    Accepted {
        case_number: String,
        #[serde(with = "moment")]
        at: Timestamp,
        links: Vec<LinkSent>,
    },
    NotConfirmed,
    Unknown,
}

/// An e-mail with a link to an administrator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LinkSent {
    to: String,
    #[serde(with = "moment")]
    at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ApproverStated {
    name: NameStated,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    explanation: Option<Explained>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum NameStated {
    Same,
    Spelled,
    OtherCandidate,
    NotListed,
    NotTold,
    NoName,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Explained {
    SamePerson,
    MayRepresent,
}

/// An approval of the case that was not used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct NotUsed {
    name: WhoStated,
    #[serde(with = "moment")]
    at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WhoStated {
    Given(String),
    Protected,
    NotGiven,
}

/// What a receipt borrows of a statement.
#[derive(Debug)]
pub(crate) struct Stated {
    pub(crate) made: Made,
    pub(crate) accepted: Option<Accepted>,
    pub(crate) is_known: bool,
    pub(crate) approver: Option<Approver>,
    pub(crate) not_used: Vec<DiscardedApproval>,
}

impl Statement {
    pub(crate) fn of(receipt: &Receipt<'_>) -> Self {
        let made = match receipt.made {
            Made::At(at) => at.to_string(),
            Made::On(day) => day.to_string(),
        };
        let approver = receipt.approver.map(|approver| ApproverStated {
            name: NameStated::of(&approver.found),
            explanation: approver.explanation.map(Explained::of),
        });
        let not_used = receipt.discarded_approvals.iter().map(|unused| NotUsed {
            name: WhoStated::of(&unused.approver),
            at: unused.approved_at,
        });
        Self {
            r#type: TYPE.to_owned(),
            edition: EDITION,
            verified: verified(receipt.verdict),
            made,
            delivery: Delivery::of(receipt.delivery),
            approver,
            not_used: not_used.collect(),
        }
    }

    /// Texts, numbers and lists alone: writing them cannot fail.
    pub(crate) fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec_pretty(self).unwrap_or_default();
        json.push(b'\n');
        json
    }

    /// A statement that this version can read.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|read: &Self| read.r#type == TYPE)
    }

    /// In the types that a receipt is made of.
    pub(crate) fn stated(self) -> Option<Stated> {
        let made = match self.made.parse::<Timestamp>() {
            Ok(at) => Made::At(at),
            Err(_) => Made::On(self.made.parse::<Date>().ok()?),
        };
        let (accepted, is_known) = match self.delivery {
            Delivery::Accepted { case_number, at, links } => {
                let mails = links.into_iter().map(LinkSent::mail).collect();
                (Some(Accepted { id: Token(String::new()), case_number, at, mails }), true)
            }
            Delivery::NotConfirmed => (None, true),
            Delivery::Unknown => (None, false),
        };
        let approver = self.approver.map(|stated| Approver {
            found: stated.name.found(),
            authority: Authority::Untold,
            explanation: stated.explanation.map(Explained::explanation),
        });
        let not_used = self.not_used.into_iter().map(|unused| DiscardedApproval {
            approver: unused.name.login_name(),
            approved_at: unused.at,
            // No page shows these.
            control_code: ControlCode::from_hash(&[0; 32]),
            at: unused.at,
        });
        Some(Stated { made, accepted, is_known, approver, not_used: not_used.collect() })
    }
}

impl Stated {
    pub(crate) fn delivery(&self) -> Delivered<'_> {
        match &self.accepted {
            Some(accepted) => Delivered::Accepted(accepted),
            None if self.is_known => Delivered::NotConfirmed,
            None => Delivered::Unknown,
        }
    }
}

/// What a verification found, one line a check. Whoever trusts others finds something else, and
/// then the pages cannot be compared.
pub(crate) fn verified(verdict: &Verdict) -> Vec<String> {
    let level = verdict.level().map_or("none".to_owned(), |level| format!("{level:?}"));
    let time = match verdict.time {
        Time::Claimed => "claimed".to_owned(),
        Time::Trusted(at) => at.to_string(),
    };
    let checks = verdict.checks.iter().map(|check| {
        let found = match check.passed {
            Some(true) => "holds",
            Some(false) => "fails",
            None => "unknown",
        };
        format!("{}: {found}", check.id.code())
    });
    [format!("level: {level}"), format!("time-told: {time}")].into_iter().chain(checks).collect()
}

impl Delivery {
    fn of(delivered: Delivered<'_>) -> Self {
        match delivered {
            Delivered::Accepted(accepted) => Self::Accepted {
                case_number: accepted.case_number.clone(),
                at: accepted.at,
                links: accepted
                    .mails
                    .iter()
                    .filter(|mail| mail.kind == MailKind::SetUpLink)
                    .map(|mail| LinkSent { to: mail.to.clone(), at: mail.at })
                    .collect(),
            },
            Delivered::NotConfirmed => Self::NotConfirmed,
            Delivered::Unknown => Self::Unknown,
        }
    }
}

impl LinkSent {
    fn mail(self) -> Mail {
        Mail {
            kind: MailKind::SetUpLink,
            to: self.to,
            at: self.at,
            subject: String::new(),
            body: String::new(),
        }
    }
}

impl NameStated {
    fn of(found: &NameMatch) -> Self {
        match found {
            NameMatch::Same => Self::Same,
            NameMatch::Spelled => Self::Spelled,
            NameMatch::OtherCandidate { .. } => Self::OtherCandidate,
            NameMatch::NotListed => Self::NotListed,
            NameMatch::NotTold => Self::NotTold,
            NameMatch::NoName => Self::NoName,
        }
    }

    fn found(self) -> NameMatch {
        match self {
            Self::Same => NameMatch::Same,
            Self::Spelled => NameMatch::Spelled,
            // No page shows the name in the register.
            Self::OtherCandidate => NameMatch::OtherCandidate { name: String::new() },
            Self::NotListed => NameMatch::NotListed,
            Self::NotTold => NameMatch::NotTold,
            Self::NoName => NameMatch::NoName,
        }
    }
}

impl Explained {
    fn of(explanation: Explanation) -> Self {
        match explanation {
            Explanation::SamePerson => Self::SamePerson,
            Explanation::MayRepresent => Self::MayRepresent,
        }
    }

    fn explanation(self) -> Explanation {
        match self {
            Self::SamePerson => Explanation::SamePerson,
            Self::MayRepresent => Explanation::MayRepresent,
        }
    }
}

impl WhoStated {
    fn of(name: &LoginName) -> Self {
        match name {
            LoginName::Given(name) => Self::Given(name.clone()),
            LoginName::Protected => Self::Protected,
            LoginName::NotGiven => Self::NotGiven,
        }
    }

    fn login_name(self) -> LoginName {
        match self {
            Self::Given(name) => LoginName::Given(name),
            Self::Protected => LoginName::Protected,
            Self::NotGiven => LoginName::NotGiven,
        }
    }
}

/// A moment as text (RFC 3339).
mod moment {
    use domain::Timestamp;
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub(super) fn serialize<S: Serializer>(at: &Timestamp, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(at)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}
