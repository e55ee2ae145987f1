//! `tilslut-cli profile check`: is this a live profile, whole and right? Offline from the file
//! alone, online from the services that it names too. It is read as the window reads it.

use crate::arguments::{Profile, ProfileCheck, ProfileCommand};
use crate::broker::{SystemClock, runtime, text, unreadable_at};
use crate::outcome::{Error, Outcome};
use crate::output::{Out, plain};
use crate::words::Words;
use domain::profile::{PartAnswer, PartReading, ServicePart};
use identity::{BrokerProfile, Observation, Point, Ports, Unconfirmed, probe};
use profile::Profile as LiveProfile;
use serde::Serialize;
use std::io;

/// Everything that is said of a profile.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Checked {
    r#type: &'static str,
    whole: bool,
    services: Vec<Named>,
    missing: Vec<Field>,
    unusable: Vec<Field>,
    unknown: Vec<String>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    broker: Option<Broker>,
    #[serde(skip_serializing_if = "Option::is_none")]
    online: Option<Vec<Seen>>,
}

/// A service that the profile names.
#[derive(Serialize)]
struct Named {
    service: &'static str,
    whole: bool,
    #[serde(skip_serializing_if = "String::is_empty")]
    host: String,
}

/// What only a broker has.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Broker {
    id: String,
    version: u32,
    environment: &'static str,
    unconfirmed: Vec<Fact>,
    redirect_uris: Vec<String>,
}

/// A field that is missing, or whose value cannot be used.
#[derive(Serialize)]
struct Field {
    field: String,
    remedy: String,
}

/// Something that nobody has confirmed.
#[derive(Serialize)]
struct Fact {
    field: String,
    why: String,
}

/// What a service was found to do.
#[derive(Serialize)]
struct Seen {
    service: &'static str,
    point: &'static str,
    holds: Option<bool>,
    said: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    detail: String,
}

/// Does what is asked of a profile.
pub fn run(asked: &Profile, out: &mut Out) -> Result<Outcome, Error> {
    match &asked.command {
        ProfileCommand::Check(asked) => check(asked, out),
    }
}

fn check(asked: &ProfileCheck, out: &mut Out) -> Result<Outcome, Error> {
    let words = out.words();
    let unreadable = |line| unreadable_at(&asked.file, line, words);
    let profile = profile::examine(&text(&asked.file, words)?).map_err(unreadable)?;
    let lines = ServicePart::ALL.map(|part| match profile.part(part) {
        PartReading::Unreadable { line } => Some(line),
        PartReading::Unnamed | PartReading::Whole(_) | PartReading::Lacks { .. } => None,
    });
    if let Some(line) = lines.into_iter().flatten().min() {
        return Err(unreadable(line));
    }
    // A service is asked with the whole of its part or not at all: half of it would be asked of
    // somebody else.
    let online = match asked.online {
        true => Some(runtime()?.block_on(ask(&profile, words))),
        false => None,
    };
    let checked = Checked::of(profile, online, words);
    if out.json {
        out.value(&checked)?
    } else {
        checked.write(out)?
    }
    let holds = checked.online.iter().flatten().all(|seen| seen.holds != Some(false));
    Ok(if checked.whole && holds { Outcome::Fine } else { Outcome::Stops })
}

/// What the services that are whole are found to do: the broker at each point, and of the others
/// whether they answer.
async fn ask(profile: &LiveProfile, words: &Words) -> Vec<Seen> {
    let mut seen = Vec::new();
    if let (true, Some(Ok(broker))) =
        (profile.part(ServicePart::Broker).is_whole(), &profile.broker)
    {
        let found = probe(&broker.profile, &SystemClock).await;
        seen.extend(found.into_iter().map(|found| Seen::of_broker(found, words)));
    }
    for part in [ServicePart::Register, ServicePart::Delivery, ServicePart::Update] {
        if let (Some(answer), PartReading::Whole(service)) =
            (profile::ask(profile, part, &SystemClock).await, profile.part(part))
        {
            seen.push(Seen::of_other(part, &answer, service.host, words));
        }
    }
    seen
}

impl Checked {
    fn of(profile: LiveProfile, online: Option<Vec<Seen>>, words: &Words) -> Self {
        let field = |field: String| Field { remedy: remedy(&field, words), field };
        let (mut missing, mut unusable, mut services) = (Vec::new(), Vec::new(), Vec::new());
        for part in ServicePart::ALL {
            let (whole, host) = match profile.part(part) {
                PartReading::Unnamed | PartReading::Unreadable { .. } => continue,
                PartReading::Whole(service) => (true, service.host),
                PartReading::Lacks { missing: lacks, unusable: cannot } => {
                    missing.extend(lacks.into_iter().map(field));
                    unusable.extend(cannot.into_iter().map(field));
                    (false, String::new())
                }
            };
            services.push(Named { service: part.table(), whole, host });
        }
        Self {
            r#type: "tilslut/profile/v2",
            whole: !services.is_empty() && services.iter().all(|named| named.whole),
            services,
            missing,
            unusable,
            unknown: profile.unknown,
            broker: profile.broker.and_then(Result::ok).map(|broker| Broker::of(broker.profile)),
            online,
        }
    }

