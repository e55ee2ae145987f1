//! The trust file: whom a verifier trusts, as one readable text that can be compared, signed and
//! handed on. `docs/trust.md` explains each field. Everything that is wrong is named at once,
//! because whoever writes such a file does it once in years.

use crate::anchors::{
    Anchor, AnchoredKey, AuthorityForm, AuthorityPlace, ClaimPlace, Claims, PRACTICE_KEYS,
    Protection, TokenKind, TrustAnchors, loopback_path,
};
use crate::certificate::CertificateAnchor;
use crate::json::from_base64url;
use domain::Environment;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::value::Datetime;

/// Why a text is not a trust file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTrust {
    /// It is not TOML, or a field has a name or a type that a trust file does not have.
    #[error("the trust file cannot be read at line {line}")]
    Unreadable {
        /// The line, counted from 1.
        line: usize,
    },
    /// Fields are missing, or their values cannot be used.
    #[error("the trust file lacks {missing:?} and cannot use {unusable:?}")]
    Fields {
        /// The fields that are missing, such as `issuer[1].client-id`; issuers are counted from 1.
        missing: Vec<String>,
        /// The fields with values that cannot be used.
        unusable: Vec<String>,
    },
}

impl TrustAnchors {
    /// Reads a trust file.
    pub fn from_toml(text: &str) -> Result<Self, NotTrust> {
        let file: File = toml::from_str(text).map_err(|wrong| {
            let before = wrong.span().map_or(0, |span| span.start);
            NotTrust::Unreadable {
                line: 1 + text.bytes().take(before).filter(|byte| *byte == b'\n').count(),
            }
        })?;
        let mut reader = Reader::default();
        let anchors = file.read(&mut reader);
        let Reader { missing, unusable } = reader;
        if missing.is_empty() && unusable.is_empty() {
            Ok(anchors)
        } else {
            Err(NotTrust::Fields { missing, unusable })
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    r#type: Option<String>,
    environment: Option<String>,
    #[serde(default)]
    issuer: Vec<RawIssuer>,
    #[serde(default)]
    time_stamp: Vec<RawCertificate>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct RawIssuer {
    issuer: Option<String>,
    client_id: Option<String>,
    #[serde(default)]
    keys: Vec<RawKey>,
    #[serde(default)]
    certificate: Vec<RawCertificate>,
    text: Option<RawText>,
    level: Option<RawLevel>,
    name: Option<RawPlace>,
    uuid: Option<RawPlace>,
    protection: Option<RawProtection>,
    authority: Option<RawAuthority>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProtection {
    token: Option<String>,
    claim: Option<String>,
    #[serde(default)]
    yes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawKey {
    Always(String),
    Dated(RawDatedKey),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDatedKey {
    thumbprint: Option<String>,
    from: Option<Datetime>,
    until: Option<Datetime>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCertificate {
    pem: Option<String>,
    #[serde(default)]
    subject: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPlace {
    token: Option<String>,
    claim: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawText {
    token: Option<String>,
    claim: Option<String>,
    #[serde(default)]
    base64: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLevel {
    token: Option<String>,
    claim: Option<String>,
    #[serde(default)]
    accepted: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAuthority {
    token: Option<String>,
    claim: Option<String>,
    yes: Option<Vec<String>>,
    cvr: Option<String>,
}

/// Collects what is wrong.
#[derive(Default)]
struct Reader {
    missing: Vec<String>,
    unusable: Vec<String>,
}

impl Reader {
    fn text(&mut self, field: &str, value: Option<String>) -> String {
        let value = value.filter(|text| !text.trim().is_empty());
        value.unwrap_or_else(|| {
            self.missing.push(field.to_owned());
            String::new()
        })
    }

    fn usable(&mut self, field: &str, usable: bool) {
        if !usable {
            self.unusable.push(field.to_owned());
        }
    }

    fn environment(&mut self, word: Option<String>) -> Environment {
        let word = self.text("environment", word);
        let environment = Environment::from_word(&word);
        self.usable("environment", environment.is_some() || word.is_empty());
        environment.unwrap_or(Environment::Live)
    }

    fn place(&mut self, field: &str, token: Option<String>, claim: Option<String>) -> ClaimPlace {
        let token = match self.text(&format!("{field}.token"), token).as_str() {
            "id" | "" => TokenKind::Id,
            "userinfo" => TokenKind::Userinfo,
            "transaction" => TokenKind::Transaction,
            _ => {
                self.unusable.push(format!("{field}.token"));
                TokenKind::Id
            }
        };
        ClaimPlace { token, claim: self.text(&format!("{field}.claim"), claim) }
    }

    fn demanded(&mut self, field: &str, place: Option<RawPlace>) -> ClaimPlace {
        let place = place.unwrap_or(RawPlace { token: None, claim: None });
        self.place(field, place.token, place.claim)
    }

    fn day(&mut self, field: &str, day: Option<Datetime>) -> Option<Date> {
        let day = day?;
        let date =
            day.to_string().parse().ok().filter(|_| day.time.is_none() && day.offset.is_none());
        self.usable(field, date.is_some());
        date
    }

    fn key(&mut self, field: &str, key: RawKey, environment: Environment) -> AnchoredKey {
        let (thumbprint, from, until) = match key {
            RawKey::Always(thumbprint) => (thumbprint, None, None),
            RawKey::Dated(RawDatedKey { thumbprint, from, until }) => (
                self.text(&format!("{field}.thumbprint"), thumbprint),
                self.day(&format!("{field}.from"), from),
                self.day(&format!("{field}.until"), until),
            ),
        };
        // Anyone can sign with the practice broker's keys, so a live file that lists one would make
        // everything provable.
        let ours = environment == Environment::Live && PRACTICE_KEYS.contains(&thumbprint.as_str());
        let whole = from_base64url(&thumbprint).is_some_and(|bytes| bytes.len() == 32);
        self.usable(field, (whole || thumbprint.is_empty()) && !ours);
        self.usable(
            &format!("{field}.until"),
            from.is_none_or(|from| until.is_none_or(|until| from <= until)),
        );
        AnchoredKey { thumbprint, from, until }
    }

    fn certificates(
        &mut self,
        field: &str,
        certificates: Vec<RawCertificate>,
    ) -> Vec<CertificateAnchor> {
        let mut read = Vec::new();
        for (number, RawCertificate { pem, subject }) in certificates.into_iter().enumerate() {
            let field = format!("{field}[{}]", number + 1);
            if subject.is_empty() {
                self.missing.push(format!("{field}.subject"));
                continue;
            }
            let pem = self.text(&format!("{field}.pem"), pem);
            for part in subject.keys().filter(|part| !CertificateAnchor::knows_part(part)) {
                self.unusable.push(format!("{field}.subject.{part}"));
            }
            let known = subject.keys().all(|part| CertificateAnchor::knows_part(part));
            match CertificateAnchor::from_pem(&pem, subject) {
                Ok(anchor) => read.push(anchor),
                Err(_) => self.usable(&format!("{field}.pem"), pem.is_empty() || !known),
            }
        }
        read
    }

    fn protection(&mut self, field: &str, protection: RawProtection) -> Protection {
        let RawProtection { token, claim, yes } = protection;
        if yes.is_empty() {
            self.missing.push(format!("{field}.yes"));
        }
        Protection { place: self.place(field, token, claim), values: yes }
    }

    fn authority(&mut self, field: &str, authority: RawAuthority) -> AuthorityPlace {
        let RawAuthority { token, claim, yes, cvr } = authority;
        let place = self.place(field, token, claim);
        let written = match (yes, cvr) {
            (None, None) => AuthorityForm::Cvr,
            (yes, cvr) => {
                let values = yes.unwrap_or_default();
                if values.is_empty() {
                    self.missing.push(format!("{field}.yes"));
                }
                AuthorityForm::Yes { values, cvr: self.text(&format!("{field}.cvr"), cvr) }
            }
        };
        AuthorityPlace { place, written }
    }

    fn issuer(&mut self, number: usize, raw: RawIssuer, environment: Environment) -> Anchor {
        let at = |field: &str| format!("issuer[{number}].{field}");
        let issuer = self.text(&at("issuer"), raw.issuer);
        let fits = match environment {
            Environment::Live => {
                issuer.strip_prefix("https://").is_some_and(|rest| !rest.is_empty())
            }
            Environment::Practice => loopback_path(&issuer).is_some(),
        };
        self.usable(&at("issuer"), fits || issuer.is_empty());
        let client_id = self.text(&at("client-id"), raw.client_id);
        if raw.keys.is_empty() {
            self.missing.push(at("keys"));
        }
        let keys = raw.keys.into_iter().enumerate();
        let keys = keys
            .map(|(n, key)| self.key(&at(&format!("keys[{}]", n + 1)), key, environment))
            .collect();
        let certificates = self.certificates(&at("certificate"), raw.certificate);
        let text_base64 = raw.text.as_ref().is_some_and(|text| text.base64);
        // An issuer that shows no text has no place for it.
        let text = raw.text.map_or_else(
            || ClaimPlace::id(""),
            |text| self.place(&at("text"), text.token, text.claim),
        );
        let level = raw.level.unwrap_or(RawLevel { token: None, claim: None, accepted: vec![] });
        let anchor = Anchor {
            issuer,
            any_loopback_port: environment == Environment::Practice,
            client_id,
            keys,
            certificates,
            claims: Claims {
                text,
                text_base64,
                level: self.place(&at("level"), level.token, level.claim),
                levels: level.accepted,
                name: self.demanded(&at("name"), raw.name),
                uuid: raw.uuid.map(|place| self.place(&at("uuid"), place.token, place.claim)),
                protection: raw
                    .protection
                    .map(|protection| self.protection(&at("protection"), protection)),
                authority: raw
                    .authority
                    .map(|authority| self.authority(&at("authority"), authority)),
            },
        };
        if anchor.claims.levels.is_empty() {
            self.missing.push(at("level.accepted"));
        }
        anchor
    }
}

impl File {
    fn read(self, reader: &mut Reader) -> TrustAnchors {
        let kind = reader.text("type", self.r#type);
        reader.usable("type", kind == "tilslut/trust/v1" || kind.is_empty());
        let environment = reader.environment(self.environment);
        if self.issuer.is_empty() {
            reader.missing.push("issuer".to_owned());
        }
        let mut anchors: Vec<Anchor> = Vec::new();
        for (number, raw) in self.issuer.into_iter().enumerate() {
            let anchor = reader.issuer(number + 1, raw, environment);
            // Only the first of two for the same client would ever be used.
            let new = !anchors
                .iter()
                .any(|other| other.issuer == anchor.issuer && other.client_id == anchor.client_id);
            reader.usable(
                &format!("issuer[{}].client-id", number + 1),
                new || anchor.client_id.is_empty(),
            );
            anchors.push(anchor);
        }
        TrustAnchors {
            environment,
            anchors,
            time_stamps: reader.certificates("time-stamp", self.time_stamp),
        }
    }
}
