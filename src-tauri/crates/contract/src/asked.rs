//! Which question a field belongs to, so that what is wrong with an answer can be said without the
//! field beside it.

use domain::draft::Draft;
use domain::need::Kind;
use serde::Serialize;

/// A question, or a field that asks for something. The catalogue has its words under
/// `asked-<name>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs, reason = "each variant is the field of the same name")]
pub enum AskedName {
    NeedPeople,
    NeedKind,
    NeedSignsAlone,
    NeedAssociation,
    NeedConnected,
    Cvr,
    TypedCounts,
    TypedName,
    TypedForm,
    TypedStatus,
    Role,
    ReporterName,
    ReporterOrganisation,
    ReporterEmail,
    RepresentativeName,
    RepresentativeTitle,
    RepresentativeEmail,
    RepresentativeHasMitid,
    RepresentativeInCvr,
    RepresentativeBorn,
    RepresentativeHasCpr,
    TermsOpened,
    TermsAccepted,
    Administrators,
    RepresentativeIsAdministrator,
    BoardMember,
    BoardName,
    BoardFunction,
    Administrator,
    AdministratorName,
    AdministratorEmail,
    AdministratorBorn,
    AdministratorHasCpr,
    AdministratorHasMitid,
    ApproverExplanation,
    From,
    To,
    Years,
    Code,
    BrokerKey,
    Outcome,
    OutcomeOn,
    OutcomeReason,
    OutcomeWords,
    Event,
    EventWho,
    EventName,
    EventOn,
    Note,
    ContactWho,
    ContactEmail,
}

/// The question, and the number of the administrator or the member of the board that it is about, as
/// the person sees them numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    /// The question.
    pub name: AskedName,
    /// The person, from 1; none for what is about something else.
    pub number: Option<u32>,
}

/// The question that a field belongs to, by the core's path. `draft` is the draft that it belongs
/// to, when it belongs to one: what is asked there, and how administrators are numbered, follows
/// from its answers.
pub fn asked(field: &str, draft: Option<&Draft>) -> Option<Asked> {
    let name = match field {
        "need.people" => AskedName::NeedPeople,
        "need.kind" => AskedName::NeedKind,
        "need.signsAlone"
            if draft.is_some_and(|draft| draft.need.kind == Some(Kind::Association)) =>
        {
            AskedName::NeedAssociation
        }
        "need.signsAlone" => AskedName::NeedSignsAlone,
        "need.connected" => AskedName::NeedConnected,
        "cvr" => AskedName::Cvr,
        "typed.counts" => AskedName::TypedCounts,
        "typed.name" => AskedName::TypedName,
        "typed.form" => AskedName::TypedForm,
        "typed.status" => AskedName::TypedStatus,
        "role" => AskedName::Role,
        "reporter.name" => AskedName::ReporterName,
        "reporter.organisation" => AskedName::ReporterOrganisation,
        "reporter.email" => AskedName::ReporterEmail,
        "representative.name" => AskedName::RepresentativeName,
        "representative.title" => AskedName::RepresentativeTitle,
        "representative.email" => AskedName::RepresentativeEmail,
        "representative.hasMitid" => AskedName::RepresentativeHasMitid,
        "representative.inCvr" => AskedName::RepresentativeInCvr,
        "representative.born" => AskedName::RepresentativeBorn,
        "representative.hasCpr" => AskedName::RepresentativeHasCpr,
        "terms.opened" => AskedName::TermsOpened,
        "terms.accepted" => AskedName::TermsAccepted,
        "administrators" => AskedName::Administrators,
        "representativeIsAdministrator" => AskedName::RepresentativeIsAdministrator,
        "approver.explanation" => AskedName::ApproverExplanation,
        "from" => AskedName::From,
        "to" => AskedName::To,
        "years" => AskedName::Years,
        "code" => AskedName::Code,
        "contact.who" => AskedName::ContactWho,
        "contact.email" => AskedName::ContactEmail,
        "broker.secret" => AskedName::BrokerKey,
        "outcome" => AskedName::Outcome,
        "outcome.on" => AskedName::OutcomeOn,
        "outcome.reason" => AskedName::OutcomeReason,
        "outcome.words" => AskedName::OutcomeWords,
        "event" => AskedName::Event,
        "event.who" => AskedName::EventWho,
        "event.name" => AskedName::EventName,
        "event.on" => AskedName::EventOn,
        "note" => AskedName::Note,
        other => return of_person(other, draft),
    };
    Some(Asked { name, number: None })
}

/// `administrators.1.born`, or `administrators.1` for the person: the page counts the representative
/// first, and from 1. The board is counted by itself.
fn of_person(field: &str, draft: Option<&Draft>) -> Option<Asked> {
    let (list, rest) = field.split_once('.')?;
    let (index, of) = rest.split_once('.').unwrap_or((rest, ""));
    let name = match (list, of) {
        ("administrators", "") => AskedName::Administrator,
        ("administrators", "name") => AskedName::AdministratorName,
        ("administrators", "email") => AskedName::AdministratorEmail,
        ("administrators", "born") => AskedName::AdministratorBorn,
        ("administrators", "hasCpr") => AskedName::AdministratorHasCpr,
        ("administrators", "hasMitid") => AskedName::AdministratorHasMitid,
        ("board", "") => AskedName::BoardMember,
        ("board", "name") => AskedName::BoardName,
        ("board", "function") => AskedName::BoardFunction,
        _ => return None,
    };
    let is_first = draft.is_some_and(|draft| draft.representative_is_administrator);
    let before = u32::from(is_first && list == "administrators");
    let number = index.parse::<u32>().ok()?.checked_add(1 + before)?;
    Some(Asked { name, number: Some(number) })
}
