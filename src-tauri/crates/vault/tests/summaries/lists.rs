//! Lists, searches and receipts, each of a window of rows.

use super::*;

#[test]
fn a_list_is_filtered_sorted_and_cut_to_a_window() {
    let (_kept, mut vault) = begun();
    let firms = ["Zenit", "Åbo", "Aarhus Byg", "Ærø Smede", "anker", "Østerbro", "École"];
    firms
        .iter()
        .enumerate()
        .for_each(|(number, name)| vault.save(&about(number, name, "13748136")).unwrap());
    let mut failed = about(firms.len(), "Mangler", "13748136");
    failed.problem = Some(domain::problem::Problem::ReceiverDown);
    vault.save(&failed).unwrap();
    let unnamed = Case { id: id(90), changed: at(90), problem: None, ..cases().remove(0) };
    vault.save(&unnamed).unwrap();

    let by_name = Query { sort: SortBy::Name, direction: Direction::Ascending, ..Query::default() };
    assert_eq!(
        names(&vault, &by_name),
        ["anker", "École", "Mangler", "Zenit", "Ærø Smede", "Østerbro", "Åbo", "Aarhus Byg"]
    );
    let last = vault.list(&by_name).unwrap().rows.pop().unwrap();
    assert_eq!(last.summary.id, unnamed.id, "without a name it comes last");
    let newest = names(&vault, &Query::default());
    assert_eq!((newest[0].as_str(), newest[7].as_str()), ("Mangler", "Zenit"));
    let oldest = Query { direction: Direction::Ascending, ..Query::default() };
    assert_eq!(names(&vault, &oldest)[0], "Zenit");

    let window = vault.list(&Query { from: 3, limit: 2, ..by_name.clone() }).unwrap();
    let shown: Vec<_> = window.rows.iter().filter_map(|row| row.summary.name.as_deref()).collect();
    assert_eq!((shown, window.matching, window.total), (vec!["Zenit", "Ærø Smede"], 9, 9));
    let beyond = vault.list(&Query { from: 100, ..by_name.clone() }).unwrap();
    assert_eq!((beyond.rows.len(), beyond.matching), (0, 9));

    assert_eq!(names(&vault, &Query { needs_attention: true, ..Query::default() }), ["Mangler"]);
    let drafts = Query { states: vec![CaseState::Draft], ..Query::default() };
    let with_words =
        Query { words: "å".into(), states: vec![CaseState::Draft], ..by_name.clone() };
    assert_eq!(
        (vault.list(&drafts).unwrap().matching, names(&vault, &with_words)),
        (9, vec!["Åbo".into(), "Aarhus Byg".into()])
    );
    let delivered =
        Query { states: vec![CaseState::Delivered, CaseState::Refused], ..Query::default() };
    assert_eq!(vault.list(&delivered).unwrap().matching, 0);
}

#[test]
fn a_search_knows_danish_letters_and_how_numbers_are_written() {
    let (_kept, mut vault) = begun();
    for (number, name, cvr) in [
        (1, "Århus Båd & Bro", "13748136"),
        (2, "Aarhus Bad", "24256790"),
        (3, "Smørrebrød Ærø", "29910251"),
        (4, "Café A/S 12 34", "47458714"),
        (5, "A\u{30a}se Tømrer", "22756214"),
    ] {
        vault.save(&about(number, name, cvr)).unwrap();
    }
    for (words, expected) in [
        ("århus", &["Aarhus Bad", "Århus Båd & Bro"][..]),
        ("AARHUS", &["Aarhus Bad", "Århus Båd & Bro"]),
        ("båd", &["Århus Båd & Bro"]),
        ("bad", &["Aarhus Bad"]),
        ("bad århus", &["Aarhus Bad"]),
        ("smør", &["Smørrebrød Ærø"]),
        ("smor", &[]),
        ("ærø", &["Smørrebrød Ærø"]),
        ("åse", &["A\u{30a}se Tømrer"]),
        ("a\u{30a}se", &["A\u{30a}se Tømrer"]),
        ("cafe", &["Café A/S 12 34"]),
        ("café", &["Café A/S 12 34"]),
        ("12 34", &["Café A/S 12 34"]),
        ("13748136", &["Århus Båd & Bro"]),
        ("13 74 81 36", &["Århus Båd & Bro"]),
        ("13 74", &["Århus Båd & Bro"]),
        ("1374", &["Århus Båd & Bro"]),
        ("DK13748136", &["Århus Båd & Bro"]),
        ("dk 13 74 81 36", &["Århus Båd & Bro"]),
        ("13748137", &[]),
        ("rhus", &[]),
        ("&", &[]),
    ] {
        assert_eq!(found(&vault, words), expected, "{words}");
    }
    assert_eq!(found(&vault, "kanariefugl").len(), 5, "the representative");
    assert_eq!(found(&vault, "  ").len(), 5, "blank words ask for nothing");
    let mut renamed = about(1, "Havnens Både", "13748136");
    renamed.changed = at(500);
    vault.save(&renamed).unwrap();
    assert_eq!(
        found(&vault, "århus"),
        ["Aarhus Bad"],
        "what a case does not say any more is not found"
    );
}

