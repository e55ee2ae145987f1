//! Every move that a case can make.
//!
//! Every legal move in the program is one arm of [`step`]. A refusal changes nothing: the caller
//! keeps the case it had.

pub use crate::approval::{Evidence, Level, Purpose};
pub use crate::delivery::{Accepted, Delivery, DeliveryOutcome, Mail, MailKind, Token};
pub use crate::stage::{
    Approved, Approving, Basis, Case, CaseId, Confirming, HandOverFile, HandedOver, Received,
    ReporterLogin, Stage,
};

use crate::Timestamp;
use crate::approver::{Approver, DiscardedApproval, Explanation};
use crate::connection::Connection;
use crate::cvr::CvrNumber;
use crate::documents::{Attached, DocumentId};
use crate::draft::{Draft, HandOverLogin, Role, TermsAnswers};
use crate::lookup::{self, Lookup};
use crate::organisation::Organisation;
use crate::problem::{FieldProblem, Problem};
use jiff::civil::Date;

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
    /// The reporter takes the case back to change it.
    TakenBack,
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

/// When it is, handed in by the shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The moment.
    pub at: Timestamp,
    /// The day in Denmark.
    pub today: Date,
}

/// Every legal move of a case. On a refusal the case stays as it was.
pub fn step(case: &Case, event: Event, now: Now) -> Result<(Case, Vec<Effect>), Refusal> {
    let unused = match (&case.stage, &event) {
        (Stage::Confirming(confirming), Event::ApprovalDiscarded) => {
            Some(DiscardedApproval::of(&confirming.evidence, now.at))
        }
        _ => None,
    };
    let (stage, effects, problem) = without_stale_login(moved(case, event, now)?, now);
    let set_aside = case.set_aside.iter().cloned().chain(unused).collect();
    Ok((Case { stage, problem, changed: now.at, set_aside, ..case.clone() }, effects))
}

type Move = (Stage, Vec<Effect>, Option<Problem>);

