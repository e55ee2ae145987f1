//! What a record shows: that what was stated is what its data says, and that each mail in it is the
//! one that the data names and worth what the data says, with the keys that it carries. It never
//! proves an approval.

use super::{KNOWN, PAGES, Trust, WHOLE};
use crate::again::record_pages;
use crate::chain::Link;
use crate::read::{RecordContents, RecordMetadata};
use crate::record::{Facts, RecordData, check};
use domain::cvr::CvrNumber;
use domain::verification::{
    CheckResult, Conclusion, Pages, RecordApproval, RecordMail, RecordSummary, SummaryAdministrator,
};
use domain::{Environment, case::CaseId};

/// The data is that of a record, and is what the file was made with.
const DATA: &str = "record-data";
/// A mail is byte for byte the one that the record names, and worth what the record says.
const MAIL: &str = "record-mail";

/// The checks of a record beside those that it shares with receipts.
pub const OF_RECORD: [&str; 2] = [DATA, MAIL];

/// A PDF that carries a record.
#[derive(Debug)]
pub struct RecordFile {
    pub(super) file: Vec<u8>,
    pub(super) contents: RecordContents,
}

impl RecordFile {
    /// Practice or live, as the record says of itself. What it does not say is taken for practice.
    pub fn environment(&self) -> Environment {
        let told = self.contents.told.as_ref().map(|told| told.environment);
        let of_data = || {
            let data = RecordData::read(&self.contents.record)?;
            Some(Environment::from(data.case.environment))
        };
        told.or_else(of_data).unwrap_or(Environment::Practice)
    }
}

/// A record that was verified.
#[derive(Debug)]
pub struct VerifiedRecord {
    /// What it says, byte for byte.
    pub record: Vec<u8>,
    /// The same, read; none when it is not the data of a record.
    pub data: Option<RecordData>,
    /// What it shows, in one word.
    pub conclusion: Conclusion,
    /// Whether the pages are as they were made.
    pub pages: Pages,
    /// The place in the chain, as the file says.
    pub link: Option<Link>,
    /// Every check.
    pub own: Vec<CheckResult>,
    /// The mails, checked again.
    pub mails: Vec<RecordMail>,
    /// This machine made the very record.
    pub is_own: bool,
}

pub(super) fn verified(record: RecordFile, trust: &Trust<'_>) -> VerifiedRecord {
    let RecordFile { file, contents } = record;
    let RecordContents { record, files, told, contradicts } = contents;
    let data = RecordData::read(&record);
    let result = |check, passed, detail| CheckResult { check, passed, detail };
    let whole = told.as_ref().is_some_and(|told| told.whole);
    let mut own = vec![result(WHOLE, Some(whole), String::new())];
    let Some(data) = data else {
        own.extend([PAGES, DATA].map(|check| result(check, Some(false), String::new())));
        let (conclusion, pages) = (Conclusion::Changed, Pages::Changed);
        let link = told.map(|told| told.link);
        let (mails, is_own, data) = (Vec::new(), false, None);
        return VerifiedRecord { record, data, conclusion, pages, link, own, mails, is_own };
    };
    let environment = Environment::from(data.case.environment);
    let same = |told: &RecordMetadata| told.link == data.link() && told.environment == environment;
    let fits = !contradicts && told.as_ref().is_none_or(same);
    let known = told.as_ref().and_then(|told| known(trust, &told.link));
    let elsewhere = known == Some(false);
    let (mails, all) = mails(&data.case, files);
    let pages = match &told {
        Some(told) if !elsewhere => judged(&file, (&data, told), all.as_deref()),
        Some(_) | None => Pages::Changed,
    };
    let passed = match pages {
        Pages::AsMade | Pages::ReSaved => Some(true),
        Pages::Changed => Some(false),
        Pages::CannotJudge(_) => None,
    };
    own.push(result(PAGES, passed, String::new()));
    // A file that says nothing of itself any more contradicts nothing.
    let of_data = (told.is_some() || contradicts).then_some(fits);
    own.push(result(DATA, of_data, data.case.case_id.clone()));
    own.extend(mails.iter().map(|mail| result(MAIL, Some(mail.holds), mail.file.clone())));
    own.extend(known.map(|known| result(KNOWN, Some(known), data.record.number.to_string())));
    let holds = fits && mails.iter().all(|mail| mail.holds);
    VerifiedRecord {
        conclusion: if holds { Conclusion::OwnRecord } else { Conclusion::Changed },
        link: told.map(|told| told.link),
        data: Some(data),
        is_own: known == Some(true),
        record,
        pages,
        own,
        mails,
    }
}

fn judged(file: &[u8], record: (&RecordData, &RecordMetadata), mails: Option<&[Vec<u8>]>) -> Pages {
    match mails {
        Some(mails) => record_pages(file, record, mails),
        None => Pages::Changed,
    }
}

/// Whether this machine has given that number to that very record; nothing when it has given none
/// to the case.
pub(super) fn known(trust: &Trust<'_>, link: &Link) -> Option<bool> {
    let known = (trust.known)(&link.case);
    (!known.is_empty()).then(|| known.contains(link))
}

/// Each mail, checked again; and all of them, when every one that is named is there and nothing
/// else is.
fn mails(
    case: &Facts,
    mut files: Vec<(String, Vec<u8>)>,
) -> (Vec<RecordMail>, Option<Vec<Vec<u8>>>) {
    let (mut checked, mut all) = (Vec::new(), Some(Vec::new()));
    for stated in &case.mails {
        let place = files.iter().position(|(name, _)| *name == stated.file);
        let bytes = place.map(|place| files.swap_remove(place).1);
        checked.push(check(case, stated, bytes.as_deref()));
        all = all.zip(bytes).map(|(mut all, bytes)| {
            all.push(bytes);
            all
        });
    }
    (checked, all.filter(|_| files.is_empty()))
}

impl VerifiedRecord {
    /// What the record says was stated; none when it is not the data of one.
    pub fn summary(&self) -> Option<RecordSummary> {
        let data = self.data.as_ref()?;
        let (record, case) = (&data.record, &data.case);
        let (outcome, cvr): (_, CvrNumber) = (case.outcome()?, case.cvr()?);
        let administrators = case.administrators.iter().map(|one| SummaryAdministrator {
            name: one.name.clone(),
            email: one.email.clone(),
            born: one.born,
        });
        Some(RecordSummary {
            environment: case.environment.into(),
            case: CaseId(case.case_id.clone()),
            number: u64::from(record.number),
            earlier: record.earlier.iter().map(|number| u64::from(*number)).collect(),
            made: record.made,
            organisation: case.organisation.name.clone(),
            cvr,
            representative: case.representative.name.clone(),
            administrators: administrators.collect(),
            approved: case.approved.as_ref().map(|it| RecordApproval {
                receipt: u64::from(it.receipt),
                at: it.at,
                level: it.level.into(),
            }),
            terms: case.terms.title.clone(),
            terms_published: case.terms.published,
            outcome: outcome.is.into(),
            on: outcome.on,
            stated: outcome.at,
            by: outcome.by.into(),
            mails: self.mails.clone(),
            is_own: self.is_own,
        })
    }
}
