//! The words about evidence and about the documents that are made.

use super::Words;
use crate::documents::{Kind, Without};
use domain::case::Level;
use evidence::{NotTrust, Reason};
use receipt::NotAReceipt;

impl Words {
    /// Why evidence proves nothing, with the code of the reason.
    pub fn unproven(&self, reason: Reason, trusted: bool) -> String {
        let said = self.either("filen beviser intet", "the file proves nothing");
        let hint = match (reason, trusted) {
            (Reason::OtherEnvironment, false) => self.either(
                "; det er ikke fra prøvemiljøet, så --trust skal sige, hvem der stoles på",
                "; it is not from practice, so --trust must say who is trusted",
            ),
            (Reason::OtherEnvironment, true) => {
                self.either("; det er fra det andet miljø", "; it is of the other environment")
            }
            _ => "",
        };
        format!("{said} [{}]{hint}", reason.code())
    }

    /// Why a file is no trust file.
    pub fn not_trust(&self, why: &NotTrust) -> String {
        let said = self.either(
            "det er ikke en tillidsfil, som docs/trust.md beskriver den",
            "it is not a trust file as docs/trust.md describes it",
        );
        match why {
            NotTrust::Unreadable { line } => format!("{said} ({} {line})", self.line),
            NotTrust::Fields { missing, unusable } => {
                let (lacks, cannot) = (
                    self.either("mangler", "lacks"),
                    self.either("kan ikke bruges", "cannot be used"),
                );
                let named = |what: &str, fields: &[String]| {
                    if fields.is_empty() {
                        String::new()
                    } else {
                        format!("; {what}: {}", fields.join(", "))
                    }
                };
                format!("{said}{}{}", named(lacks, missing), named(cannot, unusable))
            }
        }
    }

    /// Why there is no document.
    pub fn not_made(&self, why: receipt::Error) -> &'static str {
        match why {
            receipt::Error::Unproven => self.either(
                "beviset beviser ikke godkendelsen af denne tilslutning",
                "the evidence does not prove the approval of this connection",
            ),
            receipt::Error::NotMade => {
                self.either("dokumentet kunne ikke laves", "the document could not be made")
            }
        }
    }

    /// Why a file is no receipt.
    pub fn not_a_receipt(&self, why: NotAReceipt) -> &'static str {
        match why {
            NotAReceipt::TooLarge => self.either(
                "filen er større end nogen kvittering",
                "the file is larger than any receipt",
            ),
            NotAReceipt::Unreadable => {
                self.either("filen kan ikke læses som PDF", "the file cannot be read as a PDF")
            }
            NotAReceipt::Foreign => self.either(
                "filen er ikke en kvittering fra Tilslut",
                "the file is no receipt of Tilslut’s",
            ),
            NotAReceipt::Changed => self.either(
                "kvitteringen er ændret, efter at den blev lavet",
                "the receipt was changed after it was made",
            ),
        }
    }

    /// The letter of a level of evidence.
    pub fn level(&self, level: Level) -> &'static str {
        match level {
            Level::A => "A",
            Level::B => "B",
            Level::C => "C",
            Level::D => "D",
        }
    }

    /// A document of a case.
    pub fn document(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Checklist => self.either("Tjekliste", "Checklist"),
            Kind::BoardOverview => self.either("Bestyrelsesoversigt", "Board overview"),
            Kind::HandOverSheet => self.either("Overdragelsesblad", "Hand-over sheet"),
            Kind::Administrators => self.either(
                "Oversigt over udpegede administratorer",
                "Summary of the appointed administrators",
            ),
            Kind::AdministratorSheet => {
                self.either("Side til hver administrator", "Page for each administrator")
            }
            Kind::Timeline => {
                self.either("Tidslinje over administratorer", "Timeline of administrators")
            }
        }
    }

    /// Why a document is not made.
    pub fn without(&self, why: Without) -> &'static str {
        match why {
            Without::NotNeeded => {
                self.either("ikke nødvendig i denne sag", "not needed in this case")
            }
            Without::NoOrganisation => self
                .either("organisationen er ikke kendt endnu", "the organisation is not known yet"),
            Without::NoReporter => self.either(
                "ledelsesrepræsentanten forbereder selv, så intet overdrages",
                "the representative prepares the case, so nothing is handed over",
            ),
            Without::Incomplete => self.either(
                "der mangler svar; preflight siger hvilke",
                "answers are missing; preflight says which",
            ),
            Without::NoEvidence => self.either(
                "kræver beviset for godkendelsen: --evidence",
                "needs the evidence of the approval: --evidence",
            ),
            Without::OtherCase => {
                self.either("beviset handler om en anden sag", "the evidence is about another case")
            }
            Without::NotMade => self.either("kunne ikke laves", "could not be made"),
            Without::NotWritten => self.either("kunne ikke skrives", "could not be written"),
        }
    }
}
