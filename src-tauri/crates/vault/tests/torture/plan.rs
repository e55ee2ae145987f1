//! What the child is given to do: deeds that the state allows, by chance.

use crate::chance::Chance;
use crate::deed::Deed;
use crate::state::State;

/// Makes scripts for one vault. No number of a case, document, backup or passphrase is used twice.
pub struct Planner {
    chance: Chance,
    next: u32,
}

impl Planner {
    /// One that chooses so.
    pub fn new(chance: Chance) -> Self {
        Self { chance, next: 1 }
    }

    fn number(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    fn look(&mut self) -> u32 {
        u32::try_from(self.chance.below(1000)).unwrap()
    }

    /// So many deeds on cases.
    pub fn of_cases(&mut self, mut state: State, count: usize) -> Vec<Deed> {
        let mut deeds = Vec::new();
        while deeds.len() < count {
            let deed = self.of_case(&state);
            state = state.after(&deed);
            deeds.push(deed);
        }
        deeds
    }

    fn of_case(&mut self, state: &State) -> Deed {
        let [open, binned, unlinked] = state.numbers();
        let size = *self.chance.of_these(&[20, 3_000, 9_000, 60_000, 200_000]);
        let one = |chance: &mut Chance, of: &[u32]| (!of.is_empty()).then(|| *chance.of_these(of));
        let deed = match self.chance.below(22) {
            0..4 => {
                one(&mut self.chance, &unlinked).map(|case| Deed::Save { case, look: self.look() })
            }
            4..7 => one(&mut self.chance, &open).map(|case| Deed::Attach {
                case,
                document: self.number(),
                size,
            }),
            7..9 => Some(Deed::HandOver {
                case: self.number(),
                look: self.look(),
                document: self.number(),
                size,
            }),
            9..11 => one(&mut self.chance, &unlinked).map(|case| Deed::Approve { case }),
            11..13 => one(&mut self.chance, &open).map(|case| Deed::Record { case }),
            13..15 => one(&mut self.chance, &open).map(|case| Deed::Bin { case }),
            15..17 => one(&mut self.chance, &binned).map(|case| Deed::PutBack { case }),
            17..19 => one(&mut self.chance, &binned).map(|case| Deed::Empty { case }),
            19 => Some(Deed::BackUp { number: self.number() }),
            _ => None,
        };
        deed.unwrap_or_else(|| Deed::Save { case: self.number(), look: self.look() })
    }

    /// So many deeds on what opens the cases, with a save between.
    pub fn of_keys(&mut self, mut state: State, count: usize) -> Vec<Deed> {
        let mut deeds = Vec::new();
        while deeds.len() < count {
            let deed = match (self.chance.below(5), state.passphrase) {
                (0, _) => Deed::Code,
                (1 | 3, Some(now)) => Deed::Unset { now },
                (2, _) => Deed::Save { case: self.number(), look: self.look() },
                (_, now) => Deed::Passphrase { now, new: self.number() },
            };
            state = state.after(&deed);
            deeds.push(deed);
        }
        deeds
    }

    /// A choice of its own.
    pub fn chance(&mut self) -> &mut Chance {
        &mut self.chance
    }
}
