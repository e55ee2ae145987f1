//! The page of the documents that a case needs.

use super::draft::documented_draft;
use super::fixture::Fixture;
use super::sample::{ago, case, whole_draft};
use domain::documents::{Attached, BoardMember, DocumentId, MediaType};
use domain::draft::Draft;
use domain::parts::Part;
use domain::preflight::{Facts, documents_needed};
use domain::problem::Problem;

/// A file attached for this document, with these points confirmed.
fn file(number: u8, kind: &str, name: &str, media: MediaType, confirmed: &[String]) -> Attached {
    Attached {
        id: DocumentId(format!("{number:032x}")),
        kind: kind.into(),
        name: name.into(),
        media,
        size: 431_220,
        sha256: [number; 32],
        at: ago(3),
        confirmed: confirmed.to_vec(),
    }
}

/// Every document that this draft asks for, attached and with every point confirmed.
fn all_attached(draft: Draft) -> Draft {
    let today = domain::day_in_denmark(super::now());
    let needed = documents_needed(&draft, &Facts::of(&draft), today);
    let files = (1u8..).zip(&needed).map(|(number, need)| {
        let points: Vec<String> =
            need.document.points.iter().map(|point| point.id.clone()).collect();
        file(
            number,
            &need.document.id,
            "Referat af generalforsamling 2026.pdf",
            MediaType::Pdf,
            &points,
        )
    });
    Draft { documents: files.collect(), ..draft }
}

/// The states of this page.
pub fn states() -> Vec<(&'static str, Fixture)> {
    let page = |draft| Fixture::part(case(draft), Part::Documents);
    let begun = Draft {
        documents: vec![
            file(
                1,
                "affiliation",
                "Referat af generalforsamling 2026.pdf",
                MediaType::Pdf,
                &["title".into()],
            ),
            file(
                2,
                "affiliation",
                "Underskrevet side med et meget langt navn uden mellemrum_2026-11-24.png",
                MediaType::Png,
                &[],
            ),
            file(3, "affiliation", "cvr-udskrift.pdf", MediaType::Pdf, &[]),
        ],
        board: vec![
            BoardMember { name: "Søren Winther".into(), function: "Formand".into() },
            BoardMember::default(),
        ],
        ..documented_draft()
    };
    vec![
        ("documents", page(documented_draft())),
        ("documents-begun", page(begun)),
        ("documents-ready", page(all_attached(documented_draft()))),
        ("documents-refused", page(documented_draft()).wrong(Problem::DocumentKind)),
        ("documents-none", page(whole_draft())),
    ]
}
