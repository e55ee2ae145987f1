//! What is known of the organisation of a draft: asked of a register, answered, or typed by hand
//! where none can be asked.

use crate::cvr::CvrNumber;
use crate::draft::Draft;
use crate::organisation::{Organisation, Origins, Source, Status};
use crate::person::fold;
use crate::problem::Problem;
use jiff::Timestamp;

/// How many earlier answers of the register a draft keeps.
const EARLIER: usize = 5;

/// What is known of the organisation, and from whom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Lookup {
    /// Not looked up yet.
    #[default]
    NotYet,
    /// The register has been asked and has not answered.
    Asked {
        /// Tells this question from earlier ones.
        ask: u64,
        /// The answer to the question before, which stands while there is no newer one.
        known: Option<Box<Organisation>>,
    },
    /// The register answered.
    Found(Box<Organisation>),
    /// The person typed it, since no register could be asked.
    Typed(Box<Organisation>),
    /// The register could not be asked, or had no answer.
    Failed {
        /// Why.
        problem: Problem,
        /// When.
        at: Timestamp,
    },
}

/// An organisation as the person knows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedOrganisation {
    /// The person wants this to count instead of a register's answer.
    pub counts: bool,
    /// The name, as typed.
    pub name: String,
    /// CVR's form code, chosen from the rule book's.
    pub form_code: Option<u16>,
    /// The name of that form, as it was shown.
    pub form: String,
}

impl Lookup {
    /// What is known of the organisation.
    pub fn organisation(&self) -> Option<&Organisation> {
        match self {
            Self::Found(organisation) | Self::Typed(organisation) => Some(organisation),
            Self::Asked { known, .. } => known.as_deref(),
            Self::NotYet | Self::Failed { .. } => None,
        }
    }
}

impl TypedOrganisation {
    /// The snapshot that it gives: who may represent the organisation, and its state, are not told
    /// by anybody.
    fn organisation(&self, cvr: CvrNumber, at: Timestamp) -> Organisation {
        let typed = Some(Source::Typed);
        Organisation {
            cvr,
            name: fold(&self.name),
            address: Vec::new(),
            form_code: self.form_code.unwrap_or(UNKNOWN_FORM),
            form: self.form.clone(),
            status: Status::Uncertain,
            status_text: String::new(),
            candidates: Vec::new(),
            signing_rule: None,
            looked_up: at,
            origins: Origins { name: typed, form: typed, ..Origins::default() },
            left_out: Vec::new(),
        }
    }
}

/// CVR's form code for "Uoplyst virksomhedsform" (`domain.md` §2.2).
pub(crate) const UNKNOWN_FORM: u16 = 990;

/// What is known after the person has answered. Another CVR number forgets what was known; what is
/// typed by hand counts as long as the person wants it to.
pub fn after_answers(old: &Draft, new: &Draft, at: Timestamp) -> (Lookup, Vec<Organisation>) {
    let number = CvrNumber::parse(&new.cvr);
    let same_number = match (CvrNumber::parse(&old.cvr), number) {
        (Ok(before), Ok(after)) => before == after,
        _ => old.cvr == new.cvr,
    };
    let earlier = if same_number { old.earlier.clone() } else { Vec::new() };
    let lookup = match (&old.lookup, number) {
        (Lookup::Typed(organisation), Ok(_)) if new.typed == old.typed && same_number => {
            Lookup::Typed(organisation.clone())
        }
        (_, Ok(cvr)) if new.typed.counts => {
            Lookup::Typed(Box::new(new.typed.organisation(cvr, at)))
        }
        (Lookup::Typed(_), _) => Lookup::NotYet,
        (other, _) if same_number => other.clone(),
        _ => Lookup::NotYet,
    };
    (lookup, earlier)
}

/// The draft after the register has answered. The answer counts only for the question that waits.
/// What was known before stands when the register could not be asked now; then the problem is the
/// case's, not the organisation's.
pub(crate) fn after_answer(
    draft: &Draft,
    ask: u64,
    outcome: Result<Box<Organisation>, Problem>,
    at: Timestamp,
) -> (Draft, Option<Problem>) {
    let Lookup::Asked { ask: waiting, known } = &draft.lookup else { return (draft.clone(), None) };
    if *waiting != ask {
        return (draft.clone(), None);
    }
    let mut next = draft.clone();
    let mut problem = None;
    next.lookup = match outcome {
        Ok(organisation) => {
            next.earlier = earlier(draft, known.as_deref(), &organisation);
            next.typed.counts = false;
            Lookup::Found(organisation)
        }
        Err(why) => match known {
            Some(organisation) if why != Problem::CvrUnknown => {
                problem = Some(why);
                if draft.typed.counts {
                    Lookup::Typed(organisation.clone())
                } else {
                    Lookup::Found(organisation.clone())
                }
            }
            _ => Lookup::Failed { problem: why, at },
        },
    };
    (next, problem)
}

/// What was known becomes an earlier answer when the new one says something else. What the person
/// typed was nobody's answer.
fn earlier(draft: &Draft, known: Option<&Organisation>, new: &Organisation) -> Vec<Organisation> {
    let mut earlier = draft.earlier.clone();
    if let Some(known) = known.filter(|_| !draft.typed.counts) {
        let says_the_same = Organisation { looked_up: new.looked_up, ..known.clone() } == *new;
        if !says_the_same {
            earlier.push(known.clone());
        }
    }
    let surplus = earlier.len().saturating_sub(EARLIER);
    earlier.split_off(surplus)
}
