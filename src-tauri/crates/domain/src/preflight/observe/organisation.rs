//! What is observed of the organisation: what the register says of it, and whom it names.

use crate::cvr::CvrNumber;
use crate::day_in_denmark;
use crate::lookup::Lookup;
use crate::organisation::ParticipantKind;
use crate::preflight::context::{RuleContext, blank};
use crate::problem::Problem;
use crate::rules::observation::facts;
use crate::rules::words::letters;
use crate::rules::{Automatic, Consequence, Group, PrivateMitid};
use jiff::civil::Date;

pub(super) fn private_mitid(context: &RuleContext<'_>) -> facts::PrivateMitid {
    match context.form.map(|form| form.private_mitid) {
        Some(PrivateMitid::Yes) => facts::PrivateMitid::Yes,
        Some(PrivateMitid::IfSignsAlone) => facts::PrivateMitid::IfSignsAlone,
        Some(PrivateMitid::IfRegistered) => facts::PrivateMitid::IfRegistered,
        Some(PrivateMitid::No) => facts::PrivateMitid::No,
        None => facts::PrivateMitid::Unknown,
    }
}

pub(super) fn number(context: &RuleContext<'_>) -> facts::Number {
    match CvrNumber::parse(&context.draft.cvr) {
        Ok(_) => facts::Number::Sound,
        Err(_) if blank(&context.draft.cvr) => facts::Number::Missing,
        Err(_) => facts::Number::Wrong,
    }
}

pub(super) fn register(context: &RuleContext<'_>) -> facts::Register {
    match &context.draft.lookup {
        _ if context.organisation.is_some() => facts::Register::Answered,
        Lookup::NotYet | Lookup::Found(_) | Lookup::Typed(_) => facts::Register::NotAsked,
        Lookup::Asked { .. } => facts::Register::Waiting,
        Lookup::Failed { problem: Problem::CvrUnknown, .. } => facts::Register::NoSuch,
        Lookup::Failed { .. } => facts::Register::NoAnswer,
    }
}

pub(super) fn register_age(context: &RuleContext<'_>) -> facts::RegisterAge {
    match context.organisation.map(|organisation| day_in_denmark(organisation.looked_up)) {
        None => facts::RegisterAge::Unknown,
        Some(day)
            if context.book.deadlines.lengths.register_snapshot.length.after(day)
                < context.today =>
        {
            facts::RegisterAge::Old
        }
        Some(_) => facts::RegisterAge::Fresh,
    }
}

pub(super) fn form_group(context: &RuleContext<'_>) -> facts::FormGroup {
    match context.group() {
        Some(Group::SoleProprietor) => facts::FormGroup::SoleProprietor,
        Some(Group::Partnership) => facts::FormGroup::Partnership,
        Some(Group::LimitedPartnership) => facts::FormGroup::LimitedPartnership,
        Some(Group::Company) => facts::FormGroup::Company,
        Some(Group::Foundation) => facts::FormGroup::Foundation,
        Some(Group::Association) => facts::FormGroup::Association,
        Some(Group::Cooperative) => facts::FormGroup::Cooperative,
        Some(Group::Branch) => facts::FormGroup::Branch,
        Some(Group::Foreign) => facts::FormGroup::Foreign,
        Some(Group::Public) => facts::FormGroup::Public,
        Some(Group::Church) => facts::FormGroup::Church,
        Some(Group::Estate) => facts::FormGroup::Estate,
        Some(Group::BeingRegistered) => facts::FormGroup::BeingRegistered,
        Some(Group::Other) => facts::FormGroup::Other,
        Some(Group::Unknown) => facts::FormGroup::Unknown,
        None => facts::FormGroup::NotTold,
    }
}

pub(super) fn special_form(context: &RuleContext<'_>) -> facts::SpecialForm {
    match context.form.map(|form| form.code) {
        Some(115) => facts::SpecialForm::VoluntaryAssociation,
        Some(240) => facts::SpecialForm::County,
        _ => facts::SpecialForm::None,
    }
}

pub(super) fn form_automatic(context: &RuleContext<'_>) -> facts::FormAutomatic {
    match context.form.map(|form| form.automatic) {
        Some(Automatic::Yes) => facts::FormAutomatic::Yes,
        Some(Automatic::Usually) => facts::FormAutomatic::Usually,
        Some(Automatic::IfRegistered) => facts::FormAutomatic::IfRegistered,
        Some(Automatic::Doubtful) => facts::FormAutomatic::Doubtful,
        Some(Automatic::No) => facts::FormAutomatic::No,
        Some(Automatic::NotYet) => facts::FormAutomatic::NotYet,
        None => facts::FormAutomatic::Unknown,
    }
}

