//! From the code to the verified evidence: the exchange, the tokens, the seal. The second half of a
//! login, after `login`.

use crate::Error;
use crate::attempt::{Asked, Attempt};
use crate::broker::Broker;
use crate::listener::Closing;
use crate::profile::{Organisations, Userinfo};
use crate::token::{Expected, Unverified};
use crate::token_set::Tokens;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::Secret;
use domain::Timestamp;
use domain::organisation::Represented;
use evidence::{Commitment, Login, Outcome, Verdict};
use openidconnect::{AccessToken, PkceCodeVerifier};
use serde_json::{Value, json};
use std::fmt;

/// An approval with its evidence, already verified.
#[derive(Clone)]
pub struct Approval {
    /// The evidence bundle, byte for byte.
    pub bundle: Vec<u8>,
    /// What the verification said.
    pub verdict: Verdict,
}

/// The bundle holds the ID token and the verdict names a person, so only the outcome is printed.
impl fmt::Debug for Approval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Approval")
            .field("bundle", &"…")
            .field("outcome", &self.verdict.outcome)
            .finish_non_exhaustive()
    }
}

/// A code came, with the right `state` and issuer.
pub(crate) struct Answered<'a> {
    pub(crate) login: Attempt<'a>,
    pub(crate) broker: Broker,
    pub(crate) redirect: String,
    pub(crate) verifier: PkceCodeVerifier,
    pub(crate) code: Secret,
    pub(crate) closing: Closing,
}

impl<'a> Answered<'a> {
    /// Exchanges the code at once, while the browser fetches the result page, and validates the
    /// tokens.
    pub(crate) async fn exchange(self) -> Result<Validated<'a>, Error> {
        let Self { login, mut broker, redirect, verifier, code, closing } = self;
        let exchange = async {
            let received = Received::of(&login, &broker, redirect, &code, &verifier).await?;
            received.validated(&login, &mut broker).await
        };
        let (signed, ()) = tokio::join!(exchange, closing.closed());
        let signed = signed?;
        Ok(Validated { login, signed })
    }
}

/// What the token endpoint gave, not yet looked at.
struct Received {
    id_token: String,
    access: Option<AccessToken>,
    userinfo: Option<String>,
    transaction: Option<String>,
    ocsp: Option<Vec<u8>>,
}

impl Received {
    /// The ID token must be there. What else the profile waits for may be missing, for it says who
    /// the person is and holds for longer, but does not decide whether the approval is one: where
    /// the level or the text stands in it, that is not told then.
    async fn of(
        login: &Attempt<'_>,
        broker: &Broker,
        redirect: String,
        code: &Secret,
        verifier: &PkceCodeVerifier,
    ) -> Result<Self, Error> {
        let profile = login.client.profile;
        let grant = [
            ("grant_type", "authorization_code"),
            ("code", code.expose()),
            ("redirect_uri", &redirect),
            ("code_verifier", verifier.secret()),
        ];
        let grant = grant.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        let answer = broker.exchange(&login.client, grant, login.corrected()).await?;
        let text = |name: &str| answer.text(name).map(str::to_owned);
        let access = text("access_token").map(AccessToken::new);
        let userinfo = match (profile.userinfo, &access) {
            (Userinfo::Signed, Some(access)) => broker.userinfo(access.secret()).await.ok(),
            (Userinfo::InTokenResponse, _) => text("userinfo_token"),
            (Userinfo::Signed | Userinfo::None, _) => None,
        };
        let transaction = text("transaction_token").filter(|_| profile.transaction_token);
        // An OCSP response in standard base64.
        let ocsp = answer.text("transaction_token_ocsp_resp").filter(|_| transaction.is_some());
        Ok(Self {
            id_token: text("id_token").ok_or(Error::Nonsense)?,
            access,
            userinfo: userinfo.filter(|answer| is_token(answer)),
            ocsp: ocsp.and_then(|text| STANDARD.decode(text).ok()),
            transaction,
        })
    }

