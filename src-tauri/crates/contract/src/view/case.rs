//! The pages of a case: what the person asked for where the stage has it, else the page of the
//! stage.

use super::context::Context;
use super::guide::Asked;
use super::{guide, official_mail};
use crate::agreement::agreement;
use crate::approval::{ReporterLogin, approval, reporter_login};
use crate::clock::moment;
use crate::pages::{Expected, HandedOver, Hidden, Limits, Login, Page, SameOrganisation};
use crate::summary::{
    self, connection_summary, delivery, draft_summary, lookup, missing, need_name, preview, terms,
};
use crate::{documents, history, mail_draft, preflight, receipts, search, services};
use app::CasePage;
use app::model::InMemory;
use app::route::{self, GuidePage, OrganisationPage};
use domain::Language;
use domain::case::{self, Approved, Case, Delivery, Guided, Purpose, Stage};
use domain::draft::{Draft, Role};
use domain::lookup::Lookup;
use domain::parts::Part;
use domain::preflight::{Facts, asks_in_cvr, expected_answer};
use domain::rules::book;
use domain::summary::tasks;
use jiff::civil::Date;

/// The page of a case: what the person asked for where the stage has it, else the page of the
/// stage.
pub(super) fn page(context: &Context<'_>, held: &InMemory, page: &CasePage) -> Page {
    let (open, language) = (context.open, context.common.language);
    let preview = || preview(context.shown.to_sign.as_ref());
    if let CasePage::MailDraft(mail) = page
        && let Some(draft) = mail_draft::draft(context.common, &held.case, *mail)
    {
        return Page::MailDraft { draft: Box::new(draft) };
    }
    if let CasePage::History(page) = page {
        return history::page(&held.case, page, language);
    }
    match &held.case.stage {
        Stage::Drafting(draft) => draft_page(context, &held.case, draft, page),
        Stage::HandedOver(handed) => Page::HandOver {
            logs_in: context.common.services.approves,
            to: handed.connection.representative.name.as_str().to_owned(),
            written: Some(HandedOver {
                path: handed.file.path.clone(),
                words: handed.file.words.iter().map(Hidden::from).collect(),
                at: moment(handed.at),
                login: handed
                    .login
                    .as_deref()
                    .map(|login| reporter_login(login, &handed.connection)),
            }),
            kept: None,
        },
        Stage::Reviewing(received) => Page::Review {
            approves: context.common.services.approves,
            connection: connection_summary(&received.connection, &[], language),
            handed_over: moment(received.handed_over),
            terms: terms(&received.terms),
            preview: preview(),
            login: received.login.as_ref().map(|login| match login {
                case::ReporterLogin::Proven(evidence) => {
                    reporter_login(evidence, &received.connection)
                }
                case::ReporterLogin::Unproven => ReporterLogin::Unproven,
            }),
        },
        Stage::Approving(approving) => {
            let login = open.login.as_ref().filter(|login| login.attempt == approving.attempt);
            Page::Approve {
                login: login.and_then(Login::of),
                clock: login.and_then(summary::clock_off),
                preview: preview(),
                hands_over: approving.purpose() == Purpose::HandOver,
            }
        }
        Stage::Confirming(confirming) => Page::Confirm {
            connection: connection_summary(&confirming.connection, &[], language),
            approval: approval(&confirming.evidence, &confirming.approver, &confirming.connection),
        },
        Stage::Guided(guided) => guided_page(context, &held.case, guided, page),
        Stage::Approved(approved) => {
            if let Some(page) = since_approved(context, held, approved, page) {
                return page;
            }
            let mails = match &approved.delivery {
                Delivery::Accepted(accepted) => accepted.mails.as_slice(),
                Delivery::Sending { .. }
                | Delivery::NotSent { .. }
                | Delivery::NoReceiver { .. }
                | Delivery::Unknown { .. }
                | Delivery::Refused { .. } => &[],
            };
            Page::Done {
                connection: connection_summary(&approved.connection, mails, language),
                approval: approval(&approved.evidence, &approved.approver, &approved.connection),
                delivery: delivery(&approved.delivery),
                setup_deadline: summary::setup_deadline(approved).to_string(),
                expected: summary::expected(approved).map(|day| day.to_string()),
                keep_until: receipts::keep_until(open, approved).to_string(),
                receipt: held.link.as_ref().map(|link| link.number),
                copied: receipts::copied(open, &held.case.id, held.copied.as_ref()),
                agreement: agreement(&held.case, language, context.shown.today),
                can_use_again: case::copied_answers(&held.case).is_some(),
                copied_as: held.case.history.copied_as.as_ref().map(|case| case.0.clone()),
                set_up: mail_draft::set_up(&held.case, context.shown.today),
                mails: official_mail::kept(&held.case),
                states: held.case.states().is_some(),
                reached: guide::reached(context, &held.case),
                stated: held.case.outcome().is_some(),
            }
        }
    }
}

/// What became of an approved case on the official site, where something was stated or is asked; the
/// page of the approval is there when it is asked for.
fn since_approved(
    context: &Context<'_>,
    held: &InMemory,
    approved: &Approved,
    page: &CasePage,
) -> Option<Page> {
    let case = &held.case;
    if let CasePage::Guide(page) = page
        && let Some(page) = companion(context, case, *page)
    {
        return Some(page);
    }
    let asked = Asked::approved(approved, held.link.as_ref().map(|link| link.number));
    match page {
        CasePage::Mail(page) => official_mail::page(case, page),
        CasePage::Outcome if case.states().is_some() => {
            Some(Page::Outcome { question: Box::new(guide::question(context, case, &asked)) })
        }
        CasePage::Done => None,
        _ => {
            let after = guide::after(context, case, &asked)?;
            Some(Page::Stated { after: Box::new(after) })
        }
    }
}

