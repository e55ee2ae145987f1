//! Where the file lies: under a name that every system takes, whole or not at all.

use crate::Error;
use domain::Environment;
use domain::typed::fold;
use evidence::ApprovalRequest;
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;
use tempfile::NamedTempFile;

/// The most bytes of a name that an organisation may fill: with the rest the file name stays below
/// 255 on every system.
const NAME_MAX: usize = 120;

/// Writes a file whole or not at all: a new file in the same folder, made durable, then renamed
/// over the old one.
///
/// # Errors
/// [`Error::DiskFull`], [`Error::NotWritten`]. A file that was there before is then untouched.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    written(path, bytes).map_err(|error| write_error(&error))
}

fn written(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    #[cfg(unix)]
    {
        // The rename itself is durable only with the folder. Some file systems cannot do that; the
        // file is whole anyway.
        let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

fn write_error(error: &io::Error) -> Error {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            Error::DiskFull
        }
        _ => Error::NotWritten,
    }
}

/// The name to offer for the file, such as `PRØVE Nordlys ApS CVR 13748136.tilslut`: PRØVE only in
/// practice.
pub fn file_name(request: &ApprovalRequest) -> String {
    let mark = match request.environment() {
        Environment::Practice => "PRØVE ",
        Environment::Live => "",
    };
    let name = safe_name(request.organisation_name());
    let gap = if name.is_empty() { "" } else { " " };
    format!("{mark}{name}{gap}CVR {}.tilslut", request.cvr())
}

/// A name without what Windows or macOS refuse or hide: reserved characters, dots and spaces at the
/// ends, the names of devices before the first dot.
pub fn safe_name(name: &str) -> String {
    let allowed = |c: char| {
        if matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*') || c.is_control() {
            ' '
        } else {
            c
        }
    };
    let folded = fold(&name.chars().map(allowed).collect::<String>());
    let mut end = folded.len().min(NAME_MAX);
    while !folded.is_char_boundary(end) {
        end -= 1;
    }
    let bare = folded.get(..end).unwrap_or_default().trim_matches(['.', ' ']);
    if is_device(bare) { format!("_{bare}") } else { bare.to_owned() }
}

fn is_device(name: &str) -> bool {
    let first = name.split('.').next().unwrap_or_default().trim().to_uppercase();
    let numbered = |kind: &str| {
        first.strip_prefix(kind).is_some_and(|rest| {
            matches!(rest, "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9")
        })
    };
    matches!(first.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_lose_what_a_system_refuses() {
        for (name, safe) in [
            ("Nordlys Tømrer & Snedker ApS", "Nordlys Tømrer & Snedker ApS"),
            ("Holm/Bjerre: \"Revision\" <I/S>", "Holm Bjerre Revision I S"),
            ("..\\..\\Skjult", "Skjult"),
            (".skjult. ", "skjult"),
            ("a\u{0}\u{7}b\n\tc", "a b c"),
            ("con", "_con"),
            ("Nul.dk ApS", "_Nul.dk ApS"),
            ("COM1", "_COM1"),
            ("Comet ApS", "Comet ApS"),
            ("???", ""),
        ] {
            assert_eq!(safe_name(name), safe, "{name:?}");
        }
        assert_eq!(safe_name(&"ø".repeat(500)), "ø".repeat(60));
    }

    #[test]
    fn a_full_disk_is_told_from_other_troubles() {
        for (kind, expected) in [
            (ErrorKind::StorageFull, Error::DiskFull),
            (ErrorKind::QuotaExceeded, Error::DiskFull),
            (ErrorKind::PermissionDenied, Error::NotWritten),
            (ErrorKind::NotFound, Error::NotWritten),
        ] {
            assert_eq!(write_error(&io::Error::from(kind)), expected, "{kind:?}");
        }
    }

    proptest! {
        #[test]
        fn any_name_becomes_safe(name in "\\PC{0,200}|[.<>:/\\\\ a-zæøå]{0,200}") {
            let safe = safe_name(&name);
            prop_assert!(safe.len() <= NAME_MAX + 1);
            prop_assert!(!safe.contains(['<', '>', ':', '"', '/', '\\', '|', '?', '*']));
            prop_assert!(!safe.starts_with(['.', ' ']) && !safe.ends_with(['.', ' ']));
            prop_assert_eq!(safe_name(&safe), safe);
        }
    }
}
