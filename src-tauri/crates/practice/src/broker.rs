//! The practice MitID broker: a real OpenID Provider with pretended people.
//!
//! It behaves as the real brokers are known to behave (`oidc.md` §1), Idura first: what a request
//! lacks ends on a page of its own, a refusal comes back without `iss`, and the reference text is
//! echoed in the signed ID token.

use crate::authorization::{Authorization, Malformed, Sent, wrong};
use crate::claims::{Claims, LoginFacts, TOKEN_SECONDS};
use crate::client::{CLIENT_ID, Form, is_proven, unpacked};
use crate::expiring_map::{ExpiringMap, random_name};
use crate::faults::FaultInjection;
use crate::flavour::BrokerFlavour;
use crate::grant::{Grant, Login};
use crate::keys::{Keys, Signed};
use crate::status;
use crate::words::Words;
use axum::http::{HeaderMap, StatusCode, header};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use domain::Language;
use jiff::Timestamp;
use jsonwebtoken::errors::{Error, ErrorKind};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The path of the issuer on this host.
pub(crate) const PATH: &str = "/mitid";

/// How long a person may take at the broker: twice what MitID gives.
const LOGIN_SECONDS: i64 = 10 * 60;
/// How long a pushed request waits for its browser: Idura's two minutes.
pub(crate) const PUSHED_SECONDS: i64 = 120;

/// What a `request_uri` of a pushed request begins with (RFC 9126 §2.2).
pub(crate) const PUSHED: &str = "urn:ietf:params:oauth:request_uri:";

/// The broker.
pub(crate) struct Broker {
    issuer: String,
    faults: FaultInjection,
    keys: Keys,
    pushed: Mutex<ExpiringMap<String>>,
    logins: Mutex<ExpiringMap<Login>>,
    codes: Mutex<ExpiringMap<Grant>>,
    /// The signed answer about the person that an access token opens.
    persons: Mutex<ExpiringMap<String>>,
    /// How many seconds the clock has been set ahead, by a person who shows what a wrong one does.
    ahead: AtomicI64,
}

impl Broker {
    /// The broker at an issuer, with its published keys.
    pub(crate) fn new(issuer: &str, faults: FaultInjection) -> Result<Self, Error> {
        Ok(Self {
            issuer: issuer.to_owned(),
            keys: Keys::read()?,
            pushed: Mutex::new(ExpiringMap::lasting(PUSHED_SECONDS)),
            logins: Mutex::new(ExpiringMap::lasting(LOGIN_SECONDS)),
            codes: Mutex::new(ExpiringMap::lasting(faults.code_seconds)),
            persons: Mutex::new(ExpiringMap::lasting(TOKEN_SECONDS)),
            ahead: AtomicI64::new(0),
            faults,
        })
    }

    pub(crate) fn keys(&self) -> &Keys {
        &self.keys
    }

    pub(crate) fn issuer(&self) -> &str {
        &self.issuer
    }

    pub(crate) fn faults(&self) -> &FaultInjection {
        &self.faults
    }

    pub(crate) fn now(&self) -> Timestamp {
        let ahead = jiff::SignedDuration::from_secs(self.ahead.load(Ordering::Relaxed));
        (self.faults.clock)().saturating_add(ahead).unwrap_or_default()
    }

    /// Sets the clock ahead, until somebody has logged in by it.
    pub(crate) fn set_clock(&self, seconds: i64) {
        self.ahead.store(seconds, Ordering::Relaxed);
    }

    /// What a query asks for: itself, the request that was pushed before, or the one that the
    /// client has signed.
    pub(crate) fn authorization_request(&self, query: &str) -> Result<Authorization, Malformed> {
        let mut sent = Sent::read(query)?;
        if let Some(name) = sent.value("request_uri").map(str::to_owned) {
            let pushed =
                name.strip_prefix(PUSHED).and_then(|name| self.pushed().take(name, self.now()));
            sent = Sent::read(&pushed.ok_or(wrong("request_uri"))?)?;
        }
        if let Some(request) = sent.value("request").map(str::to_owned) {
            let claims = unpacked(&request, &self.issuer, self.now()).ok_or(wrong("request"))?;
            sent = sent.unpacked(&claims);
        }
        self.faults.note(|seen| {
            seen.authorize = sent.all();
            seen.secrets.extend(
                ["state", "nonce"].iter().filter_map(|name| sent.value(name)).map(str::to_owned),
            );
        });
        let flavour = self.faults.flavour;
        Authorization::parse(&sent, flavour.redirect_hosts(), |sent| flavour.prompt(sent))
    }

    /// Where the pages of a login post to, from the root of this host. The language goes along for
    /// the page that follows when the login is no longer known.
    pub(crate) fn path_of(&self, login: &str, language: Language) -> String {
        let tag = Words::new("da", "en").in_language(language);
        format!("{PATH}/login/{login}?ui_locales={tag}")
    }

