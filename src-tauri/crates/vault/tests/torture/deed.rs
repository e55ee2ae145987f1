//! What a person does with the cases, one thing after the other: as a line for the child that does it,
//! and how it is done. What is there afterwards is told by `state`, which asks no vault.

use crate::place::Place;
use crate::state::{self, WORDS};
use domain::Timestamp;
use jiff::civil::{Date, date};
use std::fmt;
use vault::{BackupFile, BackupKey, KeptRecord, Vault};

/// One thing that is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// A case is saved, new or changed, with the look of a sample.
    Save { case: u32, look: u32 },
    /// A document is put beside a case.
    Attach { case: u32, document: u32, size: u32 },
    /// A case comes with its document, as from a hand-over file.
    HandOver { case: u32, look: u32, document: u32, size: u32 },
    /// A case is approved, and its receipt gets the next number.
    Approve { case: u32 },
    /// A record of it is kept, with the next number.
    Record { case: u32 },
    /// It is put into the bin.
    Bin { case: u32 },
    /// It is put back.
    PutBack { case: u32 },
    /// It is deleted for good.
    Empty { case: u32 },
    /// A backup is made.
    BackUp { number: u32 },
    /// The backup of another vault is taken in.
    TakeIn,
    /// A new recovery code is made and kept.
    Code,
    /// The cases are put under a passphrase, the first or another.
    Passphrase { now: Option<u32>, new: u32 },
    /// The passphrase is taken away.
    Unset { now: u32 },
}

/// The operations of the tables, in their order: the deeds, and what a program does by itself.
pub const KINDS: [&str; 18] = [
    "begin (a vault is made)",
    "open",
    "open an earlier layout",
    "save",
    "attach a document",
    "hand over (case and document)",
    "give a receipt its number",
    "keep a record",
    "delete into the bin",
    "put back",
    "delete for good",
    "back up",
    "restore",
    "renew the recovery code",
    "set a passphrase",
    "change a passphrase",
    "remove a passphrase",
    "close",
];

impl Deed {
    /// Its row in the tables.
    pub fn kind(&self) -> usize {
        match self {
            Self::Save { .. } => 3,
            Self::Attach { .. } => 4,
            Self::HandOver { .. } => 5,
            Self::Approve { .. } => 6,
            Self::Record { .. } => 7,
            Self::Bin { .. } => 8,
            Self::PutBack { .. } => 9,
            Self::Empty { .. } => 10,
            Self::BackUp { .. } => 11,
            Self::TakeIn => 12,
            Self::Code => 13,
            Self::Passphrase { now: None, .. } => 14,
            Self::Passphrase { now: Some(_), .. } => 15,
            Self::Unset { .. } => 16,
        }
    }

    /// The rows up to this one are of what every script does.
    pub const COMMON: usize = 5;

    /// It changes what opens the cases.
    pub fn is_of_keys(&self) -> bool {
        (13..=16).contains(&self.kind())
    }

    /// The deed of a line.
    pub fn parse(line: &str) -> Self {
        let words: Vec<&str> = line.split(' ').collect();
        let number = |at: usize| words[at].parse().unwrap();
        match words[0] {
            "save" => Self::Save { case: number(1), look: number(2) },
            "attach" => Self::Attach { case: number(1), document: number(2), size: number(3) },
            "hand-over" => Self::HandOver {
                case: number(1),
                look: number(2),
                document: number(3),
                size: number(4),
            },
            "approve" => Self::Approve { case: number(1) },
            "record" => Self::Record { case: number(1) },
            "bin" => Self::Bin { case: number(1) },
            "put-back" => Self::PutBack { case: number(1) },
            "empty" => Self::Empty { case: number(1) },
            "back-up" => Self::BackUp { number: number(1) },
            "take-in" => Self::TakeIn,
            "code" => Self::Code,
            "passphrase" => Self::Passphrase { now: words[1].parse().ok(), new: number(2) },
            "unset" => Self::Unset { now: number(1) },
            other => panic!("no deed: {other}"),
        }
    }

    /// Does it. `made` hears the recovery code, as a person reads it before it is kept.
    pub fn carry_out(
        &self,
        vault: &mut Vault,
        place: &Place,
        made: &mut dyn FnMut(&str),
    ) -> Result<(), domain::problem::Problem> {
        let id = |case: u32| state::id(case);
        match *self {
            Self::Save { case, look } => vault.save(&state::case(case, look)),
            Self::Attach { case, document, size } => vault.keep_document(
                &id(case),
                &state::hash(document),
                &state::document(document, size),
            ),
            Self::HandOver { case, look, document, size } => {
                let (hash, bytes) = (state::hash(document), state::document(document, size));
                vault.save_with_documents(&state::case(case, look), [(&hash, bytes.as_slice())])
            }
            Self::Approve { case } => {
                let link = state::link_after(vault.chain_end()?, case);
                vault.save_with_link(&state::approved(case), &link)?;
                // As the program does after each receipt, whatever becomes of it.
                if let Some(mark) = vault.mark_to_keep() {
                    let _ = mark.keep_in(&place.keys());
                }
                Ok(())
            }
            Self::Record { case } => {
                let link = state::link_after(vault.chain_end()?, case);
                let record = KeptRecord { link, day: today(), body: b"en optegnelse".into() };
                let kept = vault.case(&id(case))?.unwrap();
                vault.save_with_record(&kept, &record, &[])
            }
            Self::Bin { case } => vault.bin(&id(case), today()),
            Self::PutBack { case } => vault.put_back(&id(case), today()),
            Self::Empty { case } => vault.empty(&id(case), today()),
            Self::BackUp { number } => {
                let to = place.backups().join(state::backup_name(number));
                vault.backup().run(&to, Timestamp::UNIX_EPOCH, &mut |_| true).map(|_| ())
            }
            Self::TakeIn => {
                let file = BackupFile::read(&place.foreign())?;
                let words = WORDS.into();
                let opened = file.open(&BackupKey::Words(&words), &place.cases())?;
                vault.take_in(&opened, today()).map(|_| ())
            }
            Self::Code => {
                made(&vault.new_recovery_code()?);
                vault.keep_recovery_code()
            }
            Self::Passphrase { now, new } => {
                let now = now.map(state::passphrase);
                vault.set_passphrase(now.as_ref(), &state::passphrase(new), &place.keys())
            }
            Self::Unset { now } => {
                vault.remove_passphrase(Some(&state::passphrase(now)), &place.keys())
            }
        }
    }
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Save { case, look } => write!(f, "save {case} {look}"),
            Self::Attach { case, document, size } => write!(f, "attach {case} {document} {size}"),
            Self::HandOver { case, look, document, size } => {
                write!(f, "hand-over {case} {look} {document} {size}")
            }
            Self::Approve { case } => write!(f, "approve {case}"),
            Self::Record { case } => write!(f, "record {case}"),
            Self::Bin { case } => write!(f, "bin {case}"),
            Self::PutBack { case } => write!(f, "put-back {case}"),
            Self::Empty { case } => write!(f, "empty {case}"),
            Self::BackUp { number } => write!(f, "back-up {number}"),
            Self::TakeIn => write!(f, "take-in"),
            Self::Code => write!(f, "code"),
            Self::Passphrase { now, new } => {
                let now = now.map_or("-".to_owned(), |now| now.to_string());
                write!(f, "passphrase {now} {new}")
            }
            Self::Unset { now } => write!(f, "unset {now}"),
        }
    }
}

/// The day of every deed: none of them depends on the calendar.
pub fn today() -> Date {
    date(2026, 11, 29)
}
