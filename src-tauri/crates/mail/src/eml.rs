//! A mail as it was sent (RFC 5322, MIME): measured first, then taken apart by `mail-parser`.
//!
//! The parser looks for the end of every part, and copies none that it need not; what would make
//! it slow or large (parts in parts, thousands of delimiters) is counted before it begins.

use crate::Error;
use crate::message::{
    Attachment, Format, Mail, MailInside, Mailbox, Oddity, TextFrom, names_a_mail, odd_senders,
};
use crate::safe;
use domain::Timestamp;
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{
    Address, Encoding, Header, HeaderName, HeaderValue, Message, MessageParser, MessagePart,
    MimeHeaders as _,
};
use sha2::{Digest as _, Sha256};
use std::borrow::Cow;
use std::collections::HashSet;

/// The most fields that a header has.
const HEADERS_MAX: usize = 500;
/// The longest header, in bytes: a mail to a thousand people has one of a twentieth.
const HEADER_MAX: usize = 1024 * 1024;
/// The most parts, of a mail and of those inside it.
const PARTS_MAX: usize = 500;
/// The most lines that look like the border of a part.
const DELIMITERS_MAX: usize = 5_000;
/// The most parts that have parts, and mails inside mails.
const NESTED_MAX: usize = 100;
/// The deepest that parts stand in parts.
const DEPTH_MAX: usize = 20;
/// The most senders, and the most receivers, that are told.
const MAILBOXES_MAX: usize = 100;

/// Reads a mail.
pub(crate) fn read(file: &[u8]) -> Result<Mail, Error> {
    let bytes = unmarked(file);
    if !begins_with_a_header(bytes) {
        return Err(Error::NotAMail);
    }
    measured(bytes)?;
    let message = MessageParser::default().parse(bytes).ok_or(Error::NotAMail)?;
    if !is_a_mail(&message) {
        return Err(Error::NotAMail);
    }
    let mail_inside = holds_a_mail(&message)? || message.attachments().any(is_named_as_mail);
    let mut mail = stated(&message, Format::Eml);
    let mut oddities = odd_senders(&mail.from);
    if TOLD_ONCE.iter().any(|name| headers(&message, name).count() > 1) {
        oddities.push(Oddity::HeaderTwice);
    }
    if is_broken(&message, bytes) {
        oddities.push(Oddity::BrokenStructure);
    }
    if mail_inside {
        oddities.push(Oddity::MailInside);
    }
    (mail.text, mail.text_from) = words(&message, &mut oddities);
    mail.attachments = message.attachments().map(|part| attachment(&message, part)).collect();
    oddities.sort_unstable();
    oddities.dedup();
    mail.oddities = oddities;
    mail.raw = file.to_vec();
    Ok(mail)
}

/// The mails that are attached to a mail, byte for byte.
pub(crate) fn mails_inside(file: &[u8]) -> Vec<MailInside> {
    let Some(message) = MessageParser::default().parse(unmarked(file)) else { return Vec::new() };
    let inside = message.attachments().filter(|part| part.is_message() || is_named_as_mail(part));
    inside
        .map(|part| MailInside {
            name: name_of(part),
            bytes: bytes_of(&message, part).into_owned(),
        })
        .collect()
}

fn is_named_as_mail(part: &MessagePart<'_>) -> bool {
    part.attachment_name().is_some_and(names_a_mail)
}

fn name_of(part: &MessagePart<'_>) -> Option<String> {
    part.attachment_name().map(safe::line).filter(|name| !name.is_empty())
}

/// What the header of an Outlook message says, as far as Outlook kept one.
pub(crate) fn header_alone(header: &str) -> Option<Mail> {
    let message = MessageParser::default().parse_headers(header.as_bytes())?;
    Some(stated(&message, Format::Msg))
}

/// What a mail says of itself.
fn stated(message: &Message<'_>, format: Format) -> Mail {
    let date = message.date().filter(|date| date.is_valid());
    Mail {
        format,
        from: mailboxes(message, &HeaderName::From),
        to: mailboxes(message, &HeaderName::To),
        subject: safe::line(message.subject().unwrap_or_default()),
        date: date.and_then(|date| Timestamp::from_second(date.to_timestamp()).ok()),
        message_id: message.message_id().map(safe::line).filter(|id| !id.is_empty()),
        text: String::new(),
        text_from: TextFrom::Nothing,
        attachments: Vec::new(),
        oddities: Vec::new(),
        raw: Vec::new(),
    }
}

/// What a mail says once, if it says it (RFC 5322 §3.6).
const TOLD_ONCE: [HeaderName<'static>; 5] = [
    HeaderName::From,
    HeaderName::To,
    HeaderName::Subject,
    HeaderName::Date,
    HeaderName::MessageId,
];

/// The mail in a file: some programs put a mark of its encoding before it, and those that keep many
/// mails in one file a line of their own.
pub(crate) fn unmarked(file: &[u8]) -> &[u8] {
    let mail = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file);
    if !mail.starts_with(b"From ") {
        return mail;
    }
    let line = mail.iter().position(|b| *b == b'\n').map_or(mail.len(), |end| end + 1);
    mail.get(line..).unwrap_or_default()
}

