//! The drafts of mails, and the paper that goes along with each: opened in the person's own mail
//! program, or saved. Nothing is sent.

use crate::dialogs;
use crate::engine::Engine;
use app::Input;
use app::effect::Output;
use app::effect::{ApprovalSheet, MailPaper, SetUpChecklist, WrittenMail};
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

/// The paper that goes along, shown or saved.
pub fn give_out_paper(engine: &Engine, output: Output, paper: &MailPaper, language: Language) {
    let made = make_paper(engine, paper, language);
    let kind = match paper {
        MailPaper::SetUp(_) => "file-set-up",
        MailPaper::Approval(_) => "file-approval",
    };
    dialogs::give_out(engine, output, made, kind, language);
}

fn make(
    engine: &Engine,
    written: &WrittenMail,
    language: Language,
) -> Result<(String, Vec<u8>), Problem> {
    let (paper, bytes) = make_paper(engine, &written.paper, language)?;
    let enclosed = Enclosure { name: paper, media_type: "application/pdf".to_owned(), bytes };
    let draft = Draft {
        to_name: written.to_name.clone(),
        to: written.to.clone(),
        subject: written.subject.clone(),
        text: written.text.clone(),
        enclosures: vec![enclosed],
        written_at: engine.now().at,
    };
    let environment = engine.world().ok_or(Problem::NotAllowedHere)?.environment;
    let name = Texts::new(language).get(match environment {
        Environment::Practice => "draft-file-practice",
        Environment::Live => "draft-file",
    });
    Ok((name, draft.eml()?))
}

fn make_paper(
    engine: &Engine,
    paper: &MailPaper,
    language: Language,
) -> Result<(String, Vec<u8>), Problem> {
    let environment = engine.world().ok_or(Problem::NotAllowedHere)?.environment;
    let on = engine.now().today;
    let made = match paper {
        MailPaper::SetUp(it) => {
            let SetUpChecklist { organisation, administrator, since, until } = &**it;
            let (since, until) = (*since, *until);
            let checklist = receipt::SetUpChecklist {
                environment,
                language,
                organisation,
                administrator,
                since,
                until,
                on,
            };
            let name = receipt::set_up_checklist_file_name(&checklist);
            receipt::set_up_checklist(&checklist).map(|pdf| (name, pdf))
        }
        MailPaper::Approval(it) => {
            let ApprovalSheet { connection, sent } = &**it;
            let sheet =
                receipt::ApprovalSheet { environment, language, connection, sent: *sent, on };
            let name = receipt::approval_sheet_file_name(&sheet);
            receipt::approval_sheet(&sheet).map(|pdf| (name, pdf))
        }
    };
    made.map_err(|_| Problem::ReceiptNotMade)
}
