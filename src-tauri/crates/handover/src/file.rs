//! The file itself: what it holds, how it is locked, and every doubt about one that comes from elsewhere.

use crate::Trouble;
use crate::words::{self, COUNT};
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, scrypt};
use domain::case::CaseId;
use domain::connection::Connection;
use domain::{Environment, Timestamp};
use evidence::ApprovalRequest;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::io::Read as _;
use std::iter;
use zeroize::Zeroizing;

/// scrypt's work factor of the files that are made: N = 2^16 takes 64 MiB and well under a second on an office machine.
/// It is fixed, not measured, so that a file made on a fast machine opens on a slow one.
const WORK_FACTOR: u8 = 16;

/// The most work that is done for a file from elsewhere: N = 2^18 takes 256 MiB and a few seconds. A file that asks for
/// more is refused before the work begins.
const WORK_FACTOR_MAX: u8 = 18;

/// The largest file that is made or opened, in bytes. A request is a few kilobytes.
const FILE_MAX: usize = 1024 * 1024;

/// What a hand-over file holds.
#[derive(Clone, PartialEq, Eq)]
pub struct HandedOver {
    /// The case, under the name that the reporter's machine gave it.
    pub case: CaseId,
    /// What was prepared.
    pub connection: Connection,
    /// When the reporter wrote the file, as the reporter's machine says.
    pub handed_over: Timestamp,
}

/// Shows nothing of what was prepared: names, addresses and dates of birth.
impl fmt::Debug for HandedOver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HandedOver").field("case", &self.case).finish_non_exhaustive()
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Payload<R> {
    r#type: PayloadType,
    handed_over: String,
    request: R,
}

#[derive(Serialize, Deserialize)]
enum PayloadType {
    #[serde(rename = "tilslut/hand-over/v1")]
    V1,
}

/// Encrypts a request with the words of [`crate::words()`]. Fewer than six words are refused: they could be guessed.
///
/// # Errors
/// [`Trouble::NotWritten`] when the words are too few or the request is too large for a file.
pub fn seal(request: &ApprovalRequest, handed_over: Timestamp, words: &[String]) -> Result<Vec<u8>, Trouble> {
    let payload = Payload { r#type: PayloadType::V1, handed_over: handed_over.to_string(), request };
    let plain = Zeroizing::new(serde_json::to_vec(&payload).map_err(|_| Trouble::NotWritten)?);
    if words.len() < COUNT {
        return Err(Trouble::NotWritten);
    }
    let file = encrypted(&plain, &words.join(" "), WORK_FACTOR).ok_or(Trouble::NotWritten)?;
    if file.len() > FILE_MAX { Err(Trouble::NotWritten) } else { Ok(file) }
}

/// Opens a file with the words as they were typed. Whatever the file holds, this ends within seconds and without a panic.
///
/// # Errors
/// [`Trouble::WrongWords`], [`Trouble::Unreadable`], [`Trouble::OtherEnvironment`].
pub fn open(file: &[u8], words_typed: &str, environment: Environment) -> Result<HandedOver, Trouble> {
    let plain = decrypted(file, words_typed)?;
    let payload: Payload<ApprovalRequest> = serde_json::from_slice(&plain).map_err(|_| Trouble::Unreadable)?;
    if payload.request.environment() != environment {
        return Err(Trouble::OtherEnvironment);
    }
    let case = payload.request.case();
    if case.0.len() != 32 || !case.0.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        return Err(Trouble::Unreadable);
    }
    let connection = payload.request.connection().map_err(|_| Trouble::Unreadable)?;
    let handed_over = payload.handed_over.parse().map_err(|_| Trouble::Unreadable)?;
    Ok(HandedOver { case, connection, handed_over })
}

fn encrypted(plain: &[u8], words: &str, work_factor: u8) -> Option<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(passphrase(words));
    recipient.set_work_factor(work_factor);
    age::encrypt(&recipient, plain).ok()
}

fn decrypted(file: &[u8], words_typed: &str) -> Result<Zeroizing<Vec<u8>>, Trouble> {
    if file.len() > FILE_MAX {
        return Err(Trouble::Unreadable);
    }
    let decryptor = Decryptor::new_buffered(file).map_err(|_| Trouble::Unreadable)?;
    let mut identity = scrypt::Identity::new(passphrase(words_typed));
    identity.set_max_work_factor(WORK_FACTOR_MAX);
    let mut reader = decryptor.decrypt(iter::once(&identity as _)).map_err(|error| match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => Trouble::WrongWords,
        _ => Trouble::Unreadable,
    })?;
    // Room for all of it at once: a buffer that grows leaves copies behind that are not wiped.
    let mut plain = Zeroizing::new(Vec::with_capacity(file.len()));
    reader.read_to_end(&mut plain).map_err(|_| Trouble::Unreadable)?;
    Ok(plain)
}

