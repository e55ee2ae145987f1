//! Locking the cases when nobody is at the window. Who was there may have typed something that the
//! page has not sent yet, so the page is asked first, and has a moment to answer.

use crate::effect::Effect;
use crate::in_progress::in_progress;
use crate::model::{App, ClosingFor, Common, LockAfter, Open, Phase, QueryId};
use crate::receipts;
use domain::case::Now;

/// Whether somebody has to look whether the person is still there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watch {
    /// The cases are open: they are locked after this time.
    Open(LockAfter),
    /// They are being read, and are open again afterwards.
    Pausing,
    /// They are closed.
    Over,
}

impl Watch {
    /// What it is now.
    pub fn of(app: &App) -> Self {
        match &app.phase {
            Phase::Open(open) => Self::Open(open.lock_after),
            Phase::Opening(_) => Self::Pausing,
            Phase::ChooseEnvironment
            | Phase::ProfileUnread
            | Phase::ChoosePassphrase(_)
            | Phase::Closed(_)
            | Phase::Older(_)
            | Phase::Damaged(_)
            | Phase::Stopped(_) => Self::Over,
        }
    }
}

/// The cases are to be locked. Not while a person is in the browser, a case is on its way or
/// receipts are exported: each ends by its own time, and is not to be lost. The shell says it
/// again.
pub(crate) fn due(open: &mut Open, common: &mut Common, now: Now) -> Vec<Effect> {
    let is_busy = in_progress(open).is_some() || receipts::is_exporting(open);
    if open.closing.is_some() || open.locking.is_some() || is_busy {
        return vec![];
    }
    let query = common.next_query_id(now.at);
    open.locking = Some(query);
    vec![Effect::AwaitPageToLock(query)]
}

/// The page has not answered in its time: what it has not sent is not known here.
pub(crate) fn overdue(open: &mut Open, query: QueryId) -> Vec<Effect> {
    if open.locking == Some(query) { lock(open) } else { vec![] }
}

/// The cases are closed once everything is saved: the person wants it, or the page was asked and
/// has sent what was typed.
pub(crate) fn lock(open: &mut Open) -> Vec<Effect> {
    let by_itself = open.locking.take().is_some();
    open.closing = Some(ClosingFor::Lock { by_itself });
    open.save_again()
}
