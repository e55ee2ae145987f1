//! A second opinion on every bundle, for tests: the same rules written again, with the types that
//! write a bundle and the libraries that sign it (`p256`, `rsa`) where the product's verifier has
//! its own reading and aws-lc. Certificates are followed by `rustls-webpki` with `ring`. A mistake
//! in one of the two shows as a disagreement.
//!
//! It says the level and nothing more. Time-stamps change no level, so it does not look into them.
//! What both share is the reading of JSON, its canonical form, the schema of the request and, for
//! certificates and their status, the structures of ASN.1.

mod certificates;
mod key;

use crate::anchors::{Anchor, ClaimPlace, TokenKind, TrustAnchors};
use crate::bundle::{Bundle, Rest};
use crate::claim::Claim;
use crate::json::{self, base64url, canonical, from_base64url};
use crate::purpose::Purpose;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use certificates::{Revocation, certified, revocation};
use domain::Timestamp;
use domain::case::Level;
use key::Public;
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{Signature, VerifyingKey};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use x509_cert::Certificate;
use x509_cert::der::Decode as _;

/// The level that the evidence of an approval proves; none when it is invalid.
pub fn level(bundle: &[u8], anchors: &TrustAnchors, now: Timestamp) -> Option<Level> {
    level_for(Purpose::Approval, bundle, anchors, now)
}

/// The level that the evidence of a login for `purpose` proves; none when it is invalid.
pub fn level_for(
    purpose: Purpose,
    bundle: &[u8],
    anchors: &TrustAnchors,
    now: Timestamp,
) -> Option<Level> {
    let bundle =
        Bundle::parse(bundle).ok().filter(|bundle| bundle.request().purpose() == purpose)?;
    Opinion { rest: &bundle.rest, anchors, now }.level(&bundle.seal)
}

struct Opinion<'a> {
    rest: &'a Rest,
    anchors: &'a TrustAnchors,
    now: Timestamp,
}

/// What a signed token says, and who vouches for it.
struct SignedToken {
    claims: Map<String, Value>,
    issued: Option<i64>,
    key: Public,
    chain: Vec<Vec<u8>>,
}

