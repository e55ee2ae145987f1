//! A verification in words: those of the receipt, so that both say the same.

use super::found::{NotFound, Source, request};
use super::{Asked, Paper};
use crate::output::plain;
use crate::words::Words;
use domain::approver::LoginName;
use domain::terms::{TermsShown, edition};
use domain::verification::{Conclusion, Pages};
use domain::{Environment, Timestamp, in_denmark};
use evidence::{
    ApprovalRequest, Authority, Check, CheckId, Downgrade, Outcome, Purpose, Reason, Time, Verdict,
};
use handover::HandedOver;
use jiff::civil::Date;
use receipt::verification::Verified;
use std::fmt::Write as _;
use texts::Texts;

/// The column where what was found begins.
const COLUMN: usize = 13;

/// A verdict: what the evidence proves, whether the pages are as they were made, what is proven so
/// that a person can compare it with the page, and every check.
pub fn evidence(
    place: &Source,
    verified: &Verified,
    paper: Option<&Paper<'_>>,
    asked: &Asked,
) -> Vec<u8> {
    let (texts, verdict) = (&asked.texts, &verified.verdict);
    let mut said = Said::new(name(place, texts));
    let practice = verdict
        .request
        .as_ref()
        .is_some_and(|request| request.environment() == Environment::Practice);
    if practice {
        said.line(&texts.get("evidence-practice"));
    }
    said.level(verdict, asked);
    if let Some(pages) = verified.pages {
        said.pages(pages, asked);
    }
    said.blank();
    said.person(verdict, "receipt-approver", texts);
    if let Some(request) = &verdict.request {
        let key = match verified.conclusion {
            Conclusion::Genuine | Conclusion::TextNotProven => "evidence-proven",
            _ => "evidence-stated",
        };
        said.line(&texts.get(key));
        said.about(request, texts);
    }
    said.checks(verdict, texts);
    for check in &verified.own {
        let word = match check.passed {
            Some(true) => "receipt-check-passed",
            Some(false) => "evidence-failed",
            None => "receipt-check-unknown",
        };
        said.checked(&texts.get(word), &texts.get(&format!("check-{}", check.check)));
    }
    if let Some(Paper { code, fits }) = paper {
        let word = texts.get(if *fits { "receipt-check-passed" } else { "evidence-failed" });
        let found = texts.get(if *fits { "evidence-paper-fits" } else { "evidence-paper-other" });
        let number = match code.number {
            Some(number) => texts.with("evidence-paper-number", &[("number", &number.to_string())]),
            None => texts.get("evidence-paper-no-number"),
        };
        said.checked(&word, &format!("{}: {found} ({number})", texts.get("evidence-paper")));
    }
    said.into_bytes()
}

/// A hand-over file that was opened: what it is about, and what the reporter's login in it proves,
/// if there is one.
pub fn hand_over(
    place: &Source,
    environment: Environment,
    handed_over: &HandedOver,
    verdict: Option<&Verdict>,
    asked: &Asked,
) -> Vec<u8> {
    let texts = &asked.texts;
    let mut said = Said::new(name(place, texts));
    if environment == Environment::Practice {
        said.line(&texts.get("evidence-handover-practice"));
    }
    said.line(&texts.get("evidence-handover"));
    match verdict {
        Some(verdict) => {
            said.line(&texts.get("evidence-handover-login"));
            said.level(verdict, asked);
        }
        None => said.line(&texts.get("evidence-handover-nothing")),
    }
    said.blank();
    let own = request(environment, handed_over);
    let of_login = verdict.and_then(|verdict| verdict.request.as_ref());
    said.about(of_login.unwrap_or(&own), texts);
    said.fact(&texts.get("evidence-handed-over"), &moment(handed_over.handed_over, texts));
    if let Some(verdict) = verdict {
        said.person(verdict, "evidence-handed-over-by", texts);
        said.checks(verdict, texts);
    }
    said.into_bytes()
}

/// The place as people name it.
pub fn name(place: &Source, texts: &Texts) -> String {
    let file = place.path.to_string_lossy();
    match place.line {
        Some(line) => texts.with("evidence-line", &[("file", &file), ("line", &line.to_string())]),
        None => file.into_owned(),
    }
}

/// Why there is nothing that can be verified.
pub fn why(why: &NotFound, texts: &Texts) -> String {
    match why {
        NotFound::Io(error) => Words::of(texts.language()).system(error),
        NotFound::Refused(why) => super::refused(*why, texts),
        NotFound::HandOverRefused(problem) => {
            ["err", "rec"].map(|text| texts.get(&format!("{text}-{}", problem.code()))).join(". ")
        }
        other => texts.get(&format!("evidence-{}", other.code())),
    }
}

/// What is said of a file, line by line.
pub struct Said {
    text: String,
}

impl Said {
    /// Begins with the name of the file.
    pub fn new(name: String) -> Self {
        Self { text: name + "\n" }
    }

