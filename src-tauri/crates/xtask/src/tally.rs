//! How many tests held, summed over many test programs: the last line that `cargo xtask test` prints.

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
        if let Some((_, counts)) = line.split_once("test result: ") {
            self.passed += number_before(counts, " passed;");
            self.failed += number_before(counts, " failed;");
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_summed_and_others_are_not() {
        let mut tally = Tally::default();
        for line in [
            "test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured; 0 filtered out; finished in 0.02s\n",
            "test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s",
            "test result: \u{1b}[32mok\u{1b}[m. 1 passed; 0 failed; 0 ignored",
            "running 99 tests",
            "assertion: 7 passed; 7 failed; but this is no closing line",
        ] {
            tally.add_line(line);
        }
        assert_eq!(tally, Tally { passed: 17, failed: 2 });
        assert_eq!(tally.to_string(), "17 passed, 2 failed");
    }
}
