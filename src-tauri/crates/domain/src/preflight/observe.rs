//! Every observation that rules may ask for, each made by one small function of what is looked at.

mod organisation;
mod people;

use super::checklist::Need;
use super::context::{Administrator, RuleContext, blank, same};
use crate::Answer;
use crate::draft::{Role, TermsAnswers};
use crate::need::{Kind, Need as Needed, WhyNeeded, WhyNot};
use crate::parts::{Part, problems_in};
use crate::rules::observation::{Observations, facts};
use crate::rules::{Group, PrivateMitid};
use crate::terms::{Standing, standing};
use jiff::ToSpan;

/// What is observed about the case as a whole.
pub(super) fn case(context: &RuleContext<'_>) -> Observations {
    let mut observations = Observations::NOTHING;
    observations.record(need_check(context));
    observations.record(need_kind(context));
    observations.record(organisation::private_mitid(context));
    observations.record(organisation::number(context));
    observations.record(organisation::register(context));
    observations.record(context.management);
    observations.record(organisation::register_age(context));
    observations.record(organisation::form_group(context));
    observations.record(organisation::special_form(context));
    observations.record(organisation::form_automatic(context));
    observations.record(organisation::status(context));
    observations.record(organisation::re_entry(context));
    observations.record(organisation::signing_rule(context));
    observations.record(organisation::partners(context));
    observations.record(organisation::association_representative(context));
    observations.record(organisation::somebody_else(context));
    observations.record(organisation::holders(context));
    observations.record(connected(context));
    observations.record(stopped_for_documents(context));
    observations.record(people::role(context));
    observations.record(people::reporter(context));
    observations.record(people::listed(context));
    observations.record(people::listed_as(context));
    observations.record(people::listed_role(context));
    observations.record(people::representative_mitid(context));
    observations.record(people::representative_cpr(context));
    observations.record(people::representative_title(context));
    observations.record(people::representative_name(context));
    observations.record(people::representative_email(context));
    observations.record(terms(context));
    observations.record(administrators(context));
    observations.record(administrators_ready(context));
    observations.record(board(context));
    observations.record(together(context));
    observations.record(sent(context));
    observations.record(rejected(context));
    observations.record(set_up(context));
    observations.record(terminated(context));
    observations.record(administrators_left(context));
    observations.record(rule_book(context));
    observations
}

/// What is observed about one administrator.
pub(super) fn administrator(
    context: &RuleContext<'_>,
    administrator: &Administrator<'_>,
    observations: &mut Observations,
) {
    observations.record(match administrator.has_cpr {
        Some(Answer::Yes) => facts::AdministratorCpr::Yes,
        Some(Answer::No) => facts::AdministratorCpr::No,
        Some(Answer::Unknown) => facts::AdministratorCpr::Unknown,
        None => facts::AdministratorCpr::Unanswered,
    });
    observations.record(match administrator.has_mitid {
        Some(Answer::Yes) => facts::AdministratorMitid::Yes,
        Some(Answer::No) => facts::AdministratorMitid::No,
        Some(Answer::Unknown) => facts::AdministratorMitid::Unknown,
        None => facts::AdministratorMitid::Unanswered,
    });
    observations.record(people::age(administrator, context.today));
    observations.record(match people::words(administrator.name) {
        0 => facts::AdministratorName::Missing,
        1 => facts::AdministratorName::OneWord,
        _ => facts::AdministratorName::Full,
    });
    let is = people::administrator_is(context, administrator);
    observations.record(is);
    observations.record(people::administrator_email(context, administrator, is));
    observations.record(people::administrator_again(context, administrator));
}

/// What is observed about one document that is needed.
pub(super) fn need(need: &Need, observations: &mut Observations) {
    if let Some(document) = facts::NeededDocument::named(&need.document.id) {
        observations.record(document);
    }
    observations.record(if need.attached.is_empty() {
        facts::Attached::No
    } else {
        facts::Attached::Yes
    });
    observations.record(if need.open.is_empty() {
        facts::Points::Confirmed
    } else {
        facts::Points::Open
    });
}

