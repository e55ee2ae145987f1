//! The terms, as they are stored. Until version 3 there was one time only, called "opened": it says
//! when Tilslut's own summary was shown, since that is what the window did then.

use domain::draft::TermsAnswers;
use domain::terms::{CURRENT, OfficialText, TermsShown, edition};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct TermsAnswersRow {
    /// Until version 3.
    #[serde(default, skip_serializing)]
    opened: Option<Timestamp>,
    /// Since version 4.
    #[serde(default)]
    summary_shown: Option<Timestamp>,
    /// Since version 4.
    #[serde(default)]
    official: Option<OfficialTextRow>,
    #[serde(default)]
    edition: Option<Date>,
    accepted: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct TermsRow {
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

impl From<&TermsAnswers> for TermsAnswersRow {
    fn from(terms: &TermsAnswers) -> Self {
        let TermsAnswers { summary_shown, official, edition, accepted } = terms;
        let official = official.as_ref().map(OfficialTextRow::from);
        Self {
            opened: None,
            summary_shown: *summary_shown,
            official,
            edition: *edition,
            accepted: *accepted,
        }
    }
}

/// A tick from before version 4 was given without the official text having been opened: it is asked
/// for again.
impl From<TermsAnswersRow> for TermsAnswers {
    fn from(row: TermsAnswersRow) -> Self {
        let official = row.official.map(OfficialText::from);
        let accepted = row.accepted && official.is_some();
        Self {
            summary_shown: row.summary_shown.or(row.opened),
            official,
            edition: row.edition,
            accepted,
        }
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

/// The terms of a connection until version 3. Their title was not stored; the request that was made
/// of them had this one.
pub(super) fn of_an_early_row(published: Date, opened: Option<Timestamp>) -> TermsShown {
    let title = edition(published).unwrap_or(&CURRENT).title.to_owned();
    TermsShown { title, published, summary_shown: opened, official: None }
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
