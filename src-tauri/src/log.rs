//! The log of the program: what happened, in one file beside the cases, which can be read when they
//! cannot be opened. What a line can say is `diagnostics`'s; here it is written, by a thread of its
//! own, so that whoever notes something never waits.
//!
//! The file is never in anybody's way: what cannot be written is dropped and counted, and the next
//! line that can be written says how many.

mod file;
mod machine;
mod noted;
mod page;
mod panics;

pub use file::{FILE, LogFile};
pub use machine::{began, program};
pub use noted::Noted;
pub use page::{empty, read, report, save};
pub use panics::listen;

use diagnostics::{Before, Count, Event, Line, Lines};
use domain::Timestamp;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender};
use std::time::Duration;

/// So many lines wait to be written at most: more than a program in its right mind says at once.
const WAITING: usize = 1_024;

/// How long after the start the file is made shorter: when the first page has long been there.
const TIDY_AFTER: Duration = Duration::from_secs(30);
/// And how often from then on.
const TIDY_EVERY: Duration = Duration::from_secs(24 * 60 * 60);

/// How long somebody waits for what is written beside.
const PATIENCE: Duration = Duration::from_secs(2);

/// The log. Cheap to clone; every clone is the same log.
#[derive(Clone)]
pub struct Log {
    sender: SyncSender<Message>,
    /// Lines for which there was no room in the queue.
    missed: Arc<AtomicU64>,
    path: PathBuf,
}

enum Message {
    Line(Line),
    /// Everything before it is written.
    Flush(Sender<()>),
    /// The file is to be deleted; whether it was.
    Empty(Sender<bool>),
}

impl Log {
    /// Begins to write into a folder, once it is there. The first line is asked for beside, with how
    /// the run before ended.
    pub fn start(
        folder: &Path,
        first: impl FnOnce(Before) -> Event + Send + 'static,
    ) -> std::io::Result<Self> {
        let (sender, receiver) = mpsc::sync_channel(WAITING);
        let (missed, path) = (Arc::<AtomicU64>::default(), folder.join(FILE));
        let (thread, at, counted) =
            (std::thread::Builder::new(), Timestamp::now(), Arc::clone(&missed));
        let mut file = LogFile::new(path.clone());
        thread.name("log".to_owned()).spawn(move || {
            let before = file.before();
            file.append(&[Line::new(at, first(before))], at);
            write(&mut file, &receiver, &counted);
        })?;
        Ok(Self { sender, missed, path })
    }

    /// Something happened. Never waits.
    pub fn note(&self, event: Event) {
        let line = Message::Line(Line::new(Timestamp::now(), event));
        if self.sender.try_send(line).is_err() {
            self.missed.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Waits until what was noted is written, within bounds.
    pub fn flush(&self) {
        let (done, waiting) = mpsc::channel();
        if self.sender.try_send(Message::Flush(done)).is_ok() {
            // Whoever has waited so long goes on without.
            waiting.recv_timeout(PATIENCE).ok();
        }
    }

    /// What it says until now.
    pub fn lines(&self) -> Lines {
        self.flush();
        LogFile::new(self.path.clone()).lines()
    }

    /// Deletes the file; false when it is still there.
    pub fn empty(&self) -> bool {
        let (done, waiting) = mpsc::channel();
        let is_sent = self.sender.send(Message::Empty(done)).is_ok();
        is_sent && waiting.recv_timeout(PATIENCE).unwrap_or(false)
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// Writes what comes, as much at once as there is, until nobody is left to say anything.
fn write(file: &mut LogFile, receiver: &Receiver<Message>, missed: &AtomicU64) {
    let mut wait = TIDY_AFTER;
    let mut has_ended = false;
    loop {
        let first = match receiver.recv_timeout(wait) {
            Ok(message) => message,
            Err(RecvTimeoutError::Timeout) => {
                file.tidy(Timestamp::now());
                wait = TIDY_EVERY;
                continue;
            }
            Err(RecvTimeoutError::Disconnected) => return,
        };
        let mut lines = Vec::new();
        let mut ends = Vec::new();
        for message in [first].into_iter().chain(receiver.try_iter()) {
            match message {
                // What is still under way then is no part of the run: the next asks for its last line.
                Message::Line(_) if has_ended => {}
                Message::Line(line) => {
                    has_ended = matches!(line.event, Event::Ended {});
                    lines.push(line);
                }
                Message::Flush(done) => ends.push(done),
                Message::Empty(done) => {
                    lines.clear();
                    let is_gone = file.delete();
                    if is_gone {
                        lines.push(Line::new(Timestamp::now(), Event::Emptied {}));
                    }
                    done.send(is_gone).ok();
                }
            }
        }
        let now = Timestamp::now();
        match missed.swap(0, Ordering::Relaxed) {
            0 => {}
            lost => lines.push(Line::new(now, Event::Dropped { lines: Count(lost) })),
        }
        file.append(&lines, now);
        for done in ends {
            // They may have given up.
            done.send(()).ok();
        }
    }
}
