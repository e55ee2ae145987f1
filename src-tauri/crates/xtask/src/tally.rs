//! How many tests held, summed over many test programs: the last line that `cargo xtask test`
//! prints.

use std::fmt;

/// Tests that held, and tests that did not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that held.
    pub passed: u64,
    /// Tests that did not.
    pub failed: u64,
}

impl Tally {
    /// Adds what a test program's closing line says; any other line changes nothing.
    pub fn add_line(&mut self, line: &str) {
        let line = without_colour(line);
        let line = line.trim();
        // Rust's own test programs and doctests: `test result: ok. 12 passed; 0 failed; …`
        if let Some(counts) = line.strip_prefix("test result: ") {
            self.passed += number_before(counts, " passed;");
            self.failed += number_before(counts, " failed;");
        // nextest: `Summary [ 1.2s] 12 tests run: 10 passed (1 slow), 1 failed, 1 timed out, 2
        // skipped`
        } else if let Some((_, counts)) =
            line.strip_prefix("Summary [").and_then(|it| it.split_once("run: "))
        {
            self.passed += number_before(counts, " passed");
            for not_held in [" failed", " timed out", " exec failed"] {
                self.failed += number_before(counts, not_held);
            }
        // vitest: `Tests  1 failed | 12 passed (13)`
        } else if let Some(counts) = line.strip_prefix("Tests  ") {
            self.passed += number_before(counts, " passed");
            self.failed += number_before(counts, " failed");
        // The gate for pages: `12 passed, 0 failed`
        } else if let Some((passed, failed)) =
            line.strip_suffix(" failed").and_then(|it| it.split_once(" passed, "))
            && let (Ok(passed), Ok(failed)) = (passed.parse::<u64>(), failed.parse::<u64>())
        {
            self.passed += passed;
            self.failed += failed;
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

fn number_before(counts: &str, word: &str) -> u64 {
    let before = counts.split_once(word).and_then(|(before, _)| before.rsplit(' ').next());
    before.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

/// The line without the terminal's colours (`ESC [ … m`).
fn without_colour(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_summed_and_others_are_not() {
        let lines: [(&str, u64, u64); 14] = [
            (
                "test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured; 0 filtered out; finished in 0.02s\n",
                12,
                0,
            ),
            (
                "test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s",
                4,
                2,
            ),
            ("test result: \u{1b}[32mok\u{1b}[m. 1 passed; 0 failed; 0 ignored", 1, 0),
            ("     Summary [   2.541s] 41 tests run: 41 passed, 3 skipped\n", 41, 0),
            (
                "     Summary [   2.541s] 9 tests run: 5 passed (1 slow), 3 failed, 1 timed out, 0 skipped",
                5,
                4,
            ),
            ("\u{1b}[32;1m     Summary\u{1b}[0m [   0.1s] 1 test run: 1 passed, 0 skipped", 1, 0),
            ("     Summary [   2.541s] 7/9 tests run: 6 passed, 1 failed, 0 skipped", 6, 1),
            ("      Tests  12 passed (12)\n", 12, 0),
            ("      Tests  1 failed | 12 passed (13)\n", 12, 1),
            (" Test Files  1 failed | 3 passed (4)\n", 0, 0),
            ("956 passed, 4 failed\n", 956, 4),
            ("running 99 tests", 0, 0),
            ("assertion: 7 passed; 7 failed; but this is no closing line", 0, 0),
            ("the gate said 7 passed, 7 failed", 0, 0),
        ];
        let mut sum = Tally::default();
        for (line, passed, failed) in lines {
            let mut tally = Tally::default();
            tally.add_line(line);
            assert_eq!(tally, Tally { passed, failed }, "{line}");
            sum.add_line(line);
        }
        assert_eq!(sum.to_string(), "1050 passed, 12 failed");
    }
}
