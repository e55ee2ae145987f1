//! What the receipt may say: only what was verified. A receipt looks like proof, so it is made from
//! a verdict that proves something and about the very answers that the verdict is about, or not at
//! all.

use crate::Error;
use crate::chain::NO_NUMBER;
use crate::content::Receipt;
use domain::Timestamp;
use domain::approver::LoginName;
use domain::case::Level;
use evidence::{ApprovalRequest, Outcome};
use sha2::{Digest as _, Sha256};

/// The verified part of a receipt.
pub(super) struct Proven<'a> {
    pub(super) level: Level,
    pub(super) request: &'a ApprovalRequest,
    pub(super) approved_at: Timestamp,
    /// Who logged in, as far as the token tells.
    pub(super) approver: LoginName,
}

impl<'a> Proven<'a> {
    pub(super) fn of(receipt: &Receipt<'a>) -> Result<Self, Error> {
        let verdict = receipt.verdict;
        let (Outcome::Level(level), Some(request), Some(approved_at)) =
            (verdict.outcome, &verdict.request, verdict.approved_at)
        else {
            return Err(Error::Unproven);
        };
        let described = request.is_about(receipt.connection, receipt.environment, receipt.case);
        let same = described && receipt.evidence.control_code == request.control_code();
        let enclosed = receipt.bundle == receipt.evidence.bundle
            && receipt.link.is_none_or(|link| {
                Sha256::digest(receipt.bundle).as_slice() == link.bundle_sha256
                    && link.case == *receipt.case
                    && link.number != NO_NUMBER
            });
        if !same || !enclosed || verdict.checks.iter().any(|check| check.passed == Some(false)) {
            return Err(Error::Unproven);
        }
        Ok(Self { level, request, approved_at, approver: verdict.login_name() })
    }
}
