//! The official mail of a case, from the file to the verdict that is kept, without a window: in
//! practice, where its key is published, and in live, where a name server is asked.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::answers::RoleName;
use contract::pages::{
    BelongingName, CaseState, KeptMail, ListingName, OutcomeName, SignatureName,
};
use contract::{CaseIntent, Intent, MailIntent, Page, View};
use std::path::PathBuf;
use support::guided::{again, guide, live, open, prepare, row, state};
use support::mails::{choose, mail, shown};
use support::{Installation, METTE, NORDLYS, Tilslut};
use tempfile::TempDir;

const RECEIPT: &str = "From: MitID Erhverv <kvittering@mitid-erhverv.example>\r\n\
    To: mette@nordlystomrer.example\r\n\
    Subject: Kvittering\r\n\
    Date: Tue, 24 Nov 2026 14:13:00 +0000\r\n\
    Message-ID: <1@mitid-erhverv.example>\r\n\
    MIME-Version: 1.0\r\n\
    Content-Type: text/plain; charset=utf-8\r\n\
    Content-Transfer-Encoding: 8bit\r\n\
    \r\n\
    Aftalen for CVR-nummer 13748136 er indgaaet.\r\n";

/// Fjordbakken, another of practice's organisations.
const OTHER: &str = "96273118";

fn signed(text: &str) -> Vec<u8> {
    let at = "2026-11-24T14:13:00Z".parse().unwrap();
    practice::signed_mail(text.as_bytes(), at).unwrap()
}

fn kept(view: &View) -> Vec<KeptMail> {
    match &view.page {
        Page::Stated { after } => after.mails.clone(),
        page => panic!("nothing was stated: {page:?}"),
    }
}

fn check(tilslut: &Tilslut, case: &str) -> View {
    mail(tilslut, case, MailIntent::Check);
    tilslut.wait(
        "the keys to be asked for",
        |view| matches!(&view.page, Page::Mail { mail: Some(mail), .. } if !mail.signature.asking),
    )
}

fn keep(tilslut: &Tilslut, case: &str, intent: MailIntent) -> View {
    mail(tilslut, case, intent);
    tilslut.wait("the mail to be kept", |view| matches!(view.page, Page::Stated { .. }))
}

fn file(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// A case that somebody has stated to be concluded.
fn concluded(tilslut: &Tilslut, cvr: &str) -> String {
    let case = tilslut.prepare(cvr, METTE, RoleName::Representative);
    guide(tilslut, &case, contract::GuideIntent::Begin);
    state(tilslut, &case, OutcomeName::Concluded, "");
    case
}

#[test]
fn a_signed_mail_makes_a_case_that_was_stated_to_be_concluded_a_concluded_one() {
    let (machine, folder) = (Installation::new(), TempDir::new().unwrap());
    let tilslut = machine.start();
    let case = concluded(&tilslut, NORDLYS);
    let bytes = signed(RECEIPT);
    let path = file(&folder, "Kvittering.eml", &bytes);

    let mail_shown = shown(&choose(&tilslut, &case, &path));
    assert_eq!(mail_shown.file, "Kvittering.eml");
    assert_eq!(mail_shown.signature.worth, SignatureName::NotChecked, "nobody has asked yet");
    assert_eq!(mail_shown.belonging, BelongingName::Belongs);
    let mail_shown = shown(&check(&tilslut, &case));
    assert_eq!(mail_shown.signature.worth, SignatureName::Signed);
    assert_eq!(mail_shown.signature.listing, Some(ListingName::Unconfirmed));
    assert!(!mail_shown.signature.can_be_checked, "there is no more to ask");
    assert_eq!(row(&tilslut, &case).state, CaseState::StatedConcluded, "nothing is kept yet");

    choose(&tilslut, &case, &path);
    check(&tilslut, &case);
    let lines = kept(&keep(&tilslut, &case, MailIntent::Keep));
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].worth, SignatureName::Signed);

    // Another time, the key that was seen judges it: nobody is asked again.
    let tilslut = again(&machine, tilslut);
    assert_eq!(row(&tilslut, &case).state, CaseState::Concluded);
    open(&tilslut, &case);
    mail(&tilslut, &case, MailIntent::Show { sha256: lines[0].sha256.clone() });
    let view = tilslut
        .wait("the kept mail", |view| matches!(&view.page, Page::Mail { mail: Some(_), .. }));
    let again_shown = shown(&view);
    assert!(again_shown.taken.is_some());
    assert_eq!(again_shown.signature.worth, SignatureName::Signed);
    assert!(!again_shown.signature.can_be_checked);

    // The file comes out again byte for byte.
    let out = folder.path().join("ud.eml");
    tilslut.will_choose(out.clone());
    mail(&tilslut, &case, MailIntent::Save);
    tilslut.wait("the file to be written", |view| view.written.is_some());
    assert_eq!(std::fs::read(&out).unwrap(), bytes);

    // Taken out again, nothing of it proves anything.
    mail(&tilslut, &case, MailIntent::Remove);
    let view = tilslut.wait("it to be out", |view| matches!(view.page, Page::Stated { .. }));
    assert_eq!(kept(&view), []);
    assert_eq!(row(&tilslut, &case).state, CaseState::StatedConcluded);
}

