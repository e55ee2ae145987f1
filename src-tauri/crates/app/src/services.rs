//! The services that live uses: which profile decides about each, a profile file that is looked at
//! before it is taken into use, and the register that a person may allow.
//!
//! Nothing is asked and nothing changed before the person has seen what it is. What changes,
//! changes for the next question: a login or a delivery in progress is not pulled away from under
//! itself, so then the person is told to wait.

use crate::effect::{Effect, ServicesChange};
use crate::in_progress::{InProgress, in_progress};
use crate::input::ServicesInput;
use crate::intent::ServicesIntent;
use crate::model::{App, Phase, Services, Update};
use crate::route::{Offered, Route, ServicesPage};
use crate::vault;
use domain::Environment;
use domain::case::Now;
use domain::contact::Contact;
use domain::problem::Problem;
use domain::profile::{ProfileSource, ServicePart};
use std::path::PathBuf;

pub(crate) fn intent(app: &mut App, intent: ServicesIntent, now: Now) -> Vec<Effect> {
    match (intent, &app.phase) {
        (ServicesIntent::Choose, Phase::ProfileUnread) => vec![Effect::ChooseProfile],
        (ServicesIntent::Choose, Phase::Open(_)) if is_live(app) => vec![Effect::ChooseProfile],
        (ServicesIntent::GoOnWithout, Phase::ProfileUnread) => vault::open_at_start(app),
        (ServicesIntent::Ask, Phase::Open(_)) => ask(app, now),
        (ServicesIntent::Leave, Phase::Open(_)) => {
            if let Some(page) = page(app) {
                *page = page.anew();
            }
            vec![]
        }
        (ServicesIntent::Take, Phase::Open(_)) => take(app, now),
        (ServicesIntent::PutAway(part), Phase::Open(_)) => {
            change(app, now, ServicesChange::PutAway(part))
        }
        (ServicesIntent::AllowCvrapi { who, email }, Phase::Open(_)) => {
            match Contact::parse(&who, &email) {
                Ok(contact) => change(app, now, ServicesChange::Allow(contact)),
                Err(wrong) => {
                    if let Phase::Open(open) = &mut app.phase {
                        open.notice.field_problems = wrong;
                    }
                    vec![]
                }
            }
        }
        (ServicesIntent::WithdrawCvrapi, Phase::Open(_)) => {
            change(app, now, ServicesChange::Withdraw)
        }
        // A page that is over.
        (
            ServicesIntent::Choose
            | ServicesIntent::GoOnWithout
            | ServicesIntent::Ask
            | ServicesIntent::Leave
            | ServicesIntent::Take
            | ServicesIntent::PutAway(_)
            | ServicesIntent::AllowCvrapi { .. }
            | ServicesIntent::WithdrawCvrapi,
            _,
        ) => vec![],
    }
}

pub(crate) fn input(app: &mut App, input: ServicesInput, now: Now) -> Vec<Effect> {
    match input {
        ServicesInput::File(path) => return file(app, path, now),
        ServicesInput::Read(query, outcome) => {
            let Some(page) = page(app).filter(|page| page.query == Some(query)) else {
                return vec![];
            };
            page.query = None;
            match outcome {
                Ok((reading, text)) => page.offered = Some(Box::new(Offered::new(reading, text))),
                Err((problem, line)) => {
                    page.line = line;
                    tell(app, problem);
                }
            }
        }
        ServicesInput::Asked(query, answers) => {
            let offered = page(app).and_then(|page| page.offered.as_mut());
            if let Some(offered) = offered.filter(|offered| offered.asking == Some(query)) {
                offered.asking = None;
                offered.answers = answers.into_iter().collect();
            }
        }
        ServicesInput::Known(services) => use_services(app, *services),
        ServicesInput::Changed(query, outcome) => {
            let is_awaited = page(app).is_some_and(|page| page.changing == Some(query));
            match outcome {
                Ok(services) => {
                    use_services(app, *services);
                    if let (true, Some(page)) = (is_awaited, page(app)) {
                        *page = page.anew();
                    }
                }
                Err(problem) => {
                    if let (true, Some(page)) = (is_awaited, page(app)) {
                        page.changing = None;
                    }
                    tell(app, problem);
                }
            }
        }
    }
    vec![]
}

