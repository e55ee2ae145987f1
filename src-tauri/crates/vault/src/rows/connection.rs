//! A whole connection, as it is stored: what is approved.
//!
//! It is not the documented case. A case holds answers as they were typed, right or wrong; this is
//! what they were parsed into, and evidence is about exactly this: which of the administrators is
//! the representative and in which order they stand, the title that the terms had. What reads it
//! back takes nothing that is not whole. The organisation in it is the case's.

use super::Unreadable;
use super::organisation::OrganisationRow;
use crate::base64_text::Base64;
use domain::connection::{Administrator, Connection, Reporter, Representative};
use domain::documents::Enclosed;
use domain::person::{BirthDate, EmailAddress, PersonName};
use domain::terms::{OfficialText, TermsShown};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// A date of birth was bounded by the day on which it was typed; read back, it is bounded by
/// nothing.
const NO_BOUND: Date = date(9999, 12, 31);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct ConnectionRow<'a> {
    #[serde(borrow)]
    organisation: OrganisationRow<'a>,
    representative: RepresentativeRow,
    administrators: Vec<AdministratorRow>,
    terms: TermsRow,
    reporter: Option<ReporterRow>,
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

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct TermsRow {
    title: String,
    published: Date,
    summary_shown: Option<Timestamp>,
    official: Option<OfficialTextRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct OfficialTextRow {
    opened: Timestamp,
    address: String,
}

impl<'a> From<&'a Connection> for ConnectionRow<'a> {
    fn from(connection: &'a Connection) -> Self {
        let Connection { organisation, representative, administrators, terms, reporter, enclosed } =
            connection;
        Self {
            organisation: organisation.into(),
            representative: representative.into(),
            administrators: administrators.iter().map(AdministratorRow::from).collect(),
            terms: terms.into(),
            reporter: reporter.as_ref().map(ReporterRow::from),
            enclosed: enclosed.iter().map(EnclosedRow::from).collect(),
        }
    }
}

impl TryFrom<ConnectionRow<'_>> for Connection {
    type Error = Unreadable;

    fn try_from(row: ConnectionRow<'_>) -> Result<Self, Unreadable> {
        if row.administrators.is_empty() {
            return Err(Unreadable);
        }
        Ok(Self {
            organisation: row.organisation.try_into()?,
            representative: row.representative.try_into()?,
            administrators: row
                .administrators
                .into_iter()
                .map(Administrator::try_from)
                .collect::<Result<_, _>>()?,
            terms: row.terms.into(),
            reporter: row.reporter.map(Reporter::try_from).transpose()?,
            enclosed: row.enclosed.into_iter().map(Enclosed::try_from).collect::<Result<_, _>>()?,
        })
    }
}

impl From<&TermsShown> for TermsRow {
    fn from(terms: &TermsShown) -> Self {
        let TermsShown { title, published, summary_shown, official } = terms;
        let official = official.as_ref().map(OfficialTextRow::from);
        Self {
            title: title.clone(),
            published: *published,
            summary_shown: *summary_shown,
            official,
        }
    }
}

impl From<TermsRow> for TermsShown {
    fn from(row: TermsRow) -> Self {
        let official = row.official.map(OfficialText::from);
        Self {
            title: row.title,
            published: row.published,
            summary_shown: row.summary_shown,
            official,
        }
    }
}

impl From<&OfficialText> for OfficialTextRow {
    fn from(text: &OfficialText) -> Self {
        let OfficialText { opened, address } = text;
        Self { opened: *opened, address: address.clone() }
    }
}

impl From<OfficialTextRow> for OfficialText {
    fn from(row: OfficialTextRow) -> Self {
        Self { opened: row.opened, address: row.address }
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
