//! A second opinion on every bundle, for tests: the same rules written again, with the types that
//! write a bundle and the libraries that sign it (`p256`, `rsa`) where the product's verifier has
//! its own reading and aws-lc. Certificates are followed by `rustls-webpki` with `ring`. A mistake
//! in one of the two shows as a disagreement.
//!
//! It says the level and nothing more. Time-stamps change no level, so it does not look into them.
//! What both share is the reading of JSON, its canonical form, the schema of the request and, for
//! certificates and their status, the structures of ASN.1.

use crate::anchors::{Anchor, ClaimPlace, TokenKind, TrustAnchors};
use crate::bundle::{Bundle, Rest};
use crate::claim::{Claim, hex};
use crate::json::{self, base64url, canonical, from_base64url};
use crate::purpose::Purpose;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use domain::Timestamp;
use domain::case::Level;
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::{Signature, VerifyingKey};
use rsa::pkcs1v15;
use rsa::pkcs8::DecodePublicKey as _;
use rsa::sha2::{Digest as _, Sha256};
use rsa::{BigUint, RsaPublicKey};
use rustls_pki_types::{CertificateDer, UnixTime};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::time::Duration;
use webpki::{EndEntityCert, anchor_from_trusted_cert, ring};
use x509_cert::Certificate;
use x509_cert::der::asn1::{PrintableStringRef, Utf8StringRef};
use x509_cert::der::{Decode as _, Encode as _};
use x509_ocsp::{BasicOcspResponse, CertStatus, OcspResponse};

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
struct Said {
    claims: Map<String, Value>,
    issued: Option<i64>,
    key: Public,
    chain: Vec<Vec<u8>>,
}

