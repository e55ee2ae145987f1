//! The approval request: everything that the representative approves, in a form that has exactly
//! one spelling, so that its hash, its control code and the text in the MitID app all follow from
//! it (DESIGN §3, steps 1 to 3).

mod written;

use crate::json::{self, Strict};
use crate::purpose::{self, Purpose, RequestType, Version};
use crate::terms::WireTerms;
use domain::Environment;
use domain::case::CaseId;
use domain::connection::{Connection, Reporter, Representative};
use domain::control_code::ControlCode;
use domain::cvr::CvrNumber;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::fmt;
use written::{
    WireAdministrator, WireEnclosed, WireOrganisation, WireReporter, WireRepresentative, Written,
};

/// The longest reference text that every broker takes, in characters (`oidc.md` §0 fact 2). It is
/// unknown whether a broker counts characters or bytes, so both are kept.
pub const REFERENCE_TEXT_MAX: usize = 130;

/// What is approved: the connection, its environment and the case it belongs to.
///
/// In JSON it has texts, booleans and one small integer only, so that no rule about numbers can
/// change its canonical form. Reading it back refuses unknown members, members named twice, `null`,
/// and any other spelling of a value than the one it is written with.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Strict")]
pub struct ApprovalRequest(Written);

/// The text or bytes are not an approval request that this version of Tilslut can read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an approval request")]
pub struct NotARequest;

impl ApprovalRequest {
    /// The request to approve a whole connection.
    pub fn of(connection: &Connection, environment: Environment, case: &CaseId) -> Self {
        Self(Written {
            kind: RequestType { purpose: Purpose::Approval, version: Version::V2 },
            environment,
            case_id: case.0.clone(),
            organisation: WireOrganisation::of(&connection.organisation),
            representative: WireRepresentative {
                name: connection.representative.name.clone(),
                title: connection.representative.title.clone(),
                email: connection.representative.email.clone(),
            },
            administrators: connection.administrators.iter().map(WireAdministrator::of).collect(),
            terms: WireTerms::of(&connection.terms),
            reporter: connection.reporter.as_ref().map(|reporter| WireReporter {
                name: reporter.name.clone(),
                organisation: reporter.organisation.clone(),
                email: reporter.email.clone(),
            }),
            enclosed: connection.enclosed.iter().map(WireEnclosed::of).collect(),
        })
    }

    /// The same in every version in which it can have been written, the newest first.
    pub fn in_every_version(
        connection: &Connection,
        environment: Environment,
        case: &CaseId,
    ) -> Vec<Self> {
        let newest = Self::of(connection, environment, case);
        let first = WireTerms::of_first_version(&connection.terms).map(|terms| {
            let kind = RequestType { version: Version::V1, ..newest.0.kind };
            Self(Written { kind, terms, ..newest.0.clone() })
        });
        [newest].into_iter().chain(first).collect()
    }

    /// The same content for a login with another purpose: another request, with another
    /// fingerprint, code and text.
    pub fn meant_for(mut self, purpose: Purpose) -> Self {
        self.0.kind.purpose = purpose;
        self
    }

    /// What a login with this request is for.
    pub fn purpose(&self) -> Purpose {
        self.0.kind.purpose
    }

    /// Reads a request, white space and member order aside, exactly as it is written by
    /// [`ApprovalRequest::canonical`].
    pub fn parse(bytes: &[u8]) -> Result<Self, NotARequest> {
        serde_json::from_slice(bytes).map_err(|_| NotARequest)
    }

    /// The connection that the request is about.
    pub fn connection(&self) -> Result<Connection, NotARequest> {
        if self.0.administrators.is_empty() {
            return Err(NotARequest);
        }
        Ok(Connection {
            organisation: self.0.organisation.organisation(),
            representative: Representative {
                name: self.0.representative.name.clone(),
                title: self.0.representative.title.clone(),
                email: self.0.representative.email.clone(),
            },
            administrators: self
                .0
                .administrators
                .iter()
                .map(WireAdministrator::administrator)
                .collect(),
            terms: self.0.terms.terms_shown(self.0.kind.version).ok_or(NotARequest)?,
            reporter: self.0.reporter.as_ref().map(|reporter| Reporter {
                name: reporter.name.clone(),
                organisation: reporter.organisation.clone(),
                email: reporter.email.clone(),
            }),
            enclosed: self.0.enclosed.iter().map(WireEnclosed::enclosed).collect(),
        })
    }

