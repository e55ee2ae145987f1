//! The page for auditors: what the record shows and what not, every outcome that was stated, the
//! keys of the mails, and what a file must hash to.

use super::RECORD_NAME;
use super::data::{ApprovedBefore, RecordData, Screens};
use super::mail_stated::MailStated;
use super::said;
use crate::chain::sha256;
use crate::facts::{fact, facts, in_groups, joined, kept_together, label};
use crate::flow::{Flow, Section};
use crate::page::{SAY, SMALL_QUIET, Style, TEXT, TITLE, mm};
use crate::table::{Cell, Ruling, Table};
use crate::wording::Wording;
use domain::Environment;
use domain::control_code::ControlCode;
use domain::rules::book;

const VALUE: Style = Style::new(9.0, 1.4);
/// All 64 digits on one line.
const HASH: Style = Style::new(8.5, 1.4);
/// When, what, by whom.
const OUTCOMES: [f32; 3] = [42.0, 81.0, 44.0];

pub(super) fn lay(flow: &mut Flow, wording: &mut Wording, data: &RecordData, json: &[u8]) {
    flow.paragraph(&wording.get("record-proof"), TITLE);
    flow.gap(mm(3.0));
    flow.paragraph(&wording.get("record-proof-say"), Style { size: 10.5, ..SAY });
    flow.gap(mm(1.5));
    let page = wording.get("verify-title").replace(' ', "\u{a0}");
    flow.paragraph(&wording.with("record-proof-with", &[("page", &page)]), TEXT);
    let mut steps = vec!["record-proof-file"];
    if !data.case.mails.is_empty() {
        steps.extend(["record-proof-mail", "record-proof-key"]);
    }
    let steps: Vec<_> =
        steps.into_iter().map(|key| wording.with(key, &[("file", RECORD_NAME)])).collect();
    flow.list(&steps, TEXT);
    if Environment::from(data.case.environment) == Environment::Practice {
        flow.gap(mm(1.5));
        flow.paragraph(&wording.get("record-proof-practice"), TEXT.strong());
    }
    if let Some(approved) = &data.case.approved {
        let number = approved.receipt.to_string();
        let say = wording.with("record-proof-approved", &[("number", &number)]);
        let rows = approval(wording, approved);
        let heading = wording.get("record-approved");
        flow.section(&Section { text: Some((&say, TEXT)), ..Section::new(&heading, facts(&rows)) });
    }
    outcomes(flow, wording, data);
    for mail in &data.case.mails {
        keys(flow, wording, mail);
    }
    let rows = technical(wording, data, json);
    flow.section(&Section::new(&wording.get("receipt-technical"), facts(&rows)));
}

/// Every outcome that was stated, the one that stands last. A correction takes nothing away.
fn outcomes(flow: &mut Flow, wording: &mut Wording, data: &RecordData) {
    let head = ["record-when", "record-what", "record-whom"]
        .map(|key| Cell::new(wording.get(key), TEXT.strong()));
    let last = data.case.outcomes.len().saturating_sub(1);
    let mut rows = Vec::new();
    for (index, stated) in data.case.outcomes.iter().enumerate() {
        let standing = match (index == last, stated.earlier_attempt) {
            (true, _) => "record-stands",
            (false, true) => "record-earlier-attempt",
            (false, false) => "record-corrected",
        };
        let what =
            Cell::new(said::outcome(wording, stated), TEXT).and(wording.get(standing), SMALL_QUIET);
        let name = said::name_of(wording, &data.case, stated.by);
        rows.push(vec![
            Cell::new(wording.moment(stated.at), TEXT).heads_row(),
            what,
            Cell::new(name, TEXT),
        ]);
    }
    let table = Table { widths: &OUTCOMES, head: Some(&head), rows: &rows, ruling: Ruling::Across };
    let (heading, say) = (wording.get("record-history"), wording.get("record-history-say"));
    flow.section(&Section { text: Some((&say, TEXT)), ..Section::new(&heading, table) });
}

/// What is needed to check the signature of a mail again without this program and without the DNS.
fn keys(flow: &mut Flow, wording: &mut Wording, mail: &MailStated) {
    let hash = |text: String| Cell::new(text, HASH);
    let mut rows =
        vec![vec![label(wording.get("record-mail-hash")), hash(in_groups(&mail.sha256.0))]];
    if let Some(sent) = mail.sent {
        let time = wording.moment(sent);
        rows.push(fact(wording.get("record-mail-sent"), time));
    }
    for key in &mail.keys {
        let name = wording.legible(&format!("{}._domainkey.{}", key.selector, key.domain));
        let time = wording.second(key.seen);
        let dnssec = if key.dnssec { "record-dnssec" } else { "record-dnssec-not" };
        let seen = wording.with("record-key-seen", &[("time", &time)]);
        let cell = Cell::new(name, VALUE).and(joined([seen, wording.get(dnssec)]), VALUE);
        let cell = match &key.record {
            Some(record) => {
                let hash = base16ct::lower::encode_string(&sha256(record.as_bytes()));
                cell.and(wording.with("record-key-record", &[("hash", &hash)]), SMALL_QUIET)
            }
            None => cell.and(wording.get("record-key-none"), VALUE),
        };
        rows.push(vec![label(wording.get("record-key-label")), cell]);
    }
    let heading = wording.with("record-mail-inside", &[("file", &mail.file)]);
    flow.section(&Section::new(&heading, facts(&rows)));
}

