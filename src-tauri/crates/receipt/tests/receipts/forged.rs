//! Somebody who knows how a receipt is made changes one and makes it look whole again.

use crate::inside::usual;
use lopdf::{Dictionary, Document, Object, StringFormat};
use receipt::{Link, LinkHash as _, NotAReceipt, read};
use sha2::{Digest as _, Sha256};

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

/// SHA-256 of `{}`.
const NOTHING: &str = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

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
