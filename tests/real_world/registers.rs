//! What registers answer: whatever it is, the look-up has what can be read, names what was left
//! out, and an approval of it has a receipt.

use domain::Environment;
use domain::connection::{Administrator, Connection, Representative};
use domain::cpr::looks_like_cpr;
use domain::cvr::CvrNumber;
use domain::draft::TermsAnswers;
use domain::organisation::{Organisation, Part, ParticipantKind, Status, WhyLeftOut};
use domain::person::{BirthDate, EmailAddress, PersonName};
use domain::preflight::{Facts, preflight};
use domain::terms::CURRENT;
use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

const COMPANY: &str = "/hits/hits/0/_source/Vrvirksomhed";
const SEAT: &str = "/virksomhedMetadata/nyesteBeliggenhedsadresse";
const HOLDER: &str = "/deltagerRelation/0/deltager";
const RELATION: &str = "/deltagerRelation/0/organisationer/0/hovedtype";
const FUNCTION: &str =
    "/deltagerRelation/0/organisationer/0/medlemsData/0/attributter/0/vaerdier/0";
const RULE: &str = "/attributter/0/vaerdier/0/vaerdi";

const PARTNER: &str = "01-partner-is-a-company.json";
const NOBODY: &str = "02-holder-without-participant.json";
const ABROAD: &str = "03-address-abroad-postcode-0.json";
const DATED: &str = "06-company-name-with-date.json";
const NUMBER: &str = "06-signing-rule-with-number.json";

pub(crate) fn now() -> Timestamp {
    "2026-11-24T12:00:00Z".parse().unwrap()
}

