//! The timeline of an organisation's administrators as a PDF: approval by approval, newest first,
//! then person by person.

use crate::Error;
use crate::bidi::{PLAIN, STRONG};
use crate::binding::{AIRY_OR_TIGHT, Frame};
use crate::facts::kept_together;
use crate::file_name::title;
use crate::flow::{Flow, Section};
use crate::page::{SAY, TEXT, TITLE, mm};
use crate::record::said;
use crate::replaced;
use crate::table::{Cell, Ruling, Table};
use crate::wording::Wording;
use domain::case::{Belonging, Delivery, Stated};
use domain::organisation::Organisation;
use domain::timeline::Appointment;
use domain::{Environment, Language};
use jiff::civil::Date;

/// Name, role, whether it was the first time.
const APPOINTED: [f32; 3] = [70.0, 50.0, 47.0];
/// Name, every appointment.
const PEOPLE: [f32; 2] = [70.0, 97.0];

/// Everything that a timeline tells.
#[derive(Debug, Clone, Copy)]
pub struct Timeline<'a> {
    /// Every page of a practice timeline says PRØVE.
    pub environment: Environment,
    /// The language it is written in.
    pub language: Language,
    /// The organisation, as the newest of its cases has it.
    pub organisation: &'a Organisation,
    /// What [`domain::timeline::timeline`] says of it.
    pub appointments: &'a [Appointment<'a>],
    /// The day it is made, in Denmark.
    pub on: Date,
}

/// The timeline as a PDF. It has names and no addresses or dates of birth, so it can be laid before
/// a board.
///
/// # Errors
/// [`Error::NotMade`].
pub fn timeline(timeline: &Timeline<'_>) -> Result<Vec<u8>, Error> {
    let frame = Frame {
        environment: timeline.environment,
        language: timeline.language,
        on: timeline.on,
        title: title_of(timeline),
        subject: "documents-timeline-subject",
        foot: "documents-timeline-footer",
    };
    let running = |wording: &mut Wording| {
        wording
            .with("documents-timeline-running", &[("cvr", &timeline.organisation.cvr.in_pairs())])
    };
    frame.fill(AIRY_OR_TIGHT, running, |flow, wording, ()| lay(flow, wording, timeline))
}

/// The name of the file, such as "PRØVE 2026-11-22 Nordlys ApS CVR 12345674 tidslinje.pdf".
pub fn timeline_file_name(timeline: &Timeline<'_>) -> String {
    format!("{}.pdf", title_of(timeline))
}

fn title_of(timeline: &Timeline<'_>) -> String {
    title(
        timeline.environment,
        timeline.language,
        timeline.on,
        timeline.organisation,
        "documents-timeline-file-word",
    )
}

fn lay(flow: &mut Flow, wording: &mut Wording, timeline: &Timeline<'_>) {
    flow.paragraph(&wording.get("documents-timeline-title"), TITLE);
    flow.gap(mm(3.0));
    let organisation = wording.strong(&timeline.organisation.name);
    let day = wording.day(timeline.on);
    let count = timeline.appointments.chunk_by(of_one_approval).count();
    let approvals = wording.count("documents-timeline-approvals", count);
    let args = [("organisation", &*organisation), ("approvals", &approvals), ("day", &day)];
    flow.paragraph(&wording.with("documents-timeline-sentence", &args), SAY);
    flow.gap(mm(2.0));
    flow.paragraph(&wording.here("documents-timeline-means"), TEXT);

    for approval in timeline.appointments.chunk_by(of_one_approval) {
        lay_approval(flow, wording, approval);
    }
    let rows = people(wording, timeline.appointments);
    if !rows.is_empty() {
        let head = ["documents-timeline-name", "documents-timeline-appointed"]
            .map(|key| Cell::new(wording.get(key), TEXT.strong()));
        let table =
            Table { widths: &PEOPLE, head: Some(&head), rows: &rows, ruling: Ruling::Across };
        flow.section(&Section::new(&wording.get("documents-timeline-people"), table));
    }

    replaced::lay(flow, wording);
}

fn of_one_approval(one: &Appointment<'_>, other: &Appointment<'_>) -> bool {
    one.case.id == other.case.id
}

