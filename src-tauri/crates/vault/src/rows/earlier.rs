//! Bodies of earlier versions, brought into the shape of the one that is written now.
//!
//! They are taken as JSON and not into types, so that no later change of a type can change how an
//! old body is read: a step knows two shapes and nothing else. The steps follow one another, from
//! the oldest on; what has the newest shape is read by the types of today.

mod eighth;
mod fifth;
mod first;
mod fourth;
mod seventh;
mod sixth;

use super::Unreadable;
use serde_json::{Map, Value};

/// The body of an earlier version as this one would have written it.
pub(super) fn bring_on(version: i64, body: &[u8]) -> Result<Value, Unreadable> {
    let body: Value = serde_json::from_slice(body).map_err(|_| Unreadable)?;
    let body = if version == 1 { first::bring_on(body)? } else { body };
    let body = if version <= 4 { fourth::bring_on(body)? } else { body };
    let body = if version <= 5 { fifth::bring_on(body)? } else { body };
    let body = if version <= 6 { sixth::bring_on(body)? } else { body };
    let body = if version <= 7 { seventh::bring_on(body)? } else { body };
    eighth::bring_on(body)
}

/// An object whose members are brought on one by one.
struct Members(Map<String, Value>);

impl Members {
    fn of(value: Value) -> Result<Self, Unreadable> {
        match value {
            Value::Object(members) => Ok(Self(members)),
            _ => Err(Unreadable),
        }
    }

    /// A member that every writer wrote.
    fn take(&mut self, name: &str) -> Result<Value, Unreadable> {
        self.0.remove(name).ok_or(Unreadable)
    }

    /// A member that came later.
    fn take_or(&mut self, name: &str, before: Value) -> Value {
        self.0.remove(name).unwrap_or(before)
    }

    fn put(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    /// Puts what it has become in a member's own place.
    fn bring(
        mut self,
        name: &str,
        on: impl FnOnce(Value) -> Result<Value, Unreadable>,
    ) -> Result<Self, Unreadable> {
        let value = on(self.take(name)?)?;
        self.put(name, value);
        Ok(self)
    }

    /// Adds a member that came later, where it is not yet.
    fn since(mut self, name: &str, before: Value) -> Self {
        self.0.entry(name).or_insert(before);
        self
    }

    /// What is left.
    fn into_value(self) -> Value {
        Value::Object(self.0)
    }

    /// Nothing else was ever written there.
    fn end(self) -> Result<(), Unreadable> {
        if self.0.is_empty() { Ok(()) } else { Err(Unreadable) }
    }
}

/// The one member of an object that stands for a choice, with its name.
fn choice(value: Value) -> Result<(String, Value), Unreadable> {
    let mut members = Members::of(value)?.0.into_iter();
    match (members.next(), members.next()) {
        (Some(chosen), None) => Ok(chosen),
        _ => Err(Unreadable),
    }
}

/// What there is of something that need not be there.
fn optional(
    value: Value,
    on: impl FnOnce(Value) -> Result<Value, Unreadable>,
) -> Result<Value, Unreadable> {
    if value.is_null() { Ok(value) } else { on(value) }
}

fn each<T>(
    value: Value,
    on: impl FnMut(Value) -> Result<T, Unreadable>,
) -> Result<Vec<T>, Unreadable> {
    match value {
        Value::Array(items) => items.into_iter().map(on).collect(),
        _ => Err(Unreadable),
    }
}
