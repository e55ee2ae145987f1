//! Which machine a measurement was made on: without it the numbers say nothing.

use std::fs;

use crate::steps::Step;

/// Processor, cores, system and kernel.
pub fn name() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let parts = [Some(processor()), Some(format!("{cores} cores")), Some(system()), kernel()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The kernel, where the system's own name does not tell it.
fn kernel() -> Option<String> {
    if cfg!(target_os = "linux") { Step::new("", "uname").args(["-sr"]).answer() } else { None }
}

fn processor() -> String {
    let found = if cfg!(target_os = "linux") {
        value("/proc/cpuinfo", "model name", ':')
    } else if cfg!(target_os = "macos") {
        Step::new("", "sysctl").args(["-n", "machdep.cpu.brand_string"]).answer()
    } else {
        std::env::var("PROCESSOR_IDENTIFIER").ok()
    };
    found.unwrap_or_else(|| std::env::consts::ARCH.to_owned())
}

fn system() -> String {
    let found = if cfg!(target_os = "linux") {
        value("/etc/os-release", "PRETTY_NAME", '=')
    } else if cfg!(target_os = "macos") {
        Step::new("", "sw_vers")
            .args(["-productVersion"])
            .answer()
            .map(|version| format!("macOS {version}"))
    } else {
        Step::new("", "cmd").args(["/C", "ver"]).answer()
    };
    found.unwrap_or_else(|| std::env::consts::OS.to_owned())
}

/// The value of the first line `name <separator> value` in a file of such lines.
fn value(file: &str, name: &str, separator: char) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let (_, value) = text
        .lines()
        .filter_map(|line| line.split_once(separator))
        .find(|(found, _)| found.trim() == name)?;
    Some(value.trim().trim_matches('"').to_owned())
}
