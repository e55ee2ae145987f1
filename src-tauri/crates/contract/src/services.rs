//! The services that live uses: who decides about each, and a profile that is looked at before it
//! is taken into use. Of an address only the host crosses to the window.

use crate::answers::RoleName;
use crate::broker::{Broker, broker};
use crate::names;
use crate::organisation::SourceName;
use crate::pages::Page;
use crate::pieces::Update;
use crate::search::{Register, register};
use crate::summary;
use app::model::{Common, Services};
use app::route;
use domain::Environment;
use domain::draft::Role;
use domain::profile as of;
use domain::profile::{PartAnswer, PartReading, ProfileSource, ServicePart};
use serde::Serialize;

names! {
    /// A service that a live profile can name.
    ServiceName = domain::profile::ServicePart { Register, Broker, Delivery, Update }
}
names! {
    /// Where a live profile comes from, in the order in which one wins over the next.
    ProfileSourceName = domain::profile::ProfileSource { Managed, Named, Kept }
}

/// A profile file that there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ProfileFile {
    /// Where it comes from.
    pub source: ProfileSourceName,
    /// Its file.
    pub file: String,
}

/// A profile that cannot be read, so that nothing of it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct UnreadProfile {
    /// Which.
    pub profile: ProfileFile,
    /// Why not. A code of the catalogue.
    pub code: String,
    /// The line at which it cannot be read.
    pub line: Option<u32>,
}

/// What a profile says of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum Said {
    /// Nothing.
    Unnamed,
    /// It can be used: which register it is, where it is one, and the host of its address.
    Whole { register: Option<SourceName>, host: String },
    /// It cannot be used: these fields are missing, those have values that cannot be used.
    Lacks { missing: Vec<String>, unusable: Vec<String> },
    /// It cannot be read from this line on.
    Unreadable { line: u32 },
}

/// A service, and who decides about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ServiceRow {
    /// Which.
    pub service: ServiceName,
    /// The profile that decides about it; none when no profile names it.
    pub by: Option<ProfileFile>,
    /// What that says.
    pub said: Said,
    /// The profiles that name it too and are not used.
    pub overruled: Vec<ProfileFile>,
}

/// A profile that is looked at before it is taken into use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Offered {
    /// The name of its file.
    pub file: String,
    /// What it says of each service.
    pub services: Vec<OfferedService>,
    /// The tables of it that no profile has.
    pub unknown: Vec<String>,
    /// The services that can be taken into use.
    pub takes: Vec<ServiceName>,
    /// They are being asked whether they are there.
    pub asking: bool,
    /// They have been asked.
    pub asked: bool,
}

/// What a profile that is looked at says of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OfferedService {
    /// Which.
    pub service: ServiceName,
    /// What it says.
    pub said: Said,
    /// The profile that decides about it all the same, since it comes before what a person takes.
    pub decided: Option<ProfileFile>,
    /// What the service answered, once it was asked.
    pub answer: Option<Answered>,
}

/// What a service answered when it was asked before it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum Answered {
    /// It answers.
    Answers,
    /// Nobody answers.
    Silent,
    /// It says of itself something else than the profile: the points, by their code.
    Contradicts { points: Vec<String> },
}

/// Who asks cvrapi.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    /// Who.
    pub who: String,
    /// How to reach them.
    pub email: String,
}

/// The services that a case goes through, in live.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ServicesUsed {
    /// The register.
    pub register: SourceName,
    /// The representative approves with MitID in Tilslut.
    pub approves: bool,
    /// An approved case is sent to a receiver.
    pub delivers: bool,
    /// Who prepares the case.
    pub role: Option<RoleName>,
    /// The representative's name, when known.
    pub representative: Option<String>,
}

/// The services that a case goes through; none in practice, where there is nothing to choose.
pub(crate) fn used(
    common: &Common,
    role: Option<Role>,
    representative: &str,
) -> Option<ServicesUsed> {
    let services = &common.services;
    (common.environment == Environment::Live).then(|| ServicesUsed {
        register: services.register.source.into(),
        approves: services.approves,
        delivers: services.delivers,
        role: role.map(Into::into),
        representative: Some(representative.trim().to_owned()).filter(|name| !name.is_empty()),
    })
}

