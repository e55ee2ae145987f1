//! What a record says of an agreement after it was concluded, and of whom it says nothing any more.

use crate::guided::GuidedCase;
use crate::reading::{assert_in_order, squeezed, text};
use domain::agreement::{AgreementEvent, Appointee};
use domain::person::{EmailAddress, PersonName};
use domain::{Environment, Language};
use jiff::civil::{Date, date};
use receipt::record::{Record, RecordData};

const SOREN: &str = "soren@nordlys.example";

fn usual() -> GuidedCase {
    GuidedCase::usual(Environment::Live, Language::Danish)
}

fn of_case(email: &str) -> Appointee {
    Appointee::OfCase(EmailAddress::parse(email).unwrap())
}

fn kirsten() -> PersonName {
    PersonName::parse("Kirsten Kanariefugl").unwrap()
}

/// Each kind of event, in an order in which they can come.
pub fn everything(case: &mut GuidedCase) {
    let soren = || of_case(SOREN);
    let on = date(2026, 12, 31);
    let kirsten = Appointee::Since(kirsten());
    let events = [
        AgreementEvent::AdministratorLeaves { who: soren(), on },
        AgreementEvent::AdministratorStays { who: soren() },
        AgreementEvent::AdministratorAppointed { who: self::kirsten() },
        AgreementEvent::AdministratorLeaves { who: kirsten, on },
        AgreementEvent::Terminated { on: date(2026, 11, 25) },
        AgreementEvent::TerminationUndone,
        AgreementEvent::TermsAnnounced { on: date(2026, 11, 26) },
        AgreementEvent::RegistrationRenewed { on: date(2026, 11, 26) },
    ];
    for event in events {
        case.agree(event, "2026-11-27T09:00:00Z");
    }
}

/// Everything was stated, and the agreement terminated at last.
pub fn sample(environment: Environment, language: Language) -> GuidedCase {
    let mut case = GuidedCase::usual(environment, language);
    everything(&mut case);
    let terminated = AgreementEvent::Terminated { on: date(2026, 11, 27) };
    case.agree(terminated, "2026-11-27T10:00:00Z");
    case
}

fn on_day(case: &GuidedCase, day: Date) -> (RecordData, String) {
    let data = case.data_with(case.facts_on(day));
    assert_eq!(RecordData::read(&data.to_json()), Some(data.clone()), "it can be read again");
    let record = Record { data: &data, mails: &case.mails, language: case.language };
    let pdf = receipt::record::pdf(&record).unwrap();
    (data, text(&pdf))
}

fn has(shown: &str, part: &str) -> bool {
    squeezed(shown).contains(&squeezed(part))
}

#[test]
fn what_was_stated_since_is_told_in_its_order() {
    let mut case = usual();
    everything(&mut case);
    assert_in_order(
        &on_day(&case, date(2026, 11, 27)).1,
        &[
            "Søren Thorup Winther",
            "Hvad er oplyst siden",
            "Søren Thorup Winther stopper: sidste dag er 31. december 2026",
            "27.11.2026 kl. 10.00",
            "Søren Thorup Winther bliver alligevel",
            "Kirsten Kanariefugl er udpeget som administrator",
            "Kirsten Kanariefugl stopper: sidste dag er 31. december 2026",
            "Aftalen er opsagt 25. november 2026",
            "Opsigelsen er fortrudt",
            "Nye vilkår er varslet 26. november 2026",
            "Foreningens registrering i CVR er fornyet 26. november 2026",
            "Datoer",
            "Senest 23. januar 2027",
        ],
    );
    let none = on_day(&usual(), date(2026, 11, 27));
    assert!(none.0.case.agreement.is_empty() && !has(&none.1, "Hvad er oplyst siden"));
}

/// Nobody sets up what was terminated, until that is undone.
#[test]
fn a_terminated_agreement_ends_and_has_no_last_day_of_the_set_up() {
    let mut case = usual();
    let day = date(2026, 11, 27);
    let set_up = ["Senest 23. januar 2027", "Senest 23.01.2027"];
    let terminated = AgreementEvent::Terminated { on: day };
    case.agree(terminated, "2026-11-27T10:00:00Z");
    let (_, shown) = on_day(&case, day);
    assert!(set_up.iter().all(|it| !has(&shown, it)), "{shown}");
    assert_in_order(&shown, &["Datoer", "11. december 2026", "Aftalen ophører, medmindre"]);

    case.agree(AgreementEvent::TerminationUndone, "2026-11-28T10:00:00Z");
    let (_, shown) = on_day(&case, day);
    assert!(set_up.iter().all(|it| has(&shown, it)) && !has(&shown, "Aftalen ophører"), "{shown}");
}

/// The last day counts; from the day after, only that somebody was there is left.
#[test]
fn whoever_has_stopped_is_named_no_more() {
    let mut case = usual();
    let last = date(2026, 12, 31);
    let leaves = |who| AgreementEvent::AdministratorLeaves { who, on: last };
    case.tick(SOREN, true, "2026-11-25T09:00:00Z");
    case.agree(leaves(of_case(SOREN)), "2026-11-27T09:00:00Z");
    case.agree(AgreementEvent::AdministratorAppointed { who: kirsten() }, "2026-11-27T09:01:00Z");
    case.agree(leaves(Appointee::Since(kirsten())), "2026-11-27T09:02:00Z");

    let (data, shown) = on_day(&case, last);
    assert_eq!(data.case.administrators[1].leaves, Some(last));
    assert!(has(&shown, "Stopper 31.12.2026") && has(&shown, "Kirsten Kanariefugl er udpeget"));

    let (data, shown) = on_day(&case, date(2027, 1, 1));
    let json = String::from_utf8(data.to_json()).unwrap();
    for gone in ["Søren", SOREN, "1987-11-30", "Kirsten"] {
        assert!(!json.contains(gone) && !has(&shown, gone), "{gone}: {json}");
    }
    assert_eq!((data.case.former, data.case.administrators.len()), (1, 1));
    assert_eq!(data.case.agreement.len(), 3, "that it was stated stays");
    assert!(has(&shown, "En administrator stopper: sidste dag er 31. december 2026"), "{shown}");
    assert!(has(&shown, "med 2 organisationsadministratorer"), "as it was concluded: {shown}");

    // Nobody may be left.
    case.agree(leaves(of_case("mette@nordlys.example")), "2026-11-28T09:00:00Z");
    let (data, shown) = on_day(&case, date(2027, 1, 1));
    assert_eq!((data.case.former, data.case.administrators.len()), (2, 0));
    assert!(has(&shown, "med 2 organisationsadministratorer"), "{shown}");
}
