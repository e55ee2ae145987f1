//! What a field of an event can hold. The trait is sealed: what is not in this crate has no place in
//! the log.

use domain::Environment;
use domain::problem::Problem;
use std::fmt;

/// A value as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number(u64),
    /// A word of a closed list.
    Word(&'static str),
    /// The code of a problem.
    Problem(Problem),
    /// A version, or a place in our own source: made of numbers, or of the names of our own files.
    Made(String),
}

/// A value as it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written<'a> {
    /// A number.
    Number(u64),
    /// A text, which is nothing yet.
    Text(&'a str),
}

pub(crate) mod sealed {
    pub trait Sealed {}
}

/// What a field of an event can be.
pub trait Field: sealed::Sealed + Sized {
    /// How it is written; none when it is not known.
    fn value(&self) -> Option<Value>;
    /// What was written; none when it is nothing that could have been.
    fn read(written: Option<Written<'_>>) -> Option<Self>;
    /// What it can be, in words.
    fn allowed() -> String;
    /// Examples: of a closed list all.
    fn samples() -> Vec<Self>;
}

macro_rules! numbers {
    ($( $(#[doc = $doc:literal])+ $name:ident = $allowed:literal, )+) => { $(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub struct $name(pub u64);

        impl sealed::Sealed for $name {}
        impl Field for $name {
            fn value(&self) -> Option<Value> {
                Some(Value::Number(self.0))
            }
            fn read(written: Option<Written<'_>>) -> Option<Self> {
                match written? {
                    Written::Number(number) => Some(Self(number)),
                    Written::Text(_) => None,
                }
            }
            fn allowed() -> String {
                $allowed.to_owned()
            }
            fn samples() -> Vec<Self> {
                vec![Self(1), Self(0), Self(1_234)]
            }
        }
    )+ };
}

numbers! {
    /// How many.
    Count = "a number",
    /// How long, in thousandths of a second.
    Millis = "a number of milliseconds",
    /// How large.
    Bytes = "a number of bytes",
}

impl Count {
    /// How many of these there are.
    pub fn of<T>(these: &[T]) -> Self {
        Self(u64::try_from(these.len()).unwrap_or(u64::MAX))
    }
}

impl sealed::Sealed for Problem {}
impl Field for Problem {
    fn value(&self) -> Option<Value> {
        Some(Value::Problem(*self))
    }
    fn read(written: Option<Written<'_>>) -> Option<Self> {
        match written? {
            Written::Text(code) => Self::of_code(code),
            Written::Number(_) => None,
        }
    }
    fn allowed() -> String {
        "the code of a problem".to_owned()
    }
    fn samples() -> Vec<Self> {
        Self::ALL.to_vec()
    }
}

/// It went well, or it did not, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome(pub Result<(), Problem>);

/// How a good outcome is written.
const DONE: &str = "done";

impl Outcome {
    /// Of something whose fruit is nobody's business here.
    pub fn of<T>(outcome: &Result<T, Problem>) -> Self {
        Self(outcome.as_ref().map(|_| ()).map_err(|problem| *problem))
    }
}

impl sealed::Sealed for Outcome {}
impl Field for Outcome {
    fn value(&self) -> Option<Value> {
        Some(match self.0 {
            Ok(()) => Value::Word(DONE),
            Err(problem) => Value::Problem(problem),
        })
    }
    fn read(written: Option<Written<'_>>) -> Option<Self> {
        match written? {
            Written::Text(DONE) => Some(Self(Ok(()))),
            text => Problem::read(Some(text)).map(|problem| Self(Err(problem))),
        }
    }
    fn allowed() -> String {
        format!("`{DONE}`, or the code of a problem")
    }
    fn samples() -> Vec<Self> {
        [Ok(()), Err(Problem::DiskFull)].map(Self).to_vec()
    }
}

impl sealed::Sealed for Environment {}
impl Field for Environment {
    fn value(&self) -> Option<Value> {
        Some(Value::Word(self.word()))
    }
    fn read(written: Option<Written<'_>>) -> Option<Self> {
        match written? {
            Written::Text(word) => Self::from_word(word),
            Written::Number(_) => None,
        }
    }
    fn allowed() -> String {
        "`practice`, `live`".to_owned()
    }
    fn samples() -> Vec<Self> {
        vec![Self::Practice, Self::Live]
    }
}

/// Up to four numbers: whatever else stands in a version is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    numbers: [u32; 4],
    count: usize,
}

impl Version {
    /// The numbers that a text begins with; none when it begins with none.
    pub fn parse(text: &str) -> Option<Self> {
        let (mut numbers, mut count) = ([0; 4], 0);
        for (place, part) in numbers.iter_mut().zip(text.trim().split('.')) {
            let digits = part.bytes().take_while(u8::is_ascii_digit).count();
            let Some(number) = part.get(..digits).and_then(|digits| digits.parse().ok()) else {
                break;
            };
            (*place, count) = (number, count + 1);
            if digits < part.len() {
                break;
            }
        }
        (count > 0).then_some(Self { numbers, count })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, number) in self.numbers.iter().take(self.count).enumerate() {
            if at > 0 {
                f.write_str(".")?;
            }
            write!(f, "{number}")?;
        }
        Ok(())
    }
}

