//! `tilslut-cli organisation`: what a raw answer of the CVR service says, and what that means for
//! the connection.

use crate::arguments::Organisation as Asked;
use crate::input::Input;
use crate::outcome::{Error, Outcome};
use crate::output::{Out, plain};
use crate::rule_book::{self, Named, Sources, documents, listed};
use crate::words::{Word, Words, words};
use casefile::day::Day;
use casefile::organisation::OrganisationFile;
use casefile::words::ParticipantWord;
use domain::organisation::{
    Candidate, HeldRole, LeftOut, Organisation, Part, ParticipantKind, WhyLeftOut,
};
use domain::problem::Problem;
use domain::rules::{Automatic, Certainty, Consequence, Form, Standing, State, book};
use jiff::civil::Date;
use register::Error as Refused;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    r#type: &'static str,
    rules_as_of: Day,
    organisations: Vec<Shown<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<&'static str>,
}

/// One organisation, and what the rule book says of it.
#[derive(Serialize)]
struct Shown<'a> {
    /// As a case takes it.
    organisation: OrganisationFile<'a>,
    form: FormShown<'a>,
    state: Option<StateShown<'a>>,
    candidates: Vec<CandidateShown<'a>>,
    /// What of the answer was not kept.
    #[serde(rename = "leftOut", skip_serializing_if = "Vec::is_empty")]
    left_out: Vec<LeftOutShown>,
}

#[derive(Serialize)]
struct LeftOutShown {
    part: &'static str,
    why: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FormShown<'a> {
    code: u16,
    name: &'a str,
    representative: &'a str,
    automatic: &'static str,
    private_mitid: &'static str,
    documents: Vec<Named<'a>>,
    certainty: &'static str,
    source: Sources<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct StateShown<'a> {
    id: &'a str,
    name: &'a str,
    consequence: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    re_entry: Option<ReEntryShown<'a>>,
    certainty: &'static str,
    source: Sources<'a>,
}

#[derive(Serialize)]
struct ReEntryShown<'a> {
    by: &'a str,
    documents: Vec<Named<'a>>,
}

/// Why somebody is a candidate.
#[derive(Serialize)]
struct CandidateShown<'a> {
    name: &'a str,
    kind: ParticipantWord,
    worth: Worth,
    why: String,
}

/// What a candidate's best role is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Worth {
    /// The person is normally verified automatically.
    Automatic,
    /// The person may be management representative, with documents.
    ByDocuments,
    /// The person may conclude the agreement of an organisation that is being dissolved.
    ReEntry,
    /// The person cannot act as long as the organisation is what its state says.
    Blocked,
    /// The role represents nobody in this form of organisation.
    Nothing,
}

words! {
    Worth {
        Automatic = "automatic",
        ByDocuments = "by-documents",
        ReEntry = "re-entry",
        Blocked = "blocked",
        Nothing = "nothing",
    }
}

/// Shows every organisation of the answer.
pub fn show(asked: &Asked, out: &mut Out) -> Result<Outcome, Error> {
    let answer = Input::open(&asked.virk)?.document(register::ANSWER_MAX)?;
    let unreadable = |why: String| Error::Unreadable { path: asked.virk.clone(), why };
    let organisations = match register::read_any(&answer, asked.today.moment().at) {
        Ok(organisations) => organisations,
        Err(Refused::Unknown) => return nobody(out),
        Err(trouble) => {
            let (wrong, _) = out.problem(trouble.into());
            return Err(unreadable(wrong));
        }
    };
    let shown: Vec<Shown<'_>> =
        organisations.iter().map(|organisation| describe(organisation, out.words())).collect();
    if out.json {
        let rules_as_of = Day(rule_book::as_of());
        out.value(&Report {
            r#type: "tilslut/organisations/v1",
            rules_as_of,
            organisations: shown,
            problem: None,
        })?;
        return Ok(Outcome::Fine);
    }
    for (place, (organisation, shown)) in organisations.iter().zip(&shown).enumerate() {
        if place > 0 {
            out.line(format_args!(""))?;
        }
        in_words(organisation, shown, out)?;
    }
    Ok(Outcome::Fine)
}

