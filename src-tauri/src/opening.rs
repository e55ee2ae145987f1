//! Opening the cases with the key store or with what the person knows, and the recovery code. All
//! of it may take its time: a key store may ask the person something, and stretching a passphrase
//! is slow on purpose.

use crate::engine::Engine;
use crate::mutex::lock;
use crate::wiring::World;
use crate::{
    backup_state, backups, dialogs, locked, locking, marks, salvaging, services, store, upkeep,
};
use app::effect::{PassphraseChange, UnlockWith};
use app::input::{Input, VaultInput};
use app::model::{OpenFor, QueryId, Ways};
use domain::Language;
use domain::case::CaseId;
use domain::problem::Problem;
use vault::{NotOpened, OlderVault, Opening, Secret, Vault};

/// Opens the cases with the key of the key store, or says what stands in the way. Cases that were
/// locked are opened for nobody but the person.
pub fn open(engine: &Engine, world: &World, open_for: OpenFor) {
    let Some(_hold) = engine.hold_file() else { return };
    // Held until now, so that nobody else opened them.
    world.let_closed_go();
    let (folder, environment) = (&world.folder, world.environment);
    let noted = || locked::noted(folder, environment).map(|cases| cases.problem());
    let locked = match open_for {
        OpenFor::Person => None,
        OpenFor::Start(known) => known.or_else(noted),
    };
    let opening = locked
        .and_then(|why| Vault::stay_closed(folder, environment, why))
        .unwrap_or_else(|| Vault::open(folder, environment, world.key_store.as_ref()));
    tell(engine, world, opening);
}

/// Opens what is here although it is not what was here last, since the person says so; where nothing is
/// here, other cases are begun.
pub fn go_on(engine: &Engine, world: &World) {
    let Some(_hold) = engine.hold_file() else { return };
    // Not in the condition: the lock would be held for as long as it takes.
    let older = lock(&world.older).take();
    let opening = match older {
        Some(older) => older.go_on().map_or_else(Opening::Stopped, Opening::Open),
        None => Vault::begin_anew(&world.folder, world.environment, world.key_store.as_ref()),
    };
    let is_open = matches!(opening, Opening::Open(_));
    tell(engine, world, opening);
    if is_open {
        marks::keep_now(engine);
    }
}

/// The core is told what came of opening, and what is open is taken into use. Whoever calls this holds the file of
/// the cases.
pub fn tell(engine: &Engine, world: &World, opening: Opening) {
    let input = match opening {
        Opening::Open(vault) => return take(engine, world, vault),
        Opening::Damaged(damaged) => return salvaging::found(engine, world, damaged),
        Opening::Older(older) => hold(world, older),
        Opening::Gone(missing) => VaultInput::Older(missing),
        Opening::ChoosePassphrase => VaultInput::ChoosePassphrase,
        Opening::Closed { problem, key_store, passphrase, recovery } => {
            VaultInput::Closed(problem, Ways { key_store, passphrase, recovery })
        }
        Opening::Stopped(problem) => VaultInput::Stopped(problem),
    };
    engine.notify(Input::Vault(input));
}

/// Opens the cases with what the person knows, or makes them under a new passphrase.
pub fn unlock(
    engine: &Engine,
    world: &World,
    query: QueryId,
    with: UnlockWith,
    language: Language,
) {
    let (folder, environment, store) = (&world.folder, world.environment, world.key_store.as_ref());
    match with {
        UnlockWith::NewPassphrase(passphrase) => unlocked(engine, world, query, || {
            Vault::create_with_passphrase(folder, environment, &Secret::from(passphrase))
                .map_err(NotOpened::For)
        }),
        UnlockWith::Passphrase(passphrase) => unlocked(engine, world, query, || {
            Vault::unlock_with_passphrase(folder, environment, &Secret::from(passphrase))
        }),
        UnlockWith::RecoveryCode(code) => unlocked(engine, world, query, || {
            let code = Secret::from(code);
            let typed = code.text().unwrap_or_default();
            Vault::unlock_with_recovery_code(folder, environment, typed, store)
        }),
        UnlockWith::Backup(code) => {
            let Some(backup) = backups::ask(engine, language) else {
                return engine.notify(Input::Vault(VaultInput::NotUnlocked(query, None)));
            };
            unlocked(engine, world, query, || {
                let code = Secret::from(code);
                let typed = code.text().unwrap_or_default();
                Vault::unlock_with_recovery_code_and_backup(
                    folder,
                    environment,
                    typed,
                    &backup,
                    store,
                )
            });
        }
    }
}

