//! A profile as it is written: the `[broker]` table of a TOML file. Every field is explained in
//! `docs/live-profile.md`.

use super::raw::{
    Any, File, RawAuthority, RawCertificate, RawClaims, RawOrganisations, RawPlace, RawPorts,
};
use super::{
    BrokerProfile, ClientProof, IssPolicy, Organisations, Ports, Pushed, Reading, RequestForm,
    Userinfo, Yes,
};
use crate::callback::DONE;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Environment;
use domain::profile::ProfileIncomplete;
use evidence::CertificateAnchor;
use evidence::anchors::{AuthorityForm, AuthorityPlace, ClaimPlace, Claims, Protection, TokenKind};
use std::collections::BTreeMap;
use url::{Host as UrlHost, Url};

/// Reads the `[broker]` table; other tables are somebody else's.
pub(super) fn read(text: &str) -> Result<Reading, ProfileIncomplete> {
    let file: File = toml::from_str(text).map_err(|wrong| {
        let before = wrong.span().map_or(0, |span| span.start);
        ProfileIncomplete::unreadable_from(text, before)
    })?;
    let mut reader = Reader::default();
    let broker = file.broker.unwrap_or_default();
    let shows_text = broker.shows_text.unwrap_or(true);
    let environment = broker.environment.map_or(Environment::Live, Environment::from);
    let mut claims = broker.claims.unwrap_or_default();
    let login_time = claims.time.take().unwrap_or_else(|| "auth_time".to_owned());
    let required = std::mem::take(&mut claims.required);
    let profile = BrokerProfile {
        environment,
        id: reader.text("id", broker.id),
        version: reader.present("version", broker.version),
        issuer: reader.fitting(
            "issuer",
            broker.issuer.filter(|issuer| !issuer.trim().is_empty()),
            |issuer| is_issuer(issuer, environment),
        ),
        client_id: reader.text("client-id", broker.client_id),
        client: broker.client,
        host: broker.host,
        redirect_path: reader.fitting("redirect-path", broker.redirect_path, |path| is_path(path)),
        ports: reader.ports(broker.ports),
        scopes: reader.filled("scopes", broker.scopes),
        iss: broker.iss.unwrap_or(IssPolicy::AsAdvertised),
        request: broker.request,
        pushed: broker.pushed,
        userinfo: broker.userinfo,
        transaction_token: broker.transaction_token,
        shows_text,
        authorize: reader.authorize(broker.authorize, shows_text),
        claims: reader.claims(claims, shows_text),
        login_time,
        required,
        organisations: broker.organisations.map(|asked| reader.organisations(asked)),
        errors: broker.errors,
        keys: reader.keys(broker.keys),
        certificates: reader.certificates(broker.certificates),
        unconfirmed: broker.unconfirmed,
    };
    reader.fits_together(&profile);
    let Reader { missing, unusable } = reader;
    Ok(Reading { profile, missing, unusable })
}

/// Parameters that the flow itself sets; a profile that set one could undo PKCE, `state` or
/// `prompt=login`.
const RESERVED: [&str; 16] = [
    "client_id",
    "client_secret",
    "client_assertion",
    "client_assertion_type",
    "redirect_uri",
    "response_type",
    "response_mode",
    "scope",
    "state",
    "nonce",
    "prompt",
    "code_challenge",
    "code_challenge_method",
    "request",
    "request_uri",
    "registration",
];

/// Collects what is wrong, so that a person is told everything at once.
#[derive(Default)]
struct Reader {
    missing: Vec<String>,
    unusable: Vec<String>,
}

impl Reader {
    fn present<T: Default>(&mut self, field: &str, value: Option<T>) -> T {
        value.unwrap_or_else(|| {
            self.missing.push(format!("broker.{field}"));
            T::default()
        })
    }

    fn fitting<T: Default>(
        &mut self,
        field: &str,
        value: Option<T>,
        fits: impl Fn(&T) -> bool,
    ) -> T {
        if value.as_ref().is_some_and(|value| !fits(value)) {
            self.wrong(field);
        }
        self.present(field, value)
    }

    fn wrong(&mut self, field: &str) {
        self.unusable.push(format!("broker.{field}"));
    }

    fn text(&mut self, field: &str, value: Option<String>) -> String {
        self.present(field, value.filter(|text| !text.trim().is_empty()))
    }

    fn filled(&mut self, field: &str, values: Option<Vec<String>>) -> Vec<String> {
        self.present(field, values.filter(|values| !values.is_empty()))
    }

    fn place(&mut self, field: &str, place: Option<RawPlace>) -> ClaimPlace {
        let named = place.filter(RawPlace::is_filled).map(ClaimPlace::from);
        named.unwrap_or_else(|| ClaimPlace::id(&self.present::<String>(field, None)))
    }

    fn ports(&mut self, ports: Option<RawPorts>) -> Ports {
        match ports {
            Some(RawPorts::Any(Any::Any)) => Ports::Any,
            Some(RawPorts::List(list)) => {
                let list = Some(list).filter(|list| !list.is_empty());
                Ports::List(
                    self.fitting("ports", list, |list| list.iter().all(|port| *port >= 1024)),
                )
            }
            None => Ports::List(self.present("ports", None)),
        }
    }

