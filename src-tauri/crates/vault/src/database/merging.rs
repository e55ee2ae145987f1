//! Bringing a second vault into this one: what is known of the states of each case, what is kept
//! beside, and how it is written. What becomes of what is decided by `domain::merge`.

use super::bin::Tombstones;
use super::chain::write_link;
use super::documents::is_named_by;
use super::records::KeptRecord;
use super::{Database, bin, history, mending, read_own, summaries, unread, unsaved, write_case};
use domain::bin::Rest;
use domain::case::{Case, CaseId, Stage};
use domain::chain::Link;
use domain::merge::{Digest, Fate, Kept, Offered, Plan, REMEMBERED, Standing, Version, chain};
use domain::problem::Problem;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension as _, Transaction};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use zeroize::Zeroizing;

/// The states that each case has had, by the digests of what was stored; the states that both went on
/// from and that are no case of their own, byte for byte; and the links and records of chains that
/// parted from this one. All but the links go with their case.
pub(super) const TABLES: &str = "
    CREATE TABLE revisions (
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        place INTEGER NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (case_id, place)) STRICT, WITHOUT ROWID;
    CREATE TABLE other_versions (
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        digest BLOB NOT NULL, noted TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL,
        PRIMARY KEY (case_id, digest)) STRICT;
    CREATE TABLE branches (branch INTEGER PRIMARY KEY, database TEXT NOT NULL, noted TEXT NOT NULL) STRICT;
    CREATE TABLE branch_links (
        branch INTEGER NOT NULL REFERENCES branches (branch), number INTEGER NOT NULL, previous BLOB,
        case_id TEXT NOT NULL, bundle_sha256 BLOB NOT NULL, PRIMARY KEY (branch, number)) STRICT;
    CREATE INDEX branch_links_case ON branch_links (case_id);
    CREATE TABLE branch_records (
        branch INTEGER NOT NULL, number INTEGER NOT NULL,
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        day TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (branch, number)) STRICT;
    CREATE INDEX branch_records_case ON branch_records (case_id, number);
    CREATE TABLE branch_record_documents (
        branch INTEGER NOT NULL, number INTEGER NOT NULL, sha256 BLOB NOT NULL,
        PRIMARY KEY (branch, number, sha256),
        FOREIGN KEY (branch, number) REFERENCES branch_records (branch, number) ON DELETE CASCADE)
        STRICT, WITHOUT ROWID;";

/// What a person has set that is as right on the next computer. Folders, what was allowed to leave
/// the machine, and how it notifies are asked again there.
const TAKEN: [&str; 2] = ["retention", "reporter"];

/// What tells a stored state of a case from any other.
pub(super) fn digest(version: i64, body: &[u8]) -> Digest {
    let hash = Sha256::new().chain_update(version.to_le_bytes()).chain_update(body).finalize();
    half(hash.into())
}

/// The first half of a hash.
fn half(hash: [u8; 32]) -> [u8; 16] {
    let mut half = [0; 16];
    half.iter_mut().zip(hash).for_each(|(to, byte)| *to = byte);
    half
}

