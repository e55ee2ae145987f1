//! Those to begin with: the usual forms of organisation, one of each.

use super::forms::{AS, ENK, ERHVERVSDRIVENDE_FOND, FILIAL_AS, FOND, FORENING, IS, KS};
use super::organisation::{Organisation, PLAIN, taken};
use super::places::{FAABORG, LEMVIG, ODDER, TRANEKAER};
use crate::entry::{Address, Body, Entry, Role, Span, company, person, without_cpr};
use crate::words::Words;

pub(super) static ORGANISATIONS: &[Organisation] = &[
    taken(
        "13748136",
        "Nordlys Tømrer & Snedker ApS",
        Words::new(
            "Anpartsselskab med én direktør, Mette Lindegaard Krogh. Begynd her.",
            "Private limited company with one director, Mette Lindegaard Krogh. Begin here.",
        ),
        &Entry {
            unit: 4_008_100_001,
            address: Some(Address::at("Savværksvej", 7, ODDER)),
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
                company(
                    4_008_100_013,
                    "Holm & Bjerre Revision ApS",
                    "97428166",
                    &[Role::since(Body::Auditors, "REVISOR", "2016-06-30")],
                ),
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
            form: IS,
            founded: "2009-03-01",
            address: Some(Address::at("Havnegade", 22, TRANEKAER)),
            former_address: Some((
                Address::at("Havnegade", 14, TRANEKAER),
                Span::closed("2009-03-01", "2025-09-30"),
            )),
            email: "brod@havnegadensbageri.example",
            trade: ("107120", "Fremstilling af friske bageriprodukter"),
            participants: &[
                person(
                    4_009_100_002,
                    "Bente Rask Olesen",
                    &[Role::since(Body::Partners, "INTERESSENTER", "2009-03-01")],
                ),
                person(
                    4_009_100_003,
                    "Malene Rask Holm",
                    &[Role::since(Body::Partners, "INTERESSENTER", "2018-01-01")],
                ),
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
            address: Some(Address::at("Banegårdsgade", 3, ODDER)),
            email: "info@signalhuset.example",
            trade: ("432100", "El-installation"),
            signing_rule: Some(
                "Selskabet tegnes af bestyrelsens formand i forening med en direktør eller af den samlede bestyrelse.",
            ),
            participants: &[
                person(
                    4_009_100_004,
                    "Signe Dalgas Munch",
                    &[Role::since(Body::Directors, "ADM. DIR.", "2014-02-01")],
                ),
                person(
                    4_009_100_005,
                    "Henrik Bruun Selmer",
                    &[Role::since(Body::Board, "FORMAND", "2011-04-28")],
                ),
                person(
                    4_009_100_006,
                    "Lone Vang Terkelsen",
                    &[Role::since(Body::Board, "NÆSTFORMAND", "2019-04-25")],
                ),
                without_cpr(
                    4_009_100_007,
                    "Ingrid Solheim Aasen",
                    &[Role::since(Body::Board, "BESTYRELSESMEDLEM", "2022-04-28")],
                ),
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
            form: ENK,
            founded: "1987-04-01",
            address: Some(Address::at("Teglgårdsvej", 41, FAABORG)),
            email: "frode@lyngmurer.example",
            trade: ("439910", "Murere"),
            participants: &[person(
                4_009_100_008,
                "Frode Lyng Andersen",
                &[Role::since(Body::Owner, "INDEHAVER", "1987-04-01")],
            )],
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
            form: FORENING,
            status: "Aktiv",
            founded: "2003-09-15",
            address: Some(Address::at("Fjordbakken", 2, LEMVIG)),
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
            form: ERHVERVSDRIVENDE_FOND,
            founded: "1994-01-01",
            address: Some(Address::at("Klitvej", 90, LEMVIG)),
            email: "fonden@klitrosen.example",
            signing_rule: Some(
                "Fonden tegnes af bestyrelsens formand alene eller af to bestyrelsesmedlemmer i forening.",
            ),
            participants: &[
                person(
                    4_009_100_010,
                    "Karl Ravn Thestrup",
                    &[Role::since(Body::Board, "FORMAND", "2017-05-11")],
                ),
                person(
                    4_009_100_011,
                    "Tove Skaarup Lind",
                    &[Role::since(Body::Board, "BESTYRELSESMEDLEM", "2020-05-14")],
                ),
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
            form: FOND,
            status: "Aktiv",
            founded: "1979-08-01",
            address: Some(Address::at("Skovly", 5, FAABORG)),
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
            form: FILIAL_AS,
            founded: "2021-06-01",
            address: Some(Address::at("Færgevej", 18, ODDER)),
            email: "kontor@norrskenbygg.example",
            participants: &[without_cpr(
                4_009_100_012,
                "Elin Norrsken Ekström",
                &[Role::since(Body::BranchManagement, "FILIALBESTYRER", "2021-06-01")],
            )],
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
            form: KS,
            founded: "2015-11-02",
            address: Some(Address::at("Søndre Kaj", 1, FAABORG)),
            email: "lager@soendrekaj.example",
            trade: ("521000", "Oplagrings- og pakhusvirksomhed"),
            signing_rule: Some("Selskabet tegnes af komplementaren."),
            participants: &[company(
                4_008_100_014,
                "Søndre Kaj Komplementar ApS",
                "98170421",
                &[Role::since(Body::GeneralPartners, "KOMPLEMENTAR", "2015-11-02")],
            )],
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
            former_name: Some((
                "Torben Elles Blik & Rør ApS",
                Span::closed("2012-05-01", "2026-02-28"),
            )),
            address: Some(Address::at("Ellebækvej", 12, ODDER)),
            email: "vvs@ellebaekken.example",
            trade: ("432200", "VVS- og blikkenslagerforretninger"),
            participants: &[
                person(
                    4_009_100_013,
                    "Torben Elle",
                    &[Role::closed(Body::Directors, "DIREKTØR", "2012-05-01", "2026-02-28")],
                ),
                person(
                    4_009_100_014,
                    "Viggo Lauge Thorsen",
                    &[Role::since(Body::Directors, "DIREKTØR", "2026-03-01")],
                ),
            ],
            ..PLAIN
        },
    ),
    taken(
        "97428166",
        "Holm & Bjerre Revision ApS",
        Words::new(
            "Anmelderens eget firma: Jens Aagaard Holm er direktør.",
            "The reporter's own firm: Jens Aagaard Holm is the director.",
        ),
        &Entry {
            unit: 4_008_100_013,
            address: Some(Address::at("Rosensgade", 30, ODDER)),
            email: "post@holmbjerre.example",
            trade: ("692000", "Bogføring og revision; skatterådgivning"),
            participants: &[person(
                4_009_100_015,
                "Jens Aagaard Holm",
                &[Role::since(Body::Directors, "DIREKTØR", "2013-01-01")],
            )],
            ..PLAIN
        },
    ),
];
