//! The companion beside the official site, the question how it went there, and what was stated.

use crate::agreement::Agreement;
use crate::answers::{AnswerName, Born, RoleName};
use crate::approval::LevelName;
use crate::carried::Carried;
use crate::cases::RowDeadline;
use crate::mail_draft::{RepresentativeMail, SetUpRow};
use crate::names;
use crate::official_mail::KeptMail;
use crate::organisation::SourceName;
use crate::pieces::ConnectionSummary;
use crate::preflight::{CertaintyName, Finding};
use crate::receipts::RecordState;
use crate::services::ServicesUsed;
use serde::Serialize;

names! {
    /// What could be read about a screen.
    KnownName = domain::rules::Known { Screen, Content, Nothing }
}
names! {
    /// How a screen stands in the way of the case.
    ComingName = domain::guided::Coming { Yes, Perhaps, ForTheOther }
}
names! {
    /// A value of the case that a screen asks for.
    ValueName = domain::guided::ValueKind {
        Cvr, RepresentativeName, RepresentativeEmail, RepresentativeMitid, Document, Terms, AdministratorName,
        AdministratorEmail, AdministratorBorn, Administrator,
    }
}
names! {
    /// How it went.
    OutcomeName = domain::outcome::OutcomeKind {
        Concluded, SentWithDocuments, SentToRepresentative, Stopped, Rejected, Withdrawn,
    }
}

/// The companion.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Companion {
    /// The organisation's name.
    pub organisation: String,
    /// Who is guided.
    pub role: RoleName,
    /// The services that the case goes through, in live.
    pub used: Option<ServicesUsed>,
    /// Every screen, in its order.
    pub stops: Vec<Stop>,
    /// The screen that is looked at.
    pub screen: GuideScreen,
    /// The screen that comes next; none after the last.
    pub next: Option<ScreenChoice>,
    /// The screen before; none before the first.
    pub back: Option<ScreenChoice>,
    /// Whom an administrator's values are of.
    pub people: Vec<GuidePerson>,
    /// Which of them is chosen, from 0.
    pub person: u32,
    /// Who told of the organisation, and when.
    pub source: SourceName,
    /// When.
    pub looked_up: String,
    /// What the case says of the representative's private MitID.
    pub mitid: Option<AnswerName>,
    /// When the representative approved in Tilslut, where that came first.
    pub approved: Option<String>,
    /// The window is kept above the others.
    pub on_top: bool,
    /// What lies in the clipboard.
    pub copied: Option<CopiedValue>,
    /// The day on which the screens were compared with their sources.
    pub as_of: String,
}

/// One of the numbers in the companion's head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Stop {
    /// The screen.
    pub id: String,
    /// Its number.
    pub number: u32,
    /// What it is about, in a word or two.
    pub name: String,
    /// It was looked at.
    pub seen: bool,
    /// It is looked at.
    pub now: bool,
    /// Whether it comes.
    pub coming: ComingName,
}

/// A screen to go to, or to name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ScreenChoice {
    /// The screen.
    pub id: String,
    /// Its number.
    pub number: u32,
    /// What it is about, in a word or two.
    pub name: String,
}

/// A screen of the official flow, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GuideScreen {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: u32,
    /// What it is called, in the language of the window; none where it is not known.
    pub title: Option<String>,
    /// What it is called in the other language of the site.
    pub other_title: Option<String>,
    /// The Danish title is our translation.
    pub translated: bool,
    /// What could be read about it.
    pub known: KnownName,
    /// How sure that is.
    pub certainty: Option<CertaintyName>,
    /// Addresses of what it was read from.
    pub sources: Vec<String>,
    /// What to do on it, in order.
    pub steps: Vec<GuideStep>,
    /// What is taken to stand on it.
    pub assumed: Option<String>,
    /// Values that may be asked for because of that.
    pub have: Vec<GuideValue>,
    /// What is known otherwise.
    pub remarks: Vec<GuideRemark>,
    /// What the person has noted of it.
    pub note: String,
}

/// One thing to do on a screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GuideStep {
    /// What.
    pub text: String,
    /// The values that are needed for it.
    pub values: Vec<GuideValue>,
}

/// A value of the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GuideValue {
    /// What it is.
    pub what: ValueName,
    /// As it is read; empty where the window has the words.
    pub shown: String,
    /// It can be copied.
    pub copies: bool,
}

/// Something beside what is said of a screen itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GuideRemark {
    /// What.
    pub text: String,
    /// How sure it is.
    pub certainty: CertaintyName,
    /// Addresses of what it was read from.
    pub sources: Vec<String>,
}