/// Remembers a state of a case; the caller holds the transaction.
pub(super) fn note(connection: &Connection, case: &CaseId, state: &Digest) -> Result<(), Problem> {
    let newest = "SELECT place, digest FROM revisions WHERE case_id = ?1
                  ORDER BY place DESC LIMIT 1";
    let newest: Option<(i64, Digest)> = connection
        .prepare(newest)
        .and_then(|mut newest| {
            newest.query_row([&case.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()
        })
        .map_err(unread)?;
    if newest.as_ref().is_some_and(|(_, noted)| noted == state) {
        return Ok(());
    }
    let place = newest.map_or(1, |(place, _)| place + 1);
    connection
        .prepare("INSERT INTO revisions (case_id, place, digest) VALUES (?1, ?2, ?3)")
        .and_then(|mut note| note.execute((&case.0, place, state)))
        .map_err(unsaved)?;
    let remembered = i64::try_from(REMEMBERED).map_err(|_| Problem::NotSaved)?;
    connection
        .prepare("DELETE FROM revisions WHERE case_id = ?1 AND place <= ?2")
        .and_then(|mut forget| forget.execute((&case.0, place - remembered)))
        .map(|_| ())
        .map_err(unsaved)
}

/// Remembers states that a case had before the ones that are noted; the caller holds the transaction.
fn note_before<'a>(
    connection: &Connection,
    case: &CaseId,
    states: impl Iterator<Item = &'a Digest>,
) -> Result<(), Problem> {
    let first = "SELECT coalesce(min(place), 1) FROM revisions WHERE case_id = ?1";
    let first: i64 = connection.query_row(first, [&case.0], |row| row.get(0)).map_err(unread)?;
    for (place, state) in (1_i64..).zip(states) {
        let sql = "INSERT INTO revisions (case_id, place, digest)
            SELECT ?1, ?2, ?3 WHERE NOT EXISTS
                (SELECT 1 FROM revisions WHERE case_id = ?1 AND digest = ?3)";
        connection.execute(sql, (&case.0, first - place, state)).map_err(unsaved)?;
    }
    Ok(())
}

/// Remembers the state that each case of an earlier layout is in.
pub(super) fn note_all(transaction: &Transaction<'_>) -> Result<(), Problem> {
    for (id, version, body) in bodies(transaction)? {
        note(transaction, &id, &digest(version, &body))?;
    }
    Ok(())
}

type Body = (CaseId, i64, Zeroizing<Vec<u8>>);

fn bodies(connection: &Connection) -> Result<Vec<Body>, Problem> {
    let mut statement =
        connection.prepare("SELECT id, version, body FROM cases ORDER BY id").map_err(unread)?;
    let rows = statement
        .query_map([], |row| Ok((CaseId(row.get(0)?), row.get(1)?, Zeroizing::new(row.get(2)?))))
        .map_err(unread)?;
    rows.collect::<Result<_, _>>().map_err(unread)
}

/// A case of the other vault, and which state of it that is.
struct Theirs {
    case: Case,
    version: i64,
    body: Zeroizing<Vec<u8>>,
    state: Digest,
}

impl Database {
    /// What would become of everything in another vault; nothing is changed.
    pub(crate) fn plan(&self, other: &Self) -> Result<Plan, Problem> {
        let here = self.versions()?;
        let aside = self.kept_aside()?;
        let theirs = other.links()?.into_iter().chain(other.branch_links()?);
        let mut plan =
            Plan { chain: chain(&self.links()?, &self.branch_links()?, theirs), ..Plan::default() };
        let new = plan.chain.append.iter().chain(&plan.chain.branch);
        let new: BTreeSet<CaseId> = new.map(|link| link.case.clone()).collect();
        let known = self.known_links()?;
        let mut lost: BTreeMap<&CaseId, Vec<&Link>> = BTreeMap::new();
        for (_, link) in mending::without_record(&self.connection, &known, |_| true)? {
            lost.entry(&link.case).or_default().push(link);
        }
        for (id, kept) in other.versions()? {
            let (version, binned) = match &kept {
                Kept::Readable(version) => (version, false),
                Kept::Binned(version) => (version, true),
                Kept::Unreadable => {
                    plan.unreadable += 1;
                    continue;
                }
                Kept::Gone(_) => continue,
            };
            let has = |state: &Digest| {
                aside.contains(&(id.clone(), *state)) || here.contains_key(&beside(&id, state))
            };
            let there = Offered { version, binned, papers: new.contains(&id) };
            plan.decide(id.clone(), here.get(&id), there, has);
            let stays = matches!(plan.cases.get(&id), Some(Fate::Same | Fate::Keep));
            let of_case = lost.get(&id).map(Vec::as_slice).unwrap_or_default();
            if stays && mending::lacks_something(self, other, &id, of_case)? {
                plan.completed.insert(id);
            }
        }
        Ok(plan)
    }

    /// Takes everything of another vault in, all or nothing; what became of it.
    pub(crate) fn merge(
        &mut self,
        other: &Self,
        other_name: &str,
        today: Date,
    ) -> Result<Plan, Problem> {
        let plan = self.plan(other)?;
        let theirs = other.theirs(&plan)?;
        let environment = self.environment;
        let remembered = Remembered {
            rests: self.rests()?,
            their_rests: other.rests()?,
            tombstones: self.tombstones()?,
            their_tombstones: other.tombstones()?,
            known: self.known_links()?,
        };
        self.change(|transaction| {
            let of = (&plan, &theirs, &remembered);
            take_in(transaction, environment, other, of, (other_name, today))
        })?;
        Ok(plan)
    }

    /// The links of the branches, oldest branch first.
    pub(crate) fn branch_links(&self) -> Result<Vec<Link>, Problem> {
        self.links_in("branch_links", "true ORDER BY branch, number", [])
    }

    /// Where the chain has parted: the number at which each branch begins, and the day on which it
    /// was taken in.
    pub(crate) fn branches(&self) -> Result<Vec<(u64, Date)>, Problem> {
        let sql = "SELECT min(number), noted FROM branches JOIN branch_links USING (branch)
                   GROUP BY branch ORDER BY branch";
        let mut statement = self.connection.prepare(sql).map_err(unread)?;
        let rows = statement
            .query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))
            .map_err(unread)?;
        rows.map(|row| {
            let (number, noted) = row.map_err(unread)?;
            let number = u64::try_from(number).map_err(|_| Problem::VaultDamaged)?;
            Ok((number, noted.parse().map_err(|_| Problem::VaultDamaged)?))
        })
        .collect()
    }

    /// What is kept aside: the case, and since when.
    pub(crate) fn other_versions(&self) -> Result<Vec<(CaseId, Date)>, Problem> {
        let sql = "SELECT case_id, noted FROM other_versions ORDER BY noted, case_id, digest";
        let mut statement = self.connection.prepare(sql).map_err(unread)?;
        let rows = statement
            .query_map([], |row| Ok((CaseId(row.get(0)?), row.get::<_, String>(1)?)))
            .map_err(unread)?;
        rows.map(|row| {
            let (id, noted) = row.map_err(unread)?;
            Ok((id, noted.parse().map_err(|_| Problem::VaultDamaged)?))
        })
        .collect()
    }

    /// Every link, with the branch that it is of, or none of the chain itself.
    fn known_links(&self) -> Result<Vec<(Option<i64>, Link)>, Problem> {
        let sql = "SELECT branch FROM branches ORDER BY branch";
        let mut statement = self.connection.prepare(sql).map_err(unread)?;
        let branches = statement.query_map([], |row| row.get::<_, i64>(0)).map_err(unread)?;
        let mut known: Vec<_> = self.links()?.into_iter().map(|link| (None, link)).collect();
        for branch in branches {
            let branch = branch.map_err(unread)?;
            let links = self.links_in("branch_links", "branch = ?1 ORDER BY number", [branch])?;
            known.extend(links.into_iter().map(|link| (Some(branch), link)));
        }
        Ok(known)
    }

    pub(super) fn records_in_branches(&self, case: &CaseId) -> Result<Vec<KeptRecord>, Problem> {
        let sql = "SELECT branch, number, day, body FROM branch_records WHERE case_id = ?1
                   ORDER BY branch, number";
        self.branch_records(sql, [&case.0])
    }

    fn branch_records(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
    ) -> Result<Vec<KeptRecord>, Problem> {
        let mut statement = self.connection.prepare(sql).map_err(unread)?;
        let rows = statement
            .query_map(values, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .map_err(unread)?;
        rows.map(|row| {
            let (branch, number, day, body): (i64, i64, String, Vec<u8>) = row.map_err(unread)?;
            let which = "branch = ?1 AND number = ?2";
            let link = self.links_in("branch_links", which, [branch, number])?.pop();
            let day = day.parse().map_err(|_| Problem::VaultDamaged)?;
            Ok(KeptRecord { link: link.ok_or(Problem::VaultDamaged)?, day, body })
        })
        .collect()
    }

    fn versions(&self) -> Result<BTreeMap<CaseId, Kept>, Problem> {
        let gone = self.tombstones()?.into_iter();
        let mut versions: BTreeMap<_, _> =
            gone.map(|(id, (_, states))| (id, Kept::Gone(states))).collect();
        let rests = self.rests()?;
        for (id, version, body) in bodies(&self.connection)? {
            let is_binned = rests.contains_key(&id);
            let kept = match read_own(version, &body, &id, self.environment) {
                Ok(case) => {
                    let state = digest(version, &body);
                    let mut earlier = self.states(&id)?;
                    earlier.remove(&state);
                    let (changed, standing) = (case.changed, standing(&case));
                    let version = Version { digest: state, earlier, changed, standing };
                    if is_binned { Kept::Binned(version) } else { Kept::Readable(version) }
                }
                // What was deleted is not mended: only a state that was not known brings it back.
                Err(_) if is_binned => Kept::Gone(self.states(&id)?),
                Err(_) => Kept::Unreadable,
            };
            versions.insert(id, kept);
        }
        Ok(versions)
    }

    fn states(&self, case: &CaseId) -> Result<BTreeSet<Digest>, Problem> {
        let mut statement = self
            .connection
            .prepare("SELECT digest FROM revisions WHERE case_id = ?1")
            .map_err(unread)?;
        let states = statement.query_map([&case.0], |row| row.get(0)).map_err(unread)?;
        states.collect::<Result<_, _>>().map_err(unread)
    }

    fn kept_aside(&self) -> Result<BTreeSet<(CaseId, Digest)>, Problem> {
        let sql = "SELECT case_id, digest FROM other_versions";
        let mut statement = self.connection.prepare(sql).map_err(unread)?;
        let kept = statement
            .query_map([], |row| Ok((CaseId(row.get(0)?), row.get(1)?)))
            .map_err(unread)?;
        kept.collect::<Result<_, _>>().map_err(unread)
    }

    /// What comes of another vault, each read again as anything that is stored is.
    fn theirs(&self, plan: &Plan) -> Result<BTreeMap<CaseId, Theirs>, Problem> {
        let comes = |id: &CaseId| {
            let stays = |fate: &Fate| matches!(fate, Fate::Same | Fate::Keep | Fate::Deleted);
            plan.cases.get(id).is_some_and(|fate| !stays(fate))
        };
        let mut theirs = BTreeMap::new();
        for (id, version, body) in bodies(&self.connection)? {
            if comes(&id) {
                let case = read_own(version, &body, &id, self.environment)?;
                let state = digest(version, &body);
                theirs.insert(id, Theirs { case, version, body, state });
            }
        }
        Ok(theirs)
    }
}

