//! What stands on the pages of a PDF, as poppler's tools tell it.

use std::path::Path;
use std::process::Command;

/// Its words in the order in which they are read.
pub fn text(file: &Path) -> String {
    told(Command::new("pdftotext").arg(file).arg("-"))
}

/// Its words, each where it stands on the page.
pub fn laid_out(file: &Path) -> String {
    told(Command::new("pdftotext").arg("-layout").arg(file).arg("-"))
}

/// How many pages it has.
pub fn page_count(bytes: &[u8]) -> u32 {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let text = told(Command::new("pdfinfo").arg(file.path()));
    text.lines()
        .find_map(|line| line.strip_prefix("Pages:"))
        .expect("pages")
        .trim()
        .parse()
        .unwrap()
}

fn told(tool: &mut Command) -> String {
    let out = tool.output().expect("poppler's tools are installed");
    assert!(out.status.success(), "{tool:?} could not read the file");
    String::from_utf8(out.stdout).unwrap()
}
