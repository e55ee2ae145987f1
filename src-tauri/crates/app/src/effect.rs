//! What the shell has to do. Each effect carries a copy of all that it needs, so that none works on
//! the state while it is held.
//!
//! There are two kinds. A [`Store`] effect is a word to the database: the engine carries it out at
//! once, and hands its answer in before anything else. The others run beside the window and may
//! take as long as they like; each names the input that answers it, and where only the newest
//! answer counts, a [`QueryId`].

mod mail;
mod notification;

pub use mail::{ApprovalSheet, MailPaper, SetUpChecklist, WrittenMail};
pub use notification::Notification;

use crate::intent::Site;
use crate::route::FileBytes;
use crate::state::held::{Copied, PaperId, Recorded};
use crate::state::locked::{LockedCases, OpenFor};
use crate::state::older::Restores;
use crate::state::query::QueryId;
use domain::case::{Case, CaseId, Evidence, HandOverFile, OfficialMail, Purpose, Token};
use domain::chain::Link;
use domain::connection::Connection;
use domain::contact::Contact;
use domain::cvr::CvrNumber;
use domain::documents::{Attached, BoardMember, DocumentId};
use domain::draft::ReporterAnswers;
use domain::mail_draft::MailTo;
use domain::organisation::Organisation;
use domain::profile::ServicePart;
use domain::summary::{DueDeadline, Query};
use domain::{Environment, Language, Secret};
use jiff::civil::Date;
use std::path::PathBuf;

