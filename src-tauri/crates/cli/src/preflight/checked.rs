//! What the rules say of one case, as JSON tells it.

use crate::outcome::Outcome;
use crate::rule_book::{self, Sources};
use crate::today::Moment;
use crate::words::Word;
use casefile::CaseFile;
use casefile::day::Day;
use casefile::papers::ProgressFile;
use casefile::words::EnvironmentWord;
use domain::Language;
use domain::connection::Connection;
use domain::draft::Draft;
use domain::preflight::{
    Facts, Finding, InFavour, Need, Verdict, documents_needed, expected_answer, outlook, preflight,
};
use domain::problem::Problem;
use domain::rules::Severity;
use jiff::civil::Date;
use serde::Serialize;

/// A case that was read, with what is needed to check it.
pub struct Case {
    /// The writer's own name for it.
    pub reference: String,
    /// Where it comes from.
    pub environment: Option<EnvironmentWord>,
    /// Its answers.
    pub draft: Draft,
    progress: ProgressFile,
    today: Date,
}

/// Everything that is said of a case.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Checked<'a> {
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(skip_serializing_if = "str::is_empty")]
    reference: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    environment: Option<EnvironmentWord>,
    /// The members that look like a CPR number: they were left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    left_out: Vec<String>,
    /// The day that counted as today.
    pub today: Day,
    /// The day on which the rules were compared with their sources.
    pub rules_as_of: Day,
    /// Whether the connection is likely to go through.
    pub outlook: &'static str,
    reasons: Vec<&'static str>,
    /// What holds in favour.
    pub in_favour: Vec<Favour>,
    /// What is wrong or worth knowing, most important first.
    pub findings: Vec<FindingShown>,
    /// The checklist.
    pub documents: Vec<NeedShown>,
    /// When an answer can be expected, where documents are needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_answer: Option<Expected>,
    /// What is missing before the case can be approved.
    pub before_approval: Vec<Missing>,
    #[serde(skip)]
    verdict: Verdict,
}

/// Something that speaks for the connection.
#[derive(Serialize)]
pub struct Favour {
    id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    /// What it is.
    #[serde(skip)]
    pub fact: InFavour,
}

/// One rule that holds.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FindingShown {
    /// The rule.
    pub id: &'static str,
    severity: &'static str,
    /// The answer is not there yet, rather than wrong.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unanswered: bool,
    /// The member of the case in which the answer is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What is wrong.
    pub wrong: String,
    /// What to do now.
    pub remedy: String,
    certainty: &'static str,
    source: Sources<'static>,
    as_of: Day,
    /// How much it matters.
    #[serde(skip)]
    pub matters: Severity,
}

/// One line of the checklist.
#[derive(Serialize)]
pub struct NeedShown {
    kind: &'static str,
    /// What the document is called.
    pub name: &'static str,
    /// It is asked for; otherwise it is useful.
    pub required: bool,
    /// A file is attached and everything about it confirmed.
    pub satisfied: bool,
    /// What it must show.
    pub shows: &'static str,
    why: Vec<&'static str>,
    /// Places in the case's `documents`, from 0.
    attached: Vec<usize>,
    /// What no attached file has been confirmed of.
    pub open: Vec<PointShown>,
}

/// Something that must be true of a document.
#[derive(Serialize)]
pub struct PointShown {
    id: &'static str,
    /// The sentence that the person confirms.
    pub text: &'static str,
}

/// When an answer can be expected, by both calendars.
#[derive(Serialize)]
pub struct Expected {
    /// When the case was sent, or today.
    pub sent: Day,
    /// By the early calendar.
    pub early: Day,
    /// By the conservative calendar.
    pub conservative: Day,
}

/// Something that has to be answered, or answered otherwise, before approval.
#[derive(Serialize)]
pub struct Missing {
    /// The member of the case.
    pub field: String,
    problem: &'static str,
    /// What is wrong with it.
    #[serde(skip)]
    pub why: Problem,
}

impl Case {
    /// A case as of a day.
    pub fn of(mut file: CaseFile<'_>, today: Moment) -> Self {
        let reference = std::mem::take(&mut file.reference).into_owned();
        let (environment, progress) = (file.environment, file.progress);
        Self {
            reference,
            environment,
            progress,
            draft: file.into_draft(today.at),
            today: today.day,
        }
    }
}

