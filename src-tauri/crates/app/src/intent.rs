//! What a person can want, in groups: each room handles its own.

use crate::answers::Answers;
use crate::state::held::PaperId;
use crate::state::older::Restores;
use crate::state::settings::{LockAfter, Notify, Theme};
use domain::agreement::TypedEvent;
use domain::approver::Explanation;
use domain::backups::Budget;
use domain::case::{CaseId, ScreenId, TypedOutcome};
use domain::cvr::CvrNumber;
use domain::documents::DocumentId;
use domain::guided::ValueKind;
use domain::mail_draft::MailTo;
use domain::parts::Part;
use domain::profile::ServicePart;
use domain::summary::{DeadlineKind, Query};
use domain::{Environment, Language, Secret};

/// Something that the person wants.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// Another page.
    Navigation(Navigation),
    /// The list of cases, or a new case.
    Cases(CasesIntent),
    /// Something with one case.
    Case(CaseId, CaseIntent),
    /// Something with the login in progress.
    Login(LoginIntent),
    /// Opening a hand-over file.
    HandOver(HandOverIntent),
    /// Something with receipts.
    Receipts(ReceiptsIntent),
    /// Checking a file.
    Verification(VerificationIntent),
    /// The key of the cases.
    Vault(VaultIntent),
    /// A setting, or what opens a service.
    Settings(SettingsIntent),
    /// Which services are used.
    Services(ServicesIntent),
    /// Backups.
    Backups(BackupsIntent),
    /// The bin.
    Bin(BinIntent),
    /// The log of the program.
    Log(LogIntent),
}

/// The log of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogIntent {
    /// Show it.
    Open,
    /// Show the lines from this one on; 0 is the newest.
    List(u32),
    /// Show the report that can be saved.
    Report,
    /// Show it no more.
    PutReportAway,
    /// Save it, as it is shown.
    SaveReport,
    /// Delete the log.
    Empty,
    /// Back to the page below.
    Leave,
}

/// A page to go to, or something on it to put away.
#[derive(Debug, Clone, PartialEq)]
pub enum Navigation {
    /// The cases on this machine.
    Cases,
    /// Wherever the case is.
    Case(CaseId),
    /// The approval of a case and its receipt, whatever was stated of it since.
    Approval(CaseId),
    /// A part of a draft.
    Part(CaseId, Part),
    /// All answers of a draft.
    Check(CaseId),
    /// Every rule that was tried on a draft.
    Rules(CaseId),
    /// What happened to a case.
    History(CaseId),
    /// Handing a draft over.
    HandOver(CaseId),
    /// Opening a hand-over file.
    OpenHandOver,
    /// The dates of all cases.
    FollowUp,
    /// Every receipt on this machine.
    Receipts,
    /// Checking a file.
    Verify,
    /// The administrators of the organisation of a case, approval by approval.
    Timeline(CaseId),
    /// The practice mailbox.
    Mailbox,
    /// What practice means.
    AboutPractice,
    /// Help.
    Help,
    /// Settings.
    Settings,
    /// The services that are used.
    Services,
    /// The backups.
    Backups,
    /// The bin.
    Bin,
    /// The person has read what went wrong: on the page, and with the case when one is named.
    ReadProblem(Option<CaseId>),
    /// Everything that was typed has been sent: the window that is about to close may do so.
    CloseWindow,
    /// A page of the official site, in the browser.
    OpenSite(Site),
}

/// A page of the official site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// Where a live connection is concluded.
    Connection,
    /// What the register says in public: of the organisation with this number, where one is typed.
    Register(Option<CvrNumber>),
}

/// The list of cases.
#[derive(Debug, Clone, PartialEq)]
pub enum CasesIntent {
    /// Begin a new connection.
    Begin,
    /// Show other cases of the list.
    List(Query),
    /// Choose where, and save the dates of the follow-up as a calendar file: one of them, or all.
    SaveDates(Option<(CaseId, DeadlineKind)>),
    /// Choose where, and save the bytes of a case that cannot be read.
    SaveUnreadable(CaseId),
}

