//! When the window may close: what was typed is sent first, and what is only in memory is told
//! before it is lost.

/// One attempt after another to close the window.
///
/// The page is asked to send what was typed; a page that does not answer in time does not hold the
/// window. What could not be saved holds it once, and again after it has been saved and something
/// else could not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Closing {
    attempts: u64,
    waiting: Option<u64>,
    warned: bool,
}

/// What follows from wanting to close.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Ask the page to send what was typed. The number names the attempt to [`Closing::overdue`].
    Ask(u64),
    /// Nothing now: the page has been asked and has not answered, or nobody is closing.
    Wait,
    /// Do not close: something is only in memory, and the person has not been told.
    Warn,
    /// Close.
    Close,
}

impl Closing {
    /// The person wants to close the window.
    pub fn requested(&mut self) -> Outcome {
        if self.waiting.is_some() {
            return Outcome::Wait;
        }
        self.attempts += 1;
        self.waiting = Some(self.attempts);
        Outcome::Ask(self.attempts)
    }

    /// The page has sent everything that was typed. `unsaved`: something of it is only in memory.
    pub fn answered(&mut self, unsaved: bool) -> Outcome {
        match self.waiting {
            Some(attempt) => self.overdue(attempt, unsaved),
            None => Outcome::Wait,
        }
    }

    /// The page has had its time for this attempt.
    pub fn overdue(&mut self, attempt: u64, unsaved: bool) -> Outcome {
        if self.waiting != Some(attempt) {
            return Outcome::Wait;
        }
        self.waiting = None;
        if unsaved && !std::mem::replace(&mut self.warned, true) {
            Outcome::Warn
        } else {
            Outcome::Close
        }
    }

    /// Everything is saved: what comes after it is news, and is told before it is lost.
    pub fn saved(&mut self) {
        self.warned = false;
    }

    /// The page has been asked and has not answered.
    pub fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }
}
