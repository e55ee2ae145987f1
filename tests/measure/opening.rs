//! From starting the program to a first page that can be used, and what memory that takes: Tilslut
//! and a bare window in turns, so that whatever else the machine does is in both.

use crate::display::Display;
use crate::room;
use crate::row::{Row, Samples};
use domain::Environment;
use domain::case::Case;
use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Rounds that count; one more goes before them, so that neither program pays for reading the
/// libraries from the disk.
const ROUNDS: usize = 15;
/// How long after its first page a program's memory is looked at.
const SETTLED: Duration = Duration::from_secs(2);
/// In some starts of any program WebKitGTK waits half a second for its own process before it draws
/// at all, by chance. Such a start says nothing about the program: it is counted, and taken again.
const HELD_UP: Duration = Duration::from_millis(400);
/// How often a start is taken again, at most.
const AGAIN: usize = 8;
/// How many times a bare window's time the start may take, and how many times its memory.
const START: f64 = 1.25;
const MEMORY: f64 = 1.2;
/// How many cases there are where there are many, and where there are few.
const MANY: usize = 100_000;
const FEW: usize = 100;
/// How many times the start and the memory with few cases those with many may take.
const AMONG: f64 = 1.3;
/// Longer than a program may take to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// A program, and how its first page names the window.
#[derive(Clone)]
struct Program<'a> {
    path: &'a Path,
    page: &'static str,
    home: PathBuf,
}

/// What one start took.
#[derive(Default)]
struct Starts {
    named: Samples,
    drawn: Samples,
    memory: Samples,
    taken: usize,
    held_up: usize,
}

/// Measures the first start, on a machine that has no cases, and a later one, with one case.
pub fn start(application: &Path, bare: &Path, folder: &Path, case: &Case) -> Vec<Row> {
    let first = |name: String| Program {
        path: application,
        page: "Velkommen til Tilslut",
        home: folder.join(name),
    };
    let peer = |name: String| Program { path: bare, page: "Bare page", home: folder.join(name) };
    let later = Program { path: application, page: "Sager", home: folder.join("kept") };
    fill(&later, case, 1);
    // Each first start in a folder that nobody has used.
    let starts = in_turns([
        &|start| first(format!("first-{start}")),
        &|start| peer(format!("bare-first-{start}")),
        &|_| later.clone(),
        &|_| peer("bare-kept".to_owned()),
    ]);
    let [first, bare_first, later, bare_later] = starts;

    let share = |ours: &Starts, theirs: &Starts| {
        Samples::share(ours.held_up + theirs.held_up, ours.taken + theirs.taken)
    };
    let (ours_held_up, bare_held_up) = (share(&first, &later), share(&bare_first, &bare_later));
    let row = |what: &str, unit, samples, peer, bar| {
        beside("a bare Tauri window with one static page", what, unit, samples, peer, bar)
    };
    vec![
        row(
            "First start, no cases: until the first page is drawn and can be used",
            "ms",
            first.drawn,
            bare_first.drawn,
            Some(START),
        ),
        row(
            "Later start, one case: until the first page is drawn and can be used",
            "ms",
            later.drawn,
            bare_later.drawn,
            Some(START),
        ),
        row(
            "First start: until the page is built and names the window",
            "ms",
            first.named,
            bare_first.named,
            Some(START),
        ),
        row(
            "Later start: until the page is built and names the window",
            "ms",
            later.named,
            bare_later.named,
            Some(START),
        ),
        row(
            "Memory of all its processes (PSS) with the first page open, no cases",
            "MB",
            first.memory,
            bare_first.memory,
            Some(MEMORY),
        ),
        row(
            "Memory of all its processes (PSS) with the first page open, one case",
            "MB",
            later.memory,
            bare_later.memory,
            Some(MEMORY),
        ),
        row(
            "Starts that WebKitGTK held up for half a second, by chance: taken again",
            "%",
            ours_held_up,
            bare_held_up,
            None,
        ),
    ]
}

/// Measures the start with a hundred cases and with a hundred thousand.
pub fn many(application: &Path, folder: &Path, case: &Case) -> Vec<Row> {
    let program = |home| Program { path: application, page: "Sager", home: folder.join(home) };
    let (many, few) = (program("many"), program("few"));
    fill(&few, case, FEW);
    fill(&many, case, MANY);
    let [many, few] = in_turns([&|_| many.clone(), &|_| few.clone()]);
    let row = |what: &str, unit, samples, few| {
        beside("the same with 100 cases", what, unit, samples, few, Some(AMONG))
    };
    vec![
        row(
            "Start with 100000 cases: until the first page is drawn and can be used",
            "ms",
            many.drawn,
            few.drawn,
        ),
        row("Memory with 100000 cases, the first page open", "MB", many.memory, few.memory),
    ]
}

