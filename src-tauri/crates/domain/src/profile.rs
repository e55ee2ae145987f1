//! What a live profile says of each service, and what it lacks: the same answer from every part of
//! the program that reads a table of one, and what a person may see of it. Nothing here holds more
//! of an address than its host, since what stands behind it may be secret.

use crate::organisation::Source;
use crate::problem::Problem;
use std::collections::BTreeMap;

/// Why a text is not a whole live profile.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProfileIncomplete {
    /// It is not TOML, or a field has another type or name than a profile has.
    #[error("the profile cannot be read at line {line}")]
    Unreadable {
        /// The line, counted from 1.
        line: usize,
    },
    /// Fields are missing, or their values cannot be used.
    #[error("the profile lacks {missing:?} and cannot use {unusable:?}")]
    Fields {
        /// The fields that are missing, such as `broker.issuer`.
        missing: Vec<String>,
        /// The fields with values that cannot be used.
        unusable: Vec<String>,
    },
}

impl ProfileIncomplete {
    /// The text cannot be read from this byte on.
    pub fn unreadable_from(text: &str, byte: usize) -> Self {
        Self::Unreadable { line: 1 + text.bytes().take(byte).filter(|b| *b == b'\n').count() }
    }
}

/// A service that a live profile can name. Each works alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ServicePart {
    /// Where organisations are looked up.
    Register,
    /// Who tells who a person is.
    Broker,
    /// Where approved cases go.
    Delivery,
    /// Where newer versions of Tilslut come from.
    Update,
}

impl ServicePart {
    /// Every part, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Register, Self::Broker, Self::Delivery, Self::Update];

    /// The table of a profile that names it.
    pub const fn table(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Broker => "broker",
            Self::Delivery => "delivery",
            Self::Update => "update",
        }
    }

    /// The part that a table of this name is about.
    pub fn of_table(table: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.table() == table)
    }
}

/// Where a live profile comes from, in the order in which one wins over the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProfileSource {
    /// The file that whoever looks after the computer has put into the system's configuration.
    Managed,
    /// The file that was named at the start, or chosen in its place.
    Named,
    /// What the person took into use; it lies among the cases.
    Kept,
}

/// What a profile says of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartReading {
    /// Nothing.
    Unnamed,
    /// It can be used.
    Whole(Service),
    /// It cannot be used: these fields are missing, those have values that cannot be used.
    Lacks {
        /// The fields that are missing.
        missing: Vec<String>,
        /// The fields with values that cannot be used.
        unusable: Vec<String>,
    },
    /// It cannot be read from this line on.
    Unreadable {
        /// The line, counted from 1.
        line: usize,
    },
}

impl PartReading {
    /// It can be used.
    pub fn is_whole(&self) -> bool {
        matches!(self, Self::Whole(_))
    }

    /// It is named and cannot be used.
    pub fn is_broken(&self) -> bool {
        matches!(self, Self::Lacks { .. } | Self::Unreadable { .. })
    }
}

/// A service that a profile names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Which register it is, where it is one.
    pub register: Option<Source>,
    /// The host of its address.
    pub host: String,
}

/// A profile as a person may see it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProfileReading {
    /// The name of the file, without its folder.
    pub file: String,
    /// What it says of each part.
    pub parts: BTreeMap<ServicePart, PartReading>,
    /// The tables that no profile has: they are misspelt, or of another program.
    pub unknown: Vec<String>,
}

impl ProfileReading {
    /// The parts that can be taken into use.
    pub fn whole(&self) -> impl Iterator<Item = ServicePart> + '_ {
        self.parts.iter().filter(|(_, reading)| reading.is_whole()).map(|(part, _)| *part)
    }
}

/// What a service answers when it is asked before it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartAnswer {
    /// It answers, and as far as it says what it does, as the profile has it.
    Answers,
    /// Nobody answers at its address.
    Silent,
    /// It says of itself something else than the profile does: the points, by their code.
    Contradicts(Vec<&'static str>),
}

/// Which profile decides about a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartInForce {
    /// Where the profile comes from, and the name of its file; none when no profile names the part.
    pub by: Option<(ProfileSource, String)>,
    /// What it says. A part that it names and that cannot be used is done without: what an earlier
    /// profile in the order decides is not undone by a later one.
    pub reading: PartReading,
    /// The profiles that name the part too and are not used, since an earlier one does.
    pub overruled: Vec<(ProfileSource, String)>,
}

/// A profile that cannot be read at all, so that nothing of it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadProfile {
    /// Where it comes from.
    pub source: ProfileSource,
    /// Its file, with the folder where a person has to find it.
    pub file: String,
    /// Why not.
    pub problem: Problem,
    /// The line at which it cannot be read, counted from 1.
    pub line: Option<usize>,
}

/// Which profiles are in force, part by part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profiles {
    /// Who decides about each part; a part that is not here is named by nobody.
    pub parts: BTreeMap<ServicePart, PartInForce>,
    /// The profiles that cannot be read.
    pub unread: Vec<UnreadProfile>,
}

impl Profiles {
    /// Who decides about a part.
    pub fn source(&self, part: ServicePart) -> Option<ProfileSource> {
        self.parts.get(&part)?.by.as_ref().map(|(source, _)| *source)
    }

    /// What a person has to look at, in short: the fields that are missing or cannot be used, and
    /// the files that cannot be read, each with the line where there is one.
    pub fn unusable(&self) -> Vec<String> {
        let at = |file: &str, line: usize| format!("{file}:{line}");
        let unread = self.unread.iter().map(|unread| match unread.line {
            Some(line) => at(&unread.file, line),
            None => unread.file.clone(),
        });
        let broken = self.parts.values().flat_map(|part| match (&part.reading, &part.by) {
            (PartReading::Lacks { missing, unusable }, _) => {
                [missing.clone(), unusable.clone()].concat()
            }
            (PartReading::Unreadable { line }, Some((_, file))) => vec![at(file, *line)],
            (PartReading::Unreadable { .. } | PartReading::Whole(_) | PartReading::Unnamed, _) => {
                vec![]
            }
        });
        unread.chain(broken).collect()
    }
}