/// The mail that a bookkeeper gets as an attachment is taken in by itself, and proves what it
/// proves.
#[test]
fn a_receipt_that_was_sent_on_as_an_attachment_is_looked_at_by_itself() {
    let (machine, folder) = (Installation::new(), TempDir::new().unwrap());
    let tilslut = machine.start();
    let case = concluded(&tilslut, NORDLYS);
    let receipt = signed(RECEIPT);
    let outer = "From: mette@nordlys.example\r\nSubject: VS: Kvittering\r\n\
        Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSe her\r\n--b\r\n\
        Content-Type: message/rfc822\r\n\r\n";
    let outer = [outer.as_bytes(), &receipt, b"\r\n--b--\r\n"].concat();
    let path = file(&folder, "VS Kvittering.eml", &outer);
    let around = shown(&choose(&tilslut, &case, &path));
    assert_eq!(around.signature.worth, SignatureName::Missing, "nobody signed what is around it");
    assert_eq!(around.inside, ["Kvittering"]);

    mail(&tilslut, &case, MailIntent::ShowInside { which: 1 });
    mail(&tilslut, &case, MailIntent::ShowInside { which: 0 });
    let view = tilslut.wait(
        "the mail inside",
        |view| matches!(&view.page, Page::Mail { mail: Some(mail), .. } if mail.inside.is_empty()),
    );
    assert_eq!(shown(&view).file, "Kvittering.eml");
    assert_eq!(shown(&check(&tilslut, &case)).signature.worth, SignatureName::Signed);
    let lines = kept(&keep(&tilslut, &case, MailIntent::Keep));
    assert_eq!(lines.iter().map(|line| &*line.file).collect::<Vec<_>>(), ["Kvittering.eml"]);
    assert!(lines[0].is_proof);

    // Byte for byte what was attached.
    mail(&tilslut, &case, MailIntent::Show { sha256: lines[0].sha256.clone() });
    tilslut.wait("the kept mail", |view| matches!(&view.page, Page::Mail { mail: Some(_), .. }));
    let out = folder.path().join("ud.eml");
    let save = CaseIntent::Mail { intent: MailIntent::Save };
    assert_eq!(tilslut.saved(Intent::Case { case, intent: save }, &out), receipt);
}

#[test]
fn a_mail_that_is_dropped_on_a_case_is_looked_at_there_and_elsewhere_it_is_checked() {
    let (machine, folder) = (Installation::new(), TempDir::new().unwrap());
    let tilslut = machine.start();
    let case = concluded(&tilslut, NORDLYS);
    let path = file(&folder, "Kvittering.eml", &signed(RECEIPT));
    tilslut.engine.dropped(path.clone());
    tilslut.wait("the mail", |view| matches!(&view.page, Page::Mail { mail: Some(_), .. }));
    // Put away, it is not kept.
    mail(&tilslut, &case, MailIntent::PutAway);
    assert_eq!(kept(&open(&tilslut, &case)), []);
    tilslut.go(contract::Navigation::Cases);
    tilslut.engine.dropped(path);
    tilslut.wait("the check", |view| matches!(view.page, Page::Verify { .. }));
}

#[test]
fn a_mail_about_another_organisation_goes_to_its_case_or_stays_by_wish() {
    let (machine, folder) = (Installation::new(), TempDir::new().unwrap());
    let tilslut = machine.start();
    let other = concluded(&tilslut, OTHER);
    let case = concluded(&tilslut, NORDLYS);
    let path = file(&folder, "Anden.eml", &signed(&RECEIPT.replace(NORDLYS, OTHER)));
    choose(&tilslut, &case, &path);
    let view = check(&tilslut, &case);
    let mail_shown = shown(&view);
    assert_eq!(mail_shown.belonging, BelongingName::Another);
    assert_eq!(mail_shown.signature.worth, SignatureName::Signed, "that is another answer");
    assert!(mail_shown.elsewhere.is_some(), "it has a case here");
    keep(&tilslut, &case, MailIntent::KeepElsewhere);
    assert_eq!(kept(&open(&tilslut, &case)), []);
    assert_eq!(row(&tilslut, &other).state, CaseState::Concluded);

    open(&tilslut, &case);
    choose(&tilslut, &case, &path);
    check(&tilslut, &case);
    let lines = kept(&keep(&tilslut, &case, MailIntent::Keep));
    assert_eq!(lines[0].belonging, BelongingName::Another);
    assert_eq!(row(&tilslut, &case).state, CaseState::StatedConcluded, "it proves nothing here");
}

