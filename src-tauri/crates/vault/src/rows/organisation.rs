//! A register's answer, as it is stored.

use super::{Unreadable, words};
use domain::cvr::CvrNumber;
use domain::organisation::{Candidate, Organisation, ParticipantKind, Status};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct OrganisationRow {
    cvr: String,
    name: String,
    address: Vec<String>,
    form_code: u16,
    form: String,
    status: StatusRow,
    status_text: String,
    candidates: Vec<CandidateRow>,
    signing_rule: Option<String>,
    looked_up: Timestamp,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct CandidateRow {
    unit: u64,
    name: String,
    role: String,
    kind: ParticipantKindRow,
}

words!(StatusRow = Status { Active, Dissolving, Ceased, Uncertain });
words!(ParticipantKindRow = ParticipantKind { Person, PersonWithoutCpr, Organisation });

impl From<&Organisation> for OrganisationRow {
    fn from(organisation: &Organisation) -> Self {
        let Organisation { cvr, name, address, form_code, form, status, status_text, candidates, signing_rule, looked_up } = organisation;
        Self {
            cvr: cvr.to_string(),
            name: name.clone(),
            address: address.clone(),
            form_code: *form_code,
            form: form.clone(),
            status: (*status).into(),
            status_text: status_text.clone(),
            candidates: candidates.iter().map(CandidateRow::from).collect(),
            signing_rule: signing_rule.clone(),
            looked_up: *looked_up,
        }
    }
}

impl TryFrom<OrganisationRow> for Organisation {
    type Error = Unreadable;

    fn try_from(row: OrganisationRow) -> Result<Self, Unreadable> {
        Ok(Self {
            cvr: CvrNumber::parse(&row.cvr).map_err(|_| Unreadable)?,
            name: row.name,
            address: row.address,
            form_code: row.form_code,
            form: row.form,
            status: row.status.into(),
            status_text: row.status_text,
            candidates: row.candidates.into_iter().map(Candidate::from).collect(),
            signing_rule: row.signing_rule,
            looked_up: row.looked_up,
        })
    }
}

impl From<&Candidate> for CandidateRow {
    fn from(candidate: &Candidate) -> Self {
        let Candidate { unit, name, role, kind } = candidate;
        Self { unit: *unit, name: name.clone(), role: role.clone(), kind: (*kind).into() }
    }
}

impl From<CandidateRow> for Candidate {
    fn from(row: CandidateRow) -> Self {
        Self { unit: row.unit, name: row.name, role: row.role, kind: row.kind.into() }
    }
}
