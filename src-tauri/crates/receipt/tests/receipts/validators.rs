//! What independent readers say of our files: validators of PDF/A-3a and PDF/UA-1, a checker that
//! reads as a screen reader does, a reader of bar codes, and the eyes of whoever approved the
//! pictures. And that they would say otherwise if any of what makes the files so were lost.

use crate::case::{Case, administrator, email, many, name, samples};
use crate::pdfs;
use domain::case::Level;
use domain::{Environment, Language};
use evidence::Outcome;
use jiff::civil::date;
use lopdf::{Dictionary, Document, Object, ObjectId};
use receipt::ShortProof;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A finding: who found it, by which rule, what, and where.
type Finding = (String, String, String, String);

/// What outloud warns of that is as it should be, with the reason.
const WARNED: [(&str, &str); 5] = [
    (
        "LNK-010",
        "addresses that people gave are told, not clicked: a receipt sends nobody anywhere",
    ),
    ("PAG-001", "ten thousand letters in a row look like a running head"),
    ("TBL-010", "a table with one row has a head all the same: the next one has more"),
    ("TBL-012", "a form that is filled in by hand is empty"),
    ("TBL-011", "a table of facts may have one column of facts"),
];

fn python() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let python = target.join("tools/validators/bin/python");
    assert!(
        python.exists(),
        "`cargo xtask test` installs the validators that are missing: {}",
        python.display()
    );
    python
}

fn ask<T: serde::de::DeserializeOwned>(arguments: &[&Path]) -> T {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/receipts/validators");
    let out =
        Command::new(python()).arg(folder.join("validators.py")).args(arguments).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).unwrap()
}

/// What the validators find in each file that is not known to be wrong of them.
fn found(files: &[(String, Vec<u8>)]) -> BTreeMap<String, Vec<Finding>> {
    let folder = tempfile::tempdir().unwrap();
    for (name, pdf) in files {
        std::fs::write(folder.path().join(format!("{name}.pdf")), pdf).unwrap();
    }
    let mut found: BTreeMap<String, Vec<Finding>> = ask(&[Path::new("check"), folder.path()]);
    for (name, pdf) in files {
        found.get_mut(name).unwrap().retain(|finding| !is_excused(finding, pdf));
    }
    found
}

fn is_excused((tool, rule, _, place): &Finding, pdf: &[u8]) -> bool {
    if tool == "outloud" {
        return WARNED.iter().any(|(warned, _)| warned == rule);
    }
    // The validator takes the last byte of a stream for a line end when it happens to be a carriage
    // return. About one stream in 256 ends so; its /Length is right, as a parser that goes by it
    // shows.
    rule.ends_with("STREAM-LENGTH-001") && ends_in_return(pdf, place)
}

fn ends_in_return(pdf: &[u8], place: &str) -> bool {
    let digits: String = place
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    // It does not always say which stream it means.
    let begins =
        if digits.is_empty() { " 0 obj\n".to_owned() } else { format!("\n{digits} 0 obj\n") };
    let places =
        pdf.windows(begins.len()).enumerate().filter(|(_, window)| *window == begins.as_bytes());
    let mut ends = places.filter_map(|(place, _)| {
        let stream = &pdf[place..];
        let end = stream.windows(10).position(|window| window == b"\nendstream")?;
        stream[..end].last()
    });
    ends.any(|last| *last == b'\r')
}

