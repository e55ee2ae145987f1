//! The organisations of the practice world, and what each of them shows: every form of organisation
//! and every state that the register knows (`domain.md` §2.2 and §6.1), and every way in which
//! somebody can be registered in one.
//!
//! The numbers are sound (modulus 11) and, but for the example that Erhvervsstyrelsen itself
//! publishes, begin with 9, far from those that are given out now. Every name is invented, every
//! e-mail address ends in `.example`. "Yesterday" and "next year" are counted from 24 November
//! 2026, so that the same question has the same answer on every day.

mod associations;
mod companies;
mod faults;
mod foreign;
mod forms;
mod foundations;
mod large_board;
mod organisation;
mod partnerships;
mod places;
mod public;
mod start;
mod states;
mod unusual;

pub use organisation::Organisation;
pub(crate) use organisation::{Delivery, Registered};
use std::sync::LazyLock;

/// Every organisation of the practice world: first those to begin with, last those in which
/// something is the matter.
pub fn organisations() -> &'static [Organisation] {
    static ALL: LazyLock<Vec<Organisation>> = LazyLock::new(|| {
        [
            start::ORGANISATIONS,
            companies::ORGANISATIONS,
            large_board::ORGANISATIONS,
            partnerships::ORGANISATIONS,
            associations::ORGANISATIONS,
            foundations::ORGANISATIONS,
            public::ORGANISATIONS,
            foreign::ORGANISATIONS,
            unusual::ORGANISATIONS,
            states::ORGANISATIONS,
            faults::ORGANISATIONS,
        ]
        .concat()
    });
    &ALL
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::Kind;
    use domain::cvr::CvrNumber;
    use std::collections::HashSet;

    #[test]
    fn every_number_is_sound_and_used_once() {
        let numbers: HashSet<_> = organisations()
            .iter()
            .map(|organisation| CvrNumber::parse(organisation.cvr).unwrap().to_string())
            .collect();
        assert_eq!(numbers.len(), organisations().len());
        assert!(
            organisations().iter().all(|organisation| numbers.contains(organisation.cvr)),
            "eight digits, no more"
        );
    }

    #[test]
    fn nobody_has_two_unit_numbers_and_no_unit_number_two_names() {
        let mut names = std::collections::HashMap::new();
        for organisation in organisations() {
            let Registered::As(entry) = organisation.registered else { continue };
            let own = std::iter::once((entry.unit, organisation.name));
            for (unit, name) in own.chain(
                entry.participants.iter().map(|participant| (participant.unit, participant.name)),
            ) {
                assert_eq!(*names.entry(unit).or_insert(name), name);
            }
        }
        assert_eq!(names.values().collect::<HashSet<_>>().len(), names.len());
    }

    #[test]
    fn every_company_that_takes_part_has_a_sound_number() {
        let entries =
            organisations().iter().filter_map(|organisation| match organisation.registered {
                Registered::As(entry) => Some(entry),
                _ => None,
            });
        for participant in entries.flat_map(|entry| entry.participants) {
            if let Kind::Organisation(cvr) = participant.kind {
                assert!(CvrNumber::parse(cvr).is_ok(), "{cvr}");
            }
        }
    }
}
