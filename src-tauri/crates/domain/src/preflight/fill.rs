//! What fills the gaps of a rule's texts, in both languages.

use super::checklist::Need;
use super::context::{CandidateMatch, RuleContext, blank};
use super::{Facts, Item};
use crate::Language;
use crate::rules::{Certainty, Consequence, From, Rule, Slot, Wording};
use crate::typed::fold;
use jiff::civil::Date;

/// What stands in a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text that is the same in both languages: a name, CVR's own words.
    Text(String),
    /// CVR's own words for who reads Danish, and ours for who does not.
    OfCvr(String, &'static str),
    /// A text of ours.
    Both(&'static str, &'static str),
    /// A text of ours that no authority has said, told as what normally holds.
    Normally(&'static Wording),
    /// Names or sentences of ours in the middle of another, in a row.
    List(Vec<&'static Wording>),
    /// A number.
    Number(u64),
    /// A date.
    Date(Date),
}

const DANISH: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Value {
    /// The value in a language.
    pub fn read(&self, language: Language) -> String {
        match (self, language) {
            (Self::Text(text), _) | (Self::OfCvr(text, _), Language::Danish) => text.clone(),
            (Self::OfCvr(_, en), Language::English) => (*en).to_owned(),
            (Self::Both(da, _), Language::Danish) => (*da).to_owned(),
            (Self::Both(_, en), Language::English) => (*en).to_owned(),
            (Self::Normally(text), Language::Danish) => {
                format!("som regel {}", text.read(language))
            }
            (Self::Normally(text), Language::English) => {
                format!("normally {}", text.read(language))
            }
            (Self::List(texts), _) => {
                texts.iter().map(|text| small(text.read(language))).collect::<Vec<_>>().join("; ")
            }
            (Self::Number(number), _) => number.to_string(),
            (Self::Date(date), Language::Danish) => {
                format!("{}. {} {}", date.day(), month(&DANISH, *date), date.year())
            }
            (Self::Date(date), Language::English) => {
                format!("{} {} {}", date.day(), month(&ENGLISH, *date), date.year())
            }
        }
    }

    /// True for words of ours, which take a capital where a sentence begins.
    pub fn is_ours(&self) -> bool {
        matches!(self, Self::Both(..) | Self::Normally(_) | Self::List(_))
    }
}

impl From {
    fn day(self, context: &RuleContext<'_>) -> Option<Date> {
        let Facts { sent, concluded, terminated, .. } = *context.facts;
        match self {
            Self::Today => Some(context.today),
            Self::Registered => {
                context.association_representative().and_then(|(_, role)| role.since)
            }
            Self::Sent => sent,
            Self::Concluded => concluded,
            Self::Terminated => terminated,
        }
    }
}

/// CVR appends the state to the name ("… ApS under konkurs"); a text that says the state itself
/// does not want it twice.
fn without_state<'a>(name: &'a str, context: &RuleContext<'_>) -> &'a str {
    let Some(state) = context.state else { return name };
    let said = state.name.da.to_lowercase();
    if !name.to_lowercase().trim_end().ends_with(&said) {
        return name;
    }
    // Lower case may be longer or shorter than what it is made from, so the place is looked for in
    // the name itself.
    let tail = name
        .char_indices()
        .map(|(at, _)| at)
        .find(|at| name.get(*at..).is_some_and(|rest| rest.trim().to_lowercase() == said));
    tail.and_then(|at| name.get(..at))
        .map(|kept| kept.trim_end().trim_end_matches(','))
        .filter(|kept| !blank(kept))
        .unwrap_or(name)
}

/// What fills a gap of a rule that holds for `item`.
pub(super) fn value(
    slot: Slot,
    rule: &Rule,
    item: Item<'_>,
    context: &RuleContext<'_>,
    needs: &[Need],
) -> Value {
    let draft = context.draft;
    let typed = |text: &str| Value::Text(fold(text));
    match slot {
        Slot::Name => match item {
            Item::Administrator(administrator) if !blank(administrator.name) => {
                typed(administrator.name)
            }
            Item::Administrator(_) => Value::Both("administratoren", "the administrator"),
            _ if !blank(&draft.representative.name) => typed(&draft.representative.name),
            _ => Value::Both("ledelsesrepræsentanten", "the management representative"),
        },
        Slot::Other => other(context),
        Slot::Organisation => match context.organisation {
            Some(organisation) if !blank(&organisation.name) => {
                typed(without_state(&organisation.name, context))
            }
            _ => Value::Both("organisationen", "the organisation"),
        },
        Slot::Form => form(context),
        Slot::Who => match context.form {
            None => Value::Both("en person i ledelsen", "a person in the management"),
            Some(form) if form.certainty == Certainty::Official => both(&form.representative),
            Some(form) => Value::Normally(&form.representative),
        },
        Slot::Status => status(context),
        Slot::Trustee => match context.state.and_then(|state| state.re_entry.as_ref()) {
            Some(re_entry) => both(&re_entry.by),
            None => Value::Both("den, der står for opløsningen", "whoever runs the dissolution"),
        },
        Slot::Role => {
            context.listed().map_or(Value::Both("en anden rolle", "another role"), |person| {
                Value::Text(person.role().to_lowercase())
            })
        }
        Slot::Title => typed(&draft.representative.title),
        Slot::Email => match item {
            Item::Administrator(administrator) => typed(administrator.email),
            _ => typed(&draft.representative.email),
        },
        Slot::Date => {
            let day = rule.deadline.and_then(|running| {
                running.from.day(context).map(|from| running.length.after(from))
            });
            Value::Date(day.unwrap_or(context.today))
        }
        Slot::Number => {
            Value::Number(rule.deadline.map_or(0, |running| running.length.amount.into()))
        }
        Slot::Document => match item {
            Item::Need(need) => Value::List(vec![&need.document.name]),
            Item::Case | Item::Administrator(_) | Item::File(_) => unnamed(),
        },
        Slot::Documents => Value::List(
            needs.iter().filter(|need| need.required).map(|need| &need.document.name).collect(),
        ),
        Slot::File => match item {
            Item::File(n) => draft.documents.get(n).map_or_else(unnamed, |file| typed(&file.name)),
            _ => unnamed(),
        },
        Slot::Points => match item {
            Item::Need(need) => Value::List(need.open.iter().map(|point| &point.text).collect()),
            _ => Value::List(Vec::new()),
        },
        Slot::Megabytes => Value::Number(match item {
            Item::File(_) => context.book.documents.limits.megabytes_each,
            _ => context.book.documents.limits.megabytes_together,
        }),
    }
}

/// How sure what fills a gap is, where the rule book says it: who represents, who runs a
/// dissolution, which documents.
pub(super) fn certainty(
    slot: Slot,
    item: Item<'_>,
    context: &RuleContext<'_>,
    needs: &[Need],
) -> Option<Certainty> {
    match (slot, item) {
        (Slot::Who, _) => context.form.map(|form| form.certainty),
        (Slot::Trustee, _) => context.state.map(|state| state.certainty),
        (Slot::Document, Item::Need(need)) => Some(need.document.certainty),
        (Slot::Documents, _) => {
            needs.iter().filter(|need| need.required).map(|need| need.document.certainty).max()
        }
        _ => None,
    }
}

/// Another person in the register: one of nearly the same name, or one who would be verified
/// automatically.
fn other(context: &RuleContext<'_>) -> Value {
    let person = match context.found {
        CandidateMatch::Similar(person) => Some(person),
        CandidateMatch::Unknown | CandidateMatch::Nobody | CandidateMatch::Somebody(_) => {
            context.somebody_else()
        }
    };
    person
        .map_or(Value::Both("en anden i ledelsen", "another person in the management"), |person| {
            Value::Text(fold(&person.name))
        })
}

/// CVR's own text of the form, in Danish; our name of it in English, where there is one that fits.
fn form(context: &RuleContext<'_>) -> Value {
    let own = context
        .organisation
        .map(|organisation| fold(&organisation.form))
        .filter(|text| !text.is_empty());
    match (own, context.form.filter(|form| form.code != context.book.forms.unknown.code)) {
        (Some(text), Some(form)) => Value::OfCvr(text, &form.name.en),
        (Some(text), None) => Value::Text(text),
        (None, _) => context
            .form
            .map_or(Value::Both("organisationens form", "the organisation’s form"), |form| {
                both(&form.name)
            }),
    }
}

/// Our words for the state; CVR's own where ours say nothing.
fn status(context: &RuleContext<'_>) -> Value {
    let own = context
        .organisation
        .map(|organisation| fold(&organisation.status_text))
        .filter(|text| !text.is_empty());
    match (context.state, own) {
        (Some(state), Some(text)) if state.consequence == Consequence::Warn => {
            let spelled = state.spelled.is_empty();
            if spelled { Value::Text(text) } else { both(&state.name) }
        }
        (Some(state), _) => both(&state.name),
        (None, _) => Value::Both("ukendt", "unknown"),
    }
}

/// With a small letter, for the middle of a sentence.
fn small(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

fn unnamed() -> Value {
    Value::Both("dokumentet", "the document")
}

fn both(wording: &'static Wording) -> Value {
    Value::Both(&wording.da, &wording.en)
}

fn month(names: &[&'static str; 12], date: Date) -> &'static str {
    usize::try_from(date.month() - 1).ok().and_then(|at| names.get(at)).copied().unwrap_or_default()
}
