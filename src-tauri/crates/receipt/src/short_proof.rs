//! What a person holding only the paper can type or scan: enough to tell whether an evidence file is the one that the
//! receipt was made of. It proves nothing by itself; the file does.

use crate::chain::Link;
use domain::Environment;
use domain::case::CaseId;
use domain::control_code::ControlCode;
use sha2::{Digest as _, Sha256};
use std::fmt;

/// Crockford's base32, as in the control code: no letter that looks like a figure.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LIVE: &str = "TILSLUT1";
const PRACTICE: &str = "PROEVE1";
/// 256 bits, five at a time.
const HASH_LETTERS: usize = 52;

/// The short proof of a receipt. As text, such as
/// `TILSLUT1:9F3C…9375:J23YFB9RA0RJ:P09C…T0:7`: what it is and for which environment, the case, the control code, the
/// SHA-256 of the evidence file in base32, and the receipt's number. Its letters are those that a QR code takes most of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortProof {
    /// Practice and live cannot be mixed up.
    pub environment: Environment,
    /// The case: 32 hexadecimal digits.
    pub case: CaseId,
    /// The control code that the approver saw.
    pub control_code: ControlCode,
    /// SHA-256 of the evidence bundle.
    pub bundle_sha256: [u8; 32],
    /// The receipt's number in the chain of its machine.
    pub number: u64,
}

/// The text is no short proof: something was left out or typed wrongly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no short proof")]
pub struct NotAShortProof;

impl ShortProof {
    /// The short proof of a receipt; nothing when the case's id is not one of Tilslut's.
    pub(crate) fn of(environment: Environment, control_code: &ControlCode, link: &Link) -> Option<Self> {
        is_case(&link.case.0).then(|| Self {
            environment,
            case: link.case.clone(),
            control_code: control_code.clone(),
            bundle_sha256: link.bundle_sha256,
            number: link.number,
        })
    }

    /// Reads a short proof that was typed or scanned. Spaces, line ends and small letters are forgiven; anything else is not.
    ///
    /// # Errors
    /// [`NotAShortProof`].
    pub fn parse(text: &str) -> Result<Self, NotAShortProof> {
        let typed: String = text.chars().take(400).filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
        let read = Self::read(&typed).ok_or(NotAShortProof)?;
        // One proof has one text.
        if read.to_string() == typed { Ok(read) } else { Err(NotAShortProof) }
    }

    /// True when this very evidence file was in the receipt. What the file proves is another question, and `evidence::verify`
    /// answers it.
    pub fn is_of(&self, bundle: &[u8]) -> bool {
        Sha256::digest(bundle).as_slice() == self.bundle_sha256
    }

    /// True when it is about this approval, as a verified file tells it; that the file is the very one is for [`Self::is_of`] to say.
    pub fn is_about(&self, environment: Environment, case: &CaseId, control_code: &ControlCode) -> bool {
        self.environment == environment && self.case == *case && self.control_code == *control_code
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(':');
        let environment = match parts.next()? {
            LIVE => Environment::Live,
            PRACTICE => Environment::Practice,
            _ => return None,
        };
        let case = parts.next()?.to_ascii_lowercase();
        let code: [u8; 8] = unletter(parts.next()?, 12)?;
        let bundle_sha256 = unletter(parts.next()?, HASH_LETTERS)?;
        let number = parts.next()?.parse().ok()?;
        let mut hash = [0; 32];
        hash.iter_mut().zip(code).for_each(|(place, byte)| *place = byte);
        let control_code = ControlCode::from_hash(&hash);
        (parts.next().is_none() && is_case(&case)).then_some(Self { environment, case: CaseId(case), control_code, bundle_sha256, number })
    }
}

/// The text, in one way only.
impl fmt::Display for ShortProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.environment {
            Environment::Live => LIVE,
            Environment::Practice => PRACTICE,
        };
        let (case, code) = (self.case.0.to_ascii_uppercase(), self.control_code.groups().concat());
        write!(f, "{kind}:{case}:{code}:{}:{}", letters(&self.bundle_sha256), self.number)
    }
}

