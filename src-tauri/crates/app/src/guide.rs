//! Beside the official site: the companion that leads from screen to screen, what is copied there,
//! the question how it went, and what follows from the answer.

use crate::context::Context;
use crate::effect::{Effect, Store};
use crate::input::GuideInput;
use crate::intent::GuideIntent;
use crate::model::{App, CopiedValue, Open, Phase, Saving, Then, WindowShape};
use crate::route::{CasePage, GuidePage, Route};
use domain::case::{Case, CaseId, Event, Stage, Token, TypedOutcome};
use domain::guided::{ValueKind, copied};
use domain::problem::Problem;
use domain::{Secret, Timestamp};
use jiff::ToSpan;

/// How long a copied value stays in the clipboard.
pub const COPIED_SECONDS: i64 = 60;

pub(crate) fn intent(
    open: &mut Open,
    context: &mut Context<'_>,
    id: &CaseId,
    intent: GuideIntent,
    fresh: Token,
) -> Vec<Effect> {
    match intent {
        GuideIntent::Begin if open.case(id).is_some_and(is_approved) => {
            beside(open, context, id, Event::GuideBegun)
        }
        GuideIntent::Begin => open.apply(context, id, [Event::GuideBegun]),
        GuideIntent::Show(screen) => beside(open, context, id, Event::ScreenShown(screen)),
        GuideIntent::Choose(administrator) => {
            if let Route::Case { page: CasePage::Guide(page), .. } = &mut open.route {
                page.administrator = administrator;
            }
            vec![]
        }
        GuideIntent::Note { screen, note } => {
            open.notice.field_problems.clear();
            open.apply(context, id, [Event::ScreenNoted { screen, note }])
        }
        GuideIntent::Copy(what) => copy(open, context, id, what),
        GuideIntent::KeepOnTop(on_top) => {
            open.on_top = on_top;
            vec![]
        }
        GuideIntent::Ask => {
            if open.case(id).and_then(Case::states).is_some() {
                open.go(page(id, CasePage::Outcome));
            }
            vec![]
        }
        GuideIntent::State(typed) => state(open, context, id, &typed),
        GuideIntent::UseAgain => use_again(open, context, id, fresh),
    }
}

/// A move of a case whose stage stays, after which the companion is open.
fn beside(open: &mut Open, context: &Context<'_>, id: &CaseId, event: Event) -> Vec<Effect> {
    let effects = open.apply(context, id, [event]);
    if !effects.is_empty() {
        open.go(page(id, CasePage::Guide(GuidePage::default())));
    }
    effects
}

fn is_approved(case: &Case) -> bool {
    matches!(case.stage, Stage::Approved(_))
}

fn page(id: &CaseId, page: CasePage) -> Route {
    Route::Case { id: id.clone(), page }
}

/// One value at a time lies in the clipboard: the one that was copied last.
fn copy(open: &mut Open, context: &mut Context<'_>, id: &CaseId, what: ValueKind) -> Vec<Effect> {
    let Route::Case { page: CasePage::Guide(page), .. } = &open.route else { return vec![] };
    let number = page.administrator;
    let Some(visitor) = open.case(id).and_then(Case::visitor) else { return vec![] };
    let Some(text) = copied(&visitor, what, number) else { return vec![] };
    let query = context.common.next_query_id(context.now.at);
    open.notice.problem = None;
    open.copied =
        Some(CopiedValue { query, case: id.clone(), what, administrator: number, until: None });
    vec![Effect::CopyValue(query, Secret::new(text))]
}

/// What came of copying, or of taking a value out of the clipboard again. Of an earlier value
/// nothing is said any more.
pub(crate) fn input(open: &mut Open, context: &Context<'_>, input: GuideInput) -> Vec<Effect> {
    let (query, outcome, is_over) = match input {
        GuideInput::Copied(query, outcome) => (query, outcome, false),
        GuideInput::Cleared(query, outcome) => (query, outcome, true),
    };
    let Some(copied) = open.copied.as_mut().filter(|copied| copied.query == query) else {
        return vec![];
    };
    match outcome {
        Ok(()) if !is_over => copied.until = Some(after_a_minute(context.now.at)),
        Ok(()) => open.copied = None,
        Err(problem) => {
            open.copied = None;
            open.tell(problem);
        }
    }
    vec![]
}

fn after_a_minute(at: Timestamp) -> Timestamp {
    at.checked_add(COPIED_SECONDS.seconds()).unwrap_or(at)
}

/// What was typed is checked first; then it is an event of the case.
fn state(open: &mut Open, context: &Context<'_>, id: &CaseId, typed: &TypedOutcome) -> Vec<Effect> {
    open.notice.problem = None;
    match typed.parse(context.now.today) {
        Ok(outcome) => {
            let effects = open.apply(context, id, [Event::OutcomeStated(outcome)]);
            if effects.is_empty() {
                open.tell(Problem::NotAllowedHere);
            } else {
                open.go(page(id, CasePage::Stated));
            }
            effects
        }
        Err(problems) => {
            open.notice.field_problems = problems;
            vec![]
        }
    }
}

/// A new draft with the answers and the documents of a case that is over. Both are kept at once, so
/// that no draft names a document that is not there.
fn use_again(open: &mut Open, context: &Context<'_>, id: &CaseId, fresh: Token) -> Vec<Effect> {
    let copied = CaseId(fresh.0);
    let Some(case) = open.case(id) else { return vec![] };
    let copy = Case::copy_of(case, copied.clone(), context.now);
    let of = domain::case::step(case, Event::Copied(copied), context.now);
    let (Some(copy), Ok((of, _))) = (copy, of) else {
        open.tell(Problem::NotAllowedHere);
        return vec![];
    };
    open.saving.push_back(Saving {
        next: copy.clone(),
        effects: Vec::new(),
        unsaved: None,
        then: Then::Copied(Box::new(of.clone())),
    });
    vec![Store::SaveCopy { copy: Box::new(copy), of: Box::new(of) }.into()]
}

/// The window is the companion for as long as its page is open, and whole otherwise: whatever leads
/// away from the page, the window is as it was.
pub(crate) fn shape_window(app: &mut App) -> Option<Effect> {
    let wanted = match &app.phase {
        Phase::Open(open) => shape(open),
        Phase::ChooseEnvironment
        | Phase::ProfileUnread
        | Phase::Opening(_)
        | Phase::ChoosePassphrase(_)
        | Phase::Closed(_)
        | Phase::Older(_)
        | Phase::Damaged(_)
        | Phase::Stopped(_) => WindowShape::Whole,
    };
    if app.common.window == wanted {
        return None;
    }
    app.common.window = wanted;
    Some(Effect::ShapeWindow)
}

fn shape(open: &Open) -> WindowShape {
    match &open.route {
        Route::Case { id, page: CasePage::Guide(_) }
            if open.case(id).and_then(Case::visitor).is_some() =>
        {
            WindowShape::Companion { on_top: open.on_top }
        }
        _ => WindowShape::Whole,
    }
}
