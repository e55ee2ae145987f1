//! `tilslut-cli preflight`: will this connection go through, and what is missing? One case, or one
//! on each line.

mod checked;
mod text;

use crate::arguments::Preflight;
use crate::input::{Input, Lines, Shape};
use crate::outcome::{Error, Outcome, say, say_left_out};
use crate::output::Out;
use crate::today::Moment;
use casefile::{LIMIT, Unreadable, Written};
use checked::Checked;
use domain::cpr::looks_like_cpr;
use serde::Serialize;

/// A line that is no case.
#[derive(Serialize)]
struct Refused<'a> {
    r#type: &'static str,
    line: u64,
    problem: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    member: &'a str,
    why: String,
}

/// Checks the case, or every case.
pub fn check(asked: &Preflight, out: &mut Out) -> Result<Outcome, Error> {
    let today = asked.today.moment();
    let input = Input::open(&asked.case)?;
    let shape = if asked.lines { Shape::Lines(input.lines(LIMIT)) } else { input.shape()? };
    match shape {
        Shape::Lines(lines) => each(lines, today, out),
        Shape::One(bytes) => {
            let (case, left_out) = read(&bytes, today).map_err(|why| Error::Unreadable {
                path: asked.case.clone(),
                why: out.words().unreadable(&why, false),
            })?;
            say_left_out(&left_out, &asked.case.display(), out.words());
            let checked = Checked::of(&case, None, left_out, out.language);
            if out.json {
                out.value(&checked)?
            } else {
                text::write(&case, &checked, out)?
            }
            Ok(checked.outcome())
        }
    }
}

/// The case, and the members that look like a CPR number and were left out of it.
fn read(bytes: &[u8], today: Moment) -> Result<(checked::Case, Vec<String>), Unreadable> {
    let mut written = Written::of(bytes)?;
    let case = checked::Case::of(written.read()?, today);
    Ok((case, written.left_out().to_vec()))
}

/// One result for each line, in the same order. A line that cannot be read is said to be so, and
/// the rest goes on.
fn each(mut lines: Lines, today: Moment, out: &mut Out) -> Result<Outcome, Error> {
    let mut worst = Outcome::Fine;
    loop {
        // Whoever sends one case and waits for its result before the next gets it.
        if lines.is_drained() {
            out.flush()?;
        }
        let Some(line) = lines.next()? else { return Ok(worst) };
        let outcome = match read(line.bytes, today) {
            Ok((case, left_out)) => {
                say_left_out(&left_out, &line_name(line.number, out), out.words());
                let checked = Checked::of(&case, Some(line.number), left_out, out.language);
                out.json_line(&checked)?;
                checked.outcome()
            }
            Err(why) => {
                refuse(line.number, &why, out)?;
                Outcome::Unreadable
            }
        };
        worst = worst.max(outcome);
    }
}

fn refuse(line: u64, why: &Unreadable, out: &mut Out) -> Result<(), Error> {
    let why_in_words = out.words().unreadable(why, true);
    say(&format_args!("{}: {why_in_words}", line_name(line, out)));
    let member = if looks_like_cpr(why.member()) { "" } else { why.member() };
    let refused = Refused {
        r#type: "tilslut/unreadable/v1",
        line,
        problem: why.code(),
        member,
        why: why_in_words,
    };
    Ok(out.json_line(&refused)?)
}

fn line_name(line: u64, out: &Out) -> String {
    out.words().with("cli-line", &[("line", &line.to_string())])
}