/// The bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BinIntent {
    /// Show the rows from this one on.
    List(u32),
    /// Put a case back.
    PutBack(CaseId),
    /// Delete a case for good.
    Empty {
        /// The case.
        case: CaseId,
        /// The person knows that it is to be kept longer.
        despite_keeping: bool,
    },
}

/// Something with one case.
#[derive(Debug, Clone, PartialEq)]
pub enum CaseIntent {
    /// Keep these answers.
    Answer(Answers),
    /// The page is filled in: check it, and go on when it holds.
    Continue(Part),
    /// Ask the register (again).
    LookUp,
    /// Open the register's public page of the organisation.
    OpenRegister,
    /// Look for organisations by name.
    Search(String),
    /// The next of the organisations that were found.
    SearchMore,
    /// Take one of the organisations that were found, by its CVR number.
    ChooseOrganisation(String),
    /// Put the search away.
    EndSearch,
    /// Ask the broker, in a login, which organisations the person may represent.
    ListOrganisations,
    /// Choose a file, and attach it as a document of this kind.
    AttachDocument(String),
    /// A point of a document was confirmed, or is not any more.
    ConfirmDocument {
        /// The document.
        document: DocumentId,
        /// The point: an id of the rules.
        point: String,
        /// Whether it holds.
        holds: bool,
    },
    /// Take a document away.
    RemoveDocument(DocumentId),
    /// Show a document in another program.
    ShowDocument(DocumentId),
    /// Show the board overview in another program, for printing.
    ShowBoard,
    /// Choose where, and save the board overview.
    SaveBoard,
    /// Show Tilslut's own summary of the terms.
    ShowTermsSummary,
    /// Open the official text of the terms in the system browser.
    OpenTerms,
    /// The representative ticked or unticked the terms.
    AcceptTerms(bool),
    /// Approve with MitID in the browser.
    Approve,
    /// Begin the login anew, with another link.
    BeginLoginAnew,
    /// Say how it comes that another name logged in, and use the approval.
    ExplainApprover(Option<Explanation>),
    /// Do not use the approval: it was not meant so.
    DiscardApproval,
    /// Send, or ask about, the delivery again.
    Deliver,
    /// Choose where, and write the hand-over file; after a login, when the reporter wishes to show
    /// who that is.
    HandOver {
        /// Log in first.
        logged_in: bool,
    },
    /// Take a handed-over case back to change it.
    TakeBack,
    /// Something beside the official site, or about how it went there.
    Guide(GuideIntent),
    /// Say what happens to the agreement after it was concluded.
    StateEvent(TypedEvent),
    /// An administrator says to be set up, or is not after all.
    TickSetUp {
        /// The administrator, by the place in the connection, from 0.
        administrator: usize,
        /// Set up.
        done: bool,
    },
    /// Something with the draft of a mail.
    MailDraft(MailDraftIntent),
    /// Something with an official mail.
    Mail(MailIntent),
    /// Something with its history.
    History(HistoryIntent),
    /// Put it into the bin.
    Delete {
        /// The person knows that it is to be kept longer.
        despite_keeping: bool,
    },
}

/// Something with the history of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryIntent {
    /// Show the rows from this one on.
    List(u32),
    /// Choose where, and save it.
    Save,
}

/// Something with the official mail of a case: the one whose page is open, where none is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailIntent {
    /// Go to the page that takes one in.
    Open,
    /// Choose a file, and look at it.
    Choose,
    /// Look at one that is kept, by the SHA-256 of its file.
    Show([u8; 32]),
    /// Look at one of the mails inside the one that is looked at, from 0.
    ShowInside(usize),
    /// Ask the DNS for the keys of its signatures, and check them.
    Check,
    /// Keep it in this case.
    Keep,
    /// Keep it in the case of the organisation that it speaks of.
    KeepElsewhere,
    /// Put it away: it is not kept.
    PutAway,
    /// Take it out of the case again.
    Remove,
    /// Choose where, and save the file as it came.
    Save,
}

