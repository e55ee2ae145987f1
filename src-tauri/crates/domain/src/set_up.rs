//! Who of the administrators is set up, as far as somebody said so.
//!
//! MitID Erhverv tells Tilslut nothing, so a person ticks each administrator who says that it is
//! done. A tick is never taken out of the history: who was wrong unticks, and both are kept.

use crate::Timestamp;
use crate::agreement::Appointee;
use crate::connection::Administrator;
use crate::delivery::Delivery;
use crate::outcome::OutcomeKind;
use crate::stage::{Case, SetUpTick, Stage};
use jiff::civil::Date;

/// An administrator, and whether the set-up is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetUp<'a> {
    /// The place in the connection, from 0.
    pub place: usize,
    /// Who.
    pub administrator: &'a Administrator,
    /// When it was ticked that it is; none while it is not.
    pub done: Option<Timestamp>,
}

impl Case {
    /// The administrators with what was ticked, in the order of the connection; none while nobody is
    /// asked to set anything up, and nobody whose last day has passed.
    pub fn set_up(&self, today: Date) -> Vec<SetUp<'_>> {
        let standing = self.standing();
        let has_left = |administrator: &Administrator| {
            let who = Appointee::OfCase(administrator.email.clone());
            let known = standing.iter().flat_map(|it| &it.administrators);
            known.into_iter().any(|(it, last)| *it == who && last.is_some_and(|day| day < today))
        };
        self.asked_to_set_up().filter(|it| !has_left(it.administrator)).collect()
    }

    /// The administrator at this place in the connection, where somebody is asked to set up.
    pub(crate) fn asked_at(&self, place: usize) -> Option<SetUp<'_>> {
        self.asked_to_set_up().nth(place)
    }

    /// Every administrator is ticked; not while nobody is asked to set anything up.
    pub fn is_set_up(&self, today: Date) -> bool {
        let all = self.set_up(today);
        !all.is_empty() && all.iter().all(|it| it.done.is_some())
    }

    /// When the administrator at this place in the connection was ticked; none while the last word
    /// is that the set-up is not done.
    pub fn ticked(&self, place: usize, administrator: &Administrator) -> Option<Timestamp> {
        let mut ticks = self.history.set_up.iter().rev();
        let last = ticks.find(|tick| {
            tick.administrator == administrator.email && tick.place.is_none_or(|it| it == place)
        })?;
        last.done.then_some(last.at)
    }

    fn asked_to_set_up(&self) -> impl Iterator<Item = SetUp<'_>> {
        let people = match self.connection() {
            Some(connection) if self.awaits_set_up() => connection.administrators.as_slice(),
            _ => &[],
        };
        people.iter().enumerate().map(|(place, administrator)| SetUp {
            place,
            administrator,
            done: self.ticked(place, administrator),
        })
    }

    /// The agreement was said to be concluded, or its approval has left the house, and nobody said
    /// since that it was terminated.
    fn awaits_set_up(&self) -> bool {
        if self.standing().is_some_and(|standing| standing.terminated.is_some()) {
            return false;
        }
        match (self.outcome(), &self.stage) {
            (Some(stated), _) => stated.outcome.kind() == OutcomeKind::Concluded,
            (None, Stage::Approved(approved)) => {
                matches!(approved.delivery, Delivery::Unknown { .. } | Delivery::Accepted(_))
            }
            (None, _) => false,
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
        let it = self.asked_at(administrator).filter(|it| it.done.is_some() != done)?;
        let email = &it.administrator.email;
        let is_shared =
            self.asked_to_set_up().filter(|other| other.administrator.email == *email).count() > 1;
        let place = is_shared.then_some(administrator);
        Some(SetUpTick { administrator: email.clone(), place, done, at })
    }
}
