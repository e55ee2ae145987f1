//! The page of the log: its lines, and the report that a person saves for whoever helps them.

use super::machine::program;
use crate::dialogs;
use crate::engine::Engine;
use app::App;
use app::input::{Input, LogInput};
use app::model::{LogRead, Phase, QueryId};
use app::route::ROWS;
use diagnostics::{Bytes, Cases, Count, FileKind, Files, Lines, Report};
use domain::problem::Problem;
use domain::{Environment, Language, Timestamp};
use std::fs;
use std::path::Path;
use texts::Texts;

/// Reads the lines from this one on, the newest first.
pub fn read(engine: &Engine, query: QueryId, from: u32) {
    let (place, log) = match engine.log() {
        Some(log) => (log.path().display().to_string(), log.lines()),
        None => Default::default(),
    };
    let size = |rows: u32| usize::try_from(rows).unwrap_or(usize::MAX);
    let read = LogRead {
        from,
        lines: log.lines.iter().rev().skip(size(from)).take(size(ROWS)).cloned().collect(),
        total: u32::try_from(log.lines.len()).unwrap_or(u32::MAX),
        unread: u32::try_from(log.unread).unwrap_or(u32::MAX),
        place,
    };
    engine.notify(Input::Log(LogInput::Read(query, Box::new(read))));
}

/// Makes the report.
pub fn report(engine: &Engine, query: QueryId) {
    let log = engine.log();
    let folder = log.as_ref().and_then(|log| log.path().parent().map(Path::to_owned));
    let (environment, cases, count) = engine.read(standing);
    let report = Report {
        made: Timestamp::from_second(Timestamp::now().as_second()).unwrap_or_default(),
        program: program(engine.version()),
        environment,
        cases,
        count,
        files: folder.map(|folder| files(&folder)).unwrap_or_default(),
        log: log.map_or_else(Lines::default, |log| log.lines()),
    };
    engine.notify(Input::Log(LogInput::ReportMade(query, report.text())));
}

/// Asks where, and saves the report that is shown.
pub fn save(engine: &Engine, text: &str, language: Language) {
    let name = Texts::new(language).get("log-report-file");
    let question = dialogs::question(language, name, "file-log-report", &["txt"]);
    let Some(path) = engine.desktop().choose_new_file(question) else { return };
    let written = dialogs::write(path, "txt", text.as_bytes());
    let written = written.map(|path| path.to_string_lossy().into_owned());
    engine.notify(Input::Log(LogInput::Saved(written)));
}

/// Deletes the log, and reads what is there then.
pub fn empty(engine: &Engine, query: QueryId) {
    if engine.log().is_none_or(|log| log.empty()) {
        read(engine, query, 0);
    } else {
        engine.notify(Input::Log(LogInput::NotEmptied(query, Problem::LogNotDeleted)));
    }
}

fn standing(app: &App) -> (Environment, Cases, Option<Count>) {
    let cases = match &app.phase {
        Phase::ChooseEnvironment => Cases::ChooseEnvironment,
        Phase::ProfileUnread => Cases::ProfileUnread,
        Phase::Opening(_) => Cases::Opening,
        Phase::ChoosePassphrase(_) => Cases::ChoosePassphrase,
        Phase::Closed(_) => Cases::Closed,
        Phase::Older(_) => Cases::Older,
        Phase::Damaged(_) => Cases::Damaged,
        Phase::Stopped(_) => Cases::Stopped,
        Phase::Open(_) => Cases::Open,
    };
    let count = app.open().map(|open| Count(open.total.into()));
    (app.common.environment, cases, count)
}

/// What lies in the data folder, by kind: of both environments, and not what is in folders of it.
fn files(folder: &Path) -> Vec<Files> {
    let mut found: Vec<Files> = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        let Ok(about) = entry.metadata() else { continue };
        if !about.is_file() {
            continue;
        }
        let name = entry.file_name();
        let kind = kind_of(name.to_str().unwrap_or_default());
        match found.iter_mut().find(|files| files.kind == kind) {
            Some(files) => {
                files.count.0 += 1;
                files.size.0 = files.size.0.saturating_add(about.len());
            }
            None => found.push(Files { kind, count: Count(1), size: Bytes(about.len()) }),
        }
    }
    found.sort_by_key(|files| files.kind as u8);
    found
}

fn kind_of(name: &str) -> FileKind {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("db") => FileKind::Database,
        Some("db-wal" | "db-shm") => FileKind::DatabaseLog,
        Some("json") if name.contains(".keyslots") => FileKind::KeySlots,
        Some("mark") => FileKind::Mark,
        Some("lock") => FileKind::Lock,
        Some("log") => FileKind::Log,
        _ => FileKind::Other,
    }
}
