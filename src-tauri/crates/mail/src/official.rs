//! What a file comes to as the official mail of a case: whose it is, and what its signature is
//! worth, as the domain keeps it. The same bytes and the same keys come to the same years later.

use crate::dkim::{self, Checked, Verdict};
use crate::matching;
use crate::read::{Content, read};
use crate::{Error, Format};
use domain::cvr::CvrNumber;
use domain::official_mail::{Belonging, KeyName, Listing, MailFormat, MailSignature, SeenKey};
use domain::{Environment, Timestamp};

/// What a file comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// What kind of file it is.
    pub format: MailFormat,
    /// When it says that it was sent.
    pub sent: Option<Timestamp>,
    /// Whether it belongs to the organisation.
    pub belonging: Belonging,
    /// What its signature is worth with these keys.
    pub signature: MailSignature,
    /// The keys that are needed and not known.
    pub needed: Vec<KeyName>,
}

/// Reads a file and says what it comes to for this organisation, with these keys. Of a PDF nothing
/// is read.
///
/// # Errors
/// [`Error`] when it is no mail that can be read.
pub fn judge(
    bytes: &[u8],
    keys: &[SeenKey],
    (cvr, name): (CvrNumber, &str),
    environment: Environment,
) -> Result<Judged, Error> {
    let Content::Mail(mail) = read(bytes)? else {
        return Ok(Judged {
            format: MailFormat::Pdf,
            sent: None,
            belonging: Belonging::Silent,
            signature: MailSignature::CannotBeJudged,
            needed: Vec::new(),
        });
    };
    let checked = dkim::verify(&mail, keys);
    let known = |name: &KeyName| keys.iter().any(|key| key.name == *name);
    Ok(Judged {
        format: match mail.format {
            Format::Eml => MailFormat::Eml,
            Format::Msg => MailFormat::Msg,
        },
        sent: mail.date,
        belonging: matching::find(&mail, cvr, name).belonging,
        signature: signature(&checked, environment),
        needed: dkim::keys_needed(&mail).into_iter().filter(|name| !known(name)).collect(),
    })
}

/// What the signatures of a mail come to, as a case keeps it.
pub fn signature(checked: &Checked, environment: Environment) -> MailSignature {
    match &checked.verdict {
        Verdict::SignedAndUnchanged(signed) => MailSignature::Signed {
            domain: signed.name.domain.clone(),
            listing: match dkim::listed(&signed.name.domain, environment) {
                Some(sender) if sender.confirmed => Listing::Confirmed,
                Some(_) => Listing::Unconfirmed,
                None => Listing::Unlisted,
            },
        },
        Verdict::Changed(_) => MailSignature::Changed,
        Verdict::NoSignature => MailSignature::Missing,
        Verdict::KeyGone(_) => MailSignature::KeyGone,
        Verdict::Expired(_) => MailSignature::Expired,
        Verdict::NotChecked(_) => MailSignature::NotChecked,
        Verdict::Unsupported(_) => MailSignature::CannotBeJudged,
    }
}
