//! Whom a verifier trusts: issuers, their signing keys, and in which signed token each of them says
//! text, level and name. A bundle carries the keys it was signed with, but only an anchor says
//! whose keys those are (`oidc.md` §5.2, key rotation).

use crate::certificate::CertificateAnchor;
use domain::{Environment, Timestamp};
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The anchors of one environment. A request of the other environment is invalid under them,
/// whoever signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustAnchors {
    /// The environment that the anchors belong to.
    pub environment: Environment,
    /// One for each broker.
    pub anchors: Vec<Anchor>,
    /// Who may certify time-stamping authorities (RFC 3161).
    pub time_stamps: Vec<CertificateAnchor>,
}

/// One broker that is trusted, as one client of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The issuer, compared as a plain string (RFC 9207 §2.4).
    pub issuer: String,
    /// Practice only: the port of an issuer on `http://127.0.0.1` is not compared, for it is
    /// another at every start.
    pub any_loopback_port: bool,
    /// The client id that the ID token and the transaction token must be made for.
    pub client_id: String,
    /// The issuer's signing keys, past and present.
    pub keys: Vec<AnchoredKey>,
    /// Who may certify the key of a long-lived transaction token: level A rests on these.
    pub certificates: Vec<CertificateAnchor>,
    /// Where it says what.
    pub claims: Claims,
}

/// Where a broker says what: the same for whoever makes evidence of its tokens and for whoever
/// verifies it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    /// Where the reference text is echoed. A claim without a name is in no token.
    pub text: ClaimPlace,
    /// The echo is base64 of the text.
    pub text_base64: bool,
    /// Where the level of assurance is told.
    pub level: ClaimPlace,
    /// The values that mean Substantial or higher.
    pub levels: Vec<String>,
    /// Where the person's name is told.
    pub name: ClaimPlace,
    /// Where MitID's own number for the person is told.
    pub uuid: Option<ClaimPlace>,
    /// Where the broker says that a person's name and address are protected, so that no name is
    /// told.
    pub protection: Option<Protection>,
    /// Where the broker says whom the person may represent.
    pub authority: Option<AuthorityPlace>,
}

/// The signed tokens of a login.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// The ID token (OpenID Connect Core §2). Every bundle has it.
    Id,
    /// A signed answer of the userinfo endpoint (OpenID Connect Core §5.3.2), or what a broker
    /// sends in its place.
    Userinfo,
    /// The broker's long-lived token about the transaction (`oidc.md` §0, fact 4).
    Transaction,
}

/// A claim of one of the signed tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimPlace {
    /// The token.
    pub token: TokenKind,
    /// The name of the claim.
    pub claim: String,
}

/// Where a broker says that a person has name and address protection (navne- og adressebeskyttelse,
/// the Danish CPR Act §28).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protection {
    /// The claim.
    pub place: ClaimPlace,
    /// The values that mean yes; a boolean is compared as `true` or `false`.
    pub values: Vec<String>,
}

/// Where the broker says whom the person may represent, and how (`oidc.md` §3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorityPlace {
    /// The claim.
    pub place: ClaimPlace,
    /// How it is written.
    pub written: AuthorityForm,
}

/// How a broker writes whom the person may represent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuthorityForm {
    /// The claim is the CVR number, or a list of them.
    Cvr,
    /// The claim says yes, and another claim of the same token names the organisation.
    Yes {
        /// The values that mean yes; a boolean is compared as `true` or `false`.
        values: Vec<String>,
        /// The claim with the CVR number.
        cvr: String,
    },
}

/// A key that an issuer signs with, or did.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AnchoredKey {
    /// RFC 7638 thumbprint (SHA-256, base64url).
    pub thumbprint: String,
    /// The first day (UTC) on which its signature counts, told by the `iat` of what it signed.
    pub from: Option<Date>,
    /// The last such day (UTC).
    pub until: Option<Date>,
}

impl Default for Claims {
    /// The names that OpenID Connect Core gives, and no accepted level.
    fn default() -> Self {
        Self {
            text: ClaimPlace::id(""),
            text_base64: false,
            level: ClaimPlace::id("acr"),
            levels: Vec::new(),
            name: ClaimPlace::id("name"),
            uuid: None,
            protection: None,
            authority: None,
        }
    }
}

impl ClaimPlace {
    /// A claim of the ID token.
    pub fn id(claim: &str) -> Self {
        Self { token: TokenKind::Id, claim: claim.to_owned() }
    }

    /// A claim of the userinfo token.
    pub fn userinfo(claim: &str) -> Self {
        Self { token: TokenKind::Userinfo, claim: claim.to_owned() }
    }

