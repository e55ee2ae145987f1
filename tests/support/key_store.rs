//! A key store that outlives the program, and may ask the person something before it answers.

use std::sync::{Arc, Condvar, Mutex};
use vault::testing::MemoryKeyStore;
use vault::{KeyStore, KeyStoreError, Secret};

/// The key store of an installation, as one start of the program has it.
pub(super) struct Shared(pub Arc<MemoryKeyStore>, pub Arc<Question>);

impl KeyStore for Shared {
    fn read(&self, account: &str) -> Result<Option<Secret>, KeyStoreError> {
        self.1.wait();
        self.0.read(account)
    }
    fn write(&self, account: &str, secret: &Secret) -> Result<(), KeyStoreError> {
        self.0.write(account, secret)
    }
    fn delete(&self, account: &str) -> Result<(), KeyStoreError> {
        self.0.delete(account)
    }
}

/// What a key store asks the person before it answers.
#[derive(Default)]
pub struct Question {
    is_asked: Mutex<bool>,
    changed: Condvar,
}

impl Question {
    /// From now on key stores wait for the person.
    pub fn ask(&self) {
        *self.is_asked.lock().unwrap() = true;
    }

    /// The person answers.
    pub fn answer(&self) {
        *self.is_asked.lock().unwrap() = false;
        self.changed.notify_all();
    }

    fn wait(&self) {
        let asked = self.is_asked.lock().unwrap();
        drop(self.changed.wait_while(asked, |asked| *asked).unwrap());
    }
}
