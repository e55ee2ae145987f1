//! The system's notification of the dates that are near: once a day at most, and only what the
//! person has allowed. What it says is decided here; whether the system shows it, it says itself.

use crate::context::Context;
use crate::effect::{Effect, Notification, Setting, Store};
use crate::model::{Notify, Open};
use domain::Environment;
use domain::case::Now;
use domain::problem::Problem;
use domain::summary::{Audience, DueDeadline, still_said};
use jiff::civil::Date;
use texts::Texts;

/// Asks for the dates that are near, when one may be told of and none was today.
pub(crate) fn check(open: &Open, now: Now) -> Option<Effect> {
    may_tell(open, now).then(|| Store::ListNear(now.today.tomorrow().unwrap_or(now.today)).into())
}

fn may_tell(open: &Open, now: Now) -> bool {
    open.notify != Notify::Off && open.notified != Some(now.today)
}

/// The dates until tomorrow are here. What cannot be read is told by the list of cases.
pub(crate) fn near(
    open: &mut Open,
    context: &Context<'_>,
    outcome: Result<Vec<DueDeadline>, Problem>,
) -> Vec<Effect> {
    let Ok(due) = outcome else { return vec![] };
    if !may_tell(open, context.now) {
        return vec![];
    }
    let due: Vec<_> = still_said(&due, Audience::Notification, context.now.today).collect();
    let texts = Texts::new(context.common.language);
    let Some(text) = text(&due, open.notify, context.now.today, &texts) else { return vec![] };
    // Until the answer comes, it is not asked for a second time.
    open.notified = Some(context.now.today);
    let title = texts.get("notify-system-title");
    let title = match context.common.environment {
        Environment::Practice => format!("PRØVE – {title}"),
        Environment::Live => title,
    };
    vec![Effect::Notify(Notification { title, text, day: context.now.today })]
}

/// The system has shown it, or has not. Only what it took is remembered.
pub(crate) fn after_notifying(
    open: &mut Open,
    day: Date,
    outcome: Result<(), Problem>,
) -> Vec<Effect> {
    match outcome {
        Ok(()) => vec![Store::KeepSetting(Setting::Notified, day.to_string()).into()],
        Err(problem) => {
            open.notified = None;
            open.tell(problem);
            vec![]
        }
    }
}

fn text(due: &[&DueDeadline], notify: Notify, today: Date, texts: &Texts) -> Option<String> {
    let (first, others) = due.split_first()?;
    match notify {
        Notify::Off => None,
        Notify::Plain if others.is_empty() => Some(texts.get("notify-near")),
        Notify::Plain => Some(texts.count("notify-near-more", due.len())),
        Notify::Named => {
            let mut text = line(first, today, texts);
            if !others.is_empty() {
                text = format!("{text}\n{}", texts.count("notify-more", others.len()));
            }
            Some(text)
        }
    }
}

fn line(due: &DueDeadline, today: Date, texts: &Texts) -> String {
    let (what, day) = (texts.due(due), texts.day(due.day));
    let key = match due.day {
        day if day < today => "notify-overdue",
        day if day == today => "notify-today",
        _ => "notify-tomorrow",
    };
    let said = texts.with(key, &[("what", &what), ("day", &day)]);
    let organisation = due.name.clone().unwrap_or_else(|| texts.get("unnamed"));
    format!("{organisation}: {said}")
}
