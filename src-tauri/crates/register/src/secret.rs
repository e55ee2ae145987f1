//! What opens a register: the user's own credential, and a key. They come from the key store,
//! cannot be printed, and are wiped when they are dropped. (What an HTTP library copies for the
//! wire is out of reach.)

use crate::Unconfigured;
use domain::Secret;

/// A user name and a password for HTTP Basic authentication (RFC 7617).
#[derive(Debug, Clone)]
pub struct Credential {
    user: Secret,
    password: Secret,
}

/// A key that a service wants in the address of every question.
#[derive(Debug, Clone)]
pub struct ApiKey(Secret);

/// What the key store holds for the register of a profile.
#[derive(Debug, Clone, Default)]
pub struct Secrets {
    /// For the CVR system-to-system service.
    pub credential: Option<Credential>,
    /// For Datafordeler.
    pub key: Option<ApiKey>,
}

impl Credential {
    /// Takes both over. A user name without characters or with a colon, and control characters in
    /// either, cannot be sent: [`Unconfigured::Credential`].
    pub fn new(user: String, password: String) -> Result<Self, Unconfigured> {
        let sendable = !user.is_empty()
            && !user.contains(':')
            && !user.chars().chain(password.chars()).any(char::is_control);
        let (user, password) = (Secret::new(user), Secret::new(password));
        if sendable { Ok(Self { user, password }) } else { Err(Unconfigured::Credential) }
    }

    pub(crate) fn user(&self) -> &str {
        self.user.expose()
    }

    pub(crate) fn password(&self) -> &str {
        self.password.expose()
    }
}

impl ApiKey {
    /// Takes the key over, without the white space that comes along when it is copied. An empty one
    /// is [`Unconfigured::Key`].
    pub fn new(key: String) -> Result<Self, Unconfigured> {
        let key = Secret::new(key);
        let trimmed = key.expose().trim();
        if trimmed.is_empty() || trimmed.chars().any(char::is_control) {
            return Err(Unconfigured::Key);
        }
        Ok(Self(Secret::new(trimmed.to_owned())))
    }

    pub(crate) fn expose(&self) -> &str {
        self.0.expose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_sent_is_refused() {
        assert!(Credential::new("bruger".to_owned(), String::new()).is_ok());
        for (user, password) in [("", "x"), ("a:b", "x"), ("a\n", "x"), ("a", "x\r\n")] {
            assert_eq!(
                Credential::new(user.to_owned(), password.to_owned()).err(),
                Some(Unconfigured::Credential),
                "{user:?}"
            );
        }
        assert_eq!(
            ApiKey::new(" k1 \n".to_owned()).map(|key| key.expose().to_owned()),
            Ok("k1".to_owned())
        );
        assert_eq!(ApiKey::new(" ".to_owned()).err(), Some(Unconfigured::Key));
        assert_eq!(ApiKey::new("a\nb".to_owned()).err(), Some(Unconfigured::Key));
    }

    #[test]
    fn secrets_cannot_be_printed() {
        let secrets = Secrets {
            credential: Credential::new("bruger".to_owned(), "kode".to_owned()).ok(),
            key: ApiKey::new("nøgle".to_owned()).ok(),
        };
        assert_eq!(
            format!("{secrets:?}"),
            "Secrets { credential: Some(Credential { user: …, password: … }), key: Some(ApiKey(…)) }"
        );
    }
}
