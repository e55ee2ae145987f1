//! Backups: the whole of a vault in one encrypted file, which opens with a recovery code alone.
//!
//! The file is the database as SQLite's online backup copies it, under the same data key, and after
//! its last page a [`Label`]: which database it is of, and the slots that open it. `docs/vault.md`
//! tells it byte for byte. A backup is made beside the open vault ([`BackupJob`]), under another
//! name; it gets its own only after that very file was opened with its key, every page checked and
//! everything in it counted and found to be what the vault had. What is to be read of a backup
//! ([`BackupFile`], then [`OpenBackup`]) is read of a copy that stays encrypted, since a database of
//! an earlier layout has to be brought to this one.

mod job;
mod label;
mod reading;

pub use job::{BackupJob, MadeBackup, Progress};
pub use reading::{BackupContents, BackupFile, BackupKey, HeldKey, OpenBackup};

pub(crate) use job::of_database;
pub(crate) use label::Label;
