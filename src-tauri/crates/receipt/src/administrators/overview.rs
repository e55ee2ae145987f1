//! The overview: everybody who is appointed, by which approval, and what they must do by when. For
//! the management representative.

use super::{Administrators, approval, approver, deadline, role, unproven};
use crate::facts::{fact, facts, joined, kept_together};
use crate::flow::{Flow, Section};
use crate::page::{QUIET, SAY, TEXT, TITLE, mm};
use crate::replaced;
use crate::table::{Cell, Ruling, Table};
use crate::wording::Wording;
use domain::connection::{Administrator, Connection};

/// Number, name and e-mail, born, role.
const PEOPLE: [f32; 4] = [9.0, 72.0, 36.0, 50.0];

pub(super) fn lay(flow: &mut Flow, wording: &mut Wording, administrators: &Administrators<'_>) {
    flow.paragraph(&wording.get("documents-administrators-title"), TITLE);
    flow.gap(mm(3.0));
    flow.paragraph(&sentence(wording, administrators), SAY);
    flow.gap(mm(2.0));
    flow.paragraph(&wording.here("documents-administrators-means"), TEXT);
    if let Some(unproven) = unproven(wording, administrators.evidence.level) {
        flow.gap(mm(2.0));
        flow.paragraph(&unproven, TEXT.strong());
    }

    let rows = to_do(wording, administrators);
    flow.section(&Section::new(&wording.get("documents-administrators-to-do"), facts(&rows)));

    let head =
        ["documents-number", "receipt-administrator", "receipt-born", "documents-role-heading"];
    let head = head.map(|key| Cell::new(wording.get(key), TEXT.strong()));
    let people = (1..).zip(&administrators.connection.administrators);
    let rows: Vec<_> = people.map(|(number, person)| row(wording, number, person)).collect();
    let table = Table { widths: &PEOPLE, head: Some(&head), rows: &rows, ruling: Ruling::Across };
    let heading = wording.get("receipt-administrators-heading");
    let pages = wording.get("documents-administrators-pages");
    flow.section(&Section { text: Some((&pages, TEXT)), ..Section::new(&heading, table) });

    let rows = by_which_approval(wording, administrators);
    flow.section(&Section::new(&wording.get("documents-approval"), facts(&rows)));
    replaced::lay(flow, wording);
}

fn sentence(wording: &mut Wording, administrators: &Administrators<'_>) -> String {
    let person = approver(wording, administrators);
    let organisation = wording.strong(&administrators.connection.organisation.name);
    let count =
        wording.count("receipt-administrators", administrators.connection.administrators.len());
    let time = wording.weekday_moment(administrators.evidence.approved_at);
    let args = [
        ("person", &*person),
        ("time", &time),
        ("organisation", &organisation),
        ("administrators", &count),
    ];
    wording.with_here("documents-administrators-sentence", &args)
}

fn to_do(wording: &Wording, administrators: &Administrators<'_>) -> Vec<Vec<Cell>> {
    let by = wording.with("receipt-by", &[("day", &deadline(wording, administrators))]);
    vec![
        fact(wording.get("documents-first"), wording.get("documents-administrators-first")),
        fact(by, wording.get("documents-administrators-by")),
        fact(wording.get("documents-else"), wording.get("documents-administrators-else")),
    ]
}

fn row(wording: &mut Wording, number: usize, person: &Administrator) -> Vec<Cell> {
    let who = Cell::new(wording.legible(person.name.as_str()), TEXT.strong())
        .heads_row()
        .and(wording.legible(person.email.as_str()), TEXT);
    vec![
        Cell::new(number.to_string(), TEXT.coloured(QUIET)),
        who,
        Cell::new(wording.day(person.born.date()), TEXT),
        Cell::new(role(wording, person), TEXT),
    ]
}

fn by_which_approval(wording: &mut Wording, administrators: &Administrators<'_>) -> Vec<Vec<Cell>> {
    let Connection { organisation, representative, .. } = administrators.connection;
    let cvr =
        kept_together(&wording.with("documents-cvr", &[("cvr", &organisation.cvr.in_pairs())]));
    let about = joined([wording.legible(&organisation.name), cvr]);
    let name = wording.legible(representative.name.as_str());
    let title = wording.danish(&representative.title);
    let mut rows = vec![
        fact(wording.get("receipt-organisation"), about),
        fact(wording.get("receipt-representative"), joined([name, title])),
    ];
    rows.extend(approval(wording, administrators));
    rows
}