impl<'a> Checked<'a> {
    /// Asks the rules.
    pub fn of(
        case: &'a Case,
        line: Option<u64>,
        left_out: Vec<String>,
        language: Language,
    ) -> Self {
        let Case { reference, environment, draft, progress, today } = case;
        let facts: Facts<'_> = progress.facts(draft);
        let findings = preflight(draft, &facts, *today);
        let needs = documents_needed(draft, &facts, *today);
        let outlook = outlook(draft, &facts, *today, &findings);
        let sent = facts.sent.unwrap_or(*today);
        Self {
            r#type: "tilslut/preflight/v1",
            line,
            reference,
            environment: *environment,
            left_out,
            today: Day(*today),
            rules_as_of: Day(rule_book::as_of()),
            outlook: outlook.verdict.word(),
            reasons: outlook.reasons.iter().map(|finding| finding.rule.id.as_str()).collect(),
            in_favour: outlook.in_favour.into_iter().map(Favour::of).collect(),
            documents: needs.iter().map(|need| NeedShown::of(need, language)).collect(),
            expected_answer: (outlook.verdict == Verdict::Documents).then(|| Expected::of(sent)),
            before_approval: missing(draft, *today),
            verdict: outlook.verdict,
            findings: findings.iter().map(|finding| FindingShown::of(finding, language)).collect(),
        }
    }

    /// Whether the connection is likely to go through.
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// A number that is not valid stops as a finding does: it is nobody's.
    pub fn outcome(&self) -> Outcome {
        let number = [Problem::CvrCharacters, Problem::CvrLength, Problem::CvrCheckDigit];
        let stops = self.findings.iter().any(|finding| finding.matters == Severity::Stops)
            || self.before_approval.iter().any(|missing| number.contains(&missing.why));
        if stops { Outcome::Stops } else { Outcome::Fine }
    }
}

impl Favour {
    fn of(fact: InFavour) -> Self {
        Self { id: fact.word(), role: role(&fact).map(str::to_owned), fact }
    }
}

/// The role in the register's own words, where there is one.
pub fn role(fact: &InFavour) -> Option<&str> {
    match fact {
        InFavour::RepresentativeListed { role } => Some(role),
        InFavour::OrganisationActive
        | InFavour::OrganisationSaidActive
        | InFavour::FormAutomatic
        | InFavour::RepresentativeSaidListed
        | InFavour::RepresentativeHasMitid
        | InFavour::AdministratorsReady
        | InFavour::SeveralAdministrators => None,
    }
}

impl FindingShown {
    fn of(finding: &Finding, language: Language) -> Self {
        let rule = finding.rule;
        Self {
            id: &rule.id,
            severity: rule.severity.word(),
            unanswered: rule.unanswered,
            field: finding.field.as_deref().map(member),
            wrong: finding.wrong(language),
            remedy: finding.remedy(language),
            certainty: finding.certainty.word(),
            source: Sources(&rule.source),
            as_of: Day(rule.as_of),
            matters: rule.severity,
        }
    }
}

impl NeedShown {
    fn of(need: &Need, language: Language) -> Self {
        Self {
            kind: &need.document.id,
            name: need.document.name.read(language),
            required: need.required,
            satisfied: need.is_satisfied(),
            shows: need.document.shows.read(language),
            why: need.why.iter().map(|rule| rule.id.as_str()).collect(),
            attached: need.attached.clone(),
            open: need
                .open
                .iter()
                .map(|point| PointShown { id: &point.id, text: point.text.read(language) })
                .collect(),
        }
    }
}

impl Expected {
    fn of(sent: Date) -> Self {
        let expected = expected_answer(sent);
        Self { sent: Day(sent), early: Day(expected.early), conservative: Day(expected.latest) }
    }
}

fn missing(draft: &Draft, today: Date) -> Vec<Missing> {
    let problems = Connection::parse(draft, today).err().unwrap_or_default();
    let missing =
        |field: &str, why: Problem| Missing { field: member(field), problem: why.code(), why };
    problems.iter().map(|problem| missing(&problem.field, problem.problem)).collect()
}

/// The place of an answer in a case's JSON: the window has the number of the organisation on its
/// own.
fn member(field: &str) -> String {
    match field {
        "cvr" => "organisation.cvr".to_owned(),
        "typed.status" => "organisation.status".to_owned(),
        other => other.to_owned(),
    }
}
