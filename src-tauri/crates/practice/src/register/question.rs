//! What the register is asked: the few shapes of Elasticsearch's query language that it knows.
//! Anything else is refused, so that a question which the practice register answers is one that was
//! meant.

use super::name;
use serde::Deserialize;

/// The most that may be asked for at once (`index.max_result_window`).
const SIZE_MAX: usize = 10_000;

/// How many Elasticsearch answers when nobody says.
const SIZE: usize = 10;

/// A question that was understood.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) asked: Asked,
    pub(super) size: usize,
    /// Empty when the order is left to the register.
    pub(super) sort: Vec<Order>,
    /// The sort values of the last hit that is already known, as many as `sort` has.
    pub(super) after: Option<Vec<f64>>,
    pub(super) wanted: Wanted,
}

/// By what the organisation is looked for.
#[derive(Debug, PartialEq)]
pub(super) enum Asked {
    Number(u64),
    /// The words that the newest name must have, every one.
    Name(Vec<String>),
}

/// By what the hits are ordered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Order {
    pub(super) by: By,
    pub(super) descending: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub(super) enum By {
    #[serde(rename = "_score")]
    Score,
    #[serde(rename = "Vrvirksomhed.cvrNummer")]
    Number,
}

/// How much of the source is told.
#[derive(Debug, PartialEq)]
pub(super) enum Wanted {
    Everything,
    Nothing,
    /// Only what is at these paths or below them.
    At(Vec<Vec<String>>),
}

impl Question {
    /// None when it is not JSON, or not a question that the register knows.
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let body: Body = serde_json::from_slice(body).ok()?;
        let asked = match body.query {
            Query::Term {
                number: Short::Plain(number) | Short::Long(Number { value: number }),
            } => Asked::Number(number),
            Query::Match { name: Short::Plain(text) | Short::Long(Text { query: text, .. }) } => {
                Asked::Name(name::words(&text))
            }
        };
        let sort: Vec<Order> = body.sort.into_iter().map(Order::from).collect();
        let size = body.size.unwrap_or(SIZE);
        let follows = body
            .search_after
            .as_ref()
            .is_none_or(|values| !sort.is_empty() && values.len() == sort.len());
        let wanted = wanted(body.source)?;
        (size <= SIZE_MAX && follows).then_some(Self {
            asked,
            size,
            sort,
            after: body.search_after,
            wanted,
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    query: Query,
    size: Option<usize>,
    #[serde(default)]
    sort: Vec<Sort>,
    search_after: Option<Vec<f64>>,
    #[serde(rename = "_source")]
    source: Option<Source>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
enum Query {
    Term {
        #[serde(rename = "Vrvirksomhed.cvrNummer")]
        number: Short<u64, Number>,
    },
    Match {
        #[serde(rename = "Vrvirksomhed.virksomhedMetadata.nyesteNavn.navn")]
        name: Short<String, Text>,
    },
}

/// Elasticsearch lets what has one member that matters be written without it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Short<Plain, Long> {
    Plain(Plain),
    Long(Long),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Number {
    value: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    query: String,
    /// The real register asks for any of the words when nobody says; here all are asked for in
    /// either case, and "or" is not known.
    #[serde(rename = "operator")]
    _operator: Option<And>,
}

#[derive(Deserialize)]
enum And {
    #[serde(rename = "and", alias = "AND")]
    And,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Sort {
    Bare(By),
    Directed(Directed),
}

#[derive(Deserialize)]
enum Directed {
    #[serde(rename = "_score")]
    Score(Short<Direction, Longhand>),
    #[serde(rename = "Vrvirksomhed.cvrNummer")]
    Number(Short<Direction, Longhand>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Longhand {
    order: Direction,
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Direction {
    Asc,
    Desc,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Source {
    Whether(bool),
    One(String),
    Some(Vec<String>),
}

impl From<Sort> for Order {
    fn from(sort: Sort) -> Self {
        let (by, direction) = match sort {
            // The best first, and the smallest number first, as Elasticsearch does when nobody
            // says.
            Sort::Bare(By::Score) => (By::Score, Direction::Desc),
            Sort::Bare(By::Number) => (By::Number, Direction::Asc),
            Sort::Directed(Directed::Score(
                Short::Plain(order) | Short::Long(Longhand { order }),
            )) => (By::Score, order),
            Sort::Directed(Directed::Number(
                Short::Plain(order) | Short::Long(Longhand { order }),
            )) => (By::Number, order),
        };
        Self { by, descending: direction == Direction::Desc }
    }
}

/// None when a path has a wildcard or an empty step.
fn wanted(source: Option<Source>) -> Option<Wanted> {
    let paths = match source {
        None | Some(Source::Whether(true)) => return Some(Wanted::Everything),
        Some(Source::Whether(false)) => return Some(Wanted::Nothing),
        Some(Source::One(path)) => vec![path],
        Some(Source::Some(paths)) => paths,
    };
    let steps = |path: &String| path.split('.').map(str::to_owned).collect::<Vec<_>>();
    let plain =
        |path: &Vec<String>| path.iter().all(|step| !step.is_empty() && !step.contains('*'));
    let paths: Vec<Vec<String>> = paths.iter().map(steps).collect();
    paths.iter().all(plain).then_some(Wanted::At(paths))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(body: &str) -> Option<Question> {
        Question::read(body.as_bytes())
    }

    #[test]
    fn each_order_is_read_however_it_is_written() {
        let score = |descending| Order { by: By::Score, descending };
        let number = |descending| Order { by: By::Number, descending };
        for (sort, order) in [
            (r#"["_score", "Vrvirksomhed.cvrNummer"]"#, [score(true), number(false)]),
            (
                r#"[{"_score":"asc"}, {"Vrvirksomhed.cvrNummer":"desc"}]"#,
                [score(false), number(true)],
            ),
            (
                r#"[{"_score":{"order":"desc"}}, {"Vrvirksomhed.cvrNummer":{"order":"asc"}}]"#,
                [score(true), number(false)],
            ),
        ] {
            let body =
                format!(r#"{{"query":{{"term":{{"Vrvirksomhed.cvrNummer":1}}}},"sort":{sort}}}"#);
            assert_eq!(read(&body).unwrap().sort, order, "{sort}");
        }
    }

    #[test]
    fn what_is_not_said_is_as_elasticsearch_has_it() {
        let question =
            read(r#"{"query":{"term":{"Vrvirksomhed.cvrNummer":{"value":13748136}}}}"#).unwrap();
        assert_eq!(
            (question.asked, question.size, question.wanted),
            (Asked::Number(13_748_136), 10, Wanted::Everything)
        );
        assert!(question.sort.is_empty() && question.after.is_none());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Question::read(&body);
        }

        #[test]
        fn any_text_may_be_looked_for(text in ".*") {
            let body = serde_json::json!({ "query": { "match": { "Vrvirksomhed.virksomhedMetadata.nyesteNavn.navn": text } } });
            prop_assert_eq!(read(&body.to_string()).unwrap().asked, Asked::Name(name::words(&text)));
        }
    }
}
