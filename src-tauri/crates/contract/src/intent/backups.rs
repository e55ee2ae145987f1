//! Backups.

use crate::names;
use app::intent as of;
use domain::Secret;
use serde::Deserialize;
#[cfg(feature = "typescript")]
use serde::Serialize;

names! {
    /// How much room the backups may take.
    BudgetName = domain::backups::Budget { Half, One, Two, Five, Twenty }
}

/// Backups: made by hand, and taken in. Not printable: one carries what opens a backup.
#[derive(Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum BackupsIntent {
    /// Make one now, where Tilslut puts them by itself.
    Now,
    /// Make one, and ask where it is to be.
    Save,
    /// Make one for another computer, with words that open it.
    Move,
    /// The same for what is open and lies nowhere else any more.
    Rescue,
    /// Delete the damaged files that lie beside the cases.
    DeleteDamaged,
    /// Give up the one that is being made.
    Cancel,
    /// Choose the folder into which Tilslut puts them by itself.
    ChooseFolder,
    /// Put them beside the cases again.
    ForgetFolder,
    /// Let them lie where they are: it is not asked again.
    SettlePlace,
    /// How much room they may take.
    SetBudget { budget: BudgetName },
    /// Choose one to be taken in.
    Choose,
    /// Open it with its code or its words; with nothing where it is of these cases.
    Open { typed: String },
    /// Take it in, as it was shown.
    TakeIn,
    /// Put it away: everything stays as it is.
    Leave,
}

impl From<BackupsIntent> for of::BackupsIntent {
    fn from(intent: BackupsIntent) -> Self {
        match intent {
            BackupsIntent::Now => Self::Now,
            BackupsIntent::Save => Self::Save,
            BackupsIntent::Move => Self::Move,
            BackupsIntent::Rescue => Self::Rescue,
            BackupsIntent::DeleteDamaged => Self::DeleteDamaged,
            BackupsIntent::Cancel => Self::Cancel,
            BackupsIntent::ChooseFolder => Self::ChooseFolder,
            BackupsIntent::ForgetFolder => Self::ForgetFolder,
            BackupsIntent::SettlePlace => Self::SettlePlace,
            BackupsIntent::SetBudget { budget } => Self::SetBudget(budget.into()),
            BackupsIntent::Choose => Self::Choose,
            BackupsIntent::Open { typed } => Self::Open(Secret::new(typed)),
            BackupsIntent::TakeIn => Self::TakeIn,
            BackupsIntent::Leave => Self::Leave,
        }
    }
}