/// What is observed about one file that is attached.
pub(super) fn file(
    context: &RuleContext<'_>,
    n: usize,
    needs: &[Need],
    observations: &mut Observations,
) {
    let Some(file) = context.draft.documents.get(n) else { return };
    observations.record(match needs.iter().find(|need| need.document.id == file.kind) {
        Some(need) if need.required => facts::FileKind::Needed,
        Some(_) => facts::FileKind::Useful,
        None if context.book.documents.find(&file.kind).is_some() => facts::FileKind::NotNeeded,
        None => facts::FileKind::Unknown,
    });
    observations.record(match file.size {
        0 => facts::FileSize::Empty,
        size if size > context.book.documents.limits.bytes_each() => facts::FileSize::TooLarge,
        _ => facts::FileSize::Fine,
    });
    observations.record(if context.book.words.is_extract(&file.name) {
        facts::FileName::Extract
    } else {
        facts::FileName::Plain
    });
    // A case that somebody wrote by hand need not say what the files hold.
    let told = file.sha256 != [0; 32];
    let twice =
        told && context.draft.documents.iter().take(n).any(|before| before.sha256 == file.sha256);
    observations.record(if twice { facts::FileTwice::Yes } else { facts::FileTwice::No });
}

fn need_check(context: &RuleContext<'_>) -> facts::Need {
    match context.draft.need.outcome() {
        Needed::Open => facts::Need::Open,
        Needed::NotNeeded(WhyNot::OwnerAlone) => facts::Need::OwnerAlone,
        Needed::NotNeeded(WhyNot::SignsAlone) => facts::Need::SignsAlone,
        Needed::NotNeeded(WhyNot::AssociationRepresentative) => facts::Need::AssociationAlone,
        Needed::Needed(WhyNeeded::SeveralPeople) => facts::Need::SeveralPeople,
        Needed::Needed(WhyNeeded::NotAlone) => facts::Need::NotAlone,
        Needed::Needed(WhyNeeded::KindNotCovered) => facts::Need::NotCovered,
        Needed::Needed(WhyNeeded::NotRuledOut) => facts::Need::NotRuledOut,
    }
}

/// Only a difference that would change what the need check says is one: a housing association may
/// be registered as several forms.
fn need_kind(context: &RuleContext<'_>) -> facts::NeedKind {
    let (Some(kind), Some(form)) = (context.draft.need.kind, context.form) else {
        return facts::NeedKind::Unknown;
    };
    let differs = match kind {
        Kind::SoleProprietor => form.group != Group::SoleProprietor,
        Kind::Company => {
            matches!(form.private_mitid, PrivateMitid::Yes | PrivateMitid::IfRegistered)
        }
        Kind::Association => {
            matches!(form.private_mitid, PrivateMitid::Yes | PrivateMitid::IfSignsAlone)
        }
        Kind::Other => form.private_mitid != PrivateMitid::No,
    };
    if differs { facts::NeedKind::Differs } else { facts::NeedKind::Fits }
}

fn stopped_for_documents(context: &RuleContext<'_>) -> facts::StoppedForDocuments {
    if context.facts.stopped_for_documents {
        facts::StoppedForDocuments::Yes
    } else {
        facts::StoppedForDocuments::No
    }
}

fn connected(context: &RuleContext<'_>) -> facts::Connected {
    match context.facts.connected {
        Some(true) => facts::Connected::Yes,
        Some(false) => facts::Connected::No,
        None => facts::Connected::Unknown,
    }
}

fn terms(context: &RuleContext<'_>) -> facts::Terms {
    let TermsAnswers { summary_shown, official, edition, accepted: _ } = &context.draft.terms;
    let previewed = context.draft.role == Some(Role::Reporter) && summary_shown.is_some();
    if official.is_none() && !previewed {
        return facts::Terms::NotOpened;
    }
    match edition.map(standing) {
        Some(Standing::Current) => facts::Terms::Current,
        Some(Standing::Older) => facts::Terms::Older,
        Some(Standing::Unknown) | None => facts::Terms::Unknown,
    }
}