/// What each of the two remembers of cases that were deleted, and the links that this one has.
struct Remembered {
    rests: BTreeMap<CaseId, Rest>,
    their_rests: BTreeMap<CaseId, Rest>,
    tombstones: Tombstones,
    their_tombstones: Tombstones,
    known: Vec<(Option<i64>, Link)>,
}

/// Writes what comes of another vault; the caller holds the transaction.
fn take_in(
    transaction: &Transaction<'_>,
    environment: domain::Environment,
    other: &Database,
    (plan, theirs, remembered): (&Plan, &BTreeMap<CaseId, Theirs>, &Remembered),
    (other_name, today): (&str, Date),
) -> Result<(), Problem> {
    let mut resting = Vec::new();
    let mut written = write_chain(transaction, plan, other_name, today)?;
    for (id, fate) in &plan.cases {
        // What stays in its place comes out of the bin as it is.
        let stays = matches!(fate, Fate::Same | Fate::Keep | Fate::KeepKeepingThere);
        if stays && plan.returned.contains(id) {
            bin::take_out(transaction, id)?;
            if let Some((case, version)) = own(transaction, id, environment)? {
                summaries::write(transaction, &case, version, today)?;
            }
        }
        if plan.completed.contains(id) {
            mending::give_documents_back(transaction, environment, other, id)?;
        }
        let Some(theirs) = theirs.get(id) else { continue };
        let here: Option<(Case, i64)> = match fate {
            Fate::Swap => own(transaction, id, environment)?,
            _ => None,
        };
        match fate {
            Fate::Same | Fate::Keep | Fate::Deleted => continue,
            Fate::Add | Fate::Replace => {}
            Fate::Beside => {
                let copy = Case { id: beside(id, &theirs.state), ..theirs.case.clone() };
                write_case(transaction, &copy)?;
                history::take_over(transaction, other, (id, &copy.id), true)?;
                copy_documents(transaction, other, id, &copy.id)?;
                continue;
            }
            Fate::Swap => {
                let (case, _) = here.ok_or(Problem::CaseDamaged)?;
                let state = state_of(transaction, id)?.ok_or(Problem::CaseDamaged)?;
                let moved = Case { id: beside(id, &state), ..case };
                write_case(transaction, &moved)?;
                history::copy(transaction, id, &moved.id)?;
                let sql = "INSERT INTO documents (case_id, sha256, body)
                    SELECT ?1, sha256, body FROM documents WHERE case_id = ?2
                    ON CONFLICT DO NOTHING";
                transaction.execute(sql, (&moved.id.0, &id.0)).map_err(unsaved)?;
            }
            Fate::ReplaceKeepingHere => {
                let sql = "SELECT version, body FROM cases WHERE id = ?1";
                let (version, body): (i64, Vec<u8>) = transaction
                    .query_row(sql, [&id.0], |row| Ok((row.get(0)?, row.get(1)?)))
                    .map_err(unread)?;
                keep_aside(transaction, id, version, &body, today)?;
                transaction
                    .execute("DELETE FROM unreadable WHERE case_id = ?1", [&id.0])
                    .map_err(unsaved)?;
            }
            Fate::KeepKeepingThere => {
                keep_aside(transaction, id, theirs.version, &theirs.body, today)?;
                copy_documents(transaction, other, id, id)?;
                continue;
            }
        }
        let rest = remembered.rests.get(id).filter(|_| !plan.returned.contains(id)).copied();
        bin::take_out(transaction, id)?;
        write_case(transaction, &theirs.case)?;
        // Where both went on, what is here is not how theirs came about.
        let keep_own = matches!(fate, Fate::Add | Fate::Replace);
        history::take_over(transaction, other, (id, id), keep_own)?;
        let before = remembered.tombstones.get(id).map(|(_, states)| states);
        let states = other.states(id)?;
        let states = states.iter().chain([&theirs.state]).chain(before.into_iter().flatten());
        note_before(transaction, id, states)?;
        copy_documents(transaction, other, id, id)?;
        if *fate == Fate::Add {
            bin::unbury(transaction, id)?;
            // Their links stayed when the case was deleted, and the records come back to them.
            let of_case = remembered.known.iter().filter(|(_, link)| link.case == *id);
            written.extend(of_case.map(|(branch, link)| (*branch, link)));
        }
        // A note of the last week is of the other computer's clock.
        let theirs_rest = remembered.their_rests.get(id).map(|rest| Rest::from(rest.deleted));
        let rest = rest.or(theirs_rest.filter(|_| plan.binned.contains(id)));
        resting.extend(rest.map(|rest| (&theirs.case, rest)));
    }
    // A record can be lost of which the number is still here.
    let stays = |id: &CaseId| plan.cases.get(id).is_some_and(|fate| *fate != Fate::Deleted);
    let before: BTreeSet<(Option<i64>, u64)> =
        written.iter().map(|(branch, link)| (*branch, link.number)).collect();
    let without = mending::without_record(transaction, &remembered.known, stays)?;
    written.extend(
        without.into_iter().filter(|(branch, link)| !before.contains(&(*branch, link.number))),
    );
    copy_records(transaction, other, &written)?;
    // Their records are here now, and say how long they are to be kept.
    for (case, rest) in resting {
        bin::put(transaction, case, rest, today)?;
    }
    for tombstones in [&remembered.tombstones, &remembered.their_tombstones] {
        bin::take_tombstones(transaction, tombstones)?;
    }
    for key in TAKEN {
        if let Some(value) = other.read_setting(key)? {
            let sql = "INSERT INTO settings (key, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
            transaction.execute(sql, (key, value)).map_err(unsaved)?;
        }
    }
    Ok(())
}

