//! Nothing that was called done is lost, and the cases can be opened, whenever the program is killed
//! and whenever the power is cut.
//!
//! # Flow
//! `plan` (what is to be done, by chance) → `child` (this program again, which does it) → `kills` (ends
//! it at some moment) or `recording` and `cuts` (put its writes on record, and every moment's disk
//! together) → `verdict` (what is found, held against `state`) → `tally`.
//!
//! The tests take a small part of it with one seed; `cargo xtask torture` takes as much as is asked
//! for, and writes `docs/reliability.md`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../listed/mod.rs"]
mod listed;

mod chance;
mod child;
mod cuts;
mod deed;
mod disk;
mod faults;
mod kills;
mod place;
mod plan;
mod recording;
mod report;
mod state;
mod tally;
mod templates;
mod verdict;

use child::CHILD;
use cuts::Control;
use kills::life;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use tally::Tally;
use templates::Templates;

/// The choices of the tests: the same in each run.
const SEED: u64 = 20_261_129;
/// So many kills a vault lives through.
const KILLS: usize = 10;
/// So many cuts are made in each recording.
const CUTS: usize = 30;

fn main() {
    let words: Vec<String> = std::env::args().collect();
    match words.iter().position(|word| word == CHILD) {
        Some(at) => {
            child::run(Path::new(&words[at + 1]), &words[at + 2], &words[at + 3]);
        }
        None if words.iter().any(|word| word == report::TORTURE) => report::torture(&words),
        None => listed::run(
            &words,
            &[
                ("a_kill_at_any_moment_loses_nothing", a_kill_at_any_moment_loses_nothing),
                (
                    "a_power_cut_between_any_two_writes_loses_nothing",
                    a_power_cut_between_any_two_writes_loses_nothing,
                ),
                ("carelessness_is_caught", carelessness_is_caught),
                (
                    "a_disk_that_says_no_is_told_and_loses_nothing",
                    a_disk_that_says_no_is_told_and_loses_nothing,
                ),
            ],
        ),
    }
}

fn a_kill_at_any_moment_loses_nothing() {
    let tally = killed(SEED, 130);
    println!("{}", tally.table());
    assert!(tally.broken.is_empty(), "{:#?}", tally.broken);
    assert!(tally.all().kills >= 130 && tally.all().acknowledged > 130, "the children worked");
}

fn a_power_cut_between_any_two_writes_loses_nothing() {
    if !recording::is_possible() {
        return println!("left out: there is no strace here");
    }
    let tally = cut(SEED, 120, Control::None);
    println!("{}", tally.table());
    assert!(tally.broken.is_empty(), "{:#?}", tally.broken);
    assert!(tally.all().cuts >= 120 && tally.all().acknowledged > 20, "the children worked");
}

fn carelessness_is_caught() {
    if !recording::is_possible() {
        return println!("left out: there is no strace here");
    }
    for control in [Control::Database, Control::KeySlots] {
        let tally = cut(SEED, 60, control);
        println!("{control:?}: {:?}", tally.all());
        assert!(!tally.broken.is_empty(), "{control:?}: nothing was noticed");
    }
}

fn a_disk_that_says_no_is_told_and_loses_nothing() {
    if !recording::is_possible() {
        return println!("left out: there is no strace here");
    }
    let (broken, count) = faults::faults(&Templates::new(), SEED, 1);
    assert!(broken.is_empty(), "{count} times: {broken:#?}");
}

/// So many cuts of the power, in recordings of their own.
fn cut(seed: u64, cuts: usize, control: Control) -> Tally {
    let templates = Templates::new();
    shared(cuts.div_ceil(CUTS), "power cuts", CUTS, |number| {
        cuts::scene(&templates, seed, number, CUTS, control)
    })
}

/// So many kills, some lives at a time.
fn killed(seed: u64, kills: usize) -> Tally {
    let templates = Templates::new();
    let lives = kills.div_ceil(KILLS);
    shared(lives, "kills", KILLS, |number| life(&templates, seed, number, KILLS))
}

/// Works on all of the parts, and tells of each hundred.
fn shared(
    parts: usize,
    what: &str,
    of_a_part: usize,
    work: impl Fn(usize) -> Tally + Sync,
) -> Tally {
    let (next, all) = (AtomicUsize::new(0), Mutex::new((0, Tally::default())));
    let worker = || loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= parts {
            return;
        }
        let found = work(number);
        let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
        all.1.add(found);
        let (before, now) = (all.0, all.0 + of_a_part);
        all.0 = now;
        if before / 100 != now / 100 {
            let sum = all.1.all();
            println!("   {now} {what}: {} lost, {} unreadable", sum.lost, sum.unreadable);
        }
    };
    // Each waits for its child, or for the disk, most of the time.
    let workers = 2 * std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| (0..workers).for_each(|_| drop(scope.spawn(worker))));
    all.into_inner().unwrap_or_else(PoisonError::into_inner).1
}
