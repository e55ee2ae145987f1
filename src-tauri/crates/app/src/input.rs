//! What [`crate::update`] is told: what the person wants, or what came of an effect.

use crate::effect::{Setting, StoredCase};
use crate::intent::Intent;
use crate::route::{FollowUp, ReceiptRow, SameOrganisation, SearchHit, ShownMail};
use crate::state::backups::{Backups, ChosenBackup, FoundBackup};
use crate::state::damaged::BackupAt;
use crate::state::held::{Copied, Recorded};
use crate::state::log::LogRead;
use crate::state::query::QueryId;
use crate::state::received::{NotOpened, Received};
use crate::state::services::{BrokerState, RegisterState, Services};
use crate::state::settings::{LockAfter, Notify, Theme};
use crate::state::unlocking::Ways;
use domain::bin::{AwayPaper, Binned};
use domain::case::{Case, CaseId, Event, HandOverFile, Mail, OfficialMail, Token};
use domain::chain::Link;
use domain::cvr::CvrNumber;
use domain::documents::Attached;
use domain::draft::ReporterAnswers;
use domain::folder::FolderAdvice;
use domain::history::Log;
use domain::keys::KeyWay;
use domain::merge::Plan;
use domain::organisation::Represented;
use domain::outcome::ScreenNote;
use domain::problem::Problem;
use domain::profile::{PartAnswer, ProfileReading, ServicePart};
use domain::retention::Retention;
use domain::rollback::Missing;
use domain::salvage::Salvage;
use domain::summary::{DueDeadline, Rows, UnreadableCase};
use domain::verification::Verification;
use domain::{Language, Secret, Timestamp};
use jiff::civil::Date;
use std::path::PathBuf;

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// The person wants something.
    Intent {
        /// What.
        intent: Intent,
        /// 128 random bits, for the id of what it may begin.
        fresh: Token,
    },
    /// The outside world is wired: the services, or why there are none.
    Wired(Result<Box<Services>, Problem>),
    /// The cases were opened, or not.
    Vault(VaultInput),
    /// The database answered.
    Stored(Stored),
    /// Something came of an effect of a case.
    Case(CaseId, CaseInput),
    /// A login goes on.
    Login(Token, LoginInput),
    /// A hand-over file was chosen or opened.
    HandOver(HandOverInput),
    /// Something came of an effect about receipts.
    Receipts(ReceiptsInput),
    /// A file is dragged, chosen or checked.
    Verification(VerificationInput),
    /// Something came of an effect about what opens a service, or about newer versions.
    Settings(SettingsInput),
    /// Something was copied beside the official site, or taken out of the clipboard.
    Guide(GuideInput),
    /// Something came of an effect about which services are used.
    Services(ServicesInput),
    /// Something came of an effect about backups.
    Backups(BackupsInput),
    /// Something came of reading damaged cases.
    Salvage(SalvageInput),
    /// A file was chosen as an official mail, read, or its signature checked.
    Mail(MailInput),
    /// The log of the program answered.
    Log(LogInput),
    /// A file that the person asked for was written, or not.
    Written(Result<String, Problem>),
    /// Something was handed to another program, or not: a PDF, a link.
    Shown(Result<(), Problem>),
    /// What depends on the day or the rule book was made again: a list that is shown is asked for
    /// anew.
    SummariesRefreshed,
    /// A day has begun.
    DayBegan,
    /// The system has shown the notification of this day, or has not.
    Notified(Date, Result<(), Problem>),
    /// The window is to be closed.
    Close(CloseInput),
    /// The program ends: what could not be saved is tried once more.
    Ending,
}

/// The log of the program answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogInput {
    /// It was read.
    Read(QueryId, Box<LogRead>),
    /// The report, to the letter.
    ReportMade(QueryId, String),
    /// It could not be deleted.
    NotEmptied(QueryId, Problem),
    /// The report was saved, or not.
    Saved(Result<String, Problem>),
}

