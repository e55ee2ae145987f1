//! What was typed so far, as it is stored: the answers as the documented case ([`CaseFile`]),
//! letter by letter, and beside them what a case in a file does not have.
//!
//! An answer has its place in the case, and so a new one is written down there. What is here is
//! this machine's: how far the question to the register has come and what it answered before, what
//! was typed of the organisation without counting, what names the documents, and a login that no
//! hand-over file holds yet.

use super::connection::ConnectionRow;
use super::evidence::EvidenceRow;
use super::organisation::{LeftOutRow, OrganisationRow, left_out, left_out_rows};
use super::{ProblemRow, Unreadable};
use casefile::CaseFile;
use casefile::organisation::OrganisationFile;
use casefile::text::{Number, Stored};
use domain::documents::DocumentId;
use domain::draft::{Draft, HandOverLogin};
use domain::lookup::{Lookup, TypedOrganisation};
use domain::organisation::Organisation;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DraftRow<'a> {
    #[serde(borrow)]
    case: CaseFile<'a, Stored>,
    lookup: LookupRow,
    #[serde(borrow)]
    earlier: Vec<OrganisationRow<'a>>,
    typed: TypedOrganisationRow,
    /// In the order of the case's documents.
    document_ids: Vec<String>,
    #[serde(borrow)]
    login: Option<Box<HandOverLoginRow<'a>>>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct HandOverLoginRow<'a> {
    #[serde(borrow)]
    connection: ConnectionRow<'a>,
    evidence: EvidenceRow,
}

/// How far the question to the register has come. What is known of the organisation is in the case.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum LookupRow {
    NotYet,
    Asked { ask: u64, known: Option<KnownRow> },
    Found(KnownRow),
    Typed(KnownRow),
    Failed { problem: ProblemRow, at: Timestamp },
}

/// What the case's organisation does not tell of a snapshot: the case has the number as it was
/// typed, and not what was left out of the answer.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct KnownRow {
    cvr: String,
    left_out: Vec<LeftOutRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct TypedOrganisationRow {
    counts: bool,
    name: String,
    form_code: Option<u16>,
    form: String,
    /// Since version 9.
    status: String,
}

impl<'a> From<&'a Draft> for DraftRow<'a> {
    fn from(draft: &'a Draft) -> Self {
        Self {
            case: CaseFile::stored(draft),
            lookup: (&draft.lookup).into(),
            earlier: draft.earlier.iter().map(OrganisationRow::from).collect(),
            typed: (&draft.typed).into(),
            document_ids: draft.documents.iter().map(|document| document.id.0.clone()).collect(),
            login: draft.login.as_ref().map(|login| Box::new((&**login).into())),
        }
    }
}

impl TryFrom<DraftRow<'_>> for Draft {
    type Error = Unreadable;

    fn try_from(row: DraftRow<'_>) -> Result<Self, Unreadable> {
        let DraftRow { case, lookup, earlier, typed, document_ids, login } = row;
        let lookup = lookup.with(case.organisation.clone())?;
        let mut draft = case.into_stored().ok_or(Unreadable)?;
        if draft.documents.len() != document_ids.len() {
            return Err(Unreadable);
        }
        for (document, id) in draft.documents.iter_mut().zip(document_ids) {
            document.id = DocumentId(id);
        }
        draft.lookup = lookup;
        draft.earlier =
            earlier.into_iter().map(Organisation::try_from).collect::<Result<_, _>>()?;
        draft.typed = typed.into();
        draft.login = login.map(|login| (*login).try_into().map(Box::new)).transpose()?;
        Ok(draft)
    }
}

impl<'a> From<&'a HandOverLogin> for HandOverLoginRow<'a> {
    fn from(login: &'a HandOverLogin) -> Self {
        let HandOverLogin { connection, evidence } = login;
        Self { connection: connection.into(), evidence: evidence.into() }
    }
}

impl TryFrom<HandOverLoginRow<'_>> for HandOverLogin {
    type Error = Unreadable;

    fn try_from(row: HandOverLoginRow<'_>) -> Result<Self, Unreadable> {
        Ok(Self { connection: row.connection.try_into()?, evidence: row.evidence.try_into()? })
    }
}

impl From<&Lookup> for LookupRow {
    fn from(lookup: &Lookup) -> Self {
        match lookup {
            Lookup::NotYet => Self::NotYet,
            Lookup::Asked { ask, known } => {
                Self::Asked { ask: *ask, known: known.as_deref().map(KnownRow::from) }
            }
            Lookup::Found(organisation) => Self::Found((&**organisation).into()),
            Lookup::Typed(organisation) => Self::Typed((&**organisation).into()),
            Lookup::Failed { problem, at } => Self::Failed { problem: (*problem).into(), at: *at },
        }
    }
}

impl LookupRow {
    /// What is known, when the case's organisation is what is known.
    fn with(self, organisation: OrganisationFile<'_, Stored>) -> Result<Lookup, Unreadable> {
        let known = |known: KnownRow| {
            let own = OrganisationFile { cvr: Number(known.cvr.into()), ..organisation };
            own.into_snapshot(left_out(known.left_out)).map(Box::new).ok_or(Unreadable)
        };
        Ok(match self {
            Self::NotYet => Lookup::NotYet,
            Self::Asked { ask, known: before } => {
                Lookup::Asked { ask, known: before.map(known).transpose()? }
            }
            Self::Found(found) => Lookup::Found(known(found)?),
            Self::Typed(typed) => Lookup::Typed(known(typed)?),
            Self::Failed { problem, at } => Lookup::Failed { problem: problem.try_into()?, at },
        })
    }
}

impl From<&Organisation> for KnownRow {
    fn from(organisation: &Organisation) -> Self {
        Self { cvr: organisation.cvr.to_string(), left_out: left_out_rows(&organisation.left_out) }
    }
}

impl From<&TypedOrganisation> for TypedOrganisationRow {
    fn from(typed: &TypedOrganisation) -> Self {
        let TypedOrganisation { counts, name, form_code, form, status } = typed;
        Self {
            counts: *counts,
            name: name.clone(),
            form_code: *form_code,
            form: form.clone(),
            status: status.clone(),
        }
    }
}

impl From<TypedOrganisationRow> for TypedOrganisation {
    fn from(row: TypedOrganisationRow) -> Self {
        let TypedOrganisationRow { counts, name, form_code, form, status } = row;
        Self { counts, name, form_code, form, status }
    }
}