impl sealed::Sealed for Version {}
impl Field for Version {
    fn value(&self) -> Option<Value> {
        Some(Value::Made(self.to_string()))
    }
    fn read(written: Option<Written<'_>>) -> Option<Self> {
        match written? {
            Written::Text(text) => Self::parse(text).filter(|read| read.to_string() == text),
            Written::Number(_) => None,
        }
    }
    fn allowed() -> String {
        "up to four numbers with dots".to_owned()
    }
    fn samples() -> Vec<Self> {
        Self::parse("2.48.1").into_iter().collect()
    }
}

/// What is not known is not written.
impl<T: sealed::Sealed> sealed::Sealed for Option<T> {}
impl<T: Field> Field for Option<T> {
    fn value(&self) -> Option<Value> {
        self.as_ref().and_then(Field::value)
    }
    fn read(written: Option<Written<'_>>) -> Option<Self> {
        match written {
            None => Some(None),
            written => T::read(written).map(Some),
        }
    }
    fn allowed() -> String {
        format!("{}; absent when it is not known", T::allowed())
    }
    fn samples() -> Vec<Self> {
        T::samples().into_iter().map(Some).chain([None]).collect()
    }
}

/// A line of a file of our own source. What is written by others is `elsewhere`: the path to it
/// could be that of somebody's home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSource {
    file: Option<String>,
    line: u32,
}

/// How a place is written that is not in our own source.
const ELSEWHERE: &str = "elsewhere";
/// Where our own source begins, in what the compiler says.
const OWN: &str = "src-tauri/";

impl OwnSource {
    /// The place, when it is our own.
    pub fn of(file: &str, line: u32) -> Self {
        let file = file.replace('\\', "/");
        let fits = |byte: u8| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-/.".contains(&byte)
        };
        let is_own = file.starts_with(OWN)
            && file.ends_with(".rs")
            && !file.contains("..")
            && file.len() < 120
            && file.bytes().all(fits);
        if is_own { Self { file: Some(file), line } } else { Self { file: None, line: 0 } }
    }
}

impl sealed::Sealed for OwnSource {}
impl Field for OwnSource {
    fn value(&self) -> Option<Value> {
        Some(match &self.file {
            Some(file) => Value::Made(format!("{file}:{}", self.line)),
            None => Value::Word(ELSEWHERE),
        })
    }
    fn read(written: Option<Written<'_>>) -> Option<Self> {
        match written? {
            Written::Text(ELSEWHERE) => Some(Self { file: None, line: 0 }),
            Written::Text(text) => {
                let (file, line) = text.rsplit_once(':')?;
                Some(Self::of(file, line.parse().ok()?)).filter(|read| read.file.is_some())
            }
            Written::Number(_) => None,
        }
    }
    fn allowed() -> String {
        format!("file and line of Tilslut's own source, or `{ELSEWHERE}`")
    }
    fn samples() -> Vec<Self> {
        vec![Self::of("src-tauri/src/engine.rs", 12), Self::of("/home/somebody/x.rs", 1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_its_numbers_and_nothing_else() {
        let parsed = |text| Version::parse(text).map(|version| version.to_string());
        for (text, version) in [
            ("0.1.0", Some("0.1.0")),
            ("6.8.0-45-generic-of-kirsten", Some("6.8.0")),
            ("120.0.2210.91", Some("120.0.2210.91")),
            ("1.2.3.4.5", Some("1.2.3.4")),
            ("12", Some("12")),
            ("12beta", Some("12")),
            ("Kirsten", None),
            ("", None),
            ("99999999999", None),
        ] {
            assert_eq!(parsed(text).as_deref(), version, "{text}");
        }
    }

    #[test]
    fn only_our_own_source_has_a_place() {
        let written = |file, line| OwnSource::of(file, line).value();
        assert_eq!(
            written(r"src-tauri\crates\vault\src\vault_dir.rs", 7),
            Some(Value::Made("src-tauri/crates/vault/src/vault_dir.rs:7".to_owned()))
        );
        for other in [
            "/home/kirsten/.cargo/registry/src/x/y.rs",
            "src-tauri/../Kirsten.rs",
            "src-tauri/src/æ.rs",
            "src-tauri/src/engine",
        ] {
            assert_eq!(written(other, 7), Some(Value::Word(ELSEWHERE)), "{other}");
        }
    }
}
