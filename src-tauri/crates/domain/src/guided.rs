//! A case that is being concluded on the official site, with Tilslut beside it: which screens come,
//! what each asks for, and what the outcome that was stated last means.

use crate::connection::{Administrator, Connection};
use crate::delivery::Delivery;
use crate::draft::{Draft, Role};
use crate::outcome::{Outcome, Reason, ScreenId, Stated};
use crate::preflight::{Facts, documents_needed};
use crate::rules::{About, Condition, GuideField, RequiredDocuments, Screen, book};
use crate::stage::{Basis, Case, Stage, Visit};
use crate::{Answer, Environment, Timestamp};
use jiff::civil::Date;

/// How a screen stands in the way of one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Coming {
    /// It comes.
    Yes,
    /// It may come, and only then; as far as is known it does not.
    Perhaps,
    /// It is for the other role.
    ForTheOther,
}

/// A value that a screen asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideValue {
    /// What it is.
    pub what: ValueKind,
    /// As it is read.
    pub shown: String,
    /// As it is copied; none for what is told and not typed.
    pub copied: Option<String>,
}

/// What a value of the case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ValueKind {
    /// The CVR number.
    Cvr,
    /// The representative's name.
    RepresentativeName,
    /// The representative's e-mail address.
    RepresentativeEmail,
    /// Whether the representative has private MitID, as the case says.
    RepresentativeMitid,
    /// A document that is enclosed: its name.
    Document,
    /// The edition of the terms that the case is about.
    Terms,
    /// An administrator's name.
    AdministratorName,
    /// An administrator's e-mail address.
    AdministratorEmail,
    /// An administrator's date of birth.
    AdministratorBorn,
    /// An administrator in one line: name, address and date of birth.
    Administrator,
}

/// How a screen stands for this role.
pub fn coming(screen: &Screen, role: Role, documents: bool) -> Coming {
    match screen.condition {
        _ if !screen.role.is_for(role) => Coming::ForTheOther,
        Condition::Documents if !documents => Coming::Perhaps,
        Condition::Documents | Condition::Always => Coming::Yes,
    }
}

/// The screens that come, in their order.
pub fn walk(role: Role, documents: bool) -> impl Iterator<Item = &'static Screen> {
    let screens = book().guide.screens.iter();
    screens.filter(move |screen| coming(screen, role, documents) == Coming::Yes)
}

/// The values that a field of the guide asks for, of the administrator with this number where it is
/// about one.
pub fn values(field: GuideField, connection: &Connection, number: usize) -> Vec<GuideValue> {
    let one = |what, text: &str| GuideValue {
        what,
        shown: text.to_owned(),
        copied: Some(text.to_owned()),
    };
    let told = |what, shown: String| GuideValue { what, shown, copied: None };
    let representative = &connection.representative;
    match field {
        GuideField::Cvr => {
            let cvr = connection.organisation.cvr;
            vec![GuideValue {
                what: ValueKind::Cvr,
                shown: cvr.in_pairs(),
                copied: Some(cvr.to_string()),
            }]
        }
        GuideField::RepresentativeName => {
            vec![one(ValueKind::RepresentativeName, representative.name.as_str())]
        }
        GuideField::RepresentativeEmail => {
            vec![one(ValueKind::RepresentativeEmail, representative.email.as_str())]
        }
        // The words are the window's.
        GuideField::RepresentativeMitid => {
            vec![told(ValueKind::RepresentativeMitid, String::new())]
        }
        GuideField::Documents => {
            let named = connection.enclosed.iter();
            named.map(|document| told(ValueKind::Document, document.name.clone())).collect()
        }
        GuideField::Terms => {
            vec![told(ValueKind::Terms, connection.terms.published.to_string())]
        }
        GuideField::Administrators => {
            let Some(person) = connection.administrators.get(number) else { return vec![] };
            vec![
                one(ValueKind::AdministratorName, person.name.as_str()),
                one(ValueKind::AdministratorEmail, person.email.as_str()),
                one(ValueKind::AdministratorBorn, &born(person)),
            ]
        }
        GuideField::Answers => {
            let (name, email) = (representative.name.as_str(), representative.email.as_str());
            let administrators = connection.administrators.iter().map(|person| {
                let whole = [person.name.as_str(), person.email.as_str(), &born(person)].join(", ");
                told(ValueKind::Administrator, whole)
            });
            [
                told(ValueKind::Cvr, connection.organisation.cvr.in_pairs()),
                told(ValueKind::RepresentativeName, name.to_owned()),
                told(ValueKind::RepresentativeEmail, email.to_owned()),
                told(ValueKind::Terms, connection.terms.published.to_string()),
            ]
            .into_iter()
            .chain(administrators)
            .collect()
        }
    }
}

