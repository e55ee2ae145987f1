//! `tilslut-cli mail`: what a receipt mail says, whom it belongs to, and what its signature is
//! worth. Three answers, and none stands for another.

mod text;

use crate::arguments::Mail as Asked;
use crate::broker::runtime;
use crate::input::Input;
use crate::outcome::{Error, Outcome, say};
use crate::output::Out;
use crate::words::{Word as _, words};
use domain::cvr::CvrNumber;
use domain::problem::Problem;
use domain::{Environment, Timestamp};
use mail::dkim::{
    self, Alignment, Checked, Forwarding, Found, KeyKind, Reason, SeenKey, Sender, Verdict,
};
use mail::matching::{self, Belonging, Matches};
use mail::{Content, Mail, Oddity, TextFrom, key};
use outbound::dns::NameServers;
use serde::Serialize;
use std::path::Path;
use std::time::Duration;

/// How long the name servers have for an answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Reads a mail and tells what is to be told of it.
pub fn tell(asked: &Asked, out: &mut Out) -> Result<Outcome, Error> {
    let bytes = Input::raw(&asked.file, mail::FILE_MAX)?;
    let mail = match mail::read(&bytes) {
        Ok(Content::Mail(mail)) => *mail,
        Ok(Content::Pdf) => {
            return Err(unreadable(&asked.file, out.words().get("cli-mail-is-pdf")));
        }
        Err(error) => {
            let (wrong, remedy) = out.problem(error.into());
            return Err(unreadable(&asked.file, format!("{wrong}. {remedy}")));
        }
    };
    let keys = keys(asked, &mail, out)?;
    let found = Answer {
        checked: dkim::verify(&mail, &keys),
        matches: asked.cvr.map(|cvr| {
            (cvr, matching::find(&mail, cvr, asked.name.as_deref().unwrap_or_default()))
        }),
        mail,
    };
    if out.json {
        out.value(&Report::of(&found))?;
    } else {
        text::write(&found, out)?;
    }
    Ok(found.outcome())
}

fn unreadable(path: &Path, why: String) -> Error {
    Error::Unreadable { path: path.to_owned(), why }
}

/// The keys of its signatures: the one that was given, or those that the DNS has. What could not be
/// asked is said, and the rest goes on.
fn keys(asked: &Asked, mail: &Mail, out: &Out) -> Result<Vec<SeenKey>, Error> {
    let needed = dkim::keys_needed(mail);
    let now = asked.at.unwrap_or_else(Timestamp::now);
    if let Some(record) = &asked.key_record {
        let seen = |name| SeenKey {
            name,
            at: now,
            found: Found::Record(record.clone()),
            authenticated: false,
        };
        return Ok(needed.into_iter().map(seen).collect());
    }
    if !asked.ask || needed.is_empty() {
        return Ok(Vec::new());
    }
    let trouble = |problem: Problem| {
        let (wrong, remedy) = out.problem(problem);
        say(&format_args!("{wrong}. {remedy}"));
    };
    runtime()?.block_on(async {
        let Ok(servers) = NameServers::of_the_system(PATIENCE) else {
            trouble(Problem::MailKeyDown);
            return Ok(Vec::new());
        };
        let mut seen = Vec::new();
        for name in &needed {
            match key::ask(&servers, name, now).await {
                Ok(key) => seen.push(key),
                Err(error) => trouble(error.into()),
            }
        }
        Ok(seen)
    })
}

/// What was found.
struct Answer {
    mail: Mail,
    checked: Checked,
    matches: Option<(CvrNumber, Matches)>,
}

impl Answer {
    /// Fine only when the signature holds and the mail belongs to whom it was asked about.
    fn outcome(&self) -> Outcome {
        let signature = match self.checked.verdict {
            Verdict::SignedAndUnchanged(_) => Outcome::Fine,
            Verdict::NotChecked(_) | Verdict::Unsupported(_) => Outcome::CannotJudge,
            Verdict::Changed(_)
            | Verdict::NoSignature
            | Verdict::KeyGone(_)
            | Verdict::Expired(_) => Outcome::Stops,
        };
        let belonging = match &self.matches {
            Some((_, found)) if found.belonging != Belonging::Belongs => Outcome::Stops,
            _ => Outcome::Fine,
        };
        signature.max(belonging)
    }

    /// The listed domain that the one that signed is, or is below.
    fn listed(&self) -> Option<&'static Sender> {
        let Verdict::SignedAndUnchanged(signed) = &self.checked.verdict else { return None };
        dkim::listed(&signed.name.domain, Environment::Live)
            .or_else(|| dkim::listed(&signed.name.domain, Environment::Practice))
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    r#type: &'static str,
    format: &'static str,
    from: Vec<Mailbox<'a>>,
    to: Vec<Mailbox<'a>>,
    subject: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_id: Option<&'a str>,
    text: &'a str,
    text_from: &'static str,
    attachments: Vec<Attachment<'a>>,
    oddities: Vec<&'static str>,
    signature: Signature<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<Organisation>,
}

#[derive(Serialize)]
struct Mailbox<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    address: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Attachment<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    media_type: &'a str,
    size: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Signature<'a> {
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    selector: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alignment: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key_bits: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weak: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unsigned: Option<Vec<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    header_holds: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body_holds: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dnssec: Option<bool>,
    /// Whether the domain is one of those that are listed as MitID Erhverv's, and whether that is
    /// confirmed.
    listed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    confirmed: Option<bool>,
    forwarding: Vec<&'static str>,
    signatures: Vec<One>,
}

