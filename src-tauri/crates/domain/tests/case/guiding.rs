//! Being guided through the official site, screen by screen. What is stated of it is in
//! `stated.rs`.

use super::*;
use domain::case::Reason;
use domain::guided::{self, ValueKind, walk};
use domain::parts::Part;
use domain::preflight::parts;
use domain::rules::{GuideField, Known, book};
use jiff::civil::Date;

/// `domain.md` §1.3: which screens come, in their order, for each role, with and without documents.
#[test]
fn each_role_meets_its_screens_in_their_order() {
    for (role, documents, expected) in [
        (
            Role::Representative,
            false,
            &[
                "start",
                "login",
                "organisation",
                "role",
                "terms",
                "administrators",
                "approve",
                "receipt",
            ][..],
        ),
        (
            Role::Representative,
            true,
            &[
                "start",
                "login",
                "organisation",
                "role",
                "documents",
                "terms",
                "administrators",
                "approve",
                "receipt",
            ],
        ),
        (
            Role::Reporter,
            false,
            &["start", "login", "organisation", "role", "representative", "administrators"],
        ),
        (
            Role::Reporter,
            true,
            &[
                "start",
                "login",
                "organisation",
                "role",
                "representative",
                "documents",
                "administrators",
            ],
        ),
    ] {
        let met: Vec<&str> = walk(role, documents).map(|screen| screen.id.as_str()).collect();
        assert_eq!(met, expected, "{role:?}, documents: {documents}");
    }
    assert_eq!(book().guide.screens.len(), 10);
}

#[test]
fn what_is_not_known_of_a_screen_is_not_made_up() {
    for screen in &book().guide.screens {
        let unknown = screen.known == Known::Nothing;
        assert_eq!(unknown, screen.id == "representative", "{}", screen.id);
        assert_eq!(screen.title.is_none() && screen.steps.is_empty(), unknown, "{}", screen.id);
        let worded = screen.known == Known::Screen;
        assert_eq!(worded, screen.number <= 4, "only the first four were read: {}", screen.id);
    }
    let rules: Vec<&str> = book().guide.reasons.iter().map(|it| it.id.as_str()).collect();
    assert!(rules.iter().all(|rule| book().finding(rule).is_some()), "{rules:?}");
}

#[test]
fn a_mistake_in_the_guide_is_named_with_its_screen() {
    use domain::rules::{Book, Files};
    let ours = Files::OURS;
    for (old, new, entry, why) in [
        ("number = 5", "number = 6", "representative", "the screens are numbered in their order"),
        (
            "known = \"nothing\"",
            "known = \"screen\"",
            "representative",
            "a title, and something known of it",
        ),
        ("source = [\"KAPS\"]", "source = [\"KAP\"]", "organisation", "no source KAP"),
        (
            "rule = \"document-missing\"",
            "rule = \"document-mising\"",
            "document-mising",
            "no rule has this id",
        ),
        (
            "rule = \"document-missing\"",
            "rule = \"already-connected\"",
            "already-connected",
            "twice",
        ),
    ] {
        let broken = ours.guide.replacen(old, new, 1);
        assert_ne!(broken, ours.guide, "{old}");
        let wrong = Book::parse(Files { guide: &broken, ..ours }).unwrap_err();
        assert_eq!((wrong.entry.as_str(), wrong.why.as_str()), (entry, why), "{new}");
    }
}

#[test]
fn it_begins_with_a_whole_case_and_asks_for_what_is_missing() {
    for role in [Role::Representative, Role::Reporter] {
        let case = guided(role);
        let Stage::Guided(it) = &case.stage else { panic!("guided") };
        assert_eq!((it.role, it.visit.screen.clone(), it.earlier), (role, screen("start"), 0));
        assert!(case.outcome().is_none() && case.can_go_back());
        assert!(step(&case, Event::Restored, now()).is_err(), "there is nothing to take up again");
    }
    let mut draft = whole(Role::Representative);
    draft.representative.title.clear();
    let refused = step(&drafting(draft), Event::GuideBegun, now());
    assert!(
        matches!(refused, Err(Refusal::Incomplete(wrong)) if wrong[0].problem == Problem::TitleMissing)
    );
}

#[test]
fn a_representative_who_got_a_file_is_guided_with_what_came_in_it() {
    let connection = *prepared();
    let received = Received::new(connection.clone(), now().at, None);
    let case = drafts::case(Stage::Reviewing(Box::new(received)));
    let refused = step(&case, Event::GuideBegun, now());
    assert!(
        matches!(refused, Err(Refusal::Incomplete(wrong)) if wrong[0].problem == Problem::TermsNotOpened)
    );
    let opened = go(&go(&case, opening()).0, Event::TermsAccepted(true)).0;
    let case = go(&opened, Event::GuideBegun).0;
    let Stage::Guided(it) = &case.stage else { panic!("guided") };
    assert_eq!(
        (it.role, &it.connection.organisation),
        (Role::Representative, &connection.organisation)
    );
    assert_eq!(go(&case, Event::TakenBack).0.stage, opened.stage, "as it came");
}

