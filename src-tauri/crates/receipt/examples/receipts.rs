//! How long a receipt takes, from the approved case to the bytes of the file, how large it is, and
//! how much memory that needs: 1 000 receipts of a usual case, or as many as are asked for; a
//! second word names a file for the first of them, which its peers are measured with. Read by
//! `cargo xtask bench`:
//!
//! ```text
//! receipts 1000
//! first_ms 9.120        the fonts are read once in a process
//! median_ms 6.301
//! p99_ms 8.444
//! cpu_ms 6.290          processor time of one receipt, on average (Linux only)
//! bytes 45713           the file, of which
//! inside_bytes 3120     are evidence and case
//! peak_kib 18212        resident memory at most (Linux only)
//! ```
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[allow(dead_code, reason = "the tests make more kinds of cases")]
#[path = "../tests/receipts/case.rs"]
mod case;

use case::Case;
use domain::{Environment, Language};
use std::time::Instant;

fn main() {
    let count: usize =
        std::env::args().nth(1).map_or(1_000, |count| count.parse().expect("a number of receipts"));
    let mut case = Case::usual(Environment::Live, Language::Danish);
    case.case_json = vec![b' '; 3_000];

    let begun = Instant::now();
    let first = case.pdf();
    let first_ms = begun.elapsed().as_secs_f64() * 1_000.0;

    if let Some(file) = std::env::args_os().nth(2) {
        std::fs::write(file, &first).expect("the receipt can be written");
    }

    let cpu_before = cpu_ms();
    let mut samples: Vec<f64> = (1..=count)
        .map(|number| {
            case.link.number = number as u64;
            let begun = Instant::now();
            let pdf = std::hint::black_box(case.pdf());
            assert!(pdf.starts_with(b"%PDF-1.7"));
            begun.elapsed().as_secs_f64() * 1_000.0
        })
        .collect();
    let cpu = cpu_before.zip(cpu_ms()).map(|(before, after)| (after - before) / count as f64);
    samples.sort_by(f64::total_cmp);

    println!("receipts {count}");
    println!("first_ms {first_ms:.3}");
    println!("median_ms {:.3}", samples[count / 2]);
    println!("p99_ms {:.3}", samples[count * 99 / 100]);
    if let Some(cpu) = cpu {
        println!("cpu_ms {cpu:.3}");
    }
    println!("bytes {}", first.len());
    println!("inside_bytes {}", case.evidence.bundle.len() + case.case_json.len());
    if let Some(peak) = peak_kib() {
        println!("peak_kib {peak}");
    }
}

/// Processor time of this thread so far, which neighbours on a busy machine do not lengthen.
fn cpu_ms() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    let nanoseconds: f64 = text.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1_000_000.0)
}

fn peak_kib() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    text.lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?
        .trim()
        .strip_suffix(" kB")?
        .trim()
        .parse()
        .ok()
}
