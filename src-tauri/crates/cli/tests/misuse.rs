//! What people and programs do to receipts: the command line says the same of each as the window.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "misuse/table.rs"]
mod table;

mod program;

use domain::verification::Pages;
use program::{Answer, run};
use table::{Situation, receipt_of, situations};

fn verify(file: &[u8], more: &[&str]) -> Answer {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    std::fs::write(&path, file).unwrap();
    let path = path.to_str().unwrap();
    run(&[&["verify", "--at", "2026-12-24T12:00:00Z"], more, &[path]].concat())
}

#[test]
fn each_situation_is_told_for_what_it_is() {
    let situations = situations();
    assert!(situations.len() >= 20);
    for Situation { what, file, evidence, pages, refused, code } in situations {
        let answer = verify(&file, &["--json"]);
        assert_eq!(answer.code, Some(code), "{what}: {answer:?}");
        match refused {
            Some(why) => {
                assert_eq!(answer.out, "", "{what}");
                for language in ["da", "en"] {
                    let said = verify(&file, &["--lang", language]).err;
                    let texts = texts::Texts::new(match language {
                        "da" => domain::Language::Danish,
                        _ => domain::Language::English,
                    });
                    for end in ["", "-text"] {
                        let text = texts.get(&format!("refused-{}{end}", why.code()));
                        assert!(said.contains(&text), "{what}: {text}: {said}");
                    }
                }
            }
            None => {
                let told = answer.json();
                let verdict = pages.map_or(serde_json::Value::Null, |it| it.code().into());
                assert_eq!(told["evidence"], evidence.code(), "{what}");
                assert_eq!(told["pages"]["verdict"], verdict, "{what}");
                if let Some(Pages::CannotJudge(doubt)) = pages {
                    assert_eq!(told["pages"]["reason"], doubt.code(), "{what}");
                }
                assert_eq!(told["accepted"], code == 0, "{what}");
            }
        }
    }
}

#[test]
fn the_evidence_alone_is_enough_when_that_is_asked_for() {
    for Situation { what, file, evidence, refused, .. } in situations() {
        let genuine = evidence == domain::verification::Conclusion::Genuine;
        let code = match (refused, genuine, evidence) {
            (Some(_), ..) => 3,
            (_, true, _) => 0,
            (_, _, domain::verification::Conclusion::CannotJudge) => 4,
            _ => 1,
        };
        assert_eq!(verify(&file, &["--evidence-only"]).code, Some(code), "{what}");
    }
}

#[test]
fn what_is_proven_is_listed_for_a_person_to_compare() {
    let pdf = receipt_of(table::PRACTICE, &evidence::anchors::practice(), domain::Language::Danish);
    let said = verify(&pdf, &[]).out;
    for fact in [
        "Det er bevist.",
        "Nordlys Tømrer & Snedker ApS, CVR 13 74 81 36",
        "Ledelsesrepræsentant: Mette Lindegaard Krogh",
        "Bo Damgaard Lund, bo@nordlys.example, født 29. februar 1988",
        "Ida Storm Holm, ida@nordlys.example, født 3. oktober 1979",
        "Vilkår for Brugerorganisationer i MitID Erhverv, udgave af 17. april 2024",
    ] {
        assert!(said.contains(fact), "{fact}: {said}");
    }
}

#[test]
fn a_live_receipt_is_judged_when_somebody_says_whom_to_trust() {
    let trust = evidence::TrustAnchors::from_toml(table::TRUST).unwrap();
    let pdf = receipt_of(table::LIVE, &trust, domain::Language::Danish);
    let answer = verify(&pdf, &["--json", "--trust", &program::beside("trust.toml")]);
    assert_eq!((answer.code, &answer.json()["pages"]["verdict"]), (Some(0), &"as-made".into()));
}

#[test]
fn a_folder_with_nothing_to_read_is_no_success_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    for command in ["verify", "chain"] {
        let empty = run(&[command, path]);
        assert_eq!(empty.code, Some(3), "{empty:?}");
        assert!(!empty.err.is_empty() || !empty.out.is_empty(), "{empty:?}");
    }
    std::fs::write(folder.path().join("note.txt"), "x").unwrap();
    std::fs::create_dir(folder.path().join("2026")).unwrap();
    let pdf = receipt_of(table::PRACTICE, &evidence::anchors::practice(), domain::Language::Danish);
    std::fs::write(folder.path().join("2026").join("a.pdf"), pdf).unwrap();
    for command in ["verify", "chain"] {
        let flat = run(&[command, path]);
        let said = format!("{}{}", flat.out, flat.err);
        assert_eq!(flat.code, Some(3), "{flat:?}");
        assert!(said.contains("--recursive") && said.contains("1 fil af en anden slags"), "{said}");
    }
    let deep = run(&["verify", "--recursive", path]);
    assert_eq!(deep.code, Some(0), "{deep:?}");
    assert!(deep.out.contains("1 fil er læst."), "{}", deep.out);
    let chain = run(&["chain", "--recursive", "--json", path]).json();
    assert_eq!((&chain["read"], &chain["otherFiles"]), (&1.into(), &1.into()));
    assert_eq!(chain["receipts"][0]["pages"], "as-made");
}