/// What came of an attempt, made while the file of the cases is held.
fn unlocked(
    engine: &Engine,
    world: &World,
    query: QueryId,
    open: impl FnOnce() -> Result<Vault, NotOpened>,
) {
    let Some(_hold) = engine.hold_file() else { return };
    match open() {
        Ok(vault) => take(engine, world, vault),
        Err(NotOpened::Damaged(damaged)) => salvaging::found(engine, world, *damaged),
        Err(NotOpened::Older(older)) => engine.notify(Input::Vault(hold(world, *older))),
        Err(NotOpened::For(problem)) => {
            engine.notify(Input::Vault(VaultInput::NotUnlocked(query, Some(problem))));
        }
    }
}

/// Keeps what is not what was here last, until the person says what is to become of it.
fn hold(world: &World, older: OlderVault) -> VaultInput {
    let missing = *older.missing();
    *lock(&world.older) = Some(older);
    VaultInput::Older(missing)
}

/// The cases are open: the engine keeps them, the core is told what there is, and what is old is
/// looked after.
fn take(engine: &Engine, world: &World, mut vault: Vault) {
    let opened = store::opened(&mut vault);
    services::use_what_is_kept(engine, world, &vault);
    match opened {
        Ok(mut opened) => {
            opened.backups = backup_state::known(&vault, &world.folder);
            engine.set_vault(Some(vault));
            locked::forget(&world.folder, world.environment);
            engine.notify(Input::Vault(VaultInput::Opened(Box::new(opened))));
            upkeep::begin(engine);
            locking::begin(engine);
        }
        // What a list or a start needs lies in a page that is damaged.
        Err(Problem::VaultDamaged) => match vault.into_damaged() {
            Ok(damaged) => salvaging::found(engine, world, damaged),
            Err(problem) => engine.notify(Input::Vault(VaultInput::Stopped(problem))),
        },
        Err(problem) => engine.notify(Input::Vault(VaultInput::Stopped(problem))),
    }
}

/// Makes a recovery code, to be shown once.
pub fn make_recovery_code(engine: &Engine) {
    let made = engine.ask_vault(Vault::new_recovery_code).map(domain::Secret::new);
    engine.notify(Input::Vault(VaultInput::RecoveryCodeMade(made)));
}

/// Keeps the recovery code that was made last.
pub fn keep_recovery_code(engine: &Engine) {
    let kept = engine.ask_vault(Vault::keep_recovery_code);
    engine.notify(Input::Vault(VaultInput::RecoveryCodeKept(kept)));
}

/// Sets, changes or removes the passphrase.
pub fn change_passphrase(engine: &Engine, world: &World, query: QueryId, change: PassphraseChange) {
    let current = change.current.map(Secret::from);
    let new = change.new.map(Secret::from);
    let changed = engine.ask_vault(|vault| {
        let (current, store) = (current.as_ref(), world.key_store.as_ref());
        match &new {
            Some(new) => vault.set_passphrase(current, new, store)?,
            None => vault.remove_passphrase(current, store)?,
        }
        Ok((vault.opened_by(), store::ways(vault)))
    });
    engine.notify(Input::Vault(VaultInput::PassphraseChanged(query, changed)));
}

/// Asks where, and writes the bytes of a case that cannot be read.
pub fn save_unreadable(engine: &Engine, case: &CaseId, language: Language) {
    match engine.ask_vault(|vault| vault.unreadable_bytes(case)?.ok_or(Problem::NotAllowedHere)) {
        Ok(bytes) => {
            let name = format!("{}.tilslut-sag", case.0);
            dialogs::save_as(
                engine,
                dialogs::question(language, name, "file-unreadable", &["tilslut-sag"]),
                &bytes,
            );
        }
        Err(problem) => engine.notify(Input::Written(Err(problem))),
    }
}
