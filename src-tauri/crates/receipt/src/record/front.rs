//! The page for people: what was stated, the official mail, the administrators, the dates.

use super::data::{AdministratorStated, ApprovedBefore, Facts, OutcomeStated, RecordData};
use super::mail_stated::{MailStated, SignatureStated};
use super::words::{BelongingWord, FormatWord, ListingWord, OutcomeWord, SourceWord};
use super::{said, since};
use crate::bidi::{PLAIN, STRONG};
use crate::facts::{fact, facts, joined, kept_together, label};
use crate::flow::{Flow, Section};
use crate::page::{SAY, SMALL_QUIET, TEXT, TITLE, mm};
use crate::table::{Cell, Icon, Ruling, Table};
use crate::wording::Wording;
use domain::rules::book;
use domain::terms;
use jiff::civil::Date;

/// What, what was stated, by whom and when.
const STATED: [f32; 3] = [42.0, 80.0, 45.0];
/// Name and e-mail, born, CPR number, MitID, set-up.
const ADMINISTRATORS: [f32; 5] = [47.0, 35.0, 28.0, 34.0, 23.0];
/// What, when it was stated.
const SINCE: [f32; 2] = [122.0, 45.0];

/// How long records are kept after the end of the financial year, as receipts are.
const KEPT_YEARS: i16 = 5;

pub(super) fn lay(flow: &mut Flow, wording: &mut Wording, data: &RecordData) {
    let case = &data.case;
    let Some(outcome) = case.outcome() else { return };
    flow.paragraph(&wording.get("record-title"), TITLE);
    flow.gap(mm(3.0));
    flow.paragraph(&sentence(wording, case, outcome), SAY);
    flow.gap(mm(3.0));
    let holds = if case.mails.is_empty() { "record-level-no-mail" } else { "record-level-mail" };
    let says = match &case.approved {
        Some(approved) => approved_first(wording, approved),
        None => wording.get("record-level-says"),
    };
    let says = [says, wording.get(holds)].join(" ");
    flow.boxed(&wording.get("record-level"), &says);

    let rows = stated(wording, case, outcome);
    let head = ["record-about", "record-what", "record-who"]
        .map(|key| Cell::new(wording.get(key), TEXT.strong()));
    let table = Table { widths: &STATED, head: Some(&head), rows: &rows, ruling: Ruling::Across };
    flow.section(&Section::new(&wording.get("record-stated"), table));

    let rows = mails(wording, case);
    flow.section(&Section::new(&wording.here("record-mail"), facts(&rows)));
    administrators(flow, wording, case, outcome);
    since(flow, wording, case);
    dates(flow, wording, case, outcome);
}

/// What the record is where the receipt proves an approval: not that, but what was stated since.
fn approved_first(wording: &mut Wording, approved: &ApprovedBefore) -> String {
    let (number, level) = (approved.receipt.to_string(), said::level(approved.level));
    let time = wording.moment(approved.at);
    let args = [("number", &*number), ("level", level), ("time", &time)];
    wording.with_here("record-level-approved", &args)
}

fn sentence(wording: &mut Wording, case: &Facts, outcome: &OutcomeStated) -> String {
    let person = format!("{STRONG}{}{PLAIN}", said::name_of(wording, case, outcome.by));
    let organisation = if case.organisation.name.trim().is_empty() {
        let cvr = case.cvr().map(|cvr| cvr.in_pairs()).unwrap_or_default();
        let cvr = wording.with("documents-cvr", &[("cvr", &cvr)]);
        wording.strong(&kept_together(&cvr))
    } else {
        wording.strong(&case.organisation.name)
    };
    let administrators = wording.count("receipt-administrators", of_agreement(case));
    let time = wording.weekday_moment(outcome.at);
    let day = outcome.on.map(|day| wording.day(day)).unwrap_or_default();
    let args = [
        ("person", &*person),
        ("organisation", &organisation),
        ("administrators", &administrators),
        ("time", &time),
        ("day", &day),
    ];
    wording.with_here(&format!("record-sentence-{}", said::word(outcome.is)), &args)
}

/// How many administrators the agreement was concluded with.
fn of_agreement(case: &Facts) -> usize {
    let former = usize::try_from(case.former).unwrap_or_default();
    case.administrators.len().saturating_add(former)
}

