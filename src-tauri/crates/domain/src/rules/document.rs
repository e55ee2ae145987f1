//! The kinds of documents (`domain.md` §3): what each must show, and what the person confirms about
//! it.

use super::file::{File, Sourced, Unreadable};
use super::{Certainty, Sources, Wording};
use crate::documents::MediaType;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer};

/// Everything that `documents.toml` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Documents {
    /// The day on which the file was compared with its sources.
    pub as_of: Date,
    /// Every kind of document, in the order of a checklist.
    pub all: Vec<Document>,
    /// What may be attached.
    pub limits: Limits,
}

/// A kind of document.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Document {
    /// Stable, in kebab case, e.g. `identity`.
    pub id: String,
    /// What it is called.
    pub name: Wording,
    /// What it must show.
    pub shows: Wording,
    /// Examples of what is accepted.
    pub accepts: Vec<Wording>,
    /// Asked for whenever the representative has no private MitID.
    #[serde(default)]
    pub without_mitid: bool,
    /// What the person confirms about it.
    pub points: Vec<Point>,
    /// Where it was read: ids of the book's sources.
    pub source: Vec<String>,
    /// How sure it is.
    pub certainty: Certainty,
}

/// One thing that must be true of a document.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Stable within the document, in kebab case, e.g. `signature`.
    pub id: String,
    /// The sentence that the person confirms.
    pub text: Wording,
}

/// What may be attached to a case. The official limits are not published, so these are our own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Limits {
    /// The kinds of files.
    #[serde(deserialize_with = "media")]
    pub media: Vec<MediaType>,
    /// The largest file, in megabytes.
    pub megabytes_each: u64,
    /// All files of a case together, in megabytes.
    pub megabytes_together: u64,
    /// What made limits necessary: ids of the book's sources.
    pub source: Vec<String>,
    /// Always [`Certainty::Own`].
    pub certainty: Certainty,
}

impl Documents {
    /// The kind of document with this id.
    pub fn find(&self, id: &str) -> Option<&Document> {
        self.all.iter().find(|document| document.id == id)
    }

    pub(super) fn parse(text: &str, sources: &Sources) -> Result<Self, Unreadable> {
        let file = File::read("documents", text, sources)?;
        let all: Vec<Document> = file.entries("document")?;
        for document in &all {
            let twice = |point: &Point| {
                document.points.iter().filter(|other| other.id == point.id).count() > 1
            };
            if document.points.is_empty() || document.points.iter().any(twice) {
                return Err(file.wrong(&document.id, "each document has points, each once"));
            }
        }
        let limits = file.part("limits")?;
        file.sourced("limits", &limits)?;
        Ok(Self { as_of: file.as_of, all, limits })
    }
}

impl Limits {
    /// The largest file, in bytes.
    pub fn bytes_each(&self) -> u64 {
        self.megabytes_each * 1024 * 1024
    }

    /// All files of a case together, in bytes.
    pub fn bytes_together(&self) -> u64 {
        self.megabytes_together * 1024 * 1024
    }
}

fn media<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<MediaType>, D::Error> {
    let all = [("pdf", MediaType::Pdf), ("jpeg", MediaType::Jpeg), ("png", MediaType::Png)];
    let words = Vec::<String>::deserialize(deserializer)?;
    let find = |word: &String| all.iter().find(|(name, _)| name == word).map(|(_, media)| *media);
    words
        .iter()
        .map(|word| {
            find(word).ok_or_else(|| serde::de::Error::custom(format!("no kind of file {word}")))
        })
        .collect()
}

impl Sourced for Document {
    fn source(&self) -> &[String] {
        &self.source
    }
}

impl Sourced for Limits {
    fn source(&self) -> &[String] {
        &self.source
    }
}
