//! The persons who can log in at the practice broker, and what each of them shows.

use crate::keys::Signs;
use crate::organisations::{Organisation, organisations};
use crate::words::Words;

/// A practice person. None of them exists.
#[derive(Debug, PartialEq, Eq)]
pub struct Person {
    /// Names the person on the login page and in scripts.
    pub id: &'static str,
    /// Full name, as the broker states it.
    pub name: &'static str,
    /// Date of birth, `YYYY-MM-DD`.
    pub born: &'static str,
    /// What logging in as this person shows.
    pub shows: Words,
    pub(crate) uuid: &'static str,
    pub(crate) subject: &'static str,
    pub(crate) level: Level,
    pub(crate) signs: Signs,
    pub(crate) echo: bool,
    /// The CVR number of the organisation that the broker says in every login that the person may
    /// represent. It knows it of few (`oidc.md` §3).
    pub(crate) vouched: Option<&'static str>,
    pub(crate) claims_given: ClaimsGiven,
    /// How far the broker's clock goes wrong from the next login on, in seconds, until somebody has
    /// logged in by it.
    pub(crate) clock: Option<i64>,
}

/// What a login tells of the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ClaimsGiven {
    /// The name, the date of birth, that there is a CPR number.
    Usual,
    /// No name: it is protected.
    Protected,
    /// A person from abroad without a CPR number.
    Foreign,
    /// Somebody who logs in as an employee.
    Employee,
}

impl Person {
    /// The name as a login tells it, where it does.
    pub(crate) fn claimed_name(&self) -> Option<&'static str> {
        (self.claims_given != ClaimsGiven::Protected).then_some(self.name)
    }

    /// The organisations whose management, owners or partners the practice register counts this
    /// person among.
    pub(crate) fn represents(&self) -> impl Iterator<Item = &'static Organisation> {
        let name = self.name;
        organisations()
            .iter()
            .filter(move |organisation| organisation.signatories().any(|other| other == name))
    }
}

/// Levels of assurance, with the words of Idura's claims (`oidc.md` §1.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    Low,
    Substantial,
    High,
}

impl Level {
    pub(crate) const ALL: [Self; 3] = [Self::Low, Self::Substantial, Self::High];

    /// The value of `acr_values` and of the claim `acr`.
    pub(crate) fn acr(self) -> &'static str {
        match self {
            Self::Low => "urn:grn:authn:dk:mitid:low",
            Self::Substantial => "urn:grn:authn:dk:mitid:substantial",
            Self::High => "urn:grn:authn:dk:mitid:high",
        }
    }

    /// The last part of the NSIS concept, e.g. `Substantial`.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Low => "Low",
            Self::Substantial => "Substantial",
            Self::High => "High",
        }
    }

    /// The value of the claim `loA`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Low => "LOW",
            Self::Substantial => "SUBSTANTIAL",
            Self::High => "HIGH",
        }
    }
}

/// How many seconds ahead a person of practice sets the broker's clock at the most.
pub(crate) fn furthest_ahead() -> i64 {
    persons().iter().filter_map(|person| person.clock).max().unwrap_or_default()
}

/// Everyone who can log in at the practice broker, in the order of its login page.
pub fn persons() -> &'static [Person] {
    PERSONS
}

const fn person(
    id: &'static str,
    name: &'static str,
    born: &'static str,
    uuid: &'static str,
    subject: &'static str,
    shows: Words,
) -> Person {
    Person {
        id,
        name,
        born,
        shows,
        uuid,
        subject,
        level: Level::Substantial,
        signs: Signs::Rs256,
        echo: true,
        vouched: None,
        claims_given: ClaimsGiven::Usual,
        clock: None,
    }
}

