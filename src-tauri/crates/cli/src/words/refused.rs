//! What the readers of JSON and of files say in English, in Danish: the common things in words of
//! our own, the rest as it was said, in quotation marks.

use super::Words;
use crate::outcome::say;
use crate::output::plain;
use casefile::error::Wrong;
use domain::Language;
use domain::encoding::NotText;
use std::fmt::Display;
use std::io::{self, ErrorKind};

/// What a member must be, as the readers name it.
const EXPECTED: [(&str, &str); 10] = [
    ("an object", "et objekt"),
    ("a sequence", "en liste"),
    ("a text", "en tekst"),
    ("a string", "en tekst"),
    ("a text or a whole number", "en tekst eller et helt tal"),
    ("a boolean", "`true` eller `false`"),
    ("64 hexadecimal digits", "64 hexadecimale cifre"),
    ("a day that exists, as YYYY-MM-DD", "en dag, der findes, skrevet ÅÅÅÅ-MM-DD"),
    (
        "a moment with its offset, as 2026-11-24T09:30:00Z",
        "et tidspunkt med tidszone, skrevet som 2026-11-24T09:30:00Z",
    ),
    (
        "a date of birth as YYYY-MM-DD, or an object with day, month and year",
        "en fødselsdato, skrevet ÅÅÅÅ-MM-DD, eller et objekt med `day`, `month` og `year`",
    ),
];

impl Words {
    /// What is wrong with a member of a case.
    pub fn wrong(&self, what: &Wrong) -> String {
        if self.language == Language::English {
            return what.to_string();
        }
        match what {
            Wrong::Missing { member } => format!("»{member}« mangler"),
            Wrong::Unknown { member, .. } if member.is_empty() => {
                "der er et felt, som ikke hører til her".to_owned()
            }
            Wrong::Unknown { member, expected } if expected.is_empty() => {
                format!("»{member}« hører ikke til her")
            }
            Wrong::Unknown { member, expected } => {
                format!("»{member}« hører ikke til her; der kan stå {}", in_danish(expected))
            }
            Wrong::Twice { member } => format!("»{member}« står der mere end én gang"),
            Wrong::Expected(what) => format!("her skal stå {}", in_danish(what)),
            Wrong::Said(said) => format!("»{said}«"),
        }
    }

    /// What the system says of a file.
    pub fn system(&self, error: &io::Error) -> String {
        // Not the system but the reader of ours: see `input`.
        if let Some(why) = error.get_ref().and_then(|inner| inner.downcast_ref::<NotText>()) {
            return self.not_text(*why).to_owned();
        }
        let danish = match error.kind() {
            ErrorKind::NotFound => "filen eller mappen findes ikke",
            ErrorKind::PermissionDenied => "der er ikke adgang til den",
            ErrorKind::IsADirectory => "det er en mappe",
            ErrorKind::NotADirectory => "det er ikke en mappe, eller stien går gennem en fil",
            ErrorKind::AlreadyExists => "den findes allerede",
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "der er ikke plads på disken",
            ErrorKind::ReadOnlyFilesystem => "der kan ikke skrives på den disk",
            ErrorKind::InvalidFilename => "filnavnet kan ikke bruges",
            _ => "",
        };
        match self.language {
            Language::English => error.to_string(),
            Language::Danish if danish.is_empty() => format!("systemet siger »{error}«"),
            Language::Danish => danish.to_owned(),
        }
    }

    /// Of bytes in an encoding that is not read.
    pub fn not_text(&self, why: NotText) -> &'static str {
        let (danish, english) = match why {
            NotText::Utf16 => (
                "filen er tekst i UTF-16 og beskadiget. Gem den igen som UTF-8",
                "the file is text in UTF-16 and damaged. Save it again as UTF-8",
            ),
            NotText::Utf32 => (
                "filen er tekst i UTF-32. Gem den som UTF-8",
                "the file is text in UTF-32. Save it as UTF-8",
            ),
            NotText::Mixed => (
                "filen er tekst, der er blandet af UTF-8 og en anden kodning. Gem den igen som UTF-8",
                "the file is text that is mixed of UTF-8 and another encoding. Save it again as UTF-8",
            ),
            NotText::Unknown => (
                "filen er ikke tekst i en kodning, som Tilslut læser. Gem den som UTF-8",
                "the file is not text in an encoding that Tilslut reads. Save it as UTF-8",
            ),
        };
        self.either(danish, english)
    }

    /// Names on stderr what was left out of a case, because no CPR number is ever read. The rest
    /// was read.
    pub fn say_left_out(&self, members: &[String], place: &dyn Display) {
        for member in members {
            let why = self.either(
                "er udeladt, for teksten ligner et CPR-nummer. Resten af sagen er læst",
                "is left out, because the text looks like a CPR number. The rest of the case was read",
            );
            say(&format_args!("{place}: {} {why}", plain(member)));
        }
    }

    /// Of a text that is never taken.
    pub fn looks_like_cpr(&self) -> &'static str {
        self.either(
            "teksten ligner et CPR-nummer, og et sådant skal aldrig stå i en sag",
            "the text looks like a CPR number, and a case never holds one",
        )
    }
}

