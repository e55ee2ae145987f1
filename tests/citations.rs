//! What the code cites is there: `domain.md` §2.2 is the heading 2.2 of `docs/reference/domain.md`,
//! and DESIGN is its `design.md`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Where code and comments are.
const SOURCES: [&str; 7] =
    ["src-tauri", "tests", "ui/src", "ui/gate", "ui/tests", "Cargo.toml", "deny.toml"];
const ENDINGS: [&str; 8] = ["rs", "toml", "ts", "mjs", "svelte", "css", "ftl", "py"];

/// What is cited in one line: the page, and the section when one is named.
fn cited(line: &str, pages: &BTreeSet<String>) -> Vec<(String, Option<String>)> {
    let mut found = Vec::new();
    let names = pages.iter().map(|page| (format!("{page}.md"), page)).collect::<Vec<_>>();
    let design = ("DESIGN".to_owned(), "design".to_owned());
    let all = names.iter().map(|(name, page)| (name.as_str(), page.as_str()));
    for (name, page) in all.chain([(design.0.as_str(), design.1.as_str())]) {
        for (at, _) in line.match_indices(name) {
            let before = line[..at].chars().next_back();
            // Another file whose name only ends so, or the page by its path: a link that a reader
            // of Markdown checks.
            if before.is_some_and(|c| c.is_alphanumeric() || ['/', '-', '_'].contains(&c)) {
                continue;
            }
            let rest = line[at + name.len()..].trim_start_matches(['`', ' ']);
            let Some(mut rest) = rest.strip_prefix('§') else {
                found.push((page.to_owned(), None));
                continue;
            };
            loop {
                let end =
                    rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
                found.push((page.to_owned(), Some(rest[..end].trim_end_matches('.').to_owned())));
                let Some(next) = rest[end..].strip_prefix(" and §") else { break };
                rest = next;
            }
        }
    }
    found
}

/// The numbers of a page's headings: `## 2. …` and `### 2.2 …`.
fn headings(text: &str) -> BTreeSet<String> {
    let titles = text.lines().filter(|line| line.starts_with("##"));
    let numbers = titles.filter_map(|line| line.trim_start_matches('#').split_whitespace().next());
    numbers.map(|number| number.trim_end_matches('.').to_owned()).collect()
}

fn files(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            files(&entry.unwrap().path(), found);
        }
    } else if path.extension().is_some_and(|it| ENDINGS.iter().any(|ending| it == *ending)) {
        found.push(path.to_owned());
    }
}

fn pages() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference");
    let names = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names
        .filter_map(|name| name.strip_suffix(".md").map(str::to_owned))
        .filter(|name| name != "README")
        .collect()
}

#[test]
fn every_citation_is_a_heading_of_the_reference() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages = pages();
    let read = |page: &str| {
        std::fs::read_to_string(root.join(format!("docs/reference/{page}.md"))).unwrap()
    };
    let mut sources = Vec::new();
    SOURCES.iter().for_each(|place| files(&root.join(place), &mut sources));
    let (mut seen, mut wrong) = (0, Vec::new());
    for file in sources.iter().filter(|file| !file.ends_with("tests/citations.rs")) {
        for (number, line) in std::fs::read_to_string(file).unwrap().lines().enumerate() {
            for (page, section) in cited(line, &pages) {
                seen += 1;
                if section.is_some_and(|section| !headings(&read(&page)).contains(&section)) {
                    wrong.push(format!(
                        "{}:{}: {}",
                        file.strip_prefix(root).unwrap().display(),
                        number + 1,
                        line.trim()
                    ));
                }
            }
        }
    }
    assert!(seen > 100, "only {seen} citations were found");
    assert!(wrong.is_empty(), "no such heading in docs/reference:\n{}", wrong.join("\n"));
}

/// A page that the code names and nobody has written is found too.
#[test]
fn no_page_of_the_reference_is_cited_that_is_not_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    SOURCES.iter().for_each(|place| files(&root.join(place), &mut sources));
    for file in sources.iter().filter(|file| !file.ends_with("tests/citations.rs")) {
        for line in std::fs::read_to_string(file).unwrap().lines() {
            for (at, _) in line.match_indices(".md` §").chain(line.match_indices(".md §")) {
                let start = line[..at]
                    .rfind(|c: char| !c.is_ascii_lowercase() && c != '-')
                    .map_or(0, |it| it + 1);
                let page = &line[start..at];
                let documented = ["docs/reference", "docs"]
                    .iter()
                    .any(|it| root.join(it).join(format!("{page}.md")).exists());
                assert!(documented, "{}: {page}.md", file.display());
            }
        }
    }
}

#[test]
fn citations_are_read_as_they_are_written() {
    let pages: BTreeSet<String> = ["domain", "store"].map(str::to_owned).into();
    let section = |page: &str, number: &str| (page.to_owned(), Some(number.to_owned()));
    for (line, expected) in [
        ("/// The rule (`domain.md` §6.5).", vec![section("domain", "6.5")]),
        (
            "//! by letters (store.md §3), and `domain.md` §6.1 and §2.3.",
            vec![section("domain", "6.1"), section("domain", "2.3"), section("store", "3")],
        ),
        ("// one dropped (DESIGN §5.4).", vec![section("design", "5.4")]),
        ("/// every code of `domain.md`, once", vec![("domain".to_owned(), None)]),
        ("// RFC 8252 §7.3 and subdomain.md §4", vec![]),
    ] {
        assert_eq!(cited(line, &pages), expected, "{line}");
    }
    assert_eq!(
        headings("# 1\n## 2. Two\n### 2.2 Three\ntext"),
        ["2", "2.2"].map(str::to_owned).into()
    );
}
