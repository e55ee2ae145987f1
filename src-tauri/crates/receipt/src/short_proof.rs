//! What a person holding only the paper can type or scan: enough to tell whether an evidence file
//! is the one that the receipt was made of. It proves nothing by itself; the file does.

use crate::chain::{Link, NO_NUMBER};
use domain::Environment;
use domain::case::CaseId;
use domain::control_code::ControlCode;
use domain::crockford;
use domain::problem::Problem;
use domain::typed::{alike, is_dash, narrow};
use sha2::{Digest as _, Sha256};
use std::fmt;

const LIVE: &str = "TILSLUT1";
const PRACTICE: &str = "PROEVE1";
/// 256 bits, five at a time.
const HASH_LETTERS: usize = 52;

/// The short proof of a receipt. As text, such as `TILSLUT1:9F3C…9375:J23YFB9RA0RJ:P09C…T0:7`: what
/// it is and for which environment, the case, the control code, the SHA-256 of the evidence file in
/// base32, and the receipt's number. Its letters are those that a QR code takes most of.
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
    /// The receipt's number in the chain of its machine; none of one that is in no chain, which
    /// writes 0.
    pub number: Option<u64>,
}

/// Why a text is no short proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAShortProof {
    /// Something was left out or typed wrongly.
    #[error("this is no short proof")]
    Incomplete,
    /// It is a control code, which is one part of a short proof and tells nothing of a file.
    #[error("this is a control code alone")]
    ControlCode,
}

impl NotAShortProof {
    /// What a person is told.
    pub fn problem(self) -> Problem {
        match self {
            Self::Incomplete => Problem::ProofCode,
            Self::ControlCode => Problem::ProofControlCode,
        }
    }
}

impl ShortProof {
    /// The short proof of a receipt; nothing when the case's id is not one of Tilslut's.
    pub(crate) fn of(
        environment: Environment,
        control_code: &ControlCode,
        link: &Link,
    ) -> Option<Self> {
        is_case(&link.case.0).then(|| Self {
            environment,
            case: link.case.clone(),
            control_code: control_code.clone(),
            bundle_sha256: link.bundle_sha256,
            number: Some(link.number).filter(|number| *number != NO_NUMBER),
        })
    }

    /// Reads a short proof that was typed, pasted or scanned. Forgiven are what cannot be seen,
    /// spaces, line ends and dashes, small and wide letters, `O` for zero, `I` and `L` for one
    /// (Crockford's base32 has none of them), and `PRØVE1` for `PROEVE1`; anything else is not.
    ///
    /// # Errors
    /// [`NotAShortProof`].
    pub fn parse(text: &str) -> Result<Self, NotAShortProof> {
        // Longer than the longest by far: what is cut off was no proof.
        let text: String = text.chars().take(4_000).collect();
        let typed = in_one_spelling(&narrow(&text));
        if ControlCode::parse(&typed).is_some() {
            return Err(NotAShortProof::ControlCode);
        }
        let read = Self::read(&typed).ok_or(NotAShortProof::Incomplete)?;
        // One proof has one text.
        if in_one_spelling(&read.to_string()) == typed {
            Ok(read)
        } else {
            Err(NotAShortProof::Incomplete)
        }
    }

    /// True when this very evidence file was in the receipt. What the file proves is another
    /// question, and `evidence::verify` answers it.
    pub fn is_of(&self, bundle: &[u8]) -> bool {
        Sha256::digest(bundle).as_slice() == self.bundle_sha256
    }

    /// True when it is about this approval, as a verified file tells it; that the file is the very
    /// one is for [`Self::is_of`] to say.
    pub fn is_about(
        &self,
        environment: Environment,
        case: &CaseId,
        control_code: &ControlCode,
    ) -> bool {
        self.environment == environment && self.case == *case && self.control_code == *control_code
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(':');
        let kind = parts.next()?;
        let environment = match [(LIVE, Environment::Live), (PRACTICE, Environment::Practice)]
            .map(|(word, it)| (in_one_spelling(word), it))
        {
            [(live, it), _] if live == kind => it,
            [_, (practice, it)] if practice == kind => it,
            _ => return None,
        };
        let case = parts.next()?.to_ascii_lowercase();
        let control_code = ControlCode::parse(parts.next()?)?;
        let bundle_sha256 = unletter(parts.next()?)?;
        let number: u64 = parts.next()?.parse().ok()?;
        let number = Some(number).filter(|number| *number != NO_NUMBER);
        (parts.next().is_none() && is_case(&case)).then_some(Self {
            environment,
            case: CaseId(case),
            control_code,
            bundle_sha256,
            number,
        })
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
        write!(
            f,
            "{kind}:{case}:{code}:{}:{}",
            letters(&self.bundle_sha256),
            self.number.unwrap_or(NO_NUMBER)
        )
    }
}

