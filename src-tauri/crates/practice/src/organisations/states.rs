//! Organisations in every state but the usual ones: blocked while they are being wound up, ceased,
//! or not begun yet.

use super::forms::{AS, GAMMEL_MBA, IVS};
use super::organisation::{Organisation, PLAIN, taken};
use super::places::ODDER;
use crate::entry::{Address, Body, Entry, Role, person};
use crate::words::Words;

pub(super) static ORGANISATIONS: &[Organisation] = &[
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
            address: Some(Address::at("Strandparken", 66, ODDER)),
            email: "kurator@strandparken.example",
            participants: &[person(
                4_009_100_016,
                "Ulrik Stampe Bang",
                &[Role::since(Body::Directors, "DIREKTØR", "2012-05-01")],
            )],
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
            address: Some(Address::at("Rosenhaven", 9, ODDER)),
            email: "planter@rosenhaven.example",
            participants: &[person(
                4_009_100_017,
                "Grethe Rosenhave",
                &[Role::closed(Body::Directors, "DIREKTØR", "2012-05-01", "2025-06-30")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "99889500",
        "Prøve Pilefletteri ApS",
        Words::new(
            "Uden retsvirkning: selskabet er registreret, men det har endnu ingen virkning.",
            "Without legal effect: the company is registered, but the registration has no effect yet.",
        ),
        &Entry {
            unit: 4_008_100_139,
            status: "UDENRETSVIRKNING",
            founded: "2026-10-01",
            participants: &[person(
                4_009_100_142,
                "Lærke Piil Bentsen",
                &[Role::since(Body::Directors, "DIREKTØR", "2026-10-01")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "95838103",
        "Prøve Væveri ApS i likvidation",
        Words::new(
            "Under frivillig likvidation: spærret i MitID Erhverv. Likvidatoren Regnar Toft kan indgå aftale igen med dokumentation.",
            "In voluntary liquidation: blocked in MitID Erhverv. The liquidator Regnar Toft may enter into an agreement again with documents.",
        ),
        &Entry {
            unit: 4_008_100_140,
            status: "UNDERFRIVILLIGLIKVIDATION",
            founded: "2003-03-03",
            participants: &[
                person(
                    4_009_100_143,
                    "Regnar Toft",
                    &[Role::since(Body::Liquidators, "LIKVIDATOR", "2026-08-17")],
                ),
                person(
                    4_009_100_144,
                    "Merete Vævergaard",
                    &[Role::closed(Body::Directors, "DIREKTØR", "2003-03-03", "2026-08-17")],
                ),
            ],
            ..PLAIN
        },
    ),
    taken(
        "99756004",
        "Prøve Sadelmageri ApS under reassumering",
        Words::new(
            "Under reassumering: spærret i MitID Erhverv.",
            "In resumption: blocked in MitID Erhverv.",
        ),
        &Entry {
            unit: 4_008_100_141,
            status: "UNDERREASSUMERING",
            founded: "1999-09-09",
            participants: &[person(
                4_009_100_145,
                "Knud Remme",
                &[Role::since(Body::Liquidators, "LIKVIDATOR", "2026-06-01")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "99123907",
        "Prøve Bogbinderi ApS under reassumering",
        Words::new(
            "Under reassumering, som registeret staver med ét s og to m’er: UNDERREASUMMERING.",
            "In resumption, which the register misspells with one s and two m's: UNDERREASUMMERING.",
        ),
        &Entry {
            unit: 4_008_100_142,
            status: "UNDERREASUMMERING",
            founded: "1995-05-19",
            participants: &[person(
                4_009_100_146,
                "Ragnhild Folio Skov",
                &[Role::since(Body::Directors, "DIREKTØR", "1995-05-19")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "99914386",
        "Prøve Glaspusteri ApS under reassumering",
        Words::new(
            "Under reassumering, som registeret staver med ét s og ét m: UNDERREASUMERING.",
            "In resumption, which the register misspells with one s and one m: UNDERREASUMERING.",
        ),
        &Entry {
            unit: 4_008_100_143,
            status: "UNDERREASUMERING",
            founded: "2007-07-17",
            participants: &[person(
                4_009_100_147,
                "Ivar Glasborg",
                &[Role::since(Body::Directors, "DIREKTØR", "2007-07-17")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "98791590",
        "Prøve Keramik ApS under tvangsopløsning",
        Words::new(
            "Under tvangsopløsning: spærret i MitID Erhverv. Likvidatoren er udpeget af skifteretten.",
            "In compulsory dissolution: blocked in MitID Erhverv. The liquidator was appointed by the Probate Court.",
        ),
        &Entry {
            unit: 4_008_100_144,
            status: "UNDERTVANGSOPLØSNING",
            founded: "2014-01-06",
            participants: &[
                person(
                    4_009_100_148,
                    "Camilla Ries",
                    &[Role::since(Body::Liquidators, "LIKVIDATOR", "2026-09-14")],
                ),
                person(
                    4_009_100_149,
                    "Bjarne Lertoft",
                    &[Role::closed(Body::Directors, "DIREKTØR", "2014-01-06", "2026-09-14")],
                ),
            ],
            ..PLAIN
        },
    ),
    taken(
        "99123923",
        "Prøve Bådebyggeri A/S under rekonstruktion",
        Words::new(
            "Under rekonstruktion: spærret i MitID Erhverv. En rekonstruktør er beskikket ved siden af direktøren.",
            "In restructuring: blocked in MitID Erhverv. A restructuring administrator has been appointed beside the director.",
        ),
        &Entry {
            unit: 4_008_100_145,
            form: AS,
            status: "UNDERREKONSTRUKTION",
            founded: "1989-04-04",
            participants: &[
                person(
                    4_009_100_150,
                    "Pernille Stævn",
                    &[Role::since(Body::Directors, "DIREKTØR", "2015-01-01")],
                ),
                person(
                    4_009_100_151,
                    "Jakob Friborg Lund",
                    &[Role::since(Body::Restructurers, "REKONSTRUKTØR", "2026-10-19")],
                ),
            ],
            ..PLAIN
        },
    ),
    taken(
        "92908593",
        "Prøve Tæppehandel ApS under konkurs",
        Words::new(
            "Under konkurs, skrevet som to ord. Kuratoren Thea Winding kan indgå aftale igen med dokumentation.",
            "Under bankruptcy, written as two words. The trustee Thea Winding may enter into an agreement again with documents.",
        ),
        &Entry {
            unit: 4_008_100_146,
            status: "Under konkurs",
            founded: "2010-10-10",
            participants: &[
                person(
                    4_009_100_152,
                    "Thea Winding",
                    &[Role::since(Body::Trustees, "KURATOR", "2026-07-02")],
                ),
                person(
                    4_009_100_153,
                    "Farid Rahimi",
                    &[Role::closed(Body::Directors, "DIREKTØR", "2010-10-10", "2026-07-02")],
                ),
            ],
            ..PLAIN
        },
    ),
    taken(
        "95532136",
        "Prøve Iværk IVS",
        Words::new(
            "Iværksætterselskab, som er tvangsopløst. Kan ikke forberedes her.",
            "Entrepreneurial company that was compulsorily dissolved. Cannot be prepared here.",
        ),
        &Entry {
            unit: 4_008_100_147,
            form: IVS,
            status: "TVANGSOPLØST",
            founded: "2016-02-29",
            ended: Some("2021-10-15"),
            participants: &[person(
                4_009_100_154,
                "Jonas Iversen Bøg",
                &[Role::closed(Body::Directors, "DIREKTØR", "2016-02-29", "2021-10-15")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "95489036",
        "Prøve Ovnhus ApS",
        Words::new(
            "Opløst efter konkurs. Kan ikke forberedes her.",
            "Dissolved after bankruptcy. Cannot be prepared here.",
        ),
        &Entry {
            unit: 4_008_100_148,
            status: "OPLØSTEFTERKONKURS",
            founded: "2008-11-03",
            ended: Some("2024-04-30"),
            participants: &[person(
                4_009_100_155,
                "Tina Ovnbøl",
                &[Role::closed(Body::Directors, "DIREKTØR", "2008-11-03", "2024-04-30")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "96276990",
        "Prøve Tørvelag m.b.a.",
        Words::new(
            "Forening eller selskab med begrænset ansvar af den gamle form, som er opløst. Kan ikke forberedes her.",
            "Association or company with limited liability of the old form, now dissolved. Cannot be prepared here.",
        ),
        &Entry {
            unit: 4_008_100_149,
            form: GAMMEL_MBA,
            status: "OPLØST",
            founded: "1952-06-12",
            ended: Some("2014-12-31"),
            ..PLAIN
        },
    ),
    taken(
        "98502955",
        "Prøve Lysestøberi ApS",
        Words::new(
            "Opløst efter erklæring fra ejerne. Kan ikke forberedes her.",
            "Dissolved after a declaration by the owners. Cannot be prepared here.",
        ),
        &Entry {
            unit: 4_008_100_150,
            status: "OPLØSTEFTERERKLÆRING",
            founded: "2018-05-05",
            ended: Some("2023-02-28"),
            participants: &[person(
                4_009_100_156,
                "Marianne Lysholm",
                &[Role::closed(Body::Directors, "DIREKTØR", "2018-05-05", "2023-02-28")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "95413560",
        "Prøve Møllebyg ApS",
        Words::new(
            "Opløst efter frivillig likvidation. Kan ikke forberedes her.",
            "Dissolved after voluntary liquidation. Cannot be prepared here.",
        ),
        &Entry {
            unit: 4_008_100_151,
            status: "OPLØSTEFTERFRIVILLIGLIKVIDATION",
            founded: "2001-01-08",
            ended: Some("2022-06-30"),
            participants: &[person(
                4_009_100_157,
                "Erling Møllegaard Fisker",
                &[Role::closed(Body::Directors, "DIREKTØR", "2001-01-08", "2022-06-30")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "91848546",
        "Prøve Rebslageri A/S",
        Words::new(
            "Opløst efter fusion med et andet selskab. Kan ikke forberedes her.",
            "Dissolved after merging with another company. Cannot be prepared here.",
        ),
        &Entry {
            unit: 4_008_100_152,
            form: AS,
            status: "OPLØSTEFTERFUSION",
            founded: "1978-03-14",
            ended: Some("2020-01-01"),
            participants: &[person(
                4_009_100_158,
                "Agnete Reeb",
                &[Role::closed(Body::Directors, "DIREKTØR", "1978-03-14", "2020-01-01")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "97118531",
        "Prøve Sejlmageri A/S",
        Words::new(
            "Opløst efter en grænseoverskridende fusion. Kan ikke forberedes her.",
            "Dissolved after a cross-border merger. Cannot be prepared here.",
        ),
        &Entry {
            unit: 4_008_100_153,
            form: AS,
            status: "OPLØSTEFTERGRÆNSEOVERSKRIDENDEFUSION",
            founded: "1984-08-20",
            ended: Some("2023-09-30"),
            participants: &[person(
                4_009_100_159,
                "Gorm Sejling",
                &[Role::closed(Body::Directors, "DIREKTØR", "1984-08-20", "2023-09-30")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "99778474",
        "Prøve Tønderi A/S",
        Words::new(
            "Opløst efter spaltning i flere selskaber. Kan ikke forberedes her.",
            "Dissolved after being divided into several companies. Cannot be prepared here.",
        ),
        &Entry {
            unit: 4_008_100_154,
            form: AS,
            status: "OPLØSTEFTERSPALTNING",
            founded: "1990-12-03",
            ended: Some("2019-07-01"),
            participants: &[person(
                4_009_100_160,
                "Henriette Bødker Vang",
                &[Role::closed(Body::Directors, "DIREKTØR", "1990-12-03", "2019-07-01")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "93300653",
        "Prøve Kridtbrud ApS",
        Words::new(
            "Slettet fra registeret. Kan ikke forberedes her.",
            "Deleted from the register. Cannot be prepared here.",
        ),
        &Entry {
            unit: 4_008_100_155,
            status: "SLETTET",
            founded: "2020-02-20",
            ended: Some("2020-08-31"),
            ..PLAIN
        },
    ),
];
