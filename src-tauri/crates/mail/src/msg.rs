//! An Outlook message (`.msg`, MS-OXMSG): what Outlook made of a mail, as properties in a compound
//! file.
//!
//! A reader of our own over `cfb`, because the one that there is (`msg_parser`) has a reader of
//! compound files of its own that trusts what it is given, reads every attachment into text and
//! knows no limit. Here only the properties that a person is shown are read, each bounded. The
//! bytes that a sender signed are not in such a file, so no signature can be checked; that is said,
//! and the mail itself (`.eml`) is what proves something.

use crate::Error;
use crate::eml;
use crate::message::{
    Attachment, Format, Mail, MailInside, Mailbox, Oddity, TextFrom, names_a_mail, odd_senders,
};
use crate::safe;
use cfb::CompoundFile;
use domain::{Timestamp, encoding};
use sha2::{Digest as _, Sha256};
use std::io::{Cursor, Read as _};

/// The most objects (streams and folders) that a message has.
const OBJECTS_MAX: usize = 20_000;
/// The most attachments, and the most receivers, that are told.
const ITEMS_MAX: usize = 500;

/// The properties that are read (MS-OXPROPS), by their tag without the type.
mod tag {
    pub(super) const SUBJECT: u16 = 0x0037;
    pub(super) const CLIENT_SUBMIT_TIME: u16 = 0x0039;
    pub(super) const TRANSPORT_HEADERS: u16 = 0x007D;
    pub(super) const RECIPIENT_TYPE: u16 = 0x0C15;
    pub(super) const SENDER_NAME: u16 = 0x0C1A;
    pub(super) const SENDER_EMAIL: u16 = 0x0C1F;
    pub(super) const SENDER_SMTP: u16 = 0x5D01;
    pub(super) const REPRESENTED_SMTP: u16 = 0x5D02;
    pub(super) const BODY: u16 = 0x1000;
    pub(super) const RTF: u16 = 0x1009;
    pub(super) const HTML: u16 = 0x1013;
    pub(super) const MESSAGE_ID: u16 = 0x1035;
    pub(super) const DISPLAY_NAME: u16 = 0x3001;
    pub(super) const EMAIL: u16 = 0x3003;
    pub(super) const SMTP: u16 = 0x39FE;
    pub(super) const ATTACHED: u16 = 0x3701;
    pub(super) const SHORT_FILE_NAME: u16 = 0x3704;
    pub(super) const FILE_NAME: u16 = 0x3707;
    pub(super) const MEDIA_TYPE: u16 = 0x370E;
}

/// The folders of what hangs on a message begin so.
const ATTACHMENTS: &str = "__attach_version1.0_";
/// What a file is called; a mail inside has no file name, but a title.
const NAMES_OF_A_FILE: [u16; 3] = [tag::FILE_NAME, tag::SHORT_FILE_NAME, tag::DISPLAY_NAME];

/// Text in UTF-16, text in a code page, bytes, and a folder (MS-OXCDATA §2.11.1).
const UNICODE: u16 = 0x001F;
const ANSI: u16 = 0x001E;
const BINARY: u16 = 0x0102;
const OBJECT: u16 = 0x000D;
/// A moment, and a small number.
const TIME: u16 = 0x0040;
const INTEGER: u16 = 0x0003;

/// Reads an Outlook message.
pub(crate) fn read(bytes: &[u8]) -> Result<Mail, Error> {
    let file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| Error::Damaged)?;
    if file.walk().take(OBJECTS_MAX + 1).count() > OBJECTS_MAX {
        return Err(Error::TooManyParts);
    }
    let mut message = Message { file, left: bytes.len() as u64 };
    // Every message has its fixed properties, and no Word document has.
    let Some(fixed) = message.bytes("/__properties_version1.0")? else {
        return Err(Error::NotAMail);
    };
    let fixed = fixed.get(32..).unwrap_or_default();

    let header = message.text("", tag::TRANSPORT_HEADERS)?;
    let kept = header.as_deref().and_then(eml::header_alone);
    let sender = message.sender()?;
    let from = match &kept {
        Some(kept) if !kept.from.is_empty() => kept.from.clone(),
        _ => sender.into_iter().collect(),
    };
    let mut oddities = odd_senders(&from);
    let to = match &kept {
        Some(kept) if !kept.to.is_empty() => kept.to.clone(),
        _ => message.receivers()?,
    };
    let (text, text_from) = message.words(&mut oddities)?;
    let attachments = message.attachments(&mut oddities)?;
    let subject = message.text("", tag::SUBJECT)?.unwrap_or_default();
    let stated_id = message.text("", tag::MESSAGE_ID)?;
    let stated_id = stated_id.map(|id| safe::line(id.trim_matches(['<', '>', ' '])));
    oddities.sort_unstable();
    oddities.dedup();
    Ok(Mail {
        format: Format::Msg,
        from,
        to,
        subject: safe::line(&subject),
        date: kept
            .as_ref()
            .and_then(|kept| kept.date)
            .or_else(|| moment(fixed_value(fixed, tag::CLIENT_SUBMIT_TIME, TIME)?)),
        message_id: kept.and_then(|kept| kept.message_id).or(stated_id).filter(|id| !id.is_empty()),
        text,
        text_from,
        attachments,
        oddities,
        raw: bytes.to_vec(),
    })
}

