//! Backups: by themselves once an hour and at closing, when something changed; by hand, for a move,
//! and taken in. They are made beside the window, on a connection of their own, one at a time.

use crate::backup_state::{FOLDER, LAST, Noted, beside, budget, known};
use crate::dialogs::question;
use crate::engine::Engine;
use crate::mutex::lock;
use crate::store;
use crate::wiring::World;
use app::input::{BackupsInput, Input, VaultInput};
use app::model::{Backups, ChosenBackup, FoundBackup, QueryId};
use domain::backups::{ENDING, Stored, outdated};
use domain::problem::Problem;
use domain::{Environment, Language, Secret, Timestamp};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::time::{Duration, Instant};
use vault::{BackupFile, BackupJob, BackupKey, MadeBackup, Progress, Vault};

/// How far apart backups are that Tilslut makes by itself while it runs.
const APART: Duration = Duration::from_secs(60 * 60);
/// How often the window is told how far one is.
const PACE: Duration = Duration::from_millis(400);
/// How long the end of the program waits for one.
const PATIENCE: Duration = Duration::from_secs(20);

/// Makes one when something changed since the last, at most once an hour.
pub fn now_and_then(engine: &Engine) {
    let Some(world) = engine.world() else { return };
    let is_early = lock(&world.backups.tried).is_some_and(|tried| tried.elapsed() < APART);
    if !is_early && is_due(engine) {
        by_itself(engine, &world);
    }
}

/// Makes one now, where Tilslut puts them by itself.
pub fn now(engine: &Engine, world: &World) {
    by_itself(engine, world);
}

/// The program ends: makes one when something changed since the last, and waits for it, but not for
/// ever.
pub fn at_closing(engine: &Engine) {
    let Some(world) = engine.world() else { return };
    if !is_due(engine) {
        return;
    }
    let (done, waiting) = mpsc::channel();
    let (worker, at) = (engine.clone(), world.clone());
    engine.spawn_blocking(move || {
        by_itself(&worker, &at);
        // Nobody waits any more when it has taken too long.
        done.send(()).ok();
    });
    if waiting.recv_timeout(PATIENCE).is_err() {
        world.backups.cancel();
    }
}

/// There is something in the vault, and it is not what was in the last backup.
fn is_due(engine: &Engine) -> bool {
    let due = |vault: &mut Vault| -> Result<bool, Problem> {
        if vault.count()? == 0 && vault.count_binned()? == 0 && vault.last_link()?.is_none() {
            return Ok(false);
        }
        let content = base16ct::lower::encode_string(&vault.content()?);
        Ok(Noted::read(vault).is_none_or(|noted| noted.content != content))
    };
    engine.ask_vault(due).unwrap_or(false)
}

fn by_itself(engine: &Engine, world: &World) {
    let outcome = make_by_itself(engine, world);
    tell(engine, world, outcome.err());
}

fn make_by_itself(engine: &Engine, world: &World) -> Result<MadeBackup, Problem> {
    *lock(&world.backups.tried) = Some(Instant::now());
    let now = world.now();
    let (job, chosen) = engine.ask_vault(|vault| {
        // A folder for backups would be made where the folder of the cases was.
        vault.stand()?;
        let chosen = vault.setting(FOLDER).filter(|chosen| !chosen.is_empty());
        Ok((vault.backup(), chosen))
    })?;
    let folder = match chosen {
        // A drive that is not there is not answered with a folder of its name.
        Some(chosen) => PathBuf::from(chosen),
        None => {
            let folder = beside(&world.folder);
            fs::create_dir_all(&folder).map_err(|_| Problem::BackupFolderGone)?;
            folder
        }
    };
    let made = run(engine, world, &job, &folder.join(job.file_name(now)), now)?;
    thin_out(engine, &job, &folder);
    Ok(made)
}

/// Removes those that are not kept any more. What cannot be removed now is tried again.
fn thin_out(engine: &Engine, job: &BackupJob, folder: &Path) {
    let Ok(listed) = job.of_this_database(folder) else { return };
    let retention = engine.read(|app| app.open().map(app::Open::retention));
    let stored: Vec<Stored> =
        listed.iter().map(|(name, bytes)| Stored { made: name.made, bytes: *bytes }).collect();
    let today = engine.now().today;
    let room = engine.with_vault(|vault| budget(vault)).unwrap_or_default().bytes();
    for place in outdated(&stored, today, retention.unwrap_or_default(), room) {
        if let Some((name, _)) = listed.get(place) {
            fs::remove_file(folder.join(name.file_name())).ok();
        }
    }
}

