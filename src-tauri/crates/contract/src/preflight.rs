//! What the rules say of a draft, in the person's language: the same findings on every page, each
//! where its answer is given.

use crate::organisation::{FormChoice, StatusChoice};
use crate::{PartName, names};
use domain::draft::Draft;
use domain::organisation::Status;
use domain::preflight::{self, Facts};
use domain::rules::{About, Rule, book};
use domain::{Language, preflight::InFavour};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;

names! {
    /// How much a finding matters.
    SeverityName = domain::rules::Severity { Stops, Documents, Warning, Advice }
}
names! {
    /// How sure the source of a rule is.
    CertaintyName = domain::rules::Certainty { Official, ThirdParty, General, Own }
}
names! {
    /// Whether the connection will go through, as far as the answers tell.
    VerdictName = domain::preflight::Verdict { Open, Automatic, Documents, Impossible, NotNeeded }
}

/// What the rules say of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Preflight {
    /// Whether the connection will go through.
    pub verdict: VerdictName,
    /// What holds already.
    pub in_favour: Vec<Favour>,
    /// What the rules found, what matters most first.
    pub findings: Vec<Finding>,
    /// How many rules were tried.
    pub rules: u32,
    /// The oldest day on which rules were compared with their sources.
    pub as_of: String,
}

/// Something that speaks for the connection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Favour {
    /// What: the key of a text.
    pub what: FavourName,
    /// The representative's role in CVR's own words, where it is about that.
    pub role: Option<String>,
}

/// What speaks for a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum FavourName {
    /// The organisation is active.
    OrganisationActive,
    /// The person says so.
    OrganisationSaidActive,
    /// Its form is normally verified automatically.
    FormAutomatic,
    /// The register names the representative in a role that may represent the organisation.
    RepresentativeListed,
    /// The person says so.
    RepresentativeSaidListed,
    /// The representative has private MitID.
    RepresentativeHasMitid,
    /// Every administrator has what is asked for.
    AdministratorsReady,
    /// There are several administrators.
    SeveralAdministrators,
}

/// One thing that a rule found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The rule's stable id.
    pub rule: String,
    /// How much it matters.
    pub severity: SeverityName,
    /// The page where the answer is given; none for what comes after the case has left the house.
    pub part: Option<PartName>,
    /// The field, when it is about one.
    pub field: Option<String>,
    /// An answer is missing, rather than wrong.
    pub unanswered: bool,
    /// What is wrong.
    pub wrong: String,
    /// What to do.
    pub remedy: String,
    /// How sure it is.
    pub certainty: CertaintyName,
}

/// A rule, as the list of all of them has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RuleRow {
    /// The rule's stable id.
    pub id: String,
    /// How much it matters.
    pub severity: SeverityName,
    /// What is wrong when it holds, with its gaps left open.
    pub name: String,
    /// It holds for the case that is open.
    pub found: bool,
    /// Addresses of what it was read from.
    pub sources: Vec<String>,
    /// How sure it is.
    pub certainty: CertaintyName,
    /// The day on which it was compared with its sources.
    pub as_of: String,
}

/// What the rules say of a draft today.
pub fn preflight(draft: &Draft, facts: &Facts<'_>, language: Language, today: Date) -> Preflight {
    let findings = preflight::preflight(draft, facts, today);
    let outlook = preflight::outlook(draft, facts, today, &findings);
    Preflight {
        verdict: outlook.verdict.into(),
        in_favour: outlook.in_favour.iter().map(favour).collect(),
        findings: findings.iter().map(|found| finding(found, language)).collect(),
        rules: u32::try_from(book().findings.len()).unwrap_or(u32::MAX),
        as_of: book()
            .findings
            .iter()
            .map(|rule| rule.as_of)
            .min()
            .map(|day| day.to_string())
            .unwrap_or_default(),
    }
}

/// Every rule in the order of the rule book, those that hold for a draft first.
pub fn rules(draft: &Draft, facts: &Facts<'_>, language: Language, today: Date) -> Vec<RuleRow> {
    let findings = preflight::preflight(draft, facts, today);
    let found: BTreeSet<&str> = findings.iter().map(|finding| finding.rule.id.as_str()).collect();
    let mut rows: Vec<RuleRow> = book()
        .findings
        .iter()
        .map(|rule| row(rule, found.contains(rule.id.as_str()), language))
        .collect();
    rows.sort_by_key(|row| !row.found);
    rows
}

/// Every form that an organisation may have, by name. Where several codes of CVR are treated alike
/// and go by one name, there is one choice: the code that was chosen before, else the first.
pub fn forms(language: Language, chosen: Option<u16>) -> Vec<FormChoice> {
    let mut forms: Vec<FormChoice> = book()
        .forms
        .all
        .iter()
        .map(|form| FormChoice { code: form.code, name: form.name.read(language).to_owned() })
        .collect();
    forms.sort_by(|a, b| {
        a.name.cmp(&b.name).then_with(|| (chosen != Some(a.code)).cmp(&(chosen != Some(b.code))))
    });
    forms.dedup_by(|next, one| next.name == one.name);
    forms
}

/// Every status that can be chosen, in the order of the rule book.
pub fn statuses(language: Language) -> Vec<StatusChoice> {
    let states = &book().states;
    let choice = |word: &str| StatusChoice {
        word: word.to_owned(),
        name: states.told(Status::of(word), word, language),
    };
    states.choices().map(choice).collect()
}

/// A finding in the person's language.
pub(crate) fn finding(found: &preflight::Finding, language: Language) -> Finding {
    Finding {
        rule: found.rule.id.clone(),
        severity: found.rule.severity.into(),
        part: part(found.rule.about),
        field: found.field.clone(),
        unanswered: found.rule.unanswered,
        wrong: found.wrong(language),
        remedy: found.remedy(language),
        certainty: found.certainty.into(),
    }
}

fn row(rule: &Rule, found: bool, language: Language) -> RuleRow {
    RuleRow {
        id: rule.id.clone(),
        severity: rule.severity.into(),
        name: rule.wrong(language).fill(|_| "…".to_owned()),
        found,
        sources: rule.source.iter().filter_map(|id| book().sources.get(id).cloned()).collect(),
        certainty: rule.certainty.into(),
        as_of: rule.as_of.to_string(),
    }
}

/// The page where the answer is given; none for what comes after.
pub(crate) fn part(about: About) -> Option<PartName> {
    match about {
        About::Need => Some(PartName::Need),
        About::Organisation => Some(PartName::Organisation),
        About::Representative => Some(PartName::Representative),
        About::Terms => Some(PartName::Terms),
        About::Administrators => Some(PartName::Administrators),
        About::Documents => Some(PartName::Documents),
        About::FollowUp => None,
    }
}

fn favour(fact: &InFavour) -> Favour {
    let what = match fact {
        InFavour::OrganisationActive => FavourName::OrganisationActive,
        InFavour::OrganisationSaidActive => FavourName::OrganisationSaidActive,
        InFavour::FormAutomatic => FavourName::FormAutomatic,
        InFavour::RepresentativeListed { .. } => FavourName::RepresentativeListed,
        InFavour::RepresentativeSaidListed => FavourName::RepresentativeSaidListed,
        InFavour::RepresentativeHasMitid => FavourName::RepresentativeHasMitid,
        InFavour::AdministratorsReady => FavourName::AdministratorsReady,
        InFavour::SeveralAdministrators => FavourName::SeveralAdministrators,
    };
    let role = match fact {
        InFavour::RepresentativeListed { role } => Some(role.clone()),
        _ => None,
    };
    Favour { what, role }
}