/// The register answered, and knows nobody with the number.
fn nobody(out: &mut Out) -> Result<Outcome, Error> {
    let problem = Problem::CvrUnknown;
    if out.json {
        let rules_as_of = Day(rule_book::as_of());
        out.value(&Report {
            r#type: "tilslut/organisations/v1",
            rules_as_of,
            organisations: vec![],
            problem: Some(problem.code()),
        })?;
    } else {
        let (wrong, remedy) = out.problem(problem);
        out.line(format_args!("{wrong}.\n{remedy}"))?;
    }
    Ok(Outcome::Stops)
}

fn describe<'a>(organisation: &'a Organisation, words: &Words) -> Shown<'a> {
    let (form, state) = (
        book().forms.find(organisation.form_code),
        book().states.of(organisation.status, &organisation.status_text),
    );
    let language = words.language();
    Shown {
        organisation: OrganisationFile::of(organisation),
        form: FormShown {
            code: organisation.form_code,
            // CVR's own words count; two of its codes have been swapped in other lists (`domain.md`
            // §2.2).
            name: if organisation.form.is_empty() {
                form.name.read(language)
            } else {
                &organisation.form
            },
            representative: form.representative.read(language),
            automatic: form.automatic.word(),
            private_mitid: form.private_mitid.word(),
            documents: documents(&form.documents, language),
            certainty: form.certainty.word(),
            source: Sources(&form.source),
        },
        state: state.map(|state| StateShown {
            id: &state.id,
            name: state.name.read(language),
            consequence: state.consequence.word(),
            re_entry: state.re_entry.as_ref().map(|re_entry| ReEntryShown {
                by: re_entry.by.read(language),
                documents: documents(&re_entry.documents, language),
            }),
            certainty: state.certainty.word(),
            source: Sources(&state.source),
        }),
        candidates: organisation
            .candidates
            .iter()
            .map(|candidate| weighed(candidate, form, state, words))
            .collect(),
        left_out: organisation
            .left_out
            .iter()
            .map(|left| LeftOutShown { part: part(left.part), why: why_left_out(left.why) })
            .collect(),
    }
}

/// As the JSON names it.
const fn part(part: Part) -> &'static str {
    match part {
        Part::Name => "name",
        Part::Address => "address",
        Part::Form => "form",
        Part::Status => "status",
        Part::Participants => "participants",
        Part::SigningRule => "signingRule",
    }
}

/// The same.
const fn why_left_out(why: WhyLeftOut) -> &'static str {
    match why {
        WhyLeftOut::Unreadable => "unreadable",
        WhyLeftOut::PersonalNumber => "personalNumber",
    }
}

fn weighed<'a>(
    candidate: &'a Candidate,
    form: &Form,
    state: Option<&State>,
    words: &Words,
) -> CandidateShown<'a> {
    let again = state.and_then(|state| state.re_entry.as_ref());
    let re_enters = again.and_then(|again| candidate.roles.iter().find(|role| again.is_held(role)));
    let stays_out = state
        .is_some_and(|state| matches!(state.consequence, Consequence::Blocked | Consequence::Stop));
    let (worth, role) = match (re_enters, form.best(candidate)) {
        (Some(role), _) => (Worth::ReEntry, Some(role)),
        (None, best) if stays_out || form.automatic == Automatic::NotYet => {
            (Worth::Blocked, best.map(|(_, role)| role))
        }
        (None, Some((Standing::Automatic, role))) => (Worth::Automatic, Some(role)),
        (None, Some((Standing::ByDocuments, role))) => (Worth::ByDocuments, Some(role)),
        (None, Some((Standing::Nothing, role))) => (Worth::Nothing, Some(role)),
        (None, None) => (Worth::Nothing, None),
    };
    let why = role.map(|role| held_role(role, words)).unwrap_or_default();
    CandidateShown { name: &candidate.name, kind: candidate.kind.into(), worth, why }
}

/// A role in CVR's own words: "DIREKTØR, Direktion (LEDELSESORGAN), siden 2019-05-01".
fn held_role(role: &HeldRole, words: &Words) -> String {
    let body = if role.body.is_empty() { String::new() } else { format!(", {}", role.body) };
    let since = |day: Date| words.with("cli-candidate-since", &[("day", &day.to_string())]);
    let since = role.since.map(|day| format!(", {}", since(day))).unwrap_or_default();
    format!("{}{body} ({}){since}", role.function, role.relation)
}

