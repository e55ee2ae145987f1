//! What must be true of the rule book itself, and that a mistake in it is named.

use crate::scenario::Scenario;
use domain::Language;
use domain::organisation::{Candidate, HeldRole, ParticipantKind, Status};
use domain::preflight::{Facts, preflight};
use domain::rules::{Automatic, Book, Certainty, Consequence, Files, Standing, book};
use jiff::civil::date;
use std::collections::BTreeSet;

#[test]
fn every_text_of_a_rule_is_there_in_both_languages() {
    for rule in &book().findings {
        for language in [Language::Danish, Language::English] {
            let gap = |slot: domain::rules::Slot| slot.word().to_uppercase();
            let (wrong, remedy) = (rule.wrong(language).fill(gap), rule.remedy(language).fill(gap));
            assert!(
                !wrong.ends_with('.') && remedy.ends_with('.'),
                "{}: {wrong} / {remedy}",
                rule.id
            );
            assert!(!format!("{wrong}{remedy}").contains(['!', '{', '}']), "{}", rule.id);
            assert!(wrong.chars().next().is_some_and(|c| !c.is_lowercase()), "{}", rule.id);
        }
    }
}

/// What is only generally known is not said as if an authority had said it.
#[test]
fn a_guess_is_said_as_one() {
    let danish = [
        "som regel",
        "forvent",
        "regn",
        "ser ud til",
        "ser ikke ud til",
        "måske",
        "ikke offentliggjort",
        "kender ikke",
    ];
    let guesses = book().findings.iter().filter(|rule| rule.certainty == Certainty::General);
    let stops = |rule: &&domain::rules::Rule| rule.severity <= domain::rules::Severity::Documents;
    for rule in guesses.filter(stops) {
        let text = format!(
            "{} {}",
            rule.wrong(Language::Danish).fill(|_| String::new()),
            rule.remedy(Language::Danish).fill(|_| String::new())
        );
        assert!(
            danish.iter().any(|word| text.to_lowercase().contains(word)),
            "{}: {text}",
            rule.id
        );
    }
}

/// Nor who may represent a form of which nothing official says it (`domain.md` §2.2).
#[test]
fn who_represents_is_told_as_certainly_as_it_is_known() {
    for (form, told) in [
        (60, "Ledelsesrepræsentanten er en direktør eller et medlem"),
        (90, "Ledelsesrepræsentanten er som regel formanden eller et medlem af bestyrelsen."),
        (95, "Ledelsesrepræsentanten er som regel trustee."),
        (140, "Ledelsesrepræsentanten er som regel en direktør"),
        (210, "Ledelsesrepræsentanten er en person, som virksomheden har bemyndiget"),
        (235, "Ledelsesrepræsentanten er som regel direktøren."),
        (250, "Ledelsesrepræsentanten er kommunaldirektøren"),
        (260, "Ledelsesrepræsentanten er som regel menighedsrådets formand."),
        (520, "Ledelsesrepræsentanten er som regel lederen af afdelingen."),
    ] {
        let draft =
            Scenario { form: Some(form), people: Some(vec![]), ..Scenario::default() }.draft();
        let found = preflight(&draft, &Facts::of(&draft), date(2026, 11, 24));
        let remedies: Vec<String> =
            found.iter().map(|finding| finding.remedy(Language::Danish)).collect();
        assert!(remedies.iter().any(|remedy| remedy.contains(told)), "{form}: {remedies:?}");
    }
}

/// A finding is no surer than the words of the rule book in its gaps.
#[test]
fn a_finding_is_as_certain_as_the_least_certain_thing_it_says() {
    let certainty = |finding: &str, scenario: Scenario| {
        let draft = scenario.draft();
        let found = preflight(&draft, &scenario.facts(&draft), scenario.today());
        let found = found
            .into_iter()
            .find(|one| one.rule.id == finding)
            .unwrap_or_else(|| panic!("no {finding}"));
        (found.rule.certainty, found.certainty)
    };
    let form =
        |code: u16| Scenario { form: Some(code), people: Some(vec![]), ..Scenario::default() };
    let missing = |code: u16| Scenario { people: None, ..form(code) };
    for (finding, scenario, rule, told) in [
        ("representative-not-in-cvr", form(80), Certainty::Official, Certainty::Official),
        ("representative-not-in-cvr", form(140), Certainty::Official, Certainty::General),
        ("foundation-by-documents", missing(90), Certainty::Official, Certainty::General),
        ("church-by-documents", missing(260), Certainty::General, Certainty::General),
        ("document-missing", missing(210), Certainty::Official, Certainty::Official),
        ("document-missing", missing(20), Certainty::Official, Certainty::General),
    ] {
        assert_eq!(certainty(finding, scenario), (rule, told), "{finding}");
    }
}

