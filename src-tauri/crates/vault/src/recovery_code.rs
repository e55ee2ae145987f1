//! The recovery code: 140 random bits that a person prints or writes down, and types back when the
//! key store is lost.
//!
//! Crockford's base32 (no I, L, O, U) in eight groups of four. The last group is a checksum, so a
//! slip of the pen is noticed before anything is derived from it.

use crate::Secret;
use domain::crockford;
use domain::problem::Problem;
use domain::typed::{is_dash, narrow};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

const SECRET: usize = 28;
const CHECKSUM: usize = 4;

/// The characters that the secret is made of, checksum taken off.
pub(crate) struct RecoveryCode(Zeroizing<String>);

impl RecoveryCode {
    /// A new code.
    pub(crate) fn generate() -> Result<Self, Problem> {
        let mut random = Zeroizing::new([0; SECRET]);
        getrandom::fill(random.as_mut()).map_err(|_| Problem::NotSaved)?;
        Ok(Self(Zeroizing::new(random.iter().map(|byte| crockford::symbol(*byte)).collect())))
    }

    /// Reads a code as people type it: any case, groups any way, `O` for zero, `I` and `L` for one;
    /// what cannot be seen is nothing.
    pub(crate) fn parse(typed: &str) -> Option<Self> {
        let typed = Zeroizing::new(narrow(typed).into_owned());
        let read: Option<String> = typed
            .chars()
            .filter(|c| !c.is_whitespace() && !is_dash(*c))
            .map(crockford::meant)
            .collect();
        let read = Zeroizing::new(read?);
        let (secret, sum) = read.split_at_checked(SECRET)?;
        (sum == checksum(secret)).then(|| Self(Zeroizing::new(secret.to_owned())))
    }

    /// What a key is derived from.
    pub(crate) fn secret(&self) -> Secret {
        Secret::from(self.0.as_str())
    }

    /// The code as it is shown: `7K4M-Q2XR-…`, eight groups.
    pub(crate) fn shown(&self) -> String {
        let mut shown = String::with_capacity(SECRET + CHECKSUM + 7);
        for (place, c) in self.0.chars().chain(checksum(&self.0).chars()).enumerate() {
            if place > 0 && place % 4 == 0 {
                shown.push('-');
            }
            shown.push(c);
        }
        shown
    }
}

fn checksum(secret: &str) -> String {
    Sha256::digest(secret.as_bytes())
        .iter()
        .take(CHECKSUM)
        .map(|byte| crockford::symbol(*byte))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_back_as_people_type_it() {
        let code = RecoveryCode::generate().expect("randomness");
        let shown = code.shown();
        assert_eq!(shown.len(), 39);
        assert!(shown.split('-').all(|group| group.len() == 4), "groups of four");
        for typed in [
            shown.clone(),
            shown.to_lowercase(),
            shown.replace('-', " "),
            shown.replace('0', "o").replace('1', "l"),
            format!(" {shown}\n"),
            shown.replace('-', "\u{200b}\u{2014}"),
            format!("\u{feff}{shown}\u{ad}"),
        ] {
            assert_eq!(RecoveryCode::parse(&typed).expect(&typed).0, code.0);
        }
    }

    #[test]
    fn any_one_wrong_character_is_noticed() {
        let shown = RecoveryCode(Zeroizing::new("7K4MQ2XR9TDB0000ZZZZ1234ABCD".into())).shown();
        for place in (0..shown.len()).filter(|place| shown.as_bytes()[*place] != b'-') {
            let mut wrong = shown.clone().into_bytes();
            wrong[place] = if wrong[place] == b'5' { b'6' } else { b'5' };
            let wrong = String::from_utf8(wrong).expect("ASCII");
            assert!(RecoveryCode::parse(&wrong).is_none(), "{wrong}");
        }
        for typed in ["", "7K4M", "U", &shown[..38], &format!("{shown}0"), "æøå"] {
            assert!(RecoveryCode::parse(typed).is_none(), "{typed}");
        }
    }
}
