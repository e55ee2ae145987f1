//! A record of a guided case that was verified, in words and in JSON: what was stated, and what
//! became of its mails when they were checked again. Nothing of it is ever called proven.

use super::found::Source;
use super::text::{self, Said, day, moment};
use super::{Asked, Form, json};
use crate::broker::runtime;
use crate::outcome::Outcome;
use crate::output::plain;
use domain::problem::Problem;
use domain::verification::{Conclusion, KeyAnswer, KeyToday, Pages, RecordMail, RecordSummary};
use domain::{Environment, Timestamp};
use mail::key;
use outbound::dns::NameServers;
use receipt::verification::VerifiedRecord;
use serde::Serialize;
use std::time::Duration;
use texts::Texts;

/// How long the name servers have for an answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Asks the DNS what it says today of each key that a record carries. The name servers learn the
/// domains and the names of the keys, and nothing of the mails.
pub fn ask(record: &mut VerifiedRecord) {
    // Nobody's DNS knows practice's keys.
    if record.summary().is_none_or(|it| it.environment == Environment::Practice) {
        return;
    }
    let Ok(runtime) = runtime() else { return };
    runtime.block_on(async {
        let servers = NameServers::of_the_system(PATIENCE);
        for mail in &mut record.mails {
            for carried in &mail.keys {
                let at = Timestamp::now();
                let answer = match &servers {
                    Ok(servers) => match key::ask(servers, &carried.name, at).await {
                        Ok(now) => KeyAnswer::of(carried, &now),
                        Err(error) => KeyAnswer::Unknown(error.into()),
                    },
                    Err(_) => KeyAnswer::Unknown(Problem::MailKeyDown),
                };
                mail.asked.push(KeyToday { name: carried.name.clone(), answer, at });
            }
        }
    });
}

/// A verdict in words.
pub fn words(place: &Source, verified: &VerifiedRecord, asked: &Asked) -> Vec<u8> {
    let texts = &asked.texts;
    let mut said = Said::new(text::name(place, texts));
    let summary = verified.summary();
    if summary.as_ref().is_some_and(|it| it.environment == Environment::Practice) {
        said.line(&texts.get("record-check-practice"));
    }
    let key = match verified.conclusion {
        Conclusion::OwnRecord => "record-check-own",
        _ => "record-check-changed",
    };
    said.line(&texts.get(key));
    let names = verified.conclusion == Conclusion::OwnRecord
        && summary.as_ref().is_some_and(|it| it.approved.is_some());
    let text =
        if names { "record-check-own-text-approved".to_owned() } else { format!("{key}-text") };
    said.line(&texts.get(&text));
    said.record_pages(verified.pages, asked);
    said.blank();
    if let Some(summary) = &summary {
        stated(&mut said, summary, texts);
    }
    for mail in &verified.mails {
        of_mail(&mut said, mail, texts);
    }
    said.blank();
    for check in &verified.own {
        let word = match check.passed {
            Some(true) => "receipt-check-passed",
            Some(false) => "evidence-failed",
            None => "receipt-check-unknown",
        };
        let what = texts.get(&format!("check-{}", check.check));
        let named = check.check == "record-mail";
        let what = if named { format!("{what} ({})", plain(&check.detail)) } else { what };
        said.checked(&texts.get(word), &what);
    }
    said.into_bytes()
}

fn stated(said: &mut Said, summary: &RecordSummary, texts: &Texts) {
    said.line(&texts.get("record-check-stated"));
    let number = summary.number.to_string();
    let made = moment(summary.made, texts);
    said.line(&texts.with("record-check-number", &[("number", &number), ("time", &made)]));
    if !summary.earlier.is_empty() {
        let earlier: Vec<_> = summary.earlier.iter().map(u64::to_string).collect();
        said.fact(&texts.get("record-earlier"), &earlier.join(", "));
    }
    let name = plain(&summary.organisation);
    said.fact(
        &texts.get("receipt-organisation"),
        &format!("{name}, CVR {}", summary.cvr.in_pairs()),
    );
    said.fact(&texts.get("receipt-representative"), &plain(&summary.representative));
    said.line(&format!("{}:", texts.get("receipt-administrators-heading")));
    for one in &summary.administrators {
        let (name, email) = (plain(&one.name), plain(&one.email));
        let born = day(one.born, texts);
        let args = [("name", &*name), ("email", &email), ("born", &born)];
        said.line(&format!("  {}", texts.with("evidence-administrator", &args)));
    }
    if let Some(approved) = &summary.approved {
        let (number, level) = (approved.receipt.to_string(), format!("{:?}", approved.level));
        let time = moment(approved.at, texts);
        let args = [("number", &*number), ("level", &level), ("time", &time)];
        let named = texts.with("record-check-approved-receipt", &args);
        said.fact(&texts.get("record-check-approved"), &named);
    }
    let (title, published) = (plain(&summary.terms), day(summary.terms_published, texts));
    let args = [("title", &*title), ("published", &published)];
    said.fact(&texts.get("receipt-terms"), &texts.with("receipt-terms-edition", &args));
    let on = summary.on.map(|on| day(on, texts)).unwrap_or_default();
    let environment = summary.environment.word();
    let key = format!("record-outcome-{}-{environment}", code(summary));
    said.fact(&texts.get("record-outcome"), &texts.with(&key, &[("day", &on)]));
    said.fact(&texts.get("record-when"), &moment(summary.stated, texts));
}

