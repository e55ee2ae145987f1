//! The words that are stored in the columns of a summary.

use domain::preflight::Verdict;
use domain::summary::{CaseState, DeadlineKind, NextStep};

/// An enum of the domain without data as a stored word, both ways.
macro_rules! stored_words {
    ($to:ident, $from:ident, $domain:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        /// The word that is stored.
        pub(in super::super) fn $to(it: $domain) -> &'static str {
            match it { $($domain::$variant => $word),+ }
        }

        /// What a stored word says; none when it is not known here.
        pub(in super::super) fn $from(word: &str) -> Option<$domain> {
            match word { $($word => Some($domain::$variant),)+ _ => None }
        }
    };
}
stored_words!(state_word, state_of, CaseState {
    Draft = "draft",
    NotNeeded = "not-needed",
    HandedOver = "handed-over",
    Received = "received",
    Approving = "approving",
    Confirming = "confirming",
    Approved = "approved",
    Unknown = "unknown",
    Refused = "refused",
    Delivered = "delivered",
    Guided = "guided",
    Stopped = "stopped",
    AwaitingRepresentative = "awaiting-representative",
    UnderReview = "under-review",
    StatedConcluded = "stated-concluded",
    Concluded = "concluded",
    Rejected = "rejected",
    Withdrawn = "withdrawn",
});
stored_words!(step_word, step_of, NextStep {
    Need = "need",
    Organisation = "organisation",
    Representative = "representative",
    Documents = "documents",
    Terms = "terms",
    Administrators = "administrators",
    Approve = "approve",
    HandOver = "hand-over",
    Nothing = "nothing",
    WaitForRepresentative = "wait-for-representative",
    Review = "review",
    FinishLogin = "finish-login",
    ExplainApprover = "explain-approver",
    WaitForReceiver = "wait-for-receiver",
    SendAgain = "send-again",
    AskReceiver = "ask-receiver",
    ReadRefusal = "read-refusal",
    Conclude = "conclude",
    SetUp = "set-up",
    StateOutcome = "state-outcome",
    Correct = "correct",
    WaitForAnswer = "wait-for-answer",
    UseAgain = "use-again",
    Over = "over",
});
stored_words!(verdict_word, verdict_of, Verdict {
    Open = "open",
    Automatic = "automatic",
    Documents = "documents",
    Impossible = "impossible",
    NotNeeded = "not-needed",
});
stored_words!(kind_word, kind_of, DeadlineKind {
    RepresentativeReminder = "representative-reminder",
    AnswerExpected = "answer-expected",
    SetUpReminder = "set-up-reminder",
    SetUpLastReminder = "set-up-last-reminder",
    SetUpLink = "set-up-link",
    AdministratorLeaves = "administrator-leaves",
    FewAdministrators = "few-administrators",
    Termination = "termination",
    TermsInForce = "terms-in-force",
    RegistrationLapses = "registration-lapses",
    RegisterSnapshot = "register-snapshot",
    Retention = "retention",
});