/// A public key in the library that signs.
#[derive(Clone, PartialEq)]
enum Public {
    Rsa(RsaPublicKey),
    P256(VerifyingKey),
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
        let id = self.said(&rest.id_token, TokenKind::Id)?;
        let audience = |claims: &Map<String, Value>, client: &str| {
            let alone = claims.get("aud") == Some(&Value::from(client))
                || claims.get("aud") == Some(&Value::from(vec![client]));
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

        let same = |tokens: &BTreeMap<u8, (bool, Said)>, name: &str, theirs: &Said| {
            let ours = tokens.get(&0).and_then(|(_, id)| id.claims.get(name));
            ours.zip(theirs.claims.get(name)).is_none_or(|(ours, theirs)| ours == theirs)
        };
        if let Some(token) = &rest.userinfo_token {
            let said = self.said(token, TokenKind::Userinfo)?;
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
            let said = self.said(token, TokenKind::Transaction)?;
            let ours = from(&said.claims, anchor)
                && audience(&said.claims, &anchor.client_id)
                && said.claims.get("nonce") == Some(&nonce)
                && same(&tokens, "transaction_id", &said);
            let at = self.issued(&said).filter(|_| ours)?;
            let certified = self.certified(&said, anchor, at);
            if certified {
                lasting = match self.status(&said, anchor, at) {
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
        let (level_counts, told) = at(&anchor.claims.level)?;
        told?.as_str().filter(|told| anchor.claims.levels.iter().any(|level| level == told))?;
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
        let bytes: Vec<u8> = (0..64)
            .step_by(2)
            .map(|at| rz.get(at..at + 2).and_then(|two| u8::from_str_radix(two, 16).ok()))
            .collect::<Option<_>>()?;
        let rz = <[u8; 32]>::try_from(bytes).ok().filter(|bytes| hex(bytes) == rz)?;
        let (x, y) = (from_base64url(member("/upk/x")?)?, from_base64url(member("/upk/y")?)?);
        let again =
            Claim::new(self.rest.request.purpose(), &self.rest.request.fingerprint(), &rz, &x, &y);
        (again == self.rest.cic && x.len() == 32 && y.len() == 32).then(|| [vec![4], x, y].concat())
    }

    /// A token whose signature fits a key that is kept beside it.
    fn said(&self, compact: &str, kind: TokenKind) -> Option<Said> {
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
        key.fits(alg, message.as_bytes(), &from_base64url(signature)?).then_some(())?;
        Some(Said {
            issued: claims.get("iat").and_then(crate::token::whole_seconds),
            claims,
            key,
            chain,
        })
    }

    /// When a token was issued, if its times agree.
    fn issued(&self, said: &Said) -> Option<i64> {
        let (issued, until) = (said.issued?, said.claims.get("exp")?.as_i64()?);
        let from = said.claims.get("nbf").map_or(Some(issued), Value::as_i64)?;
        Timestamp::from_second(issued).ok().filter(|_| {
            from <= issued && issued <= until && issued - 300 <= self.now.as_second()
        })?;
        Some(issued)
    }

    fn counts(&self, anchor: &Anchor, key: &Public, at: i64) -> bool {
        Timestamp::from_second(at).is_ok_and(|at| anchor.knows(&key.thumbprint(), at))
    }

    /// True when the chain leads to an anchored authority. `rustls-webpki` does not ask whether the
    /// anchor itself was valid.
    fn certified(&self, said: &Said, anchor: &Anchor, at: i64) -> bool {
        let Some((leaf, others)) = said.chain.split_first() else { return false };
        if said.chain.iter().any(|der| Certificate::from_der(der).is_err()) {
            return false;
        }
        let (der, others) = (
            CertificateDer::from_slice(leaf),
            others.iter().map(|der| CertificateDer::from_slice(der)),
        );
        let others: Vec<_> = others.collect();
        let Ok(end) = EndEntityCert::try_from(&der) else { return false };
        let Ok(leaf) = Certificate::from_der(leaf) else { return false };
        let time = UnixTime::since_unix_epoch(Duration::from_secs(at.unsigned_abs()));
        let algorithms = [
            ring::RSA_PKCS1_2048_8192_SHA256,
            ring::RSA_PKCS1_2048_8192_SHA384,
            ring::RSA_PKCS1_2048_8192_SHA512,
            ring::RSA_PSS_2048_8192_SHA256_LEGACY_KEY,
            ring::RSA_PSS_2048_8192_SHA384_LEGACY_KEY,
            ring::RSA_PSS_2048_8192_SHA512_LEGACY_KEY,
            ring::ECDSA_P256_SHA256,
            ring::ECDSA_P256_SHA384,
            ring::ECDSA_P384_SHA256,
            ring::ECDSA_P384_SHA384,
        ];
        let usage = leaf.tbs_certificate.get::<x509_cert::ext::pkix::KeyUsage>();
        let signs = usage.is_ok_and(|usage| {
            usage.is_none_or(|(_, usage)| usage.digital_signature() || usage.non_repudiation())
        });
        let said_of = |wanted: &BTreeMap<String, String>| {
            let parts: Vec<_> =
                leaf.tbs_certificate.subject.0.iter().flat_map(|part| part.0.iter()).collect();
            wanted.iter().all(|(part, text)| {
                let of_kind: Vec<_> = parts.iter().filter(|given| given.oid.to_string() == number(part)).collect();
                let utf8 = Utf8StringRef::new(text).and_then(|text| text.to_der());
                let printable = PrintableStringRef::new(text).and_then(|text| text.to_der());
                matches!(of_kind.as_slice(), [one] if one.value.to_der().is_ok_and(|der| utf8 == Ok(der.clone()) || printable == Ok(der)))
            })
        };
        signs
            && Public::of_certificate(&leaf).is_some_and(|key| key == said.key)
            && anchor.certificates.iter().any(|authority| {
                let root = CertificateDer::from_slice(authority.der());
                let path = |root| {
                    end.verify_for_usage(&algorithms, &[root], &others, time, AnyUse, None, None)
                        .is_ok()
                };
                anchor_from_trusted_cert(&root).is_ok_and(path) && said_of(authority.subject())
            })
    }

    /// What the kept status says of the leaf, whose issuer is the certificate in the bundle or the
    /// anchor that has its issuer's name and whose key fits.
    fn status(&self, said: &Said, anchor: &Anchor, at: i64) -> Revocation {
        let Some(response) = &self.rest.transaction_ocsp else { return Revocation::Not };
        self.read_status(&response.0, said, anchor, at).unwrap_or(Revocation::Unsure)
    }

    fn read_status(
        &self,
        response: &[u8],
        said: &Said,
        anchor: &Anchor,
        at: i64,
    ) -> Option<Revocation> {
        let leaf = Certificate::from_der(said.chain.first()?).ok()?;
        let authorities = said
            .chain
            .iter()
            .skip(1)
            .map(Vec::as_slice)
            .chain(anchor.certificates.iter().map(|anchor| anchor.der()));
        let issuer =
            authorities.filter_map(|der| Certificate::from_der(der).ok()).find(|issuer| {
                let end = leaf.to_der().ok().map(CertificateDer::from);
                let der = issuer.to_der().ok().map(CertificateDer::from);
                let time = UnixTime::since_unix_epoch(Duration::from_secs(at.unsigned_abs()));
                let all = webpki::ALL_VERIFICATION_ALGS;
                end.zip(der).is_some_and(|(end, der)| {
                    let (Ok(end), Ok(root)) =
                        (EndEntityCert::try_from(&end), anchor_from_trusted_cert(&der))
                    else {
                        return false;
                    };
                    end.verify_for_usage(all, &[root], &[], time, AnyUse, None, None).is_ok()
                })
            })?;
        let bytes = OcspResponse::from_der(response).ok()?.response_bytes?;
        let basic = BasicOcspResponse::from_der(bytes.response.as_bytes()).ok()?;
        let key =
            issuer.tbs_certificate.subject_public_key_info.subject_public_key.raw_bytes().to_vec();
        let names = [sha1(&key), Sha256::digest(&key).to_vec()];
        let serial = &leaf.tbs_certificate.serial_number;
        let about = |id: &x509_ocsp::CertId| {
            id.serial_number == *serial
                && names.iter().any(|hash| hash == id.issuer_key_hash.as_bytes())
        };
        let single =
            basic.tbs_response_data.responses.iter().find(|single| about(&single.cert_id))?;
        let signed = basic.tbs_response_data.to_der().ok()?;
        let fits = |by: &Certificate| {
            Public::of_certificate(by)
                .is_some_and(|key| key.fits_der(&signed, basic.signature.raw_bytes()))
        };
        let second = |time: &x509_ocsp::OcspGeneralizedTime| {
            i64::try_from(time.0.to_unix_duration().as_secs()).unwrap_or(i64::MAX)
        };
        let made =
            UnixTime::since_unix_epoch(basic.tbs_response_data.produced_at.0.to_unix_duration());
        let delegated = basic.certs.iter().flatten().any(|responder| {
            let (Ok(der), Ok(root)) = (responder.to_der(), issuer.to_der()) else { return false };
            let (der, root) = (CertificateDer::from(der), CertificateDer::from(root));
            let (Ok(end), Ok(root)) =
                (EndEntityCert::try_from(&der), anchor_from_trusted_cert(&root))
            else {
                return false;
            };
            // id-kp-OCSPSigning
            let usage = webpki::KeyUsage::required(&[43, 6, 1, 5, 5, 7, 3, 9]);
            fits(responder)
                && end
                    .verify_for_usage(
                        webpki::ALL_VERIFICATION_ALGS,
                        &[root],
                        &[],
                        made,
                        usage,
                        None,
                        None,
                    )
                    .is_ok()
        });
        if !delegated && !fits(&issuer) {
            return None;
        }
        let fresh = second(&single.this_update) >= at - 86_400
            && single.next_update.as_ref().is_none_or(|until| second(until) >= at);
        match &single.cert_status {
            CertStatus::Revoked(since) if second(&since.revocation_time) <= at => {
                Some(Revocation::Revoked)
            }
            CertStatus::Unknown(_) => None,
            CertStatus::Good(_) | CertStatus::Revoked(_) => fresh.then_some(Revocation::Not),
        }
    }
}

/// What is known about revocation.
#[derive(Clone, Copy, PartialEq)]
enum Revocation {
    Not,
    Revoked,
    Unsure,
}

/// Brokers' certificates are for many things; what the leaf may sign is asked by its key usage.
struct AnyUse;

impl webpki::ExtendedKeyUsageValidator for AnyUse {
    fn validate(&self, _: webpki::KeyPurposeIdIter<'_, '_>) -> Result<(), webpki::Error> {
        Ok(())
    }
}

/// The object identifier of a part of a subject (X.520).
fn number(part: &str) -> &'static str {
    match part {
        "CN" => "2.5.4.3",
        "serialNumber" => "2.5.4.5",
        "C" => "2.5.4.6",
        "O" => "2.5.4.10",
        "OU" => "2.5.4.11",
        "organizationIdentifier" => "2.5.4.97",
        _ => "",
    }
}

fn sha1(bytes: &[u8]) -> Vec<u8> {
    aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA1_FOR_LEGACY_USE_ONLY, bytes).as_ref().to_vec()
}

impl Public {
    fn of_jwk(jwk: &Value, kty: &str) -> Option<Self> {
        let member = |name: &str| from_base64url(jwk.get(name)?.as_str()?);
        match (kty, jwk.get("kty")?.as_str()?) {
            ("RSA", "RSA") => {
                let (n, e) =
                    (BigUint::from_bytes_be(&member("n")?), BigUint::from_bytes_be(&member("e")?));
                RsaPublicKey::new(n, e).ok().map(Self::Rsa)
            }
            ("EC", "EC") if jwk.get("crv")? == "P-256" => {
                VerifyingKey::from_sec1_bytes(&[vec![4], member("x")?, member("y")?].concat())
                    .ok()
                    .map(Self::P256)
            }
            _ => None,
        }
    }

