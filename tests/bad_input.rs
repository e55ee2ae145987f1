//! What comes from outside and is not as it should be, as a person meets it: each mail of the wrong
//! kind is told of on its page, in both languages, proves nothing, and loses nothing of the case;
//! and so are a PDF that is no receipt and a name that would break a calendar file.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[allow(dead_code)]
#[path = "../src-tauri/crates/mail/tests/mails/signer.rs"]
mod signer;
mod support;

use contract::answers::{Answers, Organisation, RoleName};
use contract::intent::CasesIntent;
use contract::pages::{
    BelongingName, CaseState, ConclusionName, ListingName, OddityName, OutcomeName, SignatureName,
    SignatureReasonName,
};
use contract::{GuideIntent, Intent, MailIntent, Navigation, Page, PartName, View};
use domain::Language;
use signer::Signer;
use std::path::Path;
use support::guided::{again, guide, live, open, prepare, row, state};
use support::mails::{self, mail, shown};
use support::name_server::NameServer;
use support::{Installation, NORDLYS, Tilslut, organisation};
use texts::Texts;

/// The record of the signer's key.
const BRISBANE: &str = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
/// 512 bits: anybody can make the private half within hours.
const SHORT: &str = "v=DKIM1; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAO5Z03W0JBElztlYbD1rF5GUJAOJWWAYCkM\
    ulAWgxJo/mkZeVTHIhxda+g5Xmw9+r97N/i52fKvmDkkcAbP0L8ECAwEAAQ==";

fn crlf(text: &str) -> Vec<u8> {
    text.replace('\n', "\r\n").into_bytes()
}

fn receipt(from: &str, cvr: &str) -> Vec<u8> {
    crlf(&format!(
        "From: {from}\nTo: mette@nordlystomrer.example\nSubject: Kvittering\n\
         Date: Tue, 24 Nov 2026 14:13:00 +0000\nMessage-ID: <1@mitid-erhverv.example>\n\
         MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\
         Content-Transfer-Encoding: 8bit\n\nCVR-nummer {cvr} er tilsluttet.\n"
    ))
}

const OFFICIAL: &str = "MitID Erhverv <kvittering@mitid-erhverv.example>";

fn signed(mail: &[u8]) -> Vec<u8> {
    practice::signed_mail(mail, "2026-11-24T14:13:00Z".parse().unwrap()).unwrap()
}

fn by_brisbane() -> Signer {
    Signer::of(&["From", "To", "Subject", "Date", "Message-ID"])
}

fn choose(tilslut: &Tilslut, case: &str, path: &Path) -> View {
    open(tilslut, case);
    mails::choose(tilslut, case, path)
}

/// What happened and what to do now are there in both languages.
fn is_told(code: &str) {
    for language in [Language::Danish, Language::English] {
        let texts = Texts::new(language);
        for key in [format!("err-{code}"), format!("rec-{code}")] {
            assert!(texts.has(&key), "{key}");
        }
    }
}

fn multipart(parts: &str) -> Vec<u8> {
    crlf(&format!(
        "From: {OFFICIAL}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n{parts}"
    ))
}

fn nested(depth: usize) -> Vec<u8> {
    let inner = (0..depth).fold(format!("From: {OFFICIAL}\n\nx\n"), |inner, _| {
        format!("From: {OFFICIAL}\nContent-Type: message/rfc822\n\n{inner}")
    });
    crlf(&inner)
}

/// A case that was stated to be concluded, in live, where a name server is asked.
struct Scene {
    machine: Installation,
    server: NameServer,
}

impl Scene {
    fn new() -> Self {
        let server = NameServer::new();
        let mut machine = Installation::new();
        machine.name_server = Some(server.address());
        Self { machine, server }
    }

