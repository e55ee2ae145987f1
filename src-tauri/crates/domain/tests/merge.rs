//! What becomes of cases and receipts when a backup is taken in: as a table, and as what holds for
//! any two vaults.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use domain::Timestamp;
use domain::case::CaseId;
use domain::chain::Link;
use domain::merge::{Fate, Kept, Standing, Version, chain, fate};
use proptest::prelude::*;

fn version(state: u8, earlier: &[u8], changed: i64, standing: Standing) -> Version {
    Version {
        digest: [state; 16],
        earlier: earlier.iter().map(|state| [*state; 16]).collect(),
        changed: Timestamp::from_second(changed).unwrap(),
        standing,
    }
}

#[test]
fn the_newer_wins_and_where_both_went_on_both_are_kept() {
    use Fate::{Add, Beside, Keep, KeepKeepingThere, Replace, ReplaceKeepingHere, Same, Swap};
    use Standing::{Approved, Draft, Underway};
    let table = [
        // Here, there: state, states before, second, standing.
        (Some((1, &[][..], 10, Draft)), (1, &[][..], 10, Draft), Same),
        (None, (1, &[], 10, Draft), Add),
        (Some((1, &[], 10, Draft)), (2, &[1], 20, Draft), Replace),
        (Some((2, &[1], 20, Draft)), (1, &[], 10, Draft), Keep),
        // The clock does not decide: it was set back.
        (Some((1, &[], 90, Draft)), (2, &[1], 20, Draft), Replace),
        (Some((2, &[1], 5, Draft)), (1, &[], 10, Draft), Keep),
        // Both went on from 1.
        (Some((2, &[1], 20, Draft)), (3, &[1], 30, Draft), Beside),
        (Some((2, &[1], 20, Approved)), (3, &[1], 30, Draft), Beside),
        (Some((2, &[1], 40, Draft)), (3, &[1], 30, Underway), Swap),
        (Some((2, &[1], 40, Draft)), (3, &[1], 30, Approved), Swap),
        (Some((2, &[1], 40, Underway)), (3, &[1], 30, Approved), ReplaceKeepingHere),
        (Some((2, &[1], 40, Underway)), (3, &[1], 50, Underway), ReplaceKeepingHere),
        (Some((2, &[1], 40, Approved)), (3, &[1], 50, Underway), KeepKeepingThere),
        (Some((2, &[1], 40, Approved)), (3, &[1], 30, Approved), KeepKeepingThere),
        // Nothing is known of what came before.
        (Some((2, &[], 40, Draft)), (3, &[], 30, Draft), Beside),
        // A state that says it came after an approval, and is none.
        (Some((2, &[1], 40, Approved)), (3, &[2], 50, Underway), KeepKeepingThere),
    ];
    for (here, there, expected) in table {
        let of = |(state, earlier, changed, standing): (u8, &[u8], i64, Standing)| {
            version(state, earlier, changed, standing)
        };
        let kept = here.map(|here| Kept::Readable(of(here)));
        let there_is = of(there);
        assert_eq!(fate(kept.as_ref(), &there_is, |_| false), expected, "{here:?} {there:?}");
        if kept.is_some() {
            assert_eq!(fate(kept.as_ref(), &there_is, |_| true), Same, "kept before");
        }
    }
    let there = version(1, &[], 10, Draft);
    assert_eq!(fate(Some(&Kept::Unreadable), &there, |_| false), ReplaceKeepingHere);
}

fn link(number: u64, line: u8) -> Link {
    Link {
        number,
        previous: (number > 1).then_some([line; 32]),
        case: CaseId(format!("{number}-{line}")),
        bundle_sha256: [line; 32],
    }
}

fn links(numbers: std::ops::RangeInclusive<u64>, line: u8) -> Vec<Link> {
    numbers.map(|number| link(number, line)).collect()
}

#[test]
fn receipts_go_on_where_the_chain_ends_or_are_kept_as_a_branch() {
    let one = links(1..=5, 1);
    let plan = |here: &[Link], branches: &[Link], there: Vec<Link>| chain(here, branches, there);
    // A new machine, the same again, an older one, a newer one.
    assert_eq!(plan(&[], &[], one.clone()).append, one);
    assert_eq!(plan(&one, &[], one.clone()), Default::default());
    assert_eq!(plan(&one, &[], links(1..=3, 1)), Default::default());
    assert_eq!(plan(&links(1..=3, 1), &[], one.clone()).append, links(4..=5, 1));
    // Both went on after the third.
    let other = [links(1..=3, 1), links(4..=6, 2)].concat();
    let parted = plan(&one, &[], other.clone());
    assert_eq!((parted.append.len(), parted.parts_at()), (0, Some(4)));
    assert_eq!(parted.branch, links(4..=6, 2));
    // Again, and when the other has gone on once more.
    assert_eq!(plan(&one, &links(4..=6, 2), other.clone()), Default::default());
    let later = [other, links(7..=7, 2)].concat();
    assert_eq!(plan(&one, &links(4..=6, 2), later).branch, links(7..=7, 2));
    // A backup that lost its beginning.
    assert_eq!(plan(&links(1..=3, 1), &[], links(3..=5, 1)).append, links(4..=5, 1));
    // Another chain altogether.
    assert_eq!(plan(&one, &[], links(1..=2, 3)).parts_at(), Some(1));
}

fn any_links() -> impl Strategy<Value = Vec<Link>> {
    proptest::collection::btree_map(1_u64..12, 1_u8..3, 0..12)
        .prop_map(|lines| lines.into_iter().map(|(number, line)| link(number, line)).collect())
}

proptest! {
    #[test]
    fn of_any_two_chains_no_link_is_lost_or_comes_twice(
        here in any_links(), branch in any_links(), there in any_links(),
    ) {
        let plan = chain(&here, &branch, there.clone());
        let mut after = here.clone();
        after.extend(plan.append.clone());
        let mut branches = branch.clone();
        branches.extend(plan.branch.clone());
        for link in &there {
            let count = after.iter().chain(&branches).filter(|kept| *kept == link).count();
            prop_assert!(count >= 1);
        }
        let is_new = |new: &Link| !here.contains(new) && !branch.contains(new);
        prop_assert!(plan.append.iter().chain(&plan.branch).all(is_new));
        prop_assert!(after.is_sorted_by_key(|link| link.number));
        let numbers: std::collections::BTreeSet<u64> =
            after.iter().map(|link| link.number).collect();
        prop_assert_eq!(numbers.len(), after.len(), "in its own chain a number is given once");
        prop_assert_eq!(chain(&after, &branches, there), Default::default(), "again: nothing");
    }

    #[test]
    fn nothing_takes_the_place_of_an_approval_but_an_approval(
        state in 1_u8..4, earlier in proptest::collection::vec(1_u8..4, 0..3), changed in 0_i64..9,
        standing in 0..3, before in proptest::collection::vec(1_u8..4, 0..3),
    ) {
        let standing =
            [Standing::Draft, Standing::Underway, Standing::Approved][usize::try_from(standing).unwrap()];
        let here = Kept::Readable(version(1, &before, 5, Standing::Approved));
        let there = version(state, &earlier, changed, standing);
        let fate = fate(Some(&here), &there, |_| false);
        let takes_the_place =
            matches!(fate, Fate::Replace | Fate::Swap | Fate::ReplaceKeepingHere);
        prop_assert!(!takes_the_place || standing == Standing::Approved);
        prop_assert!(fate != Fate::Swap, "an approval is never moved");
    }
}
