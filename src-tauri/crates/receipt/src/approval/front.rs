//! The pages for people: who approved what and when, and what happens next.

use super::Proven;
use crate::content::{Delivered, Made, Receipt};
use crate::facts::{fact, facts, joined, kept_together, label};
use crate::flow::{Flow, Section};
use crate::page::{SAY, SMALL_QUIET, Style, TEXT, TITLE, mm};
use crate::table::{Cell, Ruling, Table};
use crate::wording::Wording;
use domain::Environment;
use domain::approver::{Explanation, LoginName, NameMatch, compare};
use domain::case::{Level, MailKind};
use domain::connection::Administrator;
use domain::rules::book;
use domain::terms::{self, TermsShown};

const CODE: Style = Style::new(13.0, 1.4).strong().tracked(0.06);

/// How long records are kept after the end of the financial year.
const KEPT_YEARS: i16 = 5;

/// What comes first: on one page the administrators, else what happens next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    AdministratorsFirst,
    NextFirst,
}

pub(super) fn lay(
    flow: &mut Flow,
    wording: &mut Wording,
    receipt: &Receipt<'_>,
    proven: &Proven<'_>,
    order: Order,
) {
    flow.paragraph(&wording.get("receipt-title"), TITLE);
    flow.gap(mm(3.0));
    flow.paragraph(&sentence(wording, receipt, proven), SAY);
    match proven.level {
        Level::A | Level::B => {}
        Level::C | Level::D => {
            flow.gap(mm(2.0));
            flow.paragraph(&wording.get(&format!("{}-means", level_key(proven.level))), TEXT);
        }
    }
    let rows = approved(wording, receipt, proven);
    flow.section(&Section::new(&wording.get("receipt-approved"), facts(&rows)));
    match order {
        Order::AdministratorsFirst => {
            administrators(flow, wording, receipt);
            next(flow, wording, receipt, proven);
        }
        Order::NextFirst => {
            next(flow, wording, receipt, proven);
            administrators(flow, wording, receipt);
        }
    }
}

pub(super) fn level_key(level: Level) -> &'static str {
    match level {
        Level::A => "receipt-level-a",
        Level::B => "receipt-level-b",
        Level::C => "receipt-level-c",
        Level::D => "receipt-level-d",
    }
}

fn sentence(wording: &mut Wording, receipt: &Receipt<'_>, proven: &Proven<'_>) -> String {
    let person = match proven.approver.given() {
        Some(name) => wording.strong(name),
        None => wording.get("receipt-nameless"),
    };
    let organisation = organisation(wording, receipt);
    let administrators =
        wording.count("receipt-administrators", receipt.connection.administrators.len());
    let time = wording.weekday_moment(proven.approved_at);
    let args = [
        ("person", &*person),
        ("time", &time),
        ("organisation", &organisation),
        ("administrators", &administrators),
    ];
    wording.with_here("receipt-sentence", &args)
}

/// The organisation as a sentence names it: a number even where a register told no name.
fn organisation(wording: &mut Wording, receipt: &Receipt<'_>) -> String {
    let organisation = &receipt.connection.organisation;
    if organisation.name.trim().is_empty() {
        let cvr = wording.with("documents-cvr", &[("cvr", &organisation.cvr.in_pairs())]);
        return wording.strong(&kept_together(&cvr));
    }
    wording.strong(&organisation.name)
}

fn approved(wording: &mut Wording, receipt: &Receipt<'_>, proven: &Proven<'_>) -> Vec<Vec<Cell>> {
    let connection = receipt.connection;
    let organisation = &connection.organisation;
    let name = wording.legible(&organisation.name);
    let form = wording.danish(&organisation.form.to_lowercase());
    let mut rows = vec![
        fact(wording.get("receipt-organisation"), joined([name, form])),
        fact(wording.get("receipt-cvr"), kept_together(&organisation.cvr.in_pairs())),
    ];
    if !organisation.address.is_empty() {
        let address: Vec<_> =
            organisation.address.iter().map(|line| wording.legible(line)).collect();
        rows.push(fact(wording.get("receipt-address"), joined(address)));
    }
    rows.push(representative(wording, receipt));
    rows.extend(approver(wording, receipt, proven));
    if !receipt.discarded_approvals.is_empty() {
        rows.push(fact(wording.get("receipt-set-aside"), discarded_approvals(wording, receipt)));
    }
    if let Some(reporter) = &connection.reporter {
        let name = wording.legible(reporter.name.as_str());
        let firm = wording.legible(reporter.organisation.as_deref().unwrap_or_default());
        let email = wording.legible(reporter.email.as_str());
        rows.push(fact(wording.get("receipt-reporter"), joined([name, firm, email])));
    }
    rows.push(terms_row(wording, receipt));
    if !connection.enclosed.is_empty() {
        rows.push(fact(wording.get("receipt-enclosed"), enclosed(wording, receipt)));
    }
    let code = kept_together(&receipt.evidence.control_code.to_string());
    rows.push(vec![label(wording.get("receipt-code")), Cell::new(code, CODE)]);
    let level = wording.get(level_key(proven.level));
    rows.push(fact(
        wording.get("receipt-evidence"),
        wording.with("receipt-evidence-level", &[("level", &level)]),
    ));
    rows.extend(
        delivered(wording, receipt).map(|text| fact(wording.get("receipt-delivered"), text)),
    );
    rows
}

