//! From the register's answer to an [`Organisation`]: what holds now, and who may represent it.
//!
//! Periods are measured in Danish days. Only the number decides who this is. Everything else may be
//! missing, and then the organisation's [`Origins`] say that it was not told; or unreadable, and
//! then its `left_out` says so: what a register says never costs a person the look-up.

use crate::Error;
use crate::address::{AddressParts, houses};
use crate::answer::{Address, Answer, Company, Dated, Form, Hit, Hits, Metadata, current, latest};
use crate::candidates::candidates;
use crate::lenient::{HasUnreadable as _, List, One, Scalar, Text};
use crate::text::{Reading, clean, plain, postal_code};
use domain::cvr::CvrNumber;
use domain::organisation::{Organisation, Origins, Part, Source, Status};
use domain::{Timestamp, day_in_denmark};
use jiff::civil::Date;

/// The most that is read of an answer, in bytes. A company with hundreds of participants is a few
/// hundred kilobytes.
pub const ANSWER_MAX: usize = 5 * 1024 * 1024;

/// Reads the answer to a search for `cvr`. Pure; any bytes are read without a panic.
///
/// An answer about another number, or that tells neither name, form, status nor address, or larger
/// than [`ANSWER_MAX`] is [`Error::Nonsense`]; an empty answer is [`Error::Unknown`], unless the
/// register says that it did not search everywhere.
pub fn read(answer: &[u8], cvr: CvrNumber, now: Timestamp) -> Result<Organisation, Error> {
    read_as(Source::Virk, answer, cvr, now)
}

/// As [`read()`], from a register that answers in the same shape.
pub(crate) fn read_as(
    source: Source,
    answer: &[u8],
    cvr: CvrNumber,
    now: Timestamp,
) -> Result<Organisation, Error> {
    let answer = parse::<Answer<'_>>(answer)?;
    let told = hits_of(&answer)?.iter().filter_map(|hit| hit.source.get()?.company.get());
    let company =
        told.into_iter().find(|company| number(company) == Some(cvr)).ok_or(Error::Nonsense)?;
    organisation(company, source, now).ok_or(Error::Nonsense)
}

/// Reads every organisation of a raw answer whose number is not known beforehand: the envelope of a
/// search with any number of hits or its inner `hits`, one hit, the source of a hit, the bare
/// organisation, or a list of any one of these three. Pure; any bytes are read without a panic.
///
/// One organisation that cannot be read makes the whole [`Error::Nonsense`], so that none is
/// missing unnoticed. So does a list of whole answers, of which nobody can say which was meant.
pub fn read_any(bytes: &[u8], now: Timestamp) -> Result<Vec<Organisation>, Error> {
    // Files saved on Windows begin with a byte order mark.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let read =
        |company: &Company<'_>| organisation(company, Source::Virk, now).ok_or(Error::Nonsense);
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

/// Reads a list of hits, of their sources or of bare organisations. An empty one does not say that
/// the register was asked.
fn read_list(
    bytes: &[u8],
    read: impl Fn(&Company<'_>) -> Result<Organisation, Error>,
) -> Result<Vec<Organisation>, Error> {
    let hits = whole::<Answer<'_>>(bytes)?;
    if hits.iter().any(|hit| hit.source.get().is_some() || hit.company.get().is_some()) {
        return hits.iter().map(|hit| read(one(hit).ok_or(Error::Nonsense)?)).collect();
    }
    whole::<Company<'_>>(bytes)?.iter().map(read).collect()
}

/// The organisation of a hit, or of the source of one.
fn one<'b, 'a>(hit: &'b Answer<'a>) -> Option<&'b Company<'a>> {
    hit.company.get().or_else(|| hit.source.get()?.company.get())
}

/// A list that has something in it, and only objects.
fn whole<'a, T: serde::Deserialize<'a>>(bytes: &'a [u8]) -> Result<List<T>, Error> {
    let list: List<T> = json(bytes)?;
    if list.is_whole() && list.iter().len() > 0 { Ok(list) } else { Err(Error::Nonsense) }
}

/// Reads an object of JSON that is not larger than an answer may be.
pub(crate) fn parse<'a, T: serde::Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, Error> {
    // A list would be taken for the members of an object in their order.
    if begins_with(bytes, b'{') { json(bytes) } else { Err(Error::Nonsense) }
}

fn json<'a, T: serde::Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, Error> {
    if bytes.len() > ANSWER_MAX {
        return Err(Error::Nonsense);
    }
    serde_json::from_slice(bytes).map_err(|_| Error::Nonsense)
}

