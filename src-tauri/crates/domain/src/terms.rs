//! Which terms the representative is shown: title, version and annexes, as dated data (`domain.md` §4).

use jiff::civil::Date;

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

/// Every edition that a case of Tilslut may have been approved under, oldest first. Older ones stay: a receipt names the
/// edition that was shown.
pub const EDITIONS: &[Terms] = &[CURRENT];

/// The newest edition known when this version of Tilslut was made. A newer one may exist: the window says so.
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

/// The edition that was published on this day; the newest for a day that is not known here.
pub fn edition(published: Date) -> &'static Terms {
    EDITIONS.iter().find(|terms| terms.published == published).unwrap_or(&CURRENT)
}
