//! Whom a verifier trusts: issuers, their signing keys, and how each of them spells level, name and shown text. A bundle
//! carries the key it was signed with, but only an anchor says whose key that is (`oidc.md` §5.2, key rotation).

use domain::Environment;

/// The anchors of one environment. A request of the other environment is invalid under them, whoever signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustAnchors {
    /// The environment that the anchors belong to.
    pub environment: Environment,
    /// One for each broker.
    pub anchors: Vec<Anchor>,
}

/// One broker that is trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The issuer, compared as a plain string (RFC 9207 §2.4).
    pub issuer: String,
    /// Practice only: the port of an issuer on `http://127.0.0.1` is not compared, for it is another at every start.
    pub any_loopback_port: bool,
    /// The client id that ID tokens must be made for.
    pub client_id: String,
    /// RFC 7638 thumbprints (SHA-256, base64url) of the issuer's signing keys, past and present.
    pub key_thumbprints: Vec<String>,
    /// The claim of the ID token that echoes the reference text.
    pub text_claim: String,
    /// The echo is base64 of the text.
    pub text_base64: bool,
    /// The claim of the ID token that tells the level of assurance.
    pub level_claim: String,
    /// The values of that claim which mean Substantial or higher.
    pub levels: Vec<String>,
    /// The claim of the ID token that tells the person's name.
    pub name_claim: String,
}

/// The anchors of the practice broker. Its keys are published in `crates/practice/keys`, so its signature proves nothing.
pub fn practice() -> TrustAnchors {
    TrustAnchors {
        environment: Environment::Practice,
        anchors: vec![Anchor {
            issuer: "http://127.0.0.1/mitid".into(),
            any_loopback_port: true,
            client_id: "tilslut-practice".into(),
            key_thumbprints: vec![
                "2AOOwCf5zVmoj2FIIE0BJvqaGGcvXmMmAuYCLd5OjgM".into(), // rs256.pem
                "vQq5wv_0bv2zTHAnygSTY6JAs-CUkcJMyrsxhbDwDU4".into(), // es256.pem
            ],
            text_claim: "refTextBody".into(),
            text_base64: false,
            level_claim: "acr".into(),
            levels: vec!["urn:grn:authn:dk:mitid:substantial".into(), "urn:grn:authn:dk:mitid:high".into()],
            name_claim: "name".into(),
        }],
    }
}

impl Anchor {
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

/// The path of `http://127.0.0.1[:port]/path`, when that is what it is.
fn loopback_path(issuer: &str) -> Option<&str> {
    let (authority, path) = issuer.strip_prefix("http://")?.split_once('/')?;
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
        let [practice] = <[Anchor; 1]>::try_from(practice().anchors).expect("practice has one broker");
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
