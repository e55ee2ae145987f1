//! What was measured, on its way to the table in `docs/benchmarks.md`: one line for each thing, its
//! cells apart by tabs.

use std::time::Duration;

/// One thing that was measured, and what it is held against.
pub struct Row {
    pub what: String,
    /// Of every number in the row.
    pub unit: &'static str,
    pub samples: Samples,
    pub beside: Option<(&'static str, Samples)>,
    /// How many times its peer it must stay under.
    pub bar: Option<f64>,
}

/// All samples of one thing.
#[derive(Default)]
pub struct Samples(Vec<f64>);

impl Samples {
    /// Adds a span of time, in milliseconds.
    pub fn time(&mut self, span: Duration) {
        self.0.push(span.as_secs_f64() * 1000.0);
    }

    /// Adds a number of bytes, in megabytes.
    #[expect(clippy::cast_precision_loss, reason = "no process has 2^52 bytes")]
    pub fn bytes(&mut self, bytes: u64) {
        self.0.push(bytes as f64 / 1_000_000.0);
    }

    /// A single sample: how many of so many, in per cent.
    #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
    pub fn share(some: usize, all: usize) -> Self {
        Self(vec![100.0 * some as f64 / all.max(1) as f64])
    }

    /// The sample below which this share of all lies.
    fn below(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few hundred samples"
        )]
        let rank = (share * sorted.len() as f64).ceil() as usize;
        sorted[rank.max(1) - 1]
    }
}

/// Part, what, unit, samples, median, 99th percentile, beside what, median of that, bar; a cell is
/// empty where there is nothing to say.
pub fn lines(part: &str, rows: &[Row]) -> String {
    let number = |number: f64| format!("{number:.6}");
    let line = |row: &Row| {
        let cells = [
            part.to_owned(),
            row.what.clone(),
            row.unit.to_owned(),
            row.samples.0.len().to_string(),
            number(row.samples.below(0.5)),
            // Of fewer samples it would be no more than the worst.
            if row.samples.0.len() < 100 { String::new() } else { number(row.samples.below(0.99)) },
            row.beside.as_ref().map_or(String::new(), |(what, _)| (*what).to_owned()),
            row.beside.as_ref().map_or(String::new(), |(_, samples)| number(samples.below(0.5))),
            row.bar.map_or(String::new(), number),
        ];
        cells.join("\t") + "\n"
    };
    rows.iter().map(line).collect()
}
