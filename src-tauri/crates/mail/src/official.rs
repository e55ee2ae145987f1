//! An official mail as a case keeps and shows it: what is read, whose it is and what its signature
//! is worth, brought together for one organisation. Neither answer is made from the other.

use crate::dkim::{self, Change, Checked, SeenKey, Verdict, listed};
use crate::matching::{self, Matches, Part};
use crate::message::{Format, Mail, MailInside, Mailbox};
use crate::{Content, Error, read};
use domain::Environment;
use domain::cvr::CvrNumber;
use domain::official_mail::{
    Belonging, Listing, MailFormat, MailReading, MailSignature, Mark, SignatureReading, TextFrom,
};

/// How many of the mails inside one are looked at.
const INSIDE_MAX: usize = 10;

/// Whose mail it should be.
#[derive(Debug, Clone, Copy)]
pub struct Organisation<'o> {
    /// Its CVR number.
    pub cvr: CvrNumber,
    /// Its name.
    pub name: &'o str,
}

/// The file of a mail, read once: what it says of any organisation is asked of it afterwards.
pub struct MailFile(Content);

impl MailFile {
    /// Reads it.
    ///
    /// # Errors
    /// [`Error`] says why it is no mail that can be read.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        read(bytes).map(Self)
    }

    /// What it is for an organisation, judged with the keys that are known.
    pub fn reading(
        &self,
        of: Organisation<'_>,
        environment: Environment,
        keys: &[SeenKey],
    ) -> MailReading {
        match &self.0 {
            Content::Mail(mail) => of_mail(mail, of, environment, keys),
            Content::Pdf => of_pdf(),
        }
    }

    /// The mails inside it, each with what it is called: its subject, or else its file's name.
    pub fn inside(&self) -> Vec<(String, MailInside)> {
        match &self.0 {
            Content::Mail(mail) => inside(mail),
            Content::Pdf => Vec::new(),
        }
    }

    /// Whether it is that organisation's.
    pub fn belonging(&self, of: Organisation<'_>) -> Belonging {
        match &self.0 {
            Content::Mail(mail) => matching::find(mail, of.cvr, of.name).belonging,
            Content::Pdf => of_pdf().belonging,
        }
    }
}

/// Reads the file of a mail for an organisation, and judges it with the keys that are known.
///
/// # Errors
/// [`Error`] says why it is no mail that can be read.
pub fn reading(
    bytes: &[u8],
    of: Organisation<'_>,
    environment: Environment,
    keys: &[SeenKey],
) -> Result<MailReading, Error> {
    Ok(MailFile::read(bytes)?.reading(of, environment, keys))
}

/// The mails inside that can be read.
fn inside(mail: &Mail) -> Vec<(String, MailInside)> {
    let titled = |inside: MailInside| match read(&inside.bytes) {
        Ok(Content::Mail(read)) => {
            let subject = Some(read.subject).filter(|subject| !subject.is_empty());
            Some((subject.or_else(|| inside.name.clone()).unwrap_or_default(), inside))
        }
        Ok(Content::Pdf) | Err(_) => None,
    };
    mail.inside().into_iter().take(INSIDE_MAX).filter_map(titled).collect()
}

fn of_mail(
    mail: &Mail,
    of: Organisation<'_>,
    environment: Environment,
    keys: &[SeenKey],
) -> MailReading {
    let matches = matching::find(mail, of.cvr, of.name);
    let checked = dkim::verify(mail, keys);
    MailReading {
        format: match mail.format {
            Format::Eml => MailFormat::Eml,
            Format::Msg => MailFormat::Msg,
        },
        from: mail.from.iter().map(in_one_line).collect(),
        subject: mail.subject.clone(),
        sent: mail.date,
        text: mail.text.clone(),
        text_from: mail.text_from,
        attachments: mail.attachments.iter().map(|it| it.name.clone()).collect(),
        oddities: mail.oddities.clone(),
        inside: inside(mail).into_iter().map(|(title, _)| title).collect(),
        marks: marks(&matches, of.cvr),
        number_found: matches.number_found,
        name_found: matches.name_found(),
        others: matches.others(of.cvr),
        belonging: matches.belonging,
        signature: signature(&checked, environment, keys),
    }
}

