//! The pieces that pages are made of: a connection, the terms, a login, a delivery, an e-mail.

use crate::answers::{Administrators, AnswerName, Organisation, Representative};
use crate::approval::ReporterLogin;
use crate::clock::moment;
use crate::organisation::{Lookup, OrganisationSummary};
use crate::progress::NeedName;
use crate::{PartName, names};
use app::model;
use serde::Serialize;

names! {
    /// The two kinds of e-mail.
    MailName = domain::case::MailKind { Receipt, SetUpLink }
}

/// The terms, and what the person has done with them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Terms {
    /// Official Danish title.
    pub title: String,
    /// Date of publication.
    pub published: String,
    /// The annexes.
    pub annexes: Vec<String>,
    /// When Tilslut's own summary of them was shown.
    pub summary_shown: Option<String>,
    /// When the official text was opened in the browser.
    pub opened: Option<String>,
    /// Approving includes them.
    pub accepted: bool,
}

/// The answers of a draft as the check page lists them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DraftSummary {
    /// What the need check says.
    pub need: NeedName,
    /// Whether the organisation is connected already, as the person says.
    pub connected: Option<AnswerName>,
    /// The CVR number as typed.
    pub cvr_typed: String,
    /// What is known of the organisation.
    pub lookup: Lookup,
    /// CVR number, role and reporter.
    pub organisation: Organisation,
    /// The representative.
    pub representative: Representative,
    /// The administrators.
    pub administrators: Administrators,
    /// The documents that are needed.
    pub documents: Vec<crate::documents::Needed>,
    /// The terms.
    pub terms: Terms,
}

/// Something missing, with the page where it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Missing {
    /// The page.
    pub part: PartName,
    /// The field.
    pub field: String,
    /// A code of the catalogue.
    pub code: String,
    /// The question it belongs to.
    pub asked: Option<crate::Asked>,
}

/// What will be signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// The control code, three groups of four.
    pub code: Vec<String>,
    /// The text that MitID shows.
    pub reference_text: String,
    /// The exact content that is signed (RFC 8785 JSON, laid out for reading).
    pub exact: String,
}

/// A whole connection.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ConnectionSummary {
    /// The organisation.
    pub organisation: OrganisationSummary,
    /// The representative's name.
    pub representative_name: String,
    /// The representative's title.
    pub representative_title: String,
    /// The representative's e-mail address.
    pub representative_email: String,
    /// The administrators.
    pub administrators: Vec<Appointed>,
    /// The documents that are enclosed.
    pub enclosed: Vec<crate::documents::EnclosedSummary>,
}

/// An appointed administrator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Appointed {
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Date of birth.
    pub born: String,
    /// The representative too.
    pub is_representative: bool,
    /// The reporter too, by e-mail address.
    pub is_reporter: bool,
    /// When the set-up link was sent.
    pub link_sent: Option<String>,
}

/// A hand-over file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HandedOver {
    /// Where.
    pub path: String,
    /// The words to tell by phone.
    pub words: Vec<Hidden>,
    /// When.
    pub at: String,
    /// The login that the reporter made for it.
    pub login: Option<ReporterLogin>,
}

/// A login under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Login {
    /// The link, for the button that copies it.
    pub link: Hidden,
    /// The host that the browser shows.
    pub host: String,
    /// When it began.
    pub since: String,
    /// When the app stops waiting.
    pub until: String,
    /// No browser could be opened.
    pub browser_failed: bool,
    /// An answer came that does not belong to this login.
    pub other_answer: bool,
    /// A browser tried to come back encrypted, which it cannot.
    pub https: bool,
}

impl Login {
    /// The login under way, once there is a link.
    pub fn of(login: &model::Login) -> Option<Self> {
        let link = login.link.clone()?;
        let (since, until) = (moment(login.since), moment(login.until));
        let (browser_failed, other_answer, https) =
            (login.browser_failed, login.other_answer, login.https);
        Some(Self {
            link: Hidden::from(&link),
            host: login.host.clone(),
            since,
            until,
            browser_failed,
            other_answer,
            https,
        })
    }
}

/// The computer's clock is wrong, and nothing is opened before the person says to go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ClockOff {
    /// By how many seconds it is behind MitID's; negative where it is ahead.
    pub behind: i32,
    /// The operating system, which says how a clock is set: `windows`, `macos` or `linux`.
    pub system: String,
}

/// What has become of the delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum Delivery {
    /// On its way.
    Sending,
    /// The receiver could not be reached.
    NotSent,
    /// There is none: the agreement is concluded on the official site.
    NoReceiver,
    /// It is not known whether the receiver has it.
    Unknown { since: String },
    /// The receiver refused it.
    Refused { reason: String },
    /// The receiver has it.
    Accepted { case_number: String, at: String },
}

/// Something that the window shows and nothing else may: it cannot be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Hidden(
    #[serde(serialize_with = "shown")]
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    domain::Secret,
);

impl From<&domain::Secret> for Hidden {
    fn from(secret: &domain::Secret) -> Self {
        Self(secret.clone())
    }
}

impl Hidden {
    /// What is hidden, for tests that play the person who reads it.
    pub fn read(&self) -> &str {
        self.0.expose()
    }
}

fn shown<S: serde::Serializer>(secret: &domain::Secret, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(secret.expose())
}

/// Whether there is a newer Tilslut.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum Update {
    /// No address is configured.
    NotConfigured,
    /// Nobody has been asked.
    NotAsked,
    /// The address is being asked.
    Asking,
    /// This is the newest.
    Newest,
    /// There is a newer one.
    Newer { version: String },
    /// It is being fetched and put in place.
    Installing,
    /// It could not be fetched, or was not signed with the right key.
    Failed,
}

/// An e-mail in the practice mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Mail {
    /// The case.
    pub case: String,
    /// What it is.
    pub kind: MailName,
    /// To whom.
    pub to: String,
    /// When.
    pub at: String,
    /// Subject.
    pub subject: String,
    /// Text.
    pub body: String,
}

/// An organisation or person to try in practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PracticeEntry {
    /// The name.
    pub name: String,
    /// The CVR number of an organisation, in pairs.
    pub cvr: Option<String>,
    /// What trying it shows.
    pub shows: String,
}
