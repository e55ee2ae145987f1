//! Every page in every state worth seeing, by name: what the gate for pages opens, and what a
//! person looks at who changes a page. Each is a state of the program that [`contract::view`]
//! shows, never a view written by hand.
//!
//! A page that no state shows fails `tests/pages.rs`. Only [`fixture`] knows how the program holds
//! what it shows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod approval;
mod backups;
mod bin;
mod documents;
mod draft;
pub mod fixture;
mod guided;
mod history;
mod log;
mod official_mail;
mod records;
mod sample;
mod services;
mod settings;
mod start;

pub use fixture::Fixture;
pub use sample::now;

/// A state of the program that has a name.
pub struct Named {
    /// Lower case, with hyphens; the page's own name first.
    pub name: &'static str,
    /// What the program is then.
    pub fixture: Fixture,
}

/// Every named state, in the order in which a person meets the pages.
pub fn all() -> Vec<Named> {
    [
        start::states(),
        draft::states(),
        documents::states(),
        approval::states(),
        guided::states(),
        history::states(),
        log::states(),
        official_mail::states(),
        records::states(),
        settings::states(),
        services::states(),
        backups::states(),
        bin::states(),
    ]
    .into_iter()
    .flatten()
    .map(|(name, fixture)| Named { name, fixture })
    .collect()
}
