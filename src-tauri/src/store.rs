//! The words of the core to the database, each carried out at once and answered.

use crate::engine::Engine;
use crate::{backup_state, marks, numbering, records, upkeep};
use app::App;
use app::effect::{Setting, Store, StoredCase};
use app::input::{Listed, ListedReceipts, Opened, Stored};
use app::model::{Backups, Copied, LockAfter, Notify, Open, Theme, Ways};
use app::route::{CaseList, DATES, FollowUp, ROWS, ReceiptRow, SameOrganisation};
use domain::Language;
use domain::case::{Case, CaseId, Delivery, Mail, Stage};
use domain::cvr::CvrNumber;
use domain::draft::ReporterAnswers;
use domain::outcome::ScreenNote;
use domain::problem::Problem;
use domain::retention::Retention;
use domain::summary::{
    ApprovedQuery, CaseState, CaseSummary, DeadlineKind, DueDeadline, Paper, Query, Row,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::path::Path;
use vault::Vault;

/// How many cases are read for what was noted of the official site.
const NOTED: u32 = 200;
/// How many other cases of an organisation are told of.
const OTHERS: u32 = 3;
/// How many mails the practice mailbox shows.
const MAILS: usize = 200;

/// Says it, and hears the answer.
pub fn carry_out(engine: &Engine, app: &App, word: Store) -> Stored {
    let folder = app.open().and_then(|open| open.copy_folder.as_deref());
    let id = CaseId::clone;
    match word {
        Store::Save(case) => {
            let saved = engine.ask_vault(|vault| numbering::save(vault, &case));
            if matches!(saved, Ok(Some(_))) {
                marks::after_numbering(engine);
            }
            Stored::Saved(id(&case.id), saved)
        }
        Store::SaveReceived(case, documents) => {
            let documents =
                documents.iter().map(|document| (&document.sha256, document.bytes.as_slice()));
            let saved = engine.ask_vault(|vault| vault.save_with_documents(&case, documents));
            Stored::Saved(id(&case.id), saved.map(|()| None))
        }
        Store::SaveCopy { copy, of } => {
            let saved = engine.ask_vault(|vault| vault.save_copy(&copy, &of));
            Stored::Saved(id(&copy.id), saved.map(|()| None))
        }
        Store::Read(case) => {
            let today = engine.now().today;
            let read = engine.ask_vault(|vault| read(vault, &case, today, folder));
            Stored::Read(case, read.map(|found| found.map(Box::new)))
        }
        Store::ReadHistory(case) => {
            let read = engine.ask_vault(|vault| vault.history(&case));
            Stored::History(case, read)
        }
        Store::Delete(case) => {
            let deleted = engine.ask_vault(|vault| vault.delete(&case));
            Stored::Deleted(case, deleted)
        }
        Store::Bin(case) => {
            let today = engine.now().today;
            let binned = engine.ask_vault(|vault| vault.bin(&case, today));
            Stored::Binned(case, binned)
        }
        Store::PutBack(case) => {
            let today = engine.now().today;
            let back = engine.ask_vault(|vault| {
                vault.put_back(&case, today)?;
                Ok(vault.to_resume()?.contains(&case))
            });
            Stored::PutBack(case, back)
        }
        Store::Empty(case) => {
            let today = engine.now().today;
            let emptied = engine.ask_vault(|vault| vault.empty(&case, today));
            Stored::Emptied(case, emptied)
        }
        Store::ListBin(from) => {
            Stored::BinListed(engine.ask_vault(|vault| vault.binned(from, ROWS)))
        }
        Store::List(query) => {
            Stored::Listed(engine.ask_vault(|vault| list(vault, &query).map(Box::new)))
        }
        Store::ListReceipts(from) => {
            Stored::ReceiptsListed(engine.ask_vault(|vault| receipts(vault, from, folder)))
        }
        Store::ListDates => {
            let (today, retention) = (engine.now().today, retention_set(app));
            Stored::Dates(engine.ask_vault(|vault| dates(vault, retention, today)))
        }
        Store::ListNear(until) => {
            let (today, retention) = (engine.now().today, retention_set(app));
            Stored::Near(
                engine.ask_vault(|vault| followed_up(vault, retention, (today, until), DATES)),
            )
        }
        Store::FindOthers(case, cvr) => {
            let found = engine.ask_vault(|vault| others(vault, &case, cvr));
            Stored::OthersFound(case, cvr, found)
        }
        Store::ReadTimeline(cvr) => {
            let query = ApprovedQuery { cvr: Some(cvr), ..ApprovedQuery::default() };
            Stored::Timeline(engine.ask_vault(|vault| approved(vault, &query)))
        }
        Store::ReadNotes => Stored::Notes(engine.ask_vault(notes)),
        Store::ReadMails => Stored::Mails(engine.ask_vault(mails)),
        Store::CountUncopied => Stored::Uncopied(engine.ask_vault(|vault| {
            let due = folder.map_or(Ok(Vec::new()), |folder| vault.copies_due(folder))?;
            Ok(u32::try_from(due.len()).unwrap_or(u32::MAX))
        })),
        Store::KeepSetting(setting, value) => Stored::SettingKept(
            setting,
            engine.ask_vault(|vault| vault.set_setting(key(setting), &value)),
        ),
        Store::KeepReporter(reporter) => {
            let value = reporter.map(KeptReporter::of).unwrap_or_default();
            let kept = engine.ask_vault(|vault| vault.set_setting(key(Setting::Reporter), &value));
            Stored::SettingKept(Setting::Reporter, kept)
        }
    }
}

/// What an open vault says of itself.
pub fn opened(vault: &mut Vault) -> Result<Opened, Problem> {
    number_earlier(vault)?;
    let setting = |setting| vault.setting(key(setting));
    let language = setting(Setting::Language).map(|word| Language::of_word(&word));
    let theme = setting(Setting::Theme).map(|word| Theme::of_word(&word));
    Ok(Opened {
        by: vault.opened_by(),
        ways: ways(vault),
        total: vault.count()?,
        language,
        theme,
        retention: setting(Setting::Retention).and_then(|kept| retention(&kept)),
        reporter: setting(Setting::Reporter).and_then(|kept| KeptReporter::read(&kept)),
        copy_folder: setting(Setting::CopyFolder).filter(|folder| !folder.is_empty()),
        notify: setting(Setting::Notify).map(|word| notify(&word)).unwrap_or_default(),
        notified: setting(Setting::Notified).and_then(|day| day.parse().ok()),
        lock_after: setting(Setting::LockAfter)
            .map(|word| LockAfter::of_word(&word))
            .unwrap_or_default(),
        resume: vault.to_resume()?,
        // The folder is known to who opens the vault.
        backups: Backups::default(),
        has_damaged_pages: vault.has_damaged_pages(),
        taken: None,
    })
}

/// The ways to the key.
pub fn ways(vault: &Vault) -> Ways {
    Ways {
        key_store: vault.opens_by_itself(),
        passphrase: vault.has_passphrase(),
        recovery: vault.has_recovery(),
    }
}

/// The approved cases that a query finds, oldest approval first.
pub fn approved(vault: &mut Vault, query: &ApprovedQuery) -> Result<Vec<Case>, Problem> {
    let ids = vault.approved_ids(query)?;
    // One that cannot be read is set aside by this and told of in the list of cases.
    Ok(ids.iter().filter_map(|id| vault.case(id).ok().flatten()).collect())
}

/// Those that were approved before there were receipt numbers get theirs, in the order of the
/// approvals. What cannot be saved now gets its number at the next start.
fn number_earlier(vault: &mut Vault) -> Result<(), Problem> {
    for id in vault.unnumbered()? {
        let Ok(Some(case)) = vault.case(&id) else { continue };
        if numbering::save(vault, &case).is_err() {
            break;
        }
    }
    Ok(())
}

fn read(
    vault: &mut Vault,
    id: &CaseId,
    today: Date,
    folder: Option<&str>,
) -> Result<Option<StoredCase>, Problem> {
    let Some(case) = vault.case(id)? else {
        // Whoever brings the same case again is told that it lies there.
        return if vault.is_binned(id)? { Err(Problem::CaseInBin) } else { Ok(None) };
    };
    let (link, copied) = (vault.link(id)?, copied(vault, id, folder)?);
    let record = records::recorded(vault, &case, today)?;
    Ok(Some(StoredCase { link, copied, record, case }))
}

/// The copy of a receipt, when it lies in the folder that is set now.
fn copied(vault: &Vault, id: &CaseId, folder: Option<&str>) -> Result<Option<Copied>, Problem> {
    let Some(folder) = folder else { return Ok(None) };
    let lies_there = |path: &str| Path::new(path).parent() == Some(Path::new(folder));
    let noted = vault.copy(id)?.filter(|(_, path)| lies_there(path));
    Ok(noted.map(|(accepted, path)| Copied { path, accepted }))
}

fn list(vault: &Vault, query: &Query) -> Result<Listed, Problem> {
    let attention = vault.list(&CaseList::attention_query())?;
    let (unreadable, binned) = (vault.unreadable()?, vault.count_binned()?);
    Ok(Listed { rows: vault.list(query)?, attention, unreadable, binned })
}

/// The other cases of an organisation, the one that changed last first.
fn others(vault: &Vault, case: &CaseId, cvr: CvrNumber) -> Result<Vec<SameOrganisation>, Problem> {
    let mut rows = vault.of_organisation(cvr, OTHERS + 1)?;
    rows.retain(|row| row.summary.id != *case);
    let other = |row: Row| {
        let CaseSummary { id, state, changed, .. } = row.summary;
        SameOrganisation { case: id, state, changed }
    };
    Ok(rows.into_iter().map(other).take(OTHERS as usize).collect())
}

/// The dates that a person follows up: all but those that ask for nothing.
fn dates(vault: &Vault, retention: Retention, today: Date) -> Result<FollowUp, Problem> {
    let mut due = followed_up(vault, retention, (today, Date::MAX), DATES + 1)?;
    let more = due.len() > usize::try_from(DATES).unwrap_or(usize::MAX);
    due.truncate(usize::try_from(DATES).unwrap_or(usize::MAX));
    Ok(FollowUp { due, more })
}

fn retention_set(app: &App) -> Retention {
    app.open().map(Open::retention).unwrap_or_default()
}

/// The dates until a day, the earliest first: so many of what is due in the cases, and so many of the
/// retention that ends from today on.
fn followed_up(
    vault: &Vault,
    retention: Retention,
    (today, until): (Date, Date),
    limit: u32,
) -> Result<Vec<DueDeadline>, Problem> {
    let kinds: Vec<_> =
        DeadlineKind::ALL.into_iter().filter(|kind| kind.is_followed_up()).collect();
    let mut due = vault.deadlines(Date::MIN, until, &kinds, limit)?;
    // On most days none ends, and nothing is asked.
    if let Some((from, to)) = retention.days_ending(today, until) {
        let papers = vault.newest_papers(from, to, limit)?.into_iter();
        due.extend(papers.map(|paper| DueDeadline::retention(paper, retention)));
        due.sort_by_key(|one| one.day);
    }
    Ok(due)
}

fn receipts(vault: &Vault, from: u32, folder: Option<&str>) -> Result<ListedReceipts, Problem> {
    let found = vault.papers(from, ROWS)?;
    let with_copy = |paper: Paper| {
        let copied =
            if paper.is_record { None } else { copied(vault, &paper.row.summary.id, folder)? };
        Ok(ReceiptRow { paper, copied })
    };
    let rows = found.papers.into_iter().map(with_copy).collect::<Result<_, Problem>>()?;
    Ok(ListedReceipts { rows, total: found.total, away: vault.away()? })
}

/// The newest mails, newest first.
fn mails(vault: &mut Vault) -> Result<Vec<(CaseId, Mail)>, Problem> {
    let mut mails = Vec::new();
    for id in vault.approved_ids(&ApprovedQuery::default())?.into_iter().rev().take(MAILS) {
        let Some(case) = vault.case(&id)? else { continue };
        if let Stage::Approved(approved) = case.stage
            && let Delivery::Accepted(accepted) = approved.delivery
        {
            mails.extend(accepted.mails.into_iter().map(|mail| (id.clone(), mail)));
        }
    }
    mails.sort_by_key(|(_, mail)| std::cmp::Reverse(mail.at));
    mails.truncate(MAILS);
    Ok(mails)
}

/// What was noted of screens of the official site, newest case first: of those that are or were
/// there, so that no draft is read for it.
fn notes(vault: &mut Vault) -> Result<Vec<ScreenNote>, Problem> {
    let there = [
        CaseState::Guided,
        CaseState::Stopped,
        CaseState::AwaitingRepresentative,
        CaseState::UnderReview,
        CaseState::StatedConcluded,
        CaseState::Concluded,
        CaseState::Rejected,
        CaseState::Withdrawn,
    ];
    let query = Query { states: there.into(), limit: NOTED, ..Query::default() };
    let mut noted = Vec::new();
    for row in vault.list(&query)?.rows {
        // One that cannot be read is set aside by this and told of in the list of cases.
        let case = vault.case(&row.summary.id).ok().flatten();
        noted.extend(case.iter().flat_map(domain::notes::told));
    }
    Ok(noted)
}

fn key(setting: Setting) -> &'static str {
    match setting {
        Setting::Language => "language",
        Setting::Theme => "theme",
        Setting::Retention => "retention",
        Setting::CopyFolder => "receipts-folder",
        Setting::Reporter => "reporter",
        Setting::Notify => "notify",
        Setting::Notified => "notified",
        Setting::LockAfter => "lock-after",
        Setting::BackupFolder => backup_state::FOLDER,
        Setting::BackupPlaceSettled => backup_state::PLACE_SETTLED,
        Setting::BackupBudget => backup_state::BUDGET,
        Setting::FolderSettled => upkeep::FOLDER_SETTLED,
    }
}

/// A word that is not known here allows nothing.
fn notify(word: &str) -> Notify {
    match word {
        "plain" => Notify::Plain,
        "named" => Notify::Named,
        _ => Notify::Off,
    }
}

fn retention(kept: &str) -> Option<Retention> {
    let (years, month) = kept.split_once(' ')?;
    Retention::new(years.parse().ok()?, month.parse().ok()?)
}

/// What a reporter says of themselves, as JSON. Another shape gets the next number, and this one is
/// read for ever.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeptReporter {
    version: u8,
    name: String,
    organisation: String,
    email: String,
}

impl KeptReporter {
    /// Four texts always become JSON; what could not be kept is typed again.
    fn of(reporter: ReporterAnswers) -> String {
        let ReporterAnswers { name, organisation, email } = reporter;
        serde_json::to_string(&Self { version: 1, name, organisation, email }).unwrap_or_default()
    }

    /// None when nothing is kept, or when a newer version wrote it.
    fn read(kept: &str) -> Option<ReporterAnswers> {
        let Self { version, name, organisation, email } = serde_json::from_str(kept).ok()?;
        (version == 1).then_some(ReporterAnswers { name, organisation, email })
    }
}
