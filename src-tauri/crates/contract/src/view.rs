//! From the desk to what the window shows: one function a page. Pure, so that every page can be tested without a window.

use crate::approval::{ReporterLogin, approval, reporter_login, set_aside};
use crate::pages::{CaseHead, CaseRow, Hidden, Mail, Page, Saved, Step, StepName, StepState};
use crate::summary::{self, connection_summary, delivery, draft_summary, lookup, missing, need_name, preview, reporter, terms};
use crate::tasks::{standing, tasks};
use crate::{FieldProblem, ThemeName, View, broker, documents, preflight, receipts, search, timeline, verification};
use domain::case::{self, Case, Delivery, Purpose, Stage};
use domain::connection::{Connection, Part, problems_in};
use domain::cvr::CvrNumber;
use domain::desk::{self, Access, Desk, Place};
use domain::draft::{Draft, Role};
use domain::terms::TermsShown;
use jiff::civil::Date;

/// The desk as the window shows it. `today` is the day in Denmark.
pub fn view(desk: &Desk, revision: u32, theme: ThemeName, version: &str, today: Date) -> View {
    let (page, case) = page(desk, version, today);
    let closed = match &desk.access {
        Access::Closed { problem, .. } | Access::Stopped { problem, .. } => Some(*problem),
        Access::Opening | Access::ChoosePassphrase | Access::Open { .. } => None,
    };
    View {
        revision,
        environment: desk.environment.into(),
        language: desk.language.into(),
        theme,
        page,
        case_count: u32::try_from(desk.cases.len()).unwrap_or(u32::MAX),
        problem: desk.problem.or(case.and_then(|c| c.problem)).or(closed).map(|p| p.code().to_owned()),
        case: case.map(|c| head(desk, c, today)),
        field_problems: desk
            .field_problems
            .iter()
            .map(|p| FieldProblem { field: p.field.clone(), code: p.problem.code().to_owned() })
            .collect(),
        preflight: case.and_then(|case| match &case.stage {
            Stage::Drafting(draft) => Some(preflight::preflight(draft, desk.language, today)),
            Stage::Reviewing(received) => Some(preflight::preflight(&Draft::of(&received.connection), desk.language, today)),
            Stage::HandedOver(_) | Stage::Approving(_) | Stage::Confirming(_) | Stage::Approved(_) => None,
        }),
        written: desk.written.clone(),
    }
}

fn page<'a>(desk: &'a Desk, version: &str, today: Date) -> (Page, Option<&'a Case>) {
    let (key, recovery) = match &desk.access {
        Access::Opening => return (Page::Opening, None),
        Access::ChoosePassphrase => return (Page::ChoosePassphrase, None),
        Access::Closed { passphrase, recovery, .. } => return (Page::Closed { passphrase: *passphrase, recovery: *recovery }, None),
        Access::Stopped { detail, .. } => return (Page::Stopped { detail: detail.clone() }, None),
        Access::Open { by, recovery } => (*by, *recovery),
    };
    let found = |id| desk.cases.get(id);
    let cases = || (cases(desk, recovery, today), None);
    match &desk.place {
        Place::Cases => cases(),
        Place::OpenHandOver(file) => (Page::OpenHandOver { file: file.clone() }, None),
        Place::Receipts => (receipts::page(desk, today), None),
        Place::Verify => {
            (Page::Verify { verification: desk.verification.as_ref().map(verification::verification), dragging: desk.dragging }, None)
        }
        Place::Timeline(cvr) => timeline::page(desk, *cvr).map_or_else(cases, |page| (page, None)),
        Place::Mailbox => (Page::Mailbox { mails: mails(desk) }, None),
        Place::AboutPractice => (summary::about_practice(desk), None),
        Place::Help => (Page::Help, None),
        Place::Settings(code) => (
            Page::Settings {
                key: key.into(),
                recovery,
                recovery_code: code.as_ref().map(Hidden::from),
                version: version.to_owned(),
                update: summary::update(&desk.update),
                register: search::register(desk.register),
                broker: broker::broker(&desk.broker),
                folder: desk.copy_folder.clone(),
                uncopied: receipts::uncopied(desk),
                retention: desk.retention.into(),
            },
            None,
        ),
        Place::Tasks(id)
        | Place::Part(id, _)
        | Place::Check(id)
        | Place::Rules(id)
        | Place::HandOver(id)
        | Place::Review(id)
        | Place::Approve(id)
        | Place::Done(id) => match found(id) {
            Some(case) => (case_page(desk, case, today), Some(case)),
            None => cases(),
        },
    }
}