/// Makes a backup, tells how far it is, and notes it once it counts.
fn run(
    engine: &Engine,
    world: &World,
    job: &BackupJob,
    to: &Path,
    now: Timestamp,
) -> Result<MadeBackup, Problem> {
    // Who ends the program waits for whoever reads the database's file.
    let _hold = engine.hold_file().ok_or(Problem::BackupCancelled)?;
    let _turn = lock(&world.backups.turn);
    world.backups.is_cancelled.store(false, Ordering::Release);
    let mut told = Instant::now();
    let by_the_open_one = || by_the_open_one(engine, world, job, to, now);
    let made = if job.is_held_alone() {
        engine.ask_vault(|vault| vault.stand()).and_then(|()| by_the_open_one())
    } else {
        job.run(to, now, &mut |Progress { done, of }| {
            if told.elapsed() >= PACE {
                told = Instant::now();
                let hundredths = u8::try_from(done * 100 / of.max(1)).unwrap_or(100);
                engine.notify(Input::Backups(BackupsInput::Making(Some(hundredths))));
            }
            !world.backups.is_cancelled.load(Ordering::Acquire)
        })
    };
    if made == Err(Problem::VaultMoved) {
        // Nothing of it can be noted with the cases.
        return by_the_open_one();
    }
    let made = made?;
    let noted = serde_json::to_string(&Noted::of(&made)).map_err(|_| Problem::NotSaved)?;
    engine.ask_vault(|vault| vault.set_setting(LAST, &noted))?;
    Ok(made)
}

/// Makes one by the connection that is open, where no other finds the files any more, or may read them.
/// Whoever has the vault asks nothing of the window, so nothing is told meanwhile.
fn by_the_open_one(
    engine: &Engine,
    world: &World,
    job: &BackupJob,
    to: &Path,
    now: Timestamp,
) -> Result<MadeBackup, Problem> {
    let go_on = |_| !world.backups.is_cancelled.load(Ordering::Acquire);
    engine.ask_vault(|vault| job.run_on(vault, to, now, &mut { go_on }))
}

fn tell(engine: &Engine, world: &World, problem: Option<Problem>) {
    let Some(known) = engine.with_vault(|vault| known(vault, &world.folder)) else { return };
    let known = Backups { problem, ..known };
    engine.notify(Input::Backups(BackupsInput::Known(Box::new(known))));
}

/// Asks where, and makes one there; for a move with six words that open it.
pub fn save(engine: &Engine, world: &World, for_move: bool, language: Language) {
    let words = match for_move.then(handover::words).transpose() {
        Ok(words) => words.map(|words| words.join(" ")),
        Err(handover::NoRandomness) => {
            return engine.notify(Input::Backups(BackupsInput::Saved(Err(Problem::NotSaved))));
        }
    };
    let mark = match world.environment {
        Environment::Practice => "PRØVE ",
        Environment::Live => "",
    };
    let now = world.now();
    let kind = if for_move { "flytning" } else { "sikkerhedskopi" };
    let name = format!("{mark}Tilslut {kind} {}.{ENDING}", engine.now().today);
    let asked = question(language, name, "file-backup", &[ENDING]);
    let Some(path) = engine.desktop().choose_new_file(asked) else { return };
    let path = crate::files::with_ending(path, ENDING);
    engine.notify(Input::Backups(BackupsInput::Making(Some(0))));
    let made = engine
        .ask_vault(|vault| {
            Ok(match &words {
                Some(words) => {
                    vault.backup_for_move(vault::Secret::from(handover::spelled(words).as_str()))
                }
                None => vault.backup(),
            })
        })
        .and_then(|job| run(engine, world, &job, &path, now));
    let saved = made.map(|made| (made.path.to_string_lossy().into_owned(), words.map(Secret::new)));
    tell(engine, world, None);
    engine.notify(Input::Backups(BackupsInput::Saved(saved)));
}

