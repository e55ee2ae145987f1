//! What must be there after so many deeds: told by the deeds alone, and compared with everything that
//! a vault tells of itself.

use crate::chance::Chance;
use crate::deed::Deed;
use crate::place::Place;
use domain::case::{Case, CaseId, Stage};
use domain::chain::{End, Link};
use domain::summary::Query;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::sync::LazyLock;
use vault::testing::cases;
use vault::{BackupFile, BackupKey, Secret, Vault};

/// The cases of the backup that is taken in.
pub const FOREIGN: Range<u32> = 900_000..900_040;
/// What opens it.
pub const WORDS: &str = "anker-æble-måge-hus-kat-sol";

/// A case that is kept.
#[derive(Debug, Clone)]
struct Kept {
    case: Case,
    is_binned: bool,
    documents: BTreeMap<u32, u32>,
    records: usize,
}

/// What is kept, and what opens it.
#[derive(Debug, Clone, Default)]
pub struct State {
    cases: BTreeMap<u32, Kept>,
    chain: Vec<Link>,
    /// The backups that were made, and how many cases each has.
    backups: BTreeMap<u32, u32>,
    /// The passphrase; without one the key store opens the cases by itself.
    pub passphrase: Option<u32>,
}

static SAMPLES: LazyLock<Vec<Case>> = LazyLock::new(cases);

/// The id of a case.
pub fn id(case: u32) -> CaseId {
    CaseId(format!("{case:032x}"))
}

/// A case with the look of a sample.
pub fn case(case: u32, look: u32) -> Case {
    let look = usize::try_from(look).unwrap() % SAMPLES.len();
    Case { id: id(case), ..SAMPLES[look].clone() }
}

/// A case that is approved.
pub fn approved(case: u32) -> Case {
    let is_approved = |case: &&Case| matches!(case.stage, Stage::Approved(_));
    Case { id: id(case), ..SAMPLES.iter().find(is_approved).unwrap().clone() }
}

/// The name by which a document is found.
pub fn hash(document: u32) -> [u8; 32] {
    Sha256::digest(document.to_le_bytes()).into()
}

/// The bytes of a document.
pub fn document(document: u32, size: u32) -> Vec<u8> {
    Chance::of(u64::from(document), "document", 0).bytes(usize::try_from(size).unwrap())
}

/// The next link of the chain.
pub fn link_after(end: Option<End>, case: u32) -> Link {
    Link::after_end(end, id(case), hash(case))
}

/// The name of a backup.
pub fn backup_name(number: u32) -> String {
    format!("{number}.{}", domain::backups::ENDING)
}

/// A passphrase.
pub fn passphrase(number: u32) -> Secret {
    format!("en lang adgangssætning nummer {number}").into()
}

impl State {
    /// What is there when one more thing was done.
    pub fn after(&self, deed: &Deed) -> Self {
        let mut next = self.clone();
        match *deed {
            Deed::Save { case: number, look } => next.put(number, case(number, look)),
            Deed::Attach { case, document, size } => next.attach(case, document, size),
            Deed::HandOver { case: number, look, document, size } => {
                next.put(number, case(number, look));
                next.attach(number, document, size);
            }
            Deed::Approve { case } => {
                next.put(case, approved(case));
                next.link(case);
            }
            Deed::Record { case } => {
                next.link(case);
                next.of(case).records += 1;
            }
            Deed::Bin { case } => next.of(case).is_binned = true,
            Deed::PutBack { case } => next.of(case).is_binned = false,
            Deed::Empty { case } => drop(next.cases.remove(&case)),
            Deed::BackUp { number } => {
                let count = u32::try_from(self.open_cases().count()).unwrap();
                next.backups.insert(number, count);
            }
            Deed::TakeIn => FOREIGN.for_each(|number| next.put(number, case(number, number))),
            Deed::Code => {}
            Deed::Passphrase { new, .. } => next.passphrase = Some(new),
            Deed::Unset { .. } => next.passphrase = None,
        }
        next
    }

    fn put(&mut self, number: u32, case: Case) {
        let kept = self.cases.entry(number).or_insert_with(|| Kept {
            case: case.clone(),
            is_binned: false,
            documents: BTreeMap::new(),
            records: 0,
        });
        kept.case = case;
    }

    fn of(&mut self, case: u32) -> &mut Kept {
        self.cases.get_mut(&case).unwrap()
    }

    fn attach(&mut self, case: u32, document: u32, size: u32) {
        self.of(case).documents.insert(document, size);
    }

