//! What is said of signatures: those of the standard's own example, practice's, and mails that were
//! made to be mistaken.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod mails;

use domain::Timestamp;
use mail::dkim::{
    Alignment, Change, Field, Forwarding, Found, KeyKind, KeyName, Reason, SeenKey, Verdict,
    keys_needed, verify,
};
use mails::signer::Signer;
use mails::{mail, receipt};
use proptest::prelude::*;

/// RFC 8463 appendix A: the same mail signed with an Ed25519 key and with an RSA key of 1024 bits.
const EXAMPLE: &[u8] = include_bytes!("mails/rfc8463.eml");
const BRISBANE: &str = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
const TEST: &str = "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6\
    NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6l\
    HvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB";
fn at() -> Timestamp {
    "2026-11-24T14:21:00Z".parse().unwrap()
}

fn seen(domain: &str, selector: &str, record: &str) -> SeenKey {
    SeenKey {
        name: KeyName::new(domain, selector),
        at: at(),
        found: Found::Record(record.into()),
        authenticated: false,
    }
}

fn practice() -> SeenKey {
    seen(practice::MAIL_DOMAIN, practice::MAIL_SELECTOR, practice::MAIL_KEY_RECORD)
}

fn signed() -> Vec<u8> {
    practice::signed_mail(receipt().as_bytes(), at()).unwrap()
}

const FIELDS: [&str; 7] =
    ["From", "To", "Subject", "Date", "Message-ID", "Content-Type", "Content-Transfer-Encoding"];

fn brisbane() -> SeenKey {
    seen("football.example.com", "brisbane", BRISBANE)
}

fn verdict(bytes: &[u8], keys: &[SeenKey]) -> Verdict {
    verify(&mail(bytes), keys).verdict
}

fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1).into_bytes()
}

