//! As whom a broker is asked, and the proof of it: nothing, a secret, or what the organisation's
//! own key has signed.
//!
//! A credential belongs to one organisation's agreement with its broker. It comes from the
//! operating system's key store through the caller, never from a profile, and is never part of the
//! program (`oidc.md` §0, fact 6).

use crate::Error;
use crate::profile::{BrokerProfile, ClientProof, Pushed, RequestForm};
use crate::secret::random;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::Secret;
use domain::Timestamp;
use jsonwebtoken::crypto::sign;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Map, Value, json};
use std::fmt;
use url::form_urlencoded;

/// How long a signed request or an assertion holds, in seconds: the two minutes of a pushed
/// request, and under Idura's five.
const HOLDS: i64 = 120;

/// What an assertion is, by its name (RFC 7523 §2.2).
const ASSERTION: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// What an organisation proves itself with at its broker.
#[derive(Clone)]
pub struct Credential(Kind);

#[derive(Clone)]
enum Kind {
    Secret(Secret),
    Key { pem: Secret, algorithm: Algorithm, id: Option<String> },
}

/// The text is not a private key that can sign for a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a private key in PEM, for RSA or P-256")]
pub struct NotAKey;

/// Shows only what kind it is.
impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Kind::Secret(_) => "Credential::Secret(…)",
            Kind::Key { .. } => "Credential::Key(…)",
        })
    }
}

impl Credential {
    /// A client secret. It is wiped when it is dropped.
    pub fn secret(text: String) -> Self {
        Self(Kind::Secret(Secret::new(text)))
    }

    /// A private key (PEM, PKCS #8): P-256 signs ES256, RSA signs RS256. `id` is the name under
    /// which the broker knows the public half.
    ///
    /// # Errors
    /// When the text is no such key. It does not say why, so that nothing of the key is said.
    pub fn key(pem: &str, id: Option<String>) -> Result<Self, NotAKey> {
        let can_sign = |algorithm: &Algorithm| {
            encoding_key(pem, *algorithm).is_some_and(|key| sign(b"", &key, *algorithm).is_ok())
        };
        let algorithm =
            [Algorithm::ES256, Algorithm::RS256].into_iter().find(can_sign).ok_or(NotAKey)?;
        Ok(Self(Kind::Key { pem: Secret::new(pem.to_owned()), algorithm, id }))
    }
}

fn encoding_key(pem: &str, algorithm: Algorithm) -> Option<EncodingKey> {
    match algorithm {
        Algorithm::ES256 => EncodingKey::from_ec_pem(pem.as_bytes()).ok(),
        _ => EncodingKey::from_rsa_pem(pem.as_bytes()).ok(),
    }
}

/// As whom a broker is asked.
#[derive(Debug, Clone, Copy)]
pub struct Client<'a> {
    /// The broker.
    pub profile: &'a BrokerProfile,
    /// What the profile asks for beside it.
    pub credential: Option<&'a Credential>,
}

/// A public client: it has nothing to prove.
impl<'a> From<&'a BrokerProfile> for Client<'a> {
    fn from(profile: &'a BrokerProfile) -> Self {
        Self { profile, credential: None }
    }
}

/// What is added to a form that goes to the broker.
pub(crate) struct Proof {
    /// Fields of the form.
    pub(crate) fields: Vec<(&'static str, String)>,
    /// The value of the header `Authorization`.
    pub(crate) authorization: Option<Secret>,
}

impl Client<'_> {
    /// Refuses before a browser is opened when the profile wants a credential that is not there.
    pub(crate) fn is_complete(&self) -> Result<(), Error> {
        let has_key = matches!(self.credential, Some(Credential(Kind::Key { .. })));
        let has_secret = matches!(self.credential, Some(Credential(Kind::Secret(_))));
        let complete = (!self.profile.needs_key() || has_key)
            && (self.profile.client != ClientProof::Secret || has_secret);
        if complete { Ok(()) } else { Err(Error::CredentialMissing) }
    }

    /// The secret, where the client proves itself with one.
    fn client_secret(&self) -> Option<&Secret> {
        match (self.profile.client, self.credential) {
            (ClientProof::Secret, Some(Credential(Kind::Secret(secret)))) => Some(secret),
            _ => None,
        }
    }