/// The companion, of whoever is guided through the official site.
fn companion(context: &Context<'_>, case: &Case, page: GuidePage) -> Option<Page> {
    let companion = guide::companion(context, case, page)?;
    Some(Page::Guide { companion: Box::new(companion) })
}

/// The companion only where it is asked for: else what was stated, or the question how it went.
fn guided_page(context: &Context<'_>, case: &Case, guided: &Guided, page: &CasePage) -> Page {
    let stated = || {
        let after = guide::after(context, case, &Asked::guided(guided))?;
        Some(Page::Stated { after: Box::new(after) })
    };
    let shown = match page {
        CasePage::Guide(page) => companion(context, case, *page),
        CasePage::Outcome => None,
        CasePage::Mail(page) => official_mail::page(case, page),
        _ => stated(),
    };
    shown.unwrap_or_else(|| Page::Outcome {
        question: Box::new(guide::question(context, case, &Asked::guided(guided))),
    })
}

fn others(page: &OrganisationPage) -> Vec<SameOrganisation> {
    let other = |it: &route::SameOrganisation| SameOrganisation {
        case: it.case.0.clone(),
        state: it.state.into(),
        changed: moment(it.changed),
    };
    page.others.iter().flat_map(|(_, others)| others).map(other).collect()
}

/// A register found the organisation and does not tell its status, or the person has said it.
fn asks_status(draft: &Draft) -> bool {
    matches!(&draft.lookup, Lookup::Found(found) if !found.has_status_from_others())
}

fn draft_page(context: &Context<'_>, case: &Case, draft: &Draft, page: &CasePage) -> Page {
    let (common, language, today) = (context.common, context.common.language, context.shown.today);
    let (is_reporter, facts) = (draft.role == Some(Role::Reporter), case.facts(draft, today));
    match page {
        CasePage::Part(Part::Need) => Page::Need {
            answers: draft.into(),
            asks_signs_alone: draft.need.asks_signs_alone(),
            outcome: need_name(draft.need.outcome()),
            already: guide::already_connected(draft, &facts, language, today),
        },
        CasePage::Organisation(it) => Page::Organisation {
            answers: draft.into(),
            lookup: lookup(draft, language),
            forms: preflight::forms(language, draft.typed.form_code),
            statuses: preflight::statuses(language),
            asks_status: asks_status(draft),
            reporter_remembered: is_reporter
                && context.open.reporter.as_ref() == Some(&draft.reporter),
            search: it.search.as_ref().map(|asked| search::search(asked, language)),
            register: search::register(common.services.register),
            others: others(it),
            listing: search::listing(&common.services.broker, context.open, it.listing.as_ref()),
        },
        CasePage::Part(Part::Representative) => Page::Representative {
            answers: draft.into(),
            candidates: draft.organisation().map(summary::candidates).unwrap_or_default(),
            reporter: is_reporter,
            asks_in_cvr: asks_in_cvr(draft, &facts, today).map(|who| who.read(language).to_owned()),
        },
        CasePage::Part(Part::Documents) => document_list(draft, &facts, language, today),
        CasePage::Rules => Page::Rules { rules: preflight::rules(draft, &facts, language, today) },
        CasePage::Part(Part::Terms) => {
            let approves = common.services.approves;
            Page::Terms { terms: terms(&draft.terms), reporter: is_reporter, approves }
        }
        CasePage::Part(Part::Administrators) => Page::Administrators {
            answers: draft.into(),
            representative_name: draft.representative.name.trim().to_owned(),
            representative_email: draft.representative.email.trim().to_owned(),
        },
        CasePage::Check => check_page(context, draft, &facts),
        CasePage::HandOver => Page::HandOver {
            to: draft.representative.name.trim().to_owned(),
            written: None,
            logs_in: common.services.approves,
            kept: draft
                .login
                .as_deref()
                .map(|login| reporter_login(&login.evidence, &login.connection)),
        },
        _ => Page::Tasks {
            tasks: tasks(draft, &facts, today).into_iter().map(Into::into).collect(),
            reporter: is_reporter,
            used: services::used(common, draft.role, &draft.representative.name),
        },
    }
}

fn check_page(context: &Context<'_>, draft: &Draft, facts: &Facts<'_>) -> Page {
    let (language, today) = (context.common.language, context.shown.today);
    Page::Check {
        draft: draft_summary(draft, facts, language, today),
        preview: preview(context.shown.to_sign.as_ref()),
        reporter: draft.role == Some(Role::Reporter),
        missing: missing(draft, today),
        approves: context.common.services.approves,
    }
}

fn document_list(draft: &Draft, facts: &Facts<'_>, language: Language, today: Date) -> Page {
    let needed = documents::needed(draft, facts, language, today);
    let limits = &book().documents.limits;
    let megabytes = |of: u64| u32::try_from(of).unwrap_or(u32::MAX);
    let expected = expected_answer(today);
    Page::Documents {
        expected: needed.iter().any(|line| line.required).then(|| Expected {
            days: book().deadlines.lengths.manual_handling.length.amount.into(),
            early: expected.early.to_string(),
            latest: expected.latest.to_string(),
        }),
        needed,
        board: draft.board.iter().cloned().map(Into::into).collect(),
        limits: Limits {
            document_megabytes: megabytes(limits.megabytes_each),
            case_megabytes: megabytes(limits.megabytes_together),
        },
    }
}
