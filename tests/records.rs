//! The records of a connection that was concluded on the official site: each is made when it is
//! wanted, stays as it is, and is checked as what it is.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::answers::RoleName;
use contract::pages::{ConclusionName, DeadlineName, DuePaper, OutcomeName, PagesName};
use contract::{GuideIntent, Intent, Navigation, Page, ReceiptsIntent, View};
use domain::case::{Event, OfficialMail};
use mail::official::{Organisation, reading};
use std::path::Path;
use support::guided::{again, guide, live, prepare, state};
use support::{Installation, NORDLYS, Tilslut};

/// The file that is saved when this is asked for.
fn saved(tilslut: &Tilslut, intent: ReceiptsIntent, path: &Path) -> Vec<u8> {
    tilslut.saved(Intent::Receipts { intent }, path)
}

/// The number of the newest record, whether it says what is known, and those before it.
fn record(view: &View) -> (Option<u64>, bool, Vec<u64>) {
    match &view.page {
        Page::Stated { after } => {
            let record = after.record.clone().expect("something to record");
            (record.number, record.is_current, record.earlier)
        }
        page => panic!("nothing was stated: {page:?}"),
    }
}

fn with_number(view: &View, number: u64) -> bool {
    matches!(&view.page, Page::Stated { after }
        if after.record.as_ref().is_some_and(|it| it.number == Some(number) && it.is_current))
}

/// A mail as it is kept with a case.
fn mail(tilslut: &Tilslut, bytes: &[u8]) -> OfficialMail {
    let cvr = domain::cvr::CvrNumber::parse(NORDLYS).unwrap();
    let organisation = Organisation { cvr, name: "Skovgaard Snedkeri ApS" };
    let read = reading(bytes, organisation, domain::Environment::Live, &[]).unwrap();
    OfficialMail {
        sha256: receipt::sha256(bytes),
        name: "Kvittering.eml".into(),
        size: bytes.len() as u64,
        format: read.format,
        sent: read.sent,
        taken: tilslut.engine.now().at,
        belonging: read.belonging,
        signature: read.signature.signature,
        keys: vec![],
        removed: None,
    }
}

#[test]
fn a_record_gets_its_number_when_it_is_wanted_and_stays_when_more_is_known() {
    let machine = Installation::new();
    let tilslut = live(&machine);
    let case = prepare(&tilslut, RoleName::Representative);
    guide(&tilslut, &case, GuideIntent::Begin);
    guide(&tilslut, &case, GuideIntent::Ask);
    let view = state(&tilslut, &case, OutcomeName::Concluded, "");
    assert_eq!(record(&view), (None, false, vec![]), "none is made that nobody wanted");

    let folder = machine.folder.clone();
    let save = |tilslut: &Tilslut, name: &str| {
        let intent = ReceiptsIntent::SaveRecord { case: case.clone() };
        saved(tilslut, intent, &folder.with_extension(name))
    };
    let first = save(&tilslut, "1.pdf");
    tilslut.wait("the first", |view| with_number(view, 1));
    let Page::FollowUp { rows, .. } = tilslut.go(Navigation::FollowUp).page else { panic!() };
    let kept = rows.last().unwrap();
    assert_eq!((&kept.case, kept.kind), (&case, DeadlineName::Retention), "what is kept latest");
    assert_eq!(kept.paper, Some(DuePaper { number: Some(1), is_record: true }));
    tilslut.go(Navigation::Case { case: case.clone() });
    assert!(save(&tilslut, "1-again.pdf") == first, "the same is known, so it is the same file");

    // A mail comes, and is in the next one. What was taken out of the case stays in its record.
    let bytes = b"From: a@b.example\r\nSubject: Kvittering\r\n\r\nCVR 13748136\r\n";
    let kept = mail(&tilslut, bytes);
    let id = domain::case::CaseId(case.clone());
    tilslut.engine.ask_vault(|vault| vault.keep_document(&id, &kept.sha256, bytes)).unwrap();
    let sha256 = kept.sha256;
    tilslut.engine.notify_case(id.clone(), Event::MailTaken(Box::new(kept)));
    tilslut.wait("something to be known since", |view| {
        matches!(view.page, Page::Stated { .. }) && record(view) == (Some(1), false, vec![])
    });
    let second = save(&tilslut, "2.pdf");
    tilslut.wait("the second", |view| with_number(view, 2));
    tilslut.engine.notify_case(id, Event::MailRemoved(sha256));
    tilslut.wait("the mail to be gone", |view| {
        matches!(view.page, Page::Stated { .. }) && record(view) == (Some(2), false, vec![1])
    });
    state(&tilslut, &case, OutcomeName::Rejected, "Kreditoroplysninger");
    let third = save(&tilslut, "3.pdf");

    // Another time: each is as it was made, in the list, in one chain, and checked as a record.
    let tilslut = again(&machine, tilslut);
    for (number, made) in [(1, &first), (2, &second), (3, &third)] {
        let path = folder.with_extension(format!("{number}-later.pdf"));
        let later = saved(&tilslut, ReceiptsIntent::SaveNumberedRecord { number }, &path);
        assert!(later == *made, "record {number} is the same bytes");
        tilslut.go(Navigation::Verify);
        tilslut.engine.dropped(path);
        let view = tilslut.wait("the record to be checked", |view| {
            matches!(&view.page, Page::Verify { verification: Some(it), .. }
                if it.record.as_ref().is_some_and(|it| it.number == u64::from(number)))
        });
        let Page::Verify { verification: Some(told), .. } = view.page else { panic!("checked") };
        assert_eq!(told.conclusion, ConclusionName::OwnRecord);
        assert_eq!(told.pages, Some(PagesName::AsMade));
        let record = told.record.unwrap();
        assert!(record.is_own);
        assert_eq!(record.earlier, (1..u64::from(number)).collect::<Vec<_>>());
        assert_eq!(record.mails.len(), usize::from(number == 2));
    }
    let Page::Receipts { rows, .. } = tilslut.go(Navigation::Receipts).page else {
        panic!("the receipts")
    };
    let rows: Vec<_> = rows.iter().map(|row| (row.number, row.is_record)).collect();
    assert_eq!(rows, [3, 2, 1].map(|number| (Some(number), true)));
    let links = [&first, &second, &third].map(|pdf| receipt::read_record(pdf).unwrap().told);
    let links = links.map(|told| told.unwrap().link);
    assert_eq!(domain::chain::faults(links, receipt::sha256), []);

    // The bookkeeping has them too, and says what they are.
    let day = tilslut.engine.now().today.to_string();
    let export = ReceiptsIntent::Export { from: day.clone(), to: day };
    let zip = saved(&tilslut, export, &folder.with_extension("zip"));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    let index: serde_json::Value =
        serde_json::from_reader(archive.by_name("index.json").unwrap()).unwrap();
    assert_eq!(index["type"], "tilslut/bookkeeping/v3");
    let listed = index["receipts"].as_array().unwrap();
    assert_eq!(listed.len(), 3);
    for entry in listed {
        assert_eq!((&entry["kind"], &entry["approvedOn"]), (&"record".into(), &().into()));
        assert!(archive.by_name(entry["file"].as_str().unwrap()).is_ok(), "{entry}");
    }
}
