//! What was read of a mail: safe texts, what hangs on it by name and hash, and the bytes as they
//! came.

use domain::Timestamp;
pub use domain::official_mail::{Oddity, TextFrom};
use std::fmt;

/// The file that a mail came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// As it was sent (RFC 5322), with its signatures.
    Eml,
    /// Outlook's own (MS-OXMSG): what Outlook made of the mail. The bytes that were signed are not
    /// in it.
    Msg,
}

/// A mail. Every text is safe to show; only [`Mail::raw`] is as it came.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// The file that it came in.
    pub format: Format,
    /// Who it says that it is from.
    pub from: Vec<Mailbox>,
    /// Whom it says that it is to.
    pub to: Vec<Mailbox>,
    /// The subject; empty when there is none.
    pub subject: String,
    /// When it says that it was sent.
    pub date: Option<Timestamp>,
    /// Its id, without the angle brackets.
    pub message_id: Option<String>,
    /// The text.
    pub text: String,
    /// Where the text was taken from.
    pub text_from: TextFrom,
    /// What hangs on it. Nothing of it is opened.
    pub attachments: Vec<Attachment>,
    /// What a person must be told of how it is made.
    pub oddities: Vec<Oddity>,
    /// The file, byte for byte.
    pub raw: Vec<u8>,
}

/// A mail is somebody's letter: a log or a panic shows its measure and nothing of it.
impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mail")
            .field("format", &self.format)
            .field("text_from", &self.text_from)
            .field("attachments", &self.attachments.len())
            .field("oddities", &self.oddities)
            .field("bytes", &self.raw.len())
            .finish_non_exhaustive()
    }
}

/// A name and an address, each as the mail has it.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Mailbox {
    /// The name that a mail program shows; anybody can write anything there.
    pub name: Option<String>,
    /// The address.
    pub address: String,
}

impl fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mailbox(…)")
    }
}

impl Mailbox {
    /// The part of the address after the `@`, in small letters.
    pub fn domain(&self) -> Option<String> {
        let (_, domain) = self.address.rsplit_once('@')?;
        Some(domain.trim_end_matches('.').to_ascii_lowercase())
    }
}

/// A file that hangs on a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, when it has one.
    pub name: Option<String>,
    /// Its media type as the mail says it (`application/pdf`).
    pub media_type: String,
    /// Its size, in bytes.
    pub size: usize,
    /// SHA-256 of its bytes; none of a mail inside an Outlook message, which is no file of its own.
    pub sha256: Option<[u8; 32]>,
}

/// A mail that hangs on another one, byte for byte as it was sent.
#[derive(Clone, PartialEq, Eq)]
pub struct MailInside {
    /// The name of its file, when it has one.
    pub name: Option<String>,
    /// What [`crate::read()`] reads.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for MailInside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MailInside({})", self.bytes.len())
    }
}

/// Some programs attach a mail as any other file, so that only its name says what it is.
pub(crate) fn names_a_mail(file: &str) -> bool {
    let ending = file.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    matches!(&*ending, "eml" | "msg")
}

/// What is odd about the senders.
pub(crate) fn odd_senders(from: &[Mailbox]) -> Vec<Oddity> {
    let mut odd = Vec::new();
    match from {
        [] => odd.push(Oddity::NoSender),
        [_] => {}
        _ => odd.push(Oddity::SeveralSenders),
    }
    if from.iter().any(name_holds_another_address) {
        odd.push(Oddity::NameHoldsAnotherAddress);
    }
    odd
}

fn name_holds_another_address(sender: &Mailbox) -> bool {
    let Some(name) = &sender.name else { return false };
    let Some(own) = sender.domain() else { return name.contains('@') };
    // Wide forms of the sign read as it does.
    let name = domain::typed::narrow(name).to_lowercase();
    let is_of_domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    name.split('@').skip(1).any(|after| {
        let end = after.find(|c| !is_of_domain(c)).unwrap_or(after.len());
        let named = after.get(..end).unwrap_or_default().trim_matches('.');
        named.contains('.') && named != own
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_poses_as_an_address_is_noticed() {
        let odd = |name: &str| {
            let name = Some(name.to_owned());
            odd_senders(&[Mailbox { name, address: "x@spam.example".into() }])
        };
        for forged in [
            "kvittering@mitid-erhverv.example",
            "MitID Erhverv <kvittering@mitid-erhverv.example>",
            "kvittering＠mitid-erhverv.example",
        ] {
            assert_eq!(odd(forged), [Oddity::NameHoldsAnotherAddress], "{forged}");
        }
        for honest in ["MitID Erhverv", "x@spam.example", "X (x@spam.example)", "Mig @ kontoret"] {
            assert_eq!(odd(honest), [], "{honest}");
        }
        assert_eq!(odd_senders(&[]), [Oddity::NoSender]);
    }

    #[test]
    fn nothing_of_a_mail_is_shown_by_accident() {
        let mailbox = Mailbox { name: Some("Mette".into()), address: "m@x.example".into() };
        let mail = Mail {
            format: Format::Eml,
            from: vec![mailbox.clone()],
            to: vec![],
            subject: "Hemmeligt".into(),
            date: None,
            message_id: None,
            text: "Hemmeligt".into(),
            text_from: TextFrom::Plain,
            attachments: vec![],
            oddities: vec![],
            raw: b"Hemmeligt".to_vec(),
        };
        for shown in [format!("{mail:?}"), format!("{mailbox:?}")] {
            assert!(!shown.contains("Hemmeligt") && !shown.contains("Mette"), "{shown}");
        }
    }
}
