//! A snapshot of an organisation, as it is stored: as the documented case has it, and what was left
//! out of the register's answer, which is told when it was looked up and in no file.

use super::{Unreadable, words};
use casefile::organisation::OrganisationFile;
use casefile::text::Stored;
use domain::organisation::{LeftOut, Organisation, Part, WhyLeftOut};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct OrganisationRow<'a> {
    #[serde(borrow)]
    snapshot: OrganisationFile<'a, Stored>,
    left_out: Vec<LeftOutRow>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct LeftOutRow {
    part: PartRow,
    why: WhyLeftOutRow,
}

words!(PartRow = Part { Name, Address, Form, Status, Participants, SigningRule });
words!(WhyLeftOutRow = WhyLeftOut { Unreadable, PersonalNumber });

impl<'a> From<&'a Organisation> for OrganisationRow<'a> {
    fn from(organisation: &'a Organisation) -> Self {
        Self {
            snapshot: OrganisationFile::whole(organisation),
            left_out: left_out_rows(&organisation.left_out),
        }
    }
}

impl TryFrom<OrganisationRow<'_>> for Organisation {
    type Error = Unreadable;

    fn try_from(row: OrganisationRow<'_>) -> Result<Self, Unreadable> {
        row.snapshot.into_snapshot(left_out(row.left_out)).ok_or(Unreadable)
    }
}

pub(super) fn left_out_rows(left_out: &[LeftOut]) -> Vec<LeftOutRow> {
    let row =
        |LeftOut { part, why }: &LeftOut| LeftOutRow { part: (*part).into(), why: (*why).into() };
    left_out.iter().map(row).collect()
}

pub(super) fn left_out(rows: Vec<LeftOutRow>) -> Vec<LeftOut> {
    let left_out = |row: LeftOutRow| LeftOut { part: row.part.into(), why: row.why.into() };
    rows.into_iter().map(left_out).collect()
}
