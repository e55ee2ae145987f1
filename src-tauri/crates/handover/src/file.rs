//! The file itself: what it holds, how it is locked, and every doubt about one that comes from
//! elsewhere.

use crate::Error;
use crate::container::{self, CASE_MAX, Container};
use crate::document::{Document, Room, named};
use crate::words::{self, COUNT};
use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt};
use domain::as_typed::NotAsTyped;
use domain::case::CaseId;
use domain::connection::Connection;
use domain::problem::Problem;
use domain::{Environment, Timestamp, day_in_denmark};
use evidence::{ApprovalRequest, Bundle, Outcome, Purpose, Reason, TrustAnchors, Verdict};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::borrow::Borrow;
use std::fmt;
use std::io::{self, BufReader, Read, Write};
use std::iter;
use std::time::Duration;
use zeroize::Zeroizing;

/// scrypt's work factor of the files that are made: N = 2^16 takes 64 MiB and well under a second
/// on an office machine. It is fixed, not measured, so that a file made on a fast machine opens on
/// a slow one.
const WORK_FACTOR: u8 = 16;

/// The most work that is done for a file from elsewhere: N = 2^18 takes 256 MiB and a few seconds.
/// A file that asks for more is refused before the work begins.
const WORK_FACTOR_MAX: u8 = 18;

/// How many bytes the header of a file may fill; with one scrypt recipient, the only kind that is
/// opened, it has about 150. A longer one is not read on: age begins a header anew at each of its
/// lines.
const HEADER_MAX: u64 = 1024;

/// How the last line of a header begins. Nothing before it can look like this
/// (age-encryption.org/v1, "Header").
const HEADER_END: &[u8] = b"\n--- ";

/// What a hand-over file holds.
#[derive(PartialEq, Eq)]
pub struct HandedOver {
    /// The case, under the name that the reporter's machine gave it.
    pub case: CaseId,
    /// What was prepared.
    pub connection: Connection,
    /// When the reporter wrote the file, as the reporter's machine says.
    pub handed_over: Timestamp,
    /// The documents that the connection encloses, each once: these and no others.
    pub documents: Vec<Document>,
    /// The evidence of the reporter's login, when there is one. [`HandedOver::verdict`] says what
    /// it proves.
    pub login: Option<Vec<u8>>,
}

impl HandedOver {
    /// What the reporter's login proves, when there is one: who handed over this very case, or
    /// nothing.
    pub fn verdict(&self, anchors: &TrustAnchors, now: Timestamp) -> Option<Verdict> {
        let verdict = evidence::verify_for(Purpose::HandOver, self.login.as_deref()?, anchors, now);
        let is_ours = |request: &ApprovalRequest| {
            request.is_about(&self.connection, anchors.environment, &self.case)
        };
        // Evidence of another hand-over is sound and says nothing about this one.
        let of_another =
            verdict.level().is_some() && !verdict.request.as_ref().is_some_and(is_ours);
        Some(if of_another {
            Verdict {
                outcome: Outcome::Invalid(Reason::RequestChanged),
                approver: None,
                protected: false,
                ..verdict
            }
        } else {
            verdict
        })
    }
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
    /// The evidence of the reporter's login.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    login: Option<Value>,
}

#[derive(Serialize, Deserialize)]
enum PayloadType {
    #[serde(rename = "tilslut/hand-over/v1")]
    V1,
}

