//! What the rules say of one case, for people.

use super::checked::{Case, Checked, Expected, FindingShown, NeedShown, role};
use crate::output::{Out, plain};
use crate::words::Words;
use casefile::words::EnvironmentWord;
use domain::cpr::looks_like_cpr;
use domain::cvr::CvrNumber;
use domain::rules::Severity;
use std::io;

/// Writes it, most important first.
pub fn write(case: &Case, checked: &Checked<'_>, out: &mut Out) -> io::Result<()> {
    head(case, checked, out)?;
    for severity in [Severity::Stops, Severity::Documents, Severity::Warning, Severity::Advice] {
        let findings: Vec<&FindingShown> =
            checked.findings.iter().filter(|finding| finding.matters == severity).collect();
        if !findings.is_empty() {
            out.line(format_args!("\n{}", out.words().meaning("cli-severity", &severity)))?;
        }
        findings.into_iter().try_for_each(|one| finding(one, out))?;
    }
    documents(checked, out)?;
    before_approval(checked, out)?;
    let (today, rules) = (checked.today.0.to_string(), checked.rules_as_of.0.to_string());
    let as_of = out.words().with("cli-preflight-as-of", &[("today", &today), ("rules", &rules)]);
    out.line(format_args!("\n{as_of}"))
}

fn head(case: &Case, checked: &Checked<'_>, out: &mut Out) -> io::Result<()> {
    let words = out.words();
    if case.environment == Some(EnvironmentWord::Practice) {
        out.line(format_args!("{}", words.get("cli-preflight-practice")))?;
    }
    let number = match CvrNumber::parse(&case.draft.cvr) {
        Ok(cvr) => cvr.in_pairs(),
        Err(_) => plain(&case.draft.cvr),
    };
    let name =
        case.draft.organisation().map(|organisation| plain(&organisation.name)).unwrap_or_default();
    let reference = plain(&case.reference);
    // The name is an organisation's, and many have a date and a number in them.
    let shown = |part: &String| !part.is_empty() && (*part == name || !looks_like_cpr(part));
    let who: Vec<String> =
        [&number, &name, &reference].into_iter().filter(|part| shown(part)).cloned().collect();
    if !who.is_empty() {
        out.line(format_args!("{}", who.join("  ")))?;
    }
    out.line(format_args!("{}", words.meaning("cli-verdict", &checked.verdict())))?;
    for favour in &checked.in_favour {
        let role = role(&favour.fact).map(|role| format!(" ({})", plain(role))).unwrap_or_default();
        out.line(format_args!("  + {}{role}", words.meaning("cli-in-favour", &favour.fact)))?;
    }
    Ok(())
}

fn finding(finding: &FindingShown, out: &mut Out) -> io::Result<()> {
    out.line(format_args!("  - {}", plain(&finding.wrong)))?;
    out.line(format_args!("    {}", plain(&finding.remedy)))?;
    let field = finding.field.as_deref().map(|field| format!(", {field}")).unwrap_or_default();
    out.line(format_args!("    [{}{field}]", finding.id))
}

fn documents(checked: &Checked<'_>, out: &mut Out) -> io::Result<()> {
    let words = out.words();
    if !checked.documents.is_empty() {
        out.line(format_args!("\n{}", words.get("cli-preflight-documents")))?;
    }
    for need in &checked.documents {
        let NeedShown { name, required, satisfied, shows, open, .. } = need;
        let state = match (satisfied, required) {
            (true, _) => words.get("cli-document-ready"),
            (false, true) => words.get("cli-document-missing"),
            (false, false) => words.get("cli-document-useful"),
        };
        out.line(format_args!("  - {name}: {state}"))?;
        out.line(format_args!("    {shows}"))?;
        for point in open {
            out.line(format_args!("    [ ] {}", point.text))?;
        }
    }
    if let Some(expected) = &checked.expected_answer {
        out.line(format_args!("  {}", expected_answer(expected, words)))?;
    }
    Ok(())
}

/// What the window asks for before approval, in its words.
fn before_approval(checked: &Checked<'_>, out: &mut Out) -> io::Result<()> {
    if !checked.before_approval.is_empty() {
        out.line(format_args!("\n{}", out.words().get("cli-preflight-before-approval")))?;
    }
    for missing in &checked.before_approval {
        let (wrong, _) = out.problem(missing.why);
        out.line(format_args!("  {}: {wrong}", missing.field))?;
    }
    Ok(())
}

/// When an answer can be expected to a case that is sent with its documents in order.
fn expected_answer(expected: &Expected, words: &Words) -> String {
    let Expected { sent, early, conservative } = expected;
    let (sent, early, late) = (sent.0.to_string(), early.0.to_string(), conservative.0.to_string());
    words.with("cli-preflight-expected", &[("sent", &sent), ("early", &early), ("late", &late)])
}
