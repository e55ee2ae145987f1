//! The chain of receipts: every approval on a machine gets the next number and names the link
//! before it, so that a receipt that is missing, was put in or was edited later shows.
//!
//! There is one chain for each environment. The hash is made where hashes may be made; here are
//! only the bytes that it is of.

use crate::case::CaseId;
use std::collections::BTreeMap;

/// SHA-256 of a link's [`Link::canonical`] form.
pub type LinkHash = [u8; 32];

/// Where a chain ends: the newest number that was given, and the hash of its link. What comes next
/// goes on from there, also where the link itself is not here any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct End {
    /// The number.
    pub number: u64,
    /// The hash of its link.
    pub hash: LinkHash,
}

/// What ties a receipt to the one before it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Link {
    /// The receipt number: 1, 2, 3… It is given once and never again.
    pub number: u64,
    /// The hash of the link before; none at the first.
    pub previous: Option<LinkHash>,
    /// The case.
    pub case: CaseId,
    /// SHA-256 of the evidence bundle, byte for byte.
    pub bundle_sha256: [u8; 32],
}

impl Link {
    /// The link that a case approved now gets after the newest one. `hash` makes the hash of a
    /// canonical form.
    pub fn after(
        newest: Option<&Self>,
        case: CaseId,
        bundle_sha256: [u8; 32],
        hash: impl FnOnce(&[u8]) -> LinkHash,
    ) -> Self {
        let end =
            newest.map(|newest| End { number: newest.number, hash: hash(&newest.canonical()) });
        Self::after_end(end, case, bundle_sha256)
    }

    /// The link that a case approved now gets where the chain ends.
    pub fn after_end(end: Option<End>, case: CaseId, bundle_sha256: [u8; 32]) -> Self {
        Self {
            number: end.map_or(1, |end| end.number.saturating_add(1)),
            previous: end.map(|end| end.hash),
            case,
            bundle_sha256,
        }
    }

    /// The bytes that the hash is of: five lines of UTF-8, each ended by a line feed.
    ///
    /// ```text
    /// tilslut/receipt-link/v1
    /// number: 7
    /// previous: <64 lower-case hexadecimal digits, or "none">
    /// bundle: <64 lower-case hexadecimal digits>
    /// case: <the case's id>
    /// ```
    ///
    /// The case comes last, so that nothing in its id can pass for another line.
    pub fn canonical(&self) -> Vec<u8> {
        let previous = self
            .previous
            .as_ref()
            .map_or_else(|| "none".to_owned(), |hash| base16ct::lower::encode_string(hash));
        let bundle = base16ct::lower::encode_string(&self.bundle_sha256);
        format!("tilslut/receipt-link/v1\nnumber: {}\nprevious: {previous}\nbundle: {bundle}\ncase: {}\n", self.number, self.case.0)
            .into_bytes()
    }
}

/// What is wrong with links that were gathered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fault {
    /// These numbers, the first and the last of them, are not there.
    Missing {
        /// The first that is not there.
        from: u64,
        /// The last that is not there.
        to: u64,
    },
    /// Two different links have this number.
    Double {
        /// The number.
        number: u64,
    },
    /// The link with this number does not name the one before it: that one was edited later, or
    /// this one was put in.
    Broken {
        /// The number.
        number: u64,
    },
}

/// What is wrong with these links, in the order of the numbers; copies of the same link count once.
/// Nobody can see from what is there that the newest receipts are gone: compare the last number
/// with the program that made them.
pub fn faults(
    links: impl IntoIterator<Item = Link>,
    hash: impl Fn(&[u8]) -> LinkHash,
) -> Vec<Fault> {
    let mut by_number: BTreeMap<u64, Vec<Link>> = BTreeMap::new();
    for link in links {
        let same = by_number.entry(link.number).or_default();
        if !same.contains(&link) {
            same.push(link);
        }
    }
    let mut found = Vec::new();
    let mut before: Option<(u64, Vec<LinkHash>)> = None;
    for (number, here) in by_number {
        let next = before.as_ref().map_or(1, |(number, _)| number.saturating_add(1));
        if number > next {
            found.push(Fault::Missing { from: next, to: number - 1 });
        }
        if here.len() > 1 {
            found.push(Fault::Double { number });
        }
        let hashes: Vec<LinkHash> = here.iter().map(|link| hash(&link.canonical())).collect();
        let fits = |link: &Link| match (&before, &link.previous) {
            (_, None) => number == 1,
            (Some((last, known)), Some(previous)) if number == last.saturating_add(1) => {
                known.contains(previous)
            }
            // The one before is not here, which was said already.
            (_, Some(_)) => number > 1,
        };
        if !here.iter().all(fits) {
            found.push(Fault::Broken { number });
        }
        before = Some((number, hashes));
    }
    found
}