fn moved(case: &Case, event: Event, now: Now) -> Result<Move, Refusal> {
    match (&case.stage, event) {
        (Stage::Drafting(old), Event::Answered(new)) => {
            Ok(stay(Stage::Drafting(Box::new(answered(old, *new, now)))))
        }
        (Stage::Drafting(draft), Event::LookUpAsked { ask }) => {
            let cvr = CvrNumber::parse(&draft.cvr).map_err(|_| Refusal::NotAllowedHere)?;
            let known = draft.organisation().map(|organisation| Box::new(organisation.clone()));
            let next = Draft { lookup: Lookup::Asked { ask, known }, ..(**draft).clone() };
            Ok((Stage::Drafting(Box::new(next)), vec![Effect::LookUp { ask, cvr }], None))
        }
        (Stage::Drafting(draft), Event::LookedUp { ask, outcome }) => {
            let (draft, problem) = lookup::after_answer(draft, ask, outcome, now.at);
            Ok((Stage::Drafting(Box::new(draft)), vec![], problem.or(case.problem)))
        }
        (Stage::Drafting(draft), Event::TermsSummaryShown) => {
            let terms = draft.terms.after_summary(now.at);
            Ok(stay(Stage::Drafting(Box::new(Draft { terms, ..(**draft).clone() }))))
        }
        (Stage::Drafting(draft), Event::TermsOpened { address }) => {
            let terms = draft.terms.after_opening(now.at, &address);
            Ok(stay(Stage::Drafting(Box::new(Draft { terms, ..(**draft).clone() }))))
        }
        (Stage::Drafting(draft), Event::TermsAccepted(tick)) => {
            let accepted = tick && draft.terms.is_opened() && draft.role != Some(Role::Reporter);
            let terms = TermsAnswers { accepted, ..draft.terms.clone() };
            Ok(stay(Stage::Drafting(Box::new(Draft { terms, ..(**draft).clone() }))))
        }
        (Stage::Drafting(draft), Event::DocumentAttached(attached)) => {
            Ok(stay(Stage::Drafting(Box::new(draft.with_document(*attached)))))
        }
        (Stage::Drafting(draft), Event::DocumentConfirmed { document, point, holds }) => {
            Ok(stay(Stage::Drafting(Box::new(draft.with_point(&document, point, holds)))))
        }
        (Stage::Drafting(draft), Event::DocumentRemoved(document)) => {
            let next = draft.without_document(&document).ok_or(Refusal::NotAllowedHere)?;
            Ok((Stage::Drafting(Box::new(next)), vec![Effect::ForgetDocuments], None))
        }
        (Stage::Drafting(draft), Event::ApprovalAsked { attempt }) => {
            if draft.role == Some(Role::Reporter) {
                return Err(Refusal::NotAllowedHere);
            }
            let connection = Connection::parse(draft, now.today).map_err(Refusal::Incomplete)?;
            Ok(logging_in(connection, attempt, Basis::Own(draft.clone()), None, now))
        }
        (Stage::Drafting(draft), Event::HandOverAsked { file, attempt }) => {
            if draft.role != Some(Role::Reporter) {
                return Err(Refusal::NotAllowedHere);
            }
            let connection = Connection::parse(draft, now.today).map_err(Refusal::Incomplete)?;
            // A login that no file holds yet goes into this one, so nobody is asked for another.
            let login = draft.login_for(&connection).cloned().map(Box::new);
            Ok(match attempt {
                Some(attempt) if login.is_none() => {
                    logging_in(connection, attempt, Basis::Own(draft.clone()), Some(file), now)
                }
                _ => (
                    case.stage.clone(),
                    vec![Effect::HandOver { file, connection: Box::new(connection), login }],
                    None,
                ),
            })
        }
        (Stage::Drafting(draft), Event::HandOverEnded { file, login, outcome: Ok(connection) }) => {
            let draft = Draft { login: None, ..(**draft).clone() };
            Ok(stay(Stage::HandedOver(Box::new(HandedOver {
                draft,
                connection: *connection,
                at: now.at,
                file,
                login,
            }))))
        }
        // The file got lost: another one, with other words. A login that was made for the first
        // goes into it as well.
        (Stage::HandedOver(handed), Event::HandOverAsked { file, .. }) => {
            let (connection, login) = (Box::new(handed.connection.clone()), handed.login.clone());
            Ok((case.stage.clone(), vec![Effect::HandOver { file, connection, login }], None))
        }
        (
            Stage::HandedOver(handed),
            Event::HandOverEnded { file, login, outcome: Ok(connection) },
        ) => {
            let draft = handed.draft.clone();
            Ok(stay(Stage::HandedOver(Box::new(HandedOver {
                draft,
                connection: *connection,
                at: now.at,
                file,
                login,
            }))))
        }
        (
            Stage::Drafting(_) | Stage::HandedOver(_),
            Event::HandOverEnded { outcome: Err(problem), .. },
        ) => Ok((case.stage.clone(), vec![], Some(problem))),

        (Stage::HandedOver(handed), Event::TakenBack) => {
            Ok(stay(Stage::Drafting(Box::new(handed.draft.clone()))))
        }

        (Stage::Reviewing(received), Event::TermsSummaryShown) => {
            let terms = received.terms.after_summary(now.at);
            Ok(stay(Stage::Reviewing(Box::new(Received { terms, ..(**received).clone() }))))
        }
        (Stage::Reviewing(received), Event::TermsOpened { address }) => {
            let terms = received.terms.after_opening(now.at, &address);
            Ok(stay(Stage::Reviewing(Box::new(Received { terms, ..(**received).clone() }))))
        }
        (Stage::Reviewing(received), Event::TermsAccepted(tick)) => {
            let accepted = tick && received.terms.is_opened();
            let terms = TermsAnswers { accepted, ..received.terms.clone() };
            Ok(stay(Stage::Reviewing(Box::new(Received { terms, ..(**received).clone() }))))
        }
        (Stage::Reviewing(received), Event::ApprovalAsked { attempt }) => {
            let connection = received.whole().map_err(Refusal::Incomplete)?;
            Ok(logging_in(connection, attempt, Basis::HandedOver(received.clone()), None, now))
        }

        (Stage::Approving(approving), Event::LoginEnded { attempt, outcome, delivery })
            if approving.attempt == attempt =>
        {
            Ok(match outcome {
                Ok(evidence) => logged_in(approving, *evidence, delivery),
                Err(problem) => (back(&approving.basis), vec![], Some(problem)),
            })
        }
        // What comes of the earlier attempt belongs to nothing any more.
        (Stage::Approving(earlier), Event::LoginAskedAnew { attempt }) => Ok(logging_in(
            earlier.connection.clone(),
            attempt,
            earlier.basis.clone(),
            earlier.hand_over.clone(),
            now,
        )),
        (Stage::Approving(approving), Event::Restored) => {
            Ok((back(&approving.basis), vec![], Some(Problem::LoginNotFinished)))
        }

        (Stage::Confirming(confirming), Event::ApproverExplained(explanation)) => {
            let nothing = || {
                Refusal::Incomplete(vec![FieldProblem::at(
                    "approver.explanation",
                    Problem::ApproverUnexplained,
                )])
            };
            let approver = Approver {
                explanation: Some(explanation.ok_or_else(nothing)?),
                ..confirming.approver.clone()
            };
            let Confirming { connection, evidence, delivery, .. } = (**confirming).clone();
            Ok(approved(connection, evidence, approver, delivery))
        }
        (Stage::Confirming(confirming), Event::ApprovalDiscarded) => {
            Ok((back(&confirming.basis), vec![], Some(Problem::ApprovalDiscarded)))
        }

        (Stage::Approved(approved), Event::DeliveryEnded { id, outcome })
            if approved.delivery.id() == Some(&id) =>
        {
            Ok(delivered(approved, id, outcome, now))
        }
        (Stage::Approved(approved), Event::DeliveryAsked) => {
            sending(approved, None).ok_or(Refusal::NotAllowedHere)
        }
        // It was on its way when Tilslut stopped, so it may have arrived.
        (Stage::Approved(approved), Event::Restored) => {
            sending(approved, Some(now.at)).ok_or(Refusal::NotAllowedHere)
        }

        // What the stored draft still wants is asked for again.
        (Stage::Drafting(draft), Event::Restored) => {
            match (&draft.lookup, CvrNumber::parse(&draft.cvr)) {
                (Lookup::Asked { ask, .. }, Ok(cvr)) => {
                    Ok((case.stage.clone(), vec![Effect::LookUp { ask: *ask, cvr }], case.problem))
                }
                _ => Err(Refusal::NotAllowedHere),
            }
        }

        (_, Event::ProblemRead) => Ok(stay(case.stage.clone())),

        // An answer to a question that is no longer asked, or a move that this stage does not have.
        (
            _,
            Event::Answered(_)
            | Event::LookUpAsked { .. }
            | Event::LookedUp { .. }
            | Event::TermsSummaryShown
            | Event::TermsOpened { .. }
            | Event::TermsAccepted(_)
            | Event::DocumentAttached(_)
            | Event::DocumentConfirmed { .. }
            | Event::DocumentRemoved(_)
            | Event::ApprovalAsked { .. }
            | Event::LoginAskedAnew { .. }
            | Event::LoginEnded { .. }
            | Event::ApproverExplained(_)
            | Event::ApprovalDiscarded
            | Event::DeliveryEnded { .. }
            | Event::DeliveryAsked
            | Event::HandOverAsked { .. }
            | Event::HandOverEnded { .. }
            | Event::TakenBack
            | Event::Restored,
        ) => Err(Refusal::NotAllowedHere),
    }
}

