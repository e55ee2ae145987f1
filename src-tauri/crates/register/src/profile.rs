//! Which register a live profile chooses: the `[register]` table of the file, checked as a whole.
//!
//! What opens the register is no part of it: the profile may lie beside other files, credentials
//! and keys may not.

use crate::secret::Secrets;
use crate::{Cvrapi, Datafordeler, PlainHttp, Register, Unconfigured, Virk, cvrapi, datafordeler};
use domain::profile::ProfileIncomplete;
use reqwest::Url;
use serde::Deserialize;

/// The register that a profile chooses, not opened yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterProfile {
    /// Which service.
    pub kind: Kind,
    /// Its address.
    pub url: String,
    /// Who asks, for cvrapi: `Eksempel ApS - it@eksempel.dk`. Empty for the others.
    pub contact: String,
    /// Whether a person accepted that a credential travels in the open.
    pub plain: PlainHttp,
}

/// The services that Tilslut can ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The CVR system-to-system service.
    Virk,
    /// Datafordeler.
    Datafordeler,
    /// cvrapi.dk.
    Cvrapi,
}

/// What has to be in the key store for a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// User name and password. A service of one's own may do without.
    Credential,
    /// A key.
    Key,
    /// Nothing.
    Nothing,
}

#[derive(Deserialize)]
struct File {
    register: Option<Raw>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Raw {
    kind: Option<Kind>,
    url: Option<String>,
    contact: Option<String>,
    plain_http: Option<RawPlain>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum RawPlain {
    Accepted,
    Refused,
}

impl RegisterProfile {
    /// Reads the `[register]` table of a live profile; other tables are somebody else's. Without
    /// `kind` it is `virk`.
    ///
    /// A half-configured profile names everything that is missing, not only the first thing.
    pub fn from_toml(text: &str) -> Result<Self, ProfileIncomplete> {
        let file: File = toml::from_str(text).map_err(|wrong| {
            let before = wrong.span().map_or(0, |span| span.start);
            ProfileIncomplete::unreadable_from(text, before)
        })?;
        let raw = file.register.unwrap_or_default();
        let kind = raw.kind.unwrap_or(Kind::Virk);
        let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        let (url, contact) =
            (filled(raw.url).or_else(|| kind.address().map(str::to_owned)), filled(raw.contact));
        let (mut missing, mut unusable) = (Vec::new(), Vec::new());
        if url.is_none() {
            missing.push("register.url".to_owned());
        }
        if kind == Kind::Cvrapi && contact.is_none() {
            missing.push("register.contact".to_owned());
        }
        let plain = match raw.plain_http {
            Some(RawPlain::Accepted) => PlainHttp::Accepted,
            Some(RawPlain::Refused) | None => PlainHttp::Refused,
        };
        let profile = Self {
            kind,
            url: url.unwrap_or_default(),
            contact: contact.unwrap_or_default(),
            plain,
        };
        if missing.is_empty() {
            match profile.check() {
                Ok(()) => return Ok(profile),
                Err(Unconfigured::Contact) => unusable.push("register.contact".to_owned()),
                // `plain-http` is what lets such an address be used, where anything does.
                Err(Unconfigured::PlainHttp) if kind == Kind::Virk => {
                    missing.push("register.plain-http".to_owned())
                }
                Err(_) => unusable.push("register.url".to_owned()),
            }
        }
        Err(ProfileIncomplete::Fields { missing, unusable })
    }

    /// cvrapi.dk, asked by this contact: what a person may allow where no profile names a register.
    /// `address` is another place for it than its own.
    ///
    /// # Errors
    /// [`Unconfigured::Contact`], when the contact does not say who asks and how to reach them.
    pub fn cvrapi(contact: &str, address: Option<&str>) -> Result<Self, Unconfigured> {
        let profile = Self {
            kind: Kind::Cvrapi,
            url: address.unwrap_or(cvrapi::ADDRESS).to_owned(),
            contact: contact.to_owned(),
            plain: PlainHttp::Refused,
        };
        profile.check().map(|()| profile)
    }

    /// What the register has to be opened with.
    pub fn needs(&self) -> Needs {
        match self.kind {
            Kind::Virk => Needs::Credential,
            Kind::Datafordeler => Needs::Key,
            Kind::Cvrapi => Needs::Nothing,
        }
    }

    /// What is sent can be read on the way, so the person is warned before a credential is typed.
    pub fn is_open(&self) -> bool {
        Url::parse(&self.url)
            .is_ok_and(|url| url.scheme() == "http" && !outbound::is_loopback(&url))
    }

    /// The members fit together, whatever the secrets are.
    fn check(&self) -> Result<(), Unconfigured> {
        match self.kind {
            Kind::Virk => Virk::new(&self.url).map(drop)?,
            Kind::Datafordeler => {
                Datafordeler::new(&self.url, crate::ApiKey::new("-".to_owned())?).map(drop)?
            }
            Kind::Cvrapi => Cvrapi::new(&self.url, &self.contact).map(drop)?,
        }
        if self.is_open() && self.plain == PlainHttp::Refused {
            Err(Unconfigured::PlainHttp)
        } else {
            Ok(())
        }
    }
}

impl Kind {
    /// The one address of the service, where it has one that a profile need not name.
    fn address(self) -> Option<&'static str> {
        match self {
            Self::Virk => None,
            Self::Datafordeler => Some(datafordeler::ADDRESS),
            Self::Cvrapi => Some(cvrapi::ADDRESS),
        }
    }
}

impl Register {
    /// Opens the register of a profile. Datafordeler cannot be asked without a key:
    /// [`Unconfigured::Key`].
    pub fn from_profile(profile: &RegisterProfile, secrets: Secrets) -> Result<Self, Unconfigured> {
        profile.check()?;
        Ok(match profile.kind {
            Kind::Virk => {
                let virk = Virk::new(&profile.url)?;
                Self::Virk(match secrets.credential {
                    Some(credential) => virk.with_credential(credential, profile.plain)?,
                    None => virk,
                })
            }
            Kind::Datafordeler => Self::Datafordeler(Datafordeler::new(
                &profile.url,
                secrets.key.ok_or(Unconfigured::Key)?,
            )?),
            Kind::Cvrapi => Self::Cvrapi(Cvrapi::new(&profile.url, &profile.contact)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(lines: &str) -> Result<RegisterProfile, ProfileIncomplete> {
        RegisterProfile::from_toml(&format!(
            "[delivery]\nurl = \"https://a.example\"\n[register]\n{lines}"
        ))
    }

    #[test]
    fn a_whole_profile_is_read() {
        for (lines, kind, url, needs) in [
            ("url = \"https://cvr.example\"", Kind::Virk, "https://cvr.example", Needs::Credential),
            (
                "kind = \"virk\"\nurl = \"http://distribution.virk.dk\"\nplain-http = \"accepted\"",
                Kind::Virk,
                "http://distribution.virk.dk",
                Needs::Credential,
            ),
            (
                "kind = \"virk\"\nurl = \"http://127.0.0.1:9200\"",
                Kind::Virk,
                "http://127.0.0.1:9200",
                Needs::Credential,
            ),
            ("kind = \"datafordeler\"", Kind::Datafordeler, datafordeler::ADDRESS, Needs::Key),
            (
                "kind = \"cvrapi\"\ncontact = \"Eksempel ApS - it@eksempel.example\"",
                Kind::Cvrapi,
                cvrapi::ADDRESS,
                Needs::Nothing,
            ),
        ] {
            let read = profile(lines).unwrap();
            assert_eq!((read.kind, read.url.as_str(), read.needs()), (kind, url, needs), "{lines}");
            assert_eq!(read.is_open(), url == "http://distribution.virk.dk");
        }
    }

    #[test]
    fn the_documented_profile_is_read() {
        let page = include_str!("../../../../docs/live-profile.md");
        let example =
            page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
        assert_eq!(RegisterProfile::from_toml(example).unwrap().kind, Kind::Virk);
        // Every line that is commented out there is one that can be taken in.
        let taken_in =
            example.replace("# plain-http", "plain-http").replace("# contact", "contact");
        assert_ne!(taken_in, example);
        let profile = RegisterProfile::from_toml(&taken_in).unwrap();
        assert_eq!(
            (profile.plain, profile.contact.as_str()),
            (PlainHttp::Accepted, "Eksempel ApS - it@eksempel.dk")
        );
    }

    #[test]
    fn what_is_missing_or_unusable_is_named() {
        for (lines, lacks, cannot) in [
            ("", &["register.url"][..], &[][..]),
            ("kind = \"cvrapi\"", &["register.contact"], &[]),
            ("kind = \"cvrapi\"\ncontact = \"Eksempel ApS\"", &[], &["register.contact"]),
            (
                "kind = \"cvrapi\"\ncontact = \"Sørens Smedje - 12345678\"",
                &[],
                &["register.contact"],
            ),
            ("url = \"http://distribution.virk.dk\"", &["register.plain-http"], &[]),
            (
                "url = \"http://distribution.virk.dk\"\nplain-http = \"refused\"",
                &["register.plain-http"],
                &[],
            ),
            ("url = \"ftp://a.example\"", &[], &["register.url"]),
            ("url = \"https://bruger:kode@a.example\"", &[], &["register.url"]),
            (
                "kind = \"datafordeler\"\nurl = \"http://a.example\"\nplain-http = \"accepted\"",
                &[],
                &["register.url"],
            ),
        ] {
            let Err(ProfileIncomplete::Fields { missing, unusable }) = profile(lines) else {
                panic!("{lines}")
            };
            assert_eq!(
                (missing, unusable),
                (
                    lacks.iter().map(|f| (*f).to_owned()).collect(),
                    cannot.iter().map(|f| (*f).to_owned()).collect()
                )
            );
        }
    }

    #[test]
    fn another_word_or_member_is_named_by_its_line() {
        for lines in ["kind = \"cvr\"", "plain-http = true", "password = \"x\"", "url = 1"] {
            assert_eq!(profile(lines), Err(ProfileIncomplete::Unreadable { line: 4 }), "{lines}");
        }
        assert_eq!(
            RegisterProfile::from_toml("= 1"),
            Err(ProfileIncomplete::Unreadable { line: 1 })
        );
    }

    #[test]
    fn a_register_is_opened_with_its_secrets_only() {
        let datafordeler = profile("kind = \"datafordeler\"").unwrap();
        assert_eq!(
            Register::from_profile(&datafordeler, Secrets::default()).err(),
            Some(Unconfigured::Key)
        );
        let key = crate::ApiKey::new("nøgle".to_owned()).unwrap();
        let opened =
            Register::from_profile(&datafordeler, Secrets { key: Some(key), credential: None });
        assert!(matches!(opened, Ok(Register::Datafordeler(_))));

        // Somebody changed the profile by hand, past its reader.
        let credential = crate::Credential::new("bruger".to_owned(), "kode".to_owned()).unwrap();
        let open = RegisterProfile {
            kind: Kind::Virk,
            url: "http://distribution.virk.dk".to_owned(),
            contact: String::new(),
            plain: PlainHttp::Refused,
        };
        let secrets = Secrets { credential: Some(credential), key: None };
        assert_eq!(Register::from_profile(&open, secrets).err(), Some(Unconfigured::PlainHttp));
    }
}
