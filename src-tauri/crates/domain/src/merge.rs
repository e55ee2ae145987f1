//! What becomes of each case, and of the chain of receipts, when a backup is taken into a vault:
//! decided before anything is changed, so that it can be shown.
//!
//! Whether one state of a case came after another is not asked of a clock: each vault remembers the
//! states that a case has had ([`Version::earlier`]). Where neither came after the other, both went
//! on, and both are kept. What was approved gives way to nothing that was not.
//!
//! What was deleted here stays deleted, as long as the backup has nothing of it but states that were
//! known when it was deleted. A state that was not known is work that somebody did elsewhere, perhaps
//! an approval: it comes, and it is told that it does ([`is_binned_after`], [`Plan::returned`]).

use crate::Timestamp;
use crate::case::CaseId;
use crate::chain::Link;
use std::collections::{BTreeMap, BTreeSet};

/// The first half of a SHA-256 of a case as it is stored.
pub type Digest = [u8; 16];

/// How many states of a case a vault remembers, the last of them the one that it is in.
pub const REMEMBERED: usize = 200;

/// How far a case has come, as far as it matters to which of two is kept in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It is filled in.
    Draft,
    /// It was handed over, is being read, approved or concluded.
    Underway,
    /// It was approved.
    Approved,
}

/// One state of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// What tells it from any other.
    pub digest: Digest,
    /// The states that it had before, as far as they are remembered.
    pub earlier: BTreeSet<Digest>,
    /// When it was changed last.
    pub changed: Timestamp,
    /// How far it has come.
    pub standing: Standing,
}

impl Version {
    /// Every state that it is known to have had.
    fn states(&self) -> BTreeSet<Digest> {
        self.earlier.iter().chain([&self.digest]).copied().collect()
    }
}

/// What lies in a vault under the id of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// A case.
    Readable(Version),
    /// Bytes that cannot be read.
    Unreadable,
    /// A case in the bin.
    Binned(Version),
    /// Nothing: it was deleted for good, in one of these states or after them.
    Gone(BTreeSet<Digest>),
}

impl Kept {
    /// It was deleted, for good or into the bin.
    pub fn is_deleted(&self) -> bool {
        matches!(self, Self::Binned(_) | Self::Gone(_))
    }
}

/// What becomes of a case of the backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// It is here already, as it is.
    Same,
    /// It is not here: it comes.
    Add,
    /// It came after what is here, and takes its place.
    Replace,
    /// What is here came after it, and stays.
    Keep,
    /// Both went on: the one of the backup, a draft, comes as a case of its own.
    Beside,
    /// Both went on: the one of the backup takes the place, and the draft that is here goes on as a
    /// case of its own.
    Swap,
    /// Both went on, or what is here cannot be read: the one of the backup takes the place, and what
    /// is here is kept aside, byte for byte.
    ReplaceKeepingHere,
    /// Both went on: what is here stays, and the one of the backup is kept aside, byte for byte.
    KeepKeepingThere,
    /// It was deleted here, and this state of it was known then: it stays deleted.
    Deleted,
}

/// A case as a backup has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offered<'a> {
    /// Which state of it.
    pub version: &'a Version,
    /// It lies in the bin there.
    pub binned: bool,
    /// It has a receipt or a record there that is not known here.
    pub papers: bool,
}

/// What becomes of a case of the backup. `has` tells of a state whether it is kept here already, in
/// another place: a restore that is repeated changes nothing.
pub fn fate(here: Option<&Kept>, there: Offered<'_>, has: impl Fn(&Digest) -> bool) -> Fate {
    let fate = match here {
        None => Fate::Add,
        Some(Kept::Unreadable) => Fate::ReplaceKeepingHere,
        Some(Kept::Readable(here)) => fate_of_two(here, there.version, has),
        Some(Kept::Binned(here)) => match fate_of_two(here, there.version, has) {
            Fate::Same | Fate::Keep if !there.papers => Fate::Deleted,
            Fate::Beside if is_forgotten(&here.states(), there) => Fate::Deleted,
            // A draft that was deleted does not come back as a case of its own.
            Fate::Swap => Fate::ReplaceKeepingHere,
            fate => fate,
        },
        Some(Kept::Gone(states)) => {
            let is_known = states.contains(&there.version.digest) && !there.papers;
            if is_known || is_forgotten(states, there) { Fate::Deleted } else { Fate::Add }
        }
    };
    // A draft that was deleted there does not come as a case of its own either.
    if fate == Fate::Beside && there.binned { Fate::KeepKeepingThere } else { fate }
}

/// A draft that nothing ties to the states that are remembered here, where older ones were forgotten: it
/// is taken for one of those. A draft is typed in hundreds of states, and a backup from its first hour
/// is older than all that are remembered.
fn is_forgotten(states: &BTreeSet<Digest>, there: Offered<'_>) -> bool {
    let Offered { version, papers, .. } = there;
    version.standing == Standing::Draft
        && !papers
        && states.len() >= REMEMBERED
        && version.earlier.is_disjoint(states)
}

