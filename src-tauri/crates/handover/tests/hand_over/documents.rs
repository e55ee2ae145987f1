//! The documents travel with their case: all of them, unharmed, and nothing else.

use crate::sample::{CASE, connection, handed_over, six};
use age::secrecy::SecretString;
use age::{Decryptor, scrypt};
use domain::Environment::Practice;
use domain::case::CaseId;
use domain::connection::Connection;
use domain::documents::Enclosed;
use domain::rules::book;
use evidence::ApprovalRequest;
use handover::{Document, Error, HandedOver, open, seal, write};
use std::fs::File;
use std::io::Read as _;
use std::iter;

/// What `container.rs` says.
const FIRST_LINE: &[u8] = b"tilslut/hand-over-with-documents/v1\n";

fn pdf(length: usize, unlike: u8) -> Vec<u8> {
    let mut bytes = vec![unlike; length];
    bytes[..8].copy_from_slice(b"%PDF-1.7");
    bytes
}

fn png() -> Vec<u8> {
    b"\x89PNG\r\n\x1a\nKanariebillede".to_vec()
}

/// A connection that encloses these documents, each as a proof of its own.
fn enclosing(documents: &[&[u8]]) -> Connection {
    let enclosed = |(n, bytes): (usize, &&[u8])| Enclosed {
        kind: format!("kind-{n}"),
        name: format!("Kanariefil {n}"),
        sha256: *Document::from(bytes.to_vec()).sha256(),
    };
    Connection { enclosed: documents.iter().enumerate().map(enclosed).collect(), ..connection() }
}

fn request(connection: &Connection) -> ApprovalRequest {
    ApprovalRequest::of(connection, Practice, &CaseId(CASE.into()))
}

fn sealed(connection: &Connection, documents: &[&[u8]]) -> Result<Vec<u8>, Error> {
    let documents: Vec<Document> = documents.iter().map(|bytes| bytes.to_vec().into()).collect();
    seal(&request(connection), &documents, None, handed_over(), &six())
}

fn opened(file: &[u8]) -> Result<HandedOver, Error> {
    open(file, &six().join(" "), Practice, handed_over())
}

fn passphrase() -> SecretString {
    six().join("-").into()
}

/// A file as anyone could make it who has the words.
fn locked(plain: &[u8]) -> Vec<u8> {
    let mut recipient = scrypt::Recipient::new(passphrase());
    recipient.set_work_factor(1);
    age::encrypt(&recipient, plain).unwrap()
}

/// What anyone sees who has the words, without Tilslut.
fn unlocked(file: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    let identity = scrypt::Identity::new(passphrase());
    Decryptor::new_buffered(file)
        .unwrap()
        .decrypt(iter::once(&identity as _))
        .unwrap()
        .read_to_end(&mut plain)
        .unwrap();
    plain
}

/// The JSON of a case in a file.
fn case(connection: &Connection) -> Vec<u8> {
    let request = String::from_utf8(request(connection).canonical()).unwrap();
    format!(
        r#"{{"type":"tilslut/hand-over/v1","handedOver":"{}","request":{request}}}"#,
        handed_over()
    )
    .into_bytes()
}

fn part(bytes: &[u8]) -> Vec<u8> {
    [&u32::try_from(bytes.len()).unwrap().to_be_bytes(), bytes].concat()
}

fn container(connection: &Connection, documents: &[&[u8]]) -> Vec<u8> {
    let parts: Vec<Vec<u8>> = documents.iter().map(|bytes| part(bytes)).collect();
    [FIRST_LINE, &part(&case(connection)), &parts.concat()].concat()
}

#[test]
fn documents_come_out_as_they_went_in_through_a_file_on_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Nordlys.tilslut");
    let (one, two) = (pdf(3_000_000, 1), png());
    let connection = enclosing(&[&one, &two]);
    write(&path, &sealed(&connection, &[&two, &one]).unwrap()).unwrap();
    let opened =
        open(File::open(&path).unwrap(), &six().join(" "), Practice, handed_over()).unwrap();
    assert_eq!(opened.connection, connection);
    let bytes: Vec<&[u8]> = opened.documents.iter().map(Document::bytes).collect();
    assert!(bytes == [&one[..], &two], "in the order of the request");
    for document in &opened.documents {
        assert_eq!(*document.sha256(), *Document::from(document.bytes().to_vec()).sha256());
    }
    assert!(!format!("{opened:?}{:?}", opened.documents).contains("Kanarie"));
    assert_eq!(
        open(File::open(folder.path()).unwrap(), "", Practice, handed_over()),
        Err(Error::Unreadable),
        "a folder"
    );
}

#[test]
fn the_layout_is_the_documented_one() {
    let (one, two) = (pdf(100, 1), png());
    let connection = enclosing(&[&one, &two]);
    let plain = unlocked(&sealed(&connection, &[&one, &two]).unwrap());
    let laid_out = container(&connection, &[&one, &two]);
    assert!(plain.starts_with(FIRST_LINE) && plain.ends_with(&[part(&one), part(&two)].concat()));
    assert_eq!(plain.len(), laid_out.len());
    assert_eq!(opened(&locked(&laid_out)).unwrap(), opened(&locked(&plain)).unwrap());
}

#[test]
fn a_file_with_a_request_of_the_first_version_is_opened_as_it_was_written() {
    let before = include_bytes!("before.json").trim_ascii_end();
    let opened = opened(&locked(before)).unwrap();
    let mut then = connection();
    // What was called "opened" then was Tilslut's own summary.
    then.terms.summary_shown = then.terms.official.take().map(|text| text.opened);
    assert_eq!((opened.connection, opened.documents), (then, vec![]));
    let now = unlocked(&sealed(&connection(), &[]).unwrap());
    assert!(String::from_utf8_lossy(&now).contains("tilslut/approval-request/v2"));
}

