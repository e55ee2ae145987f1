//! Public authorities and the church: the register names their form and nobody in their management.

use super::forms::{AMT, KIRKE, KOMMUNE, OFFENTLIG, REGION, STAT};
use super::organisation::{Organisation, PLAIN, taken};
use super::places::{AEROESKOEBING, FAABORG, LEMVIG, ODDER, TRANEKAER};
use crate::entry::{Address, Body, Entry, Role, person};
use crate::words::Words;

pub(super) static ORGANISATIONS: &[Organisation] = &[
    taken(
        "97139636",
        "Styrelsen for Prøve og Øvelse",
        Words::new(
            "Statslig enhed uden ledelse i CVR. Adressen er en postboks.",
            "State unit with no management in CVR. The address is a post office box.",
        ),
        &Entry {
            unit: 4_008_100_121,
            form: STAT,
            status: "Aktiv",
            founded: "1999-01-01",
            address: Some(Address::postbox("117", LEMVIG)),
            email: "styrelsen@oevelse.example",
            ..PLAIN
        },
    ),
    taken(
        "90570382",
        "Prøve Havn",
        Words::new(
            "Selvstændig offentlig virksomhed med en havnedirektør i CVR.",
            "Independent public company with a port director in CVR.",
        ),
        &Entry {
            unit: 4_008_100_122,
            form: OFFENTLIG,
            founded: "2000-01-01",
            address: Some(Address::at("Kajen", 1, AEROESKOEBING)),
            email: "havn@proevehavn.example",
            participants: &[person(
                4_009_100_131,
                "Rune Bolværk Dahl",
                &[Role::since(Body::Directors, "HAVNEDIREKTØR", "2018-08-01")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "96037678",
        "Prøve Amt",
        Words::new(
            "Amtskommune, som ophørte ved udgangen af 2006.",
            "County that ceased at the end of 2006.",
        ),
        &Entry {
            unit: 4_008_100_123,
            form: AMT,
            status: "Ophørt",
            founded: "1970-04-01",
            ended: Some("2006-12-31"),
            email: "amtet@proeveamt.example",
            ..PLAIN
        },
    ),
    taken(
        "92018598",
        "Region Prøve",
        Words::new(
            "Region uden ledelse i CVR: navnet må skrives.",
            "Region with no management in CVR: the name has to be typed.",
        ),
        &Entry {
            unit: 4_008_100_124,
            form: REGION,
            status: "Aktiv",
            founded: "2007-01-01",
            address: Some(Address::at("Regionens Allé", 10, FAABORG)),
            email: "regionen@regionproeve.example",
            ..PLAIN
        },
    ),
    taken(
        "99084359",
        "Prøve Kommune",
        Words::new(
            "Primærkommune uden ledelse i CVR: en kommunaldirektør må skrives og dokumenteres.",
            "Municipality with no management in CVR: a chief executive has to be typed and documented.",
        ),
        &Entry {
            unit: 4_008_100_125,
            form: KOMMUNE,
            status: "Aktiv",
            founded: "2007-01-01",
            address: Some(Address::at("Rådhuspladsen", 1, ODDER)),
            email: "kommunen@proevekommune.example",
            ..PLAIN
        },
    ),
    taken(
        "95951422",
        "Prøve Sogns Menighedsråd",
        Words::new(
            "Folkekirkelig institution: menighedsrådet står ikke i CVR.",
            "Institution of the Church of Denmark: the parochial church council is not in CVR.",
        ),
        &Entry {
            unit: 4_008_100_126,
            form: KIRKE,
            status: "Aktiv",
            founded: "1903-05-15",
            address: Some(Address::at("Kirkestien", 3, TRANEKAER)),
            email: "sognet@proevesogn.example",
            ..PLAIN
        },
    ),
];