/// The page of a case: what the person asked for where the stage has it, else the page of the stage.
fn case_page(desk: &Desk, case: &Case, today: Date) -> Page {
    match &case.stage {
        Stage::Drafting(draft) => draft_page(desk, draft, today),
        Stage::HandedOver(handed) => Page::HandOver {
            to: handed.connection.representative.name.as_str().to_owned(),
            written: Some(crate::pages::HandedOver {
                path: handed.file.path.clone(),
                words: handed.file.words.iter().map(Hidden::from).collect(),
                at: handed.at.to_string(),
                login: handed.login.as_deref().map(|login| reporter_login(login, &handed.connection)),
            }),
        },
        Stage::Reviewing(received) => Page::Review {
            connection: connection_summary(&received.connection, &[], desk.language),
            handed_over: received.handed_over.to_string(),
            terms: terms(&received.terms),
            preview: preview(desk),
            login: received.login.as_ref().map(|login| match login {
                case::ReporterLogin::Proven(evidence) => reporter_login(evidence, &received.connection),
                case::ReporterLogin::Unproven => ReporterLogin::Unproven,
            }),
        },
        Stage::Approving(approving) => Page::Approve {
            login: desk.login.as_ref().filter(|login| login.attempt == approving.attempt).and_then(summary::login),
            preview: preview(desk),
            hands_over: approving.purpose() == Purpose::HandOver,
        },
        Stage::Confirming(confirming) => Page::Confirm {
            connection: connection_summary(&confirming.connection, &[], desk.language),
            approval: approval(&confirming.evidence, &confirming.approver, &confirming.connection),
        },
        Stage::Approved(approved) => {
            let mails = match &approved.delivery {
                Delivery::Accepted(accepted) => accepted.mails.as_slice(),
                Delivery::Sending { .. } | Delivery::NotSent { .. } | Delivery::Unknown { .. } | Delivery::Refused { .. } => &[],
            };
            Page::Done {
                connection: connection_summary(&approved.connection, mails, desk.language),
                approval: approval(&approved.evidence, &approved.approver, &approved.connection),
                delivery: delivery(&approved.delivery),
                setup_deadline: summary::setup_deadline(approved).to_string(),
                expected: summary::expected(approved).map(|day| day.to_string()),
                keep_until: receipts::keep_until(desk, approved).to_string(),
                receipt: desk.chain.of(&case.id).map(|link| link.number),
                copied: desk.copies.get(&case.id).map(receipts::copied),
            }
        }
    }
}

fn draft_page(desk: &Desk, draft: &Draft, today: Date) -> Page {
    let is_reporter = draft.role == Some(Role::Reporter);
    match &desk.place {
        Place::Part(_, Part::Need) => {
            Page::Need { answers: draft.into(), asks_signs_alone: draft.need.asks_signs_alone(), outcome: need_name(draft.need.outcome()) }
        }
        Place::Part(id, Part::Organisation) => Page::Organisation {
            answers: draft.into(),
            lookup: lookup(draft),
            forms: preflight::forms(desk.language),
            search: desk.search.as_ref().map(search::search),
            register: search::register(desk.register),
            listing: search::listing(desk, id),
        },
        Place::Part(_, Part::Representative) => Page::Representative {
            answers: draft.into(),
            candidates: draft.organisation().map(summary::candidates).unwrap_or_default(),
            reporter: is_reporter,
        },
        Place::Part(_, Part::Documents) => documents::page(draft, desk.language, today),
        Place::Rules(_) => Page::Rules { rules: preflight::rules(draft, desk.language, today) },
        Place::Part(_, Part::Terms) => Page::Terms { terms: terms(&draft.terms), reporter: is_reporter },
        Place::Part(_, Part::Administrators) => Page::Administrators {
            answers: draft.into(),
            representative_name: draft.representative.name.trim().to_owned(),
            representative_email: draft.representative.email.trim().to_owned(),
        },
        Place::Check(_) => Page::Check {
            draft: draft_summary(draft, desk.language, today),
            preview: preview(desk),
            reporter: is_reporter,
            missing: missing(draft, today),
        },
        Place::HandOver(_) => Page::HandOver { to: draft.representative.name.trim().to_owned(), written: None },
        _ => Page::Tasks { tasks: tasks(draft, today), reporter: is_reporter },
    }
}

fn cases(desk: &Desk, recovery: bool, today: Date) -> Page {
    let mut cases: Vec<&Case> = desk.cases.values().collect();
    cases.sort_by(|a, b| b.changed.cmp(&a.changed).then_with(|| a.id.cmp(&b.id)));
    Page::Cases { recovery_missing: !recovery && !cases.is_empty(), cases: cases.into_iter().map(|case| row(case, today)).collect() }
}

fn row(case: &Case, today: Date) -> CaseRow {
    let (state, next, done) = standing(case, today);
    CaseRow {
        id: case.id.0.clone(),
        name: name(case),
        cvr: cvr(case),
        state,
        next,
        done,
        changed: case.changed.to_string(),
        representative: representative(case),
        problem: case.problem.map(|p| p.code().to_owned()),
    }
}

