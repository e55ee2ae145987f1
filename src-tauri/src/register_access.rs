//! How this machine asks the register: which one it is, what opens it, and how many look-ups are
//! left today.
//!
//! What opens it is the person's own and lies in the operating system's key store, never in the
//! profile.

use crate::key_account::KeyAccount;
use app::model::{QueryId, RegisterState};
use domain::Timestamp;
use domain::cvr::CvrNumber;
use domain::keys::RegisterKey;
use domain::organisation::{Organisation, Source};
use domain::problem::Problem;
use register::{
    ApiKey, Continue, Credential, Kind, Needs, Quota, Register, RegisterProfile, SearchResults,
    Secrets, Unconfigured, Virk,
};
use std::sync::{Mutex, MutexGuard, PoisonError};
use vault::{KeyStore, Secret, Vault};

/// The account of the key store that what opens the register lies under.
const ACCOUNT: KeyAccount = KeyAccount::new("register");

/// The register, as it can be asked from here.
pub struct RegisterAccess {
    from: Origin,
    /// What was kept before it said for which register may be used for this one.
    takes_unmarked: bool,
    register: Mutex<Result<Register, Unconfigured>>,
    has_key: Mutex<bool>,
    quota: Mutex<Quota>,
    /// Where the search goes on that was answered last.
    found: Mutex<Option<(QueryId, Continue)>>,
}

/// What names the register.
#[derive(Default)]
enum Origin {
    /// Nothing: the person types what a register says.
    #[default]
    Nobody,
    /// Practice.
    Practice,
    /// A live profile.
    Profile(RegisterProfile),
}

/// No register: the person types what it says.
impl Default for RegisterAccess {
    fn default() -> Self {
        Self::new(Origin::Nobody, Err(Unconfigured::Address))
    }
}

/// The setting that counts the day's look-ups, for a register that gives only so many: the day and
/// the number.
const QUOTA: &str = "register-quota";

impl RegisterAccess {
    /// The pretend register, which asks for nothing.
    pub fn practice(address: &str) -> Result<Self, Unconfigured> {
        Ok(Self::new(Origin::Practice, Ok(Register::Virk(Virk::practice(address)?))))
    }

    /// The register of a live profile, opened with what the key store holds for it. A key store
    /// that does not answer now may hold it all the same: then look-ups say that it is missing, and
    /// giving it again mends that.
    ///
    /// What opens one register is never sent to another: what is kept says for which it is. What an
    /// earlier version kept does not, and is used only where `takes_unmarked`.
    pub fn live(profile: RegisterProfile, store: &dyn KeyStore, takes_unmarked: bool) -> Self {
        let new = Self::new(Origin::Profile(profile), Err(Unconfigured::Key));
        let access = Self { takes_unmarked, ..new };
        access.open(ACCOUNT.read(store));
        access
    }

    fn new(from: Origin, register: Result<Register, Unconfigured>) -> Self {
        Self {
            from,
            takes_unmarked: false,
            register: Mutex::new(register),
            has_key: Mutex::new(false),
            quota: Mutex::default(),
            found: Mutex::default(),
        }
    }

    /// Keeps what opens the register in the key store, and uses it from now on. `user` is empty for
    /// a service that wants a key. What can be read on the way is refused unless the person has
    /// accepted that: [`Problem::NotAllowedHere`].
    pub fn keep(
        &self,
        user: &str,
        secret: &domain::Secret,
        in_the_open: bool,
        store: &dyn KeyStore,
    ) -> Result<(), Problem> {
        if self.state().in_the_open && !in_the_open {
            return Err(Problem::NotAllowedHere);
        }
        let heading = self.heading().ok_or(Problem::NotAllowedHere)?;
        let kept = Secret::from(format!("{heading}{user}\n{}", secret.expose()));
        self.secrets(&kept).ok_or(Problem::RegisterRefused)?;
        ACCOUNT.keep(&kept, store)?;
        self.open(Some(kept));
        Ok(())
    }

    /// Forgets what opens the register.
    pub fn forget(&self, store: &dyn KeyStore) -> Result<(), Problem> {
        ACCOUNT.forget(store)?;
        self.open(None);
        Ok(())
    }

    /// Asks for an organisation.
    pub async fn look_up(&self, cvr: CvrNumber, now: Timestamp) -> Result<Organisation, Problem> {
        let register = self.register()?;
        let mut own = self.reserve(matches!(register, Register::Cvrapi(_)), now);
        let answer = register.look_up(cvr, now, &mut own).await;
        let mut quota = lock(&self.quota);
        if (own.day, own.used) > (quota.day, quota.used) {
            *quota = own;
        }
        drop(quota);
        Ok(answer?)
    }