/// Without white space, dashes and quotation marks, and with the characters that look alike as one.
fn in_one_spelling(text: &str) -> String {
    let parts = |c: char| {
        c.is_whitespace()
            || is_dash(c)
            || matches!(c, '"' | '\'' | '`' | '\u{b4}' | '\u{2018}'..='\u{201f}' | '«' | '»')
    };
    text.chars()
        .filter(|c| !parts(*c))
        .collect::<String>()
        .replace(['ø', 'Ø'], "OE")
        .chars()
        .map(alike)
        .collect()
}

fn is_case(id: &str) -> bool {
    id.len() == 32 && id.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

/// Base32, the last letter filled up with zeros.
fn letters(bytes: &[u8]) -> String {
    let bit = |place: usize| bytes.get(place / 8).map_or(0, |byte| (byte >> (7 - place % 8)) & 1);
    (0..(bytes.len() * 8).div_ceil(5))
        .map(|letter| (0..5).fold(0, |value, place| value * 2 + bit(letter * 5 + place)))
        .map(crockford::symbol)
        .collect()
}

/// The hash of so many letters; the four bits that do not fill a byte are left out.
fn unletter(text: &str) -> Option<[u8; 32]> {
    let values: Vec<u8> = text.chars().map(crockford::value).collect::<Option<_>>()?;
    if values.len() != HASH_LETTERS {
        return None;
    }
    let mut bytes = [0; 32];
    for place in 0..256 {
        let bit = values.get(place / 5)? >> (4 - place % 5) & 1;
        *bytes.get_mut(place / 8)? |= bit << (7 - place % 8);
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
            number: Some(7),
        }
    }

    #[test]
    fn text_and_proof_are_one_for_one() {
        for environment in [Environment::Live, Environment::Practice] {
            for number in [None, Some(1), Some(4_294_967_296), Some(u64::MAX)] {
                let proof = ShortProof { environment, number, ..proof() };
                assert_eq!(ShortProof::parse(&proof.to_string()), Ok(proof));
            }
        }
        let text = proof().to_string();
        assert!(
            text.len() <= 120
                && text.bytes().all(|c| c == b':' || c.is_ascii_digit() || c.is_ascii_uppercase()),
            "{text}"
        );
    }

    #[test]
    fn the_documented_one_is_read() {
        let documentation = include_str!("../../../../docs/receipt.md");
        let text = documentation.lines().find(|line| line.starts_with("TILSLUT1:")).unwrap();
        let proof = ShortProof::parse(text).unwrap();
        assert_eq!(
            (proof.case.0.as_str(), proof.number),
            ("9f3c0a6b5d7e41f2a8c4b6d2e0f19375", Some(7))
        );
        assert_eq!(proof.control_code.to_string(), "J23Y FB9R A0RJ");
    }

    #[test]
    fn another_evidence_file_is_told_from_the_right_one() {
        let proof = ShortProof { bundle_sha256: Sha256::digest(b"{}").into(), ..proof() };
        assert!(proof.is_of(b"{}"));
        assert!(!proof.is_of(b"{ }"));
    }

    #[test]
    fn a_control_code_alone_is_told_from_a_slip() {
        for typed in ["J23Y FB9R A0RJ", "j23y-fb9r-a0rj", "J23YFB9RA0RJ"] {
            assert_eq!(ShortProof::parse(typed), Err(NotAShortProof::ControlCode), "{typed}");
        }
        assert_eq!(ShortProof::parse("J23Y FB9R A0R"), Err(NotAShortProof::Incomplete));
    }

    #[test]
    fn what_was_typed_by_hand_is_read_and_every_slip_is_noticed() {
        let text = proof().to_string();
        let typed = text.to_lowercase().replace(':', " : \n");
        assert_eq!(ShortProof::parse(&typed), Ok(proof()));
        for typed in [
            text.replace('0', "O").replace('1', "l"),
            text.replace('0', "o").replace('1', "I"),
            text.replace('I', "l"),
            format!("\u{feff}{}\u{200b}", text.replace("C3", "C\u{ad}3")),
            text.replace(':', "：").replace("TILSLUT", "ＴＩＬＳＬＵＴ"),
            text.replace("GR", "G-R").replace("C3", "C\u{2013}\r\n3"),
            format!("\"{text}\""),
            format!("\u{201d}{text}\u{201d}"),
            format!("»{text}«"),
        ] {
            assert_eq!(ShortProof::parse(&typed), Ok(proof()), "{typed}");
        }
        let practice = ShortProof { environment: Environment::Practice, ..proof() };
        for word in ["PRØVE1", "prøve1", "PR0EVEl", "Proeve1"] {
            assert_eq!(
                ShortProof::parse(&practice.to_string().replace("PROEVE1", word)),
                Ok(practice.clone()),
                "{word}"
            );
        }
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
        for nonsense in [
            "",
            ":",
            "::::",
            "TILSLUT1",
            &text.replace(":7", ":07"),
            &text.replace(":7", ":+7"),
            &format!("{text}:"),
            &"1".repeat(10_000),
        ] {
            assert_eq!(
                ShortProof::parse(nonsense),
                Err(NotAShortProof::Incomplete),
                "{nonsense:.80}"
            );
        }
    }
}