/// Being guided through the official site.
#[derive(Debug, Clone, PartialEq)]
pub enum GuideIntent {
    /// Begin: the case is whole.
    Begin,
    /// Look at this screen.
    Show(ScreenId),
    /// Look at the values of this administrator, from 0.
    Choose(usize),
    /// A screen looks otherwise than the guide says.
    Note {
        /// The screen.
        screen: ScreenId,
        /// How.
        note: String,
    },
    /// Put a value of the screen into the clipboard.
    Copy(ValueKind),
    /// Keep the window above the others, or do not.
    KeepOnTop(bool),
    /// Say how it went, or correct what was said.
    Ask,
    /// How it went.
    State(TypedOutcome),
    /// Begin a new case with the answers of this one.
    UseAgain,
}

/// The draft of a mail: all but the first are about the one that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailDraftIntent {
    /// Show it.
    Show(MailTo),
    /// Open it in the person's own mail program.
    Open,
    /// Choose where, and save it.
    Save,
    /// Show the paper that goes along in another program, for printing.
    ShowPaper,
    /// Choose where, and save that paper.
    SavePaper,
}

/// Something with the login in progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoginIntent {
    /// Cancel it.
    Cancel,
    /// Open the browser again with the same link.
    OpenBrowser,
    /// Go on although the computer's clock is wrong.
    GoOnDespiteClock,
}

/// Opening a hand-over file.
#[derive(Debug, Clone, PartialEq)]
pub enum HandOverIntent {
    /// Choose the file.
    Choose,
    /// Open the chosen file with the words told by phone.
    Open(Secret),
}

/// Something with receipts.
#[derive(Debug, Clone, PartialEq)]
pub enum ReceiptsIntent {
    /// Show other receipts of the list.
    List {
        /// The first row, from 0.
        from: u32,
    },
    /// Choose where, and save the receipt of a case.
    Save(CaseId),
    /// Show it in another program.
    Show(CaseId),
    /// Choose where, and save the evidence bundle of a case.
    SaveEvidence(CaseId),
    /// Choose where, and save the record of a guided case: another one when other things are known
    /// since.
    SaveRecord(CaseId),
    /// Show it in another program.
    ShowRecord(CaseId),
    /// Choose where, and save the record with this number.
    SaveNumberedRecord(u64),
    /// Show it in another program.
    ShowNumberedRecord(u64),
    /// Show the system's print dialog for these receipts and records.
    Print(Vec<PaperId>),
    /// Choose where, and save the receipts of a period (`YYYY-MM-DD`, both days included).
    Export {
        /// The first day.
        from: String,
        /// The last day.
        to: String,
    },
    /// Cancel the export in progress.
    CancelExport,
    /// Choose the folder that gets a copy of every receipt.
    ChooseFolder,
    /// No more copies. Those that were made stay.
    ForgetFolder,
    /// Put a copy of every receipt that has none into the folder.
    Copy,
    /// Keep receipts so many years from the end of the financial year, which ends with this month
    /// (1 to 12).
    SetRetention {
        /// So many years.
        years: u16,
        /// The month.
        year_ends: i8,
    },
    /// Show the timeline that is open, as a PDF in another program.
    ShowTimeline,
    /// Choose where, and save that PDF.
    SaveTimeline,
}

/// Checking a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VerificationIntent {
    /// Choose a file, and check it.
    Choose,
    /// Ask the DNS what it says today of the keys that the record carries.
    AskKeys,
    /// Compare the short proof of a receipt on paper, as it was typed, with the file that was
    /// checked.
    CompareCode(String),
}

