//! Who is read as one who may represent an organisation, and who is not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[allow(dead_code)]
mod sound;

use domain::organisation::ParticipantKind;
use register::read;
use serde_json::{Value, json};
use sound::{cvr, read_value, sound, with};

/// The answer as that of a general partnership, where liable participants count.
fn as_partnership(mut answer: Value) -> Value {
    *answer.pointer_mut("/hits/hits/0/_source/Vrvirksomhed/virksomhedMetadata/nyesteVirksomhedsform/virksomhedsformkode").unwrap() =
        json!(30);
    answer
}

#[test]
fn candidates_are_those_with_an_open_function_that_may_represent() {
    let candidates = read_value(&sound()).unwrap().candidates;
    let seen: Vec<_> =
        candidates.iter().map(|c| (c.unit, c.name.as_str(), c.role(), c.kind)).collect();
    assert_eq!(
        seen.iter()
            .map(|(unit, name, role, kind)| (*unit, *name, role.as_str(), *kind))
            .collect::<Vec<_>>(),
        [
            (
                4_000_100_001,
                "Søren Thorup Winther",
                "DIREKTØR, BESTYRELSESMEDLEM",
                ParticipantKind::Person
            ),
            (
                4_000_100_003,
                "Ingrid Berg Hansson",
                "BESTYRELSESMEDLEM",
                ParticipantKind::PersonWithoutCpr
            ),
        ]
    );
}

#[test]
fn liable_participants_count_where_the_form_has_them() {
    let named = |answer: &Value| {
        read_value(answer).unwrap().candidates.iter().any(|c| c.name == "Winther Holding ApS")
    };
    assert!(!named(&sound()) && named(&as_partnership(sound())));
}

#[test]
fn a_registered_association_representative_counts_in_associations_only() {
    for (form, counts) in [(110, true), (115, true), (80, false), (130, false)] {
        let answer =
            with("/virksomhedMetadata/nyesteVirksomhedsform/virksomhedsformkode", json!(form));
        let candidates = read_value(&answer).unwrap().candidates;
        assert_eq!(
            candidates.iter().any(|c| c.role() == "FORENINGSREPRÆSENTANT"),
            counts,
            "{form}"
        );
    }
}

/// The candidates when a board member's FUNKTION has this period, and it is 24 November 2026 in
/// Denmark.
fn counts(period: &Value) -> bool {
    let place =
        "/deltagerRelation/2/organisationer/0/medlemsData/0/attributter/0/vaerdier/0/periode";
    let candidates = read_value(&with(place, period.clone())).unwrap().candidates;
    candidates.iter().any(|candidate| candidate.unit == 4_000_100_003)
}

#[test]
fn a_function_counts_from_the_day_it_begins_to_its_last_day() {
    for (from, to, current) in [
        (json!("2019-01-01"), Value::Null, true),
        (json!("2026-11-24"), Value::Null, true),
        (json!("2026-11-25"), Value::Null, false),
        (json!("2019-01-01"), json!("2026-11-25"), true),
        (json!("2019-01-01"), json!("2026-11-24"), true),
        (json!("2019-01-01"), json!("2026-11-23"), false),
        (json!("2019-01-01"), json!("2020-01-01"), false),
        (json!("2019-01-01T00:00:00.000+01:00"), Value::Null, true),
        (Value::Null, Value::Null, true),
        (Value::Null, json!("2020-01-01"), false),
        // What cannot be read closes the period.
        (json!("2019-13-01"), Value::Null, false),
        (json!("2019-02-29"), Value::Null, false),
        (json!("01-01-2019"), Value::Null, false),
        (json!("2019-01-01x"), Value::Null, false),
        (json!("ÆØÅÆØ"), Value::Null, false),
        (json!(20_190_101), Value::Null, false),
        (json!("2019-01-01"), json!(""), false),
        (json!("2019-01-01"), json!("engang"), false),
        (json!("2019-01-01"), json!(false), false),
        (json!("2019-01-01"), json!([]), false),
    ] {
        assert_eq!(counts(&json!({ "gyldigFra": from, "gyldigTil": to })), current, "{from} {to}");
    }
    assert!(counts(&json!({ "gyldigFra": "2019-01-01" })));
    for none in [Value::Null, json!("2019"), json!([]), json!(1)] {
        assert!(!counts(&none), "{none}");
    }
}

#[test]
fn the_day_is_the_one_in_denmark() {
    let begins = json!({ "gyldigFra": "2026-11-24", "gyldigTil": null });
    let answer = with(
        "/deltagerRelation/2/organisationer/0/medlemsData/0/attributter/0/vaerdier/0/periode",
        begins,
    )
    .to_string();
    for (moment, counts) in [("2026-11-23T22:59:59Z", false), ("2026-11-23T23:00:00Z", true)] {
        let read = read(answer.as_bytes(), cvr(), moment.parse().unwrap()).unwrap();
        assert_eq!(read.candidates.iter().any(|c| c.unit == 4_000_100_003), counts, "{moment}");
    }
}

