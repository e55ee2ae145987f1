//! Nothing in a bundle can be changed: every byte flipped, every member removed, doubled, put
//! elsewhere or taken from another valid bundle. Whatever is done leaves no evidence at all, unless
//! it leaves the canonical form as it was; then it leaves the level as it was.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod fixtures;

use domain::case::Level;
use evidence::{Outcome, TrustAnchors};
use fixtures::authority::{BrokerKey, WHOLE, Whole, anchors};
use fixtures::{Forgery, HONEST, IAT, Issuer, SECOND, at, jcs, practice, verify, without};
use serde_json::Value;

/// A valid bundle of a level, another one of the same kind about another case, and what they are
/// verified against.
struct Sample {
    level: Level,
    bundle: Vec<u8>,
    other: Vec<u8>,
    anchors: TrustAnchors,
}

/// Another case, for the other bundle.
const OTHER: Forgery = Forgery {
    request: |request| request["caseId"] = "sag-2".into(),
    claim: |claim| claim["rz"] = "a5".repeat(32).into(),
    claims: |claims| claims["sub"] = "{2}".into(),
    ..HONEST
};

fn samples() -> Vec<Sample> {
    let plain = |level, issuer, claims: fixtures::Edit| {
        let other = Forgery {
            issuer,
            claims: if level == Level::C { claims } else { OTHER.claims },
            ..OTHER
        };
        Sample {
            level,
            bundle: Forgery { issuer, claims, ..HONEST }.bundle(),
            other: other.bundle(),
            anchors: practice(),
        }
    };
    let whole = |key, certificates| {
        let whole = Whole { key, certificates, ..WHOLE };
        let other = Forgery { claims: HONEST.claims, ..OTHER };
        Sample {
            level: Level::A,
            bundle: whole.bundle(),
            other: whole.bundle_of(&other),
            anchors: anchors(),
        }
    };
    vec![
        whole(BrokerKey::Ec, &["broker-ec", "issuing"]),
        plain(Level::B, Issuer::Rs256, |_| {}),
        plain(Level::B, Issuer::Es256, |_| {}),
        Sample {
            level: Level::B,
            bundle: SECOND.bundle(),
            other: OTHER.bundle(),
            anchors: practice(),
        },
        plain(Level::C, Issuer::Rs256, |claims| without(claims, "refTextBody")),
        plain(Level::D, Issuer::Stranger, |_| {}),
    ]
}

fn value(bundle: &[u8]) -> Value {
    serde_json::from_slice(bundle).unwrap()
}

impl Sample {
    fn outcome(&self, bundle: &[u8]) -> Outcome {
        verify(bundle, &self.anchors, at(IAT + 10)).outcome
    }

    /// A changed bundle proves nothing, or is the same in canonical form and proves the same.
    fn holds(&self, changed: &[u8], what: &str) {
        let outcome = self.outcome(changed);
        let same = serde_json::from_slice::<Value>(changed)
            .is_ok_and(|changed| jcs(&changed) == jcs(&value(&self.bundle)));
        match outcome {
            Outcome::Invalid(_) => {}
            Outcome::Level(level) => {
                assert!(same && level == self.level, "{:?}, {what}: {outcome:?}", self.level)
            }
        }
    }
}

#[test]
fn the_samples_are_what_they_should_be() {
    for sample in samples() {
        assert_eq!(sample.outcome(&sample.bundle), Outcome::Level(sample.level));
        assert_eq!(sample.outcome(&sample.other), Outcome::Level(sample.level));
    }
}

#[test]
fn no_byte_of_any_bundle_can_be_changed() {
    let samples = samples();
    let half = samples.len() / 2;
    // On two cores, for these are many.
    std::thread::scope(|scope| {
        for samples in [&samples[..half], &samples[half..]] {
            scope.spawn(move || samples.iter().for_each(flip));
        }
    });
}

fn flip(sample: &Sample) {
    let canonical = jcs(&value(&sample.bundle));
    assert_eq!(sample.outcome(&canonical), Outcome::Level(sample.level));
    for place in 0..canonical.len() {
        let bits = [0x01, 0x02, 0x20, 0x80][place % 4];
        let mut changed = canonical.clone();
        changed[place] ^= bits;
        // Every byte for the product's verifier, every fifth for the second one too: that one takes
        // its time.
        let both = place % 5 == 0;
        let outcome = if both {
            sample.outcome(&changed)
        } else {
            evidence::verify(&changed, &sample.anchors, at(IAT + 10)).outcome
        };
        assert!(
            matches!(outcome, Outcome::Invalid(_)),
            "{:?}, byte {place}, bits {bits:#x}: {outcome:?}",
            sample.level
        );
    }
    for end in (0..canonical.len()).step_by(97) {
        assert!(matches!(sample.outcome(&canonical[..end]), Outcome::Invalid(_)));
    }
}

