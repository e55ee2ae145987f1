//! A case and the stages it can be in. Each stage owns exactly the data that exists in it.

use crate::agreement::StatedEvent;
use crate::approval::{Evidence, Purpose};
use crate::approver::{Approver, DiscardedApproval};
use crate::connection::{Connection, Reporter};
use crate::delivery::{Delivery, Token};
use crate::documents::DocumentId;
use crate::draft::{Draft, Role, TermsAnswers};
use crate::official_mail::OfficialMail;
use crate::opened_draft::OpenedDraft;
use crate::outcome::ScreenNote;
use crate::outcome::{ScreenId, Stated};
use crate::parts::Part;
use crate::person::EmailAddress;
use crate::problem::{FieldProblem, Problem};
use crate::{Environment, Secret, Timestamp};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Names a case on this machine and in everything made from it: 32 hexadecimal digits, made once at
/// random.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CaseId(pub String);

impl CaseId {
    /// The id under which a machine keeps a case that came in a hand-over file: never the
    /// reporter's own, so that both can lie on one machine, and always the same, so that opening
    /// the file again finds the case.
    pub fn received(&self) -> Self {
        let turned = |digit: char| digit.to_digit(16).and_then(|d| char::from_digit(15 - d, 16));
        Self(self.0.chars().map(|digit| turned(digit).unwrap_or(digit)).collect())
    }
}

/// One organisation's way from draft to receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Its name.
    pub id: CaseId,
    /// Which world it belongs to.
    pub environment: Environment,
    /// When it was begun.
    pub created: Timestamp,
    /// When it last changed.
    pub changed: Timestamp,
    /// Where it is.
    pub stage: Stage,
    /// The last thing that went wrong and has not been answered yet.
    pub problem: Option<Problem>,
    /// Approvals that were made in MitID and not used, in their order.
    pub discarded_approvals: Vec<DiscardedApproval>,
    /// What has been stated of it, and which cases belong to it.
    pub history: History,
}

/// What has been stated of a case, and which cases belong together. Nothing is ever taken out of
/// it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// Every outcome that was stated, in its order.
    pub stated: Vec<Stated>,
    /// How many of them were about earlier attempts when the case was approved in Tilslut; 0 while
    /// it is not.
    pub before_approval: usize,
    /// The case whose answers this one began with.
    pub copy_of: Option<CopyOf>,
    /// The case that was begun with the answers of this one, the last of several.
    pub copied_as: Option<CaseId>,
    /// The official mails, in the order in which they were taken in.
    pub mails: Vec<OfficialMail>,
    /// Who was said to have finished the set-up, and who not after all, in its order.
    pub set_up: Vec<SetUpTick>,
    /// What was stated of the agreement after it was concluded, in its order.
    pub agreement: Vec<StatedEvent>,
    /// What stands on a screen of the official site otherwise than is said of it, a note a screen.
    pub notes: Vec<ScreenNote>,
    /// Every draft of a mail that was opened, in its order.
    pub drafts: Vec<OpenedDraft>,
}

/// A person ticked, or unticked, that an administrator has finished the set-up. The last word about
/// an administrator stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUpTick {
    /// Who, by the e-mail address that the case has.
    pub administrator: EmailAddress,
    /// The place in the connection, from 0, where more than one of them has that address.
    pub place: Option<usize>,
    /// Finished, or not after all.
    pub done: bool,
    /// When it was ticked.
    pub at: Timestamp,
}

/// The case whose answers another one began with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyOf {
    /// Which.
    pub case: CaseId,
    /// What stood of it then.
    pub stated: Option<Stated>,
    /// The parts that somebody has been through since.
    pub looked_at: BTreeSet<Part>,
}

/// When it is, handed in by the shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The moment.
    pub at: Timestamp,
    /// The day in Denmark.
    pub today: Date,
}

/// Where a case is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// Being filled in.
    Drafting(Box<Draft>),
    /// The reporter has written the hand-over file and waits for the representative.
    HandedOver(Box<HandedOver>),
    /// The representative has opened a hand-over file: it can be read and approved, not changed.
    Reviewing(Box<Received>),
    /// A login is under way. After a restart this comes back as "not finished".
    Approving(Box<Approving>),
    /// The login is over and its evidence kept, but another than the representative seems to have
    /// logged in: nothing is sent before a person has said how it comes.
    Confirming(Box<Confirming>),
    /// Being concluded on the official site with Tilslut beside it, or said to be.
    Guided(Box<Guided>),
    /// Approved, with evidence; from here there is no way back.
    Approved(Box<Approved>),
}

