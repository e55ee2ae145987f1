//! `tilslut-cli verify`: what does this evidence prove? One file or ten thousand, on all cores, in
//! the order in which they were given.
//!
//! # Flow
//! [`found`] says which files there are; what each of them is and proves is for the one
//! verification to say, which the window uses too (`receipt::verification`). Whichever core is free
//! does that and puts it into words ([`text`]) or codes ([`json`]), and the results are written in
//! order.

mod found;
mod json;
mod record;
mod text;

use crate::arguments::{Allowed, Verify};
use crate::folder::Folder;
use crate::outcome::{Error, Outcome};
use crate::output::{Out, plain};
use domain::verification::{Conclusion, Pages, Refused};
use domain::{Timestamp, encoding};
use evidence::{NotTrust, TrustAnchors, Verdict, anchors};
use found::{Opened, Source};
use receipt::ShortProof;
use receipt::verification::{Judged, Trust, Verified, VerifiedRecord};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use texts::Texts;
use zeroize::Zeroizing;

/// So many are verified before the first of them is written, so that memory does not grow with
/// their number.
const BATCH: usize = 1024;

/// And no more once they hold so many bytes.
const BATCH_BYTES: usize = 32 << 20;

/// A trust file is a page or two.
const TRUST_LIMIT: usize = 1 << 20;

/// What every verification needs.
struct Asked {
    trust: TrustAnchors,
    /// Only the practice broker is known, because no trust file was named.
    untrusting: bool,
    now: Timestamp,
    allow: Vec<Allowed>,
    evidence_only: bool,
    /// The DNS may be asked for the keys that records carry.
    ask: bool,
    words: Option<Zeroizing<String>>,
    /// What stands on paper.
    code: Option<ShortProof>,
    texts: Texts,
    form: Form,
}

/// How a result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Words,
    /// The only one: laid out for people.
    Json,
    /// One of several: on a line of its own.
    JsonLine,
}

/// What came of one place.
struct Done {
    bytes: Vec<u8>,
    outcome: Outcome,
    /// What is wrong with it as input, for stderr.
    trouble: Option<String>,
}

/// Verifies everything.
pub fn verify(verify: &Verify, out: &mut Out) -> Result<Outcome, Error> {
    let files = verify.bundle.as_ref().map_or(verify.files.as_slice(), std::slice::from_ref);
    let code = match verify.code.as_deref().map(ShortProof::parse).transpose() {
        Ok(code) => code,
        Err(why) => {
            let (wrong, remedy) = out.problem(why.problem());
            return Err(Error::Typed(format!("--code: {wrong}. {remedy}")));
        }
    };
    let mut places = found::places(files, verify.lines, verify.recursive)?;
    let folders = std::mem::take(&mut places.folders);
    let first: Vec<Result<Source, Error>> = places.by_ref().take(2).collect();
    let form = match (out.json, first.len() > 1 || verify.lines) {
        (false, _) => Form::Words,
        (true, false) => Form::Json,
        (true, true) => Form::JsonLine,
    };
    let trust = verify.trust.as_deref().map(|path| trusted(path, out)).transpose()?;
    let words = verify.words_file.as_deref().map(found::words).transpose()?;
    let asked = Asked {
        untrusting: trust.is_none(),
        trust: trust.unwrap_or_else(anchors::practice),
        now: verify.at.unwrap_or_else(Timestamp::now),
        allow: verify.allow.clone(),
        ask: verify.ask,
        words,
        evidence_only: verify.evidence_only,
        code,
        texts: out.texts().clone(),
        form,
    };
    let mut worst = Outcome::Fine;
    let mut places = first.into_iter().chain(places);
    let (mut is_first, mut read) = (true, 0);
    loop {
        let (batch, trouble) = batch(&mut places);
        if batch.is_empty() && trouble.is_none() {
            let nothing = read == 0 && (verify.lines || !folders.is_empty());
            summary(&folders, read, nothing, &asked, out)?;
            return Ok(if nothing { Outcome::Unreadable } else { worst });
        }
        read += batch.len();
        for done in on_all_cores(&batch, |place| done(place, &asked)) {
            if form == Form::Words && !done.bytes.is_empty() {
                if !is_first {
                    out.bytes(b"\n")?;
                }
                is_first = false;
            }
            out.bytes(&done.bytes)?;
            if let Some(trouble) = done.trouble {
                crate::outcome::say(&trouble);
            }
            worst = worst.max(done.outcome);
        }
        out.flush()?;
        // What stands before it is answered.
        if let Some(trouble) = trouble {
            return Err(trouble);
        }
    }
}

