//! The companion, the question how it went, and what was stated.

use super::context::Context;
use super::official_mail;
use crate::agreement::{OF_AGREEMENT, agreement};
use crate::answers::Born;
use crate::cases::deadline;
use crate::clock::moment;
use crate::guide::{
    AfterOutcome, ApprovedBefore, Companion, CopiedValue, EarlierOutcome, GuidePerson, GuideRemark,
    GuideScreen, GuideStep, GuideValue, NoteRow, OutcomeQuestion, ReasonChoice, ReasonRule,
    ScreenChoice, StatedOutcome, Stop,
};
use crate::mail_draft;
use crate::preflight::{finding, part};
use crate::receipts::record_state;
use crate::services;
use crate::summary::connection_summary;
use crate::values::published;
use app::route::GuidePage;
use domain::Language;
use domain::Timestamp;
use domain::carried::{carried, is_replaced};
use domain::case::{
    Approved, Case, Evidence, Guided, OutcomeKind, ScreenId, Stated, copied_answers,
};
use domain::connection::Connection;
use domain::draft::{Draft, Role};
use domain::guided::{self, ALREADY_CONNECTED, Direction, Visitor, coming};
use domain::organisation::Source;
use domain::outcome::ScreenNote;
use domain::person::TypedDate;
use domain::preflight::{Facts, preflight, told};
use domain::rules::{GuideField, Screen, TitleOrigin, book};
use domain::summary::{CaseSummary, DeadlineKind, still_said_of_case};
use jiff::civil::Date;

/// The companion.
pub(super) fn companion(context: &Context<'_>, case: &Case, page: GuidePage) -> Option<Companion> {
    let visitor = &case.visitor()?;
    let (language, today) = (context.common.language, context.shown.today);
    let connection = visitor.connection;
    let documents = case.leads_past_documents(today);
    let screen = book().guide.screen(&visitor.visit.screen.0)?;
    let copied = context.open.copied.as_ref().filter(|copied| copied.case == case.id);
    let asks =
        guided::fields(screen, visitor.role).any(|field| field == GuideField::Administrators);
    let people = connection.administrators.iter().filter(|_| asks);
    Some(Companion {
        organisation: connection.organisation.name.clone(),
        role: visitor.role.into(),
        used: services::used(
            context.common,
            Some(visitor.role),
            connection.representative.name.as_str(),
        ),
        stops: book()
            .guide
            .screens
            .iter()
            .map(|it| stop(it, visitor, documents, language))
            .collect(),
        screen: shown(screen, case, visitor, page, language),
        next: visitor.neighbour(documents, Direction::Next).map(|it| choice(it, language)),
        back: visitor.neighbour(documents, Direction::Back).map(|it| choice(it, language)),
        people: people
            .map(|person| GuidePerson {
                name: person.name.as_str().to_owned(),
                is_representative: person.is_representative,
            })
            .collect(),
        person: number(page.administrator),
        source: connection.organisation.origins.name.unwrap_or(Source::Typed).into(),
        looked_up: moment(connection.organisation.looked_up),
        mitid: visitor.mitid.map(Into::into),
        approved: visitor.approved.map(moment),
        on_top: context.open.on_top,
        copied: copied.map(|copied| CopiedValue {
            what: copied.what.into(),
            person: number(copied.administrator),
            until: copied.until.map(moment),
        }),
        as_of: book().guide.as_of.to_string(),
    })
}

fn stop(screen: &Screen, visitor: &Visitor<'_>, documents: bool, language: Language) -> Stop {
    let id = ScreenId(screen.id.clone());
    let ScreenChoice { number, name, .. } = choice(screen, language);
    Stop {
        number,
        name,
        seen: visitor.visit.seen.contains(&id),
        now: visitor.visit.screen == id,
        coming: coming(screen, visitor.role, documents).into(),
        id: id.0,
    }
}

fn choice(screen: &Screen, language: Language) -> ScreenChoice {
    ScreenChoice {
        id: screen.id.clone(),
        number: screen.number.into(),
        name: screen.short.read(language).to_owned(),
    }
}

