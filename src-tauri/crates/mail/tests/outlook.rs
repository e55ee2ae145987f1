//! Outlook messages, made here as Outlook makes them: read, cut off, and made to be mistaken.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod mails;

use cfb::CompoundFile;
use mail::dkim::{Reason, Verdict, verify};
use mail::{Error, Format, Oddity, TextFrom, read};
use mails::mail;
use proptest::prelude::*;
use sha2::{Digest as _, Sha256};
use std::io::{Cursor, Write as _};

/// 24 November 2026, 14:13 UTC, in steps of 100 nanoseconds since 1601.
const SENT: u64 = (1_795_529_580 + 11_644_473_600) * 10_000_000;

struct Outlook(CompoundFile<Cursor<Vec<u8>>>);

impl Outlook {
    fn new() -> Self {
        let mut file = Self(CompoundFile::create(Cursor::new(Vec::new())).unwrap());
        // A head of 32 bytes, then the moment that it was sent.
        let sent = [&[0x40, 0, 0x39, 0, 6, 0, 0, 0][..], &SENT.to_le_bytes()].concat();
        file.stream("/__properties_version1.0", &[&[0; 32][..], &sent].concat());
        file
    }

    fn stream(&mut self, path: &str, bytes: &[u8]) {
        self.0.create_stream(path).unwrap().write_all(bytes).unwrap();
    }

    fn text(&mut self, folder: &str, tag: &str, text: &str) {
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        self.stream(&format!("{folder}/__substg1.0_{tag}001F"), &bytes);
    }

    fn receiver(&mut self, number: usize, kind: u8, name: &str, address: &str) {
        let folder = format!("/__recip_version1.0_#{number:08X}");
        self.0.create_storage(&folder).unwrap();
        let entry = [3, 0, 0x15, 0x0C, 6, 0, 0, 0, kind, 0, 0, 0, 0, 0, 0, 0];
        self.stream(&format!("{folder}/__properties_version1.0"), &[&[0; 8][..], &entry].concat());
        self.text(&folder, "3001", name);
        self.text(&folder, "39FE", address);
    }

    fn attachment(&mut self, number: usize, name: &str, bytes: &[u8]) {
        let folder = format!("/__attach_version1.0_#{number:08X}");
        self.0.create_storage(&folder).unwrap();
        self.text(&folder, "3707", name);
        self.text(&folder, "370E", "application/pdf");
        self.stream(&format!("{folder}/__substg1.0_37010102"), bytes);
    }

    fn bytes(mut self) -> Vec<u8> {
        self.0.flush().unwrap();
        self.0.into_inner().into_inner()
    }
}

fn receipt() -> Outlook {
    let mut file = Outlook::new();
    file.text("", "0037", "Kvittering for tilslutning");
    file.text("", "0C1A", "MitID Erhverv");
    file.text("", "5D01", "kvittering@mitid-erhverv.example");
    file.text("", "1035", "<1@mitid-erhverv.example>");
    file.text("", "1000", "Kære Mette\r\n\r\nNordlys, CVR-nummer 13748136, er tilsluttet.\r\n");
    file.receiver(0, 1, "Mette Lindegaard Krogh", "mette@nordlystomrer.example");
    file.receiver(1, 2, "Jens", "jens@nordlystomrer.example");
    file.attachment(0, "Kvittering.pdf", b"%PDF-1.7");
    file
}

#[test]
fn an_outlook_message_is_read() {
    let bytes = receipt().bytes();
    let mail = mail(&bytes);
    assert_eq!(mail.format, Format::Msg);
    assert_eq!(mail.from[0].address, "kvittering@mitid-erhverv.example");
    assert_eq!(mail.from[0].name.as_deref(), Some("MitID Erhverv"));
    assert_eq!(mail.to.len(), 1, "a copy is no receiver");
    assert_eq!(mail.to[0].address, "mette@nordlystomrer.example");
    assert_eq!(mail.subject, "Kvittering for tilslutning");
    assert_eq!(mail.date.unwrap().to_string(), "2026-11-24T14:13:00Z");
    assert_eq!(mail.message_id.as_deref(), Some("1@mitid-erhverv.example"));
    assert_eq!(mail.text, "Kære Mette\n\nNordlys, CVR-nummer 13748136, er tilsluttet.");
    let [pdf] = &mail.attachments[..] else { panic!("{mail:?}") };
    assert_eq!((pdf.name.as_deref(), pdf.size), (Some("Kvittering.pdf"), 8));
    assert_eq!(pdf.sha256, Some(Sha256::digest(b"%PDF-1.7").into()));
    assert_eq!((mail.text_from, &mail.oddities[..]), (TextFrom::Plain, &[][..]));
    assert_eq!(mail.raw, bytes);
}

#[test]
fn its_signature_cannot_be_checked_and_that_is_said() {
    let verdict = verify(&mail(&receipt().bytes()), &[]).verdict;
    assert_eq!(verdict, Verdict::Unsupported(Reason::OutlookMessage));
}

