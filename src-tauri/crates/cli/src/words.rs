//! The words of the answers, which are the catalogue's: `command-line.ftl` holds those that no
//! window has. What is wrong with a case is said by the rules, and problems are named by the words
//! that the window uses too.

mod reading;

use domain::Language;
use domain::typed::fold;
use std::sync::LazyLock;
use texts::Texts;

/// The catalogue is read when its first word is needed: most answers in JSON need none.
static DANISH: LazyLock<Words> = LazyLock::new(|| Words(Texts::new(Language::Danish)));
static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words(Texts::new(Language::English)));

/// The words of one language.
pub struct Words(Texts);

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Danish => &DANISH,
            Language::English => &ENGLISH,
        }
    }

    /// Which language.
    pub fn language(&self) -> Language {
        self.0.language()
    }

    /// The whole catalogue.
    pub fn texts(&self) -> &Texts {
        &self.0
    }

    /// The text of a key.
    pub fn get(&self, key: &str) -> String {
        self.0.get(key)
    }

    /// The text of a key, its variables filled in.
    pub fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.0.with(key, args)
    }

    /// What a word of the rule book or of the answers means: the text of `<family>-<word>`.
    pub fn meaning(&self, family: &str, of: &impl Word) -> String {
        self.0.get(&format!("{family}-{}", of.word()))
    }
}

/// A text of somebody else's for a terminal: on one line, and without the characters that would
/// move the cursor.
pub fn plain(text: &str) -> String {
    fold(text)
}

/// The names that the variants of a type have in JSON and in the keys of the catalogue.
pub trait Word {
    /// All of them.
    #[cfg(test)]
    const WORDS: &'static [&'static str];

    /// The name of one, in kebab case.
    fn word(&self) -> &'static str;
}

/// Names the variants of types: the compiler misses none.
macro_rules! words {
    ($($type:ty { $($variant:ident = $word:literal),+ $(,)? })+) => {
        $(impl $crate::words::Word for $type {
            #[cfg(test)]
            const WORDS: &'static [&'static str] = &[$($word),+];

            fn word(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $word),+ }
            }
        })+
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests;
