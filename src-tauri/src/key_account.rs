//! What opens somebody else's service: the person's own, in one account of the operating system's key store.

use domain::problem::Problem;
use vault::{KeyStore, LONGEST, Secret};

/// An account of the key store. What is longer than the smallest of the stores takes, as a private key is, lies in several entries of it:
/// one that is full is followed by another.
pub struct KeyAccount(&'static str);

impl KeyAccount {
    /// The account of this name.
    pub const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// What is kept; nothing where the store does not answer now. It may hold it all the same: then giving it again mends that.
    pub fn read(&self, store: &dyn KeyStore) -> Option<Secret> {
        let parts = self.parts(store).ok()?;
        // In one piece from the start: a buffer that grows would leave copies behind.
        let mut whole = Vec::with_capacity(parts.iter().map(|part| part.bytes().len()).sum());
        parts.iter().for_each(|part| whole.extend_from_slice(part.bytes()));
        Some(Secret::from(whole)).filter(|whole| !whole.bytes().is_empty())
    }

    /// Keeps this instead of what was kept before. The first entry is written last, so that half of it is never taken for the whole.
    pub fn keep(&self, secret: &Secret, store: &dyn KeyStore) -> Result<(), Problem> {
        self.forget(store)?;
        let mut entries: Vec<(usize, &str)> = pieces(secret.text().ok_or(Problem::KeyStoreUnreachable)?).into_iter().enumerate().collect();
        entries.reverse();
        entries.into_iter().try_for_each(|(n, piece)| store.write(&self.entry(n), &piece.into())).map_err(|_| Problem::KeyStoreUnreachable)
    }

    /// Forgets what is kept, the last entry first: as long as anything is left, it is found here again.
    pub fn forget(&self, store: &dyn KeyStore) -> Result<(), Problem> {
        let entries = self.parts(store).map(|parts| parts.len());
        entries.and_then(|n| (0..n).rev().try_for_each(|n| store.delete(&self.entry(n)))).map_err(|_| Problem::KeyStoreUnreachable)
    }

    fn parts(&self, store: &dyn KeyStore) -> Result<Vec<Secret>, vault::KeyStoreTrouble> {
        let mut parts: Vec<Secret> = Vec::new();
        while parts.last().is_none_or(is_full) {
            match store.read(&self.entry(parts.len()))? {
                Some(part) => parts.push(part),
                None => break,
            }
        }
        Ok(parts)
    }

    fn entry(&self, n: usize) -> String {
        if n == 0 { self.0.to_owned() } else { format!("{}.{}", self.0, n + 1) }
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
    use vault::KeyStoreTrouble;
    use vault::testing::MemoryKeyStore;

    const ACCOUNT: KeyAccount = KeyAccount::new("service");

    fn read(store: &MemoryKeyStore) -> Option<String> {
        ACCOUNT.read(store).and_then(|kept| kept.text().map(str::to_owned))
    }

    #[test]
    fn a_short_one_is_one_entry_and_a_long_one_several_and_none_is_left_behind() {
        let store = MemoryKeyStore::new();
        for (length, entries) in [(1, 1), (LONGEST - 2, 1), (LONGEST + 1, 2), (3 * LONGEST, 3), (5, 1)] {
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
        store.fail(KeyStoreTrouble::Locked);
        assert_eq!(ACCOUNT.keep(&"efter".into(), &store), Err(Problem::KeyStoreUnreachable));
        assert_eq!(ACCOUNT.forget(&store), Err(Problem::KeyStoreUnreachable));
        assert_eq!(read(&store), None);
        store.recover();
        assert_eq!(read(&store).as_deref(), Some("før"));
    }

    proptest! {
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
