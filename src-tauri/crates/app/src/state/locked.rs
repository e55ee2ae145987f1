//! What is known of cases that are locked while no program has them open: what a start that stays
//! locked goes by.

use super::settings::Theme;
use domain::problem::Problem;
use domain::{Environment, Language};

/// The cases of an environment were locked, and nobody has unlocked them since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LockedCases {
    /// Whose they are.
    pub environment: Environment,
    /// Nobody locked them by hand.
    pub by_itself: bool,
    /// What the window spoke and looked like: that is kept with the cases.
    pub language: Language,
    /// See `language`.
    pub theme: Theme,
}

impl LockedCases {
    /// Why they are closed, as a person is told.
    pub const fn problem(self) -> Problem {
        if self.by_itself { Problem::LockedItself } else { Problem::Locked }
    }
}

/// For whom the cases are opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenFor {
    /// For a program that begins, or that comes to an environment. Cases that were locked stay so:
    /// for this reason where it is known here, and where it is noted beside them.
    Start(Option<Problem>),
    /// For the person, who asks for it.
    Person,
}
