//! A genuine receipt, edited: pages, what is enclosed, metadata, or any byte of the file, by hand
//! or by somebody who reckons the checksum anew. Whatever was done, the pages never count as they
//! were made, and so nothing is accepted, once something that a person reads is another.

use domain::approver::LoginName;
use domain::case::Evidence;
use domain::verification::{Conclusion, Pages};
use domain::{Language, Timestamp};
use evidence::anchors;
use lopdf::{Document, Object, ObjectId, StringFormat};
use receipt::verification::{Judged, Trust, recognise, verify};
use receipt::{Delivered, Made, Receipt};
use sha2::{Digest as _, Sha256};
use std::sync::OnceLock;

/// Later than every kept bundle.
const NOW: Timestamp = Timestamp::constant(4_000_000_000, 0);

/// What a person reads in a file: each page as it is drawn, every font and picture, every file
/// inside, and the title.
#[derive(PartialEq)]
struct Read {
    pages: Vec<Vec<u8>>,
    streams: Vec<Vec<u8>>,
    title: Vec<u8>,
    annotations: usize,
}

/// The bytes say how it is edited: what, how it is saved, where, and with which bytes.
pub(crate) fn edited(bytes: &[u8]) {
    static GENUINE: OnceLock<Option<Vec<u8>>> = OnceLock::new();
    let Some(genuine) = GENUINE.get_or_init(genuine) else { return };
    let [what, how, place @ ..] = bytes else { return };
    let Some((place, put)) = place.split_first_chunk::<2>() else { return };
    let place = usize::from(u16::from_be_bytes(*place));
    let Some(file) = (match what % 5 {
        0 => Some(flipped(genuine, place, put)),
        _ => edit(genuine, *what, place, put).and_then(|file| save(file, *how)),
    }) else {
        return;
    };
    let practice = anchors::practice();
    let trust = Trust {
        anchors: &practice,
        is_named: false,
        practice_too: true,
        known: &|_| Vec::new(),
        is_case_file: &casefile::is_approved,
    };
    let Ok(content) = recognise(file.clone()) else { return };
    let Some(Judged::Evidence(verified)) = verify(content, &trust, NOW) else { return };
    let accepted =
        verified.conclusion == Conclusion::Genuine && verified.pages.is_some_and(Pages::hold);
    if accepted {
        assert!(read(&file) == read(genuine), "an edited receipt was accepted");
    }
}

/// A bundle that the practice broker's published key signed, of a case as Tilslut names them.
const BUNDLE: &[u8] = include_bytes!("../../cli/tests/evidence/practice.json");

/// Its receipt.
fn genuine() -> Option<Vec<u8>> {
    let (bundle, verdict) = (BUNDLE.to_vec(), evidence::verify(BUNDLE, &anchors::practice(), NOW));
    let request = verdict.request.as_ref()?;
    let connection = request.connection().ok()?;
    let (case, environment) = (request.case(), request.environment());
    let evidence = Evidence {
        bundle: bundle.clone(),
        level: verdict.level()?,
        approver: LoginName::NotGiven,
        approved_at: verdict.approved_at?,
        control_code: request.control_code(),
        authority: verdict.authority,
        clock_offset: verdict.clock_offset,
    };
    let case_json = casefile::approved(&connection, environment).ok()?;
    receipt::pdf(&Receipt {
        environment,
        language: Language::Danish,
        case: &case,
        connection: &connection,
        evidence: &evidence,
        approver: None,
        discarded_approvals: &[],
        verdict: &verdict,
        delivery: Delivered::NotConfirmed,
        made: Made::At(evidence.approved_at),
        bundle: &bundle,
        case_json: case_json.as_bytes(),
        link: None,
    })
    .ok()
}

fn flipped(genuine: &[u8], place: usize, put: &[u8]) -> Vec<u8> {
    let mut file = genuine.to_vec();
    for (byte, other) in file.iter_mut().skip(place).zip(put) {
        *byte ^= other;
    }
    file
}