/// What came of copying a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuideInput {
    /// It lies in the clipboard, or could not be put there.
    Copied(QueryId, Result<(), Problem>),
    /// Its time is over: it does not lie there any more, or nobody can tell.
    Cleared(QueryId, Result<(), Problem>),
}

/// What came of taking in an official mail.
#[derive(Debug, Clone, PartialEq)]
pub enum MailInput {
    /// This file was chosen for the case.
    File(CaseId, PathBuf),
    /// A file is over the window, or not any more.
    Dragged(bool),
    /// It was read, or why it is none.
    Read(QueryId, Result<Box<ShownMail>, Problem>),
    /// Its keys were asked for: the mail with those that were seen, and what went wrong with the
    /// others.
    Checked(QueryId, Option<Box<ShownMail>>, Option<Problem>),
}

/// The window is to be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CloseInput {
    /// The person wants it.
    Requested,
    /// The page has had its time for this attempt.
    Overdue(u64),
}

/// What came of opening the cases, or of changing the ways to their key.
#[derive(Debug, Clone, PartialEq)]
pub enum VaultInput {
    /// They are open, and the engine holds them.
    Opened(Box<Opened>),
    /// There are none yet, and no key store that could keep a key.
    ChoosePassphrase,
    /// Their key must come from the person.
    Closed(Problem, Ways),
    /// What lies here is not what was here last.
    Older(Missing),
    /// Nothing can be done with what lies in the folder.
    Stopped(Problem),
    /// What the person knows does not open them; no problem where they left it.
    NotUnlocked(QueryId, Option<Problem>),
    /// A recovery code was made.
    RecoveryCodeMade(Result<Secret, Problem>),
    /// It is kept.
    RecoveryCodeKept(Result<(), Problem>),
    /// The passphrase was set, changed or removed: how the cases are opened from now on.
    PassphraseChanged(QueryId, Result<(KeyWay, Ways), Problem>),
    /// The check of every page has found damaged ones.
    PagesDamaged,
    /// What the person has to know of the folder of the cases, and has not read yet.
    FolderAdvised(FolderAdvice),
    /// The cases are to be locked: nobody was at the window for as long as was set, or the system
    /// locks the screen or goes to sleep. Said again for as long as that is so.
    LockDue,
    /// The page has had its time to send what was typed before they are locked.
    LockOverdue(QueryId),
    /// The program was started anew and shows its window; or it could not be.
    StartedAnew(bool),
}

/// What came of reading cases whose database is damaged.
#[derive(Debug, Clone, PartialEq)]
pub enum SalvageInput {
    /// The database cannot be read as it is.
    Damaged,
    /// The newest backup that is whole was looked for.
    Looked(Option<BackupAt>),
    /// What can be read was read; and the newest backup, also where only the cases say that it lies.
    Read(Result<(Box<Salvage>, Option<BackupAt>), Problem>),
}

/// What came of an effect about backups.
#[derive(Debug, Clone, PartialEq)]
pub enum BackupsInput {
    /// How they stand.
    Known(Box<Backups>),
    /// One is being made, so many hundredths of it; or none any more.
    Making(Option<u8>),
    /// The damaged files beside the cases were deleted, or some were not.
    DamagedDeleted(Result<(), Problem>),
    /// The folder for backups was chosen.
    FolderChosen(Result<String, Problem>),
    /// One was made by hand: where it lies, and the words that open it where they were asked for.
    Saved(Result<(String, Option<Secret>), Problem>),
    /// One was chosen to be taken in.
    Chosen(Result<ChosenBackup, Problem>),
    /// It was opened, or not.
    Opened(QueryId, Result<Box<FoundBackup>, Problem>),
}