/// Something that the shell must do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// A word to the database. Answered at once.
    Store(Store),

    /// Open the cases with the key of the key store, unless they are to stay locked. Answered by
    /// [`crate::input::VaultInput`].
    OpenVault(OpenFor),
    /// Make the cases under a passphrase, or open them with what the person knows.
    Unlock(QueryId, UnlockWith),
    /// Open what is here although it is not what was here last. Answered by
    /// [`crate::input::VaultInput`].
    OpenOlder,
    /// Read what can be read of the damaged cases that are held, or of those that are open, which are closed
    /// for it. Answered by [`crate::input::SalvageInput::Read`].
    Salvage,
    /// Put what was read in the place of the damaged cases, and open it; and choose the backup that was found
    /// next, or not. Answered by [`crate::input::VaultInput`].
    UseSalvaged(Restores),
    /// Forget the cases and wipe the key. Not answered.
    CloseVault,
    /// The same, and note beside them that they are locked. Not answered.
    LockVault(LockedCases),
    /// Start the program anew in its locked state: what was read, typed and shown lies in the memory
    /// of this one until it ends. Answered by [`crate::input::VaultInput::StartedAnew`].
    StartAnew(LockedCases),
    /// End the one that was started: the person goes on here. Not answered.
    EndOther,
    /// Give the page its time to send what was typed, before the cases are locked. Answered by
    /// [`crate::input::VaultInput::LockOverdue`].
    AwaitPageToLock(QueryId),
    /// Make a recovery code. Answered by [`crate::input::VaultInput`].
    MakeRecoveryCode,
    /// The person has shown that they hold the code that was made last: keep it.
    KeepRecoveryCode,
    /// Set, change or remove the passphrase. Answered by [`crate::input::VaultInput`].
    ChangePassphrase(QueryId, PassphraseChange),

    /// Make a backup where Tilslut puts them by itself, and say how they stand. Answered by
    /// [`crate::input::BackupsInput`], as the next ones are.
    BackUpNow,
    /// Ask where, and make one there.
    SaveBackup,
    /// The same, with six words that open it on another computer.
    MoveBackup,
    /// Give up the one that is being made. Not answered by itself.
    CancelBackup,
    /// Delete the damaged files that lie beside the cases.
    DeleteDamaged,
    /// Ask for the folder of the backups.
    ChooseBackupFolder,
    /// Ask for a backup that is to be taken in.
    ChooseBackup,
    /// Open it with what was typed.
    OpenBackup(QueryId, Secret),
    /// Put it away. Not answered.
    LeaveBackup,
    /// Back up what is there, take the open backup in, and read the cases again: answered by
    /// [`crate::input::VaultInput::Opened`].
    TakeBackupIn,

    /// Ask the register about a case's number. Answered by [`domain::case::Event::LookedUp`].
    LookUp(CaseId, QueryId, CvrNumber),
    /// Look for organisations by name.
    Search {
        /// The case.
        case: CaseId,
        /// Names the question.
        query: QueryId,
        /// What is looked for.
        words: String,
        /// The question whose answer this goes on from; none for the first.
        after: Option<QueryId>,
    },
    /// Open the login of a case in the system browser and wait for it. Told by
    /// [`crate::input::LoginInput`]; it ends with [`domain::case::Event::LoginEnded`].
    LogIn {
        /// The case.
        case: CaseId,
        /// Names the attempt.
        attempt: Token,
        /// What for.
        purpose: Purpose,
        /// What is approved or handed over.
        connection: Box<Connection>,
        /// The language of the pages.
        language: Language,
    },
    /// The same, to learn which organisations the person may represent.
    ListOrganisations(CaseId, Token, Language),
    /// Cancel the login in progress. It may have ended in this very moment.
    CancelLogin,
    /// Go on with the login in progress although the computer's clock is wrong.
    GoOnDespiteClock,
    /// Open the link of the login in progress once more.
    OpenLink(Token, Secret),
    /// Open a page of the official site; in practice, what stands in for it.
    OpenSite(Site),
    /// Put a value into the clipboard, and take it out again after a minute when it still lies
    /// there. Answered by [`crate::input::GuideInput`], twice.
    CopyValue(QueryId, Secret),
    /// Show a notification of the system. Answered by [`crate::input::Input::Notified`].
    Notify(Notification),
    /// Give the window the shape that it is to have now. Not answered.
    ShapeWindow,
    /// Open the official text of the terms for a case. Answered by
    /// [`domain::case::Event::TermsOpened`] once the browser took the link.
    OpenTerms(CaseId),

    /// Send the evidence. Answered by [`domain::case::Event::DeliveryEnded`].
    Deliver(CaseId, Token, Vec<u8>, Language),
    /// Ask where a hand-over file shall be, and draw its words.
    PlaceHandOver {
        /// The case.
        case: CaseId,
        /// What it will hold.
        connection: Box<Connection>,
        /// The reporter logs in first.
        logged_in: bool,
    },
    /// Write the hand-over file. Answered by [`domain::case::Event::HandOverEnded`].
    WriteHandOver {
        /// The case.
        case: CaseId,
        /// Where, and how it is opened.
        file: HandOverFile,
        /// What it holds.
        connection: Box<Connection>,
        /// The reporter's login, which it holds too.
        login: Option<Box<Evidence>>,
    },
    /// Ask for a hand-over file.
    ChooseHandOver,
    /// Open it with these words.
    OpenHandOver(QueryId, PathBuf, Secret),

    /// Ask where, and write these dates as a calendar file.
    SaveDates(Vec<DueDeadline>),
    /// Ask where, and write the bytes of a case that cannot be read.
    SaveUnreadable(CaseId),
    /// Ask where, and write the history of a case.
    SaveHistory(CaseId),
    /// Ask for a file to take in as an official mail. Answered by [`crate::input::MailInput`].
    ChooseMail(CaseId),
    /// Read a mail. Answered by [`crate::input::MailInput::Read`].
    ReadMail(QueryId, Box<MailToRead>),
    /// Ask for the keys of its signatures, and check them. Answered by
    /// [`crate::input::MailInput::Checked`].
    CheckMail(QueryId, Box<MailToRead>),
    /// Keep the bytes of a mail. Answered by [`crate::input::CaseInput::MailKept`].
    KeepMail(CaseId, Box<OfficialMail>, FileBytes),
    /// Ask where, and write the file of a mail as it came.
    SaveMail(CaseId, Box<OfficialMail>),
    /// Ask for a file, and read it as a document of this kind.
    ChooseDocument(CaseId, String),
    /// Keep the bytes of a document; it is attached once they are durable.
    KeepDocument(CaseId, Box<Attached>, Vec<u8>),
    /// Forget the bytes of documents that the case does not name any more. Not answered: what
    /// cannot be forgotten now is tried again at the next start.
    ForgetDocuments(Box<Case>),
    /// Show a document in another program.
    ShowDocument(CaseId, DocumentId, [u8; 32]),
    /// The board overview, as it has been filled in so far.
    Board(Output, Box<Organisation>, Vec<BoardMember>),

    /// The draft of a mail. Where it was opened, [`domain::case::Event::DraftOpened`] says so.
    MailDraft(Output, CaseId, MailTo, Box<WrittenMail>),
    /// The paper that goes along with a mail: shown in another program, or saved.
    MailPaper(Output, MailPaper),

    /// The receipt of a case.
    Receipt(Output, CaseId),
    /// The evidence bundle of a case, to be saved.
    SaveEvidence(CaseId),
    /// The record of a guided case: the newest, or another when other things are known since.
    Record(Output, CaseId),
    /// The record with this number, as it was made.
    NumberedRecord(Output, u64),
    /// Print receipts and records as one job.
    Print(Vec<PaperId>),
    /// Ask where, and write the receipts of a period into one file, telling how far it is.
    Export(QueryId, (Date, Date)),
    /// Stop the export in progress.
    CancelExport(QueryId),
    /// Ask for the folder that gets a copy of every receipt.
    ChooseCopyFolder,
    /// Copy the receipts of these cases into the folder, or of all whose copy is due.
    CopyReceipts(String, Due),
    /// The timeline of an organisation.
    Timeline(Output, CvrNumber),

    /// Ask for a file to check.
    ChooseToCheck,
    /// Read a file and say what it proves.
    Check(QueryId, PathBuf),
    /// Ask the DNS what it says today of the keys that the record carries.
    AskKeys(Box<domain::verification::Verification>),
    /// Compare a short proof from paper, as it was typed, with the file that was checked.
    CompareCode(Box<domain::verification::Verification>, String),

    /// Keep what opens the register.
    KeepRegisterKey(String, Secret, bool),
    /// Forget it.
    ForgetRegisterKey,
    /// Keep what the organisation proves itself with at the broker, under this name.
    KeepBrokerKey(String, Secret),
    /// Ask for the file of a private key, and keep what is in it under this name.
    ChooseBrokerKey(String),
    /// Forget what the organisation proves itself with.
    ForgetBrokerKey,
    /// Ask for a profile file.
    ChooseProfile,
    /// Read a profile file, to be looked at. Answered by [`crate::input::ServicesInput`].
    ReadProfile(QueryId, PathBuf),
    /// Ask the services of a profile whether they are there.
    AskProfile(QueryId, Secret),
    /// Keep another choice of services, and use them from now on.
    ChangeServices(QueryId, ServicesChange),
    /// Wire live anew, with this profile file in the place of the one that was named at the start.
    UseProfile(PathBuf),
    /// Close the outside world, and wire that of this environment in its place. Remembered for the
    /// next start.
    UseEnvironment(Environment),
    /// Read the log of the program from this line on. Answered by [`crate::input::LogInput`], as the
    /// next ones are.
    ReadLog(QueryId, u32),
    /// Make the report.
    MakeReport(QueryId),
    /// Ask where, and save this report.
    SaveReport(String),
    /// Delete the log, and read what is there then.
    EmptyLog(QueryId),
    /// Give the page its time to send what was typed: then [`crate::input::CloseInput::Overdue`].
    AwaitPage(u64),
    /// Close the window, and with it the program.
    CloseWindow,
    /// Ask whether there is a newer Tilslut.
    LookForUpdate,
    /// Fetch it, put it in place and start it.
    InstallUpdate,
}

