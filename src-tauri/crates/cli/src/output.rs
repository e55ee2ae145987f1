//! Where results go: buffered, because ten thousand of them are one stream, and in one of two
//! forms.

use crate::arguments::Answer;
use crate::words::Words;
use domain::Language;
use domain::problem::Problem;
use domain::typed::fold;
use serde::Serialize;
use std::fmt::Arguments;
use std::io::{self, BufWriter, StdoutLock, Write};
use texts::Texts;

/// Enough for a hundred results.
const BUFFER: usize = 1 << 18;

/// The results, and how they are to be told.
pub struct Out {
    /// In JSON.
    pub json: bool,
    /// In this language.
    pub language: Language,
    stdout: BufWriter<StdoutLock<'static>>,
    texts: Option<Texts>,
}

impl Out {
    /// Results as they were asked for.
    pub fn new(answer: &Answer) -> Self {
        let stdout = BufWriter::with_capacity(BUFFER, io::stdout().lock());
        Self { json: answer.json, language: answer.lang.into(), stdout, texts: None }
    }

    /// One JSON value, indented for people, with a line end.
    pub fn value(&mut self, value: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut self.stdout, value)?;
        self.stdout.write_all(b"\n")
    }

    /// One JSON value on a line of its own.
    pub fn json_line(&mut self, value: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.stdout, value)?;
        self.stdout.write_all(b"\n")
    }

    /// What was made ready elsewhere, as it is.
    pub fn bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stdout.write_all(bytes)
    }

    /// One line of words.
    pub fn line(&mut self, line: Arguments<'_>) -> io::Result<()> {
        self.stdout.write_fmt(line)?;
        self.stdout.write_all(b"\n")
    }

    /// Everything that was written is out.
    pub fn flush(&mut self) -> io::Result<()> {
        self.stdout.flush()
    }

    /// The end: everything is out.
    pub fn finish(&mut self) -> Result<(), crate::outcome::Error> {
        Ok(self.flush()?)
    }

    /// The words of the answer.
    pub fn words(&self) -> &'static Words {
        Words::of(self.language)
    }

    /// The words that window and receipt use. The catalogue is read when the first is asked for.
    pub fn texts(&mut self) -> &Texts {
        self.texts.get_or_insert_with(|| Texts::new(self.language))
    }

    /// What a problem is and what to do about it, as the window says it. The catalogue is read when
    /// the first is asked for.
    pub fn problem(&mut self, problem: Problem) -> (String, String) {
        let texts = self.texts();
        (
            texts.get(&format!("err-{}", problem.code())),
            texts.get(&format!("rec-{}", problem.code())),
        )
    }
}

/// A text of somebody else's for a terminal: on one line, and without the characters that would
/// move the cursor.
pub fn plain(text: &str) -> String {
    fold(text)
}
