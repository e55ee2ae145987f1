//! What a record of a guided case must hold: what was stated and no more, in whose name and when as
//! far as that is known, the mails byte for byte, every correction, and the same bytes of the same
//! data.

use crate::guided::{CVR, GuidedCase, connection, receipt_mail};
use crate::reading::{
    assert_in_order, assert_marked, assert_numbered, detached, pages, squeezed, text, told, tree,
};
use domain::case::{Basis, Outcome, Reason, Received, Stage};
use domain::connection::Reporter;
use domain::draft::Role;
use domain::person::{EmailAddress, PersonName};
use domain::rules::book;
use domain::{Environment, Language};
use jiff::civil::date;
use lopdf::{Document, Object};
use receipt::record::{Facts, Place, RECORD_NAME, Record, RecordData, SignatureStated, file_name};
use receipt::{Error, LinkHash as _, read, read_record};
use sha2::{Digest as _, Sha256};

const V1: &str = include_str!("record-v1.json");

fn usual() -> GuidedCase {
    GuidedCase::usual(Environment::Live, Language::Danish)
}

/// Every sample, by name.
pub fn samples() -> Vec<(String, GuidedCase)> {
    let mut samples = Vec::new();
    for environment in [Environment::Practice, Environment::Live] {
        for language in [Language::Danish, Language::English] {
            let word = |what: &str| format!("record-{}-{language:?}-{what}", environment.word());
            samples.push((word("usual"), GuidedCase::usual(environment, language)));
            samples.push((word("no-mail"), GuidedCase::without_mail(environment, language)));
            let mut corrected = GuidedCase::usual(environment, language);
            corrected.take(&receipt_mail("96273118"), "Et langt navn på en fil (2).eml");
            corrected.take(b"From: a@b.example\r\nSubject: x\r\n\r\nHej\r\n", "x.eml");
            corrected.take(b"%PDF-1.7\nudskrift", "udskrift.pdf");
            corrected.tick("mette@nordlys.example", true, "2026-11-24T14:40:00Z");
            let rule = book().guide.reasons.first().unwrap().id.clone();
            corrected.state(
                Outcome::Stopped {
                    screen: Some(domain::case::ScreenId("organisation".into())),
                    reason: Reason { rule: Some(rule), words: "Siden »låste«".into() },
                },
                "2026-11-25T09:00:00Z",
            );
            corrected.correct();
            samples.push((word("corrected"), corrected));
            samples.push((word("since"), crate::record_since::sample(environment, language)));
        }
    }
    let mut many = usual();
    let Stage::Guided(guided) = &mut many.case.stage else { unreachable!() };
    guided.connection.administrators = crate::case::many(40);
    guided.connection.organisation.name = "株式会社 Ærø <b>&amp;</b> \u{202e}SpA\u{202c}".into();
    samples.push(("record-many".to_owned(), many));
    samples
}

#[test]
fn the_danish_live_record_says_what_was_stated_in_order() {
    let mut case = usual();
    case.tick("mette@nordlys.example", true, "2026-11-24T14:40:00Z");
    let shown = text(&case.pdf());
    assert_in_order(
        &shown,
        &[
            "Tilslut",
            "Optegnelse nr. 12 · CVR 13 74 81 36",
            "Optegnelse over en tilslutning",
            "Mette Lindegaard Krogh oplyste tirsdag 24. november 2026 kl. 15.12, at aftalen om \
             tilslutning af Nordlys Tømrer & Snedker ApS med 2 organisationsadministratorer blev \
             indgået 24. november 2026 på mitid-erhverv.dk.",
            "Niveau: egen optegnelse, uden for skalaen A til D",
            "ved ikke, hvem der sad ved computeren",
            "Hvad er oplyst",
            "Organisation",
            "Nordlys Tømrer & Snedker ApS, anpartsselskab",
            "Mette Lindegaard Krogh, 24.11.2026 kl. 14.05",
            "13 74 81 36, ikke slået op",
            "Mette Lindegaard Krogh, senest 24.11.2026 kl. 14.52",
            "Mette Lindegaard Krogh, direktør",
            "Udgave af 17. april 2024, åbnet i browseren",
            "Tilslut, 24.11.2026 kl. 14.20",
            "Udfald",
            "Aftalen er indgået 24. november 2026",
            "Den officielle e-mail",
            "Underskrevet af mitid-erhverv.example og ikke ændret siden",
            "Domænet er ikke et af dem, som MitID Erhverv menes at sende fra.",
            "Den nævner organisationen.",
            "DKIM. Nøglen proeve2026 blev set 24.11.2026 kl. 15.20 og er gemt med.",
            "Uændret: Kvittering.eml, 1 kB. I sagen siden 24.11.2026 kl. 15.20.",
            "Organisationsadministratorer",
            "Mette Lindegaard Krogh",
            "Ja, oplyst",
            "Færdig, oplyst 24.11.2026",
            "Søren Thorup Winther",
            "Senest 23.01.2027",
            "Senest 23. januar 2027",
            "Mindst til og med 2031",
            "Tilsluts egen optegnelse. Ikke den officielle kvittering og ikke en underskrift.",
            "Side 1 af 2",
            "Hvad filen viser, og kontrol af den",
            "Optegnelsen beviser ikke, at nogen godkendte noget.",
            "Svar på, hvordan det gik",
            "Gælder",
            "E-mailen tilslut-mail-1.eml",
            "proeve2026._domainkey.mitid-erhverv.example",
            "uden DNSSEC",
            "Nr. 12 på den computer, hvor den blev lavet, 24. november 2026 kl. 15.21.00",
            "Optegnelse nr. 7, 9 om samme sag",
            "1, 2, 3. Sidst åben: 3.",
            "tilslut-record.json: alt, hvad siderne siger",
            "tilslut-mail-1.eml: e-mailen, som den kom",
            "Side 2 af 2",
        ],
    );
    for absent in ["godkendte tirsdag", "Niveau B", "digitalt underskrevet", "bekræftet af"] {
        assert!(!squeezed(&shown).contains(&squeezed(absent)), "{absent}");
    }
}