/// Encrypts a request, the documents that it encloses and the reporter's login, if there is one (an
/// evidence bundle), with the words of [`crate::words()`]. Fewer than six words are refused: they
/// could be guessed. So are documents that [`open`] would not read.
///
/// # Errors
/// [`Error::NotWritten`] when the words are too few, the request is too large for a file, the login
/// is no evidence, or the documents are not just those that the request encloses, within the limits
/// of the rules.
pub fn seal(
    request: &ApprovalRequest,
    documents: &[Document],
    login: Option<&[u8]>,
    handed_over: Timestamp,
    words: &[impl Borrow<str>],
) -> Result<Vec<u8>, Error> {
    let login =
        login.map(|bytes| Bundle::parse(bytes).map_err(|_| Error::NotWritten)).transpose()?;
    let login = login
        .map(|bundle| serde_json::from_slice(&bundle.to_bytes()))
        .transpose()
        .map_err(|_| Error::NotWritten)?;
    let payload =
        Payload { r#type: PayloadType::V1, handed_over: handed_over.to_string(), request, login };
    let case = Zeroizing::new(serde_json::to_vec(&payload).map_err(|_| Error::NotWritten)?);
    let fits = u32::try_from(case.len()).is_ok_and(|length| length <= CASE_MAX);
    if words.len() < COUNT || !fits {
        return Err(Error::NotWritten);
    }
    let documents = in_order(request, documents).ok_or(Error::NotWritten)?;
    let words = Zeroizing::new(words.join(" "));
    encrypted(&words, WORK_FACTOR, |plain| container::write(plain, &case, &documents))
        .ok_or(Error::NotWritten)
}

/// The documents as the request names them; none when one is missing, is not named, or does not
/// fit.
fn in_order<'a>(request: &ApprovalRequest, documents: &'a [Document]) -> Option<Vec<&'a Document>> {
    let hashes = named(&request.connection().ok()?.enclosed);
    let mut room = Room::whole();
    let fit = documents.iter().all(|document| {
        let fits = u64::try_from(document.bytes().len()).is_ok_and(|length| room.take(length));
        fits && document.may_be_attached()
    });
    let find = |sha256: &[u8; 32]| documents.iter().find(|document| document.sha256() == sha256);
    let found: Vec<&Document> = hashes.iter().map(find).collect::<Option<_>>()?;
    (fit && found.len() == documents.len()).then_some(found)
}

/// How far the reporter's clock may be ahead of this one: a day, so that a wrong time zone is none.
const CLOCKS_APART: Duration = Duration::from_secs(24 * 60 * 60);

/// Opens a file, so that its case can be gone on with: [`read`], and every check that typing the
/// same now would have to pass.
///
/// # Errors
/// As [`read`].
pub fn open(
    file: impl Read,
    words_typed: &str,
    environment: Environment,
    now: Timestamp,
) -> Result<HandedOver, Error> {
    let opened = read(file, words_typed, environment)?;
    let dated = (opened.handed_over > now + CLOCKS_APART).then(|| Problem::HandoverDate.into());
    accepted(opened.connection.not_as_typed(day_in_denmark(now)).or(dated))?;
    Ok(opened)
}

/// Reads a file with the words as they were typed. Whatever the file holds, this ends within
/// seconds, without a panic, and with no more in memory than a real file may hold.
///
/// # Errors
/// [`Error::WrongWords`], [`Error::Unreadable`], [`Error::OtherEnvironment`],
/// [`Error::NotAccepted`] for a text that is not what it looks like.
pub fn read(
    file: impl Read,
    words_typed: &str,
    environment: Environment,
) -> Result<HandedOver, Error> {
    let (case, container) =
        Container::read(decrypted(file, words_typed)?).ok_or(Error::Unreadable)?;
    let payload: Payload<ApprovalRequest> =
        serde_json::from_slice(&case).map_err(|_| Error::Unreadable)?;
    if payload.request.environment() != environment {
        return Err(Error::OtherEnvironment);
    }
    let case = payload.request.case();
    if case.0.len() != 32 || !case.0.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        return Err(Error::Unreadable);
    }
    let connection = payload.request.connection().map_err(|_| Error::Unreadable)?;
    accepted(connection.not_as_written())?;
    let handed_over = payload.handed_over.parse().map_err(|_| Error::Unreadable)?;
    let login = payload.login.map(bundle).transpose()?;
    let documents = container.documents(&named(&connection.enclosed)).ok_or(Error::Unreadable)?;
    Ok(HandedOver { case, connection, handed_over, documents, login })
}