    /// True when the request says just this of the case, in whatever version it is written. What
    /// was left out of a register's answer is no part of a request, so it makes no difference.
    pub fn is_about(
        &self,
        connection: &Connection,
        environment: Environment,
        case: &CaseId,
    ) -> bool {
        let mut described = connection.clone();
        // What was left out of a register's answer is told to the person and is no part of what is
        // approved.
        described.organisation.left_out.clear();
        self.environment() == environment
            && self.0.case_id == case.0
            && self.connection() == Ok(described)
    }

    /// The case that the request belongs to.
    pub fn case(&self) -> CaseId {
        CaseId(self.0.case_id.clone())
    }

    /// The environment that the request belongs to; it is part of what is signed.
    pub fn environment(&self) -> Environment {
        self.0.environment
    }

    /// The CVR number of the organisation.
    pub fn cvr(&self) -> CvrNumber {
        self.0.organisation.cvr
    }

    /// The organisation's name, as the register gave it.
    pub fn organisation_name(&self) -> &str {
        &self.0.organisation.name
    }

    /// The canonical bytes (RFC 8785).
    pub fn canonical(&self) -> Vec<u8> {
        json::canonical(self)
    }

    /// The same content laid out for a person to read: the window shows it beside the control code.
    pub fn for_reading(&self) -> String {
        json::laid_out(self)
    }

    /// SHA-256 of the canonical bytes: `att` of the client instance claim, in hexadecimal there.
    pub fn fingerprint(&self) -> [u8; 32] {
        Sha256::digest(self.canonical()).into()
    }

    /// The code that a person compares between the window and the MitID app. Its hash has a prefix
    /// of its own, so that the code tells nothing about the fingerprint that is not in the request.
    pub fn control_code(&self) -> ControlCode {
        code(&self.fingerprint())
    }

    /// The text that the MitID app shows: at most [`REFERENCE_TEXT_MAX`] characters, and only ASCII
    /// letters, digits, space and `. , -`, which every broker passes on unharmed (`oidc.md` §2).
    /// Number and code are always there and always whole; the name is not, because it may be too
    /// long and have signs that do not come through (`docs/evidence.md`).
    pub fn reference_text(&self) -> String {
        self.text_with(&self.fingerprint())
    }

    /// The same, when the fingerprint is known.
    pub(crate) fn text_with(&self, fingerprint: &[u8; 32]) -> String {
        let count = self.0.administrators.len();
        let noun = if count == 1 { "administrator" } else { "administratorer" };
        let (word, cvr, code) =
            (purpose::word(self.0.kind.purpose), self.0.organisation.cvr, code(fingerprint));
        format!("{word} MitID Erhverv-tilslutning, CVR {cvr}, {count} {noun}. Kode {code}")
    }

    /// Reads a request from its members, with its fingerprint. Whatever else the derived readers
    /// let pass, such as an array in place of an object, is not written the same again.
    pub(crate) fn read(value: Value) -> Result<(Self, [u8; 32]), NotARequest> {
        let canonical = json::canonical(&value);
        let request = Self(serde_json::from_value(value).map_err(|_| NotARequest)?);
        request.connection()?;
        if request.canonical() != canonical {
            return Err(NotARequest);
        }
        Ok((request, Sha256::digest(&canonical).into()))
    }
}

fn code(fingerprint: &[u8; 32]) -> ControlCode {
    let hash = Sha256::new()
        .chain_update(b"tilslut/control-code/v1\0")
        .chain_update(fingerprint)
        .finalize();
    ControlCode::from_hash(&hash.into())
}

impl TryFrom<Strict> for ApprovalRequest {
    type Error = NotARequest;

    fn try_from(Strict(value): Strict) -> Result<Self, NotARequest> {
        Self::read(value).map(|(request, _)| request)
    }
}

/// Shows nothing of what a request holds: names, addresses and dates of birth.
impl fmt::Debug for ApprovalRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApprovalRequest(…)")
    }
}
