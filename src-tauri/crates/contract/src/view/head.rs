//! What stands above every page of a case: whose it is, whether it is saved, and the four steps.

use super::context::Context;
use super::guide;
use crate::approval::discarded;
use crate::bin;
use crate::clock::moment;
use crate::pages::{CaseHead, Saved, Step, StepName, StepState};
use crate::summary::reporter;
use app::CasePage;
use app::model::InMemory;
use domain::case::{Case, Delivery, OutcomeKind, Stage};
use domain::connection::Connection;
use domain::cvr::CvrNumber;
use domain::draft::Role;
use domain::parts::{Part, problems_in};
use domain::summary::organisation_name;
use domain::terms::TermsShown;

/// The head of a page.
pub(super) fn head(context: &Context<'_>, held: &InMemory, page: &CasePage) -> CaseHead {
    let case = &held.case;
    let approved = match &case.stage {
        Stage::Approved(approved) => Some(approved),
        Stage::Drafting(_)
        | Stage::HandedOver(_)
        | Stage::Reviewing(_)
        | Stage::Approving(_)
        | Stage::Guided(_)
        | Stage::Confirming(_) => None,
    };
    CaseHead {
        id: case.id.0.clone(),
        name: organisation_name(case),
        cvr: cvr(case),
        steps: steps(context, case, page),
        saved: match held.saved {
            app::model::Saved::Not => Saved::Not,
            app::model::Saved::At(at) => Saved::At { at: moment(at) },
            app::model::Saved::Failed(problem) => Saved::Failed { code: problem.code().to_owned() },
        },
        reporter: case.connection().and_then(|c| c.reporter.as_ref()).map(reporter),
        deletion: bin::deletion(context.open, held, context.shown.today),
        number: approved.and_then(|a| match &a.delivery {
            Delivery::Accepted(accepted) => Some(accepted.case_number.clone()),
            Delivery::Sending { .. }
            | Delivery::NotSent { .. }
            | Delivery::NoReceiver { .. }
            | Delivery::Unknown { .. }
            | Delivery::Refused { .. } => None,
        }),
        discarded_approvals: case.discarded_approvals.iter().map(discarded).collect(),
        earlier: guide::earlier(context, case),
        carried: case.carried(context.shown.today).into_iter().map(Into::into).collect(),
        replaced: match &case.stage {
            Stage::Drafting(draft) => draft
                .documents
                .iter()
                .filter(|file| case.is_to_replace(file))
                .map(|file| file.id.0.clone())
                .collect(),
            _ => Vec::new(),
        },
    }
}

fn steps(context: &Context<'_>, case: &Case, page: &CasePage) -> Vec<Step> {
    use StepState::{
        Active, Done, ForRepresentative, Later, NotSent, Open, Ready, Refused, Sending, Stated,
        There, Unknown, Wrong,
    };
    let today = context.shown.today;
    let opened = |terms: &TermsShown| terms.official.as_ref().map(|text| text.opened);
    let (log_in, terms, terms_at, administrators, count, approve, approved_at) = match &case.stage {
        Stage::Drafting(draft) => {
            let state =
                |part, begun: bool| match (problems_in(draft, part, today).is_empty(), begun) {
                    (true, _) => Ready,
                    (false, true) => Active,
                    (false, false) => Open,
                };
            let whole = Connection::parse(draft, today).is_ok();
            let opened = opened(&draft.terms.shown());
            let begun = opened.is_some() || draft.terms.summary_shown.is_some();
            let (log_in, terms) = if draft.role == Some(Role::Reporter) {
                (ForRepresentative, ForRepresentative)
            } else {
                (Later, state(Part::Terms, begun))
            };
            (
                log_in,
                terms,
                opened,
                state(Part::Administrators, draft.administrator_count() > 0),
                draft.administrator_count(),
                if whole { Open } else { Later },
                None,
            )
        }
        Stage::HandedOver(handed) => (
            ForRepresentative,
            ForRepresentative,
            None,
            Ready,
            handed.connection.administrators.len(),
            ForRepresentative,
            None,
        ),
        Stage::Reviewing(received) => {
            let terms = if received.terms.accepted { Ready } else { Open };
            (
                Later,
                terms,
                opened(&received.terms.shown()),
                Ready,
                received.connection.administrators.len(),
                Open,
                None,
            )
        }
        Stage::Approving(approving) => (
            if approving.hand_over.is_some() { ForRepresentative } else { Active },
            if approving.hand_over.is_some() { ForRepresentative } else { Ready },
            opened(&approving.connection.terms),
            Ready,
            approving.connection.administrators.len(),
            Active,
            None,
        ),
        Stage::Confirming(confirming) => {
            let (opened, count) =
                (opened(&confirming.connection.terms), confirming.connection.administrators.len());
            (Done, Ready, opened, Ready, count, Active, Some(confirming.evidence.approved_at))
        }
        // What happens there is known only as far as it was stated.
        Stage::Guided(guided) => {
            let count = guided.connection.administrators.len();
            let stated = case.outcome().filter(|it| it.outcome.kind() == OutcomeKind::Concluded);
            let state = if stated.is_some() { Stated } else { There };
            let at = stated.map(|it| it.at);
            (state, state, at, state, count, state, at)
        }
        Stage::Approved(approved) => {
            let at = approved.evidence.approved_at;
            let concluded =
                case.outcome().is_some_and(|it| it.outcome.kind() == OutcomeKind::Concluded);
            let approve = match &approved.delivery {
                _ if concluded => Stated,
                Delivery::Accepted(_) => Done,
                Delivery::Sending { .. } => Sending,
                Delivery::NotSent { .. } => NotSent,
                Delivery::NoReceiver { .. } => There,
                Delivery::Unknown { .. } => Unknown,
                Delivery::Refused { .. } => Refused,
            };
            // Whom the approval names is appointed once the receiver has it, or as was stated.
            let administrators = if matches!(approve, Done | Stated) { approve } else { Ready };
            let (opened, count) =
                (opened(&approved.connection.terms), approved.connection.administrators.len());
            (Done, Done, opened, administrators, count, approve, Some(at))
        }
    };
    let here = match (&case.stage, page) {
        (Stage::Drafting(_), CasePage::Part(Part::Terms)) => Some(StepName::Terms),
        (Stage::Drafting(_), CasePage::Part(Part::Administrators)) => {
            Some(StepName::Administrators)
        }
        (Stage::Drafting(_), CasePage::Check | CasePage::HandOver) => Some(StepName::Approve),
        (Stage::Reviewing(_) | Stage::Approving(_) | Stage::Confirming(_), _) => {
            Some(StepName::Approve)
        }
        _ => None,
    };
    let wrong = !context.open.notice.field_problems.is_empty();
    let at = |t: Option<domain::Timestamp>| t.map(moment);
    [
        (StepName::LogIn, log_in, 0, at(approved_at)),
        (StepName::Terms, terms, 0, at(terms_at)),
        (StepName::Administrators, administrators, count, None),
        (StepName::Approve, approve, 0, at(approved_at)),
    ]
    .into_iter()
    .map(|(step, state, count, at)| {
        let current = here == Some(step);
        let state = if current && wrong { Wrong } else { state };
        Step { step, state, current, count: u32::try_from(count).unwrap_or(u32::MAX), at }
    })
    .collect()
}

fn cvr(case: &Case) -> Option<String> {
    match &case.stage {
        Stage::Drafting(draft) => CvrNumber::parse(&draft.cvr).ok().map(CvrNumber::in_pairs),
        _ => case.connection().map(|c| c.organisation.cvr.in_pairs()),
    }
}
