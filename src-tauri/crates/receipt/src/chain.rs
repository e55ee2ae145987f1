//! The chain of receipts: each carries its number on this machine and the hash of the one before it, so that a missing
//! receipt and a later edit show (RKSV's idea for cash registers).

use domain::case::CaseId;
use sha2::{Digest as _, Sha256};

/// The place of a receipt in the chain of its machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// 1 for the first receipt of a machine, then one more each time.
    pub number: u64,
    /// [`Link::hash`] of the receipt before it; nothing in the first.
    pub previous: Option<[u8; 32]>,
    /// The case that was approved.
    pub case: CaseId,
    /// SHA-256 of the evidence bundle.
    pub bundle_sha256: [u8; 32],
}

impl Link {
    /// SHA-256 over the canonical form, which is five lines of UTF-8, each ended by a line feed:
    ///
    /// ```text
    /// tilslut/receipt-link/v1
    /// number: 7
    /// previous: <64 lower-case hexadecimal digits, or "none">
    /// bundle: <64 lower-case hexadecimal digits>
    /// case: <the case's id>
    /// ```
    ///
    /// The case comes last, so that nothing in its id can pass for another line.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.canonical()).into()
    }

    /// True when this is the very next receipt after that one. If not, one is missing or one was changed.
    pub fn follows(&self, before: &Self) -> bool {
        before.number.checked_add(1) == Some(self.number) && self.previous == Some(before.hash())
    }

    fn canonical(&self) -> String {
        let previous = self.previous.as_ref().map_or_else(|| "none".to_owned(), |hash| hex(hash));
        let bundle = hex(&self.bundle_sha256);
        format!("tilslut/receipt-link/v1\nnumber: {}\nprevious: {previous}\nbundle: {bundle}\ncase: {}\n", self.number, self.case.0)
    }
}

/// Lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of as many lower-case hexadecimal digits.
pub(crate) fn unhex<const N: usize>(digits: &str) -> Option<[u8; N]> {
    let well_formed = digits.len() == 2 * N && digits.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
    let mut bytes = [0; N];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(digits.get(2 * place..2 * place + 2)?, 16).ok()?;
    }
    well_formed.then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link() -> Link {
        Link { number: 7, previous: Some([0xab; 32]), case: CaseId("9f3c".into()), bundle_sha256: [0x01; 32] }
    }

    #[test]
    fn the_canonical_form_is_the_documented_one() {
        let wanted =
            format!("tilslut/receipt-link/v1\nnumber: 7\nprevious: {}\nbundle: {}\ncase: 9f3c\n", "ab".repeat(32), "01".repeat(32));
        assert_eq!(link().canonical(), wanted);
        assert_eq!(hex(&link().hash()), "8713b83507f52f09a77d200e2b1a259c390843c3dd52d93b3a460d1a0e67174b");
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
    fn a_gap_and_a_change_break_the_chain() {
        let before = link();
        let next = Link { number: 8, previous: Some(before.hash()), ..link() };
        assert!(next.follows(&before));
        assert!(!Link { number: 9, ..next.clone() }.follows(&before));
        assert!(!Link { previous: None, ..next.clone() }.follows(&before));
        assert!(!next.follows(&Link { bundle_sha256: [9; 32], ..before.clone() }));
        assert!(!next.follows(&Link { number: u64::MAX, ..before }));
    }

    #[test]
    fn only_plain_digits_are_bytes() {
        assert_eq!(unhex::<2>("0aff"), Some([0x0a, 0xff]));
        for nonsense in ["", "0af", "0afff", "0aFF", "+aff", "0æf", "zzzz"] {
            assert_eq!(unhex::<2>(nonsense), None, "{nonsense}");
        }
    }
}