/// The mails that hang on a message as files, byte for byte.
pub(crate) fn mails_inside(bytes: &[u8]) -> Vec<MailInside> {
    let Ok(file) = CompoundFile::open(Cursor::new(bytes)) else { return Vec::new() };
    let mut message = Message { file, left: bytes.len() as u64 };
    let folders = message.folders(ATTACHMENTS);
    let inside = folders.iter().filter_map(|folder| {
        let name = message.first(folder, &NAMES_OF_A_FILE).ok()??;
        let name = Some(safe::line(&name)).filter(|name| names_a_mail(name))?;
        let bytes = message.property(folder, tag::ATTACHED, BINARY).ok()??;
        Some(MailInside { name: Some(name), bytes })
    });
    inside.take(ITEMS_MAX).collect()
}

struct Message<'b> {
    file: CompoundFile<Cursor<&'b [u8]>>,
    /// How much may still be read: streams do not share bytes, so all of them together are smaller
    /// than the file, whatever they say of their lengths.
    left: u64,
}

impl Message<'_> {
    /// A stream, whole; none when there is none.
    fn bytes(&mut self, path: &str) -> Result<Option<Vec<u8>>, Error> {
        if !self.file.is_stream(path) {
            return Ok(None);
        }
        let stream = self.file.open_stream(path).map_err(|_| Error::Damaged)?;
        let length = stream.len();
        self.left = self.left.checked_sub(length).ok_or(Error::Damaged)?;
        let mut bytes = Vec::new();
        stream.take(length).read_to_end(&mut bytes).map_err(|_| Error::Damaged)?;
        // The file may be cut off in it.
        if bytes.len() as u64 == length { Ok(Some(bytes)) } else { Err(Error::Damaged) }
    }

    fn property(&mut self, folder: &str, tag: u16, kind: u16) -> Result<Option<Vec<u8>>, Error> {
        self.bytes(&format!("{folder}/__substg1.0_{tag:04X}{kind:04X}"))
    }

    /// A text property, in either of the two forms.
    fn text(&mut self, folder: &str, tag: u16) -> Result<Option<String>, Error> {
        if let Some(bytes) = self.property(folder, tag, UNICODE)? {
            return Ok(Some(utf16(&bytes)));
        }
        Ok(self.property(folder, tag, ANSI)?.map(|bytes| of_a_code_page(&bytes)))
    }

    /// The first of these text properties that is there.
    fn first(&mut self, folder: &str, tags: &[u16]) -> Result<Option<String>, Error> {
        for tag in tags {
            if let Some(text) = self.text(folder, *tag)? {
                return Ok(Some(text));
            }
        }
        Ok(None)
    }

    fn sender(&mut self) -> Result<Option<Mailbox>, Error> {
        let name = self.text("", tag::SENDER_NAME)?;
        let addresses = [tag::SENDER_SMTP, tag::REPRESENTED_SMTP, tag::SENDER_EMAIL];
        Ok(mailbox(name, self.first("", &addresses)?))
    }

    fn receivers(&mut self) -> Result<Vec<Mailbox>, Error> {
        let mut receivers = Vec::new();
        for folder in self.folders("__recip_version1.0_") {
            let fixed = self.bytes(&format!("{folder}/__properties_version1.0"))?;
            let fixed = fixed.unwrap_or_default();
            let fixed = fixed.get(8..).unwrap_or_default();
            // 1 is To, 2 Cc, 3 Bcc.
            let kind = fixed_value(fixed, tag::RECIPIENT_TYPE, INTEGER);
            if kind.is_some_and(|kind| kind & 0xF != 1) {
                continue;
            }
            let name = self.text(&folder, tag::DISPLAY_NAME)?;
            receivers.extend(mailbox(name, self.first(&folder, &[tag::SMTP, tag::EMAIL])?));
        }
        Ok(receivers)
    }

    fn words(&mut self, oddities: &mut Vec<Oddity>) -> Result<(String, TextFrom), Error> {
        let plain = self.text("", tag::BODY)?.unwrap_or_default();
        let (mut text, mut is_cut) = safe::text(&plain);
        let mut from = TextFrom::Plain;
        if text.is_empty() {
            let page = match self.property("", tag::HTML, BINARY)? {
                Some(bytes) => Some(of_a_code_page(&bytes)),
                None => self.text("", tag::HTML)?,
            };
            (text, is_cut) = safe::text_of_html(&page.unwrap_or_default());
            from = TextFrom::Html;
        }
        if text.is_empty() {
            from = TextFrom::Nothing;
            if self.property("", tag::RTF, BINARY)?.is_some() {
                oddities.push(Oddity::TextNotRead);
            }
        }
        if is_cut {
            oddities.push(Oddity::TextCut);
        }
        Ok((text, from))
    }

    fn attachments(&mut self, oddities: &mut Vec<Oddity>) -> Result<Vec<Attachment>, Error> {
        let folders = self.folders(ATTACHMENTS);
        if folders.len() > ITEMS_MAX {
            return Err(Error::TooManyParts);
        }
        let mut attachments = Vec::new();
        for folder in folders {
            let name = self.first(&folder, &NAMES_OF_A_FILE)?;
            let media_type = self.text(&folder, tag::MEDIA_TYPE)?;
            let bytes = self.property(&folder, tag::ATTACHED, BINARY)?;
            let is_a_mail = bytes.is_none()
                && self.file.is_storage(format!("{folder}/__substg1.0_3701{OBJECT:04X}"));
            let is_a_file = bytes.is_some() && name.as_deref().is_some_and(names_a_mail);
            if is_a_mail || is_a_file {
                oddities.push(Oddity::MailInside);
            }
            attachments.push(Attachment {
                name: name.map(|name| safe::line(&name)).filter(|name| !name.is_empty()),
                media_type: media_type
                    .map(|kind| safe::line(&kind.to_lowercase()))
                    .filter(|kind| !kind.is_empty())
                    .unwrap_or_else(|| "application/octet-stream".to_owned()),
                size: bytes.as_ref().map_or(0, Vec::len),
                sha256: bytes.map(|bytes| Sha256::digest(&bytes).into()),
            });
        }
        Ok(attachments)
    }

    /// The folders whose names begin so, in the order of their names.
    fn folders(&self, prefix: &str) -> Vec<String> {
        let entries = self.file.read_root_storage();
        let wanted = entries.filter(|entry| entry.is_storage() && entry.name().starts_with(prefix));
        let mut folders: Vec<String> =
            wanted.map(|entry| format!("/{}", entry.name())).take(ITEMS_MAX + 1).collect();
        folders.sort_unstable();
        folders
    }
}