fn accepted(wrong: Option<NotAsTyped>) -> Result<(), Error> {
    match wrong {
        Some(NotAsTyped { problem, administrator }) => {
            Err(Error::NotAccepted { problem, administrator })
        }
        None => Ok(()),
    }
}

/// The bytes of the evidence, in the one spelling that they have.
fn bundle(login: Value) -> Result<Vec<u8>, Error> {
    let bytes = serde_json::to_vec(&login).map_err(|_| Error::Unreadable)?;
    Ok(Bundle::parse(&bytes).map_err(|_| Error::Unreadable)?.to_bytes())
}

fn encrypted(
    words: &str,
    work_factor: u8,
    fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Option<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(passphrase(words));
    recipient.set_work_factor(work_factor);
    let encryptor = Encryptor::with_recipients(iter::once(&recipient as _)).ok()?;
    let mut file = Vec::new();
    let mut plain = encryptor.wrap_output(&mut file).ok()?;
    fill(&mut plain).ok()?;
    plain.finish().ok()?;
    Some(file)
}

/// What lies inside the encryption, as far as it is read: each piece is known to be unharmed before
/// it is given out.
fn decrypted(mut file: impl Read, words_typed: &str) -> Result<impl Read, Error> {
    let mut header = Vec::new();
    file.by_ref().take(HEADER_MAX).read_to_end(&mut header).map_err(|_| Error::Unreadable)?;
    if !header.windows(HEADER_END.len()).any(|bytes| bytes == HEADER_END) {
        return Err(Error::Unreadable);
    }
    let whole = io::Cursor::new(header).chain(BufReader::new(file));
    let decryptor = Decryptor::new_buffered(whole).map_err(|_| Error::Unreadable)?;
    let mut identity = scrypt::Identity::new(passphrase(words_typed));
    identity.set_max_work_factor(WORK_FACTOR_MAX);
    decryptor.decrypt(iter::once(&identity as _)).map_err(|error| match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => Error::WrongWords,
        _ => Error::Unreadable,
    })
}