/// The receipts that could go wrong, in both languages, practice and live.
fn receipts() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for (environment, language, label) in [
        (Environment::Practice, Language::Danish, "practice-da"),
        (Environment::Practice, Language::English, "practice-en"),
        (Environment::Live, Language::Danish, "live-da"),
        (Environment::Live, Language::English, "live-en"),
    ] {
        let usual = Case::usual(environment, language);
        let mut shortest = usual.about(|connection| {
            connection.administrators.truncate(1);
            connection.reporter = None;
            connection.organisation.address.clear();
            connection.organisation.signing_rule = None;
            connection.organisation.form.clear();
            connection.organisation.status_text.clear();
            connection.terms.official = None;
            connection.terms.summary_shown = None;
        });
        shortest.accepted = None;
        shortest.verdict.approver = None;
        let largest = usual.about(|connection| {
            connection.administrators = many(40);
            connection.organisation.name =
                "Den Selvejende Institution Æbeltoft & Omegns Kulturhistoriske Samlinger "
                    .repeat(3);
            for person in &mut connection.administrators {
                person.name = name(
                    &"Wolfeschlegelsteinhausenbergerdorff-Ægidiussen "
                        .repeat(3)
                        .chars()
                        .take(120)
                        .collect::<String>(),
                );
                person.email = email(&format!(
                    "{}@{}.example",
                    "lang".repeat(16),
                    "meget-lang.".repeat(15).trim_end_matches('.')
                ));
            }
        });
        let foreign = usual.about(|connection| {
            connection.representative.name = name("Ελένη Παπαδοπούλου Թումանյան");
            connection.organisation.name =
                "Общество «Ёжик» ᾿Αθῆναι 株式会社 שלום عالم Nguyễn Đặng".into();
            connection.administrators.push(administrator(
                "Nguyễn Thị Bích Ngọc გიორგი",
                "ngoc@nord.example",
                date(1990, 2, 28),
            ));
        });
        let mut hostile = usual.about(|connection| {
            connection.organisation.name =
                "<b>&amp;</b> ]]> \u{202e}SpA\u{202c} \u{0}\u{7}\u{1b}[31m (x) \\n %PDF {$name}"
                    .into();
            connection.representative.title = "x".repeat(10_000);
            connection.organisation.signing_rule = Some("<script>&\"'</script>".into());
        });
        hostile.verdict.outcome = Outcome::Level(Level::C);
        hostile
            .verdict
            .checks
            .iter_mut()
            .for_each(|check| check.detail = "\u{1}\u{2}\u{3}\u{4}<&>".into());
        for (what, case) in [
            ("shortest", shortest),
            ("usual", usual),
            ("largest", largest),
            ("foreign", foreign),
            ("hostile", hostile),
        ] {
            files.push((format!("{label}-{what}"), case.pdf()));
        }
    }
    files
}

#[test]
fn every_document_is_an_archive_s_and_can_be_read_aloud() {
    let files: Vec<_> = receipts().into_iter().chain(pdfs()).collect();
    let found = found(&files);
    assert_eq!(found.len(), files.len());
    let wrong: BTreeMap<_, _> =
        found.into_iter().filter(|(_, findings)| !findings.is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_document_is_sound() {
    let folder = tempfile::tempdir().unwrap();
    for (name, pdf) in receipts() {
        let file = folder.path().join(name);
        std::fs::write(&file, pdf).unwrap();
        let out = Command::new("qpdf")
            .arg("--check")
            .arg(&file)
            .output()
            .expect("qpdf must be installed");
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stdout));
    }
}

#[test]
fn the_picture_is_the_short_proof_that_stands_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    for (name, case) in samples() {
        render(&case.pdf(), 150, folder.path(), name);
    }
    let scanned: BTreeMap<String, Vec<String>> = ask(&[Path::new("scan"), folder.path()]);
    for (name, case) in samples() {
        let texts: Vec<_> = scanned
            .iter()
            .filter(|(page, _)| page.rsplit_once('-').unwrap().0 == name)
            .flat_map(|(_, texts)| texts)
            .collect();
        let [text] = texts[..] else { panic!("{name}: {texts:?}") };
        let proof = ShortProof::parse(text).unwrap();
        assert_eq!(proof.to_string(), *text);
        assert_eq!((&proof.case, proof.environment), (&case.id, case.environment), "{name}");
        assert_eq!(proof.control_code, case.evidence.control_code, "{name}");
        assert_eq!(
            (proof.bundle_sha256, proof.number),
            (case.link.bundle_sha256, Some(case.link.number)),
            "{name}"
        );
        assert!(
            crate::reading::squeezed(&crate::reading::text(&case.pdf())).contains(text),
            "{name}"
        );
    }
}

