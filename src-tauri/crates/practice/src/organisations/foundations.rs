//! Foundations and trusts that have a board, though not in the register.

use super::forms::{FOND, TRUST};
use super::organisation::{Organisation, PLAIN, taken};
use crate::entry::{Body, Entry, Role, person};
use crate::words::Words;

pub(super) static ORGANISATIONS: &[Organisation] = &[
    taken(
        "91883422",
        "Musvågens Mindefond",
        Words::new(
            "Fond uden bestyrelse i CVR: kun reelle ejere er registreret, og de kan ikke vælges.",
            "Foundation with no board in CVR: only beneficial owners are registered, and they cannot be chosen.",
        ),
        &Entry {
            unit: 4_008_100_119,
            form: FOND,
            status: "Aktiv",
            founded: "1983-05-05",
            email: "fonden@musvaagen.example",
            participants: &[
                person(
                    4_009_100_129,
                    "Vibeke Ørn Halkjær",
                    &[Role::since(Body::BeneficialOwners, "REEL EJER", "2017-12-01")],
                ),
                person(
                    4_009_100_130,
                    "Niels-Peter Glente",
                    &[Role::since(Body::BeneficialOwners, "REEL EJER", "2017-12-01")],
                ),
            ],
            ..PLAIN
        },
    ),
    taken(
        "91744295",
        "Prøve Klitplantage Trust",
        Words::new("Trust, hvor ingen er registreret.", "Trust with nobody registered."),
        &Entry {
            unit: 4_008_100_120,
            form: TRUST,
            status: "Aktiv",
            founded: "2021-10-10",
            email: "trustee@klitplantage.example",
            ..PLAIN
        },
    ),
];
