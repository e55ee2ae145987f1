//! What people and programs do to receipts, as a table: the file, what the evidence in it proves,
//! what is said of its pages, and the exit code. The command line and the window read it both.

#[path = "records.rs"]
mod records;

use domain::approver::LoginName;
use domain::case::Evidence;
use domain::verification::{Conclusion, Pages, PagesDoubt, Refused};
use domain::{Language, Timestamp};
use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};
use receipt::{Delivered, Link, Made, Receipt};
use sha2::{Digest as _, Sha256};

pub const PRACTICE: &[u8] = include_bytes!("../evidence/practice.json");
pub const LIVE: &[u8] = include_bytes!("../evidence/live.json");
pub const TRUST: &str = include_str!("../evidence/trust.toml");

/// What was done, what came of it, and what is said of that.
pub struct Situation {
    pub what: &'static str,
    pub file: Vec<u8>,
    pub evidence: Conclusion,
    pub pages: Option<Pages>,
    pub refused: Option<Refused>,
    pub code: i32,
}

pub fn now() -> Timestamp {
    "2026-12-24T12:00:00Z".parse().unwrap()
}

/// The receipt of a bundle, as the window makes it.
pub fn receipt_of(bundle: &[u8], anchors: &evidence::TrustAnchors, language: Language) -> Vec<u8> {
    let verdict = evidence::verify(bundle, anchors, now());
    let request = verdict.request.clone().unwrap();
    let connection = request.connection().unwrap();
    let (case, environment) = (request.case(), request.environment());
    let evidence = Evidence {
        bundle: bundle.to_vec(),
        level: verdict.level().unwrap(),
        approver: LoginName::NotGiven,
        approved_at: verdict.approved_at.unwrap(),
        control_code: request.control_code(),
        authority: verdict.authority,
        clock_offset: verdict.clock_offset,
    };
    let link = Link {
        number: 7,
        previous: Some([9; 32]),
        case: case.clone(),
        bundle_sha256: Sha256::digest(bundle).into(),
    };
    let case_json = casefile::approved(&connection, environment).unwrap();
    receipt::pdf(&Receipt {
        environment,
        language,
        case: &case,
        connection: &connection,
        evidence: &evidence,
        approver: None,
        discarded_approvals: &[],
        verdict: &verdict,
        delivery: Delivered::NotConfirmed,
        made: Made::At(evidence.approved_at),
        bundle,
        case_json: case_json.as_bytes(),
        link: Some(&link),
    })
    .unwrap()
}

