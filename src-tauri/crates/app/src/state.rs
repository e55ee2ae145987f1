//! The parts of which the [model](crate::model) is made. None of them knows the model, so that
//! inputs, intents, effects and pages can speak of them too.

pub(crate) mod backups;
pub(crate) mod copied_value;
pub(crate) mod damaged;
pub(crate) mod held;
pub(crate) mod leaving;
pub(crate) mod locked;
pub(crate) mod log;
pub(crate) mod login;
pub(crate) mod notice;
pub(crate) mod older;
pub(crate) mod pending;
pub(crate) mod query;
pub(crate) mod received;
pub(crate) mod saving;
pub(crate) mod services;
pub(crate) mod settings;
pub(crate) mod unlocking;
