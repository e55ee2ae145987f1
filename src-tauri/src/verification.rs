//! Reads a file that the person dropped on the window or chose, and hands it to the one
//! verification, which the command line uses too (`receipt::verification`). Only what came of it
//! crosses to the window. No network, until a person asks the DNS for the keys that a record carries.

use crate::engine::Engine;
use crate::files::{self, Unread};
use crate::wiring::World;
use crate::{dialogs, name_servers};
use app::input::{Input, VerificationInput};
use app::model::QueryId;
use domain::bin::Away;
use domain::case::CaseId;
use domain::chain::Link;
use domain::problem::Problem;
use domain::summary::ApprovedQuery;
use domain::verification::{KeyAnswer, KeyToday, Verification};
use domain::{Environment, Language, Timestamp};
use evidence::TrustAnchors;
use receipt::ShortProof;
use receipt::verification::{KNOWN, Trust};
use std::path::Path;

/// A hand-over file with its documents may be as large; receipts and bundles are far smaller.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The endings that the dialog shows; what a file is, its bytes say.
const ENDINGS: &[&str] = &["pdf", "json", "tilslut"];

/// Asks for a file to check.
pub fn choose(engine: &Engine, language: Language) {
    let question = dialogs::question(language, String::new(), "file-to-check", ENDINGS);
    if let Some(path) = engine.desktop().choose_file(question) {
        engine.notify(Input::Verification(VerificationInput::File(path)));
    }
}

/// Reads a file and says what it proves.
pub fn check(engine: &Engine, world: &World, query: QueryId, path: &Path) {
    let known = |case: &CaseId| engine.ask_vault(|vault| vault.links_of(case)).unwrap_or_default();
    // Never before an approval that is kept here: the broker said when that was, and a computer's
    // clock that is behind must not make it one of the future.
    let newest = ApprovedQuery { limit: 1, ..ApprovedQuery::default() };
    let newest = engine
        .ask_vault(|vault| vault.approved(&newest))
        .ok()
        .and_then(|found| found.rows.into_iter().next());
    let approved = newest.and_then(|row| row.summary.approval).map(|approval| approval.at);
    let now = approved.into_iter().chain([world.now()]).max().unwrap_or(Timestamp::MIN);
    let checked = read(path).map(|bytes| {
        let checked = verification(name(path), bytes, &world.anchors(), &known, now);
        Verification { away: away(engine, &checked), ..checked }
    });
    engine.notify(Input::Verification(VerificationInput::Checked(query, checked.map(Box::new))));
}

/// Where the case of a receipt is whose number and place in the chain are those that it got here.
fn away(engine: &Engine, checked: &Verification) -> Option<Away> {
    let known = checked.checks.iter().find(|it| it.check == KNOWN && it.passed == Some(true))?;
    let number: u64 = known.detail.parse().ok()?;
    let away = engine.ask_vault(|vault| vault.away()).unwrap_or_default();
    away.into_iter().find(|paper| paper.number == number).map(|paper| paper.why)
}

fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    files::read(path, LARGEST).map_err(|why| match why {
        Unread::TooLarge => Problem::CheckTooLarge,
        Unread::Unreadable => Problem::CheckUnreadable,
    })
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Asks the DNS what it says today of each key that a record carries. It learns the domains that
/// signed and the names of their keys. Nobody's DNS knows practice's.
pub async fn ask_keys(engine: &Engine, world: &World, mut checked: Box<Verification>) {
    if let Some(record) = &mut checked.record
        && record.environment == Environment::Live
    {
        for mail in &mut record.mails {
            mail.asked.clear();
            for carried in &mail.keys {
                let answer = match name_servers::ask(world, &carried.name).await {
                    Ok(now) => KeyAnswer::of(carried, &now),
                    Err(error) => KeyAnswer::Unknown(error.into()),
                };
                mail.asked.push(KeyToday { name: carried.name.clone(), answer, at: world.now() });
            }
        }
    }
    engine.notify(Input::Verification(VerificationInput::Compared(Ok(checked))));
}

/// Compares the short proof on paper, as it was typed, with the file that was checked.
pub fn compare(engine: &Engine, verification: Box<Verification>, typed: &str) {
    engine.notify(Input::Verification(VerificationInput::Compared(
        compared(*verification, typed).map(Box::new),
    )));
}

fn compared(mut verification: Verification, typed: &str) -> Result<Verification, Problem> {
    let proof = ShortProof::parse(typed).map_err(|why| why.problem())?;
    if receipt::verification::compare(&mut verification, &proof) {
        Ok(verification)
    } else {
        Err(Problem::ProofWithoutFile)
    }
}

/// What a file of these bytes proves under these anchors. `known` tells the links that a case was
/// given here.
pub fn verification(
    file: String,
    bytes: Vec<u8>,
    anchors: &TrustAnchors,
    known: &(dyn Fn(&CaseId) -> Vec<Link> + Sync),
    now: Timestamp,
) -> Verification {
    // Live without a broker, and practice, trust nobody who signs live evidence.
    let is_named = anchors.environment == Environment::Live && !anchors.anchors.is_empty();
    let practice = evidence::anchors::practice();
    let trust = Trust {
        anchors: if is_named { anchors } else { &practice },
        is_named,
        practice_too: true,
        known,
        is_case_file: &casefile::is_approved,
    };
    receipt::verification::verification(file, bytes, &trust, now)
}
