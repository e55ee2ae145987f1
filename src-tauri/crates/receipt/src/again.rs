//! Makes the pages of a receipt again, of the evidence in it and of what it states beside that, and
//! says whether the ones at hand are these. The same evidence gives the same bytes in every
//! process, so a genuine receipt is found again byte for byte, and nobody can make a page look
//! genuine by reckoning a checksum anew.

use crate::approval;
use crate::content::Receipt;
use crate::read::{Contents, RecordMetadata, body, goes_on, within_bounds};
use crate::record::{self, Record, RecordData};
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
        discarded_approvals: &stated.not_used,
        verdict,
        delivery: stated.delivery(),
        made: stated.made,
        bundle: &contents.bundle,
        case_json: &contents.case,
        link: contents.link.as_ref(),
    });
    let Ok(made) = made else { return doubt(PagesDoubt::NoEvidence) };
    let enclosed = is_case_file(&contents.case, &connection, environment);
    if enclosed && let Some(pages) = found_again(&made, file) {
        return pages;
    }
    if edition != EDITION {
        return doubt(PagesDoubt::OtherEdition);
    }
    if trusted != verified(verdict) {
        return doubt(PagesDoubt::OtherTrust);
    }
    if enclosed && is_drawn_anew(&made, file) {
        return doubt(PagesDoubt::DrawnAnew);
    }
    Pages::Changed
}

/// Whether the pages of a record are as they were made: those of its data and of the mails in it.
/// Nothing is trusted for that, so nobody can have trusted others.
pub(crate) fn record_pages(
    file: &[u8],
    (data, told): (&RecordData, &RecordMetadata),
    mails: &[Vec<u8>],
) -> Pages {
    let same_place =
        told.link == data.link() && told.environment == Environment::from(data.case.environment);
    if !same_place {
        return Pages::Changed;
    }
    let made = record::pdf(&Record { data, mails, language: told.language });
    let Ok(made) = made else { return Pages::Changed };
    if let Some(pages) = found_again(&made, file) {
        return pages;
    }
    if told.edition != record::EDITION {
        return Pages::CannotJudge(PagesDoubt::OtherEdition);
    }
    if is_drawn_anew(&made, file) {
        return Pages::CannotJudge(PagesDoubt::DrawnAnew);
    }
    Pages::Changed
}

/// The file is the one that was made, as it was or saved by another program.
fn found_again(made: &[u8], file: &[u8]) -> Option<Pages> {
    if goes_on(file) {
        return None;
    }
    if body(file) == Some(made) {
        return Some(Pages::AsMade);
    }
    compared(made, file, same).then_some(Pages::ReSaved)
}

/// Another program has drawn the pages anew, with the same words.
fn is_drawn_anew(made: &[u8], file: &[u8]) -> bool {
    let drawn = |made: &Document, found: &Document| {
        same_but_for_drawing(made, found) && words(made) == words(found)
    };
    !goes_on(file) && compared(made, file, drawn)
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
