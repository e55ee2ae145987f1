//! What was typed, as it is stored: letter by letter, right or wrong.

use super::connection::ConnectionRow;
use super::organisation::OrganisationRow;
use super::stage::EvidenceRow;
use super::terms::TermsAnswersRow;
use super::{ProblemRow, Unreadable, words};
use crate::base64_text::Base64;
use domain::Answer;
use domain::documents::{Attached, BoardMember, DocumentId, MediaType};
use domain::draft::{
    AdministratorAnswers, Draft, HandOverLogin, ReporterAnswers, RepresentativeAnswers, Role,
};
use domain::lookup::{Lookup, TypedOrganisation};
use domain::need::{Kind, NeedAnswers, People};
use domain::organisation::Organisation;
use domain::person::TypedDate;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct DraftRow {
    need: NeedRow,
    cvr: String,
    lookup: LookupRow,
    #[serde(default)]
    earlier: Vec<OrganisationRow>,
    #[serde(default)]
    typed: TypedOrganisationRow,
    role: Option<RoleRow>,
    reporter: ReporterAnswersRow,
    representative: RepresentativeAnswersRow,
    representative_is_administrator: bool,
    administrators: Vec<AdministratorAnswersRow>,
    #[serde(default)]
    documents: Vec<AttachedRow>,
    #[serde(default)]
    board: Vec<BoardMemberRow>,
    terms: TermsAnswersRow,
    /// Since version 4.
    #[serde(default)]
    login: Option<Box<HandOverLoginRow>>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct HandOverLoginRow {
    connection: ConnectionRow,
    evidence: EvidenceRow,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct AttachedRow {
    id: String,
    kind: String,
    name: String,
    media: MediaTypeRow,
    size: u64,
    sha256: Base64,
    at: Timestamp,
    confirmed: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct BoardMemberRow {
    name: String,
    function: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct NeedRow {
    people: Option<PeopleRow>,
    kind: Option<KindRow>,
    signs_alone: Option<AnswerRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum LookupRow {
    NotYet,
    Asked {
        ask: u64,
        #[serde(default)]
        known: Option<Box<OrganisationRow>>,
    },
    Found(Box<OrganisationRow>),
    Typed(Box<OrganisationRow>),
    Failed {
        problem: ProblemRow,
        at: Timestamp,
    },
}

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct TypedOrganisationRow {
    counts: bool,
    name: String,
    form_code: Option<u16>,
    form: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ReporterAnswersRow {
    name: String,
    organisation: String,
    email: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RepresentativeAnswersRow {
    name: String,
    title: String,
    email: String,
    born: TypedDateRow,
    has_mitid: Option<AnswerRow>,
    has_cpr: Option<AnswerRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct AdministratorAnswersRow {
    name: String,
    email: String,
    born: TypedDateRow,
    has_cpr: Option<AnswerRow>,
    has_mitid: Option<AnswerRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct TypedDateRow {
    day: String,
    month: String,
    year: String,
}

words!(PeopleRow = People { One, Several, Unknown });
words!(KindRow = Kind { SoleProprietor, Company, Association, Other });
words!(AnswerRow = Answer { Yes, No, Unknown });
words!(MediaTypeRow = MediaType { Pdf, Jpeg, Png });
words!(RoleRow = Role { Representative, Reporter });

impl From<&Draft> for DraftRow {
    fn from(draft: &Draft) -> Self {
        let Draft {
            need,
            cvr,
            lookup,
            earlier,
            typed,
            role,
            reporter,
            representative,
            representative_is_administrator,
            administrators,
            documents,
            board,
            terms,
            login,
        } = draft;
        Self {
            need: need.into(),
            cvr: cvr.clone(),
            lookup: lookup.into(),
            earlier: earlier.iter().map(OrganisationRow::from).collect(),
            typed: typed.into(),
            role: role.map(RoleRow::from),
            reporter: reporter.into(),
            representative: representative.into(),
            representative_is_administrator: *representative_is_administrator,
            administrators: administrators.iter().map(AdministratorAnswersRow::from).collect(),
            documents: documents.iter().map(AttachedRow::from).collect(),
            board: board.iter().map(BoardMemberRow::from).collect(),
            terms: terms.into(),
            login: login.as_ref().map(|login| Box::new((&**login).into())),
        }
    }
}

impl TryFrom<DraftRow> for Draft {
    type Error = Unreadable;

    fn try_from(row: DraftRow) -> Result<Self, Unreadable> {
        Ok(Self {
            need: row.need.into(),
            cvr: row.cvr,
            lookup: row.lookup.try_into()?,
            earlier: row
                .earlier
                .into_iter()
                .map(Organisation::try_from)
                .collect::<Result<_, _>>()?,
            typed: row.typed.into(),
            role: row.role.map(Role::from),
            reporter: row.reporter.into(),
            representative: row.representative.into(),
            representative_is_administrator: row.representative_is_administrator,
            administrators: row
                .administrators
                .into_iter()
                .map(AdministratorAnswers::from)
                .collect(),
            documents: row
                .documents
                .into_iter()
                .map(Attached::try_from)
                .collect::<Result<_, _>>()?,
            board: row.board.into_iter().map(BoardMember::from).collect(),
            terms: row.terms.into(),
            login: row.login.map(|login| (*login).try_into().map(Box::new)).transpose()?,
        })
    }
}

impl From<&HandOverLogin> for HandOverLoginRow {
    fn from(login: &HandOverLogin) -> Self {
        let HandOverLogin { connection, evidence } = login;
        Self { connection: connection.into(), evidence: evidence.into() }
    }
}

impl TryFrom<HandOverLoginRow> for HandOverLogin {
    type Error = Unreadable;

    fn try_from(row: HandOverLoginRow) -> Result<Self, Unreadable> {
        Ok(Self { connection: row.connection.try_into()?, evidence: row.evidence.try_into()? })
    }
}

impl From<&Attached> for AttachedRow {
    fn from(attached: &Attached) -> Self {
        let Attached { id, kind, name, media, size, sha256, at, confirmed } = attached;
        Self {
            id: id.0.clone(),
            kind: kind.clone(),
            name: name.clone(),
            media: (*media).into(),
            size: *size,
            sha256: Base64(sha256.to_vec()),
            at: *at,
            confirmed: confirmed.clone(),
        }
    }
}

impl TryFrom<AttachedRow> for Attached {
    type Error = Unreadable;

    fn try_from(row: AttachedRow) -> Result<Self, Unreadable> {
        Ok(Self {
            id: DocumentId(row.id),
            kind: row.kind,
            name: row.name,
            media: row.media.into(),
            size: row.size,
            sha256: row.sha256.0.try_into().map_err(|_| Unreadable)?,
            at: row.at,
            confirmed: row.confirmed,
        })
    }
}

impl From<&BoardMember> for BoardMemberRow {
    fn from(member: &BoardMember) -> Self {
        let BoardMember { name, function } = member;
        Self { name: name.clone(), function: function.clone() }
    }
}

impl From<BoardMemberRow> for BoardMember {
    fn from(row: BoardMemberRow) -> Self {
        Self { name: row.name, function: row.function }
    }
}

impl From<&NeedAnswers> for NeedRow {
    fn from(need: &NeedAnswers) -> Self {
        let NeedAnswers { people, kind, signs_alone } = need;
        Self {
            people: people.map(PeopleRow::from),
            kind: kind.map(KindRow::from),
            signs_alone: signs_alone.map(AnswerRow::from),
        }
    }
}

impl From<NeedRow> for NeedAnswers {
    fn from(row: NeedRow) -> Self {
        Self {
            people: row.people.map(People::from),
            kind: row.kind.map(Kind::from),
            signs_alone: row.signs_alone.map(Answer::from),
        }
    }
}

impl From<&Lookup> for LookupRow {
    fn from(lookup: &Lookup) -> Self {
        match lookup {
            Lookup::NotYet => Self::NotYet,
            Lookup::Asked { ask, known } => Self::Asked {
                ask: *ask,
                known: known.as_ref().map(|organisation| Box::new((&**organisation).into())),
            },
            Lookup::Found(organisation) => Self::Found(Box::new((&**organisation).into())),
            Lookup::Typed(organisation) => Self::Typed(Box::new((&**organisation).into())),
            Lookup::Failed { problem, at } => Self::Failed { problem: (*problem).into(), at: *at },
        }
    }
}

impl TryFrom<LookupRow> for Lookup {
    type Error = Unreadable;

    fn try_from(row: LookupRow) -> Result<Self, Unreadable> {
        Ok(match row {
            LookupRow::NotYet => Self::NotYet,
            LookupRow::Asked { ask, known } => {
                let known = known
                    .map(|organisation| (*organisation).try_into().map(Box::new))
                    .transpose()?;
                Self::Asked { ask, known }
            }
            LookupRow::Found(organisation) => Self::Found(Box::new((*organisation).try_into()?)),
            LookupRow::Typed(organisation) => Self::Typed(Box::new((*organisation).try_into()?)),
            LookupRow::Failed { problem, at } => Self::Failed { problem: problem.try_into()?, at },
        })
    }
}

impl From<&TypedOrganisation> for TypedOrganisationRow {
    fn from(typed: &TypedOrganisation) -> Self {
        let TypedOrganisation { counts, name, form_code, form } = typed;
        Self { counts: *counts, name: name.clone(), form_code: *form_code, form: form.clone() }
    }
}

impl From<TypedOrganisationRow> for TypedOrganisation {
    fn from(row: TypedOrganisationRow) -> Self {
        Self { counts: row.counts, name: row.name, form_code: row.form_code, form: row.form }
    }
}

impl From<&ReporterAnswers> for ReporterAnswersRow {
    fn from(answers: &ReporterAnswers) -> Self {
        let ReporterAnswers { name, organisation, email } = answers;
        Self { name: name.clone(), organisation: organisation.clone(), email: email.clone() }
    }
}

impl From<ReporterAnswersRow> for ReporterAnswers {
    fn from(row: ReporterAnswersRow) -> Self {
        Self { name: row.name, organisation: row.organisation, email: row.email }
    }
}

impl From<&RepresentativeAnswers> for RepresentativeAnswersRow {
    fn from(answers: &RepresentativeAnswers) -> Self {
        let RepresentativeAnswers { name, title, email, born, has_mitid, has_cpr } = answers;
        Self {
            name: name.clone(),
            title: title.clone(),
            email: email.clone(),
            born: born.into(),
            has_mitid: has_mitid.map(AnswerRow::from),
            has_cpr: has_cpr.map(AnswerRow::from),
        }
    }
}

impl From<RepresentativeAnswersRow> for RepresentativeAnswers {
    fn from(row: RepresentativeAnswersRow) -> Self {
        Self {
            name: row.name,
            title: row.title,
            email: row.email,
            born: row.born.into(),
            has_mitid: row.has_mitid.map(Answer::from),
            has_cpr: row.has_cpr.map(Answer::from),
        }
    }
}

impl From<&AdministratorAnswers> for AdministratorAnswersRow {
    fn from(answers: &AdministratorAnswers) -> Self {
        let AdministratorAnswers { name, email, born, has_cpr, has_mitid } = answers;
        Self {
            name: name.clone(),
            email: email.clone(),
            born: born.into(),
            has_cpr: has_cpr.map(AnswerRow::from),
            has_mitid: has_mitid.map(AnswerRow::from),
        }
    }
}

impl From<AdministratorAnswersRow> for AdministratorAnswers {
    fn from(row: AdministratorAnswersRow) -> Self {
        Self {
            name: row.name,
            email: row.email,
            born: row.born.into(),
            has_cpr: row.has_cpr.map(Answer::from),
            has_mitid: row.has_mitid.map(Answer::from),
        }
    }
}

impl From<&TypedDate> for TypedDateRow {
    fn from(typed: &TypedDate) -> Self {
        let TypedDate { day, month, year } = typed;
        Self { day: day.clone(), month: month.clone(), year: year.clone() }
    }
}

impl From<TypedDateRow> for TypedDate {
    fn from(row: TypedDateRow) -> Self {
        Self { day: row.day, month: row.month, year: row.year }
    }
}
