//! Who prepares a case: all that rules and answers both need to know of it.

/// Who prepares the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ledelsesrepræsentant: may approve.
    Representative,
    /// Anmelder: prepares and hands over, cannot conclude.
    Reporter,
}
