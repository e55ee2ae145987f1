//! The control code: twelve characters that a person compares between the window and the MitID app.

use std::fmt;

/// 60 bits of the request's fingerprint in Crockford's base32, shown as three groups of four.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ControlCode(String);

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl ControlCode {
    /// The code of a hash: its first 60 bits.
    pub fn from_hash(hash: &[u8; 32]) -> Self {
        let first: u64 = hash.iter().take(8).fold(0, |sum, byte| (sum << 8) | u64::from(*byte));
        let code = (0..12)
            .filter_map(|place| {
                let index = (first >> (59 - place * 5)) & 31;
                usize::try_from(index).ok().and_then(|i| ALPHABET.get(i)).map(|b| char::from(*b))
            })
            .collect();
        Self(code)
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
}
