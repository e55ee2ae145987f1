//! The file of the log: lines are put at its end, and the oldest go when they are too old or the
//! file too large. Then it is written anew beside itself and renamed, so that a crash leaves the one
//! or the other.
//!
//! The folder is never made for a log: at the very first start nothing is made before the person has
//! chosen an environment, and a folder that was taken away while the cases are open is somebody's
//! wish. What is said before it is there waits for it.

use diagnostics::{Before, Count, Event, LARGEST, Line, Lines, kept};
use domain::Timestamp;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::PathBuf;

/// The name of the file in the data folder.
pub const FILE: &str = "tilslut.log";

/// What a file that was too large is made to, so that not every line after it writes it anew.
const ROOM: usize = LARGEST / 5 * 4;

/// So many lines wait for the folder at most.
const WAITING: usize = 200;

/// The file of the log.
pub struct LogFile {
    path: PathBuf,
    /// Lines that could not be written since the last that could.
    dropped: u64,
    /// Lines from before the folder was there.
    waiting: Vec<Line>,
    /// The folder was there.
    has_begun: bool,
    /// It is one that the cases may lie in, as far as whose it is decides.
    is_allowed: bool,
}

impl LogFile {
    /// The file of this name; nothing is written yet.
    pub fn new(path: PathBuf) -> Self {
        Self { path, dropped: 0, waiting: Vec::new(), has_begun: false, is_allowed: false }
    }

    /// How the run before this one ended: asked before the first line of this one.
    pub(super) fn before(&self) -> Before {
        match self.last() {
            Some(Line { event: Event::Ended {}, .. }) => Before::Ended,
            Some(_) => Before::BrokeOff,
            None => Before::Nothing,
        }
    }

    /// Puts lines at the end. What cannot be written is counted, and told with the next that can.
    pub fn append(&mut self, lines: &[Line], now: Timestamp) {
        if !self.has_begun && !self.begin() {
            let room = WAITING.saturating_sub(self.waiting.len());
            self.waiting.extend(lines.iter().take(room).cloned());
            self.lose(lines.get(room..).unwrap_or_default());
            return;
        }
        let mut all = std::mem::take(&mut self.waiting);
        all.extend_from_slice(lines);
        let Some(first) = all.first() else { return };
        let dropped = (self.dropped > 0)
            .then(|| Line::new(first.at, Event::Dropped { lines: Count(self.dropped) }));
        let mut text = String::new();
        for line in dropped.iter().chain(&all) {
            text.push_str(&line.to_string());
            text.push('\n');
        }
        let is_written =
            self.is_allowed && self.make_room(text.len(), now) && self.put(&text).is_ok();
        if is_written {
            self.dropped = 0;
        } else {
            self.lose(&all);
        }
    }

    /// True once the folder is there, from then on. Where it is somebody else's, and whoever may do
    /// everything would write into it, nothing is written: the owner could not go on with the file.
    fn begin(&mut self) -> bool {
        let Some(folder) = self.path.parent() else { return false };
        self.has_begun = folder.is_dir();
        self.is_allowed = self.has_begun && vault::is_folder_ours(folder);
        self.has_begun
    }

    fn lose(&mut self, lines: &[Line]) {
        self.dropped = self.dropped.saturating_add(Count::of(lines).0);
    }

    /// Makes the file shorter where this much would be too much; false where there is no room all the
    /// same.
    fn make_room(&self, more: usize, now: Timestamp) -> bool {
        let fits = || {
            let size = fs::metadata(&self.path).map_or(0, |found| found.len());
            usize::try_from(size).is_ok_and(|size| size.saturating_add(more) <= LARGEST)
        };
        fits() || (self.shorten(now, ROOM).is_ok() && fits())
    }

    /// All or nothing: half a line would spoil the next.
    fn put(&self, text: &str) -> io::Result<()> {
        let mut file = open(&self.path)?;
        let size = file.seek(SeekFrom::End(0))?;
        // A line that a crash broke off stays one that cannot be read.
        let is_whole = size == 0 || {
            let mut last = [0];
            file.seek(SeekFrom::End(-1))?;
            file.read_exact(&mut last)?;
            last == *b"\n"
        };
        let text = if is_whole { text.to_owned() } else { format!("\n{text}") };
        file.write_all(text.as_bytes()).inspect_err(|_| {
            file.set_len(size).ok();
        })
    }

