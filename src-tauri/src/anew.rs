//! Starting the program anew in its locked state. What was read, typed and shown lies in the memory
//! of the program and of the process that draws its page until they end, and nothing wipes it there:
//! so the one that has locked starts another one, which never had the key, and ends when that one
//! shows its window.
//!
//! The other one says so on its standard output. It stands where this one stood, and does not come
//! forward where this one was not in front.

use std::io::{self, BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError, mpsc};
use std::time::Duration;
use tauri::{LogicalPosition, LogicalSize, WebviewWindow};

/// What the other one says when it shows its window.
const SHOWN: &str = "tilslut: shown";

/// How long it may take. A program that is still not there then is ended, and this one stays.
const PATIENCE: Duration = Duration::from_secs(30);

/// The program that was started in the place of this one.
#[derive(Default)]
pub struct Other(Mutex<Option<Child>>);

impl Other {
    /// Starts it, and waits until it shows its window.
    ///
    /// # Errors
    /// When it could not be started, or ended, or shows nothing. Then it is gone again.
    pub fn start(&self, command: &mut Command) -> io::Result<()> {
        self.start_within(command, PATIENCE)
    }

    fn start_within(&self, command: &mut Command, patience: Duration) -> io::Result<()> {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let output = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        *self.lock() = Some(child);
        let (shown, waiting) = mpsc::channel();
        std::thread::spawn(move || {
            let said = BufReader::new(output).lines().map_while(Result::ok).any(|it| it == SHOWN);
            // Nobody waits any more when it has taken too long.
            shown.send(said).ok();
        });
        if waiting.recv_timeout(patience).unwrap_or(false) {
            return Ok(());
        }
        self.end();
        Err(io::ErrorKind::TimedOut.into())
    }

    /// Ends it, when there is one.
    pub fn end(&self) {
        if let Some(mut child) = self.lock().take() {
            // It may have ended by itself.
            child.kill().ok();
            child.wait().ok();
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Child>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Says to the program that started this one that the window is shown. Nobody listens afterwards, so
/// nothing is said there any more.
pub fn say_shown() {
    let mut output = io::stdout();
    writeln!(output, "{SHOWN}").and_then(|()| output.flush()).ok();
    #[cfg(unix)]
    if let Ok(nowhere) = std::fs::OpenOptions::new().write(true).open("/dev/null") {
        rustix::stdio::dup2_stdout(nowhere).ok();
    }
}

/// Where a window stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Its upper left corner, with its frame.
    pub position: LogicalPosition<f64>,
    /// How large its page is.
    pub size: LogicalSize<f64>,
    /// It fills the screen.
    pub maximised: bool,
    /// It is put away.
    pub minimised: bool,
    /// The person works in it.
    pub focused: bool,
}

impl Place {
    /// Where this one stands, when its page is to be as large as `size` there.
    pub fn of(
        window: &WebviewWindow,
        position: tauri::PhysicalPosition<i32>,
        size: tauri::PhysicalSize<u32>,
    ) -> tauri::Result<Self> {
        let scale = window.scale_factor()?;
        Ok(Self {
            position: position.to_logical(scale),
            size: size.to_logical(scale),
            maximised: window.is_maximized()?,
            minimised: window.is_minimized()?,
            focused: window.is_focused()?,
        })
    }

    /// As words: left, top, width, height, and what else is so.
    pub fn words(&self) -> String {
        let Self { position, size, .. } = self;
        let mut words =
            [position.x, position.y, size.width, size.height].map(|it| it.to_string()).to_vec();
        let marks = [
            ("maximised", self.maximised),
            ("minimised", self.minimised),
            ("focused", self.focused),
        ];
        words
            .extend(marks.into_iter().filter(|(_, is_so)| *is_so).map(|(mark, _)| mark.to_owned()));
        words.join(" ")
    }

    /// Reads [`Place::words`]; none when there are no four numbers.
    pub fn from_words(words: &str) -> Option<Self> {
        let mut words = words.split_whitespace();
        let mut number = || words.next()?.parse::<f64>().ok().filter(|number| number.is_finite());
        let position = LogicalPosition::new(number()?, number()?);
        let size = LogicalSize::new(number()?, number()?);
        let marks: Vec<&str> = words.collect();
        let is = |mark| marks.contains(&mark);
        let (maximised, minimised) = (is("maximised"), is("minimised"));
        Some(Self { position, size, maximised, minimised, focused: is("focused") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let place = Place {
            position: LogicalPosition::new(-12.5, 40.0),
            size: LogicalSize::new(1120.0, 760.0),
            maximised: false,
            minimised: true,
            focused: true,
        };
        assert_eq!(Place::from_words(&place.words()), Some(place));
        let bare = Place { minimised: false, focused: false, ..place };
        assert_eq!(Place::from_words("-12.5 40 1120 760 whatever"), Some(bare));
        for odd in ["", "1 2 3", "1 2 3 x", "1 2 NaN 4"] {
            assert_eq!(Place::from_words(odd), None, "{odd}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_ends_or_shows_nothing_is_gone_again_and_what_shows_its_window_goes_on() {
        let sh = |script: &str| {
            let mut command = Command::new("sh");
            command.args(["-c", script]);
            command
        };
        let other = Other::default();
        assert!(other.start(&mut Command::new("/nonexistent")).is_err());
        assert!(other.start(&mut sh("exit 3")).is_err());
        assert!(other.lock().is_none(), "it was taken down");
        assert!(other.start_within(&mut sh("exec tail -f /dev/null"), Duration::ZERO).is_err());
        assert!(other.lock().is_none(), "it was taken down");
        other.start(&mut sh(&format!("echo {SHOWN}; exec tail -f /dev/null"))).unwrap();
        let mut runs = other.lock();
        assert!(runs.as_mut().unwrap().try_wait().unwrap().is_none(), "it runs");
        drop(runs);
        other.end();
        assert!(other.lock().is_none());
    }
}
