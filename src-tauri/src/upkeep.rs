//! What is looked after beside an open vault: drafts in which nothing was ever answered, summaries
//! that a new day or a new rule book has made old, the bin, documents that no case names any more, once
//! a day every page on the disk, and what there is to know of the folder itself.

use crate::backups;
use crate::engine::Engine;
use app::input::{Input, VaultInput};
use diagnostics::{Disk, Event};
use domain::problem::Problem;
use std::time::Duration;
use vault::{Integrity, Vault};

/// How many summaries are made again at a time: a few milliseconds, so that nobody waits for the
/// vault.
const PORTION: u32 = 50;

/// The setting that tells what the person has read of the folder of the cases.
pub const FOLDER_SETTLED: &str = "folder-settled";

/// How often the day is looked at. Midnight can pass while the machine sleeps, so it is not waited
/// for.
const LOOK: Duration = Duration::from_secs(300);

/// Begins to look after the cases that were just opened; it ends when they are closed.
pub fn begin(engine: &Engine) {
    let worker = engine.clone();
    engine.spawn_blocking(move || {
        tell_of_folder(&worker);
        forget_untouched(&worker);
        forget_unnamed_documents(&worker);
        turn_bin(&worker);
        refresh(&worker);
        check_integrity(&worker);
        backups::now_and_then(&worker);
    });
    let (weak, mut day) = (engine.downgrade(), engine.now().today);
    engine.spawn(async move {
        loop {
            tokio::time::sleep(LOOK).await;
            let Some(worker) = weak.upgrade() else { return };
            if worker.with_vault(|_| ()).is_none() {
                return;
            }
            let task = worker.clone();
            worker.spawn_blocking(move || backups::now_and_then(&task));
            let today = worker.now().today;
            if today != day {
                day = today;
                let task = worker.clone();
                worker.spawn_blocking(move || {
                    task.notify(Input::DayBegan);
                    turn_bin(&task);
                    refresh(&task);
                    check_integrity(&task);
                });
            }
        }
    });
}

/// Looks at the folder of the cases, and tells what the person has to know of it and has not read.
fn tell_of_folder(engine: &Engine) {
    let Some(world) = engine.world() else { return };
    let folder = vault::look_at_folder(&world.folder);
    engine.note(Event::Folder {
        disk: if folder.is_network { Disk::Network } else { Disk::Local },
        synced: folder.synced.map(Into::into),
    });
    let Some(advice) = folder.advice() else { return };
    let settled = engine.with_vault(|vault| vault.setting(FOLDER_SETTLED)).flatten();
    if settled.as_deref() != Some(advice.word()) {
        engine.notify(Input::Vault(VaultInput::FolderAdvised(advice)));
    }
}

/// Makes the summaries that are old again, a portion at a time, and has the list shown anew.
fn refresh(engine: &Engine) {
    let today = engine.now().today;
    let mut has_changed = false;
    while engine.ask_vault(|vault| vault.refresh(today, PORTION)).is_ok_and(|made| made > 0) {
        has_changed = true;
    }
    if has_changed {
        engine.notify(Input::SummariesRefreshed);
    }
}

/// Earlier versions kept a case from the moment when it was begun: one in which nothing was ever
/// answered is no case. It is read and removed under one hold of the vault, so that nothing can be
/// answered in between. What cannot be removed now is tried again at the next start.
fn forget_untouched(engine: &Engine) {
    if engine.ask_vault(Vault::forget_untouched).is_ok_and(|forgotten| forgotten > 0) {
        engine.notify(Input::SummariesRefreshed);
    }
}

/// Empties the bin of what has rested long enough. What cannot be deleted now is tried again on the
/// next day, or at the next start.
fn turn_bin(engine: &Engine) {
    let today = engine.now().today;
    if engine.ask_vault(|vault| vault.turn_bin(today)).is_ok_and(|gone| gone > 0) {
        engine.notify(Input::SummariesRefreshed);
    }
}

/// A crash may leave the bytes of documents whose case does not name them.
fn forget_unnamed_documents(engine: &Engine) {
    let Ok(ids) = engine.ask_vault(|vault| vault.with_documents()) else { return };
    for id in ids {
        let forgotten = engine.ask_vault(|vault| match vault.case(&id)? {
            Some(case) => vault.forget_unnamed_documents(&case),
            None => Ok(()),
        });
        // What cannot be forgotten now is tried again when the cases are opened the next time.
        if forgotten == Err(Problem::NotAllowedHere) {
            return;
        }
    }
}

/// Reads every page on the disk, at most once a day, and says when one is damaged.
fn check_integrity(engine: &Engine) {
    let today = engine.now().today;
    // Before it is asked for, so that a program which is ending is not held up by a check that
    // nobody waits for.
    let Some(_hold) = engine.hold_file() else { return };
    let due = |vault: &mut Vault| vault.integrity_is_due(today).then(|| vault.integrity_check());
    let Some(Some(check)) = engine.with_vault(due) else { return };
    let Ok(found) = check.run() else { return };
    // A finding that cannot be noted is made again at the next start.
    engine.ask_vault(|vault| vault.note_integrity(today, &found)).ok();
    if matches!(found, Integrity::Damaged { .. }) {
        engine.notify(Input::Vault(VaultInput::PagesDamaged));
    }
}