fn file(name: &str) -> Value {
    let path = format!("{}/tests/real_world/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// The answer of a file, with other values at some places of the company.
fn changed(name: &str, changes: &[(&str, Value)]) -> Value {
    let mut answer = file(name);
    for (place, value) in changes {
        let (parent, member) = place.rsplit_once('/').unwrap();
        match answer.pointer_mut(&format!("{COMPANY}{parent}")).unwrap_or_else(|| panic!("{place}"))
        {
            Value::Array(all) => all[member.parse::<usize>().unwrap()] = value.clone(),
            other => other[member] = value.clone(),
        }
    }
    answer
}

fn read(answer: &Value) -> Organisation {
    let organisations = register::read_any(answer.to_string().as_bytes(), now()).unwrap();
    organisations.into_iter().next().unwrap()
}

/// An approval about an organisation.
pub(crate) fn about(organisation: Organisation) -> Connection {
    let name = PersonName::parse("Mette Prøve Krogh").unwrap();
    let email = EmailAddress::parse("mette@nordlys.example").unwrap();
    let born = BirthDate::from_date(date(1981, 3, 14), date(2026, 11, 24)).unwrap();
    Connection {
        organisation,
        representative: Representative {
            name: name.clone(),
            title: "direktør".to_owned(),
            email: email.clone(),
        },
        administrators: vec![Administrator { name, email, born, is_representative: true }],
        terms: TermsAnswers::default().after_opening(now(), CURRENT.address).shown(),
        reporter: None,
        enclosed: vec![],
    }
}

fn approved(organisation: Organisation) -> String {
    casefile::approved(&about(organisation), Environment::Practice).unwrap()
}

#[test]
fn other_participants_are_what_their_relation_attribute_or_name_says() {
    use ParticipantKind::{Organisation, Person, PersonWithoutCpr, Unknown};
    let named = |name: &str| ("/deltagerRelation/0/deltager/navne/0/navn", json!(name));
    let without = ("/deltagerRelation/0/deltager/attributter", json!([]));
    let of_type =
        |word: &str| ("/deltagerRelation/0/deltager/attributter/0/vaerdier/0/vaerdi", json!(word));
    for (changes, kind) in [
        (vec![], Organisation),
        (vec![of_type("PERSON")], PersonWithoutCpr),
        (vec![of_type("ANDET"), named("Ali Hassan")], Unknown),
        (vec![without.clone()], Organisation),
        (vec![without.clone(), named("Windpark Alpha GmbH & Co. KG")], Organisation),
        (vec![without.clone(), named("Acme Ltd.")], Organisation),
        (vec![without.clone(), named("Svenska Bolaget AB")], Organisation),
        (vec![without.clone(), named("Suomi Oy")], Organisation),
        (vec![without.clone(), named("Italia S.p.A.")], Organisation),
        (vec![without.clone(), named("Boet efter Jens Hansen")], Organisation),
        (vec![without.clone(), named("Fonden Nordlys")], Organisation),
        (vec![without.clone(), named("Aarhus Kommune")], Organisation),
        (vec![without.clone(), named("Ali Hassan")], Unknown),
        (
            vec![without.clone(), named("Ali Hassan"), (RELATION, json!("LEDELSESORGAN"))],
            PersonWithoutCpr,
        ),
        (
            vec![("/deltagerRelation/0/deltager/attributter", Value::Null), named("Ali Hassan")],
            Unknown,
        ),
        (
            vec![("/deltagerRelation/0/deltager/enhedstype", json!("PERSON")), named("Ali Hassan")],
            Person,
        ),
        (
            vec![("/deltagerRelation/0/deltager/enhedstype", json!("NOGET_NYT")), without.clone()],
            Unknown,
        ),
    ] {
        let organisation = read(&changed(PARTNER, &changes));
        let kinds: Vec<_> =
            organisation.candidates.iter().map(|candidate| candidate.kind).collect();
        assert_eq!(kinds, [kind], "{changes:?}");
        approved(organisation);
    }
}

#[test]
fn a_name_tells_an_organisation_by_its_form_and_otherwise_nothing() {
    for row in file("cases/01-names.json").as_array().unwrap() {
        let without = ("/deltagerRelation/0/deltager/attributter", json!([]));
        let named = ("/deltagerRelation/0/deltager/navne/0/navn", row["name"].clone());
        let kind = match row["kind"].as_str().unwrap() {
            "organisation" => ParticipantKind::Organisation,
            _ => ParticipantKind::Unknown,
        };
        let organisation = read(&changed(PARTNER, &[without, named]));
        let kinds: Vec<_> = organisation.candidates.iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [kind], "{row}");
    }
}

#[test]
fn of_a_free_text_what_can_be_a_personal_number_is_left_out_and_what_cannot_stays() {
    for row in file("cases/06-free-texts.json").as_array().unwrap() {
        let organisation = read(&changed(NUMBER, &[(RULE, row["text"].clone())]));
        assert_eq!(organisation.signing_rule.as_deref(), row["expect"].as_str(), "{row}");
        approved(organisation);
    }
}

#[test]
fn a_holder_whom_nobody_names_is_told_as_one_and_no_finding_says_that_nobody_is_registered() {
    let participant = |navne: Value| json!({ "enhedsNummer": 4_000_100_001_u64, "enhedstype": "PERSON", "navne": navne });
    for holder in [
        Value::Null,
        json!({}),
        participant(Value::Null),
        participant(json!([])),
        participant(json!([{ "navn": null }])),
        participant(
            json!([{ "navn": "Ukendt", "periode": { "gyldigFra": null, "gyldigTil": null } }]),
        ),
        participant(json!([{ "navn": "UKENDT PERSON" }])),
    ] {
        let organisation = read(&changed(NOBODY, &[(HOLDER, holder.clone())]));
        let holders: Vec<_> =
            organisation.unnamed().map(|held| (held.role(), held.roles[0].since)).collect();
        assert_eq!(holders, [("DIREKTØR".to_owned(), Some(date(2018, 3, 1)))], "{holder}");
        assert!(organisation.origins.candidates.is_some() && organisation.left_out.is_empty());
        let mut draft = domain::draft::Draft { cvr: "13748136".to_owned(), ..Default::default() };
        draft.representative.name = "Mette Prøve Krogh".to_owned();
        draft.lookup = domain::lookup::Lookup::Found(Box::new(organisation.clone()));
        let found: Vec<_> = preflight(&draft, &Facts::of(&draft), date(2026, 11, 24))
            .iter()
            .map(|found| found.rule.id.clone())
            .collect();
        assert!(!found.iter().any(|id| id == "representative-not-in-cvr"), "{found:?}");
        assert!(found.iter().any(|id| id == "holder-not-named"), "{found:?}");
        approved(organisation);
    }
}

#[test]
fn an_address_is_told_with_everything_in_it() {
    let danish = |more: Value| {
        let mut address = json!({ "landekode": "DK", "vejnavn": "Havnegade", "husnummerFra": 14, "postnummer": 5953, "postdistrikt": "Tranekær" });
        address.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        address
    };
    for (address, lines) in [
        (
            file(ABROAD).pointer(&format!("{COMPANY}{SEAT}")).unwrap().clone(),
            &["Storgatan 1", "211 42 Malmö", "SE"][..],
        ),
        (
            json!({ "landekode": "NO", "fritekst": "Storgata 1\r\n0155 Oslo", "postnummer": 9999, "postdistrikt": null }),
            &["Storgata 1", "0155 Oslo", "NO"],
        ),
        (
            json!({ "landekode": "DE", "fritekst": "Hafenstr. 1, 24103 Kiel", "postnummer": "0" }),
            &["Hafenstr. 1, 24103 Kiel", "DE"],
        ),
        (
            json!({ "landekode": "SE", "conavn": "Berg", "fritekst": "Storgatan 1" }),
            &["c/o Berg", "Storgatan 1", "SE"],
        ),
        (danish(json!({})), &["Havnegade 14", "5953 Tranekær"]),
        (
            danish(json!({ "husnummerTil": 18, "bogstavTil": "C" })),
            &["Havnegade 14-18C", "5953 Tranekær"],
        ),
        (
            danish(json!({ "bogstavFra": "A", "bogstavTil": "C" })),
            &["Havnegade 14A-C", "5953 Tranekær"],
        ),
        (
            danish(json!({ "conavn": "Winther", "etage": "1", "sidedoer": "tv" })),
            &["c/o Winther", "Havnegade 14, 1. tv", "5953 Tranekær"],
        ),
        (
            danish(json!({ "bynavn": "Lejbølle", "postboks": "12" })),
            &["Havnegade 14", "Postboks 12", "Lejbølle", "5953 Tranekær"],
        ),
        (
            danish(json!({ "fritekst": "Bygning 4" })),
            &["Havnegade 14", "Bygning 4", "5953 Tranekær"],
        ),
        (
            danish(json!({ "vejnavn": null, "bynavn": "Lejbølle" })),
            &["Lejbølle 14", "5953 Tranekær"],
        ),
    ] {
        let organisation = read(&changed(ABROAD, &[(SEAT, address.clone())]));
        assert_eq!(organisation.address, lines, "{address}");
    }
}

#[test]
fn the_last_valid_day_counts() {
    for (last, holds) in [("2026-11-23", false), ("2026-11-24", true), ("2026-11-25", true)] {
        let period = (format!("{FUNCTION}/periode/gyldigTil"), json!(last));
        let organisation = read(&changed(DATED, &[(&period.0, period.1)]));
        assert_eq!(organisation.candidates.len() == 1, holds, "{last}");
    }
}

#[test]
fn a_name_with_a_date_and_a_number_is_kept_whole_and_its_approval_has_a_receipt() {
    for name in [
        "Ejendomsselskabet af 10.12.2016 18 ApS",
        "Selskabet 010190-1234 A/S",
        "K/S 0101901234",
        "PSEPL 31.12.14 1000 ApS",
    ] {
        let organisation =
            read(&changed(DATED, &[("/virksomhedMetadata/nyesteNavn/navn", json!(name))]));
        assert_eq!((organisation.name.as_str(), organisation.left_out.as_slice()), (name, &[][..]));
        let case = approved(organisation);
        assert!(case.contains(name), "{case}");
        let back = casefile::read(case.as_bytes()).unwrap().into_draft(now());
        assert_eq!(back.organisation().unwrap().name, name);
    }
}

#[test]
fn a_personal_number_in_free_text_is_left_out_and_the_rest_stays() {
    let answer = read(&file(NUMBER));
    assert_eq!(
        answer.signing_rule.as_deref(),
        Some("Selskabet tegnes af direktør Mette Prøve Krogh (cpr.nr. …) alene.")
    );
    for written in [
        "010190-1234",
        "0101901234",
        "010190 1234",
        "01.01.90-1234",
        "010190\u{2013}1234",
        "010190 - 1234",
    ] {
        for (place, part) in [
            (RULE.to_owned(), Part::SigningRule),
            (format!("{FUNCTION}/vaerdi"), Part::Participants),
            ("/deltagerRelation/0/deltager/navne/0/navn".to_owned(), Part::Participants),
            ("/virksomhedMetadata/sammensatStatus".to_owned(), Part::Status),
            ("/virksomhedMetadata/nyesteVirksomhedsform/langBeskrivelse".to_owned(), Part::Form),
        ] {
            let text = format!("DIREKTØR cpr.nr. {written}, og andre");
            let mut organisation = read(&changed(
                NUMBER,
                &[(RULE, json!("Selskabet tegnes af en direktør.")), (&place, json!(text))],
            ));
            assert!(
                organisation
                    .left_out
                    .iter()
                    .any(|left| left.part == part && left.why == WhyLeftOut::PersonalNumber),
                "{place} {written}"
            );
            let shown = format!("{organisation:?}");
            assert!(!shown.contains("1234") && shown.contains("og andre"), "{shown}");
            // One that an older version stored is left out of the receipt.
            organisation.signing_rule = Some(text);
            let case = approved(organisation);
            assert!(!case.contains("1234") && case.contains("og andre"), "{case}");
        }
    }
}

/// Serves the rows of a file, and of each only the members that are asked for.
async fn datafordeler(rows: Value) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let mut question = Vec::new();
            let mut chunk = [0; 4096];
            while !question.ends_with(b"}") {
                let read = socket.read(&mut chunk).await.unwrap();
                question.extend_from_slice(&chunk[..read]);
                if read == 0 {
                    break;
                }
            }
            let asked = String::from_utf8(question).unwrap();
            let is_asked = |member: &str| {
                asked.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == member)
            };
            let (kind, rows) =
                rows.as_object().unwrap().iter().find(|(kind, _)| is_asked(kind)).unwrap();
            let mut rows = rows.clone();
            for row in rows.as_array_mut().unwrap() {
                row.as_object_mut().unwrap().retain(|member, _| is_asked(member));
            }
            let body = json!({ "data": { kind: { "nodes": rows } } }).to_string();
            let head = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
                body.len()
            );
            let _ = socket.write_all(format!("{head}{body}").as_bytes()).await;
        }
    });
    format!("http://{address}/CVR/v2")
}

