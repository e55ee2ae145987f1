//! Who is asked for the key of a mail's signature: the system's name servers, and in practice
//! nobody, since the record of its one key is published with the program.

use crate::wiring::World;
use domain::Environment;
use domain::case::{Found, KeyName, SeenKey};
use mail::key::{self, NotSeen};
use outbound::dns::NameServers;
use std::time::Duration;

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// The key of this name, as it is seen now.
pub async fn key(world: &World, name: &KeyName) -> Result<SeenKey, NotSeen> {
    if world.environment == Environment::Live {
        return ask(world, name).await;
    }
    let own = KeyName::new(practice::MAIL_DOMAIN, practice::MAIL_SELECTOR);
    let found = if *name == own {
        Found::Record(practice::MAIL_KEY_RECORD.to_owned())
    } else {
        Found::Gone
    };
    Ok(SeenKey { name: name.clone(), at: world.now(), found, authenticated: false })
}

/// What the name servers say of a live key, whichever environment is used here.
pub async fn ask(world: &World, name: &KeyName) -> Result<SeenKey, NotSeen> {
    let servers = match world.name_server {
        Some(address) => NameServers::at(address, PATIENCE),
        None => NameServers::of_the_system(PATIENCE),
    };
    key::ask(&servers.map_err(|_| NotSeen::Unreachable)?, name, world.now()).await
}
