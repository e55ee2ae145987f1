//! Every move that a case can make.
//!
//! Every legal move in the program is one arm of [`step`]. A refusal changes nothing: the caller
//! keeps the case it had.

pub use crate::approval::{Evidence, Level, Purpose};
pub use crate::delivery::{Accepted, Delivery, DeliveryOutcome, Mail, MailKind, Token};
pub use crate::official_mail::{
    Belonging, Found, KeyName, Listing, MailFormat, MailSignature, OfficialMail, SeenKey,
};
pub use crate::outcome::{Outcome, OutcomeKind, Reason, ScreenId, Stated, TypedOutcome};
pub use crate::stage::{
    Approved, Approving, Basis, Case, CaseId, Confirming, CopyOf, Guided, HandOverFile, HandedOver,
    History, Now, Received, ReporterLogin, SetUpTick, Stage, Visit,
};

mod agreement;
mod answers;
mod delivery;
mod event;
mod guiding;
mod login;
mod mails;

pub use answers::is_ready_to_look_up;
pub use event::{Effect, Event, Refusal};
pub use guiding::copied_answers;

use crate::approver::{Approver, DiscardedApproval};
use crate::connection::Connection;
use crate::cvr::CvrNumber;
use crate::draft::{Draft, Role, TermsAnswers};
use crate::lookup::Lookup;
use crate::problem::{FieldProblem, Problem};
use answers::{after_answer, answered};
use delivery::{delivered, sending};
use event::{Move, stay};
use login::{approved, back, logged_in, logging_in, without_stale_login};

/// Every legal move of a case. On a refusal the case stays as it was.
pub fn step(case: &Case, event: Event, now: Now) -> Result<(Case, Vec<Effect>), Refusal> {
    let unused = match (&case.stage, &event) {
        (Stage::Confirming(confirming), Event::ApprovalDiscarded) => {
            Some(DiscardedApproval::of(&confirming.evidence, now.at))
        }
        _ => None,
    };
    let mut history = guiding::after(case, &event, now);
    let (stage, effects, problem) = without_stale_login(moved(case, event, now)?, now);
    if matches!(stage, Stage::Approved(_)) && !matches!(case.stage, Stage::Approved(_)) {
        history.before_approval = history.stated.len();
    }
    let discarded_approvals = case.discarded_approvals.iter().cloned().chain(unused).collect();
    Ok((
        Case { stage, problem, changed: now.at, discarded_approvals, history, ..case.clone() },
        effects,
    ))
}

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
            let (draft, problem) = after_answer(draft, ask, outcome, now.at);
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

        (Stage::Drafting(draft), Event::GuideBegun) => guiding::begun_by_draft(case, draft, now),
        (Stage::Reviewing(received), Event::GuideBegun) => {
            guiding::begun_by_received(case, received, now)
        }
        (Stage::Approved(approved), Event::GuideBegun) => {
            guiding::begun_by_approved(case, approved, now)
        }
        (Stage::Guided(_) | Stage::Approved(_), Event::ScreenShown(screen)) => {
            guiding::shown(case, screen)
        }
        (Stage::Guided(_) | Stage::Approved(_), Event::ScreenNoted { screen, note }) => {
            guiding::noted(case, &screen, &note)
        }
        (Stage::Guided(_) | Stage::Approved(_), Event::OutcomeStated(outcome)) => {
            guiding::stated(case, &outcome)
        }
        // Nothing is gained by looking at a part that came along from nowhere.
        (Stage::Drafting(_), Event::LookedAt(part))
            if case.carried(now.today).iter().any(|it| it.part == part) =>
        {
            Ok((case.stage.clone(), vec![], case.problem))
        }
        (_, Event::AgreementStated(event)) => agreement::stated(case, &event),
        (Stage::Guided(guided), Event::TakenBack) => guiding::taken_back(case, guided),
        (Stage::Guided(_) | Stage::Approved(_), Event::Copied(_)) => guiding::copied(case),

        (Stage::Guided(_) | Stage::Approved(_), Event::MailTaken(mail)) => {
            mails::taken(case, &mail)
        }
        (_, Event::MailChecked { sha256, .. }) => mails::checked(case, &sha256),
        (_, Event::MailRemoved(sha256)) => mails::removed(case, &sha256),

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
        // It was on its way when Tilslut stopped, so it may have arrived. What goes another way is
        // sent by nobody but the person, whatever receiver there is by now.
        (Stage::Approved(approved), Event::Restored)
            if matches!(approved.delivery, Delivery::Sending { .. })
                || !case.goes_another_way() =>
        {
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

        // Beside the stage: the history keeps both, and nothing takes either out of it.
        (_, Event::SetUpTicked { administrator, done }) => {
            case.tick(administrator, done, now.at).ok_or(Refusal::NotAllowedHere)?;
            Ok((case.stage.clone(), vec![], case.problem))
        }
        (_, Event::DraftOpened(mail)) => {
            case.mail_content(mail).ok_or(Refusal::NotAllowedHere)?;
            Ok((case.stage.clone(), vec![], case.problem))
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
            | Event::GuideBegun
            | Event::ScreenShown(_)
            | Event::ScreenNoted { .. }
            | Event::OutcomeStated(_)
            | Event::MailTaken(_)
            | Event::LookedAt(_)
            | Event::Copied(_)
            | Event::Restored,
        ) => Err(Refusal::NotAllowedHere),
    }
}
