//! What is left to chance follows from a number that can be given again (SplitMix64), so a run that
//! found something is tried again with the same choices.

/// A source of choices.
#[derive(Clone)]
pub struct Chance(u64);

impl Chance {
    /// The choices of one part of a run: another part makes others, whichever comes first.
    pub fn of(seed: u64, part: &str, number: u64) -> Self {
        let mut chance = Self(seed);
        for byte in part.bytes().map(u64::from).chain([number]) {
            chance.0 = chance.next() ^ byte;
        }
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below another.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    /// True so many times of a hundred.
    pub fn is_of_hundred(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub fn of_these<'a, T>(&mut self, these: &'a [T]) -> &'a T {
        &these[self.below(these.len())]
    }

    /// Bytes of any kind.
    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        std::iter::repeat_with(|| self.next().to_le_bytes()).flatten().take(count).collect()
    }
}
