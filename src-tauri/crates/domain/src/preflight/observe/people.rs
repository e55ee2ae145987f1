//! What is observed of the people: who prepares, who represents, who is appointed.

use crate::Answer;
use crate::draft::Role;
use crate::organisation::ParticipantKind;
use crate::person::{BirthDate, EmailAddress};
use crate::preflight::scene::{Administrator, Found, Scene, blank, same};
use crate::rules::Standing;
use crate::rules::observation::seen;
use jiff::ToSpan;
use jiff::civil::Date;

pub(super) fn role(scene: &Scene<'_>) -> seen::Role {
    match scene.draft.role {
        Some(Role::Representative) => seen::Role::Representative,
        Some(Role::Reporter) => seen::Role::Reporter,
        None => seen::Role::Unanswered,
    }
}

pub(super) fn reporter(scene: &Scene<'_>) -> seen::Reporter {
    match scene.reporter() {
        None => seen::Reporter::None,
        Some(reporter) if same(&reporter.name, &scene.draft.representative.name) => seen::Reporter::Representative,
        Some(_) => seen::Reporter::Somebody,
    }
}

pub(super) fn listed(scene: &Scene<'_>) -> seen::Listed {
    match scene.found {
        Found::Unknown => seen::Listed::Unknown,
        Found::Nobody => seen::Listed::No,
        Found::Similar(_) => seen::Listed::Similar,
        Found::Somebody(_) => seen::Listed::Yes,
    }
}

pub(super) fn listed_as(scene: &Scene<'_>) -> seen::ListedAs {
    match scene.listed().map(|candidate| candidate.kind) {
        Some(ParticipantKind::Person) => seen::ListedAs::Person,
        Some(ParticipantKind::PersonWithoutCpr) => seen::ListedAs::WithoutCpr,
        Some(ParticipantKind::Organisation) => seen::ListedAs::Organisation,
        Some(ParticipantKind::Unknown) => seen::ListedAs::Unclear,
        None => seen::ListedAs::Unknown,
    }
}

pub(super) fn listed_role(scene: &Scene<'_>) -> seen::ListedRole {
    let (Some(form), Some(candidate)) = (scene.form, scene.listed()) else { return seen::ListedRole::Unknown };
    let substitute = || candidate.roles.iter().any(|role| scene.book.words.is_substitute(&role.function));
    match candidate.roles.iter().map(|role| form.standing(role)).max() {
        Some(Standing::Automatic) => seen::ListedRole::Automatic,
        Some(Standing::ByDocuments) => seen::ListedRole::ByDocuments,
        Some(Standing::Nothing) | None if substitute() => seen::ListedRole::Substitute,
        Some(Standing::Nothing) | None => seen::ListedRole::Nothing,
    }
}

pub(super) fn representative_mitid(scene: &Scene<'_>) -> seen::RepresentativeMitid {
    match scene.draft.representative.has_mitid {
        Some(Answer::Yes) => seen::RepresentativeMitid::Yes,
        Some(Answer::No) => seen::RepresentativeMitid::No,
        Some(Answer::Unknown) => seen::RepresentativeMitid::Unknown,
        None => seen::RepresentativeMitid::Unanswered,
    }
}

pub(super) fn representative_cpr(scene: &Scene<'_>) -> seen::RepresentativeCpr {
    match scene.draft.representative.has_cpr {
        Some(Answer::Yes) => seen::RepresentativeCpr::Yes,
        Some(Answer::No) => seen::RepresentativeCpr::No,
        Some(Answer::Unknown) => seen::RepresentativeCpr::Unknown,
        None => seen::RepresentativeCpr::Unanswered,
    }
}

pub(super) fn representative_title(scene: &Scene<'_>) -> seen::RepresentativeTitle {
    let title = &scene.draft.representative.title;
    match scene.book.words.title(title) {
        _ if blank(title) => seen::RepresentativeTitle::Missing,
        Some(true) => seen::RepresentativeTitle::Management,
        Some(false) => seen::RepresentativeTitle::Other,
        None => seen::RepresentativeTitle::Unclear,
    }
}

