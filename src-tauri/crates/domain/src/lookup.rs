//! What is known of the organisation of a draft: asked of a register, answered, or typed by hand
//! where none can be asked.

use crate::cvr::CvrNumber;
use crate::organisation::{Organisation, Origins, Source, Status};
use crate::problem::Problem;
use crate::typed::fold;
use jiff::Timestamp;

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
    /// The status, as CVR spells it, e.g. `UNDERKONKURS`; empty as long as nobody has said it. It
    /// counts beside a register's answer too, where that tells none.
    pub status: String,
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
    /// The snapshot that it gives: who may represent the organisation is not told by anybody.
    pub(crate) fn organisation(&self, cvr: CvrNumber, at: Timestamp) -> Organisation {
        let typed = Some(Source::Typed);
        let organisation = Organisation {
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
        };
        self.with_status(organisation)
    }

    /// The snapshot with the status that the person says, where nobody else tells one.
    pub(crate) fn with_status(&self, mut organisation: Organisation) -> Organisation {
        if !organisation.has_status_from_others() {
            organisation.status = Status::of(&self.status);
            organisation.status_text.clone_from(&self.status);
            organisation.origins.status = (!self.status.is_empty()).then_some(Source::Typed);
        }
        organisation
    }
}

/// CVR's form code for "Uoplyst virksomhedsform" (`domain.md` §2.2).
pub(crate) const UNKNOWN_FORM: u16 = 990;
