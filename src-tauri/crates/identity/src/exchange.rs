//! From the code to the verified evidence: the exchange, the tokens, the seal. The second half of [`crate::login`].

use crate::Trouble;
use crate::beside::Tokens;
use crate::broker::Broker;
use crate::listener::Closing;
use crate::login::{Approval, Asked, Begun};
use crate::profile::{BrokerProfile, ClientProof, Organisations, Userinfo};
use crate::secret::Secret;
use crate::token::{Expected, Unverified};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::Timestamp;
use domain::organisation::Represented;
use evidence::{Commitment, Login, Outcome};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreErrorResponseType, CoreGenderClaim, CoreIdToken, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreRevocableToken, CoreRevocationErrorResponse,
    CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AccessToken, EmptyAdditionalClaims, EndpointNotSet, EndpointSet, ExtraTokenFields, IdTokenFields, OAuth2TokenResponse,
    PkceCodeVerifier, RequestTokenError, StandardErrorResponse, StandardTokenResponse, TokenResponse,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::fmt;

/// The client of `openidconnect`, with the endpoints that the flow needs and the members that brokers add to the answer.
pub(crate) type Protocol<Authorization = EndpointSet, Token = EndpointSet> = openidconnect::Client<
    EmptyAdditionalClaims,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<
        IdTokenFields<EmptyAdditionalClaims, Added, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>,
        CoreTokenType,
    >,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    Authorization,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    Token,
    EndpointNotSet,
>;

/// What brokers add to the answer of the token endpoint, as Nets eID Broker names it (`oidc.md` §1.1).
#[derive(Serialize, Deserialize)]
pub(crate) struct Added {
    userinfo_token: Option<String>,
    transaction_token: Option<String>,
    /// An OCSP response in standard base64.
    transaction_token_ocsp_resp: Option<String>,
}

impl ExtraTokenFields for Added {}

/// They are tokens, so none is shown.
impl fmt::Debug for Added {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// A code came, with the right `state` and issuer.
pub(crate) struct Answered<'a> {
    pub(crate) login: Begun<'a>,
    pub(crate) broker: Broker,
    pub(crate) protocol: Protocol,
    pub(crate) verifier: PkceCodeVerifier,
    pub(crate) code: Secret,
    pub(crate) closing: Closing,
}

impl<'a> Answered<'a> {
    /// Exchanges the code at once, while the browser fetches the result page, and validates the tokens.
    pub(crate) async fn exchange(self) -> Result<Validated<'a>, Trouble> {
        let Self { login, mut broker, protocol, verifier, code, closing } = self;
        let exchange = async {
            let received = Received::of(&login, &broker, &protocol, &code, verifier).await?;
            received.validated(&login, &mut broker).await
        };
        let (signed, ()) = tokio::join!(exchange, closing.closed());
        let signed = signed?;
        Ok(Validated { login, signed })
    }
}

/// What the token endpoint gave, not yet looked at.
struct Received {
    id_token: CoreIdToken,
    access: AccessToken,
    userinfo: Option<String>,
    transaction: Option<String>,
    ocsp: Option<Vec<u8>>,
}

impl Received {
    async fn of(
        login: &Begun<'_>,
        broker: &Broker,
        protocol: &Protocol,
        code: &Secret,
        verifier: PkceCodeVerifier,
    ) -> Result<Self, Trouble> {
        let profile = login.client.profile;
        let http = broker.http();
        let mut request = protocol.exchange_code(code.as_code()).set_pkce_verifier(verifier);
        for (name, value) in login.client.assertion(broker.metadata.token_endpoint.as_str(), login.clock.now())? {
            request = request.add_extra_param(name, value);
        }
        let answer = request.request_async(&http).await.map_err(|refusal| trouble(&refusal, profile))?;
        let added = answer.extra_fields().extra_fields();
        let access = answer.access_token().clone();
        let userinfo = match profile.userinfo {
            Userinfo::None => None,
            Userinfo::Signed => Some(broker.userinfo(access.secret()).await?),
            Userinfo::InTokenResponse => Some(added.userinfo_token.clone().ok_or(Trouble::Nonsense)?),
        };
        let transaction = added.transaction_token.clone().filter(|_| profile.transaction_token);
        if profile.transaction_token && transaction.is_none() {
            return Err(Trouble::Nonsense);
        }
        let ocsp = added.transaction_token_ocsp_resp.as_ref().filter(|_| transaction.is_some());
        Ok(Self {
            id_token: answer.id_token().ok_or(Trouble::Nonsense)?.clone(),
            access,
            userinfo,
            transaction,
            ocsp: ocsp.map(|text| STANDARD.decode(text).map_err(|_| Trouble::Nonsense)).transpose()?,
        })
    }