/// Whether a case lies in the bin after this has become of it. A deletion elsewhere takes nothing away
/// here, and what was known when it was deleted here stays in the bin.
pub fn is_binned_after(here: Option<&Kept>, binned_there: bool, fate: Fate) -> bool {
    match here {
        Some(Kept::Readable(_) | Kept::Unreadable) => false,
        Some(Kept::Binned(_)) if matches!(fate, Fate::Deleted | Fate::Beside) => true,
        None | Some(Kept::Binned(_) | Kept::Gone(_)) => binned_there && fate != Fate::Deleted,
    }
}

fn fate_of_two(here: &Version, there: &Version, has: impl Fn(&Digest) -> bool) -> Fate {
    let gives_way = here.standing != Standing::Approved || there.standing == Standing::Approved;
    if here.digest == there.digest || has(&there.digest) {
        Fate::Same
    } else if here.earlier.contains(&there.digest) {
        Fate::Keep
    } else if there.earlier.contains(&here.digest) && gives_way {
        Fate::Replace
    } else if there.standing == Standing::Draft {
        Fate::Beside
    } else if here.standing == Standing::Draft {
        Fate::Swap
    } else if (there.standing, there.changed) > (here.standing, here.changed) {
        Fate::ReplaceKeepingHere
    } else {
        Fate::KeepKeepingThere
    }
}

/// What becomes of the links of the backup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChainPlan {
    /// They go on where the chain of this vault ends.
    pub append: Vec<Link>,
    /// They are of a chain that parted from this one: kept as a branch of it.
    pub branch: Vec<Link>,
}

impl ChainPlan {
    /// The number at which the chains part, when they do.
    pub fn parts_at(&self) -> Option<u64> {
        self.branch.first().map(|link| link.number)
    }
}

/// What becomes of the links of a backup: none is lost, and none that is here already comes twice.
/// `here` is the chain of this vault in the order of the numbers, `branches` are those that were
/// kept before, `there` is every link of the backup.
pub fn chain<'a>(
    here: &'a [Link],
    branches: impl IntoIterator<Item = &'a Link>,
    there: impl IntoIterator<Item = Link>,
) -> ChainPlan {
    // By their numbers: there may be as many links as receipts on both sides.
    let mut known: BTreeMap<u64, Vec<&Link>> = BTreeMap::new();
    for link in here.iter().chain(branches) {
        known.entry(link.number).or_default().push(link);
    }
    let is_known = |link: &Link| known.get(&link.number).is_some_and(|all| all.contains(&link));
    let is_here = |link: &Link| {
        let at = here.binary_search_by_key(&link.number, |own| own.number);
        at.is_ok_and(|at| here.get(at) == Some(link))
    };
    let mut new: BTreeMap<u64, Vec<Link>> = BTreeMap::new();
    let mut shared: BTreeSet<u64> = BTreeSet::new();
    for link in there {
        if is_here(&link) {
            shared.insert(link.number);
        }
        let of_number = new.entry(link.number).or_default();
        if !is_known(&link) && !of_number.contains(&link) {
            of_number.push(link);
        }
    }
    let last = here.last().map_or(0, |link| link.number);
    // The backup has the newest link that is here: what comes after it goes on from there.
    let goes_on = last == 0 || shared.contains(&last);
    let mut plan = ChainPlan::default();
    for link in new.into_values().flatten() {
        let next = plan.append.last().map_or(last, |link| link.number).saturating_add(1);
        if goes_on && link.number >= next {
            plan.append.push(link);
        } else {
            plan.branch.push(link);
        }
    }
    plan
}

/// What becomes of a whole backup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Its cases.
    pub cases: BTreeMap<CaseId, Fate>,
    /// Its receipts and records.
    pub chain: ChainPlan,
    /// How many of its cases cannot be read, and stay in it.
    pub unreadable: u32,
    /// Those of its cases that lie in the bin afterwards, and did not before.
    pub binned: BTreeSet<CaseId>,
    /// Those of its cases that were deleted here and come back, since there is a state of them in it
    /// that was not known when they were deleted.
    pub returned: BTreeSet<CaseId>,
    /// Those of its cases that stay as they are here, and get back a document or a record that they have
    /// lost here.
    pub completed: BTreeSet<CaseId>,
}

impl Plan {
    /// Decides what becomes of a case of the backup.
    pub fn decide(
        &mut self,
        id: CaseId,
        here: Option<&Kept>,
        there: Offered<'_>,
        has: impl Fn(&Digest) -> bool,
    ) {
        let fate = fate(here, there, has);
        let binned = is_binned_after(here, there.binned, fate);
        let comes = !matches!(fate, Fate::Deleted | Fate::Beside);
        if binned && !matches!(here, Some(Kept::Binned(_))) {
            self.binned.insert(id.clone());
        } else if !binned && comes && here.is_some_and(Kept::is_deleted) {
            self.returned.insert(id.clone());
        }
        self.cases.insert(id, fate);
    }

    /// How many cases have one of these fates.
    pub fn count(&self, fates: &[Fate]) -> usize {
        self.cases.values().filter(|fate| fates.contains(fate)).count()
    }

    /// Everything in it is here already.
    pub fn is_empty(&self) -> bool {
        let nothing = [Fate::Same, Fate::Keep, Fate::Deleted];
        self.count(&nothing) == self.cases.len()
            && self.returned.is_empty()
            && self.chain == ChainPlan::default()
    }
}
