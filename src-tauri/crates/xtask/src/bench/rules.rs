//! What the rules, the register's reader and the command line take: measured by their own
//! benchmarks (criterion) and by the command line's own pace, and read from what those leave
//! behind.

use super::table::Row;
use crate::steps::{Error, Step};
use crate::workspace::Workspace;
use std::fs;
use std::io;

/// A benchmark by the folder that criterion keeps it in.
struct Benchmark {
    folder: &'static str,
    what: &'static str,
    /// The folder of what it is held against, what that is, and how many times that it must stay
    /// under.
    beside: Option<(&'static str, &'static str, f64)>,
}

/// Samples of each benchmark, unless it is told otherwise: criterion's own number.
const SAMPLES: usize = 100;

/// The whole rule book asked of one case.
pub fn rules(place: &Workspace) -> Result<Vec<Row>, Error> {
    let benchmark = |folder, what| Benchmark { folder, what, beside: None };
    let benchmarks = [
        benchmark(
            "preflight_sound",
            "All rules asked of a case that is in order (wanted: under 20 µs)",
        ),
        benchmark(
            "preflight_doubtful",
            "All rules asked of a case with much to say (wanted: under 20 µs)",
        ),
    ];
    criterion(place, "domain", "preflight", &benchmarks)
}

/// A large answer of the register, read.
pub fn register(place: &Workspace) -> Result<Vec<Row>, Error> {
    let benchmark = Benchmark {
        folder: "200 kB/read",
        what: "An answer of the register of 200 kB, read into an organisation",
        beside: Some((
            "200 kB/serde_json into the same types",
            "`serde_json` into the same typed structs",
            1.5,
        )),
    };
    criterion(place, "register", "read", &[benchmark])
}

/// Cases through the command line.
pub fn command_line(place: &Workspace) -> Result<Vec<Row>, Error> {
    pace(place).map(|row| vec![row])
}

/// Runs a package's benchmark.
fn criterion(
    place: &Workspace,
    package: &str,
    bench: &str,
    benchmarks: &[Benchmark],
) -> Result<Vec<Row>, Error> {
    Step::cargo(format!("Measure: {package}, {bench}"))
        .args(["bench", "--quiet", "--package", package, "--bench", bench, "--", "--noplot"])
        .dir(place.root())
        .run()?;
    let row = |benchmark: &Benchmark| {
        let beside = match benchmark.beside {
            Some((folder, what, _)) => Some((what.to_owned(), median(place, folder)?)),
            None => None,
        };
        Ok(Row {
            what: benchmark.what.to_owned(),
            unit: "µs".to_owned(),
            samples: SAMPLES,
            median: Some(median(place, benchmark.folder)?),
            p99: None,
            beside,
            bar: benchmark.beside.map(|(_, _, bar)| bar),
        })
    };
    benchmarks.iter().map(row).collect()
}

/// The median of a benchmark's last run, in microseconds.
fn median(place: &Workspace, folder: &str) -> Result<f64, Error> {
    let path = place.target().join("criterion").join(folder).join("new/estimates.json");
    let text = fs::read_to_string(&path).map_err(Error::at(&path))?;
    let nanoseconds = point_estimate(&text, "median")
        .ok_or_else(|| Error::File { path, source: io::ErrorKind::InvalidData.into() })?;
    Ok(nanoseconds / 1000.0)
}

/// The estimate of this name in criterion's JSON: the number after its `point_estimate`.
fn point_estimate(json: &str, name: &str) -> Option<f64> {
    let (_, after) = json.split_once(&format!("\"{name}\""))?;
    let (_, after) = after.split_once("\"point_estimate\":")?;
    after.split([',', '}']).next()?.trim().parse().ok()
}

/// How fast cases go through the built command line.
fn pace(place: &Workspace) -> Result<Row, Error> {
    Step::cargo("Build the command line")
        .args(["build", "--release", "--package", "cli", "--bins", "--examples"])
        .dir(place.root())
        .run()?;
    let program = place
        .target()
        .join("release/examples")
        .join(format!("pace{}", std::env::consts::EXE_SUFFIX));
    let words = Step::new("", &program)
        .answer()
        .ok_or_else(|| Error::Missing(format!("{} did not run", program.display())))?;
    let pace = |name: &str| {
        let line = words.lines().find(|line| line.starts_with(name))?;
        line.split_once('(')?.1.split(' ').next()?.parse::<f64>().ok()
    };
    let both = pace("tilslut-cli").zip(pace("serde_json"));
    let (ours, floor) = both.ok_or_else(|| {
        Error::Missing(format!("{} says something else than its pace", program.display()))
    })?;
    Ok(Row {
        what: "One of 10,000 cases as JSON lines through `tilslut-cli preflight` (wanted: under 50 µs, 20,000 a second)".to_owned(),
        unit: "µs".to_owned(),
        samples: 9,
        median: Some(ours),
        p99: None,
        beside: Some(("`serde_json` alone, reading the same lines".to_owned(), floor)),
        bar: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_estimate_is_found_by_its_name() {
        let json = r#"{"mean":{"confidence_interval":{"lower_bound":1.0},"point_estimate":2.5},"median":{"confidence_interval":{"lower_bound":3.0},"point_estimate":4559.25,"standard_error":1}}"#;
        assert_eq!(point_estimate(json, "median"), Some(4559.25));
        assert_eq!(point_estimate(json, "mean"), Some(2.5));
        assert_eq!(point_estimate(json, "slope"), None);
    }
}
