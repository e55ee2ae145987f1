//! How fast evidence is verified, alone and ten thousand at a time: the command line's own
//! measurement (`cli/examples/verify.rs`).

use super::table::Row;
use crate::steps::{Error, Step};
use crate::workspace::Workspace;

/// Runs it.
pub fn measured(place: &Workspace) -> Result<Vec<Row>, Error> {
    Step::cargo("Build the command line and what measures its verification")
        .args(["build", "--release", "--package", "cli", "--bins", "--examples"])
        .dir(place.root())
        .run()?;
    let program = place
        .target()
        .join("release/examples")
        .join(format!("verify{}", std::env::consts::EXE_SUFFIX));
    let words = Step::new("", &program)
        .answer()
        .ok_or_else(|| Error::Missing(format!("{} did not run", program.display())))?;
    rows(&words).ok_or_else(|| {
        Error::Missing(format!("{} says something else than its pace", program.display()))
    })
}

fn rows(words: &str) -> Option<Vec<Row>> {
    let number = |start: &str| {
        words.lines().find_map(|line| {
            line.strip_prefix(start)?.split_whitespace().next()?.parse::<f64>().ok()
        })
    };
    let row = |what: &str, unit: &str, samples, median, beside, bar| Row {
        what: what.to_owned(),
        unit: unit.to_owned(),
        samples,
        median: Some(median),
        p99: None,
        beside,
        bar,
    };
    let signatures = number("one RSA-2048 and two P-256 signatures alone:")?;
    let cores = words.lines().find_map(|line| line.strip_prefix("on ")?.split_once(" cores: "))?;
    let a_core: f64 = cores.1.split_whitespace().next()?.parse().ok()?;
    Some(vec![
        row(
            "Verification of one bundle, its keys and claims prepared each time",
            "µs",
            2_000,
            number("one verification:")?,
            Some((
                "its signatures alone: one RSA-2048, two P-256, keys prepared".to_owned(),
                signatures,
            )),
            Some(3.0),
        ),
        row(
            &format!(
                "One of 10,000 bundles through `tilslut-cli verify`, start to end, on each of {} cores (wanted: under 500 µs, 2,000 a second a core)",
                cores.0
            ),
            "µs",
            5,
            1_000_000.0 / a_core,
            Some(("its signatures alone, on one core".to_owned(), signatures)),
            None,
        ),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_it_prints_is_read() {
        let words = "one verification: 250.5 µs, median of 2000\none RSA-2048 and two P-256 signatures alone: 100.0 µs\nratio: 2.50\n\
                     tilslut-cli verify, 10000 bundles from start to end: 6000 a second\non 2 cores: 3000 a second a core\n";
        let rows = rows(words).unwrap();
        assert_eq!(
            rows.iter().map(|row| row.median.unwrap().round()).collect::<Vec<_>>(),
            [251.0, 333.0]
        );
        assert!(rows[0].holds());
        assert!(super::rows("nothing of the kind").is_none());
    }
}