    fn unreserved(
        &mut self,
        field: &str,
        parameters: Option<BTreeMap<String, String>>,
    ) -> BTreeMap<String, String> {
        let parameters = parameters.unwrap_or_default();
        let reserved = parameters.keys().filter(|name| RESERVED.contains(&name.as_str()));
        self.unusable.extend(reserved.map(|name| format!("broker.{field}.{name}")));
        parameters
    }

    fn authorize(
        &mut self,
        parameters: Option<BTreeMap<String, String>>,
        shows_text: bool,
    ) -> BTreeMap<String, String> {
        let parameters = self.unreserved("authorize", parameters);
        if shows_text && !parameters.values().any(|value| value.contains("{text")) {
            self.missing.push("broker.authorize {text}".to_owned());
        }
        parameters
    }

    fn claims(&mut self, claims: RawClaims, shows_text: bool) -> Claims {
        Claims {
            text: if shows_text {
                self.place("claims.text", claims.text)
            } else {
                ClaimPlace::id("")
            },
            text_base64: claims.text_base64,
            level: self.place("claims.level", claims.level),
            levels: self.filled("claims.levels", claims.levels),
            name: self.place("claims.name", claims.name),
            uuid: claims.uuid.map(ClaimPlace::from),
            protection: claims
                .protection
                .map(|told| Protection { place: told.place.into(), values: told.yes }),
            authority: claims.authority.map(|authority| self.authority(authority)),
        }
    }

    fn organisations(&mut self, asked: RawOrganisations) -> Organisations {
        Organisations {
            scopes: self.filled("organisations.scopes", asked.scopes),
            authorize: self.unreserved("organisations.authorize", asked.authorize),
            required: asked.required,
            cvr: self.place("organisations.cvr", asked.cvr),
            name: asked.name.filter(RawPlace::is_filled).map(ClaimPlace::from),
            may: asked.may.map(|may| Yes { place: may.place.into(), values: may.yes }),
        }
    }

    fn authority(&mut self, authority: RawAuthority) -> AuthorityPlace {
        let written = match (authority.yes, authority.cvr) {
            (None, None) => AuthorityForm::Cvr,
            (Some(values), Some(cvr)) => AuthorityForm::Yes { values, cvr },
            (Some(_), None) | (None, Some(_)) => {
                self.wrong("claims.authority");
                AuthorityForm::Cvr
            }
        };
        AuthorityPlace { place: authority.place.into(), written }
    }

    fn keys(&mut self, keys: Option<Vec<String>>) -> Vec<String> {
        let is_thumbprint =
            |key: &String| URL_SAFE_NO_PAD.decode(key).is_ok_and(|bytes| bytes.len() == 32);
        let keys = self.filled("keys", keys);
        if !keys.iter().all(is_thumbprint) {
            self.wrong("keys");
        }
        keys
    }

    fn certificates(&mut self, certificates: Vec<RawCertificate>) -> Vec<CertificateAnchor> {
        let read: Result<Vec<_>, _> = certificates
            .into_iter()
            .map(|c| CertificateAnchor::from_pem(&c.pem, c.subject))
            .collect();
        read.unwrap_or_else(|_| {
            self.wrong("certificates");
            Vec::new()
        })
    }

    /// Fields that each can be used and cannot be used together.
    fn fits_together(&mut self, profile: &BrokerProfile) {
        let absent = |place: &ClaimPlace| match place.token {
            TokenKind::Id => false,
            TokenKind::Userinfo => profile.userinfo == Userinfo::None,
            TokenKind::Transaction => !profile.transaction_token,
        };
        // The login that lists organisations has no transaction token.
        let stray = |field: &str, place: &ClaimPlace| {
            field.starts_with("organisations.") && place.token == TokenKind::Transaction
        };
        for (field, _) in profile
            .places()
            .into_iter()
            .filter(|(field, place)| absent(place) || stray(field, place))
        {
            self.wrong(field);
        }
        // One credential is held, so it must serve both.
        if profile.request == RequestForm::Signed && profile.client == ClientProof::Secret {
            self.wrong("request");
        }
        if profile.pushed == Pushed::Authenticated && profile.client == ClientProof::Public {
            self.wrong("pushed");
        }
    }
}

fn is_issuer(issuer: &str, environment: Environment) -> bool {
    Url::parse(issuer).is_ok_and(|url| {
        let at_home = match environment {
            Environment::Live => url.scheme() == "https",
            Environment::Practice => {
                url.scheme() == "http"
                    && url.host() == Some(UrlHost::Ipv4(std::net::Ipv4Addr::LOCALHOST))
            }
        };
        at_home && url.query().is_none() && url.fragment().is_none()
    })
}

fn is_path(path: &str) -> bool {
    path.is_empty()
        || (path != DONE
            && path.starts_with('/')
            && path.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-._~".contains(&b)))
}
