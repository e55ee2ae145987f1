//! What can still be read of a database that cannot be opened any more, or of which some pages are not as
//! they were written: every page that is right is read by itself (`pages`), the rows in it are taken apart
//! (`rows`), told by table (`tables`) and put into a new database (`database/salvaging`). The old one is
//! not changed by that.
//!
//! SQLite's own recovery (its `.recover`) is in neither rusqlite nor SQLCipher, and would stop where
//! SQLCipher does: at the first page whose hash is wrong.

pub(crate) mod pages;
pub(crate) mod rows;
pub(crate) mod tables;
