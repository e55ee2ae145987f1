//! What has been typed so far. Every answer may be missing, and nothing typed is ever thrown away.

use crate::Answer;
use crate::approval::Evidence;
use crate::connection::{Administrator, Connection, Reporter};
use crate::documents::{Attached, BoardMember, DocumentId, Enclosed, MediaType};
use crate::lookup::{Lookup, TypedOrganisation};
use crate::need::{NeedAnswers, People};
use crate::organisation::Organisation;
use crate::person::TypedDate;
use crate::rules::book;
use crate::terms::{CURRENT, OfficialText, TermsShown};
use jiff::Timestamp;
use jiff::civil::Date;

pub use crate::role::Role;

/// The answers of a case, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The need check.
    pub need: NeedAnswers,
    /// The CVR number as typed.
    pub cvr: String,
    /// What is known of the organisation.
    pub lookup: Lookup,
    /// What the register answered before about the same number, when it was something else; newest
    /// last.
    pub earlier: Vec<Organisation>,
    /// The organisation as the person knows it, for when no register can be asked.
    pub typed: TypedOrganisation,
    /// Who is preparing: the representative or a reporter.
    pub role: Option<Role>,
    /// The reporter, when there is one.
    pub reporter: ReporterAnswers,
    /// The management representative.
    pub representative: RepresentativeAnswers,
    /// The representative takes the role of administrator too.
    pub representative_is_administrator: bool,
    /// The other administrators, in the order they were added.
    pub administrators: Vec<AdministratorAnswers>,
    /// The documents that are attached, in the order in which they were.
    pub documents: Vec<Attached>,
    /// The board overview, where one is needed.
    pub board: Vec<BoardMember>,
    /// The terms.
    pub terms: TermsAnswers,
    /// The reporter's login that no hand-over file holds yet, since none could be written.
    pub login: Option<Box<HandOverLogin>>,
}

/// A reporter's login to hand a case over, kept until a file holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOverLogin {
    /// What was to be handed over: the login is about exactly this.
    pub connection: Connection,
    /// The evidence, kept byte for byte.
    pub evidence: Evidence,
}

/// The reporter (anmelder), as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReporterAnswers {
    /// Full name.
    pub name: String,
    /// The firm the reporter works for; may stay empty.
    pub organisation: String,
    /// E-mail address.
    pub email: String,
}

/// The management representative (ledelsesrepræsentant), as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RepresentativeAnswers {
    /// Full name.
    pub name: String,
    /// Title that shows the management role.
    pub title: String,
    /// E-mail address: the receipt goes there.
    pub email: String,
    /// Date of birth; needed only when the representative is administrator too.
    pub born: TypedDate,
    /// Has private MitID?
    pub has_mitid: Option<Answer>,
    /// Has a Danish CPR number? Needed only when the representative is administrator too.
    pub has_cpr: Option<Answer>,
    /// Is named in CVR in the role that may represent the organisation? Asked only where no
    /// register tells who is in the management ([`crate::preflight::asks_in_cvr`]).
    pub in_cvr: Option<Answer>,
}

/// An organisation administrator (organisationsadministrator), as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AdministratorAnswers {
    /// Full name.
    pub name: String,
    /// E-mail address: the set-up link goes there.
    pub email: String,
    /// Date of birth.
    pub born: TypedDate,
    /// Has a Danish CPR number?
    pub has_cpr: Option<Answer>,
    /// Has private MitID at level Substantial?
    pub has_mitid: Option<Answer>,
}

/// What the person has done with the terms.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TermsAnswers {
    /// When Tilslut's own summary was shown.
    pub summary_shown: Option<Timestamp>,
    /// The official text, when it was opened; the terms cannot be accepted before.
    pub official: Option<OfficialText>,
    /// The edition that both are about, by its date of publication.
    pub edition: Option<Date>,
    /// The representative has ticked that approving includes the terms. A reporter cannot.
    pub accepted: bool,
}

impl TermsAnswers {
    /// What has happened with the newest edition; what was opened before a newer came does not
    /// count.
    pub fn shown(&self) -> TermsShown {
        let of_current = self.of_current();
        TermsShown {
            title: CURRENT.title.to_owned(),
            published: CURRENT.published,
            summary_shown: of_current.summary_shown,
            official: of_current.official,
        }
    }

    /// True when the official text of the newest edition was opened.
    pub fn is_opened(&self) -> bool {
        self.shown().official.is_some()
    }

    /// The answers after the official text was opened at this moment. The first time counts.
    pub fn after_opening(&self, at: Timestamp, address: &str) -> Self {
        let earlier = self.of_current();
        let opened = OfficialText { opened: at, address: address.to_owned() };
        Self { official: earlier.official.or(Some(opened)), ..earlier }
    }

    /// The answers after Tilslut's own summary was shown at this moment. The first time counts.
    pub fn after_summary(&self, at: Timestamp) -> Self {
        let earlier = self.of_current();
        Self { summary_shown: earlier.summary_shown.or(Some(at)), ..earlier }
    }

    /// The answers about the newest edition: those about another are none.
    fn of_current(&self) -> Self {
        if self.edition == Some(CURRENT.published) {
            self.clone()
        } else {
            Self { edition: Some(CURRENT.published), ..Self::default() }
        }
    }
}

