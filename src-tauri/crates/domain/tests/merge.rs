//! What becomes of cases and receipts when a backup is taken in: as a table, and as what holds for
//! any two vaults.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use domain::Timestamp;
use domain::case::CaseId;
use domain::chain::Link;
use domain::merge::{Fate, Kept, Offered, Plan, Standing, Version, chain, fate};
use proptest::prelude::*;

fn version(state: u8, earlier: &[u8], changed: i64, standing: Standing) -> Version {
    Version {
        digest: [state; 16],
        earlier: earlier.iter().map(|state| [*state; 16]).collect(),
        changed: Timestamp::from_second(changed).unwrap(),
        standing,
    }
}

/// It is a case there like any other, with nothing that is not known here.
fn alive(version: &Version) -> Offered<'_> {
    Offered { version, binned: false, papers: false }
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
        assert_eq!(
            fate(kept.as_ref(), alive(&there_is), |_| false),
            expected,
            "{here:?} {there:?}"
        );
        if kept.is_some() {
            assert_eq!(fate(kept.as_ref(), alive(&there_is), |_| true), Same, "kept before");
        }
    }
    let there = version(1, &[], 10, Draft);
    assert_eq!(fate(Some(&Kept::Unreadable), alive(&there), |_| false), ReplaceKeepingHere);
}

/// Where a case lies afterwards, as far as it matters to somebody who deleted it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    /// In the list of cases.
    Case,
    /// In the bin.
    Bin,
    /// Nowhere.
    Nowhere,
}

fn decided(here: Option<&Kept>, there: Offered<'_>) -> (Fate, After, bool) {
    let id = CaseId("a".repeat(32));
    let mut plan = Plan::default();
    plan.decide(id.clone(), here, there, |_| false);
    let fate = plan.cases[&id];
    let stays_binned = matches!(here, Some(Kept::Binned(_))) && !plan.returned.contains(&id);
    let after = if plan.binned.contains(&id) || stays_binned {
        After::Bin
    } else if matches!(here, Some(Kept::Gone(_))) && fate == Fate::Deleted {
        After::Nowhere
    } else {
        After::Case
    };
    (fate, after, plan.returned.contains(&id))
}

#[test]
fn what_was_deleted_stays_deleted_unless_there_is_a_state_of_it_that_was_not_known() {
    use Fate::{Add, Beside, Deleted, KeepKeepingThere, Replace, ReplaceKeepingHere};
    use Standing::{Approved, Draft, Underway};
    let binned =
        |state, earlier: &[u8], standing| Some(Kept::Binned(version(state, earlier, 10, standing)));
    let gone = |states: &[u8]| Some(Kept::Gone(states.iter().map(|state| [*state; 16]).collect()));
    let table = [
        // Here; there: state, states before, standing; what becomes of it, and where it is then.
        (gone(&[1, 2]), (2, &[1][..], Draft), Deleted, After::Nowhere),
        (gone(&[1, 2]), (1, &[], Draft), Deleted, After::Nowhere),
        (gone(&[1, 2]), (2, &[1], Approved), Deleted, After::Nowhere),
        // The other computer went on, from any state.
        (gone(&[1, 2]), (3, &[1, 2], Draft), Add, After::Case),
        (gone(&[1, 2]), (3, &[1], Approved), Add, After::Case),
        (gone(&[2]), (3, &[], Approved), Add, After::Case),
        (binned(2, &[1], Draft), (2, &[1], Draft), Deleted, After::Bin),
        (binned(2, &[1], Draft), (1, &[], Draft), Deleted, After::Bin),
        (binned(2, &[1], Approved), (1, &[], Draft), Deleted, After::Bin),
        (binned(2, &[1], Draft), (3, &[1, 2], Draft), Replace, After::Case),
        (binned(2, &[1], Underway), (3, &[1, 2], Approved), Replace, After::Case),
        // Both went on. A draft comes as a case of its own, and what was deleted stays deleted.
        (binned(2, &[1], Draft), (3, &[1], Draft), Beside, After::Bin),
        (binned(2, &[1], Approved), (3, &[1], Draft), Beside, After::Bin),
        // A draft that was deleted is kept aside, not as a case.
        (binned(2, &[1], Draft), (3, &[1], Approved), ReplaceKeepingHere, After::Case),
        (binned(2, &[1], Underway), (3, &[1], Approved), ReplaceKeepingHere, After::Case),
        // Two approvals: which of them is in place is decided as ever, and it is a case again.
        (binned(2, &[1], Approved), (3, &[1], Approved), KeepKeepingThere, After::Case),
    ];
    for (here, (state, earlier, standing), fate, after) in table {
        let there = version(state, earlier, 5, standing);
        let was_deleted_and_comes = after == After::Case;
        assert_eq!(
            decided(here.as_ref(), alive(&there)),
            (fate, after, was_deleted_and_comes),
            "{here:?} {there:?}"
        );
        // It was deleted there too: what is new of it comes into the bin.
        let there = Offered { binned: true, ..alive(&there) };
        // A draft is kept aside then.
        let fate = if fate == Beside { KeepKeepingThere } else { fate };
        let expected = if after == After::Nowhere { After::Nowhere } else { After::Bin };
        assert_eq!(decided(here.as_ref(), there), (fate, expected, false), "{here:?} {there:?}");
    }
}