/// Persons are counted, not how often they were typed: whoever was typed twice is gone at once.
fn administrators(context: &RuleContext<'_>) -> facts::Administrators {
    match context.draft.administrator_count() {
        0 => facts::Administrators::None,
        _ if context.one_administrator() => facts::Administrators::One,
        _ => facts::Administrators::Several,
    }
}

fn administrators_ready(context: &RuleContext<'_>) -> facts::AdministratorsReady {
    let whole = problems_in(context.draft, Part::Administrators, context.today).is_empty();
    if whole { facts::AdministratorsReady::Yes } else { facts::AdministratorsReady::NotYet }
}

fn board(context: &RuleContext<'_>) -> facts::Board {
    let board = &context.draft.board;
    let member = |name: &str| board.iter().any(|member| same(&member.name, name));
    match board.iter().any(|member| blank(&member.name) || blank(&member.function)) {
        _ if board.is_empty() => facts::Board::Empty,
        true => facts::Board::Gaps,
        false if member(&context.draft.representative.name) => facts::Board::Whole,
        false => facts::Board::WithoutRepresentative,
    }
}

fn together(context: &RuleContext<'_>) -> facts::Together {
    let bytes =
        context.draft.documents.iter().fold(0_u64, |sum, file| sum.saturating_add(file.size));
    if bytes > context.book.documents.limits.bytes_together() {
        facts::Together::TooLarge
    } else {
        facts::Together::Fine
    }
}

fn sent(context: &RuleContext<'_>) -> facts::Sent {
    let over = |sent| super::expected_answer(sent).latest < context.today;
    match context.facts.sent {
        None => facts::Sent::No,
        Some(sent) if over(sent) => facts::Sent::Overdue,
        Some(_) => facts::Sent::Waiting,
    }
}

fn rejected(context: &RuleContext<'_>) -> facts::Rejected {
    if context.facts.rejected.is_some() { facts::Rejected::Yes } else { facts::Rejected::No }
}

fn set_up(context: &RuleContext<'_>) -> facts::SetUp {
    let lengths = &context.book.deadlines.lengths;
    let Some(until) = context.facts.concluded.map(|day| lengths.set_up_link.length.after(day))
    else {
        return facts::SetUp::NotYet;
    };
    if context.facts.set_up {
        return facts::SetUp::Done;
    }
    let soon = until.saturating_sub(i64::from(lengths.set_up_link_reminder.length.amount).days());
    match context.today {
        today if today > until => facts::SetUp::Expired,
        today if today >= soon => facts::SetUp::EndsSoon,
        _ => facts::SetUp::DeadlineFrom,
    }
}

fn terminated(context: &RuleContext<'_>) -> facts::Terminated {
    match context
        .facts
        .terminated
        .map(|day| context.book.deadlines.lengths.termination.length.after(day))
    {
        None => facts::Terminated::No,
        Some(until) if until < context.today => facts::Terminated::Over,
        Some(_) => facts::Terminated::DeadlineFrom,
    }
}

fn administrators_left(context: &RuleContext<'_>) -> facts::AdministratorsLeft {
    match context.facts.administrators_left {
        None => facts::AdministratorsLeft::NobodyStops,
        Some(0) => facts::AdministratorsLeft::Nobody,
        Some(1) => facts::AdministratorsLeft::One,
        Some(_) => facts::AdministratorsLeft::Several,
    }
}

fn rule_book(context: &RuleContext<'_>) -> facts::RuleBook {
    let deadlines = &context.book.deadlines;
    let fresh = context.today <= deadlines.lengths.rule_book.length.after(deadlines.as_of);
    if fresh { facts::RuleBook::Fresh } else { facts::RuleBook::Old }
}
