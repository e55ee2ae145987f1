//! What becomes of the rows in time: deadlines, other days, other layouts.

use super::*;

#[test]
fn deadlines_come_by_day_and_settled_ones_do_not() {
    let (_kept, mut vault) = begun();
    let on = |text: &str| text.parse::<Timestamp>().unwrap();
    vault.save(&approved(1, on("2026-11-20T10:00:00Z"))).unwrap();
    vault.save(&approved(2, on("2026-11-02T10:00:00Z"))).unwrap();
    let mut refused = approved(3, on("2026-11-02T10:00:00Z"));
    let Stage::Approved(approved) = &mut refused.stage else { panic!("approved") };
    approved.delivery =
        Delivery::Refused { id: domain::case::Token("d".into()), reason: String::new() };
    vault.save(&refused).unwrap();
    let due = |from: Date, to: Date, limit| {
        let due = vault.deadlines(from, to, &DeadlineKind::ALL, limit).unwrap();
        due.into_iter().map(|one| (one.case, one.kind, one.day)).collect::<Vec<_>>()
    };
    use DeadlineKind::{AnswerExpected, SetUpLastReminder, SetUpLink, SetUpReminder};
    let whole = due(date(2026, 1, 1), date(2027, 12, 31), 100);
    let expected = [
        (id(2), AnswerExpected, date(2026, 11, 16)),
        (id(1), AnswerExpected, date(2026, 12, 4)),
        (id(2), SetUpReminder, date(2026, 12, 18)),
        (id(2), SetUpLastReminder, date(2026, 12, 25)),
        (id(2), SetUpLink, date(2027, 1, 1)),
        (id(1), SetUpReminder, date(2027, 1, 5)),
        (id(1), SetUpLastReminder, date(2027, 1, 12)),
        (id(1), SetUpLink, date(2027, 1, 19)),
    ];
    assert_eq!(whole, expected);
    assert_eq!(due(date(2026, 12, 4), date(2026, 12, 18), 100), expected[1..3]);
    assert_eq!(due(date(2026, 1, 1), date(2027, 12, 31), 2), expected[..2]);
    let by_deadline =
        Query { sort: SortBy::Deadline, direction: Direction::Ascending, ..Query::default() };
    let ids: Vec<_> =
        vault.list(&by_deadline).unwrap().rows.into_iter().map(|row| row.summary.id).collect();
    assert_eq!(ids, [2, 1, 3].map(id));
}

#[test]
fn what_depends_on_the_day_or_the_rules_is_made_again_in_portions() {
    let (kept, mut vault) = begun();
    let today = date(2026, 11, 20);
    for number in 1..=5 {
        vault.save(&about(number, "Nordlys", "13748136")).unwrap();
    }
    vault.save(&approved(10, "2026-11-20T10:00:00Z".parse().unwrap())).unwrap();
    assert_eq!(vault.stale(today, 100).unwrap(), []);
    let tomorrow = today.tomorrow().unwrap();
    assert_eq!(vault.stale(tomorrow, 100).unwrap().len(), 5, "the drafts; no deadline has passed");
    assert_eq!(vault.refresh(tomorrow, 2).unwrap(), 2);
    assert_eq!(vault.stale(tomorrow, 100).unwrap().len(), 3);
    assert_eq!(
        (
            vault.refresh(tomorrow, 2).unwrap(),
            vault.refresh(tomorrow, 2).unwrap(),
            vault.refresh(tomorrow, 2).unwrap()
        ),
        (2, 1, 0)
    );
    // The clock was set back.
    assert_eq!(vault.stale(today, 100).unwrap().len(), 5);

    let late = date(2026, 12, 5);
    let attention = |vault: &Vault| {
        vault.list(&Query { needs_attention: true, ..Query::default() }).unwrap().rows
    };
    assert!(attention(&vault).is_empty());
    while vault.refresh(late, 100).unwrap() > 0 {}
    assert_eq!(
        attention(&vault).iter().map(|row| &row.summary.id).collect::<Vec<_>>(),
        [&id(10)],
        "the answer is late"
    );
    let stored = by_id(&vault);
    for summary in &stored {
        assert_eq!(*summary, CaseSummary::of(&vault.case(&summary.id).unwrap().unwrap(), late));
    }

    execute(
        &vault,
        &format!("UPDATE summaries SET basis = {}, name = 'en anden'", basis().wrapping_sub(1)),
    );
    drop(vault);
    let mut vault = kept.open();
    assert_eq!(vault.stale(late, 100).unwrap().len(), 6, "another rule book");
    assert_eq!(vault.refresh(late, 100).unwrap(), 6);
    assert_eq!(by_id(&vault), stored);
}

