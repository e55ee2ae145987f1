//! What a newer look-up says otherwise than an older one, for "Ændret siden sidst".

use crate::organisation::{Candidate, Organisation, Source, Status};
use crate::typed::{fold, normalise};

/// One thing that changed, with what was known before and what is known now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Another name.
    Name {
        /// Before.
        old: String,
        /// Now.
        new: String,
    },
    /// Another address, in lines.
    Address {
        /// Before.
        old: Vec<String>,
        /// Now.
        new: Vec<String>,
    },
    /// Another form, in the register's own words.
    Form {
        /// Before: code and description.
        old: (u16, String),
        /// Now.
        new: (u16, String),
    },
    /// Another status, with the register's own word.
    Status {
        /// Before.
        old: (Status, String),
        /// Now.
        new: (Status, String),
    },
    /// Another signing rule; none where the register keeps none.
    SigningRule {
        /// Before.
        old: Option<String>,
        /// Now.
        new: Option<String>,
    },
    /// Somebody may represent the organisation now who could not before.
    Joined(Candidate),
    /// Somebody may not represent it any more.
    Left(Candidate),
    /// The same person with another name, of another kind, or with other roles.
    Candidate {
        /// Before.
        old: Candidate,
        /// Now.
        new: Candidate,
    },
}

/// What `new` says otherwise than `old`, two snapshots of the same organisation: the organisation
/// first, then those who left, who changed and who joined. Pure.
///
/// What one of them was not told is not compared, and neither are words of two sources for the same
/// thing.
pub fn changes(old: &Organisation, new: &Organisation) -> Vec<Change> {
    let mut found = Vec::new();
    let told = |old: Option<Source>, new: Option<Source>| old.is_some() && new.is_some();
    let same_source = |old: Option<Source>, new: Option<Source>| old.is_some() && old == new;
    if told(old.origins.name, new.origins.name) && fold(&old.name) != fold(&new.name) {
        found.push(Change::Name { old: old.name.clone(), new: new.name.clone() });
    }
    if told(old.origins.address, new.origins.address) && old.address != new.address {
        found.push(Change::Address { old: old.address.clone(), new: new.address.clone() });
    }
    let same_words = !same_source(old.origins.form, new.origins.form) || old.form == new.form;
    if told(old.origins.form, new.origins.form) && (old.form_code != new.form_code || !same_words) {
        found.push(Change::Form {
            old: (old.form_code, old.form.clone()),
            new: (new.form_code, new.form.clone()),
        });
    }
    let same_words =
        !same_source(old.origins.status, new.origins.status) || old.status_text == new.status_text;
    if told(old.origins.status, new.origins.status) && (old.status != new.status || !same_words) {
        found.push(Change::Status {
            old: (old.status, old.status_text.clone()),
            new: (new.status, new.status_text.clone()),
        });
    }
    if told(old.origins.signing_rule, new.origins.signing_rule)
        && old.signing_rule != new.signing_rule
    {
        found.push(Change::SigningRule {
            old: old.signing_rule.clone(),
            new: new.signing_rule.clone(),
        });
    }
    if told(old.origins.candidates, new.origins.candidates) {
        // Persons who were typed have no number of the register's, only a name.
        let by_unit = same_source(old.origins.candidates, new.origins.candidates)
            && new.origins.candidates != Some(Source::Typed);
        found.extend(persons(&old.candidates, &new.candidates, by_unit));
    }
    found
}

fn persons(old: &[Candidate], new: &[Candidate], by_unit: bool) -> Vec<Change> {
    let same = |a: &Candidate, b: &Candidate| match by_unit {
        // Where the register names nobody it gives no number either, and the place stands for it.
        true => a.unit == b.unit && a.is_named() == b.is_named(),
        false => normalise(&a.name) == normalise(&b.name),
    };
    let left = old
        .iter()
        .filter(|before| !new.iter().any(|now| same(before, now)))
        .cloned()
        .map(Change::Left);
    let changed = old.iter().filter_map(|before| {
        let now = new.iter().find(|now| same(before, now) && differs(before, now, by_unit))?;
        Some(Change::Candidate { old: before.clone(), new: now.clone() })
    });
    let joined = new
        .iter()
        .filter(|now| !old.iter().any(|before| same(before, now)))
        .cloned()
        .map(Change::Joined);
    left.chain(changed).chain(joined).collect()
}

/// The order in which a register tells roles means nothing.
fn differs(old: &Candidate, new: &Candidate, by_unit: bool) -> bool {
    let within = |roles: &Candidate, others: &Candidate| {
        roles.roles.iter().all(|role| others.roles.contains(role))
    };
    (by_unit && old.name != new.name)
        || old.kind != new.kind
        || !within(old, new)
        || !within(new, old)
}
