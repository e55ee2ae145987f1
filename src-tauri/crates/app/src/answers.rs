//! The answers of one page, and how they are laid into a draft.

use domain::Answer;
use domain::documents::BoardMember;
use domain::draft::{AdministratorAnswers, Draft, ReporterAnswers, RepresentativeAnswers, Role};
use domain::lookup::TypedOrganisation;
use domain::need::NeedAnswers;
use domain::person::TypedDate;

/// The answers of one page.
#[derive(Debug, Clone, PartialEq)]
pub enum Answers {
    /// The need check.
    Need(NeedAnswers),
    /// CVR number, role, and the reporter.
    Organisation {
        /// The CVR number as typed.
        cvr: String,
        /// The organisation as the person knows it.
        typed: TypedOrganisation,
        /// Who prepares.
        role: Option<Role>,
        /// The reporter.
        reporter: ReporterAnswers,
    },
    /// The representative.
    Representative {
        /// Full name.
        name: String,
        /// Title.
        title: String,
        /// E-mail address.
        email: String,
        /// Has private MitID?
        has_mitid: Option<Answer>,
        /// Is named in CVR, as the person says?
        in_cvr: Option<Answer>,
    },
    /// The board overview.
    Board(Vec<BoardMember>),
    /// The administrators.
    Administrators {
        /// The representative is administrator too.
        representative_too: bool,
        /// The representative's date of birth, needed only then.
        born: TypedDate,
        /// The representative has a Danish CPR number, needed only then.
        has_cpr: Option<Answer>,
        /// The others.
        others: Vec<AdministratorAnswers>,
    },
}

impl Answers {
    /// The draft with these answers in it.
    pub fn into_draft(self, draft: &Draft) -> Draft {
        let draft = draft.clone();
        match self {
            Self::Need(need) => Draft { need, ..draft },
            Self::Organisation { cvr, typed, role, reporter } => {
                Draft { cvr, typed, role, reporter, ..draft }
            }
            Self::Representative { name, title, email, has_mitid, in_cvr } => {
                let before = draft.representative;
                let representative =
                    RepresentativeAnswers { name, title, email, has_mitid, in_cvr, ..before };
                Draft { representative, ..draft }
            }
            Self::Board(board) => Draft { board, ..draft },
            Self::Administrators { representative_too, born, has_cpr, others } => Draft {
                representative_is_administrator: representative_too,
                representative: RepresentativeAnswers { born, has_cpr, ..draft.representative },
                administrators: others,
                ..draft
            },
        }
    }
}
