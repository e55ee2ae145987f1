//! What is read: one document, or one per line, from a file or from stdin, never more at once than
//! a case may be long.

use crate::outcome::Error;
use casefile::LIMIT;
use domain::encoding::{self, NotText};
use encoding_rs::DecoderResult;
use serde::de::IgnoredAny;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// Enough for a hundred cases.
const BUFFER: usize = 1 << 18;

/// A file or stdin, and what has been read of it to find out what it is.
pub struct Input {
    path: PathBuf,
    from: BufReader<Box<dyn Read>>,
}

/// Whether the input is one document or one per line.
pub enum Shape {
    /// One document.
    One(Vec<u8>),
    /// One per line.
    Lines(Lines),
}

/// The lines of an input, one at a time.
pub struct Lines {
    path: PathBuf,
    from: BufReader<Box<dyn Read>>,
    limit: usize,
    line: Vec<u8>,
    number: u64,
}

/// One line.
pub struct Line<'a> {
    /// From 1.
    pub number: u64,
    /// Without the line end. Of a line that is longer than what may be read, one or two bytes more
    /// than that.
    pub bytes: &'a [u8],
}

impl Input {
    /// Opens a file, or stdin for `-`.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let from: Box<dyn Read> = if path == Path::new("-") {
            Box::new(io::stdin().lock())
        } else {
            Box::new(File::open(path).map_err(Error::input(path))?)
        };
        let mut from = BufReader::with_capacity(BUFFER, from);
        // Lines are looked for in bytes, so what has two bytes a letter is brought into UTF-8
        // first.
        match encoding::wide(from.fill_buf().map_err(Error::input(path))?) {
            Some(wide) => {
                let narrow: Box<dyn Read> = Box::new(Transcoded {
                    from,
                    decoder: wide.new_decoder_with_bom_removal(),
                    ready: Vec::new(),
                    at: 0,
                    ended: false,
                    damaged: false,
                });
                Ok(Self { path: path.to_owned(), from: BufReader::with_capacity(BUFFER, narrow) })
            }
            None => Ok(Self { path: path.to_owned(), from }),
        }
    }

    /// The whole, as one document of at most so many bytes. One that is longer is cut just after
    /// that, for its reader to refuse.
    pub fn document(self, limit: usize) -> Result<Vec<u8>, Error> {
        let mut document = Vec::new();
        self.from
            .take(limit as u64 + 1)
            .read_to_end(&mut document)
            .map_err(Error::input(&self.path))?;
        Ok(document)
    }

    /// The whole as it is, for a reader that finds out itself what it is. One that is longer is cut
    /// just after that, for its reader to refuse.
    pub fn raw(path: &Path, limit: usize) -> Result<Vec<u8>, Error> {
        let from: Box<dyn Read> = if path == Path::new("-") {
            Box::new(io::stdin().lock())
        } else {
            Box::new(File::open(path).map_err(Error::input(path))?)
        };
        let mut bytes = Vec::new();
        from.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(Error::input(path))?;
        Ok(bytes)
    }

    /// Finds out what the input is: lines, when its first line is a whole JSON value and something
    /// follows it, or when the first two lines both begin an object; otherwise one document.
    pub fn shape(mut self) -> Result<Shape, Error> {
        let mut head = Vec::new();
        let read_on = |from: &mut BufReader<Box<dyn Read>>, head: &mut Vec<u8>| loop {
            let start = head.len();
            let limit = (LIMIT as u64 + 1).saturating_sub(start as u64);
            if from.take(limit).read_until(b'\n', head)? == 0 {
                return io::Result::Ok(start..start);
            }
            if head.get(start..).is_some_and(|line| !line.trim_ascii().is_empty()) {
                return Ok(start..head.len());
            }
        };
        let first = read_on(&mut self.from, &mut head).map_err(Error::input(&self.path))?;
        let whole = match serde_json::from_slice::<IgnoredAny>(without_mark(
            head.get(first.clone()).unwrap_or_default(),
        )) {
            Ok(_) => Some(true),
            Err(error) if error.is_eof() => None,
            Err(_) => Some(false),
        };
        let Some(whole) = whole.filter(|_| !first.is_empty() && head.len() <= LIMIT) else {
            return self.rest(head).document(LIMIT).map(Shape::One);
        };
        let second = read_on(&mut self.from, &mut head).map_err(Error::input(&self.path))?;
        let opens = |range: std::ops::Range<usize>| {
            head.get(range).is_some_and(|line| without_mark(line).starts_with(b"{"))
        };
        let lines = !second.is_empty() && (whole || (opens(first) && opens(second)));
        if lines {
            Ok(Shape::Lines(self.rest(head).lines(LIMIT)))
        } else {
            self.rest(head).document(LIMIT).map(Shape::One)
        }
    }

    /// One document per line, each of at most so many bytes. One that is longer is cut just after
    /// that, for its reader to refuse, and the next line is the one after it.
    pub fn lines(self, limit: usize) -> Lines {
        Lines { path: self.path, from: self.from, limit, line: Vec::new(), number: 0 }
    }

    /// The same input from its beginning again.
    fn rest(self, head: Vec<u8>) -> Self {
        let again: Box<dyn Read> = Box::new(io::Cursor::new(head).chain(self.from));
        Self { path: self.path, from: BufReader::with_capacity(BUFFER, again) }
    }
}

