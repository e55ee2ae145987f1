//! What every document says of itself, on each page and in the file.

/// What a document says of itself, on each page and in the file.
pub(crate) struct Document {
    /// The file's name without its ending.
    pub(crate) title: String,
    /// What it is, in a few words.
    pub(crate) subject: String,
    /// At the right of each page's head: whose it is.
    pub(crate) running: String,
    /// At the foot of each page: what it is not.
    pub(crate) foot: String,
    /// When it was made, as exactly as that is known: a date of ISO 32000-1, §7.9.4.
    pub(crate) made: String,
}
