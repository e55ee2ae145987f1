//! From the register's answer to an [`Organisation`]: what holds now, and who may represent it.

use crate::Trouble;
use crate::answer::{Address, Answer, Attribute, Company, Dated, Form, Metadata, Name, Relation, Scalar, Value, current};
use domain::Timestamp;
use domain::cvr::CvrNumber;
use domain::organisation::{Candidate, HeldRole, Organisation, Origins, ParticipantKind, Source, Status};
use domain::person::fold;

/// The longest text that is kept of any field, in characters. Signing rules are the longest and stay far below.
const TEXT_MAX: usize = 2_000;

/// The most candidates that are kept, so that a request and a hand-over file stay small. The person may write any name.
const CANDIDATES_MAX: usize = 200;

/// Forms whose registered association representative may represent them: forening and frivillig forening (`domain.md` §2.2).
const ASSOCIATIONS: [u16; 2] = [110, 115];

/// Reads the answer to a search for `cvr`. Pure; any bytes are read without a panic.
///
/// An answer about another number, without a name or without a form is [`Trouble::Nonsense`]; an empty answer is
/// [`Trouble::Unknown`], unless the register says that it did not search everywhere.
pub fn read(answer: &[u8], cvr: CvrNumber, now: Timestamp) -> Result<Organisation, Trouble> {
    let answer: Answer = serde_json::from_slice(answer).map_err(|_| Trouble::Nonsense)?;
    let partial = answer.timed_out == Some(true) || answer.shards.and_then(|shards| shards.failed).is_some_and(|failed| failed > 0);
    if answer.hits.hits.is_empty() {
        return Err(if partial { Trouble::Down } else { Trouble::Unknown });
    }
    let companies = answer.hits.hits.into_iter().map(|hit| hit.source.company);
    let company = companies.into_iter().find(|company| company.cvr_nummer == cvr.as_u32()).ok_or(Trouble::Nonsense)?;
    organisation(&company, cvr, now).ok_or(Trouble::Nonsense)
}

fn organisation(company: &Company, cvr: CvrNumber, now: Timestamp) -> Option<Organisation> {
    let newest = company.virksomhed_metadata.as_ref();
    let form = newest_form(company, newest)?;
    let form_code = form.virksomhedsformkode?;
    let status_text = status_text(company, newest);
    Some(Organisation {
        cvr,
        name: newest_name(company, newest)?,
        address: newest_address(company, newest).map(lines).unwrap_or_default(),
        form_code,
        form: text(form.lang_beskrivelse.as_deref()).or_else(|| text(form.kort_beskrivelse.as_deref()))?,
        status: Status::of(&status_text),
        status_text,
        candidates: candidates(company.deltager_relation.as_deref().unwrap_or_default(), form_code),
        signing_rule: signing_rule(company),
        looked_up: now,
        origins: Origins::all(Source::Virk),
    })
}

fn newest_name(company: &Company, newest: Option<&Metadata>) -> Option<String> {
    newest
        .and_then(|metadata| metadata.nyeste_navn.as_ref())
        .and_then(|name| text(name.navn.as_deref()))
        .or_else(|| current(company.navne.as_deref()).and_then(|name| text(name.navn.as_deref())))
}

fn newest_form<'a>(company: &'a Company, newest: Option<&'a Metadata>) -> Option<&'a Form> {
    newest
        .and_then(|metadata| metadata.nyeste_virksomhedsform.as_ref())
        .filter(|form| form.virksomhedsformkode.is_some())
        .or_else(|| current(company.virksomhedsform.as_deref()))
}

fn newest_address<'a>(company: &'a Company, newest: Option<&'a Metadata>) -> Option<&'a Address> {
    newest.and_then(|metadata| metadata.nyeste_beliggenhedsadresse.as_ref()).or_else(|| current(company.beliggenhedsadresse.as_deref()))
}

fn status_text(company: &Company, newest: Option<&Metadata>) -> String {
    newest
        .and_then(|metadata| text(metadata.sammensat_status.as_deref()))
        .or_else(|| current(company.virksomhedsstatus.as_deref()).and_then(|state| text(state.status.as_deref())))
        .unwrap_or_default()
}

fn signing_rule(company: &Company) -> Option<String> {
    company
        .attributter
        .iter()
        .flatten()
        .filter(|attribute| attribute.r#type.as_deref() == Some("TEGNINGSREGEL"))
        .find_map(|attribute| current(attribute.vaerdier.as_deref()).and_then(|value| text(value.vaerdi.as_deref())))
}

/// Everybody with a role that may represent the organisation now, once, in the register's order, with all such roles.
fn candidates(relations: &[Relation], form_code: u16) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    for relation in relations {
        let Some(participant) = &relation.deltager else { continue };
        let roles = roles(relation, form_code);
        let (Some(unit), Some(name), false) = (participant.enheds_nummer, participant_name(participant.navne.as_deref()), roles.is_empty())
        else {
            continue;
        };
        if found.len() == CANDIDATES_MAX {
            break;
        }
        if found.iter().all(|candidate| candidate.unit != unit) {
            found.push(Candidate { unit, name, kind: kind(participant.enhedstype.as_deref()), roles });
        }
    }
    found
}