/// A word to the database, answered at once by [`crate::input::Stored`].
#[derive(Debug, Clone, PartialEq)]
pub enum Store {
    /// Keep a case, durably; with its link in the chain of receipts once it is approved.
    Save(Box<Case>),
    /// Keep a case that came in a hand-over file with its documents: all of it or nothing.
    SaveReceived(Box<Case>, Vec<Enclosure>),
    /// Keep a case that begins with the answers of another, with the documents that they name, and
    /// that other: all of it or nothing. Answered as the saving of the new one.
    SaveCopy {
        /// The new one.
        copy: Box<Case>,
        /// The other.
        of: Box<Case>,
    },
    /// Read a case.
    Read(CaseId),
    /// Read what changed in a case.
    ReadHistory(CaseId),
    /// Delete a case in which nothing is answered, past the bin.
    Delete(CaseId),
    /// Put a case into the bin.
    Bin(CaseId),
    /// Put it back.
    PutBack(CaseId),
    /// Delete a case of the bin for good.
    Empty(CaseId),
    /// The rows of the bin from this one on.
    ListBin(u32),
    /// The rows of the list of cases, beside them [`crate::route::CaseList::attention_query`] and
    /// the cases that cannot be read.
    List(Query),
    /// The dates of all cases that are still ahead, or were missed.
    ListDates,
    /// Those of them until this day.
    ListNear(Date),
    /// The rows of the list of receipts from this one on.
    ListReceipts(u32),
    /// The approved cases of an organisation.
    ReadTimeline(CvrNumber),
    /// The other cases of the organisation of a draft.
    FindOthers(CaseId, CvrNumber),
    /// The newest mails of the practice mailbox.
    ReadMails,
    /// What was noted of screens of the official site, in all cases that are or were there.
    ReadNotes,
    /// How many receipts have no copy.
    CountUncopied,
    /// Keep a setting.
    KeepSetting(Setting, String),
    /// Remember what a reporter said of themselves, or forget it.
    KeepReporter(Option<ReporterAnswers>),
}