/// After a change of look that is meant: `APPROVE=1 cargo test -p receipt pages_look`, then look at
/// the pictures.
#[test]
fn pages_look_as_approved() {
    let approved = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/receipts/approved");
    let folder = tempfile::tempdir().unwrap();
    let shown = ["usual", "live-english", "board-practice-danish"];
    for (name, pdf) in pdfs().into_iter().filter(|(name, _)| shown.contains(&name.as_str())) {
        render(&pdf, 60, folder.path(), &name);
    }
    let task = if std::env::var_os("APPROVE").is_some() { "approve" } else { "compare" };
    let shares: BTreeMap<String, f64> = ask(&[Path::new(task), folder.path(), &approved]);
    assert_eq!(shares.len(), 5, "{shares:?}");
    // One line of text that moved is some thousandths of a page.
    let moved: Vec<_> = shares.iter().filter(|(_, share)| **share > 0.002).collect();
    assert!(moved.is_empty(), "{moved:?}");
}

/// Pictures of the pages, in shades of grey, named after the file and the number of the page.
fn render(pdf: &[u8], dots: u32, folder: &Path, name: &str) {
    let files = tempfile::tempdir().unwrap();
    let file = files.path().join("file.pdf");
    std::fs::write(&file, pdf).unwrap();
    let dots = dots.to_string();
    let status = Command::new("pdftoppm")
        .args(["-r", &dots, "-gray", "-png"])
        .arg(&file)
        .arg(folder.join(name))
        .status()
        .unwrap();
    assert!(status.success());
}