#[test]
fn receipts_are_found_by_number_and_gone_through_by_organisation_and_period() {
    let (_kept, mut vault) = begun();
    // 23:30 UTC is the day after in Denmark.
    let moments = [
        "2025-12-31T22:30:00Z",
        "2025-12-31T23:30:00Z",
        "2026-06-01T10:00:00Z",
        "2026-12-31T22:59:59Z",
    ];
    for (number, moment) in moments.iter().enumerate() {
        let case = approved(number, moment.parse().unwrap());
        let next = u64::try_from(number).unwrap() + 700;
        if number < 3 {
            let link = Link {
                number: next,
                previous: None,
                case: case.id.clone(),
                bundle_sha256: [1; 32],
            };
            vault.save_with_link(&case, &link).unwrap();
        } else {
            vault.save(&case).unwrap();
        }
    }
    vault.save(&about(50, "En kladde", "13748136")).unwrap();
    let ids = |query: &ApprovedQuery| {
        let rows = vault.approved(query).unwrap();
        let listed: Vec<_> = rows.rows.iter().map(|row| row.summary.id.clone()).collect();
        assert_eq!(usize::try_from(rows.matching).unwrap(), listed.len());
        let mut all = vault.approved_ids(query).unwrap();
        if query.direction == Direction::Descending {
            all.reverse();
        }
        assert_eq!(listed, all);
        listed
    };
    let oldest = ApprovedQuery { direction: Direction::Ascending, ..ApprovedQuery::default() };
    assert_eq!(ids(&oldest), [0, 1, 2, 3].map(id));
    assert_eq!(ids(&ApprovedQuery::default()), [3, 2, 1, 0].map(id));
    let year =
        ApprovedQuery { from: Some(date(2026, 1, 1)), to: Some(date(2026, 12, 31)), ..oldest };
    assert_eq!(ids(&year), [1, 2, 3].map(id));
    assert_eq!(
        ids(&ApprovedQuery { cvr: CvrNumber::parse("13748136").ok(), ..year }),
        [1, 2, 3].map(id)
    );
    assert_eq!(ids(&ApprovedQuery { cvr: CvrNumber::parse("24256790").ok(), ..year }), []);
    let window = vault.approved(&ApprovedQuery { skip: 1, limit: 1, ..oldest }).unwrap();
    assert_eq!(
        (window.rows[0].receipt, window.rows.len(), window.matching, window.total),
        (Some(701), 1, 4, 5)
    );
    assert_eq!(vault.unnumbered().unwrap(), [id(3)]);
    assert_eq!(vault.link(&id(1)).unwrap().map(|link| link.number), Some(701));
    assert_eq!(vault.link(&id(3)).unwrap(), None);
    assert_eq!(vault.last_link().unwrap().map(|link| link.number), Some(702));
    let found = |words: &str| {
        vault.list(&Query { words: words.into(), ..Query::default() }).unwrap().matching
    };
    assert_eq!((found("701"), found("ME-1"), found("ME-2")), (1, 4, 0));
}

#[test]
fn copies_are_due_where_none_lies_or_one_does_not_tell_of_the_answer() {
    let (_kept, mut vault) = begun();
    let with = |number, delivery| {
        let mut case = approved(number, at(number));
        let Stage::Approved(approved) = &mut case.stage else { panic!("approved") };
        if let Some(delivery) = delivery {
            approved.delivery = delivery;
        }
        case
    };
    let sending = Delivery::Sending { id: domain::case::Token("d".into()), unknown_since: None };
    let refused = Delivery::Refused { id: domain::case::Token("d".into()), reason: String::new() };
    for (number, delivery) in
        [None, Some(sending), Some(refused), None, None, None].into_iter().enumerate()
    {
        vault.save(&with(number, delivery)).unwrap();
    }
    vault.note_copy(&id(3), false, "/kvitteringer/3.pdf").unwrap();
    vault.note_copy(&id(4), true, "/kvitteringer/4.pdf").unwrap();
    vault.note_copy(&id(5), true, "/andetsteds/5.pdf").unwrap();
    assert_eq!(vault.copies_due("/kvitteringer").unwrap(), [0, 2, 3, 5].map(id));
    assert_eq!(vault.copy(&id(4)).unwrap(), Some((true, "/kvitteringer/4.pdf".to_owned())));
    assert_eq!(vault.copy(&id(0)).unwrap(), None);
}

#[test]
fn no_list_reads_a_body() {
    let (kept, mut vault) = begun();
    cases().iter().for_each(|case| vault.save(case).unwrap());
    let asked = |vault: &Vault| {
        let words = Query { words: "nordlys".into(), ..Query::default() };
        let lists = [Query::default(), words].map(|query| vault.list(&query).unwrap());
        let days =
            vault.deadlines(date(2020, 1, 1), date(2030, 1, 1), &DeadlineKind::ALL, 1000).unwrap();
        let ids = [
            vault.to_resume().unwrap(),
            vault.unnumbered().unwrap(),
            vault.with_documents().unwrap(),
        ];
        let due = (vault.stale(date(2030, 1, 1), 1000).unwrap(), vault.copies_due("/x").unwrap());
        (
            lists,
            days,
            ids,
            due,
            vault.approved(&ApprovedQuery::default()).unwrap(),
            vault.count().unwrap(),
        )
    };
    let before = asked(&vault);
    assert!(before.0[1].matching > 0 && !before.1.is_empty() && !before.2[0].is_empty());
    execute(&vault, "UPDATE cases SET body = x'00'");
    assert_eq!(asked(&vault), before);
    drop(vault);
    assert_eq!(asked(&kept.open()), before, "nor does a start");
}
