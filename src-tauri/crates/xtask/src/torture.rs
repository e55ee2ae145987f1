//! `cargo xtask torture`: kills the vault at work and cuts its power, far more often than the tests have
//! time for, and writes what came out into `docs/reliability.md`. The work is the test program `torture`
//! of the crate `vault`; this starts it and puts its report where it belongs.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use crate::bench::{day, machine};
use crate::setup;
use crate::steps::{Error, Step};
use crate::workspace::Workspace;

/// Between these two lines every word is the command's.
const BEGIN: &str =
    "<!-- From here to the end mark everything is written by `cargo xtask torture`. -->\n";
const END: &str = "<!-- The end mark. -->\n";

/// How much is asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Asked {
    seed: u64,
    kills: u32,
    cuts: u32,
}

impl Asked {
    /// Each option at most once, in any order.
    pub fn parse(words: &[&str]) -> Result<Self, Error> {
        let (mut seed, mut kills, mut cuts) = (None, None, None);
        for pair in words.chunks(2) {
            let twice = || Error::Asked(format!("{} is said twice", pair.join(" ")));
            let number = |text: &str| {
                text.parse::<u64>().map_err(|_| Error::Asked(format!("{text} is no number")))
            };
            let count = |text: &str| {
                let many = || Error::Asked(format!("{text} is too many"));
                number(text).and_then(|number| u32::try_from(number).map_err(|_| many()))
            };
            let is_said = match *pair {
                ["--seed", text] => seed.replace(number(text)?).is_some(),
                ["--kills", text] => kills.replace(count(text)?).is_some(),
                ["--cuts", text] => cuts.replace(count(text)?).is_some(),
                _ => {
                    let words = "cargo xtask torture [--seed N] [--kills N] [--cuts N]";
                    return Err(Error::Asked(words.to_owned()));
                }
            };
            if is_said {
                return Err(twice());
            }
        }
        Ok(Self {
            seed: seed.unwrap_or(20_261_129),
            kills: kills.unwrap_or(2_000),
            cuts: cuts.unwrap_or(5_000),
        })
    }

    fn words(&self) -> [String; 6] {
        let Self { seed, kills, cuts } = self;
        [
            "--seed".to_owned(),
            seed.to_string(),
            "--kills".to_owned(),
            kills.to_string(),
            "--cuts".to_owned(),
            cuts.to_string(),
        ]
    }
}

/// Runs it and writes down what came out, also where a promise was broken.
pub fn torture(place: &Workspace, asked: &Asked) -> Result<(), Error> {
    setup::prepare(setup::For::Test)?;
    let report = place.target().join(format!("torture-{}.md", std::process::id()));
    // With the whole workspace selected, so that Cargo finds everything built already.
    let outcome = Step::cargo("Kill the vault and cut its power")
        .args(["test", "--quiet", "--workspace", "--test", "torture", "--", "--torture"])
        .args(asked.words())
        .args([OsStr::new("--report"), report.as_os_str()])
        .dir(place.root())
        .run();
    let table = match fs::read_to_string(&report) {
        Ok(table) => table,
        // It did not come so far as to have found anything.
        Err(_) if outcome.is_err() => return outcome,
        Err(source) => return Err(Error::File { path: report, source }),
    };
    fs::remove_file(&report).map_err(Error::at(&report))?;
    put(&place.root().join("docs/reliability.md"), &run(asked, &table))?;
    outcome
}

/// A run as it stands in the document.
fn run(asked: &Asked, table: &str) -> String {
    format!(
        "### {}: {}\n\nWith `cargo xtask torture {}`, in a build for development:\n\n{table}",
        day::today(),
        machine::name(),
        asked.words().join(" ")
    )
}

/// Puts the run in the place of the one before.
fn put(file: &Path, run: &str) -> Result<(), Error> {
    let text = fs::read_to_string(file).map_err(Error::at(file))?;
    let whole = text.split_once(BEGIN).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(END)?;
        Some(format!("{before}{BEGIN}\n{run}\n{END}{after}"))
    });
    let whole = whole.ok_or_else(|| {
        Error::Missing(format!("{} has no place for a run: a mark is gone", file.display()))
    })?;
    fs::write(file, whole).map_err(Error::at(file))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Folder;

    #[test]
    fn what_is_asked_for_is_read_in_any_order_and_nonsense_is_refused() {
        let asked = |words: &[&str]| Asked::parse(words).ok();
        assert_eq!(asked(&[]), Some(Asked { seed: 20_261_129, kills: 2_000, cuts: 5_000 }));
        assert_eq!(
            asked(&["--cuts", "30", "--seed", "7", "--kills", "0"]),
            Some(Asked { seed: 7, kills: 0, cuts: 30 })
        );
        for wrong in [
            &["--kills"][..],
            &["--kills", "many"],
            &["--kills", "1", "--kills", "2"],
            &["--cuts", "5000000000"],
            &["seed", "1"],
        ] {
            assert_eq!(asked(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_run_takes_the_place_of_the_one_before() {
        let folder = Folder::new("torture").unwrap();
        let file = folder.path().join("reliability.md");
        fs::write(&file, format!("# Head\n\n{BEGIN}\nold\n{END}after\n")).unwrap();
        for _ in 0..2 {
            put(&file, "new\n").unwrap();
            let text = fs::read_to_string(&file).unwrap();
            assert_eq!(text, format!("# Head\n\n{BEGIN}\nnew\n\n{END}after\n"));
        }
        fs::write(&file, format!("{END}{BEGIN}")).unwrap();
        assert!(put(&file, "new\n").is_err());
    }
}
