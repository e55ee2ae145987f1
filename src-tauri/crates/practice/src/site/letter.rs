//! The e-mail that follows a visit, as a file that a mail program opens: a receipt when the
//! agreement is made, and the reason when it is rejected. Written, never sent, and signed as mail is
//! (DKIM) by a domain of practice's own.

use super::visit::{Screen, Visit};
use crate::mail::{LINK_HOLDS_DAYS, danish_day, in_words};
use crate::signed_mail::{MAIL_DOMAIN, signed_mail};
use domain::Timestamp;
use domain::cvr::CvrNumber;
use domain::rules::book;
use jiff::Span;
use lettre::Message;
use lettre::message::{Mailbox, SinglePart};
use texts::Texts;

/// A file to be saved.
pub(super) struct Letter {
    /// What it is called, in ASCII.
    pub(super) file_name: &'static str,
    /// RFC 5322.
    pub(super) bytes: Vec<u8>,
}

/// The letter of a visit that has come to an end; none before.
pub(super) fn of(visit: &Visit, now: Timestamp) -> Option<Letter> {
    let (key, file_name) = match visit.screen() {
        Screen::Concluded => ("mail-concluded", "PROEVE kvittering.eml"),
        Screen::Rejected => ("mail-rejected", "PROEVE afvisning.eml"),
        _ => return None,
    };
    let texts = Texts::new(visit.language);
    let organisation = visit.organisation?;
    let cvr = CvrNumber::parse(organisation.cvr).ok()?.in_pairs();
    let day = danish_day(now);
    let until = day.saturating_add(Span::new().days(LINK_HOLDS_DAYS));
    let (date, until) = (in_words(&texts, day), in_words(&texts, until));
    let administrators: Vec<_> = visit
        .administrators
        .iter()
        .map(|administrator| administrator.named.name.as_str())
        .collect();
    let administrators = administrators.join(", ");
    let reason = visit.rejected_for().and_then(|rule| book().guide.reason(rule));
    let reason = reason.map(|reason| reason.text(visit.language)).unwrap_or_default();
    let args = [
        ("name", visit.representative_name()),
        ("organisation", organisation.name),
        ("cvr", cvr.as_str()),
        ("administrators", administrators.as_str()),
        ("date", date.as_str()),
        ("until", until.as_str()),
        ("reason", reason),
    ];
    let text = |part: &str| texts.with(&format!("{key}-{part}"), &args);
    let plain = written(visit, &text("subject"), &text("body"), now)?;
    Some(Letter { file_name, bytes: signed_mail(&plain, now).ok()? })
}

/// The mail as it would go over the wire. Where the reporter has named nobody, practice knows no
/// address of the representative, and writes to one that can never exist (RFC 2606).
fn written(visit: &Visit, subject: &str, text: &str, now: Timestamp) -> Option<Vec<u8>> {
    let address = match &visit.representative {
        Some(named) => named.email.as_str().to_owned(),
        None => "repraesentant@proeve.example".to_owned(),
    };
    let to = Mailbox::new(Some(visit.representative_name().to_owned()), address.parse().ok()?);
    let from = format!("ingen-svar@{MAIL_DOMAIN}").parse().ok()?;
    let mail = Message::builder()
        .from(Mailbox::new(Some("Prøve, ikke MitID Erhverv".to_owned()), from))
        .to(to)
        .subject(subject)
        .date(now.into())
        .message_id(Some(format!("<{}@{MAIL_DOMAIN}>", now.as_second())))
        .singlepart(SinglePart::plain(text.to_owned()))
        .ok()?;
    Some(mail.formatted())
}