#[test]
fn every_bit_of_what_the_signatures_stand_in_counts() {
    for sample in &samples()[2..4] {
        let whole = value(&sample.bundle);
        for member in ["seal", "cicSignature"] {
            let text = whole[member].as_str().unwrap();
            for place in 0..text.len() {
                for bit in 0..7 {
                    let mut bytes = text.as_bytes().to_vec();
                    bytes[place] ^= 1 << bit;
                    let Ok(changed) = String::from_utf8(bytes) else { continue };
                    let mut other = whole.clone();
                    other[member] = changed.into();
                    sample.holds(&jcs(&other), member);
                }
            }
        }
    }
}

#[test]
fn no_member_can_be_removed_doubled_or_swapped() {
    for sample in samples() {
        let (whole, other) = (value(&sample.bundle), value(&sample.other));
        let mut paths = Vec::new();
        members(&whole, "", &mut paths);
        assert!(paths.len() > 50);
        for path in &paths {
            let (parent, name) = path.rsplit_once('/').unwrap();
            let mut less = whole.clone();
            remove(less.pointer_mut(parent).unwrap(), name);
            sample.holds(&jcs(&less), &format!("without {path}"));

            sample.holds(doubled(&whole, "", path).as_bytes(), &format!("{path} twice"));

            if let Some(theirs) = other.pointer(path) {
                let mut swapped = whole.clone();
                *swapped.pointer_mut(path).unwrap() = theirs.clone();
                sample.holds(&jcs(&swapped), &format!("{path} of another"));
            }
        }
    }
}

#[test]
fn the_order_of_members_means_nothing_and_the_order_of_lists_everything() {
    for sample in samples() {
        let whole = value(&sample.bundle);
        assert_eq!(sample.outcome(backwards(&whole).as_bytes()), Outcome::Level(sample.level));
        assert_eq!(
            sample.outcome(&serde_json::to_vec_pretty(&whole).unwrap()),
            Outcome::Level(sample.level)
        );
        let mut paths = vec![];
        members(&whole, "", &mut paths);
        let lists = paths.iter().filter(|path| {
            whole.pointer(path).and_then(Value::as_array).is_some_and(|list| list.len() > 1)
        });
        let mut turned = 0;
        for path in lists {
            let mut other = whole.clone();
            other.pointer_mut(path).unwrap().as_array_mut().unwrap().reverse();
            assert!(matches!(sample.outcome(&jcs(&other)), Outcome::Invalid(_)), "{path}");
            turned += 1;
        }
        assert!(turned >= 3);
    }
}

/// Every member and element with its path.
fn members(value: &Value, path: &str, found: &mut Vec<String>) {
    let mut inside = |name: &str, inner: &Value| {
        found.push(format!("{path}/{name}"));
        members(inner, &format!("{path}/{name}"), found);
    };
    match value {
        Value::Object(object) => object.iter().for_each(|(name, inner)| inside(name, inner)),
        Value::Array(array) => {
            array.iter().enumerate().for_each(|(place, inner)| inside(&place.to_string(), inner))
        }
        _ => {}
    }
}

fn remove(parent: &mut Value, name: &str) {
    match parent {
        Value::Array(array) => {
            array.remove(name.parse().unwrap());
        }
        parent => without(parent, name),
    }
}

/// The text of a value in which one member or element stands twice.
fn doubled(value: &Value, path: &str, wanted: &str) -> String {
    let times = |name: &str, text: String| {
        if format!("{path}/{name}") == wanted { format!("{text},{text}") } else { text }
    };
    let parts = |parts: Vec<String>| parts.join(",");
    match value {
        Value::Object(object) => {
            let member = |(name, inner): (&String, &Value)| {
                times(
                    name,
                    format!(
                        "{}:{}",
                        Value::from(name.as_str()),
                        doubled(inner, &format!("{path}/{name}"), wanted)
                    ),
                )
            };
            format!("{{{}}}", parts(object.iter().map(member).collect()))
        }
        Value::Array(array) => {
            let element = |(place, inner): (usize, &Value)| {
                times(&place.to_string(), doubled(inner, &format!("{path}/{place}"), wanted))
            };
            format!("[{}]", parts(array.iter().enumerate().map(element).collect()))
        }
        value => value.to_string(),
    }
}

/// The text of a value with the members of every object in the opposite order.
fn backwards(value: &Value) -> String {
    match value {
        Value::Object(object) => {
            let members = object.iter().rev().map(|(name, inner)| {
                format!("{}:{}", Value::from(name.as_str()), backwards(inner))
            });
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Value::Array(array) => {
            format!("[{}]", array.iter().map(backwards).collect::<Vec<_>>().join(","))
        }
        value => value.to_string(),
    }
}
