//! Associations: with a representative since yesterday, with a board instead, and with nobody.

use super::forms::{FORENING, FRIVILLIG_FORENING};
use super::organisation::{Organisation, PLAIN, taken};
use super::places::{FAABORG, LEMVIG};
use crate::entry::{Address, Body, Entry, Role, person};
use crate::words::Words;

pub(super) static ORGANISATIONS: &[Organisation] = &[
    taken(
        "91951762",
        "Grundejerforeningen Lærkesangen",
        Words::new(
            "Forening med bestyrelsen i CVR, men uden foreningsrepræsentant.",
            "Association with its board in CVR but without an association representative.",
        ),
        &Entry {
            unit: 4_008_100_115,
            form: FORENING,
            status: "Aktiv",
            founded: "1996-04-10",
            address: Some(Address::at("Lærkesangen", 11, FAABORG)),
            email: "bestyrelsen@laerkesangen.example",
            participants: &[
                person(
                    4_009_100_125,
                    "Gitte Sommerlund",
                    &[Role::since(Body::Board, "FORMAND", "2022-03-30")],
                ),
                person(
                    4_009_100_126,
                    "Kjeld Overby Smed",
                    &[Role::since(Body::Board, "BESTYRELSESMEDLEM", "2019-03-27")],
                ),
            ],
            ..PLAIN
        },
    ),
    taken(
        "96565488",
        "Spejdergruppen Egernet",
        Words::new(
            "Frivillig forening, hvor foreningsrepræsentanten Sofie Egelund Nor først er registreret den 23. november 2026.",
            "Voluntary association whose association representative, Sofie Egelund Nor, was registered only on 23 November 2026.",
        ),
        &Entry {
            unit: 4_008_100_116,
            form: FRIVILLIG_FORENING,
            status: "Aktiv",
            founded: "2025-01-15",
            email: "leder@egernet.example",
            participants: &[person(
                4_009_100_127,
                "Sofie Egelund Nor",
                &[Role::since(Body::Representatives, "FORENINGSREPRÆSENTANT", "2026-11-23")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "95541836",
        "Kolonihaverne ved Solsikkestien",
        Words::new(
            "Frivillig forening, oprettet for mere end tre år siden, hvor ingen er registreret.",
            "Voluntary association, founded more than three years ago, with nobody registered.",
        ),
        &Entry {
            unit: 4_008_100_117,
            form: FRIVILLIG_FORENING,
            status: "Aktiv",
            founded: "2022-06-01",
            address: Some(Address::at("Solsikkestien", 1, LEMVIG)),
            email: "have@solsikkestien.example",
            ..PLAIN
        },
    ),
    taken(
        "94063604",
        "Koret Morgenstund",
        Words::new(
            "Foreningsrepræsentanten Bodil Sang fratrådte den 31. august 2026, og ingen ny er registreret.",
            "The association representative Bodil Sang left on 31 August 2026, and no new one is registered.",
        ),
        &Entry {
            unit: 4_008_100_118,
            form: FORENING,
            status: "Aktiv",
            founded: "2001-09-03",
            email: "kor@morgenstund.example",
            participants: &[person(
                4_009_100_128,
                "Bodil Sang",
                &[Role::closed(
                    Body::Representatives,
                    "FORENINGSREPRÆSENTANT",
                    "2016-09-05",
                    "2026-08-31",
                )],
            )],
            ..PLAIN
        },
    ),
];