fn stay(stage: Stage) -> Move {
    (stage, vec![], None)
}

/// The new answers, with what only the outside world may change taken from the old ones. Changing
/// to reporter forgets an acceptance that only a representative can give.
fn answered(old: &Draft, new: Draft, now: Now) -> Draft {
    let (lookup, earlier) = lookup::after_answers(old, &new, now.at);
    let accepted = old.terms.accepted && new.role != Some(Role::Reporter);
    let terms = TermsAnswers { accepted, ..old.terms.clone() };
    Draft {
        lookup,
        earlier,
        documents: old.documents.clone(),
        terms,
        login: old.login.clone(),
        ..new
    }
}

/// A reporter's login that no file holds yet is about the answers as they were: once they are
/// others it is of no use, and the person is told so.
fn without_stale_login((stage, effects, problem): Move, now: Now) -> Move {
    match stage {
        Stage::Drafting(draft)
            if draft.login.is_some()
                && !Connection::parse(&draft, now.today)
                    .is_ok_and(|connection| draft.login_for(&connection).is_some()) =>
        {
            let dropped = Draft { login: None, ..*draft };
            (
                Stage::Drafting(Box::new(dropped)),
                effects,
                problem.or(Some(Problem::HandOverLoginDropped)),
            )
        }
        stage => (stage, effects, problem),
    }
}

