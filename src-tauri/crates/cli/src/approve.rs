//! `tilslut-cli approve`: the whole approval without the window, by the code that the app uses: a
//! whole case becomes a request, a login commits to it, and the evidence is verified before it is
//! written.

use crate::arguments::Approve;
use crate::broker::{SystemBrowser, SystemClock, runtime, text, unreadable_at};
use crate::input::Input;
use crate::outcome::{Error, Outcome, say, say_left_out};
use crate::output::{Out, plain};
use crate::output_file::Destination;
use casefile::words::EnvironmentWord;
use domain::Environment;
use domain::approver::LoginName;
use domain::case::CaseId;
use domain::connection::Connection;
use domain::cpr::looks_like_cpr;
use domain::draft::{Draft, Role};
use domain::keys::BrokerKey;
use domain::problem::{FieldProblem, Problem};
use domain::profile::ProfileIncomplete;
use domain::terms::is_opened_at;
use evidence::{ApprovalRequest, Commitment};
use identity::{Approval, BrokerProfile, Client, Credential, Progress, approve as log_in};
use practice::Practice;
use serde::Serialize;
use std::future::pending;
use std::io;
use std::path::Path;
use std::pin::pin;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::sync::mpsc;

/// What is said before the login.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Begun<'a> {
    r#type: &'static str,
    control_code: String,
    reference_text: &'a str,
}

/// Where the person goes.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Waiting<'a> {
    r#type: &'static str,
    link: &'a str,
    until: String,
}

/// How it ended.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Ended<'a> {
    r#type: &'static str,
    approved: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approver: Option<&'a str>,
    /// How many seconds the broker's clock was ahead of the computer's.
    #[serde(skip_serializing_if = "Option::is_none")]
    clock_offset: Option<i64>,
    problems: Vec<Wrong>,
}

/// Why it was not approved.
#[derive(Serialize)]
struct Wrong {
    #[serde(skip_serializing_if = "String::is_empty")]
    field: String,
    problem: &'static str,
    wrong: String,
    remedy: String,
}

/// Leads the approval, and writes the evidence.
pub fn approve(asked: &Approve, out: &mut Out) -> Result<Outcome, Error> {
    let file = Destination::of(&asked.out, asked.force)?;
    let runtime = runtime()?;
    let world = World::of(asked, &runtime, out)?;
    let draft = match case(asked, &world, out)? {
        Ok(draft) => draft,
        Err(problem) => return refused(vec![FieldProblem::at("", problem)], out),
    };
    let connection = match Connection::parse(&draft, asked.today.moment().day) {
        Ok(connection) => connection,
        Err(problems) => return refused(problems, out),
    };
    // What a file says was opened counts where it is the text of this environment, as in the
    // window.
    let official = connection.terms.official.as_ref();
    if !official.is_some_and(|text| is_opened_at(&text.address, world.profile.environment)) {
        return refused(vec![FieldProblem::at("terms.opened", Problem::TermsNotOpened)], out);
    }
    let request = ApprovalRequest::of(&connection, world.profile.environment, &CaseId(fresh()?));
    announce(&request, out)?;
    let Ok(commitment) = Commitment::generate(request) else {
        return refused(vec![FieldProblem::at("", Problem::EvidenceInvalid)], out);
    };
    match runtime.block_on(login(asked, &world, commitment, out)) {
        Ok(approval) => {
            file.write(&approval.bundle)?;
            approved(asked, &approval, out)
        }
        Err(error) => {
            // What no text of the catalogue has: the ports that were tried.
            say(&error);
            refused(vec![FieldProblem::at("", error.into())], out)
        }
    }
}

