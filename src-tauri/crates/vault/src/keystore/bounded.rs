//! Calls that may never return. A frozen secret service holds its caller for ever (store.md §3),
//! and a thread of an async runtime that waits for it keeps the program from ending. So every call
//! runs on a thread of its own that nobody joins.

use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

type Work = Box<dyn FnOnce() + Send>;

/// One thread that does one piece of work after the other; it is left behind, and replaced, when it
/// does not answer.
///
/// One thread, because the Windows store does not keep the order of calls from several.
pub(super) struct Bounded {
    thread: Mutex<Option<Sender<Work>>>,
    patience: Duration,
}

impl Default for Bounded {
    fn default() -> Self {
        Self { thread: Mutex::new(None), patience: Duration::from_secs(3) }
    }
}

impl Bounded {
    /// What the work returns, or nothing when it takes too long or panics. Work that takes too long
    /// is not stopped.
    pub(super) fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let mut kept = self.thread.lock().unwrap_or_else(PoisonError::into_inner);
        let thread = match kept.take() {
            Some(thread) => thread,
            None => begin()?,
        };
        let (answer, answered) = channel();
        let work = move || {
            // Nobody listens any more when it took too long.
            let _ = answer.send(work());
        };
        thread.send(Box::new(work)).ok()?;
        let result = answered.recv_timeout(self.patience).ok()?;
        *kept = Some(thread);
        Some(result)
    }
}

fn begin() -> Option<Sender<Work>> {
    let (sender, receiver) = channel::<Work>();
    let begun = thread::Builder::new()
        .name("key-store".to_owned())
        .spawn(move || receiver.into_iter().for_each(|work| work()));
    begun.ok().map(|_| sender)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread::ThreadId;

    #[test]
    fn work_that_never_returns_is_left_behind_and_the_next_is_done() {
        let bounded = Bounded { patience: Duration::from_millis(20), ..Bounded::default() };
        let (release, held) = channel::<()>();
        assert_eq!(bounded.run(move || held.recv().is_ok()), None);
        let patient = Bounded { thread: bounded.thread, ..Bounded::default() };
        assert_eq!(patient.run(|| 7), Some(7));
        drop(release);
    }

    #[test]
    fn a_panic_is_no_answer_and_the_next_is_done() {
        let bounded = Bounded::default();
        assert_eq!(bounded.run(|| -> u8 { panic!("inside the store") }), None);
        assert_eq!(bounded.run(|| 7), Some(7));
    }

    #[test]
    fn answered_work_stays_on_one_thread_of_its_own() {
        let bounded = Bounded::default();
        let mut ids: Vec<ThreadId> =
            (0..3).filter_map(|_| bounded.run(|| thread::current().id())).collect();
        assert!(ids.len() == 3 && !ids.contains(&thread::current().id()));
        ids.dedup();
        assert_eq!(ids.len(), 1);
    }
}
