//! What an organisation of the practice world is, and an ordinary one to begin from.

use super::{forms, places};
use crate::entry::{Address, Body, Entry, Kind};
use crate::words::Words;

/// A practice organisation.
#[derive(Debug, Clone, Copy)]
pub struct Organisation {
    /// The CVR number, eight digits.
    pub cvr: &'static str,
    /// The name, as the register states it.
    pub name: &'static str,
    /// What preparing a connection of this organisation shows.
    pub shows: Words,
    pub(crate) registered: Registered,
    pub(crate) delivery: Delivery,
}

impl Organisation {
    /// The persons whom the practice register counts among its management, owners or partners now.
    pub(crate) fn signatories(&self) -> impl Iterator<Item = &'static str> {
        let participants = match self.registered {
            Registered::As(entry) if entry.ended.is_none() => entry.participants,
            Registered::As(_) | Registered::Nonsense | Registered::Never | Registered::HangsUp => {
                &[]
            }
        };
        let signs_now = |participant: &&crate::entry::Participant| {
            let mut roles = participant.roles.iter();
            matches!(participant.kind, Kind::Person)
                && roles.any(|role| role.span.until.is_none() && signs(role.body))
        };
        participants.iter().filter(signs_now).map(|participant| participant.name)
    }
}

/// The parts of an organisation whose members may be able to sign for it.
fn signs(body: Body) -> bool {
    use Body::{Auditors, BeneficialOwners, Founders, Owners};
    !matches!(body, Auditors | BeneficialOwners | Founders | Owners)
}

/// What the register does when it is asked.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Registered {
    As(&'static Entry),
    /// Answers something that is not an answer.
    Nonsense,
    /// Holds the question until whoever asks goes away.
    Never,
    /// Closes the connection.
    HangsUp,
}

/// What the receiver does with a sound delivery.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Delivery {
    Taken,
    /// It is taken, but the first answer is lost on the way.
    FirstAnswerLost,
    Refused(Words),
}

/// An organisation in the register, whose deliveries are taken.
pub(super) const fn taken(
    cvr: &'static str,
    name: &'static str,
    shows: Words,
    entry: &'static Entry,
) -> Organisation {
    Organisation { cvr, name, shows, registered: Registered::As(entry), delivery: Delivery::Taken }
}

/// An active entry with nothing unusual about it, to be filled in.
pub(super) const PLAIN: Entry = Entry {
    unit: 0,
    form: forms::APS,
    status: "NORMAL",
    founded: "2012-05-01",
    ended: None,
    former_name: None,
    address: Some(Address::at("Prøvevej", 1, places::ODDER)),
    former_address: None,
    email: "post@proeve.example",
    trade: ("702000", "Virksomhedsrådgivning og anden ledelsesrådgivning"),
    signing_rule: None,
    participants: &[],
};
