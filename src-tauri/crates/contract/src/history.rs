//! The history of a case, as its page shows it.

use crate::answers::RoleName;
use crate::asked::{Asked, asked};
use crate::clock::moment;
use crate::guide::StatedOutcome;
use crate::pages::Page;
use crate::view::guide::stated;
use app::route::{HistoryPage, ROWS};
use domain::Language;
use domain::case::Case;
use domain::draft::Draft;
use domain::history::{Change, Happened, MOST, told};
use domain::organisation::Status;
use domain::rules::book;
use serde::Serialize;

/// Something that happened to a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HistoryRow {
    /// When.
    pub at: String,
    /// In which role, where it was a person's doing and is known.
    pub by: Option<RoleName>,
    /// What.
    pub what: HistoryWhat,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum HistoryWhat {
    /// It was begun; it came in a hand-over file, or with the answers of another case.
    Begun { received: bool, copied: bool },
    /// An answer changed; what kind of words its values are. Empty is not answered.
    Answer { asked: Asked, value: HistoryValueName, old: String, new: String },
    /// The files of a document changed, whose name this is.
    Document { name: String, old: String, new: String },
    /// Somebody was added.
    Added { asked: Asked },
    /// Somebody was taken away.
    Removed { asked: Asked },
    /// It was handed over.
    HandedOver,
    /// It was taken to the official site.
    GuideBegun,
    /// It was taken back, to be changed.
    TakenBack,
    /// An approval was made and set aside.
    SetAside,
    /// It was approved.
    Approved,
    /// The receiver has taken it, under this case number.
    Delivered { number: String },
    /// It was stated how it went on the official site.
    Stated { stated: Box<StatedOutcome> },
}

/// What kind of words the values of a field are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum HistoryValueName {
    /// As it was typed.
    Text,
    /// `yes`, `no` or `unknown`.
    Answer,
    /// How many persons act.
    People,
    /// The kind of organisation.
    Kind,
    /// Who prepares.
    Role,
    /// A day, `YYYY-MM-DD`, or what was typed for one.
    Day,
}

/// The page.
pub(crate) fn page(case: &Case, page: &HistoryPage, language: Language) -> Page {
    let all = told(case, &page.log);
    // How the persons are numbered now.
    let draft = case.draft().cloned().or_else(|| case.connection().map(Draft::of));
    let rows = all.iter().skip(size(page.from)).take(size(ROWS)).map(|it| HistoryRow {
        at: moment(it.at),
        by: it.by.map(Into::into),
        what: happened(it.what, draft.as_ref(), language),
    });
    Page::History {
        rows: rows.collect(),
        from: page.from,
        total: u32::try_from(all.len()).unwrap_or(u32::MAX),
        step: ROWS,
        gone: page.log.gone.map(moment),
        most: u32::try_from(MOST).unwrap_or(u32::MAX),
    }
}

fn size(rows: u32) -> usize {
    usize::try_from(rows).unwrap_or(usize::MAX)
}

fn happened(what: Happened<'_>, draft: Option<&Draft>, language: Language) -> HistoryWhat {
    match what {
        Happened::Begun { received, copied } => HistoryWhat::Begun { received, copied },
        Happened::Changed(entry) => changed(&entry.what, draft, language),
        Happened::HandedOver => HistoryWhat::HandedOver,
        Happened::GuideBegun => HistoryWhat::GuideBegun,
        Happened::SetAside(_) => HistoryWhat::SetAside,
        Happened::Approved => HistoryWhat::Approved,
        Happened::Delivered(number) => HistoryWhat::Delivered { number: number.to_owned() },
        Happened::Stated(it) => HistoryWhat::Stated { stated: Box::new(stated(it, language)) },
    }
}

fn changed(change: &Change, draft: Option<&Draft>, language: Language) -> HistoryWhat {
    match change {
        Change::Answer { field, old, new } => {
            let (old, new) = (in_words(field, old, language), in_words(field, new, language));
            match asked(field, draft) {
                Some(asked) => HistoryWhat::Answer { asked, value: value(field), old, new },
                None => HistoryWhat::Document { name: document(field, language), old, new },
            }
        }
        Change::Added(path) | Change::Removed(path) => match (asked(path, draft), change) {
            (Some(asked), Change::Added(_)) => HistoryWhat::Added { asked },
            (Some(asked), _) => HistoryWhat::Removed { asked },
            (None, _) => {
                HistoryWhat::Document { name: path.clone(), old: String::new(), new: String::new() }
            }
        },
        Change::HandedOver => HistoryWhat::HandedOver,
        Change::GuideBegun => HistoryWhat::GuideBegun,
        Change::TakenBack => HistoryWhat::TakenBack,
    }
}

/// A value as it is read: the status is kept as CVR spells it.
fn in_words(field: &str, value: &str, language: Language) -> String {
    match field {
        "typed.status" => book().states.told(Status::of(value), value, language),
        _ => value.to_owned(),
    }
}

/// The name of a document; of a kind that this program does not know its id.
fn document(field: &str, language: Language) -> String {
    let kind = field.strip_prefix("documents.").unwrap_or(field);
    let known = book().documents.find(kind).map(|it| it.name.read(language).to_owned());
    known.unwrap_or_else(|| kind.to_owned())
}

fn value(field: &str) -> HistoryValueName {
    let last = field.rsplit('.').next().unwrap_or_default();
    match (field, last) {
        ("need.people", _) => HistoryValueName::People,
        ("need.kind", _) => HistoryValueName::Kind,
        ("role", _) => HistoryValueName::Role,
        (_, "born") => HistoryValueName::Day,
        (
            _,
            "signsAlone"
            | "connected"
            | "hasCpr"
            | "hasMitid"
            | "inCvr"
            | "counts"
            | "accepted"
            | "representativeIsAdministrator",
        ) => HistoryValueName::Answer,
        _ => HistoryValueName::Text,
    }
}
