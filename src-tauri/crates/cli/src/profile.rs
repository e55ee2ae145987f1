//! `tilslut-cli profile check`: is this the profile of a broker, whole and right? Offline from the
//! file alone, online from the broker too.

use crate::arguments::{Profile, ProfileCheck, ProfileCommand};
use crate::broker::{SystemClock, runtime, text, unreadable_at};
use crate::outcome::{Error, Outcome};
use crate::output::{Out, plain};
use crate::words::Words;
use domain::Environment;
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
    remedy: &'static str,
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
    said: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    detail: String,
}

/// Does what is asked of a profile.
pub fn carry_out(asked: &Profile, out: &mut Out) -> Result<Outcome, Error> {
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
        checked.tell(out)?
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
            environment: match profile.environment {
                Environment::Practice => "practice",
                Environment::Live => "live",
            },
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

    fn tell(&self, out: &mut Out) -> io::Result<()> {
        let words = out.words();
        out.line(format_args!("{} ({}), {}", plain(&self.id), self.version, self.environment))?;
        let whole = match self.whole {
            true => words.either("Profilen er fuldstændig.", "The profile is whole."),
            false => words.either("Profilen er ikke fuldstændig.", "The profile is not whole."),
        };
        out.line(format_args!("{whole}"))?;
        list(out, words.either("Mangler:", "Missing:"), &self.missing, |field| {
            (&field.field, field.remedy)
        })?;
        list(out, words.either("Kan ikke bruges:", "Cannot be used:"), &self.unusable, |field| {
            (&field.field, field.remedy)
        })?;
        let unconfirmed =
            words.either("Ikke bekræftet, spørg brokeren:", "Not confirmed, ask the broker:");
        list(out, unconfirmed, &self.unconfirmed, |fact| (&fact.field, &fact.why))?;
        if !self.redirect_uris.is_empty() {
            out.line(format_args!(
                "\n{}",
                words.either(
                    "Adresser, der skal registreres hos brokeren:",
                    "Addresses to register at the broker:"
                )
            ))?;
        }
        self.redirect_uris.iter().try_for_each(|uri| out.line(format_args!("  {uri}")))?;
        let Some(online) = &self.online else { return Ok(()) };
        out.line(format_args!("\n{}", words.either("Hos brokeren:", "At the broker:")))?;
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
    shown: impl Fn(&T) -> (&String, &str),
) -> io::Result<()> {
    if !items.is_empty() {
        out.line(format_args!("\n{heading}"))?;
    }
    items.iter().try_for_each(|item| {
        let (field, said) = shown(item);
        out.line(format_args!("  - {}", plain(field)))?;
        out.line(format_args!("    {}", plain(said)))
    })
}

impl Seen {
    fn of(seen: Observation, words: &Words) -> Self {
        let Observation { point, holds, detail } = seen;
        Self { point: point.code(), holds, said: said(point, holds, words), detail }
    }
}

/// What was found, in a sentence. Where the broker does not say, what that means.
fn said(point: Point, holds: Option<bool>, words: &Words) -> &'static str {
    let texts = match point {
        Point::Metadata => [
            ("Brokerens metadata kan læses", "The broker's metadata can be read"),
            (
                "Brokerens metadata kan ikke læses. Kontrollér issuer og netværk",
                "The broker's metadata cannot be read. Check issuer and network",
            ),
            ("", ""),
        ],
        Point::Issuer => [
            (
                "Brokeren kalder sig det samme som profilen",
                "The broker calls itself what the profile does",
            ),
            (
                "Brokeren kalder sig noget andet. Skriv issuer præcis sådan",
                "The broker calls itself something else. Write issuer exactly so",
            ),
            ("", ""),
        ],
        Point::Endpoints => [
            (
                "Alle adresser, som profilen bruger, er der",
                "Every address that the profile uses is there",
            ),
            (
                "Adresser mangler eller er uden kryptering",
                "Addresses are missing or have no encryption",
            ),
            ("", ""),
        ],
        Point::Pkce => [
            (
                "Brokeren beskytter koden med PKCE S256",
                "The broker protects the code with PKCE S256",
            ),
            (
                "Brokeren kender ikke PKCE S256, så der kan ikke logges ind",
                "The broker does not know PKCE S256, so nobody can log in",
            ),
            (
                "Brokeren siger ikke, om den kender PKCE S256",
                "The broker does not say whether it knows PKCE S256",
            ),
        ],
        Point::Algorithms => [
            (
                "ID-tokens er underskrevet med RS256 eller ES256",
                "ID tokens are signed with RS256 or ES256",
            ),
            (
                "ID-tokens er underskrevet på en måde, som Tilslut ikke tager",
                "ID tokens are signed in a way that Tilslut does not take",
            ),
            (
                "Brokeren siger ikke, hvordan ID-tokens er underskrevet",
                "The broker does not say how ID tokens are signed",
            ),
        ],
        Point::IssuerNamed => [
            ("Svarene siger, hvem de kommer fra (iss)", "Answers say whom they come from (iss)"),
            (
                "Profilen kræver iss, men brokeren lover det ikke",
                "The profile requires iss, but the broker does not promise it",
            ),
            (
                "Brokeren lover ikke iss, og profilen kræver det ikke",
                "The broker does not promise iss, and the profile does not require it",
            ),
        ],
        Point::Keys => [
            ("Brokerens nøgler kan læses", "The broker's keys can be read"),
            ("Brokerens nøgler kan ikke læses", "The broker's keys cannot be read"),
            ("", ""),
        ],
        Point::Anchored => [
            (
                "Alle brokerens nøgler står i profilen",
                "All of the broker's keys are in the profile",
            ),
            (
                "Nøgler står ikke i profilen. Bevis med dem når kun niveau D. Få bekræftet aftrykkene af brokeren selv",
                "Keys are not in the profile. Evidence with them reaches level D only. Have the thumbprints confirmed by the broker itself",
            ),
            ("", ""),
        ],
        Point::Clock => [
            ("Urene går ens", "The clocks agree"),
            (
                "Urene er mere end et minut fra hinanden. Stil denne computers ur",
                "The clocks are more than a minute apart. Set this computer's clock",
            ),
            ("Brokeren siger ikke, hvad klokken er", "The broker does not say what time it is"),
        ],
    };
    let [yes, no, unsaid] = texts;
    let (danish, english) = match holds {
        Some(true) => yes,
        Some(false) => no,
        None => unsaid,
    };
    words.either(danish, english)
}

