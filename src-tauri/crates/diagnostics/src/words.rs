//! The closed lists of words that fields are made of.

use crate::field::{Field, Value, Written, sealed::Sealed};
use domain::folder::SyncedBy;
use domain::keys::KeyWay;
use domain::organisation;
use domain::rollback;

macro_rules! words {
    ($( $(#[doc = $doc:literal])+ $name:ident { $( $(#[doc = $says:literal])+ $variant:ident = $word:literal, )+ } )+) => { $(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $( $(#[doc = $says])+ $variant, )+ }

        impl Sealed for $name {}
        impl Field for $name {
            fn value(&self) -> Option<Value> {
                Some(Value::Word(match self { $( Self::$variant => $word, )+ }))
            }
            fn read(written: Option<Written<'_>>) -> Option<Self> {
                match written? { $( Written::Text($word) => Some(Self::$variant), )+ _ => None }
            }
            fn allowed() -> String {
                [$( concat!("`", $word, "`"), )+].join(", ")
            }
            fn samples() -> Vec<Self> {
                vec![$( Self::$variant, )+]
            }
        }
    )+ };
}

words! {
    /// The operating system.
    System {
        /// Linux.
        Linux = "linux",
        /// Windows.
        Windows = "windows",
        /// macOS.
        Macos = "macos",
        /// Another.
        Other = "other",
    }
    /// The kind of processor.
    Machine {
        /// Intel and AMD, 64 bits.
        X86 = "x86_64",
        /// ARM, 64 bits.
        Arm = "aarch64",
        /// Another.
        Other = "other",
    }
    /// How the run before this one ended.
    Before {
        /// There was none, or nothing of it is left.
        Nothing = "nothing",
        /// As it should.
        Ended = "ended",
        /// It locked the cases, and started this one in its place.
        Locked = "locked",
        /// It broke off, or still goes on.
        BrokeOff = "broke-off",
    }
    /// How the key of the cases was found.
    Way {
        /// The key store of the system.
        KeyStore = "key-store",
        /// The passphrase.
        Passphrase = "passphrase",
        /// The recovery code.
        RecoveryCode = "recovery-code",
    }
    /// What is odd about what lies in the folder.
    Oddity {
        /// It is older than what was here.
        Older = "older",
        /// It went on elsewhere.
        Parted = "parted",
        /// It is of other cases.
        Other = "other",
        /// It is gone.
        Gone = "gone",
        /// It cannot be read as it is.
        Damaged = "damaged",
    }
    /// Where the folder of the cases lies.
    Disk {
        /// On a disk of this machine.
        Local = "local",
        /// On a disk of another.
        Network = "network",
    }
    /// Who synchronises it.
    Synced {
        /// OneDrive.
        OneDrive = "onedrive",
        /// iCloud.
        ICloud = "icloud",
        /// Dropbox.
        Dropbox = "dropbox",
        /// Google Drive.
        GoogleDrive = "google-drive",
        /// Nextcloud.
        Nextcloud = "nextcloud",
        /// Syncthing.
        Syncthing = "syncthing",
        /// Another.
        Other = "other",
    }
    /// Who locked the cases.
    LockedBy {
        /// The person.
        Person = "person",
        /// Tilslut, since nobody was there.
        Itself = "itself",
    }
    /// Where a problem was shown.
    Where {
        /// Above the page.
        Page = "page",
        /// At a field of it.
        Field = "field",
    }
    /// Which way to the key was changed.
    KeyChange {
        /// The passphrase.
        Passphrase = "passphrase",
        /// The recovery code.
        RecoveryCode = "recovery-code",
    }
    /// What a login is for.
    Purpose {
        /// To approve.
        Approval = "approval",
        /// To hand over.
        HandOver = "hand-over",
        /// To learn which organisations a person may represent.
        Organisations = "organisations",
    }
    /// What was odd in a login that went on.
    LoginOddity {
        /// No browser could be opened.
        NoBrowser = "no-browser",
        /// An answer came that belongs to another login.
        OtherAnswer = "other-answer",
        /// The browser came back encrypted, which it cannot.
        Encrypted = "encrypted",
        /// The clock of the computer is wrong.
        Clock = "clock",
        /// The service ended it with a code that its profile does not name.
        UnknownCode = "unknown-code",
    }
    /// Who was asked about an organisation.
    Source {
        /// The system-to-system access to CVR.
        Virk = "virk",
        /// Datafordeler.
        Datafordeler = "datafordeler",
        /// cvrapi.dk.
        Cvrapi = "cvrapi",
        /// The register of practice.
        Practice = "practice",
        /// Nobody: it is typed.
        Typed = "typed",
    }
    /// How it was asked for.
    AskedBy {
        /// By its number.
        Number = "number",
        /// By its name.
        Name = "name",
    }
    /// What came of a delivery.
    Delivery {
        /// The receiver has it.
        Accepted = "accepted",
        /// The receiver refused it.
        Refused = "refused",
        /// The receiver was not reached.
        NotSent = "not-sent",
        /// There is no receiver.
        NoReceiver = "no-receiver",
        /// It is not known.
        Unknown = "unknown",
    }
    /// What came of looking for a newer version.
    Update {
        /// There is one.
        Newer = "newer",
        /// There is none.
        Newest = "newest",
        /// It could not be found out, or not be put in place.
        Failed = "failed",
    }
    /// How a backup was made.
    MadeBy {
        /// By itself.
        Itself = "itself",
        /// By hand.
        Hand = "hand",
    }
    /// What became of a page whose process crashed.
    After {
        /// It was loaded anew.
        LoadedAnew = "loaded-anew",
        /// It crashed too often, and was left alone.
        LeftAlone = "left-alone",
    }
    /// Whether the cases are open.
    Cases {
        /// The environment is to be chosen first.
        ChooseEnvironment = "choose-environment",
        /// A profile cannot be read.
        ProfileUnread = "profile-unread",
        /// They are being opened.
        Opening = "opening",
        /// A passphrase is to be chosen.
        ChoosePassphrase = "choose-passphrase",
        /// Their key must come from the person.
        Closed = "closed",
        /// They are not what was here last.
        Older = "older",
        /// They cannot be read as they are.
        Damaged = "damaged",
        /// Nothing can be done.
        Stopped = "stopped",
        /// They are open.
        Open = "open",
    }
    /// What a file in the data folder is.
    FileKind {
        /// The database.
        Database = "database",
        /// Its log of changes.
        DatabaseLog = "database-log",
        /// What wraps the key.
        KeySlots = "key-slots",
        /// How far the cases have come.
        Mark = "mark",
        /// Who uses them.
        Lock = "lock",
        /// This log.
        Log = "log",
        /// Anything else.
        Other = "other",
    }
}

impl System {
    /// The one that this program was built for.
    pub fn of_this_program() -> Self {
        match std::env::consts::OS {
            "linux" => Self::Linux,
            "windows" => Self::Windows,
            "macos" => Self::Macos,
            _ => Self::Other,
        }
    }
}

impl Machine {
    /// The one that this program was built for.
    pub fn of_this_program() -> Self {
        match std::env::consts::ARCH {
            "x86_64" => Self::X86,
            "aarch64" => Self::Arm,
            _ => Self::Other,
        }
    }
}

impl From<SyncedBy> for Synced {
    fn from(by: SyncedBy) -> Self {
        match by {
            SyncedBy::OneDrive => Self::OneDrive,
            SyncedBy::ICloud => Self::ICloud,
            SyncedBy::Dropbox => Self::Dropbox,
            SyncedBy::GoogleDrive => Self::GoogleDrive,
            SyncedBy::Nextcloud => Self::Nextcloud,
            SyncedBy::Syncthing => Self::Syncthing,
            SyncedBy::Other => Self::Other,
        }
    }
}

impl From<KeyWay> for Way {
    fn from(way: KeyWay) -> Self {
        match way {
            KeyWay::KeyStore => Self::KeyStore,
            KeyWay::Passphrase => Self::Passphrase,
            KeyWay::RecoveryCode => Self::RecoveryCode,
        }
    }
}

impl From<rollback::Rollback> for Oddity {
    fn from(kind: rollback::Rollback) -> Self {
        match kind {
            rollback::Rollback::Older => Self::Older,
            rollback::Rollback::Parted => Self::Parted,
            rollback::Rollback::Other => Self::Other,
            rollback::Rollback::Gone => Self::Gone,
        }
    }
}

impl From<organisation::Source> for Source {
    fn from(source: organisation::Source) -> Self {
        match source {
            organisation::Source::Virk => Self::Virk,
            organisation::Source::Datafordeler => Self::Datafordeler,
            organisation::Source::Cvrapi => Self::Cvrapi,
            organisation::Source::Practice => Self::Practice,
            organisation::Source::Typed => Self::Typed,
        }
    }
}

impl From<&domain::case::DeliveryOutcome> for Delivery {
    fn from(outcome: &domain::case::DeliveryOutcome) -> Self {
        use domain::case::DeliveryOutcome as Of;
        match outcome {
            Of::Accepted(_) => Self::Accepted,
            Of::Refused(_) => Self::Refused,
            Of::NotSent => Self::NotSent,
            Of::NoReceiver => Self::NoReceiver,
            Of::Unknown => Self::Unknown,
        }
    }
}

impl From<domain::case::Purpose> for Purpose {
    fn from(purpose: domain::case::Purpose) -> Self {
        match purpose {
            domain::case::Purpose::Approval => Self::Approval,
            domain::case::Purpose::HandOver => Self::HandOver,
        }
    }
}