fn representative(wording: &mut Wording, receipt: &Receipt<'_>) -> Vec<Cell> {
    let connection = receipt.connection;
    let listed =
        connection.organisation.candidate_named(connection.representative.name.as_str()).is_some();
    let key =
        if listed { "receipt-representative-listed" } else { "receipt-representative-unlisted" };
    let name = wording.legible(connection.representative.name.as_str());
    let title = wording.danish(&connection.representative.title);
    let register = wording.here("receipt-register");
    let day = wording.day(wording.date(connection.organisation.looked_up));
    let value = wording
        .with(key, &[("name", &name), ("title", &title), ("register", &register), ("day", &day)]);
    let email = wording.legible(connection.representative.email.as_str());
    vec![label(wording.get("receipt-representative")), Cell::new(value, TEXT).and(email, TEXT)]
}

/// Who logged in, when the name is not the representative's letter by letter, when there is none,
/// or something had to be explained.
fn approver(
    wording: &mut Wording,
    receipt: &Receipt<'_>,
    proven: &Proven<'_>,
) -> Option<Vec<Cell>> {
    let compared = |name: &LoginName| {
        name.given().map_or(NameMatch::NoName, |name| compare(name, receipt.connection))
    };
    let found = receipt
        .approver
        .map_or_else(|| compared(&proven.approver), |approver| approver.found.clone());
    let explanation = receipt.approver.and_then(|approver| approver.explanation);
    let name = wording.login_name(&proven.approver);
    let who = match found {
        NameMatch::Same if explanation.is_none() => return None,
        NameMatch::Same | NameMatch::NoName => name,
        _ if proven.approver.given().is_none() => name,
        NameMatch::Spelled => wording.with("receipt-approver-spelled", &[("name", &name)]),
        NameMatch::OtherCandidate { .. } | NameMatch::NotListed | NameMatch::NotTold => {
            wording.with("receipt-approver-differs", &[("name", &name)])
        }
    };
    let explained = explanation.map(|explanation| match explanation {
        Explanation::SamePerson => wording.get("receipt-approver-same-person"),
        Explanation::MayRepresent => wording.get("receipt-approver-may-represent"),
    });
    let cell = Cell::new(who, TEXT);
    let cell = match explained {
        Some(explained) => cell.and(explained, TEXT),
        None => cell,
    };
    Some(vec![label(wording.get("receipt-approver")), cell])
}

fn discarded_approvals(wording: &mut Wording, receipt: &Receipt<'_>) -> String {
    let named = receipt.discarded_approvals.iter().map(|unused| {
        let (name, time) =
            (wording.login_name(&unused.approver), wording.moment(unused.approved_at));
        wording.with("receipt-set-aside-one", &[("name", &name), ("time", &time)])
    });
    named.collect::<Vec<_>>().join(" ")
}

/// The edition, what became of its official text, and where it is accepted. Whether anybody read it
/// is not known.
fn terms_row(wording: &mut Wording, receipt: &Receipt<'_>) -> Vec<Cell> {
    let TermsShown { title, published, official, .. } = &receipt.connection.terms;
    let known = terms::edition(*published).filter(|known| known.title == title);
    let (title, day) = (wording.danish(title), wording.day(*published));
    let key =
        if known.is_some() { "receipt-terms-edition" } else { "receipt-terms-edition-unknown" };
    let edition = wording.with(key, &[("title", &title), ("published", &day)]);
    let opened = match official {
        Some(text) => {
            let time = wording.moment(text.opened);
            wording.with_here("receipt-terms-opened", &[("time", &time)])
        }
        None => wording.get("receipt-terms-not-opened"),
    };
    // One paragraph: the first page must have room for what happens next.
    let cell = Cell::new([edition, opened, wording.here("receipt-terms-included")].join(" "), TEXT);
    let cell = match known {
        Some(known) => cell.link(known.address, known.address, SMALL_QUIET),
        None => cell,
    };
    vec![label(wording.get("receipt-terms")), cell]
}

/// The documents that were enclosed, by what they are and by the names of their files.
fn enclosed(wording: &mut Wording, receipt: &Receipt<'_>) -> String {
    let named = receipt.connection.enclosed.iter().map(|enclosed| {
        let kind = book()
            .documents
            .find(&enclosed.kind)
            .map_or(enclosed.kind.as_str(), |document| document.name.read(receipt.language));
        let (kind, name) = (wording.legible(kind), wording.legible(&enclosed.name));
        format!("{kind} ({name})")
    });
    joined(named.collect::<Vec<_>>())
}

