//! What a person wants beside the official site, and what they say of it.

use crate::answers::{Born, cut};
use crate::guide::{OutcomeName, ValueName};
use app::intent as of;
use domain::case::{ScreenId, TypedOutcome};
use serde::Deserialize;
#[cfg(feature = "typescript")]
use serde::Serialize;

/// Being guided through the official site.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum GuideIntent {
    /// Begin: the case is whole.
    Begin,
    /// Look at this screen.
    Show { screen: String },
    /// Look at the values of this administrator, from 0.
    Choose { person: u32 },
    /// A screen looks otherwise than the guide says.
    Note { screen: String, note: String },
    /// Put a value of the screen into the clipboard.
    Copy { what: ValueName },
    /// Keep the window above the others, or do not.
    KeepOnTop { on: bool },
    /// Say how it went, or correct what was said.
    Ask,
    /// How it went.
    State { outcome: OutcomeAnswers },
    /// Begin a new case with the answers of this one.
    UseAgain,
}

/// How it went, as it was typed.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OutcomeAnswers {
    /// Which was chosen.
    pub kind: Option<OutcomeName>,
    /// The day, where it has one.
    pub on: Born,
    /// The screen, where it stopped on one.
    pub screen: Option<String>,
    /// The published reason, where it has one.
    pub rule: Option<String>,
    /// Own words.
    pub words: String,
}

impl From<GuideIntent> for of::GuideIntent {
    fn from(intent: GuideIntent) -> Self {
        match intent {
            GuideIntent::Begin => Self::Begin,
            GuideIntent::Show { screen } => Self::Show(ScreenId(screen)),
            GuideIntent::Choose { person } => {
                Self::Choose(usize::try_from(person).unwrap_or(usize::MAX))
            }
            GuideIntent::Note { screen, note } => {
                Self::Note { screen: ScreenId(screen), note: cut(note) }
            }
            GuideIntent::Copy { what } => Self::Copy(what.into()),
            GuideIntent::KeepOnTop { on } => Self::KeepOnTop(on),
            GuideIntent::Ask => Self::Ask,
            GuideIntent::State { outcome } => Self::State(outcome.into()),
            GuideIntent::UseAgain => Self::UseAgain,
        }
    }
}

impl From<OutcomeAnswers> for TypedOutcome {
    fn from(typed: OutcomeAnswers) -> Self {
        Self {
            kind: typed.kind.map(Into::into),
            on: typed.on.into(),
            screen: typed.screen.map(ScreenId),
            rule: typed.rule,
            words: cut(typed.words),
        }
    }
}
