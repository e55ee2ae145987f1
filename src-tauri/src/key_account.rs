//! What opens somebody else's service: the person's own, in one account of the operating system's
//! key store.
//!
//! There are two places for it, and only one is in use: a new secret is written to the other, read
//! back, and only then is the old one dropped. Whatever fails in between, or ends the program, one
//! of the two can be used.

use domain::problem::Problem;
use vault::{KeyStore, KeyStoreError, LONGEST, Secret};

/// An account of the key store. What is longer than the smallest of the stores takes, as a private
/// key is, lies in several entries of it: one that is full is followed by another.
pub struct KeyAccount(&'static str);

/// One of the two places of an account. What lies in it counts once its first entry is there, and
/// the first place before the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    First,
    Second,
}

impl KeyAccount {
    /// The account of this name.
    pub const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// What is kept; nothing where the store does not answer now. It may hold it all the same: then
    /// giving it again mends that.
    pub fn read(&self, store: &dyn KeyStore) -> Option<Secret> {
        let place = self.place(store).ok()??;
        self.read_from(place, store).ok().filter(|whole| !whole.bytes().is_empty())
    }

    /// Keeps this instead of what was kept before. On failure that is kept still, whole. Once the
    /// new one counts it is kept, also where the old one could not be dropped altogether: what is
    /// left of it is found by nobody, and goes when the next one is kept or this one forgotten.
    pub fn keep(&self, secret: &Secret, store: &dyn KeyStore) -> Result<(), Problem> {
        let text = secret.text().ok_or(Problem::KeyStoreUnreachable)?;
        let replace = || {
            let old = self.place(store)?;
            let new = if old == Some(Slot::First) { Slot::Second } else { Slot::First };
            self.clear(new, store)?;
            self.write_to(new, text, store)?;
            let read_back = self.read_from(new, store);
            if !read_back.as_ref().is_ok_and(|kept| kept.bytes() == secret.bytes()) {
                self.clear(new, store)?;
                return Err(read_back.err().unwrap_or(KeyStoreError::Unreachable));
            }
            match old {
                // The first place counts before the second, so there the old one is dropped first.
                Some(Slot::First) => self.uncount(Slot::First, store).or_else(|why| {
                    let counts = self.place(store) == Ok(Some(new));
                    if counts { Ok(()) } else { Err(why) }
                })?,
                Some(Slot::Second) | None => {}
            }
            if let Some(old) = old {
                let _ = self.clear(old, store);
            }
            Ok(())
        };
        replace().map_err(|_| Problem::KeyStoreUnreachable)
    }

    /// Forgets what is kept, in both places.
    pub fn forget(&self, store: &dyn KeyStore) -> Result<(), Problem> {
        // The second first: while the first is there, nothing else counts.
        let places = [Slot::Second, Slot::First];
        places
            .into_iter()
            .try_for_each(|place| self.clear(place, store))
            .map_err(|_| Problem::KeyStoreUnreachable)
    }

    /// The place that counts.
    fn place(&self, store: &dyn KeyStore) -> Result<Option<Slot>, KeyStoreError> {
        for place in [Slot::First, Slot::Second] {
            if store.read(&self.entry(place, 0))?.is_some() {
                return Ok(Some(place));
            }
        }
        Ok(None)
    }

    fn read_from(&self, place: Slot, store: &dyn KeyStore) -> Result<Secret, KeyStoreError> {
        let mut parts: Vec<Secret> = Vec::new();
        while parts.last().is_none_or(is_full) {
            match store.read(&self.entry(place, parts.len()))? {
                Some(part) => parts.push(part),
                None => break,
            }
        }
        // In one piece from the start: a buffer that grows would leave copies behind.
        let mut whole = Vec::with_capacity(parts.iter().map(|part| part.bytes().len()).sum());
        parts.iter().for_each(|part| whole.extend_from_slice(part.bytes()));
        Ok(Secret::from(whole))
    }