    async fn validated(self, login: &Attempt<'_>, broker: &mut Broker) -> Result<Signed, Error> {
        let mut keys = Vec::new();
        let id = Unverified::read(&self.id_token, &["JWT"])?;
        let id_key = key_of(&id, broker, login, &mut keys).await?;
        // NEB says of its answer about the person that it is an access token.
        let userinfo = signed(self.userinfo, &["JWT", "at+jwt"], broker, login, &mut keys).await?;
        let transaction = signed(self.transaction, &["JWT"], broker, login, &mut keys).await?;
        id.is_id_token(&id_key, self.access.as_ref(), &login.expected())?;
        Ok(Signed {
            tokens: Tokens { id, userinfo, transaction },
            ocsp: self.ocsp,
            keys,
            jwks_uri: broker.metadata.jwks_uri.as_str().to_owned(),
            fetched_at: broker.keys.fetched_at,
        })
    }
}

/// Three parts, the form of a signed token. Where a client is set up otherwise than its profile
/// says, the answer about the person is a plain object that nobody vouches for: it is as if none
/// had come.
fn is_token(answer: &str) -> bool {
    answer.split('.').count() == 3 && !answer.starts_with('{')
}

impl Attempt<'_> {
    fn expected(&self) -> Expected<'_> {
        let Asked { nonce, text, .. } = &self.asked;
        Expected { profile: self.client.profile, nonce, text, clocks: self.clocks() }
    }
}

/// The tokens of the login, each signed with a key of the broker, and the ID token the answer to
/// what was asked.
struct Signed {
    tokens: Tokens,
    ocsp: Option<Vec<u8>>,
    keys: Vec<Value>,
    jwks_uri: String,
    fetched_at: Timestamp,
}

/// The key that a token names, which goes into the evidence once.
async fn key_of(
    token: &Unverified,
    broker: &mut Broker,
    login: &Attempt<'_>,
    used: &mut Vec<Value>,
) -> Result<Value, Error> {
    let key = broker.key_of(token, login.client.profile.environment, login.clock.now()).await?;
    if !used.contains(&key) {
        used.push(key.clone());
    }
    Ok(key)
}

/// A token beside the ID token, when its signature holds.
async fn signed(
    compact: Option<String>,
    types: &[&str],
    broker: &mut Broker,
    login: &Attempt<'_>,
    used: &mut Vec<Value>,
) -> Result<Option<Unverified>, Error> {
    let Some(compact) = compact else { return Ok(None) };
    let token = Unverified::read(&compact, types)?;
    let key = key_of(&token, broker, login, used).await?;
    if token.is_signed_by(&key) { Ok(Some(token)) } else { Err(Error::NotTrusted) }
}

/// The ID token is the answer to this login.
pub(crate) struct Validated<'a> {
    login: Attempt<'a>,
    signed: Signed,
}

impl Validated<'_> {
    /// Seals the commitment that the login was asked with when everything holds together, and
    /// believes it only when the second code path does.
    pub(crate) fn seal(self, commitment: Commitment) -> Result<Approval, Error> {
        let Self { login, signed } = self;
        signed.tokens.hold(&login.expected())?;
        // The broker's own times were judged as those of this login; a clock that is behind them is
        // not asked once more.
        let now = login.corrected().max(login.clock.now()).max(signed.tokens.issued());
        let (profile, tokens) = (login.client.profile, signed.tokens);
        let purpose = commitment.request().purpose();
        let proof = Login {
            id_token: tokens.id.into_compact(),
            userinfo_token: tokens.userinfo.map(Unverified::into_compact),
            transaction_token: tokens.transaction.map(Unverified::into_compact),
            transaction_ocsp: signed.ocsp,
            jwks: json!({ "keys": signed.keys }),
            issuer: profile.issuer.clone(),
            jwks_uri: signed.jwks_uri,
            fetched_at: signed.fetched_at,
            profile_id: profile.id.clone(),
            profile_version: profile.version,
            clock_offset: login.offset,
        };
        let bundle = commitment.seal(proof).to_bytes();
        let verdict = evidence::verify_for(purpose, &bundle, &login.client.profile.anchors(), now);
        match verdict.outcome {
            Outcome::Level(_) => Ok(Approval { bundle, verdict }),
            Outcome::Invalid(_) => Err(Error::EvidenceInvalid),
        }
    }

    /// The organisations that the tokens name, when those about the person are of this login.
    pub(crate) fn organisations(&self, places: &Organisations) -> Result<Vec<Represented>, Error> {
        let tokens = &self.signed.tokens;
        if tokens.belong_together(&self.login.expected()) {
            Ok(tokens.organisations(places))
        } else {
            Err(Error::NotTrusted)
        }
    }
}