fn begins_with(bytes: &[u8], bracket: u8) -> bool {
    bytes.trim_ascii_start().first() == Some(&bracket)
}

/// The organisations of an envelope; at least one.
fn companies<'b, 'a>(answer: &'b Answer<'a>) -> Result<Vec<&'b Company<'a>>, Error> {
    let hits = hits(answer)?;
    hits.iter()
        .map(|hit| hit.source.get().and_then(|source| source.company.get()).ok_or(Error::Nonsense))
        .collect()
}

/// The hits of an envelope, every one an object; at least one.
pub(crate) fn hits<'b, 'a>(answer: &'b Answer<'a>) -> Result<Vec<&'b Hit<'a>>, Error> {
    let hits = hits_of(answer)?;
    let whole = answer.hits.get().is_some_and(|hits| hits.hits.is_whole());
    if whole { Ok(hits.iter().collect()) } else { Err(Error::Nonsense) }
}

/// The hits of an envelope that can be read; at least one, and the register must have searched
/// everywhere when there is none.
fn hits_of<'b, 'a>(answer: &'b Answer<'a>) -> Result<&'b List<Hit<'a>>, Error> {
    let hits = answer
        .hits
        .get()
        .map(|hits| &hits.hits)
        .filter(|hits| hits.is_present())
        .ok_or(Error::Nonsense)?;
    let failed = answer
        .shards
        .get()
        .and_then(|shards| shards.failed.number())
        .is_some_and(|failed| failed > 0);
    let partial = failed || matches!(answer.timed_out, Scalar::Flag(true));
    match hits.iter().len() {
        0 if !hits.is_whole() => Err(Error::Nonsense),
        0 if partial => Err(Error::Down),
        0 => Err(Error::Unknown),
        _ => Ok(hits),
    }
}

/// The organisation's own number. It comes as a number; whoever passes an answer on may have made a
/// text of its eight digits.
pub(crate) fn number(company: &Company<'_>) -> Option<CvrNumber> {
    match &company.cvr_nummer {
        Scalar::Number(number) => CvrNumber::parse(&number.to_string()).ok(),
        Scalar::Text(digits) if digits.bytes().all(|digit| digit.is_ascii_digit()) => {
            CvrNumber::parse(digits).ok()
        }
        _ => None,
    }
}

/// What stands for a form that is not told: CVR's own word for it.
pub(crate) const NO_FORM: &str = "Uoplyst virksomhedsform";

/// What stands for a name that is not told: the number is all that tells who it is.
pub(crate) fn no_name(cvr: CvrNumber) -> String {
    format!("CVR-nr. {cvr}")
}

/// Everything that is read of an organisation but its participants: what a list of hits shows.
pub(crate) struct Face {
    pub cvr: CvrNumber,
    pub name: Option<String>,
    pub address: Option<Vec<String>>,
    pub form_code: Option<u16>,
    pub form: Option<String>,
    pub status: Status,
    pub status_text: Option<String>,
    pub left_out: Reading,
}

impl Face {
    pub(crate) fn named(&self) -> String {
        self.name.clone().unwrap_or_else(|| no_name(self.cvr))
    }

    /// CVR's own description of the form; its code where it gives none.
    pub(crate) fn form_text(&self) -> String {
        let code = || self.form_code.map(|code| code.to_string());
        self.form.clone().or_else(code).unwrap_or_else(|| NO_FORM.to_owned())
    }
}

