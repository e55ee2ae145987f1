//! How far a case is, as the window shows it: its tasks, and what comes next. What they are is
//! [`domain::summary`]'s.

use crate::pages::{CaseState, NextName, Task, TaskState};
use domain::case::Case;
use domain::draft::Draft;
use domain::summary::{self, NextStep, Progress};
use jiff::civil::Date;

/// Where a case is, what comes next, and how many tasks of a draft are done.
pub fn standing(case: &Case, today: Date) -> (CaseState, NextName, u32) {
    let Progress { state, next, done } = summary::progress(case, today);
    (state.into(), next.into(), done)
}

/// The tasks of a draft: its parts, and at last approving or handing over.
pub fn tasks(draft: &Draft, today: Date) -> Vec<Task> {
    let task = |task: summary::Task| Task { part: task.part.map(Into::into), state: task.state.into(), count: task.count };
    summary::tasks(draft, today).into_iter().map(task).collect()
}

/// The contract's word for each of the domain's, where both have the same name.
macro_rules! same {
    ($contract:ident = $domain:path { $($variant:ident),+ $(,)? }) => {
        impl From<$domain> for $contract {
            fn from(it: $domain) -> Self {
                match it { $(<$domain>::$variant => Self::$variant),+ }
            }
        }
    };
}
same!(
    CaseState = summary::CaseState { Draft, NotNeeded, HandedOver, Received, Approving, Confirming, Approved, Unknown, Refused, Delivered }
);
same!(TaskState = summary::TaskState { NotBegun, Begun, Done, Later });
same!(
    NextName = NextStep {
        Need,
        Organisation,
        Representative,
        Documents,
        Terms,
        Administrators,
        Approve,
        HandOver,
        Nothing,
        WaitForRepresentative,
        Review,
        FinishLogin,
        ExplainApprover,
        WaitForReceiver,
        SendAgain,
        AskReceiver,
        ReadRefusal,
        SetUp,
    }
);
