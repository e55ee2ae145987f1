//! What must never be printed and must not stay in memory: passphrases and keys on their way to or
//! from a key store.

use std::fmt;
use zeroize::Zeroizing;

/// A secret text or key. `Debug` shows `…`; the memory is wiped when it is dropped.
#[derive(Clone)]
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    /// The bytes of the secret.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The secret as text, when it is text.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.0).ok()
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text.into_bytes()))
    }
}

impl From<Vec<u8>> for Secret {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Zeroizing::new(bytes))
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_cannot_be_printed() {
        assert_eq!(format!("{:?}", Secret::from("kanariefugl")), "…");
        assert_eq!(format!("{:#?}", Some(Secret::from(vec![1, 2, 3]))), "Some(\n    …,\n)");
    }
}
