//! The program's processes as the system sees them, and what lies in their memory.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::process::Command;

/// How large a page is on the machines that these tests run on.
const PAGE: u64 = 4096;
/// How much is read at a time.
const PIECE: u64 = 256 * PAGE;

/// The program that is open: one.
pub fn program() -> u32 {
    let running = programs();
    assert_eq!(running.len(), 1, "{running:?}");
    running[0]
}

/// Every program of ours that runs.
pub fn programs() -> Vec<u32> {
    let exe = Path::new(env!("CARGO_BIN_EXE_tilslut"));
    let runs = |pid: &u32| fs::read_link(format!("/proc/{pid}/exe")).is_ok_and(|it| it == exe);
    processes().filter(runs).collect()
}

/// Ends every program of ours, one after the other: one that has ended starts no other.
pub fn end_all() {
    while let Some(program) = programs().first() {
        Command::new("kill").args(["-9", &program.to_string()]).status().ok();
    }
}

/// The processes that draw the pages of a program.
pub fn pages_of(program: u32) -> Vec<u32> {
    processes()
        .filter(|pid| name(*pid).starts_with("WebKitWebProces") && is_under(*pid, program))
        .collect()
}

/// A program and everything that it has started.
pub fn family_of(program: u32) -> Vec<u32> {
    processes().filter(|pid| is_under(*pid, program)).collect()
}

/// What a process is called.
pub fn name(pid: u32) -> String {
    fs::read_to_string(format!("/proc/{pid}/comm")).unwrap_or_default().trim().to_owned()
}

/// True while a process runs: one that has ended and that nobody has asked about yet has no memory.
pub fn runs(pid: u32) -> bool {
    fs::read_link(format!("/proc/{pid}/exe")).is_ok()
}

fn is_under(pid: u32, program: u32) -> bool {
    let parent = |pid: u32| -> Option<u32> {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
    };
    std::iter::successors(Some(pid), |pid| parent(*pid)).take(20).any(|it| it == program)
}

fn processes() -> impl Iterator<Item = u32> {
    let entries = fs::read_dir("/proc").unwrap();
    entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
}

