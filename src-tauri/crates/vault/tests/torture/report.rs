//! What `cargo xtask torture` runs: as much as is asked for, with the controls, and a report in
//! Markdown of what came out.

use crate::cuts::Control;
use crate::templates::Templates;
use crate::{CUTS, SEED, cut, faults, killed, recording};
use std::fmt::Write as _;
use std::fs;
use std::process::exit;

/// The word that asks for it.
pub const TORTURE: &str = "--torture";

/// Reads what is asked for, runs it, and writes the report. Ends the program with a failure when
/// anything was lost, or when a control was not caught.
pub fn torture(words: &[String]) {
    let value = |option: &str| {
        let at = words.iter().position(|word| word == option)?;
        words.get(at + 1)
    };
    let number = |option: &str, otherwise: u64| {
        value(option).map_or(otherwise, |text| text.parse().expect("a number"))
    };
    let seed = number("--seed", SEED);
    let count = |option, otherwise| usize::try_from(number(option, otherwise)).unwrap();
    let (kills, cuts) = (count("--kills", 2_000), count("--cuts", 5_000));
    let mut tally = killed(seed, kills);
    let mut report = String::new();
    let mut is_uncaught = false;
    if recording::is_possible() {
        tally.add(cut(seed, cuts, Control::None));
        report.push_str(&tally.table());
        report
            .push_str("\n| what is done wrongly on purpose | power cuts | lost | unreadable | |\n");
        report.push_str("| --- | ---: | ---: | ---: | --- |\n");
        for (control, what) in [
            (Control::Database, "the database waits for no disk (`synchronous = OFF`)"),
            (Control::KeySlots, "the key slots get their names before the disk has their bytes"),
        ] {
            let found = cut(seed, (cuts / 10).max(CUTS), control).all();
            let is_caught = found.lost + found.unreadable > 0;
            is_uncaught |= !is_caught;
            let told = if is_caught { "caught" } else { "**not caught**" };
            writeln!(
                report,
                "| {what} | {} | {} | {} | {told} |",
                found.cuts, found.lost, found.unreadable
            )
            .unwrap();
        }
        let (broken, count) = faults::faults(&Templates::new(), seed, (cuts / 500).max(1));
        writeln!(
            report,
            "\nFrom some call on the disk said no {count} times (full, over a quota, broken, only to be read), in saves, documents, hand-overs, receipts, records, deletions, backups, restores, changes of what opens the cases and the opening of layout 1: {} times something was lost, or told as another problem than it is.",
            broken.len()
        )
        .unwrap();
        tally.broken.extend(broken);
    } else {
        report.push_str(&tally.table());
        report.push_str("\nThe power was not cut: there is no `strace` on this machine.\n");
    }
    println!("\n{report}");
    for broken in &tally.broken {
        println!("broken: {broken}");
    }
    if let Some(path) = value("--report") {
        fs::write(path, &report).unwrap();
    }
    if is_uncaught {
        println!("a control was not caught: this run has proven nothing");
    }
    if is_uncaught || !tally.broken.is_empty() {
        exit(1);
    }
}
