//! The receipts of approved cases: made when they are wanted, saved, shown and printed.

use crate::dialogs;
use crate::engine::{Engine, State};
use crate::printing::Printing;
use domain::Environment;
use domain::case::{Approved, CaseId, Delivery, Stage};
use domain::problem::Problem;
use texts::Texts;

/// The receipt of an approved case: what its file is called, and its bytes.
pub fn make(state: &State, id: &CaseId) -> Result<(String, Vec<u8>), Problem> {
    with(state, id, |receipt| {
        let pdf = receipt::pdf(receipt).map_err(|why| match why {
            receipt::Trouble::Unproven => Problem::EvidenceNotVerified,
            receipt::Trouble::NotMade => Problem::ReceiptNotMade,
        })?;
        Ok((receipt::file_name(receipt), pdf))
    })
}

/// What the receipt of an approved case is made of; only who needs the pages has them made.
pub fn with<T>(state: &State, id: &CaseId, make: impl FnOnce(&receipt::Receipt<'_>) -> Result<T, Problem>) -> Result<T, Problem> {
    let world = state.world.as_ref().ok_or(Problem::FileNotWritten)?;
    let case = state.desk.cases.get(id).ok_or(Problem::NotAllowedHere)?;
    let approved = approved(state, id).ok_or(Problem::NotAllowedHere)?;
    let verdict = evidence::verify(&approved.evidence.bundle, &world.broker.anchors(), state.not_before_approvals());
    let accepted = match &approved.delivery {
        Delivery::Accepted(accepted) => Some(accepted),
        Delivery::Sending { .. } | Delivery::NotSent { .. } | Delivery::Unknown { .. } | Delivery::Refused { .. } => None,
    };
    let case_json = casefile::approved(&approved.connection, state.desk.environment).map_err(|_| Problem::ReceiptNotMade)?;
    // Before it could be saved, an approval has no number to show.
    let link = state.desk.chain.of(id).ok_or(Problem::NotSaved)?;
    let receipt = receipt::Receipt {
        environment: state.desk.environment,
        language: state.desk.language,
        case: id,
        connection: &approved.connection,
        evidence: &approved.evidence,
        approver: Some(&approved.approver),
        set_aside: &case.set_aside,
        verdict: &verdict,
        accepted,
        made_at: accepted.map_or(approved.evidence.approved_at, |a| a.at),
        bundle: &approved.evidence.bundle,
        case_json: case_json.as_bytes(),
        link,
    };
    make(&receipt)
}

/// The approval of a case, when it has been approved.
pub fn approved<'a>(state: &'a State, id: &CaseId) -> Option<&'a Approved> {
    match &state.desk.cases.get(id)?.stage {
        Stage::Approved(approved) => Some(approved),
        Stage::Drafting(_) | Stage::HandedOver(_) | Stage::Reviewing(_) | Stage::Approving(_) | Stage::Confirming(_) => None,
    }
}

/// Asks where, and saves the receipt.
pub fn save(engine: &Engine, state: &mut State, id: &CaseId) {
    match make(state, id) {
        Ok((name, pdf)) => dialogs::save_as(engine, dialogs::question(state, name, "file-receipt", &["pdf"]), pdf),
        Err(problem) => state.desk.problem = Some(problem),
    }
}

/// Asks where, and saves the evidence bundle.
pub fn save_evidence(engine: &Engine, state: &mut State, id: &CaseId) {
    let Some(approved) = approved(state, id) else { return };
    let bundle = approved.evidence.bundle.clone();
    let name = match with(state, id, |receipt| Ok(receipt::file_name(receipt))) {
        Ok(name) => name.replace(".pdf", " bevis.json"),
        Err(_) if state.desk.environment == Environment::Practice => "PRØVE bevis.json".to_owned(),
        Err(_) => "bevis.json".to_owned(),
    };
    dialogs::save_as(engine, dialogs::question(state, name, "file-evidence", &["json"]), bundle);
}

/// Opens the receipt in the program that the system has for it.
pub fn open(engine: &Engine, state: &mut State, id: &CaseId) {
    let opened = make(state, id).and_then(|(name, pdf)| dialogs::show(engine, state, &name, &pdf));
    state.desk.problem = opened.err();
}

/// Shows the system's print dialog for receipts: several are one job, each beginning on a sheet of its own as it would alone.
pub fn print(engine: &Engine, state: &mut State, cases: Vec<CaseId>) {
    let made: Result<Vec<_>, Problem> = cases.iter().map(|id| make(state, id)).collect();
    let job = made.and_then(|mut receipts| match receipts.len() {
        0 => Err(Problem::NotAllowedHere),
        1 => receipts.pop().ok_or(Problem::ReceiptNotMade),
        _ => {
            let title = Texts::new(state.desk.language).get("print-title");
            let title = if state.desk.environment == Environment::Practice { format!("PRØVE {title}") } else { title };
            let pdfs: Vec<&[u8]> = receipts.iter().map(|(_, pdf)| pdf.as_slice()).collect();
            let together = receipt::together(&pdfs).map_err(|_| Problem::ReceiptNotMade)?;
            Ok((format!("{title}.pdf"), together))
        }
    });
    let written = job.and_then(|(name, pdf)| {
        let world = state.world.as_ref().ok_or(Problem::NotPrinted)?;
        Ok((world.opened.write(&name, &pdf)?, name))
    });
    let (file, name) = match written {
        Ok(written) => written,
        Err(problem) => {
            state.desk.problem = Some(problem);
            return;
        }
    };
    state.desk.problem = None;
    let task = engine.clone();
    engine.spawn_blocking(move || {
        let printed = task.desktop().print(&file, name.trim_end_matches(".pdf"));
        task.happened(|state| match printed {
            Ok(Printing::Asked) => {}
            Ok(Printing::Opened) => state.desk.problem = Some(Problem::PrintOpened),
            Err(_) => state.desk.problem = Some(Problem::NotPrinted),
        });
    });
}
