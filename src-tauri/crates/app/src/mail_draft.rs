//! The drafts of mails: their words, and what a person does with them. Tilslut sends nothing: a
//! draft is opened in the person's own mail program, saved, or its text copied.

use crate::context::Context;
use crate::effect::{ApprovalSheet, Effect, MailPaper, Output, SetUpChecklist, WrittenMail};
use crate::intent::MailDraftIntent;
use crate::model::{Common, Open};
use crate::route::{CasePage, Route};
use domain::case::{Case, CaseId};
use domain::connection::{Administrator, Connection, Reporter};
use domain::mail_draft::{MailContent, MailTo, Since};
use domain::problem::Problem;
use domain::{Environment, Language};
use jiff::civil::Date;
use texts::Texts;

/// A mail about a case; none when there is nothing to tell that person now.
pub fn write(
    case: &Case,
    mail: MailTo,
    environment: Environment,
    language: Language,
) -> Option<WrittenMail> {
    let connection = case.connection()?;
    let words = Words { texts: Texts::new(language), environment, mail };
    Some(match case.mail_content(mail)? {
        MailContent::SetUp { administrator, since, until } => {
            words.set_up(connection, administrator, since, until)
        }
        MailContent::Approve { connection, reporter, sent } => {
            words.approve(connection, reporter, sent)
        }
    })
}

struct Words {
    texts: Texts,
    environment: Environment,
    mail: MailTo,
}

impl Words {
    fn set_up(
        &self,
        connection: &Connection,
        administrator: &Administrator,
        since: Since,
        until: Date,
    ) -> WrittenMail {
        let (begun, day) = match since {
            Since::Concluded(day) => ("draft-concluded", day),
            Since::Approved(day) => ("draft-approved", day),
        };
        let organisation = &connection.organisation;
        let (day, last) = (self.day(day), self.day(until));
        let cvr = organisation.cvr.in_pairs();
        let args = [
            ("name", administrator.name.as_str()),
            ("email", administrator.email.as_str()),
            ("organisation", &organisation.name),
            ("cvr", &cvr),
            ("day", &day),
            ("until", &last),
        ];
        let opening = if self.mail.reminder { "draft-set-up-reminder" } else { "draft-set-up" };
        let parts = ["draft-greeting", opening, begun, "draft-set-up-do", "draft-signed"];
        WrittenMail {
            to_name: administrator.name.as_str().to_owned(),
            to: administrator.email.clone(),
            subject: self.subject("draft-set-up-subject", &args),
            text: self.text(&parts, &args),
            paper: MailPaper::SetUp(Box::new(SetUpChecklist {
                organisation: organisation.clone(),
                administrator: administrator.clone(),
                since,
                until,
            })),
        }
    }

    fn approve(
        &self,
        connection: &Connection,
        reporter: Option<&Reporter>,
        sent: Date,
    ) -> WrittenMail {
        let names: Vec<_> = connection.administrators.iter().map(|it| it.name.as_str()).collect();
        let (representative, organisation) = (&connection.representative, &connection.organisation);
        let (names, day, cvr) = (names.join(", "), self.day(sent), organisation.cvr.in_pairs());
        let terms = self.day(connection.terms.published);
        let site = self.texts.get(match self.environment {
            Environment::Practice => "draft-approve-site-practice",
            Environment::Live => "draft-approve-site",
        });
        let args = [
            ("name", representative.name.as_str()),
            ("organisation", organisation.name.as_str()),
            ("cvr", &cvr),
            ("day", &day),
            ("administrators", &names),
            ("terms", &terms),
            ("site", &site),
            ("reporter", reporter.map(|it| it.name.as_str()).unwrap_or_default()),
        ];
        let opening = if self.mail.reminder { "draft-approve-reminder" } else { "draft-approve" };
        let signed = if reporter.is_some() { "draft-signed-by" } else { "draft-signed" };
        let parts = ["draft-greeting", opening, "draft-approve-do", signed];
        WrittenMail {
            to_name: representative.name.as_str().to_owned(),
            to: representative.email.clone(),
            subject: self.subject("draft-approve-subject", &args),
            text: self.text(&parts, &args),
            paper: MailPaper::Approval(Box::new(ApprovalSheet {
                connection: connection.clone(),
                sent,
            })),
        }
    }

    /// As people type it: with spaces that every mail program takes for spaces.
    fn day(&self, day: Date) -> String {
        self.texts.day(day).replace('\u{a0}', " ")
    }

    fn subject(&self, key: &str, args: &[(&str, &str)]) -> String {
        let subject = self.texts.with(key, args);
        let subject = if self.mail.reminder {
            self.texts.with("draft-reminder-subject", &[("subject", &subject)])
        } else {
            subject
        };
        match self.environment {
            Environment::Practice => format!("PRØVE: {subject}"),
            Environment::Live => subject,
        }
    }

    fn text(&self, parts: &[&str], args: &[(&str, &str)]) -> String {
        let practice = match self.environment {
            Environment::Practice => Some("draft-practice"),
            Environment::Live => None,
        };
        let parts = practice.iter().chain(parts).map(|key| self.texts.with(key, args));
        parts.collect::<Vec<_>>().join("\n\n")
    }
}

pub(crate) fn intent(
    open: &mut Open,
    context: &Context<'_>,
    id: &CaseId,
    intent: MailDraftIntent,
) -> Vec<Effect> {
    let Common { environment, language, .. } = *context.common;
    let mail = match (&intent, &open.route) {
        (MailDraftIntent::Show(mail), _) => *mail,
        (_, Route::Case { id: of, page: CasePage::MailDraft(mail) }) if of == id => *mail,
        _ => return vec![],
    };
    let Some(written) = open.case(id).and_then(|case| write(case, mail, environment, language))
    else {
        open.tell(Problem::NotAllowedHere);
        return vec![];
    };
    open.notice.problem = None;
    let draft = |output, written| Effect::MailDraft(output, id.clone(), mail, Box::new(written));
    match intent {
        MailDraftIntent::Show(mail) => {
            open.go(Route::Case { id: id.clone(), page: CasePage::MailDraft(mail) });
            vec![]
        }
        MailDraftIntent::Open => vec![draft(Output::Show, written)],
        MailDraftIntent::Save => vec![draft(Output::Save, written)],
        MailDraftIntent::ShowPaper => vec![Effect::MailPaper(Output::Show, written.paper)],
        MailDraftIntent::SavePaper => vec![Effect::MailPaper(Output::Save, written.paper)],
    }
}
