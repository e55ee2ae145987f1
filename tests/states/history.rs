//! The history of a case: just begun, filled in and approved, handed over and taken back, concluded on
//! the official site, and longer than is kept.

use super::draft::reporters;
use super::fixture::{CasePage, Fixture, HistoryPage};
use super::sample::{
    self, ago, approved, begun_draft, case_of, delivered, empty_draft, reporter_draft, soren,
    taken, whole_draft,
};
use super::start::handed_over;
use domain::case::{Case, Event, Outcome, Reason};
use domain::draft::{AdministratorAnswers, Draft, RepresentativeAnswers};
use domain::history::{Change, Entry, Log, MOST, between, fold};
use domain::person::TypedDate;
use jiff::civil::date;

/// What is kept when a case is saved in each of these states.
fn saved(states: &[&Case]) -> Log {
    let mut entries: Vec<Entry> = Vec::new();
    for pair in states.windows(2) {
        let [old, new] = pair else { unreachable!("two") };
        let (gone, added) = fold(&entries, between(old, new));
        let mut place = 0..;
        entries.retain(|_| !gone.contains(&place.next().expect("few")));
        entries.extend(added);
    }
    Log { entries, gone: None }
}

fn at(draft: Draft, minutes_ago: i64) -> Case {
    case_of(sample::CASE, draft, minutes_ago)
}

fn shown(case: &Case, log: Log) -> Fixture {
    Fixture::of(CasePage::History(Box::new(HistoryPage { from: 0, log })), case.clone())
}

/// The page, of a case that has been all of these, the last of them now.
fn of(states: &[&Case]) -> Fixture {
    let case = states.last().expect("at least one");
    shown(case, saved(states))
}

/// A draft whose representative is corrected, with an administrator who comes and goes.
fn corrected() -> [Draft; 4] {
    let representative = RepresentativeAnswers {
        title: "Formand".into(),
        born: TypedDate { day: "12".into(), month: "1".into(), year: "1975".into() },
        ..whole_draft().representative
    };
    let other = AdministratorAnswers {
        name: "Anne Sofie Bjerregaard-Thomsen".into(),
        email: "anne@nordlystomrer.example".into(),
        ..soren()
    };
    let wrong = Draft { representative, ..whole_draft() };
    let more = Draft { administrators: vec![other, soren()], ..whole_draft() };
    [begun_draft(), wrong, more, whole_draft()]
}

/// More changes than are kept, some of them of another year.
fn long() -> (Case, Log) {
    let entry = |number: usize| {
        let at = ago(i64::try_from(number).expect("few") * 1_300);
        let title = |number: usize| format!("Direktør {number}");
        let (field, old) = ("representative.title".into(), title(number + 1));
        let what = Change::Answer { field, old, new: title(number) };
        Entry { began: at, at, by: None, what }
    };
    let entries: Vec<Entry> = (0..MOST).rev().map(entry).collect();
    let gone = Some(ago(i64::try_from(MOST).expect("few") * 1_300));
    (at(whole_draft(), 2), Log { entries, gone })
}

pub fn states() -> Vec<(&'static str, Fixture)> {
    let new = at(empty_draft(), 3);
    let [begun, wrong, more, whole] = corrected();
    let filled = [
        at(empty_draft(), 4_000),
        at(begun, 3_990),
        at(wrong, 1_500),
        at(more, 300),
        at(whole, 120),
    ];
    let done = delivered(&approved(&filled[4]), taken());
    let (prepared, reporter) = (reporters(reporter_draft()), reporters(Draft::default()));
    let handed = handed_over(&prepared);
    let back = sample::after(&handed, Event::TakenBack, 2);
    let begun = sample::after(&filled[4], Event::GuideBegun, 60);
    let reason = Reason { rule: None, words: "Siden ville ikke tage imod datoen".into() };
    let stopped = Event::OutcomeStated(Outcome::Stopped { screen: None, reason });
    let concluded = Event::OutcomeStated(Outcome::Concluded { on: date(2026, 11, 24) });
    let stated = sample::after(&sample::after(&begun, stopped, 50), concluded, 10);
    let (case, log) = long();
    let last = HistoryPage { from: 480, log: log.clone() };
    vec![
        ("history-new", of(&[&new])),
        ("history", of(&[&filled[0], &filled[1], &filled[2], &filled[3], &filled[4], &done])),
        ("history-reporter", of(&[&reporter, &prepared, &handed, &back, &handed])),
        ("history-stated", of(&[&filled[2], &filled[4], &begun, &stated]).live()),
        ("history-long", shown(&case, log)),
        ("history-last", Fixture::of(CasePage::History(Box::new(last)), case)),
    ]
}
