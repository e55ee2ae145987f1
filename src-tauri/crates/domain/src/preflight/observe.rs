//! Every observation that rules may ask for, each made by one small function of what is looked at.

use super::checklist::Need;
use super::scene::{Administrator, Found, Scene, blank, same};
use crate::connection::{Part, problems_in};
use crate::cvr::CvrNumber;
use crate::draft::{Lookup, Role};
use crate::need::{Kind, Need as Needed, WhyNeeded, WhyNot};
use crate::organisation::ParticipantKind;
use crate::person::{BirthDate, EmailAddress};
use crate::problem::Problem;
use crate::rules::observation::{Sight, seen};
use crate::rules::words::letters;
use crate::rules::{Automatic, Consequence, Group, PrivateMitid, Standing};
use crate::{Answer, day_in_denmark};
use jiff::ToSpan;
use jiff::civil::Date;

/// What is observed about the case as a whole.
pub(super) fn case(scene: &Scene<'_>) -> Sight {
    let mut sight = Sight::NOTHING;
    sight.see(need_check(scene));
    sight.see(need_kind(scene));
    sight.see(private_mitid(scene));
    sight.see(number(scene));
    sight.see(register(scene));
    sight.see(scene.management);
    sight.see(register_age(scene));
    sight.see(form_group(scene));
    sight.see(special_form(scene));
    sight.see(form_automatic(scene));
    sight.see(status(scene));
    sight.see(re_entry(scene));
    sight.see(signing_rule(scene));
    sight.see(partners(scene));
    sight.see(association_representative(scene));
    sight.see(somebody_else(scene));
    sight.see(connected(scene));
    sight.see(role(scene));
    sight.see(reporter(scene));
    sight.see(listed(scene));
    sight.see(listed_as(scene));
    sight.see(listed_role(scene));
    sight.see(representative_mitid(scene));
    sight.see(representative_cpr(scene));
    sight.see(representative_title(scene));
    sight.see(representative_name(scene));
    sight.see(representative_email(scene));
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
    sight.see(age(administrator, scene.today));
    sight.see(match words(administrator.name) {
        0 => seen::AdministratorName::Missing,
        1 => seen::AdministratorName::OneWord,
        _ => seen::AdministratorName::Full,
    });
    let is = administrator_is(scene, administrator);
    sight.see(is);
    sight.see(administrator_email(scene, administrator, is));
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

fn private_mitid(scene: &Scene<'_>) -> seen::PrivateMitid {
    match scene.form.map(|form| form.private_mitid) {
        Some(PrivateMitid::Yes) => seen::PrivateMitid::Yes,
        Some(PrivateMitid::IfSignsAlone) => seen::PrivateMitid::IfSignsAlone,
        Some(PrivateMitid::IfRegistered) => seen::PrivateMitid::IfRegistered,
        Some(PrivateMitid::No) => seen::PrivateMitid::No,
        None => seen::PrivateMitid::Unknown,
    }
}

fn number(scene: &Scene<'_>) -> seen::Number {
    match CvrNumber::parse(&scene.draft.cvr) {
        Ok(_) => seen::Number::Sound,
        Err(_) if blank(&scene.draft.cvr) => seen::Number::Missing,
        Err(_) => seen::Number::Wrong,
    }
}

fn register(scene: &Scene<'_>) -> seen::Register {
    match &scene.draft.lookup {
        _ if scene.organisation.is_some() => seen::Register::Answered,
        Lookup::NotYet | Lookup::Found(_) | Lookup::Typed(_) => seen::Register::NotAsked,
        Lookup::Asked { .. } => seen::Register::Waiting,
        Lookup::Failed { problem: Problem::CvrUnknown, .. } => seen::Register::NoSuch,
        Lookup::Failed { .. } => seen::Register::NoAnswer,
    }
}

fn register_age(scene: &Scene<'_>) -> seen::RegisterAge {
    match scene.organisation.map(|organisation| day_in_denmark(organisation.looked_up)) {
        None => seen::RegisterAge::Unknown,
        Some(day) if scene.book.deadlines.lengths.register_snapshot.length.after(day) < scene.today => seen::RegisterAge::Old,
        Some(_) => seen::RegisterAge::Fresh,
    }
}

fn form_group(scene: &Scene<'_>) -> seen::FormGroup {
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

fn special_form(scene: &Scene<'_>) -> seen::SpecialForm {
    match scene.form.map(|form| form.code) {
        Some(115) => seen::SpecialForm::VoluntaryAssociation,
        Some(240) => seen::SpecialForm::County,
        _ => seen::SpecialForm::None,
    }
}

fn form_automatic(scene: &Scene<'_>) -> seen::FormAutomatic {
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

fn status(scene: &Scene<'_>) -> seen::Status {
    scene.state.and_then(|state| seen::Status::named(&state.id)).unwrap_or(seen::Status::Unknown)
}

fn re_entry(scene: &Scene<'_>) -> seen::ReEntry {
    let Some(re_entry) = scene.state.and_then(|state| state.re_entry.as_ref()) else {
        let ceased = scene.state.is_some_and(|state| state.consequence == Consequence::Stop);
        return if ceased { seen::ReEntry::Impossible } else { seen::ReEntry::Unneeded };
    };
    let held = scene.listed().is_some_and(|candidate| candidate.roles.iter().any(|role| re_entry.is_held(role)));
    if held || re_entry.is_named(&scene.draft.representative.title) { seen::ReEntry::ByRepresentative } else { seen::ReEntry::ByOther }
}

fn signing_rule(scene: &Scene<'_>) -> seen::SigningRule {
    match scene.organisation.and_then(|organisation| organisation.signing_rule.as_deref()) {
        Some(rule) => scene.book.words.signing(rule),
        None => seen::SigningRule::Unknown,
    }
}

fn partners(scene: &Scene<'_>) -> seen::Partners {
    let partnership = matches!(scene.group(), Some(Group::Partnership | Group::LimitedPartnership));
    let Some(organisation) = scene.organisation.filter(|_| partnership && scene.management == seen::Management::Told) else {
        return seen::Partners::Unknown;
    };
    let mut kinds = organisation
        .candidates
        .iter()
        .filter(|candidate| candidate.roles.iter().any(|role| letters(&role.relation) == "FULDTANSVARLIGDELTAGERE"));
    match kinds.clone().any(|candidate| candidate.kind != ParticipantKind::Organisation) {
        true => seen::Partners::Person,
        false if kinds.next().is_some() => seen::Partners::OnlyOrganisations,
        false => seen::Partners::None,
    }
}

/// A registration counts as new on its day and the day after, since only the day is known.
fn association_representative(scene: &Scene<'_>) -> seen::AssociationRepresentative {
    if scene.group() != Some(Group::Association) {
        return seen::AssociationRepresentative::NoAssociation;
    }
    if scene.management != seen::Management::Told {
        return seen::AssociationRepresentative::Unknown;
    }
    let usable = |since: Date| scene.book.deadlines.lengths.association_representative.length.after(since) < scene.today;
    match scene.association_representative() {
        None => seen::AssociationRepresentative::None,
        Some((candidate, _)) if scene.listed().is_none_or(|listed| listed.unit != candidate.unit) => seen::AssociationRepresentative::Other,
        Some((_, role)) if role.since.is_none_or(usable) => seen::AssociationRepresentative::Chosen,
        Some(_) => seen::AssociationRepresentative::New,
    }
}

fn somebody_else(scene: &Scene<'_>) -> seen::SomebodyElse {
    if scene.somebody_else().is_some() { seen::SomebodyElse::Automatic } else { seen::SomebodyElse::Nobody }
}

fn connected(scene: &Scene<'_>) -> seen::Connected {
    match scene.facts.connected {
        Some(true) => seen::Connected::Yes,
        Some(false) => seen::Connected::No,
        None => seen::Connected::Unknown,
    }
}

fn role(scene: &Scene<'_>) -> seen::Role {
    match scene.draft.role {
        Some(Role::Representative) => seen::Role::Representative,
        Some(Role::Reporter) => seen::Role::Reporter,
        None => seen::Role::Unanswered,
    }
}

fn reporter(scene: &Scene<'_>) -> seen::Reporter {
    match scene.reporter() {
        None => seen::Reporter::None,
        Some(reporter) if same(&reporter.name, &scene.draft.representative.name) => seen::Reporter::Representative,
        Some(_) => seen::Reporter::Somebody,
    }
}

fn listed(scene: &Scene<'_>) -> seen::Listed {
    match scene.found {
        Found::Unknown => seen::Listed::Unknown,
        Found::Nobody => seen::Listed::No,
        Found::Similar(_) => seen::Listed::Similar,
        Found::Somebody(_) => seen::Listed::Yes,
    }
}

fn listed_as(scene: &Scene<'_>) -> seen::ListedAs {
    match scene.listed().map(|candidate| candidate.kind) {
        Some(ParticipantKind::Person) => seen::ListedAs::Person,
        Some(ParticipantKind::PersonWithoutCpr) => seen::ListedAs::WithoutCpr,
        Some(ParticipantKind::Organisation) => seen::ListedAs::Organisation,
        None => seen::ListedAs::Unknown,
    }
}

fn listed_role(scene: &Scene<'_>) -> seen::ListedRole {
    let (Some(form), Some(candidate)) = (scene.form, scene.listed()) else { return seen::ListedRole::Unknown };
    let substitute = || candidate.roles.iter().any(|role| scene.book.words.is_substitute(&role.function));
    match candidate.roles.iter().map(|role| form.standing(role)).max() {
        Some(Standing::Automatic) => seen::ListedRole::Automatic,
        Some(Standing::ByDocuments) => seen::ListedRole::ByDocuments,
        Some(Standing::Nothing) | None if substitute() => seen::ListedRole::Substitute,
        Some(Standing::Nothing) | None => seen::ListedRole::Nothing,
    }
}

fn representative_mitid(scene: &Scene<'_>) -> seen::RepresentativeMitid {
    match scene.draft.representative.has_mitid {
        Some(Answer::Yes) => seen::RepresentativeMitid::Yes,
        Some(Answer::No) => seen::RepresentativeMitid::No,
        Some(Answer::Unknown) => seen::RepresentativeMitid::Unknown,
        None => seen::RepresentativeMitid::Unanswered,
    }
}

fn representative_cpr(scene: &Scene<'_>) -> seen::RepresentativeCpr {
    match scene.draft.representative.has_cpr {
        Some(Answer::Yes) => seen::RepresentativeCpr::Yes,
        Some(Answer::No) => seen::RepresentativeCpr::No,
        Some(Answer::Unknown) => seen::RepresentativeCpr::Unknown,
        None => seen::RepresentativeCpr::Unanswered,
    }
}

fn representative_title(scene: &Scene<'_>) -> seen::RepresentativeTitle {
    let title = &scene.draft.representative.title;
    match scene.book.words.title(title) {
        _ if blank(title) => seen::RepresentativeTitle::Missing,
        Some(true) => seen::RepresentativeTitle::Management,
        Some(false) => seen::RepresentativeTitle::Other,
        None => seen::RepresentativeTitle::Unclear,
    }
}

fn representative_name(scene: &Scene<'_>) -> seen::RepresentativeName {
    match words(&scene.draft.representative.name) {
        0 => seen::RepresentativeName::Missing,
        1 => seen::RepresentativeName::OneWord,
        _ => seen::RepresentativeName::Full,
    }
}

fn representative_email(scene: &Scene<'_>) -> seen::RepresentativeEmail {
    let representative = &scene.draft.representative;
    let another = |reporter: &&crate::draft::ReporterAnswers| !same(&reporter.name, &representative.name);
    match scene.reporter().filter(another) {
        _ if blank(&representative.email) => seen::RepresentativeEmail::Missing,
        Some(reporter) if same(&reporter.email, &representative.email) => seen::RepresentativeEmail::ReportersToo,
        _ if scene.book.words.is_role_mailbox(&representative.email) => seen::RepresentativeEmail::Role,
        _ => seen::RepresentativeEmail::Own,
    }
}

fn terms(scene: &Scene<'_>) -> seen::Terms {
    match (scene.draft.terms.opened, scene.draft.terms.opened_current()) {
        (None, _) => seen::Terms::NotOpened,
        (Some(_), Some(_)) => seen::Terms::Current,
        (Some(_), None) => seen::Terms::Older,
    }
}

fn administrators(scene: &Scene<'_>) -> seen::Administrators {
    match scene.draft.administrator_count() {
        0 => seen::Administrators::None,
        1 => seen::Administrators::One,
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

/// MitID is given from 13 years on, as is generally known.
fn age(administrator: &Administrator<'_>, today: Date) -> seen::AdministratorAge {
    let Ok(born) = BirthDate::parse(administrator.born, today) else { return seen::AdministratorAge::Unknown };
    let older = |years: i32| born.date().saturating_add(years.years()) <= today;
    match (older(13), older(18)) {
        (false, _) => seen::AdministratorAge::Under13,
        (true, false) => seen::AdministratorAge::Under18,
        (true, true) => seen::AdministratorAge::Adult,
    }
}

fn administrator_is(scene: &Scene<'_>, administrator: &Administrator<'_>) -> seen::AdministratorIs {
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
fn administrator_email(scene: &Scene<'_>, administrator: &Administrator<'_>, is: seen::AdministratorIs) -> seen::AdministratorEmail {
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

fn words(name: &str) -> usize {
    name.split_whitespace().count()
}
