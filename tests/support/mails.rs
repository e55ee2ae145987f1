//! The page of a case on which an official mail is taken in.

use super::Tilslut;
use contract::official_mail::ShownMail;
use contract::{CaseIntent, Intent, MailIntent, Page, View};
use std::path::Path;

pub fn mail(tilslut: &Tilslut, case: &str, intent: MailIntent) -> View {
    let intent = CaseIntent::Mail { intent };
    tilslut.send(Intent::Case { case: case.to_owned(), intent })
}

/// Chooses a file, and waits for what is said of it.
pub fn choose(tilslut: &Tilslut, case: &str, file: &Path) -> View {
    tilslut.will_choose(file);
    mail(tilslut, case, MailIntent::Open);
    mail(tilslut, case, MailIntent::Choose);
    tilslut.wait("the file to be read", |view| {
        matches!(&view.page, Page::Mail { mail: Some(_), reading: false, .. })
            || view.problem.is_some()
    })
}

pub fn shown(view: &View) -> ShownMail {
    match &view.page {
        Page::Mail { mail: Some(mail), .. } => (**mail).clone(),
        page => panic!("no mail is looked at: {page:?}"),
    }
}