/// The services as the page shows them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ServicesInUse {
    /// The register.
    pub register: Register,
    /// The MitID service.
    pub broker: Broker,
    /// The representative can approve with it in Tilslut.
    pub approves: bool,
    /// An approved case can be sent to a receiver.
    pub delivers: bool,
    /// Whether there is a newer Tilslut, as far as the person has asked.
    pub update: Update,
    /// Who decides about each.
    pub rows: Vec<ServiceRow>,
    /// The profiles that cannot be read.
    pub unread: Vec<UnreadProfile>,
    /// Who asks cvrapi, where the person has allowed that.
    pub contact: Option<Contact>,
}

/// The page of a draft from which the person came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CameFrom {
    /// The draft.
    pub case: String,
    /// From the page of its organisation; otherwise from its tasks.
    pub organisation: bool,
}

/// The page of the services.
pub fn page(services: &Services, page: &route::ServicesPage, version: &str) -> Page {
    Page::Services {
        services: in_use(services),
        version: version.to_owned(),
        offered: page.offered.as_deref().map(|offered| self::offered(offered, services)),
        reading: page.query.is_some(),
        changing: page.changing.is_some(),
        dragging: page.dragging,
        line: page.line.map(line),
        from: page
            .from
            .as_ref()
            .map(|from| CameFrom { case: from.case.0.clone(), organisation: from.organisation }),
    }
}

fn in_use(services: &Services) -> ServicesInUse {
    ServicesInUse {
        register: register(services.register),
        broker: broker(&services.broker),
        approves: services.approves,
        delivers: services.delivers,
        update: summary::update(&services.update),
        rows: ServicePart::ALL.into_iter().map(|part| row(services, part)).collect(),
        unread: unread(services),
        contact: services.contact.as_ref().map(|contact| Contact {
            who: contact.who().to_owned(),
            email: contact.email().to_owned(),
        }),
    }
}

/// The profiles that cannot be read.
pub fn unread(services: &Services) -> Vec<UnreadProfile> {
    let unread = |it: &of::UnreadProfile| UnreadProfile {
        profile: file(it.source, &it.file),
        code: it.problem.code().to_owned(),
        line: it.line.map(line),
    };
    services.profiles.unread.iter().map(unread).collect()
}

fn row(services: &Services, part: ServicePart) -> ServiceRow {
    let Some(in_force) = services.profiles.parts.get(&part) else {
        return ServiceRow {
            service: part.into(),
            by: None,
            said: Said::Unnamed,
            overruled: Vec::new(),
        };
    };
    ServiceRow {
        service: part.into(),
        by: in_force.by.as_ref().map(|(source, name)| file(*source, name)),
        said: said(&in_force.reading),
        overruled: in_force.overruled.iter().map(|(source, name)| file(*source, name)).collect(),
    }
}

fn offered(offered: &route::Offered, services: &Services) -> Offered {
    let decided = |part: ServicePart| {
        services.decided(part)?;
        let (source, name) = services.profiles.parts.get(&part)?.by.as_ref()?;
        Some(file(*source, name))
    };
    let service = |(part, reading): (&ServicePart, &PartReading)| OfferedService {
        service: (*part).into(),
        said: said(reading),
        decided: decided(*part),
        answer: offered.answers.get(part).map(answered),
    };
    Offered {
        file: offered.reading.file.clone(),
        services: offered.reading.parts.iter().map(service).collect(),
        unknown: offered.reading.unknown.clone(),
        takes: offered.takes(services).into_iter().map(Into::into).collect(),
        asking: offered.asking.is_some(),
        asked: !offered.answers.is_empty(),
    }
}

fn said(reading: &PartReading) -> Said {
    match reading {
        PartReading::Unnamed => Said::Unnamed,
        PartReading::Whole(service) => {
            Said::Whole { register: service.register.map(Into::into), host: service.host.clone() }
        }
        PartReading::Lacks { missing, unusable } => {
            Said::Lacks { missing: missing.clone(), unusable: unusable.clone() }
        }
        PartReading::Unreadable { line: at } => Said::Unreadable { line: line(*at) },
    }
}

fn answered(answer: &PartAnswer) -> Answered {
    match answer {
        PartAnswer::Answers => Answered::Answers,
        PartAnswer::Silent => Answered::Silent,
        PartAnswer::Contradicts(points) => Answered::Contradicts {
            points: points.iter().map(|point| (*point).to_owned()).collect(),
        },
    }
}

fn file(source: ProfileSource, name: &str) -> ProfileFile {
    ProfileFile { source: source.into(), file: name.to_owned() }
}

fn line(line: usize) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}
