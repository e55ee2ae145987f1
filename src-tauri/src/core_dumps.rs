//! A program that crashes may leave a picture of its memory on the disk, and with it keys and cases in the
//! clear. A release leaves none, and neither do the processes that draw its page, which inherit the limit;
//! a build for development does, for whoever looks for the fault.

use rustix::process::{Resource, Rlimit, setrlimit};
use std::io;

/// From now on no crash of this process, or of one that it starts, leaves a core dump.
pub fn leave_none() -> io::Result<()> {
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    setrlimit(Resource::Core, none).map_err(io::Error::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::process::getrlimit;

    #[test]
    fn a_process_that_leaves_none_cannot_be_made_to() {
        leave_none().expect("a limit can always be lowered");
        let limit = getrlimit(Resource::Core);
        assert_eq!((limit.current, limit.maximum), (Some(0), Some(0)));
    }
}
