//! What is known of a case without opening it: the row of a list, what a search finds it by, and
//! its deadlines.
//!
//! A case is large, for it holds answers, documents' names and evidence; a list of a hundred
//! thousand needs a few words of each. [`CaseSummary::of`] derives them, so that a store can keep
//! them beside the case and never has to read it for a list. It is pure: the same case on the same
//! day and under the same [`basis`] gives the same summary.
//!
//! In reading order: [`CaseSummary`], `progress` (tasks, state, next step), `deadline`, `words`
//! (what a search compares), `query` (what a list is asked for, and what it answers), `reminder`
//! (which dates still say something).

mod deadline;
mod progress;
mod query;
mod reminder;
mod words;

pub use deadline::{CaseDeadline, DeadlineKind};
pub use progress::{CaseState, NextStep, Progress, Task, TaskState, progress, tasks};
pub use query::{
    ApprovedQuery, Direction, DueDeadline, DuePaper, Paper, Papers, Query, Row, Rows, SortBy,
    UnreadableCase,
};
pub use reminder::{Audience, still_said, still_said_of_case};
pub use words::{search_terms, search_text, sort_key};

use crate::Timestamp;
use crate::case::{Event, Now, step};
use crate::cvr::CvrNumber;
use crate::delivery::Delivery;
use crate::draft::Draft;
use crate::outcome::{OutcomeKind, Reason, Stated};
use crate::preflight::{Verdict, outlook, preflight};
use crate::problem::Problem;
use crate::rules::{Files, Rule, Severity};
use crate::stage::{Basis, Case, CaseId, Stage};
use crate::terms::CURRENT;
use jiff::civil::Date;
use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::LazyLock;

/// Grows with every change of what [`CaseSummary::of`] says of a case, so that summaries that were
/// kept by an earlier program are made again.
const VERSION: u32 = 6;

/// What is known of a case without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseSummary {
    /// The case.
    pub id: CaseId,
    /// Where it is.
    pub state: CaseState,
    /// What comes next.
    pub next: NextStep,
    /// How many tasks of a draft are done.
    pub done: u32,
    /// The organisation's name, when known.
    pub name: Option<String>,
    /// The CVR number, when sound.
    pub cvr: Option<CvrNumber>,
    /// The representative's name, when known.
    pub representative: Option<String>,
    /// The names of the administrators that are given so far, the representative's among them when
    /// the representative is one.
    pub administrators: Vec<String>,
    /// When the case last changed.
    pub changed: Timestamp,
    /// The last thing that went wrong and has not been answered yet.
    pub problem: Option<Problem>,
    /// What the rules say of the answers, while they can be changed or approved.
    pub verdict: Option<Verdict>,
    /// A person has to do something that is more than going on with a draft: something went wrong,
    /// an approval or its delivery hangs, or a deadline has passed.
    pub needs_attention: bool,
    /// At the next start something is to be taken up again ([`Event::Restored`]).
    pub resumes: bool,
    /// The approval, when there is one.
    pub approval: Option<ApprovalSummary>,
    /// What has to happen until when.
    pub deadlines: Vec<CaseDeadline>,
    /// Why it stands still, in the words of the last outcome; of a draft that cannot be connected,
    /// the rule that says so.
    pub why: Option<Reason>,
    /// The day that the last outcome is about.
    pub stated: Option<Date>,
    /// Which of the administrators is set up, as was ticked, in their order; empty while none is
    /// asked to be.
    pub set_up: Vec<Option<bool>>,
}

/// What a list says of an approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovalSummary {
    /// When, as the broker says.
    pub at: Timestamp,
    /// The day in Denmark.
    pub on: Date,
    /// Who, as the broker says; empty where it told no name.
    pub by: String,
    /// The control code of what was approved, three groups.
    pub control_code: String,
    /// The receiver's case number, when it has taken the case.
    pub case_number: Option<String>,
}

impl CaseSummary {
    /// What is known of a case on a day.
    pub fn of(case: &Case, today: Date) -> Self {
        let Progress { state, next, done } = progress(case, today);
        let deadlines = deadline::deadlines(case, today);
        let judged = verdict(case, today);
        let passed = deadlines.iter().any(|deadline| deadline.is_past(today));
        Self {
            id: case.id.clone(),
            state,
            next,
            done,
            name: organisation_name(case),
            cvr: cvr(case),
            representative: representative(case),
            administrators: administrators(case),
            changed: case.changed,
            problem: case.problem,
            verdict: judged.map(|(verdict, _)| verdict),
            needs_attention: case.problem.is_some() || state.waits_for_person(next) || passed,
            resumes: resumes(case),
            approval: approval(case),
            deadlines,
            why: why(case, judged.and_then(|(_, stops)| stops)),
            stated: case.outcome().map(Stated::day),
            set_up: set_up(case, today),
        }
    }

    /// The first day on which the same case may have another summary; none while no day changes it.
    /// Answers are looked at by the rules, which count in days; after that only deadlines pass.
    pub fn until(&self, today: Date) -> Option<Date> {
        if self.verdict.is_some() {
            return today.tomorrow().ok();
        }
        let coming =
            self.deadlines.iter().filter(|deadline| !deadline.settled && deadline.day >= today);
        coming.filter_map(|deadline| deadline.day.tomorrow().ok()).min()
    }

