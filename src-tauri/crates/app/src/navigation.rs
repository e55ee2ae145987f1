//! From page to page, and the list of cases.

use crate::bin;
use crate::context::Context;
use crate::effect::{Effect, Store};
use crate::input::Listed;
use crate::intent::{CasesIntent, Navigation};
use crate::model::{InMemory, Open, Pending, Saved};
use crate::route::{
    BackupsPage, CameFrom, CaseList, CasePage, FollowUp, OpenHandOver, ROWS, Receipts, Route,
    ServicesPage, SettingsPage, Verify,
};
use domain::case::{Case, CaseId, Event, Mail, Token};
use domain::outcome::ScreenNote;
use domain::parts::Part;
use domain::problem::Problem;
use domain::summary::{DueDeadline, Query};

pub(crate) fn intent(
    open: &mut Open,
    context: &mut Context<'_>,
    intent: Navigation,
) -> Vec<Effect> {
    let show = |page| Pending::Show(Some(page));
    match intent {
        Navigation::Cases => to_cases(open),
        Navigation::Case(id) => open.with_case(context, &id, Pending::Show(None)),
        Navigation::Approval(id) => open.with_case(context, &id, show(CasePage::Done)),
        Navigation::Part(id, Part::Organisation) => {
            open.with_case(context, &id, show(CasePage::Organisation(Box::default())))
        }
        Navigation::Part(id, part) => open.with_case(context, &id, show(CasePage::Part(part))),
        Navigation::Check(id) => open.with_case(context, &id, show(CasePage::Check)),
        Navigation::Rules(id) => open.with_case(context, &id, show(CasePage::Rules)),
        Navigation::History(id) => {
            open.with_case(context, &id, show(CasePage::History(Box::default())))
        }
        Navigation::HandOver(id) => open.with_case(context, &id, show(CasePage::HandOver)),
        Navigation::Timeline(id) => open.with_case(context, &id, Pending::Timeline),
        Navigation::OpenHandOver => to(open, Route::OpenHandOver(OpenHandOver::default())),
        Navigation::FollowUp => {
            open.go(Route::FollowUp(FollowUp::default()));
            vec![Store::ListDates.into()]
        }
        Navigation::Receipts => to_receipts(open),
        Navigation::Verify => to(open, Route::Verify(Verify::default())),
        Navigation::Mailbox => {
            open.go(Route::Mailbox(Vec::new()));
            vec![Store::ReadMails.into()]
        }
        Navigation::AboutPractice => to(open, Route::AboutPractice),
        Navigation::Help => {
            open.go(Route::Help(Vec::new()));
            vec![Store::ReadNotes.into()]
        }
        Navigation::Settings => {
            open.go(Route::Settings(SettingsPage::default()));
            vec![Store::CountUncopied.into()]
        }
        Navigation::Services => {
            let from = came_from(open);
            to(open, Route::Services(ServicesPage { from, ..ServicesPage::default() }))
        }
        Navigation::Backups => to(open, Route::Backups(BackupsPage::default())),
        Navigation::Bin => bin::to_bin(open),
        Navigation::ReadProblem(case) => {
            open.notice.problem = None;
            case.map_or_else(Vec::new, |id| {
                open.with_case(context, &id, Pending::Event(Box::new(Event::ProblemRead)))
            })
        }
        // It is of every phase and was handled before.
        Navigation::CloseWindow => vec![],
        Navigation::OpenSite(site) => vec![Effect::OpenSite(site)],
    }
}