    async fn validated(self, login: &Begun<'_>, broker: &mut Broker) -> Result<Signed, Trouble> {
        let mut keys = Vec::new();
        let id = Unverified::read(&self.id_token.to_string(), &["JWT"])?;
        let id_key = key_of(&id, broker, login, &mut keys).await?;
        // NEB says of its answer about the person that it is an access token.
        let userinfo = signed(self.userinfo, &["JWT", "at+jwt"], broker, login, &mut keys).await?;
        let transaction = signed(self.transaction, &["JWT"], broker, login, &mut keys).await?;
        if !id.is_id_token(&self.id_token, &id_key, &self.access, &login.expected()) {
            return Err(Trouble::NotTrusted);
        }
        Ok(Signed {
            tokens: Tokens { id, userinfo, transaction },
            ocsp: self.ocsp,
            keys,
            jwks_uri: broker.metadata.jwks_uri.as_str().to_owned(),
            fetched_at: broker.keys.fetched_at,
        })
    }
}

impl Begun<'_> {
    fn expected(&self) -> Expected<'_> {
        let Asked { nonce, text } = &self.asked;
        Expected { profile: self.client.profile, nonce, text, started: self.started, now: self.clock.now() }
    }
}

/// The tokens of the login, each signed with a key of the broker, and the ID token the answer to what was asked.
struct Signed {
    tokens: Tokens,
    ocsp: Option<Vec<u8>>,
    keys: Vec<Value>,
    jwks_uri: String,
    fetched_at: Timestamp,
}

/// The key that a token names, which goes into the evidence once.
async fn key_of(token: &Unverified, broker: &mut Broker, login: &Begun<'_>, used: &mut Vec<Value>) -> Result<Value, Trouble> {
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
    login: &Begun<'_>,
    used: &mut Vec<Value>,
) -> Result<Option<Unverified>, Trouble> {
    let Some(compact) = compact else { return Ok(None) };
    let token = Unverified::read(&compact, types)?;
    let key = key_of(&token, broker, login, used).await?;
    if token.is_signed_by(&key) { Ok(Some(token)) } else { Err(Trouble::NotTrusted) }
}

/// A refused code and a token that cannot be read are distrust; a client whose proof is refused can give another; anything else that
/// cannot be read is nonsense.
fn trouble(refusal: &RequestTokenError<Trouble, StandardErrorResponse<CoreErrorResponseType>>, profile: &BrokerProfile) -> Trouble {
    match refusal {
        RequestTokenError::Request(trouble) => trouble.clone(),
        RequestTokenError::ServerResponse(response)
            if *response.error() == CoreErrorResponseType::InvalidClient && profile.client != ClientProof::Public =>
        {
            Trouble::CredentialRefused
        }
        RequestTokenError::ServerResponse(response) if *response.error() == CoreErrorResponseType::InvalidGrant => Trouble::NotTrusted,
        RequestTokenError::Parse(_, body) if evidence::json::object(body).is_some_and(|answer| answer.contains_key("id_token")) => {
            Trouble::NotTrusted
        }
        RequestTokenError::ServerResponse(_) | RequestTokenError::Parse(..) | RequestTokenError::Other(_) => Trouble::Nonsense,
    }
}

/// The ID token is the answer to this login.
pub(crate) struct Validated<'a> {
    login: Begun<'a>,
    signed: Signed,
}

impl Validated<'_> {
    /// Seals the commitment that the login was asked with when everything holds together, and believes it only when the second code
    /// path does.
    pub(crate) fn seal(self, commitment: Commitment) -> Result<Approval, Trouble> {
        let Self { login, signed } = self;
        if !signed.tokens.hold(&login.expected()) {
            return Err(Trouble::NotTrusted);
        }
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
        };
        let bundle = commitment.seal(proof).to_bytes();
        let verdict = evidence::verify_for(purpose, &bundle, &login.client.profile.anchors(), login.clock.now());
        match verdict.outcome {
            Outcome::Level(_) => Ok(Approval { bundle, verdict }),
            Outcome::Invalid(_) => Err(Trouble::EvidenceInvalid),
        }
    }

    /// The organisations that the tokens name, when those about the person are of this login.
    pub(crate) fn organisations(&self, places: &Organisations) -> Result<Vec<Represented>, Trouble> {
        let tokens = &self.signed.tokens;
        if tokens.belong_together(&self.login.expected()) { Ok(tokens.organisations(places)) } else { Err(Trouble::NotTrusted) }
    }
}
