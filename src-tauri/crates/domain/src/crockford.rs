//! Crockford's base32: codes that people read aloud, write down and type back. It has no letter
//! that looks like a figure (no I, L, O or U).

use crate::typed::alike;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The symbol of a value's five lowest bits.
pub fn symbol(value: u8) -> char {
    ALPHABET.get(usize::from(value & 31)).map_or('0', |letter| char::from(*letter))
}

/// The value of a symbol as it is written, 0 to 31. None for every other character, small letters
/// included.
pub fn value(symbol: char) -> Option<u8> {
    let place = ALPHABET.iter().position(|known| char::from(*known) == symbol)?;
    u8::try_from(place).ok()
}

/// The symbol that a person meant: in any case, `O` for zero, `I` and `L` for one. None for every
/// other.
pub fn meant(typed: char) -> Option<char> {
    let symbol = alike(typed);
    value(symbol).map(|_| symbol)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_a_symbol_of_its_own() {
        for number in 0..32 {
            assert_eq!(value(symbol(number)), Some(number));
        }
        assert_eq!(symbol(32), symbol(0), "only five bits count");
    }

    #[test]
    fn what_people_type_for_a_symbol_is_taken() {
        for (typed, right) in [
            ('0', Some('0')),
            ('o', Some('0')),
            ('O', Some('0')),
            ('i', Some('1')),
            ('l', Some('1')),
            ('q', Some('Q')),
            ('Z', Some('Z')),
            ('u', None),
            ('-', None),
            ('æ', None),
            (' ', None),
        ] {
            assert_eq!(meant(typed), right, "{typed:?}");
        }
        assert_eq!((value('o'), value('q')), (None, None), "as it is written");
    }
}
