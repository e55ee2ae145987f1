//! The practice world has an organisation for everything that a person, or a rule, can meet in the
//! real register.

use crate::asking::{Role, entry, list, registered, roles};
use domain::cvr::CvrNumber;
use practice::{Organisation, Practice, organisations};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The day from which "yesterday" and "next year" are counted.
const TODAY: &str = "2026-11-24";
const YESTERDAY: &str = "2026-11-23";

/// Every form code of `domain.md` §2.2.
const FORMS: &[u64] = &[
    10, 15, 20, 30, 40, 45, 50, 60, 70, 80, 81, 90, 95, 100, 110, 115, 130, 140, 150, 151, 152,
    160, 170, 180, 190, 195, 196, 200, 210, 220, 230, 235, 240, 245, 250, 260, 270, 280, 285, 290,
    291, 520, 990,
];

/// Every composite status of `domain.md` §6.1 as it is spelled there, and three as other
/// organisations have them.
const STATES: &[&str] = &[
    "AKTIV",
    "NORMAL",
    "FREMTID",
    "UDENRETSVIRKNING",
    "UNDERFRIVILLIGLIKVIDATION",
    "UNDERREASSUMERING",
    "UNDERREASUMMERING",
    "UNDERREASUMERING",
    "UNDERKONKURS",
    "UNDERTVANGSOPLØSNING",
    "UNDERREKONSTRUKTION",
    "TVANGSOPLØST",
    "OPLØSTEFTERKONKURS",
    "OPHØRT",
    "OPLØST",
    "OPLØSTEFTERERKLÆRING",
    "OPLØSTEFTERFRIVILLIGLIKVIDATION",
    "OPLØSTEFTERFUSION",
    "OPLØSTEFTERGRÆNSEOVERSKRIDENDEFUSION",
    "OPLØSTEFTERSPALTNING",
    "SLETTET",
    "Aktiv",
    "Ophørt",
    "Under konkurs",
];

async fn entries(practice: &Practice) -> BTreeMap<&'static str, Value> {
    let mut entries = BTreeMap::new();
    for organisation in registered() {
        entries.insert(organisation.cvr, entry(practice, organisation.cvr).await);
    }
    entries
}

#[test]
fn there_are_many_and_each_can_be_told_from_the_others() {
    assert!(organisations().len() >= 60, "only {}", organisations().len());
    let columns: [fn(&Organisation) -> &str; 4] =
        [|o| o.cvr, |o| o.name, |o| o.shows.da, |o| o.shows.en];
    for of in columns {
        let seen: BTreeSet<&str> = organisations().iter().map(of).collect();
        assert_eq!(seen.len(), organisations().len());
    }
    for Organisation { cvr, shows, .. } in organisations() {
        assert_eq!(CvrNumber::parse(cvr).map(|number| number.to_string()), Ok((*cvr).to_owned()));
        assert!(cvr.starts_with('9') || *cvr == "13748136", "{cvr} may be somebody's");
        for text in [shows.da, shows.en] {
            assert!(
                text.ends_with('.') && !text.contains('!') && text.chars().count() < 160,
                "{cvr}: {text}"
            );
        }
    }
}

#[tokio::test]
async fn every_form_and_every_state_has_an_organisation() {
    let practice = Practice::start().await.unwrap();
    let entries = entries(&practice).await;
    let metadata = || entries.values().map(|entry| &entry["virksomhedMetadata"]);
    let forms: BTreeSet<u64> = metadata()
        .map(|metadata| metadata["nyesteVirksomhedsform"]["virksomhedsformkode"].as_u64().unwrap())
        .collect();
    assert_eq!(forms, FORMS.iter().copied().collect());
    let states: BTreeSet<&str> =
        metadata().map(|metadata| metadata["sammensatStatus"].as_str().unwrap()).collect();
    assert_eq!(states, STATES.iter().copied().collect());
}

#[tokio::test]
async fn who_has_ceased_has_an_end_and_nobody_in_office() {
    let practice = Practice::start().await.unwrap();
    for (cvr, entry) in entries(&practice).await {
        let status =
            entry["virksomhedMetadata"]["sammensatStatus"].as_str().unwrap().to_uppercase();
        let ceased = status.contains("OPLØST") || status == "OPHØRT" || status == "SLETTET";
        assert_eq!(entry["livsforloeb"][0]["periode"]["gyldigTil"].is_string(), ceased, "{cvr}");
        assert!(!ceased || roles(&entry).iter().all(|role| !holds_now(role)), "{cvr}");
    }
}

fn holds_now(role: &Role) -> bool {
    role.from.as_str() <= TODAY && role.until.as_deref().is_none_or(|until| until >= TODAY)
}

