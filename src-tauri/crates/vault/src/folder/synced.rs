//! How the folders are known that a program synchronises. It is data: a name that such a program
//! leaves in its folder, a part of the path that is always there, what the system says of itself in
//! its environment, and what Dropbox says in a file of its own.
//!
//! Whether others have described what a row says, or it is a guess from how such folders are usually
//! called, stands with it. None of these programs was run here. A wrong guess costs one advice that is put away; a folder that no
//! row knows is opened without one.
//!
//! `desktop.ini` is no row: every folder of Windows that has a picture of its own has one.

use domain::folder::SyncedBy;
use serde_json::Value;
use std::ffi::OsStr;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// How much of a row is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// It is described in public: by the program's maker, in its source, or by those who use it.
    Described,
    /// It is how such a folder is usually called.
    Guess,
}

/// What a file or folder is that a program leaves at the root of what it synchronises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A file of this name. Not a folder: `.dropbox` in a home is where Dropbox keeps its settings.
    File(&'static str),
    /// A file or folder of this name.
    Any(&'static str),
    /// A file whose name begins and ends so.
    Between(&'static str, &'static str),
}

/// What lies at the root, whoever of its folders is asked about.
pub(super) const MARKS: &[(Mark, SyncedBy, Known)] = &[
    (Mark::Any(".849C9593-D756-4E56-8D6E-42412F2A707B"), SyncedBy::OneDrive, Known::Described),
    (Mark::File(".dropbox"), SyncedBy::Dropbox, Known::Described),
    (Mark::Any(".dropbox.cache"), SyncedBy::Dropbox, Known::Described),
    (Mark::Any(".tmp.drivedownload"), SyncedBy::GoogleDrive, Known::Described),
    (Mark::Any(".tmp.driveupload"), SyncedBy::GoogleDrive, Known::Described),
    (Mark::File(".nextcloudsync.log"), SyncedBy::Nextcloud, Known::Described),
    (Mark::File(".owncloudsync.log"), SyncedBy::Nextcloud, Known::Described),
    (Mark::Between(".sync_", ".db"), SyncedBy::Nextcloud, Known::Described),
    (Mark::Between("._sync_", ".db"), SyncedBy::Nextcloud, Known::Described),
    (Mark::Any(".stfolder"), SyncedBy::Syncthing, Known::Described),
];

/// Parts of a path, one after the other. The last may go on: an account stands behind it.
pub(super) const PATHS: &[(&[&str], SyncedBy, Known)] = &[
    (&["Library", "Mobile Documents"], SyncedBy::ICloud, Known::Described),
    (&["com~apple~CloudDocs"], SyncedBy::ICloud, Known::Described),
    (&["Library", "CloudStorage", "OneDrive"], SyncedBy::OneDrive, Known::Described),
    (&["Library", "CloudStorage", "Dropbox"], SyncedBy::Dropbox, Known::Described),
    (&["Library", "CloudStorage", "GoogleDrive"], SyncedBy::GoogleDrive, Known::Described),
    // Whoever else macOS lets show files: Box, and others.
    (&["Library", "CloudStorage", ""], SyncedBy::Other, Known::Described),
    (&["iCloudDrive"], SyncedBy::ICloud, Known::Guess),
    (&["OneDrive - "], SyncedBy::OneDrive, Known::Guess),
    (&["OneDrive"], SyncedBy::OneDrive, Known::Guess),
    (&["Dropbox"], SyncedBy::Dropbox, Known::Guess),
    (&["Google Drive"], SyncedBy::GoogleDrive, Known::Guess),
    (&["Nextcloud"], SyncedBy::Nextcloud, Known::Guess),
];

/// What the environment of Windows calls the folders of OneDrive.
const ONEDRIVE: [&str; 3] = ["OneDrive", "OneDriveConsumer", "OneDriveCommercial"];

/// Where Dropbox says which folders are its own (`info.json`): below the home, and below what Windows
/// calls the application data.
const DROPBOX: [(&str, &str); 4] = [
    ("HOME", ".dropbox/info.json"),
    ("USERPROFILE", ".dropbox/info.json"),
    ("APPDATA", "Dropbox/info.json"),
    ("LOCALAPPDATA", "Dropbox/info.json"),
];

/// No more of a folder is read than this, and no larger file: a start must not hang on either.
const MOST: usize = 4_000;
const LARGEST: u64 = 64 * 1024;

/// What this machine says of itself.
#[derive(Debug, Default)]
pub(super) struct World {
    /// Folders that are synchronised, and by whom.
    pub(super) roots: Vec<(PathBuf, SyncedBy)>,
}

impl World {
    /// What the environment and Dropbox's own file say.
    pub(super) fn of_this_machine() -> Self {
        Self::of(|name| std::env::var_os(name).map(PathBuf::from))
    }

    /// The same with another environment.
    pub(super) fn of(variable: impl Fn(&str) -> Option<PathBuf>) -> Self {
        let onedrive = ONEDRIVE.iter().filter_map(|name| variable(name));
        let mut roots: Vec<_> = onedrive.map(|root| (root, SyncedBy::OneDrive)).collect();
        for (name, file) in DROPBOX {
            let Some(file) = variable(name).map(|folder| folder.join(file)) else { continue };
            roots.extend(dropbox(&file).into_iter().map(|root| (root, SyncedBy::Dropbox)));
        }
        // An empty name would be every folder.
        roots.retain(|(root, _)| root.is_absolute());
        Self { roots }
    }
}

/// The folders that Dropbox names in its file: one an account.
fn dropbox(file: &Path) -> Vec<PathBuf> {
    if fs::metadata(file).map_or(true, |found| found.len() > LARGEST) {
        return Vec::new();
    }
    let said = fs::read(file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let Some(Value::Object(accounts)) = said else { return Vec::new() };
    let path = |account: &Value| account.get("path")?.as_str().map(PathBuf::from);
    accounts.values().filter_map(path).collect()
}

/// Who synchronises a folder, as far as that can be seen. It is where it really lies.
pub(super) fn synced_by(folder: &Path, world: &World) -> Option<SyncedBy> {
    let named = world.roots.iter().find(|(root, _)| {
        let real = fs::canonicalize(root);
        folder.starts_with(root) || real.is_ok_and(|real| folder.starts_with(real))
    });
    let marked = || folder.ancestors().find_map(marked);
    let called = || PATHS.iter().find(|(parts, ..)| is_in(folder, parts)).map(|(_, by, _)| *by);
    named.map(|(_, by)| *by).or_else(marked).or_else(called)
}

/// Who left a mark in this folder.
fn marked(folder: &Path) -> Option<SyncedBy> {
    let is_there = |mark: Mark| match mark {
        Mark::File(name) => folder.join(name).is_file(),
        Mark::Any(name) => folder.join(name).exists(),
        Mark::Between(..) => false,
    };
    let named = MARKS.iter().find(|(mark, ..)| is_there(*mark)).map(|(_, by, _)| *by);
    named.or_else(|| {
        let entries = fs::read_dir(folder).ok()?.take(MOST).filter_map(Result::ok);
        entries.map(|entry| entry.file_name()).find_map(|name| between(&name))
    })
}

fn between(name: &OsStr) -> Option<SyncedBy> {
    let name = name.to_str()?;
    let fits = |mark: Mark| match mark {
        Mark::Between(begin, end) => name.starts_with(begin) && name.ends_with(end),
        Mark::File(_) | Mark::Any(_) => false,
    };
    MARKS.iter().find(|(mark, ..)| fits(*mark)).map(|(_, by, _)| *by)
}

/// These parts stand in the path one after the other. A guess must be the whole name of a folder,
/// unless it ends in a space; of what was seen, the last goes on.
fn is_in(folder: &Path, parts: &[&str]) -> bool {
    let names: Vec<&str> = folder
        .components()
        .filter_map(|part| match part {
            Component::Normal(name) => name.to_str(),
            _ => None,
        })
        .collect();
    let Some((last, before)) = parts.split_last() else { return false };
    names.windows(parts.len()).any(|names| {
        let Some((name, names)) = names.split_last() else { return false };
        let goes_on = before.len() > 1 || last.ends_with(' ');
        names == before && if goes_on { name.starts_with(last) } else { name == last }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nobody() -> World {
        World::default()
    }

    #[test]
    fn a_mark_at_the_root_is_found_from_every_folder_in_it() {
        for (mark, by, _) in MARKS {
            let root = tempfile::tempdir().expect("a folder");
            let folder = root.path().join("Mine sager/tilslut");
            fs::create_dir_all(&folder).expect("made");
            assert_eq!(synced_by(&folder, &nobody()), None, "nothing is known yet");
            let name = match mark {
                Mark::File(name) | Mark::Any(name) => (*name).to_owned(),
                Mark::Between(begin, end) => format!("{begin}0123abcd{end}"),
            };
            fs::write(root.path().join(&name), "").expect("written");
            assert_eq!(synced_by(&folder, &nobody()), Some(*by), "{name}");
        }
    }

    #[test]
    fn the_settings_of_dropbox_in_a_home_and_a_picture_of_a_folder_are_no_marks() {
        let home = tempfile::tempdir().expect("a folder");
        fs::create_dir(home.path().join(".dropbox")).expect("made");
        fs::write(home.path().join("desktop.ini"), "[.ShellClassInfo]").expect("written");
        let folder = home.path().join("tilslut");
        fs::create_dir(&folder).expect("made");
        assert_eq!(synced_by(&folder, &nobody()), None);
    }

    #[test]
    fn a_path_tells_where_it_is() {
        for (path, by) in [
            ("/Users/k/Library/Mobile Documents/com~apple~CloudDocs/t", Some(SyncedBy::ICloud)),
            ("/Users/k/Library/Mobile Documents/iCloud~dk~tilslut/t", Some(SyncedBy::ICloud)),
            ("/Users/k/Library/CloudStorage/OneDrive-Personal/t", Some(SyncedBy::OneDrive)),
            (
                "/Users/k/Library/CloudStorage/GoogleDrive-a@b.dk/My Drive/t",
                Some(SyncedBy::GoogleDrive),
            ),
            ("/Users/k/Library/CloudStorage/Dropbox/t", Some(SyncedBy::Dropbox)),
            ("/Users/k/Library/CloudStorage/Box-Box/t", Some(SyncedBy::Other)),
            ("/home/k/OneDrive/t", Some(SyncedBy::OneDrive)),
            ("/home/k/OneDrive - Holm & Bjerre/t", Some(SyncedBy::OneDrive)),
            ("/home/k/Dropbox/t", Some(SyncedBy::Dropbox)),
            ("/home/k/Nextcloud/t", Some(SyncedBy::Nextcloud)),
            ("/home/k/Google Drive/t", Some(SyncedBy::GoogleDrive)),
            ("/Users/k/Library/Application Support/dk.tilslut/t", None),
            ("/home/k/.local/share/dk.tilslut", None),
            ("/home/k/Dropbox-gammel/t", None),
            ("/home/k/Mobile Documents/t", None),
            ("/home/k/CloudStorage/t", None),
        ] {
            assert_eq!(synced_by(Path::new(path), &nobody()), by, "{path}");
        }
        assert!(PATHS.iter().any(|(.., known)| *known == Known::Guess), "and some are guesses");
        assert!(MARKS.iter().all(|(.., known)| *known == Known::Described), "no mark is one");
    }

    #[test]
    fn the_environment_and_dropbox_name_folders_that_are_called_anything() {
        let place = tempfile::tempdir().expect("a folder");
        let [home, cloud, boxed] = ["hjem", "sky", "æske"].map(|name| place.path().join(name));
        for folder in [&home.join(".dropbox"), &cloud, &boxed] {
            fs::create_dir_all(folder).expect("made");
        }
        let said = serde_json::json!({
            "personal": { "path": boxed.to_str(), "host": 1 },
            "business": { "path": 7 }
        });
        fs::write(home.join(".dropbox/info.json"), said.to_string()).expect("written");
        let world = World::of(|name| match name {
            "HOME" => Some(home.clone()),
            "OneDriveCommercial" => Some(cloud.clone()),
            "OneDrive" => Some(PathBuf::new()),
            _ => None,
        });
        assert_eq!(synced_by(&cloud.join("tilslut"), &world), Some(SyncedBy::OneDrive));
        assert_eq!(synced_by(&boxed.join("tilslut"), &world), Some(SyncedBy::Dropbox));
        assert_eq!(synced_by(&home.join("tilslut"), &world), None);
        fs::write(home.join(".dropbox/info.json"), "not JSON").expect("written");
        let world = World::of(|name| (name == "HOME").then(|| home.clone()));
        assert_eq!(synced_by(&boxed, &world), None, "what cannot be read says nothing");
    }
}
