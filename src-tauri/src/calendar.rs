//! The dates of the follow-up as a calendar file, which every calendar takes in.

use crate::dialogs;
use crate::engine::Engine;
use crate::wiring::World;
use domain::summary::DueDeadline;
use domain::{Environment, Language, Timestamp};
use mail::calendar::{Entry, calendar};
use texts::Texts;

/// How many days before the calendar reminds.
const REMIND_DAYS_BEFORE: u16 = 3;

/// Asks where, and writes these dates. A calendar that has them already replaces them.
pub fn save(engine: &Engine, world: &World, dates: &[DueDeadline], language: Language) {
    let texts = Texts::new(language);
    let now = world.now();
    let entries: Vec<_> =
        dates.iter().map(|due| entry(due, world.environment, &texts, now)).collect();
    let name = texts.get(match world.environment {
        Environment::Practice => "calendar-file-practice",
        Environment::Live => "calendar-file",
    });
    let question = dialogs::question(language, name, "file-calendar", &["ics"]);
    dialogs::save_as(engine, question, calendar(&entries, now).as_bytes());
}

fn entry(due: &DueDeadline, environment: Environment, texts: &Texts, now: Timestamp) -> Entry {
    let what = texts.due(due);
    let organisation = due.name.clone().unwrap_or_else(|| texts.get("unnamed"));
    let title = format!("{what}: {organisation}");
    let cvr = due.cvr.map(|cvr| format!("CVR {}", cvr.in_pairs()));
    let own = due.kind.is_own_reminder().then(|| texts.get("follow-up-own"));
    let others = due.kind.is_reminded_by_others().then(|| texts.get("follow-up-third-party"));
    let paper = due.paper.and_then(|paper| {
        let key = if paper.is_record { "follow-up-record" } else { "follow-up-receipt" };
        paper.number.map(|number| texts.with(key, &[("n", &number.to_string())]))
    });
    let lines = [cvr, paper, own, others, Some(texts.get("calendar-kept"))];
    Entry {
        id: format!("{}.{}.{}", environment.word(), due.case.0, due.kind.name()),
        // The minute of its making: what is saved later counts.
        sequence: u32::try_from(now.as_second() / 60).unwrap_or_default(),
        day: due.day,
        title: match environment {
            Environment::Practice => format!("PRØVE: {title}"),
            Environment::Live => title,
        },
        text: lines.into_iter().flatten().collect::<Vec<_>>().join("\n"),
        remind_days_before: Some(REMIND_DAYS_BEFORE),
        cancelled: false,
    }
}
