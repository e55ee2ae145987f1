//! What the log of the program can say, and what it cannot: nothing of a person.
//!
//! A line of the log is a moment and an [`Event`]. Each field of an event is of a type for which
//! [`Field`] is implemented, and that is done here alone, for closed lists of words, numbers, codes
//! of problems, versions and places in our own source. A name, a path, an address or a number of an
//! organisation has no type that fits, so none gets in by mistake; what a test looks for is only
//! the second fence.
//!
//! Pure: where the lines lie and when they are written is the shell's. In reading order: [`Event`],
//! `field` and `words` (what its fields are made of), [`Line`] (how one is written and read),
//! [`kept`] (which are kept), [`Report`] (what is saved for whoever helps), [`table`] (the
//! documentation).

mod document;
mod event;
mod field;
mod keeping;
mod line;
mod report;
mod words;

pub use document::table;
pub use event::{Event, KINDS, Kind};
pub use field::{Bytes, Count, Field, Millis, Outcome, OwnSource, Value, Version};
pub use keeping::{DAYS, LARGEST, kept};
pub use line::{Line, Lines};
pub use report::{Files, MOST_LINES, Program, Report};
pub use words::*;
