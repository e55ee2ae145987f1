//! The answers of a case as texts by the paths of their fields, and what two of them say otherwise.

use super::Change;
use crate::Answer;
use crate::cpr::looks_like_cpr;
use crate::draft::{Draft, Role};
use crate::need::{Kind, People};
use crate::person::TypedDate;
use crate::personal_number::without_numbers;
use crate::stage::{Basis, Case, Received, Stage};

/// The longest value that is kept, in bytes. What a name or an address may be is shorter; of what is
/// longer the beginning is kept.
pub const LONGEST: usize = 256;

/// What stands at the end of a value that was cut.
const CUT: &str = "…";

/// The answers of a case, each a text that is empty as long as there is no answer. What can be a CPR
/// number is left out of every one, as it is wherever a text leaves the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    role: Option<Role>,
    single: Vec<(String, String)>,
    /// Who is added and taken away one by one.
    lists: [(&'static str, Vec<Row>); 2],
}

/// The answers about one person of a list, by the last word of their paths.
type Row = Vec<(&'static str, String)>;

impl Answers {
    /// The answers of a case: those of its draft, and of one that came in a hand-over file those that
    /// the representative gives. None where there is no draft any more.
    pub fn of(case: &Case) -> Option<Self> {
        let of_basis = |basis: &Basis| match basis {
            Basis::Own(draft) => Self::of_draft(draft),
            Basis::HandedOver(received) => Self::of_received(received),
        };
        match &case.stage {
            Stage::Drafting(draft) => Some(Self::of_draft(draft)),
            Stage::HandedOver(handed) => Some(Self::of_draft(&handed.draft)),
            Stage::Reviewing(received) => Some(Self::of_received(received)),
            Stage::Approving(approving) => Some(of_basis(&approving.basis)),
            Stage::Confirming(confirming) => Some(of_basis(&confirming.basis)),
            Stage::Guided(guided) => Some(of_basis(&guided.basis)),
            Stage::Approved(_) => None,
        }
    }

    /// The answers of a draft.
    pub fn of_draft(draft: &Draft) -> Self {
        let Draft { need, typed, reporter, representative, .. } = draft;
        let single = [
            ("need.people", need.people.map(people).unwrap_or_default().into()),
            ("need.kind", need.kind.map(kind).unwrap_or_default().into()),
            ("need.signsAlone", answer(need.signs_alone)),
            ("need.connected", answer(need.connected)),
            ("cvr", text(&draft.cvr)),
            ("typed.counts", yes(typed.counts)),
            ("typed.name", text(&typed.name)),
            ("typed.form", text(&typed.form)),
            ("typed.status", text(&typed.status)),
            ("role", draft.role.map(role).unwrap_or_default().into()),
            ("reporter.name", text(&reporter.name)),
            ("reporter.organisation", text(&reporter.organisation)),
            ("reporter.email", text(&reporter.email)),
            ("representative.name", text(&representative.name)),
            ("representative.title", text(&representative.title)),
            ("representative.email", text(&representative.email)),
            ("representative.hasMitid", answer(representative.has_mitid)),
            ("representative.inCvr", answer(representative.in_cvr)),
            ("terms.accepted", yes(draft.terms.accepted)),
            ("representativeIsAdministrator", yes(draft.representative_is_administrator)),
            ("representative.born", day(&representative.born)),
            ("representative.hasCpr", answer(representative.has_cpr)),
        ];
        let administrators = draft.administrators.iter().map(|it| {
            vec![
                ("name", text(&it.name)),
                ("email", text(&it.email)),
                ("born", day(&it.born)),
                ("hasCpr", answer(it.has_cpr)),
                ("hasMitid", answer(it.has_mitid)),
            ]
        });
        let board = draft
            .board
            .iter()
            .map(|it| vec![("name", text(&it.name)), ("function", text(&it.function))]);
        let single = single.into_iter().map(|(path, value)| (path.to_owned(), value));
        Self {
            role: draft.role,
            single: single.chain(documents(draft)).collect(),
            lists: [("administrators", administrators.collect()), ("board", board.collect())],
        }
    }

    fn of_received(received: &Received) -> Self {
        Self {
            role: Some(Role::Representative),
            single: vec![("terms.accepted".to_owned(), yes(received.terms.accepted))],
            lists: [("administrators", Vec::new()), ("board", Vec::new())],
        }
    }

    /// Who prepares, as far as that was said.
    pub fn role(&self) -> Option<Role> {
        self.role
    }

    /// What `new` says otherwise, in the order of the pages.
    pub fn changes(&self, new: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        let value = |of: &Self, path: &str| {
            let found = of.single.iter().find(|(known, _)| known == path);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        let gone =
            self.single.iter().filter(|(path, _)| !new.single.iter().any(|(n, _)| n == path));
        for (path, _) in new.single.iter().chain(gone) {
            answered(&mut changes, path, value(self, path), value(new, path));
        }
        for ((list, before), (_, after)) in self.lists.iter().zip(&new.lists) {
            of_list(&mut changes, list, before, after);
        }
        changes
    }
}

fn answered(changes: &mut Vec<Change>, field: &str, old: String, new: String) {
    if old != new {
        changes.push(Change::Answer { field: field.to_owned(), old, new });
    }
}

/// Who is there before and after one that was added or taken away is the same: only the rows between
/// are compared.
fn of_list(changes: &mut Vec<Change>, list: &str, before: &[Row], after: &[Row]) {
    let first = before.iter().zip(after).take_while(|(old, new)| old == new).count();
    let shorter = before.len().min(after.len());
    let behind = before
        .iter()
        .rev()
        .zip(after.iter().rev())
        .take(shorter - first)
        .take_while(|(old, new)| old == new)
        .count();
    let middle = |rows: &[Row]| rows.len() - behind - first;
    let both = middle(before).min(middle(after));
    let value = |rows: &[Row], place: usize, at: usize| {
        let cell = rows.get(place).and_then(|row| row.get(at));
        cell.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let fields = |rows: &[Row], place: usize| -> Vec<&'static str> {
        rows.get(place).into_iter().flatten().map(|(field, _)| *field).collect()
    };
    for place in first..first + both {
        for (at, field) in fields(after, place).into_iter().enumerate() {
            let path = format!("{list}.{place}.{field}");
            answered(changes, &path, value(before, place, at), value(after, place, at));
        }
    }
    // From the last on, so that the places before stay what they are.
    for place in (first + both..first + middle(before)).rev() {
        for (at, field) in fields(before, place).into_iter().enumerate() {
            let path = format!("{list}.{place}.{field}");
            answered(changes, &path, value(before, place, at), String::new());
        }
        changes.push(Change::Removed(format!("{list}.{place}")));
    }
    for place in first + both..first + middle(after) {
        changes.push(Change::Added(format!("{list}.{place}")));
        for (at, field) in fields(after, place).into_iter().enumerate() {
            let path = format!("{list}.{place}.{field}");
            answered(changes, &path, String::new(), value(after, place, at));
        }
    }
}

/// The files that are attached, by what they are for.
fn documents(draft: &Draft) -> Vec<(String, String)> {
    let mut by_kind: Vec<(String, String)> = Vec::new();
    for file in &draft.documents {
        let path = format!("documents.{}", file.kind);
        match by_kind.iter_mut().find(|(known, _)| *known == path) {
            Some((_, names)) => *names = [names.as_str(), &file.name].join(", "),
            None => by_kind.push((path, file.name.clone())),
        }
    }
    by_kind.into_iter().map(|(path, names)| (path, text(&names))).collect()
}

/// A text as it is kept.
fn text(typed: &str) -> String {
    if looks_like_cpr(typed) {
        return cut(without_numbers(typed).unwrap_or_default());
    }
    cut(typed.to_owned())
}

fn cut(mut text: String) -> String {
    if text.len() > LONGEST {
        let end = text.floor_char_boundary(LONGEST - CUT.len());
        text.truncate(end);
        text.push_str(CUT);
    }
    text
}

/// A day that exists as YYYY-MM-DD, else the three parts as they were typed.
fn day(typed: &TypedDate) -> String {
    match typed.day() {
        Ok(day) => day.to_string(),
        Err(_) if *typed == TypedDate::default() => String::new(),
        Err(_) => text(&format!("{}.{}.{}", typed.day, typed.month, typed.year)),
    }
}

fn yes(holds: bool) -> String {
    if holds { "yes".to_owned() } else { String::new() }
}

fn answer(answer: Option<Answer>) -> String {
    let word = match answer {
        None => "",
        Some(Answer::Yes) => "yes",
        Some(Answer::No) => "no",
        Some(Answer::Unknown) => "unknown",
    };
    word.to_owned()
}

fn people(people: People) -> &'static str {
    match people {
        People::One => "one",
        People::Several => "several",
        People::Unknown => "unknown",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::SoleProprietor => "soleProprietor",
        Kind::Company => "company",
        Kind::Association => "association",
        Kind::Other => "other",
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Representative => "representative",
        Role::Reporter => "reporter",
    }
}
