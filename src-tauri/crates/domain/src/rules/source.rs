//! How sure a rule is, and what things are called in both languages.

use crate::Language;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Where things were read: the ids that rules name, each with the address of its page.
pub type Sources = BTreeMap<String, String>;

/// How sure a rule is. A text of [`Certainty::General`] or [`Certainty::Own`] never speaks as if an
/// authority had said so. Ordered: the surest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// An authority says so.
    Official,
    /// Others say so.
    ThirdParty,
    /// Generally known, or concluded from what is; the source is what it was concluded from.
    General,
    /// Our own choice, where nothing is known; the source is what made it necessary.
    Own,
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Danish.
    pub da: String,
    /// English.
    pub en: String,
}

impl Wording {
    /// The text in a language.
    pub fn read(&self, language: Language) -> &str {
        match language {
            Language::Danish => &self.da,
            Language::English => &self.en,
        }
    }
}