fn beside(
    peer: &'static str,
    what: &str,
    unit: &'static str,
    samples: Samples,
    of_peer: Samples,
    bar: Option<f64>,
) -> Row {
    Row { what: what.to_owned(), unit, samples, beside: Some((peer, of_peer)), bar }
}

/// Puts cases where a program keeps them, under a key in this session's key store.
fn fill(program: &Program<'_>, case: &Case, cases: usize) {
    let store = vault::system_key_store(Environment::Practice);
    room::fill(&program.home.join("dk.tilslut.app"), store.as_ref(), case, cases);
}

/// A program to start, made anew for each start, which is numbered.
type Made<'a, 'b> = &'a dyn Fn(usize) -> Program<'b>;

/// Starts each program once a round.
fn in_turns<const N: usize>(programs: [Made<'_, '_>; N]) -> [Starts; N] {
    let display = Display::open();
    let mut starts: [Starts; N] = std::array::from_fn(|_| Starts::default());
    let mut number = 0;
    for round in 0..=ROUNDS {
        for (program, starts) in programs.iter().zip(&mut starts) {
            for again in 0..=AGAIN {
                number += 1;
                let program = program(number);
                let mut warm = Starts::default();
                let starts = if round == 0 { &mut warm } else { &mut *starts };
                if start_once(&display, &program, starts, again == AGAIN) {
                    break;
                }
            }
        }
    }
    starts
}

/// Starts a program once; false when the start was held up and must be taken again.
fn start_once(
    display: &Display,
    program: &Program<'_>,
    starts: &mut Starts,
    whatever: bool,
) -> bool {
    let cache = program.home.join("cache");
    fs::create_dir_all(&cache).expect("the program's folders can be made");
    let mut command = Command::new(program.path);
    command
        .env("XDG_DATA_HOME", &program.home)
        .env("XDG_CACHE_HOME", cache)
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    let ((began, mut child), shown) = display
        .shows(program.page, || (Instant::now(), command.spawn().expect("the program starts")));
    let held_up = shown.blank > HELD_UP;
    starts.taken += 1;
    starts.held_up += usize::from(held_up);
    let counts = whatever || !held_up;
    if counts {
        starts.named.time(shown.named - began);
        starts.drawn.time(shown.drawn - began);
        thread::sleep(SETTLED.saturating_sub(shown.drawn.elapsed()));
    }
    let processes = family(child.id());
    if counts {
        starts.memory.bytes(processes.iter().map(|process| memory(*process)).sum());
    }
    display.close(shown.window);
    ended(&mut child, &processes);
    counts
}

/// Waits until the program and all that it started are gone, so that the next one has the machine
/// to itself.
fn ended(child: &mut Child, processes: &HashSet<u32>) {
    let deadline = Instant::now() + PATIENCE;
    while child.try_wait().expect("a child can be waited for").is_none()
        || processes.iter().any(|process| parent(*process).is_some())
    {
        assert!(Instant::now() < deadline, "the program does not end when its window is closed");
        thread::sleep(Duration::from_millis(20));
    }
}

/// A process and all that descend from it.
fn family(first: u32) -> HashSet<u32> {
    let running = fs::read_dir("/proc").expect("Linux tells its processes");
    let ids = running.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
    let parents: HashMap<u32, u32> = ids.filter_map(|id| Some((id, parent(id)?))).collect();
    let mut family = HashSet::from([first]);
    loop {
        let more: Vec<u32> = parents
            .iter()
            .filter(|(id, parent)| family.contains(parent) && !family.contains(id))
            .map(|(id, _)| *id)
            .collect();
        if more.is_empty() {
            return family;
        }
        family.extend(more);
    }
}

/// The parent of a process that runs.
fn parent(id: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The program's name is in brackets and may hold anything, brackets too.
    let mut rest = stat.rsplit_once(')')?.1.split_whitespace();
    let state = rest.next()?;
    (state != "Z").then(|| rest.next()?.parse().ok())?
}

/// The proportional set size of a process in bytes: what is shared with others counts for its part.
fn memory(id: u32) -> u64 {
    let sizes = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let line = sizes.lines().find_map(|line| line.strip_prefix("Pss:"));
    let kilobytes =
        line.and_then(|line| line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
    kilobytes.expect("a process that runs has a size") * 1024
}
