//! Which organisation: asks a CVR register and reads its answer into what the rest of the program knows.
//!
//! The register is another party's machine, so everything it sends is doubted: its size, its time, its shape, and the
//! characters of every text. [`read()`] is the pure half, [`Virk`] the half with the network.

mod answer;
mod read;
mod virk;

pub use read::read;
pub use virk::{Unconfigured, Virk};

use domain::problem::Problem;

/// Why there is no organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Trouble {
    /// The register knows no organisation with the number: compare the number.
    #[error("the register does not know the number")]
    Unknown,
    /// The register cannot be reached, broke off, or says that it cannot answer now: try again later.
    #[error("the register cannot be reached")]
    Down,
    /// The register did not answer in time: try again.
    #[error("the register did not answer in time")]
    Slow,
    /// The answer is not one of this register: the address is wrong, or Tilslut is too old.
    #[error("the register's answer cannot be read")]
    Nonsense,
}

impl From<Trouble> for Problem {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Unknown => Self::CvrUnknown,
            Trouble::Down => Self::RegisterDown,
            Trouble::Slow => Self::RegisterSlow,
            Trouble::Nonsense => Self::RegisterNonsense,
        }
    }
}