/// As the official site takes a date of birth.
fn born(person: &Administrator) -> String {
    let born = person.born.date();
    format!("{:02}.{:02}.{:04}", born.day(), born.month(), born.year())
}

/// The fields that a screen asks a person of this role for: those of its steps, then those that are
/// only assumed.
pub fn fields(screen: &Screen, role: Role) -> impl Iterator<Item = GuideField> + '_ {
    let steps = screen.steps.iter().filter(move |step| step.role.is_for(role));
    steps.filter_map(|step| step.field).chain(screen.have.iter().copied())
}

/// The text that is copied of a value on the screen that is open.
pub fn copied(visitor: &Visitor<'_>, what: ValueKind, number: usize) -> Option<String> {
    let screen = book().guide.screen(&visitor.visit.screen.0)?;
    let values = fields(screen, visitor.role)
        .flat_map(|field| values(field, visitor.connection, number))
        .collect::<Vec<_>>();
    values.into_iter().find(|value| value.what == what)?.copied
}

/// Somebody on the official site, with Tilslut beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visitor<'a> {
    /// What is being concluded.
    pub connection: &'a Connection,
    /// In which role.
    pub role: Role,
    /// How far they are.
    pub visit: &'a Visit,
    /// What the case says of the representative's private MitID; none where it has been approved.
    pub mitid: Option<Answer>,
    /// When it was approved in Tilslut, where it was.
    pub approved: Option<Timestamp>,
}

impl Visitor<'_> {
    /// The screen that comes after this one, or before it, among those that come.
    pub fn neighbour(&self, documents: bool, step: Direction) -> Option<&'static Screen> {
        let here = book().guide.screen(&self.visit.screen.0)?.number;
        let mut walk: Vec<_> = walk(self.role, documents).collect();
        match step {
            Direction::Next => walk.into_iter().find(|screen| screen.number > here),
            Direction::Back => {
                walk.retain(|screen| screen.number < here);
                walk.pop()
            }
        }
    }
}

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// On.
    Next,
    /// Back.
    Back,
}

impl Case {
    /// Whether the way leads past the documents, as far as the rules tell of what is concluded and
    /// of what was answered.
    pub fn leads_past_documents(&self, today: Date) -> bool {
        let Some(connection) = self.connection() else { return false };
        let answered = match &self.stage {
            Stage::Guided(guided) => match &guided.basis {
                Basis::Own(draft) => draft.representative.in_cvr,
                Basis::HandedOver(_) => None,
            },
            _ => None,
        };
        let mut draft = Draft::of(connection);
        draft.representative.in_cvr = answered;
        let stopped_for_documents = self.was_stopped_for_documents();
        let facts = Facts { stopped_for_documents, ..Facts::of(&draft) };
        !connection.enclosed.is_empty()
            || documents_needed(&draft, &facts, today).iter().any(|need| need.required)
    }

    /// An attempt before the one that is under way was stopped because of its documents, as was
    /// stated.
    fn was_stopped_for_documents(&self) -> bool {
        let all = &self.history.stated;
        let before = all.get(..all.len() - self.stated().len()).unwrap_or_default();
        let copied = self.history.copy_of.as_ref().and_then(|copy| copy.stated.as_ref());
        before.iter().chain(copied).any(|it| it.outcome.reason().is_some_and(is_about_documents))
    }

