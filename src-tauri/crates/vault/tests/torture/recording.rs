//! What a child does to its files, put on record by `strace`: each write, each change of a name, each
//! wait for the disk, and between them what the child called done.
//!
//! The log is read strictly. A call that is not understood, on a file of ours, ends the run; and when
//! all of a recording is played, the folder that comes out must be the one that the child left, byte for
//! byte (`Recording::prove`). The index of the log (`-shm`) is shared memory, which no call writes; it is
//! left out there, and anything at all in what is played.

use crate::child::{CHILD, Manner};
use crate::place::Place;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A file, whatever its name is by now.
pub type Node = usize;

/// One thing that happened.
#[derive(Debug, Clone)]
pub enum Event {
    /// A name for a new file.
    Made { node: Node, name: PathBuf },
    /// Bytes at a place in it.
    Written { node: Node, at: usize, bytes: Vec<u8> },
    /// It is as long as this from now on.
    Sized { node: Node, length: usize },
    /// It has another name.
    Renamed { node: Node, from: PathBuf, to: PathBuf },
    /// A name is gone.
    Removed { node: Node, name: PathBuf },
    /// A new folder.
    Folder { name: PathBuf },
    /// A folder is gone.
    FolderRemoved,
    /// The disk has everything of a file.
    Synced { node: Node },
    /// The disk has every name in a folder.
    FolderSynced { name: PathBuf },
    /// A line of the child.
    Said(String),
}

/// The files of a place, and what happened to them.
pub struct Recording {
    /// The files at the beginning, by name below the place; their number in the list is their node.
    pub first: Vec<(PathBuf, Vec<u8>)>,
    /// What happened, in order.
    pub events: Vec<Event>,
    /// Each call that is listened to, and how many events there were before it.
    pub calls: Vec<(String, usize)>,
    root: PathBuf,
}

/// Everything that can change a file or its name, or says where the next write goes.
const CALLS: &str = "trace=open,openat,creat,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,\
fallocate,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,mkdir,mkdirat,rmdir,\
fsync,fdatasync,sync,syncfs,sync_file_range,msync,close,dup,dup2,dup3,fcntl,lseek,copy_file_range,\
sendfile,splice";

/// False where there is no `strace`, or it may not look at a child.
pub fn is_possible() -> bool {
    let probe = Command::new("strace").args(["-o", "/dev/null", "true"]).output();
    cfg!(target_os = "linux") && probe.is_ok_and(|output| output.status.success())
}

/// Lets a child do its script, and puts it on record.
pub fn record(place: &Place, passphrase: Option<u32>, manner: Manner) -> Recording {
    let first = files(&place.0);
    let log = place.0.with_extension("strace");
    let child = traced(place, passphrase, manner, &log, &[]);
    assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stderr));
    let mut reader = Reader::new(&place.0, &first);
    for line in fs::read_to_string(&log).unwrap().lines() {
        reader.read(line).unwrap_or_else(|| panic!("not understood: {line:.300}"));
    }
    fs::remove_file(log).unwrap();
    Recording { first, events: reader.events, calls: reader.calls, root: place.0.clone() }
}

