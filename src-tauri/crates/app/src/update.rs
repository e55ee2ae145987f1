//! The one function that changes the state.

use crate::context::Context;
use crate::effect::Effect;
use crate::input::{Input, ServicesInput, Stored, VerificationInput};
use crate::intent::{Intent, Navigation};
use crate::model::{App, Open, Pending, Phase};
use crate::{
    backups, bin, case, closing, guide, handover, history, log, login, navigation, notification,
    official_mail, organisation, receipts, salvage, services, settings, vault, verification,
};
use domain::case::Now;

/// Takes an input in, and says what has to be done. An input that belongs to a phase that is over,
/// or to a question that is not asked any more, changes nothing.
///
/// The answer to a [`crate::effect::Store`] effect is to be handed in before any other input.
pub fn update(app: &mut App, input: Input, now: Now) -> Vec<Effect> {
    log::leave_for(app, &input);
    let phase = std::mem::discriminant(&app.phase);
    let mut effects = match input {
        Input::Wired(services) => vault::wired(app, services),
        Input::Vault(input) => vault::input(app, input, now),
        Input::Intent { intent: Intent::Vault(intent), .. } => vault::intent(app, intent, now),
        Input::Salvage(input) => salvage::input(app, input),
        Input::Intent { intent: Intent::Settings(intent), .. } => {
            settings::intent(app, intent, now)
        }
        Input::Settings(input) => settings::input(app, input),
        Input::Intent { intent: Intent::Services(intent), .. } => {
            services::intent(app, intent, now)
        }
        Input::Services(input) => services::input(app, input, now),
        Input::Intent { intent: Intent::Log(intent), .. } => log::intent(app, intent, now),
        Input::Log(input) => log::input(app, input),
        Input::Intent { intent: Intent::Backups(intent), .. } => backups::intent(app, intent, now),
        Input::Verification(VerificationInput::File(path)) if services::takes_files(app) => {
            services::input(app, ServicesInput::File(path), now)
        }
        Input::Verification(VerificationInput::Dragged(over)) if services::takes_files(app) => {
            services::dragged(app, over);
            vec![]
        }
        Input::Intent { intent: Intent::Navigation(Navigation::CloseWindow), .. } => {
            closing::answered(app)
        }
        Input::Close(input) => closing::input(app, input),
        input => match &mut app.phase {
            Phase::Open(open) => {
                update_open(open, &mut Context { common: &mut app.common, now }, input)
            }
            Phase::ChooseEnvironment
            | Phase::ProfileUnread
            | Phase::Opening(_)
            | Phase::ChoosePassphrase(_)
            | Phase::Closed(_)
            | Phase::Older(_)
            | Phase::Damaged(_)
            | Phase::Stopped(_) => vec![],
        },
    };
    if let Phase::Open(open) = &mut app.phase {
        effects.extend(login::end_listing_if_left(open));
        effects.extend(organisation::look_for_others(open));
        effects.extend(open.let_go());
    }
    effects.extend(vault::close_when_saved(app));
    // What the person sees then is what has happened.
    if std::mem::discriminant(&app.phase) != phase {
        app.common.log = None;
    }
    effects.extend(guide::shape_window(app));
    effects.extend(closing::decide(app));
    effects
}

fn update_open(open: &mut Open, context: &mut Context<'_>, input: Input) -> Vec<Effect> {
    match input {
        Input::Intent { intent, fresh } => {
            open.notice.written = None;
            let mut effects = open.save_again();
            effects.extend(match intent {
                Intent::Navigation(intent) => navigation::intent(open, context, intent),
                Intent::Cases(intent) => navigation::cases(open, context, intent, fresh),
                Intent::Case(id, intent) => {
                    open.with_case(context, &id, Pending::Intent(Box::new(intent), fresh))
                }
                Intent::Login(intent) => login::intent(open, intent),
                Intent::HandOver(intent) => handover::intent(open, context, intent),
                Intent::Receipts(intent) => receipts::intent(open, context, intent),
                Intent::Verification(intent) => verification::intent(open, intent),
                Intent::Bin(intent) => bin::intent(open, context, intent),
                // These are of every phase and were handled before.
                Intent::Vault(_)
                | Intent::Settings(_)
                | Intent::Services(_)
                | Intent::Backups(_)
                | Intent::Log(_) => vec![],
            });
            effects
        }
        Input::Stored(stored) => update_stored(open, context, stored),
        Input::Case(id, input) => case::input(open, context, &id, input),
        Input::Login(attempt, input) => login::input(open, &attempt, input),
        Input::HandOver(input) => handover::input(open, context, input),
        Input::Receipts(input) => receipts::input(open, context, input),
        Input::Verification(input) => match official_mail::takes(open, input) {
            Ok(mail) => official_mail::input(open, context, mail),
            Err(input) => verification::input(open, context, input),
        },
        Input::Backups(input) => backups::input(open, input),
        Input::Guide(input) => guide::input(open, context, input),
        Input::Mail(input) => official_mail::input(open, context, input),
        Input::Written(outcome) => navigation::written(open, outcome),
        Input::Shown(outcome) => {
            open.notice.problem = outcome.err();
            vec![]
        }
        Input::SummariesRefreshed => navigation::refresh(open).into_iter().collect(),
        Input::DayBegan => notification::check(open, context.now).into_iter().collect(),
        Input::Notified(day, outcome) => notification::after_notifying(open, day, outcome),
        Input::Ending => open.save_again(),
        // These are of every phase and were handled before.
        Input::Wired(_)
        | Input::Vault(_)
        | Input::Salvage(_)
        | Input::Settings(_)
        | Input::Services(_)
        | Input::Log(_)
        | Input::Close(_) => vec![],
    }
}

fn update_stored(open: &mut Open, context: &mut Context<'_>, stored: Stored) -> Vec<Effect> {
    match stored {
        Stored::Saved(id, outcome) => open.saved(context, &id, outcome),
        Stored::Read(id, outcome) => case::read(open, context, &id, outcome),
        Stored::History(id, outcome) => history::read(open, &id, outcome),
        Stored::Deleted(id, outcome) => case::deleted(open, &id, outcome),
        Stored::Binned(id, outcome) => bin::binned(open, &id, outcome),
        Stored::PutBack(id, outcome) => bin::put_back(open, context, &id, outcome),
        Stored::Emptied(id, outcome) => bin::emptied(open, &id, outcome),
        Stored::BinListed(outcome) => bin::listed(open, outcome),
        Stored::Listed(outcome) => navigation::listed(open, outcome),
        Stored::ReceiptsListed(outcome) => receipts::listed(open, outcome),
        Stored::OthersFound(id, cvr, outcome) => {
            organisation::others_found(open, &id, cvr, outcome);
            vec![]
        }
        Stored::Timeline(outcome) => receipts::timeline(open, outcome),
        Stored::Dates(outcome) => navigation::dates(open, outcome),
        Stored::Notes(outcome) => navigation::notes(open, outcome),
        Stored::Near(outcome) => notification::near(open, context, outcome),
        Stored::Mails(outcome) => navigation::mails(open, outcome),
        Stored::Uncopied(outcome) => receipts::uncopied(open, outcome),
        Stored::SettingKept(_, outcome) => {
            if let Err(problem) = outcome {
                open.tell(problem);
            }
            vec![]
        }
    }
}