    /// Whoever is guided through the official site: of a case that is guided, or that was approved
    /// in Tilslut and then begun there, as long as it can be stated how it went.
    pub fn visitor(&self) -> Option<Visitor<'_>> {
        match &self.stage {
            Stage::Guided(guided) => Some(Visitor {
                connection: &guided.connection,
                role: guided.role,
                visit: &guided.visit,
                // A hand-over file tells only what was checked before it was written.
                mitid: match &guided.basis {
                    Basis::Own(draft) => draft.representative.has_mitid,
                    Basis::HandedOver(_) => None,
                },
                approved: None,
            }),
            Stage::Approved(approved) => Some(Visitor {
                connection: &approved.connection,
                role: self.states()?,
                visit: approved.visit.as_ref()?,
                mitid: None,
                approved: Some(approved.evidence.approved_at),
            }),
            Stage::Drafting(_)
            | Stage::HandedOver(_)
            | Stage::Reviewing(_)
            | Stage::Approving(_)
            | Stage::Confirming(_) => None,
        }
    }

    /// What was stated since the case is guided, or since it was approved, in its order.
    pub fn stated(&self) -> &[Stated] {
        let earlier = match &self.stage {
            Stage::Guided(guided) => guided.earlier,
            Stage::Approved(_) => self.history.before_approval,
            Stage::Drafting(_)
            | Stage::HandedOver(_)
            | Stage::Reviewing(_)
            | Stage::Approving(_)
            | Stage::Confirming(_) => return &[],
        };
        self.history.stated.get(earlier..).unwrap_or_default()
    }

    /// In which role somebody can state how it went on the official site: whoever is guided there,
    /// and the representative who has approved in Tilslut. Not while a delivery is on its way, and
    /// not in practice once the receiver has it: nothing is left to conclude then.
    pub fn states(&self) -> Option<Role> {
        match &self.stage {
            Stage::Guided(guided) => Some(guided.role),
            Stage::Approved(approved) => {
                let is_left = match &approved.delivery {
                    Delivery::Sending { .. } => false,
                    Delivery::Accepted(_) => self.environment == Environment::Live,
                    Delivery::NotSent { .. }
                    | Delivery::NoReceiver { .. }
                    | Delivery::Unknown { .. }
                    | Delivery::Refused { .. } => true,
                };
                is_left.then_some(Role::Representative)
            }
            Stage::Drafting(_)
            | Stage::HandedOver(_)
            | Stage::Reviewing(_)
            | Stage::Approving(_)
            | Stage::Confirming(_) => None,
        }
    }

    /// What was approved is concluded on the official site: there was no receiver, or somebody has
    /// begun there, or stated how it went.
    pub(crate) fn goes_another_way(&self) -> bool {
        let Stage::Approved(approved) = &self.stage else { return false };
        self.outcome().is_some()
            || approved.visit.is_some()
            || matches!(approved.delivery, Delivery::NoReceiver { .. })
    }

    /// The outcome that stands: the last one of [`Case::stated`].
    pub fn outcome(&self) -> Option<&Stated> {
        self.stated().last()
    }

    /// What was noted of a screen; empty where nothing was.
    pub fn note(&self, screen: &ScreenId) -> &str {
        let note = self.history.notes.iter().find(|note| note.screen == *screen);
        note.map(|note| note.text.as_str()).unwrap_or_default()
    }

    /// A guided case can be made a draft again: nothing was said to have left the house.
    pub fn can_go_back(&self) -> bool {
        matches!(self.stage, Stage::Guided(_))
            && self.stated().iter().all(|it| matches!(it.outcome, Outcome::Stopped { .. }))
    }

    /// What went wrong before with these answers, for a draft that is to do better: what stopped
    /// the last attempt, or what became of the case that it was copied from.
    pub fn earlier_outcome(&self) -> Option<&Stated> {
        match &self.stage {
            Stage::Drafting(_) | Stage::Reviewing(_) => {
                let copied = self.history.copy_of.as_ref().and_then(|copy| copy.stated.as_ref());
                self.history.stated.last().or(copied)
            }
            _ => None,
        }
    }

    /// What is known beside the answers: what the register says, and what was stated.
    pub fn facts<'a>(&self, draft: &'a Draft, today: Date) -> Facts<'a> {
        let mut facts = Facts {
            set_up: self.is_set_up(today),
            stopped_for_documents: self.was_stopped_for_documents(),
            ..Facts::of(draft)
        };
        if let Some(standing) = self.standing() {
            facts.terminated = standing.terminated;
            facts.administrators_left = standing.left();
        }
        let stands = self.outcome();
        let Some(stated) = stands.or(self.earlier_outcome()) else { return facts };
        match &stated.outcome {
            // Whoever begins anew with the answers of a concluded case is connected already.
            Outcome::Concluded { .. } if stands.is_none() => {
                facts.connected = facts.connected.or(Some(true));
            }
            Outcome::Concluded { on } => facts.concluded = Some(*on),
            Outcome::SentWithDocuments { on } => facts.sent = Some(*on),
            Outcome::Rejected { on, .. } => facts.rejected = Some(*on),
            Outcome::SentToRepresentative { .. } | Outcome::Stopped { .. } | Outcome::Withdrawn => {
            }
        }
        let is_connected = |rule: &str| rule == ALREADY_CONNECTED;
        let told = stated.outcome.reason().and_then(|it| it.rule.as_deref());
        if facts.connected.is_none() && told.is_some_and(is_connected) {
            facts.connected = Some(true);
        }
        facts
    }
}

/// Documents were missing, or could not be used, or would have been needed.
fn is_about_documents(reason: &Reason) -> bool {
    let Some(rule) = reason.rule.as_deref() else { return false };
    let replaces = book().guide.reason(rule).is_some_and(|reason| reason.replaces.is_some());
    let asks = book().finding(rule).is_some_and(|rule| {
        rule.brings != RequiredDocuments::Nothing && rule.about == About::Representative
    });
    rule == DOCUMENT_MISSING || replaces || asks
}

/// The rule that says that a document is missing.
const DOCUMENT_MISSING: &str = "document-missing";
/// The rule that says what to do when the organisation is connected already.
pub const ALREADY_CONNECTED: &str = "already-connected";
