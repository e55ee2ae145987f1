//! What the file is called: found again by date, organisation and number, and good on every system.

use domain::organisation::Organisation;
use domain::{Environment, Language};
use jiff::civil::Date;
use texts::Texts;

/// Leaves room for the rest of the name within the 143 bytes that the narrowest file systems in use allow.
const NAME_BYTES: usize = 70;

/// The name of a document's file without its ending, which is also the document's title; `word` is the key of what kind of
/// document it is.
pub(crate) fn title(environment: Environment, language: Language, on: Date, organisation: &Organisation, word: &str) -> String {
    let parts = [
        if environment == Environment::Practice { "PRØVE".to_owned() } else { String::new() },
        on.to_string(),
        tame(&organisation.name),
        format!("CVR {}", organisation.cvr),
        Texts::new(language).get(word),
    ];
    let kept: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    kept.join(" ")
}

/// The name with letters, figures and the few signs that every system takes; the rest becomes spaces, folded.
fn tame(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let harmless = |c: char| if c.is_alphanumeric() || "&-_.,'()+".contains(c) { c } else { ' ' };
    let spaced: String = name.nfc().map(harmless).collect();
    let mut kept = String::new();
    for c in spaced.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if kept.len() + c.len_utf8() > NAME_BYTES {
            break;
        }
        kept.push(c);
    }
    kept.trim_matches(|c: char| c == ' ' || c == '.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_as_far_as_every_system_takes_it() {
        for (name, kept) in [
            ("Nordlys Tømrer & Snedker ApS", "Nordlys Tømrer & Snedker ApS"),
            ("A/S \"x\" <y>|z?*: \\ ..", "A S x y z"),
            ("../../etc/passwd", "etc passwd"),
            ("\u{202e}fdp.exe\u{7}", "fdp.exe"),
            ("Vejle Å\u{308}", "Vejle Å\u{308}"),
            ("", ""),
            ("株式会社", "株式会社"),
        ] {
            assert_eq!(tame(name), kept.trim_end_matches('\u{308}'), "{name}");
        }
        assert_eq!(tame(&"æ".repeat(200)).len(), NAME_BYTES);
    }
}
