//! `tilslut-cli receipt`: the receipt of an approval, made of its evidence.

use crate::arguments::Receipt;
use crate::outcome::{Outcome, Trouble};
use crate::output::Out;
use crate::place;
use crate::proof;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    r#type: &'static str,
    file: String,
    level: &'static str,
    control_code: String,
    cvr: String,
}

/// Makes the receipt, or says why there is none.
pub fn make(asked: &Receipt, out: &mut Out) -> Result<Outcome, Trouble> {
    let now = asked.today.moment().at;
    let words = out.words();
    let proof = proof::read(&asked.evidence, &asked.trust, now, words)?;
    let receipt = receipt::Receipt {
        environment: proof.environment,
        language: out.language,
        case: &proof.case,
        connection: &proof.connection,
        evidence: &proof.evidence,
        verdict: &proof.verdict,
        accepted: None,
        made_at: now,
    };
    let not_made = |why: receipt::Trouble| Trouble::Unwritten { path: asked.out.clone(), why: words.not_made(why).to_owned() };
    let pdf = receipt::pdf(&receipt).map_err(not_made)?;
    place::write(&asked.out, &pdf, asked.writing, words)?;
    let level = words.level(proof.evidence.level);
    let (file, control_code) = (asked.out.display().to_string(), proof.evidence.control_code.to_string());
    if out.json {
        let cvr = proof.connection.organisation.cvr.to_string();
        out.value(&Report { r#type: "tilslut/receipt/v1", file, level, control_code, cvr })?;
    } else {
        out.line(format_args!("{file}"))?;
        out.line(format_args!("  {} {level}, {} {control_code}", words.evidence_level, words.control_code))?;
    }
    Ok(Outcome::Fine)
}
