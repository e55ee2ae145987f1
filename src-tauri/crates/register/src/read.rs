//! From the register's answer to an [`Organisation`]: what holds now, and who may represent it.
//!
//! Periods are measured in Danish days. What decides who this is (number, name, form) must be there; everything else may
//! be missing or odd, and then the organisation's [`Origins`] say that it was not told.

use crate::Trouble;
use crate::address::Parts;
use crate::answer::{Address, Answer, Company, Dated, Form, Hits, Metadata, current, latest};
use crate::candidates::candidates;
use crate::odd::{List, One, Scalar, Text};
use crate::text::{clean, plain, postal_code};
use domain::cvr::CvrNumber;
use domain::organisation::{Organisation, Origins, Source, Status};
use domain::{Timestamp, day_in_denmark};
use jiff::civil::Date;

/// The most that is read of an answer, in bytes. A company with hundreds of participants is a few hundred kilobytes.
pub const ANSWER_MAX: usize = 5 * 1024 * 1024;

/// Reads the answer to a search for `cvr`. Pure; any bytes are read without a panic.
///
/// An answer about another number, without a name, without a form or larger than [`ANSWER_MAX`] is [`Trouble::Nonsense`];
/// an empty answer is [`Trouble::Unknown`], unless the register says that it did not search everywhere.
pub fn read(answer: &[u8], cvr: CvrNumber, now: Timestamp) -> Result<Organisation, Trouble> {
    read_as(Source::Virk, answer, cvr, now)
}

/// As [`read()`], from a register that answers in the same shape.
pub(crate) fn read_as(source: Source, answer: &[u8], cvr: CvrNumber, now: Timestamp) -> Result<Organisation, Trouble> {
    let answer = parse::<Answer<'_>>(answer)?;
    let asked = |company: &&Company<'_>| number(company) == Some(cvr);
    let company = companies(&answer)?.into_iter().find(asked).ok_or(Trouble::Nonsense)?;
    organisation(company, source, now).ok_or(Trouble::Nonsense)
}

