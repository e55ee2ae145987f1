//! What the register answers: the hits in their order, a page of them, and of each as much as is
//! wanted.

use super::question::{By, Order, Question, Wanted};
use super::source::source;
use crate::entry::Entry;
use crate::organisations::Organisation;
use serde_json::{Map, Value, json};
use std::cmp::Ordering;

/// An organisation that answers to a question.
pub(super) struct Hit {
    pub(super) organisation: &'static Organisation,
    pub(super) entry: &'static Entry,
    pub(super) score: f64,
}

/// The best first, and among equals the smallest number: the order when nobody says.
const BEST_FIRST: &[Order] =
    &[Order { by: By::Score, descending: true }, Order { by: By::Number, descending: false }];

/// The answer to a question, of those that were found.
pub(super) fn to(question: &Question, mut found: Vec<Hit>) -> Value {
    let total = found.len();
    let order = if question.sort.is_empty() { BEST_FIRST } else { &question.sort };
    found.sort_by(|a, b| {
        compare(order, &a.values(order), &b.values(order))
            .then_with(|| a.organisation.cvr.cmp(b.organisation.cvr))
    });
    let best = found.iter().map(|found| found.score).max_by(f64::total_cmp);
    let next = found.iter().filter(|found| {
        question
            .after
            .as_ref()
            .is_none_or(|after| compare(order, &found.values(order), after) == Ordering::Greater)
    });
    let hits: Vec<Value> = next.take(question.size).map(|found| hit(question, found)).collect();
    json!({
        "took": 1,
        "timed_out": false,
        "_shards": { "total": 6, "successful": 6, "skipped": 0, "failed": 0 },
        "hits": { "total": total, "max_score": best.filter(|_| scored(question)), "hits": hits },
    })
}

impl Hit {
    fn values(&self, order: &[Order]) -> Vec<f64> {
        let number = self.organisation.cvr.parse().unwrap_or_default();
        order.iter().map(|order| if order.by == By::Score { self.score } else { number }).collect()
    }
}

fn compare(order: &[Order], a: &[f64], b: &[f64]) -> Ordering {
    let each = order.iter().zip(a.iter().zip(b));
    each.map(|(order, (a, b))| if order.descending { b.total_cmp(a) } else { a.total_cmp(b) })
        .find(|ordering| ordering.is_ne())
        .unwrap_or(Ordering::Equal)
}

/// Elasticsearch leaves the score out when the hits are ordered by other things only.
fn scored(question: &Question) -> bool {
    question.sort.is_empty() || question.sort.iter().any(|order| order.by == By::Score)
}

fn hit(question: &Question, found: &Hit) -> Value {
    let score = scored(question).then_some(found.score);
    let mut hit = Map::from_iter([
        ("_index".to_owned(), "cvr-v-20220630".into()),
        ("_type".to_owned(), "_doc".into()),
        ("_id".to_owned(), found.organisation.cvr.into()),
        ("_score".to_owned(), score.into()),
    ]);
    let source = || source(found.organisation, found.entry);
    let wanted = match &question.wanted {
        Wanted::Everything => Some(source()),
        Wanted::At(paths) => Some(
            only(&source(), &paths.iter().map(Vec::as_slice).collect::<Vec<_>>())
                .unwrap_or_else(|| json!({})),
        ),
        Wanted::Nothing => None,
    };
    hit.extend(wanted.map(|source| ("_source".to_owned(), source)));
    if !question.sort.is_empty() {
        hit.insert(
            "sort".to_owned(),
            question.sort.iter().map(|order| sort_value(order.by, found)).collect(),
        );
    }
    hit.into()
}

fn sort_value(by: By, found: &Hit) -> Value {
    match by {
        By::Score => found.score.into(),
        By::Number => found.organisation.cvr.parse::<u32>().map_or(Value::Null, Value::from),
    }
}

/// What is at one of the paths or below it. A path goes through lists, into every element.
fn only(value: &Value, paths: &[&[String]]) -> Option<Value> {
    if paths.iter().any(|path| path.is_empty()) {
        return Some(value.clone());
    }
    match value {
        Value::Object(members) => {
            let kept = members.iter().filter_map(|(name, member)| {
                Some((name.clone(), only(member, &below(paths, name))?))
            });
            Some(kept.collect::<Map<_, _>>()).filter(|kept| !kept.is_empty()).map(Value::Object)
        }
        Value::Array(elements) => {
            let kept: Vec<Value> =
                elements.iter().filter_map(|element| only(element, paths)).collect();
            (!kept.is_empty()).then_some(Value::Array(kept))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

/// What is left of the paths that begin with this step.
fn below<'a>(paths: &[&'a [String]], step: &str) -> Vec<&'a [String]> {
    paths
        .iter()
        .filter_map(|path| path.split_first())
        .filter(|(first, _)| *first == step)
        .map(|(_, rest)| rest)
        .collect()
}