#[test]
fn ids_are_in_kebab_case_and_dates_are_there() {
    let kebab = |id: &str| {
        !id.is_empty()
            && id.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit())
    };
    let points = book()
        .documents
        .all
        .iter()
        .flat_map(|document| document.points.iter().map(|point| &point.id));
    let documents = book().documents.all.iter().map(|document| &document.id);
    let states = book().states.all.iter().map(|state| &state.id);
    for id in
        book().findings.iter().map(|rule| &rule.id).chain(points).chain(documents).chain(states)
    {
        assert!(kebab(id), "{id}");
    }
    assert!(book().findings.len() >= 40);
    assert!(book().findings.iter().all(|rule| rule.as_of == book().forms.as_of));
}

#[test]
fn every_source_is_an_address_and_is_used() {
    let book = book();
    let mut used = BTreeSet::new();
    used.extend(book.findings.iter().flat_map(|rule| &rule.source));
    used.extend(book.forms.all.iter().flat_map(|form| &form.source));
    used.extend(book.states.all.iter().flat_map(|state| &state.source));
    used.extend(book.documents.all.iter().flat_map(|document| &document.source));
    used.extend(
        book.deadlines.lengths.named().into_iter().flat_map(|(_, deadline)| &deadline.source),
    );
    used.extend(
        book.deadlines.holidays.iter().chain(&book.deadlines.closed).flat_map(|day| &day.source),
    );
    let screens = &book.guide.screens;
    used.extend(screens.iter().flat_map(|screen| &screen.source));
    used.extend(screens.iter().flat_map(|screen| &screen.remarks).flat_map(|it| &it.source));
    used.extend(book.set_up.tasks.iter().flat_map(|task| &task.source));
    for (id, address) in &book.sources {
        let secure = address.starts_with("https://") || id == "ERST-MODULUS";
        assert!(
            secure && address.contains("://") && !address.contains([' ', '…']),
            "{id}: {address}"
        );
    }
    assert_eq!(used, book.sources.keys().collect::<BTreeSet<_>>());
}

/// `domain.md` §2.2.
#[test]
fn every_form_code_of_the_reference_is_known() {
    let codes: Vec<u16> = book().forms.all.iter().map(|form| form.code).collect();
    let expected = [
        10, 15, 20, 30, 40, 45, 50, 60, 70, 80, 81, 90, 95, 100, 110, 115, 130, 140, 150, 151, 152,
        160, 170, 180, 190, 195, 196, 200, 210, 220, 230, 235, 240, 245, 250, 260, 270, 280, 285,
        290, 291, 520, 990,
    ];
    assert_eq!(codes, expected);
    let unknown = book().forms.find(12345);
    assert_eq!((unknown.code, unknown.automatic), (0, Automatic::No));
}

/// `domain.md` §6.1: compared with everything but letters removed, without regard to case.
#[test]
fn every_state_is_known_however_it_is_spelled() {
    for (id, status, words) in [
        ("active", Status::Active, &["AKTIV", "NORMAL", "Aktiv", " normal ", "n-o-r-m-a-l"][..]),
        ("not-begun", Status::Uncertain, &["FREMTID"]),
        ("without-effect", Status::Uncertain, &["UDENRETSVIRKNING", "Uden retsvirkning"]),
        (
            "voluntary-liquidation",
            Status::Dissolving,
            &["UNDERFRIVILLIGLIKVIDATION", "Under frivillig likvidation"],
        ),
        (
            "resumption",
            Status::Dissolving,
            &["UNDERREASSUMERING", "UNDERREASUMMERING", "UNDERREASUMERING", "Under reassumering"],
        ),
        ("bankruptcy", Status::Dissolving, &["UNDERKONKURS", "Under konkurs", "under-konkurs"]),
        (
            "compulsory-dissolution",
            Status::Dissolving,
            &["UNDERTVANGSOPLØSNING", "Under tvangsopløsning", "UNDERTVANGSOPLOESNING"],
        ),
        ("restructuring", Status::Dissolving, &["UNDERREKONSTRUKTION"]),
        ("other-dissolution", Status::Dissolving, &["UNDEROPLØSNING", "under et eller andet"]),
        (
            "ceased",
            Status::Ceased,
            &[
                "TVANGSOPLØST",
                "OPLØSTEFTERKONKURS",
                "OPHØRT",
                "Ophørt",
                "OPLØST",
                "OPLØSTEFTERERKLÆRING",
                "OPLØSTEFTERFRIVILLIGLIKVIDATION",
                "OPLØSTEFTERFUSION",
                "OPLØSTEFTERGRÆNSEOVERSKRIDENDEFUSION",
                "OPLØST EFTER GRÆNSEOVERSKRIDENDE FUSION",
                "OPLØSTEFTERSPALTNING",
                "SLETTET",
                "OPLØSTEFTERNOGETNYT",
            ],
        ),
        ("unclear", Status::Uncertain, &["", "noget nyt", "123"]),
    ] {
        for word in words {
            assert_eq!(book().states.find(word).map(|state| state.id.as_str()), Some(id), "{word}");
            assert_eq!(Status::of(word), status, "{word}");
        }
    }
    for state in &book().states.all {
        assert_eq!(
            state.consequence == Consequence::Blocked,
            state.re_entry.is_some(),
            "{}",
            state.id
        );
    }
}