/// The functions that a participant holds now and that may represent the organisation. A person who left still has the
/// relation, only with a closed period: so each function's own period decides, and a function without one does not count.
fn roles(relation: &Relation, form_code: u16) -> Vec<HeldRole> {
    let mut roles: Vec<HeldRole> = Vec::new();
    for body in relation.organisationer.iter().flatten() {
        let represents = matches!(body.hovedtype.as_deref(), Some("LEDELSESORGAN" | "FULDT_ANSVARLIG_DELTAGERE"));
        let attributes = body.medlems_data.iter().flatten().flat_map(|member| member.attributter.iter().flatten());
        for value in attributes.filter(|attribute| attribute.r#type.as_deref() == Some("FUNKTION")).flat_map(open_values) {
            let Some(function) = text(value.vaerdi.as_deref()) else { continue };
            let by_association = ASSOCIATIONS.contains(&form_code) && function == "FORENINGSREPRÆSENTANT";
            if represents || by_association {
                let held = HeldRole {
                    relation: text(body.hovedtype.as_deref()).unwrap_or_default(),
                    body: participant_name(body.organisations_navn.as_deref()).unwrap_or_default(),
                    function,
                    since: value.began().parse().ok(),
                };
                if !roles.contains(&held) {
                    roles.push(held);
                }
            }
        }
    }
    roles
}

fn open_values(attribute: &Attribute) -> impl Iterator<Item = &Value> {
    attribute.vaerdier.iter().flatten().filter(|value| value.is_open())
}

/// A participant is named by what holds now, or by the last name that the register knows: some names have no period.
fn participant_name(names: Option<&[Name]>) -> Option<String> {
    current(names).or_else(|| names.and_then(<[Name]>::last)).and_then(|name| text(name.navn.as_deref()))
}

/// Only `PERSON` is certain to have a CPR number; a word that is not known promises nothing.
fn kind(unit_type: Option<&str>) -> ParticipantKind {
    match unit_type {
        Some("PERSON") => ParticipantKind::Person,
        Some("VIRKSOMHED") => ParticipantKind::Organisation,
        _ => ParticipantKind::PersonWithoutCpr,
    }
}

/// The lines of an address as a letter has them: c/o, street with number, floor and door, box, place, postal code, country.
fn lines(address: &Address) -> Vec<String> {
    let district = [postal_code(address.postnummer.as_ref()), text(address.postdistrikt.as_deref())];
    let country = text(address.landekode.as_deref()).filter(|code| code != "DK");
    let structured = [
        text(address.conavn.as_deref()).map(care_of),
        street(address),
        scalar(address.postboks.as_ref()).map(|number| format!("Postboks {number}")),
        text(address.bynavn.as_deref()),
        Some(district.into_iter().flatten().collect::<Vec<_>>().join(" ")).filter(|line| !line.is_empty()),
    ];
    let mut lines: Vec<String> = structured.into_iter().flatten().collect();
    if lines.is_empty() {
        lines = address.fritekst.as_deref().unwrap_or_default().lines().filter_map(|line| text(Some(line))).take(8).collect();
    }
    if !lines.is_empty() {
        lines.extend(country);
    }
    lines
}

fn care_of(name: String) -> String {
    if name.to_lowercase().starts_with("c/o") { name } else { format!("c/o {name}") }
}

fn street(address: &Address) -> Option<String> {
    let mut line = text(address.vejnavn.as_deref())?;
    let numbered =
        |number: Option<&Scalar>, letter: Option<&str>| scalar(number).map(|n| format!("{n}{}", text(letter).unwrap_or_default()));
    if let Some(from) = numbered(address.husnummer_fra.as_ref(), address.bogstav_fra.as_deref()) {
        line = format!("{line} {from}");
        if let Some(to) = numbered(address.husnummer_til.as_ref(), address.bogstav_til.as_deref()) {
            line = format!("{line}-{to}");
        }
    }
    if let Some(floor) = scalar(address.etage.as_ref()) {
        line = format!("{line}, {floor}.");
    }
    if let Some(door) = scalar(address.sidedoer.as_ref()) {
        line = format!("{line} {door}");
    }
    Some(line)
}

fn postal_code(code: Option<&Scalar>) -> Option<String> {
    match code? {
        Scalar::Number(number) => Some(format!("{number:04}")),
        Scalar::Text(code) => text(Some(code)),
    }
}

fn scalar(value: Option<&Scalar>) -> Option<String> {
    match value? {
        Scalar::Number(number) => Some(number.to_string()),
        Scalar::Text(words) => text(Some(words)),
    }
}

/// A text that may be shown and signed: on one line, without control characters and without the invisible marks that
/// reverse the order of letters, of a bounded length; none when nothing is left.
fn text(raw: Option<&str>) -> Option<String> {
    let reorders = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let shown = |c: &char| c.is_whitespace() || !(c.is_control() || reorders(*c));
    let visible: String = raw?.chars().filter(shown).take(4 * TEXT_MAX).collect();
    let cut: String = fold(&visible).chars().take(TEXT_MAX).collect();
    Some(cut.trim_end().to_owned()).filter(|text| !text.is_empty())
}
