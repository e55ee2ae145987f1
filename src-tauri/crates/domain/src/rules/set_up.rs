//! What an administrator has to do once the agreement is concluded: steps 3 and 4 of the official
//! way (`domain.md` §5.2), as a checklist.

use super::file::{File, Sourced, Unreadable};
use super::{Certainty, Sources};
use crate::Language;
use jiff::civil::Date;
use serde::Deserialize;

/// Everything that `set-up.toml` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUp {
    /// The day on which the file was compared with its sources.
    pub as_of: Date,
    /// Every task, in the order in which they come.
    pub tasks: Vec<SetUpTask>,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetUpTask {
    /// Stable, in kebab case.
    pub id: String,
    /// When it comes.
    pub part: SetUpPart,
    /// Danish; may have the gaps `{email}` and `{until}`.
    pub da: String,
    /// English, with the same gaps.
    pub en: String,
    /// Where it was read: ids of the book's sources.
    pub source: Vec<String>,
    /// How sure it is.
    pub certainty: Certainty,
}

/// When a task of the set-up comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SetUpPart {
    /// To have at hand before.
    Before,
    /// Step 3: behind the link in the mail.
    SetUp,
    /// Step 4: the users.
    Users,
}

impl SetUp {
    pub(super) fn parse(text: &str, sources: &Sources) -> Result<Self, Unreadable> {
        let file = File::read("set-up", text, sources)?;
        let tasks: Vec<SetUpTask> = file.entries("task")?;
        for task in &tasks {
            let gaps = |gap: &str| task.da.contains(gap) == task.en.contains(gap);
            if !gaps("{email}") || !gaps("{until}") {
                return Err(file.wrong(&task.id, "a gap in one language only"));
            }
        }
        Ok(Self { as_of: file.as_of, tasks })
    }

    /// The tasks of a part, in their order.
    pub fn tasks_of(&self, part: SetUpPart) -> impl Iterator<Item = &SetUpTask> {
        self.tasks.iter().filter(move |task| task.part == part)
    }
}

impl SetUpPart {
    /// Every part, in its order.
    pub const ALL: [Self; 3] = [Self::Before, Self::SetUp, Self::Users];
}

impl SetUpTask {
    /// What to do, for the administrator with this address, until this day.
    pub fn text(&self, language: Language, email: &str, until: &str) -> String {
        let text = match language {
            Language::Danish => &self.da,
            Language::English => &self.en,
        };
        text.replace("{until}", until).replace("{email}", email)
    }
}

impl Sourced for SetUpTask {
    fn source(&self) -> &[String] {
        &self.source
    }
}
