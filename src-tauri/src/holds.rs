//! Who uses the database's file beside the vault's lock: opening the cases, and reading every page
//! of the file. SQLCipher takes itself down when the process ends, and a thread that still has a
//! connection of its own then reads freed memory: so the engine ends only when nobody holds the
//! file any more.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Counts who holds the file.
#[derive(Default)]
pub struct Holds {
    state: Mutex<State>,
    let_go: Condvar,
}

#[derive(Default)]
struct State {
    held: usize,
    has_ended: bool,
}

/// The file is in use until this is dropped.
pub struct Hold<'a> {
    holds: &'a Holds,
}

impl Holds {
    /// Takes the file into use; none when the program is ending.
    pub fn hold(&self) -> Option<Hold<'_>> {
        let mut state = self.state();
        if state.has_ended {
            return None;
        }
        state.held += 1;
        Some(Hold { holds: self })
    }

    /// Gives the file to nobody any more.
    pub fn end(&self) {
        self.state().has_ended = true;
    }

    /// Waits until nobody holds the file, at most for `patience`; whether that is so.
    pub fn wait(&self, patience: Duration) -> bool {
        let waited = self.let_go.wait_timeout_while(self.state(), patience, |state| state.held > 0);
        waited.unwrap_or_else(PoisonError::into_inner).0.held == 0
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        let mut state = self.holds.state();
        state.held = state.held.saturating_sub(1);
        self.holds.let_go.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Longer than anything here may take.
    const PATIENCE: Duration = Duration::from_secs(60);

    #[test]
    fn nobody_gets_the_file_once_the_program_is_ending() {
        let holds = Holds::default();
        assert!(holds.hold().is_some());
        holds.end();
        assert!(holds.hold().is_none());
        assert!(holds.wait(Duration::ZERO), "what was let go is not waited for");
    }

    #[test]
    fn the_end_waits_for_each_who_holds_it() {
        let holds = Holds::default();
        let (first, second) = (holds.hold(), holds.hold());
        holds.end();
        assert!(!holds.wait(Duration::ZERO));
        drop(first);
        assert!(!holds.wait(Duration::ZERO), "the other has it still");
        std::thread::scope(|scope| {
            let ended = scope.spawn(|| holds.wait(PATIENCE));
            drop(second);
            assert!(ended.join().is_ok_and(|everybody| everybody));
        });
    }
}