/// One relation of a person to one body.
fn relation(unit: u64, kind: &str, body: Value, attributes: Value) -> Value {
    json!({
        "deltager": { "enhedsNummer": unit, "enhedstype": "PERSON", "navne": [{ "navn": format!("Person {unit}") }] },
        "organisationer": [{ "hovedtype": kind, "organisationsNavn": body, "medlemsData": [{ "attributter": attributes }] }],
    })
}

fn function(name: &str) -> Value {
    json!([{ "type": "FUNKTION", "vaerdier": [{ "vaerdi": name, "periode": { "gyldigFra": "2020-01-01", "gyldigTil": null } }] }])
}

#[test]
fn a_participant_that_is_named_twice_is_one_candidate_with_all_roles() {
    let body = |name: &str| json!([{ "navn": name }]);
    let relations = json!([
        relation(1, "LEDELSESORGAN", body("Direktion"), function("DIREKTØR")),
        relation(2, "LEDELSESORGAN", body("Bestyrelse"), function("FORMAND")),
        relation(1, "LEDELSESORGAN", body("Bestyrelse"), function("BESTYRELSESMEDLEM")),
        relation(1, "LEDELSESORGAN", body("Direktion"), function("DIREKTØR")),
    ]);
    let candidates = read_value(&with("/deltagerRelation", relations)).unwrap().candidates;
    let seen: Vec<_> = candidates.iter().map(|c| (c.unit, c.role(), c.roles.len())).collect();
    assert_eq!(
        seen,
        [(1, "DIREKTØR, BESTYRELSESMEDLEM".to_owned(), 2), (2, "FORMAND".to_owned(), 1)]
    );
}

#[test]
fn a_participant_without_a_number_is_a_candidate_too() {
    let body = json!([{ "navn": "Direktion" }]);
    let mut relations = json!([
        relation(7, "LEDELSESORGAN", body.clone(), function("DIREKTØR")),
        relation(1, "LEDELSESORGAN", body.clone(), function("DIREKTØR")),
        relation(2, "LEDELSESORGAN", body, function("DIREKTØR")),
    ]);
    for (place, number) in [(1, json!(null)), (2, json!("ukendt"))] {
        relations[place]["deltager"]["enhedsNummer"] = number;
    }
    let candidates = read_value(&with("/deltagerRelation", relations)).unwrap().candidates;
    let seen: Vec<_> = candidates.iter().map(|c| (c.unit, c.name.as_str())).collect();
    assert_eq!(seen, [(7, "Person 7"), (1, "Person 1"), (2, "Person 2")]);
}

#[test]
fn a_liable_participant_without_a_function_counts_by_the_bodys_period() {
    let body = |to: Value| json!([{ "navn": "Indehaver", "periode": { "gyldigFra": "2015-05-01", "gyldigTil": to } }]);
    let other = json!([{ "type": "EJERANDEL_PROCENT", "vaerdier": [] }]);
    let ended = json!([{ "type": "FUNKTION", "vaerdier": [{ "vaerdi": "INDEHAVER", "periode": { "gyldigFra": "2015-05-01", "gyldigTil": "2016-01-01" } }] }]);
    for (kind, body, attributes, role) in [
        ("FULDT_ANSVARLIG_DELTAGERE", body(Value::Null), json!([]), Some("Indehaver")),
        ("FULDT_ANSVARLIG_DELTAGERE", body(Value::Null), other.clone(), Some("Indehaver")),
        ("FULDT_ANSVARLIG_DELTAGERE", body(Value::Null), Value::Null, Some("Indehaver")),
        ("FULDT_ANSVARLIG_DELTAGERE", body(json!("2020-01-01")), json!([]), None),
        ("FULDT_ANSVARLIG_DELTAGERE", json!([{ "navn": "Indehaver" }]), json!([]), None),
        // A function that is there decides, also when it has ended.
        ("FULDT_ANSVARLIG_DELTAGERE", body(Value::Null), ended, None),
        (
            "FULDT_ANSVARLIG_DELTAGERE",
            body(Value::Null),
            function("INTERESSENT"),
            Some("INTERESSENT"),
        ),
        ("LEDELSESORGAN", body(Value::Null), json!([]), None),
        ("REGISTER", body(Value::Null), json!([]), None),
    ] {
        let answer = as_partnership(with(
            "/deltagerRelation",
            json!([relation(1, kind, body.clone(), attributes.clone())]),
        ));
        let candidates = read_value(&answer).unwrap().candidates;
        assert_eq!(
            candidates.first().map(|c| c.role()).as_deref(),
            role,
            "{kind} {body} {attributes}"
        );
    }
    let bare = json!([{ "deltager": { "enhedsNummer": 1, "navne": [{ "navn": "A B" }] }, "organisationer": [{ "hovedtype": "FULDT_ANSVARLIG_DELTAGERE", "organisationsNavn": body(Value::Null) }] }]);
    assert_eq!(
        read_value(&as_partnership(with("/deltagerRelation", bare))).unwrap().candidates.len(),
        1
    );
}

