//! Whatever a person wants and whatever comes of it, in any order and with any word to the database
//! refused: nothing panics, nothing acts before it was saved (the engine of these tests watches
//! that), what was said to be saved is stored, and a genuine approval is never lost but by the
//! person's own word.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod engine;

use app::effect::Effect;
use app::input::{
    CaseInput, HandOverInput, Input, LoginInput, ReceiptsInput, SalvageInput, VaultInput,
    VerificationInput,
};
use app::intent::{
    BinIntent, CaseIntent, CasesIntent, GuideIntent, HandOverIntent, Intent, LoginIntent,
    Navigation, ReceiptsIntent, SettingsIntent, VaultIntent, VerificationIntent,
};
use app::model::{Restores, Saved, Theme};
use domain::approver::Explanation;
use domain::case::{
    Accepted, Case, CaseId, DeliveryOutcome, Event, HandOverFile, OutcomeKind, Stage, TypedOutcome,
};
use domain::draft::Role;
use domain::organisation::{Represented, Status};
use domain::parts::Part;
use domain::problem::Problem;
use domain::{Language, Secret};
use engine::drafts::{CVR, drafting, organisation, whole};
use engine::{Engine, evidence};
use proptest::prelude::*;
use std::path::PathBuf;

/// One thing that happens.
#[derive(Debug, Clone)]
enum Step {
    Intent(Intent),
    /// The effect at this place, counted round, is answered: well or badly.
    Answer(usize, bool),
    /// From now on the words to the database fail with this, or do not fail.
    Store(Option<Problem>),
    /// Nobody was at the window for as long as was set.
    LockDue,
    /// The program is killed and started again.
    Restart,
}

fn ids() -> [CaseId; 2] {
    ["a", "b"].map(|letter| CaseId(letter.repeat(32)))
}

fn cases() -> [Case; 2] {
    let [first, second] = ids();
    let case = |id, role| Case { id, ..drafting(whole(role)) };
    [case(first, Role::Representative), case(second, Role::Reporter)]
}

fn case_intent() -> impl Strategy<Value = CaseIntent> {
    prop_oneof![
        4 => Just(CaseIntent::Approve),
        2 => Just(CaseIntent::BeginLoginAnew),
        2 => any::<bool>().prop_map(|logged_in| CaseIntent::HandOver { logged_in }),
        1 => Just(CaseIntent::TakeBack),
        2 => Just(CaseIntent::Deliver),
        1 => Just(CaseIntent::LookUp),
        1 => Just(CaseIntent::Search("nordlys".into())),
        1 => Just(CaseIntent::SearchMore),
        1 => Just(CaseIntent::ChooseOrganisation(CVR.into())),
        1 => Just(CaseIntent::ListOrganisations),
        1 => any::<bool>().prop_map(CaseIntent::AcceptTerms),
        1 => Just(CaseIntent::OpenTerms),
        1 => Just(CaseIntent::ExplainApprover(Some(Explanation::SamePerson))),
        1 => Just(CaseIntent::Continue(Part::Organisation)),
        1 => Just(CaseIntent::AttachDocument("identity".into())),
        1 => Just(CaseIntent::Guide(GuideIntent::Begin)),
        1 => Just(CaseIntent::Guide(GuideIntent::Ask)),
        1 => Just(CaseIntent::Guide(GuideIntent::UseAgain)),
        1 => Just(CaseIntent::Guide(GuideIntent::State(TypedOutcome {
            kind: Some(OutcomeKind::Withdrawn),
            ..TypedOutcome::default()
        }))),
        2 => any::<bool>().prop_map(|despite_keeping| CaseIntent::Delete { despite_keeping }),
    ]
}

