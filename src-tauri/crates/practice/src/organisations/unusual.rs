//! Forms that say little or nothing about who may represent the organisation.

use super::forms::{KS, OEVRIGE, UNDER_OPRETTELSE, UOPLYST};
use super::organisation::{Organisation, PLAIN, taken};
use crate::entry::{Body, Entry, Role, foreign_company, nobody, person};
use crate::words::Words;

pub(super) static ORGANISATIONS: &[Organisation] = &[
    taken(
        "93420306",
        "Prøve Fremtid ApS under stiftelse",
        Words::new(
            "Enhed under oprettelse, som først begynder den 1. februar 2027.",
            "Unit in the course of being registered, which does not begin until 1 February 2027.",
        ),
        &Entry {
            unit: 4_008_100_136,
            form: UNDER_OPRETTELSE,
            status: "FREMTID",
            founded: "2027-02-01",
            email: "stifter@proevefremtid.example",
            participants: &[person(
                4_009_100_140,
                "Cecilie Nyborg Thule",
                &[Role::since(Body::Founders, "STIFTERE", "2026-11-02")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "99754257",
        "Prøve Fælleslaug",
        Words::new(
            "Øvrige virksomhedsformer: formanden er den eneste, der er registreret i bestyrelsen.",
            "One of the other forms: the chair is the only member of the board who is registered.",
        ),
        &Entry {
            unit: 4_008_100_137,
            form: OEVRIGE,
            status: "Aktiv",
            founded: "1968-08-18",
            email: "lauget@faelleslaug.example",
            participants: &[person(
                4_009_100_141,
                "Hans-Kurt Bysted",
                &[Role::since(Body::Board, "FORMAND", "2013-06-23")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "92793850",
        "Prøve Uoplyst",
        Words::new(
            "Uoplyst virksomhedsform, ingen adresse og ingen personer.",
            "Unknown form of organisation, no address and no persons.",
        ),
        &Entry {
            unit: 4_008_100_138,
            form: UOPLYST,
            status: "Aktiv",
            founded: "2008-08-08",
            address: None,
            ..PLAIN
        },
    ),
    taken(
        "97100012",
        "Vesterhavets Vind K/S",
        Words::new(
            "Kommanditselskab, hvis komplementar er et udenlandsk selskab: ingen person kan bekræftes automatisk.",
            "Limited partnership whose general partner is a foreign company: no person can be verified automatically.",
        ),
        &Entry {
            unit: 4_008_100_191,
            form: KS,
            founded: "2018-03-01",
            email: "post@havvind.example",
            participants: &[foreign_company(
                4_009_100_191,
                "Nordic Wind GP S.à r.l.",
                &[Role::since(Body::GeneralPartners, "KOMPLEMENTARER", "2018-03-01")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "97113181",
        "Ejendomsselskabet af 10.12.2016 18 ApS",
        Words::new(
            "Anpartsselskab med en dato i navnet, en direktør, som registret ikke nævner, og et tal i tegningsreglen, som udelades.",
            "Private limited company with a date in its name, a director not named, and a number in the signing rule that is left out.",
        ),
        &Entry {
            unit: 4_008_100_192,
            founded: "2016-12-10",
            email: "post@ejendom18.example",
            signing_rule: Some("Selskabet tegnes af direktøren (cpr.nr. 010190-1234) alene."),
            participants: &[nobody(&[Role::since(Body::Directors, "DIREKTØR", "2016-12-10")])],
            ..PLAIN
        },
    ),
];
