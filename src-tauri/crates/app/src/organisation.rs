//! The organisation of a draft: asked of the register, looked for by its name, or chosen from those
//! that the broker says a person may represent.

use crate::context::Context;
use crate::effect::{Effect, Store};
use crate::intent::Site;
use crate::model::{Open, QueryId};
use crate::route::{SameOrganisation, Search, SearchHit};
use domain::case::{CaseId, Event, Token};
use domain::cvr::CvrNumber;
use domain::draft::Draft;
use domain::lookup::Lookup;
use domain::organisation::Represented;
use domain::parts::{Part, problems_in};
use domain::problem::{FieldProblem, Problem};

/// Asks the register about the number of a draft, after these events, or says what is wrong with
/// it.
pub(crate) fn look_up(
    open: &mut Open,
    context: &mut Context<'_>,
    id: &CaseId,
    mut events: Vec<Event>,
) -> Vec<Effect> {
    let typed = events.iter().rev().find_map(|event| match event {
        Event::Answered(draft) => Some(&**draft),
        _ => None,
    });
    let Some(draft) = typed.or_else(|| open.draft(id)) else { return vec![] };
    if CvrNumber::parse(&draft.cvr).is_err() {
        let mut wrong = problems_in(draft, Part::Organisation, context.now.today);
        wrong.retain(|problem| problem.field == "cvr");
        open.notice.field_problems = wrong;
    } else {
        open.notice.field_problems.retain(|problem| problem.field != "cvr");
        if !context.common.services.register.can_be_asked() {
            return open.apply(context, id, events);
        }
        let QueryId(ask) = context.common.next_query_id(context.now.at);
        events.push(Event::LookUpAsked { ask });
    }
    open.apply(context, id, events)
}

/// What has to be typed where nobody is asked: a number alone says nothing of an organisation.
pub(crate) fn typed_missing(draft: &Draft, context: &Context<'_>) -> Vec<FieldProblem> {
    let is_asked = context.common.services.register.can_be_asked();
    if is_asked || draft.lookup != Lookup::NotYet || CvrNumber::parse(&draft.cvr).is_err() {
        return vec![];
    }
    vec![
        FieldProblem::at("typed.name", Problem::NameMissing),
        FieldProblem::at("typed.form", Problem::AnswerMissing),
    ]
}

/// Opens what the register says in public of the number that was typed.
pub(crate) fn open_register(open: &Open, id: &CaseId) -> Vec<Effect> {
    let cvr = open.draft(id).and_then(|draft| CvrNumber::parse(&draft.cvr).ok());
    vec![Effect::OpenSite(Site::Register(cvr))]
}

/// Asks which other cases there are of the organisation, when its page shows a number of which that
/// has not been asked: whoever begins a second one may not know of the first.
pub(crate) fn look_for_others(open: &mut Open) -> Option<Effect> {
    let id = open.route.case().cloned()?;
    let cvr = open.draft(&id).and_then(|draft| CvrNumber::parse(&draft.cvr).ok());
    let page = open.route.organisation(&id)?;
    if page.others.as_ref().map(|(asked, _)| *asked) == cvr {
        return None;
    }
    page.others = cvr.map(|cvr| (cvr, Vec::new()));
    Some(Store::FindOthers(id, cvr?).into())
}

/// What the database says of them. That it cannot be asked keeps nobody from going on.
pub(crate) fn others_found(
    open: &mut Open,
    id: &CaseId,
    cvr: CvrNumber,
    outcome: Result<Vec<SameOrganisation>, Problem>,
) {
    let page = open.route.organisation(id).and_then(|page| page.others.as_mut());
    if let (Some((asked, others)), Ok(found)) = (page, outcome)
        && *asked == cvr
    {
        *others = found;
    }
}

/// Looks for organisations with these words in their name.
pub(crate) fn search(
    open: &mut Open,
    context: &mut Context<'_>,
    id: &CaseId,
    words: String,
) -> Vec<Effect> {
    let Some(page) = open.route.organisation(id) else { return vec![] };
    let query = context.common.next_query_id(context.now.at);
    let search = Search {
        words: words.clone(),
        query: Some(query),
        hits: vec![],
        last: None,
        more: false,
        problem: None,
    };
    page.search = Some(search);
    vec![Effect::Search { case: id.clone(), query, words, after: None }]
}

/// Looks for the next ones.
pub(crate) fn search_more(open: &mut Open, context: &mut Context<'_>, id: &CaseId) -> Vec<Effect> {
    let search = open.route.organisation(id).and_then(|page| page.search.as_mut());
    let Some(search) = search.filter(|search| search.query.is_none() && search.more) else {
        return vec![];
    };
    let before = search.last;
    let query = context.common.next_query_id(context.now.at);
    search.query = Some(query);
    search.problem = None;
    vec![Effect::Search { case: id.clone(), query, words: search.words.clone(), after: before }]
}

/// The register has answered a search. The person may have asked for something else since.
pub(crate) fn found(
    open: &mut Open,
    id: &CaseId,
    query: QueryId,
    outcome: Result<(Vec<SearchHit>, bool), Problem>,
) -> Vec<Effect> {
    let search = open.route.organisation(id).and_then(|page| page.search.as_mut());
    let Some(search) = search.filter(|search| search.query == Some(query)) else { return vec![] };
    search.query = None;
    match outcome {
        Ok((hits, more)) => {
            search.hits.extend(hits);
            search.more = more;
            search.last = Some(query);
        }
        Err(problem) => search.problem = Some(problem),
    }
    vec![]
}

/// Takes one that was found: its number is the case's, and the register is asked about it.
pub(crate) fn choose(
    open: &mut Open,
    context: &mut Context<'_>,
    id: &CaseId,
    cvr: &str,
) -> Vec<Effect> {
    let Ok(number) = CvrNumber::parse(cvr) else { return vec![] };
    let Some(draft) = open.draft(id) else { return vec![] };
    let mut next = Draft { cvr: number.to_string(), ..draft.clone() };
    next.typed.counts = false;
    if let Some(page) = open.route.organisation(id) {
        page.search = None;
    }
    look_up(open, context, id, vec![Event::Answered(Box::new(next))])
}

/// The broker has told which organisations the person may represent. The only one is taken at once
/// where no number has been typed: the person chose it at the broker.
pub(crate) fn listed(
    open: &mut Open,
    context: &mut Context<'_>,
    id: &CaseId,
    attempt: &Token,
    outcome: Result<Vec<Represented>, Problem>,
) -> Vec<Effect> {
    let is_free = open.draft(id).is_some_and(|draft| draft.cvr.trim().is_empty());
    let Some(page) = open.route.organisation(id) else { return vec![] };
    let Some(listing) = page.listing.as_mut().filter(|listing| listing.attempt == *attempt) else {
        return vec![];
    };
    let only = match outcome.as_deref() {
        Ok([only]) if is_free => Some(only.cvr.to_string()),
        Ok(_) | Err(_) => None,
    };
    match outcome {
        Err(Problem::LoginCancelled) => page.listing = None,
        outcome => listing.outcome = Some(outcome),
    }
    only.map_or_else(Vec::new, |cvr| choose(open, context, id, &cvr))
}
