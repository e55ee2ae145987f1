//! `tilslut-cli receipt`: the receipt of an approval, made of its evidence.

use crate::arguments::Receipt;
use crate::input::Input;
use crate::outcome::{Error, Outcome};
use crate::output::Out;
use crate::output_file;
use crate::proof::{self, Proof};
use crate::words::Words;
use domain::case::Level;
use receipt::{Link, LinkHash as _, NotAReceipt};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// The largest receipt that is read, in bytes: more than any has.
const LIMIT: usize = 16 << 20;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    r#type: &'static str,
    file: String,
    level: &'static str,
    control_code: String,
    cvr: String,
    /// None of a receipt that is in no chain.
    number: Option<u64>,
}

/// Makes the receipt, or says why there is none.
pub fn make(asked: &Receipt, out: &mut Out) -> Result<Outcome, Error> {
    let today = asked.today.moment();
    let words = out.words();
    let proof = proof::read(&asked.evidence, &asked.trust, today.latest, words)?;
    let link = link(&proof, asked, out)?;
    let unwritten = |why: String| Error::Unwritten { path: asked.out.clone(), why };
    let case_json = casefile::approved(&proof.connection, proof.environment)
        .map_err(|_| unwritten(words.looks_like_cpr()))?;
    let receipt = receipt::Receipt {
        environment: proof.environment,
        language: out.language,
        case: &proof.case,
        connection: &proof.connection,
        evidence: &proof.evidence,
        // How a person explained another name is kept on the machine of the approval, not in the
        // bundle.
        approver: None,
        discarded_approvals: &[],
        verdict: &proof.verdict,
        // Neither is in the bundle, so neither is said.
        delivery: receipt::Delivered::Unknown,
        made: today.made,
        bundle: &proof.evidence.bundle,
        case_json: case_json.as_bytes(),
        link: link.as_ref(),
    };
    let pdf = receipt::pdf(&receipt).map_err(|why| unwritten(why_not_made(why, words)))?;
    output_file::write(&asked.out, &pdf, asked.writing, words)?;
    let level = letter(proof.evidence.level);
    let (file, control_code) =
        (asked.out.display().to_string(), proof.evidence.control_code.to_string());
    if out.json {
        let cvr = proof.connection.organisation.cvr.to_string();
        out.value(&Report {
            r#type: "tilslut/receipt/v1",
            file,
            level,
            control_code,
            cvr,
            number: link.map(|link| link.number),
        })?;
    } else {
        out.line(format_args!("{file}"))?;
        out.line(format_args!(
            "  {} {level}, {} {control_code}",
            words.get("cli-evidence-level"),
            words.get("cli-control-code")
        ))?;
    }
    Ok(Outcome::Fine)
}

/// The place in the chain: after a receipt that is given, the first of one, or none.
fn link(proof: &Proof, asked: &Receipt, out: &mut Out) -> Result<Option<Link>, Error> {
    let (case, bundle_sha256) = (proof.case.clone(), Sha256::digest(&proof.evidence.bundle).into());
    let Some(path) = &asked.after else {
        let first = Link { number: 1, previous: None, case, bundle_sha256 };
        return Ok(asked.first.then_some(first));
    };
    let unreadable = |why: String| Error::Unreadable { path: path.clone(), why };
    let before = receipt::read(&Input::raw(path, LIMIT)?)
        .map_err(|why| unreadable(why_not_a_receipt(why, out.words())))?;
    let Some(before) = before.link else {
        return Err(unreadable(out.texts().get("receipt-after-without-number")));
    };
    Ok(Some(Link {
        number: before.number.saturating_add(1),
        previous: Some(before.hash()),
        case,
        bundle_sha256,
    }))
}

/// Why there is no document.
fn why_not_made(why: receipt::Error, words: &Words) -> String {
    words.get(match why {
        receipt::Error::Unproven => "cli-unproven",
        receipt::Error::NotMade | receipt::Error::TooLarge => "cli-not-made",
    })
}

/// Why a file is no receipt.
fn why_not_a_receipt(why: NotAReceipt, words: &Words) -> String {
    words.get(match why {
        NotAReceipt::TooLarge => "cli-not-a-receipt-too-large",
        NotAReceipt::Unreadable => "cli-not-a-receipt-unreadable",
        NotAReceipt::Foreign => "cli-not-a-receipt-foreign",
        NotAReceipt::Changed => "cli-not-a-receipt-changed",
    })
}

/// The letter of a level of evidence.
fn letter(level: Level) -> &'static str {
    match level {
        Level::A => "A",
        Level::B => "B",
        Level::C => "C",
        Level::D => "D",
    }
}
