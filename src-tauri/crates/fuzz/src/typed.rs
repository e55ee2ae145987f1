//! What a person types, pastes or brings in a file.

use domain::cpr::looks_like_cpr;
use domain::cvr::CvrNumber;
use domain::encoding;
use domain::person::{EmailAddress, PersonName};
use domain::typed::{fold, narrow, visible};

/// Any bytes are text or refused; whatever is read from a text is read again as itself, and what
/// cannot be seen makes no difference.
pub(crate) fn typed(file: &[u8]) {
    let Ok(text) = encoding::text(file) else { return };
    let seen = visible(&text).into_owned();
    assert_eq!(visible(&seen), seen);
    assert_eq!(narrow(&narrow(&text)), narrow(&text));
    assert_eq!(fold(&seen), fold(&text));
    assert_eq!(looks_like_cpr(&seen), looks_like_cpr(&text));
    let (email, name, cvr) =
        (EmailAddress::parse(&text), PersonName::parse(&text), CvrNumber::parse(&text));
    assert_eq!(
        (&EmailAddress::parse(&seen), &PersonName::parse(&seen), &CvrNumber::parse(&seen)),
        (&email, &name, &cvr)
    );
    if let Ok(email) = email {
        assert_eq!(EmailAddress::parse(email.as_str()), Ok(email));
    }
    if let Ok(name) = name {
        assert_eq!(PersonName::parse(name.as_str()), Ok(name));
    }
    if let Ok(cvr) = cvr {
        assert_eq!(CvrNumber::parse(&cvr.in_pairs()), Ok(cvr));
    }
}
