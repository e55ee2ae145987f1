//! The board overview (bestyrelsesoversigt), which an organisation whose board is not in CVR
//! encloses when it is connected (`domain.md` §3.1). What the case does not know is left to be
//! filled in by hand. It is not MitID Erhverv's own template, and says so.

use crate::Error;
use crate::binding::Frame;
use crate::facts::{fact, facts, joined, kept_together};
use crate::file_name::title;
use crate::flow::{Density, Flow, Section};
use crate::page::{QUIET, SAY, SMALL_QUIET, TEXT, TITLE, mm};
use crate::table::{Cell, Ruling, Table};
use crate::wording::Wording;
use domain::documents::BoardMember;
use domain::organisation::Organisation;
use domain::{Environment, Language};
use jiff::civil::Date;

/// How many empty rows there are when no member was named.
const EMPTY_ROWS: usize = 8;
/// Number, name, function, signature.
const MEMBERS: [f32; 4] = [9.0, 60.0, 43.0, 55.0];
/// Place and date, signature.
const SIGNING: [f32; 2] = [78.0, 89.0];
/// Room to sign in.
const SIGNATURE: f32 = mm(15.0);

/// Everything that a board overview tells.
#[derive(Debug, Clone, Copy)]
pub struct BoardOverview<'a> {
    /// Every page of a practice overview says PRØVE.
    pub environment: Environment,
    /// The language it is written in.
    pub language: Language,
    /// Whose board it is.
    pub organisation: &'a Organisation,
    /// The members as they were typed. An empty name or function is filled in by hand; without
    /// members there are eight empty rows.
    pub members: &'a [BoardMember],
    /// The day it is made, in Denmark.
    pub on: Date,
}

/// The board overview as a PDF: one page for a usual board, more when needed.
///
/// # Errors
/// [`Error::NotMade`].
pub fn board_overview(overview: &BoardOverview<'_>) -> Result<Vec<u8>, Error> {
    // As much room to write in as one page has.
    let arrangements =
        [(Density::Airy, mm(12.0)), (Density::Tight, mm(11.0)), (Density::Tight, mm(9.5))];
    let frame = Frame {
        environment: overview.environment,
        language: overview.language,
        on: overview.on,
        title: title_of(overview),
        subject: "receipt-board-subject",
        foot: "receipt-board-footer",
    };
    let running = |wording: &mut Wording| {
        wording.with("receipt-board-running", &[("cvr", &overview.organisation.cvr.in_pairs())])
    };
    frame.fill(arrangements, running, |flow, wording, row| lay(flow, wording, overview, row))
}

/// The name of the file, such as "PRØVE 2026-11-22 Foreningen Klitrosen CVR 12345674
/// bestyrelsesoversigt.pdf".
pub fn board_overview_file_name(overview: &BoardOverview<'_>) -> String {
    format!("{}.pdf", title_of(overview))
}

fn title_of(overview: &BoardOverview<'_>) -> String {
    title(
        overview.environment,
        overview.language,
        overview.on,
        overview.organisation,
        "receipt-board-file-word",
    )
}

fn lay(flow: &mut Flow, wording: &mut Wording, overview: &BoardOverview<'_>, row: f32) {
    flow.paragraph(&wording.get("receipt-board-title"), TITLE);
    flow.gap(mm(3.0));
    flow.paragraph(&wording.here("receipt-board-say"), SAY);
    flow.gap(mm(1.5));
    flow.paragraph(&wording.get("receipt-board-template"), TEXT);

    let rows = about(wording, overview);
    flow.section(&Section::new(&wording.get("receipt-organisation"), facts(&rows)));

    let heading = wording.get("receipt-board-members");
    let by_hand = wording.get("receipt-board-by-hand");
    let head = [
        "receipt-board-number",
        "receipt-board-name",
        "receipt-board-function",
        "receipt-board-signature",
    ]
    .map(|key| label(wording, key));
    let rows = members(wording, overview.members);
    let has_blanks = overview.members.is_empty()
        || overview
            .members
            .iter()
            .any(|member| is_blank(&member.name) || is_blank(&member.function));
    let members = Section {
        text: has_blanks.then_some((by_hand.as_str(), TEXT.coloured(QUIET))),
        ..Section::new(
            &heading,
            Table {
                widths: &MEMBERS,
                head: Some(&head),
                rows: &rows,
                ruling: Ruling::Fields { height: row },
            },
        )
    };
    let statement = wording.get("receipt-board-statement");
    let head = ["receipt-board-place", "receipt-board-chair"].map(|key| label(wording, key));
    let rows = [vec![Cell::blank(), Cell::blank()]];
    let table = Table {
        widths: &SIGNING,
        head: Some(&head),
        rows: &rows,
        ruling: Ruling::Fields { height: SIGNATURE },
    };
    flow.chained(&members, &Section { heading: (&statement, TEXT), text: None, table });

    // Last, when everything else has been made legible.
    let replaced = wording.replaced();
    if !replaced.is_empty() {
        flow.gap(mm(4.0));
        flow.paragraph(
            &wording.with("receipt-board-replaced", &[("characters", &replaced.join(" "))]),
            SMALL_QUIET,
        );
    }
}

fn is_blank(typed: &str) -> bool {
    typed.trim().is_empty()
}

fn label(wording: &Wording, key: &str) -> Cell {
    Cell::new(wording.get(key), TEXT.strong())
}

fn about(wording: &mut Wording, overview: &BoardOverview<'_>) -> Vec<Vec<Cell>> {
    let organisation = overview.organisation;
    let address: Vec<_> = organisation.address.iter().map(|line| wording.legible(line)).collect();
    vec![
        fact(wording.get("receipt-board-organisation-name"), wording.legible(&organisation.name)),
        fact(wording.get("receipt-cvr"), kept_together(&organisation.cvr.in_pairs())),
        fact(wording.get("receipt-board-form"), wording.danish(&organisation.form)),
        fact(wording.get("receipt-address"), joined(address)),
        fact(wording.get("receipt-board-on"), wording.day(overview.on)),
    ]
}

fn members(wording: &mut Wording, members: &[BoardMember]) -> Vec<Vec<Cell>> {
    let nobody = vec![BoardMember::default(); EMPTY_ROWS];
    let members = if members.is_empty() { &nobody } else { members };
    let member = |(index, member): (usize, &BoardMember)| {
        vec![
            Cell::new((index + 1).to_string(), TEXT.coloured(QUIET)),
            Cell::new(wording.legible(&member.name), TEXT.strong()).heads_row(),
            Cell::new(wording.legible(&member.function), TEXT),
            Cell::blank(),
        ]
    };
    members.iter().enumerate().map(member).collect()
}
