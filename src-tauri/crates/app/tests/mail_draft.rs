//! The drafts of mails: what each person is told, and what nobody is told of the others.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod engine;

use app::effect::{Effect, Output};
use app::effect::{MailPaper, WrittenMail};
use app::intent::{CaseIntent, Intent, MailDraftIntent};
use app::{CasePage, Route};
use domain::Language::{Danish, English};
use domain::case::{Case, Event, Outcome};
use domain::draft::{AdministratorAnswers, Role};
use domain::mail_draft::{MailTo, Recipient};
use domain::problem::Problem;
use domain::{Environment, Language};
use engine::Engine;
use engine::drafts::{drafting, go, now, whole};

fn guided(role: Role) -> Case {
    let mut draft = whole(role);
    let second = AdministratorAnswers {
        name: "Amalie Rask Olesen".into(),
        email: "amalie@nordlystomrer.example".into(),
        ..draft.administrators[0].clone()
    };
    draft.administrators.push(second);
    go(&drafting(draft), Event::GuideBegun).0
}

fn concluded() -> Case {
    go(&guided(Role::Representative), outcome(Outcome::Concluded { on: now().today })).0
}

fn sent() -> Case {
    go(&guided(Role::Reporter), outcome(Outcome::SentToRepresentative { on: now().today })).0
}

fn outcome(outcome: Outcome) -> Event {
    Event::OutcomeStated(outcome)
}

fn to(to: Recipient, reminder: bool) -> MailTo {
    MailTo { to, reminder }
}

fn write(case: &Case, mail: MailTo, language: Language) -> Option<WrittenMail> {
    app::mail_draft::write(case, mail, case.environment, language)
}

/// The edition of the terms, as a mail names it.
fn edition(published: jiff::civil::Date) -> String {
    texts::Texts::new(Danish).day(published).replace('\u{a0}', " ")
}

fn all(case: &Case, language: Language) -> Vec<WrittenMail> {
    let people = case.connection().unwrap().administrators.len();
    let recipients = (0..people).map(Recipient::Administrator).chain([Recipient::Representative]);
    let mails = recipients.flat_map(|it| [to(it, false), to(it, true)]);
    mails.filter_map(|mail| write(case, mail, language)).collect()
}

#[test]
fn an_administrator_is_told_what_to_do_by_when_and_nothing_of_the_others() {
    let case = concluded();
    let people = case.connection().unwrap().administrators.clone();
    assert!(people.len() >= 2);
    for language in [Danish, English] {
        for (n, person) in people.iter().enumerate() {
            for reminder in [false, true] {
                let mail =
                    write(&case, to(Recipient::Administrator(n), reminder), language).unwrap();
                assert_eq!((&mail.to_name[..], &mail.to), (person.name.as_str(), &person.email));
                let until = if language == Danish { "23. januar 2027" } else { "23 January 2027" };
                assert!(mail.text.contains(until) && mail.subject.contains(until), "{}", mail.text);
                for other in people.iter().filter(|other| other.email != person.email) {
                    assert!(!mail.text.contains(other.name.as_str()), "{}", mail.text);
                    assert!(!mail.text.contains(other.email.as_str()), "{}", mail.text);
                }
                let MailPaper::SetUp(checklist) = mail.paper else { panic!("another paper") };
                assert_eq!(checklist.administrator, *person);
            }
        }
    }
}

#[test]
fn the_representative_is_told_what_a_reporter_has_sent() {
    let mail = write(&sent(), to(Recipient::Representative, true), Danish).unwrap();
    let connection = sent().connection().unwrap().clone();
    assert_eq!(mail.to, connection.representative.email);
    assert!(mail.subject.starts_with("PRØVE: Påmindelse: "), "{}", mail.subject);
    for told in connection.administrators.iter().map(|it| it.name.as_str()).chain([
        connection.reporter.as_ref().unwrap().name.as_str(),
        "24. november 2026",
        "prøvens side",
        "Før det er aftalen ikke indgået",
        &edition(connection.terms.published),
    ]) {
        assert!(mail.text.contains(told), "{told}: {}", mail.text);
    }
    let MailPaper::Approval(sheet) = mail.paper else { panic!("another paper") };
    assert_eq!(sheet.connection, connection);
    let official = "mitid-erhverv.dk/tilslutning";
    assert!(!mail.text.contains(official), "nobody is sent there from practice: {}", mail.text);
    let live = Case { environment: Environment::Live, ..sent() };
    let mail = write(&live, to(Recipient::Representative, false), Danish).unwrap();
    assert!(mail.text.contains(official), "{}", mail.text);
}

#[test]
fn practice_says_so_and_no_text_has_a_gap() {
    for case in [concluded(), sent()] {
        for language in [Danish, English] {
            for environment in [Environment::Practice, Environment::Live] {
                let case = Case { environment, ..case.clone() };
                let mails = all(&case, language);
                assert!(!mails.is_empty());
                for mail in mails {
                    let practice = environment == Environment::Practice;
                    assert_eq!(mail.subject.starts_with("PRØVE: "), practice, "{}", mail.subject);
                    assert_eq!(mail.text.starts_with("PRØVE."), practice, "{}", mail.text);
                    let whole = format!("{}{}", mail.subject, mail.text);
                    for gap in ["{", "draft-", "\u{a0}", "\u{2068}"] {
                        assert!(!whole.contains(gap), "{gap}: {whole}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_draft_is_shown_opened_and_saved_as_it_was_read() {
    let case = concluded();
    let id = case.id.clone();
    let mut engine = Engine::open([case.clone()]);
    let want = |engine: &mut Engine, intent| {
        engine.take();
        engine.intent(Intent::Case(id.clone(), CaseIntent::MailDraft(intent)));
        engine.take()
    };
    let mail = to(Recipient::Administrator(1), false);
    assert_eq!(want(&mut engine, MailDraftIntent::Open), [], "none is shown");
    want(&mut engine, MailDraftIntent::Show(mail));
    let page = Route::Case { id: id.clone(), page: CasePage::MailDraft(mail) };
    assert_eq!(engine.state().route, page);
    let written = Box::new(write(&case, mail, Danish).unwrap());
    for (intent, output) in
        [(MailDraftIntent::Open, Output::Show), (MailDraftIntent::Save, Output::Save)]
    {
        let effect = Effect::MailDraft(output, id.clone(), mail, written.clone());
        assert_eq!(want(&mut engine, intent), [effect]);
    }
    let none = to(Recipient::Representative, false);
    want(&mut engine, MailDraftIntent::Show(none));
    assert_eq!(engine.state().notice.problem, Some(Problem::NotAllowedHere));
}