    /// The first entry last, so that a part of it is never taken for the whole.
    fn write_to(&self, place: Slot, text: &str, store: &dyn KeyStore) -> Result<(), KeyStoreError> {
        let entries: Vec<(usize, &str)> = pieces(text).into_iter().enumerate().collect();
        entries
            .into_iter()
            .rev()
            .try_for_each(|(n, piece)| store.write(&self.entry(place, n), &piece.into()))
    }

    /// The first entry first: without it the others count for nothing. Then from the last on, so
    /// that what a failure leaves has no gap in it and is found here again.
    fn clear(&self, place: Slot, store: &dyn KeyStore) -> Result<(), KeyStoreError> {
        self.uncount(place, store)?;
        let mut end = 1;
        while store.read(&self.entry(place, end))?.is_some() {
            end += 1;
        }
        (1..end).rev().try_for_each(|n| store.delete(&self.entry(place, n)))
    }

    /// What lies in this place counts no longer.
    fn uncount(&self, place: Slot, store: &dyn KeyStore) -> Result<(), KeyStoreError> {
        if store.read(&self.entry(place, 0))?.is_some() {
            store.delete(&self.entry(place, 0))?;
        }
        Ok(())
    }

    fn entry(&self, place: Slot, n: usize) -> String {
        let suffix = match place {
            Slot::First => "",
            Slot::Second => ".second",
        };
        if n == 0 { format!("{}{suffix}", self.0) } else { format!("{}{suffix}.{}", self.0, n + 1) }
    }
}

/// No further letter is sure to fit: the widest takes two units.
fn is_full(part: &Secret) -> bool {
    part.text().is_some_and(|text| text.encode_utf16().count() + 1 >= LONGEST)
}