/// How many were read, and what of the folders was not. What was not asked for in JSON is no
/// result, so it goes where what is wrong with the input goes.
fn summary(
    folders: &[(PathBuf, Folder)],
    read: usize,
    nothing: bool,
    asked: &Asked,
    out: &mut Out,
) -> Result<(), Error> {
    let texts = &asked.texts;
    let mut lines = Vec::new();
    for (path, folder) in folders {
        lines.extend(unread_lines(&path.to_string_lossy(), folder, "verify", texts));
    }
    if nothing && folders.is_empty() {
        lines.push(texts.get("evidence-nothing-read"));
    }
    if asked.form == Form::Words && !nothing {
        if !folders.is_empty() {
            out.line(format_args!("\n{}", texts.count("evidence-read", read)))?;
        }
        for line in lines {
            out.line(format_args!("{line}"))?;
        }
    } else {
        lines.iter().for_each(crate::outcome::say);
    }
    Ok(())
}

/// What of a folder was not read.
pub fn unread_lines(name: &str, folder: &Folder, command: &str, texts: &Texts) -> Vec<String> {
    let mut lines = Vec::new();
    let name = plain(name);
    if folder.files.is_empty() {
        lines.push(texts.with(&format!("evidence-folder-empty-{command}"), &[("folder", &name)]));
    }
    let count = |key: &str, count: usize| (count > 0).then(|| texts.count(key, count));
    let rest =
        [count("evidence-other-files", folder.others), count("evidence-deeper", folder.deeper)];
    lines.extend(rest.into_iter().flatten().map(|said| format!("{name}: {said}")));
    lines
}

/// The next places, so many that all cores are busy and so few that memory does not fill; and what
/// stands in the way of more.
fn batch(places: &mut impl Iterator<Item = Result<Source, Error>>) -> (Vec<Source>, Option<Error>) {
    let (mut batch, mut held) = (Vec::new(), 0);
    while batch.len() < BATCH && held < BATCH_BYTES {
        match places.next() {
            Some(Ok(place)) => {
                held += place.held();
                batch.push(place);
            }
            Some(Err(trouble)) => return (batch, Some(trouble)),
            None => break,
        }
    }
    (batch, None)
}

/// What becomes of each, in their order: every core takes the next one as soon as it is free.
fn on_all_cores<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from).min(all.len());
    let next = AtomicUsize::new(0);
    let finished = Mutex::new(Vec::with_capacity(all.len()));
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = all.get(number) else { return };
                    let result = work(item);
                    finished
                        .lock()
                        .unwrap_or_else(std::sync::PoisonError::into_inner)
                        .push((number, result));
                }
            });
        }
    });
    let mut finished = finished.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    finished.sort_unstable_by_key(|(number, _)| *number);
    finished.into_iter().map(|(_, result)| result).collect()
}

/// Reads a trust file.
pub fn trusted(path: &Path, out: &mut Out) -> Result<TrustAnchors, Error> {
    let bytes = crate::input::Input::open(path)?.document(TRUST_LIMIT)?;
    let text = encoding::text(&bytes).map_err(|why| Error::Unreadable {
        path: path.to_owned(),
        why: out.words().not_text(why).to_owned(),
    })?;
    TrustAnchors::from_toml(&text).map_err(|wrong| {
        let why = match wrong {
            NotTrust::Unreadable { line } => {
                out.texts().with("evidence-trust-line", &[("line", &line.to_string())])
            }
            NotTrust::Fields { missing, unusable } => {
                let fields: Vec<String> = missing.into_iter().chain(unusable).collect();
                out.texts().with("evidence-trust-fields", &[("fields", &fields.join(", "))])
            }
        };
        Error::Unreadable { path: path.to_owned(), why }
    })
}

