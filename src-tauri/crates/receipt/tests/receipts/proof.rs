//! What a receipt says of its evidence, its delivery and who logged in is what is known, and no
//! more.

use crate::case::{Case, at, name};
use crate::reading::{assert_in_order, pages, squeezed, text};
use domain::approver::{Approver, Authority, DiscardedApproval, Explanation, NameMatch};
use domain::case::Level;
use domain::control_code::ControlCode;
use domain::{Environment, Language};
use evidence::{CheckId, Outcome, Reason};
use receipt::Error;

#[test]
fn an_unconfirmed_delivery_is_not_called_delivered() {
    for (language, wanted, missing) in [
        (
            Language::Danish,
            &[
                "Endnu ikke bekræftet, da kvitteringen blev lavet 24. november 2026 kl. 14.49",
                "Åbn sagen i Tilslut, og se, om den er nået frem.",
                "får hver administrator en e-mail med et link",
            ][..],
            "Prøvelink",
        ),
        (
            Language::English,
            &[
                "Not confirmed yet when this receipt was made on 24 November 2026 at 14:49",
                "Open the case in Tilslut to see whether it has arrived.",
                "each administrator receives an e-mail",
            ],
            "Practice link",
        ),
    ] {
        let mut case = Case::usual(Environment::Practice, language);
        case.accepted = None;
        let shown = text(&case.pdf());
        assert_in_order(&shown, wanted);
        assert!(!shown.contains(missing) && !shown.contains("2026-004711"), "{shown}");
    }
}

#[test]
fn each_level_says_what_it_does_not_prove() {
    let mut case = Case::usual(Environment::Live, Language::Danish);
    for (level, wanted) in [
        (Level::A, "Bevisniveau A: brokerens langtidsbevis med samme tekst"),
        (Level::B, "Bevisniveau B: login og tekst hænger sammen"),
        (Level::C, "Hvad der blev vist i MitID, er ikke bevist."),
        (Level::D, "Hvem der loggede ind, er ikke bevist."),
    ] {
        case.verdict.outcome = Outcome::Level(level);
        let shown = text(&case.pdf());
        assert_in_order(&shown, &["Bevis og kontrol", wanted]);
        let said_first = squeezed(pages(&shown)[0]).contains(&squeezed(wanted));
        assert_eq!(said_first, matches!(level, Level::C | Level::D), "{level:?}");
    }
    case.verdict
        .checks
        .iter_mut()
        .filter(|check| check.id == CheckId::IssuerKnown)
        .for_each(|check| check.passed = None);
    assert_in_order(
        &text(&case.pdf()),
        &["Uvist", "Login kommer fra en kendt broker", "Tilslut kender ikke nøglen"],
    );
}

#[test]
fn a_name_in_mitid_that_differs_is_pointed_out() {
    let mut case = Case::usual(Environment::Live, Language::Danish);
    assert!(!text(&case.pdf()).contains("Godkendt af"));
    case.verdict.approver = Some("METTE  lindegaard KROGH".into());
    assert!(!text(&case.pdf()).contains("Godkendt af"));
    case.verdict.approver = Some("Karl Krogh".into());
    assert_in_order(
        &text(&case.pdf()),
        &[
            "Karl Krogh godkendte",
            "Karl Krogh. Navnet i MitID er et andet end ledelsesrepræsentantens.",
        ],
    );
    case.verdict.approver = None;
    assert_in_order(&text(&case.pdf()), &["Den, der loggede ind, godkendte"]);
    let unlisted = case.about(|connection| connection.organisation.candidates.clear());
    assert_in_order(&text(&unlisted.pdf()), &["direktør (ikke fundet i CVR 24. november 2026)"]);
}

#[test]
fn what_was_explained_about_the_name_and_what_was_not_used_is_told() {
    let mut case = Case::usual(Environment::Live, Language::Danish);
    let approver =
        |found, explanation| Some(Approver { found, authority: Authority::Untold, explanation });
    case.verdict.approver = Some("Mette Krogh".into());
    assert_in_order(
        &text(&case.pdf()),
        &["Godkendt af", "Mette Krogh. Sådan står navnet i MitID."],
    );
    case.verdict.approver = Some("Karl Krogh".into());
    for (explanation, meant) in [
        (Explanation::SamePerson, "Oplyst før afsendelsen: Det er ledelsesrepræsentanten."),
        (
            Explanation::MayRepresent,
            "Personen må repræsentere organisationen. Tilslut har ikke kontrolleret det.",
        ),
    ] {
        case.approver = approver(NameMatch::NotListed, Some(explanation));
        assert_in_order(&text(&case.pdf()), &["Karl Krogh. Navnet i MitID er et andet", meant]);
    }
    // The right name, and a broker that names another organisation.
    case.verdict.approver = Some("Mette Lindegaard Krogh".into());
    case.approver = approver(NameMatch::Same, Some(Explanation::MayRepresent));
    let told = text(&case.pdf());
    assert_in_order(&told, &["Godkendt af", "Mette Lindegaard Krogh", "Oplyst før afsendelsen"]);
    assert!(!told.contains("et andet end"));

    case.approver = approver(NameMatch::Same, None);
    assert!(!text(&case.pdf()).contains("Godkendt af"));
    let evidence =
        domain::case::Evidence { approver: "Karl Krogh".into(), ..case.evidence.clone() };
    case.discarded_approvals = vec![DiscardedApproval::of(&evidence, at("2026-11-24T13:30:00Z"))];
    assert_in_order(
        &text(&case.pdf()),
        &["Ikke brugt", "En godkendelse, som Karl Krogh gav 24. november 2026"],
    );
}

#[test]
fn a_receipt_says_that_no_name_was_given_and_how_wrong_the_clock_was() {
    let mut case = Case::usual(Environment::Practice, Language::Danish);
    case.verdict.approver = None;
    case.verdict.clock_offset = Some(732);
    let expected = [
        "Den, der loggede ind, godkendte",
        "Navn ikke oplyst af MitID",
        "12 minutter og 12 sekunder bagefter",
    ];
    assert_in_order(&text(&case.pdf()).replace('\u{a0}', " "), &expected);
    case.verdict.protected = true;
    case.verdict.clock_offset = Some(0);
    let said = text(&case.pdf());
    assert!(said.contains("navnet er beskyttet") && !said.contains("Computerens ur"), "{said}");
}

#[test]
fn there_is_no_receipt_for_what_was_not_proven() {
    let usual = || Case::usual(Environment::Practice, Language::Danish);
    type Spoil = (&'static str, fn(&mut Case));
    let spoiled: [Spoil; 7] = [
        ("invalid evidence", |case| case.verdict.outcome = Outcome::Invalid(Reason::SealBroken)),
        ("no request", |case| case.verdict.request = None),
        ("no time", |case| case.verdict.approved_at = None),
        ("a failed check", |case| case.verdict.checks[3].passed = Some(false)),
        ("another connection", |case| case.connection.representative.name = name("En Anden")),
        ("another environment", |case| case.environment = Environment::Live),
        ("another control code", |case| {
            case.evidence.control_code = ControlCode::from_hash(&[7; 32])
        }),
    ];
    assert!(receipt::pdf(&usual().receipt()).is_ok());
    for (what, spoil) in spoiled {
        let mut case = usual();
        spoil(&mut case);
        assert_eq!(receipt::pdf(&case.receipt()), Err(Error::Unproven), "{what}");
    }
}