/// One edit of an object.
fn edit(genuine: &[u8], what: u8, place: usize, put: &[u8]) -> Option<Document> {
    let mut file = Document::load_mem(genuine).ok()?;
    if what % 5 == 1 {
        let pages: Vec<ObjectId> = file.page_iter().collect();
        let page = *pages.get(place % pages.len().max(1))?;
        let whole = [&file.get_page_content(page)[..], put].concat();
        file.change_page_content(page, whole).ok()?;
        return Some(file);
    }
    let objects: Vec<ObjectId> = file.objects.keys().copied().collect();
    let object = file.objects.get_mut(objects.get(place % objects.len().max(1))?)?;
    match (what % 5, object) {
        (2, Object::Stream(stream)) => {
            let mut plain = stream.get_plain_content().ok()?;
            let at = usize::from(*put.first()?) * plain.len() / 256;
            for (byte, other) in plain.iter_mut().skip(at).zip(put) {
                *byte ^= other;
            }
            stream.dict.remove(b"Filter");
            stream.set_plain_content(plain);
        }
        (3, Object::Dictionary(dictionary)) => {
            let key = dictionary.iter().nth(usize::from(*put.first()?)).map(|(key, _)| key.clone());
            dictionary.set(key?, Object::string_literal(put.to_vec()));
        }
        (4, Object::Dictionary(dictionary)) => {
            let key = dictionary.iter().nth(usize::from(*put.first()?)).map(|(key, _)| key.clone());
            dictionary.remove(&key?);
        }
        _ => return None,
    }
    Some(file)
}

/// Saved as programs do, or as a forger does who reckons the checksum anew.
fn save(mut file: Document, how: u8) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    if how.is_multiple_of(2) {
        file.save_to(&mut bytes).ok()?;
        return Some(bytes);
    }
    let nothing = Object::String(vec![0; 16], StringFormat::Hexadecimal);
    file.trailer.set("ID", Object::Array(vec![nothing.clone(), nothing]));
    file.save_modern(&mut bytes).ok()?;
    let hash: String =
        Sha256::digest(&bytes).iter().take(16).map(|byte| format!("{byte:02X}")).collect();
    for _ in 0..2 {
        let place = bytes.windows(32).rposition(|window| window == [b'0'; 32])?;
        bytes.get_mut(place..place + 32)?.copy_from_slice(hash.as_bytes());
    }
    Some(bytes)
}

fn read(file: &[u8]) -> Option<Read> {
    let file = Document::load_mem(file).ok()?;
    let is_read = |object: &&Object| {
        let Ok(stream) = object.as_stream() else { return false };
        let kind = stream.dict.get(b"Type").and_then(Object::as_name).unwrap_or_default();
        ![&b"Metadata"[..], b"XRef", b"ObjStm"].contains(&kind)
    };
    let streams =
        file.objects.values().filter(is_read).filter_map(|object| object.as_stream().ok());
    let mut streams: Vec<Vec<u8>> =
        streams.map(|stream| stream.get_plain_content().unwrap_or_default()).collect();
    streams.sort();
    let about = file.trailer.get(b"Info").and_then(Object::as_reference).ok()?;
    let title = file.get_dictionary(about).ok()?.get(b"Title").and_then(Object::as_str).ok()?;
    let annotations = file.page_iter().filter_map(|page| file.get_page_annotations(page).ok());
    Some(Read {
        pages: file.page_iter().map(|page| file.get_page_content(page)).collect(),
        streams,
        title: title.to_vec(),
        annotations: annotations.map(|all| all.len()).sum(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Otherwise the promise above would be kept by accepting nothing.
    #[test]
    fn the_genuine_receipt_is_accepted_and_so_is_one_that_was_saved_by_another_program() {
        let genuine = genuine().unwrap();
        let again = save(Document::load_mem(&genuine).unwrap(), 0).unwrap();
        let practice = anchors::practice();
        let trust = Trust {
            anchors: &practice,
            is_named: false,
            practice_too: true,
            known: &|_| Vec::new(),
            is_case_file: &casefile::is_approved,
        };
        for (file, pages) in [(genuine, Pages::AsMade), (again, Pages::ReSaved)] {
            let judged = verify(recognise(file).unwrap(), &trust, NOW);
            let Some(Judged::Evidence(verified)) = judged else { panic!("no evidence") };
            assert_eq!((verified.conclusion, verified.pages), (Conclusion::Genuine, Some(pages)));
        }
    }

    /// Every kind of edit, at many places, by hand and by a forger.
    #[test]
    fn no_edit_of_what_a_person_reads_is_accepted() {
        for what in 0..5 {
            for how in 0..2 {
                for place in (0..60_u16).map(|place| place * if what == 0 { 997 } else { 3 }) {
                    let [high, low] = place.to_be_bytes();
                    edited(&[what, how, high, low, place.to_be_bytes()[1] | 1, 7, 1]);
                }
            }
        }
    }
}