fn head(desk: &Desk, case: &Case, today: Date) -> CaseHead {
    let approved = match &case.stage {
        Stage::Approved(approved) => Some(approved),
        Stage::Drafting(_) | Stage::HandedOver(_) | Stage::Reviewing(_) | Stage::Approving(_) | Stage::Confirming(_) => None,
    };
    CaseHead {
        id: case.id.0.clone(),
        name: name(case),
        cvr: cvr(case),
        steps: steps(desk, case, today),
        saved: match desk.saved.get(&case.id) {
            None => Saved::Not,
            Some(desk::Saved::At(at)) => Saved::At { at: at.to_string() },
            Some(desk::Saved::Failed(problem)) => Saved::Failed { code: problem.code().to_owned() },
        },
        reporter: case.connection().and_then(|c| c.reporter.as_ref()).map(reporter),
        deletable: matches!(case.stage, Stage::Drafting(_) | Stage::HandedOver(_) | Stage::Reviewing(_)),
        number: approved.and_then(|a| match &a.delivery {
            Delivery::Accepted(accepted) => Some(accepted.case_number.clone()),
            Delivery::Sending { .. } | Delivery::NotSent { .. } | Delivery::Unknown { .. } | Delivery::Refused { .. } => None,
        }),
        set_aside: case.set_aside.iter().map(set_aside).collect(),
    }
}

fn steps(desk: &Desk, case: &Case, today: Date) -> Vec<Step> {
    use StepState::{Active, Done, Later, Open, Ready, Wrong};
    let opened = |terms: &TermsShown| terms.official.as_ref().map(|text| text.opened);
    let (log_in, terms, terms_at, administrators, count, approve, approved_at) = match &case.stage {
        Stage::Drafting(draft) => {
            let state = |part, begun: bool| match (problems_in(draft, part, today).is_empty(), begun) {
                (true, _) => Ready,
                (false, true) => Active,
                (false, false) => Open,
            };
            let whole = Connection::parse(draft, today).is_ok();
            let opened = opened(&draft.terms.shown());
            (
                Later,
                state(Part::Terms, opened.is_some() || draft.terms.summary_shown.is_some()),
                opened,
                state(Part::Administrators, draft.administrator_count() > 0),
                draft.administrator_count(),
                if whole { Open } else { Later },
                None,
            )
        }
        Stage::HandedOver(handed) => (Later, Later, None, Ready, handed.connection.administrators.len(), Later, None),
        Stage::Reviewing(received) => {
            let terms = if received.terms.accepted { Ready } else { Open };
            (Later, terms, opened(&received.terms.shown()), Ready, received.connection.administrators.len(), Open, None)
        }
        Stage::Approving(approving) => {
            (Active, Ready, opened(&approving.connection.terms), Ready, approving.connection.administrators.len(), Active, None)
        }
        Stage::Confirming(confirming) => {
            let (opened, count) = (opened(&confirming.connection.terms), confirming.connection.administrators.len());
            (Done, Ready, opened, Ready, count, Active, Some(confirming.evidence.approved_at))
        }
        Stage::Approved(approved) => {
            let at = approved.evidence.approved_at;
            (Done, Done, opened(&approved.connection.terms), Done, approved.connection.administrators.len(), Done, Some(at))
        }
    };
    let here = match (&case.stage, &desk.place) {
        (Stage::Drafting(_), Place::Part(_, Part::Terms)) => Some(StepName::Terms),
        (Stage::Drafting(_), Place::Part(_, Part::Administrators)) => Some(StepName::Administrators),
        (Stage::Drafting(_), Place::Check(_) | Place::HandOver(_)) => Some(StepName::Approve),
        (Stage::Reviewing(_) | Stage::Approving(_) | Stage::Confirming(_), _) => Some(StepName::Approve),
        _ => None,
    };
    let wrong = !desk.field_problems.is_empty();
    let at = |t: Option<domain::Timestamp>| t.map(|t| t.to_string());
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

fn mails(desk: &Desk) -> Vec<Mail> {
    let mut mails: Vec<(domain::Timestamp, Mail)> = desk
        .cases
        .values()
        .filter_map(|case| match &case.stage {
            Stage::Approved(approved) => match &approved.delivery {
                Delivery::Accepted(accepted) => Some((case, accepted)),
                Delivery::Sending { .. } | Delivery::NotSent { .. } | Delivery::Unknown { .. } | Delivery::Refused { .. } => None,
            },
            Stage::Drafting(_) | Stage::HandedOver(_) | Stage::Reviewing(_) | Stage::Approving(_) | Stage::Confirming(_) => None,
        })
        .flat_map(|(case, accepted)| accepted.mails.iter().map(move |mail| (mail.at, summary::mail(case, mail))))
        .collect();
    mails.sort_by_key(|mail| std::cmp::Reverse(mail.0));
    mails.into_iter().map(|(_, mail)| mail).collect()
}

fn name(case: &Case) -> Option<String> {
    match &case.stage {
        Stage::Drafting(draft) => draft.organisation().map(|o| o.name.clone()),
        _ => case.connection().map(|c| c.organisation.name.clone()),
    }
}

fn cvr(case: &Case) -> Option<String> {
    match &case.stage {
        Stage::Drafting(draft) => CvrNumber::parse(&draft.cvr).ok().map(CvrNumber::in_pairs),
        _ => case.connection().map(|c| c.organisation.cvr.in_pairs()),
    }
}

fn representative(case: &Case) -> Option<String> {
    match &case.stage {
        Stage::Drafting(draft) => Some(draft.representative.name.trim().to_owned()).filter(|n| !n.is_empty()),
        _ => case.connection().map(|c| c.representative.name.as_str().to_owned()),
    }
}