/// What an open vault says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// How the key was found.
    pub by: KeyWay,
    /// The other ways to it.
    pub ways: Ways,
    /// How many cases there are.
    pub total: u32,
    /// The language, when one was set.
    pub language: Option<Language>,
    /// Light or dark, when one was set.
    pub theme: Option<Theme>,
    /// How long receipts are kept, when that was set.
    pub retention: Option<Retention>,
    /// What the last reporter said of themselves, when that was kept.
    pub reporter: Option<ReporterAnswers>,
    /// The folder for copies, when one was set.
    pub copy_folder: Option<String>,
    /// What the system may show of the dates that are near.
    pub notify: Notify,
    /// The day of the last notification.
    pub notified: Option<Date>,
    /// How long nobody may be at the window before the cases are locked.
    pub lock_after: LockAfter,
    /// The cases that have something to take up again.
    pub resume: Vec<CaseId>,
    /// How the backups stand.
    pub backups: Backups,
    /// Pages of the database are damaged, as the last check has found.
    pub has_damaged_pages: bool,
    /// What came of taking a backup in, when the cases are read again because of that.
    pub taken: Option<Result<Box<Plan>, Problem>>,
}

/// What the database answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Stored {
    /// The oldest case that was to be saved: its link, once it is approved.
    Saved(CaseId, Result<Option<Link>, Problem>),
    /// A case, or none of this id.
    Read(CaseId, Result<Option<Box<StoredCase>>, Problem>),
    /// What changed in a case.
    History(CaseId, Result<Log, Problem>),
    /// A case was deleted past the bin.
    Deleted(CaseId, Result<(), Problem>),
    /// A case was put into the bin.
    Binned(CaseId, Result<(), Problem>),
    /// It was put back, and has something to take up again or not.
    PutBack(CaseId, Result<bool, Problem>),
    /// It was deleted for good.
    Emptied(CaseId, Result<(), Problem>),
    /// Rows of the bin.
    BinListed(Result<Binned, Problem>),
    /// The list of cases.
    Listed(Result<Box<Listed>, Problem>),
    /// Rows of the list of receipts.
    ReceiptsListed(Result<ListedReceipts, Problem>),
    /// The approved cases of an organisation.
    Timeline(Result<Vec<Case>, Problem>),
    /// The other cases of the organisation of a draft, as far as they are told of.
    OthersFound(CaseId, CvrNumber, Result<Vec<SameOrganisation>, Problem>),
    /// The dates of all cases.
    Dates(Result<FollowUp, Problem>),
    /// The dates that are near.
    Near(Result<Vec<DueDeadline>, Problem>),
    /// The newest mails.
    Mails(Result<Vec<(CaseId, Mail)>, Problem>),
    /// What was noted of screens of the official site, without what names a case.
    Notes(Result<Vec<ScreenNote>, Problem>),
    /// How many receipts have no copy.
    Uncopied(Result<u32, Problem>),
    /// A setting was kept.
    SettingKept(Setting, Result<(), Problem>),
}

/// What the database says of the list of receipts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ListedReceipts {
    /// The rows that were asked for.
    pub rows: Vec<ReceiptRow>,
    /// How many there are.
    pub total: u32,
    /// The numbers whose receipts or records were deleted.
    pub away: Vec<AwayPaper>,
}

/// What the database says of the list of cases.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The rows that were asked for.
    pub rows: Rows,
    /// What [`crate::route::CaseList::attention_query`] finds.
    pub attention: Rows,
    /// The cases that cannot be read.
    pub unreadable: Vec<UnreadableCase>,
    /// How many cases lie in the bin.
    pub binned: u32,
}

