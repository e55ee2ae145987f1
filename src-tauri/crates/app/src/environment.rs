//! Practice or live: which is chosen at the first start, and how a person goes over from one to the
//! other. Each has its own cases and keys, so one is closed before the other is opened.

use crate::effect::Effect;
use crate::in_progress::{InProgress, in_progress};
use crate::model::{App, ClosingFor, Phase, Services};
use domain::Environment;
use domain::problem::Problem;

/// The person chooses an environment. What is only in memory is saved first, and a login or a
/// delivery in progress is not thrown away, nor is a key store left that asks something: then they
/// stay where they are and are told.
pub(crate) fn choose(app: &mut App, environment: Environment) -> Vec<Effect> {
    match &mut app.phase {
        Phase::Open(_) if app.common.environment == environment => vec![],
        Phase::Open(open) => match in_progress(open) {
            Some(InProgress::Login) => {
                open.tell(Problem::EnvironmentLogin);
                vec![]
            }
            Some(InProgress::Delivery) => {
                open.tell(Problem::EnvironmentDelivery);
                vec![]
            }
            None => {
                open.closing = Some(ClosingFor::Environment(environment));
                let effects = open.save_again();
                // It is done by itself once that has ended, which a person has to be told.
                if !open.saving.is_empty() {
                    open.tell(Problem::EnvironmentSaving);
                }
                effects
            }
        },
        // The key store may be asking for it: that is answered first.
        Phase::Opening(told) => {
            if app.common.environment != environment {
                *told = Some(Problem::EnvironmentOpening);
            }
            vec![]
        }
        Phase::ChooseEnvironment
        | Phase::ProfileUnread
        | Phase::ChoosePassphrase(_)
        | Phase::Closed(_)
        | Phase::Older(_)
        | Phase::Damaged(_)
        | Phase::Stopped(_) => go_over(app, environment),
    }
}

/// Everything is saved: the other environment takes the place of this one. Nothing of it is left
/// but language and theme, until the other's own are read.
pub(crate) fn go_over(app: &mut App, environment: Environment) -> Vec<Effect> {
    app.common.environment = environment;
    app.common.services = Services::default();
    // What is noted beside the other's cases counts there.
    app.common.locked = None;
    app.phase = Phase::Opening(None);
    vec![Effect::CloseVault, Effect::UseEnvironment(environment)]
}
