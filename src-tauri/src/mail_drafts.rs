//! The drafts of mails, and the checklist that goes along with those to administrators: opened in
//! the person's own mail program, or saved. Nothing is sent.

use crate::dialogs;
use crate::engine::Engine;
use app::Input;
use app::effect::Output;
use app::effect::{SetUpChecklist, WrittenMail};
use domain::case::{CaseId, Event};
use domain::mail_draft::MailTo;
use domain::problem::Problem;
use domain::{Environment, Language};
use mail::draft::{Draft, Enclosure};
use texts::Texts;

/// Opens a draft in the program that the system has for mails, or asks where and saves it.
pub fn give_out(
    engine: &Engine,
    output: Output,
    case: CaseId,
    mail: MailTo,
    written: &WrittenMail,
    language: Language,
) {
    let made = make(engine, written, language);
    match (made, output) {
        (Ok((name, eml)), Output::Show) => {
            let shown = dialogs::show(engine, &name, &eml);
            let is_open = shown.is_ok();
            engine.notify(Input::Shown(shown));
            // What the system took is noted as opened; whether it was sent, nobody tells.
            if is_open {
                engine.notify_case(case, Event::DraftOpened(mail));
            }
        }
        (Ok((name, eml)), Output::Save) => {
            let question = dialogs::question(language, name, "file-mail", &["eml"]);
            dialogs::save_as(engine, question, &eml);
        }
        (Err(problem), _) => engine.notify(Input::Shown(Err(problem))),
    }
}

/// The checklist of one administrator, shown or saved.
pub fn give_out_checklist(
    engine: &Engine,
    output: Output,
    checklist: &SetUpChecklist,
    language: Language,
) {
    let made = make_checklist(engine, checklist, language);
    dialogs::give_out(engine, output, made, "file-set-up", language);
}

fn make(
    engine: &Engine,
    written: &WrittenMail,
    language: Language,
) -> Result<(String, Vec<u8>), Problem> {
    let checklist = written.checklist.as_ref();
    let enclosed = checklist.map(|it| make_checklist(engine, it, language)).transpose()?;
    let pdf = |(name, bytes)| Enclosure { name, media_type: "application/pdf".to_owned(), bytes };
    let draft = Draft {
        to_name: written.to_name.clone(),
        to: written.to.clone(),
        subject: written.subject.clone(),
        text: written.text.clone(),
        enclosures: enclosed.map(pdf).into_iter().collect(),
        written_at: engine.now().at,
    };
    let environment = engine.world().ok_or(Problem::NotAllowedHere)?.environment;
    let name = Texts::new(language).get(match environment {
        Environment::Practice => "draft-file-practice",
        Environment::Live => "draft-file",
    });
    Ok((name, draft.eml()?))
}

fn make_checklist(
    engine: &Engine,
    checklist: &SetUpChecklist,
    language: Language,
) -> Result<(String, Vec<u8>), Problem> {
    let world = engine.world().ok_or(Problem::NotAllowedHere)?;
    let SetUpChecklist { organisation, administrator, since, until } = checklist;
    let checklist = receipt::SetUpChecklist {
        environment: world.environment,
        language,
        organisation,
        administrator,
        since: *since,
        until: *until,
        on: engine.now().today,
    };
    let pdf = receipt::set_up_checklist(&checklist).map_err(|_| Problem::ReceiptNotMade)?;
    Ok((receipt::set_up_checklist_file_name(&checklist), pdf))
}
