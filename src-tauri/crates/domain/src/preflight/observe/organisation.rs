//! What is observed of the organisation: what the register says of it, and whom it names.

use crate::cvr::CvrNumber;
use crate::day_in_denmark;
use crate::lookup::Lookup;
use crate::organisation::ParticipantKind;
use crate::preflight::scene::{Scene, blank};
use crate::problem::Problem;
use crate::rules::observation::seen;
use crate::rules::words::letters;
use crate::rules::{Automatic, Consequence, Group, PrivateMitid};
use jiff::civil::Date;

pub(super) fn private_mitid(scene: &Scene<'_>) -> seen::PrivateMitid {
    match scene.form.map(|form| form.private_mitid) {
        Some(PrivateMitid::Yes) => seen::PrivateMitid::Yes,
        Some(PrivateMitid::IfSignsAlone) => seen::PrivateMitid::IfSignsAlone,
        Some(PrivateMitid::IfRegistered) => seen::PrivateMitid::IfRegistered,
        Some(PrivateMitid::No) => seen::PrivateMitid::No,
        None => seen::PrivateMitid::Unknown,
    }
}

pub(super) fn number(scene: &Scene<'_>) -> seen::Number {
    match CvrNumber::parse(&scene.draft.cvr) {
        Ok(_) => seen::Number::Sound,
        Err(_) if blank(&scene.draft.cvr) => seen::Number::Missing,
        Err(_) => seen::Number::Wrong,
    }
}

pub(super) fn register(scene: &Scene<'_>) -> seen::Register {
    match &scene.draft.lookup {
        _ if scene.organisation.is_some() => seen::Register::Answered,
        Lookup::NotYet | Lookup::Found(_) | Lookup::Typed(_) => seen::Register::NotAsked,
        Lookup::Asked { .. } => seen::Register::Waiting,
        Lookup::Failed { problem: Problem::CvrUnknown, .. } => seen::Register::NoSuch,
        Lookup::Failed { .. } => seen::Register::NoAnswer,
    }
}

pub(super) fn register_age(scene: &Scene<'_>) -> seen::RegisterAge {
    match scene.organisation.map(|organisation| day_in_denmark(organisation.looked_up)) {
        None => seen::RegisterAge::Unknown,
        Some(day) if scene.book.deadlines.lengths.register_snapshot.length.after(day) < scene.today => seen::RegisterAge::Old,
        Some(_) => seen::RegisterAge::Fresh,
    }
}

pub(super) fn form_group(scene: &Scene<'_>) -> seen::FormGroup {
    match scene.group() {
        Some(Group::SoleProprietor) => seen::FormGroup::SoleProprietor,
        Some(Group::Partnership) => seen::FormGroup::Partnership,
        Some(Group::LimitedPartnership) => seen::FormGroup::LimitedPartnership,
        Some(Group::Company) => seen::FormGroup::Company,
        Some(Group::Foundation) => seen::FormGroup::Foundation,
        Some(Group::Association) => seen::FormGroup::Association,
        Some(Group::Cooperative) => seen::FormGroup::Cooperative,
        Some(Group::Branch) => seen::FormGroup::Branch,
        Some(Group::Foreign) => seen::FormGroup::Foreign,
        Some(Group::Public) => seen::FormGroup::Public,
        Some(Group::Church) => seen::FormGroup::Church,
        Some(Group::Estate) => seen::FormGroup::Estate,
        Some(Group::BeingRegistered) => seen::FormGroup::BeingRegistered,
        Some(Group::Other) => seen::FormGroup::Other,
        Some(Group::Unknown) => seen::FormGroup::Unknown,
        None => seen::FormGroup::NotTold,
    }
}

pub(super) fn special_form(scene: &Scene<'_>) -> seen::SpecialForm {
    match scene.form.map(|form| form.code) {
        Some(115) => seen::SpecialForm::VoluntaryAssociation,
        Some(240) => seen::SpecialForm::County,
        _ => seen::SpecialForm::None,
    }
}

