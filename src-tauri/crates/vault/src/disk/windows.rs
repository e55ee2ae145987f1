//! Windows: the whole path of a folder begins with the name of a server, also where a letter stands
//! for it.

use std::path::{Component, Path, Prefix};

/// True when the folder is on a disk of another machine.
pub(crate) fn is_network(folder: &Path) -> bool {
    let whole = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let prefix = whole.components().next();
    matches!(prefix, Some(Component::Prefix(prefix)) if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)))
}
