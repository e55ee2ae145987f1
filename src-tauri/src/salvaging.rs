//! Cases whose database is damaged: the newest backup that is whole is looked for, what can be read is read
//! when the person says so, and takes the place of what is damaged when they go on.
//!
//! Each of these may take as long as the disk wants to. Whoever works on the cases takes them out meanwhile,
//! so that the end of the program waits for no lock.

use crate::backup_state::{FOLDER, beside};
use crate::backups;
use crate::engine::Engine;
use crate::mutex::lock;
use crate::opening;
use crate::wiring::World;
use app::input::{BackupsInput, Input, SalvageInput};
use app::model::{BackupAt, Restores};
use domain::problem::Problem;
use std::path::PathBuf;
use vault::{DamagedVault, GoodBackup, Opening, SalvagedDatabase, Vault};

/// Damaged cases, what was read of them, and the newest backup of them that is whole.
pub struct HeldDamaged {
    vault: DamagedVault,
    salvaged: Option<SalvagedDatabase>,
    backup: Option<GoodBackup>,
}

/// Holds cases that are damaged, says so, and looks for their newest backup. Whoever calls this holds the
/// file of the cases.
pub fn found(engine: &Engine, world: &World, vault: DamagedVault) {
    engine.notify(Input::Salvage(SalvageInput::Damaged));
    let backup = vault.newest_backup(&[beside(&world.folder)]);
    let at = backup.as_ref().map(at);
    *lock(&world.damaged) = Some(HeldDamaged { vault, salvaged: None, backup });
    engine.notify(Input::Salvage(SalvageInput::Looked(at)));
}

/// Reads what can be read: of the cases that were open until now, or of those that are held.
pub fn read(engine: &Engine, world: &World, open: Option<Vault>) {
    let Some(_hold) = engine.hold_file() else { return };
    let read = held(world, open).and_then(|held| read_held(world, held));
    engine.notify(Input::Salvage(SalvageInput::Read(read)));
}

fn held(world: &World, open: Option<Vault>) -> Result<HeldDamaged, Problem> {
    // Not in the condition: the lock would be held for as long as it takes.
    let (held, older) = (lock(&world.damaged).take(), lock(&world.older).take());
    let vault = match (open, older) {
        (Some(open), _) => open.into_damaged()?,
        (None, Some(older)) => older.into_damaged(),
        (None, None) => return held.ok_or(Problem::NotAllowedHere),
    };
    Ok(HeldDamaged { vault, salvaged: None, backup: None })
}

type Read = (Box<domain::salvage::Salvage>, Option<BackupAt>);

fn read_held(world: &World, held: HeldDamaged) -> Result<Read, Problem> {
    let HeldDamaged { vault, backup, .. } = held;
    let (backup, read) = match vault.salvage() {
        Ok(salvaged) => {
            let chosen = salvaged.setting(FOLDER).filter(|chosen| !chosen.is_empty());
            let folders: Vec<PathBuf> =
                chosen.map(PathBuf::from).into_iter().chain([beside(&world.folder)]).collect();
            (vault.newest_backup(&folders), Ok(salvaged))
        }
        Err(problem) => (backup, Err(problem)),
    };
    let told =
        read.as_ref().map(|salvaged| (Box::new(salvaged.found().clone()), backup.as_ref().map(at)));
    let told = told.map_err(|problem| *problem);
    *lock(&world.damaged) = Some(HeldDamaged { vault, salvaged: read.ok(), backup });
    told
}

/// Opens what was read, in the place of what is damaged; and chooses the backup that was found next.
pub fn go_on(engine: &Engine, world: &World, restores: Restores) {
    let Some(_hold) = engine.hold_file() else { return };
    let held = lock(&world.damaged).take();
    let Some(HeldDamaged { vault, salvaged: Some(salvaged), backup }) = held else { return };
    let opening = vault.go_on(salvaged).map_or_else(Opening::Stopped, Opening::Open);
    let is_open = matches!(opening, Opening::Open(_));
    opening::tell(engine, world, opening);
    if let (true, Restores::Yes, Some(backup)) = (is_open, restores, backup) {
        backups::chosen(engine, world, backup.path);
    }
}

/// Deletes the damaged files that lie beside the cases.
pub fn delete_damaged(engine: &Engine) {
    let deleted = engine.ask_vault(Vault::delete_damaged);
    engine.notify(Input::Backups(BackupsInput::DamagedDeleted(deleted)));
}

fn at(backup: &GoodBackup) -> BackupAt {
    BackupAt { made: backup.made, cases: backup.cases }
}