    fn write(&self, out: &mut Out) -> io::Result<()> {
        let words = out.words();
        if let Some(Broker { id, version, environment, .. }) = &self.broker {
            out.line(format_args!("{} ({version}), {environment}", plain(id)))?;
        }
        let others = self.services.iter().filter(|named| named.whole && named.service != "broker");
        for Named { service, host, .. } in others {
            out.line(format_args!("{service}: {}", plain(host)))?;
        }
        let whole = match (self.whole, self.services.is_empty()) {
            (true, _) => "cli-profile-whole",
            (false, true) => "cli-profile-empty",
            (false, false) => "cli-profile-not-whole",
        };
        out.line(format_args!("{}", words.get(whole)))?;
        let with_remedy = |field: &Field| (field.field.clone(), field.remedy.clone());
        list(out, "cli-profile-missing", &self.missing, with_remedy)?;
        list(out, "cli-profile-unusable", &self.unusable, with_remedy)?;
        if !self.unknown.is_empty() {
            out.line(format_args!("\n{}", words.get("cli-profile-unknown")))?;
        }
        self.unknown.iter().try_for_each(|table| out.line(format_args!("  - {}", plain(table))))?;
        if let Some(broker) = &self.broker {
            broker.write(out)?;
        }
        let Some(online) = &self.online else { return Ok(()) };
        out.line(format_args!("\n{}", words.get("cli-profile-online")))?;
        online.iter().try_for_each(|seen| {
            let sign = match seen.holds {
                Some(true) => "+",
                Some(false) => "-",
                None => "?",
            };
            let detail = if seen.detail.is_empty() {
                String::new()
            } else {
                format!(" ({})", plain(&seen.detail))
            };
            out.line(format_args!("  {sign} {}{detail} [{}]", seen.said, seen.point))
        })
    }
}

impl Broker {
    fn of(profile: BrokerProfile) -> Self {
        // Without a port there is nothing to register yet.
        let uris =
            if profile.ports == Ports::List(vec![]) { vec![] } else { profile.redirect_uris() };
        let fact = |Unconfirmed { field, why }| Fact { field, why };
        Self {
            environment: profile.environment.word(),
            redirect_uris: uris,
            unconfirmed: profile.unconfirmed.into_iter().map(fact).collect(),
            id: profile.id,
            version: profile.version,
        }
    }

    fn write(&self, out: &mut Out) -> io::Result<()> {
        list(out, "cli-profile-unconfirmed", &self.unconfirmed, |fact| {
            (fact.field.clone(), fact.why.clone())
        })?;
        if !self.redirect_uris.is_empty() {
            out.line(format_args!("\n{}", out.words().get("cli-profile-register")))?;
        }
        self.redirect_uris.iter().try_for_each(|uri| out.line(format_args!("  {uri}")))
    }
}

fn list<T>(
    out: &mut Out,
    heading: &str,
    items: &[T],
    shown: impl Fn(&T) -> (String, String),
) -> io::Result<()> {
    if !items.is_empty() {
        out.line(format_args!("\n{}", out.words().get(heading)))?;
    }
    items.iter().try_for_each(|item| {
        let (field, said) = shown(item);
        out.line(format_args!("  - {}", plain(&field)))?;
        out.line(format_args!("    {}", plain(&said)))
    })
}

impl Seen {
    fn of_broker(seen: Observation, words: &Words) -> Self {
        let Observation { point, holds, detail } = seen;
        let said = found(point, holds, words);
        Self { service: ServicePart::Broker.table(), point: point.code(), holds, said, detail }
    }

    fn of_other(part: ServicePart, answer: &PartAnswer, host: String, words: &Words) -> Self {
        let answers = *answer == PartAnswer::Answers;
        let said = words.get(if answers { "cli-service-answers" } else { "cli-service-silent" });
        let service = part.table();
        Self { service, point: service, holds: Some(answers), said, detail: host }
    }
}

/// What was found, in a sentence. Where the broker does not say, what that means.
fn found(point: Point, holds: Option<bool>, words: &Words) -> String {
    let found = match holds {
        Some(true) => "holds",
        Some(false) => "fails",
        None => "unsaid",
    };
    let key = format!("cli-broker-{}-{found}", point.code());
    // A broker cannot leave every point open.
    if words.texts().has(&key) { words.get(&key) } else { String::new() }
}

/// The fields that have their own advice.
pub const WITH_REMEDY: &[&str] = &[
    "id",
    "version",
    "issuer",
    "client-id",
    "redirect-path",
    "ports",
    "scopes",
    "keys",
    "certificates",
    "claims.text",
    "claims.level",
    "claims.levels",
    "claims.name",
    "claims.authority",
    "request",
    "pushed",
    "register.url",
    "register.contact",
    "register.plain-http",
    "delivery.url",
    "update.url",
    "update.key",
];

/// What to do about a field.
fn remedy(field: &str, words: &Words) -> String {
    match field.strip_prefix("broker.").unwrap_or(field) {
        "authorize {text}" => words.get("cli-remedy-authorize-text"),
        field if WITH_REMEDY.contains(&field) => {
            words.get(&format!("cli-remedy-{}", field.replace('.', "-")))
        }
        field if field.starts_with("authorize.") => words.get("cli-remedy-taken"),
        _ => words.get("cli-remedy-other"),
    }
}

/// What can be found at the points: each holds or not, and some a broker may leave open.
#[cfg(test)]
pub const FOUND: &[&str] = &[
    "metadata-holds",
    "metadata-fails",
    "issuer-holds",
    "issuer-fails",
    "endpoints-holds",
    "endpoints-fails",
    "pkce-holds",
    "pkce-fails",
    "pkce-unsaid",
    "algorithms-holds",
    "algorithms-fails",
    "algorithms-unsaid",
    "issuer-named-holds",
    "issuer-named-fails",
    "issuer-named-unsaid",
    "keys-holds",
    "keys-fails",
    "anchored-holds",
    "anchored-fails",
    "clock-holds",
    "clock-fails",
    "clock-unsaid",
];