/// A case that is concluded on the official site. What became of it there is what was stated
/// ([`Case::outcome`]); nobody has approved it in Tilslut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guided {
    /// What is being concluded.
    pub connection: Connection,
    /// Where the case returns to while nothing was said to have left the house.
    pub basis: Basis,
    /// Who is guided.
    pub role: Role,
    /// How far they are on the official site.
    pub visit: Visit,
    /// How many outcomes had been stated before, in an earlier attempt.
    pub earlier: usize,
}

/// How far somebody is through the screens of the official site, as they were looked at in Tilslut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// When it began.
    pub since: Timestamp,
    /// The screen that is looked at.
    pub screen: ScreenId,
    /// The screens that were looked at.
    pub seen: BTreeSet<ScreenId>,
}

/// A case that a reporter has handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedOver {
    /// What was handed over; taking the case back makes it a draft again.
    pub draft: Draft,
    /// What the file holds.
    pub connection: Connection,
    /// When the file was written.
    pub at: Timestamp,
    /// The file.
    pub file: HandOverFile,
    /// The login that the reporter made for it.
    pub login: Option<Box<Evidence>>,
}

/// A hand-over file, written or to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOverFile {
    /// Where.
    pub path: String,
    /// The words that open it, to tell by phone.
    pub words: Vec<Secret>,
}

/// A case that came in a hand-over file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// What was prepared.
    pub connection: Connection,
    /// When the reporter wrote the file.
    pub handed_over: Timestamp,
    /// What the representative has done with the terms: what a reporter opened does not count.
    pub terms: TermsAnswers,
    /// The login that came with the file, when the reporter made one.
    pub login: Option<ReporterLogin>,
}

/// What a login that came in a hand-over file proves on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReporterLogin {
    /// Who handed over this very case.
    Proven(Box<Evidence>),
    /// Nothing: it is about something else, was changed, or comes from a broker that this machine
    /// does not trust.
    Unproven,
}

/// A login that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approving {
    /// What is being approved.
    pub connection: Connection,
    /// Names the attempt.
    pub attempt: Token,
    /// When it began.
    pub since: Timestamp,
    /// Where the case returns to when the login does not succeed.
    pub basis: Basis,
    /// The file that is written when it has; none when the login is an approval.
    pub hand_over: Option<HandOverFile>,
}

/// Where an approval started from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// The representative prepared the case.
    Own(Box<Draft>),
    /// A reporter prepared it.
    HandedOver(Box<Received>),
}

/// An approval that is not used yet, since the name of the login has to be explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirming {
    /// What was approved.
    pub connection: Connection,
    /// The evidence, kept byte for byte.
    pub evidence: Evidence,
    /// Who logged in, against the case.
    pub approver: Approver,
    /// The id of the delivery that follows.
    pub delivery: Token,
    /// Where the case returns to when the approval is set aside.
    pub basis: Basis,
}

/// An approved case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approved {
    /// What was approved.
    pub connection: Connection,
    /// The evidence, kept byte for byte.
    pub evidence: Evidence,
    /// Who logged in, against the case, and how the person explained a difference.
    pub approver: Approver,
    /// What has become of the delivery.
    pub delivery: Delivery,
    /// How far the representative is on the official site, where it is concluded there.
    pub visit: Option<Visit>,
}

impl Case {
    /// A new, empty draft.
    pub fn begin(id: CaseId, environment: Environment, now: Now) -> Self {
        Self::at(Stage::Drafting(Box::default()), id, environment, now)
    }

    /// A case that came in a hand-over file.
    pub fn received(id: CaseId, environment: Environment, received: Received, now: Now) -> Self {
        Self::at(Stage::Reviewing(Box::new(received)), id, environment, now)
    }

    fn at(stage: Stage, id: CaseId, environment: Environment, now: Now) -> Self {
        Self {
            id,
            environment,
            created: now.at,
            changed: now.at,
            stage,
            problem: None,
            discarded_approvals: Vec::new(),
            history: History::default(),
        }
    }