fn in_words(organisation: &Organisation, shown: &Shown<'_>, out: &mut Out) -> std::io::Result<()> {
    let words = out.words();
    let form = book().forms.find(organisation.form_code);
    out.line(format_args!("{}  {}", organisation.cvr.in_pairs(), plain(&organisation.name)))?;
    for line in &organisation.address {
        out.line(format_args!("             {}", plain(line)))?;
    }
    out.line(format_args!(
        "\n{}: {} ({})",
        words.get("cli-organisation-form"),
        plain(shown.form.name),
        organisation.form_code
    ))?;
    // What no authority has said is told as what normally holds; that there is nobody yet needs no
    // such word.
    let representative = shown.form.representative;
    let who = if form.certainty == Certainty::Official || form.automatic == Automatic::NotYet {
        representative.to_owned()
    } else {
        words.with("cli-organisation-normally", &[("who", representative)])
    };
    out.line(format_args!("  {}: {who}", words.get("cli-organisation-representative")))?;
    out.line(format_args!(
        "  {}: {}",
        words.get("cli-organisation-automatic"),
        words.meaning("cli-automatic", &form.automatic)
    ))?;
    out.line(format_args!(
        "  {}: {}",
        words.get("cli-organisation-private-mitid"),
        words.meaning("cli-private-mitid", &form.private_mitid)
    ))?;
    if !shown.form.documents.is_empty() {
        out.line(format_args!(
            "  {}: {}",
            words.get("cli-organisation-documents"),
            listed(&shown.form.documents)
        ))?;
    }
    if let Some(state) = book().states.of(organisation.status, &organisation.status_text) {
        let told = organisation.status_text(words.language());
        let text = if told.is_empty() { "–" } else { &told };
        out.line(format_args!(
            "{}: {} ({})",
            words.get("cli-organisation-state"),
            plain(text),
            state.name.read(words.language())
        ))?;
        out.line(format_args!("  {}", words.meaning("cli-consequence", &state.consequence)))?;
        if let Some(again) = &state.re_entry {
            let by = again.by.read(words.language());
            out.line(format_args!(
                "  {}: {by} ({})",
                words.get("cli-organisation-re-entry"),
                listed(&documents(&again.documents, words.language()))
            ))?;
        }
    }
    if let Some(rule) = &organisation.signing_rule {
        out.line(format_args!("{}: {}", words.get("cli-organisation-signing-rule"), plain(rule)))?;
    }
    let heading = match organisation.origins.candidates {
        _ if !shown.candidates.is_empty() => "cli-candidates",
        Some(_) => "cli-candidates-none",
        None => "cli-candidates-unknown",
    };
    out.line(format_args!("\n{}", words.get(heading)))?;
    for (candidate, shown) in organisation.candidates.iter().zip(&shown.candidates) {
        let name = if candidate.is_named() {
            plain(&candidate.name)
        } else {
            words.get("cli-candidate-not-named")
        };
        out.line(format_args!("  {name}: {}", words.meaning("cli-worth", &shown.worth)))?;
        out.line(format_args!("    {}", plain(&shown.why)))?;
        match candidate.kind {
            ParticipantKind::Person => {}
            ParticipantKind::PersonWithoutCpr => {
                out.line(format_args!("    {}", words.get("cli-candidate-person-without-cpr")))?
            }
            ParticipantKind::Organisation => {
                out.line(format_args!("    {}", words.get("cli-candidate-organisation")))?
            }
            ParticipantKind::Unknown if candidate.is_named() => {
                out.line(format_args!("    {}", words.get("cli-candidate-unknown")))?
            }
            ParticipantKind::Unknown => {}
        }
    }
    for left in &organisation.left_out {
        out.line(format_args!("{}", left_out(*left, words)))?;
    }
    Ok(())
}

/// What of a register's answer was not kept.
fn left_out(left: LeftOut, words: &Words) -> String {
    let part = words.get(match left.part {
        Part::Name => "cli-part-name",
        Part::Address => "cli-part-address",
        Part::Form => "cli-part-form",
        Part::Status => "cli-part-status",
        Part::Participants => "cli-part-participants",
        Part::SigningRule => "cli-part-signing-rule",
    });
    let key = match left.why {
        WhyLeftOut::Unreadable => "cli-left-out-unreadable",
        WhyLeftOut::PersonalNumber => "cli-left-out-personal-number",
    };
    words.with(key, &[("part", &part)])
}