#[tokio::test]
async fn datafordelers_own_words_for_the_end_are_read() {
    for (status, last_day, told) in [
        (json!("inaktiv"), json!("2024-06-30"), Status::Ceased),
        (json!("inaktiv"), Value::Null, Status::Ceased),
        (json!("aktiv"), json!("2024-06-30"), Status::Ceased),
        (json!("aktiv"), json!("2026-11-24"), Status::Active),
        (json!("aktiv"), json!("2027-06-30"), Status::Active),
        (json!("AKTIV"), Value::Null, Status::Active),
        (Value::Null, json!("2024-06-30"), Status::Ceased),
    ] {
        let mut rows = file("07-datafordeler-inaktiv.json");
        (rows["CVR_Virksomhed"][0]["status"], rows["CVR_Virksomhed"][0]["virksomhedOphoersdato"]) =
            (status.clone(), last_day.clone());
        let key = register::ApiKey::new("key".to_owned()).unwrap();
        let service = register::Datafordeler::new(&datafordeler(rows).await, key).unwrap();
        let organisation =
            service.look_up(CvrNumber::parse("13748136").unwrap(), now()).await.unwrap();
        assert_eq!(
            (organisation.status, organisation.name.as_str()),
            (told, "Nordlys Tømrer ApS"),
            "{status} {last_day}"
        );
        assert_eq!(organisation.address, ["Havnegade 14", "5953 Tranekær"]);
    }
}