fn shown(
    screen: &Screen,
    case: &Case,
    visitor: &Visitor<'_>,
    page: GuidePage,
    language: Language,
) -> GuideScreen {
    let values = |field| -> Vec<GuideValue> {
        guided::values(field, visitor.connection, page.administrator)
            .into_iter()
            .map(|value| GuideValue {
                what: value.what.into(),
                shown: value.shown,
                copies: value.copied.is_some(),
            })
            .collect()
    };
    let in_language = |da: &str, en: &str| match language {
        Language::Danish => da.to_owned(),
        Language::English => en.to_owned(),
    };
    let organisation = &visitor.connection.organisation.name;
    let id = ScreenId(screen.id.clone());
    let mine = |whose: domain::rules::Whose| whose.is_for(visitor.role);
    GuideScreen {
        id: screen.id.clone(),
        number: screen.number.into(),
        title: screen.title.as_ref().map(|title| in_language(&title.da, &title.en)),
        other_title: screen.title.as_ref().map(|title| in_language(&title.en, &title.da)),
        translated: screen.title.as_ref().is_some_and(|it| it.danish == TitleOrigin::Ours),
        known: screen.known.into(),
        certainty: screen.certainty.map(Into::into),
        sources: sources(&screen.source),
        steps: screen
            .steps
            .iter()
            .filter(|step| mine(step.role))
            .map(|step| GuideStep {
                text: in_language(&step.da, &step.en),
                values: step.field.map(values).unwrap_or_default(),
            })
            .collect(),
        assumed: screen.assumed.as_ref().map(|text| text.read(language).to_owned()),
        have: screen.have.iter().copied().flat_map(values).collect(),
        remarks: screen
            .remarks
            .iter()
            .filter(|remark| mine(remark.role))
            .map(|remark| GuideRemark {
                text: in_language(&remark.da, &remark.en).replace("{organisation}", organisation),
                certainty: remark.certainty.into(),
                sources: sources(&remark.source),
            })
            .collect(),
        note: case.note(&id).to_owned(),
    }
}

/// What was noted of screens, newest first.
pub(super) fn notes(notes: &[ScreenNote], language: Language) -> Vec<NoteRow> {
    let mut rows: Vec<&ScreenNote> = notes.iter().collect();
    rows.sort_by_key(|note| std::cmp::Reverse(note.at));
    rows.into_iter()
        .map(|note| NoteRow {
            screen: note.screen.0.clone(),
            known: book().guide.screen(&note.screen.0).map(|screen| choice(screen, language)),
            text: note.text.clone(),
            at: note.at.map(moment),
            guide: note.guide.map(|day| day.to_string()),
        })
        .collect()
}

/// The screen of the official site on which somebody was last, with Tilslut beside it.
pub(super) fn reached(context: &Context<'_>, case: &Case) -> Option<ScreenChoice> {
    let screen = book().guide.screen(&case.visitor()?.visit.screen.0)?;
    Some(choice(screen, context.common.language))
}

fn sources(ids: &[String]) -> Vec<String> {
    ids.iter().filter_map(|id| book().sources.get(id).cloned()).collect()
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Whoever is asked how it went, and about what.
pub(super) struct Asked<'a> {
    connection: &'a Connection,
    role: Role,
    since: Timestamp,
    /// The screen that was looked at last, where somebody was guided.
    screen: Option<&'a ScreenId>,
    approved: Option<ApprovedBefore>,
}

impl<'a> Asked<'a> {
    /// Whoever was guided.
    pub(super) fn guided(guided: &'a Guided) -> Self {
        Self {
            connection: &guided.connection,
            role: guided.role,
            since: guided.visit.since,
            screen: Some(&guided.visit.screen),
            approved: None,
        }
    }

    /// The representative, who has approved in Tilslut first.
    pub(super) fn approved(approved: &'a Approved, receipt: Option<u64>) -> Self {
        let Evidence { approved_at, level, .. } = approved.evidence;
        Self {
            connection: &approved.connection,
            role: Role::Representative,
            since: approved_at,
            screen: approved.visit.as_ref().map(|visit| &visit.screen),
            approved: Some(ApprovedBefore {
                at: moment(approved_at),
                level: level.into(),
                receipt,
            }),
        }
    }
}

/// The question how it went.
pub(super) fn question(context: &Context<'_>, case: &Case, asked: &Asked<'_>) -> OutcomeQuestion {
    let (language, today) = (context.common.language, context.shown.today);
    let screen = asked.screen.and_then(|screen| book().guide.screen(&screen.0));
    // Only what left the house can be rejected or withdrawn. What was approved may have.
    let is_told = !case.stated().is_empty() || asked.approved.is_some();
    let later = |kind| matches!(kind, OutcomeKind::Rejected | OutcomeKind::Withdrawn);
    let open = OutcomeKind::ALL.into_iter().filter(|kind| kind.is_open_to(asked.role));
    OutcomeQuestion {
        kinds: open.filter(|kind| is_told || !later(*kind)).map(Into::into).collect(),
        screens: book().guide.screens.iter().map(|it| choice(it, language)).collect(),
        screen: screen.map(|it| choice(it, language)),
        reasons: book()
            .guide
            .reasons
            .iter()
            .map(|reason| ReasonChoice {
                rule: reason.id.clone(),
                text: reason.text(language).to_owned(),
            })
            .collect(),
        today: Born::from(TypedDate::from(today)),
        since: moment(asked.since),
        stated: case.stated().iter().map(|it| stated(it, language)).collect(),
        can_go_back: case.can_go_back(),
    }
}