/// What came of an effect of a case.
#[derive(Debug, Clone, PartialEq)]
pub enum CaseInput {
    /// Something happened to it.
    Event(Box<Event>),
    /// The place and the words of a hand-over file; an attempt when the reporter logs in first.
    HandOverPlaced(Result<HandOverFile, Problem>, Option<Token>),
    /// A file was read to be attached as a document.
    DocumentRead(Result<Box<(Attached, Vec<u8>)>, Problem>),
    /// Its bytes are durable.
    DocumentKept(Box<Attached>, Result<(), Problem>),
    /// The bytes of an official mail are durable.
    MailKept(Box<OfficialMail>, Result<(), Problem>),
    /// Organisations were found by name, and there are more.
    Found(QueryId, Result<(Vec<SearchHit>, bool), Problem>),
    /// The broker told which organisations the person may represent.
    Listed(Token, Result<Vec<Represented>, Problem>),
}

/// A login goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoginInput {
    /// The browser was asked to open the link, and the answer is waited for.
    Waiting {
        /// The link.
        link: Secret,
        /// The host that the browser shows.
        host: String,
        /// When the program stops waiting.
        until: Timestamp,
        /// No browser could be opened.
        browser_failed: bool,
    },
    /// An answer came that does not belong to this login.
    OtherAnswer,
    /// A browser tried to come back encrypted, which it cannot.
    Https,
    /// The computer's clock is behind the broker's by so many seconds, negative where it is ahead:
    /// nothing is opened before the person says to go on.
    ClockOff(i64),
    /// The broker ended it with this code, which its profile does not name.
    NotMade(String),
    /// The link was opened again, or not.
    Reopened(bool),
}

/// A hand-over file was chosen or opened.
#[derive(Debug, Clone, PartialEq)]
pub enum HandOverInput {
    /// This file was chosen.
    Chosen(PathBuf),
    /// It was opened, or not.
    Opened(QueryId, Result<Box<Received>, NotOpened>),
}

/// What came of an effect about receipts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReceiptsInput {
    /// This folder was chosen for copies.
    FolderChosen(Result<String, Problem>),
    /// The receipts of these cases were copied into this folder, or not.
    Copied(String, Vec<(CaseId, Result<Copied, Problem>)>),
    /// So many receipts of an export are made.
    Exporting(QueryId, u32, u32),
    /// The export ended: the file, nothing when it was cancelled, or why not.
    Exported(QueryId, (Date, Date), Result<Option<String>, Problem>),
    /// This is the newest record of a case.
    Recorded(CaseId, Option<Recorded>),
    /// Printing was asked for: not answered where the system's dialog took it.
    Printed(Result<(), Problem>),
}

/// A file is dragged, chosen or checked.
#[derive(Debug, Clone, PartialEq)]
pub enum VerificationInput {
    /// A file is over the window, or not any more.
    Dragged(bool),
    /// A file was dropped or chosen.
    File(PathBuf),
    /// What it proves.
    Checked(QueryId, Result<Box<Verification>, Problem>),
    /// The file that was checked, with what the code on paper says of it.
    Compared(Result<Box<Verification>, Problem>),
}

/// What came of an effect about which services are used.
#[derive(Debug, Clone, PartialEq)]
pub enum ServicesInput {
    /// This file was chosen, or dropped on the page.
    File(PathBuf),
    /// It was read: what it says and its text, or why it is no profile and at which line.
    Read(QueryId, Result<(ProfileReading, Secret), (Problem, Option<usize>)>),
    /// Its services were asked.
    Asked(QueryId, Vec<(ServicePart, PartAnswer)>),
    /// The services, with what the vault keeps of them, which was just opened.
    Known(Box<Services>),
    /// Another choice was kept and is used, or not.
    Changed(QueryId, Result<Box<Services>, Problem>),
}

/// What came of an effect about what opens a service, or about newer versions.
#[derive(Debug, Clone, PartialEq)]
pub enum SettingsInput {
    /// What opens the register was kept or forgotten.
    Register(RegisterState, Result<(), Problem>),
    /// What the organisation proves itself with was kept or forgotten.
    Broker(BrokerState, Result<(), Problem>),
    /// The address of newer versions answered: one, or none.
    UpdateFound(Result<Option<String>, ()>),
    /// The newer version could not be put in place.
    UpdateFailed,
}
