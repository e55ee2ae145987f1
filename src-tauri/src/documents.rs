//! The documents of a case: read from the disk, kept encrypted, shown, and forgotten.

use crate::engine::{Engine, fresh_id};
use crate::preview::preview;
use crate::{dialogs, files};
use app::effect::Output;
use app::input::{CaseInput, Input};
use domain::Language;
use domain::case::{Case, CaseId};
use domain::documents::{Attached, BoardMember, DocumentId, MediaType};
use domain::organisation::Organisation;
use domain::problem::Problem;
use domain::rules::book;
use receipt::BoardOverview;
use sha2::{Digest as _, Sha256};
use std::path::Path;

/// The endings that the dialog shows; what a file is, its bytes say.
const ENDINGS: &[&str] = &["pdf", "jpg", "jpeg", "png"];

/// Asks for a file, and reads it as a document of this kind.
pub fn choose(engine: &Engine, case: CaseId, kind: String, language: Language) {
    let question = dialogs::question(language, String::new(), "file-document", ENDINGS);
    let Some(path) = engine.desktop().choose_file(question) else { return };
    let read = read(engine, &path, kind).map(Box::new);
    engine.notify(Input::Case(case, CaseInput::DocumentRead(read)));
}

fn read(engine: &Engine, path: &Path, kind: String) -> Result<(Attached, Vec<u8>), Problem> {
    let bytes =
        files::read(path, book().documents.limits.bytes_each()).map_err(|why| match why {
            files::Unread::TooLarge => Problem::DocumentTooLarge,
            files::Unread::Unreadable => Problem::DocumentUnreadable,
        })?;
    let media = MediaType::of(&bytes).ok_or(Problem::DocumentKind)?;
    let size = u64::try_from(bytes.len()).map_err(|_| Problem::DocumentTooLarge)?;
    let attached = Attached {
        id: DocumentId(fresh_id()?),
        kind,
        name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        media,
        size,
        sha256: Sha256::digest(&bytes).into(),
        at: engine.now().at,
        confirmed: Vec::new(),
    };
    Ok((attached, bytes))
}

/// Keeps the bytes of a document, durably, before its case names it.
pub fn keep(engine: &Engine, case: CaseId, attached: Box<Attached>, bytes: &[u8]) {
    let kept = engine.ask_vault(|vault| vault.keep_document(&case, &attached.sha256, bytes));
    engine.notify(Input::Case(case, CaseInput::DocumentKept(attached, kept)));
}

/// Forgets the bytes that the case does not name any more.
pub fn forget_unnamed(engine: &Engine, case: &Case) {
    // What cannot be forgotten now is tried again when the cases are opened.
    engine.ask_vault(|vault| vault.forget_unnamed_documents(case)).ok();
}

/// Opens a document in the program that the system has for it, under a name by which that program
/// takes it for what it is.
pub fn show(engine: &Engine, case: &CaseId, document: &DocumentId, sha256: &[u8; 32]) {
    let shown = bytes(engine, case, sha256).and_then(|(media, bytes)| {
        dialogs::show(engine, &format!("{}.{}", document.0, ending(media)), &bytes)
    });
    engine.notify(Input::Shown(shown));
}

/// A picture of the case whose page is open, as a PNG that is small enough for the window to show in
/// place. Nothing else is given out.
pub fn picture(engine: &Engine, document: &str) -> Option<Vec<u8>> {
    let case = engine.read(|app| app.open()?.route.case().cloned())?;
    let document = DocumentId(document.to_owned());
    let sha256 = engine.read(|app| app.open()?.case(&case)?.document(&document))?;
    let (media, bytes) = bytes(engine, &case, &sha256).ok()?;
    preview(&bytes, media)
}

/// The board overview, as it has been filled in so far.
pub fn board(
    engine: &Engine,
    output: Output,
    organisation: &Organisation,
    members: &[BoardMember],
    language: Language,
) {
    let made = engine.world().ok_or(Problem::NotAllowedHere).and_then(|world| {
        let on = engine.now().today;
        let overview =
            BoardOverview { environment: world.environment, language, organisation, members, on };
        let pdf = receipt::board_overview(&overview).map_err(|_| Problem::ReceiptNotMade)?;
        Ok((receipt::board_overview_file_name(&overview), pdf))
    });
    dialogs::give_out(engine, output, made, "file-board", language);
}

/// The bytes of a document, and what they are: what was received is told by its bytes alone.
fn bytes(
    engine: &Engine,
    case: &CaseId,
    sha256: &[u8; 32],
) -> Result<(MediaType, Vec<u8>), Problem> {
    let kept = engine
        .ask_vault(|vault| vault.document(case, sha256))?
        .ok_or(Problem::DocumentUnreadable)?;
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