/// A file was chosen for a profile, or dropped where one is looked at.
fn file(app: &mut App, path: PathBuf, now: Now) -> Vec<Effect> {
    if app.phase == Phase::ProfileUnread {
        app.phase = Phase::Opening(None);
        let unread = app.common.services.profiles.unread.iter();
        app.common.told_unread =
            unread.filter(|it| it.source == ProfileSource::Managed).cloned().collect();
        return vec![Effect::UseProfile(path)];
    }
    if !is_live(app) || page(app).is_none_or(|page| page.changing.is_some()) {
        return vec![];
    }
    let query = app.common.next_query_id(now.at);
    let anew = page(app).map(|page| page.anew()).unwrap_or_default();
    if let Phase::Open(open) = &mut app.phase {
        open.go(Route::Services(ServicesPage { query: Some(query), ..anew }));
    }
    vec![Effect::ReadProfile(query, path)]
}

/// A file that is over the window, or was dropped on it, is meant for the page of the services, or
/// for the page that says that a profile cannot be read.
pub(crate) fn takes_files(app: &App) -> bool {
    match &app.phase {
        Phase::ProfileUnread => true,
        Phase::Open(open) => {
            app.common.environment == Environment::Live && matches!(open.route, Route::Services(_))
        }
        _ => false,
    }
}

/// A file is over the window, or not any more.
pub(crate) fn dragged(app: &mut App, over: bool) {
    if let Some(page) = page(app) {
        page.dragging = over;
    }
}

fn ask(app: &mut App, now: Now) -> Vec<Effect> {
    let query = app.common.next_query_id(now.at);
    let Some(offered) = page(app).and_then(|page| page.offered.as_mut()) else { return vec![] };
    if offered.asking.is_some() {
        return vec![];
    }
    offered.asking = Some(query);
    vec![Effect::AskProfile(query, offered.text.clone())]
}

fn take(app: &mut App, now: Now) -> Vec<Effect> {
    let services = app.common.services.clone();
    let Some(offered) = page(app).and_then(|page| page.offered.as_ref()) else { return vec![] };
    let parts = offered.takes(&services);
    if parts.is_empty() {
        return vec![];
    }
    let (file, text) = (offered.reading.file.clone(), offered.text.clone());
    change(app, now, ServicesChange::Take { file, text, parts })
}

/// One change at a time, and none while something is asked that it would change.
fn change(app: &mut App, now: Now, change: ServicesChange) -> Vec<Effect> {
    let query = app.common.next_query_id(now.at);
    let is_live = is_live(app);
    let Phase::Open(open) = &mut app.phase else { return vec![] };
    if !is_live {
        return vec![];
    }
    open.notice.field_problems.clear();
    open.notice.problem = None;
    match in_progress(open) {
        Some(InProgress::Login) => open.tell(Problem::ServicesLogin),
        Some(InProgress::Delivery) => open.tell(Problem::ServicesDelivery),
        None => {
            let Route::Services(page) = &mut open.route else { return vec![] };
            if page.changing.is_some() {
                return vec![];
            }
            page.changing = Some(query);
            return vec![Effect::ChangeServices(query, change)];
        }
    }
    vec![]
}

/// What was found out about newer versions stays while it is about the same source.
fn use_services(app: &mut App, services: Services) {
    let before = std::mem::replace(&mut app.common.services, services);
    let now = &mut app.common.services;
    let source = |services: &Services| services.profiles.parts.get(&ServicePart::Update).cloned();
    if now.update != Update::NotConfigured && source(&before) == source(now) {
        now.update = before.update;
    }
}

fn is_live(app: &App) -> bool {
    app.common.environment == Environment::Live
}

fn page(app: &mut App) -> Option<&mut ServicesPage> {
    match &mut app.phase {
        Phase::Open(open) => match &mut open.route {
            Route::Services(page) => Some(page),
            _ => None,
        },
        _ => None,
    }
}

fn tell(app: &mut App, problem: Problem) {
    if let Phase::Open(open) = &mut app.phase {
        open.tell(problem);
    }
}

impl Offered {
    /// The parts that can be taken into use: those that are whole, and that no profile decides
    /// about which comes before what a person takes.
    pub fn takes(&self, services: &Services) -> Vec<ServicePart> {
        self.reading.whole().filter(|part| services.decided(*part).is_none()).collect()
    }
}

impl Services {
    /// Who decides about a part, where that is not the person.
    pub fn decided(&self, part: ServicePart) -> Option<ProfileSource> {
        self.profiles.source(part).filter(|source| *source != ProfileSource::Kept)
    }
}
