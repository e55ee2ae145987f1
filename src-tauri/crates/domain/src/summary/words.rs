//! What a search compares, and how names are sorted.
//!
//! A Danish reader takes `å` and `aa` for one letter (Århus, Aarhus), and `æ`, `ø`, `å` for letters
//! of their own, not for an `a` or `o` with something on it. So `å` becomes `aa` on both sides,
//! whether it came as one character or as two; an index may then drop the accents of other
//! languages.

use unicode_normalization::UnicodeNormalization as _;

/// A text as an index should take it in.
pub fn search_text(text: &str) -> String {
    text.nfc().flat_map(char::to_lowercase).collect::<String>().replace('å', "aa")
}

/// What a person searches for, word by word as [`search_text`] has them. Each must begin a word of
/// what is found. Figures that stand in groups are one number, too: each word comes with the other
/// way in which it may be written, e.g. `13`, `74`, `81` with `137481`.
pub fn search_terms(typed: &str) -> Vec<Vec<Vec<String>>> {
    let text = search_text(typed);
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let mut terms = Vec::new();
    let mut rest = words.as_slice();
    while let Some((first, others)) = rest.split_first() {
        let group = rest.iter().take_while(|word| is_number(word)).count();
        // "DK" before a number is how the number is written abroad.
        let is_prefix = *first == "dk" && others.first().is_some_and(|word| is_number(word));
        if group > 1 {
            let (group, after) = rest.split_at(group);
            let apart = group.iter().map(|&word| word.to_owned()).collect();
            terms.push(vec![apart, vec![group.concat()]]);
            rest = after;
        } else {
            match first.strip_prefix("dk").filter(|number| !number.is_empty() && is_number(number))
            {
                Some(number) => {
                    terms.push(vec![vec![(*first).to_owned()], vec![number.to_owned()]])
                }
                None if is_prefix => {}
                None => terms.push(vec![vec![(*first).to_owned()]]),
            }
            rest = others;
        }
    }
    terms
}

/// A name as a Danish reader sorts it: capitals and accents do not count, and æ, ø, å and aa come
/// after z in this order.
pub fn sort_key(name: &str) -> String {
    let base = |c: char| !unicode_normalization::char::is_combining_mark(c);
    let danish = search_text(name).replace("aa", "}").replace('æ', "{").replace('ø', "|");
    danish.nfd().filter(|&c| base(c)).collect()
}
