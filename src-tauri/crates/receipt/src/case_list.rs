//! The list of cases (sagsliste): every organisation with where its case is, for a firm that looks
//! after many. It names no person.

use crate::Error;
use crate::binding::{AIRY_OR_TIGHT, Frame};
use crate::facts::{fact, facts, kept_together};
use crate::file_name::titled;
use crate::flow::{Flow, Section};
use crate::page::{SAY, Style, TEXT, TITLE, mm};
use crate::replaced;
use crate::table::{Cell, Ruling, Table};
use crate::wording::Wording;
use domain::case::{Case, Delivery, OutcomeKind, Stage};
use domain::cvr::CvrNumber;
use domain::need::Need;
use domain::{Environment, Language, Timestamp};
use jiff::civil::Date;

/// Organisation, state, changed, approved.
const COLUMNS: [f32; 4] = [85.0, 34.0, 24.0, 24.0];
/// The same and the receipt.
const WITH_RECEIPTS: [f32; 5] = [57.0, 34.0, 24.0, 24.0, 28.0];
const VALUE: Style = Style::new(9.0, 1.4);

/// One case of a list.
#[derive(Debug, Clone, Copy)]
pub struct ListedCase<'a> {
    /// The case.
    pub case: &'a Case,
    /// The number of its receipt on this machine, when it has one.
    pub receipt: Option<u64>,
    /// The last day on which its records are to be kept, when that is known.
    pub kept_until: Option<Date>,
}

/// Everything that a list of cases tells.
#[derive(Debug, Clone, Copy)]
pub struct CaseList<'a> {
    /// Every page of a practice list says PRØVE. Cases of the other environment are no part of the
    /// list.
    pub environment: Environment,
    /// The language it is written in.
    pub language: Language,
    /// The cases, in any order.
    pub cases: &'a [ListedCase<'a>],
    /// The day it is made, in Denmark.
    pub on: Date,
}

/// The list as a PDF, sorted by the name of the organisation.
///
/// # Errors
/// [`Error::NotMade`].
pub fn case_list(list: &CaseList<'_>) -> Result<Vec<u8>, Error> {
    let frame = Frame {
        environment: list.environment,
        language: list.language,
        on: list.on,
        title: title_of(list),
        subject: "documents-list-subject",
        foot: "documents-list-footer",
    };
    let running = |wording: &mut Wording| wording.get("documents-list-title");
    frame.fill(AIRY_OR_TIGHT, running, |flow, wording, ()| lay(flow, wording, list))
}

/// The name of the file, such as "PRØVE 2026-11-22 sagsliste.pdf".
pub fn case_list_file_name(list: &CaseList<'_>) -> String {
    format!("{}.pdf", title_of(list))
}

fn title_of(list: &CaseList<'_>) -> String {
    titled(list.environment, list.language, list.on, "", "documents-list-file-word")
}

fn lay(flow: &mut Flow, wording: &mut Wording, list: &CaseList<'_>) {
    let mut cases: Vec<_> =
        list.cases.iter().filter(|listed| listed.case.environment == list.environment).collect();
    cases.sort_by_cached_key(|listed| {
        (
            in_order(name(listed.case)),
            number(listed.case),
            listed.case.created,
            listed.case.id.clone(),
        )
    });

    flow.paragraph(&wording.get("documents-list-title"), TITLE);
    flow.gap(mm(3.0));
    let count = wording.count("documents-list-cases", cases.len());
    let day = wording.day(list.on);
    flow.paragraph(&wording.with("documents-list-say", &[("cases", &count), ("day", &day)]), SAY);

    let rows = totals(wording, &cases);
    if !rows.is_empty() {
        flow.section(&Section::new(&wording.get("documents-list-totals"), facts(&rows)));
        let with_receipts =
            cases.iter().any(|listed| listed.receipt.is_some() || listed.kept_until.is_some());
        let (widths, columns) =
            if with_receipts { (&WITH_RECEIPTS[..], 5) } else { (&COLUMNS[..], 4) };
        let head = ["organisation", "state", "changed", "approved", "receipt"]
            .map(|column| format!("documents-list-{column}"));
        let head: Vec<_> = head
            .iter()
            .take(columns)
            .map(|key| Cell::new(wording.get(key), TEXT.strong()))
            .collect();
        let rows: Vec<_> = cases
            .iter()
            .map(|listed| row(wording, listed).into_iter().take(columns).collect())
            .collect();
        let table = Table { widths, head: Some(&head), rows: &rows, ruling: Ruling::Across };
        flow.section(&Section::new(&wording.get("documents-list-all"), table));
    }

    replaced::lay(flow, wording);
}