    /// Lets go what is too old, and what a crash left of doing so.
    pub fn tidy(&self, now: Timestamp) {
        if let (Some(folder), Some(name)) = (self.path.parent(), unfinished(&self.path)) {
            let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
            for entry in entries {
                if entry.file_name().to_str().is_some_and(|found| found.starts_with(&name)) {
                    fs::remove_file(entry.path()).ok();
                }
            }
        }
        // What cannot be done today can be tomorrow.
        self.shorten(now, LARGEST).ok();
    }

    fn shorten(&self, now: Timestamp, room: usize) -> io::Result<()> {
        let text = self.text()?;
        let rest = kept(&text, now, room);
        if rest.len() == text.len() {
            return Ok(());
        }
        let (Some(folder), Some(name)) = (self.path.parent(), unfinished(&self.path)) else {
            return Err(io::ErrorKind::InvalidInput.into());
        };
        // Readable for its owner alone, as such files are.
        let mut beside = tempfile::Builder::new().prefix(&name).tempfile_in(folder)?;
        beside.write_all(rest.as_bytes())?;
        beside.as_file().sync_all()?;
        beside.persist(&self.path)?;
        Ok(())
    }

    /// Deletes the file; false when it is still there.
    pub(super) fn delete(&mut self) -> bool {
        let is_gone = match fs::remove_file(&self.path) {
            Ok(()) => true,
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        };
        if is_gone {
            self.dropped = 0;
        }
        is_gone
    }

    /// What it says.
    pub fn lines(&self) -> Lines {
        Lines::read(&self.text().unwrap_or_default())
    }

    /// The last line that can be read.
    fn last(&self) -> Option<Line> {
        let mut file = File::open(&self.path).ok()?;
        let size = file.metadata().ok()?.len();
        file.seek(SeekFrom::Start(size.saturating_sub(4_096))).ok()?;
        let mut bytes = Vec::new();
        file.take(4_096).read_to_end(&mut bytes).ok()?;
        Lines::read(&String::from_utf8_lossy(&bytes)).lines.pop()
    }

    /// The end of the file, where somebody made it larger than it can be.
    fn text(&self) -> io::Result<String> {
        let most = u64::try_from(LARGEST).unwrap_or(u64::MAX);
        let mut file = File::open(&self.path)?;
        let size = file.metadata()?.len();
        file.seek(SeekFrom::Start(size.saturating_sub(most)))?;
        let mut bytes = Vec::new();
        file.take(most).read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// How the name of a file begins that is to take the place of this one.
fn unfinished(path: &std::path::Path) -> Option<String> {
    path.file_name()?.to_str().map(|name| format!("{name}."))
}

/// Opens it to write at its end; never through a link, nor anything else that is no file.
fn open(path: &std::path::Path) -> io::Result<File> {
    if fs::symlink_metadata(path).is_ok_and(|found| !found.is_file()) {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut options = OpenOptions::new();
    options.create(true).append(true).read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use diagnostics::LockedBy;

    fn line(second: i64) -> Line {
        Line::new(at(second), Event::Locked { by: LockedBy::Person })
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_795_000_000 + second).unwrap_or_default()
    }

    #[test]
    fn what_was_put_there_is_read_again_and_belongs_to_its_owner() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let mut file = LogFile::new(folder.path().join(FILE));
        assert_eq!((file.before(), file.lines()), (Before::Nothing, Lines::default()));
        file.append(&[line(0), line(1)], at(1));
        file.append(&[], at(1));
        file.append(&[line(2)], at(2));
        assert_eq!(file.lines().lines, [line(0), line(1), line(2)]);
        assert_eq!(file.before(), Before::BrokeOff);
        let end = Line::new(at(3), Event::Ended {});
        file.append(&[end], at(3));
        assert_eq!(file.before(), Before::Ended);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(folder.path().join(FILE))?.permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        Ok(())
    }

    #[test]
    fn a_line_that_was_broken_off_spoils_none_after_it() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join(FILE);
        fs::write(&path, format!("{}\n{{\"at\":\"20", line(0)))?;
        let mut file = LogFile::new(path);
        file.append(&[line(1)], at(1));
        assert_eq!(file.lines(), Lines { lines: vec![line(0), line(1)], unread: 1 });
        Ok(())
    }

