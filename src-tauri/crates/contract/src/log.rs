//! The log of the program, as its page shows it.

use crate::clock::moment;
use crate::pages::Page;
use app::model::LogPage;
use app::route::ROWS;
use diagnostics::{DAYS, Line, Value};
use serde::Serialize;

/// A line of the log.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LogRow {
    /// When.
    pub at: String,
    /// The code of what happened: `log-<code>` in the catalogue.
    pub event: String,
    /// What its sentence is told.
    pub values: Vec<LogValue>,
}

/// What the sentence of a line is told.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum LogValue {
    /// A number.
    Number { name: String, number: f64 },
    /// A word, a version or a place; `unknown` where it is not known.
    Word { name: String, word: String },
    /// The code of a problem.
    Problem { name: String, code: String },
}

/// The page; alone while the cases are not open.
pub(crate) fn page(page: &LogPage, alone: bool) -> Page {
    let read = &page.read;
    Page::Log {
        rows: read.lines.iter().map(row).collect(),
        from: read.from,
        total: read.total,
        step: ROWS,
        unread: read.unread,
        place: read.place.clone(),
        report: page.report.clone(),
        reading: page.query.is_some(),
        alone,
        days: u32::try_from(DAYS).unwrap_or_default(),
    }
}

fn row(line: &Line) -> LogRow {
    let value = |(name, value): (&'static str, Option<Value>)| {
        let name = name.to_owned();
        match value {
            Some(Value::Number(number)) => LogValue::Number { name, number: in_javascript(number) },
            Some(Value::Word(word)) => LogValue::Word { name, word: word.to_owned() },
            Some(Value::Problem(problem)) => {
                LogValue::Problem { name, code: problem.code().to_owned() }
            }
            Some(Value::Made(word)) => LogValue::Word { name, word },
            None => LogValue::Word { name, word: "unknown".to_owned() },
        }
    };
    LogRow {
        at: moment(line.at),
        event: line.event.code().to_owned(),
        values: line.event.fields().into_iter().map(value).collect(),
    }
}

/// The numbers of the window are exact up to here, which no size or time of a log reaches.
#[expect(clippy::cast_precision_loss, reason = "nothing is lost below 2^53")]
fn in_javascript(number: u64) -> f64 {
    number.min(1 << 53) as f64
}
