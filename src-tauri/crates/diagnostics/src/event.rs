//! Everything that the log can say. An event that is added here is written, read, shown, documented
//! and tested without another word; what it lacks then is its two sentences in the catalogue.

use crate::field::{Bytes, Count, Field, Millis, Outcome, OwnSource, Value, Version, Written};
use crate::words::{
    After, AskedBy, Before, Delivery, Disk, KeyChange, LockedBy, LoginOddity, Machine, MadeBy,
    Oddity, Purpose, Source, Synced, System, Update, Way, Where,
};
use domain::Environment;
use domain::problem::Problem;

/// A kind of event, for the documentation and the tests.
pub struct Kind {
    /// Its code.
    pub code: &'static str,
    /// What it says.
    pub says: &'static str,
    /// Its fields.
    pub fields: &'static [FieldKind],
    /// Examples: every word of every field is in one.
    pub samples: fn() -> Vec<Event>,
}

/// A field of a kind of event.
pub struct FieldKind {
    /// Its name.
    pub name: &'static str,
    /// The name of its type.
    pub of: &'static str,
    /// What it says.
    pub says: &'static str,
    /// What it can be.
    pub allowed: fn() -> String,
}

macro_rules! events {
    ($( $(#[doc = $doc:literal])+ $name:ident = $code:literal { $( $(#[doc = $says:literal])+ $field:ident: $type:ty, )* } )+) => {
        /// Something that happened.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Event { $( $(#[doc = $doc])+ $name { $( $(#[doc = $says])+ $field: $type, )* }, )+ }

        /// Every kind of event.
        pub const KINDS: &[Kind] = &[ $( Kind {
            code: $code,
            says: concat!($($doc),+),
            fields: &[ $( FieldKind {
                name: stringify!($field),
                of: stringify!($type),
                says: concat!($($says),+),
                allowed: <$type as Field>::allowed,
            }, )* ],
            samples: || {
                let most = [1, $( <$type as Field>::samples().len(), )*].into_iter().max().unwrap_or(1);
                (0..most).filter_map(|_at| Some(Event::$name { $(
                    $field: <$type as Field>::samples().into_iter().cycle().nth(_at)?,
                )* })).collect()
            },
        }, )+ ];

        impl Event {
            /// Its code.
            pub fn code(&self) -> &'static str {
                match self { $( Self::$name { .. } => $code, )+ }
            }

            /// Its fields by name; none for what is not known.
            pub fn fields(&self) -> Vec<(&'static str, Option<Value>)> {
                match self { $( Self::$name { $( $field, )* } => vec![ $( (stringify!($field), $field.value()), )* ], )+ }
            }

            /// The event with this code and these fields; none when it is none of ours.
            pub(crate) fn read<'a>(code: &str, field: impl Fn(&str) -> Option<Written<'a>>) -> Option<Self> {
                let _ = &field;
                match code {
                    $( $code => Some(Self::$name { $( $field: Field::read(field(stringify!($field)))?, )* }), )+
                    _ => None,
                }
            }
        }
    };
}

events! {
    /// The program began.
    Began = "began" {
        /// Its version.
        version: Option<Version>,
        /// The operating system.
        system: System,
        /// The kind of processor.
        machine: Machine,
        /// The version of the operating system.
        release: Option<Version>,
        /// The version of the web engine that draws the window.
        webview: Option<Version>,
        /// How the run before this one ended.
        before: Before,
    }
    /// The program ended.
    Ended = "ended" {}
    /// Lines are missing here: they could not be written.
    Dropped = "dropped" {
        /// How many.
        lines: Count,
    }
    /// The person deleted the log.
    Emptied = "emptied" {}
    /// An environment is used.
    EnvironmentUsed = "environment" {
        /// Which.
        environment: Environment,
    }
    /// The cases were opened.
    CasesOpened = "cases-opened" {
        /// By which way to their key.
        way: Way,
        /// How long that took.
        ms: Millis,
        /// How many there are.
        cases: Count,
    }
    /// The cases were not opened.
    CasesNotOpened = "cases-not-opened" {
        /// Why.
        problem: Problem,
    }
    /// A passphrase is to be chosen: no key store answers, and there are no cases yet.
    PassphraseAsked = "passphrase-asked" {}
    /// What lies in the folder is not what was here last.
    CasesOdd = "cases-odd" {
        /// What is odd.
        kind: Oddity,
    }
    /// What can be read of damaged cases was read.
    Salvaged = "salvaged" {
        /// What came of it.
        outcome: Outcome,
    }
    /// Where the cases lie that were opened.
    Folder = "folder" {
        /// On which disk.
        disk: Disk,
        /// Who synchronises the folder.
        synced: Option<Synced>,
    }
    /// The cases were locked.
    Locked = "locked" {
        /// By whom.
        by: LockedBy,
    }
    /// A way to the key was changed.
    KeyChanged = "key-changed" {
        /// Which.
        what: KeyChange,
        /// What came of it.
        outcome: Outcome,
    }
    /// A person was shown a problem.
    ProblemShown = "problem-shown" {
        /// Which.
        problem: Problem,
        /// Where.
        place: Where,
    }
    /// A case could not be saved.
    NotSaved = "not-saved" {
        /// Why.
        problem: Problem,
    }
    /// A backup was made.
    BackupMade = "backup-made" {
        /// How.
        by: MadeBy,
        /// Its size; not known of one that was made by hand.
        size: Option<Bytes>,
        /// How many cases are in it.
        cases: Option<Count>,
    }
    /// A backup was not made.
    BackupFailed = "backup-failed" {
        /// Why.
        problem: Problem,
    }
    /// A backup was taken in.
    BackupTakenIn = "backup-taken-in" {
        /// What came of it.
        outcome: Outcome,
    }
    /// A login began.
    LoginBegan = "login-began" {
        /// What for.
        purpose: Purpose,
    }
    /// Something was odd in a login.
    LoginOdd = "login-odd" {
        /// What.
        what: LoginOddity,
    }
    /// A login ended.
    LoginEnded = "login-ended" {
        /// What came of it.
        outcome: Outcome,
    }
    /// A register answered, or did not.
    RegisterAsked = "register-asked" {
        /// Which.
        source: Source,
        /// How it was asked.
        by: AskedBy,
        /// What came of it.
        outcome: Outcome,
    }
    /// A delivery ended.
    Delivered = "delivered" {
        /// What came of it.
        outcome: Delivery,
    }
    /// A newer version was looked for, or put in place.
    Updated = "update" {
        /// What came of it.
        outcome: Update,
    }
    /// A file that the person asked for was written, or not.
    FileWritten = "file-written" {
        /// What came of it.
        outcome: Outcome,
    }
    /// The process that draws the window crashed.
    PageCrashed = "page-crashed" {
        /// What became of the page.
        after: After,
    }
    /// The program met a fault of its own.
    Panicked = "panicked" {
        /// Where in its source.
        place: OwnSource,
    }
}
