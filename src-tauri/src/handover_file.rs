//! The hand-over file: written by the reporter, opened by the representative, each with every document of the case.

use crate::engine::{Engine, State, fresh_token, home};
use crate::{dialogs, documents, files, login};
use domain::Hidden;
use domain::case::{Case, CaseId, Event, Evidence, HandOverFile, Received, ReporterLogin, Stage};
use domain::connection::Connection;
use domain::desk::{Place, Saved};
use domain::draft::Role;
use domain::problem::Problem;
use evidence::ApprovalRequest;
use handover::{Document, HandedOver};
use std::fs::File;
use std::path::Path;
use vault::Secret;

/// Asks where the file shall be, draws the words, and has it written: at once, or after the reporter has logged in.
pub fn ask(engine: &Engine, state: &mut State, id: CaseId, logged_in: bool) {
    if logged_in && login::shows_under_way(state, &id) {
        return;
    }
    let prepared = match state.desk.cases.get(&id).map(|case| &case.stage) {
        Some(Stage::Drafting(draft)) if draft.role == Some(Role::Reporter) => Connection::parse(draft, state.now().today),
        Some(Stage::HandedOver(handed)) => Ok(handed.connection.clone()),
        _ => return,
    };
    let connection = match prepared {
        Ok(connection) => connection,
        Err(problems) => {
            state.desk.field_problems = problems;
            return;
        }
    };
    let request = ApprovalRequest::of(&connection, state.desk.environment, &id);
    let question = dialogs::question(state, handover::file_name(&request), "file-hand-over", &["tilslut"]);
    let task = engine.clone();
    engine.spawn_blocking(move || {
        let Some(path) = task.desktop().choose_new_file(question) else { return };
        let path = files::with_ending(path, "tilslut").into_os_string().into_string();
        let attempt = logged_in.then(fresh_token).transpose();
        task.happened(|state| match (path, handover::words(), attempt) {
            // Another login may have begun while the dialog was open.
            (Ok(_), Ok(_), Ok(Some(_))) if login::shows_under_way(state, &id) => {}
            (Ok(path), Ok(words), Ok(attempt)) => {
                let file = HandOverFile { path, words: words.into_iter().map(Hidden).collect() };
                task.apply(state, &id, Event::HandOverAsked { file, attempt });
            }
            // The path is kept as text with the case; one that is not text is rare enough to be refused.
            _ => state.desk.problem = Some(Problem::FileNotWritten),
        });
    });
}

/// Writes the file with the documents as they are kept now.
pub fn write(engine: &Engine, state: &State, id: CaseId, file: HandOverFile, connection: Box<Connection>, login: Option<Box<Evidence>>) {
    let Some(world) = state.world.clone() else { return };
    let request = ApprovalRequest::of(&connection, state.desk.environment, &id);
    let documents = enclosed(state, &id, &connection);
    let task = engine.clone();
    engine.spawn_blocking(move || {
        let told: Vec<&str> = file.words.iter().map(|word| word.0.as_str()).collect();
        let proof = login.as_ref().map(|login| login.bundle.as_slice());
        let outcome = documents.and_then(|documents| {
            let sealed = handover::seal(&request, &documents, proof, world.now(), &told)?;
            Ok(handover::write(Path::new(&file.path), &sealed)?)
        });
        let outcome = outcome.map(|()| connection);
        task.happened(|state| task.apply(state, &id, Event::HandOverEnded { file, login, outcome }));
    });
}

/// The documents that a connection encloses, each once.
fn enclosed(state: &State, id: &CaseId, connection: &Connection) -> Result<Vec<Document>, Problem> {
    let vault = state.vault.as_ref().ok_or(Problem::NotAllowedHere)?;
    let mut hashes: Vec<_> = connection.enclosed.iter().map(|enclosed| enclosed.sha256).collect();
    hashes.sort_unstable();
    hashes.dedup();
    let kept = |sha256| vault.document(id, &sha256)?.map(Document::from).ok_or(Problem::DocumentUnreadable);
    hashes.into_iter().map(kept).collect()
}

/// Asks for the file to open.
pub fn choose(engine: &Engine, state: &State) {
    let question = dialogs::question(state, String::new(), "file-hand-over", &["tilslut"]);
    let task = engine.clone();
    engine.spawn_blocking(move || {
        let Some(path) = task.desktop().choose_file(question) else { return };
        task.happened(|state| {
            state.desk.go(Place::OpenHandOver(Some(path.to_string_lossy().into_owned())));
            state.chosen = Some(path);
        });
    });
}

/// Opens the file that was chosen with the words as they were typed.
pub fn open(engine: &Engine, state: &mut State, words: String) {
    let (Some(path), asked) = (state.chosen.clone(), state.desk.place.clone()) else { return };
    let words = Secret::from(words);
    let environment = state.desk.environment;
    state.desk.problem = None;
    let task = engine.clone();
    // Opening stretches the words on purpose, for about a second: the window stays alive meanwhile.
    engine.spawn_blocking(move || {
        let opened = File::open(&path)
            .map_err(|_| Problem::HandoverUnreadable)
            .and_then(|file| handover::open(file, words.text().unwrap_or_default(), environment).map_err(Problem::from));
        task.happened(|state| {
            // The person may have gone elsewhere, or locked: then it is as if the file had not been opened.
            if state.desk.place != asked || state.vault.is_none() {
                return;
            }
            if let Err(problem) = opened.and_then(|opened| receive(state, opened)) {
                state.desk.problem = Some(problem);
            }
        });
    });
}

/// Keeps a case that came in a file. The same file again shows the same case; a newer one replaces what was not approved.
fn receive(state: &mut State, opened: HandedOver) -> Result<(), Problem> {
    let id = opened.case.received();
    let known = state.desk.cases.get(&id);
    let (replaces, problem) = match known.map(|case| &case.stage) {
        None => (true, None),
        Some(Stage::Reviewing(received)) if opened.handed_over > received.handed_over => (true, Some(Problem::HandoverChanged)),
        Some(Stage::Reviewing(received)) if opened.handed_over == received.handed_over => (false, None),
        Some(_) => (false, Some(Problem::HandoverOlder)),
    };
    match known.map(home).filter(|_| !replaces) {
        Some(place) => state.desk.go(place),
        None => keep(state, id, opened)?,
    }
    state.desk.problem = problem;
    Ok(())
}

/// The case and its documents are durable before the desk knows of them. What could not be kept can be opened again: the file is there.
fn keep(state: &mut State, id: CaseId, opened: HandedOver) -> Result<(), Problem> {
    let received = Received::new(opened.connection.clone(), opened.handed_over, reporter_login(state, &opened));
    let case = Case::received(id.clone(), state.desk.environment, received, state.now());
    let documents = opened.documents.iter().map(|document| (document.sha256(), document.bytes()));
    state.vault.as_mut().ok_or(Problem::NotSaved)?.save_with_documents(&case, documents)?;
    state.desk.saved.insert(id.clone(), Saved::At(case.changed));
    state.desk.cases.insert(id.clone(), case);
    documents::forget_unnamed(state, &id);
    state.desk.go(Place::Review(id));
    Ok(())
}

/// What the reporter's login in a file proves here.
fn reporter_login(state: &State, opened: &HandedOver) -> Option<ReporterLogin> {
    let (bundle, world) = (opened.login.clone()?, state.world.as_ref()?);
    let proven = opened.verdict(&world.broker.anchors(), state.now().at).and_then(|verdict| login::evidence_of(bundle, verdict));
    Some(proven.map_or(ReporterLogin::Unproven, |evidence| ReporterLogin::Proven(Box::new(evidence))))
}
