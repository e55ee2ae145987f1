//! Whether somebody is at the window: when it was last heard of them, and whether the system has
//! gone away from them (it locks the screen, or goes to sleep).
//!
//! Two clocks are asked, and the longer time counts: the monotonic one, which nobody can set back,
//! and which stands still on some systems while they sleep; and the wall clock, which does not.

use crate::mutex::lock;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant, SystemTime};

/// When it was last heard of the person.
pub struct Presence {
    seen: Mutex<(Instant, SystemTime)>,
    is_away: AtomicBool,
    /// The system is asked to tell when it goes away.
    is_watched: AtomicBool,
    /// Counts how often the cases were opened: whoever looks after them ends at the next time.
    opened: AtomicU64,
}

impl Default for Presence {
    fn default() -> Self {
        Self {
            seen: Mutex::new((Instant::now(), SystemTime::now())),
            is_away: AtomicBool::new(false),
            is_watched: AtomicBool::new(false),
            opened: AtomicU64::new(0),
        }
    }
}

impl Presence {
    /// The cases were opened just now, by somebody who is here. The number of this time.
    pub fn begin(&self) -> u64 {
        self.note();
        self.set_away(false);
        self.opened.fetch_add(1, Ordering::AcqRel) + 1
    }

    /// True until they are opened the next time.
    pub fn is_last(&self, opened: u64) -> bool {
        self.opened.load(Ordering::Acquire) == opened
    }

    /// True for the first who asks: the system is to be asked once.
    pub fn watch(&self) -> bool {
        !self.is_watched.swap(true, Ordering::AcqRel)
    }

    /// The person does something.
    pub fn note(&self) {
        *lock(&self.seen) = (Instant::now(), SystemTime::now());
    }

    /// How long it was not heard of them.
    pub fn idle_time(&self) -> Duration {
        let (seen, by_wall) = *lock(&self.seen);
        // A wall clock that was set back says nothing.
        seen.elapsed().max(by_wall.elapsed().unwrap_or_default())
    }

    /// The system has locked the screen or gone to sleep, or not since the cases were opened.
    pub fn set_away(&self, is_away: bool) {
        self.is_away.store(is_away, Ordering::Release);
    }

    /// True from when the system locked the screen or went to sleep.
    pub fn is_away(&self) -> bool {
        self.is_away.load(Ordering::Acquire)
    }
}