/// What a person knows that opens the cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnlockWith {
    /// There are no cases yet; a new passphrase.
    NewPassphrase(Secret),
    /// The passphrase.
    Passphrase(Secret),
    /// The recovery code.
    RecoveryCode(Secret),
    /// The recovery code, with a backup that is asked for.
    Backup(Secret),
}

/// Another passphrase, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassphraseChange {
    /// The one that opens the cases now, as it was typed.
    pub current: Option<Secret>,
    /// The new one; none where the key store is to open the cases again.
    pub new: Option<Secret>,
}

/// Another choice of services.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServicesChange {
    /// Take these parts of a profile into use.
    Take {
        /// The name of its file.
        file: String,
        /// Its text.
        text: Secret,
        /// The parts.
        parts: Vec<ServicePart>,
    },
    /// Put a part away that was taken into use.
    PutAway(ServicePart),
    /// Ask cvrapi from now on, as this contact.
    Allow(Contact),
    /// Ask it no more, and forget the contact.
    Withdraw,
}

/// Where a document goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// Into another program.
    Show,
    /// Into a file that the person is asked for.
    Save,
}

/// Whose copies are to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// That of this case.
    One(CaseId),
    /// Every one that is due.
    All,
}

/// A document that came in a hand-over file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosure {
    /// Its SHA-256.
    pub sha256: [u8; 32],
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A setting that is kept with the cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Setting {
    /// The language of the window.
    Language,
    /// Light or dark.
    Theme,
    /// How long receipts are kept.
    Retention,
    /// The folder that gets a copy of every receipt; empty when there is none.
    CopyFolder,
    /// What the last reporter said of themselves.
    Reporter,
    /// What the system may show of the dates that are near.
    Notify,
    /// The day of the last notification.
    Notified,
    /// How long nobody may be at the window before the cases are locked.
    LockAfter,
    /// The folder for backups; empty when they lie beside the cases.
    BackupFolder,
    /// Whether the person has answered that they may lie there.
    BackupPlaceSettled,
    /// How much room they may take, in megabytes.
    BackupBudget,
    /// What the person has read of the folder of the cases ([`domain::folder::FolderAdvice::word`]).
    FolderSettled,
}

impl From<Store> for Effect {
    fn from(store: Store) -> Self {
        Self::Store(store)
    }
}

/// A case's own effect, as the shell carries it out.
pub(crate) fn of_case(case: &Case, effect: domain::case::Effect, language: Language) -> Effect {
    use domain::case::Effect as Of;
    let id = case.id.clone();
    match effect {
        Of::LookUp { ask, cvr } => Effect::LookUp(id, QueryId(ask), cvr),
        Of::ForgetDocuments => Effect::ForgetDocuments(Box::new(case.clone())),
        Of::LogIn { attempt, purpose, connection } => {
            Effect::LogIn { case: id, attempt, purpose, connection, language }
        }
        Of::Deliver { id: delivery, bundle } => Effect::Deliver(id, delivery, bundle, language),
        Of::HandOver { file, connection, login } => {
            Effect::WriteHandOver { case: id, file, connection, login }
        }
    }
}

/// What is stored beside a case's body.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredCase {
    /// The case.
    pub case: Case,
    /// Its link in the chain of receipts.
    pub link: Option<Link>,
    /// Its receipt's copy in the folder that is set now.
    pub copied: Option<Copied>,
    /// Its newest record.
    pub record: Option<Recorded>,
}

/// An official mail that is to be read, and for which case.
#[derive(Debug, Clone, PartialEq)]
pub struct MailToRead {
    /// The case.
    pub case: CaseId,
    /// The number of its organisation.
    pub cvr: CvrNumber,
    /// The name of its organisation.
    pub name: String,
    /// Where the mail is.
    pub from: MailFrom,
}

/// Where an official mail is.
#[derive(Debug, Clone, PartialEq)]
pub enum MailFrom {
    /// In a file that was chosen or dropped.
    File(PathBuf),
    /// On the page, and not kept yet.
    Shown(Box<OfficialMail>, FileBytes),
    /// Kept with the case.
    Kept(Box<OfficialMail>),
    /// Inside another one: which of those that can be read, from 0.
    Inside(Box<MailFrom>, usize),
}
