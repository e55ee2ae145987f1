//! Who of the administrators is set up, as far as somebody said so.
//!
//! MitID Erhverv tells Tilslut nothing, so a person ticks each administrator who says that it is
//! done. A tick is never taken out of the history: who was wrong unticks, and both are kept.

use crate::Timestamp;
use crate::connection::Administrator;
use crate::delivery::Delivery;
use crate::outcome::OutcomeKind;
use crate::stage::{Case, SetUpTick, Stage};

/// An administrator, and whether the set-up is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetUp<'a> {
    /// Who.
    pub administrator: &'a Administrator,
    /// When it was ticked that it is; none while it is not.
    pub done: Option<Timestamp>,
}

impl Case {
    /// The administrators with what was ticked, in the order of the connection; none while nobody is
    /// asked to set anything up.
    pub fn set_up(&self) -> Vec<SetUp<'_>> {
        let people = match self.connection() {
            Some(connection) if self.awaits_set_up() => connection.administrators.as_slice(),
            _ => &[],
        };
        let done = |administrator: &Administrator| {
            let mut ticks = self.history.set_up.iter().rev();
            let last = ticks.find(|tick| tick.administrator == administrator.email)?;
            last.done.then_some(last.at)
        };
        people
            .iter()
            .map(|administrator| SetUp { administrator, done: done(administrator) })
            .collect()
    }

    /// Every administrator is ticked; not while nobody is asked to set anything up.
    pub fn is_set_up(&self) -> bool {
        let all = self.set_up();
        !all.is_empty() && all.iter().all(|it| it.done.is_some())
    }

    /// The agreement was said to be concluded, or its approval has left the house, and nobody said
    /// since that it was terminated.
    fn awaits_set_up(&self) -> bool {
        if self.standing().is_some_and(|standing| standing.terminated.is_some()) {
            return false;
        }
        match &self.stage {
            Stage::Guided(_) => {
                self.outcome().is_some_and(|it| it.outcome.kind() == OutcomeKind::Concluded)
            }
            Stage::Approved(approved) => {
                matches!(approved.delivery, Delivery::Unknown { .. } | Delivery::Accepted(_))
            }
            Stage::Drafting(_)
            | Stage::HandedOver(_)
            | Stage::Reviewing(_)
            | Stage::Approving(_)
            | Stage::Confirming(_) => false,
        }
    }

    /// The tick, where it changes something: that administrator, by the place in the connection, is
    /// asked to set up and stands otherwise.
    pub(crate) fn tick(
        &self,
        administrator: usize,
        done: bool,
        at: Timestamp,
    ) -> Option<SetUpTick> {
        let administrators = self.set_up();
        let it = administrators.get(administrator).filter(|it| it.done.is_some() != done)?;
        Some(SetUpTick { administrator: it.administrator.email.clone(), done, at })
    }
}
