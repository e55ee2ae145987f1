//! A whole connection, as it is stored.

use super::Unreadable;
use super::organisation::OrganisationRow;
use super::terms::{TermsRow, of_an_early_row};
use crate::base64_text::Base64;
use domain::connection::{Administrator, Connection, Reporter, Representative};
use domain::documents::Enclosed;
use domain::person::{BirthDate, EmailAddress, PersonName};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// A date of birth was bounded by the day on which it was typed; read back, it is bounded by
/// nothing.
const NO_BOUND: Date = date(9999, 12, 31);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ConnectionRow {
    organisation: OrganisationRow,
    representative: RepresentativeRow,
    administrators: Vec<AdministratorRow>,
    /// Until version 3.
    #[serde(default, skip_serializing)]
    terms_published: Option<Date>,
    /// Until version 3.
    #[serde(default, skip_serializing)]
    terms_opened: Option<Timestamp>,
    /// Since version 4.
    #[serde(default)]
    terms: Option<TermsRow>,
    reporter: Option<ReporterRow>,
    #[serde(default)]
    enclosed: Vec<EnclosedRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct EnclosedRow {
    kind: String,
    name: String,
    sha256: Base64,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RepresentativeRow {
    name: String,
    title: String,
    email: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct AdministratorRow {
    name: String,
    email: String,
    born: Date,
    is_representative: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ReporterRow {
    name: String,
    organisation: Option<String>,
    email: String,
}

impl From<&Connection> for ConnectionRow {
    fn from(connection: &Connection) -> Self {
        let Connection { organisation, representative, administrators, terms, reporter, enclosed } =
            connection;
        Self {
            organisation: organisation.into(),
            representative: representative.into(),
            administrators: administrators.iter().map(AdministratorRow::from).collect(),
            terms_published: None,
            terms_opened: None,
            terms: Some(terms.into()),
            reporter: reporter.as_ref().map(ReporterRow::from),
            enclosed: enclosed.iter().map(EnclosedRow::from).collect(),
        }
    }
}

impl TryFrom<ConnectionRow> for Connection {
    type Error = Unreadable;

    fn try_from(row: ConnectionRow) -> Result<Self, Unreadable> {
        if row.administrators.is_empty() {
            return Err(Unreadable);
        }
        let terms = match (row.terms, row.terms_published) {
            (Some(terms), None) => terms.into(),
            (None, Some(published)) => of_an_early_row(published, row.terms_opened),
            _ => return Err(Unreadable),
        };
        Ok(Self {
            organisation: row.organisation.try_into()?,
            representative: row.representative.try_into()?,
            administrators: row
                .administrators
                .into_iter()
                .map(Administrator::try_from)
                .collect::<Result<_, _>>()?,
            terms,
            reporter: row.reporter.map(Reporter::try_from).transpose()?,
            enclosed: row.enclosed.into_iter().map(Enclosed::try_from).collect::<Result<_, _>>()?,
        })
    }
}

impl From<&Enclosed> for EnclosedRow {
    fn from(enclosed: &Enclosed) -> Self {
        let Enclosed { kind, name, sha256 } = enclosed;
        Self { kind: kind.clone(), name: name.clone(), sha256: Base64(sha256.to_vec()) }
    }
}

impl TryFrom<EnclosedRow> for Enclosed {
    type Error = Unreadable;

    fn try_from(row: EnclosedRow) -> Result<Self, Unreadable> {
        Ok(Self {
            kind: row.kind,
            name: row.name,
            sha256: row.sha256.0.try_into().map_err(|_| Unreadable)?,
        })
    }
}

impl From<&Representative> for RepresentativeRow {
    fn from(representative: &Representative) -> Self {
        let Representative { name, title, email } = representative;
        Self {
            name: name.as_str().to_owned(),
            title: title.clone(),
            email: email.as_str().to_owned(),
        }
    }
}

impl TryFrom<RepresentativeRow> for Representative {
    type Error = Unreadable;

    fn try_from(row: RepresentativeRow) -> Result<Self, Unreadable> {
        Ok(Self { name: name(&row.name)?, title: row.title, email: email(&row.email)? })
    }
}

impl From<&Administrator> for AdministratorRow {
    fn from(administrator: &Administrator) -> Self {
        let Administrator { name, email, born, is_representative } = administrator;
        Self {
            name: name.as_str().to_owned(),
            email: email.as_str().to_owned(),
            born: born.date(),
            is_representative: *is_representative,
        }
    }
}

impl TryFrom<AdministratorRow> for Administrator {
    type Error = Unreadable;

    fn try_from(row: AdministratorRow) -> Result<Self, Unreadable> {
        let born = BirthDate::from_date(row.born, NO_BOUND).map_err(|_| Unreadable)?;
        Ok(Self {
            name: name(&row.name)?,
            email: email(&row.email)?,
            born,
            is_representative: row.is_representative,
        })
    }
}

impl From<&Reporter> for ReporterRow {
    fn from(reporter: &Reporter) -> Self {
        let Reporter { name, organisation, email } = reporter;
        Self {
            name: name.as_str().to_owned(),
            organisation: organisation.clone(),
            email: email.as_str().to_owned(),
        }
    }
}

impl TryFrom<ReporterRow> for Reporter {
    type Error = Unreadable;

    fn try_from(row: ReporterRow) -> Result<Self, Unreadable> {
        Ok(Self {
            name: name(&row.name)?,
            organisation: row.organisation,
            email: email(&row.email)?,
        })
    }
}

fn name(stored: &str) -> Result<PersonName, Unreadable> {
    PersonName::kept(stored).ok_or(Unreadable)
}

fn email(stored: &str) -> Result<EmailAddress, Unreadable> {
    EmailAddress::kept(stored).ok_or(Unreadable)
}
