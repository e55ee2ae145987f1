//! `tilslut-cli cvr`: is this a CVR number, and if not, why?

use crate::arguments::Numbers;
use crate::outcome::{Error, Outcome};
use crate::output::{Out, plain};
use domain::cpr::looks_like_cpr;
use domain::cvr::{CvrNumber, NotACvrNumber};
use domain::problem::Problem;
use serde::Serialize;

#[derive(Serialize)]
struct Report {
    r#type: &'static str,
    numbers: Vec<Number>,
}

/// What is said of one number.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Number {
    typed: String,
    valid: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    cvr: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_pairs: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wrong: Option<Wrong>,
}

#[derive(Serialize)]
struct Wrong {
    problem: &'static str,
    wrong: String,
    remedy: String,
}

/// Says of each number whether it is valid.
pub fn check(asked: &Numbers, out: &mut Out) -> Result<Outcome, Error> {
    let numbers: Vec<Number> = asked.numbers.iter().map(|typed| number(typed, out)).collect();
    let outcome =
        if numbers.iter().all(|number| number.valid) { Outcome::Fine } else { Outcome::Stops };
    if out.json {
        out.value(&Report { r#type: "tilslut/cvr/v1", numbers })?;
        return Ok(outcome);
    }
    let words = out.words();
    for number in numbers {
        match (&number.in_pairs, &number.wrong) {
            (Some(pairs), _) => {
                out.line(format_args!("{pairs}  {}", words.get("cli-cvr-valid")))?
            }
            (None, wrong) => {
                out.line(format_args!(
                    "{}  {}",
                    plain(&number.typed),
                    words.get("cli-cvr-not-valid")
                ))?;
                if let Some(wrong) = wrong {
                    out.line(format_args!("    {}.", wrong.wrong))?;
                    out.line(format_args!("    {}", wrong.remedy))?;
                }
            }
        }
    }
    Ok(outcome)
}

fn number(typed: &str, out: &Out) -> Number {
    // A CPR number that somebody gave by mistake does not end up in a log of results.
    let typed_back = if looks_like_cpr(typed) { "…".to_owned() } else { typed.to_owned() };
    match CvrNumber::parse(typed) {
        Ok(cvr) => Number {
            typed: typed_back,
            valid: true,
            cvr: Some(cvr.to_string()),
            in_pairs: Some(cvr.in_pairs()),
            wrong: None,
        },
        Err(why) => {
            let problem = problem(why);
            let (wrong, remedy) = out.problem(problem);
            let wrong = Some(Wrong { problem: problem.code(), wrong, remedy });
            Number { typed: typed_back, valid: false, cvr: None, in_pairs: None, wrong }
        }
    }
}

fn problem(why: NotACvrNumber) -> Problem {
    match why {
        NotACvrNumber::Empty => Problem::CvrMissing,
        NotACvrNumber::Characters => Problem::CvrCharacters,
        NotACvrNumber::Length => Problem::CvrLength,
        NotACvrNumber::CheckDigit => Problem::CvrCheckDigit,
    }
}
