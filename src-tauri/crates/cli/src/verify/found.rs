//! Where evidence may be, and what a file is: a bundle, a receipt that carries one, or a hand-over file. Found out by what stands in it,
//! never by its name.

use crate::outcome::Trouble;
use domain::problem::Problem;
use domain::{Environment, encoding};
use evidence::{ApprovalRequest, Purpose};
use handover::HandedOver;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zeroize::Zeroizing;

/// A receipt with its attachments is a fraction of this.
pub const LIMIT: u64 = 64 << 20;

/// Six words.
const WORDS_LIMIT: u64 = 4096;

/// Where one bundle may be.
pub struct Place {
    /// As it was given, or under the folder that was given.
    pub path: PathBuf,
    /// From 1, when the file has one bundle per line.
    pub line: Option<usize>,
    /// What was read already.
    read: Option<Arc<[u8]>>,
    range: std::ops::Range<usize>,
}

/// What was found.
pub struct Found {
    pub source: Source,
    pub content: Content,
}

/// What carried it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Bundle,
    Receipt,
    HandOver,
}

/// What it is.
pub enum Content {
    Bundle(Vec<u8>),
    HandOver { environment: Environment, handed_over: Box<HandedOver> },
}

/// Why nothing was found.
pub enum NotFound {
    Io(io::Error),
    TooLarge,
    Unreadable,
    ReceiptEmpty,
    HandOverClosed,
    HandOverWords,
    HandOverUnreadable,
    /// A text in it is one that nobody could type.
    HandOverRefused(Problem),
}

/// The places that files and folders stand for. Files with lines are read here, because only then it is known how many there are.
pub fn places(files: &[PathBuf], lines: bool) -> Result<Vec<Place>, Trouble> {
    let mut places = Vec::new();
    for path in files {
        if path.is_dir() {
            places.extend(inside(path).map_err(Trouble::input(path))?.into_iter().map(Place::of));
        } else if lines {
            let whole: Arc<[u8]> = read(path, u64::MAX).map_err(Trouble::input(path))?.into();
            let mut start = 0;
            for (number, line) in whole.split(|byte| *byte == b'\n').enumerate() {
                let range = start..start + line.len();
                start = range.end + 1;
                if !line.trim_ascii().is_empty() {
                    places.push(Place { path: path.clone(), line: Some(number + 1), read: Some(Arc::clone(&whole)), range });
                }
            }
        } else {
            // Said at once and for the whole run, as a mistyped name is.
            if path != Path::new("-") {
                File::open(path).map_err(Trouble::input(path))?;
            }
            places.push(Place::of(path.clone()));
        }
    }
    Ok(places)
}

/// The evidence and the receipts of a folder, by name.
fn inside(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let known = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json") || ending.eq_ignore_ascii_case("pdf"));
        if known && path.is_file() {
            files.push(path);
        }
    }
    files.sort_unstable();
    Ok(files)
}

/// The words of a hand-over file.
pub fn words(path: &Path) -> Result<Zeroizing<String>, Trouble> {
    let bytes = Zeroizing::new(read(path, WORDS_LIMIT).map_err(Trouble::input(path))?);
    // Words that cannot be read are none that open anything.
    let text = encoding::text(&bytes).unwrap_or_default();
    Ok(Zeroizing::new(text.trim().to_owned()))
}

fn read(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

impl Place {
    fn of(path: PathBuf) -> Self {
        Self { path, line: None, read: None, range: 0..0 }
    }

    fn bytes(&self) -> Result<Vec<u8>, NotFound> {
        if let Some(read) = &self.read {
            return Ok(read.get(self.range.clone()).unwrap_or_default().to_vec());
        }
        let bytes = read(&self.path, LIMIT + 1).map_err(NotFound::Io)?;
        if bytes.len() as u64 > LIMIT { Err(NotFound::TooLarge) } else { Ok(bytes) }
    }
}

/// Reads a place and says what is there.
pub fn look(place: &Place, words: Option<&str>) -> Result<Found, NotFound> {
    let bytes = place.bytes()?;
    if !bytes.starts_with(b"{") && receipt::is_pdf(&bytes) {
        let bundle = receipt::evidence_in(&bytes).ok_or(NotFound::ReceiptEmpty)?;
        return Ok(Found { source: Source::Receipt, content: Content::Bundle(bundle) });
    }
    if bytes.starts_with(b"age-encryption.org/v1") {
        return opened(&bytes, words.ok_or(NotFound::HandOverClosed)?);
    }
    // An editor may have put a mark before it, or saved it in another encoding: the letters are the same.
    let text = encoding::text(&bytes).map_err(|_| NotFound::Unreadable)?;
    if text.trim_ascii_start().starts_with('{') {
        return Ok(Found { source: Source::Bundle, content: Content::Bundle(text.into_owned().into_bytes()) });
    }
    Err(NotFound::Unreadable)
}

fn opened(file: &[u8], words: &str) -> Result<Found, NotFound> {
    let mut last = NotFound::HandOverUnreadable;
    for environment in [Environment::Live, Environment::Practice] {
        match handover::open(file, words, environment) {
            Ok(handed_over) => {
                let content = Content::HandOver { environment, handed_over: Box::new(handed_over) };
                return Ok(Found { source: Source::HandOver, content });
            }
            Err(handover::Trouble::OtherEnvironment) => {}
            Err(handover::Trouble::WrongWords) => last = NotFound::HandOverWords,
            Err(handover::Trouble::NotAccepted(problem)) => return Err(NotFound::HandOverRefused(problem)),
            Err(handover::Trouble::Unreadable | handover::Trouble::NotWritten | handover::Trouble::DiskFull) => {
                last = NotFound::HandOverUnreadable;
            }
        }
        if matches!(last, NotFound::HandOverWords) {
            break;
        }
    }
    Err(last)
}

/// The request that a hand-over file is about: the hand-over. What is approved later is another request, with another code.
pub fn request(environment: Environment, handed_over: &HandedOver) -> ApprovalRequest {
    ApprovalRequest::of(&handed_over.connection, environment, &handed_over.case).meant_for(Purpose::HandOver)
}

impl Source {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Bundle => "bundle",
            Self::Receipt => "receipt",
            Self::HandOver => "hand-over",
        }
    }
}

impl NotFound {
    /// The stable code, and the end of the key of its text.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "not-read",
            Self::TooLarge => "too-large",
            Self::Unreadable => "unreadable",
            Self::ReceiptEmpty => "receipt-empty",
            Self::HandOverClosed => "handover-closed",
            Self::HandOverWords => "handover-words",
            Self::HandOverUnreadable => "handover-unreadable",
            Self::HandOverRefused(problem) => problem.code(),
        }
    }
}
