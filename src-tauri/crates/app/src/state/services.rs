//! Which services are asked, what is known of them, and who and what there is to try in practice.

use domain::contact::Contact;
use domain::cvr::CvrNumber;
use domain::keys::{BrokerKey, RegisterKey};
use domain::organisation::Source;
use domain::profile::Profiles;

/// The services that are asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Services {
    /// The register.
    pub register: RegisterState,
    /// Whether the representative can approve with MitID in Tilslut: that takes a MitID service and
    /// a receiver. Without them the agreement is concluded on the official site.
    pub approves: bool,
    /// Whether an approved case can be sent to a receiver.
    pub delivers: bool,
    /// Which live profiles decide about which service, and which of them cannot be read.
    pub profiles: Profiles,
    /// Who asks cvrapi, where the person has allowed that.
    pub contact: Option<Contact>,
    /// The MitID service.
    pub broker: BrokerState,
    /// Whether there is a newer Tilslut, as far as the person has asked.
    pub update: Update,
    /// Who and what there is to try in practice; empty in live.
    pub practice: PracticeWorld,
}

/// Whether there is a newer Tilslut. Nobody is asked before the person wants it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Update {
    /// No address is configured: practice, or a live profile without one.
    #[default]
    NotConfigured,
    /// Nobody has been asked.
    NotAsked,
    /// The address is being asked.
    Asking,
    /// This is the newest.
    Newest,
    /// There is a newer one.
    Newer {
        /// Its version.
        version: String,
    },
    /// The newer one is being fetched and put in place.
    Installing,
    /// The address could not be reached, or what it sent was not signed with the right key.
    Failed,
}

/// The register that is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegisterState {
    /// Which it is.
    pub source: Source,
    /// What it has to be opened with, when it has to be.
    pub wants: Option<RegisterKey>,
    /// The key store holds that.
    pub has_key: bool,
    /// What is sent to it can be read on the way.
    pub in_the_open: bool,
    /// It can be searched by name.
    pub searches: bool,
}

impl RegisterState {
    /// There is a register that can be asked; without one the person types what it says.
    pub fn can_be_asked(self) -> bool {
        self.source != Source::Typed
    }
}

impl Default for RegisterState {
    fn default() -> Self {
        Self {
            source: Source::Practice,
            wants: None,
            has_key: false,
            in_the_open: false,
            searches: false,
        }
    }
}

/// The MitID service that is asked who a person is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BrokerState {
    /// The host that a person knows it by; none in practice.
    pub host: Option<String>,
    /// What the organisation has to prove itself with there, when it has to.
    pub wants: Option<BrokerKey>,
    /// The key store holds that.
    pub has_key: bool,
    /// It tells which organisations a person may represent.
    pub lists_organisations: bool,
}

/// Who and what there is to try in practice.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PracticeWorld {
    /// The organisations of the practice register.
    pub organisations: Vec<PracticeEntry>,
    /// The persons at the practice broker.
    pub persons: Vec<PracticeEntry>,
}

/// One organisation or person of the practice world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeEntry {
    /// The name.
    pub name: String,
    /// The CVR number of an organisation.
    pub cvr: Option<CvrNumber>,
    /// What trying it shows, in Danish.
    pub danish: String,
    /// What trying it shows, in English.
    pub english: String,
}
