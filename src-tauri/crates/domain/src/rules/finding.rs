//! One rule: when it holds, how much it matters, and what is said to the person.

use super::file::{File, Sourced, Unreadable};
use super::observation::{Condition, Scope};
use super::{Certainty, Length, Lengths, Slot, Sources, Template};
use crate::Language;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// A reason why a connection is rejected, needs documents, takes longer or is not needed at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Stable, in kebab case, e.g. `administrator-without-cpr`.
    pub id: String,
    /// How much it matters.
    pub severity: Severity,
    /// The part of the case in which the answer is given.
    pub about: About,
    /// The field in which the answer is given, a path as [`crate::problem::FieldProblem`] has it.
    /// `{n}` stands for the number of the administrator or file, `{document}` for the id of the
    /// document.
    pub field: Option<String>,
    /// What it is asked for.
    pub each: Scope,
    /// An answer is not there yet, rather than wrong: nothing is decided.
    pub unanswered: bool,
    /// As long as it holds nobody can say whether the connection goes through, though nothing
    /// speaks against it.
    pub unsettled: bool,
    /// The documents that are needed when it holds.
    pub brings: RequiredDocuments,
    /// The length of time that `{number}` and `{date}` mean.
    pub deadline: Option<DeadlineFrom>,
    /// Where it was read: ids of the book's sources.
    pub source: Vec<String>,
    /// How sure it is.
    pub certainty: Certainty,
    /// The day on which the rules were compared with their sources.
    pub as_of: Date,
    when: Vec<Condition>,
    slots: Vec<Slot>,
    da: Texts,
    en: Texts,
}

/// How much a finding matters. Ordered: what matters most comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The connection is not possible with this answer.
    Stops,
    /// Documents are needed, and a person handles the case.
    Documents,
    /// It may go wrong, or take longer.
    Warning,
    /// Good to know.
    Advice,
}

/// The part of the case that a finding is about, in the order in which the window leads through
/// them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// The need check.
    Need,
    /// CVR number, what the register says, role and reporter.
    Organisation,
    /// The management representative.
    Representative,
    /// The terms.
    Terms,
    /// The administrators.
    Administrators,
    /// The documents.
    Documents,
    /// What comes after the case has left the house.
    FollowUp,
}

/// Which documents are needed because of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RequiredDocuments {
    /// None.
    #[default]
    Nothing,
    /// Those that prove the tie: what the form of organisation asks for, or the appointment of
    /// whoever runs the dissolution.
    Proof,
    /// And those that stand for a private MitID: identity document and terms signed by hand.
    ProofAndIdentity,
}

/// A length of time that runs from a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DeadlineFrom {
    /// How long.
    pub length: Length,
    /// From when.
    pub from: From,
}

/// The day from which a length of time runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum From {
    /// The day on which it is asked.
    Today,
    /// The day on which the association representative was registered.
    Registered,
    /// The day on which the case was sent.
    Sent,
    /// The day on which the agreement was concluded.
    Concluded,
    /// The day on which the agreement was terminated.
    Terminated,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Texts {
    wrong: Template,
    remedy: Template,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RunningEntry {
    length: String,
    from: From,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    severity: Severity,
    about: About,
    field: Option<String>,
    #[serde(default)]
    each: Scope,
    #[serde(default)]
    unanswered: bool,
    #[serde(default)]
    unsettled: bool,
    #[serde(default)]
    brings: RequiredDocuments,
    deadline: Option<RunningEntry>,
    source: Vec<String>,
    certainty: Certainty,
    when: BTreeMap<String, Vec<String>>,
    da: Texts,
    en: Texts,
}

impl Rule {
    /// What is wrong, with its gaps.
    pub fn wrong(&self, language: Language) -> &Template {
        &self.texts(language).wrong
    }

    /// What to do, with its gaps.
    pub fn remedy(&self, language: Language) -> &Template {
        &self.texts(language).remedy
    }

    /// Every gap of its texts, once.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The conditions, all of which must hold.
    pub(crate) fn when(&self) -> &[Condition] {
        &self.when
    }

    fn texts(&self, language: Language) -> &Texts {
        match language {
            Language::Danish => &self.da,
            Language::English => &self.en,
        }
    }
}

impl Texts {
    fn slots(&self) -> BTreeSet<Slot> {
        self.wrong.slots().chain(self.remedy.slots()).collect()
    }
}

pub(super) fn parse(
    text: &str,
    sources: &Sources,
    lengths: &Lengths,
) -> Result<Vec<Rule>, Unreadable> {
    let file = File::read("findings", text, sources)?;
    file.entries::<Entry>("finding")?.into_iter().map(|entry| rule(entry, &file, lengths)).collect()
}

fn rule(entry: Entry, file: &File<'_>, lengths: &Lengths) -> Result<Rule, Unreadable> {
    let wrong = |why: String| file.wrong(&entry.id, why);
    let condition =
        |(key, words): (&String, &Vec<String>)| Condition::parse(key, words, entry.each);
    let when = entry.when.iter().map(condition).collect::<Result<Vec<_>, _>>().map_err(wrong)?;
    if when.is_empty() {
        return Err(wrong("it would always hold".to_owned()));
    }
    if entry.da.slots() != entry.en.slots() {
        return Err(wrong("the two languages have other gaps".to_owned()));
    }
    if entry.brings != RequiredDocuments::Nothing
        && !matches!(entry.severity, Severity::Documents | Severity::Stops)
    {
        return Err(wrong("it brings documents without asking for them".to_owned()));
    }
    let running = |RunningEntry { length, from }: &RunningEntry| match lengths
        .named()
        .into_iter()
        .find(|(name, _)| name == length)
    {
        Some((_, deadline)) => Ok(DeadlineFrom { length: deadline.length, from: *from }),
        None => Err(wrong(format!("no length of time is called {length}"))),
    };
    Ok(Rule {
        deadline: entry.deadline.as_ref().map(running).transpose()?,
        id: entry.id,
        severity: entry.severity,
        about: entry.about,
        field: entry.field,
        each: entry.each,
        unanswered: entry.unanswered,
        unsettled: entry.unsettled || entry.unanswered,
        brings: entry.brings,
        source: entry.source,
        certainty: entry.certainty,
        as_of: file.as_of,
        when,
        slots: entry.da.slots().into_iter().collect(),
        da: entry.da,
        en: entry.en,
    })
}

impl Sourced for Entry {
    fn source(&self) -> &[String] {
        &self.source
    }
}
