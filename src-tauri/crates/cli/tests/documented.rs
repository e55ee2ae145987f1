//! What `docs/command-line.md` shows is what happens: its files are written into a folder, its
//! commands run there, and what they say is compared. `REWRITE=1 cargo test -p cli --test
//! documented` writes what they say into it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod program;

use serde_json::Value;
use std::path::Path;
use std::process::Output;

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../docs/command-line.md");

/// A fenced block: the line before it, its language, its lines.
struct Block {
    before: String,
    language: String,
    first: usize,
    lines: Vec<String>,
}

fn blocks(document: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    let mut before = String::new();
    for (number, line) in document.lines().enumerate() {
        match line.strip_prefix("```") {
            Some(language) if !open => {
                open = true;
                blocks.push(Block {
                    before: before.clone(),
                    language: language.to_owned(),
                    first: number + 1,
                    lines: vec![],
                });
            }
            Some(_) => {
                open = false;
                before.clear();
            }
            None if open => blocks.last_mut().unwrap().lines.push(line.to_owned()),
            None if !line.trim().is_empty() => before = line.to_owned(),
            None => {}
        }
    }
    assert!(!open, "a block has no end");
    blocks
}

/// The name of the file that a block is: the line before it is "`name`:".
fn file(block: &Block) -> Option<&str> {
    block.before.strip_prefix('`')?.strip_suffix("`:")
}

/// The words of a command as a shell parts them; single quotes keep words together.
fn words(command: &str) -> Vec<String> {
    let parts = command.split('\'').enumerate();
    let words =
        parts.flat_map(
            |(n, part)| if n % 2 == 1 { vec![part] } else { part.split_whitespace().collect() },
        );
    words.map(str::to_owned).collect()
}

/// The block as it should be: each command, followed by what it says and its exit code where that
/// is not 0.
fn run(block: &Block, folder: &Path) -> Vec<String> {
    let mut said = Vec::new();
    for command in block.lines.iter().filter_map(|line| line.strip_prefix("$ tilslut-cli ")) {
        let words = words(command);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let Output { status, stdout, stderr } =
            program::command(&words).current_dir(folder).output().unwrap();
        said.push(format!("$ tilslut-cli {command}"));
        for stream in [stdout, stderr] {
            said.extend(
                String::from_utf8(stream).unwrap().lines().map(|line| line.trim_end().to_owned()),
            );
        }
        if status.code() != Some(0) {
            said.push(format!("# exit code {}", status.code().unwrap()));
        }
    }
    said
}

#[test]
fn what_is_documented_happens() {
    let document = std::fs::read_to_string(DOCUMENT).unwrap();
    let folder = tempfile::tempdir().unwrap();
    // The evidence of the examples: one that holds, and one that was changed.
    std::fs::write(folder.path().join("evidence.json"), program::PRACTICE).unwrap();
    std::fs::write(folder.path().join("kvittering.eml"), program::signed_mail()).unwrap();
    let changed = concat!(env!("CARGO_MANIFEST_DIR"), "/../evidence/tests/vectors/changed.json");
    std::fs::copy(changed, folder.path().join("changed.json")).unwrap();
    let blocks = blocks(&document);
    for block in &blocks {
        if let Some(name) = file(block) {
            std::fs::write(folder.path().join(name), block.lines.join("\n") + "\n").unwrap();
        }
    }
    let mut lines: Vec<String> = document.lines().map(str::to_owned).collect();
    let mut commands = 0;
    for block in blocks.iter().rev().filter(|block| block.language == "console") {
        let meant = run(block, folder.path());
        commands += meant.iter().filter(|line| line.starts_with("$ ")).count();
        lines.splice(block.first..block.first + block.lines.len(), meant);
    }
    assert!(commands >= 8, "only {commands} commands were found");
    let meant = lines.join("\n") + "\n";
    if std::env::var_os("REWRITE").is_some() {
        std::fs::write(DOCUMENT, &meant).unwrap();
    }
    assert!(
        document == meant || std::env::var_os("REWRITE").is_some(),
        "docs/command-line.md shows something else:\n{}",
        first_difference(&document, &meant)
    );
}

fn first_difference(found: &str, meant: &str) -> String {
    let mut pairs = found.lines().zip(meant.lines()).enumerate();
    pairs.find(|(_, (a, b))| a != b).map_or_else(
        || "it is shorter or longer".to_owned(),
        |(n, (a, b))| format!("{}: {a}\n{}: {b}", n + 1, n + 1),
    )
}

#[test]
fn the_documented_cases_are_what_the_schema_and_the_reader_take() {
    let schema: Value = serde_json::from_str(&casefile::schema::schema()).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let document = std::fs::read_to_string(DOCUMENT).unwrap();
    let mut cases = 0;
    for block in
        blocks(&document).iter().filter(|block| block.language == "json" && file(block).is_some())
    {
        let whole = block.lines.join("\n");
        let values = serde_json::Deserializer::from_str(&whole).into_iter::<Value>();
        for value in values.map(Result::unwrap).filter(|value| value["type"] == "tilslut/case/v4") {
            let fits = schema.is_valid(&value);
            assert_eq!(fits, casefile::read(value.to_string().as_bytes()).is_ok(), "{value}");
            cases += usize::from(fits);
        }
    }
    assert!(cases >= 5, "only {cases} cases were found");
}

/// Whoever writes a case finds the ids of documents and points there.
#[test]
fn every_kind_of_document_is_listed_with_its_points() {
    let document = std::fs::read_to_string(DOCUMENT).unwrap();
    for kind in &domain::rules::book().documents.all {
        let points: Vec<String> =
            kind.points.iter().map(|point| format!("`{}`", point.id)).collect();
        let row = document
            .lines()
            .find(|line| line.starts_with(&format!("| `{}` |", kind.id)))
            .unwrap_or_else(|| panic!("{}", kind.id));
        assert!(
            row.contains(kind.name.read(domain::Language::English))
                && row.ends_with(&format!("| {} |", points.join(", "))),
            "{row}"
        );
    }
}