fn mailbox(name: Option<String>, address: Option<String>) -> Option<Mailbox> {
    let line = |text: Option<String>| text.map(|text| safe::line(&text)).unwrap_or_default();
    let (name, address) = (line(name), line(address));
    // An address of the office's own directory (`/O=…`) is none that anybody else knows.
    let address = if address.contains('@') { address } else { String::new() };
    let name = Some(name).filter(|name| !name.is_empty());
    (name.is_some() || !address.is_empty()).then_some(Mailbox { name, address })
}

/// A property that takes eight bytes or fewer, from the stream that holds them all: sixteen bytes
/// each, the type, the tag, flags and the value (MS-OXMSG §2.4.2.1).
fn fixed_value(fixed: &[u8], tag: u16, kind: u16) -> Option<u64> {
    fixed.chunks_exact(16).find_map(|entry| {
        let (head, value) = entry.split_at_checked(8)?;
        let [kind_low, kind_high, tag_low, tag_high, ..] = *head else { return None };
        let is_it = u16::from_le_bytes([kind_low, kind_high]) == kind
            && u16::from_le_bytes([tag_low, tag_high]) == tag;
        is_it.then(|| value.try_into().map(u64::from_le_bytes).ok()).flatten()
    })
}

/// Steps of 100 nanoseconds since 1601.
fn moment(steps: u64) -> Option<Timestamp> {
    const SECONDS_BEFORE_1970: i64 = 11_644_473_600;
    let seconds = i64::try_from(steps / 10_000_000).ok()?.checked_sub(SECONDS_BEFORE_1970)?;
    Timestamp::from_second(seconds).ok().filter(|_| steps > 0)
}

fn utf16(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| match *pair {
        [low, high] => u16::from_le_bytes([low, high]),
        _ => 0,
    });
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Which code page is told by yet another property that old programs leave out; what is not UTF-8
/// is Windows-1252 in Denmark.
fn of_a_code_page(bytes: &[u8]) -> String {
    match encoding::text(bytes) {
        Ok(text) => text.into_owned(),
        Err(_) => String::from_utf8_lossy(bytes).into_owned(),
    }
}
