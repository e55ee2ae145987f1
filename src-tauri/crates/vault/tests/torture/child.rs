//! The child that is killed, or whose every write is put on record: it opens the cases, does what the
//! script says, and tells of each thing when it begins and when it is done. What it has called done
//! must be there.

use crate::deed::Deed;
use crate::place::Place;
use crate::state;
use domain::Environment::Practice;
use domain::problem::Problem;
use std::fs;
#[cfg(unix)]
use std::fs::File;
use std::io::{self, IoSlice, Write as _};
use std::path::Path;
use vault::testing::execute;
use vault::{NotOpened, Opening, Vault};

/// The word by which this program knows itself as the child.
pub const CHILD: &str = "--deeds";

/// How the child goes about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// As the program does.
    Careful,
    /// It waits for no disk: the control, which must be caught.
    Careless,
    /// It ends without closing, as when it is killed with everything done.
    Abrupt,
}

impl Manner {
    /// Its word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Careful => "careful",
            Self::Careless => "careless",
            Self::Abrupt => "abrupt",
        }
    }
}

/// Does what the script of a place says. `how` is the number of the passphrase, or a word for the key
/// store.
pub fn run(root: &Path, how: &str, manner: &str) {
    let place = Place(root.to_owned());
    say("opening");
    let opened = match how.parse() {
        Ok(number) => by_passphrase(&place, number),
        Err(_) => by_key_store(&place),
    };
    let mut vault = match opened {
        Ok(vault) => vault,
        Err(why) => return say(&format!("not opened {why}")),
    };
    if manner == Manner::Careless.word() {
        execute(&vault, "PRAGMA synchronous = OFF");
    }
    say("opened");
    for (number, line) in fs::read_to_string(place.script()).unwrap().lines().enumerate() {
        say(&format!("begin {number}"));
        let done = Deed::parse(line)
            .carry_out(&mut vault, &place, &mut |code| say(&format!("code {code}")));
        match done {
            Ok(()) => say(&format!("done {number}")),
            Err(problem) => say(&format!("refused {number} {problem:?}")),
        }
    }
    if manner == Manner::Abrupt.word() {
        std::process::exit(0);
    }
    say("closing");
    drop(vault);
    say("closed");
}

/// One line, in one call, and where that is put on record not in one that writes files: so these can be
/// made to fail without the child falling silent.
fn say(line: &str) {
    let line = format!("{line}\n");
    #[cfg(unix)]
    let mut out = File::from(std::os::fd::AsFd::as_fd(&io::stdout()).try_clone_to_owned().unwrap());
    #[cfg(not(unix))]
    let mut out = io::stdout().lock();
    let count = out.write_vectored(&[IoSlice::new(line.as_bytes())]).unwrap();
    out.flush().unwrap();
    assert_eq!(count, line.len());
}

/// Opens the cases by the key store, or says why they are not open. That they are not what was here
/// last would be a false alarm.
pub fn by_key_store(place: &Place) -> Result<Vault, String> {
    patiently(|| match Vault::open(&place.cases(), Practice, &place.keys()) {
        Opening::Open(vault) => Ok(vault),
        Opening::Closed { problem, .. } | Opening::Stopped(problem) => Err(problem.into()),
        Opening::Older(older) => Err(NotOpened::Older(Box::new(older))),
        Opening::Gone(_) | Opening::Damaged(_) => Err(Problem::VaultDamaged.into()),
        Opening::ChoosePassphrase => Err(Problem::KeyStoreUnreachable.into()),
    })
}

/// Opens them by a passphrase.
pub fn by_passphrase(place: &Place, number: u32) -> Result<Vault, String> {
    let secret = state::passphrase(number);
    patiently(|| Vault::unlock_with_passphrase(&place.cases(), Practice, &secret))
}

/// Opens them by a recovery code.
pub fn by_code(place: &Place, code: &str) -> Result<Vault, String> {
    let (cases, keys) = (place.cases(), place.keys());
    patiently(|| Vault::unlock_with_recovery_code(&cases, Practice, code, &keys))
}

/// A child that another thread starts has, until it is itself, everything that is open in this program,
/// and so for a moment the lock of a vault that was closed here meanwhile.
fn patiently(open: impl Fn() -> Result<Vault, NotOpened>) -> Result<Vault, String> {
    let in_use = |opened: &Result<Vault, NotOpened>| {
        opened.as_ref().is_err_and(|why| *why == Problem::VaultInUse)
    };
    let mut opened = open();
    for _ in 0..10_000 {
        if !in_use(&opened) {
            break;
        }
        std::thread::yield_now();
        opened = open();
    }
    opened.map_err(told)
}

fn told(why: NotOpened) -> String {
    match why {
        NotOpened::For(problem) => format!("{problem:?}"),
        NotOpened::Damaged(_) => format!("{:?}", Problem::VaultDamaged),
        NotOpened::Older(older) => format!("false alarm: {:?}", older.missing()),
    }
}
