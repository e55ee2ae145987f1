//! The official mail of a case: a file is read, its keys are asked for, and its bytes are kept.
//! What a mail says is read by the crate `mail`; nothing of it leaves the machine but the names of
//! its keys, and these only when the person asks.

use crate::engine::Engine;
use crate::files::{self, Unread};
use crate::wiring::World;
use crate::{dialogs, name_servers};
use app::effect::{MailFrom, MailToRead};
use app::input::{CaseInput, Input, MailInput};
use app::model::QueryId;
use app::route::{FileBytes, OtherCase, ShownMail};
use domain::case::{CaseId, Found, KeyName, MailFormat, MailSignature, OfficialMail, SeenKey};
use domain::cvr::CvrNumber;
use domain::official_mail::MailReading;
use domain::problem::Problem;
use domain::summary::CaseState;
use domain::typed;
use domain::{Language, Timestamp};
use mail::official::{self, MailFile, Organisation};
use sha2::{Digest as _, Sha256};
use std::ffi::OsStr;
use std::path::Path;
use std::sync::Arc;

/// How many cases of the organisation that a mail is about are looked through for one that takes it.
const LOOKED_THROUGH: u32 = 5;
/// The endings that the dialog shows; what a file is, its bytes say.
const ENDINGS: &[&str] = &["eml", "msg", "pdf"];
/// The longest name of a file that is kept, in characters.
const NAME_MAX: usize = 120;

/// Asks for a file to take in.
pub fn choose(engine: &Engine, case: CaseId, language: Language) {
    let question = dialogs::question(language, String::new(), "file-mail", ENDINGS);
    if let Some(path) = engine.desktop().choose_file(question) {
        engine.notify(Input::Mail(MailInput::File(case, path)));
    }
}

/// Reads a mail, and judges it with the keys that are kept with it.
pub fn read(engine: &Engine, world: &World, query: QueryId, what: MailToRead) {
    let read = source(engine, &what.case, &what.from)
        .and_then(|source| shown(engine, world, &what, source))
        .map(Box::new);
    engine.notify(Input::Mail(MailInput::Read(query, read)));
}

fn shown(
    engine: &Engine,
    world: &World,
    what: &MailToRead,
    source: Source,
) -> Result<ShownMail, Problem> {
    let Source { name, bytes, kept } = source;
    let of = Organisation { cvr: what.cvr, name: &what.name };
    let keys = kept.as_ref().map(|mail| mail.keys.clone()).unwrap_or_default();
    let file = MailFile::read(&bytes.0)?;
    let reading = file.reading(of, world.environment, &keys);
    let other = |cvr: &CvrNumber| other_case(engine, *cvr, &file);
    let elsewhere = reading.others.iter().find_map(other);
    let (mail, bytes) = match (&what.from, kept) {
        (MailFrom::Kept(_), Some(kept)) => (kept, None),
        (_, Some(kept)) => (kept, Some(bytes)),
        (_, None) => (new(name, &bytes, &reading, world.now()), Some(bytes)),
    };
    let mail = OfficialMail { signature: reading.signature.signature.clone(), ..mail };
    Ok(ShownMail { mail, bytes, reading, elsewhere, asking: None })
}

/// A mail as it would be kept.
fn new(name: String, bytes: &FileBytes, reading: &MailReading, now: Timestamp) -> OfficialMail {
    OfficialMail {
        sha256: Sha256::digest(&bytes.0).into(),
        name,
        size: u64::try_from(bytes.0.len()).unwrap_or(u64::MAX),
        format: reading.format,
        sent: reading.sent,
        taken: now,
        belonging: reading.belonging,
        signature: reading.signature.signature.clone(),
        keys: Vec::new(),
        removed: None,
    }
}

/// The file of a mail, and the mail as it is kept or looked at already.
struct Source {
    name: String,
    bytes: FileBytes,
    kept: Option<OfficialMail>,
}

fn source(engine: &Engine, case: &CaseId, from: &MailFrom) -> Result<Source, Problem> {
    // One that is in the case already is shown as it is there.
    let new = |name, bytes: Vec<u8>| {
        let sha256: [u8; 32] = Sha256::digest(&bytes).into();
        let kept = engine.read(|app| app.open()?.case(case)?.mail(&sha256).cloned());
        Source { name, bytes: FileBytes(Arc::from(bytes)), kept }
    };
    let known = |mail: &OfficialMail, bytes| Source {
        name: mail.name.clone(),
        bytes,
        kept: Some(mail.clone()),
    };
    match from {
        MailFrom::File(path) => {
            let limit = u64::try_from(mail::FILE_MAX).unwrap_or(u64::MAX);
            let bytes = files::read(path, limit).map_err(|why| match why {
                Unread::TooLarge => Problem::MailTooLarge,
                Unread::Unreadable => Problem::MailUnreadable,
            })?;
            Ok(new(name(path), bytes))
        }
        MailFrom::Shown(mail, bytes) => Ok(known(mail, bytes.clone())),
        MailFrom::Kept(mail) => {
            let bytes = engine
                .ask_vault(|vault| vault.document(case, &mail.sha256))?
                .ok_or(Problem::MailUnreadable)?;
            Ok(known(mail, FileBytes(Arc::from(bytes))))
        }
        MailFrom::Inside(outer, which) => {
            let outer = source(engine, case, outer)?;
            let mut inside = MailFile::read(&outer.bytes.0)?.inside().into_iter();
            let (title, inside) = inside.nth(*which).ok_or(Problem::MailUnreadable)?;
            Ok(new(name_of_inside(&title, inside.name.as_deref()), inside.bytes))
        }
    }
}

