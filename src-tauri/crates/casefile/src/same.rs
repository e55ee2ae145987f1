//! Whether a case that somebody brings is the one that was approved.

use crate::case::read;
use domain::connection::Connection;
use domain::{Environment, Timestamp};

/// True when these bytes are the case of an approved connection, as any version of Tilslut has
/// written it: what they say counts, and not how it is spelled.
pub fn is_approved(bytes: &[u8], connection: &Connection, environment: Environment) -> bool {
    let Ok(approved) = crate::approved(connection, environment) else { return false };
    let draft = |bytes: &[u8]| {
        let file = read(bytes).ok()?;
        let environment = file.environment;
        Some((environment, file.into_draft(Timestamp::UNIX_EPOCH)))
    };
    bytes == approved.as_bytes()
        || draft(approved.as_bytes()).is_some_and(|ours| draft(bytes) == Some(ours))
}
