//! The history of a case through the whole program: what a person changes is told on its page and in a
//! file, over a restart, and is gone with the case.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use contract::answers::{AnswerName, Answers, Representative, RoleName};
use contract::asked::AskedName;
use contract::pages::{HistoryRow, HistoryWhat};
use contract::{BinIntent, CaseIntent, Intent, Navigation, Page};
use domain::Environment;
use domain::case::CaseId;
use domain::history::Log;
use support::{Installation, METTE, NORDLYS, Tilslut, administrators};
use vault::{Opening, Vault};

fn history(tilslut: &Tilslut, case: &str) -> Vec<HistoryRow> {
    match tilslut.go(Navigation::History { case: case.into() }).page {
        Page::History { rows, total, from: 0, gone: None, .. } => {
            assert_eq!(u32::try_from(rows.len()), Ok(total));
            rows
        }
        page => panic!("not the history: {page:?}"),
    }
}

/// The answers that changed, newest first.
fn answers(rows: &[HistoryRow]) -> Vec<(AskedName, Option<u32>, &str, &str)> {
    let of = |row| match row {
        &HistoryRow { what: HistoryWhat::Answer { asked, ref old, ref new, .. }, .. } => {
            Some((asked.name, asked.number, old.as_str(), new.as_str()))
        }
        _ => None,
    };
    rows.iter().filter_map(of).collect()
}

fn titled(tilslut: &Tilslut, case: &str, title: &str) {
    let representative = Representative {
        name: METTE.into(),
        title: title.into(),
        email: "repraesentant@kanariefugl.example".into(),
        has_mitid: Some(AnswerName::Yes),
        in_cvr: None,
    };
    tilslut.answer(case, Answers::Representative(representative));
}

#[test]
fn what_is_changed_is_told_saved_and_gone_with_the_case() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Representative);
    let rows = history(&tilslut, &case);
    let filled = answers(&rows);
    assert!(filled.iter().all(|(_, _, old, _)| old.is_empty()), "first answers: {filled:?}");
    assert!(filled.contains(&(AskedName::Cvr, None, "", NORDLYS)), "{filled:?}");
    // The page counts the representative, who is administrator too.
    let soren = (AskedName::AdministratorName, Some(2), "", "Søren Kanariefugl");
    assert!(filled.contains(&soren), "{filled:?}");
    assert_eq!(rows.last().unwrap().what, HistoryWhat::Begun { received: false, copied: false });

    // Typed letter by letter: one change, in the representative's role.
    for title in ["d", "dir", "direktion", "adm. direktør"] {
        titled(&tilslut, &case, title);
    }
    let rows = history(&tilslut, &case);
    let changed = (AskedName::RepresentativeTitle, None, "direktør", "adm. direktør");
    assert_eq!(answers(&rows)[0], changed);
    assert_eq!(rows[0].by, Some(RoleName::Representative));
    // Back to what it was: nothing changed.
    titled(&tilslut, &case, "direktør");
    assert_ne!(answers(&history(&tilslut, &case))[0].0, AskedName::RepresentativeTitle);
    titled(&tilslut, &case, "bestyrer");

    tilslut.approve_as(&case, "mette");
    tilslut.delivered();
    tilslut.close();

    // Another time it is as it was, and the file says the same.
    let tilslut = machine.start();
    let rows = history(&tilslut, &case);
    let happened: Vec<_> = rows.iter().take(3).map(|row| row.what.clone()).collect();
    assert!(matches!(happened[0], HistoryWhat::Delivered { .. }), "{happened:?}");
    assert_eq!(happened[1], HistoryWhat::Approved);
    assert!(matches!(&happened[2], HistoryWhat::Answer { new, .. } if new == "bestyrer"));
    let path = machine.folder.with_extension("json");
    let intent = Intent::Case { case: case.clone(), intent: CaseIntent::SaveHistory };
    let file: serde_json::Value = serde_json::from_slice(&tilslut.saved(intent, &path)).unwrap();
    assert_eq!(file["type"], "tilslut/history/v1");
    assert_eq!((&file["case"], &file["environment"]), (&case.clone().into(), &"practice".into()));
    let entries = file["entries"].as_array().unwrap();
    assert_eq!(entries.len(), rows.len());
    let last = serde_json::json!({
        "at": entries[2]["at"], "role": "representative", "what": "answer",
        "field": "representative.title", "old": "direktør", "new": "bestyrer",
    });
    assert_eq!(entries[2], last);

    let delete = CaseIntent::Delete { despite_keeping: true };
    tilslut.send(Intent::Case { case: case.clone(), intent: delete });
    tilslut.go(Navigation::Bin);
    let empty = BinIntent::Empty { case: case.clone(), despite_keeping: true };
    tilslut.send(Intent::Bin { intent: empty });
    tilslut.close();
    let opening = Vault::open(&machine.folder, Environment::Practice, machine.store.as_ref());
    let Opening::Open(vault) = opening else { panic!("not open: {opening:?}") };
    assert_eq!(vault.history(&CaseId(case)), Ok(Log::default()));
}

#[test]
fn who_was_taken_away_is_told_with_what_was_answered_of_them() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let case = tilslut.prepare(NORDLYS, METTE, RoleName::Reporter);
    let mut fewer = administrators();
    fewer.others.clear();
    // Another page first, or they would never have been there.
    titled(&tilslut, &case, "bestyrer");
    tilslut.answer(&case, Answers::Administrators(fewer));
    let rows = history(&tilslut, &case);
    let HistoryWhat::Removed { asked } = &rows[0].what else { panic!("{:?}", rows[0]) };
    assert_eq!((asked.name, asked.number), (AskedName::Administrator, Some(2)));
    assert_eq!(rows[0].by, Some(RoleName::Reporter));
    let gone = answers(&rows[1..6]);
    assert!(
        gone.iter().all(|(_, number, _, new)| *number == Some(2) && new.is_empty()),
        "{gone:?}"
    );
    let email = (AskedName::AdministratorEmail, Some(2), "soren@kanariefugl.example", "");
    assert!(gone.contains(&email), "{gone:?}");
}