/// The approval, as its receipt tells it.
fn approval(wording: &mut Wording, approved: &ApprovedBefore) -> Vec<Vec<Cell>> {
    let number = approved.receipt.to_string();
    let receipt = wording.with("record-approved-receipt-number", &[("number", &number)]);
    let who = match &approved.by {
        Some(name) => wording.legible(name),
        None => wording.get("record-approved-no-name"),
    };
    let time = wording.moment(approved.at);
    let level = said::level(approved.level);
    let level = wording.with("record-approved-level-found", &[("level", level)]);
    let code = ControlCode::parse(&approved.code).map(|code| code.to_string());
    let evidence = Cell::new(in_groups(&approved.evidence.0), HASH);
    let code = kept_together(&code.unwrap_or_default());
    vec![
        fact(wording.get("record-approved-receipt"), receipt),
        fact(wording.get("record-approved-by"), joined([who, time])),
        fact(wording.get("record-approved-level"), level),
        fact(wording.get("record-approved-code"), code),
        vec![label(wording.get("record-approved-evidence")), evidence],
    ]
}

fn technical(wording: &mut Wording, data: &RecordData, json: &[u8]) -> Vec<Vec<Cell>> {
    let value = |text: String| Cell::new(text, VALUE);
    let case = &data.case;
    let number = data.record.number.to_string();
    let time = wording.second(data.record.made);
    let made = wording.with("receipt-number-made", &[("number", &number), ("time", &time)]);
    let previous = match &data.record.previous {
        Some(hash) => in_groups(&hash.0),
        None => wording.get("receipt-previous-none"),
    };
    let id = wording.legible(&case.case_id);
    let id = match Environment::from(case.environment) {
        Environment::Practice => format!("PRØVE-{id}"),
        Environment::Live => id,
    };
    let mut rows = vec![vec![label(wording.get("record-number")), value(made)]];
    if !data.record.earlier.is_empty() {
        let numbers: Vec<_> = data.record.earlier.iter().map(u32::to_string).collect();
        let earlier = wording.with("record-earlier-say", &[("numbers", &numbers.join(", "))]);
        rows.push(vec![label(wording.get("record-earlier")), value(earlier)]);
    }
    rows.push(vec![label(wording.get("receipt-previous")), Cell::new(previous, HASH)]);
    rows.push(vec![
        label(wording.get("record-file-fingerprint")),
        Cell::new(in_groups(&sha256(json)), HASH),
    ]);
    rows.push(vec![label(wording.get("receipt-case")), value(id)]);
    if let Some(looked_at) = &case.screens {
        rows.push(vec![label(wording.get("record-screens")), value(screens(wording, looked_at))]);
    }
    if let Some(text) = &case.terms.official {
        let (time, address) = (wording.moment(text.opened), wording.legible(&text.address));
        let opened = wording.with_here("receipt-opened", &[("time", &time), ("address", &address)]);
        rows.push(vec![label(wording.get("receipt-terms")), value(opened)]);
    }
    let inside = format!("{RECORD_NAME}: {}", wording.here("record-inside-data"));
    let cell = case.mails.iter().fold(value(inside), |cell, mail| {
        cell.and(format!("{}: {}", mail.file, wording.here("record-inside-mail")), VALUE)
    });
    rows.push(vec![label(wording.get("receipt-inside")), cell]);
    // Last, when everything else has been made legible.
    let replaced = wording.replaced();
    if !replaced.is_empty() {
        let text = wording.with("record-replaced-say", &[("characters", &replaced.join(" "))]);
        rows.push(fact(wording.get("receipt-replaced"), text));
    }
    rows
}

/// The screens of the guide that were looked at, in the order of the official flow.
fn screens(wording: &mut Wording, screens: &Screens) -> String {
    let guide = &book().guide;
    let seen = |id: &str| screens.seen.iter().any(|seen| seen == id);
    let known = guide.screens.iter().filter(|screen| seen(&screen.id));
    let numbers: Vec<_> = known.map(|screen| screen.number.to_string()).collect();
    let unknown = screens.seen.iter().filter(|id| guide.screen(id).is_none());
    let unknown: Vec<_> = unknown.map(|id| wording.legible(id)).collect();
    let all: Vec<_> = numbers.into_iter().chain(unknown).collect();
    let last = match guide.screen(&screens.last) {
        Some(screen) => screen.number.to_string(),
        None => wording.legible(&screens.last),
    };
    wording.with("record-screens-seen", &[("numbers", &all.join(", ")), ("last", &last)])
}