/// The key of the cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VaultIntent {
    /// Protect the cases with a passphrase, where no key store answers.
    ChoosePassphrase(Secret),
    /// Open the cases with the passphrase.
    UnlockWithPassphrase(Secret),
    /// Open the cases with the recovery code.
    UnlockWithRecoveryCode(Secret),
    /// Open the cases with the recovery code and a backup, where what the code opens is lost here.
    UnlockWithBackup(Secret),
    /// Ask the key store again.
    TryKeyStore,
    /// Open what is here although it is not what was here last; and take a backup in next, or not.
    GoOn(Restores),
    /// Read what can be read of damaged cases.
    Salvage,
    /// Close the cases and wipe the key.
    Lock,
    /// Somebody is at the window. Nothing is wanted.
    Stay,
    /// The person has read what there is to know of the folder of the cases.
    SettleFolder,
    /// Make a recovery code and show it.
    MakeRecoveryCode,
    /// The recovery code was typed back.
    ConfirmRecoveryCode(Secret),
    /// Have the cases opened by a passphrase, or by another one, and no more by the key store alone.
    SetPassphrase {
        /// The one that opens them now, where there is one.
        current: Option<Secret>,
        /// The new one.
        new: Secret,
    },
    /// Have the key store open the cases, and no passphrase any more.
    RemovePassphrase {
        /// The one that opens them now.
        current: Option<Secret>,
    },
}

/// Backups: made by hand, and taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupsIntent {
    /// Make one now, where Tilslut puts them by itself.
    Now,
    /// Make one, and ask where it is to be.
    Save,
    /// Make one for another computer, with words that open it.
    Move,
    /// The same for what is open and lies nowhere else any more.
    Rescue,
    /// Delete the damaged files that lie beside the cases.
    DeleteDamaged,
    /// Give up the one that is being made.
    Cancel,
    /// Choose the folder into which Tilslut puts them by itself.
    ChooseFolder,
    /// Put them beside the cases again.
    ForgetFolder,
    /// Let them lie where they are: it is not asked again.
    SettlePlace,
    /// How much room they may take.
    SetBudget(Budget),
    /// Choose one to be taken in.
    Choose,
    /// Open it with its code or its words; with nothing where it is of these cases.
    Open(Secret),
    /// Take it in, as it was shown.
    TakeIn,
    /// Put it away: everything stays as it is. Also what was told of the last.
    Leave,
}

/// Which services are used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ServicesIntent {
    /// Choose a profile file, and look at it; at the start, use it in the place of one that cannot
    /// be read.
    Choose,
    /// Go on without the profile that cannot be read.
    GoOnWithout,
    /// Ask the services of the profile that is looked at whether they are there.
    Ask,
    /// Take its parts into use, as far as they can be.
    Take,
    /// Put it away: everything stays as it is.
    Leave,
    /// Put a part away that was taken into use before.
    PutAway(ServicePart),
    /// Ask cvrapi from now on, where no profile names a register.
    AllowCvrapi {
        /// Who asks.
        who: String,
        /// How to reach them.
        email: String,
    },
    /// Ask it no more.
    WithdrawCvrapi,
}

/// A setting, or what opens a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsIntent {
    /// Choose the language.
    SetLanguage(Language),
    /// Choose light, dark or the system's.
    SetTheme(Theme),
    /// Let the system show what is near, or do not.
    SetNotify(Notify),
    /// How long nobody may be at the window before the cases are locked.
    SetLockAfter(LockAfter),
    /// Keep what opens the register in the key store.
    KeepRegisterKey {
        /// The user name; empty where a key is wanted.
        user: String,
        /// The password or the key.
        secret: Secret,
        /// The person has accepted that it can be read on the way, where it can.
        in_the_open: bool,
    },
    /// Forget what opens the register.
    ForgetRegisterKey,
    /// Keep what the organisation proves itself with at the MitID service in the key store.
    KeepBrokerKey {
        /// The name under which the service knows a key; empty for a secret, and may be for a key.
        id: String,
        /// The secret or the key.
        secret: Secret,
    },
    /// Choose the file of a private key, and keep what is in it.
    ChooseBrokerKey {
        /// The name under which the service knows it; may be empty.
        id: String,
    },
    /// Forget what the organisation proves itself with.
    ForgetBrokerKey,
    /// Use the other environment, now and at the next start.
    UseEnvironment(Environment),
    /// Forget what the last reporter said of themselves.
    ForgetReporter,
    /// Ask whether there is a newer Tilslut.
    LookForUpdate,
    /// Fetch the newer Tilslut, put it in place and start it.
    InstallUpdate,
}
