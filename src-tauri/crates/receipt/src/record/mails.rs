//! The mails of a record, checked again: each must be byte for byte the one that the record names,
//! and come to what the record says with the keys that it carries. Whoever swaps a mail, a key or a
//! word about either is found out, unless everything is made anew, and then another record comes
//! out.

use super::data::Facts;
use super::mail_stated::{MailStated, SignatureStated};
use super::words::BelongingWord;
use crate::chain::sha256;
use domain::case::MailFormat;
use domain::verification::RecordMail;
use mail::official::{Organisation, reading};

/// Checks one; `bytes` are those in the file, when they are there.
pub(crate) fn check(case: &Facts, stated: &MailStated, bytes: Option<&[u8]>) -> RecordMail {
    let keys = stated.seen_keys();
    let found = bytes.zip(case.cvr()).and_then(|(bytes, cvr)| {
        let organisation = Organisation { cvr, name: &case.organisation.name };
        reading(bytes, organisation, case.environment.into(), &keys).ok()
    });
    let is_same_file = bytes.is_some_and(|bytes| {
        sha256(bytes) == stated.sha256.0
            && u32::try_from(bytes.len()).is_ok_and(|size| size == stated.size)
    });
    let holds = found.as_ref().is_some_and(|found| {
        found.format == MailFormat::from(stated.format)
            && found.sent == stated.sent
            && is_same_worth(&(&found.signature.signature).into(), &stated.signature)
            && BelongingWord::from(found.belonging) == stated.belonging
    });
    RecordMail {
        file: stated.file.clone(),
        name: stated.name.clone(),
        holds: is_same_file && holds,
        belonging: found.as_ref().map(|found| found.belonging),
        signature: found.map(|found| found.signature.signature),
        keys,
        asked: Vec::new(),
    }
}

/// Which domains count may be known better by another version of this program, so it is told as it
/// is known now and is no change of the record.
fn is_same_worth(now: &SignatureStated, stated: &SignatureStated) -> bool {
    match (now, stated) {
        (
            SignatureStated::Signed { domain: now, .. },
            SignatureStated::Signed { domain: stated, .. },
        ) => now == stated,
        (now, stated) => now == stated,
    }
}
