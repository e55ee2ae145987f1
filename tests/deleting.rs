//! Deleting through the whole program: into the bin and back, for good, and what is told of the numbers
//! that are missing then.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::answers::RoleName;
use contract::pages::{AwayRow, BinRow, MovedToName};
use contract::verification::AwayName;
use contract::{
    BinIntent, CaseIntent, CasesIntent, Intent, Navigation, Page, ReceiptsIntent, View,
};
use domain::Environment;
use std::io::Read as _;
use std::path::Path;
use support::{Installation, METTE, NORDLYS, Tilslut};
use vault::testing::execute;
use vault::{Opening, Vault};

fn approved(tilslut: &Tilslut) -> String {
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.approve_as(&case, "mette");
    tilslut.delivered();
    case
}

fn delete(tilslut: &Tilslut, case: &str, despite_keeping: bool) -> View {
    tilslut.go(Navigation::Case { case: case.into() });
    let intent = CaseIntent::Delete { despite_keeping };
    tilslut.send(Intent::Case { case: case.into(), intent })
}

fn bin(tilslut: &Tilslut) -> Vec<BinRow> {
    match tilslut.go(Navigation::Bin).page {
        Page::Bin { rows, .. } => rows,
        page => panic!("not the bin: {page:?}"),
    }
}

fn receipts(tilslut: &Tilslut) -> (Vec<u64>, Vec<AwayRow>) {
    match tilslut.go(Navigation::Receipts).page {
        Page::Receipts { rows, away, .. } => {
            (rows.iter().map(|row| row.number.unwrap()).collect(), away)
        }
        page => panic!("not the receipts: {page:?}"),
    }
}

fn empty(tilslut: &Tilslut, case: &str, despite_keeping: bool) -> View {
    let intent = BinIntent::Empty { case: case.into(), despite_keeping };
    tilslut.send(Intent::Bin { intent })
}

fn saved(tilslut: &Tilslut, intent: Intent, path: &Path) -> Vec<u8> {
    tilslut.desktop.choices.lock().unwrap().push_back(path.into());
    tilslut.send(intent);
    let shown = path.display().to_string();
    tilslut.wait("the file to be written", |view| view.written.as_ref() == Some(&shown));
    std::fs::read(path).unwrap()
}

#[test]
fn an_approved_case_is_deleted_and_put_back_with_its_receipt() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = approved(&tilslut);
    let view = delete(&tilslut, &case, false);
    assert_eq!(view.problem.as_deref(), Some("delete-kept"), "a receipt is to be kept");
    let head = view.case.unwrap();
    assert_eq!(head.deletion.blocked, None);
    assert!(head.deletion.keeping.unwrap().until.ends_with("-12-31"));
    let view = delete(&tilslut, &case, true);
    let Page::Cases { rows, binned, .. } = &view.page else { panic!("{:?}", view.page) };
    assert_eq!((rows.len(), *binned, view.case_count), (0, 1, 0));
    assert_eq!(view.moved.as_ref().unwrap().to, MovedToName::Bin);
    assert_eq!(receipts(&tilslut), (vec![], vec![AwayRow { number: 1, deleted: None }]));
    let Page::FollowUp { rows, .. } = tilslut.go(Navigation::FollowUp).page else { panic!() };
    assert_eq!(rows, []);
    tilslut.close();

    let tilslut = machine.start();
    let rows = bin(&tilslut);
    assert_eq!(rows.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), [case.as_str()]);
    assert!(rows[0].gone > rows[0].deleted && rows[0].keeping.is_some());
    let intent = BinIntent::PutBack { case: case.clone() };
    let view = tilslut.send(Intent::Bin { intent });
    assert_eq!(view.moved.unwrap().to, MovedToName::Back);
    assert_eq!(bin(&tilslut), []);
    assert_eq!(receipts(&tilslut), (vec![1], vec![]));
    let Page::Done { receipt, .. } = tilslut.go(Navigation::Case { case }).page else { panic!() };
    assert_eq!(receipt, Some(1));
}

