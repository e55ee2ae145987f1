//! A mail that somebody dropped, and an Outlook message.

use domain::cvr::CvrNumber;
use domain::typed::is_invisible;
use mail::dkim::{Found, KeyName, SeenKey, Verdict, verify};
use mail::{Content, Mail, matching, read};

/// Any bytes are read or refused; what is read shows nothing that cannot be seen, is kept byte for
/// byte, and is judged the same when it is judged again.
pub(crate) fn mail(bytes: &[u8]) {
    let Ok(Content::Mail(mail)) = read(bytes) else { return };
    assert_eq!(mail.raw, bytes);
    shows_what_it_holds(&mail);
    let keys = [("football.example.com", "brisbane"), ("mitid-erhverv.example", "proeve2026")].map(
        |(domain, selector)| SeenKey {
            name: KeyName::new(domain, selector),
            at: domain::Timestamp::UNIX_EPOCH,
            found: Found::Record(
                "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=".to_owned(),
            ),
            authenticated: false,
        },
    );
    assert!(!matches!(verify(&mail, &[]).verdict, Verdict::SignedAndUnchanged(_)));
    assert_eq!(verify(&mail, &keys), verify(&mail, &keys));
}

/// The same of a compound file.
pub(crate) fn outlook_message(bytes: &[u8]) {
    if let Ok(Content::Mail(mail)) = read(bytes) {
        shows_what_it_holds(&mail);
    }
}

fn shows_what_it_holds(mail: &Mail) {
    let names = mail.from.iter().chain(&mail.to);
    let texts = names
        .flat_map(|one| [one.name.as_deref().unwrap_or_default(), &one.address])
        .chain([&*mail.subject, &*mail.text])
        .chain(mail.attachments.iter().filter_map(|file| file.name.as_deref()));
    for text in texts {
        let joins = |c: char| matches!(c, '\u{200c}' | '\u{200d}');
        assert!(text.chars().all(|c| !is_invisible(c) || joins(c)));
    }
    if let Ok(cvr) = CvrNumber::parse("13748136") {
        let found = matching::find(mail, cvr, "Nordlys ApS");
        for place in found.numbers.iter().map(|number| &number.place).chain(&found.names) {
            let text = match place.part {
                matching::Part::Subject => &mail.subject,
                matching::Part::Text => &mail.text,
            };
            assert!(text.get(place.bytes.clone()).is_some());
        }
    }
}