    /// What was used before this look-up. It is counted before it is asked: two at once are two.
    fn reserve(&self, counts: bool, now: Timestamp) -> Quota {
        let mut quota = lock(&self.quota);
        let before = *quota;
        if counts && let Ok(spent) = before.spend(now) {
            *quota = spent;
        }
        before
    }

    /// Looks for organisations by name, or goes on after an earlier answer; none where the register
    /// cannot.
    pub async fn search(
        &self,
        words: &str,
        query: QueryId,
        after: Option<QueryId>,
        now: Timestamp,
    ) -> Result<Option<SearchResults>, Problem> {
        let register = self.register()?;
        let after = after
            .and_then(|after| lock(&self.found).take().filter(|(answered, _)| *answered == after));
        let found = register
            .search(words, after.as_ref().map(|(_, place)| place), now)
            .await
            .transpose()?;
        *lock(&self.found) =
            found.as_ref().and_then(|found| found.after.clone()).map(|place| (query, place));
        Ok(found)
    }

    /// What the window may know of it.
    pub fn state(&self) -> RegisterState {
        let source = match &self.from {
            Origin::Nobody => Source::Typed,
            Origin::Practice => Source::Practice,
            Origin::Profile(profile) => profile::source(profile.kind),
        };
        RegisterState {
            source,
            wants: self.profile().and_then(|profile| match profile.needs() {
                Needs::Credential => Some(RegisterKey::Credential),
                Needs::Key => Some(RegisterKey::Key),
                Needs::Nothing => None,
            }),
            has_key: *lock(&self.has_key),
            in_the_open: self.profile().is_some_and(RegisterProfile::is_open),
            searches: matches!(source, Source::Practice | Source::Virk),
        }
    }

    /// Keeps how many look-ups were used today, for a source that counts them.
    pub fn keep_quota(&self, vault: &mut Vault) {
        let quota = *lock(&self.quota);
        if quota != Quota::default() {
            // A count that was not kept only means that the service refuses what Tilslut would have
            // refused.
            vault.set_setting(QUOTA, &format!("{} {}", quota.day, quota.used)).ok();
        }
    }

    /// Goes on counting where an earlier run ended.
    pub fn resume_from(&self, vault: &Vault) {
        if let Some(quota) = vault.setting(QUOTA).and_then(|kept| quota_of(&kept)) {
            *lock(&self.quota) = quota;
        }
    }

    fn open(&self, kept: Option<Secret>) {
        let Some(profile) = self.profile() else { return };
        let secrets = kept.as_ref().and_then(|kept| self.secrets(kept));
        *lock(&self.has_key) = secrets.is_some();
        *lock(&self.register) = Register::from_profile(profile, secrets.unwrap_or_default());
    }

    fn secrets(&self, kept: &Secret) -> Option<Secrets> {
        let text = kept.text()?;
        let unmarked = || Some(text).filter(|it| self.takes_unmarked && !is_marked(it));
        let opens = text.strip_prefix(&self.heading()?).or_else(unmarked)?;
        let (user, secret) = opens.split_once('\n')?;
        match self.profile()?.needs() {
            Needs::Credential => {
                let credential = Credential::new(user.to_owned(), secret.to_owned()).ok()?;
                Some(Secrets { credential: Some(credential), key: None })
            }
            Needs::Key => {
                Some(Secrets { credential: None, key: Some(ApiKey::new(secret.to_owned()).ok()?) })
            }
            Needs::Nothing => None,
        }
    }

    /// What stands before the user name, line by line: which register it is for.
    fn heading(&self) -> Option<String> {
        let RegisterProfile { kind, url, .. } = self.profile()?;
        Some(format!("{}\n{url}\n", word(*kind)))
    }

    fn profile(&self) -> Option<&RegisterProfile> {
        match &self.from {
            Origin::Profile(profile) => Some(profile),
            Origin::Nobody | Origin::Practice => None,
        }
    }

    fn register(&self) -> Result<Register, Problem> {
        lock(&self.register).as_ref().cloned().map_err(|why| match why {
            Unconfigured::Key | Unconfigured::Credential => Problem::RegisterRefused,
            Unconfigured::Address | Unconfigured::PlainHttp | Unconfigured::Contact => {
                Problem::ProfileIncomplete
            }
        })
    }
}

