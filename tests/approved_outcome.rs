//! A case that was approved with MitID in Tilslut where there is no receiver, and then concluded on
//! the official site: how it went is stated, corrected and proven by mail, and the approval, its
//! evidence and its receipt are there whatever is stated.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use app::model::WindowShape;
use contract::answers::RoleName;
use contract::pages::{
    CaseState, ConclusionName, DeadlineName, Delivery, NextName, OutcomeName, PagesName, ValueName,
};
use contract::{CaseIntent, GuideIntent, Intent, MailIntent, Navigation, Page, ReceiptsIntent};
use std::path::Path;
use support::guided::{guide, open, row, show, state, stated};
use support::{Installation, METTE, NORDLYS, Tilslut};

/// What a person can take along of an approval: the receipt and the evidence, byte for byte.
fn proof(tilslut: &Tilslut, case: &str, folder: &Path) -> [Vec<u8>; 2] {
    let of = || case.to_owned();
    let save = |intent, ending| {
        let path = folder.with_extension(ending);
        let _ = std::fs::remove_file(&path);
        tilslut.will_choose(path.clone());
        tilslut.go(Navigation::Approval { case: of() });
        tilslut.send(Intent::Receipts { intent });
        let shown = path.display().to_string();
        tilslut.wait("the file", |view| view.written.as_ref() == Some(&shown));
        std::fs::read(&path).unwrap()
    };
    [
        save(ReceiptsIntent::Save { case: of() }, "pdf"),
        save(ReceiptsIntent::SaveEvidence { case: of() }, "json"),
    ]
}

fn tilslut_record(tilslut: &Tilslut, case: &str, folder: &Path) -> Vec<u8> {
    let path = folder.with_extension("record.pdf");
    tilslut.will_choose(path.clone());
    open(tilslut, case);
    let intent = ReceiptsIntent::SaveRecord { case: case.to_owned() };
    tilslut.send(Intent::Receipts { intent });
    let shown = path.display().to_string();
    tilslut.wait("the record", |view| view.written.as_ref() == Some(&shown));
    std::fs::read(path).unwrap()
}

fn mail(tilslut: &Tilslut, case: &str, intent: MailIntent) {
    let intent = CaseIntent::Mail { intent };
    tilslut.send(Intent::Case { case: case.to_owned(), intent });
}

