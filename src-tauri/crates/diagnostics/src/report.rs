//! What a person saves for whoever helps them: what the program is, how its folder stands, and the
//! newest lines of the log. It is made of the same types as a line, so it cannot say more of a person
//! than a line can, and what is shown is the text that is saved.

use crate::field::{Bytes, Count, Field, Value, Version};
use crate::line::Lines;
use crate::words::{Cases, FileKind, Machine, System};
use domain::{Environment, Timestamp};
use std::fmt::Write as _;

/// So many lines of the log come along: more than a week of work, and still a text that is read.
pub const MOST_LINES: usize = 2_000;

/// What the program is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Program {
    /// Its version.
    pub version: Option<Version>,
    /// The operating system.
    pub system: System,
    /// The kind of processor.
    pub machine: Machine,
    /// The version of the operating system.
    pub release: Option<Version>,
    /// The version of the web engine.
    pub webview: Option<Version>,
}

/// The files of one kind in the data folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Files {
    /// What they are.
    pub kind: FileKind,
    /// How many.
    pub count: Count,
    /// How large together.
    pub size: Bytes,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// When it was made.
    pub made: Timestamp,
    /// The program.
    pub program: Program,
    /// Practice or live.
    pub environment: Environment,
    /// Whether the cases are open.
    pub cases: Cases,
    /// How many there are; none while they are not open.
    pub count: Option<Count>,
    /// What lies in the data folder.
    pub files: Vec<Files>,
    /// The log.
    pub log: Lines,
}

impl Report {
    /// The text.
    pub fn text(&self) -> String {
        let mut text = String::from("Tilslut\n");
        let mut line = |name: &str, value: String| {
            // Writing into a text cannot fail.
            let _ = writeln!(text, "{name}: {value}");
        };
        let Program { version, system, machine, release, webview } = self.program;
        line("made", self.made.to_string());
        line("version", said(&version));
        line("system", format!("{}, {}, {}", said(&system), said(&release), said(&machine)));
        line("webview", said(&webview));
        line("environment", said(&self.environment));
        line("cases", said(&self.cases));
        line("number of cases", said(&self.count));
        for Files { kind, count, size } in &self.files {
            line(&format!("files, {}", said(kind)), format!("{}, {} bytes", count.0, size.0));
        }
        let all = self.log.lines.len();
        line("lines of the log", format!("{}, of which {} follow", all, all.min(MOST_LINES)));
        line("lines that cannot be read", self.log.unread.to_string());
        text.push('\n');
        for line in self.log.lines.iter().skip(all.saturating_sub(MOST_LINES)) {
            let _ = writeln!(text, "{line}");
        }
        text
    }
}

fn said(field: &impl Field) -> String {
    match field.value() {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Word(word)) => word.to_owned(),
        Some(Value::Problem(problem)) => problem.code().to_owned(),
        Some(Value::Made(made)) => made,
        None => "not known".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Event, Line};

    #[test]
    fn the_newest_lines_come_along_and_how_many_do_not_is_said() {
        let at = |n: i64| Timestamp::from_second(1_795_000_000 + n).unwrap_or_default();
        let line = |n: usize| Line::new(at(n as i64), Event::Dropped { lines: Count(n as u64) });
        let report = |lines: usize| Report {
            made: at(0),
            program: Program {
                version: Version::parse("0.1.0"),
                system: System::Linux,
                machine: Machine::X86,
                release: Version::parse("12"),
                webview: None,
            },
            environment: Environment::Practice,
            cases: Cases::Stopped,
            count: None,
            files: vec![Files { kind: FileKind::Database, count: Count(1), size: Bytes(4_096) }],
            log: Lines { lines: (0..lines).map(line).collect(), unread: 2 },
        };
        let expected = "Tilslut\nmade: 2026-11-18T11:06:40Z\nversion: 0.1.0\nsystem: linux, 12, x86_64\n\
            webview: not known\nenvironment: practice\ncases: stopped\nnumber of cases: not known\n\
            files, database: 1, 4096 bytes\nlines of the log: 1, of which 1 follow\n\
            lines that cannot be read: 2\n\n\
            {\"at\":\"2026-11-18T11:06:40Z\",\"event\":\"dropped\",\"lines\":0}\n";
        assert_eq!(report(1).text(), expected);
        let long = report(MOST_LINES + 3).text();
        assert!(long.contains("lines of the log: 2003, of which 2000 follow"), "{long}");
        assert!(!long.contains("\"lines\":2}") && long.contains("\"lines\":3}"));
    }
}
