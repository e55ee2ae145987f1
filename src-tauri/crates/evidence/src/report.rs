//! What a verification finds while it goes on: each check that there is occasion for, with its
//! outcome so far.

use crate::request::ApprovalRequest;
use crate::verdict::{Check, CheckId, Downgrade, Reason};

/// The checks for which every bundle gives occasion.
const ALWAYS: [CheckId; 7] = [
    CheckId::RequestUnchanged,
    CheckId::IssuerKnown,
    CheckId::TextShown,
    CheckId::LevelSubstantial,
    CheckId::OneTimeKey,
    CheckId::Seal,
    CheckId::Time,
];

/// The checks while they are made.
pub(crate) struct Report {
    pub(crate) checks: Vec<Check>,
    /// The request, as soon as it could be read.
    pub(crate) request: Option<ApprovalRequest>,
}

impl Report {
    pub(crate) fn new() -> Self {
        let mut report = Self { checks: Vec::new(), request: None };
        ALWAYS.iter().for_each(|id| report.occasion(*id));
        report
    }

    /// There is occasion for a check.
    pub(crate) fn occasion(&mut self, id: CheckId) {
        self.checks.push(Check { id, passed: None, detail: String::new() });
    }

    pub(crate) fn detail(&mut self, id: CheckId, detail: &str) {
        for check in self.checks.iter_mut().filter(|check| check.id == id) {
            detail.clone_into(&mut check.detail);
        }
    }

    pub(crate) fn holds(&mut self, id: CheckId) {
        self.found(id, true);
    }

    pub(crate) fn failed(&mut self, reason: Reason) {
        if let Some(id) = reason.check() {
            self.found(id, false);
        }
    }

    pub(crate) fn found(&mut self, id: CheckId, passed: bool) {
        for check in self.checks.iter_mut().filter(|check| check.id == id) {
            check.passed = Some(passed);
        }
    }

    /// Something that could have proven more does not.
    pub(crate) fn doubted(&mut self, id: CheckId, doubt: Downgrade) {
        self.detail(id, doubt.code());
        if !doubt.is_absence() {
            self.found(id, false);
        }
    }
}
