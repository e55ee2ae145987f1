//! Carries out what the core asks for: one match, one adapter for each way out. What takes time
//! runs beside the window, on copies of what it needs; what comes of it is another input.

use crate::engine::{Adapters, Engine};
use crate::{
    backups, bookkeeping, calendar, copied, copies, credentials, documents, environments,
    handover_file, history, locked, locking, log, login, mail_drafts, marks, official_mail,
    on_desktop, opening, receipts, records, salvaging, search, services, store, timeline, updates,
    verification,
};
use app::Effect;
use app::input::{CloseInput, Input, VaultInput};
use diagnostics::Event;
use domain::Language;
use domain::case::{DeliveryOutcome, Event as CaseEvent};
use vault::Vault;

/// What carries out the words of the core.
pub const ADAPTERS: Adapters = Adapters { store: store::carry_out, effect: carry_out };

/// The program ends: the cases are closed, the key is wiped, the file is let go, and what another
/// program was shown or may paste is removed. What changed is backed up before. Then the process may
/// end.
pub fn end(engine: &Engine) {
    engine.end();
    // The person has closed the window before the other one was there.
    if engine.read(|app| app.common.starts_anew) {
        engine.desktop().end_other();
    }
    backups::at_closing(engine);
    // It is tried, and the program ends.
    copied::clear(engine).ok();
    marks::keep_now(engine);
    engine.let_go();
    // When nothing is kept any more: the case comes back as one whose login did not end.
    if let Some(world) = engine.world() {
        world.cancel_login();
    }
    if let Some(log) = engine.log() {
        log.note(Event::Ended {});
        log.flush();
    }
}