pub(super) fn status(context: &RuleContext<'_>) -> facts::Status {
    context
        .state
        .and_then(|state| facts::Status::named(&state.id))
        .unwrap_or(facts::Status::Unknown)
}

pub(super) fn re_entry(context: &RuleContext<'_>) -> facts::ReEntry {
    let Some(re_entry) = context.state.and_then(|state| state.re_entry.as_ref()) else {
        let ceased = context.state.is_some_and(|state| state.consequence == Consequence::Stop);
        return if ceased { facts::ReEntry::Impossible } else { facts::ReEntry::Unneeded };
    };
    let held = context
        .listed()
        .is_some_and(|candidate| candidate.roles.iter().any(|role| re_entry.is_held(role)));
    if held || re_entry.is_named(&context.draft.representative.title) {
        facts::ReEntry::ByRepresentative
    } else {
        facts::ReEntry::ByOther
    }
}

pub(super) fn signing_rule(context: &RuleContext<'_>) -> facts::SigningRule {
    match context.organisation.and_then(|organisation| organisation.signing_rule.as_deref()) {
        Some(rule) => context.book.words.signing(rule),
        None => facts::SigningRule::Unknown,
    }
}

pub(super) fn partners(context: &RuleContext<'_>) -> facts::Partners {
    let partnership =
        matches!(context.group(), Some(Group::Partnership | Group::LimitedPartnership));
    let Some(organisation) = context
        .organisation
        .filter(|_| partnership && context.management == facts::Management::Told)
    else {
        return facts::Partners::Unknown;
    };
    let partners = organisation.candidates.iter().filter(|candidate| {
        candidate.roles.iter().any(|role| letters(&role.relation) == "FULDTANSVARLIGDELTAGERE")
    });
    let is = |kinds: &[ParticipantKind]| {
        partners.clone().any(|candidate| kinds.contains(&candidate.kind))
    };
    match is(&[ParticipantKind::Person, ParticipantKind::PersonWithoutCpr]) {
        true => facts::Partners::Person,
        false if is(&[ParticipantKind::Unknown]) => facts::Partners::Unknown,
        false if is(&[ParticipantKind::Organisation]) => facts::Partners::OnlyOrganisations,
        false => facts::Partners::None,
    }
}

/// Somebody holds a role that may represent the organisation, and the register does not tell who.
pub(super) fn holders(context: &RuleContext<'_>) -> facts::Holders {
    let told = context.organisation.filter(|_| context.management == facts::Management::Told);
    match told.map(|organisation| organisation.unnamed().next().is_some()) {
        None => facts::Holders::Unknown,
        Some(true) => facts::Holders::NotNamed,
        Some(false) => facts::Holders::Named,
    }
}

/// A registration counts as new on its day and the day after, since only the day is known.
pub(super) fn association_representative(
    context: &RuleContext<'_>,
) -> facts::AssociationRepresentative {
    if context.group() != Some(Group::Association) {
        return facts::AssociationRepresentative::NoAssociation;
    }
    if context.management != facts::Management::Told {
        return facts::AssociationRepresentative::Unknown;
    }
    let usable = |since: Date| {
        context.book.deadlines.lengths.association_representative.length.after(since)
            < context.today
    };
    match context.association_representative() {
        None if context
            .organisation
            .is_some_and(|organisation| organisation.unnamed().next().is_some()) =>
        {
            facts::AssociationRepresentative::Unknown
        }
        None => facts::AssociationRepresentative::None,
        Some((candidate, _))
            if context.listed().is_none_or(|listed| listed.unit != candidate.unit) =>
        {
            facts::AssociationRepresentative::Other
        }
        Some((_, role)) if role.since.is_none_or(usable) => {
            facts::AssociationRepresentative::Chosen
        }
        Some(_) => facts::AssociationRepresentative::New,
    }
}

pub(super) fn somebody_else(context: &RuleContext<'_>) -> facts::SomebodyElse {
    if context.somebody_else().is_some() {
        facts::SomebodyElse::Automatic
    } else {
        facts::SomebodyElse::Nobody
    }
}
