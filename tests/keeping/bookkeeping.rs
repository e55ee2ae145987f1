//! Receipts as bookkeeping material: a period in one file, and how long they are kept.

use crate::support::{Installation, METTE};
use crate::{approved, rows};
use contract::{Intent, Navigation, Page, ReceiptsIntent};
use std::io::Read as _;

#[test]
fn a_period_is_saved_for_the_bookkeeping() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = approved(&tilslut);
    approved(&tilslut);
    let Page::Receipts { period, rows: receipts, .. } = tilslut.go(Navigation::Receipts).page
    else {
        panic!("receipts")
    };
    let (from, to) = (period.from, period.to);
    let day = receipts[0].approved.clone();
    assert!(from <= day && day <= to && from.ends_with("-01-01") && to.ends_with("-12-31"));
    let path = machine.folder.with_extension("zip");
    let export = || Intent::Receipts {
        intent: ReceiptsIntent::Export { from: from.clone(), to: to.clone() },
    };
    let zip = tilslut.saved(export(), &path);
    let question = tilslut.desktop.questions.lock().unwrap().last().unwrap().clone();
    assert_eq!(question.name, format!("PRØVE Kvitteringer {from} til {to}.zip"));

    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&zip)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names.len(), 4);
    let mut read = |name: &str| {
        let mut bytes = Vec::new();
        archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    let index: serde_json::Value = serde_json::from_slice(&read("index.json")).unwrap();
    assert_eq!(
        (index["type"].as_str(), index["environment"].as_str()),
        (Some("tilslut/bookkeeping/v3"), Some("practice"))
    );
    let entries = index["receipts"].as_array().unwrap();
    assert_eq!(
        entries.iter().map(|entry| entry["number"].as_u64().unwrap()).collect::<Vec<_>>(),
        [1, 2]
    );
    assert_eq!(
        (entries[0]["case"].as_str(), entries[0]["approvedBy"].as_str()),
        (Some(case.as_str()), Some(METTE))
    );
    assert!(entries[0]["receiverCaseNumber"].as_str().unwrap().starts_with("PRØVE-"));
    let pdf = read(entries[0]["file"].as_str().unwrap());
    assert_eq!(
        pdf,
        tilslut.saved(
            Intent::Receipts { intent: ReceiptsIntent::Save { case } },
            &machine.folder.with_extension("pdf")
        )
    );
    let table = String::from_utf8(read("index.csv")).unwrap();
    assert!(
        table.starts_with("\u{feff}\"Kvitteringsnummer\";")
            && table.contains("Nordlys Tømrer & Snedker ApS")
    );
    assert_eq!(
        tilslut.saved(export(), &machine.folder.with_extension("2.zip")),
        zip,
        "the same bytes each time"
    );

    tilslut.go(Navigation::Receipts);
    for (from, to, field, code) in [
        ("2026-02-30", "2026-12-31", "from", "period-day"),
        ("2026-02-01", "2026-01-31", "to", "period-backwards"),
        ("1999-01-01", "1999-12-31", "to", "period-empty"),
    ] {
        tilslut.send(Intent::Receipts {
            intent: ReceiptsIntent::Export { from: from.into(), to: to.into() },
        });
        tilslut.wait(code, |view| {
            view.field_problems.iter().any(|problem| problem.field == field && problem.code == code)
        });
    }
}

#[test]
fn how_long_receipts_are_kept_is_the_persons_choice() {
    let machine = Installation::new();
    let tilslut = machine.start();
    approved(&tilslut);
    let day = rows(&tilslut)[0].approved.clone();
    let year: i32 = day[..4].parse().unwrap();
    assert_eq!(rows(&tilslut)[0].keep_until, format!("{}-12-31", year + 5));
    tilslut.go(Navigation::Settings);
    for years in [0, 51] {
        tilslut.send(Intent::Receipts {
            intent: ReceiptsIntent::SetRetention { years, year_ends: 12 },
        });
        assert_eq!(tilslut.problem_at("years").as_deref(), Some("retention-years"));
    }
    tilslut.send(Intent::Receipts {
        intent: ReceiptsIntent::SetRetention { years: 10, year_ends: 12 },
    });
    assert_eq!(tilslut.problem_at("years"), None);
    tilslut.close();
    assert_eq!(rows(&machine.start())[0].keep_until, format!("{}-12-31", year + 10), "kept");
}