#[test]
fn a_file_that_proves_two_things_travels_once() {
    let both = pdf(2_000_000, 1);
    let connection = enclosing(&[&both, &both]);
    let file = sealed(&connection, &[&both]).unwrap();
    assert!(file.len() < 2_100_000);
    let opened = opened(&file).unwrap();
    assert_eq!((opened.connection.enclosed.len(), opened.documents.len()), (2, 1));
}

#[test]
fn only_the_documents_that_the_request_encloses_make_a_file() {
    let (one, two, other) = (pdf(100, 1), png(), pdf(100, 3));
    let connection = enclosing(&[&one, &two]);
    for wrong in [&[][..], &[&one[..]], &[&one, &other], &[&one, &two, &other], &[&one, &two, &two]]
    {
        assert_eq!(sealed(&connection, wrong), Err(Error::NotWritten), "{} documents", wrong.len());
    }
    let program = b"MZ\x90\0".as_slice();
    assert_eq!(sealed(&enclosing(&[program]), &[program]), Err(Error::NotWritten));
}

#[test]
fn missing_surplus_and_changed_documents_are_unreadable() {
    let (one, two) = (pdf(100, 1), png());
    let connection = enclosing(&[&one, &two]);
    let mut changed = two.clone();
    changed[20] ^= 1;
    let program = b"MZ\x90\0".as_slice();
    for (plain, what) in [
        (case(&connection), "no documents at all"),
        (container(&connection, &[]), "no documents in the container"),
        (container(&connection, &[&one]), "one is missing"),
        (container(&connection, &[&one, &two, &one]), "one too many"),
        (container(&connection, &[&two, &one]), "in another order"),
        (container(&connection, &[&one, &changed]), "one is changed"),
        (container(&enclosing(&[]), &[&one]), "one that is not named"),
        (container(&enclosing(&[program]), &[program]), "not a document"),
        (container(&enclosing(&[b""]), &[b""]), "an empty one"),
        ([container(&connection, &[&one, &two]).as_slice(), b"\0"].concat(), "a byte too many"),
    ] {
        assert_eq!(opened(&locked(&plain)), Err(Error::Unreadable), "{what}");
    }
    assert!(opened(&locked(&container(&connection, &[&one, &two]))).is_ok());
}

#[test]
fn a_container_that_ends_early_is_unreadable_wherever_it_ends() {
    let one = pdf(40, 1);
    let plain = container(&enclosing(&[&one]), &[&one]);
    for length in 0..plain.len() {
        assert_eq!(opened(&locked(&plain[..length])), Err(Error::Unreadable), "{length}");
    }
}

#[test]
fn a_file_cut_off_between_two_pieces_of_the_encryption_is_unreadable() {
    let one = pdf(200_000, 1);
    let file = locked(&container(&enclosing(&[&one]), &[&one]));
    let piece = 64 * 1024 + 16;
    for pieces in 1..=3 {
        let cut = file.len() - file.len() % piece - (pieces - 1) * piece;
        for around in cut - 20..(cut + 20).min(file.len()) {
            assert_eq!(opened(&file[..around]), Err(Error::Unreadable), "{around}");
        }
    }
}

#[test]
fn lengths_that_lie_are_unreadable() {
    let one = pdf(100, 1);
    let connection = enclosing(&[&one]);
    let whole = container(&connection, &[&one]);
    let places = [FIRST_LINE.len(), FIRST_LINE.len() + 4 + case(&connection).len()];
    for place in places {
        let length = u32::from_be_bytes(whole[place..place + 4].try_into().unwrap());
        for lie in [
            0,
            1,
            length - 1,
            length + 1,
            length << 8,
            10 * 1024 * 1024 + 1,
            u32::MAX - 1,
            u32::MAX,
        ] {
            let mut plain = whole.clone();
            plain[place..place + 4].copy_from_slice(&lie.to_be_bytes());
            assert_eq!(opened(&locked(&plain)), Err(Error::Unreadable), "{lie} for {length}");
        }
    }
}

#[test]
fn the_limits_of_the_rules_hold_when_a_file_is_made_and_when_it_is_opened() {
    let limits = &book().documents.limits;
    let each = usize::try_from(limits.bytes_each()).unwrap();
    let most = usize::try_from(limits.bytes_together()).unwrap() / each;
    let largest: Vec<Vec<u8>> = (1..=most).map(|n| pdf(each, u8::try_from(n).unwrap())).collect();
    let mut documents: Vec<&[u8]> = largest.iter().map(Vec::as_slice).collect();
    let connection = enclosing(&documents);
    let file = sealed(&connection, &documents).unwrap();
    assert_eq!(opened(&file).unwrap().documents.len(), most, "as large as a case can be");

    let (larger, one_more) = (pdf(each + 1, 9), png());
    assert_eq!(sealed(&enclosing(&[&larger]), &[&larger]), Err(Error::NotWritten));
    assert_eq!(
        opened(&locked(&container(&enclosing(&[&larger]), &[&larger]))),
        Err(Error::Unreadable)
    );
    documents.push(&one_more);
    let connection = enclosing(&documents);
    assert_eq!(sealed(&connection, &documents), Err(Error::NotWritten));
    assert_eq!(opened(&locked(&container(&connection, &documents))), Err(Error::Unreadable));
}

#[test]
fn nothing_of_a_document_stands_readable_in_the_file() {
    let file = sealed(&enclosing(&[&png()]), &[&png()]).unwrap();
    for inside in [b"Kanarie".as_slice(), b"PNG", b"tilslut/"] {
        assert!(!file.windows(inside.len()).any(|bytes| bytes == inside));
    }
}