/// Every place in a JSON value, as pointers.
fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, inner)| places(inner, &format!("{here}/{name}"), all))
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(i, inner)| places(inner, &format!("{here}/{i}"), all)),
        _ => {}
    }
    all.push(here.to_owned());
}

/// A sound answer with odd values at some places, which still tells the number and a part.
pub(crate) fn any_answer() -> impl Strategy<Value = Value> {
    let name = prop::sample::select(vec![PARTNER, NOBODY, ABROAD, DATED, NUMBER]);
    let changes = prop::collection::vec((any::<prop::sample::Index>(), odd()), 1..5);
    (name, changes).prop_map(|(name, changes)| {
        let mut answer = file(name);
        for (which, value) in changes {
            let company = answer.pointer_mut(COMPANY).unwrap();
            let mut all = Vec::new();
            places(company, "", &mut all);
            let place = which.get(&all).clone();
            // The number decides who it is, and the parts together must tell something.
            if !place.is_empty()
                && place != "/cvrNummer"
                && !(place.starts_with("/virksomhedMetadata") && place.matches('/').count() == 1)
            {
                *company.pointer_mut(&place).unwrap() = value;
            }
        }
        answer
    })
}

fn odd() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,20}".prop_map(Value::from),
        "[a-zæøå ]{0,8}(cpr|nr|kl)?[. ]?[0-3][0-9]{5}[- ]?[0-9]{4}[. ]?[0-9a-z ]{0,4}"
            .prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!([null, {}, [[]]])),
    ]
}