async fn login(
    asked: &Approve,
    world: &World,
    commitment: Commitment,
    out: &mut Out,
) -> Result<Approval, identity::Error> {
    let client = Client { profile: &world.profile, credential: world.credential.as_ref() };
    let browser = SystemBrowser { asked: !asked.print_url };
    let language = out.language;
    let (sender, mut heard) = mpsc::unbounded_channel();
    let on_progress = move |progress: Progress| sender.send(progress).unwrap_or_default();
    let cancelled = async {
        if tokio::signal::ctrl_c().await.is_err() {
            pending::<()>().await;
        }
    };
    let login = log_in(
        client,
        commitment,
        language,
        &SystemClock,
        &browser,
        on_progress,
        cancelled,
        Duration::from_secs(asked.wait),
    );
    let mut login = pin!(login);
    // Any page can knock at the port as often as it likes: it is told of once.
    let mut is_other_told = false;
    loop {
        tokio::select! {
            biased;
            Some(progress) = heard.recv() => match progress {
                Progress::ClockOff(off) => {
                    clock_off(off.offset, out);
                    if !asked.anyway {
                        return Err(identity::Error::Cancelled);
                    }
                    off.go_on.anyway();
                }
                Progress::Https => {
                    say(&out.words().get("cli-approve-https"));
                }
                // A link that cannot be printed can still be opened by the browser, and the wait
                // ends by itself.
                Progress::Waiting(waiting) => show_waiting(&waiting, out).unwrap_or_default(),
                Progress::OtherAnswer => {
                    if !std::mem::replace(&mut is_other_told, true) {
                        say(&out.words().get("cli-approve-other-answer"));
                    }
                }
            },
            ended = &mut login => return ended,
        }
    }
}

/// The computer's clock is wrong: by how much, and how to go on.
fn clock_off(offset: i64, out: &Out) {
    let texts = out.texts();
    let key = if offset > 0 { "clock-is-behind" } else { "clock-is-ahead" };
    say(&texts.with(key, &[("difference", &texts.duration(offset.unsigned_abs()))]));
    say(&texts.get("cli-approve-set-clock"));
}

fn show_waiting(waiting: &identity::Waiting, out: &mut Out) -> io::Result<()> {
    if out.json {
        out.json_line(&Waiting {
            r#type: "tilslut/waiting/v1",
            link: &waiting.link,
            until: waiting.until.to_string(),
        })?;
    } else if waiting.browser_failed {
        out.line(format_args!("{}", out.words().get("cli-approve-open-address")))?;
        out.line(format_args!("{}", waiting.link))?;
    } else {
        let host = plain(&waiting.host);
        let opened = out.words().with("cli-approve-browser-opened", &[("host", &host)]);
        out.line(format_args!("{opened}"))?;
    }
    out.flush()
}

/// Where the person logs in.
struct World {
    profile: BrokerProfile,
    credential: Option<Credential>,
    // Kept alive: dropping it stops the pretended broker.
    _practice: Option<Practice>,
}

impl World {
    fn of(asked: &Approve, runtime: &Runtime, out: &mut Out) -> Result<Self, Error> {
        let Some(path) = &asked.profile else {
            let practice = runtime.block_on(Practice::start())?;
            return Ok(Self {
                profile: BrokerProfile::practice(practice.issuer()),
                credential: None,
                _practice: Some(practice),
            });
        };
        let words = out.words();
        let profile = BrokerProfile::read(&text(path, words)?).map_err(|why| match why {
            ProfileIncomplete::Unreadable { line } => unreadable_at(path, line, words),
            ProfileIncomplete::Fields { missing, unusable } => {
                let fields = [missing, unusable].concat().join(", ");
                Error::Unreadable {
                    path: path.clone(),
                    why: words.with("cli-profile-incomplete", &[("fields", &fields)]),
                }
            }
        })?;
        if asked.credential.is_none() && profile.required_key().is_some() {
            return Err(Error::Usage(
                "the profile asks for a client secret or a private key: give it with --credential"
                    .into(),
            ));
        }
        let credential =
            asked.credential.as_deref().map(|file| credential(file, &profile, out)).transpose()?;
        Ok(Self { profile, credential, _practice: None })
    }
}

/// A secret or a key, as the profile asks for it. What was read is not repeated.
fn credential(path: &Path, profile: &BrokerProfile, out: &Out) -> Result<Credential, Error> {
    let words = out.words();
    let text = text(path, words)?;
    if profile.required_key() == Some(BrokerKey::Secret) {
        return Ok(Credential::secret(text.trim_end().to_owned()));
    }
    Credential::key(&text, None).map_err(|_| Error::Unreadable {
        path: path.to_owned(),
        why: words.get("cli-approve-not-a-key"),
    })
}