/// What is looked for, by name, in each form in which it may lie in memory.
#[derive(Default)]
pub struct Wanted {
    forms: Vec<(&'static str, Vec<u8>)>,
    /// The forms that begin with these two bytes: most places of a memory begin none.
    begins: HashMap<[u8; 2], Vec<usize>>,
}

impl Wanted {
    /// A text, as Rust and the database have it and in the two forms in which a page has it.
    pub fn text(&mut self, text: &'static str) {
        self.form(text, text.as_bytes().to_vec());
        let narrow: Option<Vec<u8>> =
            text.chars().map(|it| u8::try_from(u32::from(it)).ok()).collect();
        if let Some(narrow) = narrow.filter(|narrow| narrow != text.as_bytes()) {
            self.form(text, narrow);
        }
        self.form(text, text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    }

    /// A key, as it is and as somebody may have written it down.
    pub fn key(&mut self, name: &'static str, key: &[u8]) {
        let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        self.form(name, hex.to_uppercase().into_bytes());
        self.form(name, hex.into_bytes());
        self.form(name, key.to_vec());
    }

    fn form(&mut self, name: &'static str, form: Vec<u8>) {
        self.begins.entry([form[0], form[1]]).or_default().push(self.forms.len());
        self.forms.push((name, form));
    }

    /// How often each lies in the memory of a process; what does not is left out.
    pub fn found_in(&self, pid: u32) -> io::Result<HashMap<&'static str, usize>> {
        let mut found = HashMap::new();
        let mut begins = vec![false; 1 << 16];
        for begin in self.begins.keys() {
            begins[usize::from(u16::from_le_bytes(*begin))] = true;
        }
        let longest = self.forms.iter().map(|(_, form)| form.len()).max().unwrap_or_default();
        for run in resident(pid)? {
            for (piece, own) in run.pieces(longest)? {
                for at in 0..own.min(piece.len().saturating_sub(1)) {
                    let begin = [piece[at], piece[at + 1]];
                    if !begins[usize::from(u16::from_le_bytes(begin))] {
                        continue;
                    }
                    for (name, form) in self.begins[&begin].iter().map(|form| &self.forms[*form]) {
                        if piece[at..].starts_with(form) {
                            *found.entry(*name).or_default() += 1;
                        }
                    }
                }
            }
        }
        Ok(found)
    }
}

/// Pages one after the other that a process can read and that are somewhere: in memory or swapped
/// out.
struct Run {
    memory: File,
    from: u64,
    to: u64,
}

impl Run {
    /// Its bytes, piece by piece, each with the begin of the next and how many of them are its own.
    /// What went away meanwhile is left out.
    fn pieces(&self, more: usize) -> io::Result<impl Iterator<Item = (Vec<u8>, usize)>> {
        let from = (self.from..self.to).step_by(usize::try_from(PIECE).expect("it is small"));
        Ok(from.map(move |from| {
            let own = PIECE.min(self.to - from);
            let with_more = (own + more as u64).min(self.to - from);
            let mut bytes = vec![0; usize::try_from(with_more).expect("it is small")];
            let read = self.memory.read_at(&mut bytes, from).unwrap_or_default();
            bytes.truncate(read);
            (bytes, usize::try_from(own).expect("it is small"))
        }))
    }
}

/// What a process has in memory that it can read.
fn resident(pid: u32) -> io::Result<Vec<Run>> {
    let memory = File::open(format!("/proc/{pid}/mem"))?;
    let pages = File::open(format!("/proc/{pid}/pagemap"))?;
    let mut runs = Vec::new();
    for line in fs::read_to_string(format!("/proc/{pid}/maps"))?.lines() {
        let mut words = line.split_whitespace();
        let (Some(range), Some(rights)) = (words.next(), words.next()) else { continue };
        // The kernel's own pages are nobody's.
        if !rights.starts_with('r') || line.ends_with("[vvar]") || line.ends_with("[vsyscall]") {
            continue;
        }
        let Some((from, to)) = range.split_once('-') else { continue };
        let number = |hex| u64::from_str_radix(hex, 16).map_err(io::Error::other);
        let (from, to) = (number(from)?, number(to)?);
        let mut begun = None;
        for (page, is_there) in (from..to).step_by(PAGE as usize).zip(are_there(&pages, from, to)?)
        {
            match (begun, is_there) {
                (None, true) => begun = Some(page),
                (Some(from), false) => {
                    runs.push(Run { memory: memory.try_clone()?, from, to: page });
                    begun = None;
                }
                (None, false) | (Some(_), true) => {}
            }
        }
        if let Some(from) = begun {
            runs.push(Run { memory: memory.try_clone()?, from, to });
        }
    }
    Ok(runs)
}

/// Whether each page of a range lies in memory or in the swap (bits 63 and 62 of its entry). A web
/// engine reserves far more than it uses.
fn are_there(pages: &File, from: u64, to: u64) -> io::Result<Vec<bool>> {
    let mut there = Vec::new();
    let mut entries = vec![0; 1 << 20];
    let (mut at, end) = (from / PAGE * 8, to / PAGE * 8);
    while at < end {
        let most = entries.len().min(usize::try_from(end - at).map_err(io::Error::other)?);
        let read = pages.read_at(&mut entries[..most], at)?;
        if read == 0 {
            there.resize(usize::try_from((to - from) / PAGE).map_err(io::Error::other)?, false);
            break;
        }
        // An entry has eight bytes, little endian.
        there.extend(entries[..read].chunks_exact(8).map(|entry| entry[7] & 0b1100_0000 != 0));
        at += read as u64;
    }
    Ok(there)
}
