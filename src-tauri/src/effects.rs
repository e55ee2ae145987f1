//! Carries out what the core asks for: one match, each arm one adapter, each result one event.

use crate::engine::{Engine, State};
use crate::{documents, handover_file, login};
use domain::case::{CaseId, Effect, Event};

/// Carries out one effect of a case. The case has been saved.
pub fn carry_out(engine: &Engine, state: &mut State, id: &CaseId, effect: Effect) {
    let Some(world) = state.world.clone() else { return };
    let (engine, id) = (engine.clone(), id.clone());
    match effect {
        Effect::LookUp { ask, cvr } => {
            let task = engine.clone();
            engine.spawn(async move {
                let outcome = world.register.look_up(cvr, world.now()).await.map(Box::new);
                task.happened(|state| {
                    state.keep_quota();
                    task.apply(state, &id, Event::LookedUp { ask, outcome });
                });
            });
        }
        Effect::ForgetDocuments => documents::forget_unnamed(state, &id),
        Effect::LogIn { attempt, purpose, connection } => login::of_case(&engine, state, id, attempt, purpose, &connection),
        Effect::Deliver { id: delivery, bundle } => {
            let (task, language) = (engine.clone(), state.desk.language);
            engine.spawn(async move {
                let outcome = world.receiver.deliver(&delivery, &bundle, language).await;
                task.happened(|state| task.apply(state, &id, Event::DeliveryEnded { id: delivery, outcome }));
            });
        }
        Effect::HandOver { file, connection, login } => handover_file::write(&engine, state, id, file, connection, login),
    }
}