    /// The whole.
    pub fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A line.
    pub fn line(&mut self, line: &str) {
        writeln!(self.text, "  {line}").unwrap_or_default();
    }

    /// A fact under its name.
    pub fn fact(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}: {value}"));
    }

    fn level(&mut self, verdict: &Verdict, asked: &Asked) {
        let texts = &asked.texts;
        match verdict.outcome {
            Outcome::Level(level) => {
                let key = format!("receipt-level-{}", format!("{level:?}").to_lowercase());
                self.line(&texts.with("receipt-level", &[("level", &texts.get(&key))]));
                self.line(&texts.get(&format!("{key}-means")));
            }
            Outcome::Invalid(_)
                if super::login_conclusion(verdict, asked) == Conclusion::CannotJudge =>
            {
                self.line(&texts.get("evidence-cannot-be-judged"));
                self.line(&texts.get("evidence-trust-missing"));
            }
            Outcome::Invalid(reason) => {
                self.line(&texts.get("evidence-invalid"));
                self.line(&texts.get(&format!("evidence-reason-{}", reason.code())));
            }
        }
    }

    /// The second answer, and what can be done where there is none.
    pub fn pages(&mut self, pages: Pages, asked: &Asked) {
        self.pages_of("pages", pages, asked);
    }

    /// The same in the words for a record, in which nothing is proven.
    pub fn record_pages(&mut self, pages: Pages, asked: &Asked) {
        self.pages_of("record-pages", pages, asked);
    }

    fn pages_of(&mut self, of: &str, pages: Pages, asked: &Asked) {
        let texts = &asked.texts;
        let key = match pages {
            Pages::CannotJudge(doubt) => format!("{of}-{}", doubt.code()),
            Pages::AsMade | Pages::ReSaved | Pages::Changed => format!("{of}-{}", pages.code()),
        };
        self.line(&texts.get(&key));
        if !pages.hold() {
            self.line(&texts.get(&format!("{key}-text")));
        }
    }

    /// A check, and what it came to.
    pub fn checked(&mut self, word: &str, what: &str) {
        self.line(&format!("{word:COLUMN$}{what}"));
    }

    /// Who logged in, under this heading.
    fn person(&mut self, verdict: &Verdict, heading: &str, texts: &Texts) {
        if verdict.level().is_some() {
            let name = match verdict.login_name() {
                LoginName::Given(name) => plain(&name),
                LoginName::Protected => texts.get("login-name-protected"),
                LoginName::NotGiven => texts.get("login-name-not-given"),
            };
            self.fact(&texts.get(heading), &name);
        }
        if let Some(offset) = verdict.clock_offset.filter(|offset| *offset != 0) {
            let key = if offset > 0 { "clock-was-behind" } else { "clock-was-ahead" };
            let told = texts.with(key, &[("difference", &texts.duration(offset.unsigned_abs()))]);
            self.fact(&texts.get("receipt-clock"), &told);
        }
        if let Some(uuid) = &verdict.uuid {
            self.fact(&texts.get("evidence-uuid"), &plain(uuid));
        }
    }

    fn checks(&mut self, verdict: &Verdict, texts: &Texts) {
        self.text.push('\n');
        for check in &verdict.checks {
            self.check(check, verdict, texts);
        }
    }

    fn about(&mut self, request: &ApprovalRequest, texts: &Texts) {
        let name = plain(request.organisation_name());
        self.fact(
            &texts.get("receipt-organisation"),
            &format!("{name}, CVR {}", request.cvr().in_pairs()),
        );
        let code = match request.purpose() {
            Purpose::Approval => "receipt-code",
            Purpose::HandOver => "evidence-handover-code",
        };
        self.fact(&texts.get(code), &request.control_code().to_string());
        if let Ok(connection) = request.connection() {
            let representative = &connection.representative;
            let name = [representative.name.as_str(), &representative.title];
            let named = name.map(plain).into_iter().filter(|part| !part.is_empty());
            self.fact(&texts.get("receipt-representative"), &named.collect::<Vec<_>>().join(", "));
            self.line(&format!("{}:", texts.get("receipt-administrators-heading")));
            for one in &connection.administrators {
                let born = day(one.born.date(), texts);
                let args = [
                    ("name", plain(one.name.as_str())),
                    ("email", plain(one.email.as_str())),
                    ("born", born),
                ];
                let args = args.each_ref().map(|(name, value)| (*name, value.as_str()));
                self.line(&format!("  {}", texts.with("evidence-administrator", &args)));
            }
            self.terms(&connection.terms, request.environment(), texts);
        }
    }

    /// The edition of the terms, and what became of its official text.
    fn terms(&mut self, terms: &TermsShown, environment: Environment, texts: &Texts) {
        let known = edition(terms.published).is_some_and(|known| known.title == terms.title);
        let key = if known { "receipt-terms-edition" } else { "receipt-terms-edition-unknown" };
        let day = day(terms.published, texts);
        self.fact(
            &texts.get("receipt-terms"),
            &texts.with(key, &[("title", &plain(&terms.title)), ("published", &day)]),
        );
        let opened = if environment == Environment::Practice {
            "receipt-opened-practice"
        } else {
            "receipt-opened-live"
        };
        match &terms.official {
            Some(text) => {
                let (time, address) = (moment(text.opened, texts), plain(&text.address));
                self.line(&texts.with(opened, &[("time", &time), ("address", &address)]));
            }
            None => self.line(&texts.get("receipt-terms-not-opened")),
        }
        if let Some(shown) = terms.summary_shown {
            self.line(&texts.with("receipt-summary-shown", &[("time", &moment(shown, texts))]));
        }
    }

    fn check(&mut self, check: &Check, verdict: &Verdict, texts: &Texts) {
        let code = check.id.code();
        let told = |key: &str| texts.get(&format!("receipt-check-{code}-{key}"));
        let invalid = matches!(verdict.outcome, Outcome::Invalid(_));
        let (word, found) = match (check.id, check.passed, verdict.time, verdict.approved_at) {
            (_, None, _, _) if invalid => {
                let nobody = verdict.outcome == Outcome::Invalid(Reason::OtherEnvironment);
                let key = if nobody { "evidence-not-judged" } else { "evidence-not-examined" };
                ("receipt-check-unknown", texts.get(key))
            }
            (CheckId::Time, Some(true), Time::Claimed, Some(at)) => (
                "receipt-check-told",
                texts.with("receipt-time-claimed", &[("time", &moment(at, texts))]),
            ),
            (CheckId::Time, Some(true), Time::Trusted(seen), Some(at)) => {
                let (time, seen) = (moment(at, texts), moment(seen, texts));
                (
                    "receipt-check-passed",
                    texts.with("receipt-time-trusted", &[("time", &time), ("seen", &seen)]),
                )
            }
            (CheckId::Time, Some(true), _, None) => ("receipt-check-told", plain(&check.detail)),
            (_, Some(true), _, _) => ("receipt-check-passed", told("holds")),
            (CheckId::Authority, _, _, _) if verdict.authority == Authority::Other => {
                ("evidence-failed", told("unknown"))
            }
            (_, passed, _, _) => (
                unknown(passed),
                doubt(check, texts)
                    .unwrap_or_else(|| refused(check, verdict, texts).unwrap_or(told("unknown"))),
            ),
        };
        let name = texts.get(&format!("receipt-check-{code}"));
        let word = texts.get(word);
        let value = beside(check).map(|value| format!(" ({value})")).unwrap_or_default();
        self.line(&format!("{word:COLUMN$}{name}: {found}{value}"));
    }
}

