//! The checklist of the set-up (tjekliste til opsætningen): what one administrator has to do once
//! the agreement is concluded, steps 3 and 4 of the official way, to be ticked by hand. What it says
//! is the rule book's, each task with where it was read and how surely. It is that person's alone:
//! nothing of the others stands on it.

use crate::Error;
use crate::binding::{AIRY_OR_TIGHT, Frame};
use crate::facts::{fact, facts};
use crate::file_name::title;
use crate::flow::{Flow, Section};
use crate::page::{QUIET, SAY, TEXT, TITLE, mm};
use crate::replaced;
use crate::steps::{steps, to_tick};
use crate::table::Cell;
use crate::wording::Wording;
use domain::connection::Administrator;
use domain::mail_draft::Since;
use domain::organisation::Organisation;
use domain::rules::{Certainty, SetUpPart, SetUpTask, book};
use domain::{Environment, Language};
use jiff::civil::Date;

/// Everything that a checklist of the set-up is made of.
#[derive(Debug, Clone, Copy)]
pub struct SetUpChecklist<'a> {
    /// Every page of a practice checklist says PRØVE.
    pub environment: Environment,
    /// The language it is written in.
    pub language: Language,
    /// The organisation.
    pub organisation: &'a Organisation,
    /// Whose it is.
    pub administrator: &'a Administrator,
    /// What the time is counted from.
    pub since: Since,
    /// The last day on which the link works.
    pub until: Date,
    /// The day it is made, in Denmark.
    pub on: Date,
}

/// The checklist as a PDF.
///
/// # Errors
/// [`Error::NotMade`].
pub fn set_up_checklist(checklist: &SetUpChecklist<'_>) -> Result<Vec<u8>, Error> {
    let frame = Frame {
        environment: checklist.environment,
        language: checklist.language,
        on: checklist.on,
        title: title_of(checklist),
        subject: "documents-set-up-subject",
        foot: "documents-set-up-footer",
    };
    let running = |wording: &mut Wording| {
        wording.with("documents-set-up-running", &[("cvr", &checklist.organisation.cvr.in_pairs())])
    };
    frame.fill(AIRY_OR_TIGHT, running, |flow, wording, ()| lay(flow, wording, checklist))
}

/// The name of the file, such as "PRØVE 2026-11-24 Nordlys ApS CVR 12345674 opsætning.pdf".
pub fn set_up_checklist_file_name(checklist: &SetUpChecklist<'_>) -> String {
    format!("{}.pdf", title_of(checklist))
}

fn title_of(checklist: &SetUpChecklist<'_>) -> String {
    title(
        checklist.environment,
        checklist.language,
        checklist.on,
        checklist.organisation,
        "documents-set-up-file-word",
    )
}

fn lay(flow: &mut Flow, wording: &mut Wording, checklist: &SetUpChecklist<'_>) {
    flow.paragraph(&wording.get("documents-set-up-title"), TITLE);
    flow.gap(mm(3.0));
    flow.paragraph(&sentence(wording, checklist), SAY);
    flow.gap(mm(2.0));
    let day = wording.day(book().set_up.as_of);
    flow.paragraph(&wording.with_here("documents-set-up-say", &[("day", &day)]), TEXT);

    let mut addresses = Vec::new();
    for part in SetUpPart::ALL {
        let rows: Vec<_> = book()
            .set_up
            .tasks_of(part)
            .map(|task| row(wording, checklist, task, &mut addresses))
            .collect();
        let heading = match part {
            SetUpPart::Before => "documents-set-up-before",
            SetUpPart::SetUp => "documents-set-up-step-3",
            SetUpPart::Users => "documents-set-up-step-4",
        };
        flow.section(&Section::new(&wording.get(heading), steps(&rows)));
    }
    let rows: Vec<_> = (1..)
        .zip(&addresses)
        .map(|(number, address): (u32, &&str)| fact(number.to_string(), wording.legible(address)))
        .collect();
    flow.section(&Section::new(&wording.get("documents-set-up-sources"), facts(&rows)));
    replaced::lay(flow, wording);
}

fn sentence(wording: &mut Wording, checklist: &SetUpChecklist<'_>) -> String {
    let name = wording.strong(checklist.administrator.name.as_str());
    let organisation = wording.strong(&checklist.organisation.name);
    let (key, since) = match checklist.since {
        Since::Concluded(day) => ("documents-set-up-sentence-concluded", day),
        Since::Approved(day) => ("documents-set-up-sentence-approved", day),
    };
    let (since, until) = (wording.day(since), wording.day(checklist.until));
    let args =
        [("name", &*name), ("organisation", &organisation), ("day", &since), ("until", &until)];
    wording.with(key, &args)
}

/// A task, and under it how sure it is and where it was read: the numbers of the addresses below.
fn row(
    wording: &mut Wording,
    checklist: &SetUpChecklist<'_>,
    task: &'static SetUpTask,
    addresses: &mut Vec<&'static str>,
) -> Vec<Cell> {
    let until = wording.day(checklist.until);
    let text = task.text(checklist.language, checklist.administrator.email.as_str(), &until);
    let text = wording.legible(&text);
    let mut numbers = Vec::new();
    for address in task.source.iter().filter_map(|id| book().sources.get(id)) {
        let at = addresses.iter().position(|known| *known == address).unwrap_or_else(|| {
            addresses.push(address);
            addresses.len() - 1
        });
        numbers.push((at + 1).to_string());
    }
    let certainty = match task.certainty {
        Certainty::Official => "documents-set-up-official",
        Certainty::ThirdParty => "documents-set-up-third-party",
        Certainty::General => "documents-set-up-general",
        Certainty::Own => "documents-set-up-own",
    };
    let sources = wording.with(certainty, &[("numbers", &numbers.join(", "))]);
    to_tick(Cell::new(text, TEXT).and(sources, TEXT.coloured(QUIET)))
}