/// How many cases are in each state, in the order in which a case goes through them.
fn totals(wording: &Wording, cases: &[&ListedCase<'_>]) -> Vec<Vec<Cell>> {
    let count = |state: &str| cases.iter().filter(|listed| state_of(listed.case) == state).count();
    let counted = STATES.iter().map(|state| (*state, count(state))).filter(|(_, count)| *count > 0);
    counted.map(|(state, count)| fact(wording.get(state), count.to_string())).collect()
}

/// The words of the window for where a case is.
const STATES: [&str; 17] = [
    "state-draft",
    "state-notNeeded",
    "state-handedOver",
    "state-received",
    "state-approving",
    "state-confirming",
    "state-approved",
    "state-unknown",
    "state-refused",
    "state-delivered",
    "state-guided",
    "state-stopped",
    "state-awaitingRepresentative",
    "state-underReview",
    "state-statedConcluded",
    "state-rejected",
    "state-withdrawn",
];

fn state_of(case: &Case) -> &'static str {
    match &case.stage {
        Stage::Drafting(draft)
            if matches!(draft.need.outcome(), Need::NotNeeded(_))
                && draft.cvr.trim().is_empty() =>
        {
            "state-notNeeded"
        }
        Stage::Drafting(_) => "state-draft",
        Stage::HandedOver(_) => "state-handedOver",
        Stage::Reviewing(_) => "state-received",
        Stage::Approving(_) => "state-approving",
        Stage::Confirming(_) => "state-confirming",
        Stage::Guided(_) | Stage::Approved(_) => {
            match case.outcome().map(|stated| stated.outcome.kind()) {
                None => unstated(case),
                Some(OutcomeKind::Stopped) => "state-stopped",
                Some(OutcomeKind::SentToRepresentative) => "state-awaitingRepresentative",
                Some(OutcomeKind::SentWithDocuments) => "state-underReview",
                Some(OutcomeKind::Concluded) => "state-statedConcluded",
                Some(OutcomeKind::Rejected) => "state-rejected",
                Some(OutcomeKind::Withdrawn) => "state-withdrawn",
            }
        }
    }
}

/// While nobody has said how it went on the official site.
fn unstated(case: &Case) -> &'static str {
    let Stage::Approved(approved) = &case.stage else { return "state-guided" };
    match &approved.delivery {
        Delivery::Sending { .. } | Delivery::NotSent { .. } | Delivery::NoReceiver { .. } => {
            "state-approved"
        }
        Delivery::Unknown { .. } => "state-unknown",
        Delivery::Refused { .. } => "state-refused",
        Delivery::Accepted(_) => "state-delivered",
    }
}

fn row(wording: &mut Wording, listed: &ListedCase<'_>) -> Vec<Cell> {
    let case = listed.case;
    let mut organisation = match name(case) {
        "" => Cell::new(wording.get("documents-list-unnamed"), TEXT),
        name => Cell::new(wording.legible(name), TEXT.strong()),
    };
    if let Some(cvr) = number(case) {
        organisation = organisation
            .and(kept_together(&wording.with("documents-cvr", &[("cvr", &cvr.in_pairs())])), VALUE);
    }
    let day = |at: Timestamp| short(wording, wording.date(at));
    let approved = approved_at(case).map(day).unwrap_or_default();
    let mut receipt = Cell::blank();
    if let Some(number) = listed.receipt {
        receipt = receipt
            .and(wording.with("documents-list-number", &[("number", &number.to_string())]), VALUE);
    }
    if let Some(last) = listed.kept_until {
        receipt = receipt
            .and(wording.with("documents-list-kept", &[("day", &short(wording, last))]), VALUE);
    }
    vec![
        organisation.heads_row(),
        Cell::new(wording.get(state_of(case)), TEXT),
        Cell::new(day(case.changed), VALUE),
        Cell::new(approved, VALUE),
        receipt,
    ]
}

/// A day in figures: there are many of them in a row.
fn short(wording: &Wording, date: Date) -> String {
    let (day, month, year) =
        (format!("{:02}", date.day()), format!("{:02}", date.month()), date.year().to_string());
    wording.with("documents-list-day", &[("day", &day), ("month", &month), ("year", &year)])
}

fn approved_at(case: &Case) -> Option<Timestamp> {
    match &case.stage {
        Stage::Approved(approved) => Some(approved.evidence.approved_at),
        Stage::Drafting(_)
        | Stage::HandedOver(_)
        | Stage::Reviewing(_)
        | Stage::Approving(_)
        | Stage::Guided(_)
        | Stage::Confirming(_) => None,
    }
}

/// The name of the organisation, as far as it is known.
fn name(case: &Case) -> &str {
    let organisation = match &case.stage {
        Stage::Drafting(draft) => draft.organisation(),
        Stage::HandedOver(_)
        | Stage::Reviewing(_)
        | Stage::Approving(_)
        | Stage::Confirming(_)
        | Stage::Guided(_)
        | Stage::Approved(_) => case.connection().map(|connection| &connection.organisation),
    };
    organisation.map(|organisation| organisation.name.as_str()).unwrap_or_default()
}

fn number(case: &Case) -> Option<CvrNumber> {
    match &case.stage {
        Stage::Drafting(draft) => CvrNumber::parse(&draft.cvr).ok(),
        Stage::HandedOver(_)
        | Stage::Reviewing(_)
        | Stage::Approving(_)
        | Stage::Confirming(_)
        | Stage::Guided(_)
        | Stage::Approved(_) => case.connection().map(|connection| connection.organisation.cvr),
    }
}

/// A name for sorting: without regard to case, æ, ø and å last, and what has no name after all that
/// has one.
fn in_order(name: &str) -> (bool, String) {
    let last = |c| match c {
        'æ' => '\u{f0000}',
        'ø' => '\u{f0001}',
        'å' => '\u{f0002}',
        c => c,
    };
    (name.is_empty(), name.to_lowercase().chars().map(last).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_as_in_denmark() {
        let mut names = ["Åse", "", "Zoo", "ærø", "Ørsted", "anker", "Bo"];
        names.sort_by_key(|name| in_order(name));
        assert_eq!(names, ["anker", "Bo", "Zoo", "ærø", "Ørsted", "Åse", ""]);
    }
}
