//! The page of one administrator: what the person is appointed to, what to do by when, and what
//! happens otherwise. It can be given to that person alone: no other's address or date of birth
//! stands on it.

use super::{Administrators, approval, approver, deadline, link_sent, role, unproven};
use crate::facts::{fact, facts};
use crate::flow::{Flow, Section};
use crate::page::{SAY, TEXT, TITLE, mm};
use crate::replaced;
use crate::steps::{numbered, steps};
use crate::table::Cell;
use crate::wording::Wording;
use domain::connection::Administrator;

pub(super) fn lay(
    flow: &mut Flow,
    wording: &mut Wording,
    administrators: &Administrators<'_>,
    person: &Administrator,
) {
    flow.paragraph(&wording.get("documents-sheet-title"), TITLE);
    flow.gap(mm(3.0));
    flow.paragraph(&sentence(wording, administrators, person), SAY);
    flow.gap(mm(2.0));
    flow.paragraph(&wording.here("documents-sheet-means"), TEXT);
    if let Some(unproven) = unproven(wording, administrators.evidence.level) {
        flow.gap(mm(2.0));
        flow.paragraph(&unproven, TEXT.strong());
    }

    let by = wording.with("documents-sheet-to-do", &[("day", &deadline(wording, administrators))]);
    let rows = to_do(wording, administrators, person);
    flow.section(&Section::new(&by, steps(&rows)));
    let rows = otherwise(wording, administrators, person);
    flow.section(&Section::new(&wording.get("documents-sheet-know"), facts(&rows)));
    let mut rows = yourself(wording, person);
    rows.extend(approval(wording, administrators));
    flow.section(&Section::new(&wording.get("documents-sheet-appointment"), facts(&rows)));
    replaced::lay(flow, wording);
}

fn sentence(
    wording: &mut Wording,
    administrators: &Administrators<'_>,
    person: &Administrator,
) -> String {
    let name = wording.strong(person.name.as_str());
    let by = approver(wording, administrators);
    let organisation = wording.strong(&administrators.connection.organisation.name);
    let time = wording.weekday_moment(administrators.evidence.approved_at);
    let args =
        [("name", &*name), ("person", &by), ("time", &time), ("organisation", &organisation)];
    wording.with_here("documents-sheet-sentence", &args)
}

fn to_do(
    wording: &mut Wording,
    administrators: &Administrators<'_>,
    person: &Administrator,
) -> Vec<Vec<Cell>> {
    let email = wording.legible(person.email.as_str());
    let link = match link_sent(administrators, person) {
        Some(at) => {
            let time = wording.moment(at);
            wording.with_here("documents-sheet-link", &[("email", &email), ("time", &time)])
        }
        None => wording.with("documents-sheet-link-awaited", &[("email", &email)]),
    };
    let others = ["log-in", "decide", "finish", "roles"]
        .map(|step| wording.get(&format!("documents-sheet-{step}")));
    numbered([link].into_iter().chain(others))
}

fn otherwise(
    wording: &mut Wording,
    administrators: &Administrators<'_>,
    person: &Administrator,
) -> Vec<Vec<Cell>> {
    let wrong = if person.is_representative {
        wording.get("documents-sheet-wrong-own")
    } else {
        let name = wording.legible(administrators.connection.representative.name.as_str());
        wording.with("documents-sheet-wrong", &[("name", &name)])
    };
    vec![
        fact(wording.get("documents-else"), wording.get("documents-sheet-else")),
        fact(wording.get("documents-sheet-unable-heading"), wording.get("documents-sheet-unable")),
        fact(wording.get("documents-sheet-wrong-heading"), wrong),
        fact(wording.get("documents-sheet-may-heading"), wording.get("documents-sheet-may")),
    ]
}

fn yourself(wording: &mut Wording, person: &Administrator) -> Vec<Vec<Cell>> {
    let email = wording.legible(person.email.as_str());
    vec![
        fact(wording.get("documents-email"), email),
        fact(wording.get("receipt-born"), wording.day(person.born.date())),
        fact(wording.get("documents-role-heading"), role(wording, person)),
    ]
}