#[test]
fn a_receipt_that_is_not_known_here_brings_its_case_back_whatever_state_that_is_in() {
    let there = version(2, &[1], 10, Standing::Approved);
    let there = Offered { papers: true, ..alive(&there) };
    let gone = Kept::Gone([[1; 16], [2; 16]].into());
    assert_eq!(decided(Some(&gone), there), (Fate::Add, After::Case, true));
    let binned = Kept::Binned(version(2, &[1], 10, Standing::Approved));
    assert_eq!(decided(Some(&binned), there), (Fate::Same, After::Case, true));
}

#[test]
fn a_draft_that_is_older_than_all_that_is_remembered_stays_deleted_and_an_approval_comes() {
    let many = |from: u16, count: u16| -> std::collections::BTreeSet<[u8; 16]> {
        (from..from + count).map(|state| u128::from(state).to_le_bytes()).collect()
    };
    let there = |earlier, standing| Version {
        earlier,
        digest: u128::from(9_u16).to_le_bytes(),
        ..version(0, &[], 5, standing)
    };
    let gone = Kept::Gone(many(100, 200));
    let binned =
        Kept::Binned(Version { earlier: many(100, 199), ..version(1, &[], 5, Standing::Draft) });
    for here in [gone, binned] {
        let fate = |version: &Version| decided(Some(&here), alive(version)).0;
        assert_eq!(fate(&there(many(1, 8), Standing::Draft)), Fate::Deleted, "{here:?}");
        assert_ne!(fate(&there(many(1, 8), Standing::Approved)), Fate::Deleted);
        // It went on from one that is remembered.
        assert_ne!(fate(&there(many(100, 8), Standing::Draft)), Fate::Deleted);
    }
    // Nothing was forgotten yet, so it is none of those.
    let few = Kept::Gone(many(100, 199));
    assert_eq!(decided(Some(&few), alive(&there(many(1, 8), Standing::Draft))).0, Fate::Add);
}

#[test]
fn a_deletion_elsewhere_takes_nothing_away_here() {
    let binned = |version| Offered { binned: true, ..alive(version) };
    let there = version(2, &[1], 10, Standing::Draft);
    assert_eq!(decided(None, binned(&there)), (Fate::Add, After::Bin, false), "a new computer");
    let here = Kept::Readable(version(2, &[1], 10, Standing::Draft));
    assert_eq!(decided(Some(&here), binned(&there)), (Fate::Same, After::Case, false));
    let here = Kept::Readable(version(1, &[], 10, Standing::Draft));
    assert_eq!(decided(Some(&here), binned(&there)), (Fate::Replace, After::Case, false));
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
        let fate = fate(Some(&here), alive(&there), |_| false);
        let takes_the_place =
            matches!(fate, Fate::Replace | Fate::Swap | Fate::ReplaceKeepingHere);
        prop_assert!(!takes_the_place || standing == Standing::Approved);
        prop_assert!(fate != Fate::Swap, "an approval is never moved");
    }

    /// Whatever was deleted here, and whatever the other computer did.
    #[test]
    fn nothing_that_was_not_known_is_lost_and_nothing_known_comes_back(
        state in 1_u8..5, earlier in proptest::collection::vec(1_u8..5, 0..3), changed in 0_i64..9,
        standing in 0..3, own in 0..3, before in proptest::collection::vec(1_u8..5, 0..3),
        for_good: bool,
    ) {
        let standings = [Standing::Draft, Standing::Underway, Standing::Approved];
        let of = |place: i32| standings[usize::try_from(place).unwrap()];
        let deleted = version(1, &before, 5, of(own));
        let known = before.contains(&state) || state == 1;
        let states = before.iter().chain([&1]).map(|state| [*state; 16]).collect();
        let here = if for_good { Kept::Gone(states) } else { Kept::Binned(deleted) };
        let there = version(state, &earlier, changed, of(standing));
        let (fate, after, returned) = decided(Some(&here), alive(&there));
        prop_assert_eq!(fate == Fate::Deleted, known);
        if known {
            prop_assert!(after != After::Case && !returned);
        } else {
            prop_assert!(after == After::Case || fate == Fate::Beside, "it is a case, or one beside");
            prop_assert!(fate != Fate::Swap, "what was deleted is no case of its own");
        }
    }
}
