//! Who may represent an organisation, by what the register says of its participants.

use crate::answer::{Attribute, Body, Dated, Member, Name, Relation, current};
use crate::lenient::List;
use crate::participant::{is_estate, is_nobody, kind};
use crate::text::{Reading, clean};
use domain::organisation::{Candidate, HeldRole, Part, ParticipantKind};
use domain::rules::{Standing, book};
use jiff::civil::{Date, date};
use std::collections::HashMap;

/// The most candidates that are kept, so that a request and a hand-over file stay small. The person
/// may write any name.
const CANDIDATES_MAX: usize = 200;

/// The most roles that are kept of one candidate, far more than anybody has: every role is compared
/// with those before it.
const ROLES_MAX: usize = 50;

/// The most roles whose answer is remembered: each is compared with those.
const ASKED_MAX: usize = 30;

/// `hovedtype` of those who are liable with all they own: the owner, the partners.
const LIABLE: &str = "FULDT_ANSVARLIG_DELTAGERE";

/// What the register writes where it does not know since when something holds: every body of old
/// has it.
const NOT_KNOWN_SINCE: Date = date(1901, 1, 1);

/// Whether a role that is held now makes its holder one who may represent the organisation: by its
/// form, or because its holder runs the dissolution and may let it in again. Which roles those are
/// is the rule book's.
fn may_represent(form_code: u16, role: &HeldRole) -> bool {
    book().forms.find(form_code).standing(role) > Standing::Nothing
        || book().states.let_in_again(role)
}

/// Which roles may represent, of those that have been asked of. An answer has the same few again and
/// again, and the rule book compares many words.
struct Asked {
    form_code: u16,
    known: Vec<(HeldRole, bool)>,
}

impl Asked {
    fn may_represent(&mut self, role: &HeldRole) -> bool {
        let is_same = |known: &HeldRole| {
            known.function == role.function
                && known.body == role.body
                && known.relation == role.relation
        };
        if let Some((_, may)) = self.known.iter().find(|(known, _)| is_same(known)) {
            return *may;
        }
        let may = may_represent(self.form_code, role);
        if self.known.len() < ASKED_MAX {
            self.known.push((role.clone(), may));
        }
        may
    }
}

/// Everybody with a role that may represent the organisation now, once, in the register's order,
/// with all such roles; also holders whom the register does not name.
pub(crate) fn candidates(
    relations: &List<Relation<'_>>,
    form_code: u16,
    today: Date,
    left_out: &mut Reading,
) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut places: HashMap<u64, usize> = HashMap::new();
    let mut asked = Asked { form_code, known: Vec::new() };
    for relation in relations.iter() {
        let roles = roles(relation, &mut asked, today, left_out);
        if roles.is_empty() {
            continue;
        }
        let participant = relation.deltager.get();
        let told = participant.and_then(|participant| participant.enheds_nummer.number());
        let name = participant
            .and_then(|participant| last_name(&participant.navne, today))
            .filter(|name| !is_nobody(name));
        let kind = participant.map_or(ParticipantKind::Unknown, |participant| {
            kind(relation, participant, name.as_deref(), today)
        });
        if let Some(known) =
            told.and_then(|unit| places.get(&unit)).and_then(|place| found.get_mut(*place))
        {
            roles.into_iter().for_each(|role| keep(&mut known.roles, role));
            if known.kind == ParticipantKind::Unknown || kind == ParticipantKind::PersonWithoutCpr {
                known.kind = kind;
            }
        } else if found.len() < CANDIDATES_MAX {
            // Who has no number is a candidate all the same; the place tells them from the others.
            let place = found.len();
            let unit = told.unwrap_or(place as u64);
            places.insert(unit, place);
            let name = name.and_then(|name| match kind {
                ParticipantKind::Organisation if !is_estate(&name) => Some(name),
                _ => left_out.text(Part::Participants, Some(&name)),
            });
            found.push(Candidate { unit, name: name.unwrap_or_default(), kind, roles });
        }
    }
    found
}

/// The functions that a participant holds now and that may represent the organisation. A person who
/// left still has the relation, only with a closed period: so each function's own period decides,
/// and a function without one does not count.
fn roles(
    relation: &Relation<'_>,
    asked: &mut Asked,
    today: Date,
    left_out: &mut Reading,
) -> Vec<HeldRole> {
    let mut roles: Vec<HeldRole> = Vec::new();
    for body in relation.organisationer.iter() {
        let mut held = functions(body, today).chain(by_body(body, today)).peekable();
        if held.peek().is_none() {
            continue;
        }
        let mut text = |raw: &str| left_out.text(Part::Participants, Some(raw)).unwrap_or_default();
        let kind = text(body.hovedtype.as_str().unwrap_or_default());
        let name = text(&last_name(&body.organisations_navn, today).unwrap_or_default());
        for (function, since) in held {
            let function = text(&function);
            let role = HeldRole { relation: kind.clone(), body: name.clone(), function, since };
            if asked.may_represent(&role) {
                keep(&mut roles, role);
            }
        }
    }
    roles
}

