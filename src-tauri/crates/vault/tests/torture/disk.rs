//! What a disk may have when the power goes: everything that it was waited for, and of the rest whatever
//! it pleases.
//!
//! A file's bytes and length are safe when the file was synchronised afterwards, a name when its folder
//! was. What is not safe is there or not, each write by itself and in pieces of 512 or 4096 bytes, each
//! name by itself, in any order: more than an honest disk and a file system with a journal do.

use crate::chance::Chance;
use crate::recording::{Event, Node, Recording};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What becomes of what was not safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// All of it is there: the program alone was killed.
    All,
    /// Nothing.
    Nothing,
    /// What came before some moment.
    UpTo(usize),
    /// Each piece of so many bytes by chance, so many of a hundred.
    Some { piece: usize, percent: usize },
}

impl Rest {
    /// One of them, for a cut after so many events.
    pub fn any(chance: &mut Chance, cut: usize) -> Self {
        match chance.below(10) {
            0 => Self::All,
            1 | 2 => Self::Nothing,
            3 | 4 => Self::UpTo(cut - chance.below(cut.min(60) + 1)),
            _ => Self::Some {
                piece: *chance.of_these(&[512, 4096]),
                percent: *chance.of_these(&[15, 50, 85]),
            },
        }
    }
}

/// The disk of a recording after so many of its events.
pub fn after(
    recording: &Recording,
    cut: usize,
    rest: Rest,
    chance: &mut Chance,
) -> BTreeMap<PathBuf, Vec<u8>> {
    let events = &recording.events[..cut];
    let safe = Safe::of(events);
    let mut disk = Disk::new(recording);
    for (number, event) in events.iter().enumerate() {
        let is_safe = safe.is_safe(number, event);
        let mut is_there = || match rest {
            _ if is_safe => true,
            Rest::All => true,
            Rest::Nothing => false,
            Rest::UpTo(end) => number < end,
            Rest::Some { percent, .. } => chance.is_of_hundred(percent),
        };
        match event {
            Event::Written { node, at, bytes } => {
                let piece = match rest {
                    Rest::Some { piece, .. } if !is_safe => piece,
                    _ => usize::MAX,
                };
                let mut from = 0;
                while from < bytes.len() {
                    // Pieces of the disk, not of the write.
                    let next = ((at + from) / piece + 1).saturating_mul(piece) - at;
                    let end = bytes.len().min(next);
                    if is_there() {
                        disk.write(*node, at + from, &bytes[from..end]);
                    }
                    from = end;
                }
            }
            _ if is_there() => disk.apply(event),
            _ => {}
        }
    }
    disk.named()
}

/// After which events everything of a file, or every name of a folder, was safe for the last time.
struct Safe<'a> {
    nodes: BTreeMap<Node, usize>,
    folders: BTreeMap<&'a Path, usize>,
}

impl<'a> Safe<'a> {
    fn of(events: &'a [Event]) -> Self {
        let (mut nodes, mut folders) = (BTreeMap::new(), BTreeMap::new());
        for (number, event) in events.iter().enumerate() {
            match event {
                Event::Synced { node } => drop(nodes.insert(*node, number)),
                Event::FolderSynced { name } => drop(folders.insert(name.as_path(), number)),
                // The key store keeps what it is given at once.
                Event::Made { node, name } if name.starts_with("keys") => {
                    nodes.insert(*node, usize::MAX);
                    folders.insert(Path::new("keys"), usize::MAX);
                }
                _ => {}
            }
        }
        Self { nodes, folders }
    }

    fn is_safe(&self, number: usize, event: &Event) -> bool {
        let until = match event {
            Event::Written { node, .. } | Event::Sized { node, .. } => self.nodes.get(node),
            Event::Made { name, .. }
            | Event::Removed { name, .. }
            | Event::Renamed { to: name, .. } => self.folders.get(name.parent().unwrap_or(name)),
            // Folders are where something lies in them, and what was said is safe.
            Event::Folder { .. }
            | Event::FolderRemoved
            | Event::Synced { .. }
            | Event::FolderSynced { .. }
            | Event::Said(_) => None,
        };
        until.is_some_and(|until| number < *until)
    }
}

/// A disk that is being put together.
struct Disk {
    nodes: BTreeMap<Node, Vec<u8>>,
    names: BTreeMap<PathBuf, Node>,
}

impl Disk {
    fn new(recording: &Recording) -> Self {
        let first = recording.first.iter().enumerate();
        Self {
            names: first.clone().map(|(node, (name, _))| (name.clone(), node)).collect(),
            nodes: first.map(|(node, (_, bytes))| (node, bytes.clone())).collect(),
        }
    }

    fn write(&mut self, node: Node, at: usize, bytes: &[u8]) {
        let file = self.nodes.entry(node).or_default();
        if file.len() < at + bytes.len() {
            file.resize(at + bytes.len(), 0);
        }
        file[at..at + bytes.len()].copy_from_slice(bytes);
    }

    fn apply(&mut self, event: &Event) {
        match event {
            Event::Made { node, name } => drop(self.names.insert(name.clone(), *node)),
            Event::Sized { node, length } => {
                self.nodes.entry(*node).or_default().resize(*length, 0)
            }
            Event::Removed { node, name } => self.forget(*node, name),
            Event::Renamed { node, from, to } => {
                self.forget(*node, from);
                self.names.insert(to.clone(), *node);
            }
            _ => {}
        }
    }

    /// A name goes, unless another file has it meanwhile.
    fn forget(&mut self, node: Node, name: &Path) {
        if self.names.get(name) == Some(&node) {
            self.names.remove(name);
        }
    }

    fn named(mut self) -> BTreeMap<PathBuf, Vec<u8>> {
        self.names
            .into_iter()
            .map(|(name, node)| (name, self.nodes.entry(node).or_default().clone()))
            .collect()
    }
}