    fn link(&mut self, case: u32) {
        let end = self
            .chain
            .last()
            .map(|link| End { number: link.number, hash: Sha256::digest(link.canonical()).into() });
        self.chain.push(link_after(end, case));
    }

    fn open_cases(&self) -> impl Iterator<Item = (u32, &Kept)> {
        self.cases.iter().filter(|(_, kept)| !kept.is_binned).map(|(number, kept)| (*number, kept))
    }

    /// The cases that are not in the bin, the cases in it, and those of the first that have no link.
    pub fn numbers(&self) -> [Vec<u32>; 3] {
        let numbers = |is_wanted: &dyn Fn(u32, &Kept) -> bool| -> Vec<u32> {
            let all = self.cases.iter();
            all.filter(|(number, kept)| is_wanted(**number, kept))
                .map(|(number, _)| *number)
                .collect()
        };
        let is_linked = |number: u32| self.chain.iter().any(|link| link.case == id(number));
        [
            numbers(&|_, kept| !kept.is_binned),
            numbers(&|_, kept| kept.is_binned),
            numbers(&|number, kept| !kept.is_binned && !is_linked(number)),
        ]
    }

    /// What an open vault has that is not as it must be; nothing where it is this state.
    pub fn missed(&self, vault: &mut Vault) -> Result<Option<String>, domain::problem::Problem> {
        let unreadable = vault.unreadable()?.len();
        if unreadable > 0 {
            return Ok(Some(format!("{unreadable} cases cannot be read")));
        }
        let expected: Vec<&Case> = self.open_cases().map(|(_, kept)| &kept.case).collect();
        let found = vault.cases()?;
        if found.iter().collect::<Vec<_>>() != expected {
            return Ok(Some(format!("{} cases, and not {} as saved", found.len(), expected.len())));
        }
        let rows = vault.list(&Query { limit: u32::MAX, ..Query::default() })?.rows;
        let mut listed: Vec<CaseId> = rows.into_iter().map(|row| row.summary.id).collect();
        listed.sort();
        if listed != expected.iter().map(|case| case.id.clone()).collect::<Vec<_>>() {
            return Ok(Some("the list is not of the cases".to_owned()));
        }
        for (number, kept) in &self.cases {
            if kept.is_binned != vault.is_binned(&id(*number))? {
                return Ok(Some(format!("the bin is wrong about case {number}")));
            }
            for (name, size) in &kept.documents {
                if vault.document(&id(*number), &hash(*name))? != Some(document(*name, *size)) {
                    return Ok(Some(format!("document {name} of case {number} is not there")));
                }
            }
            let records = vault.records_of(&id(*number))?.len();
            if records != kept.records {
                return Ok(Some(format!("case {number} has {records} records")));
            }
        }
        let binned = self.cases.values().filter(|kept| kept.is_binned).count();
        if usize::try_from(vault.count_binned()?) != Ok(binned) {
            return Ok(Some("something else is in the bin".to_owned()));
        }
        let links = vault.links()?;
        Ok((links != self.chain).then(|| format!("{} links in the chain", links.len())))
    }

    /// A backup that is not whole, or that was made and is not there. One that was not called made is
    /// whole when it has its name.
    pub fn missed_backup(
        &self,
        vault: &Vault,
        place: &Place,
        work: &std::path::Path,
    ) -> Option<String> {
        let mut found = Vec::new();
        for path in fs::read_dir(place.backups()).unwrap().map(|entry| entry.unwrap().path()) {
            if path.extension().is_none_or(|ending| ending != domain::backups::ENDING) {
                continue;
            }
            let number: u32 = path.file_stem()?.to_str()?.parse().ok()?;
            found.push(number);
            let read = BackupFile::read(&path)
                .and_then(|file| file.open(&BackupKey::Own(vault), work)?.contents());
            match (read, self.backups.get(&number)) {
                (Err(problem), _) => return Some(format!("backup {number}: {problem:?}")),
                (Ok(contents), Some(count)) if contents.cases != *count => {
                    return Some(format!("backup {number} has {} cases", contents.cases));
                }
                (Ok(_), _) => {}
            }
        }
        let gone = self.backups.keys().find(|number| !found.contains(number));
        gone.map(|number| format!("backup {number} is not there"))
    }

    /// The backups were looked at and taken away.
    pub fn forget_backups(&mut self) {
        self.backups.clear();
    }
}
