//! The set-up checklist (tjekliste): what to do before, on the day and in the sixty days after, to
//! be ticked by hand. What it asks for before are the findings of the rules for just this case and
//! the documents that follow from them, so it never asks for what does not concern the
//! organisation.

mod days;

use crate::Error;
use crate::binding::{AIRY_OR_TIGHT, Frame};
use crate::file_name::{named, titled};
use crate::flow::{Flow, Section};
use crate::page::{QUIET, SAY, TEXT, TITLE, mm};
use crate::replaced;
use crate::steps::{BOX, BULLET, TICK, steps, to_tick};
use crate::table::Cell;
use crate::wording::Wording;
use domain::connection::Connection;
use domain::cvr::CvrNumber;
use domain::draft::Draft;
use domain::preflight::{Facts, Finding, Need, Verdict, documents_needed, outlook, preflight};
use domain::problem::Problem;
use domain::rules::{Severity, book};
use domain::{Environment, Language};
use jiff::civil::Date;

/// Everything that a checklist is made of.
#[derive(Debug, Clone, Copy)]
pub struct Checklist<'a> {
    /// Every page of a practice checklist says PRØVE.
    pub environment: Environment,
    /// The language it is written in.
    pub language: Language,
    /// The answers of the case; [`Draft::of`] has those of one that is whole.
    pub draft: &'a Draft,
    /// What is known beside the answers.
    pub facts: Facts<'a>,
    /// The day it is made, in Denmark; dates are counted from it where nothing else is known.
    pub on: Date,
}

/// The checklist as a PDF.
///
/// # Errors
/// [`Error::NotMade`].
pub fn checklist(checklist: &Checklist<'_>) -> Result<Vec<u8>, Error> {
    let frame = Frame {
        environment: checklist.environment,
        language: checklist.language,
        on: checklist.on,
        title: title_of(checklist),
        subject: "documents-checklist-subject",
        foot: "documents-checklist-footer",
    };
    frame.fill(
        AIRY_OR_TIGHT,
        |wording| running(wording, checklist),
        |flow, wording, ()| lay(flow, wording, checklist),
    )
}

/// The name of the file, such as "PRØVE 2026-11-22 Nordlys ApS CVR 12345674 tjekliste.pdf"; without
/// what is not known yet.
pub fn checklist_file_name(checklist: &Checklist<'_>) -> String {
    format!("{}.pdf", title_of(checklist))
}

fn title_of(checklist: &Checklist<'_>) -> String {
    let name =
        organisation(checklist).map(|organisation| organisation.name.as_str()).unwrap_or_default();
    let cvr = CvrNumber::parse(&checklist.draft.cvr).map(|cvr| cvr.to_string()).unwrap_or_default();
    titled(
        checklist.environment,
        checklist.language,
        checklist.on,
        &named(name, &cvr),
        "documents-checklist-file-word",
    )
}

fn running(wording: &mut Wording, checklist: &Checklist<'_>) -> String {
    match CvrNumber::parse(&checklist.draft.cvr) {
        Ok(cvr) => wording.with("documents-checklist-running", &[("cvr", &cvr.in_pairs())]),
        Err(_) => wording.get("documents-checklist-file-word"),
    }
}

fn organisation<'a>(checklist: &Checklist<'a>) -> Option<&'a domain::organisation::Organisation> {
    checklist.facts.organisation.or_else(|| checklist.draft.organisation())
}

fn lay(flow: &mut Flow, wording: &mut Wording, checklist: &Checklist<'_>) {
    let Checklist { draft, facts, on, language, .. } = checklist;
    let findings = preflight(draft, facts, *on);
    let verdict = outlook(draft, facts, *on, &findings).verdict;
    let needs = documents_needed(draft, facts, *on);

    flow.paragraph(&wording.get("documents-checklist-title"), TITLE);
    flow.gap(mm(3.0));
    flow.paragraph(&sentence(wording, checklist, verdict), SAY);
    flow.gap(mm(2.0));
    let rules = wording.day(book().documents.as_of);
    flow.paragraph(&wording.with_here("documents-checklist-say", &[("day", &rules)]), TEXT);

    let mut found = |severity| found(wording, &findings, severity, *language);
    let [stops, asks, warns, advises] =
        [Severity::Stops, Severity::Documents, Severity::Warning, Severity::Advice].map(&mut found);
    let needed: Vec<_> = needs.iter().map(|need| needed(wording, need, *language)).collect();
    let missing = missing(wording, checklist, &findings);
    for (heading, rows) in [
        ("stops", stops),
        ("missing", missing),
        ("needed", asks),
        ("documents", needed),
        ("warnings", warns),
        ("advice", advises),
    ] {
        if !rows.is_empty() {
            flow.section(&Section::new(
                &wording.get(&format!("documents-checklist-{heading}")),
                steps(&rows),
            ));
        }
    }
    match verdict {
        // Nobody prepares for a day that will not come.
        Verdict::NotNeeded => {}
        Verdict::Open | Verdict::Automatic | Verdict::Documents | Verdict::Impossible => {
            days::lay(flow, wording, checklist, needs.iter().any(|need| need.required));
        }
    }

    replaced::lay(flow, wording);
}