fn logging_in(
    connection: Connection,
    attempt: Token,
    basis: Basis,
    hand_over: Option<HandOverFile>,
    now: Now,
) -> Move {
    let approving = Approving {
        connection: connection.clone(),
        attempt: attempt.clone(),
        since: now.at,
        basis,
        hand_over,
    };
    let effect =
        Effect::LogIn { attempt, purpose: approving.purpose(), connection: Box::new(connection) };
    (Stage::Approving(Box::new(approving)), vec![effect], None)
}

fn back(basis: &Basis) -> Stage {
    match basis {
        Basis::Own(draft) => Stage::Drafting(draft.clone()),
        Basis::HandedOver(received) => Stage::Reviewing(received.clone()),
    }
}

/// The login has succeeded. One to hand over goes into the file, and stays with the case until the
/// file is written. When somebody else than the representative seems to have logged in, nothing is
/// sent before that is explained.
fn logged_in(approving: &Approving, evidence: Evidence, delivery: Token) -> Move {
    let connection = approving.connection.clone();
    if let Some(file) = approving.hand_over.clone() {
        let kept =
            Box::new(HandOverLogin { connection: connection.clone(), evidence: evidence.clone() });
        let stage = match back(&approving.basis) {
            Stage::Drafting(draft) => {
                Stage::Drafting(Box::new(Draft { login: Some(kept), ..*draft }))
            }
            other => other,
        };
        let effect = Effect::HandOver {
            file,
            connection: Box::new(connection),
            login: Some(Box::new(evidence)),
        };
        return (stage, vec![effect], None);
    }
    let approver = Approver::of(&evidence, &connection);
    if !approver.asks() {
        return approved(connection, evidence, approver, delivery);
    }
    let basis = approving.basis.clone();
    (
        Stage::Confirming(Box::new(Confirming { connection, evidence, approver, delivery, basis })),
        vec![],
        None,
    )
}

fn approved(
    connection: Connection,
    evidence: Evidence,
    approver: Approver,
    delivery: Token,
) -> Move {
    let effect = Effect::Deliver { id: delivery.clone(), bundle: evidence.bundle.clone() };
    let delivery = Delivery::Sending { id: delivery, unknown_since: None };
    (
        Stage::Approved(Box::new(Approved { connection, evidence, approver, delivery })),
        vec![effect],
        None,
    )
}

/// The delivery once more, under its own id. `restored` is when it was found on its way after a
/// restart.
fn sending(approved: &Approved, restored: Option<Timestamp>) -> Option<Move> {
    let (id, unknown_since) = match &approved.delivery {
        Delivery::Sending { id, unknown_since } => (id, unknown_since.or(restored)),
        Delivery::Unknown { id, since } => (id, Some(*since)),
        Delivery::NotSent { id } => (id, None),
        Delivery::Refused { .. } | Delivery::Accepted(_) => return None,
    };
    let effect = Effect::Deliver { id: id.clone(), bundle: approved.evidence.bundle.clone() };
    let delivery = Delivery::Sending { id: id.clone(), unknown_since };
    Some((Stage::Approved(Box::new(Approved { delivery, ..approved.clone() })), vec![effect], None))
}

fn delivered(approved: &Approved, id: Token, outcome: DeliveryOutcome, now: Now) -> Move {
    let unknown_since = match &approved.delivery {
        Delivery::Sending { unknown_since, .. } => *unknown_since,
        _ => None,
    };
    let (delivery, problem) = match outcome {
        DeliveryOutcome::Accepted(accepted) => (Delivery::Accepted(accepted), None),
        DeliveryOutcome::Refused(reason) => {
            (Delivery::Refused { id, reason }, Some(Problem::ReceiverRefused))
        }
        DeliveryOutcome::NotSent => match unknown_since {
            // Not reaching the receiver now says nothing about the time before.
            Some(since) => (Delivery::Unknown { id, since }, Some(Problem::ReceiverUnknown)),
            None => (Delivery::NotSent { id }, Some(Problem::ReceiverDown)),
        },
        DeliveryOutcome::Unknown => (
            Delivery::Unknown { id, since: unknown_since.unwrap_or(now.at) },
            Some(Problem::ReceiverUnknown),
        ),
    };
    (Stage::Approved(Box::new(Approved { delivery, ..approved.clone() })), vec![], problem)
}