#[test]
fn practice_is_on_every_practice_page_and_on_no_live_one() {
    for (name, case) in samples() {
        let shown = text(&case.pdf());
        let shown = shown.replace("proeve2026", "");
        assert_marked(&shown, case.case.environment);
        assert!(!shown.contains("record-"), "{name}: {shown}");
        assert_numbered(&shown, case.language);
    }
}

#[test]
fn what_people_read_first_fits_one_page() {
    for (name, case) in samples() {
        if name.contains("usual") {
            assert_eq!(pages(&text(&case.pdf())).len(), 2, "{name}");
        }
    }
}

#[test]
fn a_correction_takes_nothing_away() {
    let mut case = usual();
    case.correct();
    let shown = text(&case.pdf());
    assert_in_order(
        &shown,
        &[
            "Mette Lindegaard Krogh oplyste fredag 27. november 2026 kl. 09.00, at ansøgningen",
            "blev afvist 26. november 2026",
            "Svar på, hvordan det gik",
            "Aftalen er indgået 24. november 2026",
            "Rettet siden",
            "Afvist 26. november 2026, »Kreditoroplysninger«",
            "Gælder",
        ],
    );
    assert!(!shown.contains("Senest 23. januar"), "nothing is set up of what was rejected");
}

#[test]
fn what_went_in_comes_out_byte_for_byte_and_says_so_to_other_readers() {
    let case = usual();
    let pdf = case.pdf();
    assert_eq!(detached(&pdf, RECORD_NAME), case.data().to_json());
    assert_eq!(detached(&pdf, "tilslut-mail-1.eml"), case.mails[0]);
    let contents = read_record(&pdf).unwrap();
    assert_eq!(contents.record, case.data().to_json());
    assert!(!contents.contradicts);
    assert_eq!(contents.files, [("tilslut-mail-1.eml".to_owned(), case.mails[0].clone())]);
    let told_of = contents.told.unwrap();
    assert_eq!(told_of.link, case.data().link());
    assert!(told_of.whole && told_of.environment == Environment::Live);
    assert_eq!(read(&pdf).err(), Some(receipt::NotAReceipt::Foreign), "it is no receipt");
    let file = Document::load_mem(&pdf).unwrap();
    let relations: Vec<_> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"AFRelationship").ok()?.as_name().ok())
        .collect();
    assert_eq!(relations, [&b"Supplement"[..], b"Source"]);
    let media = file.objects.values().filter_map(|object| {
        let stream = object.as_stream().ok()?;
        let embedded = stream.dict.get(b"Type").and_then(Object::as_name).ok()? == b"EmbeddedFile";
        embedded.then(|| stream.dict.get(b"Subtype").unwrap().as_name().unwrap().to_vec())
    });
    assert!(media.into_iter().any(|media| media == b"message/rfc822"));
    assert_eq!(
        told(&pdf, "Title"),
        "2026-11-24 Nordlys Tømrer & Snedker ApS CVR 13748136 optegnelse nr. 12"
    );
}

