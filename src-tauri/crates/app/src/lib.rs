//! What the window decides, without a window: which page is open, which questions are under way,
//! what a person has set, and what has to be done about it.
//!
//! # Flow
//! Everything that happens is an [`Input`]: an [`Intent`] of the person, or what came of an
//! [`Effect`]. [`update`] is the only function that changes the [`App`]; it answers with the
//! effects that follow, and [`domain::case::step`] decides about a case from there. A case is
//! **saved before it acts**: its effects come with the answer to [`Effect::Save`], never before it.
//!
//! In reading order: [`model`] and its parts in `state`, [`route`], [`intent`], [`input`], [`effect`],
//! [`update`](mod@update), and the rooms that it hands an input to: [`navigation`], [`case`],
//! [`organisation`], [`login`], [`handover`], [`guide`], [`official_mail`], [`agreement`], [`history`],
//! [`mail_draft`],
//! [`notification`], [`receipts`], [`verification`], [`vault`] with [`passphrase`], [`locking`] and [`salvage`],
//! [`settings`], [`services`], [`backups`], [`bin`], [`log`], [`environment`], [`reporter`], [`closing`]; [`saving`] is the way of
//! every case to the disk.
//!
//! Nothing here reads a clock, a file, the network or a source of randomness: all of it is passed
//! in.

pub mod agreement;
pub mod answers;
pub mod backups;
pub mod bin;
pub mod case;
pub mod closing;
mod context;
pub mod effect;
pub mod environment;
pub mod guide;
pub mod handover;
pub mod history;
mod in_progress;
pub mod input;
pub mod intent;
pub mod locking;
pub mod log;
pub mod login;
pub mod mail_draft;
pub mod model;
pub mod navigation;
pub mod notification;
pub mod official_mail;
pub mod organisation;
pub mod passphrase;
pub mod receipts;
pub mod reporter;
pub mod route;
pub mod salvage;
pub mod saving;
pub mod services;
pub mod settings;
mod state;
pub mod update;
pub mod vault;
pub mod verification;

pub use answers::Answers;
pub use effect::Effect;
pub use input::Input;
pub use intent::Intent;
pub use model::{App, Open, Phase};
pub use route::{CasePage, Route};
pub use update::update;
