//! From the hand-over to the receipt: review, login, another name, and what became of the delivery.

use super::draft::{documented_draft, login, reporters};
use super::fixture::{
    CasePage, Copied, Fixture, GuidePage, Login, OpenHandOver, QueryId, Route, case_id,
};
use super::sample::{
    self, CASE, STRANGER, ago, approved, approving, case, delivered, evidence, logged_in,
    reporter_draft, taken, whole_draft,
};
use super::start::handed_over;
use domain::approver::{Authority, Explanation, LoginName};
use domain::case::{
    Case, CaseId, DeliveryOutcome, Event, Evidence, Level, Now, Outcome, Reason, Received,
    ReporterLogin, ScreenId,
};
use domain::connection::Connection;
use domain::documents::Enclosed;
use domain::draft::{Draft, HandOverLogin, TermsAnswers};
use domain::problem::Problem;
use domain::{Environment, day_in_denmark};
use std::collections::BTreeMap;

fn connection(draft: &Draft) -> Connection {
    Connection::parse(draft, day_in_denmark(sample::now())).expect("a whole draft")
}

pub(super) fn enclosed() -> Vec<Enclosed> {
    ["affiliation", "board-overview"]
        .map(|kind| Enclosed {
            kind: kind.into(),
            name: "Referat af generalforsamling 2026.pdf".into(),
            sha256: [7; 32],
        })
        .to_vec()
}

fn received(connection: Connection, read: bool, login: Option<ReporterLogin>) -> Case {
    let terms = if read { reporter_draft().terms } else { TermsAnswers::default() };
    let received = Received { connection, handed_over: ago(60 * 80), terms, login };
    let now = Now { at: ago(3), today: day_in_denmark(ago(3)) };
    Case::received(CaseId(CASE.to_owned()), Environment::Practice, received, now)
}

fn review(case: Case) -> Fixture {
    Fixture::of(CasePage::Review, case)
}

fn approve(login: Option<Login>) -> Fixture {
    Fixture { login, ..Fixture::of(CasePage::Approve, approving(&case(whole_draft()))) }
}

fn confirm(evidence: Evidence) -> Fixture {
    Fixture::of(CasePage::Approve, logged_in(&case(whole_draft()), evidence))
}

fn done(case: Case) -> Fixture {
    Fixture::of(CasePage::Done, case)
}

fn sent(outcome: DeliveryOutcome) -> Fixture {
    done(delivered(&approved(&case(whole_draft())), outcome))
}

/// Approved where there is no receiver, and then perhaps stated how it went on the official site.
fn concluded_elsewhere(outcome: Option<Outcome>) -> Case {
    let case = delivered(&approved(&case(whole_draft())), DeliveryOutcome::NoReceiver);
    outcome.map_or(case.clone(), |it| sample::after(&case, Event::OutcomeStated(it), 2))
}

/// Approved where there is no receiver, and begun on the official site as far as this screen.
fn begun_elsewhere(screen: &str) -> Case {
    let begun = sample::after(&concluded_elsewhere(None), Event::GuideBegun, 3);
    sample::after(&begun, Event::ScreenShown(ScreenId(screen.into())), 2)
}

fn beside(screen: &str) -> Fixture {
    Fixture::of(CasePage::Guide(GuidePage::default()), begun_elsewhere(screen)).live()
}

fn copied(what: Result<Copied, Problem>) -> Fixture {
    let folder = Some("/home/mette/Dokumenter/Bogføring/Kvitteringer".to_owned());
    Fixture { copies: BTreeMap::from([(case_id(), what)]), copy_folder: folder, ..sent(taken()) }
}

fn chosen(query: Option<QueryId>) -> Fixture {
    chosen_about(query, None)
}

fn chosen_about(query: Option<QueryId>, administrator: Option<u32>) -> Fixture {
    let file = Some(sample::file().path.into());
    Fixture::at(Route::OpenHandOver(OpenHandOver { file, query, administrator }))
}