    pub(crate) fn pushed(&self) -> MutexGuard<'_, ExpiringMap<String>> {
        self.pushed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn persons(&self) -> MutexGuard<'_, ExpiringMap<String>> {
        self.persons.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn logins(&self) -> MutexGuard<'_, ExpiringMap<Login>> {
        self.logins.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn codes(&self) -> MutexGuard<'_, ExpiringMap<Grant>> {
        self.codes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the code first: one wrong verifier or address, and it is spent.
    pub(crate) fn redeem(&self, head: &HeaderMap, form: &Form) -> Result<Value, Refused> {
        let sent = |name: &str| form.get(name).map(String::as_str).ok_or(Refused::InvalidRequest);
        let (grant_type, code, redirect_uri, verifier) =
            (sent("grant_type")?, sent("code")?, sent("redirect_uri")?, sent("code_verifier")?);
        self.faults.note(|seen| {
            seen.exchanges += 1;
            seen.exchange.clone_from(form);
            seen.secrets.push(verifier.to_owned());
        });
        if grant_type != "authorization_code" {
            return Err(Refused::UnsupportedGrantType);
        }
        // Who cannot be who it is gets no further, and a client that names nobody has not asked.
        if !head.contains_key(header::AUTHORIZATION) {
            sent("client_id")?;
        }
        let now = self.now();
        if !is_proven(self.faults.proof, head, form, &self.issuer, now) {
            return Err(Refused::InvalidClient);
        }
        let grant = self.codes().take(code, now).ok_or(Refused::InvalidGrant)?;
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier));
        // RFC 7636 §4.1: a verifier has 43 to 128 characters.
        let sound = (43..=128).contains(&verifier.len());
        if !sound || challenge != grant.asked.challenge || redirect_uri != grant.asked.redirect_uri
        {
            return Err(Refused::InvalidGrant);
        }
        let tokens = self.tokens(&grant, now).map_err(|_| Refused::ServerError)?;
        self.set_clock(0);
        Ok(tokens)
    }

    fn tokens(&self, grant: &Grant, now: Timestamp) -> Result<Value, Error> {
        let access_token = random_name().map_err(|_| ErrorKind::RsaFailedSigning)?;
        let facts = LoginFacts {
            issuer: &self.issuer,
            client: CLIENT_ID,
            grant,
            access_token: &access_token,
            now,
        };
        let Claims { mut id, userinfo, transaction } = self.faults.flavour.claims(&facts);
        (self.faults.claims)(&mut id);
        let mut header = self.keys.header(grant.person.signs, self.faults.signed);
        (self.faults.header)(&mut header);
        let mut payload = Value::Object(id).to_string();
        (self.faults.payload)(&mut payload);
        let id_token = self.keys.sign(&header, &payload, grant.person.signs, self.faults.signed)?;
        let mut answer = json!({
            "id_token": id_token,
            "access_token": access_token,
            "expires_in": TOKEN_SECONDS,
            "token_type": "Bearer",
            "scope": grant.asked.scope,
        });
        let userinfo = userinfo.map(|claims| self.signed_userinfo(claims, grant)).transpose()?;
        let transaction = transaction.map(|mut claims| {
            (self.faults.transaction)(&mut claims);
            self.keys.sign_transaction(&Value::Object(claims).to_string())
        });
        let transaction = transaction.transpose()?;
        let status = match &transaction {
            Some(_) => status::response(self.faults.status, &self.keys, now)
                .map_err(|_| ErrorKind::RsaFailedSigning)?,
            None => None,
        };
        let status = status.map(|status| STANDARD.encode(status));
        let beside = [
            ("userinfo_token", userinfo.clone()),
            ("transaction_token", transaction),
            ("transaction_token_ocsp_resp", status),
        ];
        if let (BrokerFlavour::NetsEid, Some(members)) =
            (self.faults.flavour, answer.as_object_mut())
        {
            members.extend(beside.iter().filter_map(|(name, token)| {
                token.clone().map(|token| ((*name).to_owned(), token.into()))
            }));
        }
        let given = [
            Some(id_token),
            Some(access_token.clone()),
            userinfo.clone(),
            beside.into_iter().nth(1).and_then(|(_, token)| token),
        ];
        self.faults.note(|seen| seen.secrets.extend(given.into_iter().flatten()));
        if let Some(userinfo) = userinfo {
            self.persons().insert(access_token, userinfo, now);
        }
        Ok(answer)
    }

    /// NEB says of this token that it is one for access (`oidc.md` §1.1).
    fn signed_userinfo(
        &self,
        mut claims: Map<String, Value>,
        grant: &Grant,
    ) -> Result<String, Error> {
        (self.faults.userinfo)(&mut claims);
        let mut header = self.keys.header(grant.person.signs, Signed::AsPersonShows);
        if self.faults.flavour == BrokerFlavour::NetsEid {
            header.insert("typ".to_owned(), "at+jwt".into());
        }
        self.keys.sign(
            &header,
            &Value::Object(claims).to_string(),
            grant.person.signs,
            Signed::AsPersonShows,
        )
    }
}

/// Why no token is given (RFC 6749 §5.2). Bare codes, as NEB answers.
#[derive(Clone, Copy)]
pub(crate) enum Refused {
    InvalidRequest,
    InvalidClient,
    InvalidGrant,
    UnsupportedGrantType,
    ServerError,
}

impl Refused {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::InvalidRequest => "invalid_request",
            Self::InvalidClient => "invalid_client",
            Self::InvalidGrant => "invalid_grant",
            Self::UnsupportedGrantType => "unsupported_grant_type",
            Self::ServerError => "server_error",
        }
    }

    pub(crate) fn status(self) -> StatusCode {
        match self {
            Self::InvalidClient => StatusCode::UNAUTHORIZED,
            Self::ServerError => StatusCode::INTERNAL_SERVER_ERROR,
            Self::InvalidRequest | Self::InvalidGrant | Self::UnsupportedGrantType => {
                StatusCode::BAD_REQUEST
            }
        }
    }
}
