//! The official mail of a case: a file is read and looked at before it is kept; its signature is
//! checked when the person asks for it, and again later. The newest file counts.

use crate::context::Context;
use crate::effect::{Effect, MailFrom, MailToRead};
use crate::input::{MailInput, VerificationInput};
use crate::intent::MailIntent;
use crate::model::{Open, QueryId};
use crate::route::{CasePage, MailPage, OtherCase, Route, ShownMail};
use domain::case::{Belonging, Case, CaseId, Event, OfficialMail};
use domain::problem::Problem;

pub(crate) fn intent(
    open: &mut Open,
    context: &mut Context<'_>,
    id: &CaseId,
    intent: MailIntent,
) -> Vec<Effect> {
    if !open.case(id).is_some_and(Case::takes_mail) {
        return vec![];
    }
    match intent {
        MailIntent::Open | MailIntent::PutAway => {
            open.go(page(id, MailPage::default()));
            vec![]
        }
        MailIntent::Choose => vec![Effect::ChooseMail(id.clone())],
        MailIntent::Show(sha256) => {
            let Some(mail) = open.case(id).and_then(|case| case.mail(&sha256)).cloned() else {
                return vec![];
            };
            read(open, context, id, MailFrom::Kept(Box::new(mail)))
        }
        MailIntent::ShowInside(which) => match shown(open, id) {
            Some(shown) if which < shown.reading.inside.len() => {
                let from = MailFrom::Inside(Box::new(from(shown)), which);
                read(open, context, id, from)
            }
            _ => vec![],
        },
        MailIntent::Check => check(open, context, id),
        MailIntent::Keep => keep(open, id, id.clone(), None),
        MailIntent::KeepElsewhere => {
            let other = shown(open, id).and_then(|shown| shown.elsewhere.clone());
            let Some(OtherCase { case, belonging, .. }) = other else { return vec![] };
            keep(open, id, case, Some(belonging))
        }
        MailIntent::Remove => {
            let Some(sha256) = shown(open, id).map(|shown| shown.mail.sha256) else {
                return vec![];
            };
            let effects = open.apply(context, id, [Event::MailRemoved(sha256)]);
            if !effects.is_empty() {
                go_home(open, id);
            }
            effects
        }
        MailIntent::Save => match shown(open, id) {
            Some(shown) if is_kept(open, id, shown) => {
                vec![Effect::SaveMail(id.clone(), Box::new(shown.mail.clone()))]
            }
            _ => vec![],
        },
    }
}

fn page(id: &CaseId, page: MailPage) -> Route {
    Route::Case { id: id.clone(), page: CasePage::Mail(Box::new(page)) }
}

fn page_of<'o>(open: &'o mut Open, case: &CaseId) -> Option<&'o mut MailPage> {
    match &mut open.route {
        Route::Case { id, page: CasePage::Mail(page) } if id == case => Some(page),
        _ => None,
    }
}

fn shown<'o>(open: &'o Open, case: &CaseId) -> Option<&'o ShownMail> {
    match &open.route {
        Route::Case { id, page: CasePage::Mail(page) } if id == case => page.shown.as_ref(),
        _ => None,
    }
}

fn is_kept(open: &Open, case: &CaseId, shown: &ShownMail) -> bool {
    open.case(case).is_some_and(|case| case.mail(&shown.mail.sha256).is_some())
}

fn go_home(open: &mut Open, id: &CaseId) {
    if let Some(home) = open.case(id).map(Route::home) {
        open.go(home);
    }
}

fn read(open: &mut Open, context: &mut Context<'_>, id: &CaseId, from: MailFrom) -> Vec<Effect> {
    let Some(of) = open.case(id).and_then(Case::connection).map(|it| &it.organisation) else {
        return vec![];
    };
    let (cvr, name) = (of.cvr, of.name.clone());
    let query = context.common.next_query_id(context.now.at);
    open.go(page(id, MailPage { query: Some(query), ..MailPage::default() }));
    vec![Effect::ReadMail(query, Box::new(MailToRead { case: id.clone(), cvr, name, from }))]
}

/// Where a mail is that is looked at.
fn from(shown: &ShownMail) -> MailFrom {
    match &shown.bytes {
        Some(bytes) => MailFrom::Shown(Box::new(shown.mail.clone()), bytes.clone()),
        None => MailFrom::Kept(Box::new(shown.mail.clone())),
    }
}

/// Asks for the keys that nobody has asked for, or that were not there.
fn check(open: &mut Open, context: &mut Context<'_>, id: &CaseId) -> Vec<Effect> {
    let Some(of) = open.case(id).and_then(Case::connection).map(|it| &it.organisation) else {
        return vec![];
    };
    let (cvr, name) = (of.cvr, of.name.clone());
    let query = context.common.next_query_id(context.now.at);
    let Some(shown) = page_of(open, id).and_then(|page| page.shown.as_mut()) else {
        return vec![];
    };
    if !shown.can_be_checked() || shown.asking.is_some() {
        return vec![];
    }
    shown.asking = Some(query);
    let from = from(shown);
    open.notice.problem = None;
    vec![Effect::CheckMail(query, Box::new(MailToRead { case: id.clone(), cvr, name, from }))]
}