/// Whether somebody of this kind holds this function now.
fn has(entry: &Value, kind: &str, main: &str, function: &str) -> bool {
    roles(entry).iter().any(|role| {
        holds_now(role) && [&role.kind, &role.main, &role.function] == [kind, main, function]
    })
}

fn rule(entry: &Value) -> Option<&str> {
    let rule = list(&entry["attributter"])
        .iter()
        .find(|attribute| attribute["type"] == "TEGNINGSREGEL")?;
    rule["vaerdier"][0]["vaerdi"].as_str()
}

fn form(entry: &Value) -> u64 {
    entry["virksomhedMetadata"]["nyesteVirksomhedsform"]["virksomhedsformkode"].as_u64().unwrap()
}

fn nobody(entry: &Value) -> bool {
    list(&entry["deltagerRelation"]).is_empty()
}

/// What a way of being registered is called, the organisation that has it, and how it is seen in
/// the answer.
type Pattern = (&'static str, &'static str, fn(&Value) -> bool);

const PATTERNS: &[Pattern] = &[
    ("sole owner", "94817021", |e| has(e, "PERSON", "FULDT_ANSVARLIG_DELTAGERE", "INDEHAVER")),
    ("partner that is a company", "91784017", |e| {
        has(e, "VIRKSOMHED", "FULDT_ANSVARLIG_DELTAGERE", "INTERESSENTER")
    }),
    ("partner without a CPR number", "91784017", |e| {
        has(e, "ANDEN_DELTAGER", "FULDT_ANSVARLIG_DELTAGERE", "INTERESSENTER")
    }),
    ("general partner that is a company", "91995239", |e| {
        has(e, "VIRKSOMHED", "FULDT_ANSVARLIG_DELTAGERE", "KOMPLEMENTAR")
    }),
    ("limited partner", "91995239", |e| has(e, "PERSON", "REGISTER", "0.90")),
    ("chair", "92002977", |e| has(e, "PERSON", "LEDELSESORGAN", "FORMAND")),
    ("deputy chair", "92002977", |e| has(e, "PERSON", "LEDELSESORGAN", "NÆSTFORMAND")),
    ("member of the board", "92002977", |e| has(e, "PERSON", "LEDELSESORGAN", "BESTYRELSESMEDLEM")),
    ("substitute", "92002977", |e| has(e, "PERSON", "LEDELSESORGAN", "SUPPLEANT")),
    ("member who became the chair", "92002977", |e| {
        let values = &e["deltagerRelation"][0]["organisationer"][0]["medlemsData"][0]["attributter"]
            [0]["vaerdier"];
        list(values).len() == 2
            && values[0]["periode"]["gyldigTil"] == values[1]["periode"]["gyldigFra"]
    }),
    ("director who left", "91714531", |e| {
        roles(e).iter().any(|role| {
            role.function == "DIREKTØR" && role.until.as_deref().is_some_and(|until| until < TODAY)
        })
    }),
    ("director who begins next year", "96910738", |e| {
        roles(e).iter().any(|role| {
            role.function == "DIREKTØR" && role.from == "2027-01-01" && role.until.is_none()
        })
    }),
    ("one person in two bodies", "90692615", |e| {
        let roles = roles(e);
        roles.iter().any(|a| {
            roles
                .iter()
                .any(|b| a.name == b.name && a.body != b.body && holds_now(a) && holds_now(b))
        })
    }),
    ("association representative since long ago", "96273118", |e| {
        roles(e).iter().any(|role| {
            role.function == "FORENINGSREPRÆSENTANT"
                && holds_now(role)
                && role.from.as_str() < "2026-01-01"
        })
    }),
    ("association representative since yesterday", "96565488", |e| {
        roles(e).iter().any(|role| {
            role.function == "FORENINGSREPRÆSENTANT" && holds_now(role) && role.from == YESTERDAY
        })
    }),
    ("association representative who left", "94063604", |e| {
        roles(e).iter().all(|role| role.function == "FORENINGSREPRÆSENTANT" && !holds_now(role))
            && !nobody(e)
    }),
    ("association with nobody", "95541836", |e| form(e) == 115 && nobody(e)),
    ("association with a board and no representative", "91951762", |e| {
        form(e) == 110
            && has(e, "PERSON", "LEDELSESORGAN", "FORMAND")
            && roles(e).iter().all(|role| role.main != "REPRÆSENTANTER")
    }),
    ("liquidator", "95838103", |e| has(e, "PERSON", "LEDELSESORGAN", "LIKVIDATOR")),
    ("trustee in bankruptcy", "92908593", |e| has(e, "PERSON", "LEDELSESORGAN", "KURATOR")),
    ("restructuring administrator", "99123923", |e| {
        has(e, "PERSON", "LEDELSESORGAN", "REKONSTRUKTØR")
    }),
    ("branch manager with a CPR number", "98083367", |e| {
        has(e, "PERSON", "LEDELSESORGAN", "FILIALBESTYRER")
    }),
    ("branch manager without one", "92650197", |e| {
        has(e, "ANDEN_DELTAGER", "LEDELSESORGAN", "FILIALBESTYRER")
    }),
    ("municipality", "99084359", |e| form(e) == 250 && nobody(e)),
    ("region", "92018598", |e| form(e) == 245 && nobody(e)),
    ("state unit", "97139636", |e| form(e) == 230 && nobody(e)),
    ("parochial church council", "95951422", |e| form(e) == 260 && nobody(e)),
    ("foundation without a board", "93681509", |e| form(e) == 90 && nobody(e)),
    ("foundation with beneficial owners only", "91883422", |e| {
        form(e) == 90 && roles(e).iter().all(|role| role.main == "REGISTER")
    }),
    ("commercial foundation with a board", "92380475", |e| {
        form(e) == 100 && has(e, "PERSON", "LEDELSESORGAN", "FORMAND")
    }),
    ("bound by one alone", "92488322", |e| rule(e).is_some_and(|rule| rule.ends_with("alene."))),
    ("bound by two jointly", "93770803", |e| {
        rule(e).is_some_and(|rule| rule.contains(" to ") && rule.contains("i forening"))
    }),
    ("bound by the whole board", "92002977", |e| {
        rule(e).is_some_and(|rule| rule.contains("samlede bestyrelse"))
    }),
    ("bound by the general partner", "91995239", |e| {
        rule(e).is_some_and(|rule| rule.contains("komplementaren"))
    }),
    ("no signing rule", "91962098", |e| rule(e).is_none() && !nobody(e)),
    ("signing rule that says nothing usual", "94225345", |e| {
        let usual =
            ["alene", "i forening", "samlede bestyrelse", "komplementar", "direktør", "formand"];
        rule(e).is_some_and(|rule| usual.iter().all(|word| !rule.contains(word)))
    }),
    ("nobody at all", "92793850", nobody),
    ("forty on the board", "96867905", |e| {
        roles(e).iter().filter(|role| role.body == "Bestyrelse" && holds_now(role)).count() == 40
    }),
    ("name of 120 characters", "95566421", |e| {
        e["virksomhedMetadata"]["nyesteNavn"]["navn"]
            .as_str()
            .is_some_and(|name| name.chars().count() == 120)
    }),
    ("Polish and Vietnamese names", "91784017", |e| {
        let names: Vec<String> = roles(e).into_iter().map(|role| role.name).collect();
        ["Łukasz Żółć", "Đỗ Thị Hương"].iter().all(|name| names.iter().any(|found| found == name))
    }),
    ("name in Cyrillic letters", "93770803", |e| {
        roles(e)
            .iter()
            .any(|role| role.name.chars().all(|c| ('\u{400}'..='\u{4ff}').contains(&c) || c == ' '))
    }),
    ("protected address", "97171378", |e| {
        e["deltagerRelation"][0]["deltager"]["adresseHemmelig"] == true
    }),
    ("address abroad", "91118408", |e| e["beliggenhedsadresse"][0]["landekode"] == "EE"),
    ("address in Greenland", "98327967", |e| e["beliggenhedsadresse"][0]["landekode"] == "GL"),
    ("post office box", "97139636", |e| {
        e["beliggenhedsadresse"][0]["postboks"].is_string()
            && e["beliggenhedsadresse"][0]["vejnavn"].is_null()
    }),
    ("in care of somebody", "98033947", |e| e["beliggenhedsadresse"][0]["conavn"].is_string()),
    ("letter, floor and door", "92002977", |e| {
        ["bogstavFra", "etage", "sidedoer"]
            .iter()
            .all(|part| e["beliggenhedsadresse"][0][part].is_string())
    }),
    ("no address", "92793850", |e| {
        list(&e["beliggenhedsadresse"]).is_empty()
            && e["virksomhedMetadata"]["nyesteBeliggenhedsadresse"].is_null()
    }),
];

#[tokio::test]
async fn every_way_of_being_registered_has_an_organisation() {
    let practice = Practice::start().await.unwrap();
    let entries = entries(&practice).await;
    let names: BTreeSet<&str> = PATTERNS.iter().map(|(name, ..)| *name).collect();
    assert_eq!(names.len(), PATTERNS.len());
    for (pattern, cvr, seen) in PATTERNS {
        assert!(seen(&entries[cvr]), "{pattern}: {cvr}");
        assert!(!entries.values().all(seen), "{pattern} is seen everywhere, which says nothing");
    }
}
