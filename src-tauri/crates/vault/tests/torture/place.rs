//! Where one vault lies: its folder, a key store of its own, and a folder of backups. The key store is
//! files, so that a child that is killed leaves what it had put there, and keeps what it is given at
//! once and for good: what the systems' own do in a power cut is theirs.

use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use vault::{KeyStore, KeyStoreError, Secret};

/// The folder of one vault and of what belongs to it.
#[derive(Clone)]
pub struct Place(pub PathBuf);

impl Place {
    /// One with its folders made.
    pub fn new(root: &Path) -> Self {
        let place = Self(root.to_owned());
        for folder in [place.cases(), place.keys().0, place.backups()] {
            fs::create_dir_all(folder).unwrap();
        }
        place
    }

    /// The same files in another folder.
    pub fn copied_to(&self, root: &Path) -> Self {
        let copy = Self::new(root);
        for (from, to) in [(self.cases(), copy.cases()), (self.keys().0, copy.keys().0)] {
            for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
                fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
            }
        }
        copy
    }

    /// The folder of the cases.
    pub fn cases(&self) -> PathBuf {
        self.0.join("cases")
    }

    /// The key store.
    pub fn keys(&self) -> FileKeys {
        FileKeys(self.0.join("keys"))
    }

    /// The folder of the backups.
    pub fn backups(&self) -> PathBuf {
        self.0.join("backups")
    }

    /// What the child is to do.
    pub fn script(&self) -> PathBuf {
        self.0.join("script")
    }

    /// The backup of another vault that is taken in.
    pub fn foreign(&self) -> PathBuf {
        self.0.join("foreign.tilslut-backup")
    }
}

/// A folder of files that nobody needs for long, where waiting for the disk costs nothing.
pub fn in_memory() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap()
}

/// A key store in a folder.
pub struct FileKeys(pub PathBuf);

impl FileKeys {
    /// The mark goes by the folder of the cases, and a folder that is put together anew has another
    /// name.
    fn file(&self, account: &str) -> PathBuf {
        self.0.join(if account.starts_with("mark-") { "mark" } else { account })
    }
}

impl KeyStore for FileKeys {
    fn read(&self, account: &str) -> Result<Option<Secret>, KeyStoreError> {
        Ok(fs::read(self.file(account)).ok().map(Secret::from))
    }

    fn write(&self, account: &str, secret: &Secret) -> Result<(), KeyStoreError> {
        let (beside, file) = (self.0.join("beside"), self.file(account));
        let written = fs::write(&beside, secret.text().unwrap_or_default());
        written.and_then(|()| fs::rename(beside, file)).map_err(|_| KeyStoreError::Unreachable)
    }

    fn delete(&self, account: &str) -> Result<(), KeyStoreError> {
        let _ = fs::remove_file(self.file(account));
        Ok(())
    }
}