fn intent() -> impl Strategy<Value = Intent> {
    let case = prop::sample::select(ids().to_vec());
    let navigation = case.clone().prop_flat_map(|id| {
        prop_oneof![
            Just(Navigation::Cases),
            Just(Navigation::Case(id.clone())),
            Just(Navigation::Part(id.clone(), Part::Organisation)),
            Just(Navigation::Check(id.clone())),
            Just(Navigation::Timeline(id.clone())),
            Just(Navigation::ReadProblem(Some(id))),
            Just(Navigation::Receipts),
            Just(Navigation::Verify),
            Just(Navigation::OpenHandOver),
            Just(Navigation::Settings),
            Just(Navigation::Bin),
        ]
    });
    prop_oneof![
        6 => (case.clone(), case_intent()).prop_map(|(id, intent)| Intent::Case(id, intent)),
        2 => case.clone().prop_map(|id| Intent::Bin(BinIntent::PutBack(id))),
        1 => (case.clone(), any::<bool>()).prop_map(|(case, despite_keeping)| {
            Intent::Bin(BinIntent::Empty { case, despite_keeping })
        }),
        4 => navigation.prop_map(Intent::Navigation),
        1 => Just(Intent::Cases(CasesIntent::Begin)),
        1 => prop_oneof![Just(LoginIntent::Cancel), Just(LoginIntent::OpenBrowser)].prop_map(Intent::Login),
        1 => Just(Intent::HandOver(HandOverIntent::Choose)),
        1 => Just(Intent::HandOver(HandOverIntent::Open(Secret::new("ord".into())))),
        1 => Just(Intent::Receipts(ReceiptsIntent::Export { from: "2026-01-01".into(), to: "2026-12-31".into() })),
        1 => Just(Intent::Receipts(ReceiptsIntent::ChooseFolder)),
        1 => Just(Intent::Verification(VerificationIntent::Choose)),
        1 => Just(Intent::Vault(VaultIntent::Lock)),
        1 => Just(Intent::Vault(VaultIntent::Stay)),
        1 => Just(Intent::Vault(VaultIntent::Salvage)),
        1 => Just(Intent::Vault(VaultIntent::GoOn(Restores::Yes))),
        1 => Just(Intent::Vault(VaultIntent::SetPassphrase { current: None, new: Secret::new("ord".into()) })),
        1 => Just(Intent::Settings(SettingsIntent::SetTheme(Theme::Dark))),
        1 => Just(Intent::Settings(SettingsIntent::SetLanguage(Language::English))),
    ]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        8 => intent().prop_map(Step::Intent),
        6 => (any::<usize>(), prop::bool::weighted(0.7)).prop_map(|(at, well)| Step::Answer(at, well)),
        1 => prop_oneof![Just(Some(Problem::DiskFull)), Just(Some(Problem::NotSaved)), Just(None), Just(None)]
            .prop_map(Step::Store),
        1 => Just(Step::LockDue),
        1 => Just(Step::Restart),
    ];
    prop::collection::vec(step, 1..60)
}

/// What comes of an effect. True when the person's approval is in it.
fn answer(engine: &mut Engine, effect: Effect, well: bool) -> bool {
    let event = |engine: &mut Engine, case: CaseId, event: Event| engine.event(&case, event);
    let or = |problem: Problem| if well { Ok(()) } else { Err(problem) };
    match effect {
        Effect::LogIn { case, attempt, .. } => {
            let delivery = engine.fresh();
            let outcome = if well { Ok(evidence()) } else { Err(Problem::LoginCancelled) };
            let counts = well
                && matches!(engine.stored.get(&case).map(|case| &case.stage),
                    Some(Stage::Approving(approving)) if approving.attempt == attempt && approving.hand_over.is_none());
            event(engine, case, Event::LoginEnded { attempt, outcome, delivery });
            return counts;
        }
        Effect::ListOrganisations(case, attempt, _) => {
            let cvr = domain::cvr::CvrNumber::parse(CVR).unwrap();
            let listed = or(Problem::LoginRefused).map(|()| vec![Represented { cvr, name: None }]);
            engine.input(Input::Login(attempt.clone(), LoginInput::OtherAnswer));
            engine.input(Input::Case(case, CaseInput::Listed(attempt, listed)));
        }
        Effect::LookUp(case, query, _) => {
            let outcome =
                or(Problem::RegisterDown).map(|()| Box::new(organisation(Status::Active)));
            event(engine, case, Event::LookedUp { ask: query.0, outcome });
        }
        Effect::Search { case, query, .. } => {
            let found = or(Problem::RegisterDown).map(|()| (vec![], true));
            engine.input(Input::Case(case, CaseInput::Found(query, found)));
        }
        Effect::Deliver(case, id, ..) => {
            let accepted = Accepted {
                id: id.clone(),
                case_number: "PRØVE-1".into(),
                at: engine.now().at,
                mails: vec![],
            };
            let outcome =
                if well { DeliveryOutcome::Accepted(accepted) } else { DeliveryOutcome::Unknown };
            event(engine, case, Event::DeliveryEnded { id, outcome });
        }
        Effect::PlaceHandOver { case, logged_in, .. } => {
            let attempt = logged_in.then(|| engine.fresh());
            let file =
                HandOverFile { path: "x.tilslut".into(), words: vec![Secret::new("ord".into())] };
            let placed =
                CaseInput::HandOverPlaced(or(Problem::FileNotWritten).map(|()| file), attempt);
            engine.input(Input::Case(case, placed));
        }
        Effect::WriteHandOver { case, file, connection, login } => {
            let outcome = or(Problem::DiskFull).map(|()| connection);
            event(engine, case, Event::HandOverEnded { file, login, outcome });
        }
        Effect::ChooseHandOver => {
            engine.input(Input::HandOver(HandOverInput::Chosen(PathBuf::from("x"))))
        }
        Effect::OpenHandOver(query, ..) => {
            engine.input(Input::HandOver(HandOverInput::Opened(
                query,
                Err(Problem::HandoverWrongWords.into()),
            )));
        }
        Effect::ChooseDocument(case, _) => {
            let read = or(Problem::DocumentUnreadable)
                .map(|()| Box::new((engine::drafts::attached(), vec![7; 7])));
            engine.input(Input::Case(case, CaseInput::DocumentRead(read)));
        }
        Effect::KeepDocument(case, attached, _) => {
            engine
                .input(Input::Case(case, CaseInput::DocumentKept(attached, or(Problem::DiskFull))));
        }
        Effect::Export(query, period) => {
            engine.input(Input::Receipts(ReceiptsInput::Exporting(query, 1, 2)));
            let ended = or(Problem::PeriodEmpty).map(|()| Some("x.zip".to_owned()));
            engine.input(Input::Receipts(ReceiptsInput::Exported(query, period, ended)));
        }
        Effect::ChooseCopyFolder => {
            engine.input(Input::Receipts(ReceiptsInput::FolderChosen(Ok("mappe".into()))));
        }
        Effect::ChooseToCheck => {
            engine.input(Input::Verification(VerificationInput::File(PathBuf::from("x.pdf"))));
        }
        Effect::Check(query, _) => {
            engine.input(Input::Verification(VerificationInput::Checked(
                query,
                Err(Problem::CheckUnreadable),
            )));
        }
        Effect::OpenLink(attempt, _) => {
            engine.input(Input::Login(attempt, LoginInput::Reopened(well)))
        }
        Effect::OpenVault(_) | Effect::UseSalvaged(_) => engine.unlock(),
        Effect::Salvage => {
            let read = or(Problem::DiskFull).map(|()| (Box::default(), None));
            engine.input(Input::Salvage(SalvageInput::Read(read)));
        }
        Effect::AwaitPageToLock(query) => {
            engine.input(Input::Vault(VaultInput::LockOverdue(query)));
        }
        Effect::OpenSite(_) => engine.input(Input::Shown(or(Problem::BrowserNotOpened))),
        _ => {}
    }
    false
}

