//! `tilslut-cli organisation`: a raw answer of the CVR service, and what it means.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod program;

use program::{Answer, run_with};
use serde_json::{Value, json};

fn period(from: &str, to: Value) -> Value {
    json!({ "gyldigFra": from, "gyldigTil": to })
}

fn member(unit: u64, kind: &str, name: &str, body: &str, function: &str, ended: Value) -> Value {
    let open = period("2009-03-01", Value::Null);
    let relation = if body == "Stiftere" { "STIFTERE" } else { "LEDELSESORGAN" };
    json!({
        "deltager": { "enhedsNummer": unit, "enhedstype": kind, "navne": [{ "navn": name, "periode": open }] },
        "organisationer": [{
            "hovedtype": relation,
            "organisationsNavn": [{ "navn": body, "periode": open }],
            "medlemsData": [{ "attributter": [{ "type": "FUNKTION", "vaerdier": [{ "vaerdi": function, "periode": period("2009-03-01", ended) }] }] }],
        }],
    })
}

fn company(form_code: u16, form: &str, status: &str, members: Value) -> Value {
    json!({
        "cvrNummer": 13748136,
        "virksomhedMetadata": {
            "nyesteNavn": { "navn": "Nordlys Tømrer & Snedker ApS" },
            "nyesteVirksomhedsform": { "virksomhedsformkode": form_code, "langBeskrivelse": form },
            "sammensatStatus": status,
        },
        "deltagerRelation": members,
    })
}

fn sound() -> Value {
    company(
        80,
        "Anpartsselskab",
        "NORMAL",
        json!([
            member(1, "PERSON", "Mette Lindegaard Krogh", "Direktion", "DIREKTØR", Value::Null),
            member(
                2,
                "ANDEN_DELTAGER",
                "Ingrid Berg Hansson",
                "Bestyrelse",
                "BESTYRELSESMEDLEM",
                Value::Null
            ),
            member(
                3,
                "PERSON",
                "Søren Thorup Winther",
                "Direktion",
                "DIREKTØR",
                json!("2021-06-30")
            ),
            member(4, "PERSON", "Stifter Stiftersen", "Stiftere", "STIFTER", Value::Null),
        ]),
    )
}

fn answer(companies: &[Value]) -> String {
    let hits: Vec<Value> =
        companies.iter().map(|company| json!({ "_source": { "Vrvirksomhed": company } })).collect();
    json!({ "hits": { "total": hits.len(), "hits": hits } }).to_string()
}

fn show(input: &str, more: &[&str]) -> Answer {
    let arguments = [&["organisation", "--virk", "-", "--today", "2026-11-24"], more].concat();
    run_with(&arguments, input.as_bytes())
}

#[test]
fn the_snapshot_has_the_candidates_and_why_each_is_one() {
    let answer = show(&answer(&[sound()]), &["--json"]);
    assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""));
    let json = answer.json();
    let shown = &json["organisations"][0];
    assert_eq!(
        (&json["type"], &shown["organisation"]["cvr"]),
        (&"tilslut/organisations/v1".into(), &"13748136".into())
    );
    assert_eq!((&shown["form"]["code"], &shown["form"]["automatic"]), (&80.into(), &"yes".into()));
    assert_eq!(
        (&shown["state"]["id"], &shown["state"]["consequence"]),
        (&"active".into(), &"connect".into())
    );
    let candidates: Vec<_> = shown["candidates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| (c["name"].as_str().unwrap(), c["worth"].as_str().unwrap()))
        .collect();
    assert_eq!(
        candidates,
        [("Mette Lindegaard Krogh", "automatic"), ("Ingrid Berg Hansson", "by-documents")]
    );
    assert_eq!(
        shown["candidates"][0]["why"],
        "DIREKTØR, Direktion (LEDELSESORGAN), siden 2009-03-01"
    );
}

#[test]
fn the_snapshot_is_what_a_case_takes() {
    let shown = show(&answer(&[sound()]), &["--json"]).json();
    let case = json!({ "type": "tilslut/case/v1", "organisation": shown["organisations"][0]["organisation"],
        "representative": { "name": "Mette Lindegaard Krogh", "title": "direktør", "hasMitid": "yes" } });
    let schema =
        jsonschema::validator_for(&serde_json::from_str(&casefile::schema::schema()).unwrap())
            .unwrap();
    assert!(schema.is_valid(&case));
    let result = run_with(
        &["preflight", "--case", "-", "--today", "2026-11-24", "--json"],
        case.to_string().as_bytes(),
    );
    assert!(matches!(result.code, Some(0 | 1)), "{}", result.err);
    assert_eq!(result.json()["type"], "tilslut/preflight/v1");
}

#[test]
fn the_day_decides_who_holds_a_role() {
    let text = answer(&[sound()]);
    let arguments = ["organisation", "--virk", "-", "--json", "--today", "2021-01-01"];
    let then = run_with(&arguments, text.as_bytes()).json();
    assert_eq!(then["organisations"][0]["candidates"].as_array().unwrap().len(), 3);
}

