//! Companies and cooperatives: who signs, who is on the board, and who only seems to be.

use super::forms::{AS, FINANSIEL, FMBA, MEDARBEJDERINVESTERING, PS, SCE, SE, SMBA};
use super::organisation::{Organisation, PLAIN, taken};
use super::places::{AEROESKOEBING, FAABORG, LEMVIG, SVANEKE};
use crate::entry::{Address, Body, Entry, Role, company, person, without_cpr};
use crate::words::Words;

pub(super) static ORGANISATIONS: &[Organisation] = &[
    taken(
        "92002977",
        "Teglhusets Brugskunst A/S",
        Words::new(
            "Aktieselskab, som tegnes af den samlede bestyrelse. Suppleanten Oda Friis Hald skal ikke kunne vælges.",
            "Public limited company bound by the whole board. The substitute Oda Friis Hald must not be offered.",
        ),
        &Entry {
            unit: 4_008_100_101,
            form: AS,
            founded: "2004-02-16",
            address: Some(Address {
                letter: Some("B"),
                floor: Some("1"),
                door: Some("tv"),
                ..Address::at("Teglhusvej", 19, AEROESKOEBING)
            }),
            email: "kontor@teglhuset.example",
            signing_rule: Some("Selskabet tegnes af den samlede bestyrelse."),
            participants: &[
                person(
                    4_009_100_101,
                    "Asger Toft Winther",
                    &[
                        Role::closed(Body::Board, "BESTYRELSESMEDLEM", "2010-04-22", "2018-04-19"),
                        Role::since(Body::Board, "FORMAND", "2018-04-19"),
                    ],
                ),
                person(
                    4_009_100_102,
                    "Rikke Damgaard Juhl",
                    &[Role::since(Body::Board, "NÆSTFORMAND", "2018-04-19")],
                ),
                person(
                    4_009_100_103,
                    "Mohammed Yusuf Hassan",
                    &[Role::since(Body::Board, "BESTYRELSESMEDLEM", "2021-04-22")],
                ),
                person(
                    4_009_100_104,
                    "Oda Friis Hald",
                    &[Role::since(Body::Board, "SUPPLEANT", "2021-04-22")],
                ),
                company(
                    4_008_100_013,
                    "Holm & Bjerre Revision ApS",
                    "97428166",
                    &[Role::since(Body::Auditors, "REVISOR", "2019-05-02")],
                ),
            ],
            ..PLAIN
        },
    ),
    taken(
        "96910738",
        "Morgenrødens Vinduespolering ApS",
        Words::new(
            "Kaja Morgenrød Steen er direktør. Emil Buus Ladefoged bliver det først den 1. januar 2027.",
            "Kaja Morgenrød Steen is a director. Emil Buus Ladefoged does not become one until 1 January 2027.",
        ),
        &Entry {
            unit: 4_008_100_102,
            address: Some(Address::at("Glasvej", 8, FAABORG)),
            email: "puds@morgenroeden.example",
            signing_rule: Some("Selskabet tegnes af en direktør."),
            participants: &[
                person(
                    4_009_100_105,
                    "Kaja Morgenrød Steen",
                    &[Role::since(Body::Directors, "DIREKTØR", "2012-05-01")],
                ),
                person(
                    4_009_100_106,
                    "Emil Buus Ladefoged",
                    &[Role::since(Body::Directors, "DIREKTØR", "2027-01-01")],
                ),
            ],
            ..PLAIN
        },
    ),
    taken(
        "90692615",
        "Vestklintens Røgeri P/S",
        Words::new(
            "Partnerselskab, hvor Dorthe Klint Bang står både i direktionen og i bestyrelsen.",
            "Partnership company in which Dorthe Klint Bang is in both the executive board and the board of directors.",
        ),
        &Entry {
            unit: 4_008_100_103,
            form: PS,
            founded: "2017-09-01",
            address: Some(Address::at("Røgerivej", 2, SVANEKE)),
            email: "sild@vestklinten.example",
            participants: &[
                person(
                    4_009_100_107,
                    "Dorthe Klint Bang",
                    &[
                        Role::since(Body::Directors, "ADM. DIR.", "2017-09-01"),
                        Role::since(Body::Board, "BESTYRELSESMEDLEM", "2019-05-09"),
                    ],
                ),
                person(
                    4_009_100_108,
                    "Steen Voldby Krarup",
                    &[Role::since(Body::Board, "FORMAND", "2017-09-01")],
                ),
                company(
                    4_008_100_201,
                    "Vestklintens Komplementar ApS",
                    "91266407",
                    &[Role::since(Body::GeneralPartners, "KOMPLEMENTAR", "2017-09-01")],
                ),
            ],
            ..PLAIN
        },
    ),
    taken(
        "94225345",
        "Hedelærkens Mejeri S.M.B.A.",
        Words::new(
            "Selskab med begrænset ansvar, hvis tegningsregel er skrevet frit og ikke passer i nogen kasse.",
            "Limited liability company whose signing rule is free text that fits no box.",
        ),
        &Entry {
            unit: 4_008_100_104,
            form: SMBA,
            founded: "1991-11-11",
            address: Some(Address::at("Lyngvejen", 77, LEMVIG)),
            email: "ost@hedelaerken.example",
            signing_rule: Some(
                "Selskabet tegnes i henhold til vedtægternes § 14, jf. dog § 3, stk. 2; ved køb af køer tillige af mejeribestyreren.",
            ),
            participants: &[
                person(
                    4_009_100_109,
                    "Ejvind Lyng Mikkelsen",
                    &[Role::since(Body::Directors, "MEJERIBESTYRER", "2008-01-01")],
                ),
                person(
                    4_009_100_110,
                    "Anne-Grethe Holt",
                    &[Role::since(Body::Board, "FORMAND", "2015-03-12")],
                ),
            ],
            ..PLAIN
        },
    ),
    taken(
        "95566421",
        "Fjernvarmeforsyningsselskabet for Søndre og Nordre Åbrinkens Randbebyggelse og de omliggende Landsbyer og Gårde F.M.B.A.",
        Words::new(
            "Et navn på 120 tegn. Forening med begrænset ansvar, hvor direktør og formand tegner i forening.",
            "A name of 120 characters. Limited liability association bound by the director and the chair jointly.",
        ),
        &Entry {
            unit: 4_008_100_105,
            form: FMBA,
            founded: "1974-10-01",
            email: "varme@aabrinken.example",
            trade: ("353000", "Varmeforsyning"),
            signing_rule: Some("Foreningen tegnes af formanden og en direktør i forening."),
            participants: &[
                person(
                    4_009_100_111,
                    "Palle Åbrink Sørensen",
                    &[Role::since(Body::Directors, "DIREKTØR", "2011-08-01")],
                ),
                person(
                    4_009_100_112,
                    "Jytte Nørskov",
                    &[Role::since(Body::Board, "FORMAND", "2020-09-24")],
                ),
            ],
            ..PLAIN
        },
    ),
    taken(
        "91962098",
        "Kildebæk Medarbejderinvesteringsselskab",
        Words::new(
            "Medarbejderinvesteringsselskab: direktøren er valgt, men ingen tegningsregel er registreret.",
            "Employee investment company: there is a director, but no signing rule is registered.",
        ),
        &Entry {
            unit: 4_008_100_106,
            form: MEDARBEJDERINVESTERING,
            founded: "2015-02-01",
            email: "kontakt@kildebaek.example",
            participants: &[person(
                4_009_100_113,
                "Nadia Kildebæk Aziz",
                &[Role::since(Body::Directors, "DIREKTØR", "2015-02-01")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "92488322",
        "Prøve Landbosparekasse",
        Words::new(
            "Særlig finansiel virksomhed med en direktør, der kan tegne alene.",
            "Special financial company with a director who may sign alone.",
        ),
        &Entry {
            unit: 4_008_100_107,
            form: FINANSIEL,
            founded: "1931-06-15",
            email: "kassen@landbosparekasse.example",
            signing_rule: Some("Virksomheden tegnes af direktøren alene."),
            participants: &[person(
                4_009_100_114,
                "Holger Kassow Brink",
                &[Role::since(Body::Directors, "DIREKTØR", "2009-12-01")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "93770803",
        "Prøve Maritime SE",
        Words::new(
            "SE-selskab, som tegnes af to direktører i forening. Den ene direktørs navn er skrevet med kyrilliske bogstaver.",
            "European company (SE) bound by two directors jointly. One director's name is written in Cyrillic letters.",
        ),
        &Entry {
            unit: 4_008_100_108,
            form: SE,
            founded: "2011-03-31",
            address: Some(Address::at("Molen", 4, AEROESKOEBING)),
            email: "office@proevemaritime.example",
            signing_rule: Some("Selskabet tegnes af to direktører i forening."),
            participants: &[
                without_cpr(
                    4_009_100_115,
                    "Олена Коваленко",
                    &[Role::since(Body::Directors, "DIREKTØR", "2022-06-01")],
                ),
                person(
                    4_009_100_116,
                    "François Lefèvre-Østergaard",
                    &[Role::since(Body::Directors, "DIREKTØR", "2016-01-01")],
                ),
            ],
            ..PLAIN
        },
    ),
    taken(
        "94159989",
        "Prøve Andel SCE",
        Words::new(
            "Europæisk andelsselskab (SCE), hvor det ene af to bestyrelsesmedlemmer ikke har CPR-nummer.",
            "European cooperative society (SCE) in which one of two board members has no CPR number.",
        ),
        &Entry {
            unit: 4_008_100_109,
            form: SCE,
            founded: "2014-07-07",
            email: "andel@proeveandel.example",
            signing_rule: Some("Selskabet tegnes af bestyrelsens formand alene."),
            participants: &[
                person(
                    4_009_100_117,
                    "Birgit Sand Hougaard",
                    &[Role::since(Body::Board, "FORMAND", "2014-07-07")],
                ),
                without_cpr(
                    4_009_100_118,
                    "Aoife Ní Bhriain",
                    &[Role::since(Body::Board, "BESTYRELSESMEDLEM", "2018-05-17")],
                ),
            ],
            ..PLAIN
        },
    ),
];