/// Reads every organisation of a raw answer whose number is not known beforehand: the envelope of a search with any number
/// of hits or its inner `hits`, one hit, the source of a hit, the bare organisation, or a list of any one of these three.
/// Pure; any bytes are read without a panic.
///
/// One organisation that cannot be read makes the whole [`Trouble::Nonsense`], so that none is missing unnoticed. So does a
/// list of whole answers, of which nobody can say which was meant.
pub fn read_any(bytes: &[u8], now: Timestamp) -> Result<Vec<Organisation>, Trouble> {
    // Files saved on Windows begin with a byte order mark.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let read = |company: &Company<'_>| organisation(company, Source::Virk, now).ok_or(Trouble::Nonsense);
    if begins_with(bytes, b'[') {
        return read_list(bytes, read);
    }
    let answer = parse::<Answer<'_>>(bytes)?;
    if let Some(company) = one(&answer) {
        return Ok(vec![read(company)?]);
    }
    if answer.hits.get().is_some() {
        return companies(&answer)?.into_iter().map(read).collect();
    }
    if let Ok(organisation) = read(&parse::<Company<'_>>(bytes)?) {
        return Ok(vec![organisation]);
    }
    let inner = Answer { hits: One::of(parse::<Hits<'_>>(bytes)?), ..Answer::default() };
    companies(&inner)?.into_iter().map(read).collect()
}

/// Reads a list of hits, of their sources or of bare organisations. An empty one does not say that the register was asked.
fn read_list(bytes: &[u8], read: impl Fn(&Company<'_>) -> Result<Organisation, Trouble>) -> Result<Vec<Organisation>, Trouble> {
    let hits = whole::<Answer<'_>>(bytes)?;
    if hits.iter().any(|hit| hit.source.get().is_some() || hit.company.get().is_some()) {
        return hits.iter().map(|hit| read(one(hit).ok_or(Trouble::Nonsense)?)).collect();
    }
    whole::<Company<'_>>(bytes)?.iter().map(read).collect()
}

/// The organisation of a hit, or of the source of one.
fn one<'b, 'a>(hit: &'b Answer<'a>) -> Option<&'b Company<'a>> {
    hit.company.get().or_else(|| hit.source.get()?.company.get())
}

/// A list that has something in it, and only objects.
fn whole<'a, T: serde::Deserialize<'a>>(bytes: &'a [u8]) -> Result<List<T>, Trouble> {
    let list: List<T> = json(bytes)?;
    if list.is_whole() && list.iter().len() > 0 { Ok(list) } else { Err(Trouble::Nonsense) }
}

/// Reads an object of JSON that is not larger than an answer may be.
pub(crate) fn parse<'a, T: serde::Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, Trouble> {
    // A list would be taken for the members of an object in their order.
    if begins_with(bytes, b'{') { json(bytes) } else { Err(Trouble::Nonsense) }
}

fn json<'a, T: serde::Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, Trouble> {
    if bytes.len() > ANSWER_MAX {
        return Err(Trouble::Nonsense);
    }
    serde_json::from_slice(bytes).map_err(|_| Trouble::Nonsense)
}

fn begins_with(bytes: &[u8], bracket: u8) -> bool {
    bytes.trim_ascii_start().first() == Some(&bracket)
}

/// The organisations of an envelope; at least one.
fn companies<'b, 'a>(answer: &'b Answer<'a>) -> Result<Vec<&'b Company<'a>>, Trouble> {
    let hits = hits(answer)?;
    hits.iter().map(|hit| hit.source.get().and_then(|source| source.company.get()).ok_or(Trouble::Nonsense)).collect()
}

/// The hits of an envelope; at least one, and the register must have searched everywhere when there is none.
pub(crate) fn hits<'b, 'a>(answer: &'b Answer<'a>) -> Result<Vec<&'b crate::answer::Hit<'a>>, Trouble> {
    let hits = answer.hits.get().map(|hits| &hits.hits).filter(|hits| hits.is_whole()).ok_or(Trouble::Nonsense)?;
    let failed = answer.shards.get().and_then(|shards| shards.failed.number()).is_some_and(|failed| failed > 0);
    let partial = failed || matches!(answer.timed_out, Scalar::Flag(true));
    match hits.iter().len() {
        0 if partial => Err(Trouble::Down),
        0 => Err(Trouble::Unknown),
        _ => Ok(hits.iter().collect()),
    }
}

/// The organisation's own number. It comes as a number; whoever passes an answer on may have made a text of its eight digits.
pub(crate) fn number(company: &Company<'_>) -> Option<CvrNumber> {
    match &company.cvr_nummer {
        Scalar::Number(number) => CvrNumber::parse(&number.to_string()).ok(),
        Scalar::Text(digits) if digits.bytes().all(|digit| digit.is_ascii_digit()) => CvrNumber::parse(digits).ok(),
        _ => None,
    }
}

/// Everything that is read of an organisation but its participants: what a list of hits shows.
pub(crate) struct Face {
    pub cvr: CvrNumber,
    pub name: String,
    pub address: Option<Vec<String>>,
    pub form_code: u16,
    pub form: String,
    pub status: Status,
    pub status_text: Option<String>,
}

pub(crate) fn face(company: &Company<'_>, today: Date) -> Option<Face> {
    let newest = company.virksomhed_metadata.get();
    let form = newest_form(company, newest, today)?;
    let form_code = code(form)?;
    let status_text = status_text(company, newest, today);
    let status = match &status_text {
        Some(text) => Status::of(text),
        None if has_ended(company, today) => Status::Ceased,
        None => Status::Uncertain,
    };
    Some(Face {
        cvr: number(company)?,
        name: newest_name(company, newest, today)?,
        address: newest_address(company, newest, today).map(|address| parts(address).lines()),
        form_code,
        form: [&form.lang_beskrivelse, &form.kort_beskrivelse].into_iter().find_map(text).unwrap_or_else(|| form_code.to_string()),
        status,
        status_text,
    })
}

fn organisation(company: &Company<'_>, source: Source, now: Timestamp) -> Option<Organisation> {
    let today = day_in_denmark(now);
    let face = face(company, today)?;
    let told = |is_told: bool| is_told.then_some(source);
    Some(Organisation {
        origins: Origins {
            name: Some(source),
            address: told(face.address.is_some()),
            form: Some(source),
            status: told(face.status_text.is_some() || face.status == Status::Ceased),
            candidates: told(company.deltager_relation.is_told()),
            signing_rule: told(company.attributter.is_told()),
        },
        cvr: face.cvr,
        name: face.name,
        address: face.address.unwrap_or_default(),
        form_code: face.form_code,
        form: face.form,
        status: face.status,
        status_text: face.status_text.unwrap_or_default(),
        candidates: candidates(&company.deltager_relation, face.form_code, today),
        signing_rule: signing_rule(company, today),
        looked_up: now,
    })
}

fn newest_name(company: &Company<'_>, newest: Option<&Metadata<'_>>, today: Date) -> Option<String> {
    newest
        .and_then(|metadata| text(&metadata.nyeste_navn.get()?.navn))
        .or_else(|| latest(&company.navne, today).and_then(|name| text(&name.navn)))
}

fn newest_form<'b, 'a>(company: &'b Company<'a>, newest: Option<&'b Metadata<'a>>, today: Date) -> Option<&'b Form<'a>> {
    newest
        .and_then(|metadata| metadata.nyeste_virksomhedsform.get())
        .filter(|form| code(form).is_some())
        .or_else(|| latest(&company.virksomhedsform, today))
}

fn code(form: &Form<'_>) -> Option<u16> {
    form.virksomhedsformkode.number()?.try_into().ok()
}

fn newest_address<'b, 'a>(company: &'b Company<'a>, newest: Option<&'b Metadata<'a>>, today: Date) -> Option<&'b Address<'a>> {
    newest.and_then(|metadata| metadata.nyeste_beliggenhedsadresse.get()).or_else(|| latest(&company.beliggenhedsadresse, today))
}

fn status_text(company: &Company<'_>, newest: Option<&Metadata<'_>>, today: Date) -> Option<String> {
    newest
        .and_then(|metadata| text(&metadata.sammensat_status))
        .or_else(|| latest(&company.virksomhedsstatus, today).and_then(|state| text(&state.status)))
}

/// The register tells the lifetimes of the organisation, and none of them holds any more.
fn has_ended(company: &Company<'_>, today: Date) -> bool {
    let mut lifetimes = company.livsforloeb.iter().peekable();
    lifetimes.peek().is_some() && lifetimes.all(|life| life.has_ended(today))
}

fn signing_rule(company: &Company<'_>, today: Date) -> Option<String> {
    let rules = company.attributter.iter().filter(|attribute| attribute.r#type.as_str() == Some("TEGNINGSREGEL"));
    rules.into_iter().find_map(|rule| current(&rule.vaerdier, today).and_then(|value| text(&value.vaerdi)))
}

fn parts(address: &Address<'_>) -> Parts {
    let numbered = |number: &Scalar<'_>, letter: &Text<'_>| plain(number).map(|n| format!("{n}{}", text(letter).unwrap_or_default()));
    Parts {
        care_of: text(&address.conavn),
        street: text(&address.vejnavn),
        from: numbered(&address.husnummer_fra, &address.bogstav_fra),
        to: numbered(&address.husnummer_til, &address.bogstav_til),
        floor: plain(&address.etage).map(unpadded),
        door: plain(&address.sidedoer).map(unpadded),
        postbox: plain(&address.postboks),
        place: text(&address.bynavn),
        postal_code: postal_code(&address.postnummer),
        district: text(&address.postdistrikt),
        country: text(&address.landekode),
        free: address.fritekst.as_str().unwrap_or_default().lines().filter_map(|line| clean(Some(line))).take(8).collect(),
    }
}

/// Some floors and doors come as "01".
fn unpadded(number: String) -> String {
    let digits = number.bytes().all(|byte| byte.is_ascii_digit());
    let bare = number.trim_start_matches('0');
    if digits && !bare.is_empty() { bare.to_owned() } else { number }
}

fn text(raw: &Text<'_>) -> Option<String> {
    clean(raw.as_str())
}