pub(super) fn representative_name(scene: &Scene<'_>) -> seen::RepresentativeName {
    match words(&scene.draft.representative.name) {
        0 => seen::RepresentativeName::Missing,
        1 => seen::RepresentativeName::OneWord,
        _ => seen::RepresentativeName::Full,
    }
}

pub(super) fn representative_email(scene: &Scene<'_>) -> seen::RepresentativeEmail {
    let representative = &scene.draft.representative;
    let another = |reporter: &&crate::draft::ReporterAnswers| !same(&reporter.name, &representative.name);
    match scene.reporter().filter(another) {
        _ if blank(&representative.email) => seen::RepresentativeEmail::Missing,
        Some(reporter) if same(&reporter.email, &representative.email) => seen::RepresentativeEmail::ReportersToo,
        _ if scene.book.words.is_role_mailbox(&representative.email) => seen::RepresentativeEmail::Role,
        _ => seen::RepresentativeEmail::Own,
    }
}

/// MitID is given from 13 years on, as is generally known.
pub(super) fn age(administrator: &Administrator<'_>, today: Date) -> seen::AdministratorAge {
    let Ok(born) = BirthDate::parse(administrator.born, today) else { return seen::AdministratorAge::Unknown };
    let older = |years: i32| born.date().saturating_add(years.years()) <= today;
    match (older(13), older(18)) {
        (false, _) => seen::AdministratorAge::Under13,
        (true, false) => seen::AdministratorAge::Under18,
        (true, true) => seen::AdministratorAge::Adult,
    }
}

pub(super) fn administrator_is(scene: &Scene<'_>, administrator: &Administrator<'_>) -> seen::AdministratorIs {
    let reporter = scene.reporter().is_some_and(|reporter| same(&reporter.name, administrator.name));
    if administrator.number.is_none() || same(&scene.draft.representative.name, administrator.name) {
        seen::AdministratorIs::Representative
    } else if reporter {
        seen::AdministratorIs::Reporter
    } else {
        seen::AdministratorIs::Other
    }
}

/// Whoever comes first among several with one address has it as their own. The representative comes first.
pub(super) fn administrator_email(
    scene: &Scene<'_>,
    administrator: &Administrator<'_>,
    is: seen::AdministratorIs,
) -> seen::AdministratorEmail {
    let representatives = is != seen::AdministratorIs::Representative && same(&scene.draft.representative.email, administrator.email);
    let reporters = || is != seen::AdministratorIs::Reporter && scene.reporter().is_some_and(|r| same(&r.email, administrator.email));
    let another = || {
        let mut before = scene.administrators().take_while(|other| other.number != administrator.number);
        before.any(|other| same(other.email, administrator.email))
    };
    let whole = EmailAddress::parse(administrator.email).is_ok();
    match () {
        () if !whole => seen::AdministratorEmail::Missing,
        () if representatives => seen::AdministratorEmail::Representatives,
        () if is == seen::AdministratorIs::Other && reporters() => seen::AdministratorEmail::Reporters,
        () if another() => seen::AdministratorEmail::Another,
        () if scene.book.words.is_role_mailbox(administrator.email) => seen::AdministratorEmail::Role,
        () => seen::AdministratorEmail::Own,
    }
}

/// Two of exactly one name may be father and son, or one of the two dates of birth is wrong: that is for a person to tell.
pub(super) fn administrator_again(scene: &Scene<'_>, administrator: &Administrator<'_>) -> seen::AdministratorAgain {
    let before = || scene.administrators().take_while(|other| other.number != administrator.number);
    match () {
        () if before().any(|other| administrator.is_same_person(&other, scene.today)) => seen::AdministratorAgain::Yes,
        () if before().any(|other| same(other.name, administrator.name)) => seen::AdministratorAgain::SameName,
        () => seen::AdministratorAgain::No,
    }
}

pub(super) fn words(name: &str) -> usize {
    name.split_whitespace().count()
}