    fn of_certificate(certificate: &Certificate) -> Option<Self> {
        let spki = &certificate.tbs_certificate.subject_public_key_info;
        let rsa = RsaPublicKey::from_public_key_der(&spki.to_der().ok()?).ok().map(Self::Rsa);
        rsa.or_else(|| {
            VerifyingKey::from_sec1_bytes(spki.subject_public_key.raw_bytes()).ok().map(Self::P256)
        })
    }

    fn thumbprint(&self) -> String {
        use rsa::traits::PublicKeyParts as _;
        let members = match self {
            Self::Rsa(key) => vec![
                ("e", base64url(key.e().to_bytes_be())),
                ("kty", "RSA".into()),
                ("n", base64url(key.n().to_bytes_be())),
            ],
            Self::P256(key) => {
                let point = key.to_sec1_point(false);
                let (x, y) = point.as_bytes().get(1..).unwrap_or_default().split_at(32);
                vec![
                    ("crv", "P-256".into()),
                    ("kty", "EC".into()),
                    ("x", base64url(x)),
                    ("y", base64url(y)),
                ]
            }
        };
        let members: Map<String, Value> = members
            .into_iter()
            .map(|(name, value)| (name.to_owned(), Value::from(value)))
            .collect();
        base64url(Sha256::digest(Value::Object(members).to_string()))
    }

    /// A signature as a token has it.
    fn fits(&self, alg: &str, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Rsa(key) if alg == "RS256" => Self::rsa_fits(key, message, signature),
            Self::P256(key) if alg == "ES256" => Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify(message, &signature).is_ok()),
            Self::Rsa(_) | Self::P256(_) => false,
        }
    }

    /// A signature as a status has it, over SHA-256.
    fn fits_der(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Rsa(key) => Self::rsa_fits(key, message, signature),
            Self::P256(key) => Signature::from_der(signature)
                .is_ok_and(|signature| key.verify(message, &signature).is_ok()),
        }
    }

    fn rsa_fits(key: &RsaPublicKey, message: &[u8], signature: &[u8]) -> bool {
        use rsa::signature::Verifier as _;
        let key = pkcs1v15::VerifyingKey::<Sha256>::new(key.clone());
        pkcs1v15::Signature::try_from(signature)
            .is_ok_and(|signature| key.verify(message, &signature).is_ok())
    }
}