fn pieces(mut text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    loop {
        let mut units = 0;
        let next = text.char_indices().find(|(_, letter)| {
            units += letter.len_utf16();
            units > LONGEST
        });
        let Some((end, _)) = next else { break };
        let (piece, rest) = text.split_at(end);
        pieces.push(piece);
        text = rest;
    }
    pieces.push(text);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use vault::testing::{Fault, MemoryKeyStore};

    const ACCOUNT: KeyAccount = KeyAccount::new("service");

    fn read(store: &MemoryKeyStore) -> Option<String> {
        ACCOUNT.read(store).and_then(|kept| kept.text().map(str::to_owned))
    }

    #[test]
    fn a_short_one_is_one_entry_and_a_long_one_several_and_none_is_left_behind() {
        let store = MemoryKeyStore::new();
        for (length, entries) in
            [(1, 1), (LONGEST - 2, 1), (LONGEST + 1, 2), (3 * LONGEST, 3), (5, 1)]
        {
            let secret = "x".repeat(length);
            assert_eq!(ACCOUNT.keep(&secret.as_str().into(), &store), Ok(()), "{length}");
            assert_eq!((read(&store), store.accounts().len()), (Some(secret), entries), "{length}");
        }
        assert_eq!(ACCOUNT.forget(&store), Ok(()));
        assert!(store.accounts().is_empty() && read(&store).is_none());
    }

    #[test]
    fn a_store_that_does_not_answer_keeps_and_forgets_nothing() {
        let store = MemoryKeyStore::new();
        assert_eq!(ACCOUNT.keep(&"før".into(), &store), Ok(()));
        store.fail(KeyStoreError::Locked);
        assert_eq!(ACCOUNT.keep(&"efter".into(), &store), Err(Problem::KeyStoreUnreachable));
        assert_eq!(ACCOUNT.forget(&store), Err(Problem::KeyStoreUnreachable));
        assert_eq!(read(&store), None);
        store.recover();
        assert_eq!(read(&store).as_deref(), Some("før"));
    }

    /// Keeps the old, has the store fail at this call while the new one is kept, and looks at what
    /// is left.
    fn interrupted(before: &[&str], new: &str, calls: usize, fault: Fault) -> Result<(), Problem> {
        let store = MemoryKeyStore::new();
        before
            .iter()
            .for_each(|secret| assert_eq!(ACCOUNT.keep(&(*secret).into(), &store), Ok(())));
        store.fail_after(calls, fault);
        let outcome = ACCOUNT.keep(&new.into(), &store);
        store.recover();
        let (left, old) = (read(&store), before.last().copied());
        if outcome.is_err() && old != Some(new) {
            let is_old = left.as_deref() == old || fault == Fault::FromThenOn;
            assert!(is_old, "{calls} {fault:?}: told that nothing was kept, and the new one was");
        }
        let is_one_of_them = left.as_deref() == old || left.as_deref() == Some(new);
        assert!(
            is_one_of_them,
            "{calls} {fault:?}: {:?} of {:?} and {}",
            left.map(|it| it.len()),
            old.map(str::len),
            new.len()
        );
        if outcome.is_ok() {
            assert_eq!(left.as_deref(), Some(new), "{calls} {fault:?}");
        }
        // Giving it again mends everything, and leaves nothing of the other.
        assert_eq!(ACCOUNT.keep(&new.into(), &store), Ok(()));
        assert_eq!(
            (read(&store).as_deref(), store.accounts().len()),
            (Some(new), pieces(new).len()),
            "{calls} {fault:?}"
        );
        store.fail_after(calls, fault);
        let forgotten = ACCOUNT.forget(&store);
        store.recover();
        assert!(forgotten.is_err() || store.accounts().is_empty(), "{calls} {fault:?}");
        assert!(read(&store).is_none_or(|left| left == new), "never half of it");
        assert_eq!(ACCOUNT.forget(&store), Ok(()));
        assert!(store.accounts().is_empty());
        outcome
    }

    #[test]
    fn whatever_call_fails_the_old_or_the_new_is_left_whole() {
        let secrets = [1, LONGEST - 1, LONGEST, LONGEST + 1, 3 * LONGEST]
            .map(|length| ["o".repeat(length), "n".repeat(length)]);
        for fault in [Fault::Once, Fault::FromThenOn] {
            for [old, _] in &secrets {
                for [other, new] in &secrets {
                    // Nothing before, something in the first place, something in the second.
                    for before in [&[][..], &[old][..], &[other, old][..]] {
                        let before: Vec<&str> =
                            before.iter().map(|secret| secret.as_str()).collect();
                        let failing = (0..)
                            .take_while(|calls| interrupted(&before, new, *calls, fault).is_err())
                            .count();
                        assert!((4..60).contains(&failing), "{failing} calls could fail");
                    }
                }
            }
        }
    }

    /// What an earlier program kept lies in the first place, and what it left of a longer one is no
    /// part of it.
    #[test]
    fn what_an_earlier_program_kept_is_read_and_replaced() {
        let store = MemoryKeyStore::new();
        for (n, piece) in pieces(&"x".repeat(2 * LONGEST)).into_iter().enumerate() {
            let account = if n == 0 { "service".to_owned() } else { format!("service.{}", n + 1) };
            store.write(&account, &piece.into()).expect("written");
        }
        assert_eq!(read(&store), Some("x".repeat(2 * LONGEST)));
        assert_eq!(ACCOUNT.keep(&"new".into(), &store), Ok(()));
        assert_eq!((read(&store).as_deref(), store.accounts().len()), (Some("new"), 1));
    }

    proptest! {
        /// The same, at any call and with any letters.
        #[test]
        fn a_failing_store_never_loses_both(
            before in prop::collection::vec("[aæ𝄞]{1,3000}", 0..3),
            new in "[aæ𝄞]{1,3000}",
            calls in 0usize..24,
            once in any::<bool>(),
        ) {
            let before: Vec<&str> = before.iter().map(String::as_str).collect();
            let _ = interrupted(&before, &new, calls, if once { Fault::Once } else { Fault::FromThenOn });
        }

        /// Whatever the letters take in the narrowest store, what comes out is what went in.
        #[test]
        fn what_is_kept_is_read(letters in "[aæ𝄞]{1,3000}", later in "[aæ𝄞]{1,2000}") {
            let store = MemoryKeyStore::new();
            for secret in [letters, later] {
                prop_assert_eq!(ACCOUNT.keep(&secret.as_str().into(), &store), Ok(()));
                prop_assert_eq!(read(&store), Some(secret));
            }
        }
    }
}
