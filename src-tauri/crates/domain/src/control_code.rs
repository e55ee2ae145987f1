//! The control code: twelve characters that a person compares between the window and the MitID app.

use crate::crockford;
use std::fmt;

/// 60 bits of the request's fingerprint in Crockford's base32, shown as three groups of four.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ControlCode(String);

impl ControlCode {
    /// The code of a hash: its first 60 bits.
    pub fn from_hash(hash: &[u8; 32]) -> Self {
        let first: u64 = hash.iter().take(8).fold(0, |sum, byte| (sum << 8) | u64::from(*byte));
        let value = |place: u32| u8::try_from((first >> (59 - place * 5)) & 31).unwrap_or_default();
        Self((0..12).map(|place| crockford::symbol(value(place))).collect())
    }

    /// Twelve symbols as they are stored, without spaces. None for anything else.
    pub fn parse(stored: &str) -> Option<Self> {
        let is_code = stored.len() == 12 && stored.chars().all(|c| crockford::value(c).is_some());
        is_code.then(|| Self(stored.to_owned()))
    }

    /// The three groups of four characters.
    pub fn groups(&self) -> [&str; 3] {
        let (a, rest) = self.0.split_at(4);
        let (b, c) = rest.split_at(4);
        [a, b, c]
    }
}

/// `7K4M Q2XR 9TDB`.
impl fmt::Display for ControlCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.groups().join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_first_sixty_bits_from_the_top() {
        assert_eq!(ControlCode::from_hash(&[0; 32]).to_string(), "0000 0000 0000");
        assert_eq!(ControlCode::from_hash(&[255; 32]).to_string(), "ZZZZ ZZZZ ZZZZ");
        let mut hash = [0; 32];
        hash[0] = 0b0000_1000;
        hash[7] = 0b0001_0000;
        assert_eq!(ControlCode::from_hash(&hash).to_string(), "1000 0000 0001");
    }

    #[test]
    fn a_stored_code_is_read_as_it_was_written() {
        let code = ControlCode::from_hash(&[0x5a; 32]);
        assert_eq!(ControlCode::parse(&code.groups().concat()), Some(code));
        for other in ["", "7K4MQ2XR9TD", "7K4MQ2XR9TDB0", "7k4mq2xr9tdb", "7K4MQ2XR9TDU", "ÆØÅÆØÅ"]
        {
            assert_eq!(ControlCode::parse(other), None, "{other}");
        }
    }
}
