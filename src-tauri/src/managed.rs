//! The place where whoever looks after many computers puts a live profile: one file in the system's
//! configuration, which a person who only uses the computer cannot change.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The file below the folder of the system's configuration.
const FILE: &str = "live.toml";

/// Where the managed profile of this machine lies, whether there is one or not.
pub fn place() -> PathBuf {
    if cfg!(windows) {
        windows(std::env::var_os("ProgramData").as_deref())
    } else if cfg!(target_os = "macos") {
        PathBuf::from("/Library/Application Support/Tilslut").join(FILE)
    } else {
        linux(Path::new("/etc"), std::env::var_os("XDG_CONFIG_DIRS").as_deref())
    }
}

/// The one in the system's own folder before any that a variable names, which the person may set
/// (XDG Base Directory Specification).
fn linux(etc: &Path, folders: Option<&OsStr>) -> PathBuf {
    let own = etc.join("tilslut").join(FILE);
    if own.exists() {
        return own;
    }
    let others = folders.into_iter().flat_map(std::env::split_paths).filter(|it| it.is_absolute());
    others.map(|folder| folder.join("tilslut").join(FILE)).find(|file| file.exists()).unwrap_or(own)
}

fn windows(program_data: Option<&OsStr>) -> PathBuf {
    let folder = program_data.map_or_else(|| PathBuf::from(r"C:\ProgramData"), PathBuf::from);
    folder.join("Tilslut").join(FILE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_s_own_folder_comes_before_those_of_the_variable() -> std::io::Result<()> {
        let machine = tempfile::tempdir()?;
        let folder = |name: &str| machine.path().join(name);
        let file = |name: &str| folder(name).join("tilslut").join(FILE);
        let made = |name: &str| {
            std::fs::create_dir_all(folder(name).join("tilslut"))?;
            std::fs::write(file(name), "")
        };
        let folders = std::env::join_paths([folder("first"), folder("second")])
            .map_err(std::io::Error::other)?;
        let found = || linux(&folder("etc"), Some(&folders));
        assert_eq!(found(), file("etc"), "where it would be");
        made("second")?;
        assert_eq!(found(), file("second"));
        made("first")?;
        assert_eq!(found(), file("first"));
        made("etc")?;
        assert_eq!(found(), file("etc"));
        assert_eq!(linux(&folder("none"), Some(OsStr::new("relative"))), file("none"));
        Ok(())
    }

    #[test]
    fn on_windows_it_lies_in_the_data_of_all_programs() {
        let place = windows(Some(OsStr::new("D:")));
        assert_eq!(place, Path::new("D:").join("Tilslut").join(FILE));
        assert!(windows(None).ends_with(Path::new("Tilslut").join(FILE)));
    }
}
