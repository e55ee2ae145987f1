//! A key store in memory, for tests and for the journey on a machine without a desktop, and cases
//! to store. Behind the feature `testing`, which the app never turns on, so the app cannot reach
//! it.

mod cases;
mod computer;
mod layouts;

pub use cases::{CANARIES, cases};
pub use computer::Computer;
pub use layouts::earlier_layout;

use crate::{KeyStore, KeyStoreError, LONGEST, Secret, Vault};
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Runs SQL on an open vault: for what only an older program, another day or a damaged disk brings
/// about.
pub fn execute(vault: &Vault, sql: &str) {
    vault.execute(sql);
}

/// The key of open cases: for whoever looks where else it lies.
pub fn data_key(vault: &Vault) -> [u8; 32] {
    *vault.data_key().bytes()
}

/// The text of a key file that was edited, with the check sums that it would have been written with:
/// for what only a crash between two writes leaves.
pub fn summed(key_file: &str) -> String {
    crate::key_file::summed(key_file)
}

/// A key store that forgets everything when it is dropped, and that can be told to be locked or
/// unreachable.
#[derive(Default)]
pub struct MemoryKeyStore(Mutex<State>);

/// Which calls fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// One call: the store was away for a moment.
    Once,
    /// Every call from then on: the store has gone, or the program has ended.
    FromThenOn,
}

#[derive(Default)]
struct State {
    trouble: Option<KeyStoreError>,
    /// How many calls are answered before one that fails, and whether those after it fail, too.
    fault: Option<(usize, Fault)>,
    secrets: HashMap<String, Secret>,
}

impl MemoryKeyStore {
    /// An empty key store that works.
    pub fn new() -> Self {
        Self::default()
    }

    /// A key store that answers every call with this trouble, until [`MemoryKeyStore::recover`].
    pub fn failing(trouble: KeyStoreError) -> Self {
        let store = Self::default();
        store.fail(trouble);
        store
    }

    /// From now on every call is answered with this trouble.
    pub fn fail(&self, trouble: KeyStoreError) {
        self.state().trouble = Some(trouble);
    }

    /// So many calls are answered; the next is not, and does nothing.
    pub fn fail_after(&self, calls: usize, fault: Fault) {
        self.state().fault = Some((calls, fault));
    }

    /// It works again, with what it held.
    pub fn recover(&self) {
        let mut state = self.state();
        (state.trouble, state.fault) = (None, None);
    }

    /// Everything it held is gone.
    pub fn forget(&self) {
        self.state().secrets.clear();
    }

    /// The accounts that it holds a secret of.
    pub fn accounts(&self) -> Vec<String> {
        self.state().secrets.keys().cloned().collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn working(&self) -> Result<MutexGuard<'_, State>, KeyStoreError> {
        let mut state = self.state();
        match state.fault {
            Some((0, fault)) => {
                state.fault = (fault == Fault::FromThenOn).then_some((0, fault));
                return Err(KeyStoreError::Unreachable);
            }
            Some((calls, fault)) => state.fault = Some((calls - 1, fault)),
            None => {}
        }
        match state.trouble {
            Some(trouble) => Err(trouble),
            None => Ok(state),
        }
    }
}

impl KeyStore for MemoryKeyStore {
    fn read(&self, account: &str) -> Result<Option<Secret>, KeyStoreError> {
        Ok(self.working()?.secrets.get(account).cloned())
    }

    /// As narrow as the narrowest of the systems' stores.
    fn write(&self, account: &str, secret: &Secret) -> Result<(), KeyStoreError> {
        if secret.text().is_none_or(|text| text.encode_utf16().count() > LONGEST) {
            return Err(KeyStoreError::Unreachable);
        }
        self.working()?.secrets.insert(account.to_owned(), secret.clone());
        Ok(())
    }

    fn delete(&self, account: &str) -> Result<(), KeyStoreError> {
        self.working()?.secrets.remove(account);
        Ok(())
    }
}