pub(crate) fn face(company: &Company<'_>, today: Date) -> Option<Face> {
    let newest = company.virksomhed_metadata.get();
    let mut left_out = Reading::default();
    let form = newest_form(company, newest, today);
    let status_text = status_text(company, newest, today)
        .and_then(|word| left_out.text(Part::Status, Some(&word)));
    let status = match &status_text {
        Some(text) => Status::of(text),
        None if has_ended(company, today) => Status::Ceased,
        None => Status::Uncertain,
    };
    let address = newest_address(company, newest, today).map(|address| {
        let lines = parts(address, &mut left_out).lines();
        // Two parts on one line may together be what neither is.
        lines.iter().filter_map(|line| left_out.text(Part::Address, Some(line))).collect::<Vec<_>>()
    });
    let face = Face {
        cvr: number(company)?,
        // A name of an organisation is never looked through for personal numbers.
        name: newest_name(company, newest, today),
        address: address.filter(|lines| !lines.is_empty()),
        form_code: form.and_then(code),
        form: form
            .and_then(|form| {
                [&form.lang_beskrivelse, &form.kort_beskrivelse].into_iter().find_map(text)
            })
            .and_then(|words| left_out.text(Part::Form, Some(&words))),
        status,
        status_text,
        left_out,
    };
    let told = face.name.is_some()
        || face.form.is_some()
        || face.form_code.is_some()
        || face.status_text.is_some()
        || face.address.is_some();
    told.then_some(face)
}

fn organisation(company: &Company<'_>, source: Source, now: Timestamp) -> Option<Organisation> {
    let today = day_in_denmark(now);
    let mut face = face(company, today)?;
    let told = |is_told: bool| is_told.then_some(source);
    let left_out = &mut face.left_out;
    odd_parts(company, left_out);
    let candidates =
        candidates(&company.deltager_relation, face.form_code.unwrap_or_default(), today, left_out);
    let signing_rule =
        signing_rule(company, today).and_then(|rule| left_out.text(Part::SigningRule, Some(&rule)));
    Some(Organisation {
        origins: Origins {
            name: told(face.name.is_some()),
            address: told(face.address.is_some()),
            form: told(face.form_code.is_some() || face.form.is_some()),
            status: told(face.status_text.is_some() || face.status == Status::Ceased),
            candidates: told(company.deltager_relation.is_present()),
            signing_rule: told(company.attributter.is_present()),
        },
        cvr: face.cvr,
        name: face.named(),
        form: face.form_text(),
        address: face.address.unwrap_or_default(),
        form_code: face.form_code.unwrap_or_default(),
        status: face.status,
        status_text: face.status_text.unwrap_or_default(),
        candidates,
        signing_rule,
        looked_up: now,
        left_out: face.left_out.left_out(),
    })
}

