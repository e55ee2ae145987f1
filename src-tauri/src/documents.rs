//! The documents of a case: attached from the disk, kept encrypted, shown, and taken away.

use crate::engine::{Engine, State, fresh_id};
use crate::{dialogs, files};
use domain::case::{CaseId, Event};
use domain::documents::{Attached, DocumentId, MediaType};
use domain::problem::Problem;
use domain::rules::book;
use receipt::BoardOverview;
use sha2::{Digest as _, Sha256};
use std::path::Path;

/// The endings that the dialog shows; what a file is, its bytes say.
const ENDINGS: &[&str] = &["pdf", "jpg", "jpeg", "png"];

/// Asks for a file and attaches it as a document of this kind.
pub fn attach(engine: &Engine, state: &State, id: CaseId, kind: String) {
    let question = dialogs::question(state, String::new(), "file-document", ENDINGS);
    let task = engine.clone();
    engine.spawn_blocking(move || {
        let Some(path) = task.desktop().choose_file(question) else { return };
        let read = files::read(&path, book().documents.limits.bytes_each()).map_err(|why| match why {
            files::Unread::TooLarge => Problem::DocumentTooLarge,
            files::Unread::Unreadable => Problem::DocumentUnreadable,
        });
        task.happened(|state| {
            if let Err(problem) = read.and_then(|bytes| keep(&task, state, &id, kind, &path, &bytes)) {
                state.desk.problem = Some(problem);
            }
        });
    });
}

/// The bytes are durable before the case names them: after a crash there may be bytes without a name, never a name without bytes.
fn keep(engine: &Engine, state: &mut State, id: &CaseId, kind: String, path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let media = MediaType::of(bytes).ok_or(Problem::DocumentKind)?;
    let size = u64::try_from(bytes.len()).map_err(|_| Problem::DocumentTooLarge)?;
    let draft = state.draft(id).ok_or(Problem::NotAllowedHere)?;
    let sha256: [u8; 32] = Sha256::digest(bytes).into();
    if draft.documents.iter().any(|attached| attached.kind == kind && attached.sha256 == sha256) {
        return Ok(());
    }
    if draft.documents.iter().map(|attached| attached.size).sum::<u64>() + size > book().documents.limits.bytes_together() {
        return Err(Problem::DocumentsTooLarge);
    }
    let known = book().documents.find(&kind).is_some();
    if !known || !book().documents.limits.media.contains(&media) {
        return Err(Problem::DocumentKind);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let attached = Attached { id: DocumentId(fresh_id()?), kind, name, media, size, sha256, at: state.now().at, confirmed: Vec::new() };
    state.vault.as_mut().ok_or(Problem::NotSaved)?.keep_document(id, &sha256, bytes)?;
    engine.apply(state, id, Event::DocumentAttached(Box::new(attached)));
    Ok(())
}

/// Opens a document in the program that the system has for it, under a name by which that program takes it for what it is.
pub fn open(engine: &Engine, state: &mut State, id: &CaseId, document: String) {
    let document = DocumentId(document);
    let shown = bytes(state, id, &document)
        .and_then(|(media, bytes)| dialogs::show(engine, state, &format!("{}.{}", document.0, ending(media)), &bytes));
    state.desk.problem = shown.err();
}

/// A picture that belongs to the case whose page is open, for the window to show in place. Nothing else is given out.
pub fn picture(state: &State, document: &str) -> Option<(MediaType, Vec<u8>)> {
    let id = state.desk.place.case()?;
    bytes(state, id, &DocumentId(document.to_owned())).ok().filter(|(media, _)| *media != MediaType::Pdf)
}

/// Forgets the bytes that the case does not name any more.
pub fn forget_unnamed(state: &mut State, id: &CaseId) {
    if let (Some(case), Some(vault)) = (state.desk.cases.get(id), state.vault.as_mut()) {
        // What cannot be forgotten now is tried again when the cases are opened.
        vault.forget_unnamed_documents(case).ok();
    }
}

/// Opens the board overview, as it has been filled in so far, for printing.
pub fn open_board(engine: &Engine, state: &mut State, id: &CaseId) {
    let shown = board(state, id).and_then(|(name, pdf)| dialogs::show(engine, state, &name, &pdf));
    state.desk.problem = shown.err();
}

/// Asks where, and saves the board overview.
pub fn save_board(engine: &Engine, state: &mut State, id: &CaseId) {
    match board(state, id) {
        Ok((name, pdf)) => dialogs::save_as(engine, dialogs::question(state, name, "file-board", &["pdf"]), pdf),
        Err(problem) => state.desk.problem = Some(problem),
    }
}

fn board(state: &State, id: &CaseId) -> Result<(String, Vec<u8>), Problem> {
    let draft = state.draft(id).ok_or(Problem::NotAllowedHere)?;
    let organisation = draft.organisation().ok_or(Problem::CvrNotLookedUp)?;
    let overview = BoardOverview {
        environment: state.desk.environment,
        language: state.desk.language,
        organisation,
        members: &draft.board,
        on: state.now().today,
    };
    let pdf = receipt::board_overview(&overview).map_err(|_| Problem::ReceiptNotMade)?;
    Ok((receipt::board_overview_file_name(&overview), pdf))
}

/// The bytes of a document of the case, and what they are. What was received is told by its bytes alone.
fn bytes(state: &State, id: &CaseId, document: &DocumentId) -> Result<(MediaType, Vec<u8>), Problem> {
    let sha256 = state.desk.cases.get(id).and_then(|case| case.document(document)).ok_or(Problem::NotAllowedHere)?;
    let kept = state.vault.as_ref().ok_or(Problem::NotAllowedHere)?.document(id, &sha256)?.ok_or(Problem::DocumentUnreadable)?;
    let media = MediaType::of(&kept).ok_or(Problem::DocumentUnreadable)?;
    Ok((media, kept))
}

fn ending(media: MediaType) -> &'static str {
    match media {
        MediaType::Pdf => "pdf",
        MediaType::Jpeg => "jpg",
        MediaType::Png => "png",
    }
}
