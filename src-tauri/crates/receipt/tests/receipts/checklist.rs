//! What a checklist must hold: every finding of the case with what to do, the documents with their
//! points, the days with dates from the conservative calendar, a box before all that is to be done;
//! whatever the case, whole and in order.

use crate::case::Case;
use crate::reading::{
    assert_in_order, assert_marked, assert_numbered, pages, squeezed, text, told,
};
use crate::{ENVIRONMENTS, LANGUAGES};
use domain::draft::{AdministratorAnswers, Draft, Role};
use domain::lookup::Lookup;
use domain::need::{NeedAnswers, People};
use domain::organisation::{Organisation, ParticipantKind, Status};
use domain::person::TypedDate;
use domain::preflight::{Facts, documents_needed, preflight};
use domain::rules::Severity;
use domain::{Answer, Environment, Language};
use jiff::civil::{Date, date};
use receipt::{Checklist, checklist, checklist_file_name};

const TODAY: Date = date(2026, 12, 18);

fn of(environment: Environment, language: Language, draft: &Draft) -> Checklist<'_> {
    Checklist { environment, language, draft, facts: Facts::of(draft), on: TODAY }
}

fn shown(environment: Environment, language: Language, draft: &Draft) -> String {
    text(&checklist(&of(environment, language, draft)).unwrap())
}

/// Everything in order.
fn usual() -> Draft {
    let mut draft = Draft::of(&Case::usual(Environment::Live, Language::Danish).connection);
    draft.need = NeedAnswers {
        people: Some(People::Several),
        kind: Some(domain::need::Kind::Company),
        signs_alone: None,
        connected: None,
    };
    draft
}

/// A foundation whose board is not in CVR: documents.
fn foundation() -> Draft {
    with_organisation(usual(), |organisation| {
        organisation.name = "Fonden Havnehuset".into();
        organisation.form_code = 90;
        organisation.form = "Fond".into();
        organisation.candidates.clear();
    })
}

fn with_organisation(draft: Draft, change: impl FnOnce(&mut Organisation)) -> Draft {
    let mut organisation = draft.organisation().unwrap().clone();
    change(&mut organisation);
    Draft { lookup: Lookup::Found(Box::new(organisation)), ..draft }
}

/// As much wrong as one case can have: forty administrators, each with something the matter.
fn worst() -> Draft {
    let mut draft = with_organisation(foundation(), |organisation| {
        organisation.name = "Å ".repeat(60);
        organisation.status = Status::Dissolving;
        organisation.status_text = "UNDERKONKURS".into();
        organisation.candidates =
            Case::usual(Environment::Live, Language::Danish).connection.organisation.candidates;
        organisation.candidates[0].kind = ParticipantKind::PersonWithoutCpr;
    });
    draft.role = Some(Role::Reporter);
    draft.representative.has_mitid = Some(Answer::No);
    draft.representative.title = String::new();
    draft.representative.email = "info@havnehuset.example".into();
    let typed = |day: &str, month: &str, year: &str| TypedDate {
        day: day.into(),
        month: month.into(),
        year: year.into(),
    };
    draft.administrators = (1..=40)
        .map(|n| AdministratorAnswers {
            name: if n == 3 {
                "株式 \u{202e}Ægir".into()
            } else {
                format!("Administrator Nummer {n} Sørensen ").repeat(if n == 4 { 3 } else { 1 })
            },
            email: if n % 2 == 0 {
                "info@havnehuset.example".into()
            } else {
                format!("admin{n}@havnehuset.example")
            },
            born: if n % 3 == 0 { typed("1", "1", "2012") } else { typed("1", "1", "1980") },
            has_cpr: Some(if n % 5 == 0 { Answer::No } else { Answer::Unknown }),
            has_mitid: (n % 7 != 0).then_some(Answer::No),
        })
        .collect();
    draft
}

/// The lists that are looked at, by name.
pub fn samples() -> Vec<(String, Vec<u8>)> {
    use Environment::{Live, Practice};
    use Language::{Danish, English};
    [
        ("usual", Practice, Danish, usual()),
        ("usual-english", Live, English, usual()),
        ("foundation", Live, Danish, foundation()),
        ("foundation-english", Practice, English, foundation()),
        ("nothing", Live, Danish, Draft::default()),
        ("worst", Practice, Danish, worst()),
    ]
    .map(|(name, environment, language, draft)| {
        (format!("checklist-{name}"), checklist(&of(environment, language, &draft)).unwrap())
    })
    .into()
}

