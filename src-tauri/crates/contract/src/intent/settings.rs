//! Settings, and what opens the services that are asked.

use crate::{EnvironmentName, LanguageName, names};
use app::intent as of;
use domain::Secret;
use serde::Deserialize;
#[cfg(feature = "typescript")]
use serde::Serialize;

names! {
    /// Light, dark or the system's choice.
    ThemeName = app::model::Theme { System, Light, Dark }
}

names! {
    /// What the system may show of the dates that are near.
    NotifyName = app::model::Notify { Off, Plain, Named }
}

names! {
    /// How long nobody may be at the window before the cases are locked.
    LockAfterName = app::model::LockAfter {
        Never,
        Minute,
        FiveMinutes,
        QuarterHour,
        HalfHour,
        Hour,
    }
}

/// A setting, or what opens a service. Not printable: some carry a secret.
#[derive(Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum SettingsIntent {
    /// Choose the language.
    SetLanguage { language: LanguageName },
    /// Choose light, dark or the system's.
    SetTheme { theme: ThemeName },
    /// Let the system show what is near, or do not.
    SetNotify { notify: NotifyName },
    /// How long nobody may be at the window before the cases are locked.
    SetLockAfter { after: LockAfterName },
    /// Keep what opens the register in the key store. `user` is empty where a key is wanted;
    /// `in_the_open` says that the person has accepted that it can be read on the way, where it
    /// can.
    KeepRegisterKey { user: String, secret: String, in_the_open: bool },
    /// Forget what opens the register.
    ForgetRegisterKey,
    /// Keep what the organisation proves itself with at the MitID service in the key store. `id` is
    /// the name under which the service knows a key; it is empty for a secret, and may be for a
    /// key.
    KeepBrokerKey { id: String, secret: String },
    /// Choose the file of a private key, and keep what is in it.
    ChooseBrokerKey { id: String },
    /// Forget what the organisation proves itself with.
    ForgetBrokerKey,
    /// Use practice or live from now on.
    UseEnvironment { environment: EnvironmentName },
    /// Forget what the last reporter said of themselves.
    ForgetReporter,
    /// Ask whether there is a newer Tilslut.
    LookForUpdate,
    /// Fetch the newer Tilslut, put it in place and start it.
    InstallUpdate,
}

impl From<SettingsIntent> for of::SettingsIntent {
    fn from(intent: SettingsIntent) -> Self {
        match intent {
            SettingsIntent::SetLanguage { language } => Self::SetLanguage(language.into()),
            SettingsIntent::SetTheme { theme } => Self::SetTheme(theme.into()),
            SettingsIntent::SetNotify { notify } => Self::SetNotify(notify.into()),
            SettingsIntent::SetLockAfter { after } => Self::SetLockAfter(after.into()),
            SettingsIntent::KeepRegisterKey { user, secret, in_the_open } => {
                Self::KeepRegisterKey { user, secret: Secret::new(secret), in_the_open }
            }
            SettingsIntent::ForgetRegisterKey => Self::ForgetRegisterKey,
            SettingsIntent::KeepBrokerKey { id, secret } => {
                Self::KeepBrokerKey { id, secret: Secret::new(secret) }
            }
            SettingsIntent::ChooseBrokerKey { id } => Self::ChooseBrokerKey { id },
            SettingsIntent::ForgetBrokerKey => Self::ForgetBrokerKey,
            SettingsIntent::UseEnvironment { environment } => {
                Self::UseEnvironment(environment.into())
            }
            SettingsIntent::ForgetReporter => Self::ForgetReporter,
            SettingsIntent::LookForUpdate => Self::LookForUpdate,
            SettingsIntent::InstallUpdate => Self::InstallUpdate,
        }
    }
}