/// Takes one thing out of a file that makes it an archive's.
type Loss = (&'static str, fn(&mut Document));

const LOSSES: &[Loss] = &[
    ("associated files", |file| drop(catalog(file).remove(b"AF"))),
    ("media type", |file| {
        each(file, b"Type", b"EmbeddedFile", |dictionary| drop(dictionary.remove(b"Subtype")))
    }),
    ("relationship", |file| {
        each(file, b"Type", b"Filespec", |dictionary| drop(dictionary.remove(b"AFRelationship")))
    }),
    ("colour profile", |file| drop(catalog(file).remove(b"OutputIntents"))),
    ("text of glyphs", |file| {
        each(file, b"Subtype", b"Type0", |dictionary| drop(dictionary.remove(b"ToUnicode")))
    }),
    ("font programs", |file| {
        each(file, b"Type", b"FontDescriptor", |dictionary| drop(dictionary.remove(b"FontFile2")))
    }),
    ("map to glyphs", |file| descendants(file, |font| drop(font.remove(b"CIDToGIDMap")))),
    ("widths", |file| {
        descendants(file, |font| {
            font.set("W", Object::Array(vec![0.into(), 5_000.into(), 77.into()]))
        })
    }),
    ("language", |file| drop(catalog(file).remove(b"Lang"))),
    ("mark", |file| drop(catalog(file).remove(b"MarkInfo"))),
    ("title shown", |file| drop(catalog(file).remove(b"ViewerPreferences"))),
    ("tree", |file| drop(catalog(file).remove(b"StructTreeRoot"))),
    ("metadata", |file| drop(catalog(file).remove(b"Metadata"))),
    ("order of tabs", |file| {
        each(file, b"Type", b"Page", |dictionary| drop(dictionary.remove(b"Tabs")))
    }),
    ("alternative text", |file| {
        each(file, b"S", b"Figure", |dictionary| drop(dictionary.remove(b"Alt")))
    }),
    ("scope of headers", |file| {
        each(file, b"S", b"TH", |dictionary| drop(dictionary.remove(b"A")))
    }),
    ("level of headings", |file| each(file, b"S", b"H2", |dictionary| dictionary.set("S", "H4"))),
    ("way back to the tree", |file| {
        each(file, b"Type", b"StructTreeRoot", |dictionary| drop(dictionary.remove(b"ParentTree")))
    }),
    ("words of links", |file| {
        each(file, b"Subtype", b"Link", |dictionary| drop(dictionary.remove(b"Contents")))
    }),
    ("links in the tree", |file| {
        each(file, b"Subtype", b"Link", |dictionary| drop(dictionary.remove(b"StructParent")))
    }),
    ("part of PDF/A", |file| told(file, "<pdfaid:part>3<", "<pdfaid:part>9<")),
    ("part of PDF/UA", |file| told(file, "<pdfuaid:part>1<", "<pdfuaid:port>1<")),
    ("own schema", |file| told(file, "<pdfaProperty:name>number<", "<pdfaProperty:name>figure<")),
    ("date", |file| told(file, "<xmp:CreateDate>2026-", "<xmp:CreateDate>D:26-")),
    ("title in step", |file| told(file, "<dc:title>", "<dc:titel>")),
    ("no programs", |file| {
        let action = Dictionary::from_iter([
            ("S", Object::from("JavaScript")),
            ("JS", Object::string_literal("app.alert(1)")),
        ]);
        catalog(file).set("OpenAction", action);
    }),
    ("identity", |file| drop(file.trailer.remove(b"ID"))),
    ("marked content", |file| {
        let page = file.page_iter().next().unwrap();
        let content = file.get_page_content(page);
        let mut content = lopdf::content::Content::decode(&content).unwrap();
        content
            .operations
            .retain(|operation| !["BDC", "EMC"].contains(&operation.operator.as_str()));
        file.change_page_content(page, content.encode().unwrap()).unwrap();
    }),
];

#[test]
fn the_validators_would_notice_the_loss_of_each_thing() {
    let mut case = Case::usual(Environment::Practice, Language::English);
    case.link.number = 3;
    let pdf = case.pdf();
    let spoiled = |spoil: fn(&mut Document)| {
        let mut file = Document::load_mem(&pdf).unwrap();
        spoil(&mut file);
        let mut bytes = Vec::new();
        file.save_modern(&mut bytes).unwrap();
        bytes
    };
    let mut files = vec![("nothing".to_owned(), spoiled(|_| {}))];
    files.extend(LOSSES.iter().map(|(what, spoil)| (what.replace('/', "-"), spoiled(*spoil))));
    let found = found(&files);
    let noticed: Vec<_> = found
        .iter()
        .filter(|(_, findings)| !findings.is_empty())
        .map(|(what, _)| what.as_str())
        .collect();
    let mut wanted: Vec<_> = files.iter().skip(1).map(|(what, _)| what.as_str()).collect();
    wanted.sort_unstable();
    assert_eq!(noticed, wanted, "{:?}", found["nothing"]);
}

fn catalog(file: &mut Document) -> &mut Dictionary {
    file.catalog_mut().unwrap()
}

/// Every dictionary, also a stream's, whose entry has this name. There is at least one.
fn each(file: &mut Document, key: &[u8], value: &[u8], change: fn(&mut Dictionary)) {
    let mut count = 0;
    for object in file.objects.values_mut() {
        let dictionary = match object {
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => &mut stream.dict,
            _ => continue,
        };
        if dictionary.get(key).and_then(Object::as_name).is_ok_and(|name| name == value) {
            change(dictionary);
            count += 1;
        }
    }
    assert!(count > 0, "{} {}", String::from_utf8_lossy(key), String::from_utf8_lossy(value));
}

fn descendants(file: &mut Document, change: fn(&mut Dictionary)) {
    let fonts: Vec<ObjectId> = file
        .objects
        .iter()
        .filter(|(_, object)| {
            object.as_dict().is_ok_and(|dictionary| dictionary.has(b"DescendantFonts"))
        })
        .map(|(place, _)| *place)
        .collect();
    assert!(!fonts.is_empty());
    for font in fonts {
        let font = file.get_object_mut(font).unwrap().as_dict_mut().unwrap();
        change(
            font.get_mut(b"DescendantFonts").unwrap().as_array_mut().unwrap()[0]
                .as_dict_mut()
                .unwrap(),
        );
    }
}

/// Writes something else into the metadata.
fn told(file: &mut Document, from: &str, to: &str) {
    let place = file.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
    let stream = file.get_object_mut(place).unwrap().as_stream_mut().unwrap();
    let text = String::from_utf8(stream.content.clone()).unwrap();
    assert!(text.contains(from), "{from}");
    let mut text = text.replace(from, to);
    if from == "<dc:title>" {
        text = text.replace("</dc:title>", "</dc:titel>");
    }
    if from.starts_with("<pdfuaid:part>") {
        text = text.replace("</pdfuaid:part>", "</pdfuaid:port>");
    }
    stream.set_plain_content(text.into_bytes());
}
