//! One cooperative with a board of forty, to see whether a long list can still be read.

use super::forms::ANDELSSELSKAB;
use super::organisation::{Organisation, PLAIN, taken};
use super::places::FAABORG;
use crate::entry::{Address, Body, Entry, Role, person};
use crate::words::Words;

const CHAIR: &[Role] = &[Role::since(Body::Board, "FORMAND", "2019-11-21")];
const DEPUTY: &[Role] = &[Role::since(Body::Board, "NÆSTFORMAND", "2021-11-18")];
const MEMBER: &[Role] = &[Role::since(Body::Board, "BESTYRELSESMEDLEM", "2020-11-19")];

pub(super) static ORGANISATIONS: &[Organisation] = &[taken(
    "96867905",
    "Landmændenes Kornlager",
    Words::new("Andelsselskab med 40 i bestyrelsen.", "Cooperative with 40 members of the board."),
    &Entry {
        unit: 4_008_100_100,
        form: ANDELSSELSKAB,
        founded: "1921-11-24",
        address: Some(Address::at("Kornvej", 100, FAABORG)),
        email: "korn@landmaendene.example",
        signing_rule: Some(
            "Foreningen tegnes af formanden i forening med fem bestyrelsesmedlemmer.",
        ),
        participants: &[
            person(4_009_100_300, "Abdi Warsame", CHAIR),
            person(4_009_100_301, "Anders Skovsgaard", DEPUTY),
            person(4_009_100_302, "Annika Lykke Bruun", MEMBER),
            person(4_009_100_303, "Astrid Nørgaard", MEMBER),
            person(4_009_100_304, "Benny Hvid", MEMBER),
            person(4_009_100_305, "Birthe Enevoldsen", MEMBER),
            person(4_009_100_306, "Carsten Kjær", MEMBER),
            person(4_009_100_307, "Connie Balle", MEMBER),
            person(4_009_100_308, "Dennis Trier", MEMBER),
            person(4_009_100_309, "Ebbe Ravnkilde", MEMBER),
            person(4_009_100_310, "Elisabeth Ulstrup", MEMBER),
            person(4_009_100_311, "Emma Vestergaard", MEMBER),
            person(4_009_100_312, "Erik Bonde", MEMBER),
            person(4_009_100_313, "Fatima El-Amin", MEMBER),
            person(4_009_100_314, "Finn Humle", MEMBER),
            person(4_009_100_315, "Frida Kornum", MEMBER),
            person(4_009_100_316, "Gunnar Hedegaard", MEMBER),
            person(4_009_100_317, "Hanne Stub", MEMBER),
            person(4_009_100_318, "Helle Rugholm", MEMBER),
            person(4_009_100_319, "Ib Havrelund", MEMBER),
            person(4_009_100_320, "Inge Bygballe", MEMBER),
            person(4_009_100_321, "Ismail Demir", MEMBER),
            person(4_009_100_322, "Jette Kløvermark", MEMBER),
            person(4_009_100_323, "Johan Plough", MEMBER),
            person(4_009_100_324, "Karen Ager", MEMBER),
            person(4_009_100_325, "Kim Hyldig", MEMBER),
            person(4_009_100_326, "Lars Engdal", MEMBER),
            person(4_009_100_327, "Laila Søgaard", MEMBER),
            person(4_009_100_328, "Magnus Mark", MEMBER),
            person(4_009_100_329, "Maja Tang", MEMBER),
            person(4_009_100_330, "Nanna Lundbye", MEMBER),
            person(4_009_100_331, "Ole Fold", MEMBER),
            person(4_009_100_332, "Oskar Stald", MEMBER),
            person(4_009_100_333, "Pia Grønning", MEMBER),
            person(4_009_100_334, "Rasmus Vang Dinesen", MEMBER),
            person(4_009_100_335, "Sigrid Elkjær", MEMBER),
            person(4_009_100_336, "Tage Hestehave", MEMBER),
            person(4_009_100_337, "Tove Oksbjerg", MEMBER),
            person(4_009_100_338, "Ursula Fårup", MEMBER),
            person(4_009_100_339, "Villy Kalvø", MEMBER),
        ],
        ..PLAIN
    },
)];
