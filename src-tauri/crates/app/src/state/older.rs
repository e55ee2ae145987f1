//! Cases that are not what was here last, and what the person wants of them.

use domain::rollback::Missing;

/// Cases that are opened only when the person says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Older {
    /// What is known of what is missing.
    pub missing: Missing,
    /// They are being opened, since the person has said so; and whether a backup is to be taken in
    /// then.
    pub opening: Option<Restores>,
}

/// Whether a backup is to be taken in next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Restores {
    /// The person goes on with what is here.
    No,
    /// The page of backups is opened.
    Yes,
}
