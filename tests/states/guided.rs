//! Concluding on the official site: the companion screen by screen, the question how it went, and
//! what was stated of it. All of it in live, where no service was set up.

use super::draft::{documented_draft, impossible_draft, reporters};
use super::fixture::{
    CaseList, CasePage, CopiedValue, Fixture, FollowUp, GuidePage, QueryId, Recorded, Route,
    case_id, receipts_page,
};
use super::sample::{
    self, after, ago, approved, case, case_of, delivered, organisation, reporter_draft, taken,
    whole_draft,
};
use domain::agreement::AgreementEvent;
use domain::case::{Case, CaseId, DeliveryOutcome, Event, Outcome, Reason, ScreenId, Stage};
use domain::documents::{Attached, DocumentId, MediaType};
use domain::draft::Draft;
use domain::guided::{ValueKind, walk};
use domain::lookup::Lookup;
use domain::mail_draft::{MailTo, Recipient};
use domain::organisation::{Organisation, Origins, Source};
use domain::parts::Part;
use domain::problem::Problem;
use domain::rules::book;
use jiff::civil::{Date, date};

/// The organisation as the person typed it: live, with nothing set up.
fn by_hand(draft: Draft) -> Draft {
    let typed = Organisation {
        origins: Origins {
            name: Some(Source::Typed),
            form: Some(Source::Typed),
            ..Origins::default()
        },
        candidates: Vec::new(),
        signing_rule: None,
        ..draft.organisation().cloned().unwrap_or_else(organisation)
    };
    Draft { lookup: Lookup::Typed(Box::new(typed)), typed: sample::typed(), ..draft }
}

/// Begun two hours ago.
fn guided(draft: &Case) -> Case {
    after(draft, Event::GuideBegun, 120)
}

fn representative() -> Case {
    guided(&case(by_hand(whole_draft())))
}

fn reporter() -> Case {
    guided(&reporters(by_hand(reporter_draft())))
}

fn with_documents() -> Case {
    let passport = Attached {
        id: DocumentId("a".repeat(32)),
        kind: "identity".into(),
        name: "Mette Lindegaard Krogh, kørekort.pdf".into(),
        media: MediaType::Pdf,
        size: 240_000,
        sha256: [7; 32],
        at: ago(200),
        confirmed: Vec::new(),
    };
    let draft = Draft { documents: vec![passport], ..by_hand(whole_draft()) };
    guided(&case(draft))
}

/// On this screen, with those that come before it seen.
fn at_screen(case: &Case, id: &str) -> Case {
    let Stage::Guided(it) = &case.stage else { panic!("guided") };
    let documents = case.leads_past_documents(today());
    let number = book().guide.screen(id).expect("a screen").number;
    let before = walk(it.role, documents).filter(|screen| screen.number < number);
    let ids = before.map(|screen| screen.id.as_str()).chain([id]);
    ids.fold(case.clone(), |case, id| after(&case, Event::ScreenShown(ScreenId(id.into())), 30))
}

fn companion(case: Case) -> Fixture {
    Fixture::of(CasePage::Guide(GuidePage::default()), case).live()
}

fn on(case: &Case, screen: &str) -> Fixture {
    companion(at_screen(case, screen))
}

fn copied(of: Fixture, what: ValueKind, administrator: usize) -> Fixture {
    let until = Some(ago(0).checked_add(jiff::SignedDuration::from_secs(52)).expect("a moment"));
    let copied = CopiedValue { query: QueryId(1), case: case_id(), what, administrator, until };
    let page = CasePage::Guide(GuidePage { administrator });
    Fixture { copied: Some(copied), route: Route::Case { id: case_id(), page }, ..of }
}

fn reason(rule: Option<&str>, words: &str) -> Reason {
    Reason { rule: rule.map(str::to_owned), words: words.to_owned() }
}

fn concluded() -> Outcome {
    Outcome::Concluded { on: today() }
}

fn sent(on: Date) -> Outcome {
    Outcome::SentWithDocuments { on }
}

fn to_representative() -> Outcome {
    Outcome::SentToRepresentative { on: date(2026, 11, 19) }
}

fn stopped() -> Outcome {
    Outcome::Stopped {
        screen: Some(ScreenId("documents".into())),
        reason: reason(Some("representative-not-in-cvr"), ""),
    }
}

fn rejected() -> Outcome {
    Outcome::Rejected {
        on: today(),
        reason: reason(
            Some("representative-title-missing"),
            "Referatet viser ikke formandens titel.",
        ),
    }
}

