//! Cases at rest: one encrypted SQLite file for each environment, and the key slots that open it.
//!
//! A folder holds `tilslut-practice.db` (or `tilslut-live.db`), encrypted by SQLCipher under a
//! random data key, and beside it, twice, the key slots (`tilslut-practice.keyslots.json`), which
//! hold that data key wrapped once for every way to it: the operating system's key store, a
//! passphrase, a recovery code. [`Vault::open`] finds the data key, or says why it cannot ([`Opening`]). Nothing is ever
//! deleted or overwritten because something could not be reached, and a data key is made only where
//! there is neither database nor key slots (DESIGN §5).
//!
//! Beside each case lies what a list, a search and a start need to know of it, so that none of them
//! reads a case; a case that cannot be read is set aside by name, and the others open.
//!
//! How far the cases have come is remembered outside the database, too (`mark`): what is older than
//! that opens only when the person says so. Nothing is called saved that is in a file which has lost
//! its name (`file_id`). What is damaged is read page by page, into a new database (`salvage`).
//!
//! Where the folder cannot be used safely that is said before anything is written, and what a person
//! has to know of one that is used [`look_at_folder`] tells (`folder`).
//!
//! In reading order: [`Vault`], then `key_file` and `slot` (the ways to the key), `database`
//! (SQLCipher: `layout`, `summaries`, `list`, `aside`, `saves`, `fresh`, `integrity`), `rows` (a case
//! as it is stored), `mark`, [`KeyStore`].

mod backup;
mod base64_text;
mod database;
mod disk;
mod file_id;
mod folder;
mod key;
mod key_file;
mod keystore;
mod mark;
mod pinned;
mod recovery_code;
mod room;
mod rows;
mod salvage;
mod slot;
#[cfg(feature = "testing")]
pub mod testing;
mod vault;
mod vault_dir;

pub use backup::{
    BackupContents, BackupFile, BackupJob, BackupKey, HeldKey, MadeBackup, OpenBackup, Progress,
};
pub use database::{Integrity, IntegrityCheck, KeptRecord};
pub use folder::{is_folder_ours, look as look_at_folder};
pub use keystore::{KeyStore, KeyStoreError, LONGEST, system_key_store};

/// A passphrase, or a key on its way to or from a key store.
pub type Secret = domain::Secret<Vec<u8>>;
pub use vault::{
    DamagedVault, GoodBackup, MarkToKeep, NotOpened, OlderVault, Opening, SHORTEST_PASSPHRASE,
    SalvagedDatabase, Vault,
};
