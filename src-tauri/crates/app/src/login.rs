//! Logins in the system browser: one at a time. A case asks for one to approve or to hand over; the
//! page of the organisation, to learn whom a person may represent.

use crate::context::Context;
use crate::effect::Effect;
use crate::input::LoginInput;
use crate::intent::LoginIntent;
use crate::model::{Login, LoginReason, Open};
use crate::route::{CasePage, Listing, Route};
use domain::case::{CaseId, Event, Token};
use domain::problem::Problem;

pub(crate) fn intent(open: &mut Open, intent: LoginIntent) -> Vec<Effect> {
    match (intent, &open.login) {
        (LoginIntent::Cancel, Some(_)) => vec![Effect::CancelLogin],
        (LoginIntent::OpenBrowser, Some(Login { attempt, link: Some(link), .. })) => {
            vec![Effect::OpenLink(attempt.clone(), link.clone())]
        }
        (LoginIntent::GoOnDespiteClock, Some(Login { clock_behind: Some(_), .. })) => {
            vec![Effect::GoOnDespiteClock]
        }
        (LoginIntent::Cancel | LoginIntent::OpenBrowser | LoginIntent::GoOnDespiteClock, _) => {
            vec![]
        }
    }
}

/// The representative wants to approve.
pub(crate) fn approve(
    open: &mut Open,
    context: &Context<'_>,
    id: &CaseId,
    attempt: Token,
) -> Vec<Effect> {
    // Then the page leads through the official site, and offers no login.
    if !context.common.services.approves {
        return vec![];
    }
    let (is_busy, mut effects) = shows_login_in_progress(open, id);
    if !is_busy {
        effects.extend(open.apply(context, id, [Event::ApprovalAsked { attempt }]));
    }
    effects
}

/// Asks the broker which organisations the person may represent, for a draft.
pub(crate) fn list_organisations(
    open: &mut Open,
    context: &Context<'_>,
    id: &CaseId,
    attempt: Token,
) -> Vec<Effect> {
    if !context.common.services.broker.lists_organisations || open.draft(id).is_none() {
        return vec![];
    }
    let (is_busy, mut effects) = shows_login_in_progress(open, id);
    let Some(page) = open.route.organisation(id).filter(|_| !is_busy) else { return effects };
    page.listing = Some(Listing { attempt: attempt.clone(), outcome: None });
    open.login = Some(Login::begun(id, &attempt, LoginReason::ListOrganisations, context.now.at));
    effects.push(Effect::ListOrganisations(id.clone(), attempt, context.common.language));
    effects
}

/// One login at a time: a second click shows the first, and another case waits until it is over.
/// True when there is one. One that only lists organisations is cancelled for another.
pub(crate) fn shows_login_in_progress(open: &mut Open, id: &CaseId) -> (bool, Vec<Effect>) {
    let Some(login) = &open.login else { return (false, vec![]) };
    let case = login.case.clone();
    if login.reason == LoginReason::ListOrganisations {
        open.login = None;
        if let Some(page) = open.route.organisation(&case) {
            page.listing = None;
        }
        return (false, vec![Effect::CancelLogin]);
    }
    open.go(Route::Case { id: case.clone(), page: CasePage::Approve });
    open.notice.problem = (case != *id).then_some(Problem::LoginUnderWay);
    (true, vec![])
}

/// A login that only lists organisations belongs to its page: leaving that cancels it.
pub(crate) fn end_listing_if_left(open: &mut Open) -> Option<Effect> {
    let login =
        open.login.as_ref().filter(|login| login.reason == LoginReason::ListOrganisations)?;
    let (case, attempt) = (login.case.clone(), login.attempt.clone());
    let page = open.route.organisation(&case).and_then(|page| page.listing.as_ref());
    if page.is_some_and(|listing| listing.attempt == attempt) {
        return None;
    }
    open.login = None;
    Some(Effect::CancelLogin)
}

/// A login goes on.
pub(crate) fn input(open: &mut Open, attempt: &Token, input: LoginInput) -> Vec<Effect> {
    let Some(login) = open.login.as_mut().filter(|login| login.attempt == *attempt) else {
        return vec![];
    };
    match input {
        LoginInput::Waiting { link, host, until, browser_failed } => {
            login.link = Some(link);
            login.host = host;
            login.until = until;
            login.browser_failed = browser_failed;
            login.clock_behind = None;
        }
        LoginInput::OtherAnswer => login.other_answer = true,
        LoginInput::Https => login.https = true,
        LoginInput::ClockOff(behind) => login.clock_behind = Some(behind),
        LoginInput::NotMade(code) => open.login_code = Some((login.case.clone(), code)),
        LoginInput::Reopened(opened) => login.browser_failed = !opened,
    }
    vec![]
}

/// A login is over, whatever came of it.
pub(crate) fn ended(open: &mut Open, attempt: &Token) {
    if open.login.as_ref().is_some_and(|login| login.attempt == *attempt) {
        open.login = None;
    }
}
