//! As whom this machine asks the broker: its profile, and what the organisation proves itself with
//! there.
//!
//! A client secret or a private key is the organisation's own and lies in the operating system's
//! key store, never in the profile (`oidc.md` §0, fact 6). It belongs to one client at one broker:
//! under another profile it is as if it were not there, so that it is never sent to somebody else.

use crate::key_account::KeyAccount;
use app::model::BrokerState;
use domain::Environment;
use domain::keys::BrokerKey;
use domain::problem::Problem;
use evidence::TrustAnchors;
use identity::{BrokerProfile, Client, Credential};
use std::sync::{Mutex, MutexGuard, PoisonError};
use url::Url;
use vault::{KeyStore, Secret};

/// The account of the key store that the credential lies under.
const ACCOUNT: KeyAccount = KeyAccount::new("broker");

/// The broker, as it can be asked from here.
pub struct BrokerAccess {
    profile: BrokerProfile,
    credential: Mutex<Option<Credential>>,
}

impl BrokerAccess {
    /// The broker of a profile, with what the key store holds for it where it wants anything.
    pub fn new(profile: BrokerProfile, store: &dyn KeyStore) -> Self {
        let access = Self { profile, credential: Mutex::default() };
        if access.profile.required_key().is_some() {
            *access.lock() = ACCOUNT.read(store).and_then(|kept| access.credential(&kept));
        }
        access
    }

    /// Keeps what the organisation proves itself with in the key store, and uses it from now on.
    /// `id` is the name under which the broker knows the public half of a key; it may be empty.
    /// What cannot be used is not kept: [`Problem::CredentialUnusable`].
    pub fn keep(&self, id: &str, given: &Secret, store: &dyn KeyStore) -> Result<(), Problem> {
        let kind = self.profile.required_key().ok_or(Problem::NotAllowedHere)?;
        let given = given.text().ok_or(Problem::CredentialUnusable)?.trim();
        let kept = Secret::from(format!("{}{}\n{given}", self.heading(kind), id.trim()));
        let credential = self.credential(&kept).ok_or(Problem::CredentialUnusable)?;
        ACCOUNT.keep(&kept, store)?;
        *self.lock() = Some(credential);
        Ok(())
    }

    /// Forgets it.
    pub fn forget(&self, store: &dyn KeyStore) -> Result<(), Problem> {
        ACCOUNT.forget(store)?;
        *self.lock() = None;
        Ok(())
    }

