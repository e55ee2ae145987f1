//! The rule book: what is published about connecting to MitID Erhverv, as dated data.
//!
//! The files in `rules/` are compiled in and read once, the first time they are asked for. They
//! change when the official pages do, without a change of the program: forms of organisation,
//! states, documents, deadlines, findings, the screens of the official flow and the tasks of the
//! set-up. Everything in them names its source and how certain it is.
//!
//! In reading order: [`Sources`] and [`Certainty`], [`Form`], [`State`], [`Document`],
//! [`Deadlines`], [`Rule`], [`Guide`], [`SetUp`]. What they say about a case is told by
//! [`crate::preflight`].

mod deadline;
mod document;
mod file;
mod finding;
mod form;
mod guide;
pub(crate) mod observation;
mod set_up;
mod source;
mod state;
mod status;
mod template;
pub(crate) mod words;

pub use deadline::{DayOfYear, Deadline, Deadlines, FreeDay, Length, Lengths, Unit};
pub use document::{Document, Documents, Limits, Point};
pub use file::Unreadable;
pub use finding::{About, DeadlineFrom, From, RequiredDocuments, Rule, Severity};
pub use form::{Automatic, Form, Forms, Group, PrivateMitid, Relation, Standing};
pub use guide::{
    Condition, Guide, GuideField, Known, PublishedReason, Remark, Replaced, Screen, ScreenTitle,
    Step, TitleOrigin, Whose,
};
pub use observation::Scope;
pub use set_up::{SetUp, SetUpPart, SetUpTask};
pub use source::{Certainty, Sources, Wording};
pub use state::{Consequence, ReEntry, State, States};
pub use template::{Slot, Template};
pub use words::Words;

use file::File;
use std::sync::LazyLock;

/// Everything that the rule files say.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    /// Where things were read: id and address.
    pub sources: Sources,
    /// The forms of organisation.
    pub forms: Forms,
    /// The states an organisation can be in.
    pub states: States,
    /// The documents that may be asked for.
    pub documents: Documents,
    /// How long things take, and the days that do not count.
    pub deadlines: Deadlines,
    /// The words by which typed texts are recognised.
    pub words: Words,
    /// What can be wrong with a case, in the order of the file.
    pub findings: Vec<Rule>,
    /// The screens of the official flow.
    pub guide: Guide,
    /// What an administrator does once the agreement is concluded.
    pub set_up: SetUp,
}

/// The texts of the rule files.
#[derive(Debug, Clone, Copy)]
pub struct Files<'a> {
    /// `sources.toml`.
    pub sources: &'a str,
    /// `forms.toml`.
    pub forms: &'a str,
    /// `states.toml`.
    pub states: &'a str,
    /// `documents.toml`.
    pub documents: &'a str,
    /// `deadlines.toml`.
    pub deadlines: &'a str,
    /// `words.toml`.
    pub words: &'a str,
    /// `findings.toml`.
    pub findings: &'a str,
    /// `guide.toml`.
    pub guide: &'a str,
    /// `set-up.toml`.
    pub set_up: &'a str,
}

impl Files<'static> {
    /// The files of this version of Tilslut.
    pub const OURS: Self = Self {
        sources: include_str!("../rules/sources.toml"),
        forms: include_str!("../rules/forms.toml"),
        states: include_str!("../rules/states.toml"),
        documents: include_str!("../rules/documents.toml"),
        deadlines: include_str!("../rules/deadlines.toml"),
        words: include_str!("../rules/words.toml"),
        findings: include_str!("../rules/findings.toml"),
        guide: include_str!("../rules/guide.toml"),
        set_up: include_str!("../rules/set-up.toml"),
    };
}

/// The rule book of this version of Tilslut.
pub fn book() -> &'static Book {
    static BOOK: LazyLock<Book> = LazyLock::new(ours);
    &BOOK
}

#[expect(
    clippy::expect_used,
    reason = "the text is part of the program, and a test parses the same text"
)]
fn ours() -> Book {
    Book::parse(Files::OURS).expect("a test parses the same text")
}

impl Book {
    /// Reads the rule files. An error names the file and the entry: a source, document, observation
    /// or value that there is not, a number twice, a text with a gap that nothing fills.
    pub fn parse(files: Files<'_>) -> Result<Self, Unreadable> {
        let sources = File::read("sources", files.sources, &Sources::new())?.part("sources")?;
        let documents = Documents::parse(files.documents, &sources)?;
        let deadlines = Deadlines::parse(files.deadlines, &sources)?;
        let findings = finding::parse(files.findings, &sources, &deadlines.lengths)?;
        let is_rule = |id: &str| findings.iter().any(|rule| rule.id == id);
        Ok(Self {
            forms: Forms::parse(files.forms, &sources, &documents)?,
            states: States::parse(files.states, &sources, &documents)?,
            words: Words::parse(files.words)?,
            guide: Guide::parse(files.guide, &sources, is_rule)?,
            set_up: SetUp::parse(files.set_up, &sources)?,
            findings,
            deadlines,
            documents,
            sources,
        })
    }

    /// The rule with this id.
    pub fn finding(&self, id: &str) -> Option<&Rule> {
        self.findings.iter().find(|rule| rule.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rule_book_can_be_read() {
        Book::parse(Files::OURS).unwrap_or_else(|why| panic!("{why}"));
    }
}
