//! The pages that belong to no case.

use super::context::Context;
use super::guide;
use crate::intent::CaseQuery;
use crate::pages::{ExportProgress, Hidden, Page, PassphraseState, Period, PracticeEntry};
use crate::{cases, follow_up, receipts, services, summary, timeline, verification};
use app::model::{self, Common};
use app::route::{CaseList, ROWS, Receipts};
use app::{Open, Route};
use domain::case::Case;
use domain::cvr::CvrNumber;
use domain::rules::book;
use domain::summary::Rows;
use domain::{Environment, Language};
use jiff::civil::Date;

/// How many of the numbers that were deleted are told one by one.
const AWAY: usize = 20;

/// A page that belongs to no case.
pub(super) fn page(context: &Context<'_>) -> Page {
    let (common, open, today) = (context.common, context.open, context.shown.today);
    match &open.route {
        Route::Cases(list) => case_list(common, open, list, today),
        // A case is read before its page opens; one that is gone has none.
        Route::Case { .. } => case_list(common, open, &CaseList::default(), today),
        Route::OpenHandOver(page) => Page::OpenHandOver {
            file: page.file.as_ref().map(|file| file.display().to_string()),
            opening: page.query.is_some(),
            administrator: page.administrator,
        },
        Route::FollowUp(page) => {
            Page::FollowUp { rows: follow_up::rows(&page.due, today), more: page.more }
        }
        Route::Receipts(page) => receipt_list(open, page, today),
        Route::Verify(page) => Page::Verify {
            verification: page.verification.as_deref().map(verification::verification),
            dragging: page.dragging,
            checking: page.query.is_some(),
            asking: page.asking,
        },
        Route::Timeline { cvr, cases } => {
            appointments(common.environment, *cvr, cases, common.language, today)
        }
        Route::Mailbox(mails) => Page::Mailbox {
            mails: mails.iter().map(|(case, mail)| summary::mail(case, mail)).collect(),
        },
        Route::AboutPractice => about_practice(common),
        Route::Help(notes) => Page::Help {
            version: context.shown.version.to_owned(),
            system: std::env::consts::OS.to_owned(),
            rules: book()
                .findings
                .iter()
                .map(|rule| rule.as_of)
                .min()
                .unwrap_or_default()
                .to_string(),
            guide: book().guide.as_of.to_string(),
            notes: guide::notes(notes, common.language),
        },
        Route::Settings(page) => Page::Settings {
            key: open.by.into(),
            passphrase: PassphraseState {
                is_set: open.ways.passphrase,
                is_needed: open.ways.passphrase && !open.ways.key_store,
                asks_current: open.asks_current_passphrase(),
                changing: page.changing.is_some(),
                changed: page.changed,
            },
            recovery: open.ways.recovery,
            recovery_code: page.code.as_ref().map(Hidden::from),
            version: context.shown.version.to_owned(),
            folder: open.copy_folder.clone(),
            uncopied: page.uncopied,
            retention: open.retention().into(),
            reporter: open.reporter.as_ref().map(summary::remembered),
            notify: open.notify.into(),
            lock_after: open.lock_after.into(),
            system_tells: crate::SYSTEM_TELLS,
        },
        Route::Bin(page) => crate::bin::page(open, page, today),
        Route::Backups(page) => crate::backups::page(open, page),
        Route::Services(page) => services::page(&common.services, page, context.shown.version),
    }
}

fn case_list(common: &Common, open: &Open, list: &CaseList, today: Date) -> Page {
    let language = common.language;
    let rows = |rows: &Rows| {
        rows.rows.iter().map(|row| cases::row(&row.summary, language, today)).collect()
    };
    Page::Cases {
        query: CaseQuery::from(&list.query),
        rows: rows(&list.rows),
        matching: list.rows.matching,
        total: open.total,
        step: ROWS,
        attention: rows(&list.attention),
        attention_total: list.attention.matching,
        unreadable: list.unreadable.iter().map(cases::unreadable).collect(),
        recovery_missing: !open.ways.recovery && open.total > 0,
        // One thing at a time: a backup opens elsewhere with the code only.
        ask_backup_place: open.ways.recovery && open.backups.asks_for_place(),
        folder_advice: open.folder_advice.map(Into::into),
        unusable: common.services.profiles.unusable(),
        approves: common.services.approves,
        binned: list.binned,
    }
}

/// With the financial year that today lies in as the period.
fn receipt_list(open: &Open, page: &Receipts, today: Date) -> Page {
    let (from, to) = open.retention().year_of(today);
    Page::Receipts {
        rows: page.rows.iter().map(|receipt| receipts::row(open, receipt, today)).collect(),
        from: page.from,
        total: page.total,
        away: page.away.iter().rev().take(AWAY).map(Into::into).collect(),
        away_total: u32::try_from(page.away.len()).unwrap_or(u32::MAX),
        step: ROWS,
        folder: open.copy_folder.clone(),
        period: Period { from: from.to_string(), to: to.to_string() },
        export: page.export.map(|export| ExportProgress { done: export.done, of: export.of }),
    }
}

/// It names the organisation as it was approved last, and by its number while nothing of
/// it could be read.
fn appointments(
    environment: Environment,
    cvr: CvrNumber,
    cases: &[Case],
    language: Language,
    today: Date,
) -> Page {
    let appointments = domain::timeline::timeline(cases.iter(), environment, cvr);
    let newest = appointments.first().and_then(|first| first.case.connection());
    Page::Timeline {
        organisation: newest
            .map_or_else(|| cvr.in_pairs(), |connection| connection.organisation.name.clone()),
        cvr: cvr.in_pairs(),
        approvals: appointments
            .chunk_by(|one, next| one.case.id == next.case.id)
            .filter_map(|approval| timeline::approval(approval, language, today))
            .collect(),
    }
}

/// Who and what there is to try in practice.
fn about_practice(common: &Common) -> Page {
    let entry = |entry: &model::PracticeEntry| PracticeEntry {
        name: entry.name.clone(),
        cvr: entry.cvr.map(|cvr| cvr.in_pairs()),
        shows: match common.language {
            Language::Danish => entry.danish.clone(),
            Language::English => entry.english.clone(),
        },
    };
    Page::AboutPractice {
        organisations: common.services.practice.organisations.iter().map(entry).collect(),
        persons: common.services.practice.persons.iter().map(entry).collect(),
    }
}
