//! Those in which something is the matter: a delivery that is lost or refused, a register that does
//! not answer.

use super::forms::AMBA;
use super::organisation::{Delivery, Organisation, PLAIN, Registered, taken};
use super::places::LEMVIG;
use crate::entry::{Address, Body, Entry, Role, person};
use crate::words::Words;

const fn silent(
    cvr: &'static str,
    name: &'static str,
    shows: Words,
    registered: Registered,
) -> Organisation {
    Organisation { cvr, name, shows, registered, delivery: Delivery::Taken }
}

pub(super) static ORGANISATIONS: &[Organisation] = &[
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
                address: Some(Address::at("Bakkegårdsvej", 104, LEMVIG)),
                email: "kontor@bakkegaarden.example",
                trade: ("016100", "Støtteaktiviteter i forbindelse med planteavl"),
                participants: &[person(
                    4_009_100_018,
                    "Poul Bakkegård Nissen",
                    &[Role::since(Body::Directors, "DIREKTØR", "2012-05-01")],
                )],
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
                form: AMBA,
                founded: "1966-06-06",
                address: Some(Address::at("Kystvejen", 210, LEMVIG)),
                email: "formand@kystvandet.example",
                trade: ("360000", "Vandforsyning"),
                participants: &[person(
                    4_009_100_019,
                    "Inger Kyst Mortensen",
                    &[Role::since(Body::Board, "FORMAND", "2010-03-18")],
                )],
                ..PLAIN
            },
        )
    },
    silent(
        "95836712",
        "Vrøvlets Værksted ApS",
        Words::new(
            "Registeret svarer noget, der ikke kan læses.",
            "The register answers something that cannot be read.",
        ),
        Registered::Nonsense,
    ),
    silent(
        "96640285",
        "Ventetidens Vognmand ApS",
        Words::new(
            "Registeret svarer aldrig: opslaget løber ud af tid.",
            "The register never answers: the look-up runs out of time.",
        ),
        Registered::Never,
    ),
    silent(
        "97015392",
        "Tavshedens Telefoni ApS",
        Words::new(
            "Registeret lukker forbindelsen uden at svare.",
            "The register closes the connection without an answer.",
        ),
        Registered::HangsUp,
    ),
];
