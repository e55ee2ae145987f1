//! What was stated of a case, and which cases belong together, as it is stored. Since version 6.

use super::agreement::StatedEventRow;
use super::official_mail::MailRow;
use super::{Unreadable, words};
use domain::agreement::StatedEvent;
use domain::case::{
    CaseId, CopyOf, History, OfficialMail, Outcome, Reason, ScreenId, SetUpTick, Stated,
};
use domain::draft::Role;
use domain::mail_draft::{MailTo, OpenedDraft, Recipient};
use domain::outcome::ScreenNote;
use domain::parts::Part;
use domain::person::EmailAddress;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct HistoryRow {
    stated: Vec<StatedRow>,
    /// Since version 7.
    before_approval: usize,
    copy_of: Option<CopyOfRow>,
    copied_as: Option<String>,
    mails: Vec<MailRow>,
    set_up: Vec<SetUpTickRow>,
    agreement: Vec<StatedEventRow>,
    notes: Vec<ScreenNoteRow>,
    drafts: Vec<OpenedDraftRow>,
}

/// Since version 7; in version 6 the notes were those of the stage, without a time.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ScreenNoteRow {
    screen: String,
    text: String,
    at: Option<Timestamp>,
    guide: Option<Date>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct StatedRow {
    outcome: OutcomeRow,
    at: Timestamp,
    by: RoleRow,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct CopyOfRow {
    case: String,
    stated: Option<StatedRow>,
    /// Since version 7.
    looked_at: Vec<PartRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
enum OutcomeRow {
    Concluded { on: Date },
    SentWithDocuments { on: Date },
    SentToRepresentative { on: Date },
    Stopped { screen: Option<String>, reason: ReasonRow },
    Rejected { on: Date, reason: ReasonRow },
    Withdrawn,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ReasonRow {
    rule: Option<String>,
    words: String,
}

/// Since version 7.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SetUpTickRow {
    administrator: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<usize>,
    done: bool,
    at: Timestamp,
}

/// Since version 7.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct OpenedDraftRow {
    to: RecipientRow,
    reminder: bool,
    at: Timestamp,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
enum RecipientRow {
    Administrator(usize),
    Representative,
}

words!(RoleRow = Role { Representative, Reporter });
words!(PartRow = Part { Need, Organisation, Representative, Documents, Terms, Administrators });

impl From<&ScreenNote> for ScreenNoteRow {
    fn from(note: &ScreenNote) -> Self {
        let ScreenNote { screen, text, at, guide } = note;
        Self { screen: screen.0.clone(), text: text.clone(), at: *at, guide: *guide }
    }
}

impl From<ScreenNoteRow> for ScreenNote {
    fn from(row: ScreenNoteRow) -> Self {
        let ScreenNoteRow { screen, text, at, guide } = row;
        Self { screen: ScreenId(screen), text, at, guide }
    }
}

impl From<&History> for HistoryRow {
    fn from(history: &History) -> Self {
        let History {
            stated,
            before_approval,
            copy_of,
            copied_as,
            mails,
            set_up,
            agreement,
            notes,
            drafts,
        } = history;
        Self {
            stated: stated.iter().map(StatedRow::from).collect(),
            before_approval: *before_approval,
            copy_of: copy_of.as_ref().map(CopyOfRow::from),
            copied_as: copied_as.as_ref().map(|case| case.0.clone()),
            mails: mails.iter().map(MailRow::from).collect(),
            set_up: set_up.iter().map(SetUpTickRow::from).collect(),
            agreement: agreement.iter().map(StatedEventRow::from).collect(),
            notes: notes.iter().map(ScreenNoteRow::from).collect(),
            drafts: drafts.iter().map(OpenedDraftRow::from).collect(),
        }
    }
}

impl TryFrom<HistoryRow> for History {
    type Error = Unreadable;

    fn try_from(row: HistoryRow) -> Result<Self, Unreadable> {
        Ok(Self {
            stated: row.stated.into_iter().map(Stated::try_from).collect::<Result<_, _>>()?,
            before_approval: row.before_approval,
            copy_of: row.copy_of.map(CopyOf::try_from).transpose()?,
            copied_as: row.copied_as.map(CaseId),
            mails: row.mails.into_iter().map(OfficialMail::try_from).collect::<Result<_, _>>()?,
            set_up: row.set_up.into_iter().map(SetUpTick::try_from).collect::<Result<_, _>>()?,
            agreement: row
                .agreement
                .into_iter()
                .map(StatedEvent::try_from)
                .collect::<Result<_, _>>()?,
            notes: row.notes.into_iter().map(ScreenNote::from).collect(),
            drafts: row.drafts.into_iter().map(OpenedDraft::from).collect(),
        })
    }
}

impl From<&OpenedDraft> for OpenedDraftRow {
    fn from(draft: &OpenedDraft) -> Self {
        let OpenedDraft { mail: MailTo { to, reminder }, at } = *draft;
        let to = match to {
            Recipient::Administrator(index) => RecipientRow::Administrator(index),
            Recipient::Representative => RecipientRow::Representative,
        };
        Self { to, reminder, at }
    }
}

impl From<OpenedDraftRow> for OpenedDraft {
    fn from(row: OpenedDraftRow) -> Self {
        let to = match row.to {
            RecipientRow::Administrator(index) => Recipient::Administrator(index),
            RecipientRow::Representative => Recipient::Representative,
        };
        Self { mail: MailTo { to, reminder: row.reminder }, at: row.at }
    }
}

impl From<&CopyOf> for CopyOfRow {
    fn from(copy: &CopyOf) -> Self {
        let CopyOf { case, stated, looked_at } = copy;
        Self {
            case: case.0.clone(),
            stated: stated.as_ref().map(StatedRow::from),
            looked_at: looked_at.iter().map(|part| (*part).into()).collect(),
        }
    }
}

impl TryFrom<CopyOfRow> for CopyOf {
    type Error = Unreadable;

    fn try_from(row: CopyOfRow) -> Result<Self, Unreadable> {
        let stated = row.stated.map(Stated::try_from).transpose()?;
        let looked_at = row.looked_at.into_iter().map(Part::from).collect();
        Ok(Self { case: CaseId(row.case), stated, looked_at })
    }
}

impl From<&Stated> for StatedRow {
    fn from(stated: &Stated) -> Self {
        let Stated { outcome, at, by } = stated;
        Self { outcome: outcome.into(), at: *at, by: (*by).into() }
    }
}

impl TryFrom<StatedRow> for Stated {
    type Error = Unreadable;

    fn try_from(row: StatedRow) -> Result<Self, Unreadable> {
        Ok(Self { outcome: row.outcome.try_into()?, at: row.at, by: row.by.into() })
    }
}

impl From<&Outcome> for OutcomeRow {
    fn from(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Concluded { on } => Self::Concluded { on: *on },
            Outcome::SentWithDocuments { on } => Self::SentWithDocuments { on: *on },
            Outcome::SentToRepresentative { on } => Self::SentToRepresentative { on: *on },
            Outcome::Stopped { screen, reason } => Self::Stopped {
                screen: screen.as_ref().map(|screen| screen.0.clone()),
                reason: reason.into(),
            },
            Outcome::Rejected { on, reason } => Self::Rejected { on: *on, reason: reason.into() },
            Outcome::Withdrawn => Self::Withdrawn,
        }
    }
}

impl TryFrom<OutcomeRow> for Outcome {
    type Error = Unreadable;

    fn try_from(row: OutcomeRow) -> Result<Self, Unreadable> {
        Ok(match row {
            OutcomeRow::Concluded { on } => Self::Concluded { on },
            OutcomeRow::SentWithDocuments { on } => Self::SentWithDocuments { on },
            OutcomeRow::SentToRepresentative { on } => Self::SentToRepresentative { on },
            OutcomeRow::Stopped { screen, reason } => {
                Self::Stopped { screen: screen.map(ScreenId), reason: reason.try_into()? }
            }
            OutcomeRow::Rejected { on, reason } => {
                Self::Rejected { on, reason: reason.try_into()? }
            }
            OutcomeRow::Withdrawn => Self::Withdrawn,
        })
    }
}

impl From<&Reason> for ReasonRow {
    fn from(reason: &Reason) -> Self {
        let Reason { rule, words } = reason;
        Self { rule: rule.clone(), words: words.clone() }
    }
}

/// A reason says something.
impl TryFrom<ReasonRow> for Reason {
    type Error = Unreadable;

    fn try_from(row: ReasonRow) -> Result<Self, Unreadable> {
        if row.rule.is_none() && row.words.is_empty() {
            return Err(Unreadable);
        }
        Ok(Self { rule: row.rule, words: row.words })
    }
}

impl From<&SetUpTick> for SetUpTickRow {
    fn from(tick: &SetUpTick) -> Self {
        let SetUpTick { administrator, place, done, at } = tick;
        Self {
            administrator: administrator.as_str().to_owned(),
            place: *place,
            done: *done,
            at: *at,
        }
    }
}

impl TryFrom<SetUpTickRow> for SetUpTick {
    type Error = Unreadable;

    fn try_from(row: SetUpTickRow) -> Result<Self, Unreadable> {
        let administrator = EmailAddress::kept(&row.administrator).ok_or(Unreadable)?;
        Ok(Self { administrator, place: row.place, done: row.done, at: row.at })
    }
}