fn is_case(id: &str) -> bool {
    id.len() == 32 && id.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

/// Base32, the last letter filled up with zeros.
fn letters(bytes: &[u8]) -> String {
    let bit = |place: usize| bytes.get(place / 8).map_or(0, |byte| (byte >> (7 - place % 8)) & 1);
    (0..(bytes.len() * 8).div_ceil(5))
        .map(|letter| (0..5).fold(0_usize, |value, place| value * 2 + usize::from(bit(letter * 5 + place))))
        .filter_map(|value| ALPHABET.get(value).map(|letter| char::from(*letter)))
        .collect()
}

/// The bytes of so many letters; bits that do not fill a byte are left out.
fn unletter<const N: usize>(text: &str, count: usize) -> Option<[u8; N]> {
    let values: Option<Vec<usize>> = text.bytes().map(|letter| ALPHABET.iter().position(|known| *known == letter)).collect();
    let values = values.filter(|values| values.len() == count)?;
    let mut bytes = [0; N];
    for place in 0..(N * 8).min(count * 5) {
        let bit = values.get(place / 5)? >> (4 - place % 5) & 1;
        *bytes.get_mut(place / 8)? |= u8::from(bit == 1) << (7 - place % 8);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proof() -> ShortProof {
        ShortProof {
            environment: Environment::Live,
            case: CaseId("9f3c0a6b5d7e41f2a8c4b6d2e0f19375".into()),
            control_code: ControlCode::from_hash(&[0x5a; 32]),
            bundle_sha256: [0xc3; 32],
            number: 7,
        }
    }

    #[test]
    fn text_and_proof_are_one_for_one() {
        for environment in [Environment::Live, Environment::Practice] {
            for number in [0, 1, 4_294_967_296, u64::MAX] {
                let proof = ShortProof { environment, number, ..proof() };
                assert_eq!(ShortProof::parse(&proof.to_string()), Ok(proof));
            }
        }
        let text = proof().to_string();
        assert!(text.len() <= 120 && text.bytes().all(|c| c == b':' || c.is_ascii_digit() || c.is_ascii_uppercase()), "{text}");
    }

    #[test]
    fn the_documented_one_is_read() {
        let documentation = include_str!("../../../../docs/receipt.md");
        let text = documentation.lines().find(|line| line.starts_with("TILSLUT1:")).unwrap();
        let proof = ShortProof::parse(text).unwrap();
        assert_eq!((proof.case.0.as_str(), proof.number), ("9f3c0a6b5d7e41f2a8c4b6d2e0f19375", 7));
        assert_eq!(proof.control_code.to_string(), "J23Y FB9R A0RJ");
    }

    #[test]
    fn another_evidence_file_is_told_from_the_right_one() {
        let proof = ShortProof { bundle_sha256: Sha256::digest(b"{}").into(), ..proof() };
        assert!(proof.is_of(b"{}"));
        assert!(!proof.is_of(b"{ }"));
    }

    #[test]
    fn what_was_typed_by_hand_is_read_and_every_slip_is_noticed() {
        let text = proof().to_string();
        let typed = text.to_lowercase().replace(':', " : \n");
        assert_eq!(ShortProof::parse(&typed), Ok(proof()));
        for place in 0..text.len() {
            for other in "0AUZ:9#".chars() {
                let mut changed = text.clone();
                changed.replace_range(place..=place, &other.to_string());
                assert!(changed == text || ShortProof::parse(&changed) != Ok(proof()), "{changed}");
            }
            let mut shorter = text.clone();
            shorter.remove(place);
            assert_ne!(ShortProof::parse(&shorter), Ok(proof()), "{shorter}");
        }
        for nonsense in
            ["", ":", "::::", "TILSLUT1", &text.replace(":7", ":07"), &text.replace(":7", ":+7"), &format!("{text}:"), &"1".repeat(10_000)]
        {
            assert_eq!(ShortProof::parse(nonsense), Err(NotAShortProof), "{nonsense:.80}");
        }
    }
}
