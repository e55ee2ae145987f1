//! The hand-over file: written by the reporter, opened by the representative, each with every
//! document of the case.

use crate::engine::{Engine, fresh_token};
use crate::wiring::World;
use crate::{dialogs, files, login};
use app::effect::Enclosure;
use app::input::{CaseInput, HandOverInput, Input};
use app::model::{NotOpened, QueryId, Received};
use domain::case::{CaseId, Event, Evidence, HandOverFile, ReporterLogin};
use domain::connection::Connection;
use domain::problem::Problem;
use domain::{Language, Secret};
use evidence::ApprovalRequest;
use handover::{Document, HandedOver};
use std::fs::File;
use std::path::Path;

/// Asks where the file shall be, and draws its words.
pub fn place(
    engine: &Engine,
    case: CaseId,
    connection: &Connection,
    logged_in: bool,
    language: Language,
) {
    let Some(world) = engine.world() else { return };
    let request = ApprovalRequest::of(connection, world.environment, &case);
    let question =
        dialogs::question(language, handover::file_name(&request), "file-hand-over", &["tilslut"]);
    let Some(path) = engine.desktop().choose_new_file(question) else { return };
    let path = files::with_ending(path, "tilslut").into_os_string().into_string();
    let attempt = logged_in.then(fresh_token).transpose();
    let placed = match (path, handover::words(), attempt) {
        (Ok(path), Ok(words), Ok(attempt)) => {
            let file = HandOverFile { path, words: words.into_iter().map(Secret::new).collect() };
            CaseInput::HandOverPlaced(Ok(file), attempt)
        }
        // The path is kept as text with the case; one that is not text is rare enough to be
        // refused.
        _ => CaseInput::HandOverPlaced(Err(Problem::FileNotWritten), None),
    };
    engine.notify(Input::Case(case, placed));
}

/// Writes the file with the documents as they are kept now.
pub fn write(
    engine: &Engine,
    world: &World,
    case: CaseId,
    file: HandOverFile,
    connection: Box<Connection>,
    login: Option<Box<Evidence>>,
) {
    let request = ApprovalRequest::of(&connection, world.environment, &case);
    let told: Vec<&str> = file.words.iter().map(|word| word.expose().as_str()).collect();
    let proof = login.as_ref().map(|login| login.bundle.as_slice());
    let outcome = enclosed(engine, &case, &connection).and_then(|documents| {
        let sealed = handover::seal(&request, &documents, proof, world.now(), &told)?;
        Ok(handover::write(Path::new(&file.path), &sealed)?)
    });
    let outcome = outcome.map(|()| connection);
    engine.notify_case(case, Event::HandOverEnded { file, login, outcome });
}

/// The documents that a connection encloses, each once.
fn enclosed(
    engine: &Engine,
    case: &CaseId,
    connection: &Connection,
) -> Result<Vec<Document>, Problem> {
    let mut hashes: Vec<_> = connection.enclosed.iter().map(|enclosed| enclosed.sha256).collect();
    hashes.sort_unstable();
    hashes.dedup();
    let kept = |sha256| {
        let kept = engine.ask_vault(|vault| vault.document(case, &sha256))?;
        kept.map(Document::from).ok_or(Problem::DocumentUnreadable)
    };
    hashes.into_iter().map(kept).collect()
}

/// Asks for the file to open.
pub fn choose(engine: &Engine, language: Language) {
    let question = dialogs::question(language, String::new(), "file-hand-over", &["tilslut"]);
    if let Some(path) = engine.desktop().choose_file(question) {
        engine.notify(Input::HandOver(HandOverInput::Chosen(path)));
    }
}

/// Opens the file that was chosen with the words as they were typed.
pub fn open(engine: &Engine, world: &World, query: QueryId, path: &Path, words: &Secret) {
    let opened = File::open(path)
        .map_err(|_| Problem::HandoverUnreadable)
        .map_err(NotOpened::from)
        .and_then(|file| {
            handover::open(file, words.expose(), world.environment, world.now()).map_err(not_opened)
        })
        .map(|opened| Box::new(received(world, opened)));
    engine.notify(Input::HandOver(HandOverInput::Opened(query, opened)));
}

fn not_opened(why: handover::Error) -> NotOpened {
    match why {
        handover::Error::NotAccepted { problem, administrator } => {
            NotOpened { problem, administrator }
        }
        other => Problem::from(other).into(),
    }
}

fn received(world: &World, opened: HandedOver) -> Received {
    let login = reporter_login(world, &opened);
    let enclosure = |document: &Document| Enclosure {
        sha256: *document.sha256(),
        bytes: document.bytes().to_vec(),
    };
    Received {
        case: opened.case.received(),
        handed_over: opened.handed_over,
        login,
        documents: opened.documents.iter().map(enclosure).collect(),
        connection: opened.connection,
    }
}

/// What the reporter's login in a file proves here.
fn reporter_login(world: &World, opened: &HandedOver) -> Option<ReporterLogin> {
    let bundle = opened.login.clone()?;
    let verdict = opened.verdict(&world.anchors(), world.now());
    let proven = verdict.and_then(|verdict| login::evidence_of(bundle, verdict));
    Some(
        proven
            .map_or(ReporterLogin::Unproven, |evidence| ReporterLogin::Proven(Box::new(evidence))),
    )
}