/// One of several signatures.
#[derive(Serialize)]
struct One {
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Organisation {
    cvr: String,
    belonging: &'static str,
    number_found: bool,
    name_found: bool,
    other_numbers: Vec<String>,
}

impl<'a> Report<'a> {
    fn of(found: &'a Answer) -> Self {
        let mail = &found.mail;
        let mailboxes = |all: &'a [mail::Mailbox]| {
            let mailbox = |one: &'a mail::Mailbox| Mailbox {
                name: one.name.as_deref(),
                address: &one.address,
            };
            all.iter().map(mailbox).collect()
        };
        let attachment = |one: &'a mail::Attachment| Attachment {
            name: one.name.as_deref(),
            media_type: &one.media_type,
            size: one.size,
            sha256: one.sha256.map(|hash| base16ct::lower::encode_string(&hash)),
        };
        Self {
            r#type: "tilslut/mail/v1",
            format: match mail.format {
                mail::Format::Eml => "eml",
                mail::Format::Msg => "msg",
            },
            from: mailboxes(&mail.from),
            to: mailboxes(&mail.to),
            subject: &mail.subject,
            date: mail.date.map(|date| date.to_string()),
            message_id: mail.message_id.as_deref(),
            text: &mail.text,
            text_from: match mail.text_from {
                TextFrom::Plain => "plain",
                TextFrom::Html => "html",
                TextFrom::Nothing => "nothing",
            },
            attachments: mail.attachments.iter().map(attachment).collect(),
            oddities: mail.oddities.iter().map(|oddity| oddity.word()).collect(),
            signature: Signature::of(found),
            organisation: found.matches.as_ref().map(|(cvr, matches)| Organisation {
                cvr: cvr.to_string(),
                belonging: matches.belonging.word(),
                number_found: matches.number_found,
                name_found: matches.name_found(),
                other_numbers: matches.others(*cvr).iter().map(CvrNumber::to_string).collect(),
            }),
        }
    }
}

impl<'a> Signature<'a> {
    fn of(found: &'a Answer) -> Self {
        let checked = &found.checked;
        let signed = match &checked.verdict {
            Verdict::SignedAndUnchanged(signed) => Some(signed),
            _ => None,
        };
        let change = match &checked.verdict {
            Verdict::Changed(change) => Some(change),
            _ => None,
        };
        let name = match &checked.verdict {
            Verdict::SignedAndUnchanged(signed) => Some(&signed.name),
            Verdict::KeyGone(name) | Verdict::Expired(name) | Verdict::NotChecked(name) => {
                Some(name)
            }
            _ => None,
        };
        let one = |judged: &dkim::Judged| One {
            key: judged.key.as_ref().map(dkim::KeyName::in_the_dns),
            verdict: judged.verdict.word(),
            reason: reason(&judged.verdict),
        };
        let listed = found.listed();
        Self {
            verdict: checked.verdict.word(),
            reason: reason(&checked.verdict),
            domain: name.map(|name| name.domain.as_str()),
            selector: name.map(|name| name.selector.as_str()),
            alignment: signed.map(|signed| signed.alignment.word()),
            key_bits: signed.and_then(|signed| match signed.key {
                KeyKind::Rsa(bits) => Some(bits),
                KeyKind::Ed25519 => None,
            }),
            weak: signed.map(|signed| signed.is_weak),
            unsigned: signed
                .map(|signed| signed.unsigned.iter().map(|field| field.name()).collect()),
            header_holds: change.map(|change| change.header_holds),
            body_holds: change.map(|change| change.body_holds),
            dnssec: signed.map(|signed| signed.authenticated),
            listed: listed.is_some(),
            confirmed: listed.map(|sender| sender.confirmed),
            forwarding: checked.forwarding.iter().map(|how| how.word()).collect(),
            signatures: checked.signatures.iter().map(one).collect(),
        }
    }
}

fn reason(verdict: &Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::Unsupported(reason) => Some(reason.word()),
        _ => None,
    }
}

words! {
    Verdict {
        SignedAndUnchanged = "signed",
        Changed = "changed",
        NoSignature = "no-signature",
        KeyGone = "key-gone",
        Expired = "expired",
        NotChecked = "not-checked",
        Unsupported = "unsupported",
    }
    Reason {
        OutlookMessage = "outlook-message",
        MixedLineEnds = "mixed-line-ends",
        Malformed = "malformed",
        Algorithm = "algorithm",
        SenderNotSigned = "sender-not-signed",
        SeveralSenders = "several-senders",
        PartOfTheBody = "part-of-the-body",
        KeyUnreadable = "key-unreadable",
        KeyNotForMail = "key-not-for-mail",
        KeyOfAnotherKind = "key-of-another-kind",
        KeyTooShort = "key-too-short",
    }
    Alignment { Same = "same", Related = "related", Other = "other" }
    Forwarding { List = "list", Resent = "resent", Rule = "rule", Subject = "subject" }
    Belonging { Belongs = "belongs", Another = "another", Silent = "silent" }
    Oddity {
        NoSender = "no-sender",
        SeveralSenders = "several-senders",
        NameHoldsAnotherAddress = "name-holds-another-address",
        HeaderTwice = "header-twice",
        BrokenStructure = "broken-structure",
        TextCut = "text-cut",
        TextNotRead = "text-not-read",
        MailInside = "mail-inside",
    }
}
