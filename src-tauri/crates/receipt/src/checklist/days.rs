//! The day of the approval and what follows it, with dates.

use super::Checklist;
use crate::facts::label;
use crate::flow::{Flow, Section};
use crate::page::TEXT;
use crate::steps::{BOX, steps, to_tick};
use crate::table::{Cell, Ruling, Table};
use crate::wording::Wording;
use domain::Environment;
use domain::draft::Role;
use domain::preflight::expected_answer;
use domain::rules::book;

/// Box, when, and what.
const DATED: [f32; 3] = [9.0, 44.0, 114.0];

/// How long records are kept after the end of the financial year.
const KEPT_YEARS: i16 = 5;

/// `with_documents` says that the case is handled by a person.
pub(super) fn lay(
    flow: &mut Flow,
    wording: &Wording,
    checklist: &Checklist<'_>,
    with_documents: bool,
) {
    let if_so = |holds: bool, item: &'static str| holds.then_some(item);
    let ready = [
        Some("ready-representative"),
        Some("ready-administrators"),
        if_so(with_documents, "ready-files"),
    ];
    ticked(flow, wording, "ready", ready.into_iter().flatten());
    let hand_over = if_so(checklist.draft.role == Some(Role::Reporter), "day-hand-over");
    let day = [
        Some("day-check"),
        hand_over,
        Some("day-approve"),
        Some("day-receipt"),
        Some("day-conclude"),
    ];
    ticked(flow, wording, "day", day.into_iter().flatten());
    after(flow, wording, checklist, with_documents);
}

fn ticked(
    flow: &mut Flow,
    wording: &Wording,
    heading: &str,
    items: impl Iterator<Item = &'static str>,
) {
    let item =
        |name: &str| to_tick(Cell::new(wording.get(&format!("documents-checklist-{name}")), TEXT));
    let rows: Vec<_> = items.map(item).collect();
    flow.section(&Section::new(
        &wording.get(&format!("documents-checklist-{heading}")),
        steps(&rows),
    ));
}

fn after(flow: &mut Flow, wording: &Wording, checklist: &Checklist<'_>, with_documents: bool) {
    let sent = checklist.facts.sent.unwrap_or(checklist.on);
    let concluded = checklist.facts.concluded.unwrap_or(checklist.on);
    let lengths = &book().deadlines.lengths;
    let mut rows = Vec::new();
    if with_documents && checklist.facts.concluded.is_none() {
        let latest = wording.day(expected_answer(sent).latest);
        let when = wording.with("documents-checklist-expected", &[("day", &latest)]);
        rows.push(dated(
            when,
            wording.with("documents-checklist-answer", &[("day", &wording.day(sent))]),
        ));
    }
    rows.push(dated(
        wording.get("documents-checklist-soon"),
        wording.get("documents-checklist-link"),
    ));
    let latest = wording.day(lengths.set_up_link.length.after(concluded));
    rows.push(dated(
        wording.with("receipt-by", &[("day", &latest)]),
        wording.get("documents-checklist-set-up"),
    ));
    rows.push(dated(
        wording.get("documents-checklist-then"),
        wording.get("documents-checklist-users"),
    ));
    let year = concluded.year().saturating_add(KEPT_YEARS).to_string();
    rows.push(dated(
        wording.with("receipt-until", &[("year", &year)]),
        wording.get("receipt-keep"),
    ));

    let counted = match (checklist.facts.concluded, checklist.environment) {
        (Some(day), Environment::Live) => {
            wording.with("documents-checklist-concluded", &[("day", &wording.day(day))])
        }
        (None, _) | (Some(_), Environment::Practice) => {
            wording.with("documents-checklist-counted", &[("day", &wording.day(concluded))])
        }
    };
    let table = Table { widths: &DATED, head: None, rows: &rows, ruling: Ruling::Across };
    let heading = wording.get("documents-checklist-after");
    flow.section(&Section { text: Some((&counted, TEXT)), ..Section::new(&heading, table) });
}

fn dated(when: String, what: String) -> Vec<Cell> {
    vec![Cell::new(BOX, TEXT), label(when), Cell::new(what, TEXT)]
}