    #[test]
    fn what_is_said_before_the_folder_is_there_waits_for_it() -> io::Result<()> {
        let outer = tempfile::tempdir()?;
        let folder = outer.path().join("tilslut");
        let mut file = LogFile::new(folder.join(FILE));
        file.append(&[line(0)], at(0));
        assert!(!folder.exists(), "it is not made for a log");
        fs::create_dir(&folder)?;
        file.append(&[line(1)], at(1));
        assert_eq!(file.lines().lines, [line(0), line(1)]);
        // It waits for no more than a few.
        let mut file = LogFile::new(outer.path().join("later").join(FILE));
        let many: Vec<Line> = (0..).take(WAITING + 5).map(line).collect();
        file.append(&many, at(0));
        fs::create_dir(outer.path().join("later"))?;
        file.append(&[line(1)], at(1));
        let told = Line::new(at(0), Event::Dropped { lines: Count(5) });
        assert_eq!(file.lines().lines.first(), Some(&told));
        assert_eq!(file.lines().lines.len(), WAITING + 2);
        Ok(())
    }

    #[test]
    fn what_could_not_be_written_is_counted_and_told() -> io::Result<()> {
        let outer = tempfile::tempdir()?;
        let folder = outer.path().join("tilslut");
        fs::create_dir(&folder)?;
        let mut file = LogFile::new(folder.join(FILE));
        file.append(&[line(0)], at(0));
        fs::remove_dir_all(&folder)?;
        file.append(&[line(0), line(1)], at(1));
        file.append(&[line(2)], at(2));
        assert!(!folder.exists(), "a folder that is gone does not come back");
        fs::create_dir(&folder)?;
        file.append(&[line(3)], at(3));
        let told = Line::new(at(3), Event::Dropped { lines: Count(3) });
        assert_eq!(file.lines().lines, [told, line(3)]);
        file.append(&[line(4)], at(4));
        assert_eq!(file.lines().lines.len(), 3, "it is told once");
        Ok(())
    }

    #[test]
    fn it_stays_below_its_size_and_its_age_and_keeps_the_newest() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join(FILE);
        let many = LARGEST / (line(0).to_string().len() + 1);
        let text: String = (0..many as i64).map(|n| format!("{}\n", line(n))).collect();
        fs::write(&path, &text)?;
        let mut file = LogFile::new(path.clone());
        let last = line(many as i64);
        file.append(&[last.clone(), last.clone()], last.at);
        let size = usize::try_from(fs::metadata(&path)?.len()).unwrap_or(usize::MAX);
        assert!(size <= ROOM + 200 && size > ROOM - 200, "{size}");
        assert_eq!(file.lines().lines.last(), Some(&last));
        assert_eq!(file.lines().unread, 0);
        // Nothing is old yet; two weeks later everything but the newest is.
        file.tidy(last.at);
        assert_eq!(fs::metadata(&path)?.len(), u64::try_from(size).unwrap_or_default());
        let young = line(60 * 60 * 24 * 40);
        file.append(std::slice::from_ref(&young), young.at);
        fs::write(folder.path().join("tilslut.log.abc"), "half")?;
        file.tidy(young.at);
        assert_eq!(file.lines().lines, [young]);
        assert_eq!(fs::read_dir(folder.path())?.count(), 1, "what a crash left is gone");
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn it_is_not_written_through_a_link() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let (other, path) = (folder.path().join("other"), folder.path().join(FILE));
        fs::write(&other, "mine")?;
        std::os::unix::fs::symlink(&other, &path)?;
        LogFile::new(path).append(&[line(0)], at(0));
        assert_eq!(fs::read_to_string(&other)?, "mine");
        Ok(())
    }
}