/// Whether the first line is `Name: …`, as every mail begins: letters, digits and hyphens, as every
/// field in use is named, and nothing that any other text begins with.
pub(crate) fn begins_with_a_header(mail: &[u8]) -> bool {
    let first = mail.split(|b| *b == b'\n').next().unwrap_or_default();
    let Some(colon) = first.iter().position(|b| *b == b':') else { return false };
    let name = first.get(..colon).unwrap_or_default().trim_ascii_end();
    !name.is_empty()
        && name.len() <= 76
        && name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-')
}

/// Refuses what would make the parser slow before it begins.
fn measured(bytes: &[u8]) -> Result<(), Error> {
    let (mut fields, mut delimiters, mut nested) = (0_usize, 0_usize, 0_usize);
    let (mut header, mut in_header) = (0_usize, true);
    for line in bytes.split(|b| *b == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        in_header &= !line.is_empty();
        header += if in_header { line.len() } else { 0 };
        if in_header && !line.starts_with(b" ") && !line.starts_with(b"\t") {
            fields += 1;
        }
        // A border has no space in it, as a line that begins a signature or a table has.
        if line.starts_with(b"--") && line.len() > 2 && !line.trim_ascii_end().contains(&b' ') {
            delimiters += 1;
        }
        if names_a_nest(line) {
            nested += 1;
        }
        if header > HEADER_MAX
            || fields > HEADERS_MAX
            || delimiters > DELIMITERS_MAX
            || nested > NESTED_MAX
        {
            return Err(Error::TooManyParts);
        }
    }
    Ok(())
}

/// A part that holds parts, or a mail, is named by its media type.
fn names_a_nest(line: &[u8]) -> bool {
    let ends = |before: &[u8], word: &[u8]| {
        before.len().checked_sub(word.len()).is_some_and(|start| {
            before.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(word))
        })
    };
    line.iter().enumerate().filter(|(_, byte)| **byte == b'/').any(|(slash, _)| {
        let before = line.get(..slash).unwrap_or_default();
        ends(before, b"multipart") || ends(before, b"message")
    })
}

/// Any text with a colon in its first line can be read as a header; a mail says who it is from, or
/// at least two of the things that a mail says.
fn is_a_mail(message: &Message<'_>) -> bool {
    let has = |name: &HeaderName<'_>| headers(message, name).next().is_some();
    has(&HeaderName::From)
        || [
            HeaderName::To,
            HeaderName::Date,
            HeaderName::Subject,
            HeaderName::MessageId,
            HeaderName::Received,
        ]
        .iter()
        .filter(|name| has(name))
        .count()
            >= 2
}

/// Counts the parts, without recursion. True when one of them is a mail.
fn holds_a_mail(message: &Message<'_>) -> Result<bool, Error> {
    let (mut count, mut found) = (0_usize, false);
    let mut waiting = vec![(message, 0_usize)];
    while let Some((message, depth)) = waiting.pop() {
        count += message.parts.len();
        if count > PARTS_MAX || depth + depths(message) > DEPTH_MAX {
            return Err(Error::TooManyParts);
        }
        for inside in message.parts.iter().filter_map(MessagePart::message) {
            found = true;
            waiting.push((inside, depth + 1));
        }
    }
    Ok(found)
}

/// How deep the parts of one mail stand in each other. A part comes after the one that it stands
/// in.
fn depths(message: &Message<'_>) -> usize {
    let mut depth_of = vec![0_usize; message.parts.len()];
    for (index, part) in message.parts.iter().enumerate() {
        let own = depth_of.get(index).copied().unwrap_or_default();
        for inner in part.sub_parts().unwrap_or_default() {
            if let Some(place) = depth_of.get_mut(*inner as usize) {
                *place = own + 1;
            }
        }
    }
    depth_of.into_iter().max().unwrap_or_default()
}

/// A multipart that never ends, a part that is not encoded as it says, or a multipart without a
/// border.
fn is_broken(message: &Message<'_>, bytes: &[u8]) -> bool {
    let ends: HashSet<&[u8]> = bytes
        .split(|b| *b == b'\n')
        .map(<[u8]>::trim_ascii_end)
        .filter_map(|line| line.strip_prefix(b"--")?.strip_suffix(b"--"))
        .collect();
    let is_unended = |part: &MessagePart<'_>| {
        let kind = part.content_type();
        kind.filter(|kind| kind.ctype().eq_ignore_ascii_case("multipart")).is_some_and(|kind| {
            let border = kind.attribute("boundary").unwrap_or_default().trim_end();
            !part.is_multipart() || !ends.contains(border.as_bytes())
        })
    };
    message.parts.iter().any(|part| part.is_encoding_problem || is_unended(part))
        || ends_early(message)
}

