//! What the pretended outside world says, in the two languages of the window.
//!
//! Kept beside what it describes and not in the catalogue: these are the outside world's own words,
//! as a broker's page or a register's answer would be. Only the e-mails are in the catalogue,
//! because the window shows them as its own.

use domain::Language;

/// One text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// Danish.
    pub da: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    pub(crate) const fn new(da: &'static str, en: &'static str) -> Self {
        Self { da, en }
    }

    /// The text in a language.
    pub fn in_language(self, language: Language) -> &'static str {
        match language {
            Language::Danish => self.da,
            Language::English => self.en,
        }
    }
}
