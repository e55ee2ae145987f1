//! Where evidence may be: files, folders and lines. What a file is, its bytes say
//! (`receipt::verification`), never its name; a hand-over file is opened with its words.

use crate::folder::{self, Folder};
use crate::input::{Input, Line, Lines};
use crate::outcome::Error;
use domain::problem::Problem;
use domain::verification::Refused;
use domain::{Environment, encoding};
use evidence::{ApprovalRequest, Purpose};
use handover::HandedOver;
use receipt::verification::{Content, recognise};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::vec::IntoIter;
use zeroize::Zeroizing;

/// A receipt with its attachments is a fraction of this.
pub const LIMIT: u64 = 64 << 20;

/// As much as a receipt may carry. Evidence is a hundredth of this.
const LINE_LIMIT: usize = 2 << 20;

/// Six words.
const WORDS_LIMIT: u64 = 4096;

/// Where one bundle may be.
pub struct Source {
    /// As it was given, or under the folder that was given.
    pub path: PathBuf,
    /// From 1, when the file has one bundle per line.
    pub line: Option<u64>,
    /// What was read already: the line.
    read: Option<Vec<u8>>,
}

/// Every place that files and folders stand for, in their order. Of a file with lines one line at a
/// time is read.
pub struct Sources {
    given: IntoIter<Given>,
    lines: Option<(PathBuf, Lines)>,
    /// What of the folders is read, and what is not.
    pub folders: Vec<(PathBuf, Folder)>,
}

/// What was given, before it is read.
enum Given {
    Source(Source),
    Lines(PathBuf),
}

/// What was found.
pub enum Opened {
    /// A bundle, or a receipt that carries one.
    Evidence(Content),
    /// A hand-over file, opened.
    HandOver { environment: Environment, handed_over: Box<HandedOver> },
}

/// Why nothing was found.
pub enum NotFound {
    Io(io::Error),
    LineTooLong,
    Refused(Refused),
    HandOverClosed,
    HandOverWords,
    HandOverUnreadable,
    /// A text in it is one that nobody could type.
    HandOverRefused(Problem),
}

/// The places that files and folders stand for. A name that stands for none is told at once and for
/// the whole run.
pub fn places(files: &[PathBuf], lines: bool, recursive: bool) -> Result<Sources, Error> {
    let (mut given, mut folders) = (Vec::new(), Vec::new());
    for path in files {
        if path.is_dir() {
            let folder = folder::read(path, &["json", "pdf"], recursive)?;
            given.extend(folder.files.iter().cloned().map(|path| Given::Source(Source::of(path))));
            folders.push((path.clone(), folder));
            continue;
        }
        if path != Path::new("-") {
            File::open(path).map_err(Error::input(path))?;
        }
        given.push(if lines {
            Given::Lines(path.clone())
        } else {
            Given::Source(Source::of(path.clone()))
        });
    }
    Ok(Sources { given: given.into_iter(), lines: None, folders })
}

impl Sources {
    fn next_source(&mut self) -> Result<Option<Source>, Error> {
        loop {
            if let Some((path, lines)) = &mut self.lines {
                match lines.next()? {
                    Some(line) => return Ok(Some(Source::of_line(path, &line))),
                    None => self.lines = None,
                }
            }
            match self.given.next() {
                Some(Given::Source(place)) => return Ok(Some(place)),
                Some(Given::Lines(path)) => {
                    self.lines = Some((path.clone(), Input::open(&path)?.lines(LINE_LIMIT)))
                }
                None => return Ok(None),
            }
        }
    }
}

impl Iterator for Sources {
    type Item = Result<Source, Error>;

    /// After a line that could not be read there is none: what is wrong is the file.
    fn next(&mut self) -> Option<Self::Item> {
        let next = self.next_source();
        if next.is_err() {
            (self.given, self.lines) = (Vec::new().into_iter(), None);
        }
        next.transpose()
    }
}

/// The words of a hand-over file.
pub fn words(path: &Path) -> Result<Zeroizing<String>, Error> {
    let bytes = Zeroizing::new(read(path, WORDS_LIMIT).map_err(Error::input(path))?);
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

impl Source {
    fn of(path: PathBuf) -> Self {
        Self { path, line: None, read: None }
    }

    fn of_line(path: &Path, line: &Line<'_>) -> Self {
        Self { path: path.to_owned(), line: Some(line.number), read: Some(line.bytes.to_vec()) }
    }

    /// How many bytes of it are in memory already.
    pub fn held(&self) -> usize {
        self.read.as_ref().map_or(0, Vec::len)
    }

    fn bytes(&self) -> Result<Vec<u8>, NotFound> {
        if let Some(read) = &self.read {
            return if read.len() > LINE_LIMIT {
                Err(NotFound::LineTooLong)
            } else {
                Ok(read.clone())
            };
        }
        let bytes = read(&self.path, LIMIT + 1).map_err(NotFound::Io)?;
        if bytes.len() as u64 > LIMIT {
            Err(NotFound::Refused(Refused::TooLarge))
        } else {
            Ok(bytes)
        }
    }
}

/// Reads a place and says what is there.
pub fn read_source(place: &Source, words: Option<&str>) -> Result<Opened, NotFound> {
    let bytes = place.bytes()?;
    if bytes.starts_with(b"age-encryption.org/v1") {
        return opened(&bytes, words.ok_or(NotFound::HandOverClosed)?);
    }
    recognise(bytes).map(Opened::Evidence).map_err(NotFound::Refused)
}

fn opened(file: &[u8], words: &str) -> Result<Opened, NotFound> {
    let mut last = NotFound::HandOverUnreadable;
    for environment in [Environment::Live, Environment::Practice] {
        match handover::read(file, words, environment) {
            Ok(handed_over) => {
                return Ok(Opened::HandOver { environment, handed_over: Box::new(handed_over) });
            }
            Err(handover::Error::OtherEnvironment) => {}
            Err(handover::Error::WrongWords) => last = NotFound::HandOverWords,
            Err(handover::Error::NotAccepted { problem, .. }) => {
                return Err(NotFound::HandOverRefused(problem));
            }
            Err(
                handover::Error::Unreadable
                | handover::Error::NotWritten
                | handover::Error::DiskFull,
            ) => {
                last = NotFound::HandOverUnreadable;
            }
        }
        if matches!(last, NotFound::HandOverWords) {
            break;
        }
    }
    Err(last)
}

/// The request that a hand-over file is about: the hand-over. What is approved later is another
/// request, with another code.
pub fn request(environment: Environment, handed_over: &HandedOver) -> ApprovalRequest {
    ApprovalRequest::of(&handed_over.connection, environment, &handed_over.case)
        .meant_for(Purpose::HandOver)
}

impl NotFound {
    /// The stable code, and the end of the key of its text.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "not-read",
            Self::LineTooLong => "line-too-long",
            Self::Refused(why) => why.code(),
            Self::HandOverClosed => "handover-closed",
            Self::HandOverWords => "handover-words",
            Self::HandOverUnreadable => "handover-unreadable",
            Self::HandOverRefused(problem) => problem.code(),
        }
    }
}