/// The id under which a state of a case goes on beside another: the same whenever it is taken in.
fn beside(id: &CaseId, state: &Digest) -> CaseId {
    let hash = Sha256::new_with_prefix(b"tilslut/case-beside\0")
        .chain_update(state)
        .chain_update(id.0.as_bytes())
        .finalize();
    CaseId(base16ct::lower::encode_string(&half(hash.into())))
}

fn standing(case: &Case) -> Standing {
    match case.stage {
        Stage::Drafting(_) => Standing::Draft,
        Stage::HandedOver(_)
        | Stage::Reviewing(_)
        | Stage::Approving(_)
        | Stage::Confirming(_)
        | Stage::Guided(_) => Standing::Underway,
        Stage::Approved(_) => Standing::Approved,
    }
}

pub(super) fn own(
    connection: &Connection,
    id: &CaseId,
    environment: domain::Environment,
) -> Result<Option<(Case, i64)>, Problem> {
    let sql = "SELECT version, body FROM cases WHERE id = ?1";
    let stored: Option<(i64, Vec<u8>)> = connection
        .query_row(sql, [&id.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
        .map_err(unread)?;
    let read = |(version, body): (i64, Vec<u8>)| {
        let case = read_own(version, &Zeroizing::new(body), id, environment)?;
        Ok((case, version))
    };
    stored.map(read).transpose()
}

fn state_of(connection: &Connection, id: &CaseId) -> Result<Option<Digest>, Problem> {
    let sql = "SELECT version, body FROM cases WHERE id = ?1";
    connection
        .query_row(sql, [&id.0], |row| {
            Ok(digest(row.get(0)?, &Zeroizing::new(row.get::<_, Vec<u8>>(1)?)))
        })
        .optional()
        .map_err(unread)
}

fn keep_aside(
    connection: &Connection,
    id: &CaseId,
    version: i64,
    body: &[u8],
    today: Date,
) -> Result<(), Problem> {
    let sql = "INSERT INTO other_versions (case_id, digest, noted, version, body)
               VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING";
    connection
        .execute(sql, (&id.0, digest(version, body), today.to_string(), version, body))
        .map(|_| ())
        .map_err(unsaved)
}

/// Copies the documents of a case that are what their names say: the SHA-256 of their bytes.
fn copy_documents(
    connection: &Connection,
    other: &Database,
    from: &CaseId,
    to: &CaseId,
) -> Result<(), Problem> {
    let sql = "SELECT sha256, body FROM documents WHERE case_id = ?1";
    let mut statement = other.connection.prepare(sql).map_err(unread)?;
    let mut rows = statement.query([&from.0]).map_err(unread)?;
    while let Some(row) = rows.next().map_err(unread)? {
        let sha256: [u8; 32] = row.get(0).map_err(unread)?;
        let body: Vec<u8> = row.get(1).map_err(unread)?;
        if is_named_by(&body, &sha256) {
            super::write_document(connection, to, &sha256, &body)?;
        }
    }
    Ok(())
}

/// Writes the links that come; each with the branch that it is of, or none of the chain itself.
fn write_chain<'a>(
    connection: &Connection,
    plan: &'a Plan,
    other_name: &str,
    today: Date,
) -> Result<Vec<(Option<i64>, &'a Link)>, Problem> {
    let mut written = Vec::new();
    for link in &plan.chain.append {
        write_link(connection, link)?;
        written.push((None, link));
    }
    let mut branch: Option<(i64, u64)> = None;
    for link in &plan.chain.branch {
        // Two links of one number are of two branches.
        let of = match branch {
            Some((of, last)) if link.number > last => of,
            _ => {
                let sql = "INSERT INTO branches (database, noted) VALUES (?1, ?2)";
                connection.execute(sql, (other_name, today.to_string())).map_err(unsaved)?;
                connection.last_insert_rowid()
            }
        };
        branch = Some((of, link.number));
        let number = i64::try_from(link.number).map_err(|_| Problem::NotSaved)?;
        let sql = "INSERT INTO branch_links (branch, number, previous, case_id, bundle_sha256)
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        connection
            .execute(sql, (of, number, link.previous, &link.case.0, link.bundle_sha256))
            .map_err(unsaved)?;
        written.push((Some(of), link));
    }
    Ok(written)
}

/// Copies the records of these links, with what they enclose. One whose case is not here (it was
/// deleted, and its link stayed) has nothing to be copied.
fn copy_records(
    connection: &Connection,
    other: &Database,
    written: &[(Option<i64>, &Link)],
) -> Result<(), Problem> {
    for (branch, link) in written {
        let records = other.records_of(&link.case)?;
        let Some(record) = records.into_iter().find(|record| record.link == **link) else {
            continue;
        };
        let is_here = "SELECT EXISTS (SELECT 1 FROM cases WHERE id = ?1)";
        if !connection.query_row(is_here, [&link.case.0], |row| row.get(0)).map_err(unread)? {
            continue;
        }
        let number = i64::try_from(link.number).map_err(|_| Problem::NotSaved)?;
        let (case, day) = (&link.case.0, record.day.to_string());
        let enclosed = other.in_records(&link.case)?;
        match branch {
            None => {
                let sql =
                    "INSERT INTO records (number, case_id, day, body) VALUES (?1, ?2, ?3, ?4)";
                connection.execute(sql, (number, case, day, record.body)).map_err(unsaved)?;
                let sql = "INSERT INTO record_documents (number, sha256) VALUES (?1, ?2)";
                for sha256 in &enclosed {
                    connection.execute(sql, (number, sha256)).map_err(unsaved)?;
                }
            }
            Some(branch) => {
                let sql = "INSERT INTO branch_records (branch, number, case_id, day, body)
                           VALUES (?1, ?2, ?3, ?4, ?5)";
                connection
                    .execute(sql, (branch, number, case, day, record.body))
                    .map_err(unsaved)?;
                let sql = "INSERT INTO branch_record_documents (branch, number, sha256)
                           VALUES (?1, ?2, ?3)";
                for sha256 in &enclosed {
                    connection.execute(sql, (branch, number, sha256)).map_err(unsaved)?;
                }
            }
        }
    }
    Ok(())
}