#[test]
fn the_same_data_is_the_same_file_and_has_one_spelling() {
    let case = usual();
    assert!(case.pdf() == case.pdf());
    let (data, json) = (case.data(), case.data().to_json());
    assert_eq!(RecordData::read(&json), Some(data.clone()));
    let spelled = String::from_utf8(json.clone()).unwrap();
    for other in [
        format!("{spelled}\n"),
        spelled.replacen("{\"case\":", "{ \"case\":", 1),
        spelled.replacen("\"number\":12", "\"number\":12.0", 1),
        spelled.replacen("\"type\":\"tilslut/record/v1\"", "\"type\":\"tilslut/record/v2\"", 1),
        spelled.replacen("\"earlier\":[7,9]", "\"earlier\":[9,7]", 1),
        spelled.replacen("\"earlier\":[7,9]", "\"earlier\":[7,12]", 1),
        spelled.replacen("tilslut-mail-1.eml", "../x.eml", 1),
        spelled.replacen(CVR, "13748137", 1),
        spelled.replacen("\"record\":{", "\"record\":{\"more\":1,", 1),
        spelled.replacen("14:12:00Z", "15:12:00+01:00", 1),
    ] {
        assert_ne!(other, spelled, "the change was made");
        assert_eq!(RecordData::read(other.as_bytes()), None, "{other}");
    }
    assert_eq!(RecordData::read(b"{}"), None);
    assert_ne!(data.link().hash(), [0; 32]);
}

