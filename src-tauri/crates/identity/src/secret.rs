//! What of a login must not be seen and is made here: `state`, and every other value that nobody
//! may guess.

use crate::Error;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Secret;
use zeroize::Zeroizing;

/// 256 bits that nobody can guess, in base64url.
pub(crate) fn random() -> Result<Secret, Error> {
    let mut bits = Zeroizing::new([0; 32]);
    // Without randomness no login can be protected, so no port is opened for one.
    getrandom::fill(bits.as_mut()).map_err(|_| Error::LoopbackNotOpened { ports: Vec::new() })?;
    Ok(Secret::new(URL_SAFE_NO_PAD.encode(bits.as_ref())))
}