    /// Nothing has been answered yet, so there is nothing to keep.
    pub fn is_untouched(&self) -> bool {
        let Self { stage, problem, discarded_approvals, history, .. } = self;
        matches!(stage, Stage::Drafting(draft) if **draft == Draft::default())
            && problem.is_none()
            && discarded_approvals.is_empty()
            && *history == History::default()
    }

    /// The SHA-256 hashes of every document and mail that the case names: those whose bytes are
    /// kept.
    pub fn documents(&self) -> Vec<[u8; 32]> {
        let attached =
            self.draft().map(|draft| draft.documents.iter().map(|attached| attached.sha256));
        let enclosed = self
            .connection()
            .map(|connection| connection.enclosed.iter().map(|enclosed| enclosed.sha256));
        let mails = self.mails().map(|mail| mail.sha256);
        attached.into_iter().flatten().chain(enclosed.into_iter().flatten()).chain(mails).collect()
    }

    /// The draft that it was prepared as, while it can still be changed or come back.
    pub fn draft(&self) -> Option<&Draft> {
        match &self.stage {
            Stage::Drafting(draft) => Some(draft),
            Stage::HandedOver(handed) => Some(&handed.draft),
            Stage::Approving(approving) => approving.basis.draft(),
            Stage::Confirming(confirming) => confirming.basis.draft(),
            Stage::Guided(guided) => guided.basis.draft(),
            Stage::Reviewing(_) | Stage::Approved(_) => None,
        }
    }

    /// The SHA-256 hash of the document that goes by this name: in a draft one that is attached,
    /// later one that is enclosed.
    pub fn document(&self, id: &DocumentId) -> Option<[u8; 32]> {
        let attached = match &self.stage {
            Stage::Drafting(draft) => draft
                .documents
                .iter()
                .find(|attached| attached.id == *id)
                .map(|attached| attached.sha256),
            Stage::HandedOver(_)
            | Stage::Reviewing(_)
            | Stage::Approving(_)
            | Stage::Confirming(_)
            | Stage::Guided(_)
            | Stage::Approved(_) => None,
        };
        let enclosed = || {
            self.connection()?
                .enclosed
                .iter()
                .find(|enclosed| enclosed.id() == *id)
                .map(|enclosed| enclosed.sha256)
        };
        attached.or_else(enclosed)
    }

    /// What is or was to be approved, when the case is whole.
    pub fn connection(&self) -> Option<&Connection> {
        match &self.stage {
            Stage::Drafting(_) => None,
            Stage::HandedOver(handed) => Some(&handed.connection),
            Stage::Reviewing(received) => Some(&received.connection),
            Stage::Approving(approving) => Some(&approving.connection),
            Stage::Confirming(confirming) => Some(&confirming.connection),
            Stage::Guided(guided) => Some(&guided.connection),
            Stage::Approved(approved) => Some(&approved.connection),
        }
    }
}

impl Basis {
    /// The draft, when the representative prepared the case.
    pub fn draft(&self) -> Option<&Draft> {
        match self {
            Self::Own(draft) => Some(draft),
            Self::HandedOver(_) => None,
        }
    }
}

impl Approving {
    /// What the person logs in for.
    pub fn purpose(&self) -> Purpose {
        if self.hand_over.is_some() { Purpose::HandOver } else { Purpose::Approval }
    }
}

impl Received {
    /// What came in a hand-over file; the representative has done nothing yet.
    pub fn new(
        connection: Connection,
        handed_over: Timestamp,
        login: Option<ReporterLogin>,
    ) -> Self {
        Self { connection, handed_over, terms: TermsAnswers::default(), login }
    }

    /// What would be approved now, with the representative's own opening of the terms; or what is
    /// missing.
    pub fn whole(&self) -> Result<Connection, Vec<FieldProblem>> {
        match (self.terms.is_opened(), self.terms.accepted) {
            (false, _) => Err(vec![FieldProblem::at("terms.opened", Problem::TermsNotOpened)]),
            (true, false) => {
                Err(vec![FieldProblem::at("terms.accepted", Problem::TermsNotAccepted)])
            }
            (true, true) => Ok(Connection { terms: self.terms.shown(), ..self.connection.clone() }),
        }
    }

    /// The reporter, when the file names one.
    pub fn reporter(&self) -> Option<&Reporter> {
        self.connection.reporter.as_ref()
    }
}
