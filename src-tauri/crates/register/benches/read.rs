//! How much reading an organisation costs beside `serde_json` parsing the same 200 kB into the same
//! types, and into plain derived ones that own their text. The target is 1.5 times.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

#[allow(dead_code)]
#[path = "../src/answer.rs"]
mod answer;
#[allow(dead_code)]
#[path = "../src/lenient.rs"]
mod lenient;
mod plain;

use criterion::{Criterion, Throughput};
use domain::Timestamp;
use domain::cvr::CvrNumber;
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::{Duration, Instant};

const SOUND: &str = include_str!("../tests/nordlys.json");
const SIZE: usize = 200_000;

/// The sound answer with more participants, and with the figures of employment that the real
/// register sends along.
fn large() -> Vec<u8> {
    let mut answer: Value = serde_json::from_str(SOUND).unwrap();
    let company = &mut answer["hits"]["hits"][0]["_source"]["Vrvirksomhed"];
    let figures: Vec<Value> = (0..240)
        .map(|month| json!({ "aar": 2006 + month / 12, "maaned": 1 + month % 12, "antalAnsatte": month, "intervalKodeAntalAnsatte": "ANTAL_5_9" }))
        .collect();
    company["maanedsbeskaeftigelse"] = json!(figures);
    let relations = company["deltagerRelation"].as_array().unwrap().clone();
    for number in 0.. {
        if answer.to_string().len() >= SIZE {
            break;
        }
        let mut relation = relations[number % relations.len()].clone();
        relation["deltager"]["enhedsNummer"] = json!(4_000_200_000_u64 + number as u64);
        answer["hits"]["hits"][0]["_source"]["Vrvirksomhed"]["deltagerRelation"]
            .as_array_mut()
            .unwrap()
            .push(relation);
    }
    answer.to_string().into_bytes()
}

fn cvr() -> CvrNumber {
    CvrNumber::parse("13748136").unwrap()
}

fn now() -> Timestamp {
    "2026-11-24T12:00:00Z".parse().unwrap()
}

/// The quickest of many runs: what is left when nothing else happens on the machine.
fn quickest(mut run: impl FnMut()) -> Duration {
    let timed = |_| {
        let begin = Instant::now();
        run();
        begin.elapsed()
    };
    (0..2_000).map(timed).min().unwrap()
}

fn main() {
    let (bytes, cvr, now) = (large(), cvr(), now());
    let read = || register::read(black_box(&bytes), cvr, now).unwrap();
    let same = || serde_json::from_slice::<answer::Answer<'_>>(black_box(&bytes)).unwrap();
    let plain = || serde_json::from_slice::<plain::Answer>(black_box(&bytes)).unwrap();

    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("200 kB");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("read", |bench| bench.iter(read));
    group.bench_function("serde_json into the same types", |bench| bench.iter(same));
    group.bench_function("serde_json into plain types", |bench| bench.iter(plain));
    group.finish();
    criterion.final_summary();

    let (read, same, plain) =
        (quickest(|| drop(read())), quickest(|| drop(same())), quickest(|| drop(plain())));
    let ratio = |other: Duration| read.as_secs_f64() / other.as_secs_f64();
    println!(
        "{} bytes: read {read:?}; {:.2} times the same types, {:.2} times plain types",
        bytes.len(),
        ratio(same),
        ratio(plain)
    );
}