fn done(place: &Source, asked: &Asked) -> Done {
    match found::read_source(place, asked.words.as_ref().map(|words| words.as_str())) {
        Ok(Opened::Evidence(content)) => {
            let trust = asked.trust();
            let verified = match receipt::verification::verify(content, &trust, asked.now) {
                Some(Judged::Evidence(verified)) => *verified,
                Some(Judged::Record(verified)) => return of_record(place, *verified, asked),
                None => return unverified(place, &found::NotFound::HandOverClosed, asked),
            };
            let paper = asked.code.as_ref().map(|code| Paper { code, fits: verified.fits(code) });
            let paper_fits = paper.as_ref().is_none_or(|paper| paper.fits);
            let outcome = asked.outcome(&verified);
            let outcome = if paper_fits { outcome } else { outcome.max(Outcome::Stops) };
            let bytes = match asked.form {
                Form::Words => text::evidence(place, &verified, paper.as_ref(), asked),
                Form::Json | Form::JsonLine => {
                    json::evidence(place, &verified, paper.as_ref(), outcome, asked.form)
                }
            };
            Done { bytes, outcome, trouble: None }
        }
        Ok(Opened::HandOver { environment, handed_over }) => {
            let verdict = handed_over.verdict(&asked.trust, asked.now);
            let outcome = match &verdict {
                Some(verdict) => asked.of_evidence(login_conclusion(verdict, asked)),
                None => Outcome::Stops,
            };
            let bytes = match asked.form {
                Form::Words => {
                    text::hand_over(place, environment, &handed_over, verdict.as_ref(), asked)
                }
                Form::Json | Form::JsonLine => {
                    let login = verdict.as_ref().map(|verdict| (verdict, outcome));
                    json::hand_over(place, environment, &handed_over, login, asked.form)
                }
            };
            Done { bytes, outcome, trouble: None }
        }
        Err(why) => unverified(place, &why, asked),
    }
}

fn of_record(place: &Source, mut verified: VerifiedRecord, asked: &Asked) -> Done {
    if asked.ask {
        record::ask(&mut verified);
    }
    // The code on a receipt is none of a record's.
    let outcome = record::outcome(&verified, asked);
    let outcome = if asked.code.is_some() { outcome.max(Outcome::Stops) } else { outcome };
    let bytes = match asked.form {
        Form::Words => record::words(place, &verified, asked),
        Form::Json | Form::JsonLine => record::codes(place, &verified, outcome, asked.form),
    };
    Done { bytes, outcome, trouble: None }
}

fn unverified(place: &Source, why: &found::NotFound, asked: &Asked) -> Done {
    let trouble = format!("{}: {}", text::name(place, &asked.texts), text::why(why, &asked.texts));
    let bytes = if asked.form == Form::JsonLine {
        json::unreadable(place, why, &asked.texts)
    } else {
        vec![]
    };
    Done { bytes, outcome: Outcome::Unreadable, trouble: Some(trouble) }
}

/// Why nothing in a file can be verified, and what to ask for.
pub fn refused(why: Refused, texts: &Texts) -> String {
    ["", "-text"].map(|end| texts.get(&format!("refused-{}{end}", why.code()))).join(" ")
}

/// What the login of a hand-over file comes to.
fn login_conclusion(verdict: &Verdict, asked: &Asked) -> Conclusion {
    receipt::verification::conclusion(verdict, !asked.untrusting)
}

/// A short proof from paper, beside a file.
struct Paper<'a> {
    code: &'a ShortProof,
    /// The file is the evidence of the receipt that the code stands on.
    fits: bool,
}

impl Asked {
    fn trust(&self) -> Trust<'_> {
        Trust {
            anchors: &self.trust,
            is_named: !self.untrusting,
            practice_too: false,
            known: &|_| Vec::new(),
            is_case_file: &casefile::is_approved,
        }
    }

    /// Both answers count, unless only the first was asked for.
    fn outcome(&self, verified: &Verified) -> Outcome {
        let of_pages = match verified.pages {
            _ if self.evidence_only => Outcome::Fine,
            None | Some(Pages::AsMade | Pages::ReSaved) => Outcome::Fine,
            Some(Pages::CannotJudge(_)) => Outcome::CannotJudge,
            Some(Pages::Changed) => Outcome::Stops,
        };
        self.of_evidence(verified.conclusion).max(of_pages)
    }

    fn of_evidence(&self, conclusion: Conclusion) -> Outcome {
        match conclusion {
            Conclusion::Genuine => Outcome::Fine,
            Conclusion::TextNotProven if self.allow.contains(&Allowed::C) => Outcome::Fine,
            Conclusion::OwnRecord if self.allow.contains(&Allowed::OwnRecord) => Outcome::Fine,
            Conclusion::CannotJudge => Outcome::CannotJudge,
            Conclusion::TextNotProven
            | Conclusion::OwnRecord
            | Conclusion::NotAnchored
            | Conclusion::Changed
            | Conclusion::NotProven
            | Conclusion::OtherEnvironment
            | Conclusion::NotOurs
            | Conclusion::Sealed => Outcome::Stops,
        }
    }
}
