//! Personally owned businesses and partnerships: who is liable, and whether that is a person.

use super::forms::{DOEDSBO, IS, KS, PARTREDERI, PMV};
use super::organisation::{Organisation, PLAIN, taken};
use super::places::{FAABORG, LEMVIG, SVANEKE, TRANEKAER};
use crate::entry::{Address, Body, Entry, Participant, Role, company, person, without_cpr};
use crate::words::Words;

pub(super) static ORGANISATIONS: &[Organisation] = &[
    taken(
        "97171378",
        "Lillevangs Hundepension",
        Words::new(
            "Personligt ejet mindre virksomhed. Ejeren Sanne Lillevang har hemmelig adresse.",
            "Small personally owned business. The owner Sanne Lillevang has a protected address.",
        ),
        &Entry {
            unit: 4_008_100_110,
            form: PMV,
            status: "AKTIV",
            founded: "2019-08-12",
            address: None,
            email: "hund@lillevang.example",
            participants: &[Participant {
                secret: true,
                ..person(
                    4_009_100_119,
                    "Sanne Lillevang",
                    &[Role::since(Body::Owner, "INDEHAVER", "2019-08-12")],
                )
            }],
            ..PLAIN
        },
    ),
    taken(
        "98033947",
        "Boet efter Aksel Mosegaard",
        Words::new(
            "Dødsbo, hvor ingen er registreret, og hvor adressen er hos en advokat (c/o).",
            "Estate of a deceased person: nobody is registered, and the address is in care of a lawyer (c/o).",
        ),
        &Entry {
            unit: 4_008_100_111,
            form: DOEDSBO,
            status: "Aktiv",
            founded: "2026-05-20",
            address: Some(Address {
                care_of: Some("Advokat Ulla Prip"),
                floor: Some("st"),
                ..Address::at("Torvet", 6, FAABORG)
            }),
            email: "boet@prip.example",
            ..PLAIN
        },
    ),
    taken(
        "91784017",
        "Tre Broers Arkitekter I/S",
        Words::new(
            "Interessentskab, hvor en interessent er et selskab, og en anden er en person uden CPR-nummer.",
            "General partnership in which one partner is a company and another is a person without a CPR number.",
        ),
        &Entry {
            unit: 4_008_100_112,
            form: IS,
            founded: "2020-01-01",
            address: Some(Address {
                place: Some("Botofte"),
                ..Address::at("Brovej", 33, TRANEKAER)
            }),
            email: "tegn@trebroer.example",
            participants: &[
                person(
                    4_009_100_120,
                    "Łukasz Żółć",
                    &[Role::since(Body::Partners, "INTERESSENTER", "2020-01-01")],
                ),
                without_cpr(
                    4_009_100_121,
                    "Đỗ Thị Hương",
                    &[Role::since(Body::Partners, "INTERESSENTER", "2023-04-01")],
                ),
                company(
                    4_008_100_202,
                    "Marsken Arkitektur ApS",
                    "92963098",
                    &[Role::since(Body::Partners, "INTERESSENTER", "2020-01-01")],
                ),
            ],
            ..PLAIN
        },
    ),
    taken(
        "91995239",
        "Vindmarken Klinten K/S",
        Words::new(
            "Kommanditselskab med et selskab som komplementar. Kommanditisten Troels Agger Ibsen kan ikke vælges.",
            "Limited partnership with a company as general partner. The limited partner Troels Agger Ibsen cannot be chosen.",
        ),
        &Entry {
            unit: 4_008_100_113,
            form: KS,
            founded: "2016-12-01",
            address: Some(Address::at("Klintevej", 140, LEMVIG)),
            email: "vind@klinten.example",
            trade: ("351100", "Produktion af elektricitet"),
            signing_rule: Some("Selskabet tegnes af komplementaren."),
            participants: &[
                company(
                    4_008_100_203,
                    "Klintens Komplementarselskab ApS",
                    "97774463",
                    &[Role::since(Body::GeneralPartners, "KOMPLEMENTAR", "2016-12-01")],
                ),
                person(
                    4_009_100_122,
                    "Troels Agger Ibsen",
                    &[Role::since(Body::Owners, "0.90", "2016-12-01")],
                ),
            ],
            ..PLAIN
        },
    ),
    taken(
        "97022798",
        "Partrederiet Havternen",
        Words::new(
            "Partrederi med en bestyrende reder og en medreder.",
            "Shipping partnership with a managing owner and a co-owner.",
        ),
        &Entry {
            unit: 4_008_100_114,
            form: PARTREDERI,
            status: "Aktiv",
            founded: "1998-04-17",
            address: Some(Address::at("Havnebryggen", 5, SVANEKE)),
            email: "skib@havternen.example",
            trade: ("031100", "Havfiskeri"),
            participants: &[
                person(
                    4_009_100_123,
                    "Svend-Aage Kofoed",
                    &[Role::since(Body::Owner, "BESTYRENDE REDER", "1998-04-17")],
                ),
                person(
                    4_009_100_124,
                    "Lis Kofoed Pihl",
                    &[Role::since(Body::Owner, "REDER", "2006-02-01")],
                ),
            ],
            ..PLAIN
        },
    ),
];
