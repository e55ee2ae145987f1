//! The key of the cases.

use app::intent as of;
use app::model::Restores;
use domain::Secret;
use serde::Deserialize;
#[cfg(feature = "typescript")]
use serde::Serialize;

/// The key of the cases. Not printable: some carry what only the person knows.
#[derive(Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the line above each variant speaks for its fields")]
pub enum VaultIntent {
    /// Choose the passphrase that protects the cases where no key store answers.
    ChoosePassphrase { passphrase: String },
    /// Open the cases with the passphrase.
    UnlockWithPassphrase { passphrase: String },
    /// Open the cases with the recovery code.
    UnlockWithRecoveryCode { code: String },
    /// Open the cases with the recovery code and a backup that is asked for: where what the code
    /// opens is lost here.
    UnlockWithBackup { code: String },
    /// Ask the key store again.
    TryKeyStore,
    /// Open what is here although it is not what was here last; and take a backup in next, or not.
    GoOn { restore: bool },
    /// Read what can be read of damaged cases.
    Salvage,
    /// Close the cases and wipe the key.
    Lock,
    /// Somebody is at the window. Nothing is wanted.
    Stay,
    /// The person has read what there is to know of the folder of the cases.
    SettleFolder,
    /// Make a recovery code and show it.
    MakeRecoveryCode,
    /// The recovery code was typed back.
    ConfirmRecoveryCode { code: String },
    /// Have the cases opened by a passphrase, or by another one; the one that opens them now, where
    /// it is asked for.
    SetPassphrase { current: Option<String>, passphrase: String },
    /// Have the key store open the cases again.
    RemovePassphrase { current: Option<String> },
}

impl From<VaultIntent> for of::VaultIntent {
    fn from(intent: VaultIntent) -> Self {
        match intent {
            VaultIntent::ChoosePassphrase { passphrase } => {
                Self::ChoosePassphrase(Secret::new(passphrase))
            }
            VaultIntent::UnlockWithPassphrase { passphrase } => {
                Self::UnlockWithPassphrase(Secret::new(passphrase))
            }
            VaultIntent::UnlockWithRecoveryCode { code } => {
                Self::UnlockWithRecoveryCode(Secret::new(code))
            }
            VaultIntent::UnlockWithBackup { code } => Self::UnlockWithBackup(Secret::new(code)),
            VaultIntent::TryKeyStore => Self::TryKeyStore,
            VaultIntent::GoOn { restore: true } => Self::GoOn(Restores::Yes),
            VaultIntent::GoOn { restore: false } => Self::GoOn(Restores::No),
            VaultIntent::Salvage => Self::Salvage,
            VaultIntent::Lock => Self::Lock,
            VaultIntent::Stay => Self::Stay,
            VaultIntent::SettleFolder => Self::SettleFolder,
            VaultIntent::MakeRecoveryCode => Self::MakeRecoveryCode,
            VaultIntent::ConfirmRecoveryCode { code } => {
                Self::ConfirmRecoveryCode(Secret::new(code))
            }
            VaultIntent::SetPassphrase { current, passphrase } => Self::SetPassphrase {
                current: current.map(Secret::new),
                new: Secret::new(passphrase),
            },
            VaultIntent::RemovePassphrase { current } => {
                Self::RemovePassphrase { current: current.map(Secret::new) }
            }
        }
    }
}
