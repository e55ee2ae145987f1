//! How many cases a second go through the built program, beside `serde_json` only reading the same
//! lines.
//!
//! `cargo build --release -p cli && cargo run --release -p cli --example pace`

use serde_json::{Value, json};
use std::error::Error;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const CASES: usize = 10_000;
const ROUNDS: usize = 9;

fn main() -> Result<(), Box<dyn Error>> {
    let mut lines = Vec::new();
    for number in 0..CASES {
        serde_json::to_writer(&mut lines, &case(number))?;
        lines.push(b'\n');
    }
    let mut file = tempfile::NamedTempFile::new()?;
    file.write_all(&lines)?;
    file.flush()?;
    let program = program()?;

    // The two take turns, so that a busy machine is busy for both.
    let (mut whole, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let began = Instant::now();
        let status = Command::new(&program)
            .args(["preflight", "--today", "2026-11-24", "--lines", "--case"])
            .arg(file.path())
            .stdout(Stdio::null())
            .status()?;
        whole.push(began.elapsed());
        if status.code().is_none_or(|code| code > 1) {
            return Err(format!("{}: {status}", program.display()).into());
        }
        let began = Instant::now();
        for line in lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            std::hint::black_box(serde_json::from_slice::<Value>(line)?);
        }
        floor.push(began.elapsed());
    }
    let (whole, floor) = (median(whole), median(floor));
    println!(
        "{CASES} cases of {} bytes on average, median of {ROUNDS} rounds",
        lines.len() / CASES
    );
    println!("tilslut-cli preflight, from start to end: {}", pace(whole));
    println!("serde_json alone, reading the same lines: {}", pace(floor));
    println!("ratio: {:.2}", whole.as_secs_f64() / floor.as_secs_f64());
    Ok(())
}

/// Beside this example, where `cargo build` puts it.
fn program() -> Result<PathBuf, Box<dyn Error>> {
    let here = std::env::current_exe()?;
    let folder = here
        .parent()
        .and_then(|examples| examples.parent())
        .ok_or("no folder above this example")?;
    Ok(folder.join(format!("tilslut-cli{}", std::env::consts::EXE_SUFFIX)))
}

/// Four kinds of cases in turn: one that goes through, one that needs documents, one that stops,
/// one of which little is known.
fn case(number: usize) -> Value {
    let person = json!({ "name": "Mette Lindegaard Krogh", "email": "mette@nordlys.example", "born": "1980-05-17", "hasCpr": "yes", "hasMitid": "yes" });
    let candidate = json!({
        "unit": 4_000_000_000_u64 + number as u64, "name": "Mette Lindegaard Krogh", "kind": "person",
        "roles": [{ "relation": "LEDELSESORGAN", "body": "Direktion", "function": "DIREKTØR", "since": "2019-05-01" }],
    });
    let (form_code, form, status, candidates, administrators) = match number % 4 {
        0 => (80, "Anpartsselskab", "NORMAL", json!([candidate]), json!([person, person])),
        1 => (90, "Fonde og andre selvejende institutioner", "AKTIV", json!([]), json!([person])),
        2 => (
            60,
            "Aktieselskab",
            "UNDERKONKURS",
            json!([candidate]),
            json!([{ "name": "Bo", "hasCpr": "no" }]),
        ),
        _ => (110, "Forening", "AKTIV", Value::Null, json!([])),
    };
    json!({
        "type": "tilslut/case/v4",
        "reference": format!("sag {number}"),
        "need": { "people": "several", "kind": "company" },
        "organisation": {
            "cvr": "13748136", "name": "Nordlys Tømrer & Snedker ApS", "address": ["Havnegade 14B, 1. tv", "5953 Tranekær"],
            "formCode": form_code, "form": form, "status": status, "candidates": candidates,
            "signingRule": "Selskabet tegnes af en direktør alene eller af den samlede bestyrelse.",
            "lookedUp": "2026-11-23T09:30:00Z", "source": "virk",
        },
        "role": "representative",
        "representative": { "name": "Mette Lindegaard Krogh", "title": "direktør", "email": "mette@nordlys.example", "hasMitid": "yes" },
        "administrators": administrators,
        "terms": {
            "officialText": { "opened": "2026-11-23T09:40:00Z", "address": "https://www.mitid-erhverv.dk/info/vilkar/" },
            "edition": "2024-04-17", "accepted": true
        },
    })
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn pace(time: Duration) -> String {
    format!(
        "{:.0} a second ({:.1} µs each)",
        CASES as f64 / time.as_secs_f64(),
        time.as_secs_f64() * 1e6 / CASES as f64
    )
}