#[test]
fn who_dissolves_an_organisation_may_let_it_in_again_and_a_substitute_represents_nobody() {
    for (function_name, counts) in [
        ("LIKVIDATOR", true),
        ("KURATOR", true),
        ("REKONSTRUKTØR", true),
        ("BOBESTYRER", true),
        ("SUPPLEANT", false),
        ("REVISOR", false),
    ] {
        let relations = json!([relation(
            1,
            "REPRÆSENTANTER",
            json!([{ "navn": "Repræsentanter" }]),
            function(function_name)
        )]);
        let candidates = read_value(&with("/deltagerRelation", relations)).unwrap().candidates;
        assert_eq!(candidates.len() == 1, counts, "{function_name}");
    }
    for (body, function_name) in
        [("Bestyrelse", "SUPPLEANT"), ("Suppleanter", "MEDLEM"), ("Tilsynsråd", "MEDLEM")]
    {
        let outside = json!([relation(
            1,
            "LEDELSESORGAN",
            json!([{ "navn": body }]),
            function(function_name)
        )]);
        assert!(
            read_value(&with("/deltagerRelation", outside)).unwrap().candidates.is_empty(),
            "{body}"
        );
    }
}

#[test]
fn a_membership_that_has_ended_ends_its_functions() {
    let membership = |to: Value| json!({ "gyldigFra": "2020-01-01", "gyldigTil": to });
    for (kind, attributes) in
        [("LEDELSESORGAN", function("FORMAND")), ("FULDT_ANSVARLIG_DELTAGERE", json!([]))]
    {
        for (period, counts) in [
            (Value::Null, true),
            (membership(Value::Null), true),
            (membership(json!("2023-04-01")), false),
            (membership(json!("engang")), false),
        ] {
            let body = json!([{ "navn": "Kreds", "periode": { "gyldigFra": "2015-05-01", "gyldigTil": null } }]);
            let mut relation = relation(1, kind, body, attributes.clone());
            relation["organisationer"][0]["medlemsData"][0]["periode"] = period.clone();
            let candidates =
                read_value(&as_partnership(with("/deltagerRelation", json!([relation]))))
                    .unwrap()
                    .candidates;
            assert_eq!(candidates.len() == 1, counts, "{kind} {period}");
        }
    }
}

/// A liquidator whom a bankruptcy appointed is kept without any date, and a word may be written in
/// any case.
#[test]
fn a_function_without_dates_in_its_period_counts_in_any_spelling() {
    for name in ["LIKVIDATOR", "Likvidator", "likvidator"] {
        let attributes = json!([{ "type": "FUNKTION", "vaerdier": [{ "vaerdi": name, "periode": { "gyldigFra": null, "gyldigTil": null } }] }]);
        let relations =
            json!([relation(1, "LEDELSESORGAN", json!([{ "navn": "Likvidatorer" }]), attributes)]);
        let candidates = read_value(&with("/deltagerRelation", relations)).unwrap().candidates;
        assert_eq!(candidates.iter().map(|c| c.role()).collect::<Vec<_>>(), [name]);
        assert_eq!(candidates[0].roles[0].since, None);
    }
}

/// The register writes 1901-01-01 where it does not know the day.
#[test]
fn nobody_has_held_a_role_since_the_day_that_stands_for_none() {
    for (from, since) in [
        ("1901-01-01", None),
        ("1901-01-02", Some("1901-01-02")),
        ("2020-01-01", Some("2020-01-01")),
    ] {
        let period = json!({ "gyldigFra": from, "gyldigTil": null });
        let value = json!([{ "type": "FUNKTION", "vaerdier": [{ "vaerdi": "DIREKTØR", "periode": period }] }]);
        let body = json!([{ "navn": "Indehaver", "periode": period }]);
        let relations = json!([
            relation(1, "LEDELSESORGAN", body.clone(), value),
            relation(2, "FULDT_ANSVARLIG_DELTAGERE", body, json!([]))
        ]);
        let candidates =
            read_value(&as_partnership(with("/deltagerRelation", relations))).unwrap().candidates;
        let told: Vec<_> =
            candidates.iter().map(|c| c.roles[0].since.map(|day| day.to_string())).collect();
        assert_eq!(told, [since.map(str::to_owned), since.map(str::to_owned)], "{from}");
    }
}

/// The largest answer may be one person with nothing but roles: reading it must not take longer for
/// each than for the last.
#[test]
fn roles_without_end_are_kept_up_to_a_number() {
    let values = |from: usize| {
        let value = |n: usize| json!({ "vaerdi": format!("DIREKTØR {n}"), "periode": { "gyldigFra": "2020-01-01" } });
        json!([{ "type": "FUNKTION", "vaerdier": (from..from + 20_000).map(value).collect::<Vec<_>>() }])
    };
    let body = json!([{ "navn": "Direktion" }]);
    let relations = json!([
        relation(1, "LEDELSESORGAN", body.clone(), values(0)),
        relation(1, "LEDELSESORGAN", body, values(20_000))
    ]);
    let candidates = read_value(&with("/deltagerRelation", relations)).unwrap().candidates;
    assert_eq!(candidates.iter().map(|c| c.roles.len()).collect::<Vec<_>>(), [50]);
}
