//! A sound answer of the register, and the same with one place changed.

use domain::Timestamp;
use domain::cvr::CvrNumber;
use domain::organisation::Organisation;
use register::{Error, read};
use serde_json::Value;

pub const SOUND: &str = include_str!("../nordlys.json");
const NOW: &str = "2026-11-24T12:00:00Z";
pub const COMPANY: &str = "/hits/hits/0/_source/Vrvirksomhed";

pub fn cvr() -> CvrNumber {
    CvrNumber::parse("13748136").unwrap()
}

pub fn now() -> Timestamp {
    NOW.parse().unwrap()
}

pub fn sound() -> Value {
    serde_json::from_str(SOUND).unwrap()
}

pub fn read_value(answer: &Value) -> Result<Organisation, Error> {
    read(answer.to_string().as_bytes(), cvr(), now())
}

/// The sound answer with one place of the company changed; `null` at a place that is there already.
pub fn with(place: &str, value: Value) -> Value {
    let mut answer = sound();
    let (parent, member) = place.rsplit_once('/').unwrap();
    let parent =
        answer.pointer_mut(&format!("{COMPANY}{parent}")).unwrap_or_else(|| panic!("{place}"));
    match parent {
        Value::Array(all) => all[member.parse::<usize>().unwrap()] = value,
        other => other[member] = value,
    }
    answer
}
