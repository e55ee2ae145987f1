//! The documents that a case needs: which, why, what is attached and what is still open.

use super::context::RuleContext;
use crate::rules::{Document, Point, RequiredDocuments, Rule};

/// One line of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// The kind of document, with what it must show.
    pub document: &'static Document,
    /// It is asked for; otherwise it is useful.
    pub required: bool,
    /// The rules because of which it is needed, in the order of the rule file.
    pub why: Vec<&'static Rule>,
    /// The attached files of this kind: their places in the draft's documents.
    pub attached: Vec<usize>,
    /// The points that no attached file of this kind has confirmed.
    pub open: Vec<&'static Point>,
}

impl Need {
    /// A file is attached and everything about it confirmed.
    pub fn is_satisfied(&self) -> bool {
        !self.attached.is_empty() && self.open.is_empty()
    }
}

/// The checklist that follows from the rules that bring documents. A point may be confirmed of one
/// file and another of the next: a passport without a signature goes with another document that has
/// one.
pub(super) fn needs(
    context: &RuleContext<'_>,
    bringing: impl Iterator<Item = &'static Rule>,
) -> Vec<Need> {
    let rules: Vec<&'static Rule> = bringing.collect();
    if rules.is_empty() {
        return Vec::new();
    }
    let by_hand =
        || rules.iter().copied().filter(|rule| rule.brings == RequiredDocuments::ProofAndIdentity);
    let (proof, helps) = proof(context);
    let mut needs = Vec::new();
    for document in &context.book.documents.all {
        let why: Vec<&'static Rule> = match () {
            () if proof.contains(&document.id) => rules.clone(),
            () if document.without_mitid => by_hand().collect(),
            () => Vec::new(),
        };
        let required = !why.is_empty();
        if required || helps.contains(&document.id) {
            needs.push(need(context, document, required, why));
        }
    }
    needs
}

/// The ids of the documents that prove the tie between representative and organisation, and of
/// those that help.
fn proof(context: &RuleContext<'_>) -> (&'static [String], &'static [String]) {
    let re_entry = context.state.and_then(|state| state.re_entry.as_ref());
    match (re_entry, context.form) {
        (Some(re_entry), _) => (&re_entry.documents, &[]),
        (None, Some(form)) => (&form.documents, &form.helps),
        (None, None) => (&context.book.forms.undecided, &[]),
    }
}

fn need(
    context: &RuleContext<'_>,
    document: &'static Document,
    required: bool,
    why: Vec<&'static Rule>,
) -> Need {
    let files =
        || context.draft.documents.iter().enumerate().filter(|(_, file)| file.kind == document.id);
    let confirmed = |point: &&Point| files().any(|(_, file)| file.confirms(&point.id));
    let open = document.points.iter().filter(|point| !confirmed(point)).collect();
    Need { document, required, why, attached: files().map(|(n, _)| n).collect(), open }
}
