//! The members of a request, as they are written and read back.

use crate::purpose::RequestType;
use crate::terms::WireTerms;
use crate::wire::{self, Attested};
use domain::connection::Administrator;
use domain::cvr::CvrNumber;
use domain::documents::Enclosed;
use domain::organisation::{
    Candidate, HeldRole, Organisation, Origins, ParticipantKind, Source, Status,
};
use domain::person::{BirthDate, EmailAddress, PersonName};
use domain::{Environment, Timestamp};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Written {
    #[serde(rename = "type", with = "wire")]
    pub(super) kind: RequestType,
    #[serde(with = "wire")]
    pub(super) environment: Environment,
    pub(super) case_id: String,
    pub(super) organisation: WireOrganisation,
    pub(super) representative: WireRepresentative,
    pub(super) administrators: Vec<WireAdministrator>,
    pub(super) terms: WireTerms,
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub(super) reporter: Option<WireReporter>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) enclosed: Vec<WireEnclosed>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct WireEnclosed {
    pub(super) kind: String,
    pub(super) name: String,
    #[serde(with = "wire")]
    pub(super) sha256: [u8; 32],
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct WireOrganisation {
    #[serde(with = "wire")]
    pub(super) cvr: CvrNumber,
    pub(super) name: String,
    pub(super) address: Vec<String>,
    pub(super) form_code: u16,
    pub(super) form: String,
    #[serde(with = "wire")]
    pub(super) status: Status,
    pub(super) status_text: String,
    pub(super) candidates: Vec<WireCandidate>,
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub(super) signing_rule: Option<String>,
    #[serde(with = "wire")]
    pub(super) looked_up: Timestamp,
    pub(super) origins: WireOrigins,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct WireOrigins {
    #[serde(default, with = "wire::optional", skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<Source>,
    #[serde(default, with = "wire::optional", skip_serializing_if = "Option::is_none")]
    pub(super) address: Option<Source>,
    #[serde(default, with = "wire::optional", skip_serializing_if = "Option::is_none")]
    pub(super) form: Option<Source>,
    #[serde(default, with = "wire::optional", skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<Source>,
    #[serde(default, with = "wire::optional", skip_serializing_if = "Option::is_none")]
    pub(super) candidates: Option<Source>,
    #[serde(default, with = "wire::optional", skip_serializing_if = "Option::is_none")]
    pub(super) signing_rule: Option<Source>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct WireCandidate {
    #[serde(with = "wire")]
    pub(super) unit: u64,
    pub(super) name: String,
    #[serde(with = "wire")]
    pub(super) kind: ParticipantKind,
    pub(super) roles: Vec<WireRole>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct WireRole {
    pub(super) relation: String,
    pub(super) body: String,
    pub(super) function: String,
    #[serde(default, with = "wire::optional", skip_serializing_if = "Option::is_none")]
    pub(super) since: Option<Date>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct WireRepresentative {
    #[serde(with = "wire")]
    pub(super) name: PersonName,
    pub(super) title: String,
    #[serde(with = "wire")]
    pub(super) email: EmailAddress,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct WireAdministrator {
    #[serde(with = "wire")]
    pub(super) name: PersonName,
    #[serde(with = "wire")]
    pub(super) email: EmailAddress,
    #[serde(with = "wire")]
    pub(super) born: BirthDate,
    pub(super) is_representative: bool,
    pub(super) has_cpr: Attested,
    pub(super) has_mitid: Attested,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct WireReporter {
    #[serde(with = "wire")]
    pub(super) name: PersonName,
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub(super) organisation: Option<String>,
    #[serde(with = "wire")]
    pub(super) email: EmailAddress,
}

impl WireOrganisation {
    pub(super) fn of(organisation: &Organisation) -> Self {
        Self {
            cvr: organisation.cvr,
            name: organisation.name.clone(),
            address: organisation.address.clone(),
            form_code: organisation.form_code,
            form: organisation.form.clone(),
            status: organisation.status,
            status_text: organisation.status_text.clone(),
            candidates: organisation.candidates.iter().map(WireCandidate::of).collect(),
            signing_rule: organisation.signing_rule.clone(),
            looked_up: organisation.looked_up,
            origins: WireOrigins::of(organisation.origins),
        }
    }

    pub(super) fn organisation(&self) -> Organisation {
        Organisation {
            cvr: self.cvr,
            name: self.name.clone(),
            address: self.address.clone(),
            form_code: self.form_code,
            form: self.form.clone(),
            status: self.status,
            status_text: self.status_text.clone(),
            candidates: self.candidates.iter().map(WireCandidate::candidate).collect(),
            signing_rule: self.signing_rule.clone(),
            looked_up: self.looked_up,
            origins: self.origins.origins(),
            // What a register answered and nobody kept is no part of what is approved.
            left_out: Vec::new(),
        }
    }
}

impl WireOrigins {
    pub(super) fn of(origins: Origins) -> Self {
        let Origins { name, address, form, status, candidates, signing_rule } = origins;
        Self { name, address, form, status, candidates, signing_rule }
    }

    pub(super) fn origins(&self) -> Origins {
        let Self { name, address, form, status, candidates, signing_rule } = *self;
        Origins { name, address, form, status, candidates, signing_rule }
    }
}

impl WireCandidate {
    pub(super) fn of(candidate: &Candidate) -> Self {
        let role = |held: &HeldRole| WireRole {
            relation: held.relation.clone(),
            body: held.body.clone(),
            function: held.function.clone(),
            since: held.since,
        };
        Self {
            unit: candidate.unit,
            name: candidate.name.clone(),
            kind: candidate.kind,
            roles: candidate.roles.iter().map(role).collect(),
        }
    }

    pub(super) fn candidate(&self) -> Candidate {
        let role = |held: &WireRole| HeldRole {
            relation: held.relation.clone(),
            body: held.body.clone(),
            function: held.function.clone(),
            since: held.since,
        };
        Candidate {
            unit: self.unit,
            name: self.name.clone(),
            kind: self.kind,
            roles: self.roles.iter().map(role).collect(),
        }
    }
}

impl WireEnclosed {
    pub(super) fn of(enclosed: &Enclosed) -> Self {
        Self { kind: enclosed.kind.clone(), name: enclosed.name.clone(), sha256: enclosed.sha256 }
    }

    pub(super) fn enclosed(&self) -> Enclosed {
        Enclosed { kind: self.kind.clone(), name: self.name.clone(), sha256: self.sha256 }
    }
}

impl WireAdministrator {
    pub(super) fn of(administrator: &Administrator) -> Self {
        Self {
            name: administrator.name.clone(),
            email: administrator.email.clone(),
            born: administrator.born,
            is_representative: administrator.is_representative,
            has_cpr: Attested,
            has_mitid: Attested,
        }
    }

    pub(super) fn administrator(&self) -> Administrator {
        Administrator {
            name: self.name.clone(),
            email: self.email.clone(),
            born: self.born,
            is_representative: self.is_representative,
        }
    }
}