#[test]
fn a_code_that_does_not_fit_is_told_in_the_words_of_the_catalogue() {
    let pdf = receipt_of(table::PRACTICE, &evidence::anchors::practice(), domain::Language::Danish);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    std::fs::write(&path, pdf).unwrap();
    let text: String = program::text_of(&path).split_whitespace().collect();
    let start = text.find("PROEVE1:").unwrap();
    let code = &text[start..start + text[start..].find(":7").unwrap() + 2];
    let path = path.to_str().unwrap();
    let asked = |code: &str| run(&["verify", "--code", code, "--bundle", path]);
    assert_eq!(asked(code).code, Some(0));
    let other = asked(&format!("{}8", &code[..code.len() - 1]));
    assert_eq!(other.code, Some(1), "another receipt number does not fit: {other:?}");
    for (typed, said) in [
        ("F2H5 MKY2 WFTJ", "Det er kun kontrolkoden"),
        ("PROEVE1:x", "Koden er ikke hele koden fra en kvittering"),
    ] {
        let answer = asked(typed);
        assert!(answer.code == Some(2) && answer.err.contains(said), "{answer:?}");
    }
}

#[test]
fn today_is_today_and_no_time_is_invented() {
    let today =
        jiff::Zoned::now().with_time_zone(jiff::tz::TimeZone::get("Europe/Copenhagen").unwrap());
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.pdf");
    let answer = run(&[
        "receipt",
        "--evidence",
        &program::beside("practice.json"),
        "--out",
        out.to_str().unwrap(),
        "--today",
        &today.date().max(jiff::civil::date(2026, 11, 18)).to_string(),
    ]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    let text = program::text_of(&out);
    for invented in ["12.00.00", "Endnu ikke bekræftet", "Nr. 1", "den første på computeren"] {
        assert!(!text.contains(invented), "{invented}: {text}");
    }
    // An approval of the same day, at whatever hour, is none of the future.
    let same = folder.path().join("b.pdf");
    let answer = run(&[
        "receipt",
        "--evidence",
        &program::beside("practice.json"),
        "--out",
        same.to_str().unwrap(),
        "--today",
        "2026-11-18",
    ]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    let from = run(&[
        "receipt",
        "--evidence",
        same.to_str().unwrap(),
        "--out",
        folder.path().join("c.pdf").to_str().unwrap(),
    ]);
    assert_eq!(from.code, Some(0), "the evidence is taken out of the receipt: {from:?}");
}

#[test]
fn a_record_is_enough_only_for_whoever_says_so_and_tells_what_was_stated() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("record.pdf");
    std::fs::write(&path, table::record()).unwrap();
    let path = path.to_str().unwrap();
    let answer = run(&["verify", "--allow", "own-record", path]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    for said in [
        "PRØVE: optegnelsen er fra prøvemiljøet",
        "Egen optegnelse: det viser, hvad der blev oplyst, og er uændret",
        "Siderne er, som de blev lavet.",
        "Det er oplyst, ikke bevist. Sammenlign det med siden:",
        "Optegnelse nr. 12, lavet 24. november 2026 kl. 15.21.00",
        "Nordlys Tømrer & Snedker ApS, CVR 13 74 81 36",
        "Søren Thorup Winther, soren@nordlys.example, født 30. november 1987",
        "Aftalen er indgået 24. november 2026",
        "Underskrevet af mitid-erhverv.example og ikke ændret siden",
        "Den passer med den nøgle, som optegnelsen bærer.",
    ] {
        assert!(answer.out.contains(said), "{said}: {}", answer.out);
    }
    assert!(!answer.out.contains("Det er bevist"), "{}", answer.out);
    let json = run(&["verify", "--json", "--allow", "own-record", path]).json();
    assert_eq!(json["source"], "record");
    assert_eq!(json["recordNumber"], 12);
    assert_eq!(json["earlier"], serde_json::json!([7, 9]));
    assert_eq!(json["mails"][0]["signature"], "signed");
    assert_eq!(json["mails"][0]["holds"], true);
    assert_eq!(json["stated"]["outcomes"][0]["is"], "concluded");
    // Nobody's DNS knows practice's keys, so it is not asked.
    assert!(run(&["verify", "--json", "--ask", path]).json()["mails"][0]["dns"].is_null());
    let code = "PROEVE1:9F3C0A6B5D7E41F2A8C4B6D2E0F19375:J23YFB9RA0RJ:\
                PGR8W35Z84ERCRHRXCHNZBN34ARW8TW04BTA41DN0NSQWC9DW260:7";
    let other = run(&["verify", "--allow", "own-record", "--code", code, "--bundle", path]);
    assert_eq!(other.code, Some(1), "the code of a receipt is none of a record's: {other:?}");
}

#[test]
fn records_and_receipts_are_one_chain() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    let receipt =
        receipt_of(table::PRACTICE, &evidence::anchors::practice(), domain::Language::Danish);
    write("receipt.pdf", &receipt);
    write("record.pdf", &table::record());
    let path = folder.path().to_str().unwrap();
    let chain = run(&["chain", "--json", path]).json();
    let kinds: Vec<_> = chain["receipts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["number"].as_u64().unwrap(), it["kind"].as_str().unwrap()))
        .collect();
    assert_eq!(kinds, [(7, "receipt"), (12, "record")]);
    assert_eq!(chain["receipts"][1]["evidence"], "own-record");
    assert_eq!(chain["changed"], serde_json::json!([]));
    let missing = &chain["faults"][1];
    assert_eq!((&missing["from"], &missing["to"]), (&8.into(), &11.into()));
}