/// Whom an administrator's values are of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GuidePerson {
    /// The name.
    pub name: String,
    /// The management representative.
    pub is_representative: bool,
}

/// What was noted of a screen of the official site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NoteRow {
    /// The screen's id.
    pub screen: String,
    /// The screen, where this version knows it.
    pub known: Option<ScreenChoice>,
    /// What stands there, without what names a case.
    pub text: String,
    /// When it was noted.
    pub at: Option<String>,
    /// The day of the guide that it was compared with.
    pub guide: Option<String>,
}

/// What lies in the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CopiedValue {
    /// What was copied.
    pub what: ValueName,
    /// The administrator whose it is, from 0.
    pub person: u32,
    /// When it is taken out again; none before it lies there.
    pub until: Option<String>,
}

/// The question how it went.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OutcomeQuestion {
    /// What can be answered.
    pub kinds: Vec<OutcomeName>,
    /// The screens that it can have stopped on.
    pub screens: Vec<ScreenChoice>,
    /// The screen that was looked at last, where this version knows it.
    pub screen: Option<ScreenChoice>,
    /// The published reasons.
    pub reasons: Vec<ReasonChoice>,
    /// Today, as the fields of a day have it.
    pub today: Born,
    /// When the person began.
    pub since: String,
    /// What was stated before, newest last.
    pub stated: Vec<StatedOutcome>,
    /// The answers can be changed again.
    pub can_go_back: bool,
}

/// A published reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReasonChoice {
    /// The rule that says it.
    pub rule: String,
    /// In few words.
    pub text: String,
}

/// An outcome that was stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StatedOutcome {
    /// Which.
    pub kind: OutcomeName,
    /// The day that it is about, where one was stated.
    pub on: Option<String>,
    /// The screen that it stopped on.
    pub screen: Option<ScreenChoice>,
    /// The published reason, in few words.
    pub reason: Option<String>,
    /// The words of the person or of the mail; empty where there are none.
    pub words: String,
    /// When it was stated.
    pub at: String,
    /// In which role.
    pub by: RoleName,
}

/// The rule behind a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReasonRule {
    /// The rule's stable id.
    pub rule: String,
    /// What to do. What is wrong is the reason that was stated: the rule may not hold by itself.
    pub remedy: String,
    /// How sure it is.
    pub certainty: CertaintyName,
    /// Addresses of what it was read from.
    pub sources: Vec<String>,
    /// The day on which it was compared with them.
    pub as_of: String,
}

/// What was stated, and what follows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AfterOutcome {
    /// The outcome that stands.
    pub stated: StatedOutcome,
    /// Those that were stated before, oldest first.
    pub earlier: Vec<StatedOutcome>,
    /// Who was guided.
    pub role: RoleName,
    /// The approval in Tilslut, where there was one.
    pub approved: Option<ApprovedBefore>,
    /// What is being concluded, or was.
    pub connection: ConnectionSummary,
    /// The edition of the terms that the case is about.
    pub terms: String,
    /// What has to happen until when.
    pub deadlines: Vec<RowDeadline>,
    /// The rule behind the reason.
    pub rule: Option<ReasonRule>,
    /// What the rules say of what comes now.
    pub follow_up: Vec<Finding>,
    /// The agreement, once it was concluded.
    pub agreement: Option<Agreement>,
    /// The administrators who are to set up; none while nobody is asked to.
    pub set_up: Vec<SetUpRow>,
    /// The mail that reminds the representative, where there is something to remind of.
    pub mail: Option<RepresentativeMail>,
    /// The answers can be changed again.
    pub can_go_back: bool,
    /// A new case can be begun with the answers.
    pub can_use_again: bool,
    /// The case that was.
    pub copied_as: Option<String>,
    /// The official mails that are kept with it.
    pub mails: Vec<KeptMail>,
    /// What would come along.
    pub carried: Vec<Carried>,
    /// The documents that would have to be replaced, by their ids.
    pub replaced: Vec<String>,
    /// Its record; none while there is nothing to record.
    pub record: Option<RecordState>,
}

/// What was approved in Tilslut before it was concluded on the official site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ApprovedBefore {
    /// When.
    pub at: String,
    /// How much the evidence proves.
    pub level: LevelName,
    /// The number of the receipt, where it has one.
    pub receipt: Option<u64>,
}

/// What went wrong before with the answers of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct EarlierOutcome {
    /// What was stated; none where the other case was approved in Tilslut.
    pub stated: Option<StatedOutcome>,
    /// The rule behind the reason.
    pub rule: Option<ReasonRule>,
    /// The case that the answers came from; none where it is this one.
    pub case: Option<String>,
}
