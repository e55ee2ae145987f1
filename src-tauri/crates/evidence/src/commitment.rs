//! The commitment of one login: a request, a key that signs once, and the nonce that ties them
//! together. The key exists from the moment before the browser opens until the bundle is sealed,
//! and nowhere but in memory (DESIGN §3, 4 and 7).

use crate::bundle::{Bundle, Login, Unsealed};
use crate::claim::Claim;
use crate::one_time_key::{NoRandomness, OneTimeKey, random};
use crate::request::ApprovalRequest;
use std::fmt;

/// A request that a login is about to commit to. Consumed by [`Commitment::seal`]; the key is wiped
/// when it is dropped.
pub struct Commitment {
    request: ApprovalRequest,
    reference_text: String,
    claim: Claim,
    nonce: String,
    key: OneTimeKey,
}

impl Commitment {
    /// Makes a fresh key and a fresh nonce for a request.
    pub fn generate(request: ApprovalRequest) -> Result<Self, NoRandomness> {
        let key = OneTimeKey::generate()?;
        let rz = random()?;
        let (x, y) = key.coordinates().ok_or(NoRandomness)?;
        let claim = Claim::new(request.purpose(), &request.fingerprint(), &rz, &x, &y);
        Ok(Self {
            reference_text: request.reference_text(),
            nonce: claim.nonce(),
            claim,
            key,
            request,
        })
    }

    /// The nonce that the login must be asked for with.
    pub fn nonce(&self) -> &str {
        &self.nonce
    }

    /// The text that the MitID app is to show.
    pub fn reference_text(&self) -> &str {
        &self.reference_text
    }

    /// The request.
    pub fn request(&self) -> &ApprovalRequest {
        &self.request
    }

    /// Signs the ID token's payload, and waits with the seal so that a time-stamp can be got first.
    /// Checks nothing.
    pub fn answered(self, login: Login) -> Unsealed {
        let Self { request, reference_text, claim, key, nonce: _ } = self;
        Unsealed::new(request, reference_text, claim, login, key)
    }

    /// Signs the ID token's payload and the bundle, without a time-stamp, and wipes the key. Checks
    /// nothing: [`crate::verify()`] does, by another path, before anything is called approved.
    pub fn seal(self, login: Login) -> Bundle {
        self.answered(login).seal(vec![])
    }
}

/// Shows neither key nor nonce nor request.
impl fmt::Debug for Commitment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Commitment(…)")
    }
}
