//! A verification in JSON: codes that stay the same, for programs.

use super::found::{NotFound, Source, request};
use super::{Form, Paper};
use crate::outcome::Outcome;
use domain::terms::{TermsShown, edition};
use domain::verification::{BundleSummary, CheckResult, FileKind, Pages};
use domain::{Environment, Timestamp};
use evidence::{ApprovalRequest, Authority, Purpose, Time, Verdict};
use handover::HandedOver;
use receipt::verification::{Verified, conclusion};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use texts::Texts;

/// What carried the evidence of a login to hand over.
const HAND_OVER: &str = "hand-over";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shown<'a> {
    r#type: &'static str,
    #[serde(flatten)]
    place: SourceJson<'a>,
    source: &'static str,
    /// What the person logged in for.
    purpose: Option<&'static str>,
    /// Enough for exit code 0: the evidence proves enough, and the pages are as they were made.
    accepted: bool,
    /// The first answer in one word: what the evidence proves.
    evidence: &'static str,
    /// The second: whether the pages are as they were made. Of a receipt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pages: Option<PagesJson>,
    /// What is proven, to compare with a page.
    #[serde(skip_serializing_if = "Option::is_none")]
    proven: Option<Listed>,
    /// The same when it is not proven: what the evidence says.
    #[serde(skip_serializing_if = "Option::is_none")]
    stated: Option<Listed>,
    /// What was checked of the receipt itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    receipt_checks: Vec<CheckJson<'a>>,
    /// Of a receipt that has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    receipt_number: Option<u64>,
    /// Of a hand-over file.
    #[serde(skip_serializing_if = "Option::is_none")]
    handed_over: Option<String>,
    level: Option<String>,
    reason: Option<&'static str>,
    #[serde(flatten)]
    about: Option<About>,
    approver: Option<&'a str>,
    #[serde(skip_serializing_if = "is_false")]
    name_protected: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    clock_offset: Option<i64>,
    mitid_uuid: Option<&'a str>,
    authority: &'static str,
    approved_at: Option<String>,
    time: TimeJson,
    /// SHA-256 of the bundle as it was read.
    sha256: String,
    checks: Vec<CheckJson<'a>>,
    /// When a short proof from paper was compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    paper: Option<DocumentJson>,
}

/// The second answer.
#[derive(Serialize)]
pub struct PagesJson {
    verdict: &'static str,
    /// Why they cannot be judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

impl PagesJson {
    /// Of a verdict.
    pub fn of(pages: Pages) -> Self {
        Self {
            verdict: pages.code(),
            reason: match pages {
                Pages::CannotJudge(doubt) => Some(doubt.code()),
                Pages::AsMade | Pages::ReSaved | Pages::Changed => None,
            },
        }
    }
}

/// What a person compares with a page.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Listed {
    organisation: OrganisationListed,
    representative: String,
    administrators: Vec<AdministratorListed>,
    terms: TermsListed,
}

#[derive(Serialize)]
struct OrganisationListed {
    name: String,
    cvr: String,
}

#[derive(Serialize)]
struct AdministratorListed {
    name: String,
    email: String,
    born: String,
}

#[derive(Serialize)]
struct TermsListed {
    title: String,
    published: String,
}

impl Listed {
    fn of(summary: BundleSummary) -> Self {
        let administrators = summary.administrators.into_iter().map(|one| AdministratorListed {
            name: one.name,
            email: one.email,
            born: one.born.to_string(),
        });
        Self {
            organisation: OrganisationListed {
                name: summary.organisation,
                cvr: summary.cvr.to_string(),
            },
            representative: summary.representative,
            administrators: administrators.collect(),
            terms: TermsListed {
                title: summary.terms,
                published: summary.terms_published.to_string(),
            },
        }
    }
}