/// Its bytes are kept first, so that no case names a mail that is not there. To another case it may
/// belong otherwise.
fn keep(open: &Open, id: &CaseId, to: CaseId, belonging: Option<Belonging>) -> Vec<Effect> {
    match shown(open, id) {
        Some(ShownMail { mail, bytes: Some(bytes), asking: None, .. }) => {
            let belonging = belonging.unwrap_or(mail.belonging);
            let mail = OfficialMail { belonging, ..mail.clone() };
            vec![Effect::KeepMail(to, Box::new(mail), bytes.clone())]
        }
        _ => vec![],
    }
}

/// The bytes of a mail are durable, or are not.
pub(crate) fn kept(
    open: &mut Open,
    context: &mut Context<'_>,
    id: &CaseId,
    mail: Box<OfficialMail>,
    outcome: Result<(), Problem>,
) -> Vec<Effect> {
    let sha256 = mail.sha256;
    let effects = match outcome {
        Ok(()) => open.apply(context, id, [Event::MailTaken(mail)]),
        Err(problem) => {
            open.tell(problem);
            return vec![];
        }
    };
    if effects.is_empty() {
        open.tell(Problem::NotAllowedHere);
        return vec![];
    }
    let is_shown = matches!(
        &open.route,
        Route::Case { page: CasePage::Mail(page), .. }
            if page.shown.as_ref().is_some_and(|shown| shown.mail.sha256 == sha256)
    );
    if is_shown {
        go_home(open, id);
    }
    effects
}

pub(crate) fn input(open: &mut Open, context: &mut Context<'_>, input: MailInput) -> Vec<Effect> {
    match input {
        MailInput::File(id, path) => {
            // The case may have been left while the dialog was open.
            if open.route.case() != Some(&id) || !open.case(&id).is_some_and(Case::takes_mail) {
                return vec![];
            }
            read(open, context, &id, MailFrom::File(path))
        }
        MailInput::Read(query, outcome) => {
            let Route::Case { page: CasePage::Mail(page), .. } = &mut open.route else {
                return vec![];
            };
            if page.query != Some(query) {
                return vec![];
            }
            page.query = None;
            match outcome {
                Ok(shown) => page.shown = Some(*shown),
                Err(problem) => open.tell(problem),
            }
            vec![]
        }
        MailInput::Dragged(over) => {
            if let Route::Case { page: CasePage::Mail(page), .. } = &mut open.route {
                page.dragging = over;
            }
            vec![]
        }
        MailInput::Checked(query, outcome, problem) => {
            checked(open, context, query, outcome.map(|shown| *shown), problem)
        }
    }
}

/// What came of asking for the keys: what was seen counts, whatever else went wrong.
fn checked(
    open: &mut Open,
    context: &Context<'_>,
    query: QueryId,
    outcome: Option<ShownMail>,
    problem: Option<Problem>,
) -> Vec<Effect> {
    let Route::Case { id, page: CasePage::Mail(page) } = &mut open.route else { return vec![] };
    let Some(shown) = page.shown.as_mut().filter(|shown| shown.asking == Some(query)) else {
        return vec![];
    };
    let id = id.clone();
    shown.asking = None;
    if let Some(now) = outcome {
        shown.mail = now.mail;
        shown.reading = now.reading;
    }
    let shown = shown.clone();
    if let Some(problem) = problem {
        open.tell(problem);
    }
    if !is_kept(open, &id, &shown) {
        return vec![];
    }
    let OfficialMail { sha256, keys, signature, .. } = shown.mail;
    open.apply(context, &id, [Event::MailChecked { sha256, keys, signature }])
}

/// What is dropped on the window is a mail for the case whose page is open; elsewhere it is a file
/// to be checked.
pub(crate) fn takes(
    open: &mut Open,
    input: VerificationInput,
) -> Result<MailInput, VerificationInput> {
    let Route::Case { id, page } = &open.route else { return Err(input) };
    let is_open = matches!(page, CasePage::Mail(_) | CasePage::Stated | CasePage::Done);
    if !is_open || !open.case(id).is_some_and(Case::takes_mail) {
        return Err(input);
    }
    match input {
        VerificationInput::File(path) => Ok(MailInput::File(id.clone(), path)),
        VerificationInput::Dragged(over) => Ok(MailInput::Dragged(over)),
        VerificationInput::Checked(..) | VerificationInput::Compared(_) => Err(input),
    }
}
