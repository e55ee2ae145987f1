//! The log of the program, over a page and alone.

use super::fixture::{
    CaseList, Closed, Fixture, LogPage, LogRead, Phase, QueryId, Route, SettingsPage, Unlocking,
    Ways,
};
use super::sample;
use diagnostics::{
    Bytes, Cases, Count, Event, FileKind, Files, KINDS, Line, Lines, Machine, Program, Report,
    System, Version,
};
use domain::Environment;
use domain::problem::Problem;

/// Every kind of line there is, each a minute older than the one before.
fn lines() -> Vec<Line> {
    let samples = KINDS.iter().flat_map(|kind| (kind.samples)().into_iter().take(2));
    samples.zip(0..).map(|(event, minutes)| Line::new(sample::ago(minutes), event)).collect()
}

fn read(lines: Vec<Line>, total: u32) -> LogRead {
    LogRead {
        from: 0,
        lines,
        total,
        unread: 0,
        place: "/home/kirsten/.local/share/dk.tilslut.app/tilslut.log".into(),
    }
}

fn page() -> LogPage {
    let lines = lines();
    let total = u32::try_from(lines.len()).expect("a few");
    LogPage { read: read(lines, total), ..LogPage::default() }
}

/// As the shell makes it.
fn report() -> String {
    let log = Lines { lines: lines().into_iter().rev().take(12).collect(), unread: 0 };
    Report {
        made: sample::now(),
        program: Program {
            version: Version::parse("0.1.0"),
            system: System::Linux,
            machine: Machine::X86,
            release: Version::parse("6.8.0"),
            webview: Version::parse("2.48.1"),
        },
        environment: Environment::Practice,
        cases: Cases::Open,
        count: Some(Count(3)),
        files: vec![
            Files { kind: FileKind::Database, count: Count(1), size: Bytes(1_294_336) },
            Files { kind: FileKind::KeySlots, count: Count(2), size: Bytes(2_410) },
        ],
        log,
    }
    .text()
}

fn over(page: LogPage) -> Fixture {
    Fixture { log: Some(page), ..Fixture::at(Route::Settings(SettingsPage::default())) }
}

fn alone(phase: Phase, page: LogPage) -> Fixture {
    Fixture { log: Some(page), ..Fixture::not_open(phase) }
}

/// The states of this page.
pub fn states() -> Vec<(&'static str, Fixture)> {
    let stopped = || Phase::Stopped(Problem::VaultDamaged);
    let closed = Phase::Closed(Closed {
        problem: Problem::KeyStoreUnreachable,
        ways: Ways { key_store: true, passphrase: false, recovery: true },
        unlocking: Unlocking::default(),
    });
    let first = LogPage {
        read: read(vec![Line::new(sample::now(), Event::Emptied {})], 1),
        ..LogPage::default()
    };
    let many = LogPage {
        read: LogRead { from: 60, total: 4_812, unread: 2, ..page().read },
        ..LogPage::default()
    };
    vec![
        ("log", over(page())),
        ("log-many", over(many)),
        ("log-report", over(LogPage { report: Some(report()), ..page() })),
        ("log-not-deleted", over(LogPage { problem: Some(Problem::LogNotDeleted), ..page() })),
        ("log-emptied", alone(closed, first)),
        (
            "log-reading",
            alone(stopped(), LogPage { query: Some(QueryId(1)), ..LogPage::default() }),
        ),
        ("log-alone", alone(stopped(), page())),
        ("log-alone-report", alone(stopped(), LogPage { report: Some(report()), ..page() })),
        (
            "log-none",
            Fixture {
                log: Some(LogPage::default()),
                ..Fixture::at(Route::Cases(CaseList::default()))
            },
        ),
    ]
}
