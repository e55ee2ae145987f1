//! The pages in an ordinary browser, against the real core: `bridge PAGES`, where PAGES is the
//! folder of the pages as `npm run build:bridge` builds them. For tests and for looking at pages;
//! no part of the program.
//!
//! Writes one line of JSON (`address`, `states`) and then serves until its input ends, so that it
//! never outlives who started it. `cargo xtask pages` starts it, for the gate or for a person.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../states/mod.rs"]
mod states;

mod room;
mod server;

use std::io::{self, Read};
use std::path::PathBuf;

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).expect("bridge PAGES"));
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let bridge = runtime.block_on(server::start(&folder)).expect("the pages can be served");
    let states: Vec<&str> = states::all().into_iter().map(|state| state.name).collect();
    println!("{}", serde_json::json!({ "address": bridge.address, "states": states }));
    // Nothing is read: the end of the input is the end of the bridge.
    io::stdin().read_to_end(&mut Vec::new()).ok();
}
