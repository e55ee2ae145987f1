//! The page for auditors: what the evidence proves, how to check it, and what a file must hash to.

use super::Proven;
use super::front::{case_name, level_key};
use crate::bidi::{PLAIN, STRONG};
use crate::content::Receipt;
use crate::facts::{fact, facts, in_groups, kept_together, label};
use crate::flow::{Flow, Picture, Section};
use crate::page::{SAY, SMALL_QUIET, Style, TEXT, TITLE, mm};
use crate::qr::Code;
use crate::read::{CASE_NAME, EVIDENCE_NAME, STATEMENT_NAME};
use crate::table::{Cell, Icon, Ruling, Table};
use crate::wording::Wording;
use domain::Environment;
use domain::terms::TermsShown;
use evidence::{Check, CheckId, Time};
use sha2::{Digest as _, Sha256};

const VALUE: Style = Style::new(9.0, 1.4);
/// All 64 digits on one line.
const HASH: Style = Style::new(8.5, 1.4);
/// What it came to, what was checked, what was found.
const CHECKS: [f32; 3] = [23.0, 67.0, 77.0];

/// As wide as the drawings have it.
const CODE_SIDE: f32 = mm(32.0);

/// `short` is the short proof, as text and as a code to scan.
pub(super) fn lay(
    flow: &mut Flow,
    wording: &mut Wording,
    receipt: &Receipt<'_>,
    proven: &Proven<'_>,
    short: (&str, &Code),
) {
    flow.paragraph(&wording.get("receipt-proof"), TITLE);
    flow.gap(mm(3.0));
    let caption = wording.get("receipt-proof-picture");
    let alternative = wording.with("receipt-proof-alternative", &[("text", short.0)]);
    let picture =
        Picture { code: short.1, side: CODE_SIDE, caption: &caption, alternative: &alternative };
    flow.beside(&picture, |flow| {
        flow.paragraph(&wording.get("receipt-proof-say"), Style { size: 10.5, ..SAY });
        flow.gap(mm(1.5));
        let page = kept_together(&wording.get("verify-title"));
        flow.paragraph(&wording.with("receipt-proof-with", &[("page", &page)]), TEXT);
        let code =
            format!("{STRONG}{}{PLAIN}", kept_together(&receipt.evidence.control_code.to_string()));
        let steps = ["receipt-proof-file", "receipt-proof-fingerprint", "receipt-proof-code"];
        flow.list(
            &steps.map(|key| wording.with(key, &[("code", &code), ("file", EVIDENCE_NAME)])),
            TEXT,
        );
        if receipt.environment == Environment::Practice {
            flow.gap(mm(1.5));
            flow.paragraph(&wording.get("receipt-proof-practice"), TEXT.strong());
        }
    });

    let level = wording.get(level_key(proven.level));
    let checks: Vec<_> = receipt
        .verdict
        .checks
        .iter()
        .map(|check| checked(wording, receipt, proven, check))
        .collect();
    let heading = wording.with("receipt-level", &[("level", &level)]);
    let means = wording.get(&format!("{}-means", level_key(proven.level)));
    let table = Table { widths: &CHECKS, head: None, rows: &checks, ruling: Ruling::Across };
    flow.section(&Section { text: Some((&means, TEXT)), ..Section::new(&heading, table) });

    let mut rows = technical(wording, receipt, proven, short.0);
    // Last, when everything else has been made legible.
    let replaced = wording.replaced();
    if !replaced.is_empty() {
        let text = wording.with("receipt-replaced-say", &[("characters", &replaced.join(" "))]);
        rows.push(fact(wording.get("receipt-replaced"), text));
    }
    flow.section(&Section::new(&wording.get("receipt-technical"), facts(&rows)));
}

fn checked(
    wording: &mut Wording,
    receipt: &Receipt<'_>,
    proven: &Proven<'_>,
    check: &Check,
) -> Vec<Cell> {
    let code = check.id.code();
    let (icon, word, found) = match (check.id, receipt.verdict.time, check.passed) {
        (CheckId::Time, Time::Claimed, _) => {
            let time = wording.second(proven.approved_at);
            (
                Icon::Info,
                "receipt-check-told",
                wording.with("receipt-time-claimed", &[("time", &time)]),
            )
        }
        (CheckId::Time, Time::Trusted(seen), _) => {
            let (time, seen) = (wording.second(proven.approved_at), wording.second(seen));
            (
                Icon::Tick,
                "receipt-check-passed",
                wording.with("receipt-time-trusted", &[("time", &time), ("seen", &seen)]),
            )
        }
        (_, _, Some(true)) => (
            Icon::Tick,
            "receipt-check-passed",
            wording.get(&format!("receipt-check-{code}-holds")),
        ),
        (_, _, Some(false) | None) => (
            Icon::Info,
            "receipt-check-unknown",
            wording.get(&format!("receipt-check-{code}-unknown")),
        ),
    };
    let mut found = Cell::new(found, TEXT);
    if let Some(value) = value_beside(wording, check) {
        found = found.and(value, SMALL_QUIET);
    }
    let name = wording.get(&format!("receipt-check-{code}"));
    vec![Cell::new(wording.get(word), TEXT).marked(icon), Cell::new(name, TEXT).heads_row(), found]
}