/// The file after a change, as another program saves it.
fn saved(pdf: &[u8], change: impl FnOnce(&mut Document)) -> Vec<u8> {
    let mut file = Document::load_mem(pdf).unwrap();
    change(&mut file);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

/// The file after a change by somebody who reckons the /ID anew.
fn forged(pdf: &[u8], change: impl FnOnce(&mut Document)) -> Vec<u8> {
    let mut file = Document::load_mem(pdf).unwrap();
    change(&mut file);
    let nothing = Object::String(vec![0; 16], StringFormat::Hexadecimal);
    file.trailer.set("ID", Object::Array(vec![nothing.clone(), nothing]));
    let mut bytes = Vec::new();
    file.save_modern(&mut bytes).unwrap();
    let hash: String =
        Sha256::digest(&bytes).iter().take(16).map(|byte| format!("{byte:02X}")).collect();
    for _ in 0..2 {
        let zeros = [b'0'; 32];
        let place = bytes.windows(32).rposition(|window| window == zeros).unwrap();
        bytes[place..place + 32].copy_from_slice(hash.as_bytes());
    }
    bytes
}

/// Draws something on the first page.
fn drawn(file: &mut Document, content: &[u8]) {
    let page = file.page_iter().next().unwrap();
    let whole = [&file.get_page_content(page)[..], content].concat();
    file.change_page_content(page, whole).unwrap();
}

/// Shows the letters of a line in another order.
fn reworded(file: &mut Document) {
    let page = file.page_iter().next().unwrap();
    let mut content = lopdf::content::Content::decode(&file.get_page_content(page)).unwrap();
    let line = content.operations.iter_mut().flat_map(|operation| &mut operation.operands);
    let mut strings = line.flat_map(|operand| match operand {
        Object::Array(items) => items.iter_mut().collect::<Vec<_>>(),
        other => vec![other],
    });
    let letters = strings
        .find_map(|object| match object {
            Object::String(letters, _) if letters.len() > 40 => Some(letters),
            _ => None,
        })
        .unwrap();
    letters.reverse();
    letters.chunks_exact_mut(2).for_each(|letter| letter.reverse());
    file.change_page_content(page, content.encode().unwrap()).unwrap();
}

fn titled(file: &mut Document, title: &str) {
    let about = file.trailer.get(b"Info").unwrap().as_reference().unwrap();
    let about = file.get_object_mut(about).unwrap().as_dict_mut().unwrap();
    about.set("Title", Object::string_literal(title));
}

/// Puts other bytes in the place of a file inside.
fn enclosed(file: &mut Document, name: &str, bytes: &[u8]) {
    let place = file.objects.values().find_map(|object| {
        let specification = object.as_dict().ok()?;
        let named = specification.get(b"F").ok()?.as_str().ok()? == name.as_bytes();
        let embedded = specification.get(b"EF").ok()?.as_dict().ok()?;
        named.then(|| embedded.get(b"F").ok()?.as_reference().ok())?
    });
    let stream = file.get_object_mut(place.unwrap()).unwrap().as_stream_mut().unwrap();
    stream.set_plain_content(bytes.to_vec());
}

fn told(file: &mut Document, from: &str, to: &str) {
    let place = file.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
    let stream = file.get_object_mut(place).unwrap().as_stream_mut().unwrap();
    let text = String::from_utf8(stream.content.clone()).unwrap();
    assert!(text.contains(from));
    stream.set_plain_content(text.replace(from, to).into_bytes());
}

/// Replaces the program of a letter's shape by another's: the words stay, what is seen does not.
fn other_letters(file: &mut Document) {
    let fonts = file.objects.values_mut().filter_map(|object| object.as_stream_mut().ok());
    for stream in fonts {
        let plain = stream.get_plain_content().unwrap_or_default();
        if plain.starts_with(b"OTTO") || plain.starts_with(&[0, 1, 0, 0]) {
            let mut other = plain;
            let last = other.len() - 1;
            other[last] ^= 1;
            stream.dict.remove(b"Filter");
            stream.set_plain_content(other);
        }
    }
}

/// Every situation, under the trust of practice.
#[allow(clippy::too_many_lines)]
pub fn situations() -> Vec<Situation> {
    let practice = evidence::anchors::practice();
    let pdf = receipt_of(PRACTICE, &practice, Language::Danish);
    let genuine = |what, file, pages, code| Situation {
        what,
        file,
        evidence: Conclusion::Genuine,
        pages: Some(pages),
        refused: None,
        code,
    };
    let refused = |what, file, why| Situation {
        what,
        file,
        evidence: Conclusion::NotOurs,
        pages: None,
        refused: Some(why),
        code: 3,
    };
    let as_made = |what, file| genuine(what, file, Pages::AsMade, 0);
    let changed = |what, file| genuine(what, file, Pages::Changed, 1);
    let doubt = Pages::CannotJudge(PagesDoubt::DrawnAnew);
    let drawn_anew = |what, file| genuine(what, file, doubt, 4);
    let around = |before: &[u8], behind: &[u8]| [before, &pdf, behind].concat();
    let live = evidence::TrustAnchors::from_toml(TRUST).unwrap();
    let text = String::from_utf8(PRACTICE.to_vec()).unwrap();
    let bundle = |what, text: String, evidence, code| Situation {
        what,
        file: text.into_bytes(),
        evidence,
        pages: None,
        refused: None,
        code,
    };
    let nobody = |what, file, pages| Situation {
        what,
        file,
        evidence: Conclusion::CannotJudge,
        pages,
        refused: None,
        code: 4,
    };
    let lines: Vec<u8> = pdf
        .iter()
        .flat_map(|byte| if *byte == b'\n' { vec![13, 10] } else { vec![*byte] })
        .collect();
    let receipts = vec![
        as_made("nothing", pdf.clone()),
        as_made("in English", receipt_of(PRACTICE, &practice, Language::English)),
        as_made("a line behind the end", around(b"", b"\n")),
        as_made("a MIME line behind the end", around(b"", b"\r\n--=_boundary_1--\r\n")),
        as_made("a line before the header", around(b"\r\n", b"")),
        as_made("a mark before the header", around(b"\xEF\xBB\xBF", b"")),
        genuine("saved by another program", saved(&pdf, |_| {}), Pages::ReSaved, 0),
        genuine("packed otherwise", saved(&pdf, Document::decompress), Pages::ReSaved, 0),
        // The words are the same. What is seen is not, and nobody can say so of any drawing.
        drawn_anew(
            "a rectangle over a name",
            saved(&pdf, |file| drawn(file, b"1 g 60 500 300 20 re f\n")),
        ),
        drawn_anew(
            "a rectangle over a name, and the /ID reckoned anew",
            forged(&pdf, |file| drawn(file, b"1 g 60 500 300 20 re f\n")),
        ),
        drawn_anew("letters of another shape", forged(&pdf, other_letters)),
        changed("another name on a page", forged(&pdf, reworded)),
        changed(
            "nothing left on a page",
            forged(&pdf, |file| {
                let page = file.page_iter().next().unwrap();
                file.change_page_content(page, vec![]).unwrap();
            }),
        ),
        changed("another title", forged(&pdf, |file| titled(file, "Godkendt af alle"))),
        changed("a page taken away", saved(&pdf, |file| file.delete_pages(&[1]))),
        changed(
            "a note on a page",
            saved(&pdf, |file| {
                let page = file.page_iter().next().unwrap();
                let note = file.add_object(dictionary! {
                "Type" => "Annot", "Subtype" => "FreeText", "Contents" => Object::string_literal("Nej"),
                "Rect" => vec![60.into(), 500.into(), 300.into(), 540.into()],
            });
                let page = file.get_object_mut(page).unwrap().as_dict_mut().unwrap();
                page.set("Annots", vec![note.into()]);
            }),
        ),
        changed(
            "a page turned upside down",
            saved(&pdf, |file| {
                let page = file.page_iter().next().unwrap();
                file.get_object_mut(page).unwrap().as_dict_mut().unwrap().set("Rotate", 180);
            }),
        ),
        changed(
            "another case for programs",
            forged(&pdf, |file| {
                enclosed(file, "tilslut-case.json", b"{\"type\":\"tilslut/case/v1\"}");
            }),
        ),
        genuine(
            "another statement",
            forged(&pdf, |file| {
                let statement =
                    String::from_utf8(include_bytes!("statement.json").to_vec()).unwrap();
                enclosed(file, "tilslut-receipt.json", statement.as_bytes());
            }),
            Pages::CannotJudge(PagesDoubt::OtherTrust),
            4,
        ),
        changed(
            "another number in the metadata",
            saved(&pdf, |file| told(file, "number>7<", "number>8<")),
        ),
        changed(
            "said to be live",
            forged(&pdf, |file| told(file, "environment>practice<", "environment>live<")),
        ),
        changed(
            "something opens by itself",
            saved(&pdf, |file| {
                let action =
                    dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("1") };
                file.catalog_mut().unwrap().set("OpenAction", action);
            }),
        ),
        changed(
            "more of a file behind the end",
            around(b"", b"\n1 0 obj<<>>endobj\nxref\ntrailer<<>>\n"),
        ),
        refused(
            "without its attachments",
            saved(&pdf, |file| {
                let catalog = file.catalog_mut().unwrap();
                catalog.remove(b"Names");
                catalog.remove(b"AF");
                file.prune_objects();
            }),
            Refused::AttachmentsLost,
        ),
        refused("cut off", pdf[..pdf.len() / 2].to_vec(), Refused::CutOff),
        refused("sent as text", lines, Refused::LineEnds),
        refused("a picture", [&b"\x89PNG\r\n\x1a\n"[..], &[0; 64]].concat(), Refused::Picture),
        refused("a scan", scanned(), Refused::Picture),
        refused(
            "another PDF",
            saved(&pdf, |file| {
                let catalog = file.catalog_mut().unwrap();
                for key in [&b"Names"[..], b"AF", b"Metadata"] {
                    catalog.remove(key);
                }
                let pages: Vec<_> = file.page_iter().collect();
                for page in pages {
                    file.change_page_content(page, b"0 0 1 1 re f".to_vec()).unwrap();
                }
                file.prune_objects();
            }),
            Refused::NoEvidence,
        ),
        refused(
            "printed to a PDF",
            saved(&pdf, |file| {
                let catalog = file.catalog_mut().unwrap();
                for key in [&b"Names"[..], b"AF", b"Metadata"] {
                    catalog.remove(key);
                }
                file.prune_objects();
            }),
            Refused::Printed,
        ),
        refused("nothing at all", vec![], Refused::Unknown),
        refused("a letter", b"Kvittering".to_vec(), Refused::Unknown),
        bundle("the evidence alone", text.clone(), Conclusion::Genuine, 0),
        bundle("the evidence with a mark", format!("\u{feff}{text}"), Conclusion::Genuine, 0),
        bundle(
            "evidence of another",
            text.replace("Bo Damgaard", "Bo Damgård"),
            Conclusion::Changed,
            1,
        ),
        bundle("evidence cut off", text[..text.len() / 2].to_owned(), Conclusion::Changed, 1),
        nobody("live evidence", LIVE.to_vec(), None),
        nobody(
            "a live receipt",
            receipt_of(LIVE, &live, Language::Danish),
            Some(Pages::CannotJudge(PagesDoubt::NoEvidence)),
        ),
    ];
    receipts.into_iter().chain(records::situations()).collect()
}

/// The genuine record of a practice case.
pub fn record() -> Vec<u8> {
    records::genuine()
}

/// A PDF with a picture and nothing else.
fn scanned() -> Vec<u8> {
    let mut file = Document::with_version("1.7");
    let picture = file.add_object(Stream::new(
        dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => 1, "Height" => 1,
            "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8,
        },
        vec![0],
    ));
    let content = file.add_object(Stream::new(Dictionary::new(), b"/P Do".to_vec()));
    let pages = file.new_object_id();
    let page = file.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Resources" => dictionary! { "XObject" => dictionary! { "P" => picture } },
    });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    file.objects.insert(pages, tree.into());
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    file.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}
