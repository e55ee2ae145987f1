//! The two files of the key slots: how they are written, and how they are read when one is damaged,
//! older than the other, or gone.
//!
//! The copy is written first and made durable, then the other. So a crash leaves two whole files, of
//! which one may be a generation behind, and nothing in them that was to be dropped outlives the
//! write that dropped it.

use super::{Content, FORMAT, KeyFile};
use crate::slot::Slot;
use crate::vault_dir;
use domain::Environment;
use domain::problem::Problem;
use serde::Deserialize;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What can be read of a file of any format.
#[derive(Deserialize)]
struct AnyFormat {
    format: u32,
}

/// What one of the files is.
enum Found {
    Missing,
    /// As it was written.
    Whole(Content),
    /// Changed since; what can still be read of it.
    Damaged(Option<Content>),
    /// Of a newer program.
    Newer,
    /// The disk does not give it.
    Unread(Problem),
}

/// What both files say together; none when there is neither. `salt` names the database that lies
/// beside them: should the files be of two databases, those of another one come second.
pub(super) fn read(
    paths: [PathBuf; 2],
    environment: Environment,
    salt: Option<[u8; 16]>,
) -> Result<Option<KeyFile>, Problem> {
    let found = paths.each_ref().map(|path| read_one(path, environment));
    let is_twice = match &found {
        [Found::Whole(a), Found::Whole(b)] => a == b && a.format == FORMAT,
        _ => false,
    };
    let file = |content, is_twice| Ok(Some(KeyFile { paths: paths.clone(), content, is_twice }));
    let named = salt.map(|salt| base16ct::lower::encode_string(&salt));
    let rank = |content: &Content| {
        (named.as_ref().is_some_and(|name| *name == content.database), content.generation)
    };
    // Of two that are alike, the last is taken.
    let newest = found
        .iter()
        .filter_map(|found| if let Found::Whole(content) = found { Some(content) } else { None })
        .max_by_key(|content| rank(content));
    if let Some(content) = newest {
        return file(content.clone(), is_twice);
    }
    for found in &found {
        match found {
            Found::Newer => return Err(Problem::VaultNewer),
            Found::Unread(problem) => return Err(*problem),
            Found::Missing | Found::Whole(_) | Found::Damaged(_) => {}
        }
    }
    if found.iter().all(|found| matches!(found, Found::Missing)) {
        return Ok(None);
    }
    match salvaged(found) {
        Some(content) => file(content, false),
        None => Err(Problem::VaultDamaged),
    }
}

/// Writes both, one after the other.
pub(super) fn write(paths: &[PathBuf; 2], content: &Content) -> Result<(), Problem> {
    let bytes = serde_json::to_vec_pretty(content).map_err(|_| Problem::NotSaved)?;
    paths.iter().try_for_each(|path| vault_dir::replace(path, &bytes))
}

fn read_one(path: &Path, environment: Environment) -> Found {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Found::Missing,
        Err(error) => return Found::Unread(vault_dir::unsaved(&error)),
    };
    match serde_json::from_slice::<AnyFormat>(&bytes) {
        Ok(any) if any.format > FORMAT => return Found::Newer,
        Ok(_) => {}
        Err(_) => return Found::Damaged(None),
    }
    let Ok(content) = serde_json::from_slice::<Content>(&bytes) else {
        return Found::Damaged(None);
    };
    let is_ours = content.environment == environment.word()
        && content.database.len() == 32
        && base16ct::lower::decode_vec(&content.database).is_ok();
    let is_whole = content.format == 1 || content.check == content.sum();
    match (is_ours, is_whole) {
        (true, true) => Found::Whole(content),
        (true, false) => Found::Damaged(Some(content)),
        (false, _) => Found::Damaged(None),
    }
}

/// The slots that are whole, of files that both are not.
fn salvaged(found: [Found; 2]) -> Option<Content> {
    let mut damaged = found
        .into_iter()
        .rev()
        .filter_map(|found| if let Found::Damaged(content) = found { content } else { None });
    let mut content = damaged.next()?;
    content.slots.retain(Slot::is_whole);
    for other in damaged.filter(|other| other.database == content.database) {
        content.made |= other.made;
        let missing = other.slots.into_iter().filter(Slot::is_whole);
        let missing: Vec<Slot> = missing.filter(|slot| !content.slots.contains(slot)).collect();
        content.slots.extend(missing);
    }
    // Nothing says that the database was never made.
    content.made = true;
    (!content.slots.is_empty()).then_some(content)
}
