//! What happens to a case, what the shell must do then, and why a move is not made.

use crate::agreement::AgreementEvent;
use crate::approval::{Evidence, Purpose};
use crate::approver::Explanation;
use crate::connection::Connection;
use crate::cvr::CvrNumber;
use crate::delivery::{DeliveryOutcome, Token};
use crate::documents::{Attached, DocumentId};
use crate::draft::Draft;
use crate::mail_draft::MailTo;
use crate::official_mail::{MailSignature, OfficialMail, SeenKey};
use crate::organisation::Organisation;
use crate::outcome::{Outcome, ScreenId};
use crate::parts::Part;
use crate::problem::{FieldProblem, Problem};
use crate::stage::{CaseId, HandOverFile, Stage};

/// Something that happened: a person did it, or the outside world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The answers of a page changed; the whole draft comes along, lookup and terms as they were.
    Answered(Box<Draft>),
    /// The register is to be asked (again). `ask` tells this question from earlier ones.
    LookUpAsked {
        /// Names the question.
        ask: u64,
    },
    /// The register answered, or did not.
    LookedUp {
        /// The question.
        ask: u64,
        /// The answer.
        outcome: Result<Box<Organisation>, Problem>,
    },
    /// Tilslut's own summary of the terms was shown.
    TermsSummaryShown,
    /// The official text of the terms was handed to the system browser.
    TermsOpened {
        /// Where the browser was sent.
        address: String,
    },
    /// The representative ticked, or unticked, that approving includes the terms.
    TermsAccepted(bool),
    /// A file was attached; its bytes are kept already.
    DocumentAttached(Box<Attached>),
    /// The person has, or no longer has, confirmed a point of a document.
    DocumentConfirmed {
        /// The document.
        document: DocumentId,
        /// The point: an id of the rules.
        point: String,
        /// Whether it holds.
        holds: bool,
    },
    /// A document is to be taken away.
    DocumentRemoved(DocumentId),
    /// The representative wants to approve.
    ApprovalAsked {
        /// Names the attempt.
        attempt: Token,
    },
    /// The login under way is to be begun anew, with another link.
    LoginAskedAnew {
        /// Names the new attempt.
        attempt: Token,
    },
    /// The login is over.
    LoginEnded {
        /// The attempt.
        attempt: Token,
        /// What came of it.
        outcome: Result<Box<Evidence>, Problem>,
        /// The id of the delivery that follows a success.
        delivery: Token,
    },
    /// Somebody has said how it comes that another name logged in, or has not.
    ApproverExplained(Option<Explanation>),
    /// The approval is not to be used: it was not meant so.
    ApprovalDiscarded,
    /// The receiver answered, or did not.
    DeliveryEnded {
        /// The delivery.
        id: Token,
        /// What came of it.
        outcome: DeliveryOutcome,
    },
    /// The delivery is to be tried, or asked about, again.
    DeliveryAsked,
    /// The hand-over file is to be written.
    HandOverAsked {
        /// Where the person wants it, and how it is opened.
        file: HandOverFile,
        /// Names the login that the reporter makes first, when one is wished.
        attempt: Option<Token>,
    },
    /// The hand-over file was written, or not.
    HandOverEnded {
        /// The file.
        file: HandOverFile,
        /// The reporter's login in it.
        login: Option<Box<Evidence>>,
        /// What the file holds, when it was written.
        outcome: Result<Box<Connection>, Problem>,
    },
    /// The reporter takes the case back to change it, or whoever is guided wants to.
    TakenBack,
    /// The agreement is to be concluded on the official site, screen by screen.
    GuideBegun,
    /// Another screen of the guide is looked at.
    ScreenShown(ScreenId),
    /// A screen looks otherwise than the guide says.
    ScreenNoted {
        /// The screen.
        screen: ScreenId,
        /// How; nothing takes the note away.
        note: String,
    },
    /// The person says how it went there. The last one stands; the others are kept.
    OutcomeStated(Outcome),
    /// An official mail was taken in; its bytes are kept already.
    MailTaken(Box<OfficialMail>),
    /// What the signature of a mail is worth was asked again, with these keys.
    MailChecked {
        /// The mail.
        sha256: [u8; 32],
        /// Every key of its signatures as it was seen.
        keys: Vec<SeenKey>,
        /// What it came to.
        signature: MailSignature,
    },
    /// An official mail is to be taken out of the case, and its bytes forgotten.
    MailRemoved([u8; 32]),
    /// Somebody has been through a part that came along from another case.
    LookedAt(Part),
    /// The person says what happens to the agreement after it was concluded.
    AgreementStated(AgreementEvent),
    /// An administrator was said to be set up, or not to be after all.
    SetUpTicked {
        /// The administrator, by the place in the connection, from 0.
        administrator: usize,
        /// Set up.
        done: bool,
    },
    /// The draft of a mail was opened in the person's own mail program.
    DraftOpened(MailTo),
    /// A new case was begun with the answers of this one.
    Copied(CaseId),
    /// The person has read the problem.
    ProblemRead,
    /// Tilslut started and the case was read back.
    Restored,
}

/// Something that the shell must do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Ask the register.
    LookUp {
        /// Names the question.
        ask: u64,
        /// The number to look up.
        cvr: CvrNumber,
    },
    /// Forget the bytes of documents that the case does not name any more.
    ForgetDocuments,
    /// Open the login in the system browser and wait for it.
    LogIn {
        /// Names the attempt.
        attempt: Token,
        /// What for.
        purpose: Purpose,
        /// What is approved or handed over.
        connection: Box<Connection>,
    },
    /// Send the evidence.
    Deliver {
        /// Names the delivery.
        id: Token,
        /// The bundle.
        bundle: Vec<u8>,
    },
    /// Write the hand-over file.
    HandOver {
        /// Where, and how it is opened.
        file: HandOverFile,
        /// What it holds.
        connection: Box<Connection>,
        /// The reporter's login, which it holds too.
        login: Option<Box<Evidence>>,
    },
}

/// Why a move was not made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The draft is not whole; each thing that is missing.
    Incomplete(Vec<FieldProblem>),
    /// The move cannot be made where the case is now.
    NotAllowedHere,
}

/// What a move leaves: where the case is then, what must be done, and what is told.
pub(super) type Move = (Stage, Vec<Effect>, Option<Problem>);

/// A move that asks for nothing and has nothing to tell.
pub(super) fn stay(stage: Stage) -> Move {
    (stage, vec![], None)
}
