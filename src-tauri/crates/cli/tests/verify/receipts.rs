//! The evidence that a PDF carries, and the code that stands on paper.

use crate::program::{beside, run};
use crate::{vector, verify};
use lopdf::{Document, Object, Stream, dictionary};

#[test]
fn a_receipt_gives_the_evidence_that_it_carries() {
    let folder = tempfile::tempdir().unwrap();
    let bundle = std::fs::read(vector("level-b-rs256.json")).unwrap();
    for (name, compressed, file_name) in [
        ("plain.pdf", false, Object::string_literal("tilslut-evidence.json")),
        ("packed.pdf", true, Object::string_literal("tilslut-evidence.json")),
        (
            "wide.pdf",
            true,
            Object::string_literal([&[0xFE, 0xFF][..], &wide("tilslut-evidence.json")].concat()),
        ),
    ] {
        let path = folder.path().join(name);
        write_pdf(&path, &bundle, compressed, file_name);
        let answer = verify(&["--json", "--evidence-only", path.to_str().unwrap()]);
        let shown = answer.json();
        assert_eq!(
            (answer.code, &shown["source"], &shown["level"]),
            (Some(0), &"receipt".into(), &"B".into()),
            "{name}"
        );
        let both = verify(&["--json", path.to_str().unwrap()]);
        assert_eq!(
            (both.code, &both.json()["pages"]["verdict"], &both.json()["level"]),
            (Some(1), &"changed".into(), &"B".into()),
            "{name}: its pages are nothing that Tilslut makes of it"
        );
        assert_eq!(
            shown["sha256"],
            verify(&["--json", &vector("level-b-rs256.json")]).json()["sha256"]
        );
    }
    let other = folder.path().join("other.pdf");
    write_pdf(&other, &bundle, false, Object::string_literal("tilslut-case.json"));
    let torn = folder.path().join("torn.pdf");
    std::fs::write(&torn, b"%PDF-1.7\nnothing").unwrap();
    for (path, said) in
        [(other, "Der ligger ikke noget bevis i PDF-filen"), (torn, "PDF-filen er ikke hel")]
    {
        let answer = verify(&[path.to_str().unwrap()]);
        assert_eq!((answer.code, answer.out.as_str()), (Some(3), ""));
        assert!(answer.err.contains(said), "{answer:?}");
    }
}

#[test]
fn a_code_from_paper_is_compared_with_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = folder.path().join("kvittering.pdf");
    let pdf = pdf.to_str().unwrap();
    assert_eq!(
        run(&["receipt", "--first", "--evidence", &beside("practice.json"), "--out", pdf]).code,
        Some(0)
    );
    let text = String::from_utf8(
        std::process::Command::new("pdftotext").args([pdf, "-"]).output().unwrap().stdout,
    )
    .unwrap();
    // On paper it is broken in two lines, and a person types it as it comes.
    let start = text.find("PROEVE1:").expect("the short proof stands on the receipt");
    let code: String =
        text[start..].split_whitespace().take(2).collect::<Vec<_>>().join(" ").to_lowercase();

    for file in [&beside("practice.json"), pdf] {
        let told = verify(&["--code", &code, "--bundle", file]);
        assert_eq!(told.code, Some(0), "{told:?}");
        assert!(
            told.out.contains("Koden fra papiret: Hører til denne fil (kvittering nr. 1)"),
            "{}",
            told.out
        );
    }
    let shown = verify(&["--json", "--code", &code, "--bundle", &beside("practice.json")]).json();
    assert_eq!((&shown["paper"]["fits"], &shown["paper"]["number"]), (&true.into(), &1.into()));

    let other = verify(&["--code", &code, "--bundle", &vector("level-b-rs256.json")]);
    assert_eq!(other.code, Some(1), "sound evidence, but not of this paper");
    assert!(
        other.out.contains("Bevisniveau B") && other.out.contains("Hører til en anden fil"),
        "{}",
        other.out
    );
    for wrong in ["", "PROEVE1", &code[..code.len() - 4], &code.replace('1', "2")] {
        let refused = verify(&["--code", wrong, "--bundle", pdf]);
        assert!(refused.code == Some(2) || refused.code == Some(1), "{wrong}: {refused:?}");
    }
    assert_eq!(verify(&["--code", "PROEVE1:x", "--bundle", pdf]).code, Some(2));
    assert_eq!(verify(&["--code", &code, pdf]).code, Some(0));
    assert_eq!(verify(&["--bundle", pdf]).code, Some(2));
}

fn write_pdf(path: &std::path::Path, bundle: &[u8], compressed: bool, name: Object) {
    let mut document = Document::with_version("1.7");
    let mut stream = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, bundle.to_vec());
    if compressed {
        stream.compress().unwrap();
    }
    let stream = document.add_object(stream);
    document.add_object(
        dictionary! { "Type" => "Filespec", "F" => name.clone(), "UF" => name, "EF" => dictionary! { "F" => stream, "UF" => stream } },
    );
    let pages = document.add_object(
        dictionary! { "Type" => "Pages", "Kids" => Vec::<Object>::new(), "Count" => 0 },
    );
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    document.save(path).unwrap();
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}
