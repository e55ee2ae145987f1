//! What becomes of receipts: numbers, copies, printing, the bookkeeping, and checking a file.
//! Through the shell library, against the practice services, over real sockets.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod bookkeeping;
mod checking;
mod copies;
mod over_time;
mod printing;
#[path = "../support/mod.rs"]
mod support;

use contract::answers::RoleName;
use contract::pages::ReceiptRow;
use contract::{CaseIntent, Intent, Navigation, Page};
use support::{Installation, METTE, NORDLYS, Tilslut};

#[test]
fn every_approval_gets_the_next_number_and_keeps_it() {
    let machine = Installation::new();
    let tilslut = machine.start();
    assert_eq!(rows(&tilslut), []);
    let first = approved(&tilslut);
    let second = approved(&tilslut);
    let third = approved(&tilslut);
    let given = [(3, third.clone()), (2, second.clone()), (1, first.clone())];
    assert_eq!(numbers(&tilslut), given, "the newest first");
    let Page::Done { receipt, .. } = tilslut.go(Navigation::Case { case: second.clone() }).page
    else {
        panic!("done")
    };
    assert_eq!(receipt, Some(2));
    let deleted = CaseIntent::Delete { despite_keeping: true };
    tilslut.send(Intent::Case { case: second, intent: deleted });
    tilslut.close();
    let again = machine.start();
    let [third, _, first] = given;
    assert_eq!(numbers(&again), [third, first], "nothing is numbered anew");
    let fourth = approved(&again);
    assert_eq!(numbers(&again)[0], (4, fourth));
}

fn approved(tilslut: &Tilslut) -> String {
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    tilslut.approve_as(&case, "mette");
    tilslut.delivered();
    case
}

fn rows(tilslut: &Tilslut) -> Vec<ReceiptRow> {
    match tilslut.go(Navigation::Receipts).page {
        Page::Receipts { rows, .. } => rows,
        page => panic!("not the receipts: {page:?}"),
    }
}

fn numbers(tilslut: &Tilslut) -> Vec<(u64, String)> {
    rows(tilslut).into_iter().map(|row| (row.number.unwrap(), row.case)).collect()
}
