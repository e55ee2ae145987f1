//! Settings: keys, copies, and the reporter who is remembered.

use super::fixture::{Fixture, KeyWay, Notify, QueryId, Route, SettingsPage, Ways};
use super::sample::jens;
use domain::Secret;
use domain::problem::Problem;

fn settings() -> Fixture {
    Fixture::at(Route::Settings(SettingsPage::default()))
}

fn by_passphrase(code: Option<Secret>) -> Fixture {
    let route = Route::Settings(SettingsPage { code, ..SettingsPage::default() });
    Fixture {
        by: KeyWay::Passphrase,
        ways: Ways { key_store: false, passphrase: true, recovery: false },
        ..Fixture::at(route)
    }
}

/// A passphrase is asked for, and a recovery code is kept.
fn with_passphrase(page: SettingsPage) -> Fixture {
    Fixture {
        by: KeyWay::Passphrase,
        ways: Ways { key_store: false, passphrase: true, recovery: true },
        ..Fixture::at(Route::Settings(page))
    }
}

fn copies(uncopied: u32) -> Fixture {
    let route = Route::Settings(SettingsPage { uncopied, ..SettingsPage::default() });
    Fixture {
        copy_folder: Some("/home/mette/Dokumenter/Bogføring/Kvitteringer".into()),
        ..Fixture::at(route)
    }
}

/// The states of this page.
pub fn states() -> Vec<(&'static str, Fixture)> {
    let code = Secret::new("7K4M-Q2XR-9TDB-H3NV-8WJP-Y5CE-2MZA-T6FG".into());
    vec![
        ("settings", settings()),
        ("settings-live", settings().live()),
        ("settings-no-recovery", by_passphrase(None)),
        ("settings-recovery-code", by_passphrase(Some(code.clone()))),
        (
            "settings-recovery-code-wrong",
            by_passphrase(Some(code)).wrong_at(&[("recovery.last", Problem::RecoveryCodeMistyped)]),
        ),
        ("settings-passphrase", with_passphrase(SettingsPage::default())),
        (
            "settings-passphrase-changing",
            with_passphrase(SettingsPage { changing: Some(QueryId(1)), ..SettingsPage::default() }),
        ),
        (
            "settings-passphrase-changed",
            with_passphrase(SettingsPage { changed: true, ..SettingsPage::default() }),
        ),
        (
            "settings-passphrase-beside",
            Fixture {
                ways: Ways { key_store: true, passphrase: true, recovery: true },
                ..settings()
            },
        ),
        ("settings-reporter", Fixture { reporter: Some(jens()), ..settings() }),
        ("settings-notify", Fixture { notify: Notify::Plain, ..settings() }.live()),
        (
            "settings-notify-not-shown",
            Fixture { notify: Notify::Named, ..settings() }
                .live()
                .wrong(Problem::NotificationNotShown),
        ),
        ("settings-copies", copies(0)),
        ("settings-copies-due", copies(3)),
        ("settings-retention", settings().wrong_at(&[("years", Problem::RetentionYears)])),
    ]
}