#[test]
fn a_file_that_is_no_mail_or_cannot_be_read_is_told_of_and_nothing_is_kept() {
    let (machine, folder) = (Installation::new(), TempDir::new().unwrap());
    let tilslut = machine.start();
    let case = concluded(&tilslut, NORDLYS);
    let large = vec![b'a'; mail_limit() + 1];
    let outlook = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    for (name, bytes, code) in [
        ("stor.eml", large.as_slice(), "mail-too-large"),
        ("billede.eml", b"\x89PNG\r\n\x1a\n".as_slice(), "mail-kind"),
        ("afskaaret.msg", outlook.as_slice(), "mail-damaged"),
        ("tom.eml", b"".as_slice(), "mail-kind"),
    ] {
        let view = choose(&tilslut, &case, &file(&folder, name, bytes));
        assert_eq!(view.problem.as_deref(), Some(code), "{name}");
        assert!(matches!(&view.page, Page::Mail { mail: None, .. }), "{name}");
    }
    let gone = folder.path().join("vaek.eml");
    let view = choose(&tilslut, &case, &gone);
    assert_eq!(view.problem.as_deref(), Some("mail-unreadable"));
    assert_eq!(kept(&open(&tilslut, &case)), []);
}

fn mail_limit() -> usize {
    mail::FILE_MAX
}

#[test]
fn a_pdf_and_a_part_that_is_signed_are_kept_and_prove_nothing() {
    let (machine, folder) = (Installation::new(), TempDir::new().unwrap());
    let tilslut = machine.start();
    let case = concluded(&tilslut, NORDLYS);
    let path = file(&folder, "Kvittering.pdf", b"%PDF-1.7\n");
    let pdf = shown(&choose(&tilslut, &case, &path));
    assert_eq!(pdf.signature.worth, SignatureName::CannotBeJudged);
    keep(&tilslut, &case, MailIntent::Keep);

    let text = String::from_utf8(signed(RECEIPT)).unwrap();
    let part = text.replacen("; s=", "; l=3; s=", 1);
    assert_ne!(part, text, "the signature has been given a length");
    let path = file(&folder, "Del.eml", part.as_bytes());
    choose(&tilslut, &case, &path);
    let signature = shown(&check(&tilslut, &case)).signature;
    // The header that was signed is not the same either.
    assert_eq!(signature.worth, SignatureName::Changed);
    let changed = String::from_utf8(signed(RECEIPT)).unwrap().replace("indgaaet", "afvist");
    let path = file(&folder, "Rettet.eml", changed.as_bytes());
    choose(&tilslut, &case, &path);
    let view = check(&tilslut, &case);
    assert!(shown(&view).signature.only_text_changed);
    keep(&tilslut, &case, MailIntent::Keep);
    assert_eq!(row(&tilslut, &case).state, CaseState::StatedConcluded);
    let view = open(&tilslut, &case);
    let worths: Vec<SignatureName> = kept(&view).iter().map(|line| line.worth).collect();
    assert_eq!(worths, [SignatureName::CannotBeJudged, SignatureName::Changed]);
}

/// In live nothing is asked before somebody presses, and what cannot be asked is told of with
/// nothing lost.
#[test]
fn in_live_the_key_is_asked_for_when_somebody_says_so() {
    let folder = TempDir::new().unwrap();
    let server = support::name_server::NameServer::new();
    let mut machine = Installation::new();
    machine.name_server = Some(server.address());
    let tilslut = live(&machine);
    let case = prepare(&tilslut, RoleName::Representative);
    guide(&tilslut, &case, contract::GuideIntent::Begin);
    state(&tilslut, &case, OutcomeName::Concluded, "");
    let path = file(&folder, "Kvittering.eml", &signed(RECEIPT));
    let view = choose(&tilslut, &case, &path);
    assert_eq!(shown(&view).signature.worth, SignatureName::NotChecked);
    assert_eq!(server.questions(), 0, "only a press asks");

    let view = check(&tilslut, &case);
    assert_eq!(view.problem.as_deref(), Some("mail-key-not-told"));
    assert_eq!(shown(&view).signature.worth, SignatureName::NotChecked);

    server.answers(practice::MAIL_KEY_RECORD);
    let view = check(&tilslut, &case);
    let signature = shown(&view).signature;
    assert_eq!(signature.worth, SignatureName::Signed);
    assert_eq!(signature.listing, Some(ListingName::Unlisted), "practice's domain is not live's");
    let asked = server.questions();
    let lines = kept(&keep(&tilslut, &case, MailIntent::Keep));
    assert_eq!(lines[0].worth, SignatureName::Signed);
    let state = row(&tilslut, &case).state;
    assert_eq!(state, CaseState::StatedConcluded, "another domain is told, and proves nothing");
    open(&tilslut, &case);
    mail(&tilslut, &case, MailIntent::Show { sha256: lines[0].sha256.clone() });
    tilslut.wait("the kept mail", |view| matches!(&view.page, Page::Mail { mail: Some(_), .. }));
    assert_eq!(server.questions(), asked, "the key that was seen is enough");
}
