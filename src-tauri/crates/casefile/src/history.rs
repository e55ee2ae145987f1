//! The history of a case as documented JSON: `tilslut/history/v1` (docs/history.md).

use crate::words::{EnvironmentWord, RoleWord};
use domain::Timestamp;
use domain::case::{Case, OutcomeKind};
use domain::cpr::looks_like_cpr;
use domain::history::{Change, Happened, Log, Told, told};
use domain::personal_number::without_numbers;
use domain::summary::organisation_name;
use jiff::civil::Date;
use serde::Serialize;
use std::borrow::Cow;

/// The shape of the file. Another one gets another number.
const KIND: &str = "tilslut/history/v1";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    environment: EnvironmentWord,
    case: &'a str,
    organisation: Option<String>,
    older_gone: Option<Timestamp>,
    entries: Vec<Entry<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'a> {
    at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    began: Option<Timestamp>,
    role: Option<RoleWord>,
    #[serde(flatten)]
    what: What<'a>,
}

#[derive(Serialize)]
#[serde(tag = "what", rename_all = "camelCase", rename_all_fields = "camelCase")]
enum What<'a> {
    Begun {
        received: bool,
        copied: bool,
    },
    Answer {
        field: &'a str,
        old: Cow<'a, str>,
        new: Cow<'a, str>,
    },
    Added {
        place: &'a str,
    },
    Removed {
        place: &'a str,
    },
    HandedOver,
    GuideBegun,
    TakenBack,
    SetAside,
    Approved,
    Delivered {
        case_number: Cow<'a, str>,
    },
    Stated {
        outcome: &'static str,
        on: Option<Date>,
        rule: Option<&'a str>,
        words: Option<Cow<'a, str>>,
    },
}

/// Writes what happened to a case, the newest first, as its page shows it. What can be a CPR number is
/// left out of every text.
///
/// # Errors
/// None that is known: everything in it becomes JSON.
pub fn json(case: &Case, log: &Log) -> Result<String, serde_json::Error> {
    let all = told(case, log);
    let organisation = organisation_name(case);
    serde_json::to_string_pretty(&File {
        kind: KIND,
        environment: case.environment.into(),
        case: &case.id.0,
        organisation: organisation.map(|name| clean(&name).into_owned()),
        older_gone: log.gone,
        entries: all.iter().map(entry).collect(),
    })
}

fn entry<'a>(told: &Told<'a>) -> Entry<'a> {
    let began = match told.what {
        Happened::Changed(entry) => (entry.began != entry.at).then_some(entry.began),
        _ => None,
    };
    Entry { at: told.at, began, role: told.by.map(Into::into), what: what(told.what) }
}

fn what(happened: Happened<'_>) -> What<'_> {
    match happened {
        Happened::Begun { received, copied } => What::Begun { received, copied },
        Happened::Changed(entry) => match &entry.what {
            Change::Answer { field, old, new } => {
                What::Answer { field, old: clean(old), new: clean(new) }
            }
            Change::Added(place) => What::Added { place },
            Change::Removed(place) => What::Removed { place },
            Change::HandedOver => What::HandedOver,
            Change::GuideBegun => What::GuideBegun,
            Change::TakenBack => What::TakenBack,
        },
        Happened::HandedOver => What::HandedOver,
        Happened::GuideBegun => What::GuideBegun,
        Happened::SetAside(_) => What::SetAside,
        Happened::Approved => What::Approved,
        Happened::Delivered(number) => What::Delivered { case_number: clean(number) },
        Happened::Stated(stated) => {
            let reason = stated.outcome.reason();
            let words = reason.map(|reason| reason.words.as_str()).filter(|it| !it.is_empty());
            What::Stated {
                outcome: outcome(stated.outcome.kind()),
                on: stated.outcome.on(),
                rule: reason.and_then(|reason| reason.rule.as_deref()),
                words: words.map(clean),
            }
        }
    }
}

fn clean(text: &str) -> Cow<'_, str> {
    if looks_like_cpr(text) {
        return Cow::Owned(without_numbers(text).unwrap_or_default());
    }
    Cow::Borrowed(text)
}

fn outcome(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Concluded => "concluded",
        OutcomeKind::SentWithDocuments => "sentWithDocuments",
        OutcomeKind::SentToRepresentative => "sentToRepresentative",
        OutcomeKind::Stopped => "stopped",
        OutcomeKind::Rejected => "rejected",
        OutcomeKind::Withdrawn => "withdrawn",
    }
}