/// What is expected.
fn in_danish(what: &str) -> String {
    let known = EXPECTED.iter().find(|(english, _)| *english == what);
    let number = what
        .strip_prefix(['u', 'i'])
        .is_some_and(|bits| bits == "size" || bits.bytes().all(|digit| digit.is_ascii_digit()));
    match (known, what.strip_prefix("one of ")) {
        (Some((_, danish)), _) => (*danish).to_owned(),
        (None, Some(names)) => format!("en af {names}"),
        (None, None) if number => "et helt tal, der ikke er for stort".to_owned(),
        (None, None) if what.starts_with("struct ") || what == "a map" => "et objekt".to_owned(),
        (None, None) if what.starts_with('`') => what.replace("` or `", "` eller `"),
        (None, None) => format!("»{what}«"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_readers_say_is_danish_or_in_quotation_marks() {
        let danish = Words::of(Language::Danish);
        for (english, told) in [
            ("an object", "et objekt"),
            ("u16", "et helt tal, der ikke er for stort"),
            ("`yes`, `no` or `unknown`", "`yes`, `no` eller `unknown`"),
            ("one of `virk`, `typed`", "en af `virk`, `typed`"),
            ("`tilslut/case/v1`", "`tilslut/case/v1`"),
            ("unit of something", "»unit of something«"),
        ] {
            assert_eq!(
                danish.wrong(&Wrong::Expected(english.into())),
                format!("her skal stå {told}")
            );
        }
        assert_eq!(
            danish.wrong(&Wrong::Said("recursion limit exceeded".into())),
            "»recursion limit exceeded«"
        );
        assert_eq!(
            danish.system(&io::Error::other("Input/output error")),
            "systemet siger »Input/output error«"
        );
        assert_eq!(danish.system(&ErrorKind::NotFound.into()), "filen eller mappen findes ikke");
    }

    /// What the readers of a case expect has its Danish words: a new one must get them too.
    #[test]
    fn nothing_that_a_case_expects_is_left_in_english() {
        let words = Words::of(Language::Danish);
        for (place, value) in [
            ("need", "7"),
            ("organisation", "[]"),
            ("administrators", "{}"),
            ("reference", "7"),
            ("role", "\"x\""),
            ("environment", "\"x\""),
            ("organisation", "{\"formCode\":-1}"),
            ("organisation", "{\"cvr\":1.5}"),
            ("organisation", "{\"lookedUp\":\"x\"}"),
            ("organisation", "{\"source\":\"x\"}"),
            ("representative", "{\"born\":\"x\"}"),
            ("representative", "{\"hasMitid\":\"x\"}"),
            ("representative", "{\"isAdministrator\":\"x\"}"),
            ("representative", "{\"hasMitId\":1}"),
            ("documents", "[{}]"),
            ("documents", "[{\"kind\":\"identity\",\"sha256\":\"x\"}]"),
            ("documents", "[{\"kind\":\"identity\",\"size\":\"x\"}]"),
            ("documents", "[{\"kind\":\"identity\",\"confirmed\":\"x\"}]"),
            ("terms", "{\"edition\":\"x\"}"),
            ("terms", "{\"officialText\":{\"address\":\"x\"}}"),
            ("progress", "{\"sent\":7}"),
            ("board", "[{\"name\":[]}]"),
        ] {
            let case = format!("{{\"type\":\"tilslut/case/v1\",\"{place}\":{value}}}");
            let why = casefile::read(case.as_bytes()).unwrap_err();
            let casefile::Unreadable::NotACase { what, .. } = &why else { panic!("{why}") };
            let told = words.wrong(what);
            let english = [" expected", " or ", "a ", "field", "one of"]
                .iter()
                .any(|word| told.contains(word));
            assert!(
                !english && !matches!(what, Wrong::Said(_)) && !told.contains("stå »"),
                "{case}: {told}"
            );
        }
    }
}
