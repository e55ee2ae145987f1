//! What is known of the backups with the cases (where they go, the last that counts), and what is
//! under way.

use crate::mutex::lock;
use app::model::{Backups, LastBackup};
use domain::Timestamp;
use domain::backups::Budget;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;
use vault::{MadeBackup, OpenBackup, Vault};

/// The setting that names the folder, when one was chosen.
pub const FOLDER: &str = "backup-folder";
/// The setting that tells whether they may lie on the disk that the cases are on.
pub const PLACE_SETTLED: &str = "backup-place-settled";
/// The setting that tells how much room they may take, in megabytes.
pub const BUDGET: &str = "backup-budget";
/// The setting that holds the last backup that counts.
pub const LAST: &str = "backup-last";

/// What is under way, and the backup that is open.
#[derive(Default)]
pub struct AtWork {
    /// One is made at a time.
    pub turn: Mutex<()>,
    /// The one that is being made was given up.
    pub is_cancelled: AtomicBool,
    /// When one was tried last, since the program began.
    pub tried: Mutex<Option<Instant>>,
    /// The one that was chosen to be taken in.
    pub chosen: Mutex<Option<PathBuf>>,
    /// The one that is open.
    pub open: Mutex<Option<OpenBackup>>,
}

impl AtWork {
    /// Gives up the one that is being made.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Release);
    }

    /// Puts away what was to be taken in.
    pub fn leave(&self) {
        *lock(&self.chosen) = None;
        *lock(&self.open) = None;
    }
}

/// A backup as it is noted with the cases. Another shape gets the next number, and this one is read
/// for ever.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Noted {
    version: u8,
    made: Timestamp,
    path: String,
    sha256: String,
    /// What was in it.
    pub content: String,
    cases: u64,
    receipts: u64,
    bytes: u64,
    elsewhere: bool,
}

impl Noted {
    /// One that was just made.
    pub fn of(made: &MadeBackup) -> Self {
        Self {
            version: 1,
            made: made.made,
            path: made.path.to_string_lossy().into_owned(),
            sha256: base16ct::lower::encode_string(&made.sha256),
            content: base16ct::lower::encode_string(&made.content),
            cases: made.cases,
            receipts: made.receipts,
            bytes: made.bytes,
            elsewhere: made.opens_elsewhere,
        }
    }

    /// The one that is noted; none of a shape that a newer program wrote.
    pub fn read(vault: &Vault) -> Option<Self> {
        let noted: Self = serde_json::from_str(&vault.setting(LAST)?).ok()?;
        (noted.version == 1).then_some(noted)
    }
}

/// How the backups stand, as far as the cases know.
pub fn known(vault: &Vault, folder: &Path) -> Backups {
    let chosen = vault.setting(FOLDER).filter(|chosen| !chosen.is_empty());
    let place = chosen.clone().map_or_else(|| beside(folder), PathBuf::from);
    let listed = vault.backup().of_this_database(&place).unwrap_or_default();
    Backups {
        folder: place.to_string_lossy().into_owned(),
        chosen: chosen.is_some(),
        last: Noted::read(vault).map(|noted| LastBackup {
            made: noted.made,
            path: noted.path,
            cases: noted.cases,
            receipts: noted.receipts,
            bytes: noted.bytes,
            elsewhere: noted.elsewhere,
        }),
        stored: u32::try_from(listed.len()).unwrap_or(u32::MAX),
        bytes: listed.iter().map(|(_, bytes)| bytes).sum(),
        budget: budget(vault),
        damaged_bytes: vault.damaged_bytes(),
        is_place_settled: vault.setting(PLACE_SETTLED).is_some(),
        problem: None,
        making: None,
    }
}

/// How much room they may take.
pub fn budget(vault: &Vault) -> Budget {
    vault.setting(BUDGET).map(|kept| Budget::of_megabytes(&kept)).unwrap_or_default()
}

/// Where they lie when nobody chose another folder: on the disk that the cases are on.
pub fn beside(folder: &Path) -> PathBuf {
    folder.join("backups")
}