#[test]
fn a_role_counts_as_its_form_says() {
    for (code, relation, body, function, expected) in [
        (80, "LEDELSESORGAN", "Direktion", "DIREKTØR", Standing::Automatic),
        (80, "LEDELSESORGAN", "Direktion", "ADM. DIR.", Standing::Automatic),
        (80, "LEDELSESORGAN", "Bestyrelse", "BESTYRELSESMEDLEM", Standing::Automatic),
        (80, "LEDELSESORGAN", "Bestyrelse", "SUPPLEANT", Standing::Nothing),
        (80, "LEDELSESORGAN", "Bestyrelse", "BESTYRELSESSUPPLEANT", Standing::Nothing),
        (80, "LEDELSESORGAN", "Tilsynsråd", "MEDLEM", Standing::Nothing),
        (80, "LEDELSESORGAN", "Repræsentantskab", "FORMAND", Standing::Nothing),
        (80, "REVISION", "Revision", "REVISOR", Standing::Nothing),
        (80, "STIFTERE", "Stiftere", "STIFTER", Standing::Nothing),
        (80, "REGISTER", "EJERREGISTER", "EJER", Standing::Nothing),
        (80, "REGISTER", "Reelle ejere", "REEL EJER", Standing::Nothing),
        (80, "FULDT_ANSVARLIG_DELTAGERE", "Interessenter", "INTERESSENTER", Standing::Nothing),
        (10, "FULDT_ANSVARLIG_DELTAGERE", "Indehaver", "INDEHAVER", Standing::Automatic),
        (30, "FULDT_ANSVARLIG_DELTAGERE", "Interessenter", "INTERESSENTER", Standing::Automatic),
        (40, "FULDT_ANSVARLIG_DELTAGERE", "Komplementarer", "KOMPLEMENTAR", Standing::Automatic),
        (40, "FULDT_ANSVARLIG_DELTAGERE", "Kommanditister", "KOMMANDITIST", Standing::Nothing),
        (110, "REPRÆSENTANTER", "", "FORENINGSREPRÆSENTANT", Standing::Automatic),
        (115, "LEDELSESORGAN", "Bestyrelse", "Foreningsrepræsentant", Standing::Automatic),
        (110, "LEDELSESORGAN", "Bestyrelse", "FORMAND", Standing::ByDocuments),
        (80, "REPRÆSENTANTER", "", "FORENINGSREPRÆSENTANT", Standing::Nothing),
        (90, "LEDELSESORGAN", "Bestyrelse", "FORMAND", Standing::ByDocuments),
        (100, "LEDELSESORGAN", "Bestyrelse", "FORMAND", Standing::Automatic),
        (170, "LEDELSESORGAN", "Filialbestyrere", "FILIALBESTYRER", Standing::Automatic),
        (170, "LEDELSESORGAN", "Filialbestyrere", "DIREKTØR", Standing::Automatic),
        (170, "LEDELSESORGAN", "Filialbestyrere", "SUPPLEANT", Standing::Nothing),
        (170, "LEDELSESORGAN", "Direktion", "DIREKTØR", Standing::Nothing),
        (110, "REPRÆSENTANTER", "Foreningsrepræsentanter", "MEDLEM", Standing::Automatic),
        (80, "LEDELSESORGAN", "Bestyrelse", "OBSERVATØR", Standing::Nothing),
        (200, "LEDELSESORGAN", "Filialbestyrere", "FILIALBESTYRER", Standing::ByDocuments),
        (210, "LEDELSESORGAN", "Filialbestyrere", "FILIALBESTYRER", Standing::ByDocuments),
        (80, "LEDELSESORGAN", "Likvidator", "LIKVIDATOR", Standing::Nothing),
    ] {
        let role = HeldRole::new(relation, body, function);
        assert_eq!(
            book().forms.find(code).standing(&role),
            expected,
            "{code} {relation} {body} {function}"
        );
    }
}