/// A form as it stands inside a sentence: `anpartsselskab (ApS)`.
fn in_a_sentence(form: &str) -> String {
    let mut letters = form.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn stated(wording: &mut Wording, case: &Facts, outcome: &OutcomeStated) -> Vec<Vec<Cell>> {
    let prepared = said::by_at_latest(wording, case);
    let organisation = &case.organisation;
    let name = wording.legible(&organisation.name);
    let form = wording.danish(&in_a_sentence(&organisation.form));
    let told = told_by(wording, case);
    let cvr = kept_together(&case.cvr().map(|cvr| cvr.in_pairs()).unwrap_or_default());
    let cvr = if organisation.source.is_none_or(|source| source == SourceWord::Typed) {
        wording.with("record-cvr-not-looked-up", &[("cvr", &cvr)])
    } else {
        cvr
    };
    let representative = &case.representative;
    let person = wording.legible(&representative.name);
    let title = wording.danish(&representative.title);
    let mut rows = vec![
        row(wording.get("receipt-organisation"), joined([name, form]), &told),
        row(wording.get("receipt-cvr"), cvr, &prepared),
        row(wording.get("receipt-representative"), joined([person, title]), &prepared),
    ];
    if let Some(reporter) = &case.reporter {
        let parts = [&*reporter.name, reporter.organisation.as_deref().unwrap_or_default()];
        let who = joined(parts.map(|part| wording.legible(part)));
        rows.push(row(wording.get("receipt-reporter"), who, &prepared));
    }
    rows.push(terms_row(wording, case));
    if !case.documents.is_empty() {
        let named = case.documents.iter().map(|document| {
            let kind = match book().documents.find(&document.kind) {
                Some(known) => known.name.read(wording.language()).to_owned(),
                None => wording.legible(&document.kind),
            };
            format!("{kind} ({})", wording.legible(&document.name))
        });
        let named = joined(named.collect::<Vec<_>>());
        rows.push(row(wording.get("receipt-enclosed"), named, &prepared));
    }
    let by = said::by(wording, case, outcome.by, outcome.at);
    rows.push(row(wording.get("record-outcome"), said::outcome(wording, outcome), &by));
    rows
}

fn row(what: String, said: String, by: &str) -> Vec<Cell> {
    vec![label(what), Cell::new(said, TEXT), Cell::new(by, SMALL_QUIET)]
}

/// Who told the name and the form of the organisation, and when.
fn told_by(wording: &mut Wording, case: &Facts) -> String {
    let name = match case.organisation.source {
        Some(SourceWord::Virk | SourceWord::Datafordeler) => wording.get("record-source-cvr"),
        Some(SourceWord::Cvrapi) => wording.get("record-source-cvrapi"),
        Some(SourceWord::Practice) => wording.get("record-source-practice"),
        Some(SourceWord::Typed) | None => said::name_of(wording, case, case.prepared.by),
    };
    let time = wording.short_moment(case.organisation.told);
    wording.with("record-by", &[("name", &name), ("time", &time)])
}

/// The edition, and what is known of how its text was come to. Where it is accepted is not here.
fn terms_row(wording: &mut Wording, case: &Facts) -> Vec<Cell> {
    let stated = &case.terms;
    let known = terms::edition(stated.published).is_some_and(|known| known.title == stated.title);
    let day = wording.day(stated.published);
    let edition = if known { "record-terms" } else { "record-terms-unknown" };
    let edition = wording.with(edition, &[("published", &day)]);
    let (opened, by) = match &stated.official {
        Some(text) => {
            let time = wording.short_moment(text.opened);
            let by = wording.with("record-by", &[("name", "Tilslut"), ("time", &time)]);
            (wording.here("record-terms-opened"), by)
        }
        None => (wording.get("receipt-terms-not-opened"), String::new()),
    };
    let said = match &stated.official {
        Some(_) => joined([edition, opened]),
        None => format!("{edition}. {opened}"),
    };
    row(wording.get("receipt-terms"), said, &by)
}

fn mails(wording: &mut Wording, case: &Facts) -> Vec<Vec<Cell>> {
    if case.mails.is_empty() {
        return vec![fact(wording.get("record-mail-result"), wording.here("record-mail-none"))];
    }
    let mut rows = Vec::new();
    for mail in &case.mails {
        rows.push(result(wording, case, mail));
        rows.extend(
            mail.keys
                .iter()
                .filter(|_| mail.format == FormatWord::Eml)
                .map(|key| {
                    let selector = wording.legible(&key.selector);
                    let time = wording.short_moment(key.seen);
                    let args = [("key", &*selector), ("time", &time)];
                    let seen = if key.record.is_some() { "record-key" } else { "record-key-gone" };
                    fact(wording.get("record-mail-key"), wording.with(seen, &args))
                })
                .collect::<Vec<_>>(),
        );
        let name = wording.legible(&mail.name);
        let size = said::size(wording, mail.size);
        let taken = wording.short_moment(mail.taken);
        let args = [("name", &*name), ("size", &size), ("time", &taken)];
        rows.push(fact(
            wording.get("record-mail-enclosed"),
            wording.with("record-mail-file", &args),
        ));
    }
    rows
}

/// What was found of one mail: its signature, and apart from that whose it is.
fn result(wording: &mut Wording, case: &Facts, mail: &MailStated) -> Vec<Cell> {
    let verdict = said::signature(wording, &mail.signature);
    let (icon, listing) = match &mail.signature {
        SignatureStated::Signed { listing, .. } => {
            let key = match listing {
                ListingWord::Confirmed => "record-mail-confirmed",
                ListingWord::Unconfirmed => "record-mail-unconfirmed",
                ListingWord::Unlisted => "record-mail-unlisted",
            };
            (Icon::Tick, Some(wording.get(key)))
        }
        _ => (Icon::Info, None),
    };
    let cvr = case.cvr().map(|cvr| cvr.in_pairs()).unwrap_or_default();
    let belonging = match mail.belonging {
        _ if mail.format == FormatWord::Pdf => "record-mail-not-read",
        BelongingWord::Belongs => "record-mail-belongs",
        BelongingWord::Another => "record-mail-another",
        BelongingWord::Silent => "record-mail-silent",
    };
    let belonging = wording.with(belonging, &[("cvr", &kept_together(&cvr))]);
    let beside: Vec<String> = listing.into_iter().chain([belonging]).collect();
    let cell = Cell::new(verdict, TEXT.strong()).marked(icon).and(beside.join(" "), TEXT);
    vec![label(wording.get("record-mail-result")), cell]
}

fn administrators(flow: &mut Flow, wording: &mut Wording, case: &Facts, outcome: &OutcomeStated) {
    let head =
        ["receipt-administrator", "receipt-born", "record-cpr", "record-mitid", "record-set-up"]
            .map(|key| Cell::new(wording.get(key), TEXT.strong()));
    if case.administrators.is_empty() {
        return;
    }
    let deadline = set_up_by(case, outcome);
    let rows: Vec<_> =
        case.administrators.iter().map(|person| administrator(wording, person, deadline)).collect();
    let table =
        Table { widths: &ADMINISTRATORS, head: Some(&head), rows: &rows, ruling: Ruling::Across };
    flow.section(&Section::new(&wording.get("receipt-administrators-heading"), table));
}

fn administrator(
    wording: &mut Wording,
    person: &AdministratorStated,
    deadline: Option<Date>,
) -> Vec<Cell> {
    let who = Cell::new(wording.legible(&person.name), TEXT.strong())
        .heads_row()
        .and(wording.legible(&person.email), TEXT);
    let set_up = match (person.set_up, deadline) {
        (Some(at), _) => {
            wording.with("record-set-up-done", &[("day", &wording.short_day(wording.date(at)))])
        }
        (None, Some(day)) => wording.with("receipt-by", &[("day", &wording.short_day(day))]),
        (None, None) => wording.get("record-set-up-not-yet"),
    };
    let set_up = Cell::new(set_up, TEXT);
    let set_up = match person.leaves {
        Some(day) => {
            let day = wording.short_day(day);
            set_up.and(wording.with("record-leaves", &[("day", &day)]), TEXT)
        }
        None => set_up,
    };
    let told = wording.get("record-yes-stated");
    vec![
        who,
        Cell::new(wording.day(person.born), TEXT),
        Cell::new(told.clone(), TEXT),
        Cell::new(told, TEXT),
        set_up,
    ]
}

/// What was stated of the agreement since, oldest first.
fn since(flow: &mut Flow, wording: &mut Wording, case: &Facts) {
    if case.agreement.is_empty() {
        return;
    }
    let head = ["record-what", "record-when"].map(|key| Cell::new(wording.get(key), TEXT.strong()));
    let rows: Vec<_> = case
        .agreement
        .iter()
        .map(|event| {
            let said = Cell::new(said::event(wording, event), TEXT).heads_row();
            vec![said, Cell::new(wording.short_moment(event.at), SMALL_QUIET)]
        })
        .collect();
    let table = Table { widths: &SINCE, head: Some(&head), rows: &rows, ruling: Ruling::Across };
    flow.section(&Section::new(&wording.get("record-since"), table));
}

/// The last day of the set-up link, counted from the agreement. Nobody sets up what was terminated.
fn set_up_by(case: &Facts, outcome: &OutcomeStated) -> Option<Date> {
    let concluded = outcome.is == OutcomeWord::Concluded && since::ends(&case.agreement).is_none();
    let agreed = outcome.on.filter(|_| concluded)?;
    Some(book().deadlines.lengths.set_up_link.length.after(agreed))
}

fn dates(flow: &mut Flow, wording: &mut Wording, case: &Facts, outcome: &OutcomeStated) {
    let mut rows = Vec::new();
    if let Some(day) = since::ends(&case.agreement).filter(|_| outcome.is == OutcomeWord::Concluded)
    {
        rows.push(fact(wording.day(day), wording.here("record-ends")));
    }
    if let Some(day) = set_up_by(case, outcome) {
        let by = wording.with("receipt-by", &[("day", &wording.day(day))]);
        rows.push(fact(by, wording.here("record-set-up-by")));
    }
    let stated = outcome.on.unwrap_or_else(|| wording.date(outcome.at));
    let year = stated.year().saturating_add(KEPT_YEARS).to_string();
    rows.push(fact(wording.with("receipt-until", &[("year", &year)]), wording.get("record-keep")));
    flow.section(&Section::new(&wording.get("record-dates"), facts(&rows)));
}
