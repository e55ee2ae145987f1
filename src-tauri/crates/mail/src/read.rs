//! A file that somebody dropped: a mail, an Outlook message, a PDF, or nothing that is read here.

use crate::message::{Format, Mail, MailInside};
use crate::{Error, FILE_MAX, eml, msg};

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A mail.
    Mail(Box<Mail>),
    /// A PDF: a mail that was printed has no signature, and a record of Tilslut is read by
    /// `receipt`.
    Pdf,
}

/// How every compound file begins (MS-CFB §2.2).
const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Viewers look for the mark of a PDF this far into a file.
const PDF_MARK_WITHIN: usize = 1024;

/// Reads a file. What is in a mail is told by its bytes, never by the name of the file.
///
/// # Errors
/// [`Error`] says why it is no mail that can be read.
pub fn read(bytes: &[u8]) -> Result<Content, Error> {
    if bytes.len() > FILE_MAX {
        return Err(Error::TooLarge);
    }
    if bytes.starts_with(COMPOUND_FILE) {
        return msg::read(bytes).map(Box::new).map(Content::Mail);
    }
    // A mail may carry a PDF in plain sight, but then it begins with a header.
    let start = bytes.get(..PDF_MARK_WITHIN).unwrap_or(bytes);
    let is_marked = start.windows(5).any(|window| window == b"%PDF-");
    if is_marked && !eml::begins_with_a_header(eml::unmarked(start)) {
        return Ok(Content::Pdf);
    }
    eml::read(bytes).map(Box::new).map(Content::Mail)
}

impl Mail {
    /// The mails that are attached to it: whoever sends the receipt on as an attachment sends its
    /// signature with it. Of an Outlook message only those that hang on it as files: of the others
    /// Outlook keeps its own version.
    pub fn inside(&self) -> Vec<MailInside> {
        match self.format {
            Format::Eml => eml::mails_inside(&self.raw),
            Format::Msg => msg::mails_inside(&self.raw),
        }
    }
}
