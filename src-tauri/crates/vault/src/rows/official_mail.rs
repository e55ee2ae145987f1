//! An official mail as it is stored with its case. Since version 7. Its bytes lie beside the case,
//! like those of a document.

use super::{Unreadable, words};
use base16ct::lower;
use domain::case::{
    Belonging, Found, KeyName, Listing, MailFormat, MailSignature, OfficialMail, SeenKey,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct MailRow {
    sha256: String,
    name: String,
    size: u64,
    format: FormatRow,
    sent: Option<Timestamp>,
    taken: Timestamp,
    belonging: BelongingRow,
    signature: SignatureRow,
    keys: Vec<SeenKeyRow>,
    removed: Option<Timestamp>,
}

words!(FormatRow = MailFormat { Eml, Msg, Pdf });
words!(BelongingRow = Belonging { Belongs, Another, Silent });
words!(ListingRow = Listing { Confirmed, Unconfirmed, Unlisted });

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
enum SignatureRow {
    Signed { domain: String, listing: ListingRow },
    Changed,
    Missing,
    KeyGone,
    Expired,
    NotChecked,
    CannotBeJudged,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SeenKeyRow {
    domain: String,
    selector: String,
    at: Timestamp,
    /// None where the DNS had none.
    record: Option<String>,
    authenticated: bool,
}

impl From<&OfficialMail> for MailRow {
    fn from(mail: &OfficialMail) -> Self {
        let OfficialMail {
            sha256,
            name,
            size,
            format,
            sent,
            taken,
            belonging,
            signature,
            keys,
            removed,
        } = mail;
        Self {
            sha256: lower::encode_string(sha256),
            name: name.clone(),
            size: *size,
            format: (*format).into(),
            sent: *sent,
            taken: *taken,
            belonging: (*belonging).into(),
            signature: signature.into(),
            keys: keys.iter().map(SeenKeyRow::from).collect(),
            removed: *removed,
        }
    }
}

impl TryFrom<MailRow> for OfficialMail {
    type Error = Unreadable;

    fn try_from(row: MailRow) -> Result<Self, Unreadable> {
        let mut sha256 = [0; 32];
        let written = lower::decode(&row.sha256, &mut sha256).map_err(|_| Unreadable)?.len();
        if written != sha256.len() {
            return Err(Unreadable);
        }
        Ok(Self {
            sha256,
            name: row.name,
            size: row.size,
            format: row.format.into(),
            sent: row.sent,
            taken: row.taken,
            belonging: row.belonging.into(),
            signature: row.signature.into(),
            keys: row.keys.into_iter().map(SeenKey::from).collect(),
            removed: row.removed,
        })
    }
}

impl From<&MailSignature> for SignatureRow {
    fn from(signature: &MailSignature) -> Self {
        match signature {
            MailSignature::Signed { domain, listing } => {
                Self::Signed { domain: domain.clone(), listing: (*listing).into() }
            }
            MailSignature::Changed => Self::Changed,
            MailSignature::Missing => Self::Missing,
            MailSignature::KeyGone => Self::KeyGone,
            MailSignature::Expired => Self::Expired,
            MailSignature::NotChecked => Self::NotChecked,
            MailSignature::CannotBeJudged => Self::CannotBeJudged,
        }
    }
}

impl From<SignatureRow> for MailSignature {
    fn from(row: SignatureRow) -> Self {
        match row {
            SignatureRow::Signed { domain, listing } => {
                Self::Signed { domain, listing: listing.into() }
            }
            SignatureRow::Changed => Self::Changed,
            SignatureRow::Missing => Self::Missing,
            SignatureRow::KeyGone => Self::KeyGone,
            SignatureRow::Expired => Self::Expired,
            SignatureRow::NotChecked => Self::NotChecked,
            SignatureRow::CannotBeJudged => Self::CannotBeJudged,
        }
    }
}

impl From<&SeenKey> for SeenKeyRow {
    fn from(key: &SeenKey) -> Self {
        let SeenKey { name, at, found, authenticated } = key;
        Self {
            domain: name.domain.clone(),
            selector: name.selector.clone(),
            at: *at,
            record: match found {
                Found::Record(record) => Some(record.clone()),
                Found::Gone => None,
            },
            authenticated: *authenticated,
        }
    }
}

impl From<SeenKeyRow> for SeenKey {
    fn from(row: SeenKeyRow) -> Self {
        Self {
            name: KeyName::new(&row.domain, &row.selector),
            at: row.at,
            found: row.record.map_or(Found::Gone, Found::Record),
            authenticated: row.authenticated,
        }
    }
}
