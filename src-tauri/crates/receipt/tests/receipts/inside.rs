//! What is inside a receipt comes out again as it went in, and whoever changed it shows.

use crate::case::{Case, many, samples};
use crate::reading::detached;
use domain::case::CaseId;
use domain::{Environment, Language};
use lopdf::{Dictionary, Document, Object, StringFormat};
use receipt::{
    CASE_NAME, EVIDENCE_NAME, Error, Link, LinkHash as _, NotAReceipt, evidence_in, read,
};
use sha2::{Digest as _, Sha256};

fn usual() -> Case {
    Case::usual(Environment::Practice, Language::Danish)
}

#[test]
fn what_went_in_comes_out_byte_for_byte() {
    for (name, case) in samples() {
        let contents = read(&case.pdf()).unwrap();
        assert_eq!(contents.bundle, case.evidence.bundle, "{name}");
        assert_eq!(contents.case, case.case_json, "{name}");
        assert_eq!(contents.link.as_ref(), Some(&case.link), "{name}");
        assert_eq!(
            (contents.language, contents.environment),
            (case.language, case.environment),
            "{name}"
        );
        assert!(contents.whole, "{name}");
    }
}

#[test]
fn another_reader_takes_out_the_same_files() {
    let case = usual();
    let pdf = case.pdf();
    assert_eq!(detached(&pdf, EVIDENCE_NAME), case.evidence.bundle);
    assert_eq!(detached(&pdf, CASE_NAME), case.case_json);
}

#[test]
fn any_bytes_can_be_inside() {
    for bytes in [
        Vec::new(),
        vec![0; 100_000],
        (0..=255).collect(),
        b"endstream endobj %%EOF <tilslut:case>x</tilslut:case>".to_vec(),
    ] {
        let mut case = usual();
        case.case_json = bytes.clone();
        assert_eq!(read(&case.pdf()).unwrap().case, bytes);
    }
}

#[test]
fn only_the_bundle_that_was_verified_goes_in() {
    let case = usual();
    let others = [
        Link { bundle_sha256: [0; 32], ..case.link.clone() },
        Link { case: CaseId("0".repeat(32)), ..case.link.clone() },
    ];
    for link in &others {
        assert_eq!(
            receipt::pdf(&receipt::Receipt { link: Some(link), ..case.receipt() }),
            Err(Error::Unproven),
            "{link:?}"
        );
    }
    assert_eq!(
        receipt::pdf(&receipt::Receipt { bundle: b"{}", ..case.receipt() }),
        Err(Error::Unproven)
    );
}

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

