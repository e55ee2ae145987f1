//! How a list is made: out of indexes, and never out of the bodies.

use super::super::aside::{NEWER, SET_ASIDE};
use super::super::fresh::STALE;
use super::super::tests::made;
use super::*;
use crate::testing::cases;

fn queries() -> Vec<Query> {
    let states = [vec![], vec![CaseState::Draft], vec![CaseState::Delivered, CaseState::Refused]];
    let sorts = [SortBy::Changed, SortBy::Name, SortBy::Deadline];
    let directions = [Direction::Ascending, Direction::Descending];
    let mut queries = Vec::new();
    for (sort, direction) in
        sorts.into_iter().flat_map(|sort| directions.map(|direction| (sort, direction)))
    {
        for (states, needs_attention) in
            states.iter().flat_map(|states| [(states, false), (states, true)])
        {
            queries.push(Query {
                states: states.clone(),
                needs_attention,
                sort,
                direction,
                ..Query::default()
            });
        }
    }
    queries
}

/// How SQLite would go about it, line by line.
fn plan(database: &Database, asked: &Asked) -> Vec<String> {
    let mut statement = database
        .connection
        .prepare(&format!("EXPLAIN QUERY PLAN {}", asked.sql))
        .expect(&asked.sql);
    let steps =
        statement.query_map(params_from_iter(&asked.values), |row| row.get(3)).expect("a plan");
    steps.collect::<Result<_, _>>().expect("a plan")
}

#[test]
fn no_list_looks_into_the_bodies_or_goes_through_the_rows() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut database, _, _) = made(folder.path());
    cases().iter().for_each(|case| database.save(case).expect("saved"));
    let few = (1, "(\"nord\"*)");
    let mut asked = Vec::new();
    for query in queries() {
        for found in [None, Some(few), Some((MANY + 1, few.1))] {
            asked.extend([numbers(&query, found), counting(&query, found)]);
        }
    }
    let cvr = CvrNumber::parse("13748136").ok();
    let (from, to) = (jiff::civil::date(2026, 1, 1), jiff::civil::date(2026, 12, 31));
    for cvr in [None, cvr] {
        for (from, to) in
            [(None, None), (Some(from), None), (None, Some(to)), (Some(from), Some(to))]
        {
            let query = ApprovedQuery { cvr, from, to, ..ApprovedQuery::default() };
            asked.extend([approved("number", &query), approved("count(*)", &query)]);
        }
    }
    for asked in &asked {
        let plan = plan(&database, asked);
        for step in &plan {
            assert!(!step.contains("cases"), "{}: {plan:?}", asked.sql);
            // A scan is of an index that holds all that is asked, or of what the index of words
            // found.
            let whole = step.starts_with("SCAN summaries")
                && !step.contains("COVERING INDEX")
                && !asked
                    .sql
                    .starts_with("SELECT number FROM summaries INDEXED BY summaries_approved");
            assert!(!whole, "{}: {plan:?}", asked.sql);
        }
    }
}

/// A start takes as long with a hundred thousand cases as with one, but for what it has to do.
#[test]
fn nothing_that_is_asked_at_the_start_reads_a_body_or_goes_through_the_rows() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut database, _, _) = made(folder.path());
    cases().iter().for_each(|case| database.save(case).expect("saved"));
    let waiting = Value::from(step_word(NextStep::WaitForReceiver).to_owned());
    let version =
        |sql: &str| Asked { sql: sql.to_owned(), values: vec![Value::from(crate::rows::VERSION)] };
    let fresh = Asked {
        sql: STALE.to_owned(),
        values: vec![Value::from(0), Value::from("2026-11-24".to_owned()), Value::from(50)],
    };
    let ends = |asked: Asked, index: &'static str| (asked, index);
    for (asked, index) in [
        // How many there are is counted in the smallest index, which no body is in.
        ends(Asked::plain(COUNT), "SCAN summaries USING COVERING INDEX"),
        ends(Asked::plain(TO_RESUME), "SCAN summaries USING COVERING INDEX summaries_resumes"),
        ends(
            Asked::plain(UNNUMBERED),
            "SEARCH summaries USING INDEX summaries_unnumbered (approved_at>?)",
        ),
        ends(
            Asked { sql: COPIES_DUE.to_owned(), values: vec![waiting] },
            "SCAN summaries USING INDEX summaries_approved",
        ),
        ends(Asked::plain(WITH_DOCUMENTS), "SCAN documents USING COVERING INDEX"),
        ends(untouched(), "SEARCH summaries USING INDEX summaries_name (name_key=?)"),
        ends(version(NEWER), "SEARCH summaries USING INDEX summaries_version (version>?)"),
        ends(fresh, "SCAN summaries USING COVERING INDEX summaries_fresh"),
    ] {
        let plan = plan(&database, &asked);
        assert!(plan.iter().any(|step| step.starts_with(index)), "{}: {plan:?}", asked.sql);
        for step in &plan {
            assert!(!step.contains("cases"), "{}: {plan:?}", asked.sql);
            let others = [
                "SEARCH copies USING INDEX",
                "SEARCH summaries USING",
                "LIST SUBQUERY",
                "USE TEMP B-TREE FOR",
            ];
            let expected =
                step.starts_with(index) || others.iter().any(|other| step.starts_with(other));
            assert!(expected, "{}: {plan:?}", asked.sql);
        }
    }
    // What is tried again is read, and nothing else.
    let again = plan(&database, &version(SET_ASIDE));
    assert!(
        again[0].starts_with("SCAN unreadable") && again[1].starts_with("SEARCH cases USING INDEX"),
        "{again:?}"
    );
}

/// Every draft has a date of the register that nobody follows up: the others are found without
/// stepping over it.
#[test]
fn the_dates_of_a_kind_are_found_in_their_order_without_those_of_the_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let (database, _, _) = made(folder.path());
    for kind in DeadlineKind::ALL {
        let plan = plan(&database, &due(kind, Date::MIN, Date::MAX, 500));
        let index =
            "SEARCH deadlines USING COVERING INDEX deadlines_due (kind=? AND day>? AND day<?)";
        assert_eq!(plan[0], index, "{plan:?}");
        assert!(plan[1].starts_with("SEARCH summaries USING INDEX"), "{plan:?}");
        assert_eq!(plan.len(), 2, "{plan:?}");
    }
}

#[test]
fn a_list_is_in_the_order_of_its_index() {
    let folder = tempfile::tempdir().expect("a folder");
    let (database, _, _) = made(folder.path());
    for query in queries() {
        let plan = plan(&database, &numbers(&query, None));
        assert!(plan.iter().all(|step| !step.contains("TEMP B-TREE")), "{query:?}: {plan:?}");
    }
}

#[test]
fn what_is_typed_is_never_a_sign_of_the_search_s_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut database, _, _) = made(folder.path());
    cases().iter().for_each(|case| database.save(case).expect("saved"));
    for words in [
        "\"",
        "*",
        "a*b",
        "(",
        ") OR (",
        "NEAR(nord, 1)",
        "words : nord",
        "^nord",
        "nord-",
        "-",
        "\u{0}",
        "{a}",
        "AND",
        "NOT x",
        "\u{301}",
    ] {
        let rows = database.list(&Query { words: words.to_owned(), ..Query::default() });
        assert!(rows.is_ok(), "{words:?}: {rows:?}");
    }
}