/// What was stated, and what follows.
pub(super) fn after(context: &Context<'_>, case: &Case, asked: &Asked<'_>) -> Option<AfterOutcome> {
    let (language, today) = (context.common.language, context.shown.today);
    let (last, earlier) = case.stated().split_last()?;
    let connection = asked.connection;
    let draft = Draft::to_review(connection);
    let facts = case.facts(&draft, today);
    let findings = preflight(&draft, &facts, today);
    let of_agreement = |id: &String| OF_AGREEMENT.contains(&id.as_str());
    let comes_now = findings
        .iter()
        .filter(|found| part(found.rule.about).is_none() && !of_agreement(&found.rule.id));
    // What does not matter any more is not said; the link stays as long as there are ticks in it.
    let set_up = mail_draft::set_up(case, today);
    let has_ticks = |kind| kind == DeadlineKind::SetUpLink && !set_up.is_empty();
    let mut deadlines = CaseSummary::of(case, today).deadlines;
    deadlines.retain(|deadline| !deadline.settled || has_ticks(deadline.kind));
    deadlines.sort_by_key(|deadline| deadline.day);
    Some(AfterOutcome {
        stated: stated(last, language),
        earlier: earlier.iter().map(|it| stated(it, language)).collect(),
        role: asked.role.into(),
        approved: asked.approved.clone(),
        connection: connection_summary(connection, &[], language),
        terms: connection.terms.published.to_string(),
        deadlines: still_said_of_case(&deadlines, today).map(|it| deadline(it, today)).collect(),
        rule: rule(last, &draft, case, language, today),
        follow_up: comes_now.map(|found| finding(found, language)).collect(),
        agreement: agreement(case, language, today),
        can_go_back: case.can_go_back(),
        can_use_again: copied_answers(case).is_some(),
        copied_as: case.history.copied_as.as_ref().map(|case| case.0.clone()),
        mails: official_mail::kept(case),
        carried: copied_answers(case)
            .map(|draft| carried(&draft, Some(last), today))
            .into_iter()
            .flatten()
            .map(Into::into)
            .collect(),
        replaced: connection
            .enclosed
            .iter()
            .filter(|file| is_replaced(&file.kind, last.outcome.reason()))
            .map(|file| file.id().0)
            .collect(),
        set_up,
        mail: mail_draft::to_representative(case),
        record: record_state(
            context.open,
            case,
            context.open.cases.get(&case.id).and_then(|held| held.record.as_ref()),
        ),
    })
}

/// What went wrong before with the answers of a draft.
pub(super) fn earlier(context: &Context<'_>, case: &Case) -> Option<EarlierOutcome> {
    let (language, today) = (context.common.language, context.shown.today);
    let last = case.earlier_outcome();
    let own = !case.history.stated.is_empty();
    let copy_of = case.history.copy_of.as_ref().filter(|_| !own);
    if last.is_none() && copy_of.is_none() {
        return None;
    }
    let draft = match &case.stage {
        domain::case::Stage::Drafting(draft) => (**draft).clone(),
        domain::case::Stage::Reviewing(received) => Draft::to_review(&received.connection),
        _ => return None,
    };
    Some(EarlierOutcome {
        rule: last.and_then(|it| rule(it, &draft, case, language, today)),
        stated: last.map(|it| stated(it, language)),
        case: copy_of.map(|copy| copy.case.0.clone()),
    })
}

pub(crate) fn stated(stated: &Stated, language: Language) -> StatedOutcome {
    use domain::case::Outcome;
    let screen = match &stated.outcome {
        Outcome::Stopped { screen: Some(id), .. } => {
            book().guide.screen(&id.0).map(|screen| choice(screen, language))
        }
        _ => None,
    };
    let reason = stated.outcome.reason();
    StatedOutcome {
        kind: stated.outcome.kind().into(),
        on: stated.outcome.on().map(|day| day.to_string()),
        screen,
        reason: reason.and_then(|reason| published(reason, language)),
        words: reason.map(|reason| reason.words.clone()).unwrap_or_default(),
        at: moment(stated.at),
        by: stated.by.into(),
    }
}

fn rule(
    stated: &Stated,
    draft: &Draft,
    case: &Case,
    language: Language,
    today: Date,
) -> Option<ReasonRule> {
    let rule = stated.outcome.reason()?.rule.as_deref()?;
    rule_told(rule, draft, &case.facts(draft, today), language, today)
}

/// What to do when the organisation is connected already; none while nobody says so.
pub(super) fn already_connected(
    draft: &Draft,
    facts: &Facts<'_>,
    language: Language,
    today: Date,
) -> Option<ReasonRule> {
    facts.connected?.then(|| rule_told(ALREADY_CONNECTED, draft, facts, language, today))?
}

/// A rule, whether or not it holds; none that this version does not know.
fn rule_told(
    id: &str,
    draft: &Draft,
    facts: &Facts<'_>,
    language: Language,
    today: Date,
) -> Option<ReasonRule> {
    let rule = book().finding(id)?;
    let told = told(rule, draft, facts, today);
    Some(ReasonRule {
        rule: rule.id.clone(),
        remedy: told.remedy(language),
        certainty: told.certainty.into(),
        sources: sources(&rule.source),
        as_of: rule.as_of.to_string(),
    })
}
