//! A computer of a test: a folder and a key store of its own, in which a vault is made and opened
//! again.

use super::MemoryKeyStore;
use crate::{Opening, Vault};
use domain::Environment::Practice;
use tempfile::TempDir;

/// The folder of the cases, and what opens them.
pub struct Computer {
    /// Gone when the test ends.
    pub folder: TempDir,
    /// Nothing is in it before the first vault is opened.
    pub store: MemoryKeyStore,
}

impl Computer {
    /// A new one, with nothing on it.
    #[expect(clippy::new_without_default, reason = "each is another computer")]
    #[expect(clippy::expect_used, reason = "a test cannot go on without a folder")]
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { folder, store: MemoryKeyStore::new() }
    }

    /// The vault, which opens by itself; made where there is none.
    #[expect(clippy::panic, reason = "a test cannot go on without it")]
    pub fn open(&self) -> Vault {
        match Vault::open(self.folder.path(), Practice, &self.store) {
            Opening::Open(vault) => vault,
            other => panic!("not open: {other:?}"),
        }
    }
}