#[test]
fn the_example_of_the_standard_holds_with_either_key() {
    let keys = [brisbane(), seen("football.example.com", "test", TEST)];
    let checked = verify(&mail(EXAMPLE), &keys);
    let signed: Vec<_> = checked
        .signatures
        .iter()
        .map(|judged| match &judged.verdict {
            Verdict::SignedAndUnchanged(signed) => (signed.key, signed.is_weak, signed.alignment),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        signed,
        [(KeyKind::Ed25519, false, Alignment::Same), (KeyKind::Rsa(1024), true, Alignment::Same)]
    );
    assert_eq!(checked.signatures[0].signed_at.unwrap().as_second(), 1_528_637_909);
}

#[test]
fn the_keys_that_are_needed_are_named_before_anything_is_asked() {
    let needed = keys_needed(&mail(EXAMPLE));
    let names: Vec<String> = needed.iter().map(KeyName::in_the_dns).collect();
    assert_eq!(
        names,
        ["brisbane._domainkey.football.example.com", "test._domainkey.football.example.com"]
    );
    assert!(
        matches!(verdict(EXAMPLE, &[]), Verdict::NotChecked(name) if name.selector == "brisbane")
    );
    assert_eq!(keys_needed(&mail(receipt().as_bytes())), []);
}

#[test]
fn the_mail_of_practice_is_signed_and_covers_what_is_shown() {
    let Verdict::SignedAndUnchanged(signed) = verdict(&signed(), &[practice()]) else { panic!() };
    assert_eq!(signed.name, practice().name);
    assert_eq!((signed.alignment, signed.key), (Alignment::Same, KeyKind::Rsa(2048)));
    assert_eq!((signed.is_weak, signed.is_test, signed.seen_at), (false, false, at()));
    assert_eq!(signed.unsigned, []);
}

#[test]
fn a_mail_without_a_signature_has_none() {
    assert_eq!(verdict(receipt().as_bytes(), &[practice()]), Verdict::NoSignature);
}

#[test]
fn what_was_changed_is_told_with_what_still_holds() {
    let body = Verdict::Changed(Change { header_holds: true, body_holds: false });
    let header = Verdict::Changed(Change { header_holds: false, body_holds: true });
    for (from, to, told) in [
        ("13748136", "96273118", &body),
        ("Subject: Kvittering", "Subject: kvittering", &header),
        ("From: MitID", "From: MitId", &header),
        ("d=mitid-erhverv.example", "d=mitid-erhverv.example ", &header),
    ] {
        let changed = replaced(&signed(), from, to);
        assert_eq!(&verdict(&changed, &[practice()]), told, "{from}");
    }
    // Another key of that name.
    let other = seen(practice::MAIL_DOMAIN, practice::MAIL_SELECTOR, TEST);
    assert_eq!(verdict(&signed(), &[other]), header);
}

#[test]
fn spaces_and_folds_that_servers_set_otherwise_are_no_change() {
    let mail = Signer::of(&FIELDS).sign(receipt().as_bytes());
    let folded = replaced(&mail, "Subject: Kvittering", "subject:\r\n  Kvittering");
    assert!(matches!(verdict(&folded, &[brisbane()]), Verdict::SignedAndUnchanged(_)));
    let ended = [&mail[..], b"\r\n\r\n"].concat();
    assert!(matches!(verdict(&ended, &[brisbane()]), Verdict::SignedAndUnchanged(_)));
    // In the simple form they are.
    let mail = Signer::of(&FIELDS).in_simple_form().sign(receipt().as_bytes());
    assert!(matches!(verdict(&mail, &[brisbane()]), Verdict::SignedAndUnchanged(_)));
    let folded = replaced(&mail, "Subject: Kvittering", "subject: Kvittering");
    let told = verdict(&folded, &[brisbane()]);
    assert_eq!(told, Verdict::Changed(Change { header_holds: false, body_holds: true }));
    let spaced = replaced(&mail, "er nu tilsluttet", "er nu  tilsluttet");
    let told = verdict(&spaced, &[brisbane()]);
    assert_eq!(told, Verdict::Changed(Change { header_holds: true, body_holds: false }));
}

#[test]
fn a_file_with_the_line_ends_of_another_system_is_the_same_mail() {
    let unix: Vec<u8> = signed().into_iter().filter(|b| *b != b'\r').collect();
    assert!(matches!(verdict(&unix, &[practice()]), Verdict::SignedAndUnchanged(_)));
    let marked = [b"\xEF\xBB\xBF", &signed()[..]].concat();
    assert!(matches!(verdict(&marked, &[practice()]), Verdict::SignedAndUnchanged(_)));
    // A carriage return that no server would pass on, and that a screen hides.
    let mixed = replaced(&signed(), "13748136", "1374\r8136");
    assert_eq!(verdict(&mixed, &[practice()]), Verdict::Unsupported(Reason::MixedLineEnds));
    let unsigned = replaced(receipt().as_bytes(), "13748136", "1374\r8136");
    assert_eq!(verdict(&unsigned, &[practice()]), Verdict::NoSignature);
}

#[test]
fn a_signature_of_a_part_is_never_unchanged() {
    let mail = Signer::of(&FIELDS).sign_length(receipt().as_bytes());
    let part = Verdict::Unsupported(Reason::PartOfTheBody);
    assert_eq!(verdict(&mail, &[brisbane()]), part);
    let longer = [&mail[..], b"CVR 96273118\r\n"].concat();
    assert_eq!(verdict(&longer, &[brisbane()]), part);
    // A length of nothing is not the absence of a length.
    let length = receipt().len() - receipt().find("\r\n\r\n").unwrap() - 4;
    let tag = format!("l={length};");
    let nothing = replaced(&mail, &tag, "l=0;");
    assert!(matches!(verdict(&nothing, &[brisbane()]), Verdict::Changed(_)));
    let beyond = replaced(&mail, &tag, &format!("l=9{length};"));
    assert_eq!(verdict(&beyond, &[brisbane()]), Verdict::Unsupported(Reason::Malformed));
}

#[test]
fn a_signature_runs_out_by_the_time_that_its_key_was_seen() {
    let mail = Signer::of(&FIELDS).for_seconds(60).sign(receipt().as_bytes());
    let until = verify(&self::mail(&mail), &[]).signatures[0].expires.unwrap();
    let seen_at = |seconds: i64| SeenKey {
        at: Timestamp::from_second(until.as_second() + seconds).unwrap(),
        ..brisbane()
    };
    assert!(matches!(verdict(&mail, &[seen_at(0)]), Verdict::SignedAndUnchanged(_)));
    assert_eq!(verdict(&mail, &[seen_at(1)]), Verdict::Expired(brisbane().name));
    // What was changed is changed, whatever the time.
    let changed = replaced(&mail, "13748136", "96273118");
    assert!(matches!(verdict(&changed, &[seen_at(1)]), Verdict::Changed(_)));
}

#[test]
fn a_key_that_is_gone_or_taken_back_is_told() {
    let gone = SeenKey { found: Found::Gone, ..practice() };
    let revoked = SeenKey { found: Found::Record("v=DKIM1; p=".into()), ..practice() };
    for key in [gone, revoked] {
        assert_eq!(verdict(&signed(), &[key]), Verdict::KeyGone(practice().name));
    }
}

#[test]
fn what_cannot_be_judged_says_why() {
    // 512 bits: anybody can make the private half within hours.
    let short = "v=DKIM1; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAO5Z03W0JBElztlYbD1rF5GUJAOJWWAYCkM\
        ulAWgxJo/mkZeVTHIhxda+g5Xmw9+r97N/i52fKvmDkkcAbP0L8ECAwEAAQ==";
    let with = |record: &str| seen(practice::MAIL_DOMAIN, practice::MAIL_SELECTOR, record);
    let record = |more: &str| practice::MAIL_KEY_RECORD.replace("k=rsa", &format!("k=rsa; {more}"));
    for (key, reason) in [
        (with(short), Reason::KeyTooShort(512)),
        (with("v=DKIM1; p=AAAA"), Reason::KeyUnreadable),
        (with(BRISBANE), Reason::KeyOfAnotherKind),
        (with(&record("s=xmpp")), Reason::KeyNotForMail),
        (with(&record("h=sha1")), Reason::KeyNotForMail),
    ] {
        assert_eq!(verdict(&signed(), &[key]), Verdict::Unsupported(reason));
    }
    for (from, to, reason) in [
        ("v=1", "v=2", Reason::Malformed),
        ("v=1;", "", Reason::Malformed),
        ("v=1;", "v=1; v=1;", Reason::Malformed),
        ("d=mitid-erhverv.example", "d=", Reason::Malformed),
        ("a=rsa-sha256", "a=rsa-sha1", Reason::Algorithm),
        ("a=rsa-sha256", "a=gost", Reason::Algorithm),
        ("c=relaxed/relaxed", "c=nofws", Reason::Algorithm),
        ("a=rsa-sha256", "a=rsa-sha256; q=https", Reason::Algorithm),
        ("a=rsa-sha256", "a=rsa-sha256; i=x@other.example", Reason::Malformed),
        ("a=rsa-sha256", "a=rsa-sha256; x=1", Reason::Malformed),
        (":From", "", Reason::SenderNotSigned),
    ] {
        let odd = replaced(&signed(), from, to);
        assert_eq!(verdict(&odd, &[practice()]), Verdict::Unsupported(reason), "{from} {to}");
    }
}

#[test]
fn a_second_sender_is_not_what_was_signed() {
    // Mail programs show the first, and what was signed is the last.
    let mail = [b"From: Falsk <falsk@spam.example>\r\n", &signed()[..]].concat();
    assert_eq!(verdict(&mail, &[practice()]), Verdict::Unsupported(Reason::SeveralSenders));
}

#[test]
fn a_field_that_was_put_before_the_signed_one_is_named() {
    let mail = [b"Subject: Noget andet\r\n", &signed()[..]].concat();
    let Verdict::SignedAndUnchanged(signed) = verdict(&mail, &[practice()]) else { panic!() };
    assert_eq!(signed.unsigned, [Field::Subject]);
    let few = Signer::of(&["From"]).sign(receipt().as_bytes());
    let Verdict::SignedAndUnchanged(signed) = verdict(&few, &[brisbane()]) else { panic!() };
    assert_eq!(
        signed.unsigned,
        [
            Field::To,
            Field::Subject,
            Field::Date,
            Field::MessageId,
            Field::ContentType,
            Field::ContentTransferEncoding
        ]
    );
}

#[test]
fn the_domain_that_signed_stands_to_the_sender_s() {
    for (from, alignment) in [
        ("football.example.com", Alignment::Same),
        ("Football.Example.COM", Alignment::Same),
        ("mail.football.example.com", Alignment::Related),
        ("example.com", Alignment::Related),
        ("mitid-erhverv.example", Alignment::Other),
        ("xfootball.example.com", Alignment::Other),
    ] {
        let mail = receipt().replace("kvittering@mitid-erhverv.example", &format!("x@{from}"));
        let mail = Signer::of(&FIELDS).sign(mail.as_bytes());
        let Verdict::SignedAndUnchanged(signed) = verdict(&mail, &[brisbane()]) else { panic!() };
        assert_eq!(signed.alignment, alignment, "{from}");
    }
}

#[test]
fn of_several_signatures_the_best_is_told_and_each_is_judged() {
    let kind = |verdict: &Verdict| match verdict {
        Verdict::SignedAndUnchanged(_) => "signed",
        Verdict::KeyGone(_) => "key-gone",
        Verdict::NotChecked(_) => "not-checked",
        other => panic!("{other:?}"),
    };
    let once = signed();
    let twice = Signer::of(&FIELDS).sign(&once);
    let told = |keys: &[SeenKey]| {
        let checked = verify(&mail(&twice), keys);
        let each: Vec<_> = checked.signatures.iter().map(|j| kind(&j.verdict)).collect();
        (kind(&checked.verdict), each)
    };
    assert_eq!(told(&[brisbane(), practice()]), ("signed", vec!["signed", "signed"]));
    let Verdict::SignedAndUnchanged(best) = verdict(&twice, &[brisbane(), practice()]) else {
        panic!()
    };
    assert_eq!(best.name.domain, practice::MAIL_DOMAIN, "the sender's own before another's");
    let gone = SeenKey { found: Found::Gone, ..brisbane() };
    assert_eq!(told(&[gone.clone(), practice()]), ("signed", vec!["key-gone", "signed"]));
    assert_eq!(told(std::slice::from_ref(&gone)), ("not-checked", vec!["key-gone", "not-checked"]));
    // More than anybody judges.
    let many = [b"DKIM-Signature: v=1; x\r\n".repeat(30), once].concat();
    let checked = verify(&mail(&many), &[practice()]);
    assert_eq!((checked.signatures.len(), checked.more), (10, 21));
}

/// As every mail program attaches one: as it is, or in base64 by the careful.
#[test]
fn a_receipt_that_was_sent_on_as_an_attachment_keeps_its_signature() {
    let header = "From: mette@nordlystomrer.example\r\nSubject: Fwd: Kvittering\r\n\
        Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSe her\r\n--b\r\n\
        Content-Type: message/rfc822\r\n";
    let encoded = {
        use base64::Engine as _;
        base64::engine::general_purpose::STANDARD.encode(signed())
    };
    for (encoding, inner) in [("", signed()), ("base64", encoded.into_bytes())] {
        let encoding = match encoding {
            "" => String::new(),
            other => format!("Content-Transfer-Encoding: {other}\r\n"),
        };
        let whole = [header.as_bytes(), encoding.as_bytes(), b"\r\n", &inner, b"\r\n--b--\r\n"];
        let outer = mail(&whole.concat());
        assert_eq!(verify(&outer, &[practice()]).verdict, Verdict::NoSignature);
        let [inside] = &outer.inside()[..] else { panic!("{outer:?}") };
        let inside = mail(&inside.bytes);
        assert_eq!(inside.subject, "Kvittering for tilslutning");
        assert!(matches!(verify(&inside, &[practice()]).verdict, Verdict::SignedAndUnchanged(_)));
        assert_eq!(inside.inside(), []);
    }
}

#[test]
fn what_says_that_a_mail_was_passed_on_is_told_and_no_more() {
    for (field, told) in [
        ("List-Id: <alle.nordlys.example>", Forwarding::List),
        ("Resent-From: mette@nordlys.example", Forwarding::Resent),
        ("X-Forwarded-To: jens@nordlys.example", Forwarding::Rule),
    ] {
        let mail = [field.as_bytes(), b"\r\n", &signed()].concat();
        let checked = verify(&self::mail(&mail), &[practice()]);
        assert_eq!(checked.forwarding, [told]);
        assert!(matches!(checked.verdict, Verdict::SignedAndUnchanged(_)), "{field}");
    }
    let mail = receipt().replace("Subject: ", "Subject: VS: ");
    assert_eq!(verify(&self::mail(mail.as_bytes()), &[]).forwarding, [Forwarding::Subject]);
    assert_eq!(verify(&self::mail(&signed()), &[]).forwarding, []);
}

const LIKE_A_SIGNATURE: &str = concat!(
    "(v=1|a=(rsa|ed25519)-sha(1|256)|[a-z]{1,2}=[A-Za-z0-9=/+:@.]{0,9}",
    "|;| |\r\n ){0,14}",
);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// No byte of what is shown can become another without being told.
    #[test]
    fn no_other_letter_is_unchanged(place in 0_usize..4096, letter in "[a-zA-Z0-9]") {
        let genuine = signed();
        // In the signature itself there are bits of base64 that mean nothing.
        let place = genuine.len() - receipt().len() + place % receipt().len();
        let mut changed = genuine.clone();
        let letter = letter.as_bytes()[0];
        // The name of a field may be written in any case.
        prop_assume!(genuine[place].is_ascii_alphanumeric());
        prop_assume!(!genuine[place].eq_ignore_ascii_case(&letter));
        changed[place] = letter;
        if let Ok(mail::Content::Mail(mail)) = mail::read(&changed) {
            let verdict = verify(&mail, &[practice()]).verdict;
            if let Verdict::SignedAndUnchanged(signed) = verdict {
                prop_assert!(!signed.unsigned.is_empty(), "{place}");
            }
        }
    }

    #[test]
    fn any_signature_field_is_judged(field in LIKE_A_SIGNATURE) {
        let mail = [b"DKIM-Signature: ", field.as_bytes(), b"\r\n", receipt().as_bytes()].concat();
        if let Ok(mail::Content::Mail(mail)) = mail::read(&mail) {
            let checked = verify(&mail, &[brisbane()]);
            prop_assert!(!matches!(checked.verdict, Verdict::SignedAndUnchanged(_)));
        }
    }
}