/// Carries out one effect. A word to the database is not among them: the engine says it at once
/// (`store`).
pub fn carry_out(engine: &Engine, language: Language, effect: Effect) {
    let engine = engine.of_this_environment();
    let beside = |task: Box<dyn FnOnce(&Engine) + Send>| {
        let worker = engine.clone();
        engine.spawn_blocking(move || task(&worker));
    };
    match &effect {
        // The window may close before there is a world.
        Effect::CloseWindow => return beside(Box::new(|engine| engine.desktop().close_window())),
        Effect::AwaitPage(attempt) => {
            return await_page(&engine, Input::Close(CloseInput::Overdue(*attempt)));
        }
        Effect::AwaitPageToLock(query) => {
            return await_page(&engine, Input::Vault(VaultInput::LockOverdue(*query)));
        }
        Effect::CloseVault => return drop(close_vault(&engine)),
        Effect::LockVault(cases) => {
            if let Some(world) = engine.world() {
                // Before they are closed, so that no crash comes between. Where it cannot be noted,
                // the program that is started anew is told nevertheless.
                locked::note(&world.folder, cases).ok();
            }
            return drop(close_vault(&engine));
        }
        Effect::Salvage => {
            let open = close_vault(&engine);
            let Some(world) = engine.world() else { return };
            return beside(Box::new(move |engine| salvaging::read(engine, &world, open)));
        }
        Effect::StartAnew(cases) => {
            let cases = *cases;
            return beside(Box::new(move |engine| locking::start_anew(engine, &cases)));
        }
        Effect::EndOther => return beside(Box::new(|engine| engine.desktop().end_other())),
        Effect::ShapeWindow => return beside(Box::new(on_desktop::shape_window)),
        Effect::UseEnvironment(environment) => {
            return environments::use_environment(&engine, *environment);
        }
        Effect::UseProfile(file) => return environments::use_profile(&engine, file.clone()),
        // Of whichever environment, and when there is none.
        Effect::ReadLog(query, from) => {
            let (query, from) = (*query, *from);
            return beside(Box::new(move |engine| log::read(engine, query, from)));
        }
        Effect::MakeReport(query) => {
            let query = *query;
            return beside(Box::new(move |engine| log::report(engine, query)));
        }
        Effect::SaveReport(text) => {
            let text = text.clone();
            return beside(Box::new(move |engine| log::save(engine, &text, language)));
        }
        Effect::EmptyLog(query) => {
            let query = *query;
            return beside(Box::new(move |engine| log::empty(engine, query)));
        }
        _ => {}
    }
    let Some(world) = engine.world() else { return };
    match effect {
        Effect::Store(_)
        | Effect::CloseWindow
        | Effect::AwaitPage(_)
        | Effect::AwaitPageToLock(_)
        | Effect::CloseVault
        | Effect::Salvage
        | Effect::LockVault(_)
        | Effect::StartAnew(_)
        | Effect::EndOther
        | Effect::ShapeWindow
        | Effect::UseEnvironment(_)
        | Effect::UseProfile(_)
        | Effect::ReadLog(..)
        | Effect::MakeReport(_)
        | Effect::SaveReport(_)
        | Effect::EmptyLog(_) => {}

        Effect::OpenVault(open_for) => {
            beside(Box::new(move |engine| opening::open(engine, &world, open_for)));
        }
        Effect::Unlock(query, with) => {
            beside(Box::new(move |engine| opening::unlock(engine, &world, query, with, language)))
        }
        Effect::UseSalvaged(restores) => {
            beside(Box::new(move |engine| salvaging::go_on(engine, &world, restores)))
        }
        Effect::OpenOlder => beside(Box::new(move |engine| opening::go_on(engine, &world))),
        Effect::MakeRecoveryCode => beside(Box::new(opening::make_recovery_code)),
        Effect::KeepRecoveryCode => beside(Box::new(opening::keep_recovery_code)),
        Effect::ChangePassphrase(query, change) => {
            beside(Box::new(move |engine| {
                opening::change_passphrase(engine, &world, query, change)
            }));
        }

        Effect::BackUpNow => beside(Box::new(move |engine| backups::now(engine, &world))),
        Effect::SaveBackup => {
            beside(Box::new(move |engine| backups::save(engine, &world, false, language)));
        }
        Effect::MoveBackup => {
            beside(Box::new(move |engine| backups::save(engine, &world, true, language)));
        }
        Effect::DeleteDamaged => beside(Box::new(salvaging::delete_damaged)),
        Effect::CancelBackup => world.backups.cancel(),
        Effect::ChooseBackupFolder => beside(Box::new(backups::choose_folder)),
        Effect::ChooseBackup => {
            beside(Box::new(move |engine| backups::choose(engine, &world, language)));
        }
        Effect::OpenBackup(query, typed) => {
            beside(Box::new(move |engine| backups::open(engine, &world, query, typed)));
        }
        Effect::LeaveBackup => world.backups.leave(),
        Effect::TakeBackupIn => beside(Box::new(move |engine| backups::take_in(engine, &world))),

        Effect::LookUp(case, query, cvr) => {
            let worker = engine.clone();
            engine.spawn(async move { search::look_up(&worker, &world, case, query, cvr).await });
        }
        Effect::Search { case, query, words, after } => {
            let worker = engine.clone();
            engine.spawn(async move {
                search::search(&worker, &world, case, query, &words, after).await
            });
        }
        Effect::LogIn { case, attempt, purpose, connection, language } => {
            login::of_case(&engine, world, case, attempt, purpose, &connection, language);
        }
        Effect::ListOrganisations(case, attempt, language) => {
            login::list_organisations(&engine, world, case, attempt, language);
        }
        Effect::CancelLogin => world.cancel_login(),
        Effect::GoOnDespiteClock => world.go_on_despite_clock(),
        Effect::OpenLink(attempt, link) => {
            beside(Box::new(move |engine| login::open_again(engine, attempt, &link)))
        }
        Effect::OpenTerms(case) => {
            beside(Box::new(move |engine| on_desktop::open_terms(engine, &world, case)))
        }
        Effect::CopyValue(query, text) => {
            beside(Box::new(move |engine| copied::copy(engine, query, text)))
        }
        Effect::Notify(notification) => {
            beside(Box::new(move |engine| on_desktop::notify(engine, &notification)))
        }
        Effect::OpenSite(site) => {
            beside(Box::new(move |engine| on_desktop::open_site(engine, &world, site, language)))
        }

        Effect::Deliver(case, id, bundle, language) => {
            // The receiver that there is now, whatever becomes of the services.
            let (worker, parts) = (engine.clone(), world.parts());
            engine.spawn(async move {
                // A case may have been approved while there was a receiver.
                let outcome = match &parts.receiver {
                    Some(receiver) => receiver.deliver(&id, &bundle, language).await,
                    None => DeliveryOutcome::NoReceiver,
                };
                worker.notify_case(case, CaseEvent::DeliveryEnded { id, outcome });
            });
        }
        Effect::PlaceHandOver { case, connection, logged_in } => {
            beside(Box::new(move |engine| {
                handover_file::place(engine, case, &connection, logged_in, language)
            }));
        }
        Effect::WriteHandOver { case, file, connection, login } => {
            beside(Box::new(move |engine| {
                handover_file::write(engine, &world, case, file, connection, login)
            }));
        }
        Effect::ChooseHandOver => {
            beside(Box::new(move |engine| handover_file::choose(engine, language)))
        }
        Effect::OpenHandOver(query, path, words) => {
            beside(Box::new(move |engine| {
                handover_file::open(engine, &world, query, &path, &words)
            }));
        }

        Effect::SaveDates(dates) => {
            beside(Box::new(move |engine| calendar::save(engine, &world, &dates, language)));
        }
        Effect::SaveUnreadable(case) => {
            beside(Box::new(move |engine| opening::save_unreadable(engine, &case, language)))
        }
        Effect::SaveHistory(case) => {
            beside(Box::new(move |engine| history::save(engine, &case, language)));
        }
        Effect::ChooseMail(case) => {
            beside(Box::new(move |engine| official_mail::choose(engine, case, language)));
        }
        Effect::ReadMail(query, what) => {
            beside(Box::new(move |engine| official_mail::read(engine, &world, query, *what)));
        }
        Effect::CheckMail(query, what) => {
            let worker = engine.clone();
            engine.spawn(async move {
                official_mail::check(&worker, &world, query, *what).await;
            });
        }
        Effect::KeepMail(case, mail, bytes) => {
            beside(Box::new(move |engine| official_mail::keep(engine, case, mail, &bytes)));
        }
        Effect::SaveMail(case, mail) => {
            beside(Box::new(move |engine| official_mail::save(engine, &case, &mail, language)));
        }
        Effect::ChooseDocument(case, kind) => {
            beside(Box::new(move |engine| documents::choose(engine, case, kind, language)));
        }
        Effect::KeepDocument(case, attached, bytes) => {
            beside(Box::new(move |engine| documents::keep(engine, case, attached, &bytes)));
        }
        Effect::ForgetDocuments(case) => {
            beside(Box::new(move |engine| documents::forget_unnamed(engine, &case)))
        }
        Effect::ShowDocument(case, document, sha256) => {
            beside(Box::new(move |engine| documents::show(engine, &case, &document, &sha256)));
        }
        Effect::Board(output, organisation, members) => {
            beside(Box::new(move |engine| {
                documents::board(engine, output, &organisation, &members, language)
            }));
        }

        Effect::MailDraft(output, case, mail, written) => {
            beside(Box::new(move |engine| {
                mail_drafts::give_out(engine, output, case, mail, &written, language)
            }));
        }
        Effect::MailPaper(output, paper) => {
            beside(Box::new(move |engine| {
                mail_drafts::give_out_paper(engine, output, &paper, language);
            }));
        }

        Effect::Receipt(output, case) => {
            beside(Box::new(move |engine| receipts::give_out(engine, output, &case, language)));
        }
        Effect::SaveEvidence(case) => {
            beside(Box::new(move |engine| receipts::save_evidence(engine, &case, language)))
        }
        Effect::Record(output, case) => {
            beside(Box::new(move |engine| records::give_out(engine, output, &case, language)));
        }
        Effect::NumberedRecord(output, number) => beside(Box::new(move |engine| {
            records::give_out_again(engine, output, number, language);
        })),
        Effect::Print(papers) => {
            beside(Box::new(move |engine| receipts::print(engine, &papers, language)))
        }
        Effect::Export(query, period) => {
            beside(Box::new(move |engine| bookkeeping::export(engine, query, period, language)));
        }
        Effect::CancelExport(query) => world.exports.cancel(query),
        Effect::ChooseCopyFolder => beside(Box::new(copies::choose_folder)),
        Effect::CopyReceipts(folder, due) => {
            beside(Box::new(move |engine| copies::make(engine, &folder, due, language)))
        }
        Effect::Timeline(output, cvr) => {
            beside(Box::new(move |engine| timeline::give_out(engine, output, cvr, language)))
        }

        Effect::ChooseToCheck => {
            beside(Box::new(move |engine| verification::choose(engine, language)))
        }
        Effect::Check(query, path) => {
            beside(Box::new(move |engine| verification::check(engine, &world, query, &path)))
        }
        Effect::AskKeys(checked) => {
            let worker = engine.clone();
            engine.spawn(async move { verification::ask_keys(&worker, &world, checked).await });
        }
        Effect::CompareCode(verification, typed) => {
            beside(Box::new(move |engine| verification::compare(engine, verification, &typed)));
        }

        Effect::KeepRegisterKey(user, secret, in_the_open) => {
            engine.in_order(move |engine| {
                credentials::keep_register_key(engine, &world, &user, secret, in_the_open);
            });
        }
        Effect::ForgetRegisterKey => {
            engine.in_order(move |engine| credentials::forget_register_key(engine, &world));
        }
        Effect::KeepBrokerKey(id, secret) => {
            engine.in_order(move |engine| {
                credentials::keep_broker_key(engine, &world, &id, secret);
            });
        }
        Effect::ChooseBrokerKey(id) => {
            beside(Box::new(move |engine| {
                credentials::choose_broker_key(engine, &world, &id, language)
            }));
        }
        Effect::ForgetBrokerKey => {
            engine.in_order(move |engine| credentials::forget_broker_key(engine, &world));
        }
        Effect::ChooseProfile => beside(Box::new(move |engine| services::choose(engine, language))),
        Effect::ReadProfile(query, path) => {
            beside(Box::new(move |engine| services::read(engine, query, &path)))
        }
        Effect::AskProfile(query, text) => {
            let worker = engine.clone();
            engine.spawn(async move { services::ask(&worker, &world, query, &text).await });
        }
        Effect::ChangeServices(query, change) => {
            engine.in_order(move |engine| services::change(engine, &world, query, &change));
        }
        Effect::LookForUpdate => beside(Box::new(move |engine| updates::check(engine, &world))),
        Effect::InstallUpdate => beside(Box::new(move |engine| updates::install(engine, &world))),
    }
}

/// Takes the open cases out of the engine, and lets go what was known only while they were open. When they
/// are dropped, their key is wiped and their file let go.
fn close_vault(engine: &Engine) -> Option<Vault> {
    // What a closed case says lies nowhere else either.
    let worker = engine.clone();
    engine.spawn_blocking(move || {
        copied::clear(&worker).ok();
    });
    let vault = engine.take_vault();
    if let Some(world) = engine.world() {
        world.backups.cancel();
        world.backups.leave();
        world.lock();
    }
    vault
}

/// Gives the page its time to send what was typed, and then says that it is over.
fn await_page(engine: &Engine, overdue: Input) {
    let (worker, patience) = (engine.clone(), engine.desktop().page_patience());
    engine.spawn(async move {
        tokio::time::sleep(patience).await;
        worker.notify(overdue);
    });
}