/// The case as it was read, unless it may not be approved here at all.
fn case(asked: &Approve, world: &World, out: &Out) -> Result<Result<Draft, Problem>, Error> {
    let bytes = Input::open(&asked.case)?.document(casefile::LIMIT)?;
    let unreadable = |why| Error::Unreadable {
        path: asked.case.clone(),
        why: out.words().unreadable(&why, false),
    };
    let mut written = casefile::Written::of(&bytes).map_err(unreadable)?;
    let file = written.read().map_err(unreadable)?;
    let ours = match file.environment {
        None => true,
        Some(EnvironmentWord::Practice) => world.profile.environment == Environment::Practice,
        Some(EnvironmentWord::Live) => world.profile.environment == Environment::Live,
    };
    if !ours {
        return Err(Error::Usage(
            "the case belongs to the other environment than the profile (practice, live)".into(),
        ));
    }
    let draft = file.into_draft(asked.today.moment().at);
    say_left_out(written.left_out(), &asked.case.display(), out.words());
    // A reporter prepares; only the representative can approve.
    Ok(if draft.role == Some(Role::Reporter) { Err(Problem::NotAllowedHere) } else { Ok(draft) })
}

/// The control code and the text, before anything is opened.
fn announce(request: &ApprovalRequest, out: &mut Out) -> Result<(), Error> {
    let (code, text) = (request.control_code().to_string(), request.reference_text());
    if out.json {
        out.json_line(&Begun {
            r#type: "tilslut/approving/v1",
            control_code: code,
            reference_text: &text,
        })?;
    } else {
        let words = out.words();
        let (code, text) = (
            words.with("cli-approve-code", &[("code", &code)]),
            words.with("cli-approve-text", &[("text", &text)]),
        );
        out.line(format_args!("{code}\n{text}\n{}", words.get("cli-approve-refuse")))?;
    }
    Ok(out.flush()?)
}

fn approved(asked: &Approve, approval: &Approval, out: &mut Out) -> Result<Outcome, Error> {
    let level = approval.verdict.level().map(|level| format!("{level:?}"));
    let (approver, clock_offset) =
        (approval.verdict.approver.as_deref(), approval.verdict.clock_offset);
    if out.json {
        out.json_line(&Ended {
            r#type: "tilslut/approval/v1",
            approved: true,
            level,
            approver,
            clock_offset,
            problems: vec![],
        })?;
    } else {
        let words = out.words();
        let level = level.unwrap_or_default();
        let nameless = |why: &str| {
            words.with("cli-approve-approved", &[("why", &words.get(why)), ("level", &level)])
        };
        let approved = match approval.verdict.login_name() {
            LoginName::Given(name) => {
                words.with("cli-approve-approved-by", &[("name", &plain(&name)), ("level", &level)])
            }
            LoginName::Protected => nameless("login-name-protected"),
            LoginName::NotGiven => nameless("login-name-not-given"),
        };
        let file = asked.out.display().to_string();
        let written = words.with("cli-approve-written", &[("file", &file)]);
        out.line(format_args!("{approved}\n{written}"))?;
    }
    Ok(Outcome::Fine)
}

/// Everything that keeps it from being approved.
fn refused(problems: Vec<FieldProblem>, out: &mut Out) -> Result<Outcome, Error> {
    let field = |field: String| match field.as_str() {
        "cvr" => "organisation.cvr".to_owned(),
        "terms.opened" => "terms.officialText".to_owned(),
        other if looks_like_cpr(other) => String::new(),
        _ => field,
    };
    let mut wrongs = Vec::new();
    for FieldProblem { field: place, problem } in problems {
        let (wrong, remedy) = out.problem(problem);
        wrongs.push(Wrong { field: field(place), problem: problem.code(), wrong, remedy });
    }
    if out.json {
        out.json_line(&Ended {
            r#type: "tilslut/approval/v1",
            approved: false,
            level: None,
            approver: None,
            clock_offset: None,
            problems: wrongs,
        })?;
        return Ok(Outcome::Stops);
    }
    out.line(format_args!("{}", out.words().get("cli-approve-not-approved")))?;
    for Wrong { field, problem, wrong, remedy } in wrongs {
        let place = if field.is_empty() { String::new() } else { format!("{field}: ") };
        out.line(format_args!("  - {place}{wrong}"))?;
        out.line(format_args!("    {remedy}"))?;
        out.line(format_args!("    [{problem}]"))?;
    }
    Ok(Outcome::Stops)
}

/// 128 random bits: a case in a file has no id of its own.
fn fresh() -> Result<String, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(io::Error::from)?;
    Ok(base16ct::lower::encode_string(&bytes))
}
