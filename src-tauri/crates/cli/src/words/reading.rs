//! Why something could not be read: what the readers of JSON and the system say in English, in the
//! language of the answer.

use super::{Words, plain};
use casefile::error::{Position, Wrong};
use casefile::{LIMIT, Unreadable};
use domain::encoding::NotText;
use std::io::{self, ErrorKind};

/// What a member must be, as the readers name it, and the text that says it.
const EXPECTED: [(&str, &str); 10] = [
    ("an object", "cli-expected-object"),
    ("a sequence", "cli-expected-list"),
    ("a text", "cli-expected-text"),
    ("a string", "cli-expected-string"),
    ("a text or a whole number", "cli-expected-text-or-number"),
    ("a boolean", "cli-expected-boolean"),
    ("64 hexadecimal digits", "cli-expected-sha256"),
    ("a day that exists, as YYYY-MM-DD", "cli-expected-day"),
    ("a moment with its offset, as 2026-11-24T09:30:00Z", "cli-expected-moment"),
    ("a date of birth as YYYY-MM-DD, or an object with day, month and year", "cli-expected-born"),
];

impl Words {
    /// Why a file, or one line of a file, is no case. Nothing of what somebody wrote is repeated
    /// but the names of members.
    pub fn unreadable(&self, why: &Unreadable, one_line: bool) -> String {
        // A member's name is somebody's text too: nothing in it moves the cursor of a terminal.
        let named = |member: &str, what: &str| {
            if member.is_empty() { what.to_owned() } else { format!("{}: {what}", plain(member)) }
        };
        match why {
            Unreadable::TooLarge => {
                self.with("cli-case-too-large", &[("limit", &LIMIT.to_string())])
            }
            Unreadable::NotText(why) => self.not_text(*why),
            Unreadable::NotJson { place } => {
                self.with("cli-case-not-json", &[("place", &self.place(place, one_line))])
            }
            Unreadable::NotACase { member, what, place } => {
                let what = named(member, &plain(&self.wrong(what)));
                let place = self.place(place, one_line);
                self.with("cli-case-not-a-case", &[("what", &what), ("place", &place)])
            }
            Unreadable::Cpr { member, place } => {
                format!(
                    "{} ({})",
                    named(member, &self.looks_like_cpr()),
                    self.place(place, one_line)
                )
            }
        }
    }

    fn place(&self, place: &Position, one_line: bool) -> String {
        let (line, column) = (place.line.to_string(), place.column.to_string());
        if one_line {
            self.with("cli-column", &[("column", &column)])
        } else {
            self.with("cli-line-and-column", &[("line", &line), ("column", &column)])
        }
    }

    /// What is wrong with a member of a case.
    pub fn wrong(&self, what: &Wrong) -> String {
        match what {
            Wrong::Missing { member } => self.with("cli-member-missing", &[("member", member)]),
            Wrong::Unknown { member, .. } if member.is_empty() => {
                self.get("cli-member-unknown-unnamed")
            }
            Wrong::Unknown { member, expected } if expected.is_empty() => {
                self.with("cli-member-unknown", &[("member", member)])
            }
            Wrong::Unknown { member, expected } => self.with(
                "cli-member-unknown-expected",
                &[("member", member), ("expected", &self.expected(expected))],
            ),
            Wrong::Twice { member } => self.with("cli-member-twice", &[("member", member)]),
            Wrong::Expected(what) => {
                self.with("cli-member-expected", &[("expected", &self.expected(what))])
            }
            Wrong::Said(said) => self.with("cli-said", &[("said", said)]),
        }
    }

    /// What is expected.
    fn expected(&self, what: &str) -> String {
        let known = EXPECTED.iter().find(|(expected, _)| *expected == what);
        let number = what
            .strip_prefix(['u', 'i'])
            .is_some_and(|bits| bits == "size" || bits.bytes().all(|digit| digit.is_ascii_digit()));
        let kind = match (known, what.strip_prefix("one of ")) {
            (Some((_, key)), _) => return self.get(key),
            (None, Some(names)) => return self.with("cli-expected-one-of", &[("names", names)]),
            (None, None) if what.starts_with('`') => {
                return what.replace("` or `", &format!("` {} `", self.get("cli-expected-or")));
            }
            (None, None) if number => "number",
            (None, None) if what.starts_with("struct ") || what == "a map" => "object",
            (None, None) => "other",
        };
        self.with("cli-expected-other", &[("kind", kind), ("said", what)])
    }

    /// What the system says of a file.
    pub fn system(&self, error: &io::Error) -> String {
        // Not the system but the reader of ours: see `input`.
        if let Some(why) = error.get_ref().and_then(|inner| inner.downcast_ref::<NotText>()) {
            return self.not_text(*why);
        }
        let kind = match error.kind() {
            ErrorKind::NotFound => "not-found",
            ErrorKind::PermissionDenied => "no-access",
            ErrorKind::IsADirectory => "is-a-folder",
            ErrorKind::NotADirectory => "not-a-folder",
            ErrorKind::AlreadyExists => "already-there",
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
                "disk-full"
            }
            ErrorKind::ReadOnlyFilesystem => "read-only",
            ErrorKind::InvalidFilename => "file-name",
            _ => "other",
        };
        self.with("cli-system", &[("kind", kind), ("said", &error.to_string())])
    }

    /// Of bytes in an encoding that is not read.
    pub fn not_text(&self, why: NotText) -> String {
        self.get(match why {
            NotText::Utf16 => "cli-not-text-utf16",
            NotText::Utf32 => "cli-not-text-utf32",
            NotText::Mixed => "cli-not-text-mixed",
            NotText::Unknown => "cli-not-text-unknown",
        })
    }

    /// Of a text that is never taken.
    pub fn looks_like_cpr(&self) -> String {
        self.get("cli-looks-like-cpr")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Language;

    /// What is said in English is what the readers say.
    #[test]
    fn english_is_what_the_readers_say() {
        let english = Words::of(Language::English);
        for (expected, key) in EXPECTED {
            assert_eq!(english.get(key), expected);
        }
        let member = || "a".to_owned();
        for wrong in [
            Wrong::Missing { member: member() },
            Wrong::Unknown { member: String::new(), expected: member() },
            Wrong::Unknown { member: member(), expected: String::new() },
            Wrong::Unknown { member: member(), expected: "one of `b`, `c`".to_owned() },
            Wrong::Twice { member: member() },
            Wrong::Expected("u16".to_owned()),
            Wrong::Expected("struct X".to_owned()),
            Wrong::Expected("`yes`, `no` or `unknown`".to_owned()),
            Wrong::Expected("unit of something".to_owned()),
            Wrong::Said("recursion limit exceeded".to_owned()),
        ] {
            assert_eq!(english.wrong(&wrong), wrong.to_string());
        }
        let missing = io::Error::from_raw_os_error(2);
        assert_eq!(english.system(&missing), missing.to_string());
    }

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