/// Whether the parser stopped before the end: it does after a mail that is nothing but a mail. How
/// deep mails stand in each other has been measured.
fn ends_early(message: &Message<'_>) -> bool {
    message.parts.iter().filter_map(MessagePart::message).any(|inside| {
        inside.parts.first().is_some_and(MessagePart::is_message) || ends_early(inside)
    })
}

/// The text: what is plain, or else the words of the page.
fn words(message: &Message<'_>, oddities: &mut Vec<Oddity>) -> (String, TextFrom) {
    let bodies = |is_page: bool| {
        let mut text = String::new();
        let parts: Vec<&MessagePart<'_>> = if is_page {
            message.html_bodies().filter(|part| part.is_text_html()).collect()
        } else {
            message.text_bodies().filter(|part| !part.is_text_html()).collect()
        };
        for words in parts.into_iter().filter_map(|part| letters(message, part)) {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            text.push_str(&words);
        }
        text
    };
    let (mut text, mut is_cut) = safe::text(&bodies(false));
    let mut from = TextFrom::Plain;
    if text.is_empty() {
        (text, is_cut) = safe::text_of_html(&bodies(true));
        from = TextFrom::Html;
    }
    if text.is_empty() {
        from = TextFrom::Nothing;
        if is_encrypted(message) {
            oddities.push(Oddity::TextNotRead);
        }
    }
    if is_cut {
        oddities.push(Oddity::TextCut);
    }
    (text, from)
}

/// The letters of a part. Some programs send Windows-1252 and say nothing, or the wrong thing: it is
/// read as a file would be. Of an encoding that is named and not known nothing is guessed.
fn letters<'m>(message: &'m Message<'_>, part: &'m MessagePart<'_>) -> Option<Cow<'m, str>> {
    let read = part.text_contents()?;
    let named = part.content_type().and_then(|kind| kind.attribute("charset"));
    let is_doubtful = match named.map(|named| named.trim().to_ascii_lowercase()).as_deref() {
        None | Some("utf-8") => read.contains(char::REPLACEMENT_CHARACTER),
        Some("us-ascii") => !read.is_ascii(),
        Some(_) => false,
    };
    if !is_doubtful {
        return Some(Cow::Borrowed(read));
    }
    let bytes = bytes_of(message, part);
    let found = domain::encoding::text(&bytes).ok().map(Cow::into_owned);
    Some(found.map_or(Cow::Borrowed(read), Cow::Owned))
}

fn is_encrypted(message: &Message<'_>) -> bool {
    message.parts.iter().any(|part| {
        part.is_content_type("multipart", "encrypted")
            || part.is_content_type("application", "pkcs7-mime")
            || part.is_content_type("application", "x-pkcs7-mime")
    })
}

fn attachment(message: &Message<'_>, part: &MessagePart<'_>) -> Attachment {
    let bytes = bytes_of(message, part);
    let kind = part.content_type().map_or_else(
        || "application/octet-stream".to_owned(),
        |kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or("*")),
    );
    Attachment {
        name: name_of(part),
        media_type: safe::line(&kind.to_lowercase()),
        size: bytes.len(),
        sha256: Some(Sha256::digest(&bytes).into()),
    }
}

/// The bytes of a part as they were attached: of a text not what the parser made of its letters,
/// and of a mail with its header.
fn bytes_of<'m>(message: &'m Message<'_>, part: &'m MessagePart<'_>) -> Cow<'m, [u8]> {
    let is_raw = part.is_text() || part.is_message() && part.encoding == Encoding::None;
    if !is_raw {
        return Cow::Borrowed(part.contents());
    }
    let (start, end) = (part.raw_body_offset() as usize, part.raw_end_offset() as usize);
    let raw = message.raw_message.get(start..end).unwrap_or_default();
    let decoded = match part.encoding {
        Encoding::None => None,
        Encoding::Base64 => base64_decode(raw),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
    };
    decoded.map_or(Cow::Borrowed(raw), Cow::Owned)
}

fn headers<'m, 'x>(
    message: &'m Message<'x>,
    name: &'m HeaderName<'m>,
) -> impl Iterator<Item = &'m Header<'x>> {
    message
        .headers()
        .iter()
        .filter(move |header| header.name.as_str().eq_ignore_ascii_case(name.as_str()))
}

fn mailboxes(message: &Message<'_>, name: &HeaderName<'_>) -> Vec<Mailbox> {
    let mut found = Vec::new();
    for header in headers(message, name) {
        let HeaderValue::Address(addresses) = &header.value else { continue };
        let all: Box<dyn Iterator<Item = _>> = match addresses {
            Address::List(list) => Box::new(list.iter()),
            Address::Group(groups) => {
                Box::new(groups.iter().flat_map(|group| group.addresses.iter()))
            }
        };
        found.extend(all.map(|one| Mailbox {
            name: one.name().map(safe::line).filter(|name| !name.is_empty()),
            address: safe::line(one.address().unwrap_or_default()),
        }));
    }
    found.retain(|mailbox| mailbox.name.is_some() || !mailbox.address.is_empty());
    found.truncate(MAILBOXES_MAX);
    found
}