    /// Everything that a search finds the case by, beside its receipt number.
    pub fn words(&self) -> impl Iterator<Item = String> {
        let numbers = self.approval.as_ref().map(|approval| {
            [approval.case_number.as_deref().unwrap_or_default(), &approval.control_code].join(" ")
        });
        let by = self.approval.as_ref().map(|approval| approval.by.clone());
        let cvr = self.cvr.map(|cvr| format!("{cvr} {}", cvr.in_pairs()));
        [self.name.clone(), cvr, self.representative.clone(), by, numbers]
            .into_iter()
            .flatten()
            .chain(self.administrators.iter().cloned())
    }
}

/// Names the rule book, the terms and the way of summarising: summaries that were made on another
/// basis have to be made again. It is the same for one build of the program; nothing else is
/// promised.
pub fn basis() -> i64 {
    static BASIS: LazyLock<i64> = LazyLock::new(|| {
        let mut hasher = DefaultHasher::new();
        let Files { sources, forms, states, documents, deadlines, words, findings, guide, set_up } =
            Files::OURS;
        (VERSION, CURRENT.published).hash(&mut hasher);
        [sources, forms, states, documents, deadlines, words, findings, guide, set_up]
            .hash(&mut hasher);
        hasher.finish().cast_signed()
    });
    *BASIS
}

/// Asked of [`step`] itself, so that both can never differ. The moment does not matter for whether
/// there is a move.
fn resumes(case: &Case) -> bool {
    let now = Now { at: case.changed, today: crate::day_in_denmark(case.changed) };
    step(case, Event::Restored, now).is_ok()
}

/// The name of the organisation that a case is about, when it is known.
pub fn organisation_name(case: &Case) -> Option<String> {
    match &case.stage {
        Stage::Drafting(draft) => {
            draft.organisation().map(|organisation| organisation.name.clone())
        }
        _ => case.connection().map(|connection| connection.organisation.name.clone()),
    }
}

fn cvr(case: &Case) -> Option<CvrNumber> {
    match &case.stage {
        Stage::Drafting(draft) => CvrNumber::parse(&draft.cvr).ok(),
        _ => case.connection().map(|connection| connection.organisation.cvr),
    }
}

fn representative(case: &Case) -> Option<String> {
    match &case.stage {
        Stage::Drafting(draft) => typed(&draft.representative.name),
        _ => case.connection().map(|connection| connection.representative.name.as_str().to_owned()),
    }
}

fn administrators(case: &Case) -> Vec<String> {
    match &case.stage {
        Stage::Drafting(draft) => {
            let own = draft.representative_is_administrator.then_some(&draft.representative.name);
            own.into_iter()
                .chain(draft.administrators.iter().map(|other| &other.name))
                .filter_map(|name| typed(name))
                .collect()
        }
        _ => {
            let all = case
                .connection()
                .map(|connection| connection.administrators.as_slice())
                .unwrap_or_default();
            all.iter().map(|administrator| administrator.name.as_str().to_owned()).collect()
        }
    }
}

fn set_up(case: &Case, today: Date) -> Vec<Option<bool>> {
    let asked = case.set_up(today);
    let of = |place| asked.iter().find(|it| it.place == place).map(|it| it.done.is_some());
    let people = case.connection().map_or(0, |connection| connection.administrators.len());
    if asked.is_empty() { Vec::new() } else { (0..people).map(of).collect() }
}

fn typed(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// What the rules say of the answers, and the first of them that stops the connection.
fn verdict(case: &Case, today: Date) -> Option<(Verdict, Option<&'static Rule>)> {
    let draft = judged(case)?;
    let facts = case.facts(&draft, today);
    let findings = preflight(&draft, &facts, today);
    let stops = findings.iter().find(|it| it.rule.severity == Severity::Stops);
    Some((outlook(&draft, &facts, today, &findings).verdict, stops.map(|it| it.rule)))
}

/// The answers that the rules are asked about: those that can be changed, approved or concluded.
fn judged(case: &Case) -> Option<Cow<'_, Draft>> {
    let is_open = || {
        let kind = case.outcome().map(|stated| stated.outcome.kind());
        matches!(kind, None | Some(OutcomeKind::SentToRepresentative))
    };
    match &case.stage {
        Stage::Drafting(draft) => Some(Cow::Borrowed(&**draft)),
        Stage::Reviewing(received) => Some(Cow::Owned(Draft::to_review(&received.connection))),
        Stage::Guided(guided) if is_open() => Some(match &guided.basis {
            Basis::Own(draft) => Cow::Borrowed(&**draft),
            Basis::HandedOver(it) => Cow::Owned(Draft::to_review(&it.connection)),
        }),
        Stage::Guided(_)
        | Stage::HandedOver(_)
        | Stage::Approving(_)
        | Stage::Confirming(_)
        | Stage::Approved(_) => None,
    }
}

fn why(case: &Case, stops: Option<&Rule>) -> Option<Reason> {
    match case.outcome() {
        Some(stated) => stated.outcome.reason().cloned(),
        None => stops.map(|rule| Reason { rule: Some(rule.id.clone()), words: String::new() }),
    }
}

fn approval(case: &Case) -> Option<ApprovalSummary> {
    let Stage::Approved(approved) = &case.stage else { return None };
    let evidence = &approved.evidence;
    Some(ApprovalSummary {
        at: evidence.approved_at,
        on: crate::day_in_denmark(evidence.approved_at),
        by: evidence.approver.given().unwrap_or_default().to_owned(),
        control_code: evidence.control_code.to_string(),
        case_number: match &approved.delivery {
            Delivery::Accepted(accepted) => Some(accepted.case_number.clone()),
            Delivery::Sending { .. }
            | Delivery::NotSent { .. }
            | Delivery::NoReceiver { .. }
            | Delivery::Unknown { .. }
            | Delivery::Refused { .. } => None,
        },
    })
}
