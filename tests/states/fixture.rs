//! What a named state is made of, apart from how the program holds it: the one file that knows the state's type.

pub use domain::desk::{
    Access, BrokerKey, BrokerState, Copied, Found, KeyWay, Listing, Login, Place as Route, RegisterKey, RegisterState, Represented, Saved,
    Search, Update,
};

use super::sample::{CASE, REPORTER_CASE};
use domain::Environment;
use domain::case::{Case, CaseId, Stage};
use domain::chain::Chain;
use domain::connection::Part;
use domain::desk::Desk;
use domain::problem::{FieldProblem, Problem};
use domain::verification::Verification;
use std::collections::BTreeMap;

/// A state of the program: what is on the machine, which page is open, and what that page knows.
#[derive(Clone)]
pub struct Fixture {
    /// Can the cases be read?
    pub access: Access,
    /// The cases. Those that are approved have receipts, numbered in this order.
    pub cases: Vec<Case>,
    /// The page that is open.
    pub route: Route,
    /// What is wrong, and belongs to no field.
    pub problem: Option<Problem>,
    /// What is wrong at fields.
    pub field_problems: Vec<FieldProblem>,
    /// A case that could not be saved, and why.
    pub unsaved: Option<(CaseId, Problem)>,
    /// The search for an organisation.
    pub search: Option<Search>,
    /// The login under way.
    pub login: Option<Login>,
    /// The broker tells which organisations a person may represent; what came of asking.
    pub listing: Option<Option<Listing>>,
    /// The file that was checked.
    pub verification: Option<Verification>,
    /// A file is being dragged over the window.
    pub dragging: bool,
    /// The folder of copies.
    pub copy_folder: Option<String>,
    /// What became of the copies.
    pub copies: BTreeMap<CaseId, Copied>,
    /// The file that was written last.
    pub written: Option<String>,
    /// Whether there is a newer version.
    pub update: Update,
    /// The register.
    pub register: RegisterState,
    /// The broker.
    pub broker: BrokerState,
}

impl Fixture {
    /// An open program with this page.
    pub fn at(route: Route) -> Self {
        Self {
            access: Access::Open { by: KeyWay::KeyStore, recovery: true },
            cases: Vec::new(),
            route,
            problem: None,
            field_problems: Vec::new(),
            unsaved: None,
            search: None,
            login: None,
            listing: None,
            verification: None,
            dragging: false,
            copy_folder: None,
            copies: BTreeMap::new(),
            written: None,
            update: Update::NotConfigured,
            register: RegisterState { searches: true, ..RegisterState::default() },
            broker: BrokerState::default(),
        }
    }

    /// A program that is not open.
    pub fn not_open(access: Access) -> Self {
        Self { access, ..Self::at(Route::Cases) }
    }

    /// The page of a part of this draft.
    pub fn part(case: Case, part: Part) -> Self {
        Self::of(Route::Part(case.id.clone(), part), case)
    }

    /// The page of the whole case.
    pub fn of(route: Route, case: Case) -> Self {
        Self { cases: vec![case], ..Self::at(route) }
    }

    /// With something wrong that belongs to no field.
    pub fn wrong(self, problem: Problem) -> Self {
        Self { problem: Some(problem), ..self }
    }

    /// With something wrong at fields.
    pub fn wrong_at(self, problems: &[(&str, Problem)]) -> Self {
        let field_problems = problems.iter().map(|(field, problem)| FieldProblem::at(*field, *problem)).collect();
        Self { field_problems, ..self }
    }

    /// As the program holds it.
    pub fn desk(&self) -> Desk {
        let saved = |case: &Case| {
            let failed = self.unsaved.as_ref().filter(|(id, _)| *id == case.id);
            let saved = failed.map_or(Saved::At(case.changed), |(_, problem)| Saved::Failed(*problem));
            (case.id.clone(), saved)
        };
        let mut chain = Chain::default();
        for case in self.cases.iter().filter(|case| matches!(case.stage, Stage::Approved(_))) {
            let link = chain.next(case.id.clone(), [0x5A; 32], |_| [0xA5; 32]);
            chain.add(link);
        }
        Desk {
            access: self.access.clone(),
            saved: self.cases.iter().map(saved).collect(),
            cases: self.cases.iter().map(|case| (case.id.clone(), case.clone())).collect(),
            chain,
            copy_folder: self.copy_folder.clone(),
            copies: self.copies.clone(),
            verification: self.verification.clone(),
            dragging: self.dragging,
            place: self.route.clone(),
            field_problems: self.field_problems.clone(),
            problem: self.problem,
            search: self.search.clone(),
            login: self.login.clone(),
            lists_organisations: self.listing.is_some(),
            listing: self.listing.clone().flatten(),
            written: self.written.clone(),
            update: self.update.clone(),
            register: self.register,
            broker: self.broker.clone(),
            ..Desk::new(Environment::Practice)
        }
    }
}

/// The id of the case that most states are about.
pub fn case_id() -> CaseId {
    CaseId(CASE.to_owned())
}

/// The id of the case that a reporter prepared.
pub fn reporter_case_id() -> CaseId {
    CaseId(REPORTER_CASE.to_owned())
}
