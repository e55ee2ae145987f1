//! The backups, as the window shows them.

use crate::clock::moment;
use crate::intent::BudgetName;
use crate::pieces::Hidden;
use app::model::{Backups, ChosenBackup, FoundBackup, LastBackup};
use app::route::{BackupsPage, Restore, RestoreStep};
use domain::case::CaseId;
use domain::merge::{Fate, Plan};
use serde::Serialize;

/// A backup that counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Backup {
    /// When it was made.
    pub made: String,
    /// Where it lies.
    pub path: String,
    /// How many cases are in it.
    pub cases: u32,
    /// How many receipts and records.
    pub receipts: u32,
    /// Its size in megabytes, at least one.
    pub megabytes: u32,
    /// A recovery code opens it on another computer.
    pub elsewhere: bool,
}

/// How the backups stand.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BackupsState {
    /// The folder that Tilslut puts them into by itself.
    pub folder: String,
    /// The person has chosen it; otherwise it is on the disk that the cases are on.
    pub chosen: bool,
    /// The last one that counts.
    pub last: Option<Backup>,
    /// How many lie in the folder.
    pub stored: u32,
    /// How much room they take, in megabytes.
    pub megabytes: u32,
    /// How much room they may take.
    pub budget: BudgetName,
    /// How much room damaged files take that lie beside the cases, in megabytes; 0 where there are none.
    pub damaged_megabytes: u32,
    /// Why the last attempt came to nothing.
    pub problem: Option<String>,
    /// One is being made: so many hundredths of it.
    pub making: Option<u8>,
}

/// A backup that is to be taken in.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RestoreView {
    /// The name of the file.
    pub file: String,
    /// When it was made, as it says itself.
    pub made: String,
    /// It is of these cases, and needs nothing typed.
    pub own: bool,
    /// A recovery code opens it.
    pub code: bool,
    /// Six words open it.
    pub words: bool,
    /// It is being opened.
    pub opening: bool,
    /// What is in it, once it is open.
    pub found: Option<BackupFound>,
}

/// What is in a backup that is open, and what would become of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BackupFound {
    /// How many cases can be read in it.
    pub cases: u32,
    /// When one of them was changed last.
    pub newest: Option<String>,
    /// How many receipts and records, and the numbers of the first and the last.
    pub receipts: u32,
    /// The number of the first.
    pub first: Option<u32>,
    /// The number of the last.
    pub last: Option<u32>,
    /// How many documents and mails.
    pub documents: u32,
    /// What would become of it.
    pub plan: MergePlan,
}

/// What becomes of a backup: how many cases have which fate.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MergePlan {
    /// They come.
    pub add: u32,
    /// They take the place of an earlier state.
    pub replace: u32,
    /// They are here already, or something later is.
    pub same: u32,
    /// Both went on, and both are cases afterwards.
    pub both: u32,
    /// Both went on, and one of the two is kept aside.
    pub aside: u32,
    /// They were deleted here, and come back: there is work in the backup that was not known then.
    pub returned: u32,
    /// They are here already, and get back documents or records that they have lost here.
    pub completed: u32,
    /// They come into the bin, where they lie in the backup.
    pub binned: u32,
    /// They were deleted here, and stay deleted.
    pub deleted: u32,
    /// They cannot be read in the backup, and stay in it.
    pub unreadable: u32,
    /// Receipts and records that come.
    pub receipts: u32,
    /// The number at which the chains of receipts part, where they do.
    pub parts_at: Option<u32>,
}

impl From<&LastBackup> for Backup {
    fn from(last: &LastBackup) -> Self {
        let LastBackup { made, path, cases, receipts, bytes, elsewhere } = last;
        Self {
            made: moment(*made),
            path: path.clone(),
            cases: few(*cases),
            receipts: few(*receipts),
            megabytes: megabytes(*bytes),
            elsewhere: *elsewhere,
        }
    }
}

impl From<&Backups> for BackupsState {
    fn from(backups: &Backups) -> Self {
        let Backups { folder, chosen, last, stored, bytes, budget, damaged_bytes, .. } = backups;
        let Backups { problem, making, .. } = backups;
        Self {
            folder: folder.clone(),
            chosen: *chosen,
            last: last.as_ref().map(Backup::from),
            stored: *stored,
            megabytes: megabytes(*bytes),
            budget: (*budget).into(),
            damaged_megabytes: if *damaged_bytes > 0 { megabytes(*damaged_bytes) } else { 0 },
            problem: problem.map(|problem| problem.code().to_owned()),
            making: *making,
        }
    }
}

impl From<&Plan> for MergePlan {
    fn from(plan: &Plan) -> Self {
        let count = |fates: &[Fate]| few(plan.count(fates));
        // What comes back, is completed, or comes into the bin, is told as that alone.
        let elsewhere = |id: &CaseId| {
            [&plan.returned, &plan.binned, &plan.completed].iter().any(|cases| cases.contains(id))
        };
        let plainly = |fates: &[Fate]| {
            let cases = plan.cases.iter();
            few(cases.filter(|(id, fate)| fates.contains(fate) && !elsewhere(id)).count())
        };
        Self {
            add: plainly(&[Fate::Add]),
            replace: plainly(&[Fate::Replace]),
            same: plainly(&[Fate::Same, Fate::Keep]),
            both: count(&[Fate::Beside, Fate::Swap]),
            aside: count(&[Fate::ReplaceKeepingHere, Fate::KeepKeepingThere]),
            returned: few(plan.returned.len()),
            completed: few(plan.completed.len()),
            binned: few(plan.binned.len()),
            deleted: count(&[Fate::Deleted]),
            unreadable: plan.unreadable,
            receipts: few(plan.chain.append.len() + plan.chain.branch.len()),
            parts_at: plan.chain.parts_at().map(few),
        }
    }
}

impl From<&Restore> for RestoreView {
    fn from(Restore { chosen, step }: &Restore) -> Self {
        let ChosenBackup { file, made, own, code, words } = chosen;
        let found = match step {
            RestoreStep::Found(found) => Some(BackupFound::from(&**found)),
            RestoreStep::Chosen { .. } => None,
        };
        Self {
            file: file.clone(),
            made: moment(*made),
            own: *own,
            code: *code,
            words: *words,
            opening: matches!(step, RestoreStep::Chosen { opening: Some(_) }),
            found,
        }
    }
}

impl From<&FoundBackup> for BackupFound {
    fn from(found: &FoundBackup) -> Self {
        let FoundBackup { made: _, cases, newest, receipts, documents, plan } = found;
        Self {
            cases: *cases,
            newest: newest.map(moment),
            receipts: few(receipts.len()),
            first: receipts.iter().min().copied().map(few),
            last: receipts.iter().max().copied().map(few),
            documents: few(*documents),
            plan: plan.into(),
        }
    }
}

/// The page of open cases.
pub(crate) fn page(open: &app::Open, page: &BackupsPage) -> crate::Page {
    let BackupsPage { saved, words, restore, taken } = page;
    crate::Page::Backups {
        state: (&open.backups).into(),
        damaged: open.has_damaged_pages,
        recovery: open.ways.recovery,
        saved: saved.clone(),
        words: words.as_ref().map(Hidden::from),
        restore: restore.as_ref().map(RestoreView::from),
        taken: taken.as_ref().map(MergePlan::from),
    }
}

/// More than a number of JavaScript holds exactly is never counted here.
fn few(count: impl TryInto<u32>) -> u32 {
    count.try_into().unwrap_or(u32::MAX)
}

fn megabytes(bytes: u64) -> u32 {
    few(bytes.div_ceil(1_000_000))
}
