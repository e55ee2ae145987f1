//! Every observation that rules may ask for, each made by one small function of what is looked at.

mod organisation;
mod people;

use super::checklist::Need;
use super::scene::{Administrator, Scene, blank, same};
use crate::Answer;
use crate::connection::{Part, problems_in};
use crate::draft::{Role, TermsAnswers};
use crate::need::{Kind, Need as Needed, WhyNeeded, WhyNot};
use crate::rules::observation::{Sight, seen};
use crate::rules::{Group, PrivateMitid};
use crate::terms::{Standing, standing};
use jiff::ToSpan;

/// What is observed about the case as a whole.
pub(super) fn case(scene: &Scene<'_>) -> Sight {
    let mut sight = Sight::NOTHING;
    sight.see(need_check(scene));
    sight.see(need_kind(scene));
    sight.see(organisation::private_mitid(scene));
    sight.see(organisation::number(scene));
    sight.see(organisation::register(scene));
    sight.see(scene.management);
    sight.see(organisation::register_age(scene));
    sight.see(organisation::form_group(scene));
    sight.see(organisation::special_form(scene));
    sight.see(organisation::form_automatic(scene));
    sight.see(organisation::status(scene));
    sight.see(organisation::re_entry(scene));
    sight.see(organisation::signing_rule(scene));
    sight.see(organisation::partners(scene));
    sight.see(organisation::association_representative(scene));
    sight.see(organisation::somebody_else(scene));
    sight.see(organisation::holders(scene));
    sight.see(connected(scene));
    sight.see(people::role(scene));
    sight.see(people::reporter(scene));
    sight.see(people::listed(scene));
    sight.see(people::listed_as(scene));
    sight.see(people::listed_role(scene));
    sight.see(people::representative_mitid(scene));
    sight.see(people::representative_cpr(scene));
    sight.see(people::representative_title(scene));
    sight.see(people::representative_name(scene));
    sight.see(people::representative_email(scene));
    sight.see(terms(scene));
    sight.see(administrators(scene));
    sight.see(administrators_ready(scene));
    sight.see(board(scene));
    sight.see(together(scene));
    sight.see(sent(scene));
    sight.see(rejected(scene));
    sight.see(set_up(scene));
    sight.see(terminated(scene));
    sight.see(rule_book(scene));
    sight
}

/// What is observed about one administrator.
pub(super) fn administrator(scene: &Scene<'_>, administrator: &Administrator<'_>, sight: &mut Sight) {
    sight.see(match administrator.has_cpr {
        Some(Answer::Yes) => seen::AdministratorCpr::Yes,
        Some(Answer::No) => seen::AdministratorCpr::No,
        Some(Answer::Unknown) => seen::AdministratorCpr::Unknown,
        None => seen::AdministratorCpr::Unanswered,
    });
    sight.see(match administrator.has_mitid {
        Some(Answer::Yes) => seen::AdministratorMitid::Yes,
        Some(Answer::No) => seen::AdministratorMitid::No,
        Some(Answer::Unknown) => seen::AdministratorMitid::Unknown,
        None => seen::AdministratorMitid::Unanswered,
    });
    sight.see(people::age(administrator, scene.today));
    sight.see(match people::words(administrator.name) {
        0 => seen::AdministratorName::Missing,
        1 => seen::AdministratorName::OneWord,
        _ => seen::AdministratorName::Full,
    });
    let is = people::administrator_is(scene, administrator);
    sight.see(is);
    sight.see(people::administrator_email(scene, administrator, is));
    sight.see(people::administrator_again(scene, administrator));
}

/// What is observed about one document that is needed.
pub(super) fn need(need: &Need, sight: &mut Sight) {
    if let Some(document) = seen::NeededDocument::named(&need.document.id) {
        sight.see(document);
    }
    sight.see(if need.attached.is_empty() { seen::Attached::No } else { seen::Attached::Yes });
    sight.see(if need.open.is_empty() { seen::Points::Confirmed } else { seen::Points::Open });
}

/// What is observed about one file that is attached.
pub(super) fn file(scene: &Scene<'_>, n: usize, needs: &[Need], sight: &mut Sight) {
    let Some(file) = scene.draft.documents.get(n) else { return };
    sight.see(match needs.iter().find(|need| need.document.id == file.kind) {
        Some(need) if need.required => seen::FileKind::Needed,
        Some(_) => seen::FileKind::Useful,
        None if scene.book.documents.find(&file.kind).is_some() => seen::FileKind::NotNeeded,
        None => seen::FileKind::Unknown,
    });
    sight.see(match file.size {
        0 => seen::FileSize::Empty,
        size if size > scene.book.documents.limits.bytes_each() => seen::FileSize::TooLarge,
        _ => seen::FileSize::Fine,
    });
    sight.see(if scene.book.words.is_extract(&file.name) { seen::FileName::Extract } else { seen::FileName::Plain });
    // A case that somebody wrote by hand need not say what the files hold.
    let told = file.sha256 != [0; 32];
    let twice = told && scene.draft.documents.iter().take(n).any(|before| before.sha256 == file.sha256);
    sight.see(if twice { seen::FileTwice::Yes } else { seen::FileTwice::No });
}

