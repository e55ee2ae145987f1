//! Every negative case of `docs/negative-cases.md`, over real sockets: one test each, and the table
//! names every one of them.

mod port;
mod response;
mod token;
mod token_set;

use super::*;

/// What the person is told: the code of the problem, or the level of the evidence where the login
/// survives.
fn told(ended: &Ended) -> String {
    match &ended.outcome {
        Ok(approval) => format!("level {:?}", approval.verdict.level().unwrap()),
        Err(trouble) => Problem::from(trouble.clone()).code().to_owned(),
    }
}

/// Tests with what the person is told, and a list of them for the table.
macro_rules! cases {
    ($( $name:ident: $told:literal, $ended:expr; )+) => {
        pub const CASES: &[(&str, &str)] = &[ $( (stringify!($name), $told), )+ ];
        $(
            #[tokio::test]
            async fn $name() {
                let ended: Ended = $ended.await;
                assert_eq!(told(&ended), $told);
            }
        )+
    };
}
use cases;

/// An honest person at a broker that does one thing otherwise.
async fn ends(faults: FaultInjection) -> Ended {
    with(faults).await.0
}

#[test]
fn the_table_names_every_case_and_what_the_person_is_told() {
    let document = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../docs/negative-cases.md"
    ))
    .unwrap();
    let rows = document.lines().filter(|line| line.starts_with("| ") && line.ends_with("` |"));
    let cell = |row: &str, from_last: usize| {
        row.rsplit('|').nth(from_last).unwrap().trim().trim_matches('`').to_owned()
    };
    let documented: Vec<(String, String)> = rows.map(|row| (cell(row, 1), cell(row, 2))).collect();
    let tested: Vec<(String, String)> =
        [port::CASES, response::CASES, token::CASES, token_set::CASES]
            .into_iter()
            .flatten()
            .map(|(name, told)| ((*name).to_owned(), (*told).to_owned()))
            .collect();
    assert!(tested.len() > 60, "only {} cases", tested.len());
    assert_eq!(documented, tested, "in the table | in the tests, in this order");
}
