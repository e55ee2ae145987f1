//! What will become of a case, said before anybody logs in: which rules of the book hold, which
//! documents are needed, and whether the connection is likely to go through.
//!
//! # Flow
//! [`preflight`] looks at draft and facts once ([`context`]), makes every observation that rules
//! may ask for ([`observe`]), and asks every rule of [`crate::rules`]. Rules that bring documents
//! are asked first, because other rules look at the checklist ([`checklist`]) that follows from
//! them. [`outlook`] reads the findings as one answer. All of it is pure and total: the window, the
//! command line, the hand-over file and the PDF say the same.

mod checklist;
mod context;
mod fill;
mod observe;
mod outlook;

pub use checklist::Need;
pub use fill::Value;
pub use outlook::{InFavour, Outlook, Verdict};

use crate::Language;
use crate::calendar::{self, Expected};
use crate::draft::Draft;
use crate::organisation::Organisation;
use crate::parts::Part;
use crate::rules::observation::{Observations, facts};
use crate::rules::{
    Automatic, Certainty, RequiredDocuments, Rule, Scope, Slot, Template, Wording, book,
};
use context::{Administrator, RuleContext};
use jiff::civil::Date;

/// What is known beside the draft.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts<'a> {
    /// What the register says of the organisation.
    pub organisation: Option<&'a Organisation>,
    /// Whether the organisation is connected already, as the person says.
    pub connected: Option<bool>,
    /// The day on which the case was sent with its documents.
    pub sent: Option<Date>,
    /// The day on which the application was rejected.
    pub rejected: Option<Date>,
    /// An attempt before stopped, or was rejected, because of its documents, as was stated.
    pub stopped_for_documents: bool,
    /// The day on which the agreement was concluded.
    pub concluded: Option<Date>,
    /// Every administrator is set up, as was ticked.
    pub set_up: bool,
    /// The day on which the agreement was terminated.
    pub terminated: Option<Date>,
    /// How many administrators stay once everybody who stops has; none while nobody stops.
    pub administrators_left: Option<usize>,
}

/// A rule that holds for a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule: id, severity, source and date.
    pub rule: &'static Rule,
    /// The field in which the answer is given, e.g. `administrators.1.hasCpr`.
    pub field: Option<String>,
    /// What fills the gaps of the rule's texts.
    pub values: Vec<(Slot, Value)>,
    /// How sure it is: as the rule, or as what fills its gaps when that is less sure.
    pub certainty: Certainty,
}

/// What a finding is about, beside the case.
#[derive(Clone, Copy)]
enum Item<'a> {
    Case,
    Administrator(Administrator<'a>),
    Need(&'a Need),
    File(usize),
}

/// Every rule that holds, what matters most first: by severity, then by the parts of the window,
/// then by administrator or file, then as the rule file has them.
pub fn preflight(draft: &Draft, facts: &Facts<'_>, today: Date) -> Vec<Finding> {
    let context = RuleContext::new(draft, facts, today);
    let (mut observations, needs) = examine(&context);
    let mut held: Vec<(&'static Rule, Item<'_>)> = Vec::new();
    held.extend(holding(Scope::Case, &observations, Item::Case));
    for administrator in context.administrators() {
        observe::administrator(&context, &administrator, &mut observations);
        held.extend(holding(
            Scope::Administrator,
            &observations,
            Item::Administrator(administrator),
        ));
    }
    for need in needs.iter().filter(|need| need.required) {
        observe::need(need, &mut observations);
        held.extend(holding(Scope::Need, &observations, Item::Need(need)));
    }
    for file in 0..draft.documents.len() {
        observe::file(&context, file, &needs, &mut observations);
        held.extend(holding(Scope::File, &observations, Item::File(file)));
    }
    // The sort is stable: what is equal stays as it was asked, by item and then by file.
    held.sort_by_key(|(rule, _)| (rule.severity, rule.about));
    held.into_iter().map(|(rule, item)| finding(rule, item, &context, &needs)).collect()
}

/// Who may represent the organisation, when the person is to say whether CVR names the
/// representative so: no register tells, and much depends on it.
pub fn asks_in_cvr(draft: &Draft, facts: &Facts<'_>, today: Date) -> Option<&'static Wording> {
    let context = RuleContext::new(draft, facts, today);
    let registered = [Automatic::Yes, Automatic::Usually, Automatic::IfRegistered];
    let form = context.form.filter(|form| registered.contains(&form.automatic))?;
    let active = context.state.is_none_or(|state| state.re_entry.is_none());
    (active && context.management_is_untold()).then_some(&form.representative)
}

/// The documents that are needed for exactly this organisation and representative, in the order of
/// a checklist; with them those that are useful without being asked for.
pub fn documents_needed(draft: &Draft, facts: &Facts<'_>, today: Date) -> Vec<Need> {
    examine(&RuleContext::new(draft, facts, today)).1
}

/// Whether the connection is likely to go through, read from the findings of [`preflight`] for the
/// same case.
pub fn outlook<'f>(
    draft: &Draft,
    facts: &Facts<'_>,
    today: Date,
    findings: &'f [Finding],
) -> Outlook<'f> {
    let context = RuleContext::new(draft, facts, today);
    outlook::read(&context, &observe::case(&context), findings)
}