impl Opinion<'_> {
    fn level(&self, seal: &str) -> Option<Level> {
        let Self { rest, .. } = self;
        let text = rest.request.reference_text();
        let own = self.own_claim()?;
        let one_time = VerifyingKey::from_sec1_bytes(&own).ok()?;
        if rest.request.environment() != self.anchors.environment || rest.reference_text != text {
            return None;
        }
        let id = self.read_token(&rest.id_token, TokenKind::Id)?;
        let audience = |claims: &Map<String, Value>, client: &str| {
            let alone = match claims.get("aud") {
                Some(Value::Array(all)) => {
                    all.first() == Some(&Value::from(client)) && {
                        all.windows(2).all(|pair| pair.first() == pair.last())
                    }
                }
                one => one == Some(&Value::from(client)),
            };
            alone && claims.get("azp").is_none_or(|azp| azp == client)
        };
        let from = |claims: &Map<String, Value>, anchor: &Anchor| {
            claims.get("iss").and_then(Value::as_str).is_some_and(|iss| anchor.is_issuer(iss))
        };
        let anchor =
            self.anchors.anchors.iter().find(|anchor| {
                from(&id.claims, anchor) && audience(&id.claims, &anchor.client_id)
            })?;
        let nonce = Value::from(rest.cic.nonce());
        let issued = self.issued(&id).filter(|_| id.claims.get("nonce") == Some(&nonce))?;
        let id_counts = self.counts(anchor, &id.key, issued);
        let mut tokens = BTreeMap::from([(0, (id_counts, id))]);

        let same =
            |tokens: &BTreeMap<u8, (bool, SignedToken)>, name: &str, theirs: &SignedToken| {
                let ours = tokens.get(&0).and_then(|(_, id)| id.claims.get(name));
                ours.zip(theirs.claims.get(name)).is_none_or(|(ours, theirs)| ours == theirs)
            };
        if let Some(token) = &rest.userinfo_token {
            let said = self.read_token(token, TokenKind::Userinfo)?;
            let subject = said.claims.get("sub").is_some_and(Value::is_string)
                && tokens.get(&0)?.1.claims.contains_key("sub");
            let at = said.issued.filter(|at| Timestamp::from_second(*at).is_ok()).unwrap_or(issued);
            let ours = subject
                && same(&tokens, "sub", &said)
                && same(&tokens, "transaction_id", &said)
                && (!said.claims.contains_key("iss") || from(&said.claims, anchor))
                && (!id_counts || self.counts(anchor, &said.key, at));
            tokens.insert(1, (id_counts, said)).is_none().then_some(()).filter(|()| ours)?;
        }
        let mut lasting = false;
        if let Some(token) = &rest.transaction_token {
            let said = self.read_token(token, TokenKind::Transaction)?;
            let ours = from(&said.claims, anchor)
                && audience(&said.claims, &anchor.client_id)
                && said.claims.get("nonce") == Some(&nonce)
                && same(&tokens, "transaction_id", &said);
            let at = self.issued(&said).filter(|_| ours)?;
            let status = rest.transaction_ocsp.as_ref().map(|status| status.0.as_slice());
            let certified = certified(&said.chain, &said.key, anchor, at);
            if certified {
                lasting = match revocation(status, &said.chain, anchor, at) {
                    Revocation::Revoked => return None,
                    found => found == Revocation::Not,
                };
            }
            let counts = certified || self.counts(anchor, &said.key, at);
            tokens.insert(2, (counts, said));
        } else if rest.transaction_ocsp.is_some() {
            return None;
        }

        let at = |place: &ClaimPlace| {
            tokens
                .get(&(place.token as u8))
                .map(|(counts, said)| (*counts, said.claims.get(&place.claim)))
        };
        let (level_counts, level) = at(&anchor.claims.level)?;
        level?.as_str().filter(|level| anchor.claims.levels.iter().any(|known| known == level))?;
        let shown = match at(&anchor.claims.text) {
            Some((counts, Some(echo))) => {
                let echo = echo.as_str()?;
                let same = if anchor.claims.text_base64 {
                    let readers = [&STANDARD, &STANDARD_NO_PAD, &URL_SAFE, &URL_SAFE_NO_PAD];
                    readers
                        .iter()
                        .any(|reader| reader.decode(echo).is_ok_and(|echo| echo == text.as_bytes()))
                } else {
                    echo == text
                };
                same.then_some(counts)?
            }
            _ => false,
        };

        let payload = rest.id_token.split('.').nth(1)?;
        let signed = |signature: &str, message: &str| {
            let signature =
                from_base64url(signature).and_then(|bytes| Signature::from_slice(&bytes).ok());
            signature
                .is_some_and(|signature| one_time.verify(message.as_bytes(), &signature).is_ok())
        };
        let (header, signature) = seal.split_once("..")?;
        let Value::Object(head) = json::parse(&from_base64url(header)?)? else { return None };
        let ours = head
            == Map::from_iter([
                ("alg".to_owned(), "ES256".into()),
                ("typ".to_owned(), "osm".into()),
            ]);
        let sealed = ours && signed(signature, &format!("{header}.{}", base64url(canonical(rest))));
        if !signed(&rest.cic_signature, &rest.cic.signing_input(payload)) || !sealed {
            return None;
        }
        Some(match (id_counts && level_counts, shown) {
            (true, true) if lasting && anchor.claims.text.token == TokenKind::Transaction => {
                Level::A
            }
            (true, true) => Level::B,
            (true, false) => Level::C,
            (false, _) => Level::D,
        })
    }

    /// The one-time key as an uncompressed point, when the claim is the one that would be made for
    /// this request and that key.
    fn own_claim(&self) -> Option<Vec<u8>> {
        let claim = serde_json::to_value(&self.rest.cic).ok()?;
        let member = |path: &str| claim.pointer(path)?.as_str();
        let rz = member("/rz")?;
        let rz: [u8; 32] = base16ct::lower::decode_vec(rz).ok()?.try_into().ok()?;
        let (x, y) = (from_base64url(member("/upk/x")?)?, from_base64url(member("/upk/y")?)?);
        let again =
            Claim::new(self.rest.request.purpose(), &self.rest.request.fingerprint(), &rz, &x, &y);
        (again == self.rest.cic && x.len() == 32 && y.len() == 32).then(|| [vec![4], x, y].concat())
    }

    /// A token whose signature fits a key that is kept beside it.
    fn read_token(&self, compact: &str, kind: TokenKind) -> Option<SignedToken> {
        let (message, signature) = compact.rsplit_once('.')?;
        let (header, payload) =
            message.split_once('.').filter(|(_, payload)| !payload.contains('.'))?;
        let read = |part: &str| match json::parse(&from_base64url(part)?)? {
            Value::Object(object) => Some(object),
            _ => None,
        };
        let (head, claims) = (read(header)?, read(payload)?);
        let typ = head
            .get("typ")
            .map_or(Some("jwt".to_owned()), |typ| typ.as_str().map(str::to_ascii_lowercase))?;
        let strange =
            ["crit", "b64", "cty", "enc", "zip"].iter().any(|name| head.contains_key(*name));
        if strange || !(typ == "jwt" || (typ == "at+jwt" && kind != TokenKind::Id)) {
            return None;
        }
        let kid = head.get("kid").map_or(Some(None), |kid| kid.as_str().map(Some))?;
        let alg = head.get("alg")?.as_str().filter(|alg| ["RS256", "ES256"].contains(alg))?;
        let kty = if alg == "RS256" { "RSA" } else { "EC" };
        let of = |jwk: &Value, name: &str, wanted: &str| {
            jwk.get(name).is_some_and(|value| value == wanted)
        };
        let keys: Vec<&Value> = match self.rest.jwks.get("keys").and_then(Value::as_array) {
            Some(keys) => keys
                .iter()
                .filter(|jwk| kid.map_or_else(|| of(jwk, "kty", kty), |kid| of(jwk, "kid", kid)))
                .collect(),
            None => vec![],
        };
        let one = <[&Value; 1]>::try_from(keys).ok().map(|[jwk]| jwk).filter(|jwk| jwk.is_object());
        let chain =
            one.and_then(|jwk| jwk.get("x5c")).or(head.get("x5c")).and_then(Value::as_array);
        let chain = chain.and_then(|chain| {
            chain.iter().map(|der| STANDARD.decode(der.as_str()?).ok()).collect::<Option<Vec<_>>>()
        });
        let chain = chain.filter(|_| kind == TokenKind::Transaction).unwrap_or_default();
        let key = match one {
            Some(jwk) => {
                let allowed =
                    |name: &str, wanted: &str| jwk.get(name).is_none_or(|value| value == wanted);
                Public::of_jwk(jwk, kty).filter(|_| allowed("alg", alg) && allowed("use", "sig"))?
            }
            None => Public::of_certificate(&Certificate::from_der(chain.first()?).ok()?)?,
        };
        key.verifies(alg, message.as_bytes(), &from_base64url(signature)?).then_some(())?;
        Some(SignedToken {
            issued: claims.get("iat").and_then(crate::token::whole_seconds),
            claims,
            key,
            chain,
        })
    }

    /// When a token was issued, if its times agree.
    fn issued(&self, said: &SignedToken) -> Option<i64> {
        let second = |name: &str| said.claims.get(name).map(crate::token::whole_seconds);
        let (issued, until) = (said.issued?, second("exp")??);
        let from = second("nbf").unwrap_or(Some(issued))?;
        Timestamp::from_second(issued).ok().filter(|_| {
            from <= issued && issued <= until && issued - 300 <= self.now.as_second()
        })?;
        Some(issued)
    }

    fn counts(&self, anchor: &Anchor, key: &Public, at: i64) -> bool {
        Timestamp::from_second(at).is_ok_and(|at| anchor.trusts(&key.thumbprint(), at))
    }
}
