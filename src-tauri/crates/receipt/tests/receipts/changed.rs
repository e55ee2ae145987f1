//! Whoever changed a receipt shows, and what is no receipt is refused.

use crate::inside::usual;
use lopdf::{Dictionary, Document, Object};
use receipt::{NotAReceipt, evidence_in, read};

#[test]
fn a_file_that_is_no_receipt_is_told_from_a_changed_one() {
    let pdf = usual().pdf();
    let foreign = crate::board::samples().remove(0).1.pdf();
    let torn = |from: &str, to: &str| {
        assert_eq!(from.len(), to.len());
        let place = pdf.windows(from.len()).position(|window| window == from.as_bytes()).unwrap();
        let mut torn = pdf.clone();
        torn[place..place + to.len()].copy_from_slice(to.as_bytes());
        torn
    };
    for (what, file, wanted) in [
        ("nothing", Vec::new(), NotAReceipt::Unreadable),
        ("text", b"Kvittering".to_vec(), NotAReceipt::Unreadable),
        ("a head", b"%PDF-1.7".to_vec(), NotAReceipt::Unreadable),
        ("half", pdf[..pdf.len() / 2].to_vec(), NotAReceipt::Unreadable),
        ("large", vec![b' '; receipt::record::MAILS_LIMIT + (8 << 20) + 1], NotAReceipt::TooLarge),
        ("another document", foreign, NotAReceipt::Foreign),
        (
            "another number",
            torn("<tilslut:number>12<", "<tilslut:number>13<"),
            NotAReceipt::Changed,
        ),
        ("another case", torn("<tilslut:case>9f3c", "<tilslut:case>9f3d"), NotAReceipt::Changed),
        (
            "another environment",
            torn("<tilslut:environment>practice<", "<tilslut:environment>practise<"),
            NotAReceipt::Changed,
        ),
    ] {
        assert_eq!(read(&file).map(|contents| contents.link), Err(wanted), "{what}");
    }
}

#[test]
fn no_byte_can_be_changed_unnoticed() {
    let case = usual();
    let pdf = case.pdf();
    // Some bytes of each kind of content, and more of the head and of the tail, where the file says
    // how it is put together.
    let places = (0..pdf.len()).filter(|place| {
        place % 101 == 0 || *place < 50 || (*place > pdf.len() - 300 && place % 3 == 0)
    });
    for (place, change) in places.zip([1, 0x20, 0x80].into_iter().cycle()) {
        let mut changed = pdf.clone();
        changed[place] ^= change;
        let Ok(contents) = read(&changed) else { continue };
        assert!(!contents.whole, "byte {place}, bit {change:#x}");
        // The evidence is what it was, or is not handed out.
        assert_eq!(
            (contents.bundle, contents.link),
            (case.evidence.bundle.clone(), Some(case.link.clone())),
            "byte {place}"
        );
    }
}

#[test]
fn a_file_that_was_saved_anew_still_holds_its_evidence_but_is_not_whole() {
    let case = usual();
    let mut file = Document::load_mem(&case.pdf()).unwrap();
    let mut saved = Vec::new();
    file.save_to(&mut saved).unwrap();
    let contents = read(&saved).unwrap();
    assert!(!contents.whole);
    assert_eq!(contents.bundle, case.evidence.bundle);
}

#[test]
fn hostile_files_are_refused_in_bounded_time_and_memory() {
    let nested = |open: &str| {
        format!(
            "%PDF-1.7\n1 0 obj\n{}\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
            open.repeat(100_000)
        )
    };
    let mut files: Vec<Vec<u8>> = ["[", "<<", "(", "<</A[", "1 0 R ", "%"]
        .iter()
        .map(|open| nested(open).into_bytes())
        .collect();
    files.push(b"%PDF-1.7\n1 0 obj<</Type/Catalog/Metadata 1 0 R>>endobj\ntrailer<</Root 1 0 R/Prev 0>>\nstartxref\n0\n%%EOF".to_vec());
    files.push(
        format!(
            "%PDF-1.7\n{}",
            "1 0 obj<</Length 9999999999>>stream\nx\nendstream endobj\n".repeat(1_000)
        )
        .into_bytes(),
    );
    files.push(bomb());
    for file in files {
        assert!(read(&file).is_err());
        assert_eq!(evidence_in(&file), None);
    }
    // A small receipt cut at every hundredth byte, and with its end doubled.
    let pdf = usual().pdf();
    for end in (0..pdf.len()).step_by(997) {
        assert!(read(&pdf[..end]).is_err(), "{end}");
    }
    let mut doubled = pdf.clone();
    doubled.extend_from_slice(&pdf[pdf.len() - 2_000..]);
    assert!(read(&doubled).map_or(true, |contents| !contents.whole));
}

/// A hundred megabytes of nothing, as metadata.
fn bomb() -> Vec<u8> {
    let mut file = Document::with_version("1.7");
    let mut stream = lopdf::Stream::new(Dictionary::new(), vec![b' '; 100 << 20]);
    stream.compress().unwrap();
    let metadata = file.add_object(stream);
    let catalog = file.add_object(Dictionary::from_iter([
        ("Type", Object::from("Catalog")),
        ("Metadata", metadata.into()),
    ]));
    file.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}