/// Runs a child under `strace`, which may make some of its calls fail.
pub fn traced(
    place: &Place,
    passphrase: Option<u32>,
    manner: Manner,
    log: &Path,
    failing: &[String],
) -> Output {
    let how = passphrase.map_or("key-store".to_owned(), |number| number.to_string());
    Command::new("strace")
        .args(["-f", "-xx", "-s", "99999999", "-e", CALLS, "-e", "signal=none", "-o"])
        .arg(log)
        .args(failing.iter().flat_map(|call| ["-e", call]))
        .arg(std::env::current_exe().unwrap())
        .args([CHILD, place.0.to_str().unwrap(), &how, manner.word()])
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

impl Recording {
    /// What comes out when everything is played is what lies there.
    pub fn prove(&self, played: &BTreeMap<PathBuf, Vec<u8>>) {
        let counts = |name: &Path| !name.to_str().unwrap().ends_with("-shm");
        let left: BTreeMap<PathBuf, Vec<u8>> =
            files(&self.root).into_iter().filter(|(name, _)| counts(name)).collect();
        let played: BTreeMap<&PathBuf, &Vec<u8>> =
            played.iter().filter(|(name, _)| counts(name)).collect();
        assert!(
            left.keys().eq(played.keys().copied()),
            "{:?} were played, {:?} lie there",
            played.keys(),
            left.keys()
        );
        for (name, bytes) in &left {
            assert!(played[name] == bytes, "{} was played otherwise", name.display());
        }
    }
}

/// The files below a folder, by their names in it.
fn files(root: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let (mut found, mut folders) = (Vec::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_owned();
                found.push((name, fs::read(path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// What an open number stands for.
#[derive(Clone)]
enum Open {
    File { node: Node, at: usize },
    Folder(PathBuf),
}

/// Reads the log line by line.
struct Reader {
    root: PathBuf,
    events: Vec<Event>,
    calls: Vec<(String, usize)>,
    /// The files by their names now, and how long each file is.
    names: BTreeMap<PathBuf, Node>,
    lengths: Vec<usize>,
    open: BTreeMap<i64, Open>,
}

impl Reader {
    fn new(root: &Path, first: &[(PathBuf, Vec<u8>)]) -> Self {
        let names =
            first.iter().enumerate().map(|(node, (name, _))| (name.clone(), node)).collect();
        let lengths = first.iter().map(|(_, bytes)| bytes.len()).collect();
        let (events, calls, open) = (Vec::new(), Vec::new(), BTreeMap::new());
        Self { root: root.to_owned(), events, calls, names, lengths, open }
    }

    /// None for what is not understood.
    fn read(&mut self, line: &str) -> Option<()> {
        let (process, call) = line.split_once(' ')?;
        process.parse::<u32>().ok()?;
        let call = call.trim_start();
        if call.starts_with("+++") {
            return Some(());
        }
        let (name, rest) = call.split_once('(')?;
        self.calls.push((name.to_owned(), self.events.len()));
        let (arguments, result) = rest.rsplit_once(") = ").or_else(|| rest.rsplit_once(" = "))?;
        let result = result.split(' ').next()?;
        // What `fcntl` tells of flags.
        let result: i64 = match result.strip_prefix("0x") {
            Some(flags) => i64::from_str_radix(flags, 16).ok()?,
            None => result.parse().ok()?,
        };
        // What was refused changed nothing.
        if result < 0 {
            return Some(());
        }
        let arguments: Vec<&str> = arguments.trim_end().trim_end_matches(')').split(", ").collect();
        self.apply(name, &arguments, result)
    }

    fn apply(&mut self, call: &str, arguments: &[&str], result: i64) -> Option<()> {
        let number = |at: usize| arguments.get(at)?.parse::<i64>().ok();
        match call {
            "openat" => self.opened(arguments, result),
            "close" => {
                self.open.remove(&number(0)?);
                Some(())
            }
            "dup" | "dup2" | "dup3" => self.doubled(number(0)?, result),
            "fcntl" if arguments.get(1)?.starts_with("F_DUPFD") => self.doubled(number(0)?, result),
            "fcntl" => Some(()),
            "lseek" => {
                if let Some(Open::File { at, .. }) = self.open.get_mut(&number(0)?) {
                    *at = usize::try_from(result).ok()?;
                }
                Some(())
            }
            // What the child says; no file of ours is written so.
            "writev" if !self.open.contains_key(&number(0)?) => {
                let text = arguments.get(1)?.strip_prefix("[{iov_base=")?;
                let said = String::from_utf8(unhexed(text)?).ok()?;
                self.events.push(Event::Said(said.strip_suffix('\n')?.to_owned()));
                Some(())
            }
            "write" => self.written(number(0)?, &unhexed(arguments.get(1)?)?, result, None),
            "pwrite64" => {
                let at = usize::try_from(number(3)?).ok()?;
                self.written(number(0)?, &unhexed(arguments.get(1)?)?, result, Some(at))
            }
            "ftruncate" => {
                let length = usize::try_from(number(1)?).ok()?;
                if let Some(&Open::File { node, .. }) = self.open.get(&number(0)?) {
                    self.lengths[node] = length;
                    self.events.push(Event::Sized { node, length });
                }
                Some(())
            }
            "fsync" | "fdatasync" => {
                match self.open.get(&number(0)?) {
                    Some(&Open::File { node, .. }) => self.events.push(Event::Synced { node }),
                    Some(Open::Folder(name)) => {
                        let name = name.clone();
                        self.events.push(Event::FolderSynced { name });
                    }
                    None => {}
                }
                Some(())
            }
            "rename" => self.renamed(&["AT_FDCWD", arguments[0], "AT_FDCWD", arguments[1]]),
            "renameat" => self.renamed(arguments),
            "renameat2" if *arguments.get(4)? == "0" => self.renamed(arguments),
            "unlink" => self.removed("AT_FDCWD", arguments[0], false),
            "rmdir" => self.removed("AT_FDCWD", arguments[0], true),
            "unlinkat" => {
                self.removed(arguments[0], arguments[1], *arguments.get(2)? == "AT_REMOVEDIR")
            }
            "mkdir" => self.folder("AT_FDCWD", arguments[0]),
            "mkdirat" => self.folder(arguments[0], arguments[1]),
            _ => None,
        }
    }

    fn opened(&mut self, arguments: &[&str], number: i64) -> Option<()> {
        let Some(name) = self.name(arguments[0], arguments[1])? else { return Some(()) };
        let flags: Vec<&str> = arguments.get(2)?.split('|').collect();
        let has = |flag: &str| flags.contains(&flag);
        if has("O_APPEND") || has("O_TMPFILE") {
            return None;
        }
        if self.is_folder(&name) {
            self.open.insert(number, Open::Folder(name));
            return Some(());
        }
        let node = match self.names.get(&name) {
            Some(node) => *node,
            None if has("O_CREAT") => {
                let node = self.lengths.len();
                self.lengths.push(0);
                self.names.insert(name.clone(), node);
                self.events.push(Event::Made { node, name });
                node
            }
            None => return None,
        };
        if has("O_TRUNC") && self.lengths[node] > 0 {
            self.lengths[node] = 0;
            self.events.push(Event::Sized { node, length: 0 });
        }
        self.open.insert(number, Open::File { node, at: 0 });
        Some(())
    }

    /// What is open and no file of ours is a folder of ours.
    fn is_folder(&self, name: &Path) -> bool {
        !self.names.contains_key(name)
            && (self.names.keys().any(|file| file.starts_with(name))
                || self
                    .events
                    .iter()
                    .any(|event| matches!(event, Event::Folder { name: made } if made == name))
                || ["cases", "keys", "backups"].iter().any(|folder| name == Path::new(folder)))
    }

    fn doubled(&mut self, from: i64, to: i64) -> Option<()> {
        match self.open.get(&from).cloned() {
            // Both have one place for the next write; none of ours writes so.
            Some(open) => drop(self.open.insert(to, open)),
            None => drop(self.open.remove(&to)),
        }
        Some(())
    }

    fn written(&mut self, to: i64, bytes: &[u8], count: i64, at: Option<usize>) -> Option<()> {
        let count = usize::try_from(count).ok()?;
        let bytes = bytes.get(..count)?.to_vec();
        match self.open.get_mut(&to) {
            Some(Open::File { node, at: next }) => {
                let from = at.unwrap_or(*next);
                if at.is_none() {
                    *next += count;
                }
                let node = *node;
                self.lengths[node] = self.lengths[node].max(from + count);
                self.events.push(Event::Written { node, at: from, bytes });
            }
            Some(Open::Folder(_)) => return None,
            None => {}
        }
        Some(())
    }

    fn renamed(&mut self, arguments: &[&str]) -> Option<()> {
        let from = self.name(arguments[0], arguments[1])?;
        let to = self.name(arguments[2], arguments[3])?;
        let (from, to) = match (from, to) {
            (None, None) => return Some(()),
            (from, to) => (from?, to?),
        };
        let node = self.names.remove(&from)?;
        self.names.insert(to.clone(), node);
        self.events.push(Event::Renamed { node, from, to });
        Some(())
    }

    fn removed(&mut self, folder: &str, name: &str, is_folder: bool) -> Option<()> {
        let Some(name) = self.name(folder, name)? else { return Some(()) };
        if is_folder {
            self.events.push(Event::FolderRemoved);
        } else {
            let node = self.names.remove(&name)?;
            self.events.push(Event::Removed { node, name });
        }
        Some(())
    }

    fn folder(&mut self, folder: &str, name: &str) -> Option<()> {
        if let Some(name) = self.name(folder, name)? {
            self.events.push(Event::Folder { name });
        }
        Some(())
    }

    /// The name of a file below the place; none for one elsewhere, which is nothing of ours.
    #[allow(clippy::option_option, reason = "not understood, or elsewhere")]
    fn name(&self, folder: &str, name: &str) -> Option<Option<PathBuf>> {
        let name = PathBuf::from(String::from_utf8(unhexed(name)?).ok()?);
        let whole = match folder {
            _ if name.is_absolute() => name,
            "AT_FDCWD" => return Some(None),
            number => match self.open.get(&number.parse().ok()?) {
                Some(Open::Folder(folder)) => self.root.join(folder).join(name),
                Some(Open::File { .. }) => return None,
                None => return Some(None),
            },
        };
        Some(whole.strip_prefix(&self.root).ok().map(Path::to_owned))
    }
}

/// The bytes of a text of the log, `"\x41\x42"`.
fn unhexed(text: &str) -> Option<Vec<u8>> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let bytes = inner.as_bytes().chunks(4).map(|chunk| match chunk {
        [b'\\', b'x', high, low] => Some(digit(*high)? << 4 | digit(*low)?),
        _ => None,
    });
    bytes.collect()
}
