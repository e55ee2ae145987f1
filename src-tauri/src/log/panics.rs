//! A fault of the program itself. Where it happened is noted, by file and line of our own source;
//! its message is not, since it may hold anything.

use super::Log;
use diagnostics::{Event, OwnSource};
use std::panic;

/// Notes it from now on, and then goes on as before.
pub fn listen(log: Log) {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let place = info.location().map_or_else(
            || OwnSource::of("", 0),
            |location| OwnSource::of(location.file(), location.line()),
        );
        log.note(Event::Panicked { place });
        // What panics may take the process along.
        log.flush();
        before(info);
    }));
}
