//! The answers of each page of a draft, as they cross both ways. [`app::answers`] lays them into a
//! draft.
//!
//! They are not the documented case (crate `casefile`): a page sends what stands in its fields, cut
//! to what a field takes, and the window shares no version with a file, since both ends are built
//! together.

use crate::names;
use domain::Language;
use domain::draft::{AdministratorAnswers, Draft, ReporterAnswers};
use domain::lookup::TypedOrganisation;
use domain::person::TypedDate;
use domain::rules::book;
use domain::typed::visible;
use serde::{Deserialize, Serialize};

names! {
    /// Yes, no, not known yet.
    AnswerName = domain::Answer { Yes, No, Unknown }
}
names! {
    /// Who prepares the case.
    RoleName = domain::draft::Role { Representative, Reporter }
}
names! {
    /// How many persons act digitally.
    PeopleName = domain::need::People { One, Several, Unknown }
}
names! {
    /// The groups of the need check.
    KindName = domain::need::Kind { SoleProprietor, Company, Association, Other }
}

/// The answers of one page.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS, Serialize))]
#[serde(tag = "of", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Answers {
    /// The need check.
    Need(Need),
    /// CVR number, role, and the reporter.
    Organisation(Organisation),
    /// The representative.
    Representative(Representative),
    /// The board overview.
    Board(Board),
    /// The administrators.
    Administrators(Administrators),
}

/// The need check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Need {
    /// How many persons act digitally.
    pub people: Option<PeopleName>,
    /// What kind of organisation it is.
    pub kind: Option<KindName>,
    /// May the one who acts sign alone?
    pub signs_alone: Option<AnswerName>,
    /// Is the organisation connected already?
    pub connected: Option<AnswerName>,
}

/// CVR number, role, and the reporter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Organisation {
    /// The CVR number as typed.
    pub cvr: String,
    /// What is typed here counts instead of a register's answer.
    pub by_hand: bool,
    /// The organisation's name, typed by hand.
    pub typed_name: String,
    /// Its form, chosen by hand: CVR's form code.
    pub typed_form: Option<u16>,
    /// Its status, chosen by hand: CVR's word for it; empty as long as none is.
    pub typed_status: String,
    /// Who prepares.
    pub role: Option<RoleName>,
    /// The reporter's name.
    pub reporter_name: String,
    /// The reporter's firm.
    pub reporter_organisation: String,
    /// The reporter's e-mail address.
    pub reporter_email: String,
}

/// The representative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Representative {
    /// Full name.
    pub name: String,
    /// Title.
    pub title: String,
    /// E-mail address.
    pub email: String,
    /// Has private MitID?
    pub has_mitid: Option<AnswerName>,
    /// Is named in CVR? Asked only where no register tells.
    pub in_cvr: Option<AnswerName>,
}

/// The board overview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Board {
    /// The members, in the order in which they are printed.
    pub members: Vec<BoardMember>,
}

/// A member of the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BoardMember {
    /// Full name.
    pub name: String,
    /// The member's function.
    pub function: String,
}

/// The administrators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Administrators {
    /// The representative is administrator too.
    pub representative_too: bool,
    /// The representative's date of birth, needed only then.
    pub representative_born: Born,
    /// The representative has a Danish CPR number, needed only then.
    pub representative_has_cpr: Option<AnswerName>,
    /// The others.
    pub others: Vec<Administrator>,
}

/// One administrator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Administrator {
    /// Full name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Date of birth.
    pub born: Born,
    /// Has a Danish CPR number?
    pub has_cpr: Option<AnswerName>,
    /// Has private MitID at level Substantial?
    pub has_mitid: Option<AnswerName>,
}

/// The three fields of a date.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Born {
    /// Day.
    pub day: String,
    /// Month.
    pub month: String,
    /// Year.
    pub year: String,
}

/// The longest text that a field takes; what is longer is cut, so that nobody can fill the disk by
/// pasting.
const LONGEST: usize = 400;
/// The most administrators, and the most members of a board, that a draft takes.
const MOST: usize = 100;

