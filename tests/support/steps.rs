//! The steps of a person on the pages, from the first answer to the delivery, and what a page shows
//! of them.

use super::answers::{administrators, organisation};
use super::broker::at_the_broker;
use super::running::Tilslut;
use contract::answers::{AnswerName, Answers, Need, PeopleName, Representative, RoleName};
use contract::pages::{Delivery, Login, LoginName, Lookup, OrganisationSummary, StepName};
use contract::{CaseIntent, CasesIntent, Intent, Navigation, Page, PartName, VaultIntent, View};

impl Tilslut {
    /// Begins a connection and answers everything for the main practice example.
    pub fn prepare(&self, cvr: &str, representative: &str, role: RoleName) -> String {
        self.send(Intent::Cases { intent: CasesIntent::Begin });
        let case = self.case();
        self.answer(
            &case,
            Answers::Need(Need {
                people: Some(PeopleName::Several),
                kind: None,
                signs_alone: None,
                connected: None,
            }),
        );
        self.proceed(&case, PartName::Need);
        self.answer(&case, Answers::Organisation(organisation(cvr, Some(role))));
        self.wait("the register", |view| found(view).is_some());
        self.proceed(&case, PartName::Organisation);
        self.answer(
            &case,
            Answers::Representative(Representative {
                name: representative.into(),
                title: "direktør".into(),
                email: "repraesentant@kanariefugl.example".into(),
                has_mitid: Some(AnswerName::Yes),
                in_cvr: None,
            }),
        );
        self.proceed(&case, PartName::Representative);
        self.open_terms(&case);
        // Practice's own text; what is opened after it is a login.
        let opened = self.desktop.links.lock().unwrap().pop();
        assert!(opened.is_some_and(
            |link| link.starts_with("http://127.0.0.1:") && link.ends_with("/vilkaar")
        ));
        if role == RoleName::Representative {
            self.send(Intent::Case {
                case: case.clone(),
                intent: CaseIntent::AcceptTerms { tick: true },
            });
        }
        self.proceed(&case, PartName::Terms);
        self.answer(&case, Answers::Administrators(administrators()));
        self.proceed(&case, PartName::Administrators);
        let view = self.view();
        assert!(
            matches!(&view.page, Page::Check { missing, .. } if missing.is_empty()),
            "{view:#?}"
        );
        case
    }

    /// Opens a page.
    pub fn go(&self, to: Navigation) -> View {
        self.send(Intent::Navigation { intent: to })
    }

    /// Keeps the answers of a page.
    pub fn answer(&self, case: &str, answers: Answers) -> View {
        self.send(Intent::Case { case: case.into(), intent: CaseIntent::Answer { answers } })
    }

    /// Presses "Fortsæt" and expects it to go on.
    pub fn proceed(&self, case: &str, part: PartName) -> View {
        let view =
            self.send(Intent::Case { case: case.into(), intent: CaseIntent::Continue { part } });
        assert!(view.field_problems.is_empty(), "{view:#?}");
        view
    }

    /// Opens the official text of the terms, and waits until the browser has taken the link.
    pub fn open_terms(&self, case: &str) -> View {
        self.send(Intent::Case { case: case.into(), intent: CaseIntent::OpenTerms });
        self.wait("the terms", |view| {
            let steps = view.case.as_ref().map(|case| case.steps.as_slice()).unwrap_or_default();
            steps.iter().any(|step| step.step == StepName::Terms && step.at.is_some())
        })
    }

    /// Presses "Godkend med MitID" and waits for the link.
    pub fn approve(&self, case: &str) -> Login {
        self.send(Intent::Case { case: case.into(), intent: CaseIntent::Approve });
        let view = self.wait("the login link", |view| login(view).is_some());
        login(&view).unwrap().clone()
    }

    /// Approves with a practice person and waits for what comes of it.
    pub fn approve_as(&self, case: &str, person: &str) -> View {
        let login = self.approve(case);
        at_the_broker(login.link.read(), person, "approve");
        self.wait("the approval", |view| matches!(view.page, Page::Done { .. }))
    }

    /// Waits until the delivery of the case that is open has ended.
    pub fn delivered(&self) -> View {
        self.wait("the delivery to end", |view| match &view.page {
            Page::Done { delivery, .. } => *delivery != Delivery::Sending,
            _ => false,
        })
    }
}

impl Tilslut {
    /// Makes a recovery code, and shows that it is held.
    pub fn keep_recovery_code(&self) -> String {
        self.go(Navigation::Settings);
        self.send(Intent::Vault { intent: VaultIntent::MakeRecoveryCode });
        let view = self.wait("the recovery code", |view| {
            matches!(&view.page, Page::Settings { recovery_code: Some(_), .. })
        });
        let Page::Settings { recovery_code: Some(code), .. } = view.page else { panic!("a code") };
        let code = code.read().to_owned();
        let typed = VaultIntent::ConfirmRecoveryCode { code: code.clone() };
        self.send(Intent::Vault { intent: typed });
        self.wait("it to be kept", |view| {
            matches!(&view.page, Page::Settings { recovery: true, recovery_code: None, .. })
        });
        code
    }
}

/// The organisation that the register answered with, when the page shows one.
pub fn found(view: &View) -> Option<&OrganisationSummary> {
    match &view.page {
        Page::Organisation { lookup: Lookup::Found { organisation, .. }, .. } => Some(organisation),
        _ => None,
    }
}

/// The login of an approval that waits for the person.
pub(super) fn login(view: &View) -> Option<&Login> {
    match &view.page {
        Page::Approve { login, .. } => login.as_ref(),
        _ => None,
    }
}

/// The name that a login told; empty where it told none.
pub fn given(name: &LoginName) -> &str {
    match name {
        LoginName::Given { name } => name,
        LoginName::Protected | LoginName::NotGiven => "",
    }
}
