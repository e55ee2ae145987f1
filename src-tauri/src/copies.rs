//! The folder that always gets a copy of every receipt, when the person has chosen one: made when
//! the receipt is first made, and again when it can tell of the receiver's answer. Another file is
//! never replaced.

use crate::engine::Engine;
use crate::files;
use crate::receipts::Stored;
use app::effect::Due;
use app::input::{Input, ReceiptsInput};
use app::model::Copied;
use app::saving::is_copy_due;
use domain::Language;
use domain::case::{CaseId, Delivery};
use domain::problem::Problem;
use std::path::Path;
use std::time::{Duration, Instant};

/// How often the window is told at most: what it shows is made anew each time.
const PACE: Duration = Duration::from_millis(400);

/// Asks for the folder.
pub fn choose_folder(engine: &Engine) {
    let Some(folder) = engine.desktop().choose_folder() else { return };
    // The folder is kept as text; one that is not text is rare enough to be refused.
    let folder = folder.into_os_string().into_string().map_err(|_| Problem::FileNotWritten);
    engine.notify(Input::Receipts(ReceiptsInput::FolderChosen(folder)));
}

/// Copies receipts one after the other: there may be many, and the folder may lie on a network.
pub fn make(engine: &Engine, folder: &str, due: Due, language: Language) {
    let cases = match due {
        Due::One(case) => vec![case],
        // When it cannot be told which are due, it is told at the next start.
        Due::All => engine.ask_vault(|vault| vault.copies_due(folder)).unwrap_or_default(),
    };
    let mut outcomes = Outcomes::new(Instant::now());
    let tell =
        |group| engine.notify(Input::Receipts(ReceiptsInput::Copied(folder.to_owned(), group)));
    for case in cases {
        // Locked, or another folder was chosen meanwhile: then it is not ours to do any more.
        let is_wanted = engine
            .read(|app| app.open().is_some_and(|open| open.copy_folder.as_deref() == Some(folder)));
        if !is_wanted {
            return;
        }
        if let Some(outcome) = copy(engine, folder, &case, language).transpose()
            && let Some(group) = outcomes.add((case, outcome), Instant::now())
        {
            tell(group);
        }
    }
    if let Some(group) = outcomes.rest() {
        tell(group);
    }
}

/// What came of a copy.
type Outcome = (CaseId, Result<Copied, Problem>);

/// What came of the copies since the window was told.
struct Outcomes {
    since: Instant,
    waiting: Vec<Outcome>,
}

impl Outcomes {
    fn new(now: Instant) -> Self {
        Self { since: now, waiting: Vec::new() }
    }

    /// Takes one in, and gives all that wait when the window was not told for a while.
    fn add(&mut self, outcome: Outcome, now: Instant) -> Option<Vec<Outcome>> {
        self.waiting.push(outcome);
        if now.saturating_duration_since(self.since) < PACE {
            return None;
        }
        self.since = now;
        self.rest()
    }

    /// What still waits; nothing when there is none.
    fn rest(&mut self) -> Option<Vec<Outcome>> {
        Some(std::mem::take(&mut self.waiting)).filter(|waiting| !waiting.is_empty())
    }
}

/// Copies one, when it is due: one that was asked for twice is made once.
fn copy(
    engine: &Engine,
    folder: &str,
    case: &CaseId,
    language: Language,
) -> Result<Option<Copied>, Problem> {
    let stored = Stored::read(engine, case)?;
    let delivery = &stored.approved()?.delivery;
    let noted = engine.ask_vault(|vault| vault.copy(case))?;
    let noted = noted.filter(|(_, path)| Path::new(path).parent() == Some(Path::new(folder)));
    let noted = noted.map(|(accepted, path)| Copied { path, accepted });
    if !is_copy_due(delivery, noted.as_ref()) {
        return Ok(noted);
    }
    let (name, pdf) = stored.make(engine, language)?;
    let path =
        files::write_new(Path::new(folder), &name, &pdf).map_err(|problem| match problem {
            Problem::DiskFull => problem,
            _ => Problem::CopyNotMade,
        })?;
    let copied = Copied {
        path: path.to_string_lossy().into_owned(),
        accepted: matches!(delivery, Delivery::Accepted(_)),
    };
    engine.ask_vault(|vault| vault.note_copy(case, copied.accepted, &copied.path))?;
    Ok(Some(copied))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn outcome(number: usize) -> Outcome {
        (
            CaseId(number.to_string()),
            if number % 7 == 3 { Err(Problem::DiskFull) } else { Ok(copied(number)) },
        )
    }

    fn copied(number: usize) -> Copied {
        Copied { path: number.to_string(), accepted: false }
    }

    #[test]
    fn a_copy_that_takes_long_is_told_at_once_and_the_last_one_at_the_end() {
        let start = Instant::now();
        let mut outcomes = Outcomes::new(start);
        assert_eq!(outcomes.add(outcome(0), start + PACE / 2), None);
        assert_eq!(outcomes.add(outcome(1), start + PACE), Some(vec![outcome(0), outcome(1)]));
        assert_eq!(outcomes.add(outcome(2), start + PACE), None);
        assert_eq!((outcomes.rest(), outcomes.rest()), (Some(vec![outcome(2)]), None));
    }

    proptest! {
        /// However fast they come: each is told once, in order, and the window is told no more
        /// often than it may be.
        #[test]
        fn every_copy_is_told_once_and_the_window_seldom(gaps in prop::collection::vec(0u64..300, 0..200)) {
            let start = Instant::now();
            let (mut outcomes, mut now, mut told, mut groups) = (Outcomes::new(start), start, Vec::new(), 0);
            for (number, gap) in gaps.iter().enumerate() {
                now += Duration::from_millis(*gap);
                if let Some(group) = outcomes.add(outcome(number), now) {
                    told.extend(group);
                    groups += 1;
                }
            }
            prop_assert!(groups <= (now - start).as_millis() / PACE.as_millis());
            told.extend(outcomes.rest().unwrap_or_default());
            prop_assert_eq!(told, (0..gaps.len()).map(outcome).collect::<Vec<_>>());
        }
    }
}
