//! `tilslut-cli verify`: what does this evidence prove? One file or ten thousand, on all cores, in
//! the order in which they were given.
//!
//! # Flow
//! [`found`] says which files there are and what each of them is; each is verified and put into
//! words by whichever core is free ([`told`], [`shown`]), and the results are written in order.

mod found;
mod json;
mod text;

use crate::arguments::{Allowed, Verify};
use crate::outcome::{Error, Outcome};
use crate::output::Out;
use domain::case::Level;
use domain::{Environment, Timestamp, encoding};
use evidence::{NotTrust, Reason, TrustAnchors, Verdict, anchors};
use found::{Content, Opened, Place};
use receipt::ShortProof;
use std::path::Path;
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
    allow: Option<Allowed>,
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
    let mut places = found::places(files, verify.lines)?;
    let first: Vec<Result<Place, Error>> = places.by_ref().take(2).collect();
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
        allow: verify.allow,
        words,
        code: verify.code.clone(),
        texts: out.texts().clone(),
        form,
    };
    let mut worst = Outcome::Fine;
    let mut places = first.into_iter().chain(places);
    let mut is_first = true;
    loop {
        let (batch, trouble) = batch(&mut places);
        if batch.is_empty() && trouble.is_none() {
            return Ok(worst);
        }
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

/// The next places, so many that all cores are busy and so few that memory does not fill; and what
/// stands in the way of more.
fn batch(places: &mut impl Iterator<Item = Result<Place, Error>>) -> (Vec<Place>, Option<Error>) {
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

fn trusted(path: &Path, out: &mut Out) -> Result<TrustAnchors, Error> {
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

fn done(place: &Place, asked: &Asked) -> Done {
    match found::look(place, asked.words.as_ref().map(|words| words.as_str())) {
        Ok(Opened { content: Content::Bundle(bundle), source }) => {
            let verdict = evidence::verify(&bundle, &asked.trust, asked.now);
            let paper = asked
                .code
                .as_ref()
                .map(|code| Paper { code, fits: is_of(code, &verdict, &bundle) });
            let enough = asked.is_enough(&verdict) && paper.as_ref().is_none_or(|paper| paper.fits);
            let outcome = if enough { Outcome::Fine } else { Outcome::Stops };
            let bytes = match asked.form {
                Form::Words => text::evidence(place, &verdict, paper.as_ref(), asked),
                Form::Json | Form::JsonLine => json::evidence(
                    place,
                    source,
                    &bundle,
                    &verdict,
                    paper.as_ref(),
                    outcome,
                    asked.form,
                ),
            };
            Done { bytes, outcome, trouble: None }
        }
        Ok(Opened { content: Content::HandOver { environment, handed_over }, .. }) => {
            let verdict = handed_over.verdict(&asked.trust, asked.now);
            let outcome = if verdict.as_ref().is_some_and(|verdict| asked.is_enough(verdict)) {
                Outcome::Fine
            } else {
                Outcome::Stops
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
        Err(why) => {
            let trouble =
                format!("{}: {}", text::name(place, &asked.texts), text::why(&why, &asked.texts));
            let bytes = if asked.form == Form::JsonLine {
                json::unreadable(place, &why, &asked.texts)
            } else {
                vec![]
            };
            Done { bytes, outcome: Outcome::Unreadable, trouble: Some(trouble) }
        }
    }
}

/// A short proof from paper, beside a file.
struct Paper<'a> {
    code: &'a ShortProof,
    /// The file is the evidence of the receipt that the code stands on.
    fits: bool,
}

/// The file is byte for byte the one of the receipt, and about the case and the code that the paper
/// names. The receipt's number is in no bundle, so it is told and not compared.
fn is_of(code: &ShortProof, verdict: &Verdict, bundle: &[u8]) -> bool {
    code.is_of(bundle)
        && verdict.request.as_ref().is_some_and(|request| {
            code.is_about(request.environment(), &request.case(), &request.control_code())
        })
}

impl Asked {
    fn is_enough(&self, verdict: &Verdict) -> bool {
        match verdict.level() {
            Some(Level::A | Level::B) => true,
            Some(Level::C) => self.allow == Some(Allowed::C),
            Some(Level::D) | None => false,
        }
    }

    /// True when live evidence could not be verified because nobody said whom to trust.
    fn lacks_trust(&self, verdict: &Verdict) -> bool {
        let live = verdict
            .request
            .as_ref()
            .is_some_and(|request| request.environment() == Environment::Live);
        self.untrusting
            && live
            && verdict.outcome == evidence::Outcome::Invalid(Reason::OtherEnvironment)
    }
}
