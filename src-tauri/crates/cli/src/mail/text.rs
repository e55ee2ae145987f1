//! What is told of a mail, in words.

use super::Answer;
use crate::output::{Out, plain};
use mail::dkim::{KeyKind, KeyName, Verdict};
use mail::matching::Belonging;
use mail::{Mailbox, TextFrom};
use std::io;

/// Writes it: who and when, the two verdicts, what is odd, and the text.
pub(super) fn write(found: &Answer, out: &mut Out) -> io::Result<()> {
    let mail = &found.mail;
    let words = out.words();
    for (label, value) in [
        ("cli-mail-from", mailboxes(&mail.from)),
        ("cli-mail-to", mailboxes(&mail.to)),
        ("cli-mail-subject", plain(&mail.subject)),
        ("cli-mail-date", mail.date.map(|date| date.to_string()).unwrap_or_default()),
    ] {
        if !value.is_empty() {
            out.line(format_args!("{}: {value}", words.get(label)))?;
        }
    }
    for file in &mail.attachments {
        let name = file.name.as_deref().map(plain);
        let name = name.unwrap_or_else(|| words.get("cli-mail-no-name"));
        let kind = plain(&file.media_type);
        let label = words.get("cli-mail-attachment");
        out.line(format_args!("{label}: {name} ({kind}, {} B)", file.size))?;
    }
    out.line(format_args!(""))?;
    signature(found, out)?;
    belonging(found, out)?;
    for oddity in &mail.oddities {
        out.line(format_args!("{}", words.meaning("cli-mail-odd", oddity)))?;
    }
    let heading = match mail.text_from {
        TextFrom::Plain => "cli-mail-text",
        TextFrom::Html => "cli-mail-text-of-page",
        TextFrom::Nothing => return Ok(()),
    };
    out.line(format_args!("\n{}", words.get(heading)))?;
    for line in mail.text.lines() {
        out.line(format_args!("    {}", plain(line)))?;
    }
    Ok(())
}

fn mailboxes(all: &[Mailbox]) -> String {
    let one = |mailbox: &Mailbox| match &mailbox.name {
        Some(name) => format!("{} <{}>", plain(name), plain(&mailbox.address)),
        None => plain(&mailbox.address),
    };
    all.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn signature(found: &Answer, out: &mut Out) -> io::Result<()> {
    let words = out.words();
    let name = |key: &str, name: &KeyName| {
        words.with(key, &[("domain", &plain(&name.domain)), ("key", &plain(&name.selector))])
    };
    let verdict = match &found.checked.verdict {
        Verdict::SignedAndUnchanged(signed) => name("cli-mail-signed", &signed.name),
        Verdict::Changed(change) if change.header_holds => words.get("cli-mail-text-changed"),
        Verdict::Changed(_) => words.get("cli-mail-changed"),
        Verdict::NoSignature => words.get("cli-mail-no-signature"),
        Verdict::KeyGone(key) => name("cli-mail-key-gone", key),
        Verdict::Expired(key) => name("cli-mail-expired", key),
        Verdict::NotChecked(key) => name("cli-mail-not-checked", key),
        Verdict::Unsupported(reason) => words.meaning("cli-mail-unsupported", reason),
    };
    out.line(format_args!("{verdict}"))?;
    for how in &found.checked.forwarding {
        out.line(format_args!("{}", words.meaning("cli-mail-forwarding", how)))?;
    }
    let Verdict::SignedAndUnchanged(signed) = &found.checked.verdict else { return Ok(()) };
    out.line(format_args!(
        "{}",
        words.get(match found.listed() {
            Some(sender) if sender.confirmed => "cli-mail-listed",
            Some(_) => "cli-mail-listed-unconfirmed",
            None => "cli-mail-not-listed",
        })
    ))?;
    out.line(format_args!("{}", words.meaning("cli-mail-alignment", &signed.alignment)))?;
    if let KeyKind::Rsa(bits) = signed.key
        && signed.is_weak
    {
        out.line(format_args!("{}", words.with("cli-mail-weak", &[("bits", &bits.to_string())])))?;
    }
    if !signed.unsigned.is_empty() {
        let fields: Vec<&str> = signed.unsigned.iter().map(|field| field.name()).collect();
        let fields = fields.join(", ");
        out.line(format_args!("{}", words.with("cli-mail-unsigned", &[("fields", &fields)])))?;
    }
    out.line(format_args!("{}", words.get("cli-mail-proves-not")))
}

fn belonging(found: &Answer, out: &mut Out) -> io::Result<()> {
    let Some((cvr, matches)) = &found.matches else { return Ok(()) };
    let words = out.words();
    let others: Vec<String> = matches.others(*cvr).iter().map(|one| one.in_pairs()).collect();
    let (cvr, others) = (cvr.in_pairs(), others.join(", "));
    let args = [("cvr", cvr.as_str()), ("others", others.as_str())];
    let key = match (matches.belonging, matches.number_found, matches.name_found()) {
        (Belonging::Belongs, true, true) => "cli-mail-belongs-number-and-name",
        (Belonging::Belongs, true, false) => "cli-mail-belongs-number",
        (Belonging::Belongs, false, _) => "cli-mail-belongs-name",
        (Belonging::Another, ..) => "cli-mail-another",
        (Belonging::Silent, ..) => "cli-mail-silent",
    };
    out.line(format_args!("{}", words.with(key, &args)))
}
