//! A login from the request to the code: what is known while it is under way, and what the code is
//! worth.

use crate::authorization::Authorization;
use crate::organisations::Organisation;
use crate::persons::Person;
use jiff::Timestamp;

/// A login that is under way.
pub(crate) struct Login {
    pub(crate) asked: Authorization,
    pub(crate) person: Option<&'static Person>,
}

/// What a code is worth at the token endpoint.
pub(crate) struct Grant {
    pub(crate) asked: Authorization,
    pub(crate) person: &'static Person,
    pub(crate) authenticated: Timestamp,
    /// The organisation that the person chose to act for, in a login that asks for one.
    pub(crate) organisation: Option<&'static Organisation>,
}

impl Grant {
    /// The reference text as the answer repeats it, where this person's answer does.
    pub(crate) fn echo(&self) -> Option<&str> {
        self.asked.prompt.echo.as_deref().filter(|_| self.person.echo)
    }
}
