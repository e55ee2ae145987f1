//! What an authorization response is worth: RFC 9207 with the deviation of `oidc.md` §4, and what
//! error codes mean.
//!
//! A success must name its issuer when the broker says that it does; an error only ends the login,
//! so it is believed without. Either way `state` was compared before.

use crate::Error;
use crate::callback::Answer;
use crate::page::Page;
use crate::profile::{BrokerProfile, ErrorMeaning, IssPolicy};
use std::collections::BTreeMap;

/// How the responses of one login are judged.
#[derive(Clone)]
pub(crate) struct Policy {
    issuer: String,
    iss_required: bool,
    errors: BTreeMap<String, ErrorMeaning>,
}

impl Policy {
    /// `advertised`: the broker's metadata say that `iss` is sent
    /// (`authorization_response_iss_parameter_supported`).
    pub(crate) fn new(profile: &BrokerProfile, advertised: bool) -> Self {
        let iss_required = match profile.iss {
            IssPolicy::AsAdvertised => advertised,
            IssPolicy::Required => true,
        };
        Self { issuer: profile.issuer.clone(), iss_required, errors: profile.errors.clone() }
    }

    /// Why an answer cannot be used, if so.
    pub(crate) fn refusal(&self, answer: &Answer) -> Option<Error> {
        match answer {
            Answer::Code { iss: Some(iss), .. } => {
                (*iss != self.issuer).then_some(Error::NotTrusted)
            }
            Answer::Code { iss: None, .. } => self.iss_required.then_some(Error::NotTrusted),
            Answer::Failed { error, description } => {
                Some(self.meaning(error, description.as_deref()))
            }
        }
    }

    /// What the browser is told.
    pub(crate) fn page(&self, answer: &Answer) -> Page {
        match self.refusal(answer) {
            None => Page::Received,
            Some(Error::Refused) => Page::Refused,
            Some(_) => Page::Failed,
        }
    }

    /// The broker's own code first, because `access_denied` alone also covers a time-out at some
    /// brokers. Where a profile does not name it, the codes of the standards speak for themselves;
    /// of any other it is only known that no login came about.
    fn meaning(&self, error: &str, description: Option<&str>) -> Error {
        let named = |code: &str| self.errors.get(code.trim());
        let own = description.and_then(named).or_else(|| named(error));
        match (own, error) {
            (Some(ErrorMeaning::Refused), _) | (None, "access_denied") => Error::Refused,
            (Some(ErrorMeaning::TimedOut), _) => Error::TimedOut,
            (Some(ErrorMeaning::Down), _) | (None, "server_error" | "temporarily_unavailable") => {
                Error::Down
            }
            (None, _) => Error::NotMade { code: displayable_code(error, description) },
        }
    }
}

/// The longest code that is shown, in characters: more than any that a broker is known to send.
const LONGEST: usize = 48;

/// The broker's code as a person may see it: the error, and what describes it where that is a code
/// too. Both come through the browser, so only what a code is made of is taken, and no run of
/// digits that could be somebody's number.
fn displayable_code(error: &str, description: Option<&str>) -> String {
    let is_code = |text: &&str| {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.:".contains(&byte);
        !text.is_empty() && text.len() <= LONGEST && digits <= 6 && text.bytes().all(letter)
    };
    let codes: Vec<&str> =
        [Some(error), description].into_iter().flatten().map(str::trim).filter(is_code).collect();
    codes.join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Secret;

    const ISSUER: &str = "http://127.0.0.1:4711/mitid";

    fn code(iss: Option<&str>) -> Answer {
        Answer::Code { code: Secret::new("c".to_owned()), iss: iss.map(str::to_owned) }
    }

    fn failed(error: &str, description: Option<&str>) -> Answer {
        Answer::Failed { error: error.to_owned(), description: description.map(str::to_owned) }
    }

    #[test]
    fn a_code_names_its_issuer_when_that_is_advertised_or_required() {
        let profile = BrokerProfile::practice(ISSUER);
        let strict = BrokerProfile { iss: IssPolicy::Required, ..profile.clone() };
        for (profile, advertised, iss, trouble) in [
            (&profile, true, Some(ISSUER), None),
            (&profile, true, None, Some(Error::NotTrusted)),
            (&profile, false, None, None),
            (&profile, false, Some("http://127.0.0.1:4711/mitid/"), Some(Error::NotTrusted)),
            (&strict, false, None, Some(Error::NotTrusted)),
            (&strict, false, Some(ISSUER), None),
        ] {
            assert_eq!(
                Policy::new(profile, advertised).refusal(&code(iss)),
                trouble,
                "{advertised} {iss:?}"
            );
        }
    }

    fn not_made(code: &str) -> Error {
        Error::NotMade { code: code.to_owned() }
    }

    #[test]
    fn each_error_code_has_its_meaning() {
        let policy = Policy::new(&BrokerProfile::practice(ISSUER), true);
        for (error, description, trouble, page) in [
            ("access_denied", None, Error::Refused, Page::Refused),
            ("access_denied", Some("mitid_user_aborted"), Error::Refused, Page::Refused),
            ("access_denied", Some("mitid_timeout"), Error::TimedOut, Page::Failed),
            ("access_denied", Some("something new"), Error::Refused, Page::Refused),
            ("server_error", None, Error::Down, Page::Failed),
            ("temporarily_unavailable", None, Error::Down, Page::Failed),
            (
                "invalid_request",
                Some("redirect_uri"),
                not_made("invalid_request / redirect_uri"),
                Page::Failed,
            ),
            (
                "IDP-3200",
                Some("Authentication with IdP 'mitid' was aborted by the end user"),
                not_made("IDP-3200"),
                Page::Failed,
            ),
            ("user_cancel", None, not_made("user_cancel"), Page::Failed),
            ("login_required", Some(""), not_made("login_required"), Page::Failed),
            ("interaction_required", None, not_made("interaction_required"), Page::Failed),
            ("<b>\u{202e}", Some("0101901234"), not_made(""), Page::Failed),
            ("", Some(&"x".repeat(49)), not_made(""), Page::Failed),
        ] {
            let answer = failed(error, description);
            assert_eq!(policy.refusal(&answer), Some(trouble), "{error} {description:?}");
            assert_eq!(policy.page(&answer), page, "{error} {description:?}");
        }
    }
}