/// The technical value that a reader wants beside a check; hashes have their place further down.
fn value_beside(wording: &mut Wording, check: &Check) -> Option<String> {
    let detail = wording.legible(&check.detail);
    match check.id {
        CheckId::IssuerKnown | CheckId::LevelSubstantial => {
            Some(detail).filter(|detail| !detail.is_empty())
        }
        CheckId::TextShown => {
            let text = wording.danish(&check.detail);
            Some(wording.with("receipt-quoted", &[("text", &text)]))
        }
        CheckId::RequestUnchanged | CheckId::OneTimeKey | CheckId::Seal | CheckId::Time => None,
        CheckId::UserinfoToken
        | CheckId::TransactionToken
        | CheckId::CertificateStatus
        | CheckId::TimeStamp
        | CheckId::Authority => None,
    }
}

fn technical(
    wording: &mut Wording,
    receipt: &Receipt<'_>,
    proven: &Proven<'_>,
    short: &str,
) -> Vec<Vec<Cell>> {
    let hash = |text: String| Cell::new(text, HASH);
    let file = in_groups(&Sha256::digest(&receipt.evidence.bundle));
    let answers = in_groups(&proven.request.fingerprint());
    let mut rows = vec![
        vec![label(wording.get("receipt-file-fingerprint")), hash(file)],
        vec![label(wording.get("receipt-answers-fingerprint")), hash(answers)],
    ];
    rows.push(vec![
        label(wording.get("receipt-login-time")),
        Cell::new(proven.approved_at.to_string(), VALUE),
    ]);
    if let Some(offset) = receipt.verdict.clock_offset.filter(|offset| *offset != 0) {
        rows.push(vec![
            label(wording.get("receipt-clock")),
            Cell::new(wording.clock(offset), VALUE),
        ]);
    }
    rows.push(vec![
        label(wording.here("receipt-lookup")),
        Cell::new(looked_up(wording, receipt), VALUE),
    ]);
    rows.extend(terms_opened(wording, receipt));
    if let Some(rule) = &receipt.connection.organisation.signing_rule {
        rows.push(vec![
            label(wording.get("receipt-signing-rule")),
            Cell::new(wording.danish(rule), VALUE),
        ]);
    }
    rows.push(vec![
        label(wording.get("receipt-case")),
        Cell::new(case_name(wording, receipt), VALUE),
    ]);
    let time = receipt.made.in_words(wording);
    let made = match receipt.link {
        Some(link) => {
            let number = link.number.to_string();
            wording.with("receipt-number-made", &[("number", &number), ("time", &time)])
        }
        None => wording.with("receipt-made-without-number", &[("time", &time)]),
    };
    rows.push(vec![label(wording.get("receipt-number")), Cell::new(made, VALUE)]);
    if let Some(link) = receipt.link {
        let previous = link
            .previous
            .map_or_else(|| wording.get("receipt-previous-none"), |hash| in_groups(&hash));
        rows.push(vec![label(wording.get("receipt-previous")), hash(previous)]);
    }
    rows.push(vec![label(wording.get("receipt-short")), Cell::new(short, HASH)]);
    // Two lines, so that the proof has room for itself on its page.
    let evidence = format!("{EVIDENCE_NAME}: {}", wording.here("receipt-inside-evidence"));
    let others =
        format!("{CASE_NAME}, {STATEMENT_NAME}: {}", wording.here("receipt-inside-others"));
    rows.push(vec![
        label(wording.get("receipt-inside")),
        Cell::new(evidence, VALUE).and(others, VALUE),
    ]);
    rows
}

/// What was opened and shown of the terms, and where: one row, so that the proof has room for
/// itself on its page.
fn terms_opened(wording: &mut Wording, receipt: &Receipt<'_>) -> Option<Vec<Cell>> {
    let TermsShown { official, summary_shown, .. } = &receipt.connection.terms;
    let official = official.as_ref().map(|text| {
        let (time, address) = (wording.moment(text.opened), wording.legible(&text.address));
        wording.with_here("receipt-opened", &[("time", &time), ("address", &address)])
    });
    let summary = summary_shown
        .map(|shown| wording.with("receipt-summary-shown", &[("time", &wording.moment(shown))]));
    let mut said = official.into_iter().chain(summary);
    let first = Cell::new(said.next()?, VALUE);
    Some(vec![
        label(wording.get("receipt-terms")),
        said.fold(first, |cell, next| cell.and(next, VALUE)),
    ])
}

fn looked_up(wording: &mut Wording, receipt: &Receipt<'_>) -> String {
    let organisation = &receipt.connection.organisation;
    let time = wording.moment(organisation.looked_up);
    let status = wording.legible(&organisation.status_text(wording.language()));
    if status.is_empty() {
        return time;
    }
    wording.with("receipt-looked-up", &[("time", &time), ("status", &status)])
}
