//! Names a question that takes time, so that an answer to an older one is known as that.

/// Names a question that takes time; an answer to an older one is dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct QueryId(pub u64);
