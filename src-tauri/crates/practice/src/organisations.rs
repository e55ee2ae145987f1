//! The organisations of the practice world, and what each of them shows.
//!
//! The numbers are sound (modulus 11) and, but for the example that Erhvervsstyrelsen itself publishes, begin with 9,
//! far from those that are given out now. Every name is invented, every e-mail address ends in `.example`.

use crate::entry::{Body, Entry, Form, Kind, Participant, Post, Role, Span};
use crate::words::Words;

/// A practice organisation.
#[derive(Debug)]
pub struct Organisation {
    /// The CVR number, eight digits.
    pub cvr: &'static str,
    /// The name, as the register states it.
    pub name: &'static str,
    /// What preparing a connection of this organisation shows.
    pub shows: Words,
    pub(crate) registered: Registered,
    pub(crate) delivery: Delivery,
}

/// What the register does when it is asked.
#[derive(Debug)]
pub(crate) enum Registered {
    As(&'static Entry),
    /// Answers something that is not an answer.
    Nonsense,
    /// Holds the question until whoever asks goes away.
    Never,
    /// Closes the connection.
    HangsUp,
}

/// What the receiver does with a sound delivery.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Delivery {
    Taken,
    /// It is taken, but the first answer is lost on the way.
    FirstAnswerLost,
    Refused(Words),
}

/// Every organisation of the practice world: first those to begin with, then those in which something is the matter.
pub fn organisations() -> &'static [Organisation] {
    ORGANISATIONS
}

const fn taken(cvr: &'static str, name: &'static str, shows: Words, entry: &'static Entry) -> Organisation {
    Organisation { cvr, name, shows, registered: Registered::As(entry), delivery: Delivery::Taken }
}

const fn silent(cvr: &'static str, name: &'static str, shows: Words, registered: Registered) -> Organisation {
    Organisation { cvr, name, shows, registered, delivery: Delivery::Taken }
}

const fn person(unit: u64, name: &'static str, roles: &'static [Role]) -> Participant {
    Participant { unit, name, kind: Kind::Person, roles }
}

const fn form(code: u16, short: &'static str, long: &'static str) -> Form {
    Form { code, short, long }
}

const APS: Form = form(80, "APS", "Anpartsselskab");
const AS: Form = form(60, "A/S", "Aktieselskab");

const ODDER: Post = Post { number: 8300, district: "Odder", municipality_code: 727, municipality: "ODDER" };
const TRANEKAER: Post = Post { number: 5953, district: "Tranekær", municipality_code: 482, municipality: "LANGELAND" };
const LEMVIG: Post = Post { number: 7620, district: "Lemvig", municipality_code: 665, municipality: "LEMVIG" };
const FAABORG: Post = Post { number: 5600, district: "Faaborg", municipality_code: 430, municipality: "FAABORG-MIDTFYN" };

/// An active entry with nothing unusual about it, to be filled in.
const PLAIN: Entry = Entry {
    unit: 0,
    form: APS,
    status: "NORMAL",
    founded: "2012-05-01",
    ended: None,
    former_name: None,
    street: "Prøvevej",
    house: 1,
    former_address: None,
    post: ODDER,
    email: "post@proeve.example",
    trade: ("702000", "Virksomhedsrådgivning og anden ledelsesrådgivning"),
    signing_rule: None,
    participants: &[],
};

