//! How a rule file is read: its date, then its entries one by one, so that an error names the
//! entry.

use super::Sources;
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use toml::{Table, Value};

/// Why a rule file cannot be read. It is a mistake in the program, found by a test.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}.toml, {entry}: {why}")]
pub struct Unreadable {
    /// The file, without its ending.
    pub file: &'static str,
    /// The entry, by its id.
    pub entry: String,
    /// What is wrong with it.
    pub why: String,
}

/// Something in a rule file that names where it was read.
pub(super) trait Sourced {
    /// Ids of `sources.toml`.
    fn source(&self) -> &[String];
}

/// A file that is TOML and dated.
pub(super) struct File<'a> {
    name: &'static str,
    table: Table,
    sources: &'a Sources,
    /// The day on which the file was compared with its sources.
    pub as_of: Date,
}

impl<'a> File<'a> {
    pub fn read(name: &'static str, text: &str, sources: &'a Sources) -> Result<Self, Unreadable> {
        let wrong =
            |entry: &str, why: String| Unreadable { file: name, entry: entry.to_owned(), why };
        let table: Table =
            text.parse().map_err(|why: toml::de::Error| wrong("whole", why.to_string()))?;
        let as_of = table.get("as_of").and_then(Value::as_str).and_then(|day| day.parse().ok());
        let as_of = as_of.ok_or_else(|| wrong("as_of", "no date".to_owned()))?;
        Ok(Self { name, table, sources, as_of })
    }

    /// One part of the file.
    pub fn part<T: DeserializeOwned>(&self, key: &str) -> Result<T, Unreadable> {
        let value = self.table.get(key).cloned().ok_or_else(|| self.wrong(key, "missing"))?;
        value.try_into().map_err(|why| self.wrong(key, why.to_string()))
    }

    /// The tables of an array. Each has a name of its own, by which errors call it: its id or its
    /// code.
    pub fn entries<T: DeserializeOwned + Sourced>(&self, key: &str) -> Result<Vec<T>, Unreadable> {
        let values = self
            .table
            .get(key)
            .and_then(Value::as_array)
            .ok_or_else(|| self.wrong(key, "missing"))?;
        let mut names: Vec<String> = Vec::with_capacity(values.len());
        let mut entries = Vec::with_capacity(values.len());
        for value in values {
            let name = name(value);
            if names.contains(&name) {
                return Err(self.wrong(name, "twice"));
            }
            let entry: T =
                value.clone().try_into().map_err(|why| self.wrong(&name, why.to_string()))?;
            self.sourced(&name, &entry)?;
            names.push(name);
            entries.push(entry);
        }
        Ok(entries)
    }

    /// An entry names at least one source, and every source it names is known.
    pub fn sourced(&self, name: &str, entry: &impl Sourced) -> Result<(), Unreadable> {
        match entry.source().iter().find(|id| !self.sources.contains_key(*id)) {
            Some(unknown) => Err(self.wrong(name, format!("no source {unknown}"))),
            None if entry.source().is_empty() => Err(self.wrong(name, "no source")),
            None => Ok(()),
        }
    }

    pub fn wrong(&self, entry: impl ToString, why: impl ToString) -> Unreadable {
        Unreadable { file: self.name, entry: entry.to_string(), why: why.to_string() }
    }
}

fn name(value: &Value) -> String {
    let of = |key: &str| {
        value.get(key).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    };
    of("id").or_else(|| of("code")).unwrap_or_else(|| "one without a name".to_owned())
}