/// A rule of the book as it is told of a case, whether or not it holds: for a reason that somebody
/// else gave, of which only the remedy is to be said. What it is asked for each of is told of the
/// first, and the documents are those that it brings.
pub fn told(rule: &'static Rule, draft: &Draft, facts: &Facts<'_>, today: Date) -> Finding {
    let context = RuleContext::new(draft, facts, today);
    let (_, mut needs) = examine(&context);
    if rule.brings != RequiredDocuments::Nothing && !needs.iter().any(|need| need.required) {
        needs = checklist::needs(&context, std::iter::once(rule));
    }
    let item = match rule.each {
        Scope::Case => None,
        Scope::Administrator => context.administrators().next().map(Item::Administrator),
        Scope::Need => needs.iter().find(|need| need.required).map(Item::Need),
        Scope::File => (!draft.documents.is_empty()).then_some(Item::File(0)),
    };
    finding(rule, item.unwrap_or(Item::Case), &context, &needs)
}

/// When the answer to a case with documents can be expected, if they are in order: "up to ten
/// working days" from the day it is sent.
pub fn expected_answer(sent: Date) -> Expected {
    calendar::expected(sent, book().deadlines.lengths.manual_handling.length.amount.into())
}

impl<'a> Facts<'a> {
    /// What the draft itself knows: the answer of the register, and whether the organisation is
    /// connected already.
    pub fn of(draft: &'a Draft) -> Self {
        Self {
            organisation: draft.organisation(),
            connected: draft.need.is_connected(),
            ..Self::default()
        }
    }
}

impl Finding {
    /// What is wrong.
    pub fn wrong(&self, language: Language) -> String {
        self.text(self.rule.wrong(language), language)
    }

    /// What to do now.
    pub fn remedy(&self, language: Language) -> String {
        self.text(self.rule.remedy(language), language)
    }

    /// The day on which the rules were compared with their sources.
    pub fn rules_as_of(&self) -> Date {
        self.rule.as_of
    }

    /// A text of ours begins with a capital; what somebody typed, or a file is called, stays as it
    /// is.
    fn text(&self, template: &Template, language: Language) -> String {
        let value = |slot: Slot| {
            self.values.iter().find(|(known, _)| *known == slot).map(|(_, value)| value)
        };
        let text =
            template.fill(|slot| value(slot).map(|value| value.read(language)).unwrap_or_default());
        if template.first().and_then(value).is_some_and(Value::is_ours) {
            capital(&text)
        } else {
            text
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Everything that is observed about the case itself, and the checklist that follows.
fn examine(context: &RuleContext<'_>) -> (Observations, Vec<Need>) {
    let mut observations = observe::case(context);
    let bringing = holding(Scope::Case, &observations, Item::Case)
        .map(|(rule, _)| rule)
        .filter(|rule| rule.brings != RequiredDocuments::Nothing);
    let needs = checklist::needs(context, bringing);
    observations.record(if needs.iter().any(|need| need.required) {
        facts::Documents::Needed
    } else {
        facts::Documents::Unneeded
    });
    (observations, needs)
}

/// The rules that hold for an item.
fn holding<'i>(
    each: Scope,
    observations: &Observations,
    item: Item<'i>,
) -> impl Iterator<Item = (&'static Rule, Item<'i>)> {
    let asked = book().findings.iter().filter(move |rule| rule.each == each);
    asked.filter(move |rule| observations.meets(rule.when())).map(move |rule| (rule, item))
}

fn finding(
    rule: &'static Rule,
    item: Item<'_>,
    context: &RuleContext<'_>,
    needs: &[Need],
) -> Finding {
    let values = rule
        .slots()
        .iter()
        .map(|slot| (*slot, fill::value(*slot, rule, item, context, needs)))
        .collect();
    let said = rule.slots().iter().filter_map(|slot| fill::certainty(*slot, item, context, needs));
    let certainty = said.fold(rule.certainty, Ord::max);
    Finding { rule, field: rule.field.as_deref().map(|path| field(path, item)), values, certainty }
}

fn field(path: &str, item: Item<'_>) -> String {
    match item {
        Item::Case => path.to_owned(),
        Item::Administrator(administrator) => match administrator.number {
            Some(n) => path.replace("{n}", &n.to_string()),
            None => path.replace("administrators.{n}", "representative"),
        },
        Item::Need(need) => path.replace("{document}", &need.document.id),
        Item::File(n) => path.replace("{n}", &n.to_string()),
    }
}

/// The parts that a draft has: without the documents, where none are needed and none are attached.
pub fn parts(draft: &Draft, facts: &Facts<'_>, today: Date) -> Vec<Part> {
    let documents = || {
        !draft.documents.is_empty()
            || documents_needed(draft, facts, today).iter().any(|need| need.required)
    };
    Part::ALL.into_iter().filter(|part| *part != Part::Documents || documents()).collect()
}
