//! The few words of a login that must not be seen: `state` and the authorization code. They are wiped when they are
//! dropped and cannot be printed.

use openidconnect::{AuthorizationCode, CsrfToken};
use std::fmt;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

/// A text that cannot be printed and is wiped when it is dropped.
#[derive(Clone)]
pub(crate) struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes the text over.
    pub(crate) fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// Compares in a time that does not tell how much of the text fits.
    pub(crate) fn is(&self, other: &str) -> bool {
        self.0.as_bytes().ct_eq(other.as_bytes()).into()
    }

    /// The same text as `state` of an authorization request.
    pub(crate) fn as_state(&self) -> CsrfToken {
        CsrfToken::new(self.0.to_string())
    }

    /// The same text as the code of a token request.
    pub(crate) fn as_code(&self) -> AuthorizationCode {
        AuthorizationCode::new(self.0.to_string())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}
