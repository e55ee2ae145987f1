//! The page of an official mail, and the lines of those that a case keeps.

use crate::clock::moment;
use crate::official_mail::{KeptMail, ShownMail, ShownSignature, SignatureName, TextPiece};
use crate::pages::Page;
use app::route::{MailPage, ShownMail as Looked};
use domain::case::{Case, MailSignature, OfficialMail};
use domain::cvr::CvrNumber;
use domain::official_mail::{Listing, MailReading, SignatureReading};

/// The longest text that crosses to the window, in bytes. The whole mail is kept.
const TEXT_MAX: usize = 20_000;

/// The page; none where the case takes no mail.
pub(super) fn page(case: &Case, page: &MailPage) -> Option<Page> {
    let connection = case.connection().filter(|_| case.takes_mail())?;
    Some(Page::Mail {
        organisation: connection.organisation.name.clone(),
        mail: page.shown.as_ref().map(|looked| Box::new(shown(case, looked))),
        reading: page.query.is_some(),
        dragging: page.dragging,
        kept: kept(case),
    })
}

/// The mails that a case keeps, in the order in which they were taken in.
pub(crate) fn kept(case: &Case) -> Vec<KeptMail> {
    case.mails().map(|mail| line(case, mail)).collect()
}

fn line(case: &Case, mail: &OfficialMail) -> KeptMail {
    let (domain, listing) = signer(&mail.signature);
    KeptMail {
        sha256: base16ct::lower::encode_string(&mail.sha256),
        file: mail.name.clone(),
        taken: moment(mail.taken),
        belonging: mail.belonging.into(),
        worth: (&mail.signature).into(),
        domain: domain.map(str::to_owned),
        listing: listing.map(Into::into),
        is_proof: case.is_proven_by(mail),
    }
}

fn signer(signature: &MailSignature) -> (Option<&str>, Option<Listing>) {
    match signature {
        MailSignature::Signed { domain, listing } => (Some(domain), Some(*listing)),
        _ => (None, None),
    }
}

fn shown(case: &Case, looked: &Looked) -> ShownMail {
    let Looked { mail, reading, elsewhere, asking, .. } = looked;
    let kept = case.mail(&mail.sha256);
    let (text, cut) = pieces(reading);
    ShownMail {
        sha256: base16ct::lower::encode_string(&mail.sha256),
        file: mail.name.clone(),
        size: u32::try_from(mail.size).unwrap_or(u32::MAX),
        format: mail.format.into(),
        taken: kept.map(|kept| moment(kept.taken)),
        from: reading.from.clone(),
        subject: reading.subject.clone(),
        sent: reading.sent.map(moment),
        text,
        cut,
        text_from: reading.text_from.into(),
        attachments: reading.attachments.iter().map(|it| it.clone().unwrap_or_default()).collect(),
        oddities: reading.oddities.iter().map(|it| (*it).into()).collect(),
        inside: reading.inside.clone(),
        belonging: reading.belonging.into(),
        number_found: reading.number_found,
        name_found: reading.name_found,
        others: reading.others.iter().copied().map(CvrNumber::in_pairs).collect(),
        elsewhere: elsewhere.as_ref().map(|other| other.name.clone()),
        signature: ShownSignature {
            can_be_checked: looked.can_be_checked(),
            asking: asking.is_some(),
            ..signature(&reading.signature)
        },
    }
}

fn signature(reading: &SignatureReading) -> ShownSignature {
    let (domain, listing) = signer(&reading.signature);
    let key = reading.key.as_ref();
    ShownSignature {
        worth: SignatureName::from(&reading.signature),
        domain: domain.or(key.map(|key| key.domain.as_str())).map(str::to_owned),
        selector: key.map(|key| key.selector.clone()),
        listing: listing.map(Into::into),
        seen: reading.seen.map(moment),
        authenticated: reading.authenticated,
        alignment: reading.alignment.map(Into::into),
        only_text_changed: reading.only_text_changed,
        reason: reading.reason.map(Into::into),
        unsigned: reading.unsigned.iter().map(|field| (*field).into()).collect(),
        weak: reading.is_weak,
        forwarded: reading.is_forwarded,
        can_be_checked: false,
        asking: false,
    }
}

/// The text between what was found in it, and whether there is more than is shown.
fn pieces(reading: &MailReading) -> (Vec<TextPiece>, bool) {
    let whole = reading.text.as_str();
    let end = whole.floor_char_boundary(TEXT_MAX);
    let text = whole.get(..end).unwrap_or_default();
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut push = |text: Option<&str>, own| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            pieces.push(TextPiece { text: text.to_owned(), own });
        }
    };
    for mark in reading.marks.iter().filter(|mark| mark.bytes.end <= end) {
        push(text.get(from..mark.bytes.start), None);
        push(text.get(mark.bytes.clone()), Some(mark.is_own));
        from = mark.bytes.end;
    }
    push(text.get(from..), None);
    (pieces, end < whole.len())
}
