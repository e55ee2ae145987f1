//! Windows: the Credential Manager.
//!
//! Entries stay on this computer. The library's default would let them roam with the person's
//! domain profile, away from the database that they open.

use keyring_core::api::CredentialStoreApi as _;
use keyring_core::{Entry, Result};
use std::collections::HashMap;
use windows_native_keyring_store::Store;

/// The entry of an account.
pub(super) fn entry(service: &str, account: &str) -> Result<Entry> {
    Store::new()?.build(service, account, Some(&HashMap::from([("persistence", "local")])))
}
