//! The few words of a login that must not be seen: `state`, the authorization code, a client's
//! secret. They are wiped when they are dropped and cannot be printed.

use crate::Error;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openidconnect::CsrfToken;
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

    /// The text, where it must be sent.
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }

    /// The same text as `state` of an authorization request.
    pub(crate) fn as_state(&self) -> CsrfToken {
        CsrfToken::new(self.0.to_string())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// 256 bits that nobody can guess, in base64url.
pub(crate) fn random() -> Result<Secret, Error> {
    let mut bits = Zeroizing::new([0; 32]);
    // Without randomness no login can be protected, so no port is opened for one.
    getrandom::fill(bits.as_mut()).map_err(|_| Error::LoopbackNotOpened { ports: Vec::new() })?;
    Ok(Secret::new(URL_SAFE_NO_PAD.encode(bits.as_ref())))
}
