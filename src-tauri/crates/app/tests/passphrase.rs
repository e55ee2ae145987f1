//! What the window does with a passphrase that is set, changed or removed while the cases are open.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod engine;

use app::effect::{Effect, PassphraseChange};
use app::input::{Input, VaultInput};
use app::intent::{Intent, Navigation, VaultIntent};
use app::model::{QueryId, Ways};
use app::{Phase, Route};
use domain::Secret;
use domain::keys::KeyWay;
use domain::problem::Problem;
use engine::Engine;

const ASKED: Ways = Ways { key_store: false, passphrase: true, recovery: true };

fn secret(text: &str) -> Secret {
    Secret::new(text.into())
}

fn set(engine: &mut Engine) -> QueryId {
    let new = secret("en lang adgangssætning");
    engine.effects.clear();
    engine.intent(Intent::Vault(VaultIntent::SetPassphrase { current: None, new: new.clone() }));
    let change = PassphraseChange { current: None, new: Some(new) };
    match engine.effects.as_slice() {
        [Effect::ChangePassphrase(query, asked)] if *asked == change => *query,
        effects => panic!("{effects:?}"),
    }
}

fn on_settings() -> Engine {
    let mut engine = Engine::open([]);
    engine.intent(Intent::Navigation(Navigation::Settings));
    engine
}

fn answer(engine: &mut Engine, query: QueryId, outcome: Result<(KeyWay, Ways), Problem>) {
    engine.input(Input::Vault(VaultInput::PassphraseChanged(query, outcome)));
}

#[test]
fn one_change_at_a_time_and_what_is_wrong_stands_at_its_field() {
    let mut engine = on_settings();
    let query = set(&mut engine);
    engine.effects.clear();
    engine.intent(Intent::Vault(VaultIntent::RemovePassphrase { current: None }));
    assert_eq!(engine.effects, []);
    for (problem, field) in [
        (Problem::PassphraseWrong, "passphrase.current"),
        (Problem::PassphraseShort, "passphrase.new"),
    ] {
        let query = if engine.is_changing() { query } else { set(&mut engine) };
        answer(&mut engine, query, Err(problem));
        let notice = &engine.app.open().unwrap().notice;
        assert_eq!(notice.field_problems.first().map(|it| &*it.field), Some(field));
        assert_eq!(notice.problem, None);
    }
    let query = set(&mut engine);
    assert_eq!(engine.app.open().unwrap().notice.field_problems, []);
    answer(&mut engine, query, Err(Problem::RecoveryCodeFirst));
    assert_eq!(engine.app.open().unwrap().notice.problem, Some(Problem::RecoveryCodeFirst));
}

#[test]
fn how_the_cases_are_opened_is_known_wherever_the_answer_finds_the_person() {
    let mut engine = on_settings();
    let query = set(&mut engine);
    engine.intent(Intent::Navigation(Navigation::Help));
    answer(&mut engine, query, Ok((KeyWay::Passphrase, ASKED)));
    let open = engine.app.open().unwrap();
    assert_eq!((open.by, open.ways), (KeyWay::Passphrase, ASKED));
    assert!(open.asks_current_passphrase());

    let mut engine = on_settings();
    let query = set(&mut engine);
    engine.intent(Intent::Vault(VaultIntent::Lock));
    answer(&mut engine, query, Ok((KeyWay::Passphrase, ASKED)));
    let Phase::Closed(closed) = &engine.app.phase else { panic!("{:?}", engine.app.phase) };
    assert_eq!(closed.ways, ASKED, "the page asks for what opens them now");
}

impl Engine {
    fn is_changing(&self) -> bool {
        matches!(&self.app.open().unwrap().route, Route::Settings(page) if page.changing.is_some())
    }
}