fn lay_approval(flow: &mut Flow, wording: &mut Wording, approval: &[Appointment<'_>]) {
    let Some(first) = approval.first() else { return };
    let approver = match first.evidence.approver.given() {
        Some(name) => wording.legible(name),
        None => wording.get("documents-timeline-nameless"),
    };
    let code =
        format!("{STRONG}{}{PLAIN}", kept_together(&first.evidence.control_code.to_string()));
    let outcome = outcome(wording, first);
    let text = wording.with(
        "documents-timeline-approved",
        &[("person", &approver), ("code", &code), ("outcome", &outcome)],
    );
    let rows: Vec<_> = approval.iter().map(|appointment| row(wording, appointment)).collect();
    let head = ["documents-timeline-name", "documents-role-heading", "documents-timeline-before"];
    let head = head.map(|key| Cell::new(wording.get(key), TEXT.strong()));
    let table =
        Table { widths: &APPOINTED, head: Some(&head), rows: &rows, ruling: Ruling::Across };
    let heading = capital(&wording.weekday_moment(first.evidence.approved_at));
    flow.section(&Section { text: Some((&text, TEXT)), ..Section::new(&heading, table) });
}

/// What became of the approval outside the house: as was stated, with the official mails; and what is
/// known of a receiver.
fn outcome(wording: &mut Wording, appointment: &Appointment<'_>) -> String {
    let case = appointment.case;
    let Some(stated) = case.outcome() else { return delivery(wording, appointment) };
    let (what, time) = (stated_outcome(wording, stated), wording.short_moment(stated.at));
    let args = [("outcome", &*what), ("time", &time)];
    let mut said = vec![wording.with("documents-timeline-stated", &args)];
    for mail in case.mails() {
        let verdict = said::signature(wording, &(&mail.signature).into());
        let belongs = match mail.belonging {
            Belonging::Another => wording.get("documents-timeline-mail-another"),
            Belonging::Belongs | Belonging::Silent => String::new(),
        };
        let verdict = joined_sentences([verdict, belongs]);
        said.push(wording.with_here("documents-timeline-mail", &[("verdict", &verdict)]));
    }
    if case.mails().next().is_none() {
        said.push(wording.here("documents-timeline-no-mail"));
    }
    // Where nobody has it is no news once it went another way.
    if matches!(appointment.delivery, Delivery::Accepted(_) | Delivery::Refused { .. }) {
        said.push(delivery(wording, appointment));
    }
    said.join(" ")
}

/// The outcome in the words of the record.
fn stated_outcome(wording: &Wording, stated: &Stated) -> String {
    let day = stated.outcome.on().map(|day| wording.day(day)).unwrap_or_default();
    let word = said::word(stated.outcome.kind().into());
    wording.with_here(&format!("record-outcome-{word}"), &[("day", &day)])
}

fn joined_sentences(parts: [String; 2]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
}

/// It appoints nobody before the receiver has it.
fn delivery(wording: &mut Wording, appointment: &Appointment<'_>) -> String {
    match appointment.delivery {
        Delivery::Accepted(accepted) => {
            let number = wording.legible(&accepted.case_number);
            wording.with_here("documents-timeline-accepted", &[("number", &number)])
        }
        Delivery::Refused { .. } => wording.get("documents-timeline-refused"),
        Delivery::Sending { .. }
        | Delivery::NotSent { .. }
        | Delivery::NoReceiver { .. }
        | Delivery::Unknown { .. } => wording.get("documents-timeline-unconfirmed"),
    }
}

fn row(wording: &mut Wording, appointment: &Appointment<'_>) -> Vec<Cell> {
    let role = if appointment.administrator.is_representative {
        "documents-role-both"
    } else {
        "documents-role"
    };
    let before = match appointment.before {
        Some(before) => {
            wording.with("documents-timeline-again", &[("day", &wording.day(wording.date(before)))])
        }
        None => wording.get("documents-timeline-first"),
    };
    vec![
        Cell::new(wording.legible(appointment.administrator.name.as_str()), TEXT.strong())
            .heads_row(),
        Cell::new(wording.get(role), TEXT),
        Cell::new(before, TEXT),
    ]
}

/// Each person once, as named last, with the days of all appointments, newest first.
fn people(wording: &mut Wording, appointments: &[Appointment<'_>]) -> Vec<Vec<Cell>> {
    let mut people: Vec<Vec<&Appointment<'_>>> = Vec::new();
    for appointment in appointments {
        let known = |person: &&mut Vec<&Appointment<'_>>| {
            person.first().is_some_and(|first| first.is_of_same_person(appointment))
        };
        match people.iter_mut().find(known) {
            Some(person) => person.push(appointment),
            None => people.push(vec![appointment]),
        }
    }
    let told = |person: &Vec<&Appointment<'_>>| {
        let name = person
            .first()
            .map(|appointment| wording.legible(appointment.administrator.name.as_str()))
            .unwrap_or_default();
        let mut days = Cell::blank();
        for appointment in person {
            let day = wording.day(wording.date(appointment.evidence.approved_at));
            let code = kept_together(&appointment.evidence.control_code.to_string());
            let stated = appointment.case.outcome();
            let outcome = stated.map(|it| stated_outcome(wording, it)).unwrap_or_default();
            let key = match (stated, appointment.delivery) {
                (Some(_), _) => "documents-timeline-day-stated",
                (None, Delivery::Refused { .. }) => "documents-timeline-day-refused",
                (
                    None,
                    Delivery::Sending { .. }
                    | Delivery::NotSent { .. }
                    | Delivery::NoReceiver { .. }
                    | Delivery::Unknown { .. }
                    | Delivery::Accepted(_),
                ) => "documents-timeline-day",
            };
            let args = [("day", &*day), ("code", &code), ("outcome", &outcome)];
            days = days.and(wording.with(key, &args), TEXT);
        }
        vec![Cell::new(name, TEXT.strong()).heads_row(), days]
    };
    people.iter().map(told).collect()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
