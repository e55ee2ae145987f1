//! The chain of receipts: each carries its number on this machine and the hash of the one before
//! it, so that a missing receipt and a later edit show (RKSV's idea for cash registers).

use sha2::{Digest as _, Sha256};

pub use domain::chain::Link;

/// Stands where a receipt that is in no chain says its number: the first of a chain has 1.
pub(crate) const NO_NUMBER: u64 = 0;

/// The hash that the next link names.
pub trait LinkHash {
    /// SHA-256 over [`Link::canonical`].
    fn hash(&self) -> [u8; 32];
}

impl LinkHash for Link {
    fn hash(&self) -> [u8; 32] {
        sha256(&self.canonical())
    }
}

/// SHA-256, for those who ask a chain for its faults.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The bytes of as many lower-case hexadecimal digits.
pub(crate) fn unhex<const N: usize>(digits: &str) -> Option<[u8; N]> {
    base16ct::lower::decode_vec(digits).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::case::CaseId;

    fn link() -> Link {
        Link {
            number: 7,
            previous: Some([0xab; 32]),
            case: CaseId("9f3c".into()),
            bundle_sha256: [0x01; 32],
        }
    }

    #[test]
    fn the_canonical_form_is_the_documented_one() {
        let wanted = format!(
            "tilslut/receipt-link/v1\nnumber: 7\nprevious: {}\nbundle: {}\ncase: 9f3c\n",
            "ab".repeat(32),
            "01".repeat(32)
        );
        assert_eq!(link().canonical(), wanted.as_bytes());
        assert_eq!(
            base16ct::lower::encode_string(&link().hash()),
            "8713b83507f52f09a77d200e2b1a259c390843c3dd52d93b3a460d1a0e67174b"
        );
    }

    #[test]
    fn every_member_counts() {
        let changes: [fn(&mut Link); 5] = [
            |link| link.number = 8,
            |link| link.previous = None,
            |link| link.previous = Some([0xac; 32]),
            |link| link.case = CaseId("9f3d".into()),
            |link| link.bundle_sha256 = [2; 32],
        ];
        for change in changes {
            let mut changed = link();
            change(&mut changed);
            assert_ne!(changed.hash(), link().hash(), "{changed:?}");
        }
    }

    #[test]
    fn only_plain_digits_are_bytes() {
        assert_eq!(unhex::<2>("0aff"), Some([0x0a, 0xff]));
        for nonsense in ["", "0af", "0afff", "0aFF", "+aff", "0æf", "zzzz"] {
            assert_eq!(unhex::<2>(nonsense), None, "{nonsense}");
        }
    }
}