/// What is known of the delivery, if anything is.
fn delivered(wording: &mut Wording, receipt: &Receipt<'_>) -> Option<String> {
    match receipt.delivery {
        Delivered::Accepted(accepted) => {
            let time = wording.moment(accepted.at);
            let number = wording.legible(&accepted.case_number);
            let args = [("time", &*time), ("number", &number)];
            Some(wording.with_here("receipt-delivered", &args))
        }
        Delivered::NotConfirmed => {
            let time = match receipt.made {
                Made::At(at) => wording.moment(at),
                Made::On(day) => wording.day(day),
            };
            Some(wording.with("receipt-delivered-not-yet", &[("time", &time)]))
        }
        Delivered::Unknown => None,
    }
}

fn administrators(flow: &mut Flow, wording: &mut Wording, receipt: &Receipt<'_>) {
    let head_style = TEXT.strong();
    let mut widths = vec![63.0, 35.5, 36.0];
    let mut head = vec![
        Cell::new(wording.get("receipt-administrator"), head_style),
        Cell::new(wording.get("receipt-born"), head_style),
        Cell::new(wording.get("receipt-attested"), head_style),
    ];
    if receipt.delivery.accepted().is_some() {
        widths.push(32.5);
        head.push(Cell::new(wording.here("receipt-link"), head_style));
    }
    let rows: Vec<_> = receipt
        .connection
        .administrators
        .iter()
        .map(|person| administrator(wording, receipt, person))
        .collect();
    let table = Table { widths: &widths, head: Some(&head), rows: &rows, ruling: Ruling::Across };
    flow.section(&Section::new(&wording.get("receipt-administrators-heading"), table));
}

fn administrator(
    wording: &mut Wording,
    receipt: &Receipt<'_>,
    person: &Administrator,
) -> Vec<Cell> {
    let mut who = Cell::new(wording.legible(person.name.as_str()), TEXT.strong())
        .heads_row()
        .and(wording.legible(person.email.as_str()), TEXT);
    if person.is_representative {
        who = who.and(wording.get("receipt-administrator-representative"), SMALL_QUIET);
    }
    let born = wording.day(person.born.date());
    let mut cells =
        vec![who, Cell::new(born, TEXT), Cell::new(wording.get("receipt-attested-both"), TEXT)];
    if let Some(accepted) = receipt.delivery.accepted() {
        let sent = accepted
            .mails
            .iter()
            .find(|mail| mail.kind == MailKind::SetUpLink && mail.to == person.email.as_str());
        let text = match sent {
            Some(mail) => wording.moment(mail.at),
            None => wording.get("receipt-link-none"),
        };
        cells.push(Cell::new(text, TEXT));
    }
    cells
}

fn next(flow: &mut Flow, wording: &mut Wording, receipt: &Receipt<'_>, proven: &Proven<'_>) {
    let organisation = wording.legible(&receipt.connection.organisation.name);
    let now = wording.with_here("receipt-next", &[("organisation", &organisation)]);
    let mut rows = vec![fact(wording.get("receipt-now"), now)];
    rows.push(links(wording, receipt));
    let approved = wording.date(proven.approved_at);
    let deadline = wording.day(book().deadlines.lengths.set_up_link.length.after(approved));
    rows.push(fact(
        wording.with("receipt-by", &[("day", &deadline)]),
        wording.get("receipt-set-up"),
    ));
    let year = approved.year().saturating_add(KEPT_YEARS).to_string();
    rows.push(fact(wording.with("receipt-until", &[("year", &year)]), wording.get("receipt-keep")));
    flow.section(&Section::new(&wording.get("receipt-next"), facts(&rows)));
}

fn links(wording: &mut Wording, receipt: &Receipt<'_>) -> Vec<Cell> {
    let mails =
        receipt.delivery.accepted().map(|accepted| accepted.mails.as_slice()).unwrap_or_default();
    let sent: Vec<_> = mails.iter().filter(|mail| mail.kind == MailKind::SetUpLink).collect();
    match sent.iter().map(|mail| mail.at).max() {
        Some(last) => {
            fact(wording.day(wording.date(last)), wording.count_here("receipt-links", sent.len()))
        }
        None => fact(wording.get("receipt-then"), wording.get("receipt-links-awaited")),
    }
}

/// A case's name on paper; a practice case is one at first sight.
pub(super) fn case_name(wording: &mut Wording, receipt: &Receipt<'_>) -> String {
    let id = wording.legible(&receipt.case.0);
    match receipt.environment {
        Environment::Practice => format!("PRØVE-{id}"),
        Environment::Live => id,
    }
}