#[test]
fn a_bare_organisation_and_several_hits_are_read_too() {
    assert_eq!(
        show(&sound().to_string(), &["--json"]).json()["organisations"].as_array().unwrap().len(),
        1
    );
    assert_eq!(
        show(&json!({ "Vrvirksomhed": sound() }).to_string(), &["--json"]).json()["organisations"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let two = show(&answer(&[sound(), sound()]), &["--json"]).json();
    assert_eq!(two["organisations"].as_array().unwrap().len(), 2);
    let whole: Value = serde_json::from_str(&answer(&[sound(), sound()])).unwrap();
    for part in ["/hits", "/hits/hits"] {
        assert_eq!(
            show(&whole.pointer(part).unwrap().to_string(), &["--json"]).json(),
            two,
            "{part}"
        );
    }
}

#[test]
fn whoever_runs_a_dissolution_may_enter_again() {
    let trustee = company(
        80,
        "Anpartsselskab",
        "UNDERKONKURS",
        json!([member(1, "PERSON", "Kurt Kurator", "Kurator", "KURATOR", Value::Null)]),
    );
    let shown = show(&answer(&[trustee]), &["--json"]).json();
    let shown = &shown["organisations"][0];
    assert_eq!(shown["state"]["consequence"], "blocked");
    assert!(!shown["state"]["reEntry"]["documents"].as_array().unwrap().is_empty());
    assert_eq!(shown["candidates"][0]["worth"], "re-entry");
}

#[test]
fn nobody_is_promised_anything_where_the_organisation_is_blocked_or_has_ceased() {
    let director =
        || json!([member(1, "PERSON", "Dina Direktør", "Direktion", "DIREKTØR", Value::Null)]);
    for (status, worth) in [
        ("UNDERKONKURS", "blocked"),
        ("OPLØST", "blocked"),
        ("NORMAL", "automatic"),
        ("FREMTID", "automatic"),
    ] {
        let shown =
            show(&answer(&[company(80, "Anpartsselskab", status, director())]), &["--json"]).json();
        assert_eq!(shown["organisations"][0]["candidates"][0]["worth"], worth, "{status}");
    }
}

#[test]
fn a_form_that_is_not_known_keeps_the_words_of_the_register() {
    let shown =
        show(&answer(&[company(777, "Noget helt nyt", "AKTIV", json!([]))]), &["--json"]).json();
    assert_eq!(
        (
            &shown["organisations"][0]["form"]["name"],
            &shown["organisations"][0]["form"]["automatic"]
        ),
        (&"Noget helt nyt".into(), &"no".into())
    );
}

#[test]
fn what_no_authority_says_is_told_as_what_normally_holds() {
    for (form, told) in
        [(80, ": en direktør"), (140, ": som regel en direktør"), (270, ": ingen endnu")]
    {
        let shown = show(&answer(&[company(form, "", "AKTIV", json!([]))]), &[]).out;
        assert!(shown.contains(&format!("Ledelsesrepræsentant{told}")), "{form}: {shown}");
    }
}

#[test]
fn a_management_that_is_not_told_is_not_called_empty() {
    let told = show(&answer(&[company(250, "Primærkommune", "AKTIV", json!([]))]), &[]).out;
    assert!(told.contains("registret nævner ingen"), "{told}");
    let not_told = show(&answer(&[company(250, "Primærkommune", "AKTIV", Value::Null)]), &[]).out;
    assert!(not_told.contains("svaret fortæller ikke, hvem der er i ledelsen"), "{not_told}");
}

#[test]
fn it_answers_in_both_languages() {
    let danish = show(&answer(&[sound()]), &[]).out;
    assert!(
        danish.contains("13 74 81 36  Nordlys") && danish.contains("bekræftes normalt automatisk"),
        "{danish}"
    );
    let english = show(&answer(&[sound()]), &["--lang", "en"]).out;
    assert!(
        english.contains("is normally verified automatically")
            && english.contains("since 2009-03-01"),
        "{english}"
    );
}

#[test]
fn a_terminal_gets_no_commands_from_the_register() {
    let shown = show(
        &answer(&[company(
            80,
            "Anparts\u{1b}[2Jselskab",
            "NORMAL",
            json!([member(1, "PERSON", "Mette\u{9b}2J", "Direktion", "DIREKTØR", Value::Null)]),
        )]),
        &[],
    );
    assert!(!shown.out.contains(['\u{1b}', '\u{9b}']), "{:?}", shown.out);
}

#[test]
fn an_empty_answer_is_a_number_that_the_register_does_not_know() {
    let shown = show(&answer(&[]), &["--json"]);
    assert_eq!((shown.code, shown.err.as_str()), (Some(1), ""));
    assert_eq!(
        (&shown.json()["problem"], &shown.json()["organisations"]),
        (&"cvr-unknown".into(), &json!([]))
    );
    assert_eq!(show(&answer(&[]), &[]).code, Some(1));
}

#[test]
fn an_answer_may_be_as_long_as_the_register_takes_it() {
    let whole = answer(&[sound()]);
    let padded = format!("{whole}{}", " ".repeat(register::ANSWER_MAX - whole.len()));
    assert_eq!(show(&padded, &["--json"]).code, Some(0));
    assert_eq!(show(&format!("{padded} "), &["--json"]).code, Some(3));
}

#[test]
fn what_is_no_answer_is_refused_without_a_panic() {
    let deep = "[".repeat(2_000_000);
    let large = format!("{{\"hits\":\"{}\"}}", "x".repeat(6_000_000));
    for input in
        ["", "\0", "null", "[]", "{}", "<html>", "{\"hits\":{\"hits\":[{}]}}", &deep, &large]
    {
        let shown = show(input, &["--json"]);
        assert_eq!(
            (shown.code, shown.out.as_str()),
            (Some(3), ""),
            "{:?}",
            &input[..input.len().min(40)]
        );
        assert!(shown.err.starts_with("tilslut-cli: -: "), "{}", shown.err);
    }
    let arguments = ["organisation", "--virk", "-"];
    assert_eq!(run_with(&arguments, b"\xFF\xFE\x00").code, Some(3));
}

#[test]
fn the_whole_answer_is_said_in_both_languages() {
    for language in ["da", "en"] {
        let answer = show(&answer(&[sound()]), &["--lang", language]);
        assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""));
        insta::assert_snapshot!(format!("organisation-{language}"), answer.out);
    }
}
