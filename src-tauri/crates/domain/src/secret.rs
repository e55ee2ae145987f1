//! What must not be printed and must not stay in memory: passphrases, keys, the words of a
//! hand-over file, a login link, a recovery code.
//!
//! `secrecy` is the library for this and is not used: its secrets cannot be compared, and the
//! states that hold one are; `Debug` of ours is `…` wherever it stands. Under both is `zeroize`.

use std::fmt;
use std::hash::{Hash, Hasher};
use subtle::ConstantTimeEq as _;
use zeroize::{Zeroize, Zeroizing};

/// A secret text, or secret bytes. `Debug` shows `…`, equality takes a time that does not tell how
/// much fits, and the memory is wiped when it is dropped.
#[derive(Clone)]
pub struct Secret<T: Zeroize = String>(Zeroizing<T>);

impl<T: Zeroize> Secret<T> {
    /// Takes the secret over.
    pub fn new(secret: T) -> Self {
        Self(Zeroizing::new(secret))
    }

    /// The secret, where it is needed.
    pub fn expose(&self) -> &T {
        &self.0
    }
}

impl Secret<Vec<u8>> {
    /// The bytes of the secret.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The secret as text, when it is text.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }
}

impl From<Vec<u8>> for Secret<Vec<u8>> {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl From<String> for Secret<Vec<u8>> {
    fn from(text: String) -> Self {
        Self::new(text.into_bytes())
    }
}

impl From<Secret> for Secret<Vec<u8>> {
    fn from(mut text: Secret) -> Self {
        Self::new(std::mem::take(&mut *text.0).into_bytes())
    }
}

impl From<&str> for Secret<Vec<u8>> {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl<T: Zeroize + AsRef<[u8]>> PartialEq for Secret<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_ref().ct_eq(other.0.as_ref()).into()
    }
}

impl<T: Zeroize + AsRef<[u8]>> Eq for Secret<T> {}

impl<T: Zeroize + AsRef<[u8]>> Hash for Secret<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.as_ref().hash(state);
    }
}

impl<T: Zeroize> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_cannot_be_printed() {
        assert_eq!(format!("{:?}", Secret::new("kanariefugl".to_owned())), "…");
        assert_eq!(format!("{:#?}", Some(Secret::new(vec![1, 2, 3]))), "Some(\n    …,\n)");
    }

    #[test]
    fn secrets_are_equal_when_all_of_them_fits() {
        let secret = |text: &str| Secret::new(text.to_owned());
        assert_eq!(secret("kanariefugl"), secret("kanariefugl"));
        assert_ne!(secret("kanariefugl"), secret("kanarie"));
        assert_ne!(secret("a"), secret("b"));
    }
}