/// What was found of a mail, and what was not: each answer for itself.
fn of_mail(said: &mut Said, mail: &RecordMail, texts: &Texts) {
    said.blank();
    let (file, name) = (plain(&mail.file), plain(&mail.name));
    said.line(&texts.with("record-check-mail", &[("file", &file), ("name", &name)]));
    let domain = plain(mail.domain().unwrap_or_default());
    said.line(&match mail.code() {
        None => texts.get("record-check-mail-unread"),
        Some(code) => texts.with(&format!("record-mail-{code}"), &[("domain", &domain)]),
    });
    if mail.domain().is_some() {
        said.line(&texts.get("record-check-key"));
    }
    if !mail.holds {
        said.line(&texts.get("record-check-mail-other"));
    }
    for today in &mail.asked {
        let name = plain(&today.name.in_the_dns());
        let time = moment(today.at, texts);
        let key = format!("record-check-dns-{}", today.answer.text());
        said.line(&texts.with(&key, &[("name", &name), ("time", &time)]));
        if let KeyAnswer::Unknown(problem) = today.answer {
            said.line(
                &["err", "rec"]
                    .map(|text| texts.get(&format!("{text}-{}", problem.code())))
                    .join(". "),
            );
        }
    }
}

fn code(summary: &RecordSummary) -> &'static str {
    use domain::case::OutcomeKind as Kind;
    match summary.outcome {
        Kind::Concluded => "concluded",
        Kind::SentWithDocuments => "sent-with-documents",
        Kind::SentToRepresentative => "sent-to-representative",
        Kind::Stopped => "stopped",
        Kind::Rejected => "rejected",
        Kind::Withdrawn => "withdrawn",
    }
}

/// A verdict in JSON.
pub fn codes(place: &Source, verified: &VerifiedRecord, outcome: Outcome, form: Form) -> Vec<u8> {
    let summary = verified.summary();
    let shown = Shown {
        r#type: "tilslut/verification/v1",
        place: place.shown(),
        source: "record",
        accepted: outcome == Outcome::Fine,
        evidence: verified.conclusion.code(),
        pages: json::PagesJson::of(verified.pages),
        level: None,
        environment: summary.as_ref().map(|it| it.environment.word()),
        case_id: summary.as_ref().map(|it| it.case.0.clone()),
        record_number: verified.link.as_ref().map(|link| link.number),
        stated: verified.data.as_ref().map(|data| &data.case),
        earlier: summary.as_ref().map(|it| it.earlier.clone()).unwrap_or_default(),
        made: summary.as_ref().map(|it| it.made.to_string()),
        mails: verified.mails.iter().map(MailShown::of).collect(),
        sha256: base16ct::lower::encode_string(&receipt::sha256(&verified.record)),
        checks: verified.own.iter().map(json::CheckJson::of).collect(),
    };
    json::written(&shown, form)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown<'a> {
    r#type: &'static str,
    #[serde(flatten)]
    place: json::SourceJson<'a>,
    source: &'static str,
    /// Enough for exit code 0.
    accepted: bool,
    /// The first answer in one word: what the record shows.
    evidence: &'static str,
    /// The second: whether the pages are as they were made.
    pages: json::PagesJson,
    /// A record is outside the scale.
    level: Option<&'static str>,
    environment: Option<&'static str>,
    case_id: Option<String>,
    record_number: Option<u64>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<u64>,
    made: Option<String>,
    /// What was stated, as `docs/record.schema.json` has it under `case`.
    stated: Option<&'a receipt::record::Facts>,
    mails: Vec<MailShown<'a>>,
    /// SHA-256 of the record's data.
    sha256: String,
    checks: Vec<json::CheckJson<'a>>,
}

/// A mail, checked again.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct MailShown<'a> {
    file: &'a str,
    /// The file and what the record says of it fit each other.
    holds: bool,
    signature: Option<&'static str>,
    domain: Option<&'a str>,
    belonging: Option<&'static str>,
    /// What the DNS says today, where it was asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dns: Vec<KeyShown>,
}

#[derive(Serialize)]
struct KeyShown {
    name: String,
    answer: &'static str,
    dnssec: bool,
    at: String,
}

impl<'a> MailShown<'a> {
    fn of(mail: &'a RecordMail) -> Self {
        use domain::case::Belonging;
        let key = |today: &KeyToday| KeyShown {
            name: today.name.in_the_dns(),
            answer: today.answer.code(),
            dnssec: today.answer == KeyAnswer::Same { authenticated: true },
            at: today.at.to_string(),
        };
        Self {
            file: &mail.file,
            holds: mail.holds,
            signature: mail.code(),
            domain: mail.domain(),
            belonging: mail.belonging.map(|belonging| match belonging {
                Belonging::Belongs => "belongs",
                Belonging::Another => "another",
                Belonging::Silent => "silent",
            }),
            dns: mail.asked.iter().map(key).collect(),
        }
    }
}

/// What a record and its pages come to.
pub fn outcome(verified: &VerifiedRecord, asked: &Asked) -> Outcome {
    let of_pages = match verified.pages {
        _ if asked.evidence_only => Outcome::Fine,
        Pages::AsMade | Pages::ReSaved => Outcome::Fine,
        Pages::CannotJudge(_) => Outcome::CannotJudge,
        Pages::Changed => Outcome::Stops,
    };
    asked.of_evidence(verified.conclusion).max(of_pages)
}
