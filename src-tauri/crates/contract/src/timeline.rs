//! The administrators of an organisation across its cases. Names only: addresses and dates of birth
//! stay in the cases.

use crate::approval::LoginName;
use crate::clock::moment;
use crate::guide::StatedOutcome;
use crate::official_mail::KeptMail;
use crate::progress::CaseState;
use crate::view::guide::stated;
use crate::view::official_mail::kept;
use domain::Language;
use domain::case::Delivery;
use domain::summary::progress;
use domain::timeline::Appointment;
use jiff::civil::Date;
use serde::Serialize;

/// One approval and whom it appointed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TimelineApproval {
    /// The case.
    pub case: String,
    /// When.
    pub at: String,
    /// Who approved.
    pub approver: LoginName,
    /// The control code.
    pub code: Vec<String>,
    /// What became of its delivery.
    pub outcome: TimelineOutcome,
    /// What was stated of it on the official site, which says more than the delivery.
    pub stated: Option<StatedOutcome>,
    /// Where the case is, where something was stated.
    pub state: Option<CaseState>,
    /// It appoints somebody, or will, as far as is known.
    pub counts: bool,
    /// The official mails of the case.
    pub mails: Vec<KeptMail>,
    /// The receiver's case number.
    pub number: Option<String>,
    /// Whom it appointed.
    pub administrators: Vec<TimelinePerson>,
}

/// What became of the delivery of an approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum TimelineOutcome {
    /// The receiver has it.
    Accepted,
    /// The receiver refused it: nobody was appointed.
    Refused,
    /// That the receiver has it is not confirmed.
    Unconfirmed,
}

/// One person who was appointed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct TimelinePerson {
    /// Full name.
    pub name: String,
    /// The representative, too.
    pub is_representative: bool,
    /// When the same person was appointed the last time before.
    pub before: Option<String>,
}

/// One approval, from those whom it appointed.
pub fn approval(
    appointments: &[Appointment<'_>],
    language: Language,
    today: Date,
) -> Option<TimelineApproval> {
    let first = appointments.first()?;
    let case = first.case;
    Some(TimelineApproval {
        case: first.case.id.0.clone(),
        at: moment(first.evidence.approved_at),
        approver: (&first.evidence.approver).into(),
        code: first.evidence.control_code.groups().map(str::to_owned).to_vec(),
        outcome: match first.delivery {
            Delivery::Accepted(_) => TimelineOutcome::Accepted,
            Delivery::Refused { .. } => TimelineOutcome::Refused,
            Delivery::Sending { .. }
            | Delivery::NotSent { .. }
            | Delivery::NoReceiver { .. }
            | Delivery::Unknown { .. } => TimelineOutcome::Unconfirmed,
        },
        stated: case.outcome().map(|it| stated(it, language)),
        state: case.outcome().map(|_| progress(case, today).state.into()),
        counts: first.counts(),
        mails: kept(case),
        number: first.case_number().map(str::to_owned),
        administrators: appointments
            .iter()
            .map(|one| TimelinePerson {
                name: one.administrator.name.as_str().to_owned(),
                is_representative: one.administrator.is_representative,
                before: one.before.map(moment),
            })
            .collect(),
    })
}