    /// Asks something of the broker as the organisation's own client.
    pub async fn ask<T>(&self, question: impl AsyncFnOnce(Client<'_>) -> T) -> T {
        let credential = self.lock().clone();
        question(Client { profile: &self.profile, credential: credential.as_ref() }).await
    }

    /// What evidence from this broker is verified against.
    pub fn anchors(&self) -> TrustAnchors {
        self.profile.anchors()
    }

    /// What the window may know of it.
    pub fn state(&self) -> BrokerState {
        let host = || Url::parse(&self.profile.issuer).ok()?.host_str().map(str::to_owned);
        BrokerState {
            host: if self.profile.environment == Environment::Live { host() } else { None },
            wants: self.profile.required_key(),
            has_key: self.lock().is_some(),
            lists_organisations: self.profile.organisations.is_some(),
        }
    }

    /// What stands before the credential, line by line: whose it is. A key that is kept is never
    /// sent as a secret.
    fn heading(&self, kind: BrokerKey) -> String {
        let kind = match kind {
            BrokerKey::Secret => "secret",
            BrokerKey::PrivateKey => "private-key",
        };
        format!("{kind}\n{}\n{}\n", self.profile.issuer, self.profile.client_id)
    }

    fn credential(&self, kept: &Secret) -> Option<Credential> {
        let kind = self.profile.required_key()?;
        let (id, given) = kept.text()?.strip_prefix(&self.heading(kind))?.split_once('\n')?;
        match kind {
            BrokerKey::Secret => {
                let is_one_line = !given.is_empty() && !given.contains(char::is_control);
                is_one_line.then(|| Credential::secret(given.to_owned()))
            }
            BrokerKey::PrivateKey => {
                Credential::key(given, Some(id.to_owned()).filter(|id| !id.is_empty())).ok()
            }
        }
    }

    /// It holds one value that is replaced whole, so a panic elsewhere leaves it usable.
    fn lock(&self) -> MutexGuard<'_, Option<Credential>> {
        self.credential.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use identity::{ClientProof, RequestForm};
    use vault::testing::MemoryKeyStore;

    const RSA: &str = include_str!("../crates/practice/keys/rs256.pem");

    fn profile(client: ClientProof) -> BrokerProfile {
        BrokerProfile { client, ..BrokerProfile::practice("http://127.0.0.1:4711/mitid") }
    }

    fn keep(
        access: &BrokerAccess,
        id: &str,
        given: &str,
        store: &MemoryKeyStore,
    ) -> Result<(), Problem> {
        access.keep(id, &given.into(), store)
    }

    #[test]
    fn a_public_client_is_asked_for_nothing() {
        let store = MemoryKeyStore::new();
        let access = BrokerAccess::new(profile(ClientProof::Public), &store);
        assert_eq!(
            access.state(),
            BrokerState { lists_organisations: true, ..BrokerState::default() }
        );
        assert_eq!(keep(&access, "", "hemmelig", &store), Err(Problem::NotAllowedHere));
        assert!(store.accounts().is_empty());
    }

    #[test]
    fn what_the_profile_wants_is_kept_in_the_key_store_and_found_again() {
        for (profile, wants, unusable, given) in [
            (
                profile(ClientProof::Secret),
                BrokerKey::Secret,
                ["", "  ", "to\nlinjer"],
                "hemmelig\n",
            ),
            (
                profile(ClientProof::PrivateKey),
                BrokerKey::PrivateKey,
                ["", "hemmelig", "-----BEGIN PRIVATE KEY-----"],
                practice::CLIENT_KEY,
            ),
            (
                BrokerProfile { request: RequestForm::Signed, ..profile(ClientProof::Public) },
                BrokerKey::PrivateKey,
                ["", "hemmelig", "-----BEGIN CERTIFICATE-----"],
                RSA,
            ),
        ] {
            let store = MemoryKeyStore::new();
            let access = BrokerAccess::new(profile.clone(), &store);
            assert_eq!((access.state().wants, access.state().has_key), (Some(wants), false));
            for text in unusable {
                assert_eq!(
                    keep(&access, "nøgle-1", text, &store),
                    Err(Problem::CredentialUnusable),
                    "{text}"
                );
            }
            assert!(store.accounts().is_empty(), "what cannot be used is not kept");
            assert_eq!(keep(&access, "nøgle-1", given, &store), Ok(()));
            assert!(access.state().has_key);
            assert!(
                BrokerAccess::new(profile.clone(), &store).state().has_key,
                "after a restart, too"
            );
            assert_eq!(access.forget(&store), Ok(()));
            assert!(!access.state().has_key && store.accounts().is_empty());
        }
    }

    #[test]
    fn a_credential_is_never_used_for_another_broker_or_client_or_in_another_way() {
        let store = MemoryKeyStore::new();
        let own = profile(ClientProof::PrivateKey);
        assert_eq!(
            keep(&BrokerAccess::new(own.clone(), &store), "", practice::CLIENT_KEY, &store),
            Ok(())
        );
        for other in [
            BrokerProfile { issuer: "http://127.0.0.1:4711/another".to_owned(), ..own.clone() },
            BrokerProfile { client_id: "another".to_owned(), ..own.clone() },
            BrokerProfile { client: ClientProof::Secret, ..own.clone() },
        ] {
            assert!(!BrokerAccess::new(other, &store).state().has_key);
        }
        assert!(BrokerAccess::new(own, &store).state().has_key);
    }

    #[test]
    fn a_key_store_that_does_not_answer_is_said_and_what_was_given_is_not_used() {
        let store = MemoryKeyStore::failing(vault::KeyStoreError::Unreachable);
        let access = BrokerAccess::new(profile(ClientProof::Secret), &store);
        assert_eq!(keep(&access, "", "hemmelig", &store), Err(Problem::KeyStoreUnreachable));
        assert!(!access.state().has_key);
    }
}
