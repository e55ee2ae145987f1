//! What a person wants with one case.

use super::{GuideIntent, MailDraftIntent, MailIntent};
use crate::agreement::EventAnswers;
use crate::answers::cut;
use crate::approval::ExplanationName;
use crate::{Answers, PartName};
use app::intent as of;
use domain::documents::DocumentId;
use serde::Deserialize;
#[cfg(feature = "typescript")]
use serde::Serialize;

/// Something with one case.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum CaseIntent {
    /// Keep these answers.
    Answer { answers: Answers },
    /// The page is filled in: check it, and go on when it holds.
    Continue { part: PartName },
    /// Ask the register (again).
    LookUp,
    /// Open the register's public page of the organisation, in the browser.
    OpenRegister,
    /// Look for organisations by name.
    Search { words: String },
    /// The next of the organisations that were found.
    SearchMore,
    /// Take one of the organisations that were found, or that the broker told of.
    ChooseOrganisation { cvr: String },
    /// Put the search away.
    EndSearch,
    /// Ask the broker, in a login, which organisations the person may represent.
    ListOrganisations,
    /// Choose a file, and attach it as a document of this kind.
    AttachDocument { kind: String },
    /// A point of a document was confirmed, or is not any more.
    ConfirmDocument { document: String, point: String, holds: bool },
    /// Take a document away.
    RemoveDocument { document: String },
    /// Show a document in another program.
    ShowDocument { document: String },
    /// Show the board overview in another program, for printing.
    ShowBoard,
    /// Choose where, and save the board overview.
    SaveBoard,
    /// Open the terms.
    OpenTerms,
    /// Show Tilslut's own summary of the terms.
    ShowTermsSummary,
    /// The representative ticked or unticked the terms.
    AcceptTerms { tick: bool },
    /// Approve with MitID in the browser.
    Approve,
    /// Begin the login anew, with another link.
    BeginLoginAnew,
    /// Say how it comes that another name logged in, and use the approval.
    ExplainApprover { explanation: Option<ExplanationName> },
    /// Do not use the approval: it was not meant so.
    DiscardApproval,
    /// Send, or ask about, the delivery again.
    Deliver,
    /// Choose where, and write the hand-over file; after a login, when the reporter wishes to show
    /// who that is.
    HandOver { logged_in: bool },
    /// Take a handed-over case back to change it.
    TakeBack,
    /// Something beside the official site, or about how it went there.
    Guide { intent: GuideIntent },
    /// Say what happens to the agreement after it was concluded.
    StateEvent { event: EventAnswers },
    /// An administrator, by the place in the case, says to be set up, or is not after all.
    TickSetUp { administrator: u32, done: bool },
    /// Something with the draft of a mail.
    MailDraft { intent: MailDraftIntent },
    /// Something with an official mail.
    Mail { intent: MailIntent },
    /// Show the rows of its history from this one on.
    ListHistory { from: u32 },
    /// Choose where, and save its history.
    SaveHistory,
    /// Put it into the bin; the person knows of what is to be kept longer, or there is nothing.
    Delete { despite_keeping: bool },
}

impl From<CaseIntent> for of::CaseIntent {
    fn from(intent: CaseIntent) -> Self {
        match intent {
            CaseIntent::Answer { answers } => Self::Answer(answers.into()),
            CaseIntent::Continue { part } => Self::Continue(part.into()),
            CaseIntent::LookUp => Self::LookUp,
            CaseIntent::OpenRegister => Self::OpenRegister,
            CaseIntent::Search { words } => Self::Search(cut(words)),
            CaseIntent::SearchMore => Self::SearchMore,
            CaseIntent::ChooseOrganisation { cvr } => Self::ChooseOrganisation(cvr),
            CaseIntent::EndSearch => Self::EndSearch,
            CaseIntent::ListOrganisations => Self::ListOrganisations,
            CaseIntent::AttachDocument { kind } => Self::AttachDocument(kind),
            CaseIntent::ConfirmDocument { document, point, holds } => {
                Self::ConfirmDocument { document: DocumentId(document), point, holds }
            }
            CaseIntent::RemoveDocument { document } => Self::RemoveDocument(DocumentId(document)),
            CaseIntent::ShowDocument { document } => Self::ShowDocument(DocumentId(document)),
            CaseIntent::ShowBoard => Self::ShowBoard,
            CaseIntent::SaveBoard => Self::SaveBoard,
            CaseIntent::OpenTerms => Self::OpenTerms,
            CaseIntent::ShowTermsSummary => Self::ShowTermsSummary,
            CaseIntent::AcceptTerms { tick } => Self::AcceptTerms(tick),
            CaseIntent::Approve => Self::Approve,
            CaseIntent::BeginLoginAnew => Self::BeginLoginAnew,
            CaseIntent::ExplainApprover { explanation } => {
                Self::ExplainApprover(explanation.map(Into::into))
            }
            CaseIntent::DiscardApproval => Self::DiscardApproval,
            CaseIntent::Deliver => Self::Deliver,
            CaseIntent::HandOver { logged_in } => Self::HandOver { logged_in },
            CaseIntent::TakeBack => Self::TakeBack,
            CaseIntent::Guide { intent } => Self::Guide(intent.into()),
            CaseIntent::StateEvent { event } => Self::StateEvent(event.into()),
            CaseIntent::TickSetUp { administrator, done } => Self::TickSetUp {
                administrator: usize::try_from(administrator).unwrap_or(usize::MAX),
                done,
            },
            CaseIntent::MailDraft { intent } => Self::MailDraft(intent.into()),
            CaseIntent::Mail { intent } => Self::Mail(intent.into()),
            CaseIntent::ListHistory { from } => Self::History(of::HistoryIntent::List(from)),
            CaseIntent::SaveHistory => Self::History(of::HistoryIntent::Save),
            CaseIntent::Delete { despite_keeping } => Self::Delete { despite_keeping },
        }
    }
}
