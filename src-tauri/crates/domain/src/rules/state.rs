//! The states of an organisation (`sammensatStatus`, `domain.md` §6.1) and who may connect one that
//! is being dissolved (§2.3).

use super::file::{File, Sourced, Unreadable};
use super::observation::facts;
use super::words::letters;
use super::{Certainty, Documents, Sources, Wording};
use crate::Language;
use crate::organisation::{HeldRole, Status};
use jiff::civil::Date;
use serde::Deserialize;

/// Stands in for whoever is appointed, and is not.
const SUBSTITUTE: &str = "SUPPLEANT";

/// Everything that `states.toml` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct States {
    /// The day on which the file was compared with its sources.
    pub as_of: Date,
    /// Every state.
    pub all: Vec<State>,
    words: Vec<StatusWord>,
}

/// A word of a register for a status, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct StatusWord {
    spelled: String,
    name: Wording,
}

/// A state that an organisation can be in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct State {
    /// Stable, in kebab case, e.g. `bankruptcy`.
    pub id: String,
    /// In words that follow "the organisation is".
    pub name: Wording,
    /// As CVR spells it.
    pub spelled: Vec<String>,
    /// Beginnings of words that are not known.
    #[serde(default)]
    begins: Vec<String>,
    /// What follows for the connection.
    pub consequence: Consequence,
    /// Who may conclude the agreement again when it is blocked.
    pub re_entry: Option<ReEntry>,
    /// Where it was read: ids of the book's sources.
    pub source: Vec<String>,
    /// How sure it is.
    pub certainty: Certainty,
}

/// What a state means for the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Consequence {
    /// May connect.
    Connect,
    /// Nothing certain follows.
    Warn,
    /// Blocked in MitID Erhverv; re-entry by whoever runs the dissolution.
    Blocked,
    /// Cannot connect.
    Stop,
}

/// Who may conclude the agreement of an organisation that is being dissolved, and what shows it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReEntry {
    /// In words.
    pub by: Wording,
    /// Words that the person's function in CVR, or title, contains.
    functions: Vec<String>,
    /// The ids of the documents that show the appointment.
    pub documents: Vec<String>,
}

impl States {
    /// What a composite status means, spelled any way: only letters count, and case does not.
    pub fn find(&self, text: &str) -> Option<&State> {
        let word = letters(text);
        let spelled = || self.all.iter().find(|state| state.spelled.contains(&word));
        let begins = || {
            self.all.iter().find(|state| {
                state.begins.iter().any(|beginning| word.starts_with(beginning.as_str()))
            })
        };
        spelled().or_else(begins)
    }

    /// True when whoever has the role in CVR may conclude the agreement again, in any of the
    /// states.
    pub fn let_in_again(&self, role: &HeldRole) -> bool {
        let (function, body) = (letters(&role.function), letters(&role.body));
        self.all
            .iter()
            .filter_map(|state| state.re_entry.as_ref())
            .any(|re_entry| re_entry.is_told(&function, &body))
    }

    /// What a person can choose from who reads the status in CVR: for each state one word of the
    /// register.
    pub fn choices(&self) -> impl Iterator<Item = &str> {
        self.all.iter().filter_map(|state| state.spelled.first().map(String::as_str))
    }

    /// The state of an organisation. What it was read as before counts; its text says which state
    /// of that kind.
    pub fn of(&self, status: Status, text: &str) -> Option<&State> {
        let general = || self.all.iter().rev().find(|state| state.status() == status);
        self.find(text).filter(|state| state.status() == status).or_else(general)
    }

    /// A status in words, for whoever reads it: the name of the register's word ("Under konkurs");
    /// for a word that is not known what it was taken for, with the word itself in quotation marks.
    /// Empty where the register tells none.
    pub fn told(&self, status: Status, text: &str, language: Language) -> String {
        let word = letters(text);
        if let Some(known) =
            self.words.iter().find(|known| !word.is_empty() && known.spelled == word)
        {
            return known.name.read(language).to_owned();
        }
        let name = match status {
            Status::Uncertain => match language {
                Language::Danish => "Ukendt status".to_owned(),
                Language::English => "Unknown status".to_owned(),
            },
            _ => self
                .of(status, text)
                .map(|state| capital(state.name.read(language)))
                .unwrap_or_default(),
        };
        match (text.trim(), language) {
            ("", _) if status == Status::Uncertain => String::new(),
            ("", _) => name,
            (text, Language::Danish) => format!("{name}: »{text}«"),
            (text, Language::English) => format!("{name}: “{text}”"),
        }
    }

    pub(super) fn parse(
        text: &str,
        sources: &Sources,
        documents: &Documents,
    ) -> Result<Self, Unreadable> {
        let file = File::read("states", text, sources)?;
        let mut all: Vec<State> = file.entries("state")?;
        for state in &mut all {
            let fold =
                |words: &mut Vec<String>| words.iter_mut().for_each(|word| *word = letters(word));
            fold(&mut state.spelled);
            fold(&mut state.begins);
            if let Some(re_entry) = &mut state.re_entry {
                fold(&mut re_entry.functions);
            }
            if facts::Status::named(&state.id).is_none() {
                return Err(file.wrong(&state.id, "no observation has this value"));
            }
            if (state.consequence == Consequence::Blocked) != state.re_entry.is_some() {
                return Err(file.wrong(&state.id, "blocked and re-entry belong together"));
            }
            let named = state.re_entry.iter().flat_map(|re_entry| &re_entry.documents);
            if let Some(id) = named.into_iter().find(|id| documents.find(id).is_none()) {
                return Err(file.wrong(&state.id, format!("no document {id}")));
            }
        }
        let mut words: Vec<StatusWord> = file.part("word")?;
        words.iter_mut().for_each(|word| word.spelled = letters(&word.spelled));
        let named = |spelled: &String| words.iter().any(|word| word.spelled == *spelled);
        if let Some(spelled) =
            all.iter().flat_map(|state| &state.spelled).find(|spelled| !named(spelled))
        {
            return Err(file.wrong(spelled, "the word has no name"));
        }
        Ok(Self { as_of: file.as_of, all, words })
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

impl State {
    /// The consequence as a snapshot of an organisation keeps it.
    pub fn status(&self) -> Status {
        match self.consequence {
            Consequence::Connect => Status::Active,
            Consequence::Warn => Status::Uncertain,
            Consequence::Blocked => Status::Dissolving,
            Consequence::Stop => Status::Ceased,
        }
    }
}

impl ReEntry {
    /// True when the role in CVR is the one that may conclude the agreement again. Function or body
    /// may tell it, but neither of a substitute.
    pub fn is_held(&self, role: &HeldRole) -> bool {
        self.is_told(&letters(&role.function), &letters(&role.body))
    }

    /// Both with only letters left.
    fn is_told(&self, function: &str, body: &str) -> bool {
        let stands = |word: &str| function.contains(word) || body.contains(word);
        self.functions.iter().any(|word| stands(word)) && !stands(SUBSTITUTE)
    }

    /// True when a title, as typed, is that of the person who may conclude the agreement again.
    pub fn is_named(&self, title: &str) -> bool {
        let title = letters(title);
        self.functions.iter().any(|function| title.contains(function.as_str()))
    }
}

impl Sourced for State {
    fn source(&self) -> &[String] {
        &self.source
    }
}