    /// A claim of the transaction token.
    pub fn transaction(claim: &str) -> Self {
        Self { token: TokenKind::Transaction, claim: claim.to_owned() }
    }
}

impl AnchoredKey {
    /// A key that is trusted whenever it signed.
    pub fn always(thumbprint: &str) -> Self {
        Self { thumbprint: thumbprint.to_owned(), from: None, until: None }
    }

    fn counts(&self, thumbprint: &str, at: Timestamp) -> bool {
        let day = at.to_zoned(TimeZone::UTC).date();
        self.thumbprint == thumbprint
            && self.from.is_none_or(|from| from <= day)
            && self.until.is_none_or(|until| day <= until)
    }
}

/// The anchors of the practice broker. Its keys are published in `crates/practice/keys`, so its
/// signature proves nothing.
pub fn practice() -> TrustAnchors {
    TrustAnchors {
        environment: Environment::Practice,
        anchors: vec![Anchor {
            issuer: "http://127.0.0.1/mitid".into(),
            any_loopback_port: true,
            client_id: "tilslut-practice".into(),
            keys: PRACTICE_KEYS.map(AnchoredKey::always).into(),
            certificates: vec![],
            claims: Claims {
                text: ClaimPlace::id("refTextBody"),
                text_base64: false,
                level: ClaimPlace::id("acr"),
                levels: vec![
                    "urn:grn:authn:dk:mitid:substantial".into(),
                    "urn:grn:authn:dk:mitid:high".into(),
                ],
                name: ClaimPlace::id("name"),
                uuid: None,
                protection: Some(Protection {
                    place: ClaimPlace::id("nameAndAddressProtection"),
                    values: vec!["true".into()],
                }),
                authority: Some(AuthorityPlace {
                    place: ClaimPlace::id("companySignatory"),
                    written: AuthorityForm::Yes {
                        values: vec!["true".into()],
                        cvr: "cvrNumberIdentifier".into(),
                    },
                }),
            },
        }],
        time_stamps: vec![],
    }
}

/// The thumbprints of `rs256.pem` and `es256.pem` in `crates/practice/keys`.
pub(crate) const PRACTICE_KEYS: [&str; 2] =
    ["2AOOwCf5zVmoj2FIIE0BJvqaGGcvXmMmAuYCLd5OjgM", "vQq5wv_0bv2zTHAnygSTY6JAs-CUkcJMyrsxhbDwDU4"];

impl Anchor {
    /// True when a key with this thumbprint is anchored for what was signed at that time.
    pub(crate) fn trusts(&self, thumbprint: &str, at: Timestamp) -> bool {
        self.keys.iter().any(|key| key.counts(thumbprint, at))
    }

    /// True when an ID token's `iss` names this issuer.
    pub(crate) fn is_issuer(&self, iss: &str) -> bool {
        if self.any_loopback_port
            && let (Some(ours), Some(theirs)) = (loopback_path(&self.issuer), loopback_path(iss))
        {
            return ours == theirs;
        }
        iss == self.issuer
    }
}

/// The path of `http://127.0.0.1[:port][/path]`, with its slash, when that is what it is.
pub(crate) fn loopback_path(issuer: &str) -> Option<&str> {
    let rest = issuer.strip_prefix("http://")?;
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let port = match authority.strip_prefix("127.0.0.1")? {
        "" => return Some(path),
        rest => rest.strip_prefix(':')?,
    };
    let digits = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    (digits && port.parse::<u16>().is_ok()).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_port_of_a_loopback_issuer_is_ignored() {
        let [practice] =
            <[Anchor; 1]>::try_from(practice().anchors).expect("practice has one broker");
        for (iss, is) in [
            ("http://127.0.0.1/mitid", true),
            ("http://127.0.0.1:1/mitid", true),
            ("http://127.0.0.1:65535/mitid", true),
            ("http://127.0.0.1:65536/mitid", false),
            ("http://127.0.0.1:/mitid", false),
            ("http://127.0.0.1:+1/mitid", false),
            ("http://127.0.0.1:1@evil.example/mitid", false),
            ("http://127.0.0.1.evil.example/mitid", false),
            ("http://127.0.0.12/mitid", false),
            ("https://127.0.0.1:1/mitid", false),
            ("http://127.0.0.1:1/mitid/", false),
            ("http://localhost:1/mitid", false),
            ("http://127.0.0.1:1", false),
            ("", false),
        ] {
            assert_eq!(practice.is_issuer(iss), is, "{iss}");
        }
        let exact = Anchor { any_loopback_port: false, ..practice };
        assert!(exact.is_issuer("http://127.0.0.1/mitid"));
        assert!(!exact.is_issuer("http://127.0.0.1:1/mitid"));
    }
}
