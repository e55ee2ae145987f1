//! The compiler with libFuzzer's instrumentation. As `RUSTC_WORKSPACE_WRAPPER` it is put before the
//! compiler for our own crates only: they tell which of their branches an input reached, and
//! nothing that is not ours is built again.

use std::process::{Command, ExitCode};

/// What `cargo fuzz` sets, without the sanitizers that only a nightly compiler has.
const FLAGS: [&str; 6] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
];

fn main() -> ExitCode {
    let mut words = std::env::args_os().skip(1);
    let Some(compiler) = words.next() else {
        eprintln!("instrument COMPILER ARGUMENT…: see `cargo xtask fuzz`");
        return ExitCode::from(2);
    };
    let words: Vec<_> = words.collect();
    // Build scripts and procedural macros run without libFuzzer, and a question about the compiler
    // is answered as it is.
    let name = words
        .windows(2)
        .find(|pair| pair.first().is_some_and(|word| word == "--crate-name"))
        .and_then(|pair| pair.get(1));
    let ours = name.is_some_and(|name| name != "build_script_build" && name != "instrument");
    let flags: &[&str] = if ours { &FLAGS } else { &[] };
    match Command::new(compiler).args(words).args(flags).status() {
        Ok(status) => status
            .code()
            .and_then(|code| u8::try_from(code).ok())
            .map_or(ExitCode::FAILURE, ExitCode::from),
        Err(trouble) => {
            eprintln!("instrument: {trouble}");
            ExitCode::FAILURE
        }
    }
}