#[test]
fn every_screen_can_be_looked_at_in_any_order_and_no_other() {
    let case = guided(Role::Representative);
    let case = go(&case, Event::ScreenShown(screen("receipt"))).0;
    let case = go(&case, Event::ScreenShown(screen("login"))).0;
    let Stage::Guided(it) = &case.stage else { panic!("guided") };
    assert_eq!(it.visit.screen, screen("login"));
    assert_eq!(it.visit.seen, ["start", "receipt", "login"].map(screen).into());
    let unknown = Event::ScreenShown(screen("eleven"));
    assert_eq!(step(&case, unknown, now()), Err(Refusal::NotAllowedHere));
}

#[test]
fn a_note_stays_and_holds_no_personal_number() {
    let note = |note: &str| Event::ScreenNoted { screen: screen("login"), note: note.into() };
    let case = go(&guided(Role::Reporter), note("  Der står  »Log på«\u{202e} ")).0;
    assert_eq!(case.note(&screen("login")), "Der står »Log på«");
    let kept = &case.history.notes[0];
    assert_eq!((kept.at, kept.guide), (Some(later().at), Some(book().guide.as_of)));
    let refused = step(&case, note("010190-1234"), now());
    assert!(
        matches!(refused, Err(Refusal::Incomplete(wrong)) if wrong[0].problem == Problem::CprTyped)
    );
    assert_eq!(go(&case, note(" ")).0.history.notes, []);
    let back = go(&case, Event::TakenBack).0;
    assert_eq!(back.history.notes, case.history.notes, "a draft again, and the note is kept");
}

#[test]
fn each_value_is_copied_as_the_page_takes_it() {
    let connection = *prepared();
    let shown = |field, n| -> Vec<(ValueKind, String, Option<String>)> {
        let values = guided::values(field, &connection, n);
        values.into_iter().map(|it| (it.what, it.shown, it.copied)).collect()
    };
    let cvr = (ValueKind::Cvr, "13 74 81 36".into(), Some("13748136".into()));
    assert_eq!(shown(GuideField::Cvr, 0), [cvr]);
    let text = |what, text: &str| (what, text.to_owned(), Some(text.to_owned()));
    assert_eq!(
        shown(GuideField::Administrators, 0),
        [
            text(ValueKind::AdministratorName, "Søren Thorup Winther"),
            text(ValueKind::AdministratorEmail, "soren@nordlystomrer.example"),
            text(ValueKind::AdministratorBorn, "30.11.1987"),
        ]
    );
    assert!(shown(GuideField::Administrators, 9).is_empty());
}

#[test]
fn the_way_leads_past_the_documents_where_they_are_needed_or_were_the_last_time() {
    let case = guided(Role::Representative);
    assert!(!case.leads_past_documents(today()));
    let reason = |rule: &str| Reason { rule: Some(rule.to_owned()), words: String::new() };
    let rejected = |rule| Outcome::Rejected { on: today(), reason: reason(rule) };
    for (rule, documents) in [
        ("representative-not-in-cvr", true),
        ("document-missing", true),
        ("identity-not-confirmed", true),
        ("administrator-without-mitid", false),
        ("bankruptcy-blocked", false),
    ] {
        let stated = go(&case, Event::OutcomeStated(rejected(rule))).0;
        assert!(!stated.leads_past_documents(today()), "{rule}: this attempt is over");
        let again = Case::copy_of(&stated, CaseId("b".repeat(32)), now()).expect("it is over");
        let draft = draft_of(&again).clone();
        let asked =
            parts(&draft, &again.facts(&draft, today()), today()).contains(&Part::Documents);
        assert_eq!(asked, documents, "{rule}");
        let answered = Stage::Drafting(Box::new(whole(Role::Representative)));
        let guided = go(&Case { stage: answered, ..again }, Event::GuideBegun);
        assert_eq!(guided.0.leads_past_documents(today()), documents, "{rule}");
    }
}

#[test]
fn only_what_the_open_screen_asks_for_is_copied() {
    let case = go(&guided(Role::Representative), Event::ScreenShown(screen("organisation"))).0;
    let it = case.visitor().expect("guided");
    assert_eq!(guided::copied(&it, ValueKind::Cvr, 0).as_deref(), Some("13748136"));
    assert_eq!(guided::copied(&it, ValueKind::AdministratorEmail, 0), None);
}

pub(super) fn guided(role: Role) -> Case {
    go(&drafting(whole(role)), Event::GuideBegun).0
}

pub(super) fn screen(id: &str) -> ScreenId {
    ScreenId(id.into())
}

pub(super) fn today() -> Date {
    now().today
}
