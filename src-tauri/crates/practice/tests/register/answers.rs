//! The practice register answers in the shape of the real one, and misbehaves where it says so.

use crate::asking::{FAULTS, ask, entry, list, question, registered, roles, send};
use practice::Practice;
use serde_json::{Value, json};
use std::time::Duration;

/// What every company of a real answer has (`domain.md` §6.1), as pointers; `*` is every element of
/// a list.
const PATHS: &[&str] = &[
    "cvrNummer",
    "enhedsNummer",
    "enhedstype",
    "reklamebeskyttet",
    "navne/*/navn",
    "navne/*/periode/gyldigFra",
    "beliggenhedsadresse/*/landekode",
    "beliggenhedsadresse/*/periode/gyldigFra",
    "livsforloeb/*/periode/gyldigFra",
    "hovedbranche/*/branchekode",
    "hovedbranche/*/branchetekst",
    "virksomhedsstatus/*/status",
    "virksomhedsform/*/virksomhedsformkode",
    "virksomhedsform/*/langBeskrivelse",
    "virksomhedsform/*/ansvarligDataleverandoer",
    "attributter/*/type",
    "attributter/*/vaerditype",
    "attributter/*/vaerdier/*/vaerdi",
    "penheder/*/pNummer",
    "obligatoriskEmail/*/kontaktoplysning",
    "deltagerRelation/*/deltager/enhedsNummer",
    "deltagerRelation/*/deltager/enhedstype",
    "deltagerRelation/*/deltager/navne/*/navn",
    "deltagerRelation/*/deltager/adresseHemmelig",
    "deltagerRelation/*/organisationer/*/hovedtype",
    "deltagerRelation/*/organisationer/*/organisationsNavn/*/navn",
    "deltagerRelation/*/organisationer/*/medlemsData/*/attributter/*/type",
    "deltagerRelation/*/organisationer/*/medlemsData/*/attributter/*/vaerdier/*/vaerdi",
    "deltagerRelation/*/organisationer/*/medlemsData/*/attributter/*/vaerdier/*/periode/gyldigFra",
    "virksomhedMetadata/nyesteNavn/navn",
    "virksomhedMetadata/nyesteVirksomhedsform/virksomhedsformkode",
    "virksomhedMetadata/nyesteVirksomhedsform/kortBeskrivelse",
    "virksomhedMetadata/nyesteVirksomhedsform/langBeskrivelse",
    "virksomhedMetadata/nyesteKontaktoplysninger/*",
    "virksomhedMetadata/antalPenheder",
    "virksomhedMetadata/sammensatStatus",
    "virksomhedMetadata/stiftelsesDato",
    "virksomhedMetadata/virkningsDato",
];

/// Whether something that is not null is at the path, in every element of every list on the way.
fn holds(value: &Value, path: &str) -> bool {
    match path.split_once('/').unwrap_or((path, "")) {
        ("", _) => !value.is_null(),
        ("*", rest) => value
            .as_array()
            .is_some_and(|elements| elements.iter().all(|element| holds(element, rest))),
        (step, rest) => holds(&value[step], rest),
    }
}

#[tokio::test]
async fn every_organisation_answers_in_the_shape_of_the_real_register() {
    let practice = Practice::start().await.unwrap();
    for organisation in registered() {
        let entry = entry(&practice, organisation.cvr).await;
        for path in PATHS {
            // Its director is one whom the register does not name at all.
            if organisation.cvr == "97113181" && path.starts_with("deltagerRelation/*/deltager/") {
                continue;
            }
            assert!(holds(&entry, path), "{} has no {path}", organisation.cvr);
        }
        assert_eq!(entry["cvrNummer"], organisation.cvr.parse::<u32>().unwrap());
        assert_eq!(entry["enhedstype"], "VIRKSOMHED");
        let metadata = &entry["virksomhedMetadata"];
        assert_eq!(metadata["nyesteNavn"]["navn"], organisation.name);
        assert!(metadata["nyesteVirksomhedsform"]["virksomhedsformkode"].is_u64());
        let current = list(&entry["navne"]).last().unwrap();
        assert_eq!(
            (&current["navn"], &current["periode"]["gyldigTil"]),
            (&json!(organisation.name), &Value::Null)
        );
        assert_eq!(
            list(&entry["beliggenhedsadresse"]).last().unwrap_or(&Value::Null),
            &metadata["nyesteBeliggenhedsadresse"]
        );
        for address in list(&entry["beliggenhedsadresse"]) {
            let abroad = !["DK", "GL"].contains(&address["landekode"].as_str().unwrap());
            // Abroad there is none, or the register's 0 for none.
            assert_eq!(
                address["postnummer"].as_u64().is_some_and(|code| code != 0),
                !abroad,
                "{}",
                organisation.cvr
            );
            assert_eq!(address["fritekst"].is_string(), abroad, "{}", organisation.cvr);
        }
        for email in list(&entry["obligatoriskEmail"]) {
            assert!(email["kontaktoplysning"].as_str().unwrap().ends_with(".example"));
        }
        for relation in list(&entry["deltagerRelation"]) {
            let company = relation["deltager"]["enhedstype"] == "VIRKSOMHED";
            assert_eq!(
                relation["deltager"]["forretningsnoegle"].is_string(),
                company,
                "{}",
                organisation.cvr
            );
        }
    }
}

