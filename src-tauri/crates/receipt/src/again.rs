//! Makes the pages of a receipt again, of the evidence in it and of what it states beside that, and
//! says whether the ones at hand are these. The same evidence gives the same bytes in every
//! process, so a genuine receipt is found again byte for byte, and nobody can make a page look
//! genuine by reckoning a checksum anew.

use crate::approval;
use crate::content::Receipt;
use crate::read::{Contents, body, goes_on, within_bounds};
use crate::same::{same, same_but_for_drawing};
use crate::statement::{EDITION, Statement, verified};
use domain::Environment;
use domain::case::Evidence;
use domain::connection::Connection;
use domain::verification::{Pages, PagesDoubt};
use evidence::{Outcome, Verdict};
use lopdf::Document;

/// No page of a receipt has as much text.
const TEXT_LIMIT: usize = 2 << 20;

/// Says whether these bytes are the case file of this connection.
pub type IsCaseFile<'a> = &'a (dyn Fn(&[u8], &Connection, Environment) -> bool + Sync);

/// Whether the pages of a receipt are as they were made.
pub(crate) fn pages(
    file: &[u8],
    contents: &Contents,
    verdict: &Verdict,
    is_case_file: IsCaseFile<'_>,
) -> Pages {
    let doubt = |doubt| Pages::CannotJudge(doubt);
    let (Outcome::Level(level), Some(request), Some(approved_at)) =
        (verdict.outcome, &verdict.request, verdict.approved_at)
    else {
        return doubt(PagesDoubt::NoEvidence);
    };
    let Ok(connection) = request.connection() else { return doubt(PagesDoubt::NoEvidence) };
    let (environment, case) = (request.environment(), request.case());
    if contents.case_id != case || contents.environment != environment {
        return Pages::Changed;
    }
    let Some(statement) = contents.statement.as_deref().and_then(Statement::read) else {
        // A receipt of before there were statements, or of a program that is newer than this one.
        let intact = contents.whole && !goes_on(file);
        return if intact { doubt(PagesDoubt::OtherEdition) } else { Pages::Changed };
    };
    let (edition, trusted) = (statement.edition, statement.verified.clone());
    let Some(stated) = statement.stated() else { return Pages::Changed };
    let evidence = Evidence {
        bundle: contents.bundle.clone(),
        level,
        approver: verdict.login_name(),
        approved_at,
        control_code: request.control_code(),
        authority: verdict.authority,
        clock_offset: verdict.clock_offset,
    };
    let made = approval::pdf(&Receipt {
        environment,
        language: contents.language,
        case: &case,
        connection: &connection,
        evidence: &evidence,
        approver: stated.approver.as_ref(),
        set_aside: &stated.not_used,
        verdict,
        delivery: stated.delivery(),
        made: stated.made,
        bundle: &contents.bundle,
        case_json: &contents.case,
        link: contents.link.as_ref(),
    });
    let Ok(made) = made else { return doubt(PagesDoubt::NoEvidence) };
    let enclosed = is_case_file(&contents.case, &connection, environment);
    if enclosed && !goes_on(file) {
        if body(file) == Some(&made) {
            return Pages::AsMade;
        }
        if compared(&made, file, same) {
            return Pages::ReSaved;
        }
    }
    if edition != EDITION {
        return doubt(PagesDoubt::OtherEdition);
    }
    if trusted != verified(verdict) {
        return doubt(PagesDoubt::OtherTrust);
    }
    let drawn_anew = |made: &Document, found: &Document| {
        same_but_for_drawing(made, found) && words(made) == words(found)
    };
    if enclosed && !goes_on(file) && compared(&made, file, drawn_anew) {
        return doubt(PagesDoubt::DrawnAnew);
    }
    Pages::Changed
}

fn compared(made: &[u8], file: &[u8], compare: impl Fn(&Document, &Document) -> bool) -> bool {
    let within = |found: Document, _: &[u8]| {
        Document::load_mem(made).is_ok_and(|made| compare(&made, &found))
    };
    within_bounds(file, within).unwrap_or(false)
}

/// What is read on the pages, in the order of the file, white space aside. Only when something is
/// read there is anything to compare.
pub(crate) fn words(file: &Document) -> Option<String> {
    let pages: Vec<u32> = (1..=u32::try_from(file.page_iter().take(500).count()).ok()?).collect();
    let text = file.extract_text_with_limit(&pages, TEXT_LIMIT).ok()?;
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    (!text.is_empty()).then_some(text)
}