/// What the request says.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct About {
    environment: &'static str,
    case_id: String,
    cvr: String,
    organisation: String,
    /// Of an approval.
    #[serde(skip_serializing_if = "Option::is_none")]
    control_code: Option<String>,
    /// Of a hand-over: it is never the code of the approval.
    #[serde(skip_serializing_if = "Option::is_none")]
    hand_over_code: Option<String>,
    reference_text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    terms: Option<TermsJson>,
}

/// What the request says of the terms. Whether anybody read them is not known.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TermsJson {
    title: String,
    published: String,
    /// This version knows the edition.
    known: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary_shown: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    official_text: Option<OfficialTextJson>,
}

#[derive(Serialize)]
struct OfficialTextJson {
    opened: String,
    address: String,
}

/// Where it was.
#[derive(Serialize)]
pub struct SourceJson<'a> {
    file: std::borrow::Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
}

#[derive(Serialize)]
struct DocumentJson {
    fits: bool,
    /// Of the receipt, when it has one.
    number: Option<u64>,
}

#[derive(Serialize)]
struct TimeJson {
    trusted: bool,
    at: Option<String>,
}

/// One check.
#[derive(Serialize)]
pub struct CheckJson<'a> {
    id: &'static str,
    passed: Option<bool>,
    #[serde(skip_serializing_if = "str::is_empty")]
    detail: &'a str,
}

impl<'a> CheckJson<'a> {
    /// Of a check of a receipt or a record.
    pub fn of(check: &'a CheckResult) -> Self {
        Self { id: check.check, passed: check.passed, detail: &check.detail }
    }
}

/// A verdict.
pub fn evidence(
    place: &Source,
    verified: &Verified,
    paper: Option<&Paper<'_>>,
    outcome: Outcome,
    form: Form,
) -> Vec<u8> {
    let source = match verified.kind {
        FileKind::Receipt => "receipt",
        FileKind::Record => "record",
        FileKind::Evidence => "bundle",
        FileKind::HandOver => HAND_OVER,
    };
    let listed = verified.summary().map(Listed::of);
    let (proven, stated) =
        if verified.conclusion.is_whole() { (listed, None) } else { (None, listed) };
    let shown = shown(place, source, None, &verified.bundle, &verified.verdict, outcome);
    let told = Shown {
        evidence: verified.conclusion.code(),
        pages: verified.pages.map(PagesJson::of),
        proven,
        stated,
        receipt_checks: verified.own.iter().map(CheckJson::of).collect(),
        receipt_number: verified.link.as_ref().map(|link| link.number),
        paper: paper.map(|paper| DocumentJson { fits: paper.fits, number: paper.code.number }),
        ..shown
    };
    written(&told, form)
}

fn shown<'a>(
    place: &'a Source,
    source: &'static str,
    handed_over: Option<Timestamp>,
    bundle: &[u8],
    verdict: &'a Verdict,
    outcome: Outcome,
) -> Shown<'a> {
    let (level, reason) = match verdict.outcome {
        evidence::Outcome::Level(level) => (Some(format!("{level:?}")), None),
        evidence::Outcome::Invalid(reason) => (None, Some(reason.code())),
    };
    let checks = verdict.checks.iter();
    Shown {
        r#type: "tilslut/verification/v1",
        place: place.shown(),
        source,
        purpose: verdict.request.as_ref().map(|request| match request.purpose() {
            Purpose::Approval => "approval",
            Purpose::HandOver => "hand-over",
        }),
        accepted: outcome == Outcome::Fine,
        evidence: conclusion(verdict, outcome != Outcome::CannotJudge).code(),
        pages: None,
        proven: None,
        stated: None,
        receipt_checks: vec![],
        receipt_number: None,
        handed_over: handed_over.map(|at| at.to_string()),
        level,
        reason,
        about: verdict.request.as_ref().map(About::of),
        approver: verdict.approver.as_deref(),
        name_protected: verdict.protected,
        clock_offset: verdict.clock_offset,
        mitid_uuid: verdict.uuid.as_deref(),
        authority: match verdict.authority {
            Authority::Untold => "untold",
            Authority::Confirmed => "confirmed",
            Authority::Other => "other",
        },
        approved_at: verdict.approved_at.map(|at| at.to_string()),
        time: match verdict.time {
            Time::Claimed => {
                TimeJson { trusted: false, at: verdict.approved_at.map(|at| at.to_string()) }
            }
            Time::Trusted(at) => TimeJson { trusted: true, at: Some(at.to_string()) },
        },
        sha256: base16ct::lower::encode_string(&Sha256::digest(bundle)),
        checks: checks
            .map(|check| CheckJson {
                id: check.id.code(),
                passed: check.passed,
                detail: &check.detail,
            })
            .collect(),
        paper: None,
    }
}

