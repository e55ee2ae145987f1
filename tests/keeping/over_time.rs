//! What follows from approvals as time goes: who was appointed when, and which days come.

use crate::approved;
use crate::support::{self, Installation, METTE};
use contract::intent::DateOf;
use contract::pages::{DeadlineName, DuePaper, DueWhen};
use contract::{CasesIntent, Intent, Navigation, Page, ReceiptsIntent};

#[test]
fn the_administrators_of_an_organisation_are_shown_over_time_on_page_and_paper() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let first = approved(&tilslut);
    let second = approved(&tilslut);
    let Page::Timeline { cvr, approvals, .. } =
        tilslut.go(Navigation::Timeline { case: first.clone() }).page
    else {
        panic!("timeline")
    };
    assert_eq!(cvr, "13 74 81 36");
    let mut cases: Vec<_> = approvals.iter().map(|approval| approval.case.as_str()).collect();
    cases.sort_unstable();
    let mut given = [first.as_str(), second.as_str()];
    given.sort_unstable();
    assert_eq!(cases, given);
    assert!(approvals[0].administrators.iter().all(|one| one.before.is_some()), "appointed before");
    assert!(approvals[1].administrators.iter().all(|one| one.before.is_none()), "the first time");
    assert!(approvals.iter().all(|approval| approval.administrators.len() == 2
        && support::given(&approval.approver) == METTE));
    let pdf = tilslut.saved(
        Intent::Receipts { intent: ReceiptsIntent::SaveTimeline },
        &machine.folder.with_extension("pdf"),
    );
    tilslut.send(Intent::Receipts { intent: ReceiptsIntent::ShowTimeline });
    let opened = tilslut.shown_file();
    assert_eq!(std::fs::read(&opened).unwrap(), pdf);
    assert!(opened.file_name().unwrap().to_str().unwrap().starts_with("PRØVE "));
    let draft = {
        tilslut.send(Intent::Cases { intent: CasesIntent::Begin });
        tilslut.case()
    };
    assert!(
        matches!(tilslut.go(Navigation::Timeline { case: draft }).page, Page::Receipts { .. }),
        "nothing was approved there"
    );
}

#[test]
fn the_dates_of_all_cases_are_followed_up_in_one_list() {
    let machine = Installation::new();
    let tilslut = machine.start();
    let none = Page::FollowUp { rows: vec![], more: false };
    assert_eq!(tilslut.go(Navigation::FollowUp).page, none);
    let case = approved(&tilslut);
    tilslut.close();
    let tilslut = machine.start();
    let Page::FollowUp { rows, more: false } = tilslut.go(Navigation::FollowUp).page else {
        panic!("the follow-up")
    };
    let told: Vec<_> = rows.iter().map(|row| (row.case.as_str(), row.kind, row.when)).collect();
    let later = |kind| (case.as_str(), kind, DueWhen::Later);
    assert_eq!(
        told,
        [
            later(DeadlineName::SetUpReminder),
            later(DeadlineName::SetUpLastReminder),
            later(DeadlineName::SetUpLink),
            later(DeadlineName::Retention),
        ]
    );
    assert_eq!(rows[3].paper, Some(DuePaper { number: Some(1), is_record: false }));
    assert!(rows[3].day.ends_with("-12-31"), "{}", rows[3].day);
    let kept = |years| {
        let intent = ReceiptsIntent::SetRetention { years, year_ends: 6 };
        tilslut.send(Intent::Receipts { intent });
        match tilslut.go(Navigation::FollowUp).page {
            Page::FollowUp { rows, .. } => rows[3].day.clone(),
            page => panic!("the follow-up: {page:?}"),
        }
    };
    let (seven, eight) = (kept(7), kept(8));
    assert!(seven < eight && eight.ends_with("-06-30"), "as it is set: {seven}, {eight}");
    assert_eq!(rows[2].days - rows[0].days, 14, "the reminder comes two weeks before the end");
    assert_eq!(rows[2].days - rows[1].days, 7, "and once more a week before it");
    assert_eq!([0, 1, 2].map(|n| rows[n].own), [true, true, false]);

    let folder = tempfile::tempdir().unwrap();
    let dates = |date| Intent::Cases { intent: CasesIntent::SaveDates { date } };
    let all = tilslut.saved(dates(None), &folder.path().join("alle.ics"));
    let all = String::from_utf8(all).unwrap();
    assert_eq!(all.matches("BEGIN:VEVENT").count(), 4, "{all}");
    assert!(all.replace("\r\n ", "").contains("Kvittering nr. 1."), "{all}");
    let one = DateOf { case: case.clone(), kind: DeadlineName::SetUpLink };
    let one = tilslut.saved(dates(Some(one)), &folder.path().join("en.ics"));
    let one = String::from_utf8(one).unwrap();
    let day = rows[2].day.replace('-', "");
    for wanted in [format!("DTSTART;VALUE=DATE:{day}"), format!("UID:practice.{case}.setUpLink@")] {
        assert!(one.replace("\r\n ", "").contains(&wanted), "{wanted}: {one}");
    }
    assert!(one.contains("SUMMARY:PRØVE: ") && one.matches("BEGIN:VEVENT").count() == 1, "{one}");
}