fn holds_evidence(case: &Case) -> bool {
    matches!(case.stage, Stage::Approved(_) | Stage::Confirming(_))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn nothing_acknowledged_is_lost(steps in steps()) {
        let mut engine = Engine::open(cases());
        let mut approved: Vec<CaseId> = Vec::new();
        for step in steps {
            match step {
                Step::Intent(intent) => engine.intent(intent),
                Step::Answer(at, well) if !engine.effects.is_empty() => {
                    let at = at % engine.effects.len();
                    let effect = engine.effects.remove(at);
                    let case = match &effect { Effect::LogIn { case, .. } => Some(case.clone()), _ => None };
                    if answer(&mut engine, effect, well) && engine.app.open().is_some() {
                        approved.extend(case);
                    }
                }
                Step::Answer(..) => {}
                Step::LockDue => engine.input(Input::Vault(VaultInput::LockDue)),
                Step::Store(fails) => engine.fails = fails,
                Step::Restart => {
                    // A kill loses what was never saved, and that was said.
                    let open = engine.app.open();
                    let unsaved: Vec<CaseId> =
                        open.into_iter().flat_map(|open| open.unsaved()).map(|case| case.id.clone()).collect();
                    approved.retain(|id| !unsaved.contains(id));
                    engine = Engine {
                        stored: engine.stored,
                        links: engine.links,
                        binned: engine.binned,
                        gone: engine.gone,
                        ..Engine::open([])
                    };
                    engine.unlock();
                }
            }
            if let Some(open) = engine.app.open() {
                prop_assert!(open.saving.is_empty(), "every save is answered at once");
                for (id, held) in &open.cases {
                    if matches!(held.saved, Saved::At(_)) {
                        prop_assert_eq!(engine.stored.get(id), Some(&held.case), "what is said to be saved is stored");
                    }
                }
            }
            // That it is deleted for good a person says twice.
            approved.retain(|id| !engine.gone.contains(id));
            for id in &approved {
                let in_memory = engine.app.open().and_then(|open| open.case(id)).is_some_and(holds_evidence);
                let kept = engine.stored.get(id).or(engine.binned.get(id));
                prop_assert!(in_memory || kept.is_some_and(holds_evidence), "an approval was lost");
            }
        }
    }

    /// The same input on the same state says the same.
    #[test]
    fn deciding_is_repeatable(steps in steps()) {
        let run = |steps: Vec<Step>| {
            let mut engine = Engine::open(cases());
            for step in steps {
                match step {
                    Step::Intent(intent) => engine.intent(intent),
                    Step::Store(fails) => engine.fails = fails,
                    Step::LockDue => engine.input(Input::Vault(VaultInput::LockDue)),
                    Step::Answer(..) | Step::Restart => {}
                }
            }
            (engine.app, engine.stored)
        };
        prop_assert_eq!(run(steps.clone()), run(steps));
    }
}
