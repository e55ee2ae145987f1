//! Everything that can go wrong for a person, each with a stable code.
//!
//! The catalogue (crate `texts`) holds two texts for every code in every language: `err-<code>`
//! says what happened, `rec-<code>` what to do now. `tests/contract.rs` fails when one is missing.

use crate::person::NotAnEmailAddress;

macro_rules! problems {
    ($( $(#[doc = $doc:literal])+ $name:ident = $code:literal, )+) => {
        /// A problem that a person can meet.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Problem { $( $(#[doc = $doc])+ $name, )+ }

        impl Problem {
            /// Every problem there is.
            pub const ALL: &'static [Self] = &[ $( Self::$name, )+ ];

            /// The stable code, in kebab case.
            pub fn code(self) -> &'static str {
                match self { $( Self::$name => $code, )+ }
            }

            /// The problem with this code; none when this version knows no such problem.
            pub fn of_code(code: &str) -> Option<Self> {
                match code { $( $code => Some(Self::$name), )+ _ => None }
            }
        }
    };
}

problems! {
    /// Nothing was typed where an answer is needed before approval.
    AnswerMissing = "answer-missing",
    /// No CVR number was typed.
    CvrMissing = "cvr-missing",
    /// The CVR number has other characters than digits.
    CvrCharacters = "cvr-characters",
    /// The CVR number has not eight digits.
    CvrLength = "cvr-length",
    /// The check digit does not fit.
    CvrCheckDigit = "cvr-check-digit",
    /// The register knows no organisation with the number.
    CvrUnknown = "cvr-unknown",
    /// The number was not looked up yet; it is kept.
    CvrNotLookedUp = "cvr-not-looked-up",
    /// The organisation is being dissolved and is blocked in MitID Erhverv.
    OrganisationDissolving = "organisation-dissolving",
    /// The organisation has ceased.
    OrganisationCeased = "organisation-ceased",
    /// A case cannot be deleted while a login for it is under way.
    DeleteLogin = "delete-login",
    /// A case cannot be deleted while nobody has said how it comes that another name logged in.
    DeleteUnexplained = "delete-unexplained",
    /// A case cannot be deleted while it is on the official site and nobody said how it went.
    DeleteGuided = "delete-guided",
    /// A case cannot be deleted while it is not known whether the receiver has got it.
    DeleteDelivery = "delete-delivery",
    /// A case that is to be kept longer was not deleted: nobody said that it shall be all the same.
    DeleteKept = "delete-kept",
    /// A case of this name lies in the bin.
    CaseInBin = "case-in-bin",
    /// Nobody said how it went on the official site.
    OutcomeMissing = "outcome-missing",
    /// The day on which it happened there is missing.
    OutcomeDayMissing = "outcome-day-missing",
    /// There is no such day.
    OutcomeNoSuchDay = "outcome-no-such-day",
    /// The day lies ahead, or more than a year back.
    OutcomeDayOutside = "outcome-day-outside",
    /// Nobody said what happened to the agreement.
    EventMissing = "event-missing",
    /// Nobody said which administrator it is about.
    EventWhoMissing = "event-who-missing",
    /// The day is one that such a thing cannot have happened on, or too far away.
    EventDayOutside = "event-day-outside",
    /// It is not said why it stopped or was rejected.
    OutcomeReasonMissing = "outcome-reason-missing",
    /// A value could not be put into the clipboard.
    NotCopied = "not-copied",
    /// A value could not be taken out of the clipboard, or nobody can tell whether it lies there.
    NotCleared = "not-cleared",
    /// The register cannot be reached.
    RegisterDown = "register-down",
    /// The register did not answer in time.
    RegisterSlow = "register-slow",
    /// The register's answer could not be read.
    RegisterNonsense = "register-nonsense",
    /// The register refuses the access that it is asked with.
    RegisterRefused = "register-refused",
    /// The register gives no more look-ups for now.
    RegisterQuota = "register-quota",
    /// The register turns Tilslut away for the day, or from this address of the internet.
    RegisterBlocked = "register-blocked",
    /// No role was chosen.
    RoleMissing = "role-missing",
    /// A name is missing.
    NameMissing = "name-missing",
    /// A name is too long.
    NameTooLong = "name-too-long",
    /// A CPR number was typed; none is kept.
    CprTyped = "cpr-typed",
    /// The title of the representative is missing.
    TitleMissing = "title-missing",
    /// An e-mail address is missing.
    EmailMissing = "email-missing",
    /// An e-mail address has no `@`, or nothing around it.
    EmailAt = "email-at",
    /// The ending of an e-mail address is missing.
    EmailEnding = "email-ending",
    /// A character that cannot be in an e-mail address.
    EmailCharacters = "email-characters",
    /// A date of birth is missing.
    BornMissing = "born-missing",
    /// There is no such day.
    BornNoSuchDay = "born-no-such-day",
    /// A date of birth in the future or before 1900.
    BornOutOfRange = "born-out-of-range",
    /// The representative has no private MitID.
    RepresentativeWithoutMitid = "representative-without-mitid",
    /// Nobody is appointed administrator.
    AdministratorMissing = "administrator-missing",
    /// An administrator without a Danish CPR number.
    AdministratorWithoutCpr = "administrator-without-cpr",
    /// An administrator without MitID at level Substantial.
    AdministratorWithoutMitid = "administrator-without-mitid",
    /// The same person, or the same e-mail address, is appointed twice.
    AdministratorTwice = "administrator-twice",
    /// A text is longer than it can be.
    TextTooLong = "too-long",
    /// More administrators than a case takes.
    TooMany = "too-many",
    /// It is not known whether an administrator has a CPR number or MitID.
    AdministratorUnknown = "administrator-unknown",
    /// The terms have not been opened.
    TermsNotOpened = "terms-not-opened",
    /// A reporter has looked at neither the terms nor the summary of them.
    TermsNotSeen = "terms-not-seen",
    /// The terms have not been accepted.
    TermsNotAccepted = "terms-not-accepted",
    /// No browser could be opened.
    BrowserNotOpened = "browser-not-opened",
    /// No loopback port could be opened.
    LoopbackNotOpened = "loopback-not-opened",
    /// The MitID service wants a credential of the organisation's own, and it has not been given.
    CredentialMissing = "credential-missing",
    /// What was given is no private key that can sign.
    CredentialUnusable = "credential-unusable",
    /// The MitID service does not take the organisation's credential.
    CredentialRefused = "credential-refused",
    /// The MitID service cannot be reached.
    BrokerDown = "broker-down",
    /// The MitID service answered something that could not be read.
    BrokerNonsense = "broker-nonsense",
    /// The person refused the login.
    LoginRefused = "login-refused",
    /// The MitID service ended the login with an error that nobody has explained; its code is told
    /// apart.
    LoginNotMade = "login-not-made",
    /// The login was at level Low.
    LoginLevelLow = "login-level-low",
    /// The login was made with an identity from work, not with private MitID.
    LoginNotPrivate = "login-not-private",
    /// The person gave the login up in the app.
    LoginCancelled = "login-cancelled",
    /// The login did not come back in time.
    LoginTimedOut = "login-timed-out",
    /// A login for another case is under way; there is one at a time.
    LoginUnderWay = "login-under-way",
    /// The other environment cannot be used before the login in progress is over.
    EnvironmentLogin = "environment-login",
    /// Tilslut was closed while the login was under way.
    LoginNotFinished = "login-not-finished",
    /// An answer came that does not belong to this login; the login goes on.
    LoginOtherAnswer = "login-other-answer",
    /// The token of the login does not hold: wrong key, nonce, audience or text.
    LoginNotTrusted = "login-not-trusted",
    /// Nobody has said how it comes that another name than the representative's logged in.
    ApproverUnexplained = "approver-unexplained",
    /// The approval was set aside, since it was not meant so.
    ApprovalDiscarded = "approval-set-aside",
    /// The evidence does not verify.
    EvidenceInvalid = "evidence-invalid",
    /// The evidence that is kept with an approved case no longer verifies.
    EvidenceNotVerified = "evidence-not-verified",
    /// The receipt could not be made.
    ReceiptNotMade = "receipt-not-made",
    /// The mails of a case are more than a record holds.
    RecordTooLarge = "record-too-large",
    /// The receiver cannot be reached.
    ReceiverDown = "receiver-down",
    /// It is not known whether the receiver has got the case.
    ReceiverUnknown = "receiver-unknown",
    /// The receiver refused the case.
    ReceiverRefused = "receiver-refused",
    /// The answers were changed after a reporter had logged in to hand them over: the login is
    /// about what they were.
    HandOverLoginDropped = "hand-over-login-dropped",
    /// The passphrase of a hand-over file does not fit.
    HandoverWrongWords = "handover-wrong-words",
    /// The file is not a hand-over file, or it is damaged.
    HandoverUnreadable = "handover-unreadable",
    /// The representative's name in a hand-over file is one that nobody could type.
    HandoverRepresentativeName = "handover-representative-name",
    /// The representative's e-mail address in a hand-over file is one that nobody could type.
    HandoverRepresentativeEmail = "handover-representative-email",
    /// The representative's title in a hand-over file is one that nobody could type.
    HandoverRepresentativeTitle = "handover-representative-title",
    /// An administrator's name in a hand-over file is one that nobody could type.
    HandoverAdministratorName = "handover-administrator-name",
    /// An administrator's e-mail address in a hand-over file is one that nobody could type.
    HandoverAdministratorEmail = "handover-administrator-email",
    /// The reporter's name in a hand-over file is one that nobody could type.
    HandoverReporterName = "handover-reporter-name",
    /// The reporter's e-mail address in a hand-over file is one that nobody could type.
    HandoverReporterEmail = "handover-reporter-email",
    /// The name of the reporter's firm in a hand-over file is one that nobody could type.
    HandoverReporterOrganisation = "handover-reporter-organisation",
    /// A hand-over file names more administrators than a case may have.
    HandoverAdministratorsMany = "handover-administrators-many",
    /// A hand-over file names one administrator twice.
    HandoverAdministratorTwice = "handover-administrator-twice",
    /// An administrator's date of birth in a hand-over file is one that nobody could type.
    HandoverAdministratorBorn = "handover-administrator-born",
    /// A hand-over file says that it was made in the future.
    HandoverDate = "handover-date",
    /// The hand-over file belongs to the other environment.
    HandoverOtherEnvironment = "handover-other-environment",
    /// Another hand-over file has replaced the one that was opened before.
    HandoverChanged = "handover-changed",
    /// The same, and the file that was opened now says that it is the older one.
    HandoverOlder = "handover-older",
    /// The hand-over file was not used: the case is approved already, or about to be.
    HandoverNotUsed = "handover-not-used",
    /// A document is larger than one may be.
    DocumentTooLarge = "document-too-large",
    /// The documents of a case are together larger than they may be.
    DocumentsTooLarge = "documents-too-large",
    /// A document is neither PDF, JPEG nor PNG.
    DocumentKind = "document-kind",
    /// A document could not be read.
    DocumentUnreadable = "document-unreadable",
    /// A file could not be written where the person chose.
    FileNotWritten = "file-not-written",
    /// The name of the file, or the path to it, is longer than the disk takes.
    FileNameTooLong = "file-name-too-long",
    /// The log of the program could not be deleted.
    LogNotDeleted = "log-not-deleted",
    /// A file could not be opened in another program.
    FileNotOpened = "file-not-opened",
    /// The copy of a receipt could not be put into the folder that the person chose.
    CopyNotMade = "copy-not-made",
    /// A file that was to be checked is larger than any of ours.
    CheckTooLarge = "check-too-large",
    /// A file that was to be checked could not be read.
    CheckUnreadable = "check-unreadable",
    /// A mail cannot be read from where it lies.
    MailUnreadable = "mail-unreadable",
    /// A mail is larger than any receipt.
    MailTooLarge = "mail-too-large",
    /// A file is neither a mail nor an Outlook message.
    MailKind = "mail-kind",
    /// A mail broke off, or was changed so that it cannot be read.
    MailDamaged = "mail-damaged",
    /// A mail has more parts, headers or mails inside than any receipt.
    MailTooManyParts = "mail-too-many-parts",
    /// The key of a mail's signature cannot be asked for: there is no way to a name server.
    MailKeyDown = "mail-key-down",
    /// The name server did not answer in time when it was asked for the key of a mail's signature.
    MailKeySlow = "mail-key-slow",
    /// The name server does not tell the key of a mail's signature, or tells no key.
    MailKeyNotTold = "mail-key-not-told",
    /// A draft of a mail could not be made.
    DraftNotMade = "draft-not-made",
    /// The system shows no notifications.
    NotificationNotShown = "notification-not-shown",
    /// What was typed is no short proof of a receipt.
    ProofCode = "proof-code",
    /// What was typed is a control code, which is only a part of the code on paper.
    ProofControlCode = "proof-control-code",
    /// A short proof is to be compared, and there is no file to compare it with.
    ProofWithoutFile = "proof-without-file",
    /// The system's print dialog could not be shown: the file was opened in another program.
    PrintOpened = "print-opened",
    /// There is no way to print: neither a dialog nor a program that shows the file.
    NotPrinted = "not-printed",
    /// A day of a period does not exist.
    PeriodDay = "period-day",
    /// A period ends before it begins.
    PeriodBackwards = "period-backwards",
    /// Nothing was approved in the period.
    PeriodEmpty = "period-empty",
    /// A number of years that receipts cannot be kept for.
    RetentionYears = "retention-years",
    /// The disk is full: the case is not saved.
    DiskFull = "disk-full",
    /// The case could not be saved.
    NotSaved = "not-saved",
    /// The files of the cases were moved, removed or replaced while they were open.
    VaultMoved = "vault-moved",
    /// The folder of the cases is somebody else's, and anybody may change what is in it.
    FolderOpenToOthers = "folder-open-to-others",
    /// The folder of the cases may not be written.
    FolderReadOnly = "folder-read-only",
    /// The folder of the cases is another user's.
    FolderOfAnother = "folder-of-another",
    /// Where the folder of the cases should be there is none: it is a link to nowhere, or a file.
    FolderNotThere = "folder-not-there",
    /// The path to the folder of the cases is longer than the database takes.
    FolderPathTooLong = "folder-path-too-long",
    /// Tilslut is running already.
    VaultInUse = "vault-in-use",
    /// The database exists and the key store has no key for it.
    KeyMissing = "key-missing",
    /// The database exists, and neither file of what unlocks it can be read.
    KeySlotsLost = "key-slots-lost",
    /// The person locked Tilslut.
    Locked = "locked",
    /// The cases locked themselves: nobody was at the window, or the system locked the screen.
    LockedItself = "locked-itself",
    /// The key store is locked.
    KeyStoreLocked = "key-store-locked",
    /// No key store answers.
    KeyStoreUnreachable = "key-store-unreachable",
    /// The key store has a key that does not open the database.
    KeyWrong = "key-wrong",
    /// The passphrase does not open the database.
    PassphraseWrong = "passphrase-wrong",
    /// The passphrase is too short.
    PassphraseShort = "passphrase-short",
    /// No other way opens the cases for whoever forgets the passphrase.
    RecoveryCodeFirst = "recovery-code-first",
    /// The recovery code does not open the database.
    RecoveryCodeWrong = "recovery-code-wrong",
    /// What was typed back of a new recovery code is not what is shown.
    RecoveryCodeMistyped = "recovery-code-mistyped",
    /// The database is damaged, or is not one of ours.
    VaultDamaged = "vault-damaged",
    /// A page of the database is not as it was written; what is open still works.
    VaultPagesDamaged = "vault-pages-damaged",
    /// The key slots are those of other cases than the ones that lie beside them.
    KeySlotsOther = "key-slots-other",
    /// The database was made by a newer version of Tilslut.
    VaultNewer = "vault-newer",
    /// One case is kept and cannot be read; the others can.
    CaseDamaged = "case-damaged",
    /// One case was made by a newer version of Tilslut; the others can be read.
    CaseNewer = "case-newer",
    /// A backup was written and could not be read again as it should be: it does not count.
    BackupUnsound = "backup-unsound",
    /// A file is no backup of Tilslut's, or is damaged.
    BackupUnreadable = "backup-unreadable",
    /// A backup was made by a newer version of Tilslut.
    BackupNewer = "backup-newer",
    /// A backup is of the other environment.
    BackupOtherEnvironment = "backup-other-environment",
    /// Neither the recovery code nor the words open a backup.
    BackupCodeWrong = "backup-code-wrong",
    /// The folder for backups cannot be reached.
    BackupFolderGone = "backup-folder-gone",
    /// A damaged file that lies beside the cases could not be deleted.
    DamagedNotDeleted = "damaged-not-deleted",
    /// The person gave a backup or a restore up.
    BackupCancelled = "backup-cancelled",
    /// What was asked for cannot be done where the case is now.
    NotAllowedHere = "not-allowed-here",
    /// The live profile names something that is missing.
    ProfileIncomplete = "profile-incomplete",
    /// A profile file is not there, is no file or may not be read.
    ProfileUnreadable = "profile-unreadable",
    /// A profile file is larger than any profile.
    ProfileTooLarge = "profile-too-large",
    /// A profile file is no text that can be read.
    ProfileNotText = "profile-not-text",
    /// A profile file is not written as a profile is.
    ProfileNotToml = "profile-not-toml",
    /// A profile file is one of the practice environment.
    ProfilePractice = "profile-practice",
    /// A profile file names no service.
    ProfileEmpty = "profile-empty",
    /// The profile that was taken into use was kept by a newer version of Tilslut.
    ProfileNewer = "profile-newer",
    /// The services cannot be changed before the login in progress is over.
    ServicesLogin = "services-login",
    /// The services cannot be changed before the delivery in progress has ended.
    ServicesDelivery = "services-delivery",
    /// The other environment cannot be used before the delivery in progress has ended.
    EnvironmentDelivery = "environment-delivery",
    /// The other environment is used once what is being saved has been.
    EnvironmentSaving = "environment-saving",
    /// The other environment cannot be used while the cases are being opened: the key store may be
    /// asking the person.
    EnvironmentOpening = "environment-opening",
    /// Nobody has said who asks the register.
    ContactMissing = "contact-missing",
    /// A letter that cannot be sent to the register with the question.
    ContactCharacters = "contact-characters",
}

impl From<NotAnEmailAddress> for Problem {
    fn from(why: NotAnEmailAddress) -> Self {
        match why {
            NotAnEmailAddress::Empty => Self::EmailMissing,
            NotAnEmailAddress::At => Self::EmailAt,
            NotAnEmailAddress::Ending => Self::EmailEnding,
            NotAnEmailAddress::Characters => Self::EmailCharacters,
            NotAnEmailAddress::LooksLikeCpr => Self::CprTyped,
        }
    }
}

/// Where on a page a problem belongs. The window puts it at the field with this name and moves the
/// focus there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FieldProblem {
    /// The field: a path such as `cvr`, `representative.email` or `administrators.1.born`.
    pub field: String,
    /// What is wrong there.
    pub problem: Problem,
}

impl FieldProblem {
    /// A problem at a field.
    pub fn at(field: impl Into<String>, problem: Problem) -> Self {
        Self { field: field.into(), problem }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn codes_are_unique_and_in_kebab_case() {
        let codes: HashSet<_> = Problem::ALL.iter().map(|p| p.code()).collect();
        assert_eq!(codes.len(), Problem::ALL.len());
        assert!(Problem::ALL.iter().all(|p| Problem::of_code(p.code()) == Some(*p)));
        assert_eq!(Problem::of_code("of-a-later-version"), None);
        assert!(codes.iter().all(|c| c.chars().all(|x| x.is_ascii_lowercase() || x == '-')));
    }
}
