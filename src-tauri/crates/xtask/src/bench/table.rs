//! What was measured, as a table, and the place in `docs/benchmarks.md` where it belongs. Nobody
//! writes a number there by hand.

use std::fs;
use std::path::Path;

use crate::steps::Error;

/// Between these two lines every word is the command's.
const BEGIN: &str =
    "<!-- From here to the end mark everything is written by `cargo xtask bench`. -->\n";
const END: &str = "<!-- The end mark. -->\n";

const HEAD: &str = "\
| what | median | 99 % | samples | beside | its median | ratio | bar |
| --- | ---: | ---: | ---: | --- | ---: | ---: | --- |
";

/// One thing that was measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is.
    pub what: String,
    /// Of all its numbers.
    pub unit: String,
    /// How many samples its median is of.
    pub samples: usize,
    /// Nothing when what it measures has not been built.
    pub median: Option<f64>,
    /// The 99th percentile, where there are samples enough for one.
    pub p99: Option<f64>,
    /// What it is held against in the same run, and the median of that.
    pub beside: Option<(String, f64)>,
    /// How many times that it must stay under.
    pub bar: Option<f64>,
}

impl Row {
    /// A row of the file that `tests/measure` writes; nothing when it is no such row.
    pub fn parse(line: &str) -> Option<Self> {
        let cells: Vec<&str> = line.split('\t').collect();
        let [what, unit, samples, median, p99, beside, its_median, bar] = cells.as_slice() else {
            return None;
        };
        let number =
            |cell: &str| if cell.is_empty() { Some(None) } else { cell.parse().ok().map(Some) };
        let beside = number(its_median)?.map(|median| ((*beside).to_owned(), median));
        Some(Self {
            what: (*what).to_owned(),
            unit: (*unit).to_owned(),
            samples: samples.parse().ok()?,
            median: Some(median.parse().ok()?),
            p99: number(p99)?,
            beside,
            bar: number(bar)?,
        })
    }

    /// How many times its peer or floor it is; nothing beside nothing.
    fn ratio(&self) -> Option<f64> {
        Some(self.median? / self.beside.as_ref()?.1).filter(|ratio| ratio.is_finite())
    }

    /// False when there is a bar and it is not met.
    pub fn holds(&self) -> bool {
        self.bar.is_none_or(|bar| self.ratio().is_some_and(|ratio| ratio < bar))
    }

    fn line(&self) -> String {
        const NOTHING: &str = "–";
        let number = |number: Option<f64>| {
            number.map_or(NOTHING.to_owned(), |number| format!("{} {}", rounded(number), self.unit))
        };
        let bar = self.bar.map(|bar| {
            format!("under {}×: {}", short(bar), if self.holds() { "met" } else { "**not met**" })
        });
        let cells = [
            self.what.clone(),
            if self.median.is_none() {
                "not built in this run".to_owned()
            } else {
                number(self.median)
            },
            number(self.p99),
            self.samples.to_string(),
            self.beside.as_ref().map_or(NOTHING.to_owned(), |(what, _)| what.clone()),
            number(self.beside.as_ref().map(|(_, median)| *median)),
            self.ratio().map_or(NOTHING.to_owned(), |ratio| format!("{ratio:.2}×")),
            bar.unwrap_or(NOTHING.to_owned()),
        ];
        format!("| {} |\n", cells.join(" | "))
    }
}

/// Three digits that count.
fn rounded(number: f64) -> String {
    let decimals = match number {
        100.0.. => 0,
        10.0.. => 1,
        1.0.. => 2,
        _ => 3,
    };
    format!("{number:.decimals$}")
}

/// A run of a part, as it stands below the part's heading.
pub fn run(date: &str, machine: &str, rows: &[Row]) -> String {
    let lines: String = rows.iter().map(Row::line).collect();
    format!("### {date}: {machine}\n\n{HEAD}{lines}\n")
}

/// Puts a run of a part into the file, in place of one of the same day and machine, or last of that
/// part's. `order` has the headings of all parts.
pub fn put(file: &Path, order: &[String], heading: &str, run: &str) -> Result<(), Error> {
    let text = fs::read_to_string(file).map_err(Error::at(file))?;
    let text = with(&text, order, heading, run).ok_or_else(|| {
        Error::Missing(format!(
            "{} has no place for measurements: {BEGIN}{END}is gone",
            file.display()
        ))
    })?;
    fs::write(file, text).map_err(Error::at(file))
}

