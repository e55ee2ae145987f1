//! Reads a PDF as a person does: its words, page by page, in order.

use std::io::Write as _;
use std::process::{Command, Stdio};

/// The text of a PDF in the order of its content, as poppler reads it; pages end with a form feed.
pub fn text(pdf: &[u8]) -> String {
    let mut child = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext (package poppler-utils) must be installed");
    let mut stdin = child.stdin.take().unwrap();
    let pdf = pdf.to_vec();
    let writing = std::thread::spawn(move || stdin.write_all(&pdf).unwrap());
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

pub fn pages(text: &str) -> Vec<&str> {
    text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect()
}

/// Lines are broken where the column ends, so spaces and line ends do not count.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[track_caller]
pub fn assert_in_order(text: &str, wanted: &[&str]) {
    let whole = squeezed(text);
    let mut rest = whole.as_str();
    for words in wanted {
        let words = squeezed(words);
        let Some(place) = rest.find(&words) else {
            panic!("{words:?} is missing, or not in its place, in\n{text}");
        };
        rest = &rest[place + words.len()..];
    }
}

/// PRØVE on every page of practice and on none of live; nothing left of the catalogue's own
/// language.
#[track_caller]
pub fn assert_marked(shown: &str, environment: domain::Environment) {
    let practice = environment == domain::Environment::Practice;
    let pages = pages(shown);
    assert!(!pages.is_empty());
    for page in &pages {
        assert_eq!(page.contains("PRØVE"), practice, "{page}");
    }
    let lower = shown.to_lowercase();
    assert!(practice || !(lower.contains("prøve") || lower.contains("practice")), "{shown}");
    assert!(!["{", "receipt-", "documents-"].iter().any(|left| lower.contains(left)), "{shown}");
}

/// Every page says which it is of how many.
#[track_caller]
pub fn assert_numbered(shown: &str, language: domain::Language) {
    let pages = pages(shown);
    for (index, page) in pages.iter().enumerate() {
        let number = match language {
            domain::Language::Danish => format!("Side {} af {}", index + 1, pages.len()),
            domain::Language::English => format!("Page {} of {}", index + 1, pages.len()),
        };
        assert!(page.contains(&number), "{number}: {page}");
    }
}

/// What a file says of itself, by the name of ISO 32000-1, §14.3.3.
pub fn told(pdf: &[u8], key: &str) -> String {
    let file = lopdf::Document::load_mem(pdf).unwrap();
    let place = file.trailer.get(b"Info").unwrap().as_reference().unwrap();
    lopdf::decode_text_string(file.get_dictionary(place).unwrap().get(key.as_bytes()).unwrap())
        .unwrap()
}

/// A file inside a PDF, as poppler takes it out.
pub fn detached(pdf: &[u8], name: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let (file, out) = (folder.path().join("receipt.pdf"), folder.path().join("out"));
    std::fs::write(&file, pdf).unwrap();
    let status = Command::new("pdfdetach")
        .args(["-savefile", name, "-o"])
        .arg(&out)
        .arg(&file)
        .status()
        .unwrap();
    assert!(status.success());
    std::fs::read(out).unwrap()
}

/// The tree of a PDF's parts with their words, as poppler reads it.
pub fn tree(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("receipt.pdf");
    std::fs::write(&file, pdf).unwrap();
    let out = Command::new("pdfinfo")
        .args(["-struct-text", "-enc", "UTF-8"])
        .arg(&file)
        .output()
        .unwrap();
    assert!(out.status.success());
    String::from_utf8(out.stdout).unwrap()
}
