//! macOS: the login keychain. It needs no provisioning profile, unlike the protected one (store.md
//! §3).

use apple_native_keyring_store::keychain::Store;
use keyring_core::api::CredentialStoreApi as _;
use keyring_core::{Entry, Result};

/// The entry of an account.
pub(super) fn entry(service: &str, account: &str) -> Result<Entry> {
    Store::new()?.build(service, account, None)
}