static PERSONS: &[Person] = &[
    person(
        "mette",
        "Mette Lindegaard Krogh",
        "1981-03-14",
        "0d1f3c52-7b60-4c1e-9a43-5e2b8f6d1a01",
        "{5b0b6f3a-93c5-4a0e-8f57-2a6d1c7e9b01}",
        Words::new(
            "Direktør i Nordlys Tømrer & Snedker ApS. Alt går, som det skal.",
            "Director of Nordlys Tømrer & Snedker ApS. Everything goes as it should.",
        ),
    ),
    person(
        "bente",
        "Bente Rask Olesen",
        "1974-06-02",
        "1c7a90d4-2f1b-4d53-8e0c-7a9b3c5d2b02",
        "{6c1c7a4b-a4d6-4b1f-9068-3b7e2d8fac02}",
        Words::new("Interessent i Havnegadens Bageri I/S.", "Partner of Havnegadens Bageri I/S."),
    ),
    Person {
        level: Level::High,
        signs: Signs::Es256,
        ..person(
            "signe",
            "Signe Dalgas Munch",
            "1969-09-27",
            "2b6e81c3-5a0d-4e42-9f1b-8c0d4e6f3c03",
            "{7d2d8b5c-b5e7-4c20-a179-4c8f3e90bd03}",
            Words::new(
                "Administrerende direktør i Signalhuset Odder A/S. MitID på niveau Høj, og svaret er underskrevet med ES256.",
                "Managing director of Signalhuset Odder A/S. MitID at level High, and the answer is signed with ES256.",
            ),
        )
    },
    person(
        "amalie",
        "Amalie Fjord Brandt",
        "1990-01-19",
        "3a5d72b2-8c9e-4f31-a02a-9d1e5f704d04",
        "{8e3e9c6d-c6f8-4d31-b28a-5d904fa1ce04}",
        Words::new(
            "Foreningsrepræsentant for Ejerforeningen Fjordbakken.",
            "Association representative of Ejerforeningen Fjordbakken.",
        ),
    ),
    Person {
        vouched: Some("94817021"),
        ..person(
            "frode",
            "Frode Lyng Andersen",
            "1958-11-08",
            "4f4c63a1-bd8f-4020-b139-ae2f60815e05",
            "{9f4fad7e-d709-4e42-839b-6ea150b2df05}",
            Words::new(
                "Ejer af Lyng Andersen Murerforretning. Svaret siger også, at han må repræsentere den, og kun den.",
                "Owner of Lyng Andersen Murerforretning. The answer says too that he may represent it, and only it.",
            ),
        )
    },
    person(
        "poul",
        "Poul Bakkegård Nissen",
        "1962-04-23",
        "5e3b5490-ce70-4117-8248-bf3071926f06",
        "{a050be8f-e81a-4f53-94ac-7fb261c3e006}",
        Words::new(
            "Direktør i Bakkegårdens Maskinstation ApS, hvor svaret på leveringen går tabt.",
            "Director of Bakkegårdens Maskinstation ApS, where the answer to the delivery is lost.",
        ),
    ),
    person(
        "inger",
        "Inger Kyst Mortensen",
        "1955-12-30",
        "6d2a458f-df61-4206-9357-c0418203a007",
        "{b161cf90-f92b-4064-a5bd-80c372d4f107}",
        Words::new(
            "Formand for Kystvejens Vandværk A.m.b.a., som modtageren afviser.",
            "Chair of Kystvejens Vandværk A.m.b.a., which the receiver refuses.",
        ),
    ),
    person(
        "jens",
        "Jens Aagaard Holm",
        "1969-01-27",
        "7c19367e-e052-4315-a466-d15293b4b108",
        "{c272d0a1-0a3c-4175-b6ce-91d483e50208}",
        Words::new(
            "Anmelder fra Holm & Bjerre Revision ApS. Er ikke ledelsesrepræsentant i andre prøveorganisationer.",
            "Reporter from Holm & Bjerre Revision ApS. Not a management representative of any other practice organisation.",
        ),
    ),
    Person {
        echo: false,
        ..person(
            "karl",
            "Karl Ravn Thestrup",
            "1984-08-16",
            "8b08276d-f143-4424-b575-e263a4c5c209",
            "{d383e1b2-1b4d-4286-87df-a2e594f61309}",
            Words::new(
                "Svaret gentager ikke teksten, der blev vist. Beviset når kun niveau C.",
                "The answer does not repeat the text that was shown. The evidence reaches level C only.",
            ),
        )
    },
    Person {
        level: Level::Low,
        ..person(
            "viggo",
            "Viggo Lauge Thorsen",
            "1993-05-05",
            "9af7185c-0234-4533-8684-f374b5d6d30a",
            "{e494f2c3-2c5e-4397-98e0-b3f6a507240a}",
            Words::new(
                "MitID på niveau Lav, selv om der bliver bedt om Betydelig. Tilslut skal afvise svaret.",
                "MitID at level Low although Substantial is asked for. Tilslut must refuse the answer.",
            ),
        )
    },
    Person {
        claims_given: ClaimsGiven::Protected,
        ..person(
            "asta",
            "Asta Vinge Bertelsen",
            "1979-03-14",
            "a0b8297d-1345-4644-a795-0485e6e7e40b",
            "{f5a503d4-3d6f-4aa8-a9f1-c407b6183510}",
            Words::new(
                "Har navne- og adressebeskyttelse: svaret siger ikke, hvem hun er. Tilslut beholder godkendelsen og spørger.",
                "Has name and address protection: the answer does not say who she is. Tilslut keeps the approval and asks.",
            ),
        )
    },
    Person {
        claims_given: ClaimsGiven::Foreign,
        ..person(
            "zofia",
            "Zofia Łucja Wójcik-Nowak",
            "1986-10-05",
            "b1c93a8e-2456-4755-b8a6-1596f7f8f50c",
            "{06b614e5-4e70-4bb9-ba02-d518c7294611}",
            Words::new(
                "Kommer fra udlandet og har ikke noget dansk CPR-nummer.",
                "Comes from abroad and has no Danish CPR number.",
            ),
        )
    },
    person(
        "villads",
        "Villads Birk Ottesen",
        "2010-05-20",
        "c2da4b9f-3567-4866-89b7-26a708090610",
        "{17c725f6-5f81-4cca-8b13-e629d83a5712}",
        Words::new("Er 16 år og har MitID.", "Is 16 years old and has MitID."),
    ),
    Person {
        claims_given: ClaimsGiven::Employee,
        vouched: Some("13748136"),
        ..person(
            "gerda",
            "Gerda Sommer Bach",
            "1971-02-17",
            "d3eb5ca0-4678-4977-9ac8-37b8191a1711",
            "{28d83607-6092-4ddb-9c24-f73ae94b6813}",
            Words::new(
                "Logger ind med et MitID fra arbejdet og handler for Nordlys Tømrer & Snedker ApS.",
                "Logs in with a MitID from work and acts for Nordlys Tømrer & Snedker ApS.",
            ),
        )
    },
    Person {
        clock: Some(12 * 60),
        ..person(
            "ulla",
            "Ulla Vinter Urup",
            "1966-07-07",
            "e4fc6db1-5789-4a88-abd9-48c92a2b2812",
            "{39e94718-71a3-4eec-ad35-084bfa5c7914}",
            Words::new(
                "Stiller prøvens ur 12 minutter frem, så computerens går bagud. Hun logger ikke ind: begynd godkendelsen igen i Tilslut.",
                "Sets the practice clock 12 minutes ahead, so that the computer's is behind. She does not log in: begin the approval again in Tilslut.",
            ),
        )
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn nobody_shares_a_name_or_a_number() {
        let columns: [fn(&Person) -> &str; 4] = [|p| p.id, |p| p.name, |p| p.uuid, |p| p.subject];
        for of in columns {
            assert_eq!(persons().iter().map(of).collect::<HashSet<_>>().len(), persons().len());
        }
    }
    #[test]
    fn whom_a_person_may_represent_is_in_the_register() {
        let vouched: Vec<&str> = persons().iter().filter_map(|person| person.vouched).collect();
        assert!(!vouched.is_empty());
        assert!(
            vouched
                .iter()
                .all(|cvr| organisations().iter().any(|organisation| organisation.cvr == *cvr))
        );
    }
}
