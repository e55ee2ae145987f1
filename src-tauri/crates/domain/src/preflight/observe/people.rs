//! What is observed of the people: who prepares, who represents, who is appointed.

use crate::Answer;
use crate::draft::Role;
use crate::organisation::ParticipantKind;
use crate::person::{BirthDate, EmailAddress};
use crate::preflight::context::{Administrator, CandidateMatch, RuleContext, blank, same};
use crate::rules::Standing;
use crate::rules::observation::facts;
use jiff::ToSpan;
use jiff::civil::Date;

pub(super) fn role(context: &RuleContext<'_>) -> facts::Role {
    match context.draft.role {
        Some(Role::Representative) => facts::Role::Representative,
        Some(Role::Reporter) => facts::Role::Reporter,
        None => facts::Role::Unanswered,
    }
}

pub(super) fn reporter(context: &RuleContext<'_>) -> facts::Reporter {
    match context.reporter() {
        None => facts::Reporter::None,
        Some(reporter) if same(&reporter.name, &context.draft.representative.name) => {
            facts::Reporter::Representative
        }
        Some(_) => facts::Reporter::Somebody,
    }
}

pub(super) fn listed(context: &RuleContext<'_>) -> facts::Listed {
    match context.found {
        CandidateMatch::Unknown => match context.said_in_cvr() {
            Some(Answer::Yes) => facts::Listed::Yes,
            Some(Answer::No) => facts::Listed::No,
            Some(Answer::Unknown) | None => facts::Listed::Unknown,
        },
        CandidateMatch::Nobody => facts::Listed::No,
        CandidateMatch::Similar(_) => facts::Listed::Similar,
        CandidateMatch::Somebody(_) => facts::Listed::Yes,
    }
}

pub(super) fn listed_as(context: &RuleContext<'_>) -> facts::ListedAs {
    match context.listed().map(|candidate| candidate.kind) {
        Some(ParticipantKind::Person) => facts::ListedAs::Person,
        Some(ParticipantKind::PersonWithoutCpr) => facts::ListedAs::WithoutCpr,
        Some(ParticipantKind::Organisation) => facts::ListedAs::Organisation,
        Some(ParticipantKind::Unknown) => facts::ListedAs::Unclear,
        None => facts::ListedAs::Unknown,
    }
}

pub(super) fn listed_role(context: &RuleContext<'_>) -> facts::ListedRole {
    let (Some(form), Some(candidate)) = (context.form, context.listed()) else {
        return facts::ListedRole::Unknown;
    };
    let substitute =
        || candidate.roles.iter().any(|role| context.book.words.is_substitute(&role.function));
    match candidate.roles.iter().map(|role| form.standing(role)).max() {
        Some(Standing::Automatic) => facts::ListedRole::Automatic,
        Some(Standing::ByDocuments) => facts::ListedRole::ByDocuments,
        Some(Standing::Nothing) | None if substitute() => facts::ListedRole::Substitute,
        Some(Standing::Nothing) | None => facts::ListedRole::Nothing,
    }
}

pub(super) fn representative_mitid(context: &RuleContext<'_>) -> facts::RepresentativeMitid {
    match context.draft.representative.has_mitid {
        Some(Answer::Yes) => facts::RepresentativeMitid::Yes,
        Some(Answer::No) => facts::RepresentativeMitid::No,
        Some(Answer::Unknown) => facts::RepresentativeMitid::Unknown,
        None => facts::RepresentativeMitid::Unanswered,
    }
}

pub(super) fn representative_cpr(context: &RuleContext<'_>) -> facts::RepresentativeCpr {
    match context.draft.representative.has_cpr {
        Some(Answer::Yes) => facts::RepresentativeCpr::Yes,
        Some(Answer::No) => facts::RepresentativeCpr::No,
        Some(Answer::Unknown) => facts::RepresentativeCpr::Unknown,
        None => facts::RepresentativeCpr::Unanswered,
    }
}

pub(super) fn representative_title(context: &RuleContext<'_>) -> facts::RepresentativeTitle {
    let title = &context.draft.representative.title;
    match context.book.words.title(title) {
        _ if blank(title) => facts::RepresentativeTitle::Missing,
        Some(true) => facts::RepresentativeTitle::Management,
        Some(false) => facts::RepresentativeTitle::Other,
        None => facts::RepresentativeTitle::Unclear,
    }
}

