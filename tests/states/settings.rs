//! Settings: keys, register, broker, copies and updates.

use super::fixture::{Access, BrokerKey, BrokerState, Fixture, KeyWay, RegisterKey, RegisterState, Route, Update};
use domain::Hidden;
use domain::organisation::Source;
use domain::problem::Problem;

fn settings() -> Fixture {
    Fixture::at(Route::Settings(None))
}

fn register(source: Source, wants: RegisterKey, has_key: bool, in_the_open: bool) -> Fixture {
    let register = RegisterState { source, wants: Some(wants), has_key, in_the_open, searches: source == Source::Virk };
    Fixture { register, ..settings() }
}

fn broker(wants: BrokerKey, has_key: bool) -> Fixture {
    let broker = BrokerState { host: Some("mitid.example.dk".into()), wants: Some(wants), has_key };
    Fixture { broker, ..settings() }
}

fn update(update: Update) -> Fixture {
    Fixture { update, ..settings() }
}

/// The states of this page.
pub fn states() -> Vec<(&'static str, Fixture)> {
    let code = Hidden("7K4M-Q2XR-9TDB-H3NV-8WJP-Y5CE-2MZA-T6FG".into());
    let by_passphrase = Access::Open { by: KeyWay::Passphrase, recovery: false };
    vec![
        ("settings", settings()),
        ("settings-no-recovery", Fixture { access: by_passphrase.clone(), ..settings() }),
        ("settings-recovery-code", Fixture { access: by_passphrase, ..Fixture::at(Route::Settings(Some(code))) }),
        ("settings-register-key", register(Source::Datafordeler, RegisterKey::Key, false, false)),
        ("settings-register-in-the-open", register(Source::Virk, RegisterKey::Credential, false, true)),
        ("settings-register-kept", register(Source::Virk, RegisterKey::Credential, true, true)),
        ("settings-broker-secret", broker(BrokerKey::Secret, false)),
        ("settings-broker-key-unusable", broker(BrokerKey::PrivateKey, false).wrong_at(&[("broker.secret", Problem::CredentialUnusable)])),
        ("settings-broker-key-kept", broker(BrokerKey::PrivateKey, true)),
        ("settings-copies", Fixture { copy_folder: Some("/home/mette/Dokumenter/Bogføring/Kvitteringer".into()), ..settings() }),
        ("settings-retention", settings().wrong_at(&[("years", Problem::RetentionYears)])),
        ("settings-update-not-asked", update(Update::NotAsked)),
        ("settings-update-asking", update(Update::Asking)),
        ("settings-update-newest", update(Update::Newest)),
        ("settings-update-newer", update(Update::Newer { version: "0.2.0".into() })),
        ("settings-update-installing", update(Update::Installing)),
        ("settings-update-failed", update(Update::Failed)),
    ]
}