#[test]
fn a_usual_case_says_what_to_do_in_order() {
    assert_in_order(
        &shown(Environment::Live, Language::Danish, &usual()),
        &[
            "Tilslut",
            "CVR 13 74 81 36 · tjekliste",
            "Tjekliste for tilslutningen",
            "Med disse svar kan Nordlys Tømrer & Snedker ApS normalt tilsluttes MitID Erhverv automatisk.",
            "Sæt selv kryds undervejs.",
            "Før: alle er klar",
            "[ ] Ledelsesrepræsentanten har læst vilkårene",
            "[ ] Hver administrator",
            "På dagen",
            "[ ] Læs svarene igennem",
            "[ ] Overdrag sagen",
            "[ ] Ledelsesrepræsentanten godkender",
            "[ ] Gem kvitteringen",
            "[ ] Følg Tilsluts vejledning",
            "Efter: inden for 60 dage",
            "Datoerne er regnet, som om aftalen indgås 18. december 2026.",
            "[ ] Straks efter",
            "[ ] Senest 16. februar 2027",
            "[ ] Derefter",
            "[ ] Mindst til og med 2031",
            "som alene afgør",
        ],
    );
}

#[test]
fn a_case_with_documents_names_them_their_points_and_the_later_date() {
    let draft = foundation();
    let shown = shown(Environment::Live, Language::English, &draft);
    assert_in_order(
        &shown,
        &[
            "With these answers Fonden Havnehuset must enclose documents to be connected to MitID Erhverv.",
            "Before: this needs documents",
            "[ ] Foundations and self-governing institutions must attach documents",
            "Before: the documents",
            "[ ] Board overview Must be enclosed",
            "[ ] It states the management representative’s full name",
            "[ ] It shows the role on the board",
            "[ ] The documents are files that are easy to find.",
            "After: within 60 days",
            // Ten working days by the conservative calendar: not 24 and 31 December.
            "[ ] Expected by 7 January 2027 Answer from MitID Erhverv, if the case is sent on 18 December 2026",
            "[ ] By 16 February 2027",
        ],
    );
}

#[test]
fn every_finding_stands_once_with_what_to_do() {
    let small = Draft { cvr: "12345678".into(), ..Draft::default() };
    for draft in [usual(), foundation(), worst(), Draft::default(), small] {
        for language in LANGUAGES {
            let shown = shown(Environment::Practice, language, &draft);
            let findings = preflight(&draft, &Facts::of(&draft), TODAY);
            let mut wanted = Vec::new();
            for severity in [Severity::Stops, Severity::Documents] {
                for finding in findings.iter().filter(|finding| finding.rule.severity == severity) {
                    wanted.extend([finding.wrong(language), finding.remedy(language)]);
                }
            }
            for need in documents_needed(&draft, &Facts::of(&draft), TODAY) {
                wanted.push(need.document.name.read(language).to_owned());
                wanted.extend(need.open.iter().map(|point| point.text.read(language).to_owned()));
            }
            for severity in [Severity::Warning, Severity::Advice] {
                for finding in findings.iter().filter(|finding| finding.rule.severity == severity) {
                    wanted.extend([finding.wrong(language), finding.remedy(language)]);
                }
            }
            let body = without_page_chrome(&shown);
            let mut rest = body.as_str();
            for words in &wanted {
                let words = squeezed(words)
                    .replace("株式", "[U+682A][U+5F0F]")
                    .replace('\u{202e}', "[U+202E]");
                let place = rest.find(&words).unwrap_or_else(|| panic!("{words}: {shown}"));
                rest = &rest[place + words.len()..];
            }
        }
    }
    assert!(
        preflight(&worst(), &Facts::of(&worst()), TODAY).len() > 100,
        "the worst case has much the matter"
    );
}

/// What stands between head and foot of the pages, squeezed.
fn without_page_chrome(shown: &str) -> String {
    let mut body = String::new();
    for page in pages(shown) {
        let page = squeezed(page);
        let (head, foot) = (
            ["·tjekliste", "·checklist", "Tilsluttjekliste", "Tilslutchecklist"],
            ["LavetmedTilslut", "MadewithTilslut"],
        );
        let begins = head
            .iter()
            .filter_map(|mark| page.find(mark).map(|place| place + mark.len()))
            .min()
            .unwrap();
        let ends = foot.iter().filter_map(|mark| page.rfind(mark)).max().unwrap();
        body.push_str(&page[begins..ends]);
    }
    body
}