fn sentence(wording: &mut Wording, checklist: &Checklist<'_>, verdict: Verdict) -> String {
    let name = match organisation(checklist) {
        Some(organisation) if !organisation.name.is_empty() => wording.strong(&organisation.name),
        Some(_) | None => wording.get("documents-checklist-organisation"),
    };
    let key = match verdict {
        Verdict::Open => "documents-checklist-open",
        Verdict::Automatic => "documents-checklist-automatic",
        Verdict::Documents => "documents-checklist-by-documents",
        Verdict::Impossible => "documents-checklist-impossible",
        Verdict::NotNeeded => "documents-checklist-not-needed",
    };
    wording.with(key, &[("organisation", &name)])
}

/// What the rules found, each with what to do. Advice is read; the rest is ticked.
fn found(
    wording: &mut Wording,
    findings: &[Finding],
    severity: Severity,
    language: Language,
) -> Vec<Vec<Cell>> {
    let told = |finding: &Finding| {
        let wrong = wording.legible(&finding.wrong(language));
        let remedy = wording.legible(&finding.remedy(language));
        let what = Cell::new(wrong, TEXT.strong()).and(remedy, TEXT);
        match severity {
            Severity::Advice => vec![Cell::new(BULLET, TEXT), what.heads_row()],
            Severity::Stops | Severity::Documents | Severity::Warning => to_tick(what),
        }
    };
    findings.iter().filter(|finding| finding.rule.severity == severity).map(told).collect()
}

/// The answers that are asked for before the approval and that no rule speaks of, each question
/// once.
fn missing(wording: &Wording, checklist: &Checklist<'_>, findings: &[Finding]) -> Vec<Vec<Cell>> {
    let told = |field: &str| findings.iter().any(|finding| finding.field.as_deref() == Some(field));
    let mut asked: Vec<Problem> = Vec::new();
    for missing in Connection::parse(checklist.draft, checklist.on).err().unwrap_or_default() {
        if !told(&missing.field) && !asked.contains(&missing.problem) {
            asked.push(missing.problem);
        }
    }
    let told = |problem: &Problem| {
        let (wrong, remedy) = match problem {
            // Beside its question this says enough; on paper it does not.
            Problem::AnswerMissing => (
                "documents-checklist-unanswered".to_owned(),
                "documents-checklist-unanswered-do".to_owned(),
            ),
            _ => (format!("err-{}", problem.code()), format!("rec-{}", problem.code())),
        };
        to_tick(Cell::new(wording.get(&wrong), TEXT.strong()).and(wording.get(&remedy), TEXT))
    };
    asked.iter().map(told).collect()
}

/// A document with what is still to be confirmed of it, each with a box of its own.
fn needed(wording: &mut Wording, need: &Need, language: Language) -> Vec<Cell> {
    let state = match (need.is_satisfied(), need.required) {
        (true, _) => "documents-checklist-enclosed",
        (false, true) => "documents-checklist-enclose",
        (false, false) => "documents-checklist-helps",
    };
    let name = wording.legible(need.document.name.read(language));
    let mut what = Cell::new(name, TEXT.strong()).and(wording.get(state), TEXT.coloured(QUIET));
    if need.is_satisfied() {
        return vec![Cell::new(TICK, TEXT.strong()), what.heads_row()];
    }
    what = what.and(wording.legible(need.document.shows.read(language)), TEXT);
    for point in &need.open {
        let text = wording.legible(point.text.read(language));
        what = what.and(format!("{BOX}\u{a0}{text}"), TEXT);
    }
    to_tick(what)
}