/// The list of cases, and a new case.
pub(crate) fn cases(
    open: &mut Open,
    context: &Context<'_>,
    intent: CasesIntent,
    fresh: Token,
) -> Vec<Effect> {
    match intent {
        CasesIntent::Begin => {
            let id = CaseId(fresh.0);
            let case = Case::begin(id.clone(), context.common.environment, context.now);
            let untouched =
                InMemory { case, saved: Saved::Not, link: None, copied: None, record: None };
            open.cases.insert(id.clone(), untouched);
            open.go(Route::part(id, Part::Need));
            vec![]
        }
        CasesIntent::List(query) => {
            let query = Query { limit: query.limit.min(ROWS), ..query };
            match &mut open.route {
                Route::Cases(list) => list.query = query.clone(),
                _ => return vec![],
            }
            vec![Store::List(query).into()]
        }
        CasesIntent::SaveDates(wanted) => match &open.route {
            Route::FollowUp(page) => {
                let is_wanted = |due: &&DueDeadline| {
                    wanted
                        .as_ref()
                        .is_none_or(|(case, kind)| due.case == *case && due.kind == *kind)
                };
                let dates: Vec<_> = page.due.iter().filter(is_wanted).cloned().collect();
                if dates.is_empty() {
                    return vec![];
                }
                vec![Effect::SaveDates(dates)]
            }
            _ => vec![],
        },
        CasesIntent::SaveUnreadable(case) => vec![Effect::SaveUnreadable(case)],
    }
}

/// The front page.
pub(crate) fn to_cases(open: &mut Open) -> Vec<Effect> {
    let list = CaseList::default();
    let query = list.query.clone();
    open.go(Route::Cases(list));
    vec![Store::List(query).into()]
}

/// The list of receipts.
pub(crate) fn to_receipts(open: &mut Open) -> Vec<Effect> {
    open.go(Route::Receipts(Receipts::default()));
    vec![Store::ListReceipts(0).into()]
}

/// The draft of which a page is left for a while.
fn came_from(open: &Open) -> Option<CameFrom> {
    match &open.route {
        Route::Case { id, page } if open.draft(id).is_some() => Some(CameFrom {
            case: id.clone(),
            organisation: matches!(page, CasePage::Organisation(_)),
        }),
        _ => None,
    }
}

fn to(open: &mut Open, route: Route) -> Vec<Effect> {
    open.go(route);
    vec![]
}

/// The list on the page that is open, again: something of it has changed.
pub(crate) fn refresh(open: &Open) -> Option<Effect> {
    match &open.route {
        Route::Cases(list) => Some(Store::List(list.query.clone()).into()),
        Route::Receipts(receipts) => Some(Store::ListReceipts(receipts.from).into()),
        Route::FollowUp(_) => Some(Store::ListDates.into()),
        Route::Bin(page) => Some(Store::ListBin(page.from).into()),
        Route::Case { id, page: CasePage::History(_) } => {
            Some(Store::ReadHistory(id.clone()).into())
        }
        _ => None,
    }
}

pub(crate) fn listed(open: &mut Open, outcome: Result<Box<Listed>, Problem>) -> Vec<Effect> {
    let Route::Cases(list) = &mut open.route else { return vec![] };
    match outcome {
        Ok(listed) => {
            let Listed { rows, attention, unreadable, binned } = *listed;
            open.total = rows.total;
            list.rows = rows;
            list.attention = attention;
            list.unreadable = unreadable;
            list.binned = binned;
        }
        Err(problem) => open.tell(problem),
    }
    vec![]
}

pub(crate) fn dates(open: &mut Open, outcome: Result<FollowUp, Problem>) -> Vec<Effect> {
    let Route::FollowUp(page) = &mut open.route else { return vec![] };
    match outcome {
        Ok(read) => *page = read,
        Err(problem) => open.tell(problem),
    }
    vec![]
}

pub(crate) fn mails(open: &mut Open, outcome: Result<Vec<(CaseId, Mail)>, Problem>) -> Vec<Effect> {
    let Route::Mailbox(mails) = &mut open.route else { return vec![] };
    match outcome {
        Ok(read) => *mails = read,
        Err(problem) => open.tell(problem),
    }
    vec![]
}

pub(crate) fn notes(open: &mut Open, outcome: Result<Vec<ScreenNote>, Problem>) -> Vec<Effect> {
    let Route::Help(notes) = &mut open.route else { return vec![] };
    match outcome {
        Ok(read) => *notes = read,
        Err(problem) => open.tell(problem),
    }
    vec![]
}

pub(crate) fn written(open: &mut Open, outcome: Result<String, Problem>) -> Vec<Effect> {
    match outcome {
        Ok(path) => {
            open.notice.written = Some(path);
            open.notice.problem = None;
        }
        Err(problem) => open.tell(problem),
    }
    vec![]
}