fn unknown(passed: Option<bool>) -> &'static str {
    if passed == Some(false) { "evidence-failed" } else { "receipt-check-unknown" }
}

/// Why it could have proven more.
fn doubt(check: &Check, texts: &Texts) -> Option<String> {
    let doubt = Downgrade::ALL.iter().find(|doubt| doubt.code() == check.detail)?;
    Some(texts.get(&format!("evidence-doubt-{}", doubt.code())))
}

/// Why it made the evidence invalid.
fn refused(check: &Check, verdict: &Verdict, texts: &Texts) -> Option<String> {
    match verdict.outcome {
        Outcome::Invalid(reason) if check.passed == Some(false) => {
            Some(texts.get(&format!("evidence-reason-{}", reason.code())))
        }
        Outcome::Invalid(_) | Outcome::Level(_) => None,
    }
}

/// The technical value that a reader wants beside a check; a code of a doubt was put into words.
fn beside(check: &Check) -> Option<String> {
    let wanted = match check.id {
        CheckId::IssuerKnown
        | CheckId::LevelSubstantial
        | CheckId::TextShown
        | CheckId::TransactionToken => true,
        CheckId::RequestUnchanged
        | CheckId::OneTimeKey
        | CheckId::Seal
        | CheckId::Time
        | CheckId::UserinfoToken => false,
        CheckId::CertificateStatus | CheckId::TimeStamp | CheckId::Authority => false,
    };
    let coded = Downgrade::ALL.iter().any(|doubt| doubt.code() == check.detail);
    (wanted && !coded && !check.detail.is_empty()).then(|| plain(&check.detail))
}

/// A moment by Danish clocks, as the receipt has it.
pub fn day(day: Date, texts: &Texts) -> String {
    plain(&texts.day(day))
}

pub fn moment(at: Timestamp, texts: &Texts) -> String {
    let local = in_denmark(at);
    let two = |number: i8| format!("{number:02}");
    let day = day(local.date(), texts);
    let (hour, minute, second) =
        (local.hour().to_string(), two(local.minute()), two(local.second()));
    let told = texts.with(
        "receipt-moment-second",
        &[("day", &day), ("hour", &hour), ("minute", &minute), ("second", &second)],
    );
    plain(&told)
}
