//! Drafts, read back by the parser that reads the mails of others, and what of a text cannot become
//! a header of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::person::EmailAddress;
use mail::draft::{Draft, Enclosure, NotDrafted};
use mail_parser::MessageParser;
use proptest::prelude::*;

fn draft(name: &str, subject: &str, text: &str) -> Draft {
    Draft {
        to_name: name.into(),
        to: EmailAddress::parse("mette@nordlystomrer.example").unwrap(),
        subject: subject.into(),
        text: text.into(),
        enclosures: vec![],
        written_at: "2026-11-24T14:21:00Z".parse().unwrap(),
    }
}

#[test]
fn a_draft_names_whom_it_is_to_and_nobody_as_its_sender() {
    let bytes = draft("Mette Krogh", "Husk", "Hej\nMette").eml().unwrap();
    let read = MessageParser::default().parse(&bytes).unwrap();
    assert!(read.from().is_none() && read.sender().is_none());
    let to = read.to().unwrap().first().unwrap();
    assert_eq!(
        (to.name(), to.address()),
        (Some("Mette Krogh"), Some("mette@nordlystomrer.example"))
    );
    assert_eq!(read.header_raw("X-Unsent").map(str::trim), Some("1"));
    assert_eq!(read.body_text(0).unwrap().replace("\r\n", "\n"), "Hej\nMette\n");
    assert_eq!(read.date().unwrap().to_timestamp(), 1_795_530_060);
}

#[test]
fn what_goes_along_comes_out_as_it_went_in() {
    let bytes: Vec<u8> = (0..=255).cycle().take(3_000).collect();
    let mut draft = draft("", "Husk", "Hej");
    let pdf = |name: &str| Enclosure {
        name: name.into(),
        media_type: "application/pdf".into(),
        bytes: bytes.clone(),
    };
    draft.enclosures = vec![pdf("Tjekliste æ.pdf"), pdf("a\r\nb\".pdf")];
    let file = draft.eml().unwrap();
    let read = MessageParser::default().parse(&file).unwrap();
    let names: Vec<_> = (0..2)
        .map(|n| mail_parser::MimeHeaders::attachment_name(read.attachment(n).unwrap()).unwrap())
        .collect();
    assert_eq!(names, ["Tjekliste æ.pdf", "a b\".pdf"]);
    assert!((0..2).all(|n| read.attachment(n).unwrap().contents() == bytes));
}

#[test]
fn a_draft_that_cannot_be_is_refused() {
    let mut odd = draft("", "", "");
    odd.enclosures =
        vec![Enclosure { name: "x".into(), media_type: "no kind".into(), bytes: vec![] }];
    assert_eq!(odd.eml().err(), Some(NotDrafted::MediaType));
}

#[test]
fn the_same_draft_is_the_same_file_but_for_the_borders_of_its_parts() {
    let draft = draft("Mette", "Husk", "Hej");
    assert_eq!(draft.eml(), draft.eml());
}

proptest! {
    #[test]
    fn nothing_typed_becomes_a_header_of_its_own(
        name in "[A-Za-zæøå \"<>,;:@\r\n\u{0}-]{0,30}",
        subject in "[A-Za-zæøå :\r\n\t\u{0}=?_]{0,60}",
        text in "[A-Za-zæøå.:\r\n =-]{0,200}",
    ) {
        let name = format!("{name}\r\nBcc: x@spam.example");
        let subject = format!("{subject}\r\nBcc: x@spam.example\r\n\r\nx");
        let draft = draft(&name, &subject, &text);
        let bytes = draft.eml().unwrap();
        let read = MessageParser::default().parse(&bytes).unwrap();
        prop_assert!(read.bcc().is_none());
        let to: Vec<_> = read.to().unwrap().iter().map(|one| one.address()).collect();
        prop_assert_eq!(to, [Some("mette@nordlystomrer.example")]);
        prop_assert_eq!(read.subject().unwrap_or_default(), domain::typed::fold(&subject));
        let body = read.body_text(0).unwrap().replace("\r\n", "\n");
        prop_assert_eq!(body.trim_end().to_owned(), draft.text().trim_end().to_owned());
    }
}