fn passphrase(words: &str) -> SecretString {
    SecretString::from(words::spelled(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::cell::Cell;

    const WORDS: &str = "anker birk cello dans emne fugl";

    fn now() -> Timestamp {
        "2026-11-24T13:48:00Z".parse().unwrap()
    }

    /// As a file that is made, but with little work, so that hundreds can be opened.
    fn quick(plain: &[u8]) -> Vec<u8> {
        encrypted(WORDS, 1, |to| to.write_all(plain)).unwrap()
    }

    fn open_quick(plain: &[u8]) -> Result<HandedOver, Error> {
        open(quick(plain).as_slice(), WORDS, Environment::Practice, now())
    }

    /// Everything that lies inside a file.
    fn inside(file: impl Read) -> Result<Vec<u8>, Error> {
        let mut plain = Vec::new();
        decrypted(file, WORDS)?
            .read_to_end(&mut plain)
            .map(|_| plain)
            .map_err(|_| Error::Unreadable)
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
            assert_eq!(open_quick(plain.as_bytes()), Err(Error::Unreadable), "{plain:.80}");
        }
    }

    #[test]
    fn a_flipped_bit_anywhere_never_opens() {
        let file = quick(b"{}");
        for place in 0..file.len() {
            let mut changed = file.clone();
            changed[place] ^= 1;
            // A changed work factor may ask for real work, so it stays within what is allowed.
            let trouble =
                open(changed.as_slice(), WORDS, Environment::Practice, now()).unwrap_err();
            assert!(matches!(trouble, Error::WrongWords | Error::Unreadable), "{place}");
            assert!(inside(changed.as_slice()).is_err(), "{place}");
        }
        assert_eq!(inside(file.as_slice()), Ok(b"{}".to_vec()));
    }

    #[test]
    fn a_file_that_ends_early_or_late_is_unreadable() {
        let file = quick(b"{}");
        for length in 0..file.len() {
            assert_eq!(inside(&file[..length]), Err(Error::Unreadable), "{length}");
        }
        let longer = [file.as_slice(), b"x"].concat();
        assert_eq!(inside(longer.as_slice()), Err(Error::Unreadable));
    }

    #[test]
    fn a_file_that_asks_for_too_much_work_is_refused_without_doing_it() {
        let file = quick(b"{}");
        let end = file
            .windows(3)
            .position(|bytes| bytes == b" 1\n")
            .expect("the work factor ends the line of the recipient");
        let asking =
            |factor: &str| [&file[..end], b" ", factor.as_bytes(), &file[end + 2..]].concat();
        assert_eq!(asking("1"), file);
        // Within the limit the work is done, and only then the words do not fit the changed factor.
        assert_eq!(inside(asking("2").as_slice()), Err(Error::WrongWords));
        for factor in ["19", "30", "63", "255"] {
            assert_eq!(inside(asking(factor).as_slice()), Err(Error::Unreadable), "{factor}");
        }
    }

    #[test]
    fn a_file_for_another_kind_of_recipient_is_unreadable() {
        let identity = age::x25519::Identity::generate();
        let file = age::encrypt(&identity.to_public(), b"{}").unwrap();
        assert_eq!(
            open(file.as_slice(), WORDS, Environment::Practice, now()),
            Err(Error::Unreadable)
        );
    }

    /// What is read from it, counted.
    struct Counted<'a, R>(R, &'a Cell<usize>);

    impl<R: Read> Read for Counted<'_, R> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let read = self.0.read(buffer)?;
            self.1.set(self.1.get() + read);
            Ok(read)
        }
    }

    fn read_of(file: impl Read) -> usize {
        let read = Cell::new(0);
        assert_eq!(
            open(Counted(file, &read), WORDS, Environment::Practice, now()),
            Err(Error::Unreadable)
        );
        read.get()
    }

    #[test]
    fn no_more_of_a_file_is_read_than_a_real_one_may_hold() {
        let few = 256 * 1024;
        assert!(read_of(io::repeat(b'x')) < few, "not a hand-over file");
        let long_header = b"age-encryption.org/v1\n".chain(io::repeat(b'\n'));
        assert!(read_of(long_header) < few, "a header without end");
        let many_lines =
            b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 1\n".chain(io::repeat(b'A'));
        assert!(read_of(many_lines) < few, "a stanza without end");
        let case_max = usize::try_from(CASE_MAX).unwrap();
        let large = vec![b' '; 4 * case_max];
        assert!(read_of(quick(&large).as_slice()) < case_max + few, "a case that is too long");
        let lying =
            [b"tilslut/hand-over-with-documents/v1\n".as_slice(), &[0xFF; 4], &large].concat();
        assert!(
            read_of(quick(&lying).as_slice()) < few,
            "a case that claims to be longer than it may be"
        );
    }

    proptest! {
        #[test]
        fn any_bytes_and_any_words_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..300), words in ".*") {
            prop_assert_eq!(open(bytes.as_slice(), &words, Environment::Live, now()), Err(Error::Unreadable));
            let headed = [b"age-encryption.org/v1\n".as_slice(), &bytes].concat();
            prop_assert_eq!(open(headed.as_slice(), &words, Environment::Live, now()), Err(Error::Unreadable));
        }

        #[test]
        fn any_payload_is_read_or_refused(plain in prop::collection::vec(any::<u8>(), 0..300)) {
            prop_assert_eq!(open_quick(&plain), Err(Error::Unreadable));
            let contained = [b"tilslut/hand-over-with-documents/v1\n".as_slice(), &plain].concat();
            prop_assert_eq!(open_quick(&contained), Err(Error::Unreadable));
        }
    }
}
