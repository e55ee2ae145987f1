//! The receipts of approved cases: made when they are wanted, from what is stored; shown, saved and
//! printed.

use crate::engine::Engine;
use crate::printing::Printing;
use crate::{dialogs, records};
use app::effect::Output;
use app::input::{Input, ReceiptsInput};
use app::model::PaperId;
use domain::case::{Approved, Case, CaseId, Delivery, Stage};
use domain::chain::Link;
use domain::problem::Problem;
use domain::{Environment, Language};
use receipt::{Delivered, Made};
use texts::Texts;

/// An approved case as it is stored, with its link in the chain of receipts.
pub struct Stored {
    case: Case,
    link: Link,
}

impl Stored {
    /// Reads it. [`Problem::NotSaved`] while the approval is only in memory: it has no number to
    /// show yet.
    pub fn read(engine: &Engine, id: &CaseId) -> Result<Self, Problem> {
        engine.ask_vault(|vault| {
            let case = vault.case(id)?.ok_or(Problem::NotAllowedHere)?;
            let link = vault.link(id)?.ok_or(Problem::NotSaved)?;
            Ok(Self { case, link })
        })
    }

    /// The approval.
    pub fn approved(&self) -> Result<&Approved, Problem> {
        match &self.case.stage {
            Stage::Approved(approved) => Ok(approved),
            Stage::Drafting(_)
            | Stage::HandedOver(_)
            | Stage::Reviewing(_)
            | Stage::Approving(_)
            | Stage::Confirming(_)
            | Stage::Guided(_) => Err(Problem::NotSaved),
        }
    }

    /// The receipt number.
    pub fn number(&self) -> u64 {
        self.link.number
    }

    /// The receipt: what its file is called, and its bytes.
    pub fn make(&self, engine: &Engine, language: Language) -> Result<(String, Vec<u8>), Problem> {
        self.with(engine, language, |receipt| {
            let pdf = receipt::pdf(receipt).map_err(|why| match why {
                receipt::Error::Unproven => Problem::EvidenceNotVerified,
                receipt::Error::NotMade | receipt::Error::TooLarge => Problem::ReceiptNotMade,
            })?;
            Ok((receipt::file_name(receipt), pdf))
        })
    }

    /// What the receipt is made of; only who needs the pages has them made.
    pub fn with<T>(
        &self,
        engine: &Engine,
        language: Language,
        make: impl FnOnce(&receipt::Receipt<'_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let (world, approved) = (engine.world().ok_or(Problem::FileNotWritten)?, self.approved()?);
        // The broker said when that was: a computer's clock that is behind must not make it one of
        // the future.
        let now = world.now().max(approved.evidence.approved_at);
        let verdict = evidence::verify(&approved.evidence.bundle, &world.anchors(), now);
        let accepted = match &approved.delivery {
            Delivery::Accepted(accepted) => Some(accepted),
            Delivery::Sending { .. }
            | Delivery::NotSent { .. }
            | Delivery::NoReceiver { .. }
            | Delivery::Unknown { .. }
            | Delivery::Refused { .. } => None,
        };
        let case_json = casefile::approved(&approved.connection, world.environment)
            .map_err(|_| Problem::ReceiptNotMade)?;
        make(&receipt::Receipt {
            environment: world.environment,
            language,
            case: &self.case.id,
            connection: &approved.connection,
            evidence: &approved.evidence,
            approver: Some(&approved.approver),
            discarded_approvals: &self.case.discarded_approvals,
            verdict: &verdict,
            delivery: accepted.map_or(Delivered::NotConfirmed, Delivered::Accepted),
            made: Made::At(accepted.map_or(approved.evidence.approved_at, |accepted| accepted.at)),
            bundle: &approved.evidence.bundle,
            case_json: case_json.as_bytes(),
            link: Some(&self.link),
        })
    }
}

/// The receipt of a case, shown or saved.
pub fn give_out(engine: &Engine, output: Output, id: &CaseId, language: Language) {
    let made = Stored::read(engine, id).and_then(|stored| stored.make(engine, language));
    dialogs::give_out(engine, output, made, "file-receipt", language);
}

/// Asks where, and saves the evidence bundle.
pub fn save_evidence(engine: &Engine, id: &CaseId, language: Language) {
    let stored = match Stored::read(engine, id) {
        Ok(stored) => stored,
        Err(problem) => return engine.notify(Input::Written(Err(problem))),
    };
    let bundle = match stored.approved() {
        Ok(approved) => approved.evidence.bundle.clone(),
        Err(problem) => return engine.notify(Input::Written(Err(problem))),
    };
    let name = match stored.with(engine, language, |receipt| Ok(receipt::file_name(receipt))) {
        Ok(name) => name.replace(".pdf", " bevis.json"),
        Err(_) => format!("{}bevis.json", mark(engine)),
    };
    dialogs::save_as(
        engine,
        dialogs::question(language, name, "file-evidence", &["json"]),
        &bundle,
    );
}

/// Shows the system's print dialog for receipts and records: several are one job, each beginning on
/// a sheet of its own as it would alone.
pub fn print(engine: &Engine, papers: &[PaperId], language: Language) {
    let told = |outcome| engine.notify(Input::Receipts(ReceiptsInput::Printed(outcome)));
    let written = job(engine, papers, language).and_then(|(name, pdf)| {
        let world = engine.world().ok_or(Problem::NotPrinted)?;
        Ok((world.opened.write(&name, &pdf)?, name))
    });
    let (file, name) = match written {
        Ok(written) => written,
        Err(problem) => return told(Err(problem)),
    };
    match engine.desktop().print(&file, name.trim_end_matches(".pdf")) {
        // The person, or the printer, has it now.
        Ok(Printing::Asked) => {}
        Ok(Printing::Opened) => told(Err(Problem::PrintOpened)),
        Err(_) => told(Err(Problem::NotPrinted)),
    }
}

fn job(
    engine: &Engine,
    papers: &[PaperId],
    language: Language,
) -> Result<(String, Vec<u8>), Problem> {
    let make = |paper: &PaperId| match paper {
        PaperId::Receipt(case) => Stored::read(engine, case)?.make(engine, language),
        PaperId::Record(number) => records::numbered(engine, *number, language),
    };
    let mut made = papers.iter().map(make).collect::<Result<Vec<_>, Problem>>()?;
    match made.len() {
        0 => Err(Problem::NotAllowedHere),
        1 => made.pop().ok_or(Problem::ReceiptNotMade),
        _ => {
            let pdfs: Vec<&[u8]> = made.iter().map(|(_, pdf)| pdf.as_slice()).collect();
            let together = receipt::together(&pdfs).map_err(|_| Problem::ReceiptNotMade)?;
            Ok((
                format!("{}{}.pdf", mark(engine), Texts::new(language).get("print-title")),
                together,
            ))
        }
    }
}

/// What a file name of practice begins with.
pub fn mark(engine: &Engine) -> &'static str {
    match engine.world().map(|world| world.environment) {
        Some(Environment::Live) => "",
        Some(Environment::Practice) | None => "PRØVE ",
    }
}