fn today() -> Date {
    date(2026, 11, 24)
}

fn state(case: &Case, outcome: Outcome, minutes_ago: i64) -> Case {
    after(case, Event::OutcomeStated(outcome), minutes_ago)
}

fn stated(case: Case) -> Fixture {
    Fixture::of(CasePage::Stated, case).live()
}

/// With a record, and one before it, which says what is known or not any more.
fn recorded(case: Case, is_current: bool) -> Fixture {
    let record = Recorded { number: 12, made: ago(12), is_current, earlier: vec![9] };
    let records = [(case.id.clone(), record)].into();
    Fixture { records, ..stated(case) }
}

/// A record among receipts.
fn listed(case: Case) -> Fixture {
    let record = Recorded { number: 2, made: ago(12), is_current: true, earlier: vec![] };
    let records = [(case.id.clone(), record)].into();
    let mut approved = approved(&sample::case(whole_draft()));
    approved.id = CaseId("8".repeat(32));
    Fixture { records, cases: vec![approved, case], ..Fixture::at(receipts_page()) }
}

fn question(case: Case) -> Fixture {
    Fixture::of(CasePage::Outcome, case).live()
}

fn rejected_after_documents() -> Case {
    state(&state(&with_documents(), sent(date(2026, 11, 10)), 60), rejected(), 22)
}

/// These administrators have said that they are done.
fn ticked(case: &Case, administrators: &[usize], minutes_ago: i64) -> Case {
    administrators.iter().fold(case.clone(), |case, administrator| {
        let tick = Event::SetUpTicked { administrator: *administrator, done: true };
        after(&case, tick, minutes_ago)
    })
}

fn opened(case: &Case, to: Recipient, minutes_ago: i64) -> Case {
    after(case, Event::DraftOpened(MailTo { to, reminder: false }), minutes_ago)
}

fn used_again() -> (Case, Case) {
    let id = CaseId("9".repeat(32));
    let of = rejected_after_documents();
    let copy = Case::copy_of(&of, id.clone(), sample::at(ago(5))).expect("it is over");
    (after(&of, Event::Copied(id), 5), copy)
}

/// A copy of an association's case whose minutes were the reason.
fn with_minutes() -> Case {
    let attached = |n: u8, kind: &str, name: &str| Attached {
        id: DocumentId(format!("{n:032x}")),
        kind: kind.into(),
        name: name.into(),
        media: MediaType::Pdf,
        size: 180_000,
        sha256: [n; 32],
        at: ago(200),
        confirmed: Vec::new(),
    };
    let documents = vec![
        attached(1, "minutes", "Referat af generalforsamling.pdf"),
        attached(2, "board-overview", "Bestyrelsesoversigt.pdf"),
    ];
    let whole = guided(&case(Draft { documents, ..documented_draft() }));
    let of = state(&state(&whole, sent(date(2026, 11, 10)), 60), rejected(), 22);
    Case::copy_of(&of, CaseId("9".repeat(32)), sample::at(ago(5))).expect("it is over")
}

fn of_refused() -> Case {
    let refused = DeliveryOutcome::Refused("Forkert referat.".into());
    let of = delivered(&approved(&case(whole_draft())), refused);
    Case::copy_of(&of, CaseId("9".repeat(32)), sample::at(ago(5))).expect("it is over")
}

/// What happens to an agreement after it was concluded.
fn happens(case: &Case, event: AgreementEvent, minutes_ago: i64) -> Case {
    after(case, Event::AgreementStated(event), minutes_ago)
}

/// The first administrator of a concluded case stops.
fn leaves(on: Date) -> Case {
    let case = state(&representative(), concluded(), 18);
    let standing = case.standing().expect("it is concluded");
    let who = standing.administrators[0].0.clone();
    happens(&case, AgreementEvent::AdministratorLeaves { who, on }, 9)
}

fn terminated() -> AgreementEvent {
    AgreementEvent::Terminated { on: today() }
}

/// One agreement for each date that follows from what was stated of it.
fn agreements() -> Vec<Case> {
    let again = |n: u8, case: Case| Case { id: CaseId(format!("{n:032x}")), ..case };
    let settled = |case: Case, event| happens(&case, event, 5);
    let whole = || state(&representative(), concluded(), 18);
    vec![
        again(1, leaves(date(2026, 12, 8))),
        again(2, leaves(date(2026, 11, 20))),
        again(3, settled(whole(), terminated())),
        again(4, settled(whole(), AgreementEvent::TermsAnnounced { on: date(2026, 11, 20) })),
    ]
}

