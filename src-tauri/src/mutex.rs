//! A lock whose value is replaced whole and never half, so that a panic elsewhere leaves it usable:
//! it must not take the person's cases away.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Takes the lock, whoever panicked with it.
pub fn lock<T>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}
