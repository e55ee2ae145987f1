//! A register's answer, as it is stored.

use super::{Unreadable, words};
use domain::cvr::CvrNumber;
use domain::organisation::{
    Candidate, HeldRole, LeftOut, Organisation, Origins, Part, ParticipantKind, Source, Status,
    WhyLeftOut,
};
use jiff::Timestamp;
use jiff::civil::Date;
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
    origins: OriginsRow,
    /// Since version 4.
    #[serde(default)]
    left_out: Vec<LeftOutRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct LeftOutRow {
    part: PartRow,
    why: WhyLeftOutRow,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct OriginsRow {
    name: Option<SourceRow>,
    address: Option<SourceRow>,
    form: Option<SourceRow>,
    status: Option<SourceRow>,
    candidates: Option<SourceRow>,
    signing_rule: Option<SourceRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct CandidateRow {
    unit: u64,
    name: String,
    /// `unknown` since version 4.
    kind: ParticipantKindRow,
    roles: Vec<HeldRoleRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct HeldRoleRow {
    relation: String,
    body: String,
    function: String,
    since: Option<Date>,
}

words!(StatusRow = Status { Active, Dissolving, Ceased, Uncertain });
words!(SourceRow = Source { Virk, Datafordeler, Cvrapi, Practice, Typed });
words!(ParticipantKindRow = ParticipantKind { Person, PersonWithoutCpr, Organisation, Unknown });
words!(PartRow = Part { Name, Address, Form, Status, Participants, SigningRule });
words!(WhyLeftOutRow = WhyLeftOut { Unreadable, PersonalNumber });

impl From<&Organisation> for OrganisationRow {
    fn from(organisation: &Organisation) -> Self {
        let Organisation {
            cvr,
            name,
            address,
            form_code,
            form,
            status,
            status_text,
            candidates,
            signing_rule,
            looked_up,
            origins,
            left_out,
        } = organisation;
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
            origins: (*origins).into(),
            left_out: left_out
                .iter()
                .map(|LeftOut { part, why }| LeftOutRow {
                    part: (*part).into(),
                    why: (*why).into(),
                })
                .collect(),
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
            origins: row.origins.into(),
            left_out: row
                .left_out
                .into_iter()
                .map(|row| LeftOut { part: row.part.into(), why: row.why.into() })
                .collect(),
        })
    }
}

impl From<Origins> for OriginsRow {
    fn from(origins: Origins) -> Self {
        let Origins { name, address, form, status, candidates, signing_rule } = origins;
        Self {
            name: name.map(Into::into),
            address: address.map(Into::into),
            form: form.map(Into::into),
            status: status.map(Into::into),
            candidates: candidates.map(Into::into),
            signing_rule: signing_rule.map(Into::into),
        }
    }
}

impl From<OriginsRow> for Origins {
    fn from(row: OriginsRow) -> Self {
        Self {
            name: row.name.map(Into::into),
            address: row.address.map(Into::into),
            form: row.form.map(Into::into),
            status: row.status.map(Into::into),
            candidates: row.candidates.map(Into::into),
            signing_rule: row.signing_rule.map(Into::into),
        }
    }
}

impl From<&Candidate> for CandidateRow {
    fn from(candidate: &Candidate) -> Self {
        let Candidate { unit, name, kind, roles } = candidate;
        Self {
            unit: *unit,
            name: name.clone(),
            kind: (*kind).into(),
            roles: roles.iter().map(HeldRoleRow::from).collect(),
        }
    }
}

impl From<CandidateRow> for Candidate {
    fn from(row: CandidateRow) -> Self {
        Self {
            unit: row.unit,
            name: row.name,
            kind: row.kind.into(),
            roles: row.roles.into_iter().map(HeldRole::from).collect(),
        }
    }
}

impl From<&HeldRole> for HeldRoleRow {
    fn from(role: &HeldRole) -> Self {
        let HeldRole { relation, body, function, since } = role;
        Self {
            relation: relation.clone(),
            body: body.clone(),
            function: function.clone(),
            since: *since,
        }
    }
}

impl From<HeldRoleRow> for HeldRole {
    fn from(row: HeldRoleRow) -> Self {
        Self { relation: row.relation, body: row.body, function: row.function, since: row.since }
    }
}