pub(super) fn representative_name(context: &RuleContext<'_>) -> facts::RepresentativeName {
    match words(&context.draft.representative.name) {
        0 => facts::RepresentativeName::Missing,
        1 => facts::RepresentativeName::OneWord,
        _ => facts::RepresentativeName::Full,
    }
}

pub(super) fn representative_email(context: &RuleContext<'_>) -> facts::RepresentativeEmail {
    let representative = &context.draft.representative;
    let another =
        |reporter: &&crate::draft::ReporterAnswers| !same(&reporter.name, &representative.name);
    match context.reporter().filter(another) {
        _ if blank(&representative.email) => facts::RepresentativeEmail::Missing,
        Some(reporter) if same(&reporter.email, &representative.email) => {
            facts::RepresentativeEmail::ReportersToo
        }
        _ if context.book.words.is_role_mailbox(&representative.email) => {
            facts::RepresentativeEmail::Role
        }
        _ => facts::RepresentativeEmail::Own,
    }
}

/// MitID is given from 13 years on, as is generally known.
pub(super) fn age(administrator: &Administrator<'_>, today: Date) -> facts::AdministratorAge {
    let Ok(born) = BirthDate::parse(administrator.born, today) else {
        return facts::AdministratorAge::Unknown;
    };
    let older = |years: i32| born.date().saturating_add(years.years()) <= today;
    match (older(13), older(18)) {
        (false, _) => facts::AdministratorAge::Under13,
        (true, false) => facts::AdministratorAge::Under18,
        (true, true) => facts::AdministratorAge::Adult,
    }
}

pub(super) fn administrator_is(
    context: &RuleContext<'_>,
    administrator: &Administrator<'_>,
) -> facts::AdministratorIs {
    let reporter =
        context.reporter().is_some_and(|reporter| same(&reporter.name, administrator.name));
    if administrator.number.is_none()
        || same(&context.draft.representative.name, administrator.name)
    {
        facts::AdministratorIs::Representative
    } else if reporter {
        facts::AdministratorIs::Reporter
    } else {
        facts::AdministratorIs::Other
    }
}

/// Whoever comes first among several with one address has it as their own. The representative comes
/// first.
pub(super) fn administrator_email(
    context: &RuleContext<'_>,
    administrator: &Administrator<'_>,
    is: facts::AdministratorIs,
) -> facts::AdministratorEmail {
    let representatives = is != facts::AdministratorIs::Representative
        && same(&context.draft.representative.email, administrator.email);
    let reporters = || {
        is != facts::AdministratorIs::Reporter
            && context.reporter().is_some_and(|r| same(&r.email, administrator.email))
    };
    let another = || {
        let mut before =
            context.administrators().take_while(|other| other.number != administrator.number);
        before.any(|other| same(other.email, administrator.email))
    };
    let whole = EmailAddress::parse(administrator.email).is_ok();
    match () {
        () if !whole => facts::AdministratorEmail::Missing,
        () if representatives => facts::AdministratorEmail::Representatives,
        () if is == facts::AdministratorIs::Other && reporters() => {
            facts::AdministratorEmail::Reporters
        }
        () if another() => facts::AdministratorEmail::Another,
        () if context.book.words.is_role_mailbox(administrator.email) => {
            facts::AdministratorEmail::Role
        }
        () => facts::AdministratorEmail::Own,
    }
}

/// Two of exactly one name may be father and son, or one of the two dates of birth is wrong: that
/// is for a person to tell.
pub(super) fn administrator_again(
    context: &RuleContext<'_>,
    administrator: &Administrator<'_>,
) -> facts::AdministratorAgain {
    let before =
        || context.administrators().take_while(|other| other.number != administrator.number);
    match () {
        () if before().any(|other| administrator.is_same_person(&other, context.today)) => {
            facts::AdministratorAgain::Yes
        }
        () if before().any(|other| same(other.name, administrator.name)) => {
            facts::AdministratorAgain::SameName
        }
        () => facts::AdministratorAgain::No,
    }
}

pub(super) fn words(name: &str) -> usize {
    name.split_whitespace().count()
}
