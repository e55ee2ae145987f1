//! The ways in which brokers differ, one type each.

use serde::Deserialize;

/// The host of the redirect URI. What is bound is always a literal address (RFC 8252 §7.3 and
/// §8.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Host {
    /// `127.0.0.1`.
    #[default]
    #[serde(rename = "127.0.0.1")]
    V4,
    /// `[::1]`.
    #[serde(rename = "[::1]")]
    V6,
    /// `localhost`, only where a broker insists: then both literals are bound on the same port, so
    /// that no other program can take the one that the browser happens to choose.
    #[serde(rename = "localhost")]
    Localhost,
}

/// How the client proves that it is the registered one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClientProof {
    /// Not at all: a public client, protected by PKCE.
    #[default]
    Public,
    /// With a secret of the organisation's own, by HTTP Basic (RFC 6749 §2.3.1).
    Secret,
    /// With an assertion that the organisation's own key signs (`private_key_jwt`, OpenID Connect
    /// Core §9).
    PrivateKey,
}

/// How the authorization request travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RequestForm {
    /// As parameters.
    #[default]
    Query,
    /// As one object that the organisation's own key signs (RFC 9101).
    Signed,
}

/// Whether the request is pushed to the broker before the browser goes there (RFC 9126).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pushed {
    /// It is not: the browser carries it.
    #[default]
    None,
    /// Without proof of the client.
    Anonymous,
    /// With the proof that `client` says.
    Authenticated,
}

/// Where a signed answer about the person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Userinfo {
    /// There is none, or nothing is needed from it.
    #[default]
    None,
    /// The userinfo endpoint answers with a signed token (OpenID Connect Core §5.3.2).
    Signed,
    /// It comes beside the ID token, as `userinfo_token` (NEB).
    InTokenResponse,
}

/// Which loopback ports may be in the redirect URI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ports {
    /// Any, as RFC 8252 §7.3 wants.
    Any,
    /// Only these, in this order: many brokers compare the port too.
    List(Vec<u16>),
}

/// RFC 9207, with the deviation of `oidc.md` §4: it is asked of answers with a code only, because
/// an error can never lead to an approval and at least one broker leaves `iss` out there. An `iss`
/// beside a code is always compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IssPolicy {
    /// Required when the broker's metadata says that it is sent.
    AsAdvertised,
    /// Always required.
    Required,
}

/// What a broker's error code means for the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorMeaning {
    /// The person refused, or broke it off.
    Refused,
    /// The person did not answer in time.
    TimedOut,
    /// The broker cannot work now.
    Down,
}

impl Host {
    /// As it stands in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::V4 => "127.0.0.1",
            Self::V6 => "[::1]",
            Self::Localhost => "localhost",
        }
    }
}