proptest! {
    /// Whatever is odd in a sound answer costs nobody the look-up, no number survives but in the
    /// name, and there is a receipt.
    #[test]
    fn any_answer_is_looked_up_without_a_number_and_has_a_receipt(answer in any_answer()) {
        let organisation = register::read(answer.to_string().as_bytes(), CvrNumber::parse("13748136").unwrap(), now());
        let organisation = organisation.map_err(|why| TestCaseError::fail(format!("{why}: {answer}")))?;
        prop_assert!(!organisation.name.is_empty() && !organisation.form.is_empty());
        let texts = organisation.address.iter().chain([&organisation.form, &organisation.status_text]).chain(&organisation.signing_rule);
        let roles = organisation.candidates.iter().flat_map(|one| one.roles.iter().flat_map(|role| [&role.relation, &role.body, &role.function]));
        let persons = organisation.candidates.iter().filter(|one| one.kind != ParticipantKind::Organisation).map(|one| &one.name);
        for text in texts.chain(roles).chain(persons) {
            prop_assert!(!looks_like_cpr(text), "{}", text);
        }
        approved(organisation);
    }
}

/// Rows of the table below a heading of `docs/reference/registers.md`: the member, and whether it
/// is read.
fn documented(heading: &str) -> Vec<(String, bool)> {
    let page = std::fs::read_to_string(format!(
        "{}/docs/reference/registers.md",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap();
    let part = page.split(heading).nth(1).unwrap_or_else(|| panic!("{heading}"));
    let part = part.split("\n#").next().unwrap();
    let cells = |line: &str| {
        line.split('|').map(|cell| cell.trim().trim_matches('`').to_owned()).collect::<Vec<_>>()
    };
    part.lines()
        .filter(|line| line.starts_with("| `"))
        .map(cells)
        .map(|row| (row[1].clone(), row[2] == "read"))
        .collect()
}

/// Every member of an address is read, or the table says that it is not: what is changed changes
/// what is shown exactly then.
#[test]
fn every_member_of_an_address_is_read_or_listed_as_not_read() {
    let members = documented("### Address of `Vrvirksomhed`");
    let whole = json!({
        "landekode": "DK", "fritekst": "Bygning 4", "vejkode": 205, "kommune": { "kommuneKode": 482, "kommuneNavn": "LANGELAND" },
        "husnummerFra": 14, "husnummerTil": 18, "bogstavFra": "A", "bogstavTil": "C", "etage": "1", "sidedoer": "tv", "conavn": "Winther",
        "postboks": "12", "vejnavn": "Havnegade", "bynavn": "Lejbølle", "postnummer": 5953, "postdistrikt": "Tranekær", "adresseId": "a",
        "periode": { "gyldigFra": "2015-01-01", "gyldigTil": null }, "sidstOpdateret": "2015-01-01T00:00:00.000+01:00", "sidstValideret": null,
    });
    let shown = |address: Value| read(&changed(ABROAD, &[(SEAT, address)])).address;
    let before = shown(whole.clone());
    for member in whole.as_object().unwrap().keys() {
        let is_read = members
            .iter()
            .find(|(name, _)| name == member)
            .unwrap_or_else(|| panic!("{member} is not listed"))
            .1;
        let mut other = whole.clone();
        other[member] = if member == "landekode" { json!("SE") } else { json!("77") };
        assert_eq!(shown(other) != before, is_read && member != "periode", "{member}");
    }
    assert_eq!(members.len(), whole.as_object().unwrap().len());
    let asked = documented("### Address of Datafordeler (`CVR_Adressering`)");
    assert!(
        asked.iter().filter(|(_, is_read)| *is_read).count() == 13 && asked.len() == 18,
        "{asked:?}"
    );
}