/// Mail gateways, scanners and web servers put things before the header; readers look for it within
/// a kilobyte and count from there.
#[test]
fn what_stands_before_the_header_is_passed_over() {
    let pdf = usual().pdf();
    let long = vec![b' '; 1019];
    for before in [
        &b"\n"[..],
        b"\xEF\xBB\xBF",
        b"\r\n\r\n",
        b"Content-Type: application/pdf\r\n\r\n",
        b"\0\0\0",
        b"%!PS-Adobe-3.0 ",
        &long,
    ] {
        let file = [before, &pdf].concat();
        assert!(receipt::is_pdf(&file), "{before:?}");
        let contents = read(&file).unwrap();
        assert_eq!(contents, read(&pdf).unwrap(), "{before:?}");
        assert!(contents.whole);
        assert_eq!(receipt::evidence_in(&file), Some(contents.bundle));
    }
    let late = [&vec![b' '; 1020][..], &pdf].concat();
    assert_eq!(
        (receipt::is_pdf(&late), read(&late).map(|_| ())),
        (false, Err(NotAReceipt::Unreadable))
    );
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

/// A kind of change by somebody who knows how a receipt is made and makes it look whole again, and
/// whether that shows.
type Forgery = (&'static str, fn(&mut Document), Shows);

#[derive(Debug, PartialEq, Eq)]
enum Shows {
    /// The file itself contradicts it.
    Reading,
    /// The evidence in it is another, which `evidence::verify` judges and the short proof on paper
    /// denies.
    Evidence,
    /// The link is another, which the receipt after it denies.
    Chain,
    /// Nowhere in what is read: it is outside the proof, and told by making the pages again
    /// (`docs/receipt.md`).
    Nowhere,
}

/// SHA-256 of `{}`.
const NOTHING: &str = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

const FORGERIES: &[Forgery] = &[
    ("evidence", |file| enclosed(file, "tilslut-evidence.json", b"{\"other\":1}"), Shows::Reading),
    (
        "evidence and its hash",
        |file| {
            enclosed(file, "tilslut-evidence.json", b"{}");
            relinked(file, |link| link.bundle_sha256 = unhex(NOTHING), "bundle", NOTHING);
        },
        Shows::Evidence,
    ),
    ("number", |file| told(file, "number", "13"), Shows::Reading),
    (
        "number and its link",
        |file| relinked(file, |link| link.number = 13, "number", "13"),
        Shows::Chain,
    ),
    ("previous", |file| told(file, "previous", &"00".repeat(32)), Shows::Reading),
    (
        "previous and its link",
        |file| relinked(file, |link| link.previous = Some([0; 32]), "previous", &"00".repeat(32)),
        Shows::Chain,
    ),
    ("case", |file| told(file, "case", &"0".repeat(32)), Shows::Reading),
    ("environment", |file| told(file, "environment", "live"), Shows::Nowhere),
    ("case for programs", |file| enclosed(file, "tilslut-case.json", b"{}"), Shows::Nowhere),
    (
        "words on a page",
        |file| {
            let page = file.page_iter().next().unwrap();
            file.change_page_content(page, Vec::new()).unwrap();
        },
        Shows::Nowhere,
    ),
    (
        "title",
        |file| {
            let about = file.trailer.get(b"Info").unwrap().as_reference().unwrap();
            file.get_object_mut(about)
                .unwrap()
                .as_dict_mut()
                .unwrap()
                .set("Title", Object::string_literal("x"));
        },
        Shows::Nowhere,
    ),
    (
        "another file beside",
        |file| {
            let place = file.add_object(lopdf::Stream::new(Dictionary::new(), b"x".to_vec()));
            file.catalog_mut().unwrap().set("Beside", place);
        },
        Shows::Nowhere,
    ),
];

#[test]
fn what_a_forger_changes_shows_where_the_documentation_says() {
    let case = usual();
    for (what, forge, shows) in FORGERIES {
        let mut file = Document::load_mem(&case.pdf()).unwrap();
        forge(&mut file);
        let found = match read(&sealed(&mut file)) {
            Err(NotAReceipt::Changed) => Shows::Reading,
            Err(other) => panic!("{what}: {other}"),
            Ok(contents) => {
                assert!(contents.whole, "{what}: a forger makes it look whole");
                match contents {
                    contents if contents.bundle != case.evidence.bundle => Shows::Evidence,
                    contents if contents.link.as_ref() != Some(&case.link) => Shows::Chain,
                    _ => Shows::Nowhere,
                }
            }
        };
        assert_eq!(found, *shows, "{what}");
    }
}

/// The file, with an /ID as a receipt has it.
fn sealed(file: &mut Document) -> Vec<u8> {
    let nothing = Object::String(vec![0; 16], StringFormat::Hexadecimal);
    file.trailer.set("ID", Object::Array(vec![nothing.clone(), nothing]));
    let mut bytes = Vec::new();
    file.save_modern(&mut bytes).unwrap();
    let hash: String =
        Sha256::digest(&bytes).iter().take(16).map(|byte| format!("{byte:02X}")).collect();
    let zeros = "0".repeat(32);
    for _ in 0..2 {
        let place = bytes.windows(32).rposition(|window| window == zeros.as_bytes()).unwrap();
        bytes[place..place + 32].copy_from_slice(hash.as_bytes());
    }
    bytes
}

/// Puts another file in the place of one inside.
fn enclosed(file: &mut Document, name: &str, bytes: &[u8]) {
    let specification = file.objects.values().find_map(|object| {
        let dictionary = object.as_dict().ok()?;
        (dictionary.get(b"F").ok()?.as_str().ok()? == name.as_bytes()).then(|| dictionary.clone())
    });
    let place = specification
        .unwrap()
        .get(b"EF")
        .unwrap()
        .as_dict()
        .unwrap()
        .get(b"F")
        .unwrap()
        .as_reference()
        .unwrap();
    file.get_object_mut(place).unwrap().as_stream_mut().unwrap().set_plain_content(bytes.to_vec());
}

/// Says something else in the metadata.
fn told(file: &mut Document, name: &str, value: &str) {
    let place = file.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
    let stream = file.get_object_mut(place).unwrap().as_stream_mut().unwrap();
    let text = String::from_utf8(stream.content.clone()).unwrap();
    let (before, rest) = text.split_once(&format!("<tilslut:{name}>")).unwrap();
    let (_, after) = rest.split_once('<').unwrap();
    stream.set_plain_content(format!("{before}<tilslut:{name}>{value}<{after}").into_bytes());
}

/// Says something else, and reckons the link anew.
fn relinked(file: &mut Document, change: fn(&mut Link), name: &str, value: &str) {
    let mut link = usual().link;
    change(&mut link);
    told(file, name, value);
    let hash = base16ct::lower::encode_string(&link.hash());
    told(file, "link", &hash);
}

fn unhex(digits: &str) -> [u8; 32] {
    std::array::from_fn(|place| u8::from_str_radix(&digits[2 * place..2 * place + 2], 16).unwrap())
}

#[test]
fn the_same_receipt_after_another_is_another_file() {
    let mut case = usual();
    let first = case.pdf();
    case.link.previous = Some([1; 32]);
    let second = case.pdf();
    assert!(first != second);
    assert_eq!(read(&second).unwrap().link.unwrap().previous, Some([1; 32]));
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

#[test]
fn the_evidence_is_found_in_any_pdf_that_carries_one_and_no_other() {
    let usual = usual();
    assert_eq!(evidence_in(&usual.pdf()), Some(usual.evidence.bundle.clone()));
    let with = |files: &[&[u8]]| {
        let mut file = Document::with_version("1.7");
        for content in files {
            let mut stream = lopdf::Stream::new(Dictionary::new(), content.to_vec());
            stream.compress().unwrap();
            let embedded = Dictionary::from_iter([("F", Object::from(file.add_object(stream)))]);
            let name = Object::string_literal("tilslut-evidence.json");
            file.add_object(Dictionary::from_iter([
                ("Type", "Filespec".into()),
                ("F", name),
                ("EF", embedded.into()),
            ]));
        }
        let catalog = file.add_object(Dictionary::from_iter([("Type", Object::from("Catalog"))]));
        file.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        file.save_to(&mut bytes).unwrap();
        evidence_in(&bytes)
    };
    assert_eq!(with(&[b"{}"]), Some(b"{}".to_vec()));
    assert_eq!(with(&[b"{}", b"{}"]), Some(b"{}".to_vec()), "the same twice is one");
    assert_eq!(with(&[b"{}", b"{\"a\":1}"]), None, "nobody can say which is meant");
    assert_eq!(
        with(&[&vec![b' '; 100 << 20]]),
        None,
        "a hundred megabytes of nothing are not unpacked"
    );
    assert_eq!(with(&[]), None);
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

#[test]
fn a_receipt_is_small() {
    let usual = usual();
    let inside = usual.evidence.bundle.len() + usual.case_json.len();
    assert!(usual.pdf().len() - inside < 60_000, "{}", usual.pdf().len());
    let largest = usual.about(|connection| connection.administrators = many(40));
    assert!(largest.pdf().len() < 90_000, "{}", largest.pdf().len());
}

#[test]
fn the_tree_says_what_is_what_in_the_order_in_which_it_is_read() {
    let tree = crate::reading::tree(&Case::usual(Environment::Practice, Language::English).pdf());
    let wanted = [
        "Document",
        "P",
        "\"PRØVE Practice, no effect.",
        "H1",
        "\"Receipt for the approval of a connection\"",
        "P",
        "H2",
        "\"What was approved\"",
        "Table",
        "TR",
        "TH",
        "/Scope /Row",
        "\"Organisation\"",
        "TD",
        "\"Nordlys Tømrer & Snedker ApS, \"",
        "Span",
        "\"anpartsselskab\"",
        "Link",
        "\"https://www.mitid-erhverv.dk/info/vilkar/\"",
        "H2",
        "\"Organisation administrators\"",
        "TH",
        "/Scope /Column",
        "\"Name and e-mail\"",
        "TH",
        "/Scope /Row",
        "\"Mette Lindegaard Krogh\"",
        "\"mette@nordlystomrer.example\"",
        "H1",
        "\"Evidence and checking\"",
        "L ",
        "LI",
        "Lbl",
        "\"1. \"",
        "LBody",
        "Figure",
        "\"Short proof\"",
        "H2",
        "\"Technical details\"",
        "P",
        "\"Tilslut’s own record of a practice run.",
    ];
    crate::reading::assert_in_order(&tree, &wanted);
    // Head, page number and the ribbon of the second page are page chrome.
    assert_eq!(tree.matches("no effect").count(), 1);
    for chrome in ["Page 1 of 2", "Page 2 of 2", "\"Tilslut\""] {
        assert!(!tree.contains(chrome), "{chrome}");
    }
}

/// Pages of another edition cannot be told from changed ones, so the edition is raised whenever the
/// same case gives other pages: `EDITION` in `statement.rs`, and then `REWRITE=1` for this file.
#[test]
fn other_pages_are_another_edition() {
    let mut hash = Sha256::new();
    let mut edition = 0;
    for (_, case) in samples() {
        let pdf = case.pdf();
        let file = Document::load_mem(&pdf).unwrap();
        file.page_iter().for_each(|page| hash.update(file.get_page_content(page)));
        let statement = read(&pdf).unwrap().statement.unwrap();
        let statement: serde_json::Value = serde_json::from_slice(&statement).unwrap();
        edition = statement["edition"].as_u64().unwrap();
    }
    let hash: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let found = format!("{edition} {hash}\n");
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/receipts/edition.txt");
    if std::env::var_os("REWRITE").is_some() {
        std::fs::write(kept, &found).unwrap();
    }
    assert_eq!(std::fs::read_to_string(kept).unwrap(), found, "raise EDITION in statement.rs");
}