    /// The assertion for the token endpoint, where the client proves itself with one (OpenID
    /// Connect Core §9).
    fn assertion(
        &self,
        endpoint: &str,
        now: Timestamp,
    ) -> Result<Vec<(&'static str, String)>, Error> {
        if self.profile.client != ClientProof::PrivateKey {
            return Ok(Vec::new());
        }
        let id = &self.profile.client_id;
        let claims = json!({ "iss": id, "sub": id, "aud": endpoint, "jti": random()?.expose(), "iat": now.as_second(), "exp": now.as_second() + HOLDS });
        Ok(vec![
            ("client_assertion_type", ASSERTION.to_owned()),
            ("client_assertion", self.signed(&claims, "JWT")?),
        ])
    }

    /// The proof for a pushed request.
    pub(crate) fn proof(&self, endpoint: &str, now: Timestamp) -> Result<Proof, Error> {
        if self.profile.pushed != Pushed::Authenticated {
            return Ok(Proof { fields: Vec::new(), authorization: None });
        }
        Ok(Proof { fields: self.assertion(endpoint, now)?, authorization: self.basic() })
    }

    /// The proof at the token endpoint: who does not prove itself by the header says who it is in
    /// the form (RFC 6749 §3.2.1).
    pub(crate) fn proof_of_exchange(&self, endpoint: &str, now: Timestamp) -> Result<Proof, Error> {
        let (mut fields, authorization) = (self.assertion(endpoint, now)?, self.basic());
        if authorization.is_none() {
            fields.push(("client_id", self.profile.client_id.clone()));
        }
        Ok(Proof { fields, authorization })
    }

    /// HTTP Basic, where the client has a secret.
    fn basic(&self) -> Option<Secret> {
        self.client_secret().map(|secret| {
            // RFC 6749 §2.3.1: both are form-encoded first.
            let encoded =
                |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
            let pair = Secret::new(format!(
                "{}:{}",
                encoded(&self.profile.client_id),
                encoded(secret.expose())
            ));
            Secret::new(format!("Basic {}", STANDARD.encode(pair.expose())))
        })
    }

    /// The parameters of an authorization request as they travel: as they are, or as one signed
    /// object (RFC 9101), beside which OpenID Connect Core §6.1 wants the plain ones that say what
    /// it is.
    pub(crate) fn travelling(
        &self,
        parameters: Vec<(String, String)>,
        now: Timestamp,
    ) -> Result<Vec<(String, String)>, Error> {
        if self.profile.request == RequestForm::Query {
            return Ok(parameters);
        }
        let mut claims: Map<String, Value> =
            parameters.iter().map(|(name, value)| (name.clone(), value.clone().into())).collect();
        let own = json!({
            "iss": self.profile.client_id,
            "aud": self.profile.issuer,
            "jti": random()?.expose(),
            "iat": now.as_second(),
            "nbf": now.as_second(),
            "exp": now.as_second() + HOLDS,
        });
        if let Value::Object(own) = own {
            claims.extend(own);
        }
        let request = self.signed(&Value::Object(claims), "oauth-authz-req+jwt")?;
        let beside = parameters
            .into_iter()
            .filter(|(name, _)| ["client_id", "response_type", "scope"].contains(&name.as_str()));
        Ok(beside.chain([("request".to_owned(), request)]).collect())
    }

    fn signed(&self, claims: &Value, typ: &str) -> Result<String, Error> {
        let Some(Credential(Kind::Key { pem, algorithm, id })) = self.credential else {
            return Err(Error::CredentialMissing);
        };
        let key = encoding_key(pem.expose(), *algorithm).ok_or(Error::CredentialMissing)?;
        let header =
            Header { kid: id.clone(), typ: Some(typ.to_owned()), ..Header::new(*algorithm) };
        jsonwebtoken::encode(&header, claims, &key).map_err(|_| Error::CredentialMissing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_one_that_can_sign() {
        assert!(Credential::key(practice::CLIENT_KEY, None).is_ok());
        for text in [
            "",
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
            "practice-client-secret",
        ] {
            assert_eq!(Credential::key(text, None).err(), Some(NotAKey), "{text}");
        }
    }

    #[test]
    fn a_credential_is_not_printed() {
        let secret = Credential::secret("kanariefugl".to_owned());
        let key = Credential::key(practice::CLIENT_KEY, Some("kanariefugl".to_owned())).ok();
        let printed = format!("{secret:?} {secret:#?} {key:?}");
        assert!(!printed.contains("kanariefugl") && printed.contains('…'), "{printed}");
    }
}