/// The form of version 1 stays readable, and the schema describes it.
#[test]
fn a_record_of_version_one_is_read_for_ever_and_is_as_the_schema_says() {
    let json = V1.trim_end().as_bytes();
    if std::env::var_os("REWRITE").is_some() {
        let mut case = usual();
        case.tick("mette@nordlys.example", true, "2026-11-24T14:40:00Z");
        case.correct();
        crate::record_since::everything(&mut case);
        let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/receipts/record-v1.json");
        std::fs::write(kept, case.data().to_json()).unwrap();
        return;
    }
    let data = RecordData::read(json).unwrap();
    assert_eq!(data.to_json(), json);
    assert_eq!(data.case.mails.len(), 1);
    assert!(matches!(data.case.mails[0].signature, SignatureStated::Signed { .. }));
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../../../../docs/record.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let written = samples().into_iter().map(|(_, case)| case.data().to_json());
    for json in written.chain([json.to_vec()]) {
        let value: serde_json::Value = serde_json::from_slice(&json).unwrap();
        let wrong: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
    let mut more: serde_json::Value = serde_json::from_slice(json).unwrap();
    more["case"]["removed"] = true.into();
    assert!(!validator.is_valid(&more));
}

#[test]
fn nothing_is_told_of_anybody_who_was_taken_out_nor_of_a_mail_that_was() {
    let mut case = usual();
    case.tick("bodil@nordlys.example", true, "2026-11-24T14:40:00Z");
    case.take(&receipt_mail(CVR), "Slettet.eml");
    case.case.history.mails[1].removed = Some("2026-11-24T15:00:00Z".parse().unwrap());
    case.mails.pop();
    let json = String::from_utf8(case.data().to_json()).unwrap();
    for gone in ["bodil", "Bodil", "Et andet navn", "Slettet"] {
        assert!(!json.contains(gone), "{gone}: {json}");
    }
    assert_eq!(case.facts().mails.len(), 1);
}

/// A time is told where the case keeps one. Of answers it keeps only by when they were there.
#[test]
fn no_time_is_invented() {
    let case = usual();
    let facts = case.facts();
    assert_eq!(Some(facts.prepared.not_after), facts.guided.map(|it| it.since));
    let mut handed = usual();
    let reporter = Reporter {
        name: PersonName::parse("Jens Holm").unwrap(),
        organisation: None,
        email: EmailAddress::parse("jens@revision.example").unwrap(),
    };
    let Stage::Guided(guided) = &mut handed.case.stage else { unreachable!() };
    guided.connection.reporter = Some(reporter);
    let when = "2026-11-20T09:00:00Z".parse().unwrap();
    let received = Received::new(guided.connection.clone(), when, None);
    guided.basis = Basis::HandedOver(Box::new(received));
    let facts = handed.facts();
    assert_eq!((Role::from(facts.prepared.by), facts.prepared.not_after), (Role::Reporter, when));
    assert_in_order(
        &text(&handed.pdf()),
        &["13 74 81 36, ikke slået op", "Jens Holm, senest 20.11.2026 kl. 10.00", "Forberedt af"],
    );
    let mut unopened = usual();
    let Stage::Guided(guided) = &mut unopened.case.stage else { unreachable!() };
    guided.connection.terms.official = None;
    let shown = text(&unopened.pdf());
    assert!(squeezed(&shown).contains(&squeezed("Det er ikke noteret, at den officielle tekst")));
}

#[test]
fn there_is_no_record_of_what_did_not_leave_the_house() {
    let mut case = usual();
    case.case.history.stated.clear();
    assert_eq!(Facts::of(&case.case, None, date(2026, 11, 27)), None, "nothing was stated");
    let stopped = Outcome::Stopped { screen: None, reason: Reason::default() };
    case.state(stopped.clone(), "2026-11-24T14:12:00Z");
    assert_eq!(
        Facts::of(&case.case, None, date(2026, 11, 27)),
        None,
        "the answers can still be changed"
    );
    case.state(Outcome::Concluded { on: date(2026, 11, 24) }, "2026-11-24T14:13:00Z");
    case.state(stopped, "2026-11-24T14:14:00Z");
    assert_eq!(case.facts().outcomes.len(), 3);
    let draft = domain::draft::Draft::of(&connection(Environment::Live));
    case.case.stage = Stage::Drafting(Box::new(draft));
    assert_eq!(Facts::of(&case.case, None, date(2026, 11, 27)), None);
}

#[test]
fn only_the_mails_that_the_data_names_go_in_and_no_more_than_a_record_holds() {
    let case = usual();
    let data = case.data();
    for mails in [vec![], vec![receipt_mail("96273118")], vec![case.mails[0].clone(); 2]] {
        let record = Record { data: &data, mails: &mails, language: Language::Danish };
        assert_eq!(receipt::record::pdf(&record), Err(Error::Unproven));
    }
    let large = vec![b'x'; receipt::record::MAILS_LIMIT + 1];
    let mut facts = case.facts();
    facts.mails[0].sha256 = receipt::record::Hash(receipt::sha256(&large));
    let data = case.data_with(facts);
    let record = Record { data: &data, mails: &[large], language: Language::Danish };
    assert_eq!(receipt::record::pdf(&record), Err(Error::TooLarge));
}

#[test]
fn the_first_record_of_a_machine_has_number_one_and_names_none_before() {
    let case = usual();
    let place = Place::after(None, vec![], "2026-11-24T14:21:00Z".parse().unwrap()).unwrap();
    let data = RecordData::new(place, case.facts());
    assert_eq!((data.link().number, data.link().previous), (1, None));
    assert_eq!(RecordData::read(&data.to_json()), Some(data.clone()));
    let record = Record { data: &data, mails: &case.mails, language: Language::English };
    assert_eq!(
        file_name(&record),
        "2026-11-24 Nordlys Tømrer & Snedker ApS CVR 13748136 record no. 1.pdf"
    );
    assert!(text(&receipt::record::pdf(&record).unwrap()).contains("Record no. 1"));
}

#[test]
fn the_tree_says_what_is_what_in_the_order_in_which_it_is_read() {
    let tree = tree(&GuidedCase::usual(Environment::Practice, Language::English).pdf());
    let wanted = [
        "P",
        "\"PRØVE Practice, no effect.",
        "H1",
        "\"Record of a connection\"",
        "P",
        "P",
        "\"Level: own record, outside the scale A to D\"",
        "P",
        "H2",
        "\"What was stated\"",
        "Table",
        "TH",
        "/Scope /Column",
        "TH",
        "/Scope /Row",
        "\"Organisation\"",
        "H2",
        "\"The practice e-mail\"",
        "H2",
        "\"Organisation administrators\"",
        "H1",
        "\"What the file shows, and checking it\"",
        "L ",
        "H2",
        "\"Technical details\"",
    ];
    assert_in_order(&tree, &wanted);
}

/// As `other_pages_are_another_edition` of receipts: `EDITION` in `record.rs`. What the pages take
/// from the rule book counts too, whichever screen or reason a sample has.
#[test]
fn other_pages_are_another_edition() {
    let mut hash = Sha256::new();
    for (_, case) in samples().into_iter().chain(crate::record_approved::samples()) {
        let file = Document::load_mem(&case.pdf()).unwrap();
        file.page_iter().for_each(|page| hash.update(file.get_page_content(page)));
    }
    let book = book();
    for language in [Language::Danish, Language::English] {
        book.guide.screens.iter().for_each(|it| hash.update(it.short.read(language)));
        book.guide.reasons.iter().for_each(|it| hash.update(it.text(language)));
        book.documents.all.iter().for_each(|it| hash.update(it.name.read(language)));
    }
    let edition = read_record(&usual().pdf()).unwrap().told.unwrap().edition;
    let hash: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let found = format!("{edition} {hash}\n");
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/receipts/record-edition.txt");
    if std::env::var_os("REWRITE").is_some() {
        std::fs::write(kept, &found).unwrap();
    }
    assert_eq!(std::fs::read_to_string(kept).unwrap(), found, "raise EDITION in record.rs");
}