#[test]
fn what_was_approved_first_is_concluded_corrected_and_proven_and_the_approval_stays() {
    let machine = Installation::new();
    let tilslut = machine.start_without_receiver();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.approve_as(&case, "mette");
    let Page::Done { delivery, states, stated: is_stated, .. } = tilslut.delivered().page else {
        panic!("done")
    };
    assert_eq!((delivery, states, is_stated), (Delivery::NoReceiver, true, false));
    let row_then = row(&tilslut, &case);
    assert_eq!((row_then.state, row_then.next), (CaseState::Approved, NextName::Conclude));
    assert_eq!(tilslut.view().problem, None, "nothing went wrong");
    let before = proof(&tilslut, &case, &machine.folder);

    // Led from screen to screen; the value that is copied is the one of the screen.
    let view = guide(&tilslut, &case, GuideIntent::Begin);
    let Page::Guide { companion } = &view.page else { panic!("{:?}", view.page) };
    assert_eq!((companion.screen.number, companion.role), (1, RoleName::Representative));
    assert!(companion.approved.is_some(), "the approval is named");
    tilslut.wait_for_desktop("the narrow window", |desktop| {
        *desktop.shape.lock().unwrap() == WindowShape::Companion { on_top: true }
    });
    let view = show(&tilslut, &case, "organisation");
    let Page::Guide { companion } = &view.page else { panic!("{:?}", view.page) };
    assert!(companion.back.is_some() && companion.next.is_some(), "back and forth");
    guide(&tilslut, &case, GuideIntent::Copy { what: ValueName::Cvr });
    tilslut.wait_for_desktop("the number to have been copied", |desktop| {
        desktop.copied.lock().unwrap().as_slice() == [NORDLYS]
    });
    let note = "Der står Vælg virksomhed".to_owned();
    guide(&tilslut, &case, GuideIntent::Note { screen: "organisation".into(), note: note.clone() });

    // Another time the approval is where it was, and the way goes on from the screen that was
    // reached.
    tilslut.close();
    let tilslut = machine.start_without_receiver();
    let view = open(&tilslut, &case);
    let Page::Done { reached, .. } = &view.page else { panic!("{:?}", view.page) };
    assert_eq!(reached.as_ref().map(|screen| &*screen.id), Some("organisation"));
    let view = guide(&tilslut, &case, GuideIntent::Begin);
    let Page::Guide { companion } = &view.page else { panic!("{:?}", view.page) };
    assert_eq!((&*companion.screen.id, &companion.screen.note), ("organisation", &note));
    assert!(proof(&tilslut, &case, &machine.folder) == before, "the same approval");

    // The question, and what follows.
    guide(&tilslut, &case, GuideIntent::Begin);
    let view = guide(&tilslut, &case, GuideIntent::Ask);
    tilslut.wait_for_desktop("the whole window", |desktop| {
        *desktop.shape.lock().unwrap() == WindowShape::Whole
    });
    let Page::Outcome { question } = &view.page else { panic!("{:?}", view.page) };
    assert!(question.kinds.contains(&OutcomeName::Rejected));
    assert!(!question.kinds.contains(&OutcomeName::SentToRepresentative));
    let view = state(&tilslut, &case, OutcomeName::SentWithDocuments, "");
    let Page::Stated { after } = &view.page else { panic!("{:?}", view.page) };
    assert!(after.approved.as_ref().is_some_and(|it| it.receipt == Some(1)), "{after:?}");
    let record = after.record.as_ref().expect("something to record");
    assert_eq!((record.number, record.has_mail), (None, false), "nobody wanted one yet");
    assert_eq!(row(&tilslut, &case).state, CaseState::UnderReview);

    // Another time it stands as it was stated, and nothing was sent again.
    tilslut.close();
    let tilslut = machine.start_without_receiver();
    let view = open(&tilslut, &case);
    assert_eq!(stated(&view).0.kind, OutcomeName::SentWithDocuments);
    assert_eq!(view.problem, None);
    let view = state(&tilslut, &case, OutcomeName::Concluded, "");
    let (last, earlier) = stated(&view);
    assert_eq!((last.kind, earlier.len()), (OutcomeName::Concluded, 1), "both are kept");
    assert_eq!(row(&tilslut, &case).state, CaseState::StatedConcluded);
    let Page::FollowUp { rows, .. } = tilslut.go(Navigation::FollowUp).page else {
        panic!("the follow-up")
    };
    assert!(rows.iter().any(|row| row.kind == DeadlineName::SetUpLink && row.case == case));

    // The official mail proves it.
    let text = "From: MitID Erhverv <kvittering@mitid-erhverv.example>\r\nSubject: Kvittering\r\n\
        Date: Tue, 24 Nov 2026 14:13:00 +0000\r\nMIME-Version: 1.0\r\n\
        Content-Type: text/plain; charset=utf-8\r\n\r\nCVR-nummer 13748136 er tilsluttet.\r\n";
    let at = "2026-11-24T14:13:00Z".parse().unwrap();
    let path = machine.folder.with_extension("eml");
    std::fs::write(&path, practice::signed_mail(text.as_bytes(), at).unwrap()).unwrap();
    open(&tilslut, &case);
    tilslut.will_choose(path);
    mail(&tilslut, &case, MailIntent::Open);
    mail(&tilslut, &case, MailIntent::Choose);
    tilslut.wait("the mail", |view| matches!(&view.page, Page::Mail { mail: Some(_), .. }));
    mail(&tilslut, &case, MailIntent::Check);
    tilslut.wait("the key", |view| {
        matches!(&view.page, Page::Mail { mail: Some(mail), .. } if !mail.signature.can_be_checked)
    });
    mail(&tilslut, &case, MailIntent::Keep);
    tilslut.wait("it to be kept", |view| matches!(view.page, Page::Stated { .. }));
    assert_eq!(row(&tilslut, &case).state, CaseState::Concluded);

    // The record of it: the next number, in the same chain; it names the receipt, tells the outcome
    // as stated and encloses the mail. The receipt keeps its own number.
    let record = tilslut_record(&tilslut, &case, &machine.folder);
    let number = |view: &contract::View| match &view.page {
        Page::Stated { after } => {
            let record = after.record.as_ref().expect("a record");
            let receipt = after.approved.as_ref().and_then(|it| it.receipt);
            (receipt, record.number, record.is_current, record.has_mail)
        }
        page => panic!("{page:?}"),
    };
    assert_eq!(number(&open(&tilslut, &case)), (Some(1), Some(2), true, true));
    let path = machine.folder.with_extension("checked.pdf");
    std::fs::write(&path, &record).unwrap();
    tilslut.go(Navigation::Verify);
    tilslut.engine.dropped(path);
    let view = tilslut.wait("the record to be checked", |view| {
        matches!(&view.page, Page::Verify { verification: Some(_), .. })
    });
    let Page::Verify { verification: Some(told), .. } = view.page else { panic!("checked") };
    assert_eq!((told.conclusion, told.pages), (ConclusionName::OwnRecord, Some(PagesName::AsMade)));
    let told = told.record.unwrap();
    assert_eq!(told.approved.and_then(|it| it.receipt), Some(1));
    assert!(told.is_own && told.mails.iter().all(|mail| mail.holds) && told.mails.len() == 1);
    let [receipt_pdf, _] = proof(&tilslut, &case, &machine.folder);
    let links = [
        receipt::read(&receipt_pdf).unwrap().link.unwrap(),
        receipt::read_record(&record).unwrap().told.unwrap().link,
    ];
    assert_eq!(domain::chain::faults(links, receipt::sha256), []);
    let Page::Receipts { rows, .. } = tilslut.go(Navigation::Receipts).page else {
        panic!("the receipts")
    };
    let rows: Vec<_> = rows.iter().map(|row| (row.number, row.is_record)).collect();
    assert_eq!(rows, [(Some(2), true), (Some(1), false)]);

    // However it went, the approval is the same bytes, and its page is there.
    state(&tilslut, &case, OutcomeName::Rejected, "Referatet mangler");
    assert_eq!(row(&tilslut, &case).state, CaseState::Rejected);
    assert!(proof(&tilslut, &case, &machine.folder) == before, "nothing of it was thrown away");
    let view = tilslut.go(Navigation::Approval { case: case.clone() });
    assert!(matches!(view.page, Page::Done { stated: true, .. }), "{:?}", view.page);
    let view = open(&tilslut, &case);
    let (last, earlier) = stated(&view);
    assert_eq!((last.kind, earlier.len()), (OutcomeName::Rejected, 2));
}
