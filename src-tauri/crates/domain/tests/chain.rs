//! The chain of receipts: what is missing, doubled or edited shows, and nothing else does.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use domain::case::CaseId;
use domain::chain::{Fault, Link, LinkHash, faults};
use proptest::prelude::*;
use std::hash::{DefaultHasher, Hasher};

/// Not SHA-256, but as good at telling texts apart here.
fn hash(bytes: &[u8]) -> LinkHash {
    let mut whole = [0; 32];
    for (salt, part) in (0u8..).zip(whole.chunks_mut(8)) {
        let mut hasher = DefaultHasher::new();
        hasher.write_u8(salt);
        hasher.write(bytes);
        part.copy_from_slice(&hasher.finish().to_be_bytes());
    }
    whole
}

fn chain(length: u64) -> Vec<Link> {
    let mut chain: Vec<Link> = Vec::new();
    for n in 0..length {
        let link = Link::after(
            chain.last(),
            CaseId(format!("case-{n}")),
            [u8::try_from(n % 251).unwrap(); 32],
            hash,
        );
        chain.push(link);
    }
    chain
}

#[test]
fn the_canonical_form_is_as_documented() {
    let first =
        Link { number: 1, previous: None, case: CaseId("ab".into()), bundle_sha256: [0x0f; 32] };
    let bundle = "0f".repeat(32);
    let form = |number: u64, previous: &str| {
        format!(
            "tilslut/receipt-link/v1\nnumber: {number}\nprevious: {previous}\nbundle: {bundle}\ncase: ab\n"
        )
    };
    assert_eq!(String::from_utf8(first.canonical()).unwrap(), form(1, "none"));
    let second = Link { number: 2, previous: Some([0xa1; 32]), ..first };
    assert_eq!(String::from_utf8(second.canonical()).unwrap(), form(2, &"a1".repeat(32)));
}

proptest! {
    #[test]
    fn a_whole_chain_in_any_order_with_copies_has_no_fault(length in 0u64..40, seed in any::<u64>()) {
        let mut links = chain(length);
        links.extend(links.clone());
        let key = |link: &Link| { let mut h = DefaultHasher::new(); h.write_u64(seed); h.write(&link.canonical()); h.finish() };
        links.sort_by_key(key);
        prop_assert_eq!(faults(links, hash), vec![]);
    }

    #[test]
    fn a_link_that_was_taken_out_is_missing(length in 2u64..40, at in any::<prop::sample::Index>()) {
        let mut links = chain(length);
        let out = links.remove(at.index(links.len() - 1));
        prop_assert_eq!(faults(links, hash), vec![Fault::Missing { from: out.number, to: out.number }]);
    }

    #[test]
    fn a_link_that_was_edited_breaks_the_next_one(length in 2u64..40, at in any::<prop::sample::Index>(), what in 0..2) {
        let mut links = chain(length);
        let edited = &mut links[at.index(usize::try_from(length).unwrap() - 1)];
        match what {
            0 => edited.case = CaseId("another".into()),
            _ => edited.bundle_sha256[31] ^= 1,
        }
        let number = edited.number;
        prop_assert_eq!(faults(links, hash), vec![Fault::Broken { number: number + 1 }]);
    }

    #[test]
    fn another_link_with_the_same_number_is_a_double(length in 1u64..40, at in any::<prop::sample::Index>()) {
        let mut links = chain(length);
        let other = Link { case: CaseId("another".into()), ..links[at.index(links.len())].clone() };
        let number = other.number;
        links.push(other);
        prop_assert_eq!(faults(links, hash), vec![Fault::Double { number }]);
    }
}

#[test]
fn a_first_link_that_names_another_and_a_later_one_that_names_none_are_broken() {
    let mut links = chain(3);
    links[0].previous = Some([7; 32]);
    assert_eq!(faults(links, hash), [Fault::Broken { number: 1 }, Fault::Broken { number: 2 }]);
    let mut links = chain(3);
    links[2].previous = None;
    assert_eq!(faults(links, hash), [Fault::Broken { number: 3 }]);
    let mut zero = chain(1);
    zero[0].number = 0;
    assert_eq!(faults(zero, hash), [Fault::Broken { number: 0 }], "numbers begin at one");
}
