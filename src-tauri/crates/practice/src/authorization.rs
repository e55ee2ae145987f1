//! What a program asks of the broker when it sends a person here. Parsed whole before anything is
//! shown: what is missing or wrong ends on the broker's own page and never comes back, as at the
//! real brokers (`oidc.md` §0.8).

use crate::client::CLIENT_ID;
use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use domain::Language;
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::fmt;
use url::{Url, form_urlencoded};

/// A sound request for a login.
pub(crate) struct Authorization {
    redirect: Url,
    /// The redirect address as it was sent: the token endpoint wants exactly this again.
    pub(crate) redirect_uri: String,
    pub(crate) scope: String,
    pub(crate) state: String,
    pub(crate) nonce: String,
    pub(crate) challenge: String,
    pub(crate) prompt: Prompt,
    pub(crate) language: Language,
}

/// What MitID is to show.
pub(crate) struct Prompt {
    pub(crate) action: Action,
    /// The reference text, in plain text.
    pub(crate) text: Option<String>,
    /// The reference text as the broker repeats it: as it was sent, or in plain text.
    pub(crate) echo: Option<String>,
    /// The person is to choose an organisation to act for, instead of answering a text.
    pub(crate) business: bool,
}

/// The word above the text (`action:` of Idura's `login_hint`, `oidc.md` §1.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    LogOn,
    Confirm,
    Accept,
    Approve,
    Sign,
}

/// A parameter that keeps the broker from going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Malformed {
    pub(crate) parameter: &'static str,
    pub(crate) why: Why,
}

/// What is wrong with a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    Missing,
    Repeated,
    Wrong,
}

const NAMES: [&str; 18] = [
    "response_type",
    "response_mode",
    "client_id",
    "redirect_uri",
    "scope",
    "state",
    "nonce",
    "code_challenge",
    "code_challenge_method",
    "acr_values",
    "prompt",
    "login_hint",
    "ui_locales",
    "language",
    "idp_values",
    "idp_params",
    "request",
    "request_uri",
];

/// The longest reference text that the MitID app shows, in characters (`oidc.md` §0.2).
const LONGEST_TEXT: usize = 130;

impl Authorization {
    /// Parses what was sent to the authorization endpoint: where a person may be sent back to, and
    /// how MitID is told what to show, differs between brokers.
    pub(crate) fn parse(
        sent: &Sent,
        redirect_hosts: &[&str],
        prompt: impl FnOnce(&Sent) -> Result<Prompt, Malformed>,
    ) -> Result<Self, Malformed> {
        sent.only("response_type", |value| value == "code")?;
        sent.only("client_id", |value| value == CLIENT_ID)?;
        let scope = sent.only("scope", |value| value.split(' ').any(|word| word == "openid"))?;
        sent.only("code_challenge_method", |value| value == "S256")?;
        // There is never a session to reuse, so a silent login cannot succeed.
        sent.if_sent("prompt", |value| value == "login")?;
        sent.if_sent("response_mode", |value| value == "query")?;
        let redirect_uri = sent.needed("redirect_uri")?;
        Ok(Self {
            redirect: loopback(redirect_uri, redirect_hosts).ok_or(wrong("redirect_uri"))?,
            redirect_uri: redirect_uri.to_owned(),
            scope: scope.to_owned(),
            state: sent.only("state", |value| !value.is_empty() && value.len() <= 512)?.to_owned(),
            nonce: sent.only("nonce", |value| !value.is_empty() && value.len() <= 512)?.to_owned(),
            challenge: sent.only("code_challenge", is_sha256)?.to_owned(),
            prompt: prompt(sent)?,
            language: sent.language(),
        })
    }

    /// The address to send the person back to, with these parameters added.
    pub(crate) fn back_with<N: AsRef<str>, V: AsRef<str>>(&self, parameters: &[(N, V)]) -> String {
        let mut address = self.redirect.clone();
        address.query_pairs_mut().extend_pairs(parameters);
        address.into()
    }
}

/// The name and the fault, for the error page. No value that was sent is in it.
impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self.why {
            Why::Missing => "missing",
            Why::Repeated => "repeated",
            Why::Wrong => "wrong",
        };
        write!(f, "{}: {why}", self.parameter)
    }
}

/// English when the request asks for it first, else Danish. Read leniently: the error page needs it
/// too.
pub(crate) fn language(query: &str) -> Language {
    let pairs = form_urlencoded::parse(query.as_bytes());
    let wanted = pairs
        .into_iter()
        .find(|(name, _)| name == "ui_locales" || name == "language")
        .map(|(_, value)| value.into_owned());
    spoken(wanted.as_deref().unwrap_or_default())
}