/// A mail that was printed: neither its words nor a signature can be read from it here.
fn of_pdf() -> MailReading {
    MailReading {
        format: MailFormat::Pdf,
        from: Vec::new(),
        subject: String::new(),
        sent: None,
        text: String::new(),
        text_from: TextFrom::Nothing,
        attachments: Vec::new(),
        oddities: Vec::new(),
        inside: Vec::new(),
        marks: Vec::new(),
        number_found: false,
        name_found: false,
        others: Vec::new(),
        belonging: Belonging::Silent,
        signature: SignatureReading::of(MailSignature::CannotBeJudged),
    }
}

fn in_one_line(mailbox: &Mailbox) -> String {
    match &mailbox.name {
        Some(name) => format!("{name} <{}>", mailbox.address),
        None => mailbox.address.clone(),
    }
}

/// The places in the text, each once: where a name and a number overlap, the first one.
fn marks(matches: &Matches, cvr: CvrNumber) -> Vec<Mark> {
    let numbers = matches
        .numbers
        .iter()
        .filter(|number| number.named || number.cvr == cvr)
        .map(|number| (&number.place, number.cvr == cvr));
    let names = matches.names.iter().map(|place| (place, true));
    let mut marks: Vec<Mark> = numbers
        .chain(names)
        .filter(|(place, _)| place.part == Part::Text)
        .map(|(place, is_own)| Mark { bytes: place.bytes.clone(), is_own })
        .collect();
    marks.sort_by_key(|mark| (mark.bytes.start, mark.bytes.end));
    let mut end = 0;
    marks.retain(|mark| {
        let is_free = mark.bytes.start >= end;
        if is_free {
            end = mark.bytes.end;
        }
        is_free
    });
    marks
}

/// What the signatures of a mail come to, in one word.
fn word(verdict: &Verdict, environment: Environment) -> MailSignature {
    match verdict {
        Verdict::SignedAndUnchanged(signed) => MailSignature::Signed {
            domain: signed.name.domain.clone(),
            listing: match listed(&signed.name.domain, environment) {
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

/// What a verdict comes to.
fn signature(checked: &Checked, environment: Environment, keys: &[SeenKey]) -> SignatureReading {
    // The first signature that came to this verdict is the one that is told of.
    let told = checked.signatures.iter().find(|judged| judged.verdict == checked.verdict);
    let key = told.and_then(|judged| judged.key.clone());
    let missing = checked.signatures.iter().filter_map(|judged| match &judged.verdict {
        Verdict::NotChecked(key) => Some(key),
        _ => None,
    });
    let mut reading = SignatureReading {
        seen: keys.iter().find(|seen| Some(&seen.name) == key.as_ref()).map(|seen| seen.at),
        key,
        is_forwarded: !checked.forwarding.is_empty(),
        missing: missing.cloned().collect(),
        ..SignatureReading::of(word(&checked.verdict, environment))
    };
    reading.missing.dedup();
    match &checked.verdict {
        Verdict::SignedAndUnchanged(signed) => {
            reading.authenticated = signed.authenticated;
            reading.alignment = Some(signed.alignment);
            reading.unsigned.clone_from(&signed.unsigned);
            reading.is_weak = signed.is_weak || signed.is_test;
        }
        Verdict::Changed(Change { header_holds, .. }) => reading.only_text_changed = *header_holds,
        Verdict::Unsupported(reason) => reading.reason = Some(*reason),
        Verdict::NoSignature
        | Verdict::KeyGone(_)
        | Verdict::Expired(_)
        | Verdict::NotChecked(_) => {}
    }
    reading
}
