//! An e-mail address, as it is typed or pasted.

use crate::cpr::looks_like_cpr;
use crate::pasted_address;
use crate::typed::{is_folded, narrow, normalise};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// An e-mail address of the form that a mail server can take: one `@`, a dotted domain, no spaces,
/// nothing that cannot be seen.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

/// Why an e-mail address was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAnEmailAddress {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// There is no `@`, or more than one, or nothing before it.
    #[error("not one @ with something before it")]
    At,
    /// What follows `@` has no dot: the ending is missing.
    #[error("the ending is missing")]
    Ending,
    /// A space, a comma or another character that cannot be there.
    #[error("a character that cannot be there")]
    Characters,
    /// Ten digits look like a CPR number, which is never kept.
    #[error("looks like a CPR number")]
    LooksLikeCpr,
}

impl EmailAddress {
    /// Reads an e-mail address as typed or pasted. What cannot be seen is dropped, wide characters
    /// are read as plain ones, and what comes along from a letter, a list of contacts or a web page
    /// is taken off (`pasted_address`). The domain becomes lower case.
    pub fn parse(typed: &str) -> Result<Self, NotAnEmailAddress> {
        let text = composed(narrow(typed));
        let address = pasted_address::address(&text).ok_or(NotAnEmailAddress::At)?;
        let address = address.as_ref();
        if address.is_empty() {
            return Err(NotAnEmailAddress::Empty);
        }
        if looks_like_cpr(address) {
            return Err(NotAnEmailAddress::LooksLikeCpr);
        }
        let Some((local, host)) = address.split_once('@') else {
            return Err(NotAnEmailAddress::At);
        };
        if local.is_empty() || host.is_empty() || host.contains('@') {
            return Err(NotAnEmailAddress::At);
        }
        let host = composed(Cow::Owned(host.to_lowercase()));
        if address.chars().count() > 254
            || local.len() > 64
            || !is_local(local)
            || !host.chars().all(|c| c == '.' || in_label(c))
        {
            return Err(NotAnEmailAddress::Characters);
        }
        let labels: Vec<&str> = host.split('.').collect();
        if labels.iter().any(|label| {
            label.starts_with('-') || label.ends_with('-') || label.chars().count() > 63
        }) {
            return Err(NotAnEmailAddress::Characters);
        }
        let ends = labels.last().is_some_and(|last| {
            last.chars().count() >= 2 && !last.chars().all(|c| c.is_ascii_digit())
        });
        if labels.len() < 2 || labels.iter().any(|label| label.is_empty()) || !ends {
            return Err(NotAnEmailAddress::Ending);
        }
        Ok(Self(format!("{local}@{host}")))
    }

