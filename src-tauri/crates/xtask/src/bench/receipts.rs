//! The receipt beside the same pages made by other programs, all in one run: our own pace
//! (`receipt/examples/receipts.rs`) and the peers' (`tests/measure/peers`), which are Python's and
//! live in a folder of their own under `target`.

use super::table::Row;
use crate::setup::python;
use crate::steps::{Error, Step};
use crate::workspace::Workspace;
use std::io;
use std::path::Path;

/// What the peers are, pinned.
const WANTED: &str = "tests/measure/peers/requirements.txt";
/// Receipts of ours in one run.
const RECEIPTS: &str = "10000";
/// Documents of each peer, Chromium's fewer.
const SAMPLES: &str = "60";
/// What ours may take of a peer's time: one fifth of ReportLab's, one fifteenth of WeasyPrint's and
/// Chromium's, twice Typst's.
const BARS: [(&str, f64); 4] = [
    ("ReportLab", 1.0 / 5.0),
    ("WeasyPrint", 1.0 / 15.0),
    ("Typst", 2.0),
    ("Chromium", 1.0 / 15.0),
];

/// What `pace` printed.
struct Pace {
    words: String,
}

/// What one peer took.
struct Peer {
    name: String,
    milliseconds: Vec<f64>,
    bytes: f64,
    peak: f64,
}

/// Makes the receipts, ours and theirs.
pub fn measured(place: &Workspace) -> Result<Vec<Row>, Error> {
    Step::cargo("Build the pace of receipts")
        .args(["build", "--release", "--package", "receipt", "--example", "receipts"])
        .dir(place.root())
        .run()?;
    let pdf = place.target().join("receipts.pdf");
    let program = place
        .target()
        .join("release/examples")
        .join(format!("receipts{}", std::env::consts::EXE_SUFFIX));
    let words = Step::new("", &program).args([RECEIPTS.as_ref(), pdf.as_os_str()]).answer();
    let pace = Pace {
        words: words.ok_or_else(|| Error::Missing(format!("{} did not run", program.display())))?,
    };
    let (median, p99) = (pace.number("median_ms")?, pace.number("p99_ms")?);
    let row = |what: &str,
               unit: &str,
               median: f64,
               p99: Option<f64>,
               beside: Option<(String, f64)>,
               bar: Option<f64>| Row {
        what: what.to_owned(),
        unit: unit.to_owned(),
        samples: RECEIPTS.parse().unwrap_or_default(),
        median: Some(median),
        p99,
        beside,
        bar,
    };
    let (file, inside) = (pace.number("bytes")? / 1000.0, pace.number("inside_bytes")? / 1000.0);
    let mut rows = vec![
        row(
            "Receipt file, evidence and case in it counted apart (wanted: under 60 kB)",
            "kB",
            file - inside,
            None,
            None,
            None,
        ),
        row(
            "Peak memory of a process that makes 10,000 receipts (wanted: under 25 MB)",
            "MB",
            pace.number("peak_kib")? * 1.024 / 1000.0,
            None,
            None,
            None,
        ),
    ];
    for peer in peers(place, &pdf)? {
        let bar = BARS.iter().find(|(name, _)| *name == peer.name).map(|(_, bar)| *bar);
        let size = format!(
            "{}: the same words, {:.0} kB, peak {:.0} MB",
            peer.name,
            peer.bytes / 1000.0,
            peer.peak / 1_000_000.0
        );
        rows.push(row(
            "Receipt of a usual case, from the case to the bytes",
            "ms",
            median,
            Some(p99),
            Some((size, peer.median())),
            bar,
        ));
    }
    Ok(rows)
}

fn peers(place: &Workspace, pdf: &Path) -> Result<Vec<Peer>, Error> {
    let python = python::folder(place, "peers", WANTED, &[])?;
    let root = place.root();
    let words = Step::new("", python)
        .args([root.join("tests/measure/peers/peers.py").as_os_str(), pdf.as_os_str()])
        .args([root.join("src-tauri/crates/receipt/fonts").as_os_str(), SAMPLES.as_ref()])
        .answer()
        .ok_or_else(|| {
            Error::Missing(
                "tests/measure/peers/peers.py did not run to its end; run it by hand to see why"
                    .to_owned(),
            )
        })?;
    let peers: Option<Vec<Peer>> = words.lines().map(Peer::parse).collect();
    peers.ok_or_else(|| Error::File {
        path: root.join("tests/measure/peers/peers.py"),
        source: io::ErrorKind::InvalidData.into(),
    })
}

impl Pace {
    /// The number after a name at the beginning of a line.
    fn number(&self, name: &str) -> Result<f64, Error> {
        let line = self
            .words
            .lines()
            .find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse().ok());
        line.ok_or_else(|| Error::Missing(format!("the pace of receipts does not tell {name}")))
    }
}

impl Peer {
    fn parse(line: &str) -> Option<Self> {
        let [name, samples, bytes, peak] = *line.split('\t').collect::<Vec<_>>() else {
            return None;
        };
        let mut milliseconds =
            samples.split(',').map(|sample| sample.parse().ok()).collect::<Option<Vec<f64>>>()?;
        milliseconds.sort_by(f64::total_cmp);
        Some(Self {
            name: name.to_owned(),
            milliseconds,
            bytes: bytes.parse().ok()?,
            peak: peak.parse().ok()?,
        })
    }

    fn median(&self) -> f64 {
        self.milliseconds.get(self.milliseconds.len() / 2).copied().unwrap_or(f64::NAN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_programs_print_is_read() {
        let pace =
            Pace { words: "receipts 10\nmedian_ms 6.301\nbytes 45713       the file\n".to_owned() };
        assert!((pace.number("median_ms").unwrap() - 6.301).abs() < 1e-9);
        assert!((pace.number("bytes").unwrap() - 45713.0).abs() < 1e-9);
        assert!(pace.number("peak_kib").is_err());
        let peer = Peer::parse("Typst\t3.0,1.0,2.0\t80000\t44000000").unwrap();
        assert_eq!((peer.name.as_str(), peer.median()), ("Typst", 2.0));
        assert!(Peer::parse("Typst\t3.0,x\t1\t2").is_none() && Peer::parse("Typst").is_none());
    }
}
