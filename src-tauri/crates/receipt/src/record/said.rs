//! Words that both pages of a record use: who stated something and when, and what is said of an
//! outcome and of a mail.

use super::data::{Facts, OutcomeStated};
use super::mail_stated::SignatureStated;
use super::since::{EventStated, EventWord};
use super::words::{LevelWord, OutcomeWord, RoleWord};
use crate::facts::joined;
use crate::wording::Wording;
use domain::Timestamp;
use domain::rules::book;

/// Whose name stands for a role. Nobody proved to be that person.
pub(super) fn name_of(wording: &mut Wording, case: &Facts, role: RoleWord) -> String {
    match (role, &case.reporter) {
        (RoleWord::Representative, _) => wording.legible(&case.representative.name),
        (RoleWord::Reporter, Some(reporter)) => wording.legible(&reporter.name),
        (RoleWord::Reporter, None) => wording.get("record-the-reporter"),
    }
}

/// Who stated something at a moment.
pub(super) fn by(wording: &mut Wording, case: &Facts, role: RoleWord, at: Timestamp) -> String {
    let name = name_of(wording, case, role);
    wording.with("record-by", &[("name", &name), ("time", &wording.short_moment(at))])
}

/// Who stated something, and the moment by which it was.
pub(super) fn by_at_latest(wording: &mut Wording, case: &Facts) -> String {
    let name = name_of(wording, case, case.prepared.by);
    let time = wording.short_moment(case.prepared.not_after);
    wording.with("record-by-at-latest", &[("name", &name), ("time", &time)])
}

/// What was stated of how it went.
pub(super) fn outcome(wording: &mut Wording, outcome: &OutcomeStated) -> String {
    let day = outcome.on.map(|day| wording.day(day)).unwrap_or_default();
    let said = wording.with_here(&format!("record-outcome-{}", word(outcome.is)), &[("day", &day)]);
    joined([said, screen(wording, outcome), why(wording, outcome)])
}

fn screen(wording: &mut Wording, outcome: &OutcomeStated) -> String {
    let Some(id) = &outcome.screen else { return String::new() };
    match book().guide.screen(id) {
        Some(screen) => wording.with(
            "record-on-screen",
            &[
                ("number", &screen.number.to_string()),
                ("name", screen.short.read(wording.language())),
            ],
        ),
        None => wording.legible(id),
    }
}

/// The published reason by its rule's id, and the words of whoever stated it.
fn why(wording: &mut Wording, outcome: &OutcomeStated) -> String {
    let rule = outcome.rule.as_deref().map(|rule| match book().guide.reason(rule) {
        Some(reason) => reason.text(wording.language()).to_owned(),
        None => wording.legible(rule),
    });
    let words = wording.legible(&outcome.words);
    let words = if words.is_empty() {
        String::new()
    } else {
        wording.with("receipt-quoted", &[("text", &words)])
    };
    joined([rule.unwrap_or_default(), words])
}

/// How a text about an outcome ends its key.
pub(crate) fn word(outcome: OutcomeWord) -> &'static str {
    match outcome {
        OutcomeWord::Concluded => "concluded",
        OutcomeWord::SentWithDocuments => "sent-with-documents",
        OutcomeWord::SentToRepresentative => "sent-to-representative",
        OutcomeWord::Stopped => "stopped",
        OutcomeWord::Rejected => "rejected",
        OutcomeWord::Withdrawn => "withdrawn",
    }
}

/// What the signature of a mail was found to be worth, in a sentence.
pub(crate) fn signature(wording: &mut Wording, signature: &SignatureStated) -> String {
    match signature {
        SignatureStated::Signed { domain, .. } => {
            let domain = wording.legible(domain);
            wording.with("record-mail-signed", &[("domain", &domain)])
        }
        SignatureStated::Changed {} => wording.get("record-mail-changed"),
        SignatureStated::Missing {} => wording.get("record-mail-missing"),
        SignatureStated::KeyGone {} => wording.get("record-mail-key-gone"),
        SignatureStated::Expired {} => wording.get("record-mail-expired"),
        SignatureStated::NotChecked {} => wording.get("record-mail-not-checked"),
        SignatureStated::CannotBeJudged {} => wording.get("record-mail-cannot-be-judged"),
    }
}

/// How much evidence proves, as the receipt writes it.
pub(super) fn level(level: LevelWord) -> &'static str {
    match level {
        LevelWord::A => "A",
        LevelWord::B => "B",
        LevelWord::C => "C",
        LevelWord::D => "D",
    }
}

/// A size as people read it.
pub(super) fn size(wording: &Wording, bytes: u32) -> String {
    let kilobytes = bytes.div_ceil(1000).max(1).to_string();
    wording.with("record-size", &[("kilobytes", &kilobytes)])
}

/// What was stated of the agreement. Who has stopped is not named.
pub(super) fn event(wording: &mut Wording, event: &EventStated) -> String {
    let day = event.on.map(|day| wording.day(day)).unwrap_or_default();
    let name = match &event.name {
        Some(name) => wording.legible(name),
        None => wording.get("record-an-administrator"),
    };
    let key = match event.is {
        EventWord::AdministratorLeaves => "record-event-administrator-leaves",
        EventWord::AdministratorStays => "record-event-administrator-stays",
        EventWord::AdministratorAppointed => "record-event-administrator-appointed",
        EventWord::Terminated => "record-event-terminated",
        EventWord::TerminationUndone => "record-event-termination-undone",
        EventWord::TermsAnnounced => "record-event-terms-announced",
        EventWord::RegistrationRenewed => "record-event-registration-renewed",
    };
    wording.with(key, &[("name", &name), ("day", &day)])
}
