//! Settings: keys, register, broker, copies, the reporter who is remembered, and updates.

use super::fixture::{
    BrokerKey, BrokerState, Fixture, KeyWay, RegisterKey, RegisterState, Route, Services,
    SettingsPage, Update, Ways,
};
use super::sample::jens;
use domain::Secret;
use domain::organisation::Source;
use domain::problem::Problem;

fn settings() -> Fixture {
    Fixture::at(Route::Settings(SettingsPage::default()))
}

fn by_passphrase(code: Option<Secret>) -> Fixture {
    let route = Route::Settings(SettingsPage { code, ..SettingsPage::default() });
    Fixture {
        by: KeyWay::Passphrase,
        ways: Ways { passphrase: true, recovery: false },
        ..Fixture::at(route)
    }
}

fn copies(uncopied: u32) -> Fixture {
    let route = Route::Settings(SettingsPage { uncopied, ..SettingsPage::default() });
    Fixture {
        copy_folder: Some("/home/mette/Dokumenter/Bogføring/Kvitteringer".into()),
        ..Fixture::at(route)
    }
}

fn register(source: Source, wants: RegisterKey, has_key: bool, in_the_open: bool) -> Fixture {
    let register = RegisterState {
        source,
        wants: Some(wants),
        has_key,
        in_the_open,
        searches: source == Source::Virk,
    };
    Fixture { services: Services { register, ..settings().services }, ..settings() }
}

fn broker(wants: BrokerKey, has_key: bool) -> Fixture {
    let broker = BrokerState {
        host: Some("mitid.example.dk".into()),
        wants: Some(wants),
        has_key,
        lists_organisations: false,
    };
    Fixture { services: Services { broker, ..settings().services }, ..settings() }
}

fn update(update: Update) -> Fixture {
    Fixture { services: Services { update, ..settings().services }, ..settings() }
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
            by_passphrase(Some(code)).wrong(Problem::RecoveryCodeWrong),
        ),
        ("settings-reporter", Fixture { reporter: Some(jens()), ..settings() }),
        ("settings-register-key", register(Source::Datafordeler, RegisterKey::Key, false, false)),
        (
            "settings-register-in-the-open",
            register(Source::Virk, RegisterKey::Credential, false, true),
        ),
        ("settings-register-kept", register(Source::Virk, RegisterKey::Credential, true, true)),
        ("settings-broker-secret", broker(BrokerKey::Secret, false)),
        (
            "settings-broker-key-unusable",
            broker(BrokerKey::PrivateKey, false)
                .wrong_at(&[("broker.secret", Problem::CredentialUnusable)]),
        ),
        ("settings-broker-key-kept", broker(BrokerKey::PrivateKey, true)),
        ("settings-copies", copies(0)),
        ("settings-copies-due", copies(3)),
        ("settings-retention", settings().wrong_at(&[("years", Problem::RetentionYears)])),
        ("settings-update-not-asked", update(Update::NotAsked)),
        ("settings-update-asking", update(Update::Asking)),
        ("settings-update-newest", update(Update::Newest)),
        ("settings-update-newer", update(Update::Newer { version: "0.2.0".into() })),
        ("settings-update-installing", update(Update::Installing)),
        ("settings-update-failed", update(Update::Failed)),
    ]
}
