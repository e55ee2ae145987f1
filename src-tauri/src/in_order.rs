//! Tasks that must not overtake one another: what is kept in the key store after it was forgotten
//! must not be forgotten after it was kept. They run beside the window, one at a time, in the order
//! in which they were asked for.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

type Task = Box<dyn FnOnce() + Send>;

/// A queue of tasks.
#[derive(Default)]
pub struct InOrder {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Task>,
    is_running: bool,
}

impl InOrder {
    /// Appends a task; whether [`InOrder::run`] has to be called, because nobody else runs them.
    #[must_use]
    pub fn push(&self, task: impl FnOnce() + Send + 'static) -> bool {
        let mut state = self.state();
        state.waiting.push_back(Box::new(task));
        !std::mem::replace(&mut state.is_running, true)
    }

    /// Runs what waits, and what is appended meanwhile.
    pub fn run(&self) {
        let _ends = Ends(self);
        while let Some(task) = self.next() {
            task();
        }
    }

    /// The next task; none when the one who runs them is done.
    fn next(&self) -> Option<Task> {
        let mut state = self.state();
        let next = state.waiting.pop_front();
        state.is_running = next.is_some();
        next
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A task that ends its thread must not keep the ones behind it waiting for ever.
struct Ends<'a>(&'a InOrder);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.state().is_running = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn tasks_run_once_each_in_the_order_in_which_they_were_asked_for() {
        let (queue, done) = (Arc::new(InOrder::default()), Arc::new(Mutex::new(Vec::new())));
        let note = |number: u32| {
            let done = Arc::clone(&done);
            move || done.lock().unwrap_or_else(PoisonError::into_inner).push(number)
        };
        let (again, third) = (Arc::clone(&queue), note(3));
        assert!(queue.push(note(1)), "somebody has to run them");
        assert!(!queue.push(move || assert!(!again.push(third))), "the same one does");
        queue.run();
        assert!(queue.push(note(4)), "and had ended");
        queue.run();
        assert_eq!(*done.lock().unwrap_or_else(PoisonError::into_inner), [1, 3, 4]);
    }
}
