//! `tilslut-cli profile check`: is this the profile of a broker, whole and right? Offline from the
//! file alone, online from the broker too.

use crate::arguments::{Profile, ProfileCheck, ProfileCommand};
use crate::broker::{SystemClock, runtime, text, unreadable_at};
use crate::outcome::{Error, Outcome};
use crate::output::{Out, plain};
use crate::words::Words;
use domain::profile::ProfileIncomplete;
use identity::{BrokerProfile, Observation, Point, Ports, Reading, Unconfirmed, probe};
use serde::Serialize;
use std::io;

/// Everything that is said of a profile.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Checked {
    r#type: &'static str,
    id: String,
    version: u32,
    environment: &'static str,
    whole: bool,
    missing: Vec<Field>,
    unusable: Vec<Field>,
    unconfirmed: Vec<Fact>,
    redirect_uris: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    online: Option<Vec<Seen>>,
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

/// What the broker was found to do.
#[derive(Serialize)]
struct Seen {
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
    let reading = match BrokerProfile::examine(&text(&asked.file, words)?) {
        Ok(reading) => reading,
        Err(ProfileIncomplete::Unreadable { line }) => {
            return Err(unreadable_at(&asked.file, line, words));
        }
        Err(ProfileIncomplete::Fields { missing, unusable }) => {
            return Err(Error::Unreadable {
                path: asked.file.clone(),
                why: [missing, unusable].concat().join(", "),
            });
        }
    };
    // A broker is asked with the whole profile or not at all: half of one would be asked of
    // somebody else.
    let whole = reading.missing.is_empty() && reading.unusable.is_empty();
    let online = match asked.online && whole {
        true => Some(runtime()?.block_on(probe(&reading.profile, &SystemClock))),
        false => None,
    };
    let checked = Checked::of(reading, online, words);
    if out.json {
        out.value(&checked)?
    } else {
        checked.write(out)?
    }
    let holds = checked.online.iter().flatten().all(|seen| seen.holds != Some(false));
    Ok(if whole && holds { Outcome::Fine } else { Outcome::Stops })
}

impl Checked {
    fn of(reading: Reading, online: Option<Vec<Observation>>, words: &Words) -> Self {
        let Reading { profile, missing, unusable } = reading;
        let field = |field: String| Field { remedy: remedy(&field, words), field };
        // Without a port there is nothing to register yet.
        let uris =
            if profile.ports == Ports::List(vec![]) { vec![] } else { profile.redirect_uris() };
        Self {
            r#type: "tilslut/profile/v1",
            whole: missing.is_empty() && unusable.is_empty(),
            environment: profile.environment.word(),
            missing: missing.into_iter().map(field).collect(),
            unusable: unusable.into_iter().map(field).collect(),
            redirect_uris: uris,
            unconfirmed: profile
                .unconfirmed
                .into_iter()
                .map(|Unconfirmed { field, why }| Fact { field, why })
                .collect(),
            id: profile.id,
            version: profile.version,
            online: online.map(|seen| seen.into_iter().map(|seen| Seen::of(seen, words)).collect()),
        }
    }

    fn write(&self, out: &mut Out) -> io::Result<()> {
        let words = out.words();
        out.line(format_args!("{} ({}), {}", plain(&self.id), self.version, self.environment))?;
        let whole = match self.whole {
            true => "cli-profile-whole",
            false => "cli-profile-not-whole",
        };
        out.line(format_args!("{}", words.get(whole)))?;
        let with_remedy = |field: &Field| (field.field.clone(), field.remedy.clone());
        list(out, "cli-profile-missing", &self.missing, with_remedy)?;
        list(out, "cli-profile-unusable", &self.unusable, with_remedy)?;
        list(out, "cli-profile-unconfirmed", &self.unconfirmed, |fact| {
            (fact.field.clone(), fact.why.clone())
        })?;
        if !self.redirect_uris.is_empty() {
            out.line(format_args!("\n{}", words.get("cli-profile-register")))?;
        }
        self.redirect_uris.iter().try_for_each(|uri| out.line(format_args!("  {uri}")))?;
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
    fn of(seen: Observation, words: &Words) -> Self {
        let Observation { point, holds, detail } = seen;
        Self { point: point.code(), holds, said: found(point, holds, words), detail }
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