impl From<Answers> for app::Answers {
    fn from(answers: Answers) -> Self {
        match answers {
            Answers::Need(need) => Self::Need(domain::need::NeedAnswers {
                people: need.people.map(Into::into),
                kind: need.kind.map(Into::into),
                signs_alone: need.signs_alone.map(Into::into),
                connected: need.connected.map(Into::into),
            }),
            Answers::Organisation(organisation) => Self::Organisation {
                cvr: cut(organisation.cvr),
                typed: TypedOrganisation {
                    counts: organisation.by_hand,
                    name: cut(organisation.typed_name),
                    form_code: organisation.typed_form,
                    form: organisation.typed_form.map(form_name).unwrap_or_default(),
                    status: known_status(organisation.typed_status),
                },
                role: organisation.role.map(Into::into),
                reporter: ReporterAnswers {
                    name: cut(organisation.reporter_name),
                    organisation: cut(organisation.reporter_organisation),
                    email: cut(organisation.reporter_email),
                },
            },
            Answers::Representative(representative) => Self::Representative {
                name: cut(representative.name),
                title: cut(representative.title),
                email: cut(representative.email),
                has_mitid: representative.has_mitid.map(Into::into),
                in_cvr: representative.in_cvr.map(Into::into),
            },
            Answers::Board(board) => {
                Self::Board(board.members.into_iter().take(MOST).map(Into::into).collect())
            }
            Answers::Administrators(administrators) => Self::Administrators {
                representative_too: administrators.representative_too,
                born: administrators.representative_born.into(),
                has_cpr: administrators.representative_has_cpr.map(Into::into),
                others: administrators.others.into_iter().take(MOST).map(Into::into).collect(),
            },
        }
    }
}

impl From<&Draft> for Need {
    fn from(draft: &Draft) -> Self {
        Self {
            people: draft.need.people.map(Into::into),
            kind: draft.need.kind.map(Into::into),
            signs_alone: draft.need.signs_alone.map(Into::into),
            connected: draft.need.connected.map(Into::into),
        }
    }
}

impl From<&Draft> for Organisation {
    fn from(draft: &Draft) -> Self {
        Self {
            cvr: draft.cvr.clone(),
            by_hand: draft.typed.counts,
            typed_name: draft.typed.name.clone(),
            typed_form: draft.typed.form_code,
            typed_status: draft.typed.status.clone(),
            role: draft.role.map(Into::into),
            reporter_name: draft.reporter.name.clone(),
            reporter_organisation: draft.reporter.organisation.clone(),
            reporter_email: draft.reporter.email.clone(),
        }
    }
}

impl From<&Draft> for Representative {
    fn from(draft: &Draft) -> Self {
        let answers = &draft.representative;
        Self {
            name: answers.name.clone(),
            title: answers.title.clone(),
            email: answers.email.clone(),
            has_mitid: answers.has_mitid.map(Into::into),
            in_cvr: answers.in_cvr.map(Into::into),
        }
    }
}

impl From<&Draft> for Administrators {
    fn from(draft: &Draft) -> Self {
        Self {
            representative_too: draft.representative_is_administrator,
            representative_born: draft.representative.born.clone().into(),
            representative_has_cpr: draft.representative.has_cpr.map(Into::into),
            others: draft.administrators.iter().cloned().map(Into::into).collect(),
        }
    }
}

impl From<AdministratorAnswers> for Administrator {
    fn from(it: AdministratorAnswers) -> Self {
        Self {
            name: it.name,
            email: it.email,
            born: it.born.into(),
            has_cpr: it.has_cpr.map(Into::into),
            has_mitid: it.has_mitid.map(Into::into),
        }
    }
}

impl From<Administrator> for AdministratorAnswers {
    fn from(it: Administrator) -> Self {
        Self {
            name: cut(it.name),
            email: cut(it.email),
            born: it.born.into(),
            has_cpr: it.has_cpr.map(Into::into),
            has_mitid: it.has_mitid.map(Into::into),
        }
    }
}

impl From<domain::documents::BoardMember> for BoardMember {
    fn from(it: domain::documents::BoardMember) -> Self {
        Self { name: it.name, function: it.function }
    }
}

impl From<BoardMember> for domain::documents::BoardMember {
    fn from(it: BoardMember) -> Self {
        Self { name: cut(it.name), function: cut(it.function) }
    }
}

impl From<TypedDate> for Born {
    fn from(it: TypedDate) -> Self {
        Self { day: it.day, month: it.month, year: it.year }
    }
}

impl From<Born> for TypedDate {
    fn from(it: Born) -> Self {
        Self { day: cut(it.day), month: cut(it.month), year: cut(it.year) }
    }
}

/// The form as CVR writes it, in Danish: the name of a form is kept with the case, whatever the
/// window speaks.
fn form_name(code: u16) -> String {
    book().forms.find(code).name.read(Language::Danish).to_owned()
}

/// A word that can be chosen, or none.
fn known_status(word: String) -> String {
    let known = book().states.choices().any(|choice| choice == word);
    if known { word } else { String::new() }
}

/// What a person typed: without what cannot be seen, and not longer than a field takes.
pub(crate) fn cut(text: String) -> String {
    visible(&text).chars().take(LONGEST).collect()
}
