//! Texts with gaps: "{name} står ikke i CVR". The gaps are a closed list, and a text with another
//! one does not parse.

use serde::Deserialize;
use std::borrow::Cow;

macro_rules! slots {
    ($( $(#[doc = $doc:literal])+ $name:ident = $word:literal, )+) => {
        /// A gap in the text of a rule, filled from the case.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Slot { $( $(#[doc = $doc])+ $name, )+ }

        impl Slot {
            /// Every gap there is.
            pub const ALL: &'static [Self] = &[ $( Self::$name, )+ ];

            /// Its name between braces.
            pub fn word(self) -> &'static str {
                match self { $( Self::$name => $word, )+ }
            }
        }
    };
}

slots! {
    /// The person the rule is about: the representative, or the administrator.
    Name = "name",
    /// Another person, whom the register names.
    Other = "other",
    /// The organisation.
    Organisation = "organisation",
    /// Its form, in CVR's own words.
    Form = "form",
    /// Who may be management representative for this form.
    Who = "who",
    /// Its state.
    Status = "status",
    /// Who may conclude the agreement of an organisation that is being dissolved.
    Trustee = "trustee",
    /// The role in the register, in its own words.
    Role = "role",
    /// The title, as typed.
    Title = "title",
    /// The e-mail address, as typed.
    Email = "email",
    /// A date: when something is expected, or ends.
    Date = "date",
    /// A number of days, hours, months or years: the length that the rule is about.
    Number = "number",
    /// A document, by its name.
    Document = "document",
    /// The documents that are needed, by their names.
    Documents = "documents",
    /// The name of a file.
    File = "file",
    /// What the person has not confirmed yet about a file.
    Points = "points",
    /// A limit in megabytes.
    Megabytes = "megabytes",
}

/// A text with gaps, read into its pieces.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Template(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Words(String),
    Gap(Slot),
}

impl Template {
    /// The gaps, in the order of the text.
    pub fn slots(&self) -> impl Iterator<Item = Slot> + '_ {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Gap(slot) => Some(*slot),
            Piece::Words(_) => None,
        })
    }

    /// The gap with which the text begins, if it does.
    pub fn first(&self) -> Option<Slot> {
        match self.0.first() {
            Some(Piece::Gap(slot)) => Some(*slot),
            Some(Piece::Words(_)) | None => None,
        }
    }

    /// The text with its gaps filled.
    pub fn fill(&self, value: impl Fn(Slot) -> String) -> String {
        let pieces = self.0.iter().map(|piece| match piece {
            Piece::Words(words) => Cow::Borrowed(words.as_str()),
            Piece::Gap(slot) => Cow::Owned(value(*slot)),
        });
        pieces.collect()
    }
}

impl TryFrom<String> for Template {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let mut pieces = Vec::new();
        let mut rest = text.as_str();
        while let Some((words, after)) = rest.split_once('{') {
            let (word, next) =
                after.split_once('}').ok_or_else(|| format!("a gap without end in: {text}"))?;
            let slot = Slot::ALL
                .iter()
                .copied()
                .find(|slot| slot.word() == word)
                .ok_or_else(|| format!("no gap is called {word}"))?;
            pieces.push(Piece::Words(words.to_owned()));
            pieces.push(Piece::Gap(slot));
            rest = next;
        }
        pieces.push(Piece::Words(rest.to_owned()));
        pieces.retain(|piece| !matches!(piece, Piece::Words(words) if words.is_empty()));
        if pieces.is_empty() {
            return Err("an empty text".to_owned());
        }
        Ok(Self(pieces))
    }
}
