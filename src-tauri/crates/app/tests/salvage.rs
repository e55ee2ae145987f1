//! Damaged cases: what can be read is read when the person says so, nothing takes the place of anything before
//! they have seen what it is, and an answer to a question that nobody asks any more changes nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod engine;

use app::Phase;
use app::effect::Effect;
use app::input::{Input, SalvageInput, VaultInput};
use app::intent::{Intent, Navigation, VaultIntent};
use app::model::{BackupAt, Damaged, DamagedStep, Restores};
use domain::draft::Role;
use domain::problem::Problem;
use domain::rollback::{Missing, Rollback};
use domain::salvage::Salvage;
use engine::Engine;
use engine::drafts::{drafting, whole};

const BACKUP: BackupAt = BackupAt { made: domain::Timestamp::UNIX_EPOCH, cases: 3 };

fn engine() -> Engine {
    Engine::open([drafting(whole(Role::Representative))])
}

fn vault(engine: &mut Engine, intent: VaultIntent) {
    engine.intent(Intent::Vault(intent));
}

fn found(engine: &mut Engine) {
    vault(engine, VaultIntent::Lock);
    engine.input(Input::Salvage(SalvageInput::Damaged));
    engine.input(Input::Salvage(SalvageInput::Looked(Some(BACKUP))));
    engine.effects.clear();
}

fn step(engine: &Engine) -> &DamagedStep {
    match &engine.app.phase {
        Phase::Damaged(damaged) => &damaged.step,
        other => panic!("not damaged: {other:?}"),
    }
}

fn salvage() -> Salvage {
    Salvage { cases: 2, ..Salvage::default() }
}

fn read(engine: &mut Engine, backup: Option<BackupAt>) {
    engine.input(Input::Salvage(SalvageInput::Read(Ok((Box::new(salvage()), backup)))));
}

#[test]
fn nothing_is_read_while_a_backup_is_looked_for_and_nothing_goes_on_before_it_was_read() {
    let mut engine = engine();
    vault(&mut engine, VaultIntent::Lock);
    engine.input(Input::Salvage(SalvageInput::Damaged));
    engine.effects.clear();
    for intent in [VaultIntent::Salvage, VaultIntent::GoOn(Restores::Yes), VaultIntent::TryKeyStore]
    {
        vault(&mut engine, intent);
    }
    assert_eq!((step(&engine), engine.effects.len()), (&DamagedStep::Found(None), 0));
    engine.input(Input::Salvage(SalvageInput::Looked(None)));
    vault(&mut engine, VaultIntent::GoOn(Restores::No));
    assert_eq!(engine.effects, []);
    vault(&mut engine, VaultIntent::Salvage);
    vault(&mut engine, VaultIntent::Salvage);
    assert_eq!(engine.effects, [Effect::Salvage], "once");
}

#[test]
fn what_was_read_takes_the_place_of_what_is_damaged_when_the_person_says_so() {
    for (backup, wanted, expected) in [
        (Some(BACKUP), Restores::Yes, Restores::Yes),
        (Some(BACKUP), Restores::No, Restores::No),
        // There is none to be chosen.
        (None, Restores::Yes, Restores::No),
    ] {
        let mut engine = engine();
        found(&mut engine);
        vault(&mut engine, VaultIntent::Salvage);
        read(&mut engine, backup);
        assert_eq!(step(&engine), &DamagedStep::Read(Box::new(salvage())));
        engine.effects.clear();
        vault(&mut engine, VaultIntent::GoOn(wanted));
        vault(&mut engine, VaultIntent::GoOn(wanted));
        assert_eq!(engine.effects, [Effect::UseSalvaged(expected)], "once");
        engine.unlock();
        let on_backups = matches!(engine.app.open().unwrap().route, app::Route::Backups(_));
        assert_eq!(on_backups, expected == Restores::Yes);
    }
}

#[test]
fn what_could_not_be_read_can_be_tried_again() {
    let mut engine = engine();
    found(&mut engine);
    vault(&mut engine, VaultIntent::Salvage);
    engine.input(Input::Salvage(SalvageInput::Read(Err(Problem::DiskFull))));
    let expected = Damaged {
        step: DamagedStep::Found(Some(Problem::DiskFull)),
        backup: Some(BACKUP),
        is_looking: false,
    };
    assert_eq!(engine.app.phase, Phase::Damaged(expected));
    engine.effects.clear();
    vault(&mut engine, VaultIntent::Salvage);
    assert_eq!(engine.effects, [Effect::Salvage]);
}

#[test]
fn an_answer_that_nobody_waits_for_any_more_changes_nothing() {
    let mut engine = engine();
    found(&mut engine);
    vault(&mut engine, VaultIntent::Salvage);
    read(&mut engine, None);
    // The right files were put back.
    vault(&mut engine, VaultIntent::TryKeyStore);
    engine.unlock();
    read(&mut engine, Some(BACKUP));
    assert!(engine.app.open().is_some());
}

#[test]
fn cases_that_are_older_than_they_were_can_be_read_page_by_page() {
    let mut engine = engine();
    vault(&mut engine, VaultIntent::Lock);
    vault(&mut engine, VaultIntent::TryKeyStore);
    let missing = Missing::all(Rollback::Older, None, &[]);
    engine.input(Input::Vault(VaultInput::Older(missing)));
    engine.effects.clear();
    vault(&mut engine, VaultIntent::Salvage);
    assert_eq!(
        (step(&engine), engine.effects.as_slice()),
        (&DamagedStep::Reading, &[Effect::Salvage][..])
    );
}

#[test]
fn open_cases_are_closed_for_it_once_everything_is_saved() {
    let mut engine = engine();
    engine.input(Input::Vault(VaultInput::PagesDamaged));
    let open = engine.app.open().unwrap();
    assert!(open.has_damaged_pages);
    assert_eq!(open.notice.problem, Some(Problem::VaultPagesDamaged));
    engine.intent(Intent::Navigation(Navigation::Backups));
    engine.effects.clear();
    vault(&mut engine, VaultIntent::Salvage);
    assert_eq!(
        (step(&engine), engine.effects.as_slice()),
        (&DamagedStep::Reading, &[Effect::Salvage][..])
    );
}
