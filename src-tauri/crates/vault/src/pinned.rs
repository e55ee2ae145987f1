//! Memory for a key that the system does not put on its swap disk, where it allows that (`mlock`,
//! `VirtualLock`). It pins whole pages, and counts nothing: so each key has pages that nothing else
//! lies on.

use region::LockGuard;
use zeroize::Zeroize as _;

/// A key that begins where a page begins, and fills it: one of this machine, which has 16 KiB on Apple's
/// processors.
#[cfg_attr(target_arch = "x86_64", repr(align(4096)))]
#[cfg_attr(not(target_arch = "x86_64"), repr(align(16384)))]
struct Page([u8; 32]);

/// 32 bytes on pages of their own. They are wiped before those are let go.
pub(crate) struct Pinned {
    held: Option<LockGuard>,
    page: Box<Page>,
}

impl Pinned {
    /// Zeros. Where the system pins no more for this program, they lie there like any others: a limit
    /// keeps nobody from their cases.
    pub(crate) fn new() -> Self {
        let page = Box::new(Page([0; 32]));
        Self { held: region::lock(&raw const *page, size_of::<Page>()).ok(), page }
    }

    /// The bytes.
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.page.0
    }

    /// The bytes, to be filled in place.
    pub(crate) fn bytes_mut(&mut self) -> &mut [u8; 32] {
        &mut self.page.0
    }
}

impl Clone for Pinned {
    fn clone(&self) -> Self {
        let mut copy = Self::new();
        copy.bytes_mut().copy_from_slice(self.bytes());
        copy
    }
}

impl Drop for Pinned {
    fn drop(&mut self) {
        self.bytes_mut().zeroize();
        // Before the page goes: it is nobody's then.
        drop(self.held.take());
    }
}

#[cfg(all(test, target_os = "linux"))]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    /// What the system says of the pages at this address: `lo` when they are pinned.
    fn flags_at(address: usize) -> String {
        let told = std::fs::read_to_string("/proc/self/smaps").unwrap();
        let mut is_here = false;
        for line in told.lines() {
            let range = line.split(' ').next().and_then(|word| word.split_once('-'));
            let number = |hex| usize::from_str_radix(hex, 16);
            if let Some((Ok(from), Ok(to))) = range.map(|(from, to)| (number(from), number(to))) {
                is_here = (from..to).contains(&address);
            } else if let Some(flags) = line.strip_prefix("VmFlags:").filter(|_| is_here) {
                return flags.to_owned();
            }
        }
        panic!("nothing lies at {address:x}")
    }

    #[test]
    fn a_key_lies_on_pages_of_its_own_that_are_not_swapped_out() {
        let (mut one, other) = (Pinned::new(), Pinned::new());
        one.bytes_mut().fill(7);
        let copy = one.clone();
        assert_eq!((one.bytes(), copy.bytes()), (&[7; 32], &[7; 32]));
        let at = |it: &Pinned| it.bytes().as_ptr().addr();
        assert!([&one, &other, &copy].iter().all(|it| at(it) % size_of::<Page>() == 0));
        assert!(size_of::<Page>() >= region::page::size());
        // One that goes takes nothing from the others.
        drop(other);
        for it in [&one, &copy] {
            let is_pinned = flags_at(at(it)).split_whitespace().any(|flag| flag == "lo");
            assert_eq!(is_pinned, it.held.is_some());
        }
        // Every Linux lets a program pin this much, unless somebody has forbidden it.
        assert!(one.held.is_some() || limit() < 1 << 16);
    }

    fn limit() -> u64 {
        let limits = std::fs::read_to_string("/proc/self/limits").unwrap();
        let line = limits.lines().find_map(|line| line.strip_prefix("Max locked memory"));
        let word = line.unwrap().split_whitespace().next().unwrap().to_owned();
        word.parse().unwrap_or(u64::MAX)
    }
}
