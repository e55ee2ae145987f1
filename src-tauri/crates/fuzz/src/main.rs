//! One program for all targets, so that it is built once: `FUZZ_TARGET` says which. Started by
//! `cargo xtask fuzz`.
#![no_main]

use fuzz::TARGETS;
use std::sync::OnceLock;

static TARGET: OnceLock<fn(&[u8])> = OnceLock::new();

libfuzzer_sys::fuzz_target!(
    init: {
        let name = std::env::var("FUZZ_TARGET").unwrap_or_default();
        match TARGETS.iter().find(|target| target.name == name) {
            Some(target) => TARGET.get_or_init(|| target.run),
            None => {
                let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
                eprintln!("FUZZ_TARGET must be one of: {}", names.join(" "));
                std::process::exit(2);
            }
        };
    },
    |bytes: &[u8]| {
        if let Some(run) = TARGET.get() {
            run(bytes);
        }
    }
);
