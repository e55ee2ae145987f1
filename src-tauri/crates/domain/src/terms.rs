//! Which terms a case is about: title, version and annexes, as dated data (`domain.md` §4), and
//! what is known of how somebody came to them.

use crate::{Environment, Timestamp};
use jiff::civil::Date;

/// The terms as a case holds them: the edition, and what has happened with it. Whether anybody read
/// them is not known, and is never said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermsShown {
    /// The title that the edition had there.
    pub title: String,
    /// The edition, by its date of publication. It may be one that this version does not know:
    /// [`edition`].
    pub published: Date,
    /// When Tilslut's own summary of it was shown.
    pub summary_shown: Option<Timestamp>,
    /// The official text, when it was opened.
    pub official: Option<OfficialText>,
}

/// The official text was handed to the system browser. In practice it is practice's own text in its
/// place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialText {
    /// When.
    pub opened: Timestamp,
    /// Where the browser was sent.
    pub address: String,
}

/// What the date of an edition says when it comes from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The newest that is known.
    Current,
    /// Published before that, when there were terms.
    Older,
    /// No edition that can be told of: from before there were terms, or later than the newest that
    /// is known.
    Unknown,
}

/// MitID Erhverv opened in the autumn of 2022 (`domain.md` §4): there are no terms from before this
/// year.
const FIRST_YEAR: i16 = 2022;

/// One published edition of the terms for user organisations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// The official Danish title.
    pub title: &'static str,
    /// The day the edition was published.
    pub published: Date,
    /// Where the full text is published.
    pub address: &'static str,
    /// The annexes, in their official order and Danish wording.
    pub annexes: &'static [&'static str],
}

/// Every edition that a case of Tilslut may have been approved under, oldest first. Older ones
/// stay: a receipt names the edition that was shown.
pub const EDITIONS: &[Terms] = &[CURRENT];

/// The newest edition known when this version of Tilslut was made. A newer one may exist: the
/// window says so.
pub const CURRENT: Terms = Terms {
    title: "Vilkår for Brugerorganisationer i MitID Erhverv",
    published: Date::constant(2024, 4, 17),
    address: "https://www.mitid-erhverv.dk/info/vilkar/",
    annexes: &[
        "Vilkår og betingelser for dedikeret MitID til erhvervsbrugere",
        "OCES brugercertifikater",
        "OCES organisationscertifikater",
        "Kvalificerede brugersignaturer",
        "Kvalificerede segl",
        "Handelsbetingelser for fysiske MitID identifikationsmidler",
        "Brugerorganisationers anvendelse af Lokal IdP",
    ],
};

/// The edition that was published on this day; none when this version knows no such edition.
pub fn edition(published: Date) -> Option<&'static Terms> {
    EDITIONS.iter().find(|terms| terms.published == published)
}

/// How an edition of this day stands to the newest that is known.
pub fn standing(published: Date) -> Standing {
    if published == CURRENT.published {
        Standing::Current
    } else if published < CURRENT.published && published.year() >= FIRST_YEAR {
        Standing::Older
    } else {
        Standing::Unknown
    }
}

/// True for an address at which the text of [`CURRENT`] is opened: the official one, or in practice
/// one on this machine.
pub fn is_opened_at(address: &str, environment: Environment) -> bool {
    match environment {
        Environment::Live => address == CURRENT.address,
        Environment::Practice => address.starts_with("http://127.0.0.1:"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_from_elsewhere_is_an_edition_only_where_there_can_be_one() {
        for (published, expected) in [
            (CURRENT.published, Standing::Current),
            (Date::constant(2023, 1, 1), Standing::Older),
            (Date::constant(2022, 1, 1), Standing::Older),
            (Date::constant(2021, 12, 31), Standing::Unknown),
            (Date::constant(1999, 1, 1), Standing::Unknown),
            (Date::constant(2024, 4, 18), Standing::Unknown),
            (Date::MAX, Standing::Unknown),
        ] {
            assert_eq!(standing(published), expected, "{published}");
            assert_eq!(edition(published).is_some(), expected == Standing::Current, "{published}");
        }
    }

    #[test]
    fn the_official_text_is_opened_at_its_own_address_and_practices_on_this_machine() {
        for (address, live, practice) in [
            (CURRENT.address, true, false),
            ("http://127.0.0.1:41873/vilkaar", false, true),
            ("https://www.mitid-erhverv.dk/info/vilkar/?x", false, false),
            ("http://127.0.0.1.example/", false, false),
            ("", false, false),
        ] {
            assert_eq!(
                (
                    is_opened_at(address, Environment::Live),
                    is_opened_at(address, Environment::Practice)
                ),
                (live, practice),
                "{address}"
            );
        }
    }
}
