//! What opens the cases, and what opens the services of others.

/// How the key of the cases was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyWay {
    /// The operating system's key store.
    KeyStore,
    /// The person's passphrase.
    Passphrase,
    /// The recovery code.
    RecoveryCode,
}

/// What opens a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RegisterKey {
    /// User name and password.
    Credential,
    /// A key.
    Key,
}

/// What an organisation proves itself with at its broker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BrokerKey {
    /// A secret that the broker has given it.
    Secret,
    /// A private key of its own.
    PrivateKey,
}