#[test]
fn a_number_that_was_deleted_for_good_is_told_as_that_everywhere() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let cases = [approved(&tilslut), approved(&tilslut), approved(&tilslut)];
    let pdf = machine.folder.with_extension("pdf");
    let save = ReceiptsIntent::Save { case: cases[1].clone() };
    saved(&tilslut, Intent::Receipts { intent: save }, &pdf);
    delete(&tilslut, &cases[1], true);
    bin(&tilslut);
    let view = empty(&tilslut, &cases[1], false);
    assert_eq!(view.problem.as_deref(), Some("delete-kept"));
    let view = empty(&tilslut, &cases[1], true);
    assert_eq!(view.moved.unwrap().to, MovedToName::Nowhere);
    let today = view.today[..10].to_owned();
    let gone = AwayRow { number: 2, deleted: Some(today.clone()) };
    assert_eq!(receipts(&tilslut), (vec![3, 1], vec![gone]));

    // A receipt that was kept elsewhere still is one of this chain.
    tilslut.go(Navigation::Verify);
    tilslut.engine.dropped(pdf);
    let checked = |view: &View| match &view.page {
        Page::Verify { verification: Some(it), .. } => Some(it.clone()),
        _ => None,
    };
    let view = tilslut.wait("the file to be checked", |view| checked(view).is_some());
    let it = checked(&view).unwrap();
    assert_eq!((it.away, it.deleted), (Some(AwayName::Deleted), Some(today.clone())));

    // The export tells of the gap, and the next number is the next one.
    let Page::Receipts { period, .. } = tilslut.go(Navigation::Receipts).page else { panic!() };
    let (from, to) = (period.from, period.to);
    let export = Intent::Receipts { intent: ReceiptsIntent::Export { from, to } };
    let zip = saved(&tilslut, export, &machine.folder.with_extension("zip"));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&zip)).unwrap();
    let mut index = Vec::new();
    archive.by_name("index.json").unwrap().read_to_end(&mut index).unwrap();
    let index: serde_json::Value = serde_json::from_slice(&index).unwrap();
    let deleted = index["deleted"].as_array().unwrap();
    assert_eq!(deleted.len(), 1);
    assert_eq!((&deleted[0]["number"], &deleted[0]["deletedOn"]), (&2.into(), &today.into()));
    assert_eq!(index["receipts"].as_array().unwrap().len(), 2);
    approved(&tilslut);
    assert_eq!(receipts(&tilslut).0, [4, 3, 1], "no number is given twice");
}

/// The program is opened long after, and finds that the last week has passed.
#[test]
fn what_has_rested_long_enough_is_gone_at_the_next_start() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = approved(&tilslut);
    delete(&tilslut, &case, true);
    tilslut.close();
    let opening = Vault::open(&machine.folder, Environment::Practice, machine.store.as_ref());
    let Opening::Open(vault) = opening else { panic!("not open: {opening:?}") };
    execute(&vault, "UPDATE bin SET deleted = '2020-01-01', last_week = '2020-01-25'");
    drop(vault);

    let tilslut = machine.start();
    tilslut.go(Navigation::Cases);
    let is_gone = |view: &View| matches!(view.page, Page::Cases { binned: 0, .. });
    tilslut.wait("the bin to be emptied", is_gone);
    assert_eq!(bin(&tilslut), []);
    let (numbers, away) = receipts(&tilslut);
    assert_eq!((numbers, away.len()), (vec![], 1));
    assert!(away[0].deleted.is_some());
}

#[test]
fn a_draft_goes_into_the_bin_and_one_without_an_answer_goes_at_once() {
    let machine = Installation::new();
    let tilslut = machine.start();
    tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
    let untouched = tilslut.case();
    let intent = CaseIntent::Delete { despite_keeping: false };
    tilslut.send(Intent::Case { case: untouched, intent });
    assert_eq!(bin(&tilslut), []);
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    let view = delete(&tilslut, &case, false);
    assert_eq!(view.moved.unwrap().case, case);
    let intent = BinIntent::PutBack { case: case.clone() };
    let view = tilslut.send(Intent::Bin { intent });
    let Page::Cases { rows, binned: 0, .. } = view.page else { panic!("{:?}", view.page) };
    assert_eq!(rows[0].id, case);
}
