//! What the rule book says, as JSON names it: the words of its own files, and sources with their
//! addresses.

use crate::words::words;
use domain::Language;
use domain::preflight::{InFavour, Verdict};
use domain::rules::{Automatic, Certainty, Consequence, Document, PrivateMitid, Severity, book};
use jiff::civil::Date;
use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

/// Where something was read: each source with the address of its page.
pub struct Sources<'a>(pub &'a [String]);

#[derive(Serialize)]
struct Source<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
}

impl Serialize for Sources<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for id in self.0 {
            list.serialize_element(&Source {
                id,
                address: book().sources.get(id).map(String::as_str),
            })?;
        }
        list.end()
    }
}

/// The day on which the rules were compared with their sources: the earliest of its files.
pub fn as_of() -> Date {
    let book = book();
    let files = [book.states.as_of, book.documents.as_of, book.deadlines.as_of];
    // All findings are of one file.
    let findings = book.findings.first().map(|rule| rule.as_of);
    files.into_iter().chain(findings).fold(book.forms.as_of, Date::min)
}

/// Something of the rule book with its id and its name.
#[derive(Serialize)]
pub struct Named<'a> {
    /// Stable, in kebab case.
    pub id: &'a str,
    /// In the language of the answer.
    pub name: &'a str,
}

/// Documents by their ids.
pub fn documents(ids: &[String], language: Language) -> Vec<Named<'_>> {
    let found = ids.iter().filter_map(|id| book().documents.find(id));
    found
        .map(|document: &Document| Named { id: &document.id, name: document.name.read(language) })
        .collect()
}

/// Documents in one line.
pub fn listed(documents: &[Named<'_>]) -> String {
    documents.iter().map(|document| document.name).collect::<Vec<_>>().join("; ")
}

words! {
    Automatic {
        Yes = "yes", Usually = "usually", IfRegistered = "if-registered", Doubtful = "doubtful", No = "no", NotYet = "not-yet"
    }
    PrivateMitid { Yes = "yes", IfSignsAlone = "if-signs-alone", IfRegistered = "if-registered", No = "no" }
    Consequence { Connect = "connect", Warn = "warn", Blocked = "blocked", Stop = "stop" }
    Certainty { Official = "official", ThirdParty = "third-party", General = "general", Own = "own" }
    Severity { Stops = "stops", Documents = "documents", Warning = "warning", Advice = "advice" }
    Verdict { Open = "open", Automatic = "automatic", Documents = "documents", Impossible = "impossible", NotNeeded = "not-needed" }
    InFavour {
        OrganisationActive = "organisation-active",
        OrganisationSaidActive = "organisation-said-active",
        FormAutomatic = "form-automatic",
        RepresentativeListed = "representative-listed",
        RepresentativeSaidListed = "representative-said-listed",
        RepresentativeHasMitid = "representative-has-mitid",
        AdministratorsReady = "administrators-ready",
        SeveralAdministrators = "several-administrators"
    }
}
