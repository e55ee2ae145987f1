//! A case as documented JSON, for scripts and archives: what a person or a program outside Tilslut
//! can write and read.
//!
//! # Flow
//! [`Written`] takes the bytes of one case, as somebody brings them, and lends its text to a
//! [`CaseFile`] ([`read`] does so for UTF-8 and refuses what [`Written`] leaves out);
//! [`CaseFile::into_draft`] makes the domain's draft of it. The other way, [`CaseFile::of`] lends
//! the text of a draft, and [`CaseFile::to_json`] writes it. Everything that a draft may lack may
//! be left out, and `null` says the same. A name that is not known is refused, because a mistyped
//! one would silently drop an answer.
//!
//! In reading order: [`text`], [`words`], [`day`], [`organisation`], [`people`], [`papers`],
//! [`case`], [`history`], [`written`], [`error`].
//!
//! The types are the file's own, so that the domain's may change: the version is in [`case::Kind`].
//! `docs/case.schema.json` is made from them. No text of a person that looks like a CPR number is
//! read or written; out of a register's texts it is left out.
//!
//! They are also what the vault stores a case as ([`CaseFile::stored`]), so that an answer has one
//! place where it is written down. There every text is kept as it is: [`text::Stored`].

pub mod case;
pub mod day;
pub mod error;
pub mod history;
mod object;
pub mod organisation;
pub mod papers;
pub mod people;
mod same;
#[cfg(feature = "schema")]
pub mod schema;
pub mod text;
pub mod words;
mod written;

pub use case::{CaseFile, read};
pub use error::{LooksLikeCpr, Unreadable};
pub use same::is_approved;
pub use written::Written;

use domain::Environment;
use domain::connection::Connection;
use domain::cpr::looks_like_cpr;
use domain::draft::Draft;
use domain::personal_number::without_numbers;

/// The largest case that is read, in bytes: far above what a case with the longest lists takes,
/// since it holds no documents.
pub const LIMIT: usize = 5_000_000;

/// What was approved, as the JSON of a case: what a receipt carries for other programs. A receipt
/// is made of every approval, so what looks like a CPR number is left out of it here, also what a
/// version that knew it less well took.
///
/// # Errors
/// [`LooksLikeCpr`]: never of an approval; the type is that of [`CaseFile::to_json`].
pub fn approved(connection: &Connection, environment: Environment) -> Result<String, LooksLikeCpr> {
    let mut draft = Draft::approved(connection);
    let Draft { reporter, representative, administrators, .. } = &mut draft;
    let own = [
        &mut reporter.name,
        &mut reporter.email,
        &mut representative.name,
        &mut representative.title,
        &mut representative.email,
    ];
    let others = administrators.iter_mut().flat_map(|one| [&mut one.name, &mut one.email]);
    for text in own.into_iter().chain(others).filter(|text| looks_like_cpr(text)) {
        *text = without_numbers(text).unwrap_or_default();
    }
    CaseFile::of(&draft, environment).to_json()
}

/// True when nothing was said, so that it is not written.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
