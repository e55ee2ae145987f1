//! Branches and companies from other countries.

use super::forms::{
    EOEFG, FILIAL_ANDEN, FILIAL_APS, FILIAL_BEGRAENSET, FILIAL_SCE, FILIAL_SE,
    FORRETNINGSSTED_EOEFG, GROENLANDSK_AFDELING, UDENLANDSK,
};
use super::organisation::{Organisation, PLAIN, taken};
use super::places::{LEMVIG, NUUK};
use crate::entry::{Address, Body, Entry, Role, person, without_cpr};
use crate::words::Words;

pub(super) static ORGANISATIONS: &[Organisation] = &[
    taken(
        "98083367",
        "Lindenhof Möbel, filial af Lindenhof Möbel GmbH, Tyskland",
        Words::new(
            "Filial af udenlandsk selskab: filialbestyreren Jürgen Voss Petersen har CPR-nummer.",
            "Branch of a foreign company: the branch manager Jürgen Voss Petersen has a CPR number.",
        ),
        &Entry {
            unit: 4_008_100_127,
            form: FILIAL_APS,
            founded: "2013-03-01",
            address: Some(Address::at("Møbelvej", 26, LEMVIG)),
            email: "filial@lindenhof.example",
            signing_rule: Some("Filialen tegnes af en filialbestyrer."),
            participants: &[person(
                4_009_100_132,
                "Jürgen Voss Petersen",
                &[Role::since(Body::BranchManagement, "FILIALBESTYRER", "2013-03-01")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "95802931",
        "Tindvik Regnskap, filial af Tindvik Regnskap BA, Norge",
        Words::new(
            "Filial med to filialbestyrere, den ene med og den anden uden CPR-nummer.",
            "Branch with two branch managers, one with and the other without a CPR number.",
        ),
        &Entry {
            unit: 4_008_100_128,
            form: FILIAL_BEGRAENSET,
            founded: "2018-01-01",
            email: "post@tindvik.example",
            signing_rule: Some("Filialen tegnes af to filialbestyrere i forening."),
            participants: &[
                person(
                    4_009_100_133,
                    "Torunn Tindvik",
                    &[Role::since(Body::BranchManagement, "FILIALBESTYRER", "2018-01-01")],
                ),
                without_cpr(
                    4_009_100_134,
                    "Øyvind Sæther",
                    &[Role::since(Body::BranchManagement, "FILIALBESTYRER", "2018-01-01")],
                ),
            ],
            ..PLAIN
        },
    ),
    taken(
        "94831733",
        "Prøve Cantina, filial af Prøve Cantina SCE, Italien",
        Words::new(
            "Filial af et SCE-selskab, uden filialbestyrer i CVR.",
            "Branch of an SCE with no branch manager in CVR.",
        ),
        &Entry {
            unit: 4_008_100_129,
            form: FILIAL_SCE,
            founded: "2022-02-02",
            email: "filiale@cantina.example",
            ..PLAIN
        },
    ),
    taken(
        "97845034",
        "Prøve Tulpen, filial af Stichting Prøve Tulpen, Nederlandene",
        Words::new(
            "Filial af en udenlandsk virksomhed af anden form: den eneste filialbestyrer er fratrådt.",
            "Branch of a foreign company of another form: its only branch manager has left.",
        ),
        &Entry {
            unit: 4_008_100_130,
            form: FILIAL_ANDEN,
            founded: "2016-06-06",
            email: "kantoor@tulpen.example",
            participants: &[without_cpr(
                4_009_100_135,
                "Maarten van der Veen",
                &[Role::closed(
                    Body::BranchManagement,
                    "FILIALBESTYRER",
                    "2016-06-06",
                    "2025-12-31",
                )],
            )],
            ..PLAIN
        },
    ),
    taken(
        "91118408",
        "Prøve Baltikum OÜ",
        Words::new(
            "Udenlandsk virksomhed med adresse i Estland.",
            "Foreign company with an address in Estonia.",
        ),
        &Entry {
            unit: 4_008_100_131,
            form: UDENLANDSK,
            status: "Aktiv",
            founded: "2023-09-01",
            address: Some(Address::abroad("EE", "Näidise tänav 12-4\n10111 Tallinn")),
            email: "info@proevebaltikum.example",
            participants: &[without_cpr(
                4_009_100_136,
                "Kristjan Põldmäe",
                &[Role::since(Body::Directors, "DIREKTØR", "2023-09-01")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "92780082",
        "Prøve Forskning EØFG",
        Words::new(
            "Europæisk økonomisk firmagruppe med en forretningsfører.",
            "European economic interest grouping with a manager.",
        ),
        &Entry {
            unit: 4_008_100_132,
            form: EOEFG,
            founded: "2005-05-25",
            email: "gruppe@forskning.example",
            participants: &[person(
                4_009_100_137,
                "Ditte Marquard Loft",
                &[Role::since(Body::Directors, "FORRETNINGSFØRER", "2012-01-01")],
            )],
            ..PLAIN
        },
    ),
    taken(
        "90960873",
        "Prøve Conseil, fast forretningssted af Prøve Conseil EØFG",
        Words::new(
            "Fast forretningssted af en europæisk økonomisk firmagruppe, uden nogen registreret.",
            "Permanent establishment of a European economic interest grouping, with nobody registered.",
        ),
        &Entry {
            unit: 4_008_100_133,
            form: FORRETNINGSSTED_EOEFG,
            founded: "2010-10-01",
            email: "bureau@conseil.example",
            ..PLAIN
        },
    ),
    taken(
        "90097369",
        "Prøve Offshore, filial af Prøve Offshore SE",
        Words::new(
            "Filial af et SE-selskab, hvor filialbestyreren også står i en bestyrelse.",
            "Branch of an SE whose branch manager is also on a board.",
        ),
        &Entry {
            unit: 4_008_100_134,
            form: FILIAL_SE,
            founded: "2019-11-01",
            email: "branch@offshore.example",
            participants: &[person(
                4_009_100_138,
                "Ylva Sjöström",
                &[
                    Role::since(Body::BranchManagement, "FILIALBESTYRER", "2019-11-01"),
                    Role::since(Body::Board, "BESTYRELSESMEDLEM", "2020-05-14"),
                ],
            )],
            ..PLAIN
        },
    ),
    taken(
        "98327967",
        "Prøve Fangst, grønlandsk afdeling af Prøve Fangst hf.",
        Words::new(
            "Grønlandsk afdeling af et udenlandsk selskab, med adresse i Nuuk.",
            "Greenlandic department of a foreign company, with an address in Nuuk.",
        ),
        &Entry {
            unit: 4_008_100_135,
            form: GROENLANDSK_AFDELING,
            founded: "2017-04-01",
            address: Some(Address { country: "GL", ..Address::at("Aqqusinersuaq", 48, NUUK) }),
            email: "nuuk@fangst.example",
            participants: &[person(
                4_009_100_139,
                "Aviaja Lynge Møller",
                &[Role::since(Body::BranchManagement, "AFDELINGSLEDER", "2017-04-01")],
            )],
            ..PLAIN
        },
    ),
];