impl Lines {
    /// True when the next line has to be waited for, as far as is known.
    pub fn is_drained(&self) -> bool {
        !self.from.buffer().contains(&b'\n')
    }

    /// The next line with something in it; none at the end.
    pub fn next(&mut self) -> Result<Option<Line<'_>>, Error> {
        loop {
            self.line.clear();
            let limit = self.limit as u64 + 2;
            if self
                .from
                .by_ref()
                .take(limit)
                .read_until(b'\n', &mut self.line)
                .map_err(Error::input(&self.path))?
                == 0
            {
                return Ok(None);
            }
            self.number += 1;
            if self.line.last() == Some(&b'\n') {
                self.line.pop();
            } else if self.line.len() as u64 == limit {
                self.from.skip_until(b'\n').map_err(Error::input(&self.path))?;
            }
            if !self.line.trim_ascii().is_empty() {
                break;
            }
        }
        Ok(Some(Line { number: self.number, bytes: &self.line }))
    }
}

/// What comes in UTF-16, as UTF-8. At a damaged letter it ends with [`NotText::Utf16`]: what stands
/// behind it may be other letters.
struct Transcoded {
    from: BufReader<Box<dyn Read>>,
    decoder: encoding_rs::Decoder,
    ready: Vec<u8>,
    at: usize,
    ended: bool,
    damaged: bool,
}

impl Read for Transcoded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.ready.len() && !self.ended && !self.damaged {
            let bytes = self.from.fill_buf()?;
            let length = bytes.len();
            self.ended = bytes.is_empty();
            let mut text = String::with_capacity(
                self.decoder.max_utf8_buffer_length_without_replacement(length).unwrap_or(BUFFER),
            );
            let (result, read) =
                self.decoder.decode_to_string_without_replacement(bytes, &mut text, self.ended);
            self.damaged = matches!(result, DecoderResult::Malformed(..));
            self.from.consume(read);
            (self.ready, self.at) = (text.into_bytes(), 0);
        }
        if self.at == self.ready.len() && self.damaged {
            return Err(io::Error::new(io::ErrorKind::InvalidData, NotText::Utf16));
        }
        let ready = self.ready.get(self.at..).unwrap_or_default();
        let length = ready.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..length), ready.get(..length)) {
            to.copy_from_slice(from);
        }
        self.at += length;
        Ok(length)
    }
}

/// Windows writes a byte order mark before a file.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}