#[test]
fn the_header_that_outlook_kept_is_believed_before_its_own_words() {
    let mut file = receipt();
    file.text(
        "",
        "007D",
        "From: \"k@mitid-erhverv.example\" <x@spam.example>\r\nTo: b@y.example\r\n\
        Date: Wed, 25 Nov 2026 08:00:00 +0100\r\nMessage-ID: <2@spam.example>\r\n\r\n",
    );
    let mail = mail(&file.bytes());
    assert_eq!(mail.from[0].address, "x@spam.example");
    assert_eq!(mail.to[0].address, "b@y.example");
    assert_eq!(mail.date.unwrap().to_string(), "2026-11-25T07:00:00Z");
    assert_eq!(mail.message_id.as_deref(), Some("2@spam.example"));
    assert_eq!(mail.oddities, [Oddity::NameHoldsAnotherAddress]);
}

#[test]
fn a_message_without_plain_text_is_read_from_its_page_or_said_to_be_unread() {
    let mut page = Outlook::new();
    page.text("", "0C1F", "a@x.example");
    page.stream("/__substg1.0_10130102", b"<p>S\xF8ren</p><table><tr><td>a<td>b</table>");
    let read = mail(&page.bytes());
    assert_eq!(read.text.split_whitespace().collect::<Vec<_>>(), ["Søren", "a", "b"]);
    assert_eq!(read.text_from, TextFrom::Html);

    let mut formatted = Outlook::new();
    formatted.text("", "0C1F", "/O=OFFICE/CN=METTE");
    formatted.stream("/__substg1.0_10090102", b"LZFu");
    let read = mail(&formatted.bytes());
    assert_eq!((read.text_from, &read.from[..]), (TextFrom::Nothing, &[][..]));
    assert_eq!(read.oddities, [Oddity::NoSender, Oddity::TextNotRead]);
}

#[test]
fn texts_of_old_programs_and_a_mail_inside_are_read() {
    let mut file = Outlook::new();
    file.stream("/__substg1.0_0037001E", b"R\xF8dgr\xF8d");
    file.stream("/__substg1.0_0C1F001E", b"a@x.example");
    file.0.create_storage("/__attach_version1.0_#00000000").unwrap();
    file.0.create_storage("/__attach_version1.0_#00000000/__substg1.0_3701000D").unwrap();
    file.text("/__attach_version1.0_#00000000", "3001", "Kvittering");
    let mail = mail(&file.bytes());
    assert_eq!(mail.subject, "Rødgrød");
    assert_eq!(mail.attachments[0].name.as_deref(), Some("Kvittering"));
    assert_eq!((mail.attachments[0].size, mail.attachments[0].sha256), (0, None));
    assert_eq!(mail.oddities, [Oddity::MailInside]);
}

/// A mail that was dragged into an Outlook message as a file is in it as it was sent.
#[test]
fn a_mail_that_hangs_on_a_message_as_a_file_comes_out_byte_for_byte() {
    let inside = b"From: k@x.example\r\nSubject: Kvittering\r\n\r\nCVR 13748136\r\n";
    let mut file = Outlook::new();
    file.stream("/__substg1.0_0C1F001E", b"a@x.example");
    file.attachment(0, "Brev.docx", b"PK");
    file.attachment(1, "Kvittering.EML", inside);
    let mail = mail(&file.bytes());
    assert!(mail.oddities.contains(&Oddity::MailInside));
    let [found] = &mail.inside()[..] else { panic!("{mail:?}") };
    assert_eq!((found.name.as_deref(), &*found.bytes), (Some("Kvittering.EML"), &inside[..]));
}

#[test]
fn another_compound_file_is_no_mail_and_too_many_attachments_are_too_many() {
    let mut word = Outlook(CompoundFile::create(Cursor::new(Vec::new())).unwrap());
    word.stream("/WordDocument", b"x");
    assert_eq!(read(&word.bytes()).err(), Some(Error::NotAMail));
    let mut file = Outlook::new();
    for number in 0..501 {
        file.0.create_storage(format!("/__attach_version1.0_#{number:08X}")).unwrap();
    }
    assert_eq!(read(&file.bytes()).err(), Some(Error::TooManyParts));
}

#[test]
fn a_message_that_was_cut_off_is_damaged_wherever_it_was() {
    let whole = receipt().bytes();
    let told = |bytes: &[u8]| {
        let mail = mail(bytes);
        (mail.from, mail.to, mail.subject, mail.text, mail.attachments)
    };
    let mut damaged = 0;
    for length in (8..whole.len()).step_by(97) {
        match read(&whole[..length]) {
            Err(Error::Damaged | Error::NotAMail) => damaged += 1,
            // What fills the last sector up is nobody's.
            Ok(_) => assert_eq!(told(&whole[..length]), told(&whole), "{length}"),
            other => panic!("{length}: {other:?}"),
        }
    }
    assert!(damaged * 97 > whole.len() * 8 / 10, "{damaged}");
}

proptest! {
    #[test]
    fn any_byte_may_be_another(
        place in 0_usize..20_000,
        byte: u8,
        second in 0_usize..20_000,
        other: u8,
    ) {
        let mut bytes = receipt().bytes();
        let length = bytes.len();
        bytes[place % length] = byte;
        bytes[second % length] = other;
        let _ = read(&bytes);
    }
}