fn need_check(scene: &Scene<'_>) -> seen::Need {
    match scene.draft.need.outcome() {
        Needed::Open => seen::Need::Open,
        Needed::NotNeeded(WhyNot::OwnerAlone) => seen::Need::OwnerAlone,
        Needed::NotNeeded(WhyNot::SignsAlone) => seen::Need::SignsAlone,
        Needed::NotNeeded(WhyNot::AssociationRepresentative) => seen::Need::AssociationAlone,
        Needed::Needed(WhyNeeded::SeveralPeople) => seen::Need::SeveralPeople,
        Needed::Needed(WhyNeeded::NotAlone) => seen::Need::NotAlone,
        Needed::Needed(WhyNeeded::KindNotCovered) => seen::Need::NotCovered,
        Needed::Needed(WhyNeeded::NotRuledOut) => seen::Need::NotRuledOut,
    }
}

/// Only a difference that would change what the need check says is one: a housing association may be registered as several forms.
fn need_kind(scene: &Scene<'_>) -> seen::NeedKind {
    let (Some(kind), Some(form)) = (scene.draft.need.kind, scene.form) else { return seen::NeedKind::Unknown };
    let differs = match kind {
        Kind::SoleProprietor => form.group != Group::SoleProprietor,
        Kind::Company => matches!(form.private_mitid, PrivateMitid::Yes | PrivateMitid::IfRegistered),
        Kind::Association => matches!(form.private_mitid, PrivateMitid::Yes | PrivateMitid::IfSignsAlone),
        Kind::Other => form.private_mitid != PrivateMitid::No,
    };
    if differs { seen::NeedKind::Differs } else { seen::NeedKind::Fits }
}

fn connected(scene: &Scene<'_>) -> seen::Connected {
    match scene.facts.connected {
        Some(true) => seen::Connected::Yes,
        Some(false) => seen::Connected::No,
        None => seen::Connected::Unknown,
    }
}

fn terms(scene: &Scene<'_>) -> seen::Terms {
    let TermsAnswers { summary_shown, official, edition, accepted: _ } = &scene.draft.terms;
    let previewed = scene.draft.role == Some(Role::Reporter) && summary_shown.is_some();
    if official.is_none() && !previewed {
        return seen::Terms::NotOpened;
    }
    match edition.map(standing) {
        Some(Standing::Current) => seen::Terms::Current,
        Some(Standing::Older) => seen::Terms::Older,
        Some(Standing::Unknown) | None => seen::Terms::Unknown,
    }
}

/// Persons are counted, not how often they were typed: whoever was typed twice is gone at once.
fn administrators(scene: &Scene<'_>) -> seen::Administrators {
    match scene.draft.administrator_count() {
        0 => seen::Administrators::None,
        _ if scene.one_administrator() => seen::Administrators::One,
        _ => seen::Administrators::Several,
    }
}

fn administrators_ready(scene: &Scene<'_>) -> seen::AdministratorsReady {
    let whole = problems_in(scene.draft, Part::Administrators, scene.today).is_empty();
    if whole { seen::AdministratorsReady::Yes } else { seen::AdministratorsReady::NotYet }
}

fn board(scene: &Scene<'_>) -> seen::Board {
    let board = &scene.draft.board;
    let member = |name: &str| board.iter().any(|member| same(&member.name, name));
    match board.iter().any(|member| blank(&member.name) || blank(&member.function)) {
        _ if board.is_empty() => seen::Board::Empty,
        true => seen::Board::Gaps,
        false if member(&scene.draft.representative.name) => seen::Board::Whole,
        false => seen::Board::WithoutRepresentative,
    }
}

fn together(scene: &Scene<'_>) -> seen::Together {
    let bytes = scene.draft.documents.iter().fold(0_u64, |sum, file| sum.saturating_add(file.size));
    if bytes > scene.book.documents.limits.bytes_together() { seen::Together::TooLarge } else { seen::Together::Fine }
}

fn sent(scene: &Scene<'_>) -> seen::Sent {
    let over = |sent| super::expected_answer(sent).latest < scene.today;
    match scene.facts.sent {
        None => seen::Sent::No,
        Some(sent) if over(sent) => seen::Sent::Overdue,
        Some(_) => seen::Sent::Waiting,
    }
}

fn rejected(scene: &Scene<'_>) -> seen::Rejected {
    if scene.facts.rejected.is_some() { seen::Rejected::Yes } else { seen::Rejected::No }
}

fn set_up(scene: &Scene<'_>) -> seen::SetUp {
    let lengths = &scene.book.deadlines.lengths;
    let Some(until) = scene.facts.concluded.map(|day| lengths.set_up_link.length.after(day)) else { return seen::SetUp::NotYet };
    let soon = until.saturating_sub(i64::from(lengths.set_up_link_reminder.length.amount).days());
    match scene.today {
        today if today > until => seen::SetUp::Expired,
        today if today >= soon => seen::SetUp::EndsSoon,
        _ => seen::SetUp::Running,
    }
}

fn terminated(scene: &Scene<'_>) -> seen::Terminated {
    match scene.facts.terminated.map(|day| scene.book.deadlines.lengths.termination.length.after(day)) {
        None => seen::Terminated::No,
        Some(until) if until < scene.today => seen::Terminated::Over,
        Some(_) => seen::Terminated::Running,
    }
}

fn rule_book(scene: &Scene<'_>) -> seen::RuleBook {
    let deadlines = &scene.book.deadlines;
    let fresh = scene.today <= deadlines.lengths.rule_book.length.after(deadlines.as_of);
    if fresh { seen::RuleBook::Fresh } else { seen::RuleBook::Old }
}
