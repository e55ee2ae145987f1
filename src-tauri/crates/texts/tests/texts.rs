//! What a caller may rely on: texts in both languages, no invisible marks, and a key that stands
//! for itself when it has no text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::Language;
use domain::problem::Problem;
use texts::{Texts, keys};

#[test]
fn every_key_has_a_text_in_both_languages() {
    for language in [Language::Danish, Language::English] {
        let texts = Texts::new(language);
        assert_eq!(texts.language(), language);
        for key in keys() {
            assert!(texts.has(&key), "{language:?} {key}");
            let text = texts.get(&key);
            assert!(!text.trim().is_empty(), "{language:?} {key}");
            assert!(
                !text.contains(['\u{2068}', '\u{2069}']),
                "{language:?} {key}: isolating marks"
            );
        }
    }
}

#[test]
fn the_languages_differ() {
    let (danish, english) = (Texts::new(Language::Danish), Texts::new(Language::English));
    for problem in Problem::ALL {
        let key = format!("rec-{}", problem.code());
        assert_ne!(danish.get(&key), english.get(&key), "{key}");
    }
}

#[test]
fn an_unknown_key_stands_for_itself() {
    let texts = Texts::new(Language::Danish);
    assert!(!texts.has("no-such-key"));
    assert_eq!(texts.get("no-such-key"), "no-such-key");
    assert_eq!(texts.with("no-such-key", &[("a", "b")]), "no-such-key");
    assert_eq!(texts.count("no-such-key", 2), "no-such-key");
}

#[test]
fn a_clone_is_shared_between_threads() {
    let texts = Texts::new(Language::Danish);
    let clone = texts.clone();
    let there = std::thread::spawn(move || clone.get("err-cvr-missing")).join().unwrap();
    assert_eq!(there, texts.get("err-cvr-missing"));
}
