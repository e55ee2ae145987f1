//! How the register compares names: word by word, without regard to case and accents.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The words of a text, lower case and in plain letters: `Tømrer & Snedker` is `tomrer`, `snedker`.
pub(super) fn words(text: &str) -> Vec<String> {
    let plain: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .fold(String::new(), |mut plain, c| {
            match c {
                'æ' => plain.push_str("ae"),
                'ø' => plain.push('o'),
                'œ' => plain.push_str("oe"),
                'ß' => plain.push_str("ss"),
                'þ' => plain.push_str("th"),
                'ð' | 'đ' => plain.push('d'),
                'ł' => plain.push('l'),
                _ => plain.push(c),
            }
            plain
        });
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// How well a name answers to the words, from 0 to 1: the fewer others it has, the better. None
/// when one is missing, or when nothing is asked for.
///
/// In whole 1024ths, so that a score written in decimals, as paging does, is read back as the same
/// number.
pub(super) fn score(asked: &[String], name: &str) -> Option<f64> {
    let words = words(name);
    if asked.is_empty() || !asked.iter().all(|word| words.contains(word)) {
        return None;
    }
    let answered = words.iter().filter(|word| asked.contains(word)).count();
    let parts = u16::try_from(1024 * answered / words.len()).ok()?;
    Some(f64::from(parts) / 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_and_case_do_not_count() {
        for (text, plain) in [
            ("Nordlys Tømrer & Snedker ApS", &["nordlys", "tomrer", "snedker", "aps"][..]),
            ("TØMRER tomrer Tómrer T\u{f8}mrer", &["tomrer"; 4]),
            ("A\u{30a}brink Åbrink abrink", &["abrink"; 3]),
            (
                "Æblet, Łukasz Żółć (Đỗ Thị Hương)",
                &["aeblet", "lukasz", "zolc", "do", "thi", "huong"],
            ),
            (" … & – ", &[]),
        ] {
            assert_eq!(words(text), plain, "{text}");
        }
    }

    #[test]
    fn a_name_with_fewer_other_words_answers_better() {
        let asked = words("prøve havn");
        assert_eq!(score(&asked, "Prøve Havn"), Some(1.0));
        assert_eq!(score(&asked, "Havnen i Prøve"), None);
        assert!(score(&asked, "Prøve Havn A/S") < score(&asked, "Havn, Prøve"));
        assert_eq!(score(&[], "Prøve Havn"), None);
    }

    proptest! {
        #[test]
        fn every_name_answers_to_itself_and_the_score_survives_being_written(name in ".*") {
            let asked = words(&name);
            let score = score(&asked, &name);
            prop_assert_eq!(score, (!asked.is_empty()).then_some(1.0));
        }

        #[test]
        fn a_score_is_read_back_as_it_was_written(name in "(a|b|c| ){1,40}", asked in "[abc]") {
            if let Some(score) = score(&words(&asked), &name) {
                prop_assert!(score > 0.0 && score <= 1.0);
                let written = serde_json::to_string(&score).unwrap();
                prop_assert_eq!(serde_json::from_str::<f64>(&written).unwrap(), score);
            }
        }
    }
}