#[test]
fn a_draft_in_which_nothing_was_answered_is_forgotten_and_no_other_case() {
    let (_kept, mut vault) = begun();
    let untouched = |number: usize| Case {
        id: id(number),
        stage: Stage::Drafting(Box::default()),
        problem: None,
        discarded_approvals: vec![],
        history: domain::case::History::default(),
        ..cases().remove(0)
    };
    let mut others: Vec<Case> = cases().into_iter().filter(|case| !case.is_untouched()).collect();
    // Whatever of a draft no summary tells of.
    let answered: [fn(&mut Draft); 5] = [
        |draft| draft.cvr = "1".into(),
        |draft| draft.need.signs_alone = Some(domain::Answer::Unknown),
        |draft| draft.representative.email = "a".into(),
        |draft| draft.reporter.name = "a".into(),
        |draft| draft.representative_is_administrator = true,
    ];
    for (number, answer) in answered.into_iter().enumerate() {
        let mut case = untouched(1000 + number);
        let Stage::Drafting(draft) = &mut case.stage else { panic!("a draft") };
        answer(draft);
        others.push(case);
    }
    others.push(Case { problem: Some(domain::problem::Problem::RegisterSlow), ..untouched(2000) });
    others.iter().for_each(|case| vault.save(case).unwrap());
    (3000..3003).for_each(|number| vault.save(&untouched(number)).unwrap());
    // One that cannot be read might be anything.
    vault.save(&untouched(4000)).unwrap();
    execute(&vault, &format!("UPDATE cases SET body = x'7b' WHERE id = '{}'", id(4000).0));
    assert_eq!((vault.forget_untouched(), vault.forget_untouched()), (Ok(3), Ok(0)));
    let mut left = vault.list(&Query { limit: 1000, ..Query::default() }).unwrap().rows;
    left.sort_by(|one, other| one.summary.id.cmp(&other.summary.id));
    others.sort_by(|one, other| one.id.cmp(&other.id));
    assert_eq!(
        left.into_iter().map(|row| row.summary.id).collect::<Vec<_>>(),
        others.iter().map(|case| case.id.clone()).collect::<Vec<_>>()
    );
    assert_eq!(vault.unreadable().unwrap().len(), 1);
}

#[test]
fn an_earlier_layout_is_brought_to_this_one_with_what_is_known_of_its_cases() {
    let fourth =
        "DROP TABLE deadlines; DROP TABLE summaries; DROP TABLE search; DROP TABLE unreadable;
        DROP TABLE unindexed; DROP TABLE record_documents; DROP TABLE records;
        DROP TABLE revisions; DROP TABLE other_versions; DROP TABLE branch_record_documents;
        DROP TABLE branch_records; DROP TABLE branch_links; DROP TABLE branches;
        DROP TABLE bin; DROP TABLE tombstone_states; DROP TABLE tombstones; DROP TABLE gone_links;
        DROP TABLE saves; DROP TABLE marks; DROP TABLE changes; DROP INDEX chain_case;";
    for (layout, also) in [
        (1, "DROP TABLE chain; DROP TABLE copies; DROP TABLE documents;"),
        (2, "DROP TABLE chain; DROP TABLE copies;"),
        (3, ""),
    ] {
        let (kept, mut vault) = begun();
        cases().iter().for_each(|case| vault.save(case).unwrap());
        let before = by_id(&vault);
        let damaged = cases().remove(4).id;
        execute(
            &vault,
            &format!("{fourth} {also} UPDATE cases SET body = x'7b' WHERE id = '{}'", damaged.0),
        );
        execute(&vault, &format!("PRAGMA user_version = {layout}"));
        drop(vault);
        // An earlier program left no mark.
        std::fs::remove_file(kept.folder.path().join("tilslut-practice.mark")).unwrap();
        let vault = kept.open();
        let known: Vec<_> = before.into_iter().filter(|summary| summary.id != damaged).collect();
        assert_eq!(by_id(&vault), known, "layout {layout}");
        let unreadable = vault.unreadable().unwrap();
        assert_eq!(unreadable.iter().map(|one| &one.id).collect::<Vec<_>>(), [&damaged]);
        assert_eq!(
            vault
                .list(&Query { words: "kanariefugl".into(), ..Query::default() })
                .unwrap()
                .rows
                .len(),
            known.len() - 1
        );
    }
}

/// A draft with nothing in it has a row too.
#[test]
fn an_empty_draft_has_a_row() {
    let (_kept, mut vault) = begun();
    let empty = Case { stage: Stage::Drafting(Box::default()), ..about(1, "x", "13748136") };
    vault.save(&empty).unwrap();
    assert_eq!(by_id(&vault), [CaseSummary::of(&empty, day_in_denmark(empty.changed))]);
}
