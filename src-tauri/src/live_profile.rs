//! The services of a world: those that the live profiles name, of all that there are, and beside
//! them what a person has allowed. Reading them asks the key store for what opens each, which may
//! take its time.

use crate::broker_access::BrokerAccess;
use crate::files::{self, Unread};
use crate::kept_profile::Kept;
use crate::register_access::RegisterAccess;
use delivery::Endpoint;
use domain::contact::Contact;
use domain::profile::{ProfileSource, Profiles, ServicePart};
use identity::BrokerProfile;
use profile::{Chosen, Given, NotAProfile, Profile, UpdateSource};
use register::RegisterProfile;
use std::path::{Path, PathBuf};
use vault::KeyStore;

/// Where live profiles lie, apart from what is kept in the vault.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// The file that is managed. That there is none is not a fault.
    pub managed: Option<PathBuf>,
    /// The file that was named at the start, or chosen in its place.
    pub named: Option<PathBuf>,
    /// Another address of cvrapi than its own, for tests.
    pub cvrapi: Option<String>,
}

/// The services of a world; those that nobody names are done without.
#[derive(Default)]
pub struct Parts {
    /// Where organisations are looked up.
    pub register: RegisterAccess,
    /// Who tells who a person is.
    pub broker: Option<BrokerAccess>,
    /// Where approved cases go.
    pub receiver: Option<Endpoint>,
    /// Where newer versions come from.
    pub update: Option<UpdateSource>,
    /// Who decides about each of them.
    pub profiles: Profiles,
    /// Who asks cvrapi, where the person has allowed that.
    pub contact: Option<Contact>,
    /// The brokers that were used before: what was approved with them is still evidence.
    pub former: Vec<BrokerProfile>,
    /// The vault is locked: what it keeps is not known any more, nor what opens a service.
    pub is_locked: bool,
}

impl Parts {
    /// The services of live, with what the key store holds for them.
    pub fn live(places: &Places, kept: &Kept, store: &dyn KeyStore) -> Self {
        let (chosen, profiles) = profile::in_force(given(places, kept));
        let Chosen { register, broker, receiver, update } = chosen;
        let named = profiles.source(ServicePart::Register);
        let allowed = kept.contact.as_ref().filter(|_| named.is_none()).and_then(|contact| {
            RegisterProfile::cvrapi(&contact.in_profile(), places.cvrapi.as_deref()).ok()
        });
        // What was kept before it said for which register belongs to the profile of the start,
        // which was the only one there could be.
        let takes_unmarked = named != Some(ProfileSource::Kept);
        let register = register
            .or(allowed)
            .map(|profile| RegisterAccess::live(profile, store, takes_unmarked));
        Self {
            register: register.unwrap_or_default(),
            broker: broker.map(|profile| BrokerAccess::new(profile, store)),
            receiver,
            update,
            profiles,
            contact: kept.contact.clone(),
            former: kept.former(),
            is_locked: false,
        }
    }
}

fn given(places: &Places, kept: &Kept) -> Vec<Given> {
    let at = |source, path: &Path| Given {
        source,
        file: path.display().to_string(),
        read: read(path).map(|(_, profile)| profile),
    };
    let managed = places.managed.as_deref().filter(|path| !is_missing(path));
    let managed = managed.map(|path| at(ProfileSource::Managed, path));
    let named = places.named.as_deref().map(|path| at(ProfileSource::Named, path));
    managed.into_iter().chain(named).chain(kept.given()).collect()
}

/// Reads a profile file; its text beside it, to be kept.
pub fn read(path: &Path) -> Result<(String, Profile), NotAProfile> {
    // Opening what is no file, such as a pipe, may wait for ever.
    if !path.metadata().is_ok_and(|it| it.is_file()) {
        return Err(NotAProfile::Unreadable);
    }
    let bytes = files::read(path, profile::LARGEST).map_err(|why| match why {
        Unread::TooLarge => NotAProfile::TooLarge,
        Unread::Unreadable => NotAProfile::Unreadable,
    })?;
    let profile = profile::read(&bytes)?;
    let text = domain::encoding::text(&bytes).map_err(|_| NotAProfile::NotText)?;
    Ok((text.into_owned(), profile))
}

/// There is certainly no such file. One that may not be looked at is there, as far as anybody
/// knows.
fn is_missing(path: &Path) -> bool {
    matches!(path.try_exists(), Ok(false))
}
