//! What stands on a screen of the official site otherwise than the guide says, as somebody noted it
//! there: how the rule book learns that a screen has changed.
//!
//! A note is shown outside of its case, so what names the case is left out of it
//! ([`without_names`]). A note holds no personal number: it is refused where it is typed.

use crate::outcome::ScreenNote;
use crate::stage::Case;
use crate::typed::normalise;

/// What stands in place of what was left out.
pub const LEFT_OUT: &str = "[…]";
/// A word that is shorter names nobody.
const SHORTEST: usize = 3;
/// As many figures in a row can be a number of somebody or something.
const FIGURES: usize = 6;

/// The notes of a case, each without what names it.
pub fn told(case: &Case) -> Vec<ScreenNote> {
    let names = names(case);
    let told =
        |note: &ScreenNote| ScreenNote { text: without_names(&note.text, &names), ..note.clone() };
    case.history.notes.iter().map(told).collect()
}

/// Every word by which the case can be told from another: of the organisation's name, and of the
/// names of its people.
fn names(case: &Case) -> Vec<String> {
    let Some(connection) = case.connection() else { return Vec::new() };
    let people = connection.administrators.iter().map(|person| person.name.as_str());
    let reporter = connection.reporter.as_ref();
    let firm = reporter.and_then(|reporter| reporter.organisation.as_deref());
    [connection.organisation.name.as_str(), connection.representative.name.as_str()]
        .into_iter()
        .chain(people)
        .chain(reporter.map(|reporter| reporter.name.as_str()))
        .chain(firm)
        .flat_map(parts)
        .filter(|word| word.chars().count() >= SHORTEST)
        .collect()
}

/// A text without these words, without addresses and without long numbers. Numbers that are written
/// in groups are one.
fn without_names(text: &str, names: &[String]) -> String {
    let figures = |word: &str| word.chars().filter(char::is_ascii_digit).count();
    let is_number = |word: &str| {
        figures(word) > 0 && word.chars().all(|it| it.is_ascii_digit() || !it.is_alphanumeric())
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut told: Vec<&str> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let group = words.iter().skip(at).take_while(|word| is_number(word)).count().max(1);
        let together: usize = words.iter().skip(at).take(group).map(|word| figures(word)).sum();
        let is_named = parts(word).any(|part| is_of(&part, names))
            || word.contains('@')
            || figures(word) >= FIGURES;
        if together >= FIGURES || is_named {
            told.push(LEFT_OUT);
            at += if together >= FIGURES { group } else { 1 };
        } else {
            told.push(word);
            at += 1;
        }
    }
    told.dedup_by(|next, before| *next == LEFT_OUT && *before == LEFT_OUT);
    told.join(" ")
}

/// The words between the signs of a text, as they are compared: of `Mette-Marie's` three.
fn parts(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(normalise).collect::<Vec<_>>().into_iter()
}

/// Whether a word is one of these, or its genitive: `Mettes`.
fn is_of(word: &str, names: &[String]) -> bool {
    let is_one = |word: &str| names.iter().any(|name| name == word);
    is_one(word) || word.strip_suffix('s').is_some_and(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_a_case_is_left_out_of_a_note() {
        let names = "Nordlys Tømrer ApS Mette-Marie Krogh";
        let names: Vec<String> = parts(names).collect();
        for (note, told) in [
            ("Der står »Find din virksomhed«", "Der står »Find din virksomhed«"),
            ("»Nordlys Tømrer ApS« stod øverst", "[…] stod øverst"),
            ("Siden viste Mettes navn: METTE KROGH.", "Siden viste […] navn: […]"),
            ("Mette-Marie's felt, og M.Krogh i et andet", "[…] felt, og […] i et andet"),
            ("Marie stod der, ikke nordlys-tømrer", "[…] stod der, ikke […]"),
            ("CVR 13 74 81 36 var udfyldt", "CVR […] var udfyldt"),
            ("CVR 13748136, ikke 8 cifre", "CVR […] ikke 8 cifre"),
            ("Skriv til mette@nordlys.example i dag", "Skriv til […] i dag"),
            ("Skærm 3 af 10, 2 knapper", "Skærm 3 af 10, 2 knapper"),
            ("", ""),
        ] {
            assert_eq!(without_names(note, &names), told, "{note}");
        }
    }
}