pub(super) fn form_automatic(scene: &Scene<'_>) -> seen::FormAutomatic {
    match scene.form.map(|form| form.automatic) {
        Some(Automatic::Yes) => seen::FormAutomatic::Yes,
        Some(Automatic::Usually) => seen::FormAutomatic::Usually,
        Some(Automatic::IfRegistered) => seen::FormAutomatic::IfRegistered,
        Some(Automatic::Doubtful) => seen::FormAutomatic::Doubtful,
        Some(Automatic::No) => seen::FormAutomatic::No,
        Some(Automatic::NotYet) => seen::FormAutomatic::NotYet,
        None => seen::FormAutomatic::Unknown,
    }
}

pub(super) fn status(scene: &Scene<'_>) -> seen::Status {
    scene.state.and_then(|state| seen::Status::named(&state.id)).unwrap_or(seen::Status::Unknown)
}

pub(super) fn re_entry(scene: &Scene<'_>) -> seen::ReEntry {
    let Some(re_entry) = scene.state.and_then(|state| state.re_entry.as_ref()) else {
        let ceased = scene.state.is_some_and(|state| state.consequence == Consequence::Stop);
        return if ceased { seen::ReEntry::Impossible } else { seen::ReEntry::Unneeded };
    };
    let held = scene.listed().is_some_and(|candidate| candidate.roles.iter().any(|role| re_entry.is_held(role)));
    if held || re_entry.is_named(&scene.draft.representative.title) { seen::ReEntry::ByRepresentative } else { seen::ReEntry::ByOther }
}

pub(super) fn signing_rule(scene: &Scene<'_>) -> seen::SigningRule {
    match scene.organisation.and_then(|organisation| organisation.signing_rule.as_deref()) {
        Some(rule) => scene.book.words.signing(rule),
        None => seen::SigningRule::Unknown,
    }
}

pub(super) fn partners(scene: &Scene<'_>) -> seen::Partners {
    let partnership = matches!(scene.group(), Some(Group::Partnership | Group::LimitedPartnership));
    let Some(organisation) = scene.organisation.filter(|_| partnership && scene.management == seen::Management::Told) else {
        return seen::Partners::Unknown;
    };
    let partners = organisation
        .candidates
        .iter()
        .filter(|candidate| candidate.roles.iter().any(|role| letters(&role.relation) == "FULDTANSVARLIGDELTAGERE"));
    let is = |kinds: &[ParticipantKind]| partners.clone().any(|candidate| kinds.contains(&candidate.kind));
    match is(&[ParticipantKind::Person, ParticipantKind::PersonWithoutCpr]) {
        true => seen::Partners::Person,
        false if is(&[ParticipantKind::Unknown]) => seen::Partners::Unknown,
        false if is(&[ParticipantKind::Organisation]) => seen::Partners::OnlyOrganisations,
        false => seen::Partners::None,
    }
}

/// Somebody holds a role that may represent the organisation, and the register does not tell who.
pub(super) fn holders(scene: &Scene<'_>) -> seen::Holders {
    let told = scene.organisation.filter(|_| scene.management == seen::Management::Told);
    match told.map(|organisation| organisation.unnamed().next().is_some()) {
        None => seen::Holders::Unknown,
        Some(true) => seen::Holders::NotNamed,
        Some(false) => seen::Holders::Named,
    }
}

/// A registration counts as new on its day and the day after, since only the day is known.
pub(super) fn association_representative(scene: &Scene<'_>) -> seen::AssociationRepresentative {
    if scene.group() != Some(Group::Association) {
        return seen::AssociationRepresentative::NoAssociation;
    }
    if scene.management != seen::Management::Told {
        return seen::AssociationRepresentative::Unknown;
    }
    let usable = |since: Date| scene.book.deadlines.lengths.association_representative.length.after(since) < scene.today;
    match scene.association_representative() {
        None if scene.organisation.is_some_and(|organisation| organisation.unnamed().next().is_some()) => {
            seen::AssociationRepresentative::Unknown
        }
        None => seen::AssociationRepresentative::None,
        Some((candidate, _)) if scene.listed().is_none_or(|listed| listed.unit != candidate.unit) => seen::AssociationRepresentative::Other,
        Some((_, role)) if role.since.is_none_or(usable) => seen::AssociationRepresentative::Chosen,
        Some(_) => seen::AssociationRepresentative::New,
    }
}

pub(super) fn somebody_else(scene: &Scene<'_>) -> seen::SomebodyElse {
    if scene.somebody_else().is_some() { seen::SomebodyElse::Automatic } else { seen::SomebodyElse::Nobody }
}
