//! Where things lie in the checkout, so that every task works from any folder in it.

use std::path::{Path, PathBuf};

use crate::steps::Error;

/// The checkout that this program was started for.
pub struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// Found from the manifest that Cargo runs now, not the one it compiled: a checkout may be
    /// moved.
    pub fn of_this_checkout() -> Result<Self, Error> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest
            .ancestors()
            .find(|folder| folder.join("Cargo.lock").is_file())
            .map(Path::to_path_buf);
        let root = root.ok_or_else(|| {
            Error::Asked(format!("no Cargo.lock in {} or above", manifest.display()))
        })?;
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |folder| root.join(folder));
        Ok(Self { root, target })
    }

    /// The repository's top folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The pages' folder.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// Cargo's folder of built things; tasks leave theirs there too.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// The application itself, in the profile folder `debug` or `release`.
    pub fn application(&self, profile: &str) -> PathBuf {
        self.target.join(profile).join(format!("tilslut{}", std::env::consts::EXE_SUFFIX))
    }
}
