//! What a person took of live profiles into use, and who asks cvrapi for them, as both are kept:
//! among the settings of the open vault, encrypted with everything else. Each part is kept by
//! itself, so that a profile that names one leaves the others as they are.
//!
//! A broker that was used and is not any more is kept beside them: what was approved with it is
//! measured against its keys for as long as the case is there.

use domain::contact::Contact;
use domain::problem::Problem;
use domain::profile::{ProfileSource, ServicePart};
use domain::{Secret, Timestamp};
use identity::BrokerProfile;
use profile::{Given, NotAProfile};
use serde::{Deserialize, Serialize};
use vault::Vault;

/// The setting that holds the parts.
const PROFILE: &str = "live-profile";
/// The setting that holds who asks.
const CONTACT: &str = "register-contact";
/// The shape of both. Another shape gets the next number, and this one is read for ever.
const VERSION: u8 = 1;

/// What is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// The parts, or why they cannot be read.
    parts: Result<Parts, NotAProfile>,
    /// Who asks cvrapi, where the person has allowed that.
    pub contact: Option<Contact>,
}

/// Nothing.
impl Default for Kept {
    fn default() -> Self {
        Self { parts: Ok(Parts::default()), contact: None }
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Parts {
    used: Vec<KeptPart>,
    /// The brokers that were used before, each as a profile.
    former: Vec<Secret>,
}

#[derive(Debug, Clone, PartialEq)]
struct KeptPart {
    part: ServicePart,
    file: String,
    taken: String,
    text: Secret,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredParts {
    version: u8,
    parts: Vec<StoredPart>,
    former: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredPart {
    part: String,
    file: String,
    taken: String,
    profile: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredContact {
    version: u8,
    who: String,
    email: String,
}

impl Kept {
    /// What an open vault holds.
    pub fn read(vault: &Vault) -> Self {
        let parts = vault.read_setting(PROFILE).map_err(|_| NotAProfile::Unreadable);
        let contact = vault.setting(CONTACT).and_then(|stored| contact_of(&stored));
        Self { parts: parts.and_then(|stored| parts_of(stored.as_deref())), contact }
    }

    /// Nothing is kept, so nothing has to be changed when the vault is opened.
    pub fn is_empty(&self) -> bool {
        self.parts == Ok(Parts::default()) && self.contact.is_none()
    }

    /// Each part as a profile that there is.
    pub fn given(&self) -> Vec<Given> {
        let source = ProfileSource::Kept;
        match &self.parts {
            Ok(parts) => parts
                .used
                .iter()
                .map(|kept| Given {
                    source,
                    file: kept.file.clone(),
                    read: profile::read(kept.text.expose().as_bytes()),
                })
                .collect(),
            Err(why) => vec![Given { source, file: String::new(), read: Err(*why) }],
        }
    }

    /// The brokers that were used before.
    pub fn former(&self) -> Vec<BrokerProfile> {
        let former = self.parts.iter().flat_map(|parts| &parts.former);
        former.filter_map(|text| BrokerProfile::from_toml(text.expose()).ok()).collect()
    }
}

/// Takes these parts of a profile into use, in the place of those that were kept before.
///
/// # Errors
/// The vault's; then everything is as it was.
pub fn take(
    vault: &mut Vault,
    file: &str,
    text: &Secret,
    parts: &[ServicePart],
    now: Timestamp,
) -> Result<(), Problem> {
    let new = parts.iter().filter_map(|part| {
        Some(KeptPart {
            part: *part,
            file: file.to_owned(),
            taken: now.to_string(),
            text: Secret::new(profile::only(text.expose(), *part)?),
        })
    });
    change(vault, parts, new)
}

/// Puts a part away: it is as if it had never been taken.
///
/// # Errors
/// The vault's; then everything is as it was.
pub fn put_away(vault: &mut Vault, part: ServicePart) -> Result<(), Problem> {
    change(vault, &[part], std::iter::empty())
}

/// Keeps who asks cvrapi; none takes the permission back.
///
/// # Errors
/// The vault's; then everything is as it was.
pub fn keep_contact(vault: &mut Vault, contact: Option<&Contact>) -> Result<(), Problem> {
    let stored = contact.map(|contact| StoredContact {
        version: VERSION,
        who: contact.who().to_owned(),
        email: contact.email().to_owned(),
    });
    let stored = stored.map(|stored| serde_json::to_string(&stored)).transpose();
    vault.set_setting(CONTACT, &stored.map_err(|_| Problem::NotSaved)?.unwrap_or_default())
}

fn change(
    vault: &mut Vault,
    without: &[ServicePart],
    with: impl Iterator<Item = KeptPart>,
) -> Result<(), Problem> {
    // What cannot be read is not written over.
    let stored = vault.read_setting(PROFILE)?;
    let mut parts = parts_of(stored.as_deref()).map_err(NotAProfile::problem)?;
    parts.put_away(without);
    parts.used.extend(with);
    let used = parts.used.into_iter().map(|kept| StoredPart {
        part: kept.part.table().to_owned(),
        file: kept.file,
        taken: kept.taken,
        profile: kept.text.expose().clone(),
    });
    let former = parts.former.iter().map(|text| text.expose().clone()).collect();
    let stored = StoredParts { version: VERSION, parts: used.collect(), former };
    let stored = serde_json::to_string(&stored);
    vault.set_setting(PROFILE, &stored.map_err(|_| Problem::NotSaved)?)
}

impl Parts {
    fn put_away(&mut self, parts: &[ServicePart]) {
        let (away, used) = std::mem::take(&mut self.used)
            .into_iter()
            .partition(|kept: &KeptPart| parts.contains(&kept.part));
        self.used = used;
        for KeptPart { part, text, .. } in away {
            if part == ServicePart::Broker && !self.former.contains(&text) {
                self.former.push(text);
            }
        }
    }
}

fn parts_of(stored: Option<&str>) -> Result<Parts, NotAProfile> {
    let Some(stored) = stored else { return Ok(Parts::default()) };
    let stored: StoredParts = serde_json::from_str(stored).map_err(|_| NotAProfile::Newer)?;
    if stored.version != VERSION {
        return Err(NotAProfile::Newer);
    }
    let part = |stored: StoredPart| {
        Some(KeptPart {
            part: ServicePart::of_table(&stored.part)?,
            file: stored.file,
            taken: stored.taken,
            text: Secret::new(stored.profile),
        })
    };
    let used = stored.parts.into_iter().map(part).collect::<Option<_>>();
    let former = stored.former.into_iter().map(Secret::new).collect();
    Ok(Parts { used: used.ok_or(NotAProfile::Newer)?, former })
}

fn contact_of(stored: &str) -> Option<Contact> {
    let StoredContact { version, who, email } = serde_json::from_str(stored).ok()?;
    (version == VERSION).then(|| Contact::parse(&who, &email).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the first version wrote it. It is never changed.
    const FROZEN: &str = r#"{"version":1,"parts":[{"part":"register","file":"nordlys.toml","taken":"2026-11-28T12:00:00Z","profile":"[register]\nkind = \"datafordeler\"\n"},{"part":"update","file":"it.toml","taken":"2026-11-28T12:00:00Z","profile":"[update]\nurl = \"https://a.example\"\nkey = \"k\"\n"}],"former":[]}"#;
    const FROZEN_CONTACT: &str =
        r#"{"version":1,"who":"Kanariefugl ApS","email":"it@kanariefugl.example"}"#;

    #[test]
    fn what_the_first_version_kept_is_read_for_ever() {
        let parts = parts_of(Some(FROZEN)).unwrap();
        let found: Vec<_> = parts.used.iter().map(|kept| (kept.part, kept.file.as_str())).collect();
        assert_eq!(
            found,
            [(ServicePart::Register, "nordlys.toml"), (ServicePart::Update, "it.toml")]
        );
        let kept = Kept { parts: Ok(parts), contact: contact_of(FROZEN_CONTACT) };
        assert!(kept.given().iter().all(|given| given.read.is_ok()));
        let contact = kept.contact.unwrap();
        assert_eq!(contact.in_profile(), "Kanariefugl ApS - it@kanariefugl.example");
    }

    #[test]
    fn what_a_newer_version_kept_is_neither_read_nor_taken_for_nothing() {
        for stored in [
            FROZEN.replace("\"version\":1", "\"version\":2"),
            FROZEN.replace("\"register\"", "\"post\""),
            "{}".to_owned(),
        ] {
            assert_eq!(parts_of(Some(&stored)).err(), Some(NotAProfile::Newer), "{stored}");
        }
        assert_eq!(parts_of(None), Ok(Parts::default()));
        assert_eq!(contact_of(&FROZEN_CONTACT.replace("@kanariefugl", "")), None);
    }

    #[test]
    fn a_broker_that_was_put_away_still_says_whom_to_trust() {
        let kept = |text: &str| KeptPart {
            part: ServicePart::Broker,
            file: "a.toml".to_owned(),
            taken: String::new(),
            text: Secret::new(text.to_owned()),
        };
        let mut parts = Parts { used: vec![kept("one")], former: Vec::new() };
        parts.put_away(&[ServicePart::Register]);
        assert_eq!(parts.used.len(), 1);
        parts.put_away(&[ServicePart::Broker]);
        parts.used.push(kept("one"));
        parts.put_away(&[ServicePart::Broker]);
        assert!(parts.used.is_empty());
        assert_eq!(parts.former, [Secret::new("one".to_owned())], "once");
    }
}