/// A case for every way in which a live one can stand.
fn every_outcome() -> Vec<Case> {
    let named = |n: u8, draft: Draft, name: &str, number: &str| {
        let organisation =
            Organisation { name: name.into(), cvr: sample::cvr(number), ..organisation() };
        let draft =
            Draft { cvr: number.into(), lookup: Lookup::Found(Box::new(organisation)), ..draft };
        case_of(&format!("{n:032x}"), draft, 300)
    };
    let whole = |n, name, number| guided(&named(n, whole_draft(), name, number));
    let prepared = |n, name, number| guided(&named(n, reporter_draft(), name, number));
    vec![
        state(&whole(1, "Hasselkær Idrætsforening", "90728148"), sent(date(2026, 11, 4)), 90),
        state(
            &state(
                &whole(2, "Kystvejens Vandværk A.m.b.a.", "98361278"),
                sent(date(2026, 11, 10)),
                80,
            ),
            rejected(),
            22,
        ),
        state(&prepared(3, "Havnegadens Bageri I/S", "95504183"), to_representative(), 60),
        state(&whole(4, "Skovly Friskole", "93681509"), sent(date(2026, 11, 17)), 50),
        ticked(
            &state(&whole(5, "Nordlys Tømrer & Snedker ApS", "13748136"), concluded(), 40),
            &[0],
            35,
        ),
        state(&whole(6, "Ejerforeningen Fjordbakken", "96273118"), stopped(), 35),
        whole(7, "Planteskolen Nordlys", "95018238"),
        state(
            &state(&whole(8, "Lyng Andersen Murerforretning", "94817021"), concluded(), 30),
            Outcome::Withdrawn,
            25,
        ),
        named(9, impossible_draft(), "Sandager Mølleservice ApS under konkurs", "97408262"),
        named(10, whole_draft(), "Bakkegårdens Maskinstation ApS", "99420863"),
    ]
}

