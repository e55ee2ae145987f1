//! What a case is and every move it can make.
//!
//! # Flow
//! A person fills in a [`draft::Draft`]; every answer may be missing. When it is whole it is parsed
//! into a [`connection::Connection`], which is what the management representative approves.
//! [`case::step`] is the only function that moves a [`case::Case`]; it returns the next case and
//! the [`case::Effect`]s that the shell carries out. Everything that can go wrong for a person is a
//! [`problem::Problem`] with a stable code.
//!
//! In reading order: [`encoding`], [`typed`], [`cpr`], [`cvr`], [`person`], [`personal_number`],
//! [`organisation`], [`changes`], [`need`], [`documents`], [`terms`], [`problem`], [`lookup`],
//! [`connection`], [`approval`], [`approver`], [`draft`], [`parts`], [`as_typed`], [`delivery`],
//! [`outcome`], [`official_mail`], [`agreement`], [`stage`], [`case`], [`guided`], [`set_up`],
//! [`mail_draft`], [`notes`], [`carried`], [`history`], [`timeline`], [`chain`], [`retention`], [`backups`],
//! [`merge`], [`rollback`], [`summary`], [`salvage`], [`verification`]; [`profile`] and [`contact`]. Each knows only what stands before it. What is
//! published about connecting is dated data in [`rules`], days are counted by [`calendar`], and
//! [`preflight`] says what both mean for a draft.
//!
//! Nothing here reads a clock, a file, the network or a source of randomness: all of it is passed
//! in.

pub mod agreement;
pub mod approval;
pub mod approver;
pub mod as_typed;
pub mod backups;
pub mod bin;
pub mod calendar;
pub mod carried;
pub mod case;
pub mod chain;
pub mod changes;
pub mod closing;
pub mod connection;
pub mod contact;
pub mod control_code;
pub mod cpr;
pub mod crockford;
pub mod cvr;
pub mod delivery;
pub mod documents;
pub mod draft;
pub mod encoding;
pub mod folder;
pub mod guided;
pub mod history;
pub mod keys;
pub mod lookup;
pub mod mail_draft;
pub mod merge;
pub mod need;
pub mod notes;
pub mod official_mail;
mod opened_draft;
pub mod organisation;
pub mod outcome;
pub mod parts;
mod pasted_address;
pub mod person;
pub mod personal_number;
pub mod preflight;
pub mod problem;
pub mod profile;
pub mod retention;
mod role;
pub mod rollback;
pub mod rules;
pub mod salvage;
mod secret;
pub mod set_up;
pub mod stage;
pub mod summary;
pub mod terms;
pub mod timeline;
pub mod typed;
pub mod verification;

pub use jiff::Timestamp;
pub use secret::Secret;

/// Which of the two worlds a thing belongs to (DESIGN §1). They are never mixed: cases, keys, files
/// and trust anchors of one are refused by the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Environment {
    /// Prøve: everything runs for real against pretend services on this machine. The default.
    Practice,
    /// Live: for real, with the services that a person or a profile chooses.
    Live,
}

impl Environment {
    /// What files, evidence and answers for programs call it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Live => "live",
        }
    }

    /// The environment of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Practice, Self::Live].into_iter().find(|environment| environment.word() == word)
    }
}

/// The two languages of the window, the receipt and the result pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Danish, the first language.
    #[default]
    Danish,
    /// English.
    English,
}

impl Language {
    /// Its word, as it is kept.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Danish => "danish",
            Self::English => "english",
        }
    }

    /// The language of a word; the first one for any that is not known.
    pub fn of_word(word: &str) -> Self {
        if word == Self::English.word() { Self::English } else { Self::Danish }
    }
}

/// An answer that may be left open while drafting ("Det ved jeg ikke endnu").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Ja.
    Yes,
    /// Nej.
    No,
    /// Det ved jeg ikke endnu.
    Unknown,
}

/// The time zone of Danish deadlines (IANA).
pub const DENMARK: &str = "Europe/Copenhagen";

/// The day in Denmark at this moment: what a Danish deadline counts from.
pub fn day_in_denmark(at: Timestamp) -> jiff::civil::Date {
    in_denmark(at).date()
}

/// This moment by the Danish clock.
pub fn in_denmark(at: Timestamp) -> jiff::Zoned {
    // The time zone is compiled in; UTC is the nearest that is left if it ever were not.
    at.in_tz(DENMARK).unwrap_or_else(|_| at.to_zoned(jiff::tz::TimeZone::UTC))
}
