//! `tilslut-cli documents`: every document of a case that can be made from it, and why the others
//! cannot.

mod made;

use crate::arguments::Documents;
use crate::input::Input;
use crate::outcome::{Error, Outcome, say, say_left_out};
use crate::output::Out;
use crate::output_file;
use crate::proof;
use crate::words::Words;
use casefile::LIMIT;
use domain::Environment;
use made::Made;
pub use made::{Kind, Without};
use serde::Serialize;
use std::fs;

#[derive(Serialize)]
struct Report {
    r#type: &'static str,
    documents: Vec<Line>,
}

/// What became of one document.
#[derive(Serialize)]
struct Line {
    kind: Kind,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    without: Option<Without>,
}

/// Makes them and says of each what became of it.
pub fn make(asked: &Documents, out: &mut Out) -> Result<Outcome, Error> {
    let today = asked.today.moment();
    let words = out.words();
    let bytes = Input::open(&asked.case)?.document(LIMIT)?;
    let unreadable = |why: String| Error::Unreadable { path: asked.case.clone(), why };
    let refused = |why| unreadable(words.unreadable(&why, false));
    let mut written = casefile::Written::of(&bytes).map_err(refused)?;
    let file = written.read().map_err(refused)?;
    let environment = file.environment.map_or(Environment::Live, Environment::from);
    let progress = file.progress;
    let draft = file.into_draft(today.at);
    say_left_out(written.left_out(), &asked.case.display(), words);
    let proof = match &asked.evidence {
        Some(path) => Some(proof::read(path, &asked.trust, today.latest, words)?),
        None => None,
    };
    let facts = progress.facts(&draft);
    let papers = made::Case {
        environment,
        language: out.language,
        draft: &draft,
        facts,
        proof: proof.as_ref(),
        today,
    };

    fs::create_dir_all(&asked.out)
        .map_err(|error| Error::Unwritten { path: asked.out.clone(), why: words.system(&error) })?;
    let mut outcome = Outcome::Fine;
    let mut lines = Vec::new();
    for (kind, made) in made::every(&papers) {
        let line = match made {
            Made::Document { name, pdf } => {
                match output_file::write(&asked.out.join(&name), &pdf, asked.writing, words) {
                    Ok(()) => Line { kind, file: Some(name), without: None },
                    // The others are not worse for it.
                    Err(error) => {
                        say(&error);
                        outcome = Outcome::Unreadable;
                        Line { kind, file: None, without: Some(Without::NotWritten) }
                    }
                }
            }
            Made::Without(why) => Line { kind, file: None, without: Some(why) },
        };
        write(&line, out, words)?;
        lines.push(line);
    }
    if out.json {
        out.value(&Report { r#type: "tilslut/documents/v1", documents: lines })?;
    }
    Ok(outcome)
}

fn write(line: &Line, out: &mut Out, words: &Words) -> Result<(), Error> {
    match (&line.file, line.without) {
        (Some(name), _) if !out.json => out.line(format_args!("+ {name}"))?,
        (None, Some(why)) if !out.json => out.line(format_args!(
            "- {}: {}",
            words.meaning("cli-made", &line.kind),
            words.meaning("cli-without", &why)
        ))?,
        _ => {}
    }
    Ok(())
}