/// The name of a mail that was attached to another: that of its file, or else its subject.
fn name_of_inside(title: &str, file: Option<&str>) -> String {
    let (stem, ending) = match file.and_then(|file| file.rsplit_once('.')) {
        Some((stem, ending)) if ending.eq_ignore_ascii_case("msg") => (stem, "msg"),
        Some((stem, ending)) if ending.eq_ignore_ascii_case("eml") => (stem, "eml"),
        _ => (file.unwrap_or(title), "eml"),
    };
    let stem = handover::safe_name(stem);
    let stem = if stem.is_empty() { "e-mail" } else { &*stem };
    let stem: String = stem.chars().take(NAME_MAX - ".eml".len()).collect();
    format!("{stem}.{ending}")
}

/// The name of a file without its folder, as it is kept: on one line, nothing in it that cannot be
/// seen.
fn name(path: &Path) -> String {
    let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
    typed::fold(name).chars().take(NAME_MAX).collect()
}

/// A case of another organisation that a mail can belong to.
fn other_case(engine: &Engine, cvr: CvrNumber, file: &MailFile) -> Option<OtherCase> {
    let found = engine.ask_vault(|vault| vault.of_organisation(cvr, LOOKED_THROUGH)).ok()?;
    let takes_mail = |state| {
        !matches!(
            state,
            CaseState::Draft
                | CaseState::NotNeeded
                | CaseState::HandedOver
                | CaseState::Received
                | CaseState::Approving
                | CaseState::Confirming
        )
    };
    let row = found.into_iter().find(|row| takes_mail(row.summary.state))?;
    let name = row.summary.name.unwrap_or_default();
    let belonging = file.belonging(Organisation { cvr, name: &name });
    Some(OtherCase { case: row.summary.id, name, belonging })
}

/// Asks for the keys of a mail, and judges it with those that were seen. A key that was seen before
/// stays as it was seen.
pub async fn check(engine: &Engine, world: &World, query: QueryId, what: MailToRead) {
    let (shown, problem) = match checked(engine, world, what).await {
        Ok((shown, problem)) => (Some(Box::new(shown)), problem),
        Err(problem) => (None, Some(problem)),
    };
    engine.notify(Input::Mail(MailInput::Checked(query, shown, problem)));
}

async fn checked(
    engine: &Engine,
    world: &World,
    what: MailToRead,
) -> Result<(ShownMail, Option<Problem>), Problem> {
    let source = source(engine, &what.case, &what.from)?;
    let bytes = source.bytes.clone();
    let mut shown = shown(engine, world, &what, source)?;
    let signature = &shown.reading.signature;
    let gone = signature.key.iter().filter(|_| signature.signature == MailSignature::KeyGone);
    let wanted: Vec<KeyName> = signature.missing.iter().chain(gone).cloned().collect();
    let mut problem = None;
    for name in &wanted {
        match name_servers::key(world, name).await {
            Ok(seen) => keep_seen(&mut shown.mail.keys, seen),
            Err(why) => problem = Some(why.into()),
        }
    }
    let of = Organisation { cvr: what.cvr, name: &what.name };
    shown.reading = official::reading(&bytes.0, of, world.environment, &shown.mail.keys)?;
    shown.mail.signature = shown.reading.signature.signature.clone();
    Ok((shown, problem))
}

/// A key that was there once is not forgotten because it is gone now.
fn keep_seen(keys: &mut Vec<SeenKey>, seen: SeenKey) {
    match keys.iter_mut().find(|known| known.name == seen.name) {
        Some(known) if known.found == Found::Gone => *known = seen,
        Some(_) => {}
        None => keys.push(seen),
    }
}

/// Keeps the bytes of a mail, durably, before its case names it.
pub fn keep(engine: &Engine, case: CaseId, mail: Box<OfficialMail>, bytes: &FileBytes) {
    let kept = engine.ask_vault(|vault| vault.keep_document(&case, &mail.sha256, &bytes.0));
    engine.notify(Input::Case(case, CaseInput::MailKept(mail, kept)));
}

/// Asks where, and writes the file as it came.
pub fn save(engine: &Engine, case: &CaseId, mail: &OfficialMail, language: Language) {
    let kept = engine
        .ask_vault(|vault| vault.document(case, &mail.sha256))
        .and_then(|kept| kept.ok_or(Problem::MailUnreadable));
    match kept {
        Ok(bytes) => {
            let endings: &'static [&'static str] = match mail.format {
                MailFormat::Eml => &["eml"],
                MailFormat::Msg => &["msg"],
                MailFormat::Pdf => &["pdf"],
            };
            let question = dialogs::question(language, mail.name.clone(), "file-mail", endings);
            dialogs::save_as(engine, question, &bytes);
        }
        Err(problem) => engine.notify(Input::Written(Err(problem))),
    }
}