#[test]
fn answers_that_are_missing_are_asked_for_once() {
    let mut draft =
        Draft { administrators: vec![AdministratorAnswers::default(); 40], ..Draft::default() };
    draft.representative.title = "direktør".into();
    let shown = shown(Environment::Live, Language::Danish, &draft);
    assert_in_order(
        &shown,
        &[
            "Der mangler svar",
            "Før: svar, der mangler",
            "[ ] Skriv organisationens CVR-nummer",
            "[ ] Vælg, om du er ledelsesrepræsentant",
            "[ ] Nogle spørgsmål er ikke",
        ],
    );
    assert_eq!(squeezed(&shown).matches(&squeezed("Skriv en e-mailadresse")).count(), 1, "{shown}");
    assert!(
        !text(&checklist(&of(Environment::Live, Language::Danish, &foundation())).unwrap())
            .contains("svar, der mangler")
    );
}

#[test]
fn a_document_that_is_in_order_is_ticked() {
    let mut draft = foundation();
    let points = ["full-name", "title"].map(str::to_owned).to_vec();
    draft.documents.push(domain::documents::Attached {
        id: domain::documents::DocumentId("1".into()),
        kind: "board-overview".into(),
        name: "oversigt.pdf".into(),
        media: domain::documents::MediaType::Pdf,
        size: 1,
        sha256: [1; 32],
        at: crate::case::at("2026-11-24T09:00:00Z"),
        confirmed: points,
    });
    assert_in_order(
        &shown(Environment::Live, Language::Danish, &draft),
        &["✓ Bestyrelsesoversigt", "Klar: vedhæftet og bekræftet"],
    );
}

#[test]
fn every_case_is_marked_and_numbered_in_both_languages_and_worlds() {
    for environment in ENVIRONMENTS {
        for language in LANGUAGES {
            for draft in [usual(), foundation(), Draft::default()] {
                let shown = shown(environment, language, &draft);
                assert_marked(&shown, environment);
                assert_numbered(&shown, language);
            }
        }
    }
}

#[test]
fn dates_are_counted_from_what_is_known() {
    let draft = foundation();
    let facts = Facts { sent: Some(date(2026, 12, 1)), ..Facts::of(&draft) };
    let list = Checklist { facts, ..of(Environment::Live, Language::Danish, &draft) };
    let shown = text(&checklist(&list).unwrap());
    assert_in_order(
        &shown,
        &["Forventet senest 15. december 2026", "hvis sagen sendes 1. december 2026"],
    );
    let facts = Facts { concluded: Some(date(2026, 12, 10)), ..Facts::of(&draft) };
    let shown = text(&checklist(&Checklist { facts, ..list }).unwrap());
    assert_in_order(&shown, &["Aftalen er indgået 10. december 2026.", "Senest 8. februar 2027"]);
    assert!(!shown.contains("Forventet senest 1"), "the agreement is the answer");
}

#[test]
fn nobody_is_prepared_for_a_day_that_will_not_come() {
    let mut draft = with_organisation(usual(), |organisation| organisation.form_code = 10);
    draft.need = NeedAnswers {
        people: Some(People::One),
        kind: Some(domain::need::Kind::SoleProprietor),
        signs_alone: None,
        connected: None,
    };
    let shown = shown(Environment::Live, Language::Danish, &draft);
    assert_in_order(&shown, &["behøver", "sandsynligvis ingen tilslutning"]);
    assert!(!shown.contains("På dagen") && !shown.contains("Efter:"), "{shown}");
}

#[test]
fn nothing_of_a_person_that_is_not_needed_is_on_it() {
    for draft in [usual(), foundation()] {
        let shown = shown(Environment::Live, Language::Danish, &draft);
        for hidden in ["1987", "1981", "soren@", "mette@", "jens@"] {
            assert!(!shown.contains(hidden), "{hidden}: {shown}");
        }
    }
}

#[test]
fn the_file_is_named_by_what_is_known() {
    let draft = usual();
    let list = of(Environment::Practice, Language::Danish, &draft);
    let wanted = "PRØVE 2026-12-18 Nordlys Tømrer & Snedker ApS CVR 13748136 tjekliste";
    assert_eq!(checklist_file_name(&list), format!("{wanted}.pdf"));
    let pdf = checklist(&list).unwrap();
    assert_eq!(
        (told(&pdf, "Title").as_str(), told(&pdf, "Subject").as_str()),
        (wanted, "PRØVE: tjekliste uden virkning")
    );
    for (cvr, wanted) in [
        ("", "2026-12-18 checklist.pdf"),
        ("13 74 81 36", "2026-12-18 CVR 13748136 checklist.pdf"),
        ("x", "2026-12-18 checklist.pdf"),
    ] {
        let draft = Draft { cvr: cvr.into(), ..Draft::default() };
        assert_eq!(checklist_file_name(&of(Environment::Live, Language::English, &draft)), wanted);
    }
    assert!(
        checklist_file_name(&of(Environment::Practice, Language::Danish, &worst())).len() <= 143
    );
}
