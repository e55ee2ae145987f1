//! Who decides about each part, of all profiles that there are: the file that is managed, before
//! the one that was named at the start, before what the person took into use.
//!
//! Whoever names a part first decides about it, also where what is said cannot be used: then it is
//! done without, so that a mistake in a managed file never sends a case to where somebody else had
//! wished. A profile that cannot be read says nothing, and those after it count.

use crate::{NotAProfile, Profile, UpdateSource};
use delivery::Endpoint;
use domain::profile::{
    PartInForce, PartReading, ProfileSource, Profiles, ServicePart, UnreadProfile,
};
use identity::BrokerProfile;
use register::RegisterProfile;

/// A profile that there is.
#[derive(Debug)]
pub struct Given {
    /// Where it comes from.
    pub source: ProfileSource,
    /// Its file: the name, and the folder where a person has to find it.
    pub file: String,
    /// What it says, or why it cannot be read.
    pub read: Result<Profile, NotAProfile>,
}

/// The services that are used; those that nobody names are done without.
#[derive(Debug, Default)]
pub struct Chosen {
    /// Where organisations are looked up.
    pub register: Option<RegisterProfile>,
    /// Who tells who a person is.
    pub broker: Option<BrokerProfile>,
    /// Where approved cases go.
    pub receiver: Option<Endpoint>,
    /// Where newer versions come from.
    pub update: Option<UpdateSource>,
}

/// The services that are used, and why these.
pub fn in_force(mut given: Vec<Given>) -> (Chosen, Profiles) {
    // The first of equals stays the first.
    given.sort_by_key(|given| given.source);
    let mut profiles = Profiles::default();
    let mut chosen = Chosen::default();
    for Given { source, file, read } in given {
        let profile = match read {
            Ok(profile) => profile,
            Err(why) => {
                let (problem, line) = (why.problem(), why.line());
                profiles.unread.push(UnreadProfile { source, file, problem, line });
                continue;
            }
        };
        let wins: Vec<ServicePart> = ServicePart::ALL
            .into_iter()
            .filter(|part| name(&mut profiles, *part, profile.part(*part), source, &file))
            .collect();
        chosen.take(profile, &wins);
    }
    (chosen, profiles)
}

/// Notes what a profile says of a part; true when it is the first to say anything.
fn name(
    profiles: &mut Profiles,
    part: ServicePart,
    reading: PartReading,
    source: ProfileSource,
    file: &str,
) -> bool {
    if reading == PartReading::Unnamed {
        return false;
    }
    let by = (source, file.to_owned());
    match profiles.parts.get_mut(&part) {
        Some(before) => {
            before.overruled.push(by);
            false
        }
        None => {
            let first = PartInForce { by: Some(by), reading, overruled: Vec::new() };
            profiles.parts.insert(part, first);
            true
        }
    }
}

impl Chosen {
    fn take(&mut self, profile: Profile, wins: &[ServicePart]) {
        let reading = |part| profile.part(part).is_whole() && wins.contains(&part);
        let [register, broker, delivery, update] = ServicePart::ALL.map(reading);
        if register {
            self.register = profile.register.and_then(Result::ok);
        }
        if broker {
            self.broker = profile.broker.and_then(Result::ok).map(|broker| broker.profile);
        }
        if delivery {
            self.receiver = profile.delivery.and_then(Result::ok).map(|receiver| receiver.endpoint);
        }
        if update {
            self.update = profile.update.and_then(Result::ok);
        }
    }
}