/// Every part of the answer that has something in it that cannot be read.
fn odd_parts(company: &Company<'_>, left_out: &mut Reading) {
    let newest = company.virksomhed_metadata.get();
    let in_newest = |of: fn(&Metadata<'_>) -> bool| newest.is_some_and(of);
    let rules = company
        .attributter
        .iter()
        .filter(|attribute| attribute.r#type.as_str() == Some("TEGNINGSREGEL"));
    for (part, has_unreadable) in [
        (
            Part::Name,
            company.navne.has_unreadable()
                || in_newest(|newest| newest.nyeste_navn.has_unreadable()),
        ),
        (
            Part::Address,
            company.beliggenhedsadresse.has_unreadable()
                || company.postadresse.has_unreadable()
                || in_newest(|newest| newest.nyeste_beliggenhedsadresse.has_unreadable()),
        ),
        (
            Part::Form,
            company.virksomhedsform.has_unreadable()
                || in_newest(|newest| newest.nyeste_virksomhedsform.has_unreadable()),
        ),
        (
            Part::Status,
            company.virksomhedsstatus.has_unreadable()
                || company.livsforloeb.has_unreadable()
                || in_newest(|newest| newest.sammensat_status.has_unreadable()),
        ),
        (Part::Participants, company.deltager_relation.has_unreadable()),
        (
            Part::SigningRule,
            company.attributter.is_malformed()
                || rules.into_iter().any(crate::lenient::HasUnreadable::has_unreadable),
        ),
    ] {
        left_out.unreadable(part, has_unreadable);
    }
    // Of the newest of everything nothing is left when it is no object.
    if company.virksomhed_metadata.is_malformed() {
        [Part::Name, Part::Address, Part::Form, Part::Status]
            .into_iter()
            .for_each(|part| left_out.unreadable(part, true));
    }
}

fn newest_name(
    company: &Company<'_>,
    newest: Option<&Metadata<'_>>,
    today: Date,
) -> Option<String> {
    newest
        .and_then(|metadata| text(&metadata.nyeste_navn.get()?.navn))
        .or_else(|| latest(&company.navne, today).and_then(|name| text(&name.navn)))
        .or_else(|| company.navne.iter().rev().find_map(|name| text(&name.navn)))
}

/// The newest form that has a code; else one that has a description.
fn newest_form<'b, 'a>(
    company: &'b Company<'a>,
    newest: Option<&'b Metadata<'a>>,
    today: Date,
) -> Option<&'b Form<'a>> {
    let newest = newest.and_then(|metadata| metadata.nyeste_virksomhedsform.get());
    let listed =
        latest(&company.virksomhedsform, today).or_else(|| company.virksomhedsform.iter().last());
    let both = || [newest, listed].into_iter().flatten();
    both()
        .find(|form| code(form).is_some())
        .or_else(|| both().find(|form| text(&form.lang_beskrivelse).is_some()))
}

fn code(form: &Form<'_>) -> Option<u16> {
    form.virksomhedsformkode.number()?.try_into().ok().filter(|code| *code != 0)
}

/// The address of the seat; where there is none, the postal address.
fn newest_address<'b, 'a>(
    company: &'b Company<'a>,
    newest: Option<&'b Metadata<'a>>,
    today: Date,
) -> Option<&'b Address<'a>> {
    let says = |address: &&Address<'_>| !parts(address, &mut Reading::default()).lines().is_empty();
    newest
        .and_then(|metadata| metadata.nyeste_beliggenhedsadresse.get())
        .filter(says)
        .or_else(|| latest(&company.beliggenhedsadresse, today).filter(says))
        .or_else(|| current(&company.postadresse, today).filter(says))
}

fn status_text(
    company: &Company<'_>,
    newest: Option<&Metadata<'_>>,
    today: Date,
) -> Option<String> {
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
    let rules = company
        .attributter
        .iter()
        .filter(|attribute| attribute.r#type.as_str() == Some("TEGNINGSREGEL"));
    rules
        .into_iter()
        .find_map(|rule| current(&rule.vaerdier, today).and_then(|value| text(&value.vaerdi)))
}

fn parts(address: &Address<'_>, left_out: &mut Reading) -> AddressParts {
    let mut text = |raw: &Text<'_>| left_out.text(Part::Address, raw.as_str());
    let (care_of, street, place) =
        (text(&address.conavn), text(&address.vejnavn), text(&address.bynavn));
    let (district, country) = (text(&address.postdistrikt), text(&address.landekode));
    let (from, to) = houses(
        (plain(&address.husnummer_fra), text(&address.bogstav_fra)),
        (plain(&address.husnummer_til), text(&address.bogstav_til)),
    );
    let free = address.fritekst.as_str().unwrap_or_default().lines();
    let mut plain = |value: &Scalar<'_>| left_out.plain(Part::Address, value);
    AddressParts {
        care_of,
        street,
        from,
        to,
        floor: plain(&address.etage).map(unpadded),
        door: plain(&address.sidedoer).map(unpadded),
        postbox: plain(&address.postboks),
        place,
        postal_code: postal_code(&address.postnummer),
        district,
        country: country.map(|code| code.to_uppercase()),
        free: free.filter_map(|line| left_out.text(Part::Address, Some(line))).take(8).collect(),
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