/// The named states.
pub fn states() -> Vec<(&'static str, Fixture)> {
    let (of_copy, copy) = used_again();
    let noted = after(
        &at_screen(&representative(), "organisation"),
        Event::ScreenNoted {
            screen: ScreenId("organisation".into()),
            note: "Der står »Find din virksomhed«, og feltet hedder CVR eller navn.".into(),
        },
        2,
    );
    let taken_back = after(&state(&representative(), stopped(), 20), Event::TakenBack, 10);
    let corrected = state(&state(&representative(), sent(today()), 20), concluded(), 4);
    let waiting = state(&reporter(), to_representative(), 30);
    let at_work = state(&representative(), concluded(), 40);
    let (one, both) = (ticked(&at_work, &[0], 25), ticked(&at_work, &[0, 1], 25));
    let soon = state(&representative(), Outcome::Concluded { on: date(2026, 10, 8) }, 40);
    let mail = |case: &Case, to, reminder| {
        Fixture::of(CasePage::MailDraft(MailTo { to, reminder }), case.clone()).live()
    };
    let second = Recipient::Administrator(1);
    vec![
        ("guide", companion(representative())),
        ("guide-reporter", companion(reporter())),
        ("guide-organisation", on(&representative(), "organisation")),
        ("guide-copied", copied(on(&representative(), "organisation"), ValueKind::Cvr, 0)),
        ("guide-role", on(&representative(), "role")),
        ("guide-unknown", on(&reporter(), "representative")),
        ("guide-other-role", on(&representative(), "representative")),
        ("guide-perhaps", on(&representative(), "documents")),
        ("guide-documents", on(&with_documents(), "documents")),
        ("guide-terms", on(&representative(), "terms")),
        (
            "guide-administrators",
            copied(on(&representative(), "administrators"), ValueKind::AdministratorEmail, 1),
        ),
        ("guide-administrators-reporter", on(&reporter(), "administrators")),
        ("guide-approve", on(&representative(), "approve")),
        ("guide-receipt", on(&representative(), "receipt")),
        ("guide-noted", companion(noted)),
        (
            "guide-note-wrong",
            on(&representative(), "organisation").wrong_at(&[("note", Problem::CprTyped)]),
        ),
        ("guide-not-copied", on(&representative(), "organisation").wrong(Problem::NotCopied)),
        ("outcome", question(at_screen(&representative(), "documents"))),
        ("outcome-reporter", question(at_screen(&reporter(), "administrators"))),
        (
            "outcome-again",
            question(state(&at_screen(&representative(), "receipt"), sent(today()), 20)),
        ),
        (
            "outcome-wrong",
            question(representative()).wrong_at(&[("outcome", Problem::OutcomeMissing)]),
        ),
        ("stated-concluded", stated(state(&representative(), concluded(), 18))),
        ("stated-concluded-recorded", recorded(state(&representative(), concluded(), 18), true)),
        ("receipts-records", listed(state(&representative(), concluded(), 18))),
        ("stated-corrected", stated(corrected.clone())),
        ("stated-corrected-recorded", recorded(corrected, false)),
        ("stated-set-up-some", stated(opened(&one, Recipient::Administrator(0), 20))),
        ("stated-set-up-all", stated(both)),
        ("stated-set-up-soon", stated(ticked(&soon, &[1], 20))),
        ("mail-draft-administrator", mail(&one, second, false)),
        ("mail-draft-administrator-opened", mail(&opened(&one, second, 5), second, false)),
        ("mail-draft-administrator-reminder", mail(&one, second, true)),
        (
            "mail-draft-administrator-practice",
            Fixture::of(CasePage::MailDraft(MailTo { to: second, reminder: false }), one.clone()),
        ),
        ("mail-draft-not-opened", mail(&one, second, false).wrong(Problem::FileNotOpened)),
        ("mail-draft-representative", mail(&waiting, Recipient::Representative, false)),
        ("mail-draft-representative-reminder", mail(&waiting, Recipient::Representative, true)),
        ("stated-waiting-opened", stated(opened(&waiting, Recipient::Representative, 5))),
        ("stated-sent", stated(state(&with_documents(), sent(date(2026, 11, 17)), 30))),
        ("stated-sent-overdue", stated(state(&with_documents(), sent(date(2026, 11, 4)), 30))),
        ("stated-waiting", stated(waiting)),
        ("stated-rejected", stated(rejected_after_documents())),
        ("stated-rejected-copied", stated(of_copy)),
        ("stated-stopped", stated(state(&at_screen(&representative(), "documents"), stopped(), 9))),
        (
            "stated-withdrawn",
            stated(state(&state(&representative(), sent(today()), 20), Outcome::Withdrawn, 9)),
        ),
        ("stated-leaves", stated(leaves(date(2026, 12, 8)))),
        (
            "stated-event-wrong",
            stated(leaves(date(2026, 12, 8))).wrong_at(&[("event", Problem::EventMissing)]),
        ),
        ("stated-terminated", stated(happens(&leaves(date(2026, 12, 8)), terminated(), 5))),
        (
            "stated-announced",
            stated(happens(
                &state(&representative(), concluded(), 18),
                AgreementEvent::TermsAnnounced { on: date(2026, 11, 20) },
                5,
            )),
        ),
        (
            "follow-up-agreements",
            Fixture { cases: agreements(), ..Fixture::at(Route::FollowUp(FollowUp::default())) }
                .live(),
        ),
        ("need-used-again", Fixture::part(copy.clone(), Part::Need).live()),
        ("documents-used-again", Fixture::part(with_minutes(), Part::Documents).live()),
        ("terms-used-again", Fixture::part(copy.clone(), Part::Terms).live()),
        (
            "tasks-live-reporter",
            Fixture::of(CasePage::Tasks, case(by_hand(reporter_draft()))).live(),
        ),
        ("tasks-used-again", Fixture::of(CasePage::Tasks, copy.clone()).live()),
        ("tasks-used-again-refused", Fixture::of(CasePage::Tasks, of_refused())),
        ("tasks-stopped", Fixture::of(CasePage::Tasks, taken_back.clone()).live()),
        ("check-stopped", Fixture::of(CasePage::Check, taken_back).live()),
        (
            "cases-outcomes",
            Fixture { cases: every_outcome(), ..Fixture::at(Route::Cases(CaseList::default())) }
                .live(),
        ),
        (
            "follow-up-set-up",
            Fixture { cases: every_outcome(), ..Fixture::at(Route::FollowUp(FollowUp::default())) }
                .live(),
        ),
        (
            "done-used-again",
            Fixture::of(
                CasePage::Done,
                after(
                    &delivered(&approved(&case(whole_draft())), taken()),
                    Event::Copied(CaseId("9".repeat(32))),
                    1,
                ),
            ),
        ),
    ]
}