fn passphrase(words: &str) -> SecretString {
    SecretString::from(words::spelled(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WORDS: &str = "anker birk cello dans emne fugl";

    /// As a file that is made, but with little work, so that hundreds can be opened.
    fn quick(plain: &[u8]) -> Vec<u8> {
        encrypted(plain, WORDS, 1).unwrap()
    }

    fn open_quick(plain: &[u8]) -> Result<HandedOver, Trouble> {
        open(&quick(plain), WORDS, Environment::Practice)
    }

    #[test]
    fn a_hostile_payload_under_the_right_words_is_unreadable() {
        let deep = format!(r#"{{"type":"tilslut/hand-over/v1","request":{}"#, "[".repeat(100_000));
        for plain in [
            "",
            "null",
            "{}",
            "<html>",
            r#"{"type":"tilslut/hand-over/v1"}"#,
            r#"{"type":"tilslut/hand-over/v2","handedOver":"2026-11-24T13:48:00Z","request":{}}"#,
            r#"{"type":"tilslut/hand-over/v1","handedOver":"2026-11-24T13:48:00Z","request":{}}"#,
            &deep,
        ] {
            assert_eq!(open_quick(plain.as_bytes()), Err(Trouble::Unreadable), "{plain:.80}");
        }
    }

    #[test]
    fn a_flipped_bit_anywhere_never_opens() {
        let file = quick(b"{}");
        for place in 0..file.len() {
            let mut changed = file.clone();
            changed[place] ^= 1;
            // A changed work factor may ask for real work, so it stays within what is allowed.
            let trouble = open(&changed, WORDS, Environment::Practice).unwrap_err();
            assert!(matches!(trouble, Trouble::WrongWords | Trouble::Unreadable), "{place}");
            assert!(decrypted(&changed, WORDS).is_err(), "{place}");
        }
        assert!(decrypted(&file, WORDS).is_ok());
    }

    #[test]
    fn a_file_that_ends_early_or_late_is_unreadable() {
        let file = quick(b"{}");
        for length in 0..file.len() {
            assert_eq!(decrypted(&file[..length], WORDS).err(), Some(Trouble::Unreadable), "{length}");
        }
        let longer = [file.as_slice(), b"x"].concat();
        assert_eq!(decrypted(&longer, WORDS).err(), Some(Trouble::Unreadable));
    }

    #[test]
    fn a_file_that_asks_for_too_much_work_is_refused_without_doing_it() {
        let file = quick(b"{}");
        let end = file.windows(3).position(|bytes| bytes == b" 1\n").expect("the work factor ends the line of the recipient");
        let asking = |factor: &str| [&file[..end], b" ", factor.as_bytes(), &file[end + 2..]].concat();
        assert_eq!(asking("1"), file);
        // Within the limit the work is done, and only then the words do not fit the changed factor.
        assert_eq!(decrypted(&asking("2"), WORDS).err(), Some(Trouble::WrongWords));
        for factor in ["19", "30", "63", "255"] {
            assert_eq!(decrypted(&asking(factor), WORDS).err(), Some(Trouble::Unreadable), "{factor}");
        }
    }

    #[test]
    fn a_file_for_another_kind_of_recipient_is_unreadable() {
        let identity = age::x25519::Identity::generate();
        let file = age::encrypt(&identity.to_public(), b"{}").unwrap();
        assert_eq!(open(&file, WORDS, Environment::Practice), Err(Trouble::Unreadable));
    }

    #[test]
    fn a_file_that_is_too_large_is_not_even_begun() {
        let plain = vec![b' '; FILE_MAX];
        assert_eq!(decrypted(&quick(&plain), WORDS).err(), Some(Trouble::Unreadable));
        assert!(decrypted(&quick(&plain[..FILE_MAX - 1_000]), WORDS).is_ok());
    }

    proptest! {
        #[test]
        fn any_bytes_and_any_words_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), words in ".*") {
            prop_assert_eq!(open(&bytes, &words, Environment::Live), Err(Trouble::Unreadable));
            let headed = [b"age-encryption.org/v1\n".as_slice(), &bytes].concat();
            prop_assert_eq!(open(&headed, &words, Environment::Live), Err(Trouble::Unreadable));
        }

        #[test]
        fn any_payload_is_read_or_refused(plain in prop::collection::vec(any::<u8>(), 0..300)) {
            prop_assert_eq!(open_quick(&plain), Err(Trouble::Unreadable));
        }
    }
}