/// A document that was enclosed. What was confirmed of it stayed with whoever enclosed it, so it is
/// not asked again.
fn attached_from(enclosed: &Enclosed, connection: &Connection) -> Attached {
    let points = book()
        .documents
        .find(&enclosed.kind)
        .map(|document| document.points.iter().map(|point| point.id.clone()).collect());
    Attached {
        id: enclosed.id(),
        kind: enclosed.kind.clone(),
        name: enclosed.name.clone(),
        media: MediaType::Pdf,
        size: 0,
        sha256: enclosed.sha256,
        at: connection.organisation.looked_up,
        confirmed: points.unwrap_or_default(),
    }
}

impl From<&Reporter> for ReporterAnswers {
    fn from(reporter: &Reporter) -> Self {
        Self {
            name: reporter.name.as_str().to_owned(),
            organisation: reporter.organisation.clone().unwrap_or_default(),
            email: reporter.email.as_str().to_owned(),
        }
    }
}

/// A connection's administrators are attested: nobody else can be in one.
impl From<&Administrator> for AdministratorAnswers {
    fn from(administrator: &Administrator) -> Self {
        Self {
            name: administrator.name.as_str().to_owned(),
            email: administrator.email.as_str().to_owned(),
            born: administrator.born.into(),
            has_cpr: Some(Answer::Yes),
            has_mitid: Some(Answer::Yes),
        }
    }
}

impl Draft {
    /// The reporter's login, when it was made for exactly this.
    pub fn login_for(&self, connection: &Connection) -> Option<&Evidence> {
        self.login
            .as_ref()
            .filter(|login| login.connection == *connection)
            .map(|login| &login.evidence)
    }

    /// What is known of the organisation, by the register or by hand.
    pub fn organisation(&self) -> Option<&Organisation> {
        self.lookup.organisation()
    }

    /// The answers that a connection was parsed from, as far as it holds them: for asking the rules
    /// about what came in a hand-over file.
    pub fn of(connection: &Connection) -> Self {
        let own =
            connection.administrators.iter().find(|administrator| administrator.is_representative);
        let representative = RepresentativeAnswers {
            name: connection.representative.name.as_str().to_owned(),
            title: connection.representative.title.clone(),
            email: connection.representative.email.as_str().to_owned(),
            born: own.map(|administrator| administrator.born.into()).unwrap_or_default(),
            has_mitid: Some(Answer::Yes),
            has_cpr: own.map(|_| Answer::Yes),
            in_cvr: None,
        };
        let others = connection
            .administrators
            .iter()
            .filter(|administrator| !administrator.is_representative);
        Self {
            need: NeedAnswers { people: Some(People::Several), ..NeedAnswers::default() },
            cvr: connection.organisation.cvr.to_string(),
            lookup: Lookup::Found(Box::new(connection.organisation.clone())),
            role: Some(if connection.reporter.is_some() {
                Role::Reporter
            } else {
                Role::Representative
            }),
            reporter: connection.reporter.as_ref().map(ReporterAnswers::from).unwrap_or_default(),
            representative,
            representative_is_administrator: own.is_some(),
            administrators: others.map(AdministratorAnswers::from).collect(),
            documents: connection
                .enclosed
                .iter()
                .map(|enclosed| attached_from(enclosed, connection))
                .collect(),
            terms: TermsAnswers {
                summary_shown: connection.terms.summary_shown,
                official: connection.terms.official.clone(),
                edition: Some(connection.terms.published),
                accepted: false,
            },
            ..Self::default()
        }
    }

    /// The answers of a connection that a reporter has prepared, as the representative sees them
    /// who is to approve: what a reporter is advised is not for the representative.
    pub fn to_review(connection: &Connection) -> Self {
        Self { role: Some(Role::Representative), ..Self::of(connection) }
    }

    /// The answers that were approved, for showing them as a case again. What an approval does not
    /// hold is left open: the need, what documents were looked at, and what was said of a
    /// representative who is no administrator.
    pub fn approved(connection: &Connection) -> Self {
        let mut draft =
            Self { need: NeedAnswers::default(), documents: vec![], ..Self::of(connection) };
        draft.terms.accepted = true;
        if !draft.representative_is_administrator {
            draft.representative.has_mitid = None;
        }
        draft
    }

    /// The draft with one document more.
    pub fn with_document(&self, attached: Attached) -> Self {
        let mut draft = self.clone();
        draft.documents.push(attached);
        draft
    }

    /// The draft without a document; none when it has no such document.
    pub fn without_document(&self, document: &DocumentId) -> Option<Self> {
        let mut draft = self.clone();
        draft.documents.retain(|attached| attached.id != *document);
        (draft.documents.len() < self.documents.len()).then_some(draft)
    }

    /// The draft with a point of a document confirmed, or not confirmed any more.
    pub fn with_point(&self, document: &DocumentId, point: String, holds: bool) -> Self {
        let mut draft = self.clone();
        for attached in draft.documents.iter_mut().filter(|attached| attached.id == *document) {
            attached.confirmed.retain(|confirmed| *confirmed != point);
            if holds {
                attached.confirmed.push(point.clone());
            }
        }
        draft
    }

    /// How many administrators are named so far, the representative included.
    pub fn administrator_count(&self) -> usize {
        self.administrators.len() + usize::from(self.representative_is_administrator)
    }
}