    /// An address that was taken before, as it stands; [`super::PersonName::kept`] says why. No
    /// rules of any day took one without an `@` between two parts.
    pub fn kept(stored: &str) -> Option<Self> {
        let (local, host) = stored.split_once('@')?;
        let is_normal = is_folded(stored) && host.to_lowercase() == host;
        (!local.is_empty() && !host.is_empty() && is_normal).then(|| Self(stored.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// In the form in which letters and their accents are one (Unicode's NFC). ASCII is in it already.
fn composed(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.is_ascii() { text } else { Cow::Owned(text.nfc().collect()) }
}

/// The part before `@` as people have it: letters of any script, figures and the signs of RFC
/// 5322's `atext`, with single dots between them. The quoted form is refused: no address of a
/// person has it, and many programs send nothing to it.
fn is_local(local: &str) -> bool {
    let sign =
        |c: char| c.is_alphanumeric() || is_combining_mark(c) || "!#$%&'*+-/=?^_`{|}~".contains(c);
    local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(sign))
}

/// What a part of a domain may have, in ASCII or as an internationalised name shows it.
fn in_label(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || c == '-'
}

/// What two spellings of one mailbox have in common, in the same way; an address that is not whole
/// is compared as it was typed.
pub fn mailbox(typed: &str) -> String {
    EmailAddress::parse(typed)
        .map_or_else(|_| normalise(typed), |address| address.as_str().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_email_address_says_which_part_is_missing() {
        assert_eq!(
            EmailAddress::parse(" Soren@Nordlystomrer.Example ").map(|e| e.as_str().to_owned()),
            Ok("Soren@nordlystomrer.example".into())
        );
        for (pasted, meant) in [
            ("bo\u{200b}@x.dk", "bo@x.dk"),
            ("\u{feff}bo@x.dk\u{a0}", "bo@x.dk"),
            ("mailto:bo@x.dk", "bo@x.dk"),
            ("MAILTO:bo@x.dk?subject=Hej", "bo@x.dk"),
            ("Bo Lund <bo@x.dk>", "bo@x.dk"),
            ("\"Lund, Bo\" <bo@x.dk>;", "bo@x.dk"),
            ("bo@x.dk <bo@x.dk>", "bo@x.dk"),
            ("<mailto:bo@x.dk>", "bo@x.dk"),
            ("<Bo Lund> bo@x.dk", "bo@x.dk"),
            ("bo@x.dk,", "bo@x.dk"),
            ("bo@x.dk.", "bo@x.dk"),
            ("'bo@x.dk'", "bo@x.dk"),
            ("ｂｏ＠ｘ．ｄｋ", "bo@x.dk"),
            ("Bo.Lund+x@BLÅBÆR.DK", "Bo.Lund+x@blåbær.dk"),
            ("bo@bla\u{30a}bær.dk", "bo@blåbær.dk"),
            ("o'brien@x-y.co.uk", "o'brien@x-y.co.uk"),
            ("bo@xn--blbr-roah.dk", "bo@xn--blbr-roah.dk"),
            ("bo@x.dk (Bo)", "bo@x.dk"),
            ("{bo}@x.dk", "{bo}@x.dk"),
            ("Bo <b}o@x.dk>", "b}o@x.dk"),
            ("{ bo@x.dk }", "bo@x.dk"),
            ("bo%lund@x.dk", "bo%lund@x.dk"),
        ] {
            assert_eq!(
                EmailAddress::parse(pasted).map(|e| e.as_str().to_owned()),
                Ok(meant.to_owned()),
                "{pasted:?}"
            );
        }
        for (text, why) in [
            ("", NotAnEmailAddress::Empty),
            ("\u{200b}\u{ad}", NotAnEmailAddress::Empty),
            ("mailto:", NotAnEmailAddress::Empty),
            ("bo@x.dk, ida@x.dk", NotAnEmailAddress::At),
            ("bo@x.dk;ida@x.dk", NotAnEmailAddress::At),
            ("Bo <bo@x.dk>, Ida <ida@x.dk>", NotAnEmailAddress::At),
            ("ida@x.dk <bo@x.dk>", NotAnEmailAddress::At),
            ("bo@x.dk>", NotAnEmailAddress::At),
            ("bo..lund@x.dk", NotAnEmailAddress::Characters),
            (".bo@x.dk", NotAnEmailAddress::Characters),
            ("bo.@x.dk", NotAnEmailAddress::Characters),
            ("\"bo lund\"@x.dk", NotAnEmailAddress::Characters),
            ("bo@x.dk/", NotAnEmailAddress::Characters),
            ("bo@-x.dk", NotAnEmailAddress::Characters),
            ("bo@[127.0.0.1]", NotAnEmailAddress::Characters),
            ("bo@x..dk", NotAnEmailAddress::Ending),
            ("bo@x.dk..", NotAnEmailAddress::Ending),
            ("bo@127.0.0.1", NotAnEmailAddress::Ending),
            ("bo@x.d", NotAnEmailAddress::Ending),
            ("soren", NotAnEmailAddress::At),
            ("@x.dk", NotAnEmailAddress::At),
            ("a@b@c.dk", NotAnEmailAddress::At),
            ("soren@nordlystomrer", NotAnEmailAddress::Ending),
            ("soren@x.", NotAnEmailAddress::Ending),
            ("so ren@x.dk", NotAnEmailAddress::Characters),
            ("0101901234@x.dk", NotAnEmailAddress::LooksLikeCpr),
        ] {
            assert_eq!(EmailAddress::parse(text), Err(why), "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_address_that_was_read_is_read_as_itself(text in "[a-zA-Z0-9.@<>\"' ,;:åİ\u{30a}\u{200b}-]{0,16}(@[a-zåİ.\u{30a}]{1,8}[.,>]?)?") {
            if let Ok(address) = EmailAddress::parse(&text) {
                prop_assert_eq!(EmailAddress::parse(address.as_str()), Ok(address));
            }
        }
    }
}
