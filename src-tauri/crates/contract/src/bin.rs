//! Deleting a case: whether it can be and what it costs, and the bin that it lies in.

use crate::cases::shortened;
use crate::progress::CaseState;
use app::Open;
use app::bin::{in_the_way, papers};
use app::model::{InMemory, Moved, MovedTo};
use app::route::{BinPage, ROWS};
use domain::backups::held_until;
use domain::bin::{self, Away, AwayPaper, BinnedCase, REST, Rest};
use domain::cvr::CvrNumber;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

/// Whether a case can be deleted, and what it costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Deletion {
    /// Why it cannot be now: a code of the catalogue.
    pub blocked: Option<String>,
    /// The first day on which it is gone for good.
    pub gone: String,
    /// What is to be kept longer.
    pub keeping: Option<Keeping>,
}

/// Receipts or records of a case are to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Keeping {
    /// The last day on which they are.
    pub until: String,
    /// The person has set how long; else Tilslut suggests it.
    pub set: bool,
}

/// A case in the bin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BinRow {
    /// The case.
    pub id: String,
    /// The organisation's name, when known.
    pub name: Option<String>,
    /// The CVR number in pairs, when sound.
    pub cvr: Option<String>,
    /// Where it was; none where a newer program wrote a word that this one does not know.
    pub state: Option<CaseState>,
    /// The day on which it was deleted.
    pub deleted: String,
    /// The first day on which it can be gone for good.
    pub gone: String,
    /// What is to be kept longer.
    pub keeping: Option<Keeping>,
    /// The last day until which backups that Tilslut makes by itself may hold it, once it is gone then;
    /// none where it makes none.
    pub held_until: Option<String>,
    /// The same, when it is deleted for good today.
    pub held_today: Option<String>,
}

/// A number of the chain whose receipt is not in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AwayRow {
    /// The number.
    pub number: u64,
    /// The day on which it was deleted for good; none while its case lies in the bin.
    pub deleted: Option<String>,
}

/// A case that was just deleted or put back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MovedCase {
    /// The case.
    pub case: String,
    /// The organisation's name, when known.
    pub name: Option<String>,
    /// Where it is now.
    pub to: MovedToName,
}

crate::names! {
    /// Where a case is now.
    MovedToName = MovedTo { Bin, Back, Nowhere }
}

impl From<&Moved> for MovedCase {
    fn from(Moved { case, name, to }: &Moved) -> Self {
        let name = name.as_deref().map(shortened);
        Self { case: case.0.clone(), name, to: (*to).into() }
    }
}

impl From<&AwayPaper> for AwayRow {
    fn from(AwayPaper { number, why }: &AwayPaper) -> Self {
        let deleted = match why {
            Away::InBin => None,
            Away::Deleted(day) => Some(day.to_string()),
        };
        Self { number: *number, deleted }
    }
}

/// Whether the case of a page can be deleted.
pub(crate) fn deletion(open: &Open, held: &InMemory, today: Date) -> Deletion {
    Deletion {
        blocked: in_the_way(open, held).map(|problem| problem.code().to_owned()),
        gone: Rest::from(today).gone(today).to_string(),
        keeping: keeping(open, papers(held), today),
    }
}

fn keeping(open: &Open, papers: Option<Date>, today: Date) -> Option<Keeping> {
    let until = bin::kept_until(papers, open.retention(), today)?;
    Some(Keeping { until: until.to_string(), set: open.retention_set.is_some() })
}

/// The page.
pub(crate) fn page(open: &Open, page: &BinPage, today: Date) -> crate::Page {
    let BinPage { from, binned } = page;
    crate::Page::Bin {
        rows: binned.rows.iter().map(|row| self::row(open, row, today)).collect(),
        from: *from,
        total: binned.total,
        step: ROWS,
        rest: REST.unsigned_abs(),
    }
}

fn row(open: &Open, case: &BinnedCase, today: Date) -> BinRow {
    let BinnedCase { id, rest, state, name, cvr, papers } = case;
    let gone = rest.gone(today);
    let makes_backups = open.backups.stored > 0 || open.backups.last.is_some();
    // The last backup that has it is made on the day before at the latest.
    let held = |gone: Date| {
        let last = gone.saturating_sub(1.day());
        makes_backups.then(|| held_until(last, open.retention()).to_string())
    };
    BinRow {
        id: id.0.clone(),
        name: name.as_deref().map(shortened),
        cvr: cvr.map(CvrNumber::in_pairs),
        state: state.map(Into::into),
        deleted: rest.deleted.to_string(),
        gone: gone.to_string(),
        keeping: keeping(open, *papers, today),
        held_until: held(gone),
        held_today: held(today.saturating_add(1.day())),
    }
}
