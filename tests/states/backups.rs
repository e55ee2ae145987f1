//! Backups: how they stand, one by hand, a move, and taking one in.

use super::fixture::{
    Backups, BackupsPage, ChosenBackup, Fixture, FoundBackup, LastBackup, QueryId, Restore,
    RestoreStep, Route, Ways,
};
use domain::Secret;
use domain::case::CaseId;
use domain::chain::Link;
use domain::merge::{ChainPlan, Fate, Plan};
use domain::problem::Problem;

/// Some, on the disk that the cases are on.
pub fn backups() -> Backups {
    Backups {
        folder: "/home/mette/.local/share/dk.tilslut/backups".into(),
        chosen: false,
        last: Some(LastBackup {
            made: "2026-11-24T12:32:05Z".parse().expect("a moment"),
            path: "/home/mette/.local/share/dk.tilslut/backups/PRØVE Tilslut 2026-11-24 123205Z \
                   3f9a01bc.tilslut-backup"
                .into(),
            cases: 14,
            receipts: 9,
            bytes: 8_400_000,
            elsewhere: true,
        }),
        stored: 31,
        bytes: 187_000_000,
        budget: domain::backups::Budget::One,
        damaged_bytes: 0,
        is_place_settled: false,
        problem: None,
        making: None,
    }
}

fn with(backups: Backups) -> Fixture {
    Fixture { backups, ..Fixture::at(Route::Backups(BackupsPage::default())) }
}

fn page(page: BackupsPage) -> Fixture {
    Fixture { backups: backups(), ..Fixture::at(Route::Backups(page)) }
}

fn restoring(own: bool, code: bool, words: bool, step: RestoreStep) -> Fixture {
    let chosen = ChosenBackup {
        file: "Tilslut flytning 2026-11-23.tilslut-backup".into(),
        made: "2026-11-23T09:15:00Z".parse().expect("a moment"),
        own,
        code,
        words,
    };
    page(BackupsPage { restore: Some(Restore { chosen, step }), ..BackupsPage::default() })
}

fn link(number: u64) -> Link {
    Link { number, previous: None, case: CaseId(number.to_string()), bundle_sha256: [1; 32] }
}

fn plan(fates: &[(Fate, usize)], chain: ChainPlan, unreadable: u32) -> Plan {
    let each = fates.iter().flat_map(|(fate, count)| std::iter::repeat_n(*fate, *count));
    let named = each.enumerate().map(|(number, fate)| (CaseId(number.to_string()), fate));
    Plan { cases: named.collect(), chain, unreadable, ..Plan::default() }
}

fn found(plan: Plan) -> RestoreStep {
    RestoreStep::Found(Box::new(FoundBackup {
        made: "2026-11-23T09:15:00Z".parse().expect("a moment"),
        cases: 12,
        newest: Some("2026-11-22T15:40:00Z".parse().expect("a moment")),
        receipts: (1..=7).collect(),
        documents: 23,
        plan,
    }))
}

/// Some of it was deleted here, and some lies in the bin there.
fn deletions() -> Plan {
    let fates = [(Fate::Add, 2), (Fate::Replace, 1), (Fate::Deleted, 3)];
    let named = |numbers: &[u32]| numbers.iter().map(|it| CaseId(it.to_string())).collect();
    Plan { binned: named(&[0]), returned: named(&[1, 2]), ..plan(&fates, ChainPlan::default(), 0) }
}

fn everything() -> Plan {
    let chain = ChainPlan { append: vec![], branch: vec![link(6), link(7)] };
    let fates = [
        (Fate::Add, 4),
        (Fate::Replace, 3),
        (Fate::Same, 2),
        (Fate::Beside, 1),
        (Fate::KeepKeepingThere, 1),
    ];
    plan(&fates, chain, 1)
}

/// The states of this page.
pub fn states() -> Vec<(&'static str, Fixture)> {
    let chosen_folder =
        Backups { folder: "/media/mette/Reserve/Tilslut".into(), chosen: true, ..backups() };
    let empty = Backups { last: None, stored: 0, bytes: 0, ..backups() };
    let new_machine = (1..=7).map(link).collect();
    vec![
        ("backups", with(backups())),
        ("backups-live", with(backups()).live()),
        ("backups-none", with(empty)),
        ("backups-kept-damaged", with(Backups { damaged_bytes: 5_300_000, ..backups() })),
        ("backups-damaged", Fixture { has_damaged_pages: true, ..with(backups()) }),
        ("backups-folder", with(chosen_folder.clone())),
        (
            "backups-folder-gone",
            with(Backups { problem: Some(Problem::BackupFolderGone), ..chosen_folder }),
        ),
        ("backups-no-recovery", Fixture { ways: Ways::NONE, ..with(backups()) }),
        ("backups-making", with(Backups { making: Some(42), ..backups() })),
        (
            "backups-moved",
            page(BackupsPage {
                saved: Some(
                    "/media/mette/USB/PRØVE Tilslut flytning 2026-11-24.tilslut-backup".into(),
                ),
                words: Some(Secret::new("anker æble måge hus kat sol".into())),
                ..BackupsPage::default()
            }),
        ),
        ("backups-unreadable", with(backups()).wrong(Problem::BackupUnreadable)),
        ("backups-restore", restoring(false, true, true, RestoreStep::Chosen { opening: None })),
        (
            "backups-restore-wrong",
            restoring(false, true, false, RestoreStep::Chosen { opening: None })
                .wrong(Problem::BackupCodeWrong),
        ),
        (
            "backups-restore-opening",
            restoring(false, false, true, RestoreStep::Chosen { opening: Some(QueryId(1)) }),
        ),
        (
            "backups-restore-own",
            restoring(true, true, false, RestoreStep::Chosen { opening: None }),
        ),
        (
            "backups-restore-neither",
            restoring(false, false, false, RestoreStep::Chosen { opening: None }),
        ),
        (
            "backups-restore-new",
            restoring(
                false,
                true,
                true,
                found(plan(
                    &[(Fate::Add, 12)],
                    ChainPlan { append: new_machine, branch: vec![] },
                    0,
                )),
            ),
        ),
        ("backups-restore-merge", restoring(false, true, true, found(everything())).live()),
        (
            "backups-restore-nothing",
            restoring(true, true, false, found(plan(&[(Fate::Same, 12)], ChainPlan::default(), 0))),
        ),
        ("backups-restore-deletions", restoring(false, true, true, found(deletions()))),
        (
            "backups-taken-deletions",
            page(BackupsPage { taken: Some(deletions()), ..BackupsPage::default() }),
        ),
        (
            "backups-taken",
            page(BackupsPage { taken: Some(everything()), ..BackupsPage::default() }),
        ),
    ]
}