/// `domain.md` §2.3: FUNKTION or the name of the body tells who runs the dissolution.
#[test]
fn whoever_runs_the_dissolution_may_conclude_the_agreement_again() {
    for (status, body, function, expected) in [
        ("UNDERKONKURS", "Kurator", "KURATOR", true),
        ("UNDERKONKURS", "Kuratorer", "MEDLEM", true),
        ("UNDERKONKURS", "Likvidator", "LIKVIDATOR", false),
        ("UNDERKONKURS", "Direktion", "DIREKTØR", false),
        ("UNDERFRIVILLIGLIKVIDATION", "Likvidator", "LIKVIDATOR IHT. VEDTÆGT", true),
        ("UNDERFRIVILLIGLIKVIDATION", "Likvidator", "SUPPLEANT", false),
        ("UNDERREKONSTRUKTION", "", "Rekonstruktør", true),
    ] {
        let re_entry =
            book().states.find(status).and_then(|state| state.re_entry.as_ref()).unwrap();
        assert_eq!(
            re_entry.is_held(&HeldRole::new("LEDELSESORGAN", body, function)),
            expected,
            "{status} {body} {function}"
        );
    }
}

#[test]
fn only_a_person_with_a_cpr_number_is_verified_automatically() {
    let form = book().forms.find(80);
    let candidate = |kind| Candidate {
        unit: 1,
        name: "Bo Dahl".into(),
        kind,
        roles: vec![
            HeldRole::new("LEDELSESORGAN", "Bestyrelse", "SUPPLEANT"),
            HeldRole::new("LEDELSESORGAN", "Direktion", "DIREKTØR"),
        ],
    };
    for (kind, expected) in [
        (ParticipantKind::Person, Standing::Automatic),
        (ParticipantKind::PersonWithoutCpr, Standing::ByDocuments),
        (ParticipantKind::Organisation, Standing::ByDocuments),
    ] {
        let candidate = candidate(kind);
        let (standing, role) = form.best(&candidate).unwrap();
        assert_eq!((standing, role.function.as_str()), (expected, "DIREKTØR"));
    }
}

#[test]
fn a_mistake_in_a_rule_is_named_with_its_id() {
    let ours = Files::OURS;
    let rule = "id = \"organisation-ceased\"";
    assert!(ours.findings.contains(rule));
    for (old, new, why) in [
        ("status = [\"ceased\"]", "statut = [\"ceased\"]", "nothing is observed as statut"),
        ("status = [\"ceased\"]", "status = [\"gone\"]", "status is never gone"),
        ("status = [\"ceased\"]", "status = []", "status says nothing"),
        ("status = [\"ceased\"]", "cpr = [\"no\"]", "cpr is not observed for Case"),
        ("has {status} and", "has {state} and", "no gap is called state"),
        ("has {status} and", "has ceased and", "the two languages have other gaps"),
        ("\"VIRK-POST\"", "\"VIRK-PAST\"", "no source VIRK-PAST"),
        ("severity = \"stops\"", "severity = \"halts\"", "unknown variant `halts`"),
    ] {
        let at = ours.findings.find(rule).unwrap();
        let (before, after) = ours.findings.split_at(at);
        let broken = format!("{before}{}", after.replacen(old, new, 1));
        let wrong = Book::parse(Files { findings: &broken, ..ours }).unwrap_err();
        assert_eq!(
            (wrong.file, wrong.entry.as_str()),
            ("findings", "organisation-ceased"),
            "{wrong}"
        );
        assert!(wrong.to_string().contains(why), "{wrong}");
    }
    let twice = ours.findings.replacen("id = \"need-signs-alone\"", "id = \"need-owner-alone\"", 1);
    assert_eq!(Book::parse(Files { findings: &twice, ..ours }).unwrap_err().why, "twice");
    let form = ours.forms.replacen("documents = [\"minutes\"]", "documents = [\"minuets\"]", 1);
    assert_eq!(Book::parse(Files { forms: &form, ..ours }).unwrap_err().why, "no document minuets");
}
