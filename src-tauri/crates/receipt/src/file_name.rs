//! What the file is called: found again by date, organisation and number, and good on every system.

use crate::wording::texts;
use domain::organisation::Organisation;
use domain::{Environment, Language};
use jiff::civil::Date;

/// Leaves room for the rest of the name within the 143 bytes that the narrowest file systems in use
/// allow.
const NAME_BYTES: usize = 70;

/// The name of a document's file without its ending, which is also the document's title; `word` is
/// the key of what kind of document it is.
pub(crate) fn title(
    environment: Environment,
    language: Language,
    on: Date,
    organisation: &Organisation,
    word: &str,
) -> String {
    titled(
        environment,
        language,
        on,
        &named(&organisation.name, &organisation.cvr.to_string()),
        word,
    )
}

/// [`title`] of a document about whatever this is; nothing for one that is about no organisation,
/// or about many.
pub(crate) fn titled(
    environment: Environment,
    language: Language,
    on: Date,
    about: &str,
    word: &str,
) -> String {
    let practice = if environment == Environment::Practice { "PRØVE" } else { "" };
    let (on, word) = (on.to_string(), texts(language).get(word));
    let kept: Vec<_> =
        [practice, &on, about, &word].into_iter().filter(|part| !part.is_empty()).collect();
    kept.join(" ")
}

/// An organisation by the parts that are known of it.
pub(crate) fn named(name: &str, cvr: &str) -> String {
    let cvr = if cvr.is_empty() { String::new() } else { format!("CVR {cvr}") };
    [sanitise(name), cvr].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The name with letters, figures and the few signs that every system takes; the rest becomes
/// spaces, folded.
fn sanitise(name: &str) -> String {
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
            assert_eq!(sanitise(name), kept.trim_end_matches('\u{308}'), "{name}");
        }
        assert_eq!(sanitise(&"æ".repeat(200)).len(), NAME_BYTES);
    }
}
