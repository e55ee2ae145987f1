//! What a run has met, by operation, and what it found.

use crate::deed::KINDS;

/// One operation.
#[derive(Debug, Clone, Copy, Default)]
pub struct Row {
    /// So many times it was called done, and had to be there afterwards.
    pub acknowledged: usize,
    /// So many kills met it under way.
    pub kills: usize,
    /// So many cuts of the power.
    pub cuts: usize,
    /// After so many of either something that was called done was not there.
    pub lost: usize,
    /// After so many the cases did not open, or could not be read.
    pub unreadable: usize,
}

/// All of them.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    rows: [Row; KINDS.len()],
    /// Of each crash that broke the promise: which, and what was missed.
    pub broken: Vec<String>,
}

impl Tally {
    /// The row of an operation.
    pub fn of(&mut self, kind: usize) -> &mut Row {
        &mut self.rows[kind]
    }

    /// Another part of the same run.
    pub fn add(&mut self, other: Self) {
        for (row, more) in self.rows.iter_mut().zip(other.rows) {
            row.acknowledged += more.acknowledged;
            row.kills += more.kills;
            row.cuts += more.cuts;
            row.lost += more.lost;
            row.unreadable += more.unreadable;
        }
        self.broken.extend(other.broken);
    }

    /// Everything together.
    pub fn all(&self) -> Row {
        let mut all = Row::default();
        for row in &self.rows {
            all.acknowledged += row.acknowledged;
            all.kills += row.kills;
            all.cuts += row.cuts;
            all.lost += row.lost;
            all.unreadable += row.unreadable;
        }
        all
    }

    /// As a table.
    pub fn table(&self) -> String {
        let line = |name: &str, row: Row| {
            let Row { acknowledged, kills, cuts, lost, unreadable } = row;
            format!("| {name} | {acknowledged} | {kills} | {cuts} | {lost} | {unreadable} |\n")
        };
        let rows: String = KINDS.iter().zip(self.rows).map(|(name, row)| line(name, row)).collect();
        format!(
            "| under way | called done | kills | power cuts | lost | unreadable |\n| --- | ---: | ---: | ---: | ---: | ---: |\n{rows}{}",
            line("**together**", self.all())
        )
    }
}