/// Asks for the folder into which they go.
pub fn choose_folder(engine: &Engine) {
    let Some(folder) = engine.desktop().choose_folder() else { return };
    let folder = folder.into_os_string().into_string().map_err(|_| Problem::FileNotWritten);
    engine.notify(Input::Backups(BackupsInput::FolderChosen(folder)));
}

/// Asks for the file of a backup.
pub fn ask(engine: &Engine, language: Language) -> Option<PathBuf> {
    let asked = question(language, String::new(), "file-backup", &[ENDING]);
    engine.desktop().choose_file(asked)
}

/// Asks for a backup that is to be taken in.
pub fn choose(engine: &Engine, world: &World, language: Language) {
    if let Some(path) = ask(engine, language) {
        chosen(engine, world, path);
    }
}

/// This backup was chosen: says what it says of itself.
pub fn chosen(engine: &Engine, world: &World, path: PathBuf) {
    let chosen = BackupFile::read(&path).and_then(|file| {
        if file.environment() != Some(world.environment) {
            return Err(Problem::BackupOtherEnvironment);
        }
        Ok(ChosenBackup {
            file: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            made: file.made(),
            own: engine.with_vault(|vault| file.is_of(vault)).unwrap_or(false),
            code: file.has_recovery(),
            words: file.has_words(),
        })
    });
    world.backups.leave();
    *lock(&world.backups.chosen) = Some(path);
    engine.notify(Input::Backups(BackupsInput::Chosen(chosen)));
}

/// Opens the backup that was chosen, and says what is in it and what would become of it.
pub fn open(engine: &Engine, world: &World, query: QueryId, typed: Secret) {
    let found = found(engine, world, &typed).map(Box::new);
    engine.notify(Input::Backups(BackupsInput::Opened(query, found)));
}

fn found(engine: &Engine, world: &World, typed: &Secret) -> Result<FoundBackup, Problem> {
    let path = lock(&world.backups.chosen).clone().ok_or(Problem::NotAllowedHere)?;
    let file = BackupFile::read(&path)?;
    let is_own = engine.with_vault(|vault| file.is_of(vault)).ok_or(Problem::NotAllowedHere)?;
    let mut backup = if is_own {
        let open = |vault: &mut Vault| file.key_of(vault);
        let key = engine.ask_vault(open)?;
        file.open(&BackupKey::Held(key), &world.folder)?
    } else {
        let words = vault::Secret::from(handover::spelled(typed.expose()).as_str());
        let by_words = file.open(&BackupKey::Words(&words), &world.folder);
        match by_words {
            Err(Problem::BackupCodeWrong) => {
                file.open(&BackupKey::RecoveryCode(typed.expose()), &world.folder)?
            }
            other => other?,
        }
    };
    let contents = backup.contents()?;
    let plan = engine.ask_vault(|vault| vault.plan(&backup))?;
    *lock(&world.backups.open) = Some(backup);
    Ok(FoundBackup {
        made: contents.made,
        cases: contents.cases,
        newest: contents.newest,
        receipts: contents.receipts,
        documents: contents.documents,
        plan,
    })
}

/// Backs up what is there, takes the open backup in, and reads the cases again: whatever came of
/// it, the window has them afterwards.
pub fn take_in(engine: &Engine, world: &World) {
    let taken = taken_in(engine, world).map(Box::new);
    world.backups.leave();
    let opened = engine.ask_vault(store::opened).map(|opened| {
        let known = engine.with_vault(|vault| known(vault, &world.folder)).unwrap_or_default();
        app::input::Opened { backups: known, taken: Some(taken), ..opened }
    });
    engine.notify(Input::Vault(match opened {
        Ok(opened) => VaultInput::Opened(Box::new(opened)),
        Err(problem) => VaultInput::Stopped(problem),
    }));
}

fn taken_in(engine: &Engine, world: &World) -> Result<domain::merge::Plan, Problem> {
    let has_something = |vault: &mut Vault| {
        Ok(vault.count()? > 0 || vault.last_link()?.is_some() || !vault.unreadable()?.is_empty())
    };
    if engine.ask_vault(has_something)? {
        make_by_itself(engine, world)?;
    }
    let backup = lock(&world.backups.open).take().ok_or(Problem::NotAllowedHere)?;
    let today = engine.now().today;
    engine.ask_vault(|vault| vault.take_in(&backup, today))
}
