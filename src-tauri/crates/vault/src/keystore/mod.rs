//! The operating system's key store: where the key that wraps the data key is kept, so that nobody
//! has to type it.
//!
//! A key store is a convenience, never the only way to the key (store.md §4). It can be absent,
//! locked, unreachable or hold something else, and each of those is told apart from the others.
//! Errors of the key store libraries are looked at by variant only: their `Debug` can print the
//! secret (store.md §3).

mod bounded;
#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod system;
#[cfg(target_os = "macos")]
#[path = "macos.rs"]
mod system;
#[cfg(target_os = "windows")]
#[path = "windows.rs"]
mod system;

use crate::Secret;
use bounded::Bounded;
use domain::Environment;
use keyring_core::Error;

/// The longest secret that every system's key store takes, in UTF-16 units: Windows has 2560 bytes
/// for one (store.md §3).
pub const LONGEST: usize = 1280;

/// A place for one secret text per account, of at most [`LONGEST`] units.
pub trait KeyStore: Send + Sync {
    /// The secret of an account; `None` when there is none. That is no proof that there never was
    /// one.
    fn read(&self, account: &str) -> Result<Option<Secret>, KeyStoreError>;

    /// Keeps the secret of an account, replacing an older one.
    fn write(&self, account: &str, secret: &Secret) -> Result<(), KeyStoreError>;

    /// Removes the secret of an account; none there is no trouble.
    fn delete(&self, account: &str) -> Result<(), KeyStoreError>;

    /// Every secret of an account. Some stores can hold several under one name, when another
    /// program added one.
    fn candidates(&self, account: &str) -> Result<Vec<Secret>, KeyStoreError> {
        Ok(self.read(account)?.into_iter().collect())
    }
}

/// Why a key store did not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyStoreError {
    /// It is there and locked, or the person said no.
    #[error("the key store is locked")]
    Locked,
    /// There is none, it does not answer within three seconds, or it fails.
    #[error("no key store answers")]
    Unreachable,
}

/// The operating system's key store, with an entry of its own for each environment
/// (`dk.tilslut.practice`, `dk.tilslut.live`). Nothing is asked before the first call.
pub fn system_key_store(environment: Environment) -> Box<dyn KeyStore> {
    let service = match environment {
        Environment::Practice => "dk.tilslut.practice",
        Environment::Live => "dk.tilslut.live",
    };
    Box::new(SystemKeyStore { service, bounded: Bounded::default() })
}

struct SystemKeyStore {
    service: &'static str,
    bounded: Bounded,
}

impl SystemKeyStore {
    /// Runs one piece of work on the account's entry, on the key store's own thread.
    fn on_entry<T: Send + 'static>(
        &self,
        account: &str,
        work: impl FnOnce(&keyring_core::Entry) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, KeyStoreError> {
        let (service, account) = (self.service, account.to_owned());
        self.bounded
            .run(move || {
                system::entry(service, &account).and_then(|entry| work(&entry)).map_err(store_error)
            })
            .unwrap_or(Err(KeyStoreError::Unreachable))
    }
}

impl KeyStore for SystemKeyStore {
    fn read(&self, account: &str) -> Result<Option<Secret>, KeyStoreError> {
        Ok(self.candidates(account)?.into_iter().next())
    }

    fn write(&self, account: &str, secret: &Secret) -> Result<(), KeyStoreError> {
        let secret = secret.clone();
        // What Tilslut keeps is text; bytes that are not would come back changed from some stores.
        self.on_entry(account, move |entry| match secret.text() {
            Some(text) => entry.set_password(text),
            None => Err(Error::Invalid("secret".to_owned(), "not text".to_owned())),
        })
    }

    fn delete(&self, account: &str) -> Result<(), KeyStoreError> {
        self.on_entry(account, |entry| match entry.delete_credential() {
            Err(Error::NoEntry) => Ok(()),
            other => other,
        })
    }

    fn candidates(&self, account: &str) -> Result<Vec<Secret>, KeyStoreError> {
        self.on_entry(account, |entry| match secret_of(entry) {
            Ok(secret) => Ok(vec![secret]),
            Err(Error::NoEntry) => Ok(Vec::new()),
            Err(Error::Ambiguous(entries)) => entries.iter().map(secret_of).collect(),
            Err(other) => Err(other),
        })
    }
}

fn secret_of(entry: &keyring_core::Entry) -> Result<Secret, Error> {
    match entry.get_password() {
        Ok(text) => Ok(Secret::from(text)),
        // Something is there and it is not ours: a key that does not fit, not a store that fails.
        Err(Error::BadEncoding(bytes)) => Ok(Secret::from(bytes)),
        Err(other) => Err(other),
    }
}

fn store_error(error: Error) -> KeyStoreError {
    match error {
        Error::NoStorageAccess(_) => KeyStoreError::Locked,
        _ => KeyStoreError::Unreachable,
    }
}
