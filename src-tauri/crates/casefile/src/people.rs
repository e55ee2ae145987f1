//! The persons of a case: reporter, management representative, administrators.

use crate::day::Born;
use crate::is_default;
use crate::object::or_default;
use crate::text::{Exchanged, Handling, Name, Text};
use crate::words::AnswerWord;
use domain::draft::{AdministratorAnswers, ReporterAnswers, RepresentativeAnswers};
use serde::{Deserialize, Serialize};

/// The reporter (anmelder), when somebody else than the representative prepares the case.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "ReporterFile", bound = "H: Handling"))]
#[serde(default, rename_all = "camelCase", deny_unknown_fields, bound = "H: Handling")]
pub struct ReporterFile<'a, H = Exchanged> {
    /// Full name.
    #[serde(borrow, skip_serializing_if = "Text::is_empty")]
    pub name: Text<'a, H>,
    /// The firm that the reporter works for.
    #[serde(borrow, skip_serializing_if = "Name::is_empty")]
    pub organisation: Name<'a, H>,
    /// E-mail address.
    #[serde(borrow, skip_serializing_if = "Text::is_empty")]
    pub email: Text<'a, H>,
}

/// The management representative (ledelsesrepræsentant).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "RepresentativeFile", bound = "H: Handling"))]
#[serde(default, rename_all = "camelCase", deny_unknown_fields, bound = "H: Handling")]
pub struct RepresentativeFile<'a, H = Exchanged> {
    /// Full name, as CVR writes it where CVR knows the person.
    #[serde(borrow, skip_serializing_if = "Text::is_empty")]
    pub name: Text<'a, H>,
    /// Title that shows the management role, e.g. "direktør".
    #[serde(borrow, skip_serializing_if = "Text::is_empty")]
    pub title: Text<'a, H>,
    /// E-mail address.
    #[serde(borrow, skip_serializing_if = "Text::is_empty")]
    pub email: Text<'a, H>,
    /// Date of birth; needed only when the representative is administrator too.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub born: Option<Born<'a, H>>,
    /// Has private MitID?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_mitid: Option<AnswerWord>,
    /// Has a Danish CPR number? The number itself is never asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_cpr: Option<AnswerWord>,
    /// Is named in CVR in the role that may represent the organisation? It counts only where
    /// `organisation.candidates` is left out or was typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_cvr: Option<AnswerWord>,
    /// Takes the role of administrator too, beside those in `administrators`.
    #[serde(deserialize_with = "or_default", skip_serializing_if = "is_default")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>"))]
    pub is_administrator: bool,
}

/// An organisation administrator (organisationsadministrator).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "AdministratorFile", bound = "H: Handling"))]
#[serde(default, rename_all = "camelCase", deny_unknown_fields, bound = "H: Handling")]
pub struct AdministratorFile<'a, H = Exchanged> {
    /// Full name.
    #[serde(borrow, skip_serializing_if = "Text::is_empty")]
    pub name: Text<'a, H>,
    /// E-mail address: the set-up link goes there.
    #[serde(borrow, skip_serializing_if = "Text::is_empty")]
    pub email: Text<'a, H>,
    /// Date of birth.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub born: Option<Born<'a, H>>,
    /// Has a Danish CPR number? The number itself is never asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_cpr: Option<AnswerWord>,
    /// Has private MitID at level Substantial (Betydelig)?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_mitid: Option<AnswerWord>,
}

impl<'a, H: Handling> From<&'a ReporterAnswers> for ReporterFile<'a, H> {
    fn from(answers: &'a ReporterAnswers) -> Self {
        let ReporterAnswers { name, organisation, email } = answers;
        Self { name: name.into(), organisation: organisation.into(), email: email.into() }
    }
}

impl<H: Handling> From<ReporterFile<'_, H>> for ReporterAnswers {
    fn from(file: ReporterFile<'_, H>) -> Self {
        let ReporterFile { name, organisation, email } = file;
        Self {
            name: name.into_owned(),
            organisation: organisation.into_owned(),
            email: email.into_owned(),
        }
    }
}

impl<'a, H: Handling> RepresentativeFile<'a, H> {
    pub(crate) fn of(answers: &'a RepresentativeAnswers, is_administrator: bool) -> Self {
        let RepresentativeAnswers { name, title, email, born, has_mitid, has_cpr, in_cvr } =
            answers;
        Self {
            name: name.into(),
            title: title.into(),
            email: email.into(),
            born: Born::of(born),
            has_mitid: has_mitid.map(AnswerWord),
            has_cpr: has_cpr.map(AnswerWord),
            in_cvr: in_cvr.map(AnswerWord),
            is_administrator,
        }
    }
}

impl<H: Handling> From<RepresentativeFile<'_, H>> for RepresentativeAnswers {
    fn from(file: RepresentativeFile<'_, H>) -> Self {
        let RepresentativeFile {
            name,
            title,
            email,
            born,
            has_mitid,
            has_cpr,
            in_cvr,
            is_administrator: _,
        } = file;
        Self {
            name: name.into_owned(),
            title: title.into_owned(),
            email: email.into_owned(),
            born: born.map(Born::into_typed).unwrap_or_default(),
            has_mitid: has_mitid.map(Into::into),
            has_cpr: has_cpr.map(Into::into),
            in_cvr: in_cvr.map(Into::into),
        }
    }
}

impl<'a, H: Handling> From<&'a AdministratorAnswers> for AdministratorFile<'a, H> {
    fn from(answers: &'a AdministratorAnswers) -> Self {
        let AdministratorAnswers { name, email, born, has_cpr, has_mitid } = answers;
        Self {
            name: name.into(),
            email: email.into(),
            born: Born::of(born),
            has_cpr: has_cpr.map(AnswerWord),
            has_mitid: has_mitid.map(AnswerWord),
        }
    }
}

impl<H: Handling> From<AdministratorFile<'_, H>> for AdministratorAnswers {
    fn from(file: AdministratorFile<'_, H>) -> Self {
        let AdministratorFile { name, email, born, has_cpr, has_mitid } = file;
        Self {
            name: name.into_owned(),
            email: email.into_owned(),
            born: born.map(Born::into_typed).unwrap_or_default(),
            has_cpr: has_cpr.map(Into::into),
            has_mitid: has_mitid.map(Into::into),
        }
    }
}
