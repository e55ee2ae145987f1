//! The evidence bundle: one file with everything that is needed to check an approval years later without the network
//! (`oidc.md` §8.3, thin: no transaction token and no time-stamp yet).

use crate::claim::Claim;
use crate::commitment::OneTimeKey;
use crate::json::{self, base64url, canonical};
use crate::request::ApprovalRequest;
use crate::wire;
use domain::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt;

/// What a login gave, to be kept in the bundle.
pub struct Login {
    /// The ID token in its compact form, verbatim.
    pub id_token: String,
    /// A JWK set (`{"keys":[…]}`) with the one key that the ID token is signed with, verbatim.
    pub jwks: Value,
    /// The issuer that discovery named.
    pub issuer: String,
    /// Where the keys came from.
    pub jwks_uri: String,
    /// When the keys were fetched, as the computer's clock had it.
    pub fetched_at: Timestamp,
    /// The broker profile that was used.
    pub profile_id: String,
    /// Its version.
    pub profile_version: u32,
}

/// A sealed bundle. Holding one says that it has the right form, not that it is valid: that is for [`crate::verify()`].
#[derive(Clone, PartialEq)]
pub struct Bundle {
    rest: Rest,
    seal: String,
}

/// The bytes are not an evidence bundle that this version of Tilslut can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an evidence bundle")]
pub struct NotABundle;

/// Everything but the seal, which is over the canonical form of this.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Rest {
    r#type: Type,
    request: ApprovalRequest,
    cic: Claim,
    cic_signature: String,
    id_token: String,
    jwks: Value,
    discovery: Discovery,
    reference_text: String,
    profile: Profile,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
enum Type {
    #[serde(rename = "tilslut/evidence/v1")]
    V1,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Discovery {
    issuer: String,
    jwks_uri: String,
    #[serde(with = "wire")]
    fetched_at: Timestamp,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Profile {
    id: String,
    version: u32,
}

/// The protected header of the seal. No `kid`: the key is in the claim, which the seal covers.
const SEAL_HEADER: &str = r#"{"alg":"ES256","typ":"osm"}"#;

impl Bundle {
    pub(crate) fn sealed(request: ApprovalRequest, reference_text: String, cic: Claim, login: Login, key: &OneTimeKey) -> Self {
        let payload = login.id_token.split('.').nth(1).unwrap_or_default();
        let cic_signature = key.sign(cic.signing_input(payload).as_bytes());
        let rest = Rest {
            r#type: Type::V1,
            request,
            cic,
            cic_signature,
            id_token: login.id_token,
            jwks: login.jwks,
            discovery: Discovery { issuer: login.issuer, jwks_uri: login.jwks_uri, fetched_at: login.fetched_at },
            reference_text,
            profile: Profile { id: login.profile_id, version: login.profile_version },
        };
        // A detached JWS (RFC 7515 appendix F): the payload part is left out.
        let header = base64url(SEAL_HEADER);
        let signature = key.sign(format!("{header}.{}", base64url(canonical(&rest))).as_bytes());
        Self { rest, seal: format!("{header}..{signature}") }
    }

    /// The canonical bytes, as they are stored, sent and verified.
    pub fn to_bytes(&self) -> Vec<u8> {
        #[derive(Serialize)]
        struct Whole<'a> {
            #[serde(flatten)]
            rest: &'a Rest,
            seal: &'a str,
        }
        canonical(&Whole { rest: &self.rest, seal: &self.seal })
    }

    /// Reads a bundle; members named twice are refused.
    pub fn parse(bytes: &[u8]) -> Result<Self, NotABundle> {
        let whole = json::parse(bytes).ok_or(NotABundle)?;
        let mut rest = whole.clone();
        let seal = match rest.as_object_mut().and_then(|members| members.remove("seal")) {
            Some(Value::String(seal)) => seal,
            _ => return Err(NotABundle),
        };
        let bundle = Self { rest: serde_json::from_value(rest).map_err(|_| NotABundle)?, seal };
        (bundle.to_bytes() == canonical(&whole)).then_some(bundle).ok_or(NotABundle)
    }

    /// The request that the bundle is about.
    pub fn request(&self) -> &ApprovalRequest {
        &self.rest.request
    }
}

/// Shows nothing: a bundle is personal, and holds a token.
impl fmt::Debug for Bundle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bundle(…)")
    }
}

/// Shows nothing of the token.
impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login(…)")
    }
}