/// What to do about a field.
fn remedy(field: &str, words: &Words) -> &'static str {
    let (danish, english) = match field.strip_prefix("broker.").unwrap_or(field) {
        "id" => (
            "Giv profilen et navn. Det står i beviset.",
            "Give the profile a name. It stands in the evidence.",
        ),
        "version" => (
            "Skriv et helt tal. Sæt det op, når profilen ændres.",
            "Write a whole number. Raise it when the profile changes.",
        ),
        "issuer" => (
            "Skriv brokerens issuer, som brokeren oplyser den: https og uden spørgsmålstegn. Prøve har http://127.0.0.1:PORT.",
            "Write the broker's issuer as the broker states it: https and without a question mark. Practice has http://127.0.0.1:PORT.",
        ),
        "client-id" => (
            "Skriv id'et på den klient, som brokeren har registreret.",
            "Write the id of the client that the broker has registered.",
        ),
        "redirect-path" => (
            "Skriv stien i den registrerede adresse: tom, eller med / først. /done er optaget.",
            "Write the path of the registered address: empty, or with / first. /done is taken.",
        ),
        "ports" => (
            "Skriv de registrerede porte, ingen under 1024, eller \"any\", hvis brokeren tager alle.",
            "Write the registered ports, none below 1024, or \"any\" where the broker takes all.",
        ),
        "scopes" => ("Skriv mindst [\"openid\"].", "Write at least [\"openid\"]."),
        "keys" => (
            "Få aftrykkene (RFC 7638) af underskriftsnøglerne af brokeren selv: 43 tegn hver.",
            "Get the thumbprints (RFC 7638) of the signing keys from the broker itself: 43 characters each.",
        ),
        "certificates" => (
            "Skriv hvert certifikat som PEM, og mindst én del af subject, der skal stå i certifikater under det.",
            "Write each certificate as PEM, and at least one part of the subject that certificates under it must have.",
        ),
        "authorize {text}" => (
            "Skriv i [broker.authorize], hvordan brokeren får teksten ({text} eller {text-base64}), eller sæt shows-text = false.",
            "Write in [broker.authorize] how the broker is told the text ({text} or {text-base64}), or set shows-text = false.",
        ),
        "claims.text" => {
            ("Skriv, hvor svaret gentager teksten.", "Write where the answer repeats the text.")
        }
        "claims.level" => (
            "Skriv, hvor svaret siger sikringsniveauet.",
            "Write where the answer tells the level of assurance.",
        ),
        "claims.levels" => (
            "Skriv de værdier, der betyder Betydelig eller Høj.",
            "Write the values that mean Substantial or High.",
        ),
        "claims.name" => (
            "Skriv, hvor svaret siger personens navn.",
            "Write where the answer tells the person's name.",
        ),
        "claims.authority" => {
            ("Skriv både yes og cvr, eller ingen af dem.", "Write both yes and cvr, or neither.")
        }
        "request" => (
            "En underskrevet forespørgsel kræver en nøgle: brug client = \"private-key\" eller \"public\".",
            "A signed request needs a key: use client = \"private-key\" or \"public\".",
        ),
        "pushed" => (
            "\"authenticated\" kræver client = \"secret\" eller \"private-key\".",
            "\"authenticated\" needs client = \"secret\" or \"private-key\".",
        ),
        other if other.starts_with("authorize.") => (
            "Tag feltet ud: Tilslut sætter det selv for at beskytte login.",
            "Take the field out: Tilslut sets it itself, to protect the login.",
        ),
        _ => ("Se feltet i docs/live-profile.md.", "See the field in docs/live-profile.md."),
    };
    words.either(danish, english)
}
