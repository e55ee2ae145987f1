//! A mail that a person sends with a program of their own: as a file that opens as a draft, and as
//! text to copy. Nothing is sent from here. The words come from the caller.

use crate::safe;
use domain::person::EmailAddress;
use domain::problem::Problem;
use domain::typed;
use jiff::Timestamp;
use lettre::Address;
use lettre::message::header::{ContentType, From, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};
use std::time::{Duration, SystemTime};

/// What is written in place of the sender, whom the mail program knows.
const NOBODY: &str = "nobody@tilslut.invalid";

/// A file to send along.
#[derive(Clone, PartialEq, Eq)]
pub struct Enclosure {
    /// Its name.
    pub name: String,
    /// Its media type (`application/pdf`).
    pub media_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Names and bytes of an organisation's papers stay out of logs.
impl std::fmt::Debug for Enclosure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Enclosure({}, {} bytes)", self.media_type, self.bytes.len())
    }
}

/// A mail that is not sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    /// The name of whom it is to.
    pub to_name: String,
    /// The address of whom it is to.
    pub to: EmailAddress,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// What goes along.
    pub enclosures: Vec<Enclosure>,
    /// When it was written.
    pub written_at: Timestamp,
}

/// Whom a mail is to and what it says stay out of logs.
impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Draft({} enclosures)", self.enclosures.len())
    }
}

/// Why there is no draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NotDrafted {
    /// The address is one that a mail cannot be addressed to: correct it, or copy the text.
    #[error("no mail can be addressed to that address")]
    Address,
    /// The kind of a file that goes along is not written as a media type.
    #[error("a file without a kind")]
    MediaType,
}

impl std::convert::From<NotDrafted> for Problem {
    fn from(_: NotDrafted) -> Self {
        Self::DraftNotMade
    }
}

impl Draft {
    /// The file, which Outlook (by `X-Unsent`), Apple Mail and Thunderbird open as a mail to be
    /// sent. It names no sender: the program that sends it does.
    ///
    /// # Errors
    /// [`NotDrafted`] when it cannot be written as a mail.
    pub fn eml(&self) -> Result<Vec<u8>, NotDrafted> {
        let to: Address = self.to.as_str().parse().map_err(|_| NotDrafted::Address)?;
        let nobody: Address = NOBODY.parse().map_err(|_| NotDrafted::Address)?;
        let name = Some(typed::fold(&self.to_name)).filter(|name| !name.is_empty());
        let unsent = HeaderName::new_from_ascii_str("X-Unsent");
        let message = Message::builder()
            .from(Mailbox::new(None, nobody))
            .to(Mailbox::new(name, to))
            .subject(typed::fold(&self.subject))
            .date(system_time(self.written_at))
            .raw_header(HeaderValue::new(unsent, "1".to_owned()));
        let text = SinglePart::plain(self.text());
        let message = if self.enclosures.is_empty() {
            message.singlepart(text)
        } else {
            let mut parts = MultiPart::mixed().singlepart(text);
            for enclosure in &self.enclosures {
                let kind =
                    ContentType::parse(&enclosure.media_type).map_err(|_| NotDrafted::MediaType)?;
                let attachment = Attachment::new(typed::fold(&enclosure.name));
                parts = parts.singlepart(attachment.body(enclosure.bytes.clone(), kind));
            }
            message.multipart(parts)
        };
        let mut message = message.map_err(|_| NotDrafted::Address)?;
        message.headers_mut().remove::<From>();
        Ok(message.formatted())
    }

    /// The text to copy, with one kind of line end and nothing in it that cannot be seen.
    pub fn text(&self) -> String {
        safe::text(&self.text).0
    }
}

fn system_time(at: Timestamp) -> SystemTime {
    let seconds = u64::try_from(at.as_second()).unwrap_or_default();
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}