/// A hand-over file that was opened: what the reporter's login in it proves, or nothing.
pub fn hand_over(
    place: &Source,
    environment: Environment,
    handed_over: &HandedOver,
    login: Option<(&Verdict, Outcome)>,
    form: Form,
) -> Vec<u8> {
    if let Some((verdict, outcome)) = login {
        let bundle = handed_over.login.as_deref().unwrap_or_default();
        return written(
            &shown(place, HAND_OVER, Some(handed_over.handed_over), bundle, verdict, outcome),
            form,
        );
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Prepared<'a> {
        r#type: &'static str,
        #[serde(flatten)]
        place: SourceJson<'a>,
        source: &'static str,
        accepted: bool,
        #[serde(flatten)]
        about: About,
        handed_over: String,
    }
    let prepared = Prepared {
        r#type: "tilslut/verification/v1",
        place: place.shown(),
        source: HAND_OVER,
        accepted: false,
        about: About::of(&request(environment, handed_over)),
        handed_over: handed_over.handed_over.to_string(),
    };
    written(&prepared, form)
}

/// One of several that is nothing that can be verified.
pub fn unreadable(place: &Source, why: &NotFound, texts: &Texts) -> Vec<u8> {
    #[derive(Serialize)]
    struct Refused<'a> {
        r#type: &'static str,
        #[serde(flatten)]
        place: SourceJson<'a>,
        problem: &'static str,
        why: String,
    }
    let why_in_words = super::text::why(why, texts);
    let refused = Refused {
        r#type: "tilslut/unreadable/v1",
        place: place.shown(),
        problem: why.code(),
        why: why_in_words,
    };
    written(&refused, Form::JsonLine)
}

/// Writing to memory cannot fail, and everything that is shown has text for keys.
pub fn written(value: &impl Serialize, form: Form) -> Vec<u8> {
    let made = if form == Form::Json {
        serde_json::to_vec_pretty(value)
    } else {
        serde_json::to_vec(value)
    };
    let mut bytes = made.unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

impl About {
    fn of(request: &ApprovalRequest) -> Self {
        let code = request.control_code().to_string();
        let (control_code, hand_over_code) = match request.purpose() {
            Purpose::Approval => (Some(code), None),
            Purpose::HandOver => (None, Some(code)),
        };
        Self {
            environment: request.environment().word(),
            case_id: request.case().0,
            cvr: request.cvr().to_string(),
            organisation: request.organisation_name().to_owned(),
            control_code,
            hand_over_code,
            reference_text: request.reference_text(),
            terms: request.connection().ok().map(|connection| TermsJson::of(connection.terms)),
        }
    }
}

impl TermsJson {
    fn of(terms: TermsShown) -> Self {
        Self {
            known: edition(terms.published).is_some_and(|known| known.title == terms.title),
            title: terms.title,
            published: terms.published.to_string(),
            summary_shown: terms.summary_shown.map(|at| at.to_string()),
            official_text: terms.official.map(|text| OfficialTextJson {
                opened: text.opened.to_string(),
                address: text.address,
            }),
        }
    }
}

impl Source {
    /// As JSON tells it.
    pub fn shown(&self) -> SourceJson<'_> {
        SourceJson { file: self.path.to_string_lossy(), line: self.line }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference over")]
fn is_false(flag: &bool) -> bool {
    !flag
}
