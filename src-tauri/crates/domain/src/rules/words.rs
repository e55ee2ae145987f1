//! The words by which texts are recognised: mailboxes, titles, extracts, signing rules. They advise
//! and never stop a case.

use super::Sources;
use super::file::{File, Unreadable};
use super::observation::facts;
use serde::Deserialize;

/// Everything that `words.toml` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    mailboxes: Vec<String>,
    management_titles: Vec<String>,
    other_titles: Vec<String>,
    extracts: Vec<String>,
    substitutes: Vec<String>,
    signing: Vec<(facts::SigningRule, Vec<String>)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Signing {
    means: String,
    phrases: Vec<String>,
}

/// A text with nothing but its letters left, upper case, the Danish ones spelled out: how CVR's
/// words are compared.
pub(crate) fn letters(text: &str) -> String {
    let mut word = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'a'..='z' | 'A'..='Z' => word.push(c.to_ascii_uppercase()),
            'æ' | 'Æ' => word.push_str("AE"),
            'ø' | 'Ø' => word.push_str("OE"),
            'å' | 'Å' => word.push_str("AA"),
            other if !other.is_ascii() && other.is_alphabetic() => {
                word.extend(other.to_uppercase())
            }
            _ => {}
        }
    }
    word
}

/// True when a word of a title is a known one. Danish writes compounds as one word whose last part
/// says what it is, and adds an ending: "økonomidirektøren" is a director, "direktørassistent" an
/// assistant, and "formandens" not the chair. A short word must stand alone.
fn ends(word: &str, known: &str) -> bool {
    let endings: &[&str] = if known.len() > 3 { &["", "n", "en", "e", "er", "ne"] } else { &[""] };
    endings.iter().any(|ending| match word.strip_suffix(ending) {
        Some(stem) if known.len() > 3 => stem.ends_with(known),
        Some(stem) => stem == known,
        None => false,
    })
}

impl Words {
    pub(super) fn parse(text: &str) -> Result<Self, Unreadable> {
        let sources = Sources::new();
        let file = File::read("words", text, &sources)?;
        let signing: Vec<Signing> = file.part("signing")?;
        let meaning = |signing: Signing| match facts::SigningRule::named(&signing.means) {
            Some(means) => Ok((means, signing.phrases)),
            None => Err(file.wrong(&signing.means, "no observation has this value")),
        };
        let substitutes: Vec<String> = file.part("substitutes")?;
        Ok(Self {
            mailboxes: file.part("mailboxes")?,
            management_titles: file.part("management-titles")?,
            other_titles: file.part("other-titles")?,
            extracts: file.part("extracts")?,
            substitutes: substitutes.iter().map(|word| letters(word)).collect(),
            signing: signing.into_iter().map(meaning).collect::<Result<_, _>>()?,
        })
    }

    /// True when several people usually read the mailbox.
    pub(crate) fn is_role_mailbox(&self, email: &str) -> bool {
        let local = email.trim().split('@').next().unwrap_or_default().to_lowercase();
        let first = local.split(['.', '+', '-', '_']).next().unwrap_or_default();
        self.mailboxes.iter().any(|mailbox| mailbox == first)
    }

    /// What a title shows: a role in the management, another role, or nothing that is known.
    pub(crate) fn title(&self, title: &str) -> Option<bool> {
        let title = title.to_lowercase();
        let says = |known: &String| {
            title.contains(known.as_str())
                && title.split(|c: char| !c.is_alphanumeric()).any(|word| ends(word, known))
        };
        let substitute = letters(&title);
        match () {
            () if self.substitutes.iter().any(|word| substitute.contains(word.as_str())) => {
                Some(false)
            }
            () if self.management_titles.iter().any(says) => Some(true),
            () if self.other_titles.iter().any(says) => Some(false),
            () => None,
        }
    }

    /// True when a file is probably an extract from CVR, told by its name.
    pub(crate) fn is_extract(&self, file: &str) -> bool {
        let name: String =
            file.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        self.extracts.iter().any(|extract| name.contains(extract.as_str()))
    }

    /// True when a function in CVR only stands in for a member.
    pub(crate) fn is_substitute(&self, function: &str) -> bool {
        let function = letters(function);
        self.substitutes.iter().any(|word| function.contains(word.as_str()))
    }

    /// What a signing rule says.
    pub(crate) fn signing(&self, rule: &str) -> facts::SigningRule {
        let rule = rule.to_lowercase();
        let says = |phrases: &[String]| phrases.iter().any(|phrase| rule.contains(phrase.as_str()));
        self.signing
            .iter()
            .find(|(_, phrases)| says(phrases))
            .map_or(facts::SigningRule::Other, |(means, _)| *means)
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::book;
    use crate::rules::observation::facts::SigningRule;

    #[test]
    fn the_last_part_of_a_word_says_what_a_title_is() {
        for (title, management) in [
            ("direktør", Some(true)),
            ("Adm. dir.", Some(true)),
            ("adm.direktør", Some(true)),
            ("Økonomidirektøren", Some(true)),
            ("Bestyrelsesformand", Some(true)),
            ("Næstformand", Some(true)),
            ("Bestyrelsesmedlem", Some(true)),
            ("advokat og kurator", Some(true)),
            ("Direktør/ejer", Some(true)),
            ("CEO", Some(true)),
            ("Head of Finance", Some(true)),
            ("Administrativ leder", Some(true)),
            ("Interessenter", Some(true)),
            ("bogholder", Some(false)),
            ("Lønbogholder", Some(false)),
            ("Kontorassistent", Some(false)),
            ("Regnskabsmedarbejderen", Some(false)),
            ("Direktionssekretær", Some(false)),
            ("Direktørassistent", Some(false)),
            ("Formandens sekretær", Some(false)),
            ("Bestyrelsessuppleant", Some(false)),
            ("Stedfortræder for direktøren", Some(false)),
            ("tømrer", None),
            ("", None),
        ] {
            assert_eq!(book().words.title(title), management, "{title}");
        }
    }

    #[test]
    fn a_signing_rule_is_read_by_what_counts_most() {
        for (rule, means) in [
            ("Selskabet tegnes af en direktør.", SigningRule::Alone),
            (
                "Selskabet tegnes af to direktører i forening eller af formanden alene.",
                SigningRule::Alone,
            ),
            ("Selskabet tegnes af to direktører hver for sig.", SigningRule::Alone),
            ("Selskabet tegnes af enhver af direktørerne.", SigningRule::Alone),
            ("Selskabet tegnes af to medlemmer af bestyrelsen.", SigningRule::Jointly),
            ("Selskabet tegnes af direktøren sammen med formanden.", SigningRule::Jointly),
            ("Selskabet tegnes af den samlede bestyrelse.", SigningRule::WholeBoard),
            ("Selskabet tegnes af komplementaren.", SigningRule::ByGeneralPartner),
            ("Selskabet tegnes af komplementaren alene.", SigningRule::ByGeneralPartner),
            ("Selskabet tegnes som vedtægterne siger.", SigningRule::Other),
        ] {
            assert_eq!(book().words.signing(rule), means, "{rule}");
        }
    }
}
