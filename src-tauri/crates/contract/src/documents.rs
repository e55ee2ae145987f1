//! The page of the documents: what is needed for exactly this organisation and representative, and
//! what is attached.

use crate::clock::moment;
use crate::names;
use domain::Language;
use domain::documents::{Attached, Enclosed};
use domain::draft::Draft;
use domain::preflight::{Facts, Need, documents_needed};
use domain::rules::book;
use jiff::civil::Date;
use serde::Serialize;

names! {
    /// What kind of file a document is.
    MediaName = domain::documents::MediaType { Pdf, Jpeg, Png }
}

/// A document that is needed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Needed {
    /// Which document: an id of the rules.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// It is asked for; otherwise it is only useful.
    pub required: bool,
    /// What it must show.
    pub shows: String,
    /// What is usually accepted.
    pub accepts: Vec<String>,
    /// What the person confirms about each file.
    pub points: Vec<Point>,
    /// The files that are attached for it.
    pub attached: Vec<File>,
    /// It is attached, and every point of it is confirmed, of one file or another.
    pub done: bool,
    /// It is the board overview, which can be filled in here.
    pub board: bool,
}

/// Something to be confirmed about a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Point {
    /// An id of the rules.
    pub id: String,
    /// What holds when it is ticked.
    pub text: String,
}

/// A file that is attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct File {
    /// Its name on this machine; the address of a picture.
    pub id: String,
    /// The name that the person knows it by.
    pub name: String,
    /// What it is.
    pub media: MediaName,
    /// Its size in bytes.
    pub size: u32,
    /// When it was attached.
    pub at: String,
    /// Its place among the documents of the case: what findings name it by.
    pub place: u32,
    /// Ids of the points that are confirmed.
    pub confirmed: Vec<String>,
}

/// A document that is enclosed with what is approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct EnclosedSummary {
    /// Its name on this machine, for opening it.
    pub id: String,
    /// Which document it is.
    pub kind: String,
    /// The name of the file.
    pub name: String,
}

/// When an answer may be expected, were the case sent today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Expected {
    /// How many working days case handling may take.
    pub days: u32,
    /// By the calendar of public holidays.
    pub early: String,
    /// By the calendar that skips the days on which offices are usually closed, too: "expected at
    /// the latest".
    pub latest: String,
}

/// How large files may be, in megabytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    /// One document.
    pub document_megabytes: u32,
    /// All documents of a case.
    pub case_megabytes: u32,
}

/// The id of the document that can be filled in here and printed.
const BOARD_OVERVIEW: &str = "board-overview";

/// The checklist of a draft.
pub fn needed(draft: &Draft, facts: &Facts<'_>, language: Language, today: Date) -> Vec<Needed> {
    documents_needed(draft, facts, today).iter().map(|need| line(need, draft, language)).collect()
}

/// A document that is enclosed with what is approved.
pub fn enclosed(enclosed: &Enclosed, language: Language) -> EnclosedSummary {
    let kind = book()
        .documents
        .find(&enclosed.kind)
        .map(|document| document.name.read(language).to_owned());
    EnclosedSummary {
        id: enclosed.id().0,
        kind: kind.unwrap_or_else(|| enclosed.kind.clone()),
        name: enclosed.name.clone(),
    }
}

fn line(need: &Need, draft: &Draft, language: Language) -> Needed {
    let document = need.document;
    Needed {
        kind: document.id.clone(),
        name: document.name.read(language).to_owned(),
        required: need.required,
        shows: document.shows.read(language).to_owned(),
        accepts: document.accepts.iter().map(|example| example.read(language).to_owned()).collect(),
        points: document
            .points
            .iter()
            .map(|point| Point { id: point.id.clone(), text: point.text.read(language).to_owned() })
            .collect(),
        attached: need
            .attached
            .iter()
            .filter_map(|&n| Some(file(n, draft.documents.get(n)?)))
            .collect(),
        done: need.is_satisfied(),
        board: document.id == BOARD_OVERVIEW,
    }
}

fn file(place: usize, attached: &Attached) -> File {
    File {
        id: attached.id.0.clone(),
        name: attached.name.clone(),
        media: attached.media.into(),
        size: u32::try_from(attached.size).unwrap_or(u32::MAX),
        at: moment(attached.at),
        place: u32::try_from(place).unwrap_or(u32::MAX),
        confirmed: attached.confirmed.clone(),
    }
}