fn keep(roles: &mut Vec<HeldRole>, role: HeldRole) {
    if roles.len() < ROLES_MAX && !roles.contains(&role) {
        roles.push(role);
    }
}

/// Whoever belongs to the body now: where a membership has a period of its own, that bounds its
/// functions.
fn members<'b, 'a>(body: &'b Body<'a>, today: Date) -> impl Iterator<Item = &'b Member<'a>> {
    body.medlems_data.iter().filter(move |member| member.period().is_none() || member.holds(today))
}

fn functions_of<'b, 'a>(member: &'b Member<'a>) -> impl Iterator<Item = &'b Attribute<'a>> {
    member.attributter.iter().filter(|attribute| attribute.r#type.as_str() == Some("FUNKTION"))
}

/// The open values of FUNKTION, with the day they began.
fn functions(body: &Body<'_>, today: Date) -> impl Iterator<Item = (String, Option<Date>)> {
    members(body, today)
        .flat_map(functions_of)
        .flat_map(|attribute| attribute.vaerdier.iter())
        .filter(move |value| value.holds(today))
        .filter_map(|value| Some((clean(value.vaerdi.as_str())?, since(value))))
}

/// The owner of a sole proprietorship may be kept without any FUNKTION: then the name of the body
/// says what the person is, and its period since when.
fn by_body(body: &Body<'_>, today: Date) -> Option<(String, Option<Date>)> {
    let has_function = body.medlems_data.iter().flat_map(functions_of).next().is_some();
    let has_left =
        body.medlems_data.iter().next().is_some() && members(body, today).next().is_none();
    if body.hovedtype.as_str() != Some(LIABLE) || has_function || has_left {
        return None;
    }
    let name = current(&body.organisations_navn, today)?;
    Some((clean(name.navn.as_str())?, since(name)))
}

fn since(dated: &impl Dated) -> Option<Date> {
    dated.began().filter(|day| *day != NOT_KNOWN_SINCE)
}

/// What holds now, or the last name that the register knows: some names have no period.
fn last_name(names: &List<Name<'_>>, today: Date) -> Option<String> {
    let held = current(names, today).and_then(|name| clean(name.navn.as_str()));
    held.or_else(|| names.iter().rev().find_map(|name| clean(name.navn.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn management_the_liable_the_appointed_and_an_associations_representative_may_represent() {
        for (form, relation, body, function, may) in [
            (80, "LEDELSESORGAN", "Direktion", "DIREKTØR", true),
            (80, "LEDELSESORGAN", "Direktion", "ADM. DIR.", true),
            (60, "LEDELSESORGAN", "Bestyrelse", "BESTYRELSESMEDLEM", true),
            (60, "LEDELSESORGAN", "Bestyrelse", "SUPPLEANT", false),
            (60, "LEDELSESORGAN", "Bestyrelse", "Bestyrelsessuppleant", false),
            (60, "LEDELSESORGAN", "Suppleanter", "MEDLEM", false),
            (60, "LEDELSESORGAN", "Bestyrelse", "OBSERVATØR", false),
            (30, "FULDT_ANSVARLIG_DELTAGERE", "Interessenter", "INTERESSENTER", true),
            (80, "REVISION", "Revision", "REVISION", false),
            (80, "REGISTER", "Reelle ejere", "Reel ejer", false),
            (80, "STIFTERE", "Stiftere", "STIFTER", false),
            (110, "REPRÆSENTANTER", "Foreningsrepræsentant", "FORENINGSREPRÆSENTANT", true),
            (130, "REPRÆSENTANTER", "Foreningsrepræsentant", "FORENINGSREPRÆSENTANT", false),
            (80, "REPRÆSENTANTER", "Likvidatorer", "LIKVIDATOR", true),
            (80, "", "", "KURATOR", true),
            (80, "LEDELSESORGAN", "Kuratorer", "MEDLEM", true),
            (110, "REPRÆSENTANTER", "Foreningsrepræsentanter", "MEDLEM", true),
            (170, "LEDELSESORGAN", "Filialbestyrere", "DIREKTØR", true),
            (60, "REPRÆSENTANTER", "", "Rekonstruktør", true),
            (20, "REPRÆSENTANTER", "", "BOBESTYRER", true),
        ] {
            assert_eq!(
                may_represent(form, &HeldRole::new(relation, body, function)),
                may,
                "{form} {relation} {body} {function}"
            );
        }
    }
}