static ORGANISATIONS: &[Organisation] = &[
    taken(
        "13748136",
        "Nordlys Tømrer & Snedker ApS",
        Words::new(
            "Anpartsselskab med én direktør, Mette Lindegaard Krogh. Begynd her.",
            "Private limited company with one director, Mette Lindegaard Krogh. Begin here.",
        ),
        &Entry {
            unit: 4_008_100_001,
            street: "Savværksvej",
            house: 7,
            email: "kontor@nordlystomrer.example",
            trade: ("433200", "Tømrer- og bygningssnedkervirksomhed"),
            signing_rule: Some("Selskabet tegnes af en direktør alene."),
            participants: &[
                person(
                    4_009_100_001,
                    "Mette Lindegaard Krogh",
                    &[
                        Role::since(Body::Directors, "DIREKTØR", "2012-05-01"),
                        Role::since(Body::Founders, "STIFTERE", "2012-05-01"),
                        Role::since(Body::Owners, "1", "2012-05-01"),
                    ],
                ),
                Participant {
                    unit: 4_008_100_013,
                    name: "Holm & Bjerre Revision ApS",
                    kind: Kind::Organisation("97428166"),
                    roles: &[Role::since(Body::Auditors, "REVISOR", "2016-06-30")],
                },
            ],
            ..PLAIN
        },
    ),
    taken(
        "95504183",
        "Havnegadens Bageri I/S",
        Words::new(
            "Interessentskab med to interessenter, forberedt af en anmelder. Adressen er ændret en gang.",
            "General partnership with two partners, prepared by a reporter. The address has changed once.",
        ),
        &Entry {
            unit: 4_008_100_002,
            form: form(30, "I/S", "Interessentskab"),
            founded: "2009-03-01",
            street: "Havnegade",
            house: 22,
            former_address: Some(("Havnegade", 14, Span::closed("2009-03-01", "2025-09-30"))),
            post: TRANEKAER,
            email: "brod@havnegadensbageri.example",
            trade: ("107120", "Fremstilling af friske bageriprodukter"),
            participants: &[
                person(4_009_100_002, "Bente Rask Olesen", &[Role::since(Body::Partners, "INTERESSENTER", "2009-03-01")]),
                person(4_009_100_003, "Malene Rask Holm", &[Role::since(Body::Partners, "INTERESSENTER", "2018-01-01")]),
            ],
            ..PLAIN
        },
    ),
    taken(
        "91203049",
        "Signalhuset Odder A/S",
        Words::new(
            "Aktieselskab med direktion og bestyrelse, som tegnes af flere i forening. Et bestyrelsesmedlem har ikke CPR-nummer.",
            "Public limited company with directors and a board, bound by several jointly. One board member has no CPR number.",
        ),
        &Entry {
            unit: 4_008_100_003,
            form: AS,
            founded: "1998-10-12",
            street: "Banegårdsgade",
            house: 3,
            email: "info@signalhuset.example",
            trade: ("432100", "El-installation"),
            signing_rule: Some("Selskabet tegnes af bestyrelsens formand i forening med en direktør eller af den samlede bestyrelse."),
            participants: &[
                person(4_009_100_004, "Signe Dalgas Munch", &[Role::since(Body::Directors, "ADM. DIR.", "2014-02-01")]),
                person(4_009_100_005, "Henrik Bruun Selmer", &[Role::since(Body::Board, "FORMAND", "2011-04-28")]),
                person(4_009_100_006, "Lone Vang Terkelsen", &[Role::since(Body::Board, "NÆSTFORMAND", "2019-04-25")]),
                Participant {
                    unit: 4_009_100_007,
                    name: "Ingrid Solheim Aasen",
                    kind: Kind::PersonWithoutCpr,
                    roles: &[Role::since(Body::Board, "BESTYRELSESMEDLEM", "2022-04-28")],
                },
            ],
            ..PLAIN
        },
    ),
    taken(
        "94817021",
        "Lyng Andersen Murerforretning",
        Words::new(
            "Enkeltmandsvirksomhed: behøver ofte ingen tilslutning, når kun ejeren handler.",
            "Sole proprietorship: often needs no connection when only the owner acts.",
        ),
        &Entry {
            unit: 4_008_100_004,
            form: form(10, "ENK", "Enkeltmandsvirksomhed"),
            founded: "1987-04-01",
            street: "Teglgårdsvej",
            house: 41,
            post: FAABORG,
            email: "frode@lyngmurer.example",
            trade: ("439910", "Murere"),
            participants: &[person(4_009_100_008, "Frode Lyng Andersen", &[Role::since(Body::Owner, "INDEHAVER", "1987-04-01")])],
            ..PLAIN
        },
    ),
    taken(
        "96273118",
        "Ejerforeningen Fjordbakken",
        Words::new(
            "Forening med en registreret foreningsrepræsentant, Amalie Fjord Brandt.",
            "Association with a registered association representative, Amalie Fjord Brandt.",
        ),
        &Entry {
            unit: 4_008_100_005,
            form: form(110, "FFO", "Forening"),
            status: "Aktiv",
            founded: "2003-09-15",
            street: "Fjordbakken",
            house: 2,
            post: LEMVIG,
            email: "bestyrelsen@fjordbakken.example",
            trade: ("683230", "Ejerforeninger"),
            participants: &[person(
                4_009_100_009,
                "Amalie Fjord Brandt",
                &[Role::since(Body::Representatives, "FORENINGSREPRÆSENTANT", "2024-03-20")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "92380475",
        "Klitrosens Fond",
        Words::new("Erhvervsdrivende fond med bestyrelse.", "Commercial foundation with a board."),
        &Entry {
            unit: 4_008_100_006,
            form: form(100, "EFO", "Erhvervsdrivende fond"),
            founded: "1994-01-01",
            street: "Klitvej",
            house: 90,
            post: LEMVIG,
            email: "fonden@klitrosen.example",
            signing_rule: Some("Fonden tegnes af bestyrelsens formand alene eller af to bestyrelsesmedlemmer i forening."),
            participants: &[
                person(4_009_100_010, "Karl Ravn Thestrup", &[Role::since(Body::Board, "FORMAND", "2017-05-11")]),
                person(4_009_100_011, "Tove Skaarup Lind", &[Role::since(Body::Board, "BESTYRELSESMEDLEM", "2020-05-14")]),
            ],
            ..PLAIN
        },
    ),
    taken(
        "93681509",
        "Skovly Friskole",
        Words::new(
            "Selvejende institution, hvor ingen ledelse er registreret: navnet må skrives.",
            "Self-governing institution with no management registered: the name has to be typed.",
        ),
        &Entry {
            unit: 4_008_100_007,
            form: form(90, "FON", "Fonde og andre selvejende institutioner"),
            status: "Aktiv",
            founded: "1979-08-01",
            street: "Skovly",
            house: 5,
            post: FAABORG,
            email: "kontor@skovlyfriskole.example",
            trade: ("852010", "Grundskoler"),
            ..PLAIN
        },
    ),
    taken(
        "92650197",
        "Norrsken Bygg, filial af Norrsken Bygg AB, Sverige",
        Words::new(
            "Filial af udenlandsk selskab: filialbestyreren har ikke CPR-nummer.",
            "Branch of a foreign company: the branch manager has no CPR number.",
        ),
        &Entry {
            unit: 4_008_100_008,
            form: form(170, "FAS", "Filial af udenlandsk aktieselskab"),
            founded: "2021-06-01",
            street: "Færgevej",
            house: 18,
            email: "kontor@norrskenbygg.example",
            participants: &[Participant {
                unit: 4_009_100_012,
                name: "Elin Norrsken Ekström",
                kind: Kind::PersonWithoutCpr,
                roles: &[Role::since(Body::BranchManagement, "FILIALBESTYRER", "2021-06-01")],
            }],
            ..PLAIN
        },
    ),
    taken(
        "93117727",
        "Søndre Kaj Lager K/S",
        Words::new(
            "Kommanditselskab, hvor komplementaren er et selskab og ikke en person.",
            "Limited partnership whose general partner is a company, not a person.",
        ),
        &Entry {
            unit: 4_008_100_009,
            form: form(40, "K/S", "Kommanditselskab"),
            founded: "2015-11-02",
            street: "Søndre Kaj",
            house: 1,
            post: FAABORG,
            email: "lager@soendrekaj.example",
            trade: ("521000", "Oplagrings- og pakhusvirksomhed"),
            signing_rule: Some("Selskabet tegnes af komplementaren."),
            participants: &[Participant {
                unit: 4_008_100_014,
                name: "Søndre Kaj Komplementar ApS",
                kind: Kind::Organisation("98170421"),
                roles: &[Role::since(Body::GeneralPartners, "KOMPLEMENTAR", "2015-11-02")],
            }],
            ..PLAIN
        },
    ),
    taken(
        "91714531",
        "Ellebækkens VVS ApS",
        Words::new(
            "Direktøren Torben Elle er fratrådt, men står der endnu med en afsluttet periode. Også navnet er ændret.",
            "The director Torben Elle has left but is still there with a closed period. The name has changed too.",
        ),
        &Entry {
            unit: 4_008_100_010,
            former_name: Some(("Torben Elles Blik & Rør ApS", Span::closed("2012-05-01", "2026-02-28"))),
            street: "Ellebækvej",
            house: 12,
            email: "vvs@ellebaekken.example",
            trade: ("432200", "VVS- og blikkenslagerforretninger"),
            participants: &[
                person(4_009_100_013, "Torben Elle", &[Role::closed(Body::Directors, "DIREKTØR", "2012-05-01", "2026-02-28")]),
                person(4_009_100_014, "Viggo Lauge Thorsen", &[Role::since(Body::Directors, "DIREKTØR", "2026-03-01")]),
            ],
            ..PLAIN
        },
    ),
    taken(
        "97428166",
        "Holm & Bjerre Revision ApS",
        Words::new("Anmelderens eget firma: Jens Aagaard Holm er direktør.", "The reporter's own firm: Jens Aagaard Holm is the director."),
        &Entry {
            unit: 4_008_100_013,
            street: "Rosensgade",
            house: 30,
            email: "post@holmbjerre.example",
            trade: ("692000", "Bogføring og revision; skatterådgivning"),
            participants: &[person(4_009_100_015, "Jens Aagaard Holm", &[Role::since(Body::Directors, "DIREKTØR", "2013-01-01")])],
            ..PLAIN
        },
    ),
    taken(
        "94205360",
        "Strandparkens Køkken & Bad ApS under konkurs",
        Words::new(
            "Under konkurs: spærret i MitID Erhverv og kan ikke forberedes her.",
            "Under bankruptcy: blocked in MitID Erhverv, and cannot be prepared here.",
        ),
        &Entry {
            unit: 4_008_100_011,
            status: "UNDERKONKURS",
            street: "Strandparken",
            house: 66,
            email: "kurator@strandparken.example",
            participants: &[person(4_009_100_016, "Ulrik Stampe Bang", &[Role::since(Body::Directors, "DIREKTØR", "2012-05-01")])],
            ..PLAIN
        },
    ),
    taken(
        "95018238",
        "Rosenhavens Planteskole ApS",
        Words::new("Ophørt: kan ikke tilsluttes.", "Ceased: cannot be connected."),
        &Entry {
            unit: 4_008_100_012,
            status: "OPHØRT",
            ended: Some("2025-06-30"),
            street: "Rosenhaven",
            house: 9,
            email: "planter@rosenhaven.example",
            participants: &[person(
                4_009_100_017,
                "Grethe Rosenhave",
                &[Role::closed(Body::Directors, "DIREKTØR", "2012-05-01", "2025-06-30")],
            )],
            ..PLAIN
        },
    ),
    Organisation {
        delivery: Delivery::FirstAnswerLost,
        ..taken(
            "99420863",
            "Bakkegårdens Maskinstation ApS",
            Words::new(
                "Modtageren tager imod, men det første svar går tabt. Udfaldet er ukendt, til der spørges igen.",
                "The receiver takes the delivery, but the first answer is lost. The outcome is unknown until it is asked again.",
            ),
            &Entry {
                unit: 4_008_100_015,
                street: "Bakkegårdsvej",
                house: 104,
                post: LEMVIG,
                email: "kontor@bakkegaarden.example",
                trade: ("016100", "Støtteaktiviteter i forbindelse med planteavl"),
                participants: &[person(4_009_100_018, "Poul Bakkegård Nissen", &[Role::since(Body::Directors, "DIREKTØR", "2012-05-01")])],
                ..PLAIN
            },
        )
    },
    Organisation {
        delivery: Delivery::Refused(Words::new(
            "PRØVE: Referatet viser ikke formandens titel. Det afgøres af organisationens CVR-nummer: Kystvejens Vandværk afvises altid i prøven.",
            "PRØVE: The minutes do not show the chair's title. The CVR number decides this: in practice Kystvejens Vandværk is always refused.",
        )),
        ..taken(
            "98361278",
            "Kystvejens Vandværk A.m.b.a.",
            Words::new(
                "Andelsselskab, som modtageren afviser med en begrundelse.",
                "Cooperative that the receiver refuses, with a reason.",
            ),
            &Entry {
                unit: 4_008_100_016,
                form: form(140, "AMB", "Andelsselskab med begrænset ansvar"),
                founded: "1966-06-06",
                street: "Kystvejen",
                house: 210,
                post: LEMVIG,
                email: "formand@kystvandet.example",
                trade: ("360000", "Vandforsyning"),
                participants: &[person(4_009_100_019, "Inger Kyst Mortensen", &[Role::since(Body::Board, "FORMAND", "2010-03-18")])],
                ..PLAIN
            },
        )
    },
    silent(
        "95836712",
        "Vrøvlets Værksted ApS",
        Words::new("Registeret svarer noget, der ikke kan læses.", "The register answers something that cannot be read."),
        Registered::Nonsense,
    ),
    silent(
        "96640285",
        "Ventetidens Vognmand ApS",
        Words::new("Registeret svarer aldrig: opslaget løber ud af tid.", "The register never answers: the look-up runs out of time."),
        Registered::Never,
    ),
    silent(
        "97015392",
        "Tavshedens Telefoni ApS",
        Words::new("Registeret lukker forbindelsen uden at svare.", "The register closes the connection without an answer."),
        Registered::HangsUp,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use domain::cvr::CvrNumber;
    use std::collections::HashSet;

    #[test]
    fn every_number_is_sound_and_used_once() {
        let numbers: HashSet<_> =
            organisations().iter().map(|organisation| CvrNumber::parse(organisation.cvr).unwrap().to_string()).collect();
        assert_eq!(numbers.len(), organisations().len());
        assert!(organisations().iter().all(|organisation| numbers.contains(organisation.cvr)), "eight digits, no more");
    }

    #[test]
    fn nobody_has_two_unit_numbers_and_no_unit_number_two_names() {
        let mut names = std::collections::HashMap::new();
        for organisation in organisations() {
            let Registered::As(entry) = organisation.registered else { continue };
            let own = std::iter::once((entry.unit, organisation.name));
            for (unit, name) in own.chain(entry.participants.iter().map(|participant| (participant.unit, participant.name))) {
                assert_eq!(*names.entry(unit).or_insert(name), name);
            }
        }
        assert_eq!(names.values().collect::<HashSet<_>>().len(), names.len());
    }

    #[test]
    fn every_company_that_takes_part_has_a_sound_number() {
        let entries = organisations().iter().filter_map(|organisation| match organisation.registered {
            Registered::As(entry) => Some(entry),
            _ => None,
        });
        for participant in entries.flat_map(|entry| entry.participants) {
            if let Kind::Organisation(cvr) = participant.kind {
                assert!(CvrNumber::parse(cvr).is_ok(), "{cvr}");
            }
        }
    }
}
