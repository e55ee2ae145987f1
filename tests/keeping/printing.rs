//! Receipts on paper, through the system's own dialog.

use crate::approved;
use crate::support::{Installation, pdf};
use contract::{Intent, Navigation, ReceiptsIntent};
use shell::printing::Printing;

#[test]
fn a_receipt_or_many_are_given_to_the_print_dialog() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let one = approved(&tilslut);
    let other = approved(&tilslut);
    *tilslut.desktop.printing.lock().unwrap() = Some(Printing::Asked);
    tilslut.send(Intent::Receipts {
        intent: ReceiptsIntent::Print { cases: vec![one.clone()], records: vec![] },
    });
    let receipt = tilslut.saved(
        Intent::Receipts { intent: ReceiptsIntent::Save { case: one.clone() } },
        &machine.folder.with_extension("pdf"),
    );
    let printed = || tilslut.desktop.printed.lock().unwrap().clone();
    tilslut.wait_for_desktop("the print dialog", |desktop| {
        !desktop.printed.lock().unwrap().is_empty()
    });
    assert_eq!(std::fs::read(&printed()[0]).unwrap(), receipt);

    *tilslut.desktop.printing.lock().unwrap() = Some(Printing::Opened);
    tilslut.send(Intent::Receipts {
        intent: ReceiptsIntent::Print { cases: vec![one.clone(), other], records: vec![] },
    });
    tilslut.wait("the word that it was opened", |view| {
        view.problem.as_deref() == Some("print-opened")
    });
    let together = printed()[1].clone();
    assert!(together.file_name().unwrap().to_str().unwrap().starts_with("PRØVE "), "{together:?}");
    assert_eq!(
        pdf::page_count(&std::fs::read(&together).unwrap()),
        2 * pdf::page_count(&receipt),
        "one job with the pages of both"
    );

    tilslut.send(Intent::Navigation { intent: Navigation::ReadProblem { case: None } });
    *tilslut.desktop.printing.lock().unwrap() = None;
    tilslut.send(Intent::Receipts {
        intent: ReceiptsIntent::Print { cases: vec![one], records: vec![] },
    });
    tilslut.wait("the word that nothing prints", |view| {
        view.problem.as_deref() == Some("not-printed")
    });
    tilslut.send(Intent::Receipts {
        intent: ReceiptsIntent::Print { cases: vec!["none".into()], records: vec![] },
    });
    tilslut.wait("the word that there is nothing", |view| {
        view.problem.as_deref() == Some("not-allowed-here")
    });
}
