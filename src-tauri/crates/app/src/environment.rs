//! Practice or live: which is chosen at the first start, and how a person goes over from one to the
//! other. Each has its own cases and keys, so one is closed before the other is opened.

use crate::effect::Effect;
use crate::in_progress::{InProgress, in_progress};
use crate::model::{App, ClosingFor, Phase, Services};
use domain::Environment;
use domain::problem::Problem;

/// The person chooses an environment. What is only in memory is saved first, and a login or a
/// delivery in progress is not thrown away: then they stay where they are and are told.
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
                open.save_again()
            }
        },
        // The one that was chosen before is being opened.
        Phase::Opening => vec![],
        Phase::ChooseEnvironment
        | Phase::ProfileUnread
        | Phase::ChoosePassphrase(_)
        | Phase::Closed(_)
        | Phase::Stopped(_) => go_over(app, environment),
    }
}

/// Everything is saved: the other environment takes the place of this one. Nothing of it is left
/// but language and theme, until the other's own are read.
pub(crate) fn go_over(app: &mut App, environment: Environment) -> Vec<Effect> {
    app.common.environment = environment;
    app.common.services = Services::default();
    app.phase = Phase::Opening;
    vec![Effect::CloseVault, Effect::UseEnvironment(environment)]
}
