//! Which environment was used last. It is a word in a file beside the cases, since nothing is open
//! before it is known.

use domain::Environment;
use std::fs::DirBuilder;
use std::io;
use std::path::Path;

/// The file that holds it.
const FILE: &str = "environment";

/// The environment that was used last in this folder. Who practised with an earlier version, which
/// knew nothing of the other environment without a profile, goes on practising; none when Tilslut
/// was never started here.
pub fn environment(folder: &Path) -> Option<Environment> {
    let kept = std::fs::read_to_string(folder.join(FILE)).ok();
    kept.and_then(|word| Environment::from_word(word.trim()))
        .or_else(|| folder.join("tilslut-practice.db").exists().then_some(Environment::Practice))
}

/// Remembers it for the next start.
///
/// # Errors
/// As the system says. Then the next start begins as this one did.
pub fn remember(folder: &Path, environment: Environment) -> io::Result<()> {
    // As the vault makes it: only its owner may enter.
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    std::fs::write(folder.join(FILE), environment.word())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_used_last_is_used_again() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let inner = folder.path().join("tilslut");
        assert_eq!(environment(&inner), None, "nothing was chosen yet");
        for chosen in [Environment::Live, Environment::Practice] {
            remember(&inner, chosen)?;
            assert_eq!(environment(&inner), Some(chosen));
        }
        Ok(())
    }

    #[test]
    fn who_practised_before_there_was_a_choice_goes_on_practising() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        std::fs::write(folder.path().join("tilslut-practice.db"), [])?;
        assert_eq!(environment(folder.path()), Some(Environment::Practice));
        std::fs::write(folder.path().join(FILE), "something else")?;
        assert_eq!(environment(folder.path()), Some(Environment::Practice));
        Ok(())
    }
}