/// The reporter has logged in, and the file could not be written.
fn login_kept() -> Fixture {
    let (draft, connection) = (reporter_draft(), connection(&reporter_draft()));
    let login = HandOverLogin { connection, evidence: evidence("Jens Aagaard Holm", Level::B, 4) };
    let draft = Draft { login: Some(Box::new(login)), ..draft };
    Fixture::of(CasePage::HandOver, reporters(draft)).wrong(Problem::FileNotWritten)
}

/// A login that waits because the computer's clock is wrong: nothing is opened yet.
fn clock_off(behind: i64) -> Login {
    Login { link: None, clock_behind: Some(behind), ..login(0, 0) }
}

/// Approved by somebody of whom no name is told, and explained.
fn nameless(approver: LoginName) -> Case {
    let confirming = logged_in(&case(whole_draft()), evidence(approver, Level::B, 4));
    sample::after(&confirming, Event::ApproverExplained(Some(Explanation::SamePerson)), 4)
}

/// The states of these pages.
pub fn states() -> Vec<(&'static str, Fixture)> {
    let by_a_wrong_clock =
        Evidence { clock_offset: Some(9_640), ..evidence("Mette Lindegaard Krogh", Level::B, 4) };
    let handed = handed_over(&reporters(reporter_draft()));
    let reporters_connection = connection(&reporter_draft());
    let with_documents = Connection { enclosed: enclosed(), ..reporters_connection.clone() };
    let proven =
        |name: &str, level| Some(ReporterLogin::Proven(Box::new(evidence(name, level, 60 * 80))));
    let other = |found: &str| evidence(found, Level::C, 4);
    let unexplained = [("approver.explanation", Problem::ApproverUnexplained)];
    let explained = sample::after(
        &logged_in(&case(whole_draft()), other(STRANGER)),
        Event::ApproverExplained(Some(Explanation::MayRepresent)),
        4,
    );
    let spelled = logged_in(&case(whole_draft()), evidence("Mette Krogh", Level::B, 4));
    let set_aside = sample::after(
        &logged_in(&case(whole_draft()), other(STRANGER)),
        Event::ApprovalDiscarded,
        3,
    );
    let receipt = "/home/mette/Dokumenter/PRØVE 2026-11-24 Nordlys Tømrer & Snedker ApS CVR 13748136 kvittering.pdf";
    let unsaved = Some((case_id(), Problem::DiskFull));
    let with_files = sample::after(
        &approving(&case(Draft { documents: documents(), ..documented_draft() })),
        Event::LoginEnded {
            attempt: sample::attempt(),
            outcome: Ok(Box::new(evidence("Mette Lindegaard Krogh", Level::B, 4))),
            delivery: domain::case::Token("delivery".into()),
        },
        4,
    );
    let on = day_in_denmark(sample::now());
    let concluded = Outcome::Concluded { on };
    let words = "Referatet viser ikke formandens titel.".to_owned();
    let rejected = Outcome::Rejected { on, reason: Reason { rule: None, words } };
    vec![
        ("hand-over-login-kept", login_kept()),
        ("hand-over-written", Fixture::of(CasePage::HandOver, handed)),
        ("open-hand-over", Fixture::at(Route::OpenHandOver(OpenHandOver::default()))),
        ("open-hand-over-chosen", chosen(None)),
        ("open-hand-over-opening", chosen(Some(QueryId(1)))),
        ("open-hand-over-wrong-words", chosen(None).wrong(Problem::HandoverWrongWords)),
        (
            "open-hand-over-administrator",
            chosen_about(None, Some(2)).wrong(Problem::HandoverAdministratorEmail),
        ),
        (
            "review",
            review(received(
                reporters_connection.clone(),
                false,
                proven("Jens Aagaard Holm", Level::B),
            )),
        ),
        ("review-live", review(received(reporters_connection.clone(), true, None)).live()),
        (
            "review-unproven",
            review(received(reporters_connection, true, Some(ReporterLogin::Unproven))),
        ),
        (
            "review-documents",
            review(received(with_documents, true, proven("Karl Ravn Thestrup", Level::C))),
        ),
        ("approve", approve(Some(login(1, 9)))),
        ("approve-preparing", approve(None)),
        ("approve-late", approve(Some(login(12, -2)))),
        ("approve-other-answer", approve(Some(Login { other_answer: true, ..login(1, 9) }))),
        ("approve-no-browser", approve(Some(Login { browser_failed: true, ..login(1, 9) }))),
        ("approve-https", approve(Some(Login { https: true, ..login(1, 9) }))),
        ("approve-clock-behind", approve(Some(clock_off(2 * 60 * 60 + 40)))),
        ("approve-clock-ahead", approve(Some(clock_off(-10 * 60)))),
        ("confirm", confirm(other(STRANGER))),
        (
            "confirm-candidate",
            confirm(Evidence { authority: Authority::Confirmed, ..other("Palle Krogh") }),
        ),
        ("confirm-authority", confirm(Evidence { authority: Authority::Other, ..other(STRANGER) })),
        ("confirm-no-name", confirm(evidence(LoginName::NotGiven, Level::B, 4))),
        ("confirm-protected", confirm(evidence(LoginName::Protected, Level::B, 4))),
        ("confirm-unexplained", confirm(other(STRANGER)).wrong_at(&unexplained)),
        ("check-approval-set-aside", Fixture::of(CasePage::Check, set_aside)),
        ("done-sending", done(approved(&case(whole_draft())))),
        ("done", sent(taken()).wrote(receipt)),
        ("done-other-name", done(delivered(&explained, taken()))),
        ("done-no-name", done(delivered(&nameless(LoginName::NotGiven), taken()))),
        ("done-protected", done(delivered(&nameless(LoginName::Protected), taken()))),
        (
            "done-clock",
            done(delivered(&logged_in(&case(whole_draft()), by_a_wrong_clock), taken())),
        ),
        ("done-spelled", done(delivered(&spelled, taken()))),
        ("done-documents", done(delivered(&with_files, taken()))),
        ("done-not-sent", sent(DeliveryOutcome::NotSent)),
        ("done-no-receiver", done(concluded_elsewhere(None)).live()),
        ("done-begun", done(begun_elsewhere("terms")).live()),
        ("guide-approved", beside("start")),
        ("guide-approved-representative", beside("representative")),
        (
            "stated-approved",
            Fixture::of(CasePage::Stated, concluded_elsewhere(Some(concluded.clone()))).live(),
        ),
        (
            "stated-approved-rejected",
            Fixture::of(CasePage::Stated, concluded_elsewhere(Some(rejected))).live(),
        ),
        ("done-stated", done(concluded_elsewhere(Some(concluded))).live()),
        ("outcome-approved", Fixture::of(CasePage::Outcome, concluded_elsewhere(None)).live()),
        ("done-unknown", sent(DeliveryOutcome::Unknown)),
        (
            "done-refused",
            sent(DeliveryOutcome::Refused("Referatet viser ikke formandens titel.".into())),
        ),
        (
            "done-unsaved",
            Fixture { unsaved, ..sent(DeliveryOutcome::NotSent) }.wrong(Problem::DiskFull),
        ),
        ("done-copied", copied(Ok(Copied { path: receipt.into(), accepted: true }))),
        ("done-not-copied", copied(Err(Problem::CopyNotMade))),
    ]
}

fn documents() -> Vec<domain::documents::Attached> {
    enclosed()
        .into_iter()
        .map(|it| domain::documents::Attached {
            id: it.id(),
            kind: it.kind,
            name: it.name,
            media: domain::documents::MediaType::Pdf,
            size: 431_220,
            sha256: it.sha256,
            at: ago(60),
            confirmed: Vec::new(),
        })
        .collect()
}
