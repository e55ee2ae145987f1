//! What a person sets, and what opens the services of others. Nothing of the latter crosses to the
//! window.

use crate::effect::{Effect, Setting, Store};
use crate::environment;
use crate::input::SettingsInput;
use crate::intent::SettingsIntent;
use crate::model::{App, Notify, Open, Phase, Update};
use crate::notification;
use domain::case::Now;
use domain::problem::{FieldProblem, Problem};

/// The field that says what is wrong with what was given to the broker.
const BROKER_FIELD: &str = "broker.secret";

/// Language and theme can be chosen before the cases are open; then they are not kept.
pub(crate) fn intent(app: &mut App, intent: SettingsIntent, now: Now) -> Vec<Effect> {
    match intent {
        SettingsIntent::SetLanguage(language) => {
            app.common.language = language;
            keep(app, Setting::Language, language.word())
        }
        SettingsIntent::SetTheme(theme) => {
            app.common.theme = theme;
            keep(app, Setting::Theme, theme.word())
        }
        SettingsIntent::SetNotify(notify) => set_notify(app, notify, now),
        SettingsIntent::SetLockAfter(after) => {
            if let Phase::Open(open) = &mut app.phase {
                open.lock_after = after;
            }
            keep(app, Setting::LockAfter, after.word())
        }
        SettingsIntent::KeepRegisterKey { user, secret, in_the_open } => {
            vec![Effect::KeepRegisterKey(user, secret, in_the_open)]
        }
        SettingsIntent::ForgetRegisterKey => vec![Effect::ForgetRegisterKey],
        SettingsIntent::KeepBrokerKey { id, secret } => vec![Effect::KeepBrokerKey(id, secret)],
        SettingsIntent::ChooseBrokerKey { id } => vec![Effect::ChooseBrokerKey(id)],
        SettingsIntent::ForgetBrokerKey => vec![Effect::ForgetBrokerKey],
        SettingsIntent::UseEnvironment(environment) => environment::choose(app, environment),
        SettingsIntent::ForgetReporter => match &mut app.phase {
            Phase::Open(open) => crate::reporter::forget(open),
            _ => vec![],
        },
        SettingsIntent::LookForUpdate => match app.common.services.update {
            Update::NotConfigured | Update::Asking | Update::Installing => vec![],
            Update::NotAsked | Update::Newest | Update::Newer { .. } | Update::Failed => {
                app.common.services.update = Update::Asking;
                vec![Effect::LookForUpdate]
            }
        },
        // Only after the person has seen which version it is.
        SettingsIntent::InstallUpdate => match app.common.services.update {
            Update::Newer { .. } => {
                app.common.services.update = Update::Installing;
                vec![Effect::InstallUpdate]
            }
            _ => vec![],
        },
    }
}

pub(crate) fn input(app: &mut App, input: SettingsInput) -> Vec<Effect> {
    let services = &mut app.common.services;
    match input {
        SettingsInput::Register(state, outcome) => {
            services.register = state;
            if let Phase::Open(open) = &mut app.phase {
                open.notice.problem = outcome.err();
            }
        }
        // What cannot be used is said where it was given.
        SettingsInput::Broker(state, outcome) => {
            services.broker = state;
            if let Phase::Open(open) = &mut app.phase {
                say(open, outcome);
            }
        }
        SettingsInput::UpdateFound(found) => {
            services.update = match found {
                Ok(Some(version)) => Update::Newer { version },
                Ok(None) => Update::Newest,
                Err(()) => Update::Failed,
            }
        }
        SettingsInput::UpdateFailed => services.update = Update::Failed,
    }
    vec![]
}

/// What is near today is told at once, so that the person sees how it looks.
fn set_notify(app: &mut App, notify: Notify, now: Now) -> Vec<Effect> {
    let Phase::Open(open) = &mut app.phase else { return vec![] };
    open.notify = notify;
    open.notice.problem = None;
    let word = match notify {
        Notify::Off => "off",
        Notify::Plain => "plain",
        Notify::Named => "named",
    };
    let kept = Store::KeepSetting(Setting::Notify, word.to_owned()).into();
    [kept].into_iter().chain(notification::check(open, now)).collect()
}

fn say(open: &mut Open, outcome: Result<(), Problem>) {
    open.notice.field_problems.clear();
    open.notice.problem = None;
    match outcome {
        Ok(()) => {}
        Err(Problem::CredentialUnusable) => {
            open.notice.field_problems =
                vec![FieldProblem::at(BROKER_FIELD, Problem::CredentialUnusable)];
        }
        Err(problem) => open.tell(problem),
    }
}

fn keep(app: &App, setting: Setting, word: &str) -> Vec<Effect> {
    match &app.phase {
        Phase::Open(_) => vec![Store::KeepSetting(setting, word.to_owned()).into()],
        Phase::ChooseEnvironment
        | Phase::ProfileUnread
        | Phase::Opening(_)
        | Phase::ChoosePassphrase(_)
        | Phase::Closed(_)
        | Phase::Older(_)
        | Phase::Damaged(_)
        | Phase::Stopped(_) => {
            vec![]
        }
    }
}
