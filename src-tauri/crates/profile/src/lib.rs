//! The live profile: which services an organisation uses, part by part. Each part works alone: what
//! one lacks is named, and the others are used.
//!
//! # Flow
//! [`read`] makes of the bytes of a file a [`Profile`]; window, command line and the start of the
//! program all read it here, so that none takes what another refuses. [`in_force`] decides, of all
//! profiles that there are, who decides about each part. [`ask`] asks a service, before it is used,
//! whether it is there.
//!
//! A profile holds no secrets. Somebody may have written one into it all the same, so what a person
//! is shown ([`Profile::reading`]) has names of fields and hosts, and no value.

mod online;
mod precedence;

pub use online::ask;
pub use precedence::{Chosen, Given, in_force};

use delivery::Endpoint;
use domain::Environment;
use domain::encoding;
use domain::organisation::Source;
use domain::problem::Problem;
use domain::profile::{PartReading, ProfileIncomplete, ProfileReading, Service, ServicePart};
use identity::{BrokerProfile, Reading};
use register::{Kind, RegisterProfile};
use serde::Deserialize;
use toml::Table;
use url::Url;

/// A profile is a page or two.
pub const LARGEST: u64 = 1 << 20;

/// What a profile says of a part: nothing, what the part is, or why it cannot be used.
pub type Part<T> = Option<Result<T, ProfileIncomplete>>;

/// A live profile, or one of practice, part by part.
#[derive(Debug)]
pub struct Profile {
    /// Where organisations are looked up.
    pub register: Part<RegisterProfile>,
    /// Who tells who a person is, as far as it is written.
    pub broker: Part<Reading>,
    /// Where approved cases go.
    pub delivery: Part<Receiver>,
    /// Where newer versions come from.
    pub update: Part<UpdateSource>,
    /// The tables that no profile has.
    pub unknown: Vec<String>,
}

/// A receiver of one's own.
#[derive(Debug, Clone)]
pub struct Receiver {
    /// How it is reached.
    pub endpoint: Endpoint,
    address: Url,
}

/// Where newer versions of Tilslut come from, and the key that signs them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpdateSource {
    /// The address of the release description (`https`).
    pub address: Url,
    /// The public key of the signatures (minisign).
    pub key: String,
}

/// Why a file is no live profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAProfile {
    /// It is not there, is no file, or may not be read: choose another.
    #[error("the file cannot be read")]
    Unreadable,
    /// It is larger than [`LARGEST`]: choose another.
    #[error("the file is too large")]
    TooLarge,
    /// It is no text: save it as UTF-8.
    #[error("the file is no text")]
    NotText,
    /// It is not TOML from this line on: mend the line.
    #[error("the file cannot be read at line {line}")]
    NotToml {
        /// The line, counted from 1.
        line: usize,
    },
    /// It is one of practice, which live never takes.
    #[error("the profile is one of practice")]
    Practice,
    /// A newer version of Tilslut wrote it.
    #[error("the profile was kept by a newer version")]
    Newer,
}

impl NotAProfile {
    /// What a person is told.
    pub fn problem(self) -> Problem {
        match self {
            Self::Unreadable => Problem::ProfileUnreadable,
            Self::TooLarge => Problem::ProfileTooLarge,
            Self::NotText => Problem::ProfileNotText,
            Self::NotToml { .. } => Problem::ProfileNotToml,
            Self::Practice => Problem::ProfilePractice,
            Self::Newer => Problem::ProfileNewer,
        }
    }

    /// The line at which it cannot be read.
    pub fn line(self) -> Option<usize> {
        match self {
            Self::NotToml { line } => Some(line),
            Self::Unreadable | Self::TooLarge | Self::NotText | Self::Practice | Self::Newer => {
                None
            }
        }
    }
}

/// Reads the bytes of a file as a live profile.
///
/// # Errors
/// [`NotAProfile`], when nothing of it can be used. What is wrong with one part is that part's.
pub fn read(bytes: &[u8]) -> Result<Profile, NotAProfile> {
    if u64::try_from(bytes.len()).is_ok_and(|size| size > LARGEST) {
        return Err(NotAProfile::TooLarge);
    }
    let text = encoding::text(bytes).map_err(|_| NotAProfile::NotText)?;
    let profile = examine(&text).map_err(|line| NotAProfile::NotToml { line })?;
    if profile.is_of_practice() { Err(NotAProfile::Practice) } else { Ok(profile) }
}

/// Reads a profile of either environment, which need not be whole, to tell what it has and what it
/// lacks.
///
/// # Errors
/// The line at which the text is no TOML.
pub fn examine(text: &str) -> Result<Profile, usize> {
    let table = table(text)?;
    let named = |part: ServicePart| table.contains_key(part.table());
    let is_unknown = |name: &&String| ServicePart::of_table(name).is_none();
    Ok(Profile {
        register: named(ServicePart::Register).then(|| RegisterProfile::from_toml(text)),
        broker: named(ServicePart::Broker).then(|| BrokerProfile::examine(text)),
        delivery: named(ServicePart::Delivery).then(|| delivery(text)),
        update: named(ServicePart::Update).then(|| update(text)),
        unknown: table.keys().filter(is_unknown).cloned().collect(),
    })
}

/// The text of one part, to be kept by itself; none where the profile does not name it.
pub fn only(text: &str, part: ServicePart) -> Option<String> {
    let value = table(text).ok()?.remove(part.table())?;
    toml::to_string(&Table::from_iter([(part.table().to_owned(), value)])).ok()
}