fn spoken(wanted: &str) -> Language {
    let known = wanted.split(' ').find_map(|tag| match tag.split('-').next() {
        Some("da") => Some(Language::Danish),
        Some("en") => Some(Language::English),
        _ => None,
    });
    known.unwrap_or_default()
}

/// The parameters we know, each at most once.
pub(crate) struct Sent {
    values: HashMap<&'static str, String>,
    signed: bool,
}

impl Sent {
    /// Takes a query apart.
    pub(crate) fn read(query: &str) -> Result<Self, Malformed> {
        let mut values = HashMap::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let Some(known) = NAMES.iter().find(|known| **known == name) else { continue };
            if values.insert(*known, value.into_owned()).is_some() {
                return Err(Malformed { parameter: known, why: Why::Repeated });
            }
        }
        Ok(Self { values, signed: false })
    }

    /// The parameters of a signed request, which count instead of those beside it (RFC 9101 §6.3).
    pub(crate) fn unpacked(self, claims: &Map<String, Value>) -> Self {
        let text = |name: &str| claims.get(name).and_then(Value::as_str).map(str::to_owned);
        let values =
            NAMES.iter().filter_map(|name| text(name).map(|value| (*name, value))).collect();
        Self { values, signed: true }
    }

    /// The client's signature is on it.
    pub(crate) fn is_signed(&self) -> bool {
        self.signed
    }

    /// What was sent under a name.
    pub(crate) fn value(&self, parameter: &str) -> Option<&str> {
        self.values.get(parameter).map(String::as_str)
    }

    /// Everything.
    pub(crate) fn all(&self) -> HashMap<String, String> {
        self.values.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
    }

    fn language(&self) -> Language {
        spoken(self.value("ui_locales").or(self.value("language")).unwrap_or_default())
    }

    fn needed(&self, parameter: &'static str) -> Result<&str, Malformed> {
        self.value(parameter).ok_or(Malformed { parameter, why: Why::Missing })
    }

    /// A parameter that must be there and right.
    pub(crate) fn only(
        &self,
        parameter: &'static str,
        right: impl Fn(&str) -> bool,
    ) -> Result<&str, Malformed> {
        self.needed(parameter)
            .and_then(|value| if right(value) { Ok(value) } else { Err(wrong(parameter)) })
    }

    fn if_sent(
        &self,
        parameter: &'static str,
        right: impl Fn(&str) -> bool,
    ) -> Result<(), Malformed> {
        if self.values.contains_key(parameter) {
            self.only(parameter, right).map(drop)
        } else {
            Ok(())
        }
    }
}

/// A parameter that cannot be used.
pub(crate) fn wrong(parameter: &'static str) -> Malformed {
    Malformed { parameter, why: Why::Wrong }
}

/// RFC 8252 §7.3: the loopback address as it is registered, any port, any path. The prefix is
/// compared as text because a parsed address would also accept `http://127.1` and other spellings.
fn loopback(text: &str, hosts: &[&str]) -> Option<Url> {
    let host = hosts.iter().find(|host| {
        text.strip_prefix("http://").is_some_and(|rest| rest.starts_with(&format!("{host}:")))
    })?;
    let address = Url::parse(text).ok()?;
    let plain = address.host_str() == Some(host)
        && address.username().is_empty()
        && address.password().is_none();
    (plain && address.fragment().is_none() && address.query().is_none()).then_some(address)
}

/// 32 bytes in base64url without padding: the only thing an S256 challenge can be (RFC 7636 §4.2).
fn is_sha256(challenge: &str) -> bool {
    base64::engine::general_purpose::URL_SAFE_NO_PAD
        .decode(challenge)
        .is_ok_and(|bytes| bytes.len() == 32)
}

/// The reference text: base64 or base64url of UTF-8, with or without padding (`oidc.md` §1.2),
/// without line breaks.
pub(crate) fn text(encoded: &str) -> Option<String> {
    let lenient =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let bytes = [STANDARD, URL_SAFE]
        .iter()
        .find_map(|alphabet| GeneralPurpose::new(alphabet, lenient).decode(encoded).ok())?;
    let text = String::from_utf8(bytes).ok()?;
    let shown = !text.is_empty()
        && text.chars().count() <= LONGEST_TEXT
        && !text.chars().any(char::is_control);
    shown.then_some(text)
}

#[cfg(test)]
mod tests;