/// It says for which register it is: kind, address, user and secret are four lines.
fn is_marked(kept: &str) -> bool {
    let kinds = [Kind::Virk, Kind::Datafordeler, Kind::Cvrapi].map(word);
    let first = kept.split('\n').next().unwrap_or_default();
    kinds.contains(&first) && kept.split('\n').count() >= 4
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Virk => "virk",
        Kind::Datafordeler => "datafordeler",
        Kind::Cvrapi => "cvrapi",
    }
}

fn quota_of(kept: &str) -> Option<Quota> {
    let (day, used) = kept.split_once(' ')?;
    Some(Quota { day: day.parse().ok()?, used: used.parse().ok()? })
}

/// Each lock holds one value that is replaced whole, so a panic elsewhere leaves it usable.
fn lock<T>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use vault::testing::MemoryKeyStore;

    fn profile(lines: &str) -> RegisterProfile {
        RegisterProfile::from_toml(&format!("[register]\n{lines}")).expect("a whole profile")
    }

    #[test]
    fn what_opens_the_register_is_kept_in_the_key_store_and_found_again() {
        let store = MemoryKeyStore::new();
        let virk = || profile("kind = \"virk\"\nurl = \"https://cvr.example\"");
        let access = RegisterAccess::live(virk(), &store, false);
        let state = access.state();
        assert_eq!(
            (state.wants, state.has_key, state.in_the_open, state.searches),
            (Some(RegisterKey::Credential), false, false, true)
        );
        assert_eq!(
            access.keep("a:b", &domain::Secret::new("x".to_owned()), false, &store),
            Err(Problem::RegisterRefused),
            "it cannot be sent"
        );
        assert!(store.accounts().is_empty());
        assert_eq!(
            access.keep("bruger", &domain::Secret::new("kode ord".to_owned()), false, &store),
            Ok(())
        );
        assert!(access.state().has_key);
        assert!(
            RegisterAccess::live(virk(), &store, false).state().has_key,
            "after a restart, too"
        );
        assert_eq!(access.forget(&store), Ok(()));
        assert!(
            !access.state().has_key && !RegisterAccess::live(virk(), &store, false).state().has_key
        );
    }

    #[test]
    fn a_register_that_wants_a_key_is_not_asked_without_one() {
        let store = MemoryKeyStore::new();
        let access = RegisterAccess::live(profile("kind = \"datafordeler\""), &store, false);
        let state = access.state();
        assert_eq!(
            (state.source, state.wants, state.searches),
            (Source::Datafordeler, Some(RegisterKey::Key), false)
        );
        assert_eq!(access.register().err(), Some(Problem::RegisterRefused));
        assert_eq!(
            access.keep("", &domain::Secret::new("nøgle-1".to_owned()), false, &store),
            Ok(())
        );
        assert!(access.register().is_ok());
    }

    #[test]
    fn a_credential_that_would_travel_in_the_open_is_kept_only_when_the_person_accepts_it() {
        let open = profile(
            "kind = \"virk\"\nurl = \"http://distribution.virk.dk\"\nplain-http = \"accepted\"",
        );
        let store = MemoryKeyStore::new();
        let access = RegisterAccess::live(open, &store, false);
        assert!(access.state().in_the_open);
        assert_eq!(
            access.keep("bruger", &domain::Secret::new("kode".to_owned()), false, &store),
            Err(Problem::NotAllowedHere)
        );
        assert!(!access.state().has_key);
        assert_eq!(
            access.keep("bruger", &domain::Secret::new("kode".to_owned()), true, &store),
            Ok(())
        );
    }

    #[test]
    fn what_opens_one_register_is_never_sent_to_another() {
        let store = MemoryKeyStore::new();
        let at = |host: &str| profile(&format!("kind = \"virk\"\nurl = \"https://{host}\""));
        let given = domain::Secret::new("kode".to_owned());
        let own = RegisterAccess::live(at("cvr.example"), &store, false);
        assert_eq!(own.keep("bruger", &given, false, &store), Ok(()));
        for takes_unmarked in [false, true] {
            let other = RegisterAccess::live(at("andre.example"), &store, takes_unmarked);
            assert!(!other.state().has_key);
        }
        assert!(RegisterAccess::live(at("cvr.example"), &store, false).state().has_key);
    }

    #[test]
    fn what_an_earlier_version_kept_opens_the_register_of_the_start() {
        let store = MemoryKeyStore::new();
        assert_eq!(ACCOUNT.keep(&"bruger\nkode".into(), &store), Ok(()));
        let virk = || profile("kind = \"virk\"\nurl = \"https://cvr.example\"");
        assert!(RegisterAccess::live(virk(), &store, true).state().has_key);
        assert!(!RegisterAccess::live(virk(), &store, false).state().has_key);
    }
}