fn table(text: &str) -> Result<Table, usize> {
    text.parse().map_err(|wrong: toml::de::Error| {
        let before = wrong.span().map_or(0, |span| span.start);
        1 + text.bytes().take(before).filter(|byte| *byte == b'\n').count()
    })
}

#[derive(Deserialize)]
struct DeliveryFile {
    delivery: RawDelivery,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDelivery {
    url: Option<String>,
}

fn delivery(text: &str) -> Result<Receiver, ProfileIncomplete> {
    let raw = from_toml::<DeliveryFile>(text)?.delivery;
    let url = filled(raw.url).ok_or_else(|| lacks(&["delivery.url"], &[]))?;
    let receiver = Endpoint::new(&url).ok().zip(Url::parse(&url).ok());
    let (endpoint, address) = receiver.ok_or_else(|| lacks(&[], &["delivery.url"]))?;
    Ok(Receiver { endpoint, address })
}

#[derive(Deserialize)]
struct UpdateFile {
    update: RawUpdate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawUpdate {
    url: Option<String>,
    key: Option<String>,
}

fn update(text: &str) -> Result<UpdateSource, ProfileIncomplete> {
    let raw = from_toml::<UpdateFile>(text)?.update;
    let (url, key) = (filled(raw.url), filled(raw.key));
    let missing: Vec<&str> = [("update.url", url.is_none()), ("update.key", key.is_none())]
        .into_iter()
        .filter_map(|(field, is_missing)| is_missing.then_some(field))
        .collect();
    let address = url.as_deref().and_then(|url| Url::parse(url).ok()).filter(is_encrypted);
    match (address, key) {
        (Some(address), Some(key)) => Ok(UpdateSource { address, key }),
        (None, _) if url.is_some() => Err(lacks(&missing, &["update.url"])),
        (None, _) | (Some(_), None) => Err(lacks(&missing, &[])),
    }
}

/// Nobody on the way may say which version there is; what this machine tells itself is its own.
fn is_encrypted(address: &Url) -> bool {
    match address.scheme() {
        "https" => address.has_host(),
        "http" => outbound::is_loopback(address),
        _ => false,
    }
}

fn from_toml<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, ProfileIncomplete> {
    toml::from_str(text).map_err(|wrong| {
        let before = wrong.span().map_or(0, |span| span.start);
        ProfileIncomplete::unreadable_from(text, before)
    })
}

fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

fn lacks(missing: &[&str], unusable: &[&str]) -> ProfileIncomplete {
    let owned = |fields: &[&str]| fields.iter().map(|field| (*field).to_owned()).collect();
    ProfileIncomplete::Fields { missing: owned(missing), unusable: owned(unusable) }
}

impl Profile {
    /// It belongs to the practice environment.
    pub fn is_of_practice(&self) -> bool {
        let is = |reading: &Reading| reading.profile.environment == Environment::Practice;
        matches!(&self.broker, Some(Ok(reading)) if is(reading))
    }

    /// It names no service.
    pub fn is_empty(&self) -> bool {
        let Self { register, broker, delivery, update, unknown: _ } = self;
        register.is_none() && broker.is_none() && delivery.is_none() && update.is_none()
    }

    /// What it says of a part, as a person may see it.
    pub fn part(&self, part: ServicePart) -> PartReading {
        match part {
            ServicePart::Register => reading(&self.register, |register| Service {
                register: Some(source(register.kind)),
                host: host(Url::parse(&register.url).ok().as_ref()),
            }),
            ServicePart::Broker => match &self.broker {
                Some(Ok(Reading { missing, unusable, .. }))
                    if !missing.is_empty() || !unusable.is_empty() =>
                {
                    PartReading::Lacks { missing: missing.clone(), unusable: unusable.clone() }
                }
                broker => reading(broker, |broker| Service {
                    register: None,
                    host: host(Url::parse(&broker.profile.issuer).ok().as_ref()),
                }),
            },
            ServicePart::Delivery => reading(&self.delivery, |receiver| Service {
                register: None,
                host: host(Some(&receiver.address)),
            }),
            ServicePart::Update => reading(&self.update, |source| Service {
                register: None,
                host: host(Some(&source.address)),
            }),
        }
    }

    /// The whole of it, as a person may see it.
    pub fn reading(&self, file: &str) -> ProfileReading {
        ProfileReading {
            file: file.to_owned(),
            parts: ServicePart::ALL.into_iter().map(|part| (part, self.part(part))).collect(),
            unknown: self.unknown.clone(),
        }
    }
}

fn reading<T>(part: &Part<T>, service: impl FnOnce(&T) -> Service) -> PartReading {
    match part {
        None => PartReading::Unnamed,
        Some(Ok(whole)) => PartReading::Whole(service(whole)),
        Some(Err(ProfileIncomplete::Unreadable { line })) => {
            PartReading::Unreadable { line: *line }
        }
        Some(Err(ProfileIncomplete::Fields { missing, unusable })) => {
            PartReading::Lacks { missing: missing.clone(), unusable: unusable.clone() }
        }
    }
}

/// Who is named as the source of what a register tells.
pub fn source(kind: Kind) -> Source {
    match kind {
        Kind::Virk => Source::Virk,
        Kind::Datafordeler => Source::Datafordeler,
        Kind::Cvrapi => Source::Cvrapi,
    }
}

fn host(address: Option<&Url>) -> String {
    address.and_then(Url::host_str).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests;