#[tokio::test]
async fn each_organisation_shows_what_it_says() {
    let practice = Practice::start().await.unwrap();
    for (cvr, name, kind, main, function, over) in [
        ("13748136", "Mette Lindegaard Krogh", "PERSON", "LEDELSESORGAN", "DIREKTØR", "open"),
        ("13748136", "Holm & Bjerre Revision ApS", "VIRKSOMHED", "REVISION", "REVISOR", "open"),
        (
            "95504183",
            "Bente Rask Olesen",
            "PERSON",
            "FULDT_ANSVARLIG_DELTAGERE",
            "INTERESSENTER",
            "open",
        ),
        (
            "95504183",
            "Malene Rask Holm",
            "PERSON",
            "FULDT_ANSVARLIG_DELTAGERE",
            "INTERESSENTER",
            "open",
        ),
        (
            "91203049",
            "Ingrid Solheim Aasen",
            "ANDEN_DELTAGER",
            "LEDELSESORGAN",
            "BESTYRELSESMEDLEM",
            "open",
        ),
        (
            "94817021",
            "Frode Lyng Andersen",
            "PERSON",
            "FULDT_ANSVARLIG_DELTAGERE",
            "INDEHAVER",
            "open",
        ),
        (
            "96273118",
            "Amalie Fjord Brandt",
            "PERSON",
            "REPRÆSENTANTER",
            "FORENINGSREPRÆSENTANT",
            "open",
        ),
        (
            "92650197",
            "Elin Norrsken Ekström",
            "ANDEN_DELTAGER",
            "LEDELSESORGAN",
            "FILIALBESTYRER",
            "open",
        ),
        (
            "93117727",
            "Søndre Kaj Komplementar ApS",
            "VIRKSOMHED",
            "FULDT_ANSVARLIG_DELTAGERE",
            "KOMPLEMENTAR",
            "open",
        ),
        ("91714531", "Torben Elle", "PERSON", "LEDELSESORGAN", "DIREKTØR", "closed"),
        ("91714531", "Viggo Lauge Thorsen", "PERSON", "LEDELSESORGAN", "DIREKTØR", "open"),
    ] {
        let roles = roles(&entry(&practice, cvr).await);
        let found = roles.iter().any(|role| {
            let as_told = [&role.name, &role.kind, &role.main, &role.function]
                == [name, kind, main, function];
            as_told && role.until.is_some() == (over == "closed")
        });
        assert!(found, "{cvr} {name}");
    }
    for (cvr, status) in [
        ("94205360", "UNDERKONKURS"),
        ("95018238", "OPHØRT"),
        ("13748136", "NORMAL"),
        ("96273118", "Aktiv"),
    ] {
        assert_eq!(entry(&practice, cvr).await["virksomhedMetadata"]["sammensatStatus"], status);
    }
    assert_eq!(entry(&practice, "93681509").await["deltagerRelation"], json!([]));
    assert!(
        !entry(&practice, "95018238").await["livsforloeb"][0]["periode"]["gyldigTil"].is_null()
    );
    let moved = entry(&practice, "95504183").await;
    assert_eq!(list(&moved["beliggenhedsadresse"]).len(), 2);
    assert_eq!(moved["virksomhedMetadata"]["nyesteBeliggenhedsadresse"]["husnummerFra"], 22);
    let company = entry(&practice, "93117727").await;
    assert_eq!(company["deltagerRelation"][0]["deltager"]["forretningsnoegle"], "98170421");
    let rule = entry(&practice, "91203049").await["attributter"].to_string();
    assert!(rule.contains("TEGNINGSREGEL") && rule.contains("i forening"));
}

#[tokio::test]
async fn an_unknown_number_is_an_empty_answer_and_a_bad_question_an_error() {
    let practice = Practice::start().await.unwrap();
    for unknown in [10_000_003, 0] {
        let answer = ask(&practice, unknown).await.unwrap();
        assert_eq!(answer.status(), 200);
        assert_eq!(
            answer.json::<Value>().await.unwrap()["hits"],
            json!({ "total": 0, "max_score": null, "hits": [] })
        );
    }
    for bad in ["", "{}", "not json", r#"{"query":{"term":{"Vrvirksomhed.cvrNummer":"13748136"}}}"#]
    {
        let answer = send(&practice, bad).await.unwrap();
        assert_eq!(answer.status(), 400, "{bad}");
        assert_eq!(answer.json::<Value>().await.unwrap()["status"], 400);
    }
}

#[tokio::test]
async fn the_three_faults_are_faults() {
    let practice = Practice::start().await.unwrap();
    let [nonsense, slow, cut] = FAULTS.map(|cvr| cvr.parse::<u64>().unwrap());
    let answer = ask(&practice, nonsense).await.unwrap();
    assert_eq!(answer.status(), 200);
    assert!(serde_json::from_str::<Value>(&answer.text().await.unwrap()).is_err());
    let lost = ask(&practice, cut).await.unwrap_err();
    assert!(!lost.is_timeout() && !lost.is_connect(), "the connection was there and was closed");
    assert!(tokio::time::timeout(Duration::from_millis(300), ask(&practice, slow)).await.is_err());
    assert_eq!(
        entry(&practice, "13748136").await["cvrNummer"],
        13_748_136,
        "the others are answered meanwhile"
    );
}

#[tokio::test]
async fn who_waits_is_let_go_when_the_practice_world_stops() {
    let practice = Practice::start().await.unwrap();
    let question = question(&practice, r#"{"query":{"term":{"Vrvirksomhed.cvrNummer":96640285}}}"#);
    let mut waiting = tokio::spawn(question.send());
    assert!(
        tokio::time::timeout(Duration::from_millis(300), &mut waiting).await.is_err(),
        "it waits"
    );
    drop(practice);
    let ended = waiting.await.unwrap();
    assert!(ended.is_err() || ended.is_ok_and(|answer| answer.status() == 503));
}
