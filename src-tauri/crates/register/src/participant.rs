//! What a participant is: a person, an organisation, or not known (`domain.md` §11).
//!
//! `enhedstype` says it of persons with a CPR number and of Danish organisations. Everybody else is
//! an ANDEN_DELTAGER: foreign persons, foreign companies, estates, partnerships, public bodies. In
//! the management it is a person; elsewhere an attribute tells it, or else the name does where it
//! has a form of organisation; and otherwise nobody knows.

#[cfg(test)]
mod tests;
mod words;

use crate::answer::{Participant, Relation, current};
use domain::organisation::ParticipantKind;
use jiff::civil::Date;
use words::{
    BEGINNINGS, ENDINGS, ESTATES, GIVEN_NAMES, NOBODY, PARTICLES, RARE_SURNAMES, SURNAMES, TRADES,
    WORDS,
};

/// `hovedtype` of the management.
const MANAGEMENT: &str = "LEDELSESORGAN";

/// The attribute that says what an ANDEN_DELTAGER is.
const TYPE: &str = "ANDRE_DELT_TYPE";

/// What the participant of a relation is.
pub(crate) fn kind(
    relation: &Relation<'_>,
    participant: &Participant<'_>,
    name: Option<&str>,
    today: Date,
) -> ParticipantKind {
    match participant.enhedstype.as_str() {
        Some("PERSON") => ParticipantKind::Person,
        Some("VIRKSOMHED") => ParticipantKind::Organisation,
        Some("ANDEN_DELTAGER") if is_in_management(relation) => ParticipantKind::PersonWithoutCpr,
        Some("ANDEN_DELTAGER") => by_attribute(participant, today)
            .or_else(|| {
                name.filter(|name| is_organisation(name)).map(|_| ParticipantKind::Organisation)
            })
            .unwrap_or(ParticipantKind::Unknown),
        _ => ParticipantKind::Unknown,
    }
}

fn is_in_management(relation: &Relation<'_>) -> bool {
    relation.organisationer.iter().any(|body| body.hovedtype.as_str() == Some(MANAGEMENT))
}

fn by_attribute(participant: &Participant<'_>, today: Date) -> Option<ParticipantKind> {
    let values = &participant
        .attributter
        .iter()
        .find(|attribute| attribute.r#type.as_str() == Some(TYPE))?
        .vaerdier;
    let value = current(values, today).or_else(|| values.iter().last())?.vaerdi.as_str()?;
    match value.trim().to_uppercase().as_str() {
        "PERSON" => Some(ParticipantKind::PersonWithoutCpr),
        "VIRKSOMHED" => Some(ParticipantKind::Organisation),
        _ => None,
    }
}

/// The name says that nobody knows who it is.
pub(crate) fn is_nobody(name: &str) -> bool {
    let letters = letters(name);
    letters.is_empty() || NOBODY.contains(&letters.as_str())
}

/// The name is that of an estate, which has the name of a person in it.
pub(crate) fn is_estate(name: &str) -> bool {
    // "Jens Hansens bo": with a capital it is a name.
    name.split_whitespace().skip(1).last() == Some("bo")
        || name
            .split_whitespace()
            .map(letters)
            .any(|word| ESTATES.contains(&word.as_str()) || word.ends_with("dødsbo"))
}

/// The name has a form of organisation, of any country.
fn is_organisation(name: &str) -> bool {
    let words: Vec<&str> = name
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '"'))
        .filter(|word| !word.is_empty())
        .collect();
    let named = |word: &&str| {
        let word = letters(word);
        WORDS.iter().any(|known| word == *known || (known.len() > 4 && word.ends_with(known)))
    };
    // "P/F Føroyar": some have it first.
    let begins = words.len() > 1
        && words
            .first()
            .is_some_and(|word| word.contains('/') && ENDINGS.contains(&letters(word).as_str()));
    let is_capital = |word: &&str| word.chars().all(char::is_uppercase);
    let begins = begins
        || matches!(words.as_slice(), [form, name, ..] if is_capital(form) && !is_capital(name) && BEGINNINGS.contains(&letters(form).as_str()));
    // Two together are a firm: nobody is called so.
    let several = words.iter().any(|word| ["&", "+"].contains(word))
        || words.windows(2).any(|pair| matches!(pair, ["et", "Cie" | "Cie."]));
    begins
        || several
        || is_estate(name)
        || words.iter().skip(1).any(named)
        || words.first().is_some_and(|word| named(word) && words.len() > 1)
        || ends(&words)
}

/// The last words, joined, are a form. A short one must not look like a part of a person's name: it
/// is written in capitals, with signs, or in another way than names are, or the words before it are
/// written in the same capitals.
fn ends(words: &[&str]) -> bool {
    (1..=4.min(words.len().saturating_sub(1))).any(|count| {
        let tail: Vec<&str> = words.iter().rev().take(count).rev().copied().collect();
        let written = tail.concat();
        let form = letters(&written);
        let signs = written.chars().any(|c| !c.is_alphabetic());
        let before = words.get(..words.len() - count).unwrap_or_default();
        if !signs && may_be_surname(before, &form) {
            return false;
        }
        let capitals = written.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        let own = [
            "Oy", "Oü", "Hf", "Sia", "Lda", "Ltda", "KGaA", "GbR", "Abp", "OyAb", "eK", "eV", "eG",
            "hf",
        ]
        .contains(&written.as_str());
        // "& Co" and "og Co"; alone it is a name.
        if form == "co"
            && count == 1
            && !words
                .iter()
                .rev()
                .nth(1)
                .is_some_and(|before| ["&", "+", "og", "and", "und", "och"].contains(before))
        {
            return false;
        }
        ENDINGS.contains(&form.as_str()) && (form == "co" || signs || capitals || own)
            || form == "sarl"
            || form == "spa"
            || form == "srl"
    })
}

/// The last word may be a surname: a particle stands before it ("MARIA DE SA"), or the whole name
/// is in capitals, so that its own mean nothing, and the other words are those of a person.
fn may_be_surname(before: &[&str], form: &str) -> bool {
    let after_particle = before.len() > 1
        && before.last().is_some_and(|word| PARTICLES.contains(&letters(word).as_str()));
    let in_capitals = before.iter().flat_map(|word| word.chars()).all(|c| !c.is_lowercase());
    let of_trade = || before.iter().any(|word| TRADES.contains(&letters(word).as_str()));
    let of_person =
        || before.first().is_some_and(|word| GIVEN_NAMES.contains(&word.to_lowercase().as_str()));
    after_particle && (ENDINGS.contains(&form) || form == "spa")
        || in_capitals
            && !of_trade()
            && (SURNAMES.contains(&form) || RARE_SURNAMES.contains(&form) && of_person())
}

/// Lower case letters, without signs and without the accents of the forms ("S.à r.l.", "Oü").
fn letters(text: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'á' | 'â' => 'a',
        'é' | 'è' => 'e',
        'ü' => 'u',
        'ş' => 's',
        other => other,
    };
    text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).map(plain).collect()
}
