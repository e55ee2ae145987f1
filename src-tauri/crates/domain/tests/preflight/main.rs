//! Every rule with a case in which it holds and one in which it does not, every form with what is
//! expected of it, and what must be true of any draft.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod any;
mod book;
mod scenario;

use domain::preflight::{self, Finding, Verdict, documents_needed, outlook};
use domain::rules::book;
use scenario::{Person, Scenario, Words};
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    finding: String,
    at: Option<String>,
    holds: Scenario,
    fails: Scenario,
}

#[derive(Deserialize)]
struct Stories {
    story: Vec<Story>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Story {
    tells: String,
    case: Scenario,
    verdict: String,
    findings: Vec<String>,
    documents: Vec<String>,
}

#[derive(Deserialize)]
struct FormCases {
    form: Vec<FormCase>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormCase {
    code: u16,
    person: Person,
    verdict: String,
    otherwise: Vec<String>,
}

fn verdict(word: &str) -> Verdict {
    match word {
        "open" => Verdict::Open,
        "automatic" => Verdict::Automatic,
        "documents" => Verdict::Documents,
        "impossible" => Verdict::Impossible,
        "not-needed" => Verdict::NotNeeded,
        other => panic!("no verdict {other}"),
    }
}

fn findings(scenario: &Scenario) -> Vec<Finding> {
    let draft = scenario.draft();
    preflight::preflight(&draft, &scenario.facts(&draft), scenario.today())
}

fn ids(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.rule.id.as_str()).collect()
}

fn required(scenario: &Scenario) -> Vec<&'static str> {
    let draft = scenario.draft();
    let needs = documents_needed(&draft, &scenario.facts(&draft), scenario.today());
    needs.iter().filter(|need| need.required).map(|need| need.document.id.as_str()).collect()
}

fn answer(scenario: &Scenario) -> Verdict {
    let draft = scenario.draft();
    outlook(&draft, &scenario.facts(&draft), scenario.today(), &findings(scenario)).verdict
}

#[test]
fn every_rule_holds_in_its_case_and_fails_in_the_other() {
    let cases: Cases = toml::from_str(include_str!("cases.toml")).unwrap();
    for Case { finding, at, holds, fails } in cases.case {
        let rule = book().finding(&finding).unwrap_or_else(|| panic!("no rule {finding}"));
        let found = findings(&holds);
        let one = found
            .iter()
            .find(|one| one.rule.id == finding)
            .unwrap_or_else(|| panic!("{finding} does not hold in {:?}", ids(&found)));
        assert_eq!(one.field, at.or_else(|| rule.field.clone()), "{finding}");
        let found = findings(&fails);
        assert!(
            !ids(&found).contains(&finding.as_str()),
            "{finding} holds where it must not, among {:?}",
            ids(&found)
        );
    }
}

#[test]
fn no_rule_is_without_its_case() {
    let cases: Cases = toml::from_str(include_str!("cases.toml")).unwrap();
    let tested: BTreeSet<&str> = cases.case.iter().map(|case| case.finding.as_str()).collect();
    assert_eq!(tested.len(), cases.case.len(), "each rule has one case");
    let rules: BTreeSet<&str> = book().findings.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(tested, rules);
}

#[test]
fn whole_cases_give_exactly_their_findings() {
    let stories: Stories = toml::from_str(include_str!("stories.toml")).unwrap();
    for Story { tells, case, verdict: expected, findings: named, documents } in stories.story {
        assert_eq!(ids(&findings(&case)), named, "{tells}");
        assert_eq!(required(&case), documents, "{tells}");
        assert_eq!(answer(&case), verdict(&expected), "{tells}");
    }
}

/// Whoever is the only administrator locks the organisation out by leaving, however often the name
/// was typed.
#[test]
fn administrators_are_counted_by_person() {
    let words = |name: &str, born: &str| Words {
        name: Some(name.into()),
        born: Some(born.into()),
        ..Words::default()
    };
    let representative = words("Åse-Marie Lindegaard Krogh", "1987-11-30");
    for (name, born, alone, told) in [
        ("Åse-Marie Lindegaard Krogh", "1987-11-30", true, true),
        ("aase marie  lindegård KROGH", "1987-11-30", true, true),
        ("Krogh, Åse-Marie", "1987-11-30", true, true),
        ("Å. Krogh", "", true, true),
        ("Åse-Marie", "1987-11-30", true, true),
        ("Åse-Marie Holm", "1987-11-30", true, true),
        // Of one name and two dates of birth: one date may be wrong.
        ("Åse-Marie Lindegaard Krogh", "1961-02-03", false, true),
        ("Åse-Marie Krogh", "1961-02-03", false, false),
        ("Åse-Marie Holm", "", false, false),
        // Twins.
        ("Bo Lindegaard Krogh", "1987-11-30", false, false),
        ("", "1987-11-30", false, false),
    ] {
        let twice = |representative_is_administrator| Scenario {
            representative: representative.clone(),
            representative_is_administrator,
            administrators: Some(vec![words(name, born)]),
            ..Scenario::default()
        };
        let found = findings(&twice(true));
        assert_eq!(ids(&found).contains(&"administrator-single"), alone, "{name} {born}");
        assert_eq!(ids(&found).contains(&"administrator-typed-twice"), told, "{name} {born}");
        let once = findings(&twice(false));
        assert!(
            ids(&once).contains(&"administrator-single")
                && !ids(&once).contains(&"administrator-typed-twice"),
            "{name} {born}"
        );
    }
    let among_the_others = Scenario {
        administrators: Some(vec![
            words("Søren Winther", "1980-01-02"),
            words("Soeren Thorup Winther", "1980-01-02"),
        ]),
        ..Scenario::default()
    };
    assert!(ids(&findings(&among_the_others)).contains(&"administrator-single"));
}

#[test]
fn every_form_has_its_representative_and_its_documents() {
    let forms: FormCases = toml::from_str(include_str!("forms.toml")).unwrap();
    let codes: BTreeSet<u16> = forms.form.iter().map(|form| form.code).collect();
    assert!(
        book().forms.all.iter().all(|form| codes.contains(&form.code)),
        "every form has its case"
    );
    for FormCase { code, person, verdict: expected, otherwise } in forms.form {
        let of = |person: &Person| Scenario {
            form: Some(code),
            people: Some(vec![person.clone()]),
            ..Scenario::default()
        };
        assert_eq!(answer(&of(&person)), verdict(&expected), "{code}");
        let automatic = expected == "automatic";
        assert_eq!(
            required(&of(&person)).is_empty(),
            automatic || expected == "impossible",
            "{code}"
        );

        let elsewhere = Scenario {
            representative: Words { name: Some("Bo Dahl".into()), ..Words::default() },
            ..of(&person)
        };
        assert_eq!(required(&elsewhere), otherwise, "{code}");
        let without_cpr = of(&Person { kind: Some("without-cpr".into()), ..person.clone() });
        assert_eq!(required(&without_cpr), otherwise, "{code}");
        // Owners and partners have none.
        if person.relation.as_deref() != Some("FULDT_ANSVARLIG_DELTAGERE") {
            let substitute = of(&Person { function: Some("SUPPLEANT".into()), ..person });
            assert_eq!(required(&substitute), otherwise, "{code}");
        }
    }
}