fn with(text: &str, order: &[String], heading: &str, run: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (written, after) = rest.split_once(END)?;
    let mut parts: Vec<(&str, Vec<&str>)> = pieces(written.trim_start(), "## ")
        .into_iter()
        .map(|part| {
            let (heading, runs) = part.split_once('\n').unwrap_or((part, ""));
            (heading, pieces(runs.trim_start(), "### "))
        })
        .collect();
    if !parts.iter().any(|(of, _)| *of == heading) {
        parts.push((heading, Vec::new()));
    }
    // One that is not known any more stays, behind the others.
    parts.sort_by_key(|(of, _)| order.iter().position(|known| known == of).unwrap_or(order.len()));
    for (_, runs) in parts.iter_mut().filter(|(of, _)| *of == heading) {
        match runs.iter_mut().find(|old| old.lines().next() == run.lines().next()) {
            Some(old) => *old = run,
            None => runs.push(run),
        }
    }
    let parts: String =
        parts.iter().map(|(of, runs)| format!("{of}\n\n{}", runs.concat())).collect();
    Some(format!("{before}{BEGIN}\n{parts}{END}{after}"))
}

/// A text taken apart before every line that begins so.
fn pieces<'a>(text: &'a str, heading: &str) -> Vec<&'a str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let next = rest.get(1..).and_then(|inner| inner.find(&format!("\n{heading}")));
        let (one, others) = rest.split_at(next.map_or(rest.len(), |at| at + 2));
        pieces.push(one);
        rest = others;
    }
    pieces
}

/// A bar in as few figures as tell it: 1.5, 0.2, 0.067.
fn short(bar: f64) -> String {
    format!("{bar:.3}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "Start\tms\t15\t412.5\t\ta bare window\t300.0\t1.5";

    fn row() -> Row {
        Row::parse(LINE).unwrap()
    }

    #[test]
    fn a_row_is_read_and_told() {
        assert_eq!([1.5, 2.0, 0.2, 1.0 / 15.0].map(short), ["1.5", "2", "0.2", "0.067"]);
        assert_eq!(
            row().line(),
            "| Start | 412 ms | – | 15 | a bare window | 300 ms | 1.38× | under 1.5×: met |\n"
        );
        let plain = Row::parse("Save\tms\t200\t0.0456\t1.2345\t\t\t").unwrap();
        assert_eq!(plain.line(), "| Save | 0.046 ms | 1.23 ms | 200 | – | – | – | – |\n");
        let unbuilt = Row { median: None, samples: 0, ..plain };
        assert_eq!(
            unbuilt.line(),
            "| Save | not built in this run | 1.23 ms | 0 | – | – | – | – |\n"
        );
    }

    #[test]
    fn a_bar_is_missed_when_it_is_reached_or_cannot_be_told() {
        for (row, holds) in [
            (row(), true),
            (Row { median: Some(450.0), ..row() }, false),
            (Row { median: Some(450.0), bar: None, ..row() }, true),
            (Row { beside: None, ..row() }, false),
            (Row { beside: Some(("nothing".into(), 0.0)), ..row() }, false),
        ] {
            assert_eq!(row.holds(), holds, "{row:?}");
        }
    }

    #[test]
    fn what_is_no_row_is_refused() {
        for line in [
            "",
            "Start",
            &LINE.replace("412.5", "fast"),
            &LINE.replace("300.0", "?"),
            &LINE.replace("15\t", "\t"),
            &format!("{LINE}\t"),
        ] {
            assert_eq!(Row::parse(line), None, "{line}");
        }
    }

    #[test]
    fn a_run_takes_the_place_of_its_own_day_and_no_other() {
        let empty = format!("# Head\n\n{BEGIN}{END}after\n");
        let order = ["## Start: `s`".to_owned(), "## Room: `r`".to_owned()];
        let [start, room] = [order[0].as_str(), order[1].as_str()];
        let put = |text: &str, part, run: &str| with(text, &order, part, run).unwrap();
        let (one, two) = (run("2026-11-23", "here", &[row()]), run("2026-11-24", "here", &[row()]));
        let all = put(&put(&put(&empty, room, &one), start, &one), start, &two);
        assert_eq!(
            all,
            format!("# Head\n\n{BEGIN}\n{start}\n\n{one}{two}{room}\n\n{one}{END}after\n")
        );
        let faster = run("2026-11-23", "here", &[Row { median: Some(1.0), ..row() }]);
        assert_eq!(
            put(&all, start, &faster),
            format!("# Head\n\n{BEGIN}\n{start}\n\n{faster}{two}{room}\n\n{one}{END}after\n")
        );
        assert_eq!(put(&all, start, &two), all, "the same again changes nothing");
    }

    #[test]
    fn a_part_that_is_not_known_any_more_stays() {
        let old = run("2026-11-23", "here", &[row()]);
        let text = format!("{BEGIN}\n## Old: `o`\n\n{old}{END}");
        let order = ["## Start: `s`".to_owned()];
        assert_eq!(
            with(&text, &order, &order[0], &old).unwrap(),
            format!("{BEGIN}\n## Start: `s`\n\n{old}## Old: `o`\n\n{old}{END}")
        );
    }

    #[test]
    fn without_its_marks_a_file_is_left_alone() {
        assert_eq!(with(&format!("# Head\n{END}{BEGIN}"), &[], "## x", "### x\n"), None);
    }
}