    fn concluded(&self) -> (Tilslut, String) {
        let tilslut = live(&self.machine);
        let case = prepare(&tilslut, RoleName::Representative);
        guide(&tilslut, &case, GuideIntent::Begin);
        state(&tilslut, &case, OutcomeName::Concluded, "");
        (tilslut, case)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> std::path::PathBuf {
        let folder = self.machine.folder.with_extension("mails");
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

#[test]
fn a_mail_that_cannot_be_read_is_told_of_and_the_case_stays_as_it_is() {
    let scene = Scene::new();
    let (tilslut, case) = scene.concluded();
    let part = "--b\nContent-Type: application/octet-stream\n\nx\n";
    // The head of an Outlook message, and nothing of what it says comes after it.
    let mut outlook = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    outlook.resize(700, 0);
    let rows: [(&str, Vec<u8>, &str); 5] = [
        ("tusind.eml", multipart(&(part.repeat(1_000) + "--b--\n")), "mail-too-many-parts"),
        ("dyb.eml", nested(200), "mail-too-many-parts"),
        ("afskaaret.msg", outlook, "mail-damaged"),
        ("stor.eml", vec![b'a'; mail::FILE_MAX + 1], "mail-too-large"),
        ("brev.eml", crlf("Kære Mette\n\nHej: x\n"), "mail-kind"),
    ];
    for (name, bytes, code) in rows {
        let view = choose(&tilslut, &case, &scene.file(name, &bytes));
        assert_eq!(view.problem.as_deref(), Some(code), "{name}");
        assert!(matches!(&view.page, Page::Mail { mail: None, .. }), "{name}: {:?}", view.page);
        is_told(code);
        assert_eq!(row(&tilslut, &case).state, CaseState::StatedConcluded, "{name}");
    }
    let tilslut = again(&scene.machine, tilslut);
    let Page::Stated { after } = open(&tilslut, &case).page else { panic!("what was stated") };
    assert_eq!((after.mails.len(), after.earlier.len()), (0, 0), "nothing was kept or lost");
}

/// What is told of one, once its key was asked for.
struct Told {
    worth: SignatureName,
    reason: Option<SignatureReasonName>,
    belonging: BelongingName,
    oddities: Vec<OddityName>,
}

impl Told {
    fn of(worth: SignatureName) -> Self {
        let belonging = BelongingName::Belongs;
        Self { worth, reason: None, belonging, oddities: vec![] }
    }
}

#[test]
fn a_mail_that_is_not_as_it_should_be_is_kept_and_proves_nothing() {
    use SignatureName as Worth;
    let scene = Scene::new();
    let (tilslut, case) = scene.concluded();
    let ours = receipt(OFFICIAL, NORDLYS);
    let forged = receipt("\"kvittering@mitid-erhverv.dk\" <svindel@football.example.com>", NORDLYS);
    let html = crlf(&format!(
        "From: {OFFICIAL}\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n\
         <p>CVR {NORDLYS}</p><script>x()</script><img src=\"http://192.0.2.7/p.png\">\n"
    ));
    let broken = multipart(&format!("--b\n\nCVR {NORDLYS}\n"));
    let part = [by_brisbane().sign_length(&ours), b"Og mere.\r\n".to_vec()].concat();
    let odd = |oddity, told: Told| Told { oddities: vec![oddity], ..told };
    let rows: Vec<(&str, Vec<u8>, &str, Told)> = vec![
        (
            "anden.eml",
            signed(&receipt(OFFICIAL, "96273118")),
            practice::MAIL_KEY_RECORD,
            Told { belonging: BelongingName::Another, ..Told::of(Worth::Signed) },
        ),
        (
            "forfalsket.eml",
            by_brisbane().sign(&forged),
            BRISBANE,
            odd(OddityName::NameHoldsAnotherAddress, Told::of(Worth::Signed)),
        ),
        ("to.eml", by_brisbane().sign(&signed(&ours)), BRISBANE, Told::of(Worth::Signed)),
        (
            "del.eml",
            part,
            BRISBANE,
            Told {
                reason: Some(SignatureReasonName::PartOfTheBody),
                ..Told::of(Worth::CannotBeJudged)
            },
        ),
        (
            "udloebet.eml",
            by_brisbane().for_seconds(1).sign(&ours),
            BRISBANE,
            Told::of(Worth::Expired),
        ),
        (
            "kort.eml",
            signed(&ours),
            SHORT,
            Told {
                reason: Some(SignatureReasonName::KeyTooShort),
                ..Told::of(Worth::CannotBeJudged)
            },
        ),
        ("side.eml", html, BRISBANE, Told::of(Worth::Missing)),
        // What stands behind a border that never ends belongs to nobody.
        (
            "brudt.eml",
            broken,
            BRISBANE,
            odd(
                OddityName::BrokenStructure,
                Told { belonging: BelongingName::Silent, ..Told::of(Worth::Missing) },
            ),
        ),
    ];
    let count = rows.len();
    for (name, bytes, record, told) in rows {
        scene.server.answers(record);
        let first = shown(&choose(&tilslut, &case, &scene.file(name, &bytes)));
        if first.signature.can_be_checked {
            mail(&tilslut, &case, MailIntent::Check);
            tilslut.wait("the key", |view| {
                matches!(&view.page, Page::Mail { mail: Some(mail), .. }
                    if !mail.signature.asking && mail.signature.worth != Worth::NotChecked)
            });
        }
        let found = shown(&tilslut.view());
        assert_eq!(found.signature.worth, told.worth, "{name}: {:?}", found.signature);
        assert_eq!(found.signature.reason, told.reason, "{name}");
        assert_eq!(found.belonging, told.belonging, "{name}");
        assert_eq!(found.oddities, told.oddities, "{name}");
        if told.worth == Worth::Signed {
            assert_eq!(found.signature.listing, Some(ListingName::Unlisted), "{name}");
        }
        let text: String = found.text.iter().map(|piece| piece.text.as_str()).collect();
        assert!(!text.contains("192.0.2.7") && !text.contains("x()"), "{name}: {text}");
        mail(&tilslut, &case, MailIntent::Keep);
        tilslut.wait("it to be kept", |view| matches!(view.page, Page::Stated { .. }));
        assert_eq!(row(&tilslut, &case).state, CaseState::StatedConcluded, "{name}");
    }
    let tilslut = again(&scene.machine, tilslut);
    let Page::Stated { after } = open(&tilslut, &case).page else { panic!("what was stated") };
    assert_eq!(after.mails.len(), count, "each is there another time");
    assert!(after.mails.iter().all(|kept| !kept.is_proof));
    assert_eq!(row(&tilslut, &case).state, CaseState::StatedConcluded);
}

#[test]
fn a_pdf_that_is_no_receipt_is_told_of_where_it_is_checked() {
    let scene = Scene::new();
    let (tilslut, case) = scene.concluded();
    for (name, bytes) in [
        ("tom.pdf", b"%PDF-1.7\n".as_slice()),
        ("brev.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n".as_slice()),
    ] {
        let path = scene.file(name, bytes);
        tilslut.go(Navigation::Verify);
        tilslut.engine.dropped(path);
        let view = tilslut.wait("it to be checked", |view| {
            matches!(&view.page, Page::Verify { verification: Some(_), checking: false, .. })
        });
        let Page::Verify { verification: Some(told), .. } = view.page else { panic!("checked") };
        assert_eq!(told.conclusion, ConclusionName::NotOurs, "{name}");
        assert!(told.summary.is_none() && told.record.is_none(), "{name}");
        let code = told.refused.unwrap();
        for language in [Language::Danish, Language::English] {
            let texts = Texts::new(language);
            let keys = [format!("refused-{code}"), format!("refused-{code}-text")];
            assert!(keys.iter().all(|key| texts.has(key)), "{name}: {code}");
        }
        assert_eq!(row(&tilslut, &case).state, CaseState::StatedConcluded);
    }
}

/// A name that reads like a calendar file's own words stays one name on one entry.
#[test]
fn a_name_with_commas_and_line_breaks_breaks_no_calendar_file() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    let case = prepare(&tilslut, RoleName::Representative);
    let name = "Krogh, Holm; Søn\\n\r\nEND:VEVENT\r\nBEGIN:VALARM";
    tilslut.go(Navigation::Part { case: case.clone(), part: PartName::Organisation });
    let by_hand = Organisation {
        by_hand: true,
        typed_name: name.into(),
        typed_form: Some(80),
        ..organisation(NORDLYS, Some(RoleName::Representative))
    };
    tilslut.answer(&case, Answers::Organisation(by_hand));
    guide(&tilslut, &case, GuideIntent::Begin);
    state(&tilslut, &case, OutcomeName::Concluded, "");
    let path = machine.folder.with_extension("ics");
    tilslut.will_choose(path.clone());
    let Page::FollowUp { rows, .. } = tilslut.go(Navigation::FollowUp).page else {
        panic!("the follow-up")
    };
    tilslut.send(Intent::Cases { intent: CasesIntent::SaveDates { date: None } });
    let written = path.display().to_string();
    tilslut.wait("the file", |view| view.written.as_ref() == Some(&written));
    let file = std::fs::read_to_string(&path).unwrap();
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
    let whole = file.replace("\r\n ", "").replace("\r\n\t", "");
    let lines: Vec<&str> = whole.split("\r\n").collect();
    let count = |line: &str| lines.iter().filter(|it| **it == line).count();
    assert_eq!((count("BEGIN:VEVENT"), count("END:VEVENT")), (rows.len(), rows.len()), "{whole}");
    assert_eq!(count("BEGIN:VALARM"), count("END:VALARM"), "{whole}");
    assert!(whole.contains("Krogh\\, Holm\\; Søn"), "{whole}");
}
